/* rule_tests.h - what the *_test.lua beside rules came to: each test with what it expected and got, told element by element
 * and fact by fact, and which values the elements of each rule were seen to have.
 *
 * A run covers one path and the rules of one engine. It has an arena of its own, which holds all that it says; only rules
 * and elements are the engine's.
 *
 *     struct test_run run;
 *     if (!test_run_on(engine, "rules", &(cc_test_options){ .size = sizeof(cc_test_options) }, &run)) ... it was said
 *     ... run.outcomes, run.coverage
 *     test_run_free(&run) in any case */
#ifndef AUDIT_RULE_TESTS_H
#define AUDIT_RULE_TESTS_H

#include "audit/engine.h"
#include "lua/test_file.h"

struct told_element {
    const char *where;    /* "applies 1", "element 2.1", "unless 1" */
    uint32_t line;        /* in the rule's file; 0: not known */
    const char *sentence; /* as its verdict has it */
    const char *expected; /* "true", "false or unknown"; NULL: it does not stand in the way */
    const char *got;
    const char **facts; /* what was read and compared: `share.percent = 21`, `21 % >= 20 %: true, by 1 point` */
    size_t fact_count;
};
struct told_subject {
    const char *who; /* "investor cloudco, developer lab" */
    const char *verdict;
    struct told_element *elements; /* those that were asked */
    size_t element_count;
    const char **needs; /* of a subject that cannot tell */
    size_t need_count;
};
struct test_problem {
    uint32_t line;    /* of the test file, where it says what it expects */
    const char *what; /* "verdict", "need share.percent", "figure share", "open rebuttals", "facts", "rule" */
    const char *expected, *got;
};
struct test_outcome {
    const char *path, *rule, *name;
    uint32_t line;
    bool passed;
    struct test_problem *problems;
    size_t problem_count, problem_capacity;
    struct told_subject *subjects; /* of one that failed */
    size_t subject_count;
};
/* A row of a rule's applies, elements and unless, or a member of a group among them. */
struct seen_element {
    bool member;
    const char *where;
    const struct element *element;
    uint8_t seen;           /* bit 1 << enum truth */
    uint8_t never;          /* the same: the test file says that it cannot be */
    const char *reasons[3]; /* why, by enum truth */
};
struct rule_coverage {
    const struct rule *rule;
    size_t tests; /* how many were run */
    struct seen_element *items;
    size_t count, capacity;
};
struct test_run {
    struct arena arena;
    const char *path;
    struct test_outcome *outcomes;
    size_t outcome_count, outcome_capacity, passed;
    struct rule_coverage *coverage; /* a rule each, in the order of their ids */
    size_t rule_count;
    bool filtered; /* only some tests were run */
};
/* False: the path could not be read, or no memory was left; it was said. */
bool test_run_on(struct cc_engine *, const char *path, const cc_test_options *, struct test_run *ret_run);
void test_run_free(struct test_run *);
/* Of how many values that the rows of the rule, or the members of its groups, can have, how many were seen. */
size_t coverage_seen(const struct rule_coverage *, bool members, size_t *ret_of);

/* The test beside the rule. False: there is none, or it cannot be read (machine_failure); test_file_free in any case.
 * *ret_there: a file of that name is. */
bool rule_test_file(struct cc_engine *, const struct rule *, struct test_file *ret_file, bool *ret_there);

/* ---- inside ---- */
/* The outcome that is added has passed until a problem is added to it. NULL: no memory, and the run has failed. */
struct test_outcome *run_outcome(struct test_run *, const char *path, const char *rule, const char *name,
                                 uint32_t line);
/* What it expected and got; texts are copied. */
void outcome_problem(struct test_run *, struct test_outcome *, uint32_t line, const char *what, const char *expected,
                     const char *got);
const char *run_kept(struct test_run *, const char *text); /* never NULL */
/* Compares the audit with what the test expects; problems and subjects go into the outcome. */
void test_check(struct test_run *, struct cc_audit *, const struct rule_test *, const char *rule_id,
                struct test_outcome *);
bool coverage_begin(struct test_run *, const struct cc_engine *);
void coverage_add(struct rule_coverage *, const struct cc_audit *);
/* What the test file says of its rule's elements; what it says wrongly is an outcome that failed. */
void coverage_marks(struct test_run *, struct rule_coverage *, const struct test_file *, const char *path);
#endif
