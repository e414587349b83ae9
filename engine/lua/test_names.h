/* test_names.h - the ids and fields that a test of a *_test.lua names: each is looked for among the records that the test has. */
#ifndef LUA_TEST_NAMES_H
#define LUA_TEST_NAMES_H

#include "lua/loader.h"

/* What a test is about. Stack indexes of raw tables; 0: none. */
struct test_tables {
    int facts, add, set, unset, without;
    uint32_t line; /* where the test begins */
};
/* Refuses keys of the facts at the raw table that are no kind of fact; `whole`: as_of, jurisdictions and complete are known
 * too. `line`: where the facts begin at the earliest. */
void test_check_kinds(struct loading *, int table, bool whole, uint32_t line);
/* Refuses an id that no record has, and a field that records of its kind have not, by name, with its line. */
void test_check_names(struct loading *, const struct test_tables *);
/* Refuses `name = nil` in the text: a field that is not there, where null was meant. */
void test_check_nil(struct loading *);
/* The first line from `line` on that holds the text; `line`: none does. 0 of 0: of a test
 * that the file took from a module no line is known. */
uint32_t test_line_from(const struct loading *, uint32_t line, const char *text);
#endif
