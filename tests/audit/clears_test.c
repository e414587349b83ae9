/* clears_test.c - what would clear a finding: each claim is done to a copy of the file, which is audited again. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/missing.h"
#include "audit/patching.h"

static struct trial trial, again;

/* Under sanitizers every piece of an arena is an allocation, and slow: of cases and days every so manieth. */
#ifdef SHORT
enum { STRIDE = 31 };
#else
enum { STRIDE = 1 };
#endif

static void every_way_to_clear_a_shipped_case_clears_a_copy_of_it(void **state)
{
    struct proving p = { 0 };
    glob_t files;
    assert_int_equal(glob("facts/*.json", 0, NULL, &files), 0);
    assert_int_equal(glob("facts/cases/*.json", GLOB_APPEND, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i += STRIDE)
        prove_audit(&trial, &again, files.gl_pathv[i], NULL, false, &p, NULL);
    print_message("%zu files: %u ends, %u crosses, %u adds, of them %u pairs; %u findings that nothing clears\n",
                  (size_t)files.gl_pathc, p.ends, p.crosses, p.adds, p.pairs, p.empty);
    globfree(&files);
    assert_int_equal(p.wrong, 0);
    assert_true(STRIDE > 1 || p.ends >= 30);
    assert_true(STRIDE > 1 || p.crosses >= 100);
    assert_true(STRIDE > 1 || p.adds >= 100);
}

static void every_way_to_clear_the_seed_clears_it_on_other_days_and_by_the_law_of_all_jurisdictions(void **state)
{
    static const char *const days[] = { "2024-06-01", "2020-06-01", "2025-11-15",
                                        "2025-12-10", "2026-03-15", "2026-06-01" };
    struct proving p = { 0 };
    for (size_t i = 0; i < sizeof days / sizeof *days; i += STRIDE)
        prove_audit(&trial, &again, "facts/microsoft-openai.json", days[i], true, &p, NULL);
    print_message("%u ends, %u crosses, %u adds, of them %u pairs; %u findings that nothing clears\n", p.ends,
                  p.crosses, p.adds, p.pairs, p.empty);
    assert_int_equal(p.wrong, 0);
    assert_true(STRIDE > 1 || p.ends >= 30);
    assert_true(STRIDE > 1 || p.crosses >= 30);
    assert_true(STRIDE > 1 || p.adds >= 30);
    assert_true(STRIDE > 1 || p.pairs >= 3);
}

static void every_fact_to_find_out_settles_what_it_promised_with_each_of_its_values(void **state)
{
    struct settling s = { 0 };
    glob_t files;
    assert_int_equal(glob("facts/*.json", 0, NULL, &files), 0);
    assert_int_equal(glob("facts/cases/*.json", GLOB_APPEND, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i += STRIDE)
        prove_audit(&trial, &again, files.gl_pathv[i], NULL, true, NULL, &s);
    for (unsigned i = 0; i < 2; i += STRIDE)
        prove_audit(&trial, &again, "facts/microsoft-openai.json", i ? "2025-11-15" : "2026-06-01", true, NULL, &s);
    print_message("%u facts, %u values: %u flag, %u clear\n", s.facts, s.values, s.flagged, s.cleared);
    globfree(&files);
    assert_int_equal(s.wrong, 0);
    assert_true(STRIDE > 1 || s.facts >= 30);
    assert_true(STRIDE > 1 || s.flagged >= 30);
    assert_true(STRIDE > 1 || s.cleared >= 30);
}

/* ---- small cases ---- */

/* Flagged while what was invested, or three times that, is more than DUE. */
#define MONEY_RULE(PUT, DUE)                                                                                             \
    "return { id = 'test/money', title = '{a} and {b}', severity = 'low', nature = 'indicator', roles = { 'a', 'b' },\n" \
    "  basis = { { 'merger-guidelines-2023', support = 'analogy' } },\n"                                                 \
    "  params = { times = { 300, 'percent', 'for the test' }, billion = { 1e9, 'USD', 'for the test' },\n"               \
    "    odd = { 123456789, 'USD', 'for the test' } },\n"                                                                \
    "  subjects = function(case, each)\n"                                                                                \
    "    for a, b in case:investments():pairs('investor', 'target') do each(a, b) end end,\n"                            \
    "  figures = { put = function(s, p, case) return " PUT "case:invested(s.a, s.b) end,\n"                              \
    "    due = function(s, p, case) return " DUE " end },\n"                                                             \
    "  elements = { { '{a} has put {put}, {>} {due}', 'put', '>', 'due' } } }\n"
static const char TO_A_BILLION[] = MONEY_RULE("p.times * ", "p.billion"), TO_A_LINE[] = MONEY_RULE("", "p.odd"),
                  TO_A_COMMITMENT[] = MONEY_RULE("p.times * ",
                                                 "case:agreements { type = 'spend-commitment', holder = s.a, grantor = "
                                                 "s.b }:as_recorded():sum('amount')");

static const cJSON *ways_of(const char *rule, const char *subject, cJSON **ret_audit)
{
    const struct finding *f = trial_finding(&trial, rule, subject);
    const cJSON *each;
    char *json = trial_json(&trial);
    assert_non_null(f);
    *ret_audit = cJSON_Parse(json);
    free(json);
    cJSON_ArrayForEach(each, cJSON_GetObjectItemCaseSensitive(*ret_audit, "findings"))
    {
        const char *print = cJSON_GetObjectItemCaseSensitive(each, "fingerprint")->valuestring;
        if (strcmp(print, finding_fingerprint(trial.audit, f))) continue;
        return cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(each, "clears_if"), "ways");
    }
    fail_msg("no finding");
    return NULL;
}

/* The sentences of its ways, "; " between them; until the next call. */
static const char *sentences(const char *rule, const char *subject)
{
    static char all[4000];
    cJSON *audit;
    const cJSON *way;
    size_t n = 0;
    all[0] = '\0';
    const cJSON *ways = ways_of(rule, subject, &audit); /* once: the macro asks twice */
    cJSON_ArrayForEach(way, ways)
    {
        const char *text = cJSON_GetObjectItemCaseSensitive(way, "text")->valuestring;
        n += (size_t)snprintf(all + n, sizeof all - n, "%s%s", n ? "; " : "", text);
    }
    cJSON_Delete(audit);
    return all;
}

static const char *money_ways(const char *rule, const char *investments)
{
    static const char lines[] =
        "{'format': 'compliance-facts/1', 'case': {'id': 'c', 'title': 'C', 'as_of': '2025-01-24'},"
        " 'entities': [{'id': 'big', 'name': 'Big', 'activities': ['cloud-provider']},"
        " {'id': 'lab', 'name': 'Lab', 'activities': ['ai-developer']}], 'agreements': [{'id': 'due', 'type':"
        " 'spend-commitment', 'holder': 'big', 'grantor': 'lab', 'amount': {'value': 1000000001, 'currency': 'USD'}}],"
        " 'investments': [%s]}";
    struct trial all = trial;
    char json[4000];
    const char *said;
    snprintf(json, sizeof json, lines, investments);
    trial_open(&trial, NULL);
    trial_rule(&trial, "test/money.lua", rule);
    trial_case(&trial, json);
    assert_true(trial_audit_with(&trial, (cc_options){ .clears_budget = 100000, .today = "2025-01-24" }));
    said = sentences("test/money", "big/lab");
    trial_close(&trial);
    trial = all;
    return said;
}

/* Its subjects fail where the commitment is gone, but after they have named the one that is asked about. */
static void who_is_concerned_is_asked_no_further_than_to_the_subject(void **state)
{
    static const char rule[] =
        "return { id = 'test/money', title = '{a} and {b}', severity = 'low', nature = 'indicator',\n"
        "  basis = { { 'merger-guidelines-2023', support = 'analogy' } }, roles = { 'a', 'b' },\n"
        "  subjects = function(case, each)\n"
        "    for a, b in case:agreements():ever():pairs('holder', 'grantor') do each(a, b) end\n"
        "    if case:agreements():as_recorded():none() then each() end\n"
        "  end,\n"
        "  elements = { { '{b} owes {a}', recorded = { 'agreements', type = 'spend-commitment', holder = 'a' } } } }\n";
    assert_string_equal(money_ways(rule, ""),
                        "the spending commitment between Big and Lab had ended by 23 January 2025");
}

/* The machine at the case of the trial, as it is while a rule is asked again. */
static struct arena at_case;
static struct machine *case_begun(const struct trial *t)
{
    const struct facts *facts = t->audit->facts;
    arena_init(&at_case, &allocator_default, 0);
    assert_true(machine_begin_case(t->engine->machine, facts, view_at(facts, t->audit->as_of), &at_case));
    return t->engine->machine;
}
static void case_ended(struct machine *m)
{
    machine_end_case(m);
    arena_free(&at_case);
}

static void subjects_that_were_enumerated_in_part_are_enumerated_anew(void **state)
{
    trial_file(&trial, "facts/microsoft-openai.json");
    trial_audit(&trial, NULL);
    const struct finding *f = trial_finding(&trial, "ftc-6b/exclusive-api", "microsoft/openai");
    const struct subjects *subjects;
    assert_non_null(f);
    struct machine *m = case_begun(&trial);
    assert_true(machine_subjects_to(m, f->rule, &f->subject, &subjects));
    size_t in_part = subjects->count;
    assert_true(machine_subjects(m, f->rule, &subjects));
    assert_in_range(in_part, 1, subjects->count - 1);
    case_ended(m);
}

/* The subject that is named by a member of a group is shown by its head, which may be named later. */
static void the_enumeration_goes_on_past_a_subject_that_another_name_may_show(void **state)
{
    static const char rule[] =
        "return { id = 'test/money', title = '{a} and {b}', severity = 'low', nature = 'indicator',\n"
        "  basis = { { 'merger-guidelines-2023', support = 'analogy' } }, roles = { 'a', 'b' },\n"
        "  subjects = function(case, each)\n"
        "    for a, b in case:investments { status = 'paid' }:pairs('investor', 'target') do each(a, b) end\n"
        "    for a, b in case:investments { status = 'committed' }:pairs('investor', 'target') do each(a, b) end\n"
        "  end,\n"
        "  elements = { { 'it is so', function() return true end } } }\n";
    struct trial t;
    trial_open(&t, NULL);
    trial_rule(&t, "test/money.lua", rule);
    trial_case(
        &t, "{'format': 'compliance-facts/1', 'case': {'id': 'c', 'title': 'C', 'as_of': '2025-01-24'}, 'entities': ["
            "{'id': 'part', 'name': 'Part'}, {'id': 'whole', 'name': 'Whole'}, {'id': 'lab', 'name': 'Lab'}],"
            " 'holdings': [{'holder': 'whole', 'entity': 'part', 'control': 'sole', 'from': '2020-01-01'}],"
            " 'investments': [{'investor': 'part', 'target': 'lab', 'status': 'paid', 'from': '2024-01-01'},"
            " {'investor': 'whole', 'target': 'lab', 'status': 'committed', 'from': '2024-01-01'}]}");
    trial_audit(&t, NULL);
    const struct finding *f = trial_finding(&t, "test/money", "whole/lab");
    const struct subjects *subjects;
    assert_non_null(f);
    struct subject wanted = f->subject;
    ref whole = wanted.roles[0].record;
    wanted.roles[0].record = ref_make(KIND_ENTITY, 0); /* the part */
    struct machine *m = case_begun(&t);
    assert_true(machine_subjects_to(m, f->rule, &wanted, &subjects));
    assert_int_equal(subjects->count, 1);
    assert_true(subjects->items[0].roles[0].record == whole);
    case_ended(m);
    trial_close(&t);
}

#define MONEY(FROM, VALUE, REST)                                                                                 \
    "{'investor': 'big', 'target': 'lab', 'from': '" FROM "', 'status': 'committed', 'amount': {'value': " VALUE \
    ", 'currency': 'USD'}" REST "}"

static void a_number_that_is_searched_for_is_stated_with_few_digits_on_the_side_that_clears(void **state)
{
    /* a third of a billion, to the dollar: 333,333,333 */
    assert_string_equal(money_ways(TO_A_BILLION, MONEY("2024-01-01", "500000001", "")),
                        "Big's committed investment in Lab were at most 333.3 million USD (now 500 million USD)");
    assert_string_equal(
        money_ways(TO_A_COMMITMENT, MONEY("2024-01-01", "500100000",
                                          ", 'paid': {'value': 500100000,"
                                          " 'currency': 'USD'}")),
        "the amount of the spending commitment between Big and Lab were at least 1.501 billion USD (now "
        "1 billion USD)");
}

static void what_is_recorded_as_put_in_before_is_not_taken_back(void **state)
{
    assert_string_equal(
        money_ways(TO_A_BILLION, MONEY("2024-01-01", "400e6", ", 'paid': {'value': 350e6, 'currency': 'USD'}")), "");
    assert_string_equal(money_ways(TO_A_BILLION, MONEY("2023-01-01", "340e6", "") "," MONEY("2024-01-01", "400e6",
                                                                                            ", 'cumulative': true")),
                        "");
    assert_string_equal(
        money_ways(TO_A_BILLION, MONEY("2023-01-01", "200e6", "") "," MONEY("2023-06-01", "140e6", "") "," MONEY(
                                     "2024-01-01", "400e6", ", 'cumulative': true")),
        "");
    assert_string_equal(money_ways(TO_A_BILLION, MONEY("2023-01-01", "140e6", "") "," MONEY("2024-01-01", "400e6",
                                                                                            ", 'cumulative': true")),
                        "Big's committed investment in Lab were at most 300 million USD (now 400 million USD)");
}

static void a_total_is_no_less_than_an_earlier_total(void **state)
{
    assert_string_equal(money_ways(TO_A_BILLION, MONEY("2023-01-01", "340e6", ", 'cumulative': true") "," MONEY(
                                                     "2024-01-01", "400e6", ", 'cumulative': true")),
                        "");
}

static void an_amount_is_not_raised_more_than_tenfold(void **state)
{
    static const char paid[] = MONEY("2024-01-01", "3333e6", ", 'paid': {'value': 3333e6, 'currency': 'USD'}"),
                      more[] = MONEY("2024-01-01", "3334e6", ", 'paid': {'value': 3334e6, 'currency': 'USD'}");
    assert_string_equal(
        money_ways(TO_A_COMMITMENT, paid),
        "the amount of the spending commitment between Big and Lab were at least 9.999 billion USD (now "
        "1 billion USD)");
    assert_string_equal(money_ways(TO_A_COMMITMENT, more), "");
}

static void a_line_that_takes_more_digits_than_are_shown_is_not_named(void **state)
{
    assert_string_equal(money_ways(TO_A_LINE, MONEY("2024-01-01", "400000000", "")),
                        "Big's committed investment in Lab were at most 100 million USD (now 400 million USD)");
    assert_string_equal(money_ways(TO_A_LINE, MONEY("2024-01-01", "400000001", "")),
                        "Big's committed investment in Lab were at most 123.4 million USD (now 400 million USD)");
}

static void records_that_read_alike_are_told_apart_by_their_day_or_else_by_their_id(void **state)
{
    assert_string_equal(
        money_ways(TO_A_BILLION, MONEY("2023-01-01", "200e6", "") "," MONEY("2024-01-01", "210e6", "")),
        "Big's committed investment in Lab of 1 January 2023 were at most 100 million USD (now 200 "
        "million USD); Big's committed investment in Lab of 1 January 2024 were at most 130 million USD "
        "(now 210 million USD)");
    assert_string_equal(money_ways(TO_A_BILLION, MONEY("2023-01-01", "200e6", ", 'id': 'one'") "," MONEY(
                                                     "2023-01-01", "210e6", ", 'id': 'two'")),
                        "Big's committed investment in Lab (one) were at most 100 million USD (now 200 million USD); "
                        "Big's committed investment in Lab (two) were at most 130 million USD (now 210 million USD)");
}

static void an_agreement_that_begins_on_the_day_itself_would_have_to_begin_later(void **state)
{
    static const char day[] = "2025-10-28"; /* the exclusivity for the API as restated is of that day */
    trial_file(&trial, "facts/microsoft-openai.json");
    assert_true(trial_audit_with(&trial, (cc_options){ .as_of = day, .clears_budget = 100000 }));
    const char *said = sentences("ftc-6b/exclusive-api", "microsoft/openai");
    assert_non_null(strstr(said, "the exclusivity for the API between Microsoft and OpenAI began only after 28 October "
                                 "2025"));
    assert_null(strstr(said, "the partnership"));
    struct proving p = { 0 };
    prove_audit(&trial, &again, "facts/microsoft-openai.json", day, false, &p, NULL);
    assert_int_equal(p.wrong, 0);
}

static void the_size_of_a_firm_that_the_finding_does_not_concern_is_not_for_change(void **state)
{
    trial_file(&trial, "facts/cases/hrblock-taxact-2011.json");
    assert_true(trial_audit_with(&trial, (cc_options){ .clears_budget = 100000 }));
    const char *said = sentences("merger-guidelines-2010/concentration", "hr-block/taxact/diy-tax");
    assert_non_null(strstr(said, "TaxACT's share"));
    assert_null(strstr(said, "Intuit"));
}

static void a_rebuttal_of_one_of_several_says_or(void **state)
{
    trial_file(&trial, "facts/microsoft-openai.json");
    assert_true(trial_audit_with(&trial, (cc_options){ .clears_budget = 100000 }));
    assert_non_null(strstr(sentences("ftc-6b/dominance-extension", "microsoft/openai/cloud-infrastructure"),
                           "Language models for enterprises or AI chatbots without"));
    assert_non_null(strstr(sentences("ftc-6b/competing-portfolio", "anthropic/amazon/google"),
                           "a wall at Anthropic keeps Amazon and Google apart"));
}

/* ---- what an open comparison would have to come to ---- */

/* A record that a file does not have, with a value on either side of the line that it says. */
static const struct line_row {
    const char *path, *rule, *list, *before, *after; /* the record up to its value, and from there on */
    double below, above;
    cc_verdict if_below, if_above;
} line_rows[] = {
    { "facts/cases/bt-ee-2016.json", "uk/turnover", "financials",
      "{'entity':'ee','metric':'revenue','geography':'GB','from':'2014','amount':{'value':", ",'currency':'GBP'}}",
      70e6, 70000001, CC_CLEAR, CC_FLAGGED },
    { "facts/cases/mcwane-2015.json", "clayton/exclusive-dealing", "shares",
      "{'market':'domestic','entity':'distributors','measure':'purchases','percent':", ",'from':'2009'}", 39.9, 40,
      CC_CLEAR, CC_FLAGGED },
};

static cc_verdict verdict_with_record(const struct line_row *row, const struct finding *f, double value)
{
    char record[400];
    size_t size;
    char *bytes = file_bytes(row->path, &size);
    snprintf(record, sizeof record, "%s%.9g%s", row->before, value, row->after);
    quotes(record);
    cJSON *document = cJSON_ParseWithLength(bytes, size), *one = cJSON_Parse(record);
    cJSON *list = cJSON_GetObjectItemCaseSensitive(document, row->list);
    if (!list) list = cJSON_AddArrayToObject(document, row->list);
    assert_non_null(one);
    cJSON_AddItemToArray(list, one);
    char *text = cJSON_Print(document);
    cc_verdict verdict = verdict_of_copy(&again, f, text, (cc_options){ 0 });
    if (verdict == CC_FAILED) fail_msg("%s: %s", row->path, again.heard.said[0].message);
    cJSON_Delete(document);
    free(text), free(bytes);
    return verdict;
}

static void a_record_on_either_side_of_the_line_that_decides_settles_as_it_says(void **state)
{
    for (const struct line_row *row = line_rows; row < line_rows + sizeof line_rows / sizeof *line_rows; row++) {
        trial_file(&trial, row->path);
        assert_true(trial_audit_with(&trial, (cc_options){ .clears_budget = 100000 }));
        const struct finding *f = NULL;
        for (size_t i = 0; i < trial.audit->finding_count && !f; i++)
            if (!strcmp(trial.audit->findings[i]->rule->id, row->rule)) f = trial.audit->findings[i];
        assert_true(f && f->verdict == CC_CANNOT_TELL && f->missing);
        assert_int_equal(f->missing->line_count, 1);
        assert_int_equal(f->missing->lines[0].verdicts[NO], row->if_below);
        assert_int_equal(f->missing->lines[0].verdicts[1], row->if_above);
        assert_string_equal(verdict_names[verdict_with_record(row, f, row->below)], verdict_names[row->if_below]);
        assert_string_equal(verdict_names[verdict_with_record(row, f, row->above)], verdict_names[row->if_above]);
    }
}

/* Sales and assets of both: with enough of each all that is open holds, with next to nothing none of it. */
static void all_or_nothing_of_what_is_open_settles_as_it_says(void **state)
{
    static const char path[] = "facts/cases/novant-chs-2024.json",
                      row[] = "{'entity':'%s','metric':'%s','from':'2023','amount':{'value':%s,'currency':'USD'}}";
    static const char *const firms[] = { "novant", "lake-norman" }, *const metrics[] = { "revenue", "assets" },
                             *const values[] = { "1e6", "5e9" };
    trial_file(&trial, path);
    assert_true(trial_audit_with(&trial, (cc_options){ .clears_budget = 100000 }));
    const struct finding *f = NULL;
    for (size_t i = 0; i < trial.audit->finding_count && !f; i++)
        if (!strcmp(trial.audit->findings[i]->rule->id, "hsr/notification")) f = trial.audit->findings[i];
    assert_true(f && f->verdict == CC_CANNOT_TELL && f->missing && !f->missing->line_count);
    assert_int_equal(f->missing->together[0], CC_CLEAR);
    assert_int_equal(f->missing->together[1], CC_FLAGGED);
    for (unsigned all = 0; all < 2; all++) {
        size_t size;
        char *bytes = file_bytes(path, &size), one[300];
        cJSON *document = cJSON_ParseWithLength(bytes, size);
        cJSON *list = cJSON_GetObjectItemCaseSensitive(document, "financials");
        if (!list) list = cJSON_AddArrayToObject(document, "financials");
        for (unsigned i = 0; i < 4; i++) {
            snprintf(one, sizeof one, row, firms[i / 2], metrics[i % 2], values[all]);
            quotes(one);
            cJSON_AddItemToArray(list, cJSON_Parse(one));
        }
        char *text = cJSON_Print(document);
        cc_verdict verdict = verdict_of_copy(&again, f, text, (cc_options){ 0 });
        if (verdict == CC_FAILED) fail_msg("%s: %s", path, again.heard.said[0].message);
        assert_string_equal(verdict_names[verdict], verdict_names[f->missing->together[all]]);
        cJSON_Delete(document);
        free(text), free(bytes);
    }
}

/* Of all that cannot be decided in the shipped cases, by fact, by line, or by all that is open together. What three dairies do
 * nobody recorded, and it takes all three to say that none develops AI: no one fact settles that. */
static void all_that_cannot_be_decided_says_what_decides(void **state)
{
    unsigned open = 0, decided = 0;
    glob_t files;
    assert_int_equal(glob("facts/*.json", 0, NULL, &files), 0);
    assert_int_equal(glob("facts/cases/*.json", GLOB_APPEND, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i += STRIDE) {
        trial_file(&trial, files.gl_pathv[i]);
        assert_true(trial_audit_with(&trial, (cc_options){ .clears_budget = 100000, .today = "2026-11-30" }));
        for (size_t k = 0; k < trial.audit->finding_count; k++) {
            const struct missing *m = trial.audit->findings[k]->missing;
            if (!m) continue;
            bool takes_three = strstr(files.gl_pathv[i], "dfa-southern-belle") &&
                               !strcmp(trial.audit->findings[k]->rule->id, "ftc-6b/competing-portfolio");
            open++, decided += m->count || m->line_count || missing_together(m) || takes_three;
            for (size_t n = 0; n < m->line_count; n++) {
                const struct line_decision *line = &m->lines[n];
                assert_int_equal(line->sides->result.result, UNKNOWN);
                assert_true(line->verdicts[0] != CC_CANNOT_TELL || line->verdicts[1] != CC_CANNOT_TELL);
            }
        }
    }
    print_message("%u of %u\n", decided, open);
    globfree(&files);
    assert_int_equal(decided, open);
}

TRIAL_FIXTURE_OF_TWO(trial, again)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_to_clear_a_shipped_case_clears_a_copy_of_it),
        cmocka_unit_test(every_way_to_clear_the_seed_clears_it_on_other_days_and_by_the_law_of_all_jurisdictions),
        cmocka_unit_test(who_is_concerned_is_asked_no_further_than_to_the_subject),
        cmocka_unit_test(subjects_that_were_enumerated_in_part_are_enumerated_anew),
        cmocka_unit_test(the_enumeration_goes_on_past_a_subject_that_another_name_may_show),
        cmocka_unit_test(a_number_that_is_searched_for_is_stated_with_few_digits_on_the_side_that_clears),
        cmocka_unit_test(what_is_recorded_as_put_in_before_is_not_taken_back),
        cmocka_unit_test(a_total_is_no_less_than_an_earlier_total),
        cmocka_unit_test(an_amount_is_not_raised_more_than_tenfold),
        cmocka_unit_test(a_line_that_takes_more_digits_than_are_shown_is_not_named),
        cmocka_unit_test(records_that_read_alike_are_told_apart_by_their_day_or_else_by_their_id),
        cmocka_unit_test(an_agreement_that_begins_on_the_day_itself_would_have_to_begin_later),
        cmocka_unit_test(the_size_of_a_firm_that_the_finding_does_not_concern_is_not_for_change),
        cmocka_unit_test(a_rebuttal_of_one_of_several_says_or),
        cmocka_unit_test(a_record_on_either_side_of_the_line_that_decides_settles_as_it_says),
        cmocka_unit_test(all_or_nothing_of_what_is_open_settles_as_it_says),
        cmocka_unit_test(all_that_cannot_be_decided_says_what_decides),
        cmocka_unit_test(every_fact_to_find_out_settles_what_it_promised_with_each_of_its_values),
    };
    return cmocka_run_group_tests(tests, open_trial, close_trial);
}
