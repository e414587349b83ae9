/* options_test.c - which rules are considered, what the options of an audit do, the day of the law, and that a rule that
 * fails fails alone (DESIGN 4 and 6). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/firms.h"
#include "audit/trial.h"

/* ---- which rules are considered ---- */

static void load_three(struct trial *t)
{
    static const char *const rules[][2] = { { "us/one", "jurisdiction = 'US'," },
                                            { "eu/two", "jurisdiction = 'EU'," },
                                            { "any/three", "" } };
    trial_open(t, NULL);
    for (unsigned i = 0; i < 3; i++) {
        char lua[1200], path[32];
        snprintf(
            lua, sizeof lua,
            "return { id = '%s', title = '{a}', severity = 'low', nature = 'indicator', %s roles = { 'a' },\n"
            "  basis = { { 'merger-guidelines-2023', support = 'analogy' } },\n"
            "  subjects = function(case, each) for a in case:entities { activities = 'cloud-provider' } do each(a) end end,\n"
            "  params = { line = { 15, 'percent', 'a line' }, more = { 10, 'percent', 'more' }, price = { 5, 'EUR', 'p' },\n"
            "    seats = { 3, 'count', 's' }, term = { 2, 'years', 't' } },\n"
            "  elements = { { '{more} {<} {line}', 'more', '<', 'line' } } }",
            rules[i][0], rules[i][1]);
        snprintf(path, sizeof path, "%s.lua", rules[i][0]);
        trial_rule(t, path, lua);
    }
}

#define WORDS(...)                                                                                          \
    {                                                                                                       \
        (const char *const[]){ __VA_ARGS__ }, sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *) \
    }

static const struct choice_row {
    const char *name, *jurisdictions; /* of the case */
    cc_options options;
    const char *considered; /* "us/one eu/two any/three" */
} choice_rows[] = {
    { "a case without jurisdictions considers all", "", { 0 }, "us/one eu/two any/three" },
    { "a case with one leaves the others out", ",'jurisdictions':['US']", { 0 }, "us/one any/three" },
    { "with two, both", ",'jurisdictions':['EU','US']", { 0 }, "us/one eu/two any/three" },
    { "one that no rule has", ",'jurisdictions':['UK']", { 0 }, "any/three" },
    { "the option goes before the case",
      ",'jurisdictions':['US']",
      { .jurisdictions = WORDS("EU") },
      "eu/two any/three" },
    { "in any case", "", { .jurisdictions = WORDS("eu", "us") }, "us/one eu/two any/three" },
    { "only one", "", { .only = WORDS("us/*") }, "us/one" },
    { "only by letters", "", { .only = WORDS("*/t??ee") }, "any/three" },
    { "only two", "", { .only = WORDS("us/one", "eu/*") }, "us/one eu/two" },
    { "skip one", "", { .skip = WORDS("us/*") }, "eu/two any/three" },
    { "skip goes before only", "", { .only = WORDS("*"), .skip = WORDS("*/one", "any/*") }, "eu/two" },
    { "only does not bring in another law",
      ",'jurisdictions':['US']",
      { .only = WORDS("eu/two", "us/one") },
      "us/one" },
};

static void rules_are_considered_by_jurisdiction_only_and_skip(void **state)
{
    static const char *const ids[] = { "us/one", "eu/two", "any/three" };
    struct trial t;
    load_three(&t);
    for (unsigned i = 0; i < sizeof choice_rows / sizeof *choice_rows; i++) {
        char json[2000];
        snprintf(json, sizeof json, FIRMS, choice_rows[i].jurisdictions);
        trial_case(&t, json);
        assert_true(trial_audit_with(&t, choice_rows[i].options));
        for (unsigned k = 0; k < 3; k++) {
            bool considered = strstr(choice_rows[i].considered, ids[k]) != NULL;
            cc_verdict verdict = trial_verdict(&t, ids[k]);
            if (verdict != (considered ? CC_FLAGGED : CC_NOT_SELECTED))
                fail_msg("%s: %s is %s", choice_rows[i].name, ids[k], verdict_names[verdict]);
        }
        assert_false(cc_audit_incomplete(t.audit));
    }
    trial_close(&t);
}

static void an_audit_for_which_no_rule_was_selected_is_incomplete(void **state)
{
    const cc_options none[] = { { .only = WORDS("us/one"), .skip = WORDS("us/*") },
                                { .skip = WORDS("*") },
                                { .only = WORDS("us/one"), .jurisdictions = WORDS("EU") } };
    struct trial t;
    load_three(&t);
    open_firms(&t);
    for (unsigned i = 0; i < 3; i++) {
        assert_true(trial_audit_with(&t, none[i]));
        assert_int_equal(cc_audit_count(t.audit, CC_NOT_SELECTED), 3);
        assert_true(cc_audit_incomplete(t.audit));
    }
    trial_close(&t);
}

static void an_engine_without_rules_gives_an_incomplete_audit(void **state)
{
    struct trial t;
    trial_open(&t, NULL);
    open_firms(&t);
    trial_audit(&t, NULL);
    assert_int_equal(t.audit->rule_count, 0);
    assert_true(cc_audit_incomplete(t.audit));
    trial_close(&t);
}

/* ---- options ---- */

static const struct wrong_row {
    const char *name;
    cc_options options;
    const char *says, *hint;
} wrong_rows[] = {
    { "a month that there is not", { .as_of = "2025-13-01" }, "2025-13-01", "" },
    { "a month is no day", { .as_of = "2025-01" }, "--as-of", "" },
    { "words are no day", { .as_of = "yesterday" }, "yesterday", "" },
    { "nothing is no day", { .as_of = "" }, "--as-of", "" },
    { "the law's day", { .law_as_of = "2025-02-30" }, "--law-as-of", "" },
    { "no such jurisdiction", { .jurisdictions = WORDS("US", "CH") }, "CH", "" },
    { "a param without a value", { .params = WORDS("us/one.line") }, "RULE.NAME=NUMBER", "" },
    { "a param with an empty value", { .params = WORDS("us/one.line=") }, "RULE.NAME=NUMBER", "" },
    { "a param with a word", { .params = WORDS("us/one.line=many") }, "RULE.NAME=NUMBER", "" },
    { "a param with more after the number", { .params = WORDS("us/one.line=5%") }, "RULE.NAME=NUMBER", "" },
    { "a param that is infinite", { .params = WORDS("us/one.line=1e999") }, "RULE.NAME=NUMBER", "" },
    { "a param that is no number", { .params = WORDS("us/one.line=nan") }, "RULE.NAME=NUMBER", "" },
    { "a param of no rule", { .params = WORDS("us/once.line=5") }, "us/once", "us/one" },
    { "a percentage above all", { .params = WORDS("us/one.line=100.5") }, "must be between 0 and 100", "" },
    { "a percentage below nothing", { .params = WORDS("us/one.line=-1") }, "must be between 0 and 100", "" },
    { "an amount below nothing", { .params = WORDS("us/one.price=-1") }, "an amount must not be negative", "" },
    { "a count below nothing", { .params = WORDS("us/one.seats=-2") }, "a count must not be negative", "" },
    { "a duration below nothing", { .params = WORDS("us/one.term=-3") }, "years must not be negative", "" },
    { "only, of no rule", { .only = WORDS("us/onne") }, "--only: no rule matches 'us/onne'", "us/one" },
    { "only, of no rule beside a good one", { .only = WORDS("*", "nothing/*") }, "'nothing/*'", "" },
    { "skip, of no rule", { .skip = WORDS("eu/*", "three") }, "--skip: no rule matches 'three'", "any/three" },
    { "a param that the rule has not", { .params = WORDS("us/one.lime=5") }, "lime", "line" },
};

static void a_wrong_option_is_refused_by_name(void **state)
{
    struct trial t;
    load_three(&t);
    open_firms(&t);
    for (unsigned i = 0; i < sizeof wrong_rows / sizeof *wrong_rows; i++) {
        const struct wrong_row *row = &wrong_rows[i];
        if (trial_audit_with(&t, row->options)) fail_msg("%s: accepted", row->name);
        assert_int_equal(t.heard.count, 1);
        assert_string_equal(t.heard.said[0].code, "usage");
        if (!strstr(t.heard.said[0].message, row->says) || strcmp(t.heard.said[0].hint, row->hint) != 0)
            fail_msg("%s: %s {%s}", row->name, t.heard.said[0].message, t.heard.said[0].hint);
    }
    trial_audit(&t, NULL); /* and the engine is none the worse */
    assert_int_equal(trial_verdict(&t, "us/one"), CC_FLAGGED);
    trial_close(&t);
}

static void a_param_from_the_options_holds_for_its_rule_alone(void **state)
{
    struct trial t;
    load_three(&t);
    open_firms(&t);
    assert_true(trial_audit_with(&t, (cc_options){ .params = WORDS("us/one.line=5", "any/three.more=14.5") }));
    assert_int_equal(trial_verdict(&t, "us/one"), CC_CLEAR);   /* 10 is not below 5 */
    assert_int_equal(trial_verdict(&t, "eu/two"), CC_FLAGGED); /* 10 is below 15 */
    assert_int_equal(trial_verdict(&t, "any/three"), CC_FLAGGED);
    const struct finding *f = trial_finding(&t, "any/three", "a");
    struct comparison_shown *shown;
    assert_int_equal(element_comparisons(t.audit, &f->elements[0], &shown), 1);
    assert_string_equal(shown[0].left, "14.5 %");
    assert_true(trial_audit_with(&t, (cc_options){ .params = WORDS("us/one.line=5", "us/one.line=1.1e1") }));
    assert_int_equal(trial_verdict(&t, "us/one"), CC_FLAGGED); /* the last one counts */
    trial_audit(&t, NULL);
    assert_int_equal(trial_verdict(&t, "us/one"), CC_FLAGGED); /* and only for that audit */
    trial_close(&t);
}

static void a_param_at_the_edge_of_its_unit_is_taken(void **state)
{
    static const char *const edges[] = { "us/one.line=0", "us/one.line=100", "us/one.price=0", "us/one.seats=0",
                                         "us/one.term=0" };
    struct trial t;
    load_three(&t);
    open_firms(&t);
    for (unsigned i = 0; i < sizeof edges / sizeof *edges; i++)
        assert_true(trial_audit_with(&t, (cc_options){ .params = { &edges[i], 1 } }));
    trial_close(&t);
}

/* The notices that a threshold is not the rule's own, in their order. */
static const char *thresholds_of(const struct trial *t, char out[600])
{
    *out = 0;
    for (size_t i = 0; i < t->audit->notice_count; i++)
        if (notice_is_first(&t->audit->notices[i]))
            snprintf(out + strlen(out), 600 - strlen(out), "%s%s", *out ? "|" : "", t->audit->notices[i].message);
    return out;
}

static void a_changed_threshold_is_told_beside_the_rules_own(void **state)
{
    char told[600];
    struct trial t;
    load_three(&t);
    open_firms(&t);
    trial_audit(&t, NULL);
    assert_string_equal(thresholds_of(&t, told), "");
    assert_true(trial_audit_with(&t, (cc_options){ .params = WORDS("us/one.line=5", "any/three.more=14.5",
                                                                   "us/one.line=6", "eu/two.line=15") }));
    assert_string_equal(thresholds_of(&t, told), "threshold changed: any/three more 14.5 % (of the rule: 10 %)|"
                                                 "threshold changed: us/one line 6 % (of the rule: 15 %)");
    assert_true(trial_audit_with(&t, (cc_options){ .params = WORDS("us/one.line=15.0001"), .only = WORDS("us/*") }));
    assert_string_equal(thresholds_of(&t, told), "threshold changed: us/one line 15.0001 % (of the rule: 15 %)");
    assert_true(trial_audit_with(&t, (cc_options){ .params = WORDS("us/one.line=5"), .skip = WORDS("us/*") }));
    assert_string_equal(thresholds_of(&t, told), ""); /* it is not considered */
    trial_close(&t);
}

static void the_day_is_the_options_then_the_cases_then_today(void **state)
{
    static const char dayless[] = "{'format':'compliance-facts/1','case':{'id':'t','title':'T'},"
                                  "'entities':[{'id':'a','name':'A','activities':['cloud-provider']}]}";
    struct trial t;
    load_three(&t);
    open_firms(&t);
    trial_audit(&t, NULL);
    assert_int_equal(t.audit->as_of, day_of(2025, 1, 24));
    assert_true(trial_audit_with(&t, (cc_options){ .as_of = "2024-02-29", .today = "2026-01-01" }));
    assert_int_equal(t.audit->as_of, day_of(2024, 2, 29));
    trial_case(&t, dayless);
    assert_true(trial_audit_with(&t, (cc_options){ .today = "2026-01-01" }));
    assert_int_equal(t.audit->as_of, day_of(2026, 1, 1));
    assert_false(trial_audit_with(&t, (cc_options){ 0 }));
    assert_string_equal(t.heard.said[0].code, "usage");
    trial_close(&t);
}

/* ---- the day of the law ---- */

#define LAW_RULE                                                                                                                 \
    "return { id = 'test/law', title = '{a}', severity = 'low', nature = 'bright-line', roles = { 'a' },\n"                      \
    "  basis = { { 'merger-guidelines-2023', support = 'analogy' } }, in_force = { from = '2020-01-01', to = '2029-12-31' },\n"  \
    "  subjects = function(case, each) for a in case:entities { activities = 'cloud-provider' } do each(a) end end,\n"           \
    "  params = { has = { 15, 'percent', 'what it has' },\n"                                                                     \
    "             line = { by_date = { { 10, from = '2022-01-01' }, { 20, from = '2024-01-01' } }, 'percent', 'the line' } },\n" \
    "  elements = { { '{has} {>=} {line}', 'has', '>=', 'line' } } }"

static const struct law_row {
    const char *as_of, *law_as_of;
    cc_verdict verdict;
    bool out_of_force;
} law_rows[] = {
    { "2019-12-31", NULL, CC_OUT_OF_SCOPE, true }, /* before it came into force */
    { "2020-01-01", NULL, CC_OUT_OF_SCOPE, true }, /* in force, but its line has no row yet */
    { "2021-12-31", NULL, CC_OUT_OF_SCOPE, true },
    { "2022-01-01", NULL, CC_FLAGGED, false }, /* 15 against 10 */
    { "2023-12-31", NULL, CC_FLAGGED, false },
    { "2024-01-01", NULL, CC_CLEAR, false }, /* 15 against 20 */
    { "2029-12-31", NULL, CC_CLEAR, false }, /* the last day is in force */
    { "2030-01-01", NULL, CC_OUT_OF_SCOPE, true },
    { "2030-01-01", "2023-06-01", CC_FLAGGED, false }, /* today's facts under the law of another day */
    { "2023-06-01", "2024-06-01", CC_CLEAR, false },
    { "2023-06-01", "2010-01-01", CC_OUT_OF_SCOPE, true },
    { "2010-01-01", "2023-06-01", CC_FLAGGED, false },
};

static void the_law_is_that_of_its_day(void **state)
{
    struct trial t;
    trial_open(&t, NULL);
    trial_rule(&t, "test/law.lua", LAW_RULE);
    open_firms(&t);
    for (unsigned i = 0; i < sizeof law_rows / sizeof *law_rows; i++) {
        assert_true(
            trial_audit_with(&t, (cc_options){ .as_of = law_rows[i].as_of, .law_as_of = law_rows[i].law_as_of }));
        const struct finding *f = trial_finding(&t, "test/law", "a");
        assert_non_null(f);
        if (f->verdict != law_rows[i].verdict || f->out_of_force != law_rows[i].out_of_force)
            fail_msg("as of %s, law of %s: %s", law_rows[i].as_of,
                     law_rows[i].law_as_of ? law_rows[i].law_as_of : "that day", verdict_names[f->verdict]);
    }
    trial_close(&t);
}

/* ---- a rule that fails fails alone ---- */

static void a_rule_that_fails_leaves_the_others_as_they_are(void **state)
{
    struct trial t;
    load_three(&t);
    trial_rule(&t, "test/fails.lua",
               "return { id = 'test/fails', title = '{a}', severity = 'high', nature = 'indicator', roles = { 'a' },\n"
               "  basis = { { 'merger-guidelines-2023', support = 'analogy' } },\n"
               "  subjects = function(case, each) for a in case:entities { id = 'a' } do each(a) end end,\n"
               "  elements = { { 'no boolean', function(s) return s.a end } } }");
    assert_false(cc_engine_load_rule_text(t.engine, "test/broken.lua", "return {", 8));
    open_firms(&t);
    trial_audit(&t, NULL);
    assert_int_equal(trial_verdict(&t, "us/one"), CC_FLAGGED);
    assert_int_equal(trial_verdict(&t, "eu/two"), CC_FLAGGED);
    assert_int_equal(trial_verdict(&t, "any/three"), CC_FLAGGED);
    assert_int_equal(trial_verdict(&t, "test/fails"), CC_FAILED);
    assert_int_equal(trial_verdict(&t, "test/broken.lua"), CC_FAILED); /* its id cannot be read: by its path */
    assert_int_equal(cc_audit_count(t.audit, CC_FAILED), 2);
    assert_true(cc_audit_incomplete(t.audit));
    for (size_t i = 0; i < t.audit->rule_count; i++)
        assert_int_equal(t.audit->rules[i].verdict == CC_FAILED, t.audit->rules[i].error != NULL);
    assert_true(trial_audit_with(
        &t, (cc_options){ .only = WORDS("us/*") })); /* what was not asked for does not fail, but for */
    assert_int_equal(trial_verdict(&t, "test/fails"), CC_NOT_SELECTED);
    assert_int_equal(trial_verdict(&t, "test/broken.lua"), CC_FAILED); /* the one that nobody can say is another */
    trial_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_are_considered_by_jurisdiction_only_and_skip),
        cmocka_unit_test(an_audit_for_which_no_rule_was_selected_is_incomplete),
        cmocka_unit_test(an_engine_without_rules_gives_an_incomplete_audit),
        cmocka_unit_test(a_wrong_option_is_refused_by_name),
        cmocka_unit_test(a_param_from_the_options_holds_for_its_rule_alone),
        cmocka_unit_test(a_param_at_the_edge_of_its_unit_is_taken),
        cmocka_unit_test(a_changed_threshold_is_told_beside_the_rules_own),
        cmocka_unit_test(the_day_is_the_options_then_the_cases_then_today),
        cmocka_unit_test(the_law_is_that_of_its_day),
        cmocka_unit_test(a_rule_that_fails_leaves_the_others_as_they_are),
    };
    return cmocka_run_group_tests_name("audit/options", tests, NULL, NULL);
}
