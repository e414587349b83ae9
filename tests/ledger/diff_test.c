/* diff_test.c - saved audits are read strictly, are the same as themselves, and differ by the facts that were changed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <glob.h>

#include "audit/trial.h"
#include "ledger/diff.h"

static struct trial trial;

#ifdef SHORT /* one case in ten */
enum { STEP = 10 };
#else
enum { STEP = 1 };
#endif

/* The audit as JSON; free. */
static char *json_of(bool verbose)
{
    struct text t;
    cc_report_options look = { .size = sizeof look, .verbose = verbose };
    text_init(&t, &allocator_default, 0);
    cc_report *report = cc_report_open(trial.engine, "json", &look, (cc_sink){ sink_text, &t });
    assert_true(cc_report_add(report, trial.audit));
    assert_true(cc_report_close(report));
    char *copy = strdup(t.data);
    text_free(&t);
    return copy;
}

static cc_side *saved_of(const char *json)
{
    cc_side *s = cc_side_read(trial.engine, "saved.json", json, strlen(json));
    if (!s) fail_msg("%s", trial.heard.said[trial.heard.count - 1].message);
    return s;
}

static cc_side *audited(const char *path, const char *as_of)
{
    trial_file(&trial, path);
    trial_audit(&trial, as_of);
    char *json = json_of(true);
    cc_side *s = saved_of(json);
    free(json);
    return s;
}

/* ---- the same ---- */

static void every_shipped_audit_can_be_read_and_is_the_same_as_itself(void **state)
{
    glob_t files;
    size_t same = 0;
    assert_int_equal(glob("facts/*.json", 0, NULL, &files), 0);
    assert_int_equal(glob("facts/cases/*.json", GLOB_APPEND, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i += STEP) {
        trial_file(&trial, files.gl_pathv[i]);
        trial_audit(&trial, NULL);
        char *shown = json_of(false), *all = json_of(true);
        assert_true(cc_side_is_saved(shown, strlen(shown)));
        cc_side *a = saved_of(shown), *b = saved_of(all);
        cc_diff *d = cc_diff_new(a, b);
        if (cc_diff_count(d)) fail_msg("%s: %zu differences", files.gl_pathv[i], cc_diff_count(d));
        same += d->same;
        cc_diff_free(d), cc_side_free(a), cc_side_free(b);
        free(shown), free(all);
    }
    assert_true(same > (STEP == 1 ? 300 : 20));
    globfree(&files);
}

/* ---- what differs ---- */

static const struct difference *difference_of(const cc_diff *d, const char *rule, unsigned type)
{
    for (size_t i = 0; i < d->count; i++) {
        const struct difference *x = &d->items[i];
        if (x->type == type && strcmp((x->now ? x->now : x->was)->rule, rule) == 0) return x;
    }
    return NULL;
}

static const struct fact_difference *fact_of(const struct difference *x, const char *id, const char *field)
{
    for (size_t i = 0; i < x->fact_count; i++) {
        const struct side_fact *f = x->facts[i].now ? x->facts[i].now : x->facts[i].was;
        if (strcmp(f->id, id) == 0 && strcmp(f->field, field) == 0) return &x->facts[i];
    }
    return NULL;
}

static void two_days_of_the_seed_differ_by_the_agreements_between_them(void **state)
{
    cc_side *old = audited("facts/microsoft-openai.json", "2025-01-24"),
            *now = audited("facts/microsoft-openai.json", "2025-10-28");
    cc_diff *d = cc_diff_new(old, now);
    const struct difference *gone = difference_of(d, "ftc-6b/capacity-first-refusal", DIFFERENCE_GONE);
    assert_non_null(gone);
    const struct fact_difference *f = fact_of(gone, "microsoft-capacity-first-refusal", "");
    assert_true(f && f->was && !f->now);
    const struct difference *changed = difference_of(d, "ftc-6b/circular-spending", DIFFERENCE_CHANGED);
    assert_non_null(changed);
    assert_int_equal(changed->was->verdict, CC_CANNOT_TELL);
    assert_int_equal(changed->now->verdict, CC_FLAGGED);
    f = fact_of(changed, "azure-commitment-2025-10", "amount");
    assert_true(f && !f->was && f->now);
    assert_non_null(difference_of(d, "ftc-6b/sensitive-information", DIFFERENCE_NEW));
    cc_diff_free(d), cc_side_free(old), cc_side_free(now);
}

static void a_changed_value_is_the_fact_that_made_the_difference(void **state)
{
    const char *set = "/shares/83/percent=19.9";
    size_t size;
    cc_side *old = audited("facts/microsoft-openai.json", NULL);
    char *text = file_bytes("facts/microsoft-openai.json", &size);
    cc_case *altered = cc_case_parse_altered(trial.engine, "altered", text, size, (cc_words){ &set, 1 },
                                             (cc_words){ 0 });
    assert_non_null(altered);
    cc_audit *audit = cc_audit_run(trial.engine, altered, &(cc_options){ .size = sizeof(cc_options) });
    cc_audit *before = trial.audit;
    trial.audit = audit;
    char *json = json_of(true);
    trial.audit = before;
    cc_side *now = saved_of(json);
    assert_true(now->altered);
    cc_diff *d = cc_diff_new(old, now);
    const struct difference *gone = difference_of(d, "ftc-6b/exclusive-api", DIFFERENCE_GONE);
    assert_non_null(gone);
    const struct fact_difference *f = fact_of(gone, "share-cloud-infrastructure-microsoft-revenue-2024-12-31",
                                              "percent");
    assert_true(f && f->was && f->now);
    assert_string_equal(f->was->value, "21");
    assert_string_equal(f->now->value, "19.9");
    assert_int_equal(f->was->line, f->now->line);
    assert_int_equal(gone->fact_count, 1);
    cc_diff_free(d), cc_side_free(old), cc_side_free(now);
    cc_audit_free(audit), cc_case_free(altered);
    free(json), free(text);
}

/* Nothing can be said of what a rule would have found. */
static void a_rule_that_was_not_run_is_not_compared(void **state)
{
    const char *skip = "ftc-6b/exclusive-api";
    cc_side *old = audited("facts/microsoft-openai.json", NULL);
    assert_true(trial_audit_with(&trial, (cc_options){ .size = sizeof(cc_options), .skip = { &skip, 1 } }));
    char *json = json_of(true);
    cc_side *now = saved_of(json);
    cc_diff *d = cc_diff_new(old, now);
    assert_int_equal(cc_diff_count(d), 1);
    assert_int_equal(d->items[0].type, DIFFERENCE_UNCOMPARED);
    assert_string_equal(d->items[0].why, "not-selected");
    assert_true(d->items[0].in_old);
    cc_diff_free(d), cc_side_free(old), cc_side_free(now);
    free(json);
}

/* A gone finding is clear on the other side; an audit that was saved without its clear subjects does not tell on what. */
static void what_an_audit_may_not_have_asked_does_not_vanish(void **state)
{
    for (int whole = 0; whole < 2; whole++) {
        const char *only = "ftc-6b/exclusive-api", *day = "2026-04-27";
        trial_file(&trial, "facts/microsoft-openai.json");
        assert_true(trial_audit_with(&trial, (cc_options){ .only = { &only, 1 } }));
        char *before = json_of(true);
        assert_true(trial_audit_with(&trial, (cc_options){ .only = { &only, 1 }, .as_of = day }));
        char *after = json_of(whole);
        cc_side *old = saved_of(before), *now = saved_of(after);
        cc_diff *d = cc_diff_new(old, now);
        const struct difference *gone = difference_of(d, only, DIFFERENCE_GONE);
        assert_non_null(gone);
        const struct fact_difference *firm = fact_of(gone, "openai", "activities"),
                                     *ended = fact_of(gone, "microsoft-api-exclusivity-2023", "");
        assert_true(ended && ended->was && !ended->now);
        assert_int_equal(ended->unasked, !whole);
        if (whole) assert_null(firm);
        else assert_true(firm && firm->unasked);
        cc_diff_free(d), cc_side_free(old), cc_side_free(now);
        free(before), free(after);
    }
}

/* All its subjects are there, and there is none of this rule: the deal is not on file any more. */
static void what_a_whole_audit_does_not_cite_vanishes(void **state)
{
    cc_side *old = audited("facts/microsoft-openai.json", NULL),
            *now = audited("facts/microsoft-openai.json", "2024-01-01");
    cc_diff *d = cc_diff_new(old, now);
    const struct difference *gone = difference_of(d, "ftc-6b/talent", DIFFERENCE_GONE);
    assert_non_null(gone);
    const struct fact_difference *f = fact_of(gone, "microsoft-inflection-hire", "");
    assert_true(f && f->was && !f->now && !f->unasked);
    cc_diff_free(d), cc_side_free(old), cc_side_free(now);
}

/* ---- what is refused ---- */

/* One place of a sound audit is changed. */
static const struct row {
    const char *name, *from, *to, *message, *hint;
} rows[] = {
    { "a misspelt field", "\"verdict\":\"flagged\"", "\"verdikt\":\"flagged\"", "unknown field 'verdikt' of finding",
      "verdict" },
    { "a misspelt word", "\"severity\":\"high\"", "\"severity\":\"hihg\"", "'severity' cannot be 'hihg'", "high" },
    { "a wrong type", "\"incomplete\":false", "\"incomplete\":0", "'incomplete' must be true or false", "" },
    { "a negative count", "\"failed\":0", "\"failed\":-1", "'failed' must be a whole number from 0", "" },
    { "no day", "\"as_of\":\"2025-01-24\"", "\"as_of\":\"2025-02-30\"", "'as_of' must be a day, YYYY-MM-DD", "" },
    { "another format", "compliance-audit/1", "compliance-audit/2", "'format' must be \"compliance-audit/1\"", "" },
    { "what is missing", "\"notices\":", "\"noticed\":", "unknown field 'noticed' of audit", "notices" },
};

static void a_saved_audit_is_read_strictly(void **state)
{
    trial_file(&trial, "facts/microsoft-openai.json");
    trial_audit(&trial, NULL);
    char *json = json_of(false);
    for (const struct row *r = rows; r < rows + sizeof rows / sizeof *rows; r++) {
        const char *at = strstr(json, r->from);
        assert_non_null(at);
        char *changed = calloc(1, strlen(json) + 40);
        memcpy(changed, json, (size_t)(at - json));
        strcat(changed, r->to), strcat(changed, at + strlen(r->from));
        size_t before = trial.heard.count = 0;
        assert_null(cc_side_read(trial.engine, "saved.json", changed, strlen(changed)));
        assert_true(trial.heard.count > before);
        assert_string_equal(trial.heard.said[0].message, r->message);
        assert_string_equal(trial.heard.said[0].hint, r->hint);
        assert_true(trial.heard.said[0].line > 0);
        free(changed);
    }
    trial.heard.count = 0;
    free(json);
}

static void a_saved_audit_is_known_by_its_format_wherever_that_stands(void **state)
{
    static const char *const audits[] = { "{\"format\":\"compliance-audit/1\"}",
                                          " {\"a\":{\"format\":\"x\"}, \"format\" : \"compliance-audit/9\"",
                                          "[{\"case\":[\"}\"],\"format\":\"compliance-audit/1\"}]" };
    static const char *const others[] = { "",
                                          "{",
                                          "[",
                                          "\"",
                                          "{\"format\":\"compliance-facts/1\"}",
                                          "{\"format\"",
                                          "{\"x\":{\"format\":\"compliance-audit/1\"}}",
                                          "{\"x\":\"\\\"format\\\":\\\"compliance-audit/1\\\"\"}" };
    for (size_t i = 0; i < sizeof audits / sizeof *audits; i++)
        assert_true(cc_side_is_saved(audits[i], strlen(audits[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(cc_side_is_saved(others[i], strlen(others[i])));
}

TRIAL_FIXTURE(trial, "rules")

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shipped_audit_can_be_read_and_is_the_same_as_itself),
        cmocka_unit_test(two_days_of_the_seed_differ_by_the_agreements_between_them),
        cmocka_unit_test(a_changed_value_is_the_fact_that_made_the_difference),
        cmocka_unit_test(a_rule_that_was_not_run_is_not_compared),
        cmocka_unit_test(what_an_audit_may_not_have_asked_does_not_vanish),
        cmocka_unit_test(what_a_whole_audit_does_not_cite_vanishes),
        cmocka_unit_test(a_saved_audit_is_read_strictly),
        cmocka_unit_test(a_saved_audit_is_known_by_its_format_wherever_that_stands),
    };
    return cmocka_run_group_tests(tests, open_trial, close_trial);
}
