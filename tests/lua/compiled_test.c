/* compiled_test.c - what the build compiled of the shipped rules is what Lua's compiler makes of their texts today, and stands for these
 * texts alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "lua/inside.h" /* its `fail` comes before cmocka's */

#include <cmocka.h>

#include "audit/engine.h"
#include "audit/rule_files.h"
#include "base/digest.h"
#include "lua/compiled.h"
#include "lua/ruling.h"

/* The same with a Lua of another release, as a shared library may become one. */
#define lua_ident     "$LuaVersion: Lua 5.4.99 $"
#define compiled_find find_with_other_lua
bool compiled_find(const char *name, const char *digest, struct compiled_text *ret_compiled);
#include "lua/compiled.c"
#undef compiled_find
#undef lua_ident

struct shipped {
    const char *path, *name;
    char *text, digest[DIGEST_HEX];
    size_t length;
};

static struct shipped shipped_read(const char *path)
{
    const char *library = strstr(path, "/lib/");
    struct shipped s = { .path = path, .name = library ? library + 1 : "rule" };
    s.text = ruling_file(path, &s.length);
    digest_hex(s.text, s.length, s.digest);
    return s;
}

static void each_shipped(void (*what)(struct shipped *, void *), void *ud)
{
    struct rule_files files[2];
    assert_true(rule_files_to_load(&allocator_default, cc_system_files(), "rules", &files[0]));
    assert_true(module_files_list(&allocator_default, cc_system_files(), "rules/lib", &files[1]));
    for (int f = 0; f < 2; f++) {
        assert_true(files[f].count > 20);
        for (size_t i = 0; i < files[f].count; i++) {
            struct shipped s = shipped_read(files[f].paths[i]);
            what(&s, ud);
            free(s.text);
        }
        rule_files_free(&allocator_default, &files[f]);
    }
}

/* Each with one machine, which finds no file. */
static void with_machine(void (*what)(struct shipped *, void *))
{
    struct arena arena;
    arena_init(&arena, &allocator_default, 0);
    struct machine *m = machine_new(&allocator_default, NULL, (struct machine_files){ 0 }, &arena);
    assert_non_null(m);
    each_shipped(what, m);
    machine_free(m);
    arena_free(&arena);
}

/* ---- each shipped text ---- */

static int dump(lua_State *L, const void *bytes, size_t length, void *ud)
{
    (void)L;
    text_bytes(ud, bytes, length);
    return 0;
}

struct compiling {
    const struct shipped *s;
    struct text chunk;
    bool assigns;
};

static int compile(lua_State *L)
{
    struct compiling *c = lua_touserdata(L, 1);
    if (!load_chunk(L, c->s->name, c->s->text, c->s->length, NULL, &c->assigns)) return lua_error(L);
    return lua_dump(L, dump, &c->chunk, 0);
}

static void is_as_compiled_now(struct shipped *s, void *machine)
{
    struct compiled_text beforehand;
    struct compiling now = { .s = s };
    if (!compiled_find(s->name, s->digest, &beforehand)) fail_msg("%s was not compiled by the build", s->path);
    text_init(&now.chunk, &allocator_default, 0);
    assert_int_equal(machine_protect(machine, compile, &now), ENDED_WELL);
    assert_int_equal(beforehand.assigns, now.assigns);
    assert_int_equal(beforehand.length, now.chunk.length);
    assert_memory_equal(beforehand.chunk, now.chunk.data, now.chunk.length);
    assert_false(find_with_other_lua(s->name, s->digest, &beforehand));
    text_free(&now.chunk);
}

static void each_shipped_text_is_as_lua_compiles_it(void **state)
{
    (void)state;
    with_machine(is_as_compiled_now);
}

/* ---- no other text ---- */

static void only_as_it_is(struct shipped *s, void *ud)
{
    struct compiled_text found;
    (void)ud;
    assert_false(
        compiled_find(s->name[0] == 'r' ? "lib/rule.lua" : "rule", s->digest, &found)); /* messages would misname it */
    s->text[s->length / 2] ^= 1;
    digest_hex(s->text, s->length, s->digest);
    assert_false(compiled_find(s->name, s->digest, &found));
}

static void no_other_text_is_taken_from_there(void **state)
{
    (void)state;
    each_shipped(only_as_it_is, NULL);
}

/* A file that holds what Lua's compiler made is no rule, be it the very chunk that the program has. */
static void is_refused(struct shipped *s, void *machine)
{
    struct compiled_text compiled;
    assert_true(compiled_find(s->name, s->digest, &compiled));
    struct rule *rule = machine_load(machine, s->path, compiled.chunk, compiled.length);
    assert_non_null(rule);
    assert_non_null(rule->error);
    assert_string_equal(rule->error, "a rule is text, and this is a binary chunk of Lua");
}

static void what_is_compiled_is_no_file(void **state)
{
    (void)state;
    with_machine(is_refused);
}

/* ---- taken ---- */

/* What is compiled here goes through guards, for which room is made when the first text comes. */
static void audits_compile_no_shipped_text(void **state)
{
    (void)state;
    struct ruling r;
    ruling_open(&r, NULL);
    assert_true(cc_engine_set_shipped(r.engine, "rules"));
    assert_true(cc_engine_load_rules(r.engine, "rules/ftc-6b"));
    assert_true(r.engine->rule_count > 15);
    assert_null(r.engine->machine->guards);
    assert_true(cc_engine_load_rules(r.engine, "tests/cli/shared/house"));
    assert_non_null(r.engine->machine->guards);
    ruling_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_shipped_text_is_as_lua_compiles_it),
        cmocka_unit_test(no_other_text_is_taken_from_there),
        cmocka_unit_test(what_is_compiled_is_no_file),
        cmocka_unit_test(audits_compile_no_shipped_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
