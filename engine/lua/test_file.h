/* test_file.h - a *_test.lua beside a rule: small cases as Lua tables, and what the rule must say of each.
 *
 *     return {
 *       rule = "pack/name", facts = { … },
 *       { "a sentence", expect = "flagged", set = { ["id.field"] = value }, … },
 *       cannot_be = { { "unless 1", "false", "why no fact can make it so" } },
 *     }
 *
 * What a test file holds is turned into the JSON that the strict reader reads, so that tests and files are one. */
#ifndef LUA_TEST_FILE_H
#define LUA_TEST_FILE_H

#include "lua/machine.h"

struct expected_figure {
    const char *name;
    double low, high;
    uint32_t line;
};
struct expected_need {
    const char *what; /* "id.field" */
    uint32_t line;
};
struct named_id { /* a role and the id that stands in it */
    const char *name, *id;
};
struct rule_test {
    const char *name, *expect;
    uint32_t line, expect_line, open_line; /* where the test begins, and where it says so */
    struct text json;                      /* owned: test_file_free */
    const struct named_id *subject;
    size_t subject_count;
    const struct expected_need *needs;
    size_t need_count;
    const struct expected_need *clears_if; /* "id", "id.field" or "unless 1" */
    size_t clears_if_count;
    int open; /* -1: not said */
    const struct expected_figure *figures;
    size_t figure_count;
};
/* A value that an element can never have, which its coverage leaves out. */
struct impossible {
    const char *element; /* "unless 1" */
    uint8_t truth;       /* enum truth */
    const char *reason;
    uint32_t line;
};
struct test_file {
    const char *rule; /* id */
    const struct impossible *impossible;
    size_t impossible_count;
    struct rule_test *tests;
    size_t count;
    struct arena arena;
};
/* False: machine_failure says why. */
bool machine_test_file(struct machine *, const char *path, const char *text, size_t length, struct test_file *ret_file);
void test_file_free(struct test_file *);
#endif
