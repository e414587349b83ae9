/* glimpse_test.c - what is seen of a rule that is not compiled: its id and jurisdiction are those it has when it is, or
 * nothing is seen and it is compiled. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/engine.h"
#include "lua/ruling.h"

static const struct shape {
    const char *name, *text, *id, *jurisdiction; /* NULL: not seen */
} shapes[] = {
    { "a_plain_rule", "return { id = 'a/b', jurisdiction = 'US', title = 'x' }", "a/b", "US" },
    { "a_rule_of_a_factory", "local f = require 'f' return f.rule { jurisdiction = 'EU'; id = 'a/b' }", "a/b", "EU" },
    { "a_rule_without_a_jurisdiction", "return { id = 'a/b' }", NULL, NULL },
    { "a_table_before_it",
      "local t = { id = 'c/d', jurisdiction = 'FR' }\n"
      "return { id = 'a/b', jurisdiction = 'US' }",
      "a/b", "US" },
    { "a_table_of_a_function_before_it",
      "local function f() return { id = 'c/d', jurisdiction = 'FR' } end\n"
      "return { id = 'a/b', jurisdiction = f() }",
      NULL, NULL },
    { "a_local_in_a_function_of_it",
      "return { subjects = function() local jurisdiction = 'FR' return 1, jurisdiction end,\n"
      "  id = 'a/b', jurisdiction = 'US' }",
      "a/b", "US" },
    { "a_block_in_a_function_of_it",
      "return { subjects = function() for _ in x do if y then local jurisdiction = 'FR', 1 end end end,\n"
      "  id = 'a/b', jurisdiction = 'US' }",
      "a/b", "US" },
    { "a_key_of_an_inner_table",
      "return { basis = { id = 'c/d', jurisdiction = 'FR' }, id = 'a/b', jurisdiction = 'US' }", "a/b", "US" },
    { "an_id_that_is_put_together", "return { id = 'a/' .. name, jurisdiction = 'US' }", NULL, NULL },
    { "a_jurisdiction_that_is_chosen", "return { id = 'a/b', jurisdiction = 'US' and here }", NULL, NULL },
    { "a_jurisdiction_in_a_comment", "return { id = 'a/b', --[[ jurisdiction = 'FR', ]] title = 'x' }", NULL, NULL },
    { "a_text_with_an_escape", "return { id = 'a\\47b', jurisdiction = 'US' }", NULL, NULL },
    { "an_id_without_a_pack", "return { id = 'b', jurisdiction = 'US' }", NULL, NULL },
    { "nothing", "", NULL, NULL },
};

/* The text ends where it is said to, so that a step past it is seen. Rules are written with double quotes. */
static void is_seen_as_it_is(void **state)
{
    const struct shape *shape = *state;
    char id[128] = "", jurisdiction[8] = "";
    size_t length = strlen(shape->text);
    char *exact = malloc(length ? length : 1);
    if (!exact) fail_msg("no memory");
    for (size_t i = 0; i < length; i++) exact[i] = shape->text[i] == '\'' ? '"' : shape->text[i];
    bool seen = rule_glimpse(exact, length, id, sizeof id, jurisdiction, sizeof jurisdiction);
    free(exact);
    if (seen != (shape->id != NULL)) fail_msg("seen: '%s' of '%s'", id, jurisdiction);
    if (!seen) return;
    assert_string_equal(id, shape->id);
    assert_string_equal(jurisdiction, shape->jurisdiction);
}

static void each_shipped_rule_is_seen_as_it_compiles(void **state)
{
    (void)state;
    struct ruling r;
    ruling_open(&r, NULL);
    if (!cc_engine_load_rules(r.engine, "rules")) fail_msg("%s", r.said[0].message);
    for (size_t i = 0; i < r.engine->rule_count; i++) {
        const struct rule *rule = r.engine->rules[i];
        char id[128], jurisdiction[8];
        size_t size;
        char *text = ruling_file(rule->path, &size);
        if (!rule_glimpse(text, size, id, sizeof id, jurisdiction, sizeof jurisdiction))
            fail_msg("%s: write its id and jurisdiction in the table that it returns, or every audit compiles it",
                     rule->path);
        assert_string_equal(id, rule->id);
        assert_non_null(rule->jurisdiction);
        assert_string_equal(jurisdiction, rule->jurisdiction);
        free(text);
    }
    ruling_close(&r);
}

static void write_rule(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    if (!file || fputs(text, file) < 0 || fclose(file)) fail_msg("%s cannot be written", path);
}

/* The digest of the rules is of what was glimpsed: a file that changes in between does not change what is evaluated. */
static void what_was_seen_is_compiled(void **state)
{
    (void)state;
    struct ruling r;
    char folder[] = "/tmp/glimpse-XXXXXX", path[64];
    if (!mkdtemp(folder)) fail_msg("no folder");
    snprintf(path, sizeof path, "%s/rule.lua", folder);
    write_rule(path, "return require \"harmless\" { id = \"t/rule\", jurisdiction = \"US\" }");
    ruling_open(&r, NULL);
    cc_engine_set_lazy(r.engine, true);
    bool loaded = cc_engine_load_rules(r.engine, path);
    write_rule(path, "return {");
    ruling_case(&r,
                "'entities':[{'id':'x','name':'X'},{'id':'y','name':'Y'}],"
                "'investments':[{'id':'i','investor':'x','target':'y','status':'paid','from':'2023-01-01'}]",
                NULL);
    ruling_audit(&r, NULL);
    const struct rule_result *result = ruling_result(&r, "t/rule");
    remove(path), remove(folder);
    if (!loaded || result->error) fail_msg("%s", r.said_count ? r.said[0].message : result->error);
    assert_int_equal(result->verdict, CC_FLAGGED);
    ruling_close(&r);
}

int main(void)
{
    enum { SHAPES = sizeof shapes / sizeof shapes[0] };
    static struct CMUnitTest tests[SHAPES + 2];
    for (size_t i = 0; i < SHAPES; i++)
        tests[i] = (struct CMUnitTest){ .name = shapes[i].name,
                                        .test_func = is_seen_as_it_is,
                                        .initial_state = (void *)(uintptr_t)&shapes[i] };
    tests[SHAPES] = (struct CMUnitTest)cmocka_unit_test(each_shipped_rule_is_seen_as_it_compiles);
    tests[SHAPES + 1] = (struct CMUnitTest)cmocka_unit_test(what_was_seen_is_compiled);
    return _cmocka_run_group_tests("lua/glimpse", tests, SHAPES + 2, NULL, NULL);
}
