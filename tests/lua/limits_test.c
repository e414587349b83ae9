/* limits_test.c - what a rule comes to only by the size of a case, or by many subjects, ends by a limit as well. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/engine.h"
#include "base/counted.h"
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

/* Keys that Lua would all put in one place, as soon as there is room for more than two to the seventeenth: to find each a new one
 * takes the square of their number, in one instruction. */
static void a_table_has_so_many_keys_and_no_more(void **state)
{
    static const struct {
        int keys;
        bool well;
    } rows[] = { { 65536, true }, { 131073, false } };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct ruling r;
        char text[300];
        snprintf(text, sizeof text,
                 "return require 'harmless' { id = 'hostile/keys', test = function() local t = {}\n"
                 "for k = 1, %d do t[k * 262143] = true end return true end }",
                 rows[i].keys);
        ruling_open(&r, NULL);
        assert_true(ruling_rule(&r, "hostile/keys.lua", text));
        ruling_case(&r,
                    "'entities':[{'id':'a','name':'A','form':'company'},{'id':'b','name':'B','form':'company'}],"
                    "'investments':[{'id':'i','investor':'a','target':'b','from':'2023-01-01'}]",
                    NULL);
        patience(PATIENCE);
        ruling_audit(&r, NULL);
        patience(0);
        const struct rule_result *result = ruling_result(&r, "hostile/keys");
        assert_int_equal(result->verdict, rows[i].well ? CC_FLAGGED : CC_FAILED);
        if (!rows[i].well) assert_string_equal(result->error, "a table has more keys than a rule may give one (65536)");
        ruling_close(&r);
    }
}

/* ---- a large case ---- */

/* A market of so many firms, the first of which has put money into the second. */
static void case_of_firms(struct ruling *r, int firms)
{
    static char records[1 << 22];
    size_t used = (size_t)snprintf(records, sizeof records,
                                   "'investments':[{'id':'i','investor':'e0','target':'e1','from':'2024-01-01'}],"
                                   "'markets':[{'id':'m','product':'cloud-infrastructure','geography':'worldwide',"
                                   "'measure':'revenue','table':'partial'}],'entities':[");
    for (int i = 0; i < firms; i++)
        used += (size_t)snprintf(records + used, sizeof records - used, "%s{'id':'e%d','name':'e%d','form':'company'}",
                                 i ? "," : "", i, i);
    used += (size_t)snprintf(records + used, sizeof records - used, "],'shares':[");
    for (int i = 0; i < firms; i++)
        used += (size_t)snprintf(records + used, sizeof records - used,
                                 "%s{'id':'s%d','market':'m','entity':'e%d','percent':0.00%d,'from':'2024-06-30'}",
                                 i ? "," : "", i, i, 1 + i % 9);
    snprintf(records + used, sizeof records - used, "]");
    ruling_case(r, records, NULL);
}

#define COUNT_LARGER                                                                   \
    "return require 'harmless' { id = 'hostile/larger', test = function(s, p, case)\n" \
    "  local market, n = case:product 'cloud-infrastructure', 0\n"                     \
    "  for _ = 1, %d do n = market:count_larger(s.investor) end\n"                     \
    "  return n >= 0 end }"

/* What all firms come to is added up once, not for each of them: then one call would take as long as all of these. */
static void the_larger_ones_of_many_are_counted_in_one_pass(void **state)
{
    (void)state;
    struct ruling r;
    char text[400];
    snprintf(text, sizeof text, COUNT_LARGER, 60);
    ruling_open(&r, &(cc_limits){ .size = sizeof(cc_limits), .memory = (size_t)64 << 20, .milliseconds = UINT32_MAX });
    assert_true(ruling_rule(&r, "hostile/larger.lua", text));
    case_of_firms(&r, 20000);
    patience(PATIENCE);
    ruling_audit(&r, NULL);
    patience(0);
    const struct rule_result *result = ruling_result(&r, "hostile/larger");
    if (result->verdict != CC_FLAGGED) fail_msg("%s", result->error ? result->error : "not flagged");
    ruling_close(&r);
}

/* A few instructions of Lua can call for much work. */
static void the_clock_is_looked_at_every_thousand_instructions(void **state)
{
    (void)state;
    struct ruling r;
    char text[400];
    snprintf(text, sizeof text, COUNT_LARGER, 1000000);
    ruling_open(&r, &(cc_limits){ .size = sizeof(cc_limits), .memory = (size_t)64 << 20, .milliseconds = 30 });
    assert_true(ruling_rule(&r, "hostile/larger.lua", text));
    case_of_firms(&r, 3000);
    ruling_audit(&r, NULL);
    assert_string_equal(ruling_result(&r, "hostile/larger")->error,
                        "it ran for 30 milliseconds, the most that a rule may");
    assert_true(machine_instructions(r.engine->machine) < 60000);
    ruling_close(&r);
}

/* Each is within the time of one; the clock of the processor counts, so that a busy machine changes nothing. */
static void many_slow_subjects_are_ended_together(void **state)
{
    enum { MILLISECONDS = 60 };
    (void)state;
    struct ruling r;
    ruling_open(
        &r, &(cc_limits){ .size = sizeof(cc_limits), .instructions = UINT64_C(1) << 60, .milliseconds = MILLISECONDS });
    assert_true(ruling_rule(&r, "hostile/slow.lua",
                            "return require 'harmless' { id = 'hostile/slow',\n"
                            "subjects = function(case, each) for e in case:entities() do each(e, e) end end,\n"
                            "test = function() local t = {} for i = 1, 60000 do t[i] = 1 / i end return #t > 0 end }"));
    case_of_firms(&r, 3000);
    ruling_audit(&r, NULL);
    const struct rule_result *result = ruling_result(&r, "hostile/slow");
    assert_int_equal(result->verdict, CC_FAILED);
    assert_string_equal(result->error,
                        "its subjects together ran for more than 10 times the 60 milliseconds that one may");
    ruling_close(&r);
}

/* ---- memory ---- */

/* What a rule that failed had found is given back before the next one begins. */
static void many_rules_that_fail_take_no_more_memory_than_one(void **state)
{
    static const char rule[] =
        "return require 'harmless' { id = 'hostile/reader%d', test = function(s, p, case)\n"
        "  for i = 1, 100000 do for e in case:entities() do local _ = e.form end end return true end }";
    size_t most[2];
    (void)state;
    for (int round = 0; round < 2; round++) {
        struct counted c = { 0 };
        const cc_allocator allocator = counted(&c);
        const cc_limits limits = { .size = sizeof limits, .memory = (size_t)1 << 20 };
        struct ruling r = { .engine = cc_engine_new(&limits, &allocator, NULL, NULL) };
        assert_true(cc_engine_set_shipped(r.engine, SHELF));
        for (int i = 0; i < (round ? 6 : 1); i++) {
            char text[400], name[40];
            snprintf(text, sizeof text, rule, i);
            snprintf(name, sizeof name, "hostile/reader%d.lua", i);
            assert_true(ruling_rule(&r, name, text));
        }
        case_of_firms(&r, 3000);
        size_t before = c.live;
        c.most = before;
        ruling_audit(&r, NULL);
        const struct rule_result *result = ruling_result(&r, "hostile/reader0");
        assert_string_equal(result->error, "what it found and read takes more memory than a rule may use");
        most[round] = c.most - before;
        ruling_close(&r);
    }
    assert_true(most[0] > (size_t)1 << 20);
    if (most[1] > most[0] * 3 / 2) fail_msg("one takes %zu bytes, six take %zu", most[0], most[1]);
}

/* A small Lua state is not collected; what runs on and on is. */
static void what_audits_leave_behind_is_collected(void **state)
{
    (void)state;
    struct counted c = { 0 };
    const cc_allocator allocator = counted(&c);
    struct ruling r = { .engine = cc_engine_new(NULL, &allocator, NULL, NULL) };
    assert_true(cc_engine_set_shipped(r.engine, SHELF));
    assert_true(ruling_rule(&r, "hostile/litter.lua",
                            "return require 'harmless' { id = 'hostile/litter', test = function(s, p, case)\n"
                            "  for i = 1, 2000 do local t = { i, i, i, i } end return true end }"));
    case_of_firms(&r, 3);
    size_t before = c.live;
    for (int i = 0; i < 200; i++) ruling_audit(&r, NULL); /* some 200 kB each */
    assert_int_equal(ruling_result(&r, "hostile/litter")->verdict, CC_FLAGGED);
    if (c.most > before + ((size_t)8 << 20)) fail_msg("they take %zu bytes", c.most - before);
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
        cmocka_unit_test(a_table_has_so_many_keys_and_no_more),
        cmocka_unit_test(the_larger_ones_of_many_are_counted_in_one_pass),
        cmocka_unit_test(the_clock_is_looked_at_every_thousand_instructions),
        cmocka_unit_test(many_slow_subjects_are_ended_together),
        cmocka_unit_test(many_rules_that_fail_take_no_more_memory_than_one),
        cmocka_unit_test(what_audits_leave_behind_is_collected),
    };
    return cmocka_run_group_tests_name("lua/limits", tests, NULL, NULL);
}
