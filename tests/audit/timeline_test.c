/* timeline_test.c - a timeline says of every day what an audit of that day says, and which facts made the difference. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <glob.h>

#include "audit/timeline.h"
#include "audit/trial.h"
#include "base/counted.h"
#include "facts/turning.h"

static struct trial trial;
static cc_timeline *timeline;

#ifdef SHORT /* one case in twenty */
enum { STEP = 20 };
#else
enum { STEP = 1 };
#endif

static const cc_options options = { .size = sizeof options };

static void run(const char *path)
{
    trial_file(&trial, path);
    timeline = cc_timeline_new(trial.engine, trial.facts, &options);
    assert_non_null(timeline);
    int more;
    while ((more = cc_timeline_step(timeline)) > 0) continue;
    assert_int_equal(more, 0);
}

/* ---- every day ---- */

static const struct stretch *stretch_on(const struct timeline_row *row, int32_t day)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->stretches[i].from <= day && day <= row->stretches[i].to) return &row->stretches[i];
    return NULL;
}

static bool is_role(const struct finding *f, ref record, ref in_row, bool by_group)
{
    if (record == in_row || !by_group || ref_kind(record) != KIND_ENTITY) return record == in_row;
    return same_group(f->moment, ref_row(record), ref_row(in_row));
}

/* By its own names, else by its groups: a row has the last name that its finding is shown by. */
static const struct timeline_row *row_of(const struct finding *f)
{
    for (size_t i = 0; i < 2 * timeline->row_count; i++) {
        const struct timeline_row *row = timeline->rows[i % timeline->row_count];
        bool same = row->rule == f->rule;
        for (unsigned r = 0; same && r < f->rule->role_count; r++)
            same = is_role(f, f->subject.roles[r].record, row->subject.roles[r].record, i >= timeline->row_count);
        if (same) return row;
    }
    return NULL;
}

static void check_day(const char *file, int32_t day)
{
    char as_of[64];
    size_t kept = 0, open = 0;
    day_write(day, as_of, sizeof as_of);
    trial_audit(&trial, as_of);
    for (size_t i = 0; i < trial.audit->finding_count; i++) {
        const struct finding *f = trial.audit->findings[i];
        if (f->verdict > CC_REBUTTED) continue;
        const struct timeline_row *row = row_of(f);
        const struct stretch *s = row ? stretch_on(row, day) : NULL;
        if (!s || s->verdict != f->verdict)
            fail_msg("%s: %s: %s is %s, the timeline has %s", file, as_of, f->rule->id, verdict_names[f->verdict],
                     s ? verdict_names[s->verdict] : "nothing");
        kept++;
    }
    for (size_t i = 0; i < timeline->row_count; i++) open += stretch_on(timeline->rows[i], day) != NULL;
    if (open != kept) fail_msg("%s: %s: %zu are so, the timeline has %zu", file, as_of, kept, open);
}

static void a_day_is_what_an_audit_of_it_says(void **state)
{
    glob_t files;
    size_t days = 0;
    assert_int_equal(glob("facts/*.json", 0, NULL, &files), 0);
    assert_int_equal(glob("facts/cases/*.json", GLOB_APPEND, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i += STEP) {
        run(files.gl_pathv[i]);
        for (size_t d = 0; d < timeline->count; d++, days++) {
            int32_t day = timeline->days[d].day, next = d + 1 < timeline->count ? timeline->days[d + 1].day : day + 1;
            check_day(files.gl_pathv[i], day);
            check_day(files.gl_pathv[i], next - 1);
            check_day(files.gl_pathv[i], day + (next - day) / 2);
        }
        cc_timeline_free(timeline);
    }
    print_message("%zu cases, %zu days\n", files.gl_pathc, days);
    globfree(&files);
}

/* ---- the seed ---- */

/* What the notice of 21 January 2025, the agreements of 28 October 2025 and those of 27 April 2026 changed. */
static const struct turning {
    const char *day, *rule, *subject;
    cc_verdict before, after;
    const char *fact;
    enum turn turn;
} turnings[] = {
    { "2025-01-21", "ftc-6b/capacity-first-refusal", "microsoft/openai", CC_CLEAR, CC_FLAGGED,
      "microsoft-capacity-first-refusal", TURN_BEGINS },
    { "2025-01-21", "ftc-6b/control-rights", "microsoft/openai", CC_CLEAR, CC_FLAGGED, "microsoft-consent-own-capacity",
      TURN_BEGINS },
    { "2025-10-28", "ftc-6b/capacity-first-refusal", "microsoft/openai", CC_FLAGGED, CC_CLEAR,
      "microsoft-capacity-first-refusal", TURN_ENDS },
    { "2025-10-28", "ftc-6b/circular-spending", "microsoft/openai", CC_CANNOT_TELL, CC_FLAGGED,
      "azure-commitment-2025-10", TURN_BEGINS },
    { "2025-10-28", "sherman/exclusive-supply", "microsoft/openai/enterprise-llm-api", CC_FLAGGED, CC_CLEAR,
      "microsoft-api-exclusivity-2023", TURN_ENDS },
    { "2026-04-27", "ftc-6b/exclusive-api", "microsoft/openai", CC_FLAGGED, CC_CLEAR, "microsoft-api-exclusivity-2026",
      TURN_ENDS },
    { "2026-04-27", "ftc-6b/two-way-revenue-share", "microsoft/openai", CC_FLAGGED, CC_CLEAR,
      "openai-receives-revenue-2023", TURN_ENDS },
    { "2023-12-18", "merger-guidelines-2023/partial-ownership", "microsoft/openai", CC_OUT_OF_SCOPE, CC_FLAGGED, NULL,
      TURN_LAW_BEGINS },
};

static const struct timeline_day *day_named(const char *name)
{
    for (size_t d = 0; d < timeline->count; d++) {
        char written[64];
        day_write(timeline->days[d].day, written, sizeof written);
        if (strcmp(written, name) == 0) return &timeline->days[d];
    }
    fail_msg("no day %s", name);
    return NULL;
}

static bool is_change(const struct verdict_change *c, const struct turning *t)
{
    const struct timeline_row *row = timeline->rows[c->row];
    const struct finding f = { .rule = row->rule, .subject = row->subject };
    char subject[300];
    return strcmp(row->rule->id, t->rule) == 0 &&
           strcmp(subject_of(&f, trial.facts->facts, subject, sizeof subject), t->subject) == 0;
}

static bool has_cause(const struct verdict_change *c, const struct turning *t)
{
    for (size_t i = 0; i < c->cause_count; i++) {
        const struct cause *cause = c->causes[i];
        if (cause->turn != t->turn) continue;
        if (!t->fact) return cause->rule && strcmp(cause->rule->id, t->rule) == 0;
        if (strcmp(facts_id(trial.facts->facts, cause->record), t->fact) == 0) return true;
    }
    return false;
}

/* A rule that counts the time itself has a day of its own, on which nothing begins or ends: four years after Reid Hoffman left the
 * board of OpenAI clayton/ended-interlock asks no more. */
static void check_time_alone(void)
{
    const struct timeline_day *day = day_named("2027-03-04");
    assert_int_equal(day->cause_count, 0);
    assert_int_equal(day->change_count, 1);
    assert_string_equal(timeline->rows[day->changes[0].row]->rule->id, "clayton/ended-interlock");
    assert_false(day->changes[0].sure);
}

static void the_seed_turns_in_january_and_october_2025_and_in_april_2026(void **state)
{
    run("facts/microsoft-openai.json");
    for (const struct turning *t = turnings; t < turnings + sizeof turnings / sizeof *turnings; t++) {
        const struct timeline_day *day = day_named(t->day);
        const struct verdict_change *found = NULL;
        for (size_t i = 0; i < day->change_count; i++)
            if (is_change(&day->changes[i], t)) found = &day->changes[i];
        if (!found) fail_msg("%s: no change of %s", t->day, t->rule);
        assert_int_equal(found->before, t->before);
        assert_int_equal(found->after, t->after);
        assert_true(found->sure);
        if (!has_cause(found, t)) fail_msg("%s: %s is not laid to %s", t->day, t->rule, t->fact);
    }
    check_time_alone();
    cc_timeline_free(timeline);
}

/* From 20 April 2026 on the circle of Amazon Web Services and Anthropic is shown as Amazon's, since a contract names it. */
static void another_name_for_the_same_group_is_no_change(void **state)
{
    size_t circles = 0;
    run("facts/amazon-anthropic.json");
    for (size_t d = 0; d < timeline->count; d++)
        for (size_t i = 0; i < timeline->days[d].change_count; i++) {
            const struct verdict_change *c = &timeline->days[d].changes[i];
            if (!strcmp(timeline->rows[c->row]->rule->id, "ftc-6b/supplier-equity")) circles++;
            assert_true(timeline->days[d].cause_count > 0);
        }
    assert_int_equal(circles, 2); /* Amazon's and Google's begin, and go on */
    cc_timeline_free(timeline);
}

/* ---- small cases ---- */

static struct trial small;

static void run_small(const char *elements, const char *agreements)
{
    static const char head[] =
        "return { id = 'test/pair', title = '{a} and {b}', severity = 'low', nature = 'indicator', roles = { 'a', 'b' },\n"
        "  basis = { { 'merger-guidelines-2023', support = 'analogy' } },\n"
        "  subjects = function(case, each)\n"
        "    for a, b in case:holdings():pairs('holder', 'entity') do each(a, b) end end,\n"
        "  elements = {";
    char rule[2000], facts[2000];
    trial_open(&small, NULL);
    snprintf(rule, sizeof rule, "%s %s } }\n", head, elements);
    trial_rule(&small, "test/pair.lua", rule);
    snprintf(facts, sizeof facts,
             "{'format':'compliance-facts/1','case':{'id':'pair','as_of':'2025-01-24'},"
             "'entities':[{'id':'a','name':'A'},{'id':'b','name':'B'}],"
             "'holdings':[{'holder':'a','entity':'b','stake':10,'control':'none'}],'agreements':[%s]}",
             agreements);
    trial_case(&small, facts);
    timeline = cc_timeline_new(small.engine, small.facts, &options);
    assert_non_null(timeline);
    int more;
    while ((more = cc_timeline_step(timeline)) > 0) continue;
    assert_int_equal(more, 0);
}

static void end_small(void)
{
    cc_timeline_free(timeline);
    trial_close(&small);
}

/* "x y", or "x+y" where they are the cause only together. */
static const char *causes_on(const char *day)
{
    static char ids[200];
    const struct timeline_day *d = day_named(day);
    size_t n = 0;
    assert_int_equal(d->change_count, 1);
    const struct verdict_change *c = &d->changes[0];
    ids[0] = '\0';
    for (size_t i = 0; i < c->cause_count; i++)
        n += (size_t)snprintf(ids + n, sizeof ids - n, "%s%s",
                              !i        ? ""
                              : c->sure ? " "
                                        : "+",
                              facts_id(small.facts->facts, c->causes[i]->record));
    return ids;
}

#define VETO                    "{ 'veto', recorded = { 'agreements', type = 'veto', holder = 'a', grantor = 'b' } },"
#define CONSENT                 "{ 'consent', recorded = { 'agreements', type = 'consent', holder = 'a', grantor = 'b' } },"
#define AGREED(ID, TYPE, DATES) "{'id':'" ID "','type':'" TYPE "','holder':'a','grantor':'b'," DATES "}"

/* Of the facts of a day only that without which it would not have come. */
static void a_change_is_laid_to_each_fact_that_makes_the_difference_alone(void **state)
{
    run_small(VETO CONSENT,
              AGREED("v", "veto", "'from':'2024-05-01','to':'2024-12-31'") "," AGREED(
                  "c", "consent", "'from':'2024-05-01'") "," AGREED("w", "waiver", "'from':'2024-05-01'"));
    assert_string_equal(causes_on("2024-05-01"), "v c");
    assert_string_equal(causes_on("2025-01-01"), "v");
    end_small();
}

/* Either veto would do, so that neither alone is the cause. */
static void facts_of_which_none_alone_makes_the_difference_are_the_cause_together(void **state)
{
    run_small(VETO, AGREED("v", "veto", "'from':'2024-05-01'") "," AGREED(
                        "w", "waiver", "'from':'2024-05-01'") "," AGREED("u", "veto", "'from':'2024-05-01'"));
    assert_string_equal(causes_on("2024-05-01"), "v+u");
    end_small();
}

/* What is flagged on the day before already has not begun on the first day on file. */
static void the_first_day_is_compared_with_the_day_before_it(void **state)
{
    run_small(VETO, AGREED("v", "veto", "'to':'2024-12-31'") "," AGREED("w", "waiver", "'from':'2024-05-01'"));
    assert_int_equal(day_named("2024-05-01")->change_count, 0);
    assert_int_equal(day_named("2024-05-01")->totals[CC_FLAGGED], 1);
    assert_string_equal(causes_on("2025-01-01"), "v");
    assert_int_equal(timeline->row_count, 1);
    assert_null(timeline->rows[0]->stretches[0].begun);
    assert_ptr_equal(timeline->rows[0]->stretches[0].ended, &day_named("2025-01-01")->changes[0]);
    end_small();
}

static void its_json_names_the_day_of_the_case(void **state)
{
    struct text t;
    cc_report_options look = { .size = sizeof look };
    run_small(VETO, AGREED("v", "veto", "'from':'2026-05-01'"));
    text_init(&t, &allocator_default, 0);
    assert_true(cc_write_timeline(timeline, "json", &look, (cc_sink){ sink_text, &t }));
    assert_non_null(strstr(t.data, "\"as_of\":\"2025-01-24\""));
    text_free(&t);
    end_small();
}

static void a_case_without_a_date_has_one_day(void **state)
{
    trial_case(&trial, "{'format':'compliance-facts/1','case':{'id':'none','as_of':'2025-01-24'},"
                       "'entities':[{'id':'big','name':'Big'}]}");
    timeline = cc_timeline_new(trial.engine, trial.facts, &options);
    int more;
    while ((more = cc_timeline_step(timeline)) > 0) continue;
    assert_int_equal(more, 0);
    char written[64];
    day_write(timeline->days[0].day, written, sizeof written);
    assert_string_equal(written, "2025-01-24");
    assert_int_equal(timeline->row_count, 0);
    cc_timeline_free(timeline);
}

/* "2025" may begin on its first day and has surely begun on its last; what ends on a day is over on the next. */
static void an_inexact_date_is_two_days_and_an_end_is_the_day_after(void **state)
{
    trial_case(&trial,
               "{'format':'compliance-facts/1','case':{'id':'two','as_of':'2025-01-24'},"
               "'entities':[{'id':'a','name':'A'},{'id':'b','name':'B'}],"
               "'agreements':[{'id':'x','type':'veto','holder':'a','grantor':'b','from':'2025','to':'2026-06-30'}]}");
    timeline = cc_timeline_new(trial.engine, trial.facts, &options);
    assert_int_equal(timeline->count, 3);
    assert_int_equal(day_named("2025-01-01")->causes[0].turn, TURN_MAY_BEGIN);
    assert_int_equal(day_named("2025-12-31")->causes[0].turn, TURN_BEGINS);
    assert_int_equal(day_named("2026-07-01")->causes[0].turn, TURN_ENDS);
    cc_timeline_free(timeline);
}

static void a_deal_abandoned_on_an_unknown_day_has_the_day_of_its_announcement_alone(void **state)
{
    trial_case(&trial, "{'format':'compliance-facts/1','case':{'id':'given-up','as_of':'2025-01-24'},"
                       "'entities':[{'id':'a','name':'A'},{'id':'b','name':'B'}],"
                       "'transactions':[{'acquirer':'a','target':'b','type':'acquisition','from':'2024-03-01',"
                       "'status':'abandoned','abandoned':null}]}");
    timeline = cc_timeline_new(trial.engine, trial.facts, &options);
    assert_int_equal(timeline->count, 1);
    assert_int_equal(day_named("2024-03-01")->causes[0].turn, TURN_BEGINS);
    cc_timeline_free(timeline);
}

/* ---- many days ---- */

enum { FIRMS = 4000, CHAIN = 300 };
static void pass_over(void *ud, const cc_diagnostic *d) { (void)ud, (void)d; }

/* All days together are 50 MB. */
static void the_groups_of_days_that_are_over_are_forgotten(void **state)
{
    static const char rule[] =
        "return { id = 'test/held', title = '{a} and {b}', severity = 'low', nature = 'indicator', roles = { 'a', 'b' },\n"
        "  basis = { { 'merger-guidelines-2023', support = 'analogy' } },\n"
        "  subjects = function(case, each)\n"
        "    for a, b in case:holdings{ control = 'none' }:pairs('holder', 'entity') do each(a, b) end end,\n"
        "  elements = { { '{a} holds', recorded = { 'holdings', holder = 'a', control = 'none' } } } }\n";
    (void)state;
    struct counted c = { 0 };
    const cc_allocator allocator = counted(&c);
    cc_engine *engine = cc_engine_new(NULL, &allocator, pass_over, NULL);
    assert_true(cc_engine_set_shipped(engine, "rules") &&
                cc_engine_load_rule_text(engine, "test/held.lua", rule, sizeof rule - 1));
    char *text = turning_facts(FIRMS, CHAIN);
    cc_case *facts = cc_case_parse(engine, "turns.json", text, strlen(text));
    free(text);
    cc_timeline *t = cc_timeline_new(engine, facts, &options);
    size_t begin = c.live, done;
    int more;
    while ((more = cc_timeline_step(t)) > 0) continue;
    assert_int_equal(more, 0);
    assert_int_equal(cc_timeline_days(t, &done), CHAIN);
    assert_false(cc_timeline_incomplete(t));
    assert_int_equal(t->row_count, CHAIN / 3);
    assert_true(c.most - begin < VIEWS_BYTES + VIEWS_BYTES / 2);
    cc_timeline_free(t), cc_case_free(facts), cc_engine_free(engine);
    assert_int_equal(c.live, 0);
}

TRIAL_FIXTURE(trial, "rules")

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_is_what_an_audit_of_it_says),
        cmocka_unit_test(the_seed_turns_in_january_and_october_2025_and_in_april_2026),
        cmocka_unit_test(another_name_for_the_same_group_is_no_change),
        cmocka_unit_test(a_change_is_laid_to_each_fact_that_makes_the_difference_alone),
        cmocka_unit_test(facts_of_which_none_alone_makes_the_difference_are_the_cause_together),
        cmocka_unit_test(the_first_day_is_compared_with_the_day_before_it),
        cmocka_unit_test(its_json_names_the_day_of_the_case),
        cmocka_unit_test(a_case_without_a_date_has_one_day),
        cmocka_unit_test(the_groups_of_days_that_are_over_are_forgotten),
        cmocka_unit_test(an_inexact_date_is_two_days_and_an_end_is_the_day_after),
        cmocka_unit_test(a_deal_abandoned_on_an_unknown_day_has_the_day_of_its_announcement_alone),
    };
    return cmocka_run_group_tests(tests, open_trial, close_trial);
}
