/* compiled.c - a program that runs while this one is built: compiled FILE.lua... prints what Lua's compiler makes of rules and of
 * what they require, as C for lua/compiled.c. What cannot be read or compiled is left out: who loads it hears why. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "lua/compiled.h"
#include "lua/inside.h"

enum { WORD = sizeof(uint64_t), WORDS_A_LINE = 8 };

struct compiling {
    const char *name;
    char digest[DIGEST_HEX];
    struct text text, chunk;
    bool assigns;
};

static bool add_bytes(void *ud, const char *bytes, size_t length)
{
    text_bytes(ud, bytes, length);
    return !((struct text *)ud)->failed;
}

static int dump_bytes(lua_State *L, const void *bytes, size_t length, void *ud)
{
    (void)L;
    return !add_bytes(ud, bytes, length);
}

static int compile(lua_State *L)
{
    struct compiling *c = lua_touserdata(L, 1);
    if (!load_chunk(L, c->name, c->text.data, c->text.length, NULL, &c->assigns)) return lua_error(L);
    if (lua_dump(L, dump_bytes, &c->chunk, 0)) return luaL_error(L, "no memory");
    return 0;
}

/* The name of the chunk: "lib/NAME.lua" of what rules require, else the one that machine_load gives. */
static const char *name_of(const char *path)
{
    const char *library = strstr(path, "/lib/");
    return library ? library + 1 : "rule";
}

/* Leaves no chunk of what is left out. */
static void compile_file(struct machine *m, const char *path, struct compiling *c)
{
    const cc_files *files = cc_system_files();
    c->name = name_of(path);
    text_init(&c->text, &allocator_default, (size_t)1 << 20), text_init(&c->chunk, &allocator_default, 0);
    bool well = files->read(files->ud, path, (cc_sink){ add_bytes, &c->text }) && c->text.length;
    if (well) digest_hex(c->text.data, c->text.length, c->digest);
    if (!well || strlen(c->name) >= COMPILED_NAME || machine_protect(m, compile, c) != ENDED_WELL)
        text_reset(&c->chunk);
    text_free(&c->text);
}

/* ---- as C ---- */

static void print_words(const struct text *chunk)
{
    for (size_t at = 0; at < chunk->length; at += WORD) {
        uint64_t packed = 0;
        size_t left = chunk->length - at;
        memcpy(&packed, chunk->data + at, left < WORD ? left : WORD);
        printf("0x%llx,%c", (unsigned long long)packed, at / WORD % WORDS_A_LINE == WORDS_A_LINE - 1 ? '\n' : ' ');
    }
    printf("\n");
}

/* An entry before all others is that of no text, so that neither array is ever empty. */
static void print_all(const struct compiling *all, size_t count)
{
    size_t at = 1;
    printf("static const char compiled_by[] = \"%s\";\nstatic const uint64_t words[] = {\n0,\n", lua_ident);
    for (size_t i = 0; i < count; i++) print_words(&all[i].chunk);
    printf("};\nstatic const struct entry entries[] = {\n{ 0, 0, false, \"\", \"\" },\n");
    for (size_t i = 0; i < count; at += (all[i++].chunk.length + WORD - 1) / WORD)
        if (all[i].chunk.length)
            printf("{ %zu, %zu, %s, \"%s\", \"%s\" },\n", at, all[i].chunk.length, all[i].assigns ? "true" : "false",
                   all[i].name, all[i].digest);
    printf("};\n");
}

/* As bsearch wants the entries. */
static int by_digest(const void *a, const void *b)
{
    return strcmp(((const struct compiling *)a)->digest, ((const struct compiling *)b)->digest);
}

int main(int argc, char **argv)
{
    struct arena arena;
    arena_init(&arena, &allocator_default, 0);
    struct machine *m = machine_new(&allocator_default, NULL, (struct machine_files){ 0 }, &arena);
    size_t count = (size_t)argc - 1;
    struct compiling *all = calloc(count + 1, sizeof *all);
    bool well = m && all;
    for (size_t i = 0; well && i < count; i++) compile_file(m, argv[i + 1], &all[i]);
    if (well) {
        qsort(all, count, sizeof *all, by_digest);
        print_all(all, count);
        well = !fflush(stdout) && !ferror(stdout);
    }
    for (size_t i = 0; all && i < count; i++) text_free(&all[i].chunk);
    free(all);
    machine_free(m);
    arena_free(&arena);
    return well ? EXIT_SUCCESS : EXIT_FAILURE;
}
