/* why_test.c - why answers for every shipped rule on every shipped case, and never with nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <glob.h>

#include "audit/trial.h"
#include "report/why.h"

static struct trial trial;

static const char *const places[] = { "US", "EU", "UK", "DE", "FR" };
static cc_options all_rules(void)
{
    return (cc_options){
        .size = sizeof(cc_options), .jurisdictions = { places, 5 }, .every_subject = true, .every_test = true
    };
}

static void begin(struct text *t) { text_init(t, trial.audit->arena.allocator, 0); }

/* ---- all cases, all rules ---- */

/* What a person is told of a subject beyond its verdict: the test that decides, that the law was not in force, what is
 * missing. */
static void check_finding(const char *file, const struct finding *f)
{
    struct text because;
    struct need *needs;
    begin(&because);
    finding_because(trial.audit, f, &because);
    bool told = because.length > 12 && strcmp(because.data, verdict_names[f->verdict]);
    if (f->verdict == CC_CLEAR || f->verdict == CC_REBUTTED) told = told && finding_decider(f);
    if (f->verdict == CC_OUT_OF_SCOPE) told = told && (f->out_of_force || finding_decider(f));
    bool law = strstr(because.data ? because.data : "", "whether the law");
    if (f->verdict == CC_CANNOT_TELL) told = told && (law || finding_needs(trial.audit, f, &needs));
    if (!told) {
        char subject[300];
        fail_msg("%s: %s %s (%s): '%s'", file, f->rule->id, subject_of(f, trial.audit->facts, subject, sizeof subject),
                 verdict_names[f->verdict], because.data);
    }
    text_free(&because);
}

static void check_rule(const char *file, const struct rule_result *r)
{
    static const char *const formats[] = { "text", "json" };
    struct text because, written;
    struct absence *searches;
    begin(&because), begin(&written);
    rule_because(trial.audit, r, &because);
    if (because.length < 7) fail_msg("%s: %s: '%s'", file, r->rule->id, because.data ? because.data : "");
    if (r->verdict == CC_NOT_APPLICABLE && !rule_searches(trial.audit, r, &searches))
        fail_msg("%s: nothing was looked through for %s", file, r->rule->id);
    if (r->verdict == CC_CLEAR) assert_non_null(strstr(because.data, "clear"));
    for (int i = 0; i < 2; i++) {
        size_t before = written.length;
        assert_true(cc_write_why(trial.audit, r->rule->id, (cc_words){ 0 }, formats[i], NULL,
                                 (cc_sink){ sink_text, &written }));
        assert_true(written.length > before + 100);
    }
    text_free(&because), text_free(&written);
}

#ifdef SHORT /* one in ten is enough */
enum { STEP = 10 };
#else
enum { STEP = 1 };
#endif

static void every_shipped_rule_has_an_answer_on_every_shipped_case(void **state)
{
    glob_t files;
    size_t rules = 0, subjects = 0;
    assert_int_equal(glob("facts/*.json", 0, NULL, &files), 0);
    assert_int_equal(glob("facts/cases/*.json", GLOB_APPEND, NULL, &files), 0);
    assert_true(files.gl_pathc > 80);
    for (size_t i = 0; i < files.gl_pathc; i += STEP) {
        trial_file(&trial, files.gl_pathv[i]);
        assert_true(trial_audit_with(&trial, all_rules()));
        for (size_t k = 0; k < trial.audit->rule_count; k++, rules++)
            check_rule(files.gl_pathv[i], &trial.audit->rules[k]);
        for (size_t k = 0; k < trial.audit->finding_count; k++, subjects++)
            check_finding(files.gl_pathv[i], trial.audit->findings[k]);
    }
    print_message("%zu cases, %zu answers about rules, %zu about subjects\n", files.gl_pathc, rules, subjects);
    globfree(&files);
}

/* ---- asking on changes no verdict ---- */

static void the_tests_after_the_one_that_decides_change_no_verdict(void **state)
{
    trial_file(&trial, "facts/microsoft-openai.json");
    cc_options plain = all_rules();
    plain.every_test = false;
    assert_true(trial_audit_with(&trial, plain));
    size_t count = trial.audit->finding_count, asked = 0, more = 0;
    uint8_t *verdicts = malloc(count);
    for (size_t i = 0; i < count; i++) {
        const struct finding *f = trial.audit->findings[i];
        verdicts[i] = f->verdict;
        for (unsigned e = 0; f->elements && e < f->rule->element_count; e++) asked += f->elements[e].asked;
    }
    assert_true(trial_audit_with(&trial, all_rules()));
    assert_int_equal(trial.audit->finding_count, count);
    for (size_t i = 0; i < count; i++) {
        const struct finding *f = trial.audit->findings[i];
        assert_int_equal(f->verdict, verdicts[i]);
        for (unsigned e = 0; f->elements && e < f->rule->element_count; e++) more += f->elements[e].asked;
    }
    assert_true(more > asked + 50);
    free(verdicts);
}

/* A test that can only be asked where the one before it holds: the rule stands, what cannot be asked is left out. */
static void a_test_that_fails_after_the_one_that_decides_is_left_out(void **state)
{
    struct trial t;
    trial_open(&t, "rules/ftc-6b");
    trial_rule(&t, "hold/late.lua",
               "return { id = 'hold/late', title = '{firm} is late', severity = 'low', nature = 'indicator',\n"
               "  basis = { { 'ftc-6b-2025', at = 'key terms', support = 'direct' } }, roles = { 'firm' },\n"
               "  subjects = function(case, each) for firm in case:entities() do each(firm) end end,\n"
               "  elements = { { '{firm} sells software', does = { 'firm', 'software' } },\n"
               "    { '{firm} fails', function(s, p, case) return s.firm.form.nothing end } } }\n");
    trial_case(&t, "{'format':'compliance-facts/1','case':{'id':'late','as_of':'2025-01-24'},"
                   "'entities':[{'id':'big','name':'Big','form':'company','activities':['analyst']}]}");
    assert_true(trial_audit_with(&t, all_rules()));
    assert_int_equal(trial_verdict(&t, "hold/late"), CC_CLEAR);
    const struct finding *f = trial_finding(&t, "hold/late", "big");
    assert_true(f->elements[0].asked);
    assert_false(f->elements[1].asked);
    trial_close(&t);
}

/* ---- who is asked about ---- */

static const char *why(struct text *written, const char *rule, const char *id)
{
    text_reset(written);
    bool well = cc_write_why(trial.audit, rule, (cc_words){ &id, id ? 1 : 0 }, "text", NULL,
                             (cc_sink){ sink_text, written });
    return well ? written->data : NULL;
}

static void a_subject_is_found_by_any_of_its_group_and_told_of_when_it_is_none(void **state)
{
    struct text t;
    trial_file(&trial, "facts/microsoft-openai.json");
    assert_true(trial_audit_with(&trial, all_rules()));
    begin(&t);
    assert_non_null(strstr(why(&t, "exclusive-api", "mistral"), "CLEAR  investor Microsoft, developer Mistral AI\n"));
    assert_null(strstr(t.data, "Anthropic"));
    assert_non_null(strstr(why(&t, "exclusive-api", "nvidia"), "Nvidia is in no subject of this rule.\n"));
    assert_non_null(strstr(t.data, "it looked at 18 investments"));
    assert_null(why(&t, "exclusive-api", "nvida"));
    assert_string_equal(trial.heard.said[trial.heard.count - 1].hint, "nvidia");
    assert_null(why(&t, "exclusive-apy", NULL));
    assert_string_equal(trial.heard.said[trial.heard.count - 1].hint, "exclusive-api");
    text_free(&t);
}

/* That nothing is of the day yet is not that nothing is recorded. */
static void what_begins_later_is_not_said_to_be_unrecorded(void **state)
{
    struct text t;
    trial_file(&trial, "facts/microsoft-openai.json");
    cc_options options = all_rules();
    options.as_of = "2018-01-01";
    assert_true(trial_audit_with(&trial, options));
    begin(&t);
    why(&t, "ftc-6b/full-acquisition", NULL);
    assert_non_null(strstr(t.data, "no investment is on file by 1 January 2018 (the first is of 22 July 2019)"));
    assert_non_null(strstr(t.data, "no agreement is in force on 1 January 2018 (the first on file begins on 22 July"));
    assert_null(strstr(t.data, "is recorded"));
    why(&t, "ftc-6b/captive-frontier", NULL);
    assert_non_null(strstr(t.data, "? An unknown number of the 7 took over 1 billion USD from one of unknown"));
    trial_case(&trial, "{'format':'compliance-facts/1','case':{'id':'none','as_of':'2025-01-24'},"
                       "'entities':[{'id':'big','name':'Big','form':'company'}]}");
    assert_true(trial_audit_with(&trial, all_rules()));
    why(&t, "ftc-6b/full-acquisition", NULL);
    assert_non_null(strstr(t.data, "no investment is recorded"));
    text_free(&t);
}

static void what_was_looked_through_is_counted_by_kind(void **state)
{
    struct text t;
    trial_file(&trial, "facts/cases/unitedhealth-change-2022.json"); /* one transaction, and no investment */
    assert_true(trial_audit_with(&trial, all_rules()));
    begin(&t);
    why(&t, "merger-guidelines-2023/related-product", NULL);
    assert_non_null(strstr(t.data, "it looked at 1 transaction"));
    assert_null(strstr(t.data, "1 investment"));
    text_free(&t);
}

/* "The law asked for no size before 2025 (by 1)", "are an unknown buyer sales" */
static void a_sentence_has_no_margin_of_what_it_does_not_name_and_no_role_twice(void **state)
{
    struct text t;
    trial_file(&trial, "facts/cases/sainsbury-asda-2019.json");
    assert_true(trial_audit_with(&trial, all_rules()));
    begin(&t);
    why(&t, "uk/share-of-supply", NULL);
    assert_non_null(strstr(t.data, "The law asked for no size before 2025\n"));
    trial_file(&trial, "facts/cases/novant-chs-2024.json");
    assert_true(trial_audit_with(&trial, all_rules()));
    text_free(&t), begin(&t);
    why(&t, "hsr/notification", NULL);
    assert_non_null(strstr(t.data, "Sales of Novant Health are unknown, perhaps"));
    trial_file(&trial, "facts/cases/ryanair-aerlingus-2013.json");
    assert_true(trial_audit_with(&trial, all_rules()));
    text_free(&t), begin(&t);
    why(&t, "eu/dominance-possible", NULL);
    assert_non_null(strstr(t.data, "? It has an unknown share, perhaps below 40 %"));
    text_free(&t);
}

TRIAL_FIXTURE(trial, "rules")

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shipped_rule_has_an_answer_on_every_shipped_case),
        cmocka_unit_test(the_tests_after_the_one_that_decides_change_no_verdict),
        cmocka_unit_test(a_test_that_fails_after_the_one_that_decides_is_left_out),
        cmocka_unit_test(what_was_looked_through_is_counted_by_kind),
        cmocka_unit_test(a_sentence_has_no_margin_of_what_it_does_not_name_and_no_role_twice),
        cmocka_unit_test(what_begins_later_is_not_said_to_be_unrecorded),
        cmocka_unit_test(a_subject_is_found_by_any_of_its_group_and_told_of_when_it_is_none),
    };
    return cmocka_run_group_tests(tests, open_trial, close_trial);
}
