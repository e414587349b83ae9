/* work_test.c - what a rule costs in a file of many firms: with twice the firms twice as much, not four times. Counted is
 * memory, which is the same on each machine. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lua/ruling.h"

/* A chain of firms, of each of which it is not known what it is: each may be an agency. */
static char *chain_of(unsigned firms)
{
    size_t size = (size_t)firms * 200 + 100, used;
    char *records = malloc(size);
    assert_non_null(records);
    used = (size_t)snprintf(records, size, "'entities':[{'id':'e0','name':'E','activities':null}");
    for (unsigned i = 1; i < firms; i++)
        used += (size_t)snprintf(records + used, size - used, ",{'id':'e%u','name':'E','activities':null}", i);
    used += (size_t)snprintf(records + used, size - used, "],'holdings':[");
    for (unsigned i = 1; i < firms; i++)
        used += (size_t)snprintf(records + used, size - used,
                                 "%s{'id':'h%u','holder':'e%u','entity':'e%u','stake':9,'control':'none'}",
                                 i > 1 ? "," : "", i, i - 1, i);
    snprintf(records + used, size - used, "]");
    return records;
}

/* Bytes that an audit takes of a rule with this test, which every holder and firm is a subject of. */
static size_t work_of(const char *test, unsigned firms)
{
    char text[1200], *records = chain_of(firms);
    struct ruling r;
    ruling_open(&r, NULL);
    snprintf(
        text, sizeof text,
        "return require 'harmless' { id = 'many/rule',\n"
        "subjects = function(case, each) for a, b in case:holdings():pairs('holder', 'entity') do each(a, b) end end,\n"
        "test = function(s, p, case) %s end }",
        test);
    assert_true(ruling_rule(&r, "many/rule.lua", text));
    ruling_case(&r, records, NULL);
    ruling_audit(&r, NULL);
    const struct rule_result *result = ruling_result(&r, "many/rule");
    if (result->verdict == CC_FAILED) fail_msg("%s", result->error);
    size_t total = r.audit->arena.total;
    ruling_close(&r);
    free(records);
    return total;
}

static void a_set_that_each_subject_names_is_found_once(void **state)
{
    static const char *const tests[] = {
        "return case:proceedings { authority = case:entities { form = 'agency' }, against = s.investor }:any()",
        "return case:holdings { holder = s.investor, entity = case:entities { activities = 'ai-developer' } }:any()",
        "return case:holdings { holder = s.investor }:except { entity = case:entities { jurisdiction = 'US' } }:any()",
        "return case:entities():called('Nobody'):any()",
    };
    (void)state;
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
        size_t some = work_of(tests[i], 500), twice = work_of(tests[i], 1000);
        if (twice > some * 5 / 2) fail_msg("%s\ntakes %zu bytes, with twice the firms %zu", tests[i], some, twice);
    }
}

/* Subjects of which none is kept take no memory beyond the many that are. */
static void subjects_that_are_dropped_give_their_memory_back(void **state)
{
    static const char *const tests[] = {
        "for _ = 1, 9 do for h in case:holdings { holder = s.investor } do local _ = h.stake end end return false",
    };
    (void)state;
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
        size_t some = work_of(tests[i], 2500), twice = work_of(tests[i], 4500), list = (size_t)2000 * 1000;
        if (twice > some + list) fail_msg("%s\ntakes %zu bytes, with 2,000 more firms %zu", tests[i], some, twice);
    }
}

/* Each reads all holdings: two thousand of these would take twice as much as one thousand, if they were kept. */
static void silent_subjects_are_kept_up_to_an_amount_of_memory(void **state)
{
    (void)state;
    static const char *const reads_all = "for h in case:holdings() do local _ = h.stake end return false";
    size_t some = work_of(reads_all, 1200), more = work_of(reads_all, 2000);
    assert_true(some > (size_t)32 << 20);
    if (more > some * 3 / 2) fail_msg("%zu bytes, of 800 firms more %zu", some, more);
}

/* The large set is found, and its table made, by a subject that is dropped; one that is kept rests on it. */
static void what_a_dropped_subject_found_first_stays(void **state)
{
    enum { FIRMS = 2600 };
    struct ruling r;
    char *chain = chain_of(FIRMS), *records = malloc(strlen(chain) + 300);
    (void)state;
    assert_non_null(records);
    sprintf(records,
            "%s,'agreements':[{'type':'veto','holder':'e2200','grantor':'e1'},"
            "{'type':'supply','holder':'e2500','grantor':'e1'}]",
            chain);
    ruling_open(&r, NULL);
    assert_true(ruling_rule(
        &r, "many/late.lua",
        "return require 'harmless' { id = 'many/late', law_at = function(s, case) return case.as_of end,\n"
        "params = { most = { by_date = { { 20, from = '1990-01-01' } }, 'percent', 'book' } },\n"
        "subjects = function(case, each) for a, b in case:holdings():pairs('holder', 'entity') do each(a, b) end end,\n"
        "test = function(s, p, case) local _ = p.most\n"
        "  local late = case:agreements { type = 'supply', holder = s.investor }:any()\n"
        "  if not late and not case:agreements { type = 'veto', holder = s.investor }:any() then return false end\n"
        "  local held = case:holdings { entity = s.developer, control = late and 'none' or 'sole',\n" /* none is sole */
        "    holder = case:entities { activities = 'ai-developer' } }\n"
        "  return held:any() end }"));
    ruling_case(&r, records, NULL);
    for (int again = 0; again < 2; again++) {
        ruling_audit(&r, NULL);
        const struct rule_result *result = ruling_result(&r, "many/late");
        if (result->verdict != CC_CANNOT_TELL) fail_msg("%s", result->error ? result->error : "decided");
        assert_true(r.audit->dropped >= FIRMS - 2004);
        size_t pieces = 0;
        for (size_t i = 0; i < r.audit->finding_count; i++) {
            struct evidence *all;
            size_t count = element_evidence(r.audit, r.audit->findings[i], &r.audit->findings[i]->elements[0], &all);
            char pointer[64];
            for (size_t k = 0; k < count; k++) evidence_pointer(r.audit, &all[k], pointer, sizeof pointer);
            pieces += count;
        }
        assert_true(pieces >= 2000);
    }
    ruling_close(&r);
    free(records);
    free(chain);
}

/* What is remembered is what would be found: of the day asked, by words alone, and of this case. */
static void a_set_that_is_remembered_is_the_one_asked_for(void **state)
{
    struct ruling r;
    char *records = chain_of(100);
    (void)state;
    ruling_open(&r, NULL);
    assert_true(
        ruling_rule(&r, "many/same.lua",
                    "return require 'harmless' { id = 'many/same', test = function(s, p, case)\n"
                    "  local n = 0\n"
                    "  for _ = 1, 2 do\n"
                    "    if case:entities { form = true }:any() then n = n + 100 end\n"
                    "    for _ in case:entities { form = 'company' } do n = n + 1 end\n"
                    "    for _ in case:entities { form = 'person' } do n = n + 1000 end\n"
                    "    for _ in case:holdings { holder = case:entities { form = 'company' } } do n = n + 1 end\n"
                    "    for _ in case:holdings { holder = case:entities { form = 'company' } }\n"
                    "      :except { entity = case:entities { form = 'company' } } do n = n + 5000 end\n"
                    "    for _ in case:entities():called('E') do n = n + 1 end\n"
                    "    for _ in case:entities():called('E 7') do n = n + 5000 end\n"
                    "    for _ in case:entities():called('E7') do n = n + 1 end\n"
                    "    for _ in case:entities { form = 'company' }:called('E8') do n = n + 1 end\n"
                    "    for _ in case:entities { form = 'person' }:called('E8') do n = n + 5000 end\n"
                    "  end\n"
                    "  return n > 801 and n < 803 end }"));
    char *companies = malloc(strlen(records) * 2), *to = companies;
    assert_non_null(companies);
    for (const char *from = records; *from;) { /* each a company */
        if (strncmp(from, "'activities':null", 17)) {
            *to++ = *from++;
            continue;
        }
        to += sprintf(to, "'form':'company'");
        from += 17;
    }
    *to = '\0';
    strcat(companies, ",'investments':[{'id':'i','investor':'e0','target':'e1','from':'2023-01-01'}]");
    for (int again = 0; again < 2; again++) {
        ruling_case(&r, companies, NULL);
        ruling_audit(&r, NULL);
        const struct rule_result *result = ruling_result(&r, "many/same");
        if (result->verdict != CC_FLAGGED) fail_msg("%s", result->error ? result->error : "not flagged");
    }
    ruling_close(&r);
    free(companies);
    free(records);
}

/* Of many records each stands once, numbers first, in the order of reading; the first of a record tells its place. */
static void evidence_of_many_records_has_no_doubles(void **state)
{
    enum { FIRMS = 400 };
    struct ruling r;
    char *records = chain_of(FIRMS);
    (void)state;
    ruling_open(&r, NULL);
    assert_true(ruling_rule(
        &r, "many/read.lua",
        "return require 'harmless' { id = 'many/read',\n"
        "subjects = function(case, each) local n = 0 for a, b in case:holdings():pairs('holder', 'entity') do\n"
        "  n = n + 1 if n < 2 then each(a, b) end end end,\n"
        "test = function(s, p, case) for _ = 1, 2 do for h in case:holdings() do\n"
        "  local _, _ = h.stake, h.control end end return true end }"));
    ruling_case(&r, records, NULL);
    ruling_audit(&r, NULL);
    const struct finding *f = ruling_finding(&r, "many/read");
    assert_non_null(f);
    struct evidence *all;
    size_t count = element_evidence(r.audit, f, &f->elements[0], &all), firsts = 0;
    assert_int_equal(count, 3 * (FIRMS - 1)); /* the match, the stake and the control of each */
    for (size_t i = 0; i < count; i++) {
        firsts += !all[i].again;
        assert_int_equal(all[i].again, i >= FIRMS - 1);
        if (i % (FIRMS - 1)) assert_true(all[i].record > all[i - 1].record);
    }
    assert_int_equal(all[0].field, HOLDING_STAKE);
    assert_int_equal(all[FIRMS - 1].field, HOLDING_CONTROL);
    assert_int_equal(all[2 * (FIRMS - 1)].type, EVIDENCE_RECORD);
    assert_int_equal(firsts, FIRMS - 1);
    ruling_close(&r);
    free(records);
}

/* Up and down a chain to its end, each once, in the order of ids; in a circle to where it began. */
static void chains_are_followed_to_their_ends(void **state)
{
    static const struct {
        const char *subjects, *says; /* NULL: one subject */
    } rows[] = {
        { "local n = 0 for _ in case:owners(last) do n = n + 1 end if n > 298 and n < 300 then each(first, last) end",
          NULL },
        { "for _ in case:owners(first) do return end each(first, last)", NULL },
        { "for e in case:parts(first, case:shares():list('entity')) do each(first, e) end", NULL },
        { "for _ in case:parts(last, case:shares():list('entity')) do return end each(first, last)", NULL },
        { "local before = '' for e in case:owners(case:shares():list('entity')) do\n"
          "  if not (before < e.id) then error('order') end before = e.id end each(first, last)",
          NULL },
        { "each(case:owners('e1'), last)", "wanted" },
        { "each(case:owners(case:agreements():list('type')), last)", "of entities" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[1000], *chain = chain_of(300), *records = malloc(strlen(chain) + 500);
        struct ruling r;
        assert_non_null(records);
        sprintf(records,
                "%s,'markets':[{'id':'m','product':'x','geography':'US'}],"
                "'shares':[{'market':'m','entity':'e299','percent':9,'from':'2024-01-01'}],"
                "'agreements':[{'type':'veto','holder':'e0','grantor':'e1'}]",
                chain);
        ruling_open(&r, NULL);
        snprintf(text, sizeof text,
                 "return require 'harmless' { id = 'many/chain', test = function() return true end,\n"
                 "subjects = function(case, each) for first in case:entities { id = 'e0' } do\n"
                 "  for last in case:entities { id = 'e299' } do %s end end end }",
                 rows[i].subjects);
        assert_true(ruling_rule(&r, "many/chain.lua", text));
        ruling_case(&r, records, NULL);
        ruling_audit(&r, NULL);
        const struct rule_result *result = ruling_result(&r, "many/chain");
        if (!rows[i].says && result->subjects[CC_FLAGGED] != 1)
            fail_msg("%s\n%s", rows[i].subjects, result->error ? result->error : "not flagged");
        if (rows[i].says && (!result->error || !strstr(result->error, rows[i].says)))
            fail_msg("%s\n%s", rows[i].subjects, result->error ? result->error : "no error");
        ruling_close(&r);
        free(records);
        free(chain);
    }
}

static void a_test_asks_for_no_chain(void **state)
{
    struct ruling r;
    char *records = chain_of(3);
    (void)state;
    ruling_open(&r, NULL);
    assert_true(ruling_rule(
        &r, "many/chain.lua",
        "return require 'harmless' { id = 'many/chain',\n"
        "subjects = function(case, each) for a, b in case:holdings():pairs('holder', 'entity') do each(a, b) end end,\n"
        "test = function(s, p, case) return case:owners(s.developer):any() end }"));
    ruling_case(&r, records, NULL);
    ruling_audit(&r, NULL);
    const struct rule_result *result = ruling_result(&r, "many/chain");
    assert_int_equal(result->verdict, CC_FAILED);
    if (!strstr(result->error, "propose subjects")) fail_msg("%s", result->error);
    ruling_close(&r);
    free(records);
}

/* The figure that walks all holdings for each voter of a firm counts for as much: a rule that asks for it without end is
 * ended by its instructions, on each machine alike. */
static void a_change_among_many_voters_counts_for_its_work(void **state)
{
    enum { HOLDERS = 800 };
    size_t size = HOLDERS * 200 + 500, used;
    char *records = malloc(size);
    struct ruling r;
    (void)state;
    assert_non_null(records);
    used = (size_t)snprintf(records, size, "'entities':[{'id':'firm','name':'F'}");
    for (int i = 0; i < HOLDERS; i++)
        used += (size_t)snprintf(records + used, size - used, ",{'id':'h%d','name':'H'}", i);
    used += (size_t)snprintf(records + used, size - used,
                             "],'markets':[{'id':'m','product':'x-goods','geography':'US'}],'shares':["
                             "{'market':'m','entity':'firm','percent':30,'from':'2024-12-01'},"
                             "{'market':'m','entity':'h0','percent':30,'from':'2024-12-01'}],'holdings':[");
    for (int i = 0; i < HOLDERS; i++)
        used += (size_t)snprintf(records + used, size - used,
                                 "%s{'holder':'h%d','entity':'firm','stake':0.1,'votes':0.1}", i ? "," : "", i);
    snprintf(records + used, size - used, "]");
    ruling_open(&r, NULL);
    assert_true(
        ruling_rule(&r, "many/voters.lua",
                    "return require 'harmless' { id = 'many/voters',\n"
                    "subjects = function(case, each) for a in case:entities { id = 'h0' } do\n"
                    "  for b in case:entities { id = 'firm' } do each(a, b) end end end,\n"
                    "test = function(s, p, case) for m in case:markets() do\n"
                    "  for _ = 1, 80 do local _ = m:mhhi_change(s.investor, s.developer) end end return true end }"));
    ruling_case(&r, records, NULL);
    patience(PATIENCE);
    ruling_audit(&r, NULL);
    patience(0);
    const struct rule_result *result = ruling_result(&r, "many/voters");
    assert_int_equal(result->verdict, CC_FAILED);
    assert_string_equal(result->error_code, "limit");
    ruling_close(&r);
    free(records);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_set_that_each_subject_names_is_found_once),
        cmocka_unit_test(a_set_that_is_remembered_is_the_one_asked_for),
        cmocka_unit_test(subjects_that_are_dropped_give_their_memory_back),
        cmocka_unit_test(silent_subjects_are_kept_up_to_an_amount_of_memory),
        cmocka_unit_test(what_a_dropped_subject_found_first_stays),
        cmocka_unit_test(chains_are_followed_to_their_ends),
        cmocka_unit_test(a_test_asks_for_no_chain),
        cmocka_unit_test(a_change_among_many_voters_counts_for_its_work),
        cmocka_unit_test(evidence_of_many_records_has_no_doubles),
    };
    return cmocka_run_group_tests_name("lua/work", tests, NULL, NULL);
}
