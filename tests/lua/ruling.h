/* ruling.h - for tests of the Lua room: an engine with one rule or more, from text or file, and what it says of a case.
 *
 *     struct ruling r;
 *     ruling_open(&r, NULL);                  an engine; libraries and sources from tests/lua/hostile
 *     ruling_rule(&r, "t/rule.lua", text);
 *     ruling_case(&r, records, complete);      JSON with ' for "
 *     assert_int_equal(ruling_result(&r, "t/rule")->verdict, CC_FLAGGED);
 *     ruling_close(&r); */
#ifndef TESTS_LUA_RULING_H
#define TESTS_LUA_RULING_H

#include "audit/audit.h"

#define SHELF "tests/lua/hostile"

enum { SAID = 8 };
struct said {
    char code[24], message[520];
    unsigned line;
};
struct ruling {
    cc_engine *engine;
    cc_case *facts;
    cc_audit *audit;
    size_t said_count; /* errors, also those that found no place */
    struct said said[SAID];
};

/* The test is killed after so many seconds of its own CPU time, however busy the machine is; 0: no longer. */
enum { PATIENCE = 20 };
void patience(int seconds);

/* Limits that end a hostile rule in milliseconds. */
extern const cc_limits ruling_limits;

void ruling_open(struct ruling *, const cc_limits *);
/* False: it could not be loaded, and was heard why. */
bool ruling_rule(struct ruling *, const char *name, const char *text);
/* Reads the case in place of the one before, as of 2025-01-01. The test fails when it is refused. `complete`: the
 * declarations of case.complete, or NULL. */
void ruling_case(struct ruling *, const char *records, const char *complete);
/* Runs all rules over the case; the audit lives until the next one. */
const struct cc_audit *ruling_audit(struct ruling *, const cc_options *);
/* The rule with this id, or whose path ends in it. */
const struct rule_result *ruling_result(const struct ruling *, const char *id);
/* The finding of the rule's first subject; NULL: none. */
const struct finding *ruling_finding(const struct ruling *, const char *id);
void ruling_close(struct ruling *);

/* The text of a whole file below the root of the project, ending in NUL; free it. */
char *ruling_file(const char *path, size_t *ret_size);
#endif
