/* limits_test.c - what a rule comes to only by the size of a case, or by many subjects, ends by a limit as well. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lua/ruling.h"

/* Each subject stays below the limits of one; all of them together do not. */
static void many_heavy_subjects_are_ended_together(void **state)
{
    static char records[40000];
    size_t used = (size_t)snprintf(records, sizeof records, "'entities':[{'id':'e0','name':'e0','form':'company'}");
    (void)state;
    for (int i = 1; i < 200; i++)
        used += (size_t)snprintf(records + used, sizeof records - used, ",{'id':'e%d','name':'e%d','form':'company'}",
                                 i, i);
    snprintf(records + used, sizeof records - used, "]");
    static const char *const tests[] = { "for i = 1, 80000 do local _ = i end return true",
                                         "for i = 1, 300 do case:entities():any() end return true" };
    for (size_t i = 0; i < 2; i++) {
        char text[1000];
        struct ruling r;
        ruling_open(&r, &(cc_limits){ .size = sizeof(cc_limits), .instructions = 400000, .memory = (size_t)2 << 20 });
        snprintf(
            text, sizeof text,
            "return require 'harmless' { id = 'hostile/heavy',\n"
            "subjects = function(case, each) for e in case:entities() do each(e, e) end end,\ntest = function(s, p, case) %s end }",
            tests[i]);
        assert_true(ruling_rule(&r, "hostile/heavy.lua", text));
        ruling_case(&r, records, NULL);
        patience(PATIENCE);
        ruling_audit(&r, NULL);
        patience(0);
        const struct rule_result *result = ruling_result(&r, "hostile/heavy");
        assert_int_equal(result->verdict, CC_FAILED);
        if (!strstr(result->error, "its subjects together")) fail_msg("%s", result->error);
        assert_string_equal(result->error_code, "limit");
        ruling_close(&r);
    }
}

/* One investor with thousands of targets: what a careless walk over triples would take the cube of. */
static void a_hub_with_thousands_of_spokes_ends_by_a_limit(void **state)
{
    enum { SPOKES = 3000 };
    static char records[SPOKES * 200];
    size_t used = (size_t)snprintf(records, sizeof records, "'entities':[{'id':'hub','name':'hub','form':'company'}");
    (void)state;
    for (int i = 0; i < SPOKES; i++)
        used += (size_t)snprintf(records + used, sizeof records - used, ",{'id':'e%d','name':'e%d','form':'company'}",
                                 i, i);
    used += (size_t)snprintf(records + used, sizeof records - used,
                             "],'investments':[{'id':'i','investor':'hub','target':'e0','from':'2024-01-01'}");
    for (int i = 1; i < SPOKES; i++)
        used += (size_t)snprintf(records + used, sizeof records - used,
                                 ",{'id':'i%d','investor':'hub','target':'e%d','from':'2024-01-01'}", i, i);
    snprintf(records + used, sizeof records - used, "]");
    struct ruling r;
    ruling_open(&r, NULL);
    assert_true(ruling_rule(
        &r, "hostile/triples.lua",
        "return require 'harmless' { id = 'hostile/triples', roles = { 'a', 'b', 'c' }, title = '{a} {b} {c}',\n"
        "subjects = function(case, each) for a, b, c in case:investments():triples('investor', 'target') do each(a, b, c) end end,\n"
        "elements = { { 'x', function() return true end } } }"));
    assert_true(ruling_rule(
        &r, "good/pairs.lua",
        "return require 'harmless' { id = 'good/pairs', test = function(s) return s.developer:has { form = 'company' } end }"));
    ruling_case(&r, records, NULL);
    patience(PATIENCE);
    ruling_audit(&r, NULL);
    assert_string_equal(ruling_result(&r, "hostile/triples")->error_code, "limit");
    assert_int_equal(ruling_result(&r, "good/pairs")->subjects[CC_FLAGGED], SPOKES);
    patience(0);
    ruling_close(&r);
}

/* To find what is the same takes one look-up a value, not one for each value before it. */
static void lists_pairs_and_triples_of_ten_thousands_are_within_the_limits(void **state)
{
    enum { DEALS = 20000 };
    char *records = malloc((size_t)DEALS * 200);
    size_t size = (size_t)DEALS * 200, used;
    (void)state;
    assert_non_null(records);
    used = (size_t)snprintf(records, size, "'entities':[{'id':'e0','name':'E'}");
    for (int i = 1; i < DEALS; i++)
        used += (size_t)snprintf(records + used, size - used, ",{'id':'e%d','name':'E'}", i);
    used += (size_t)snprintf(records + used, size - used, "],'investments':[");
    for (int i = 0; i < DEALS; i++)
        used += (size_t)snprintf(records + used, size - used,
                                 "%s{'id':'i%d','investor':'e%d','target':'e%d','from':'2024-01-01'}", i ? "," : "", i,
                                 i, (i + 1) % DEALS);
    snprintf(records + used, size - used, "]");
    struct ruling r;
    ruling_open(&r, NULL);
    assert_true(
        ruling_rule(&r, "good/many.lua",
                    "return require 'harmless' { id = 'good/many', subjects = function(case, each)\n"
                    "  local n, all = 0, case:investments()\n"
                    "  for a, b in all:pairs('investor', 'target') do n = n + 1 if n < 2 then each(a, b) end end\n"
                    "  for _ in all:list('investor') do n = n + 1 end\n"
                    "  for _, one in all:by('target') do if one:any() then n = n + 1 end end\n"
                    "  for a, b, c in all:triples('investor', 'target') do each(a, b) end\n"
                    "  if n < 60000 then each(nil, nil) end\n"
                    "end, test = function() return true end }"));
    ruling_case(&r, records, NULL);
    patience(PATIENCE);
    ruling_audit(&r, NULL);
    patience(0);
    const struct rule_result *result = ruling_result(&r, "good/many");
    if (result->verdict != CC_FLAGGED) fail_msg("%s", result->error ? result->error : "not flagged");
    assert_int_equal(result->subjects[CC_FLAGGED], 1);
    ruling_close(&r);
    free(records);
}

/* A record about a firm and its subsidiary is about one undertaking, and one record of its part. */
static void a_record_stands_once_in_each_part(void **state)
{
    (void)state;
    struct ruling r;
    ruling_open(&r, NULL);
    assert_true(ruling_rule(&r, "good/part.lua",
                            "return require 'harmless' { id = 'good/part', subjects = function(case, each)\n"
                            "  for who, some in case:observations():by('about') do\n"
                            "    local n = 0\n"
                            "    for _ in some do n = n + 1 end\n"
                            "    if n > 0 and n < 2 then each(who, who) end\n"
                            "  end\n"
                            "end, test = function() return true end }"));
    ruling_case(&r,
                "'entities':[{'id':'a','name':'A'},{'id':'b','name':'B'}],"
                "'holdings':[{'holder':'a','entity':'b','control':'sole','stake':100}],"
                "'observations':[{'about':['a','b'],'says':'x-seen'}]",
                NULL);
    ruling_audit(&r, NULL);
    const struct rule_result *result = ruling_result(&r, "good/part");
    if (result->verdict != CC_FLAGGED) fail_msg("%s", result->error ? result->error : "not flagged");
    ruling_close(&r);
}

/* The same on each machine, whatever else that does: the clock has nothing to say where instructions have. */
static void instructions_end_a_loop_before_the_clock_does(void **state)
{
    (void)state;
    struct ruling r;
    ruling_open(&r, &(cc_limits){ .size = sizeof(cc_limits), .instructions = 3000000 });
    assert_true(
        ruling_rule(&r, "hostile/loop.lua",
                    "return require 'harmless' { id = 'hostile/loop', test = function() while true do end end }"));
    ruling_case(&r,
                "'entities':[{'id':'a','name':'A','form':'company'},{'id':'b','name':'B','form':'company'}],"
                "'investments':[{'id':'i','investor':'a','target':'b','from':'2023-01-01'}]",
                NULL);
    patience(PATIENCE);
    ruling_audit(&r, NULL);
    patience(0);
    assert_string_equal(ruling_result(&r, "hostile/loop")->error,
                        "it ran 3 million instructions, the most that a rule may");
    ruling_close(&r);
}

static void the_clock_ends_what_nothing_else_does(void **state)
{
    (void)state;
    struct ruling r;
    ruling_open(&r, &(cc_limits){ .size = sizeof(cc_limits), .instructions = UINT64_C(1) << 60, .milliseconds = 50 });
    assert_true(
        ruling_rule(&r, "hostile/slow.lua",
                    "return require 'harmless' { id = 'hostile/slow', test = function() while true do end end }"));
    ruling_case(&r,
                "'entities':[{'id':'a','name':'A','form':'company'},{'id':'b','name':'B','form':'company'}],"
                "'investments':[{'id':'i','investor':'a','target':'b','from':'2023-01-01'}]",
                NULL);
    patience(PATIENCE);
    ruling_audit(&r, NULL);
    patience(0);
    assert_string_equal(ruling_result(&r, "hostile/slow")->error,
                        "it ran for 50 milliseconds, the most that a rule may");
    assert_string_equal(ruling_result(&r, "hostile/slow")->error_code, "limit");
    ruling_close(&r);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_heavy_subjects_are_ended_together),
        cmocka_unit_test(a_hub_with_thousands_of_spokes_ends_by_a_limit),
        cmocka_unit_test(lists_pairs_and_triples_of_ten_thousands_are_within_the_limits),
        cmocka_unit_test(a_record_stands_once_in_each_part),
        cmocka_unit_test(instructions_end_a_loop_before_the_clock_does),
        cmocka_unit_test(the_clock_ends_what_nothing_else_does),
    };
    return cmocka_run_group_tests_name("lua/limits", tests, NULL, NULL);
}
