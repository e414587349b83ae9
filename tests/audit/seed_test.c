/* seed_test.c - the shipped cases: what each is flagged for, and why, on the days that matter. The table
 * is in seed_table.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/seed_table.h"
#include "audit/trial.h"

static struct trial trial;

/* ---- a clause ---- */

struct clause {
    char verdict[16], subject[128], how[16], fact[128];
};

/* Splits the next clause off; false: there is none. */
static bool next_clause(const char **at, struct clause *c)
{
    int used = 0;
    memset(c, 0, sizeof *c);
    while (**at == ';' || **at == ' ') (*at)++;
    if (!**at) return false;
    if (sscanf(*at, "nobody %15s %127[^; ]%n", c->how, c->fact, &used) == 2)
        snprintf(c->verdict, sizeof c->verdict, "nobody");
    else if (sscanf(*at, "%15s %127s %15s %127[^; ]%n", c->verdict, c->subject, c->how, c->fact, &used) != 4)
        fail_msg("no clause: %s", *at);
    *at += used;
    return true;
}

/* The record of that id, whatever its kind; the test fails where there is none. */
static ref record_named(const struct facts *facts, const char *id)
{
    for (enum kind k = 0; k < KIND_COUNT; k++) {
        uint32_t row = facts_find(facts, k, id, strlen(id));
        if (row != UINT32_MAX) return ref_make(k, row);
    }
    fail_msg("no record has the id %s", id);
    return NO_REF;
}

struct failing {
    const char *id;
    bool found;
};
static void look_at_failing(void *ud, const struct finding *f, const struct element_result *r)
{
    struct failing *l = ud;
    struct evidence *all;
    if (r->truth != NO) return;
    size_t count = element_evidence(trial.audit, f, r, &all);
    for (size_t i = 0; i < count; i++)
        if (all[i].record != NO_REF && !strcmp(facts_id(trial.audit->facts, all[i].record), l->id)) l->found = true;
}

static bool holds(const struct finding *f, const struct clause *c)
{
    const struct facts *facts = trial.audit->facts;
    if (!strcmp(c->how, "without")) {
        char quoted[140];
        snprintf(quoted, sizeof quoted, "\"%s\"", c->fact);
        return !strstr(facts->text, quoted);
    }
    ref record = record_named(facts, c->fact);
    enum truth now = view_in_force(trial.audit->view, ref_kind(record), ref_row(record)),
               ever = view_had_begun(trial.audit->view, ref_kind(record), ref_row(record));
    if (!strcmp(c->how, "before")) return ever == NO;
    if (!strcmp(c->how, "after")) return ever == YES && now == NO;
    if (!f) return false;
    if (!strcmp(c->how, "for")) return finding_needs_record(trial.audit, f, c->fact);
    if (f->verdict != CC_CLEAR) return finding_cites(trial.audit, f, c->fact);
    struct failing l = { c->fact, false };
    finding_elements(f, look_at_failing, &l);
    return l.found;
}

static cc_verdict verdict_named(const char *name)
{
    return !strcmp(name, "flagged") ? CC_FLAGGED : !strcmp(name, "unsure") ? CC_CANNOT_TELL : CC_CLEAR;
}

static unsigned check_clause(const char *rule, const char *day, const struct clause *c)
{
    char id[64];
    snprintf(id, sizeof id, "ftc-6b/%s", rule);
    if (!strcmp(c->verdict, "nobody")) {
        bool well = trial_verdict(&trial, id) == CC_NOT_APPLICABLE && holds(NULL, c);
        if (!well) print_error("%s, %s: not so: nobody %s %s\n", day, rule, c->how, c->fact);
        return !well;
    }
    const struct finding *f = trial_finding(&trial, id, c->subject);
    if (f && f->verdict == verdict_named(c->verdict) && holds(f, c)) return 0;
    print_error("%s, %s: not so: %s %s %s %s (the verdict is %s)\n", day, rule, c->verdict, c->subject, c->how, c->fact,
                f ? verdict_names[f->verdict] : "none");
    return 1;
}

/* Every flagged or undecided subject is named by a clause. */
static unsigned check_named(const char *rule, const char *day, const char *cell, cc_verdict verdict)
{
    char id[64], subjects[4096];
    unsigned wrong = 0;
    snprintf(id, sizeof id, "ftc-6b/%s", rule);
    snprintf(subjects, sizeof subjects, "%s", trial_subjects(&trial, id, verdict));
    for (char *save = NULL, *s = strtok_r(subjects, " ", &save); s; s = strtok_r(NULL, " ", &save)) {
        const char *at = cell;
        struct clause c;
        bool named = false;
        while (next_clause(&at, &c)) named = named || (!strcmp(c.subject, s) && verdict_named(c.verdict) == verdict);
        if (!named)
            print_error("%s, %s: %s is %s, and no clause says why\n", day, rule, s, verdict_names[verdict]), wrong++;
    }
    return wrong;
}

static unsigned check_day(unsigned day)
{
    unsigned wrong = 0;
    trial_audit(&trial, days[day]);
    assert_false(cc_audit_incomplete(trial.audit));
    assert_int_equal(trial.audit->rule_count, RULES);
    for (unsigned i = 0; i < RULES; i++) {
        const char *at = table[i].cells[day];
        struct clause c;
        unsigned clauses = 0;
        for (; next_clause(&at, &c); clauses++) wrong += check_clause(table[i].rule, days[day], &c);
        if (!clauses) print_error("%s, %s: an empty cell\n", days[day], table[i].rule), wrong++;
        wrong += check_named(table[i].rule, days[day], table[i].cells[day], CC_FLAGGED);
        wrong += check_named(table[i].rule, days[day], table[i].cells[day], CC_CANNOT_TELL);
        wrong += check_named(table[i].rule, days[day], table[i].cells[day], CC_REBUTTED);
    }
    return wrong;
}

static void each_rule_on_each_of_six_days_is_explained_by_a_fact(void **state)
{
    unsigned wrong = 0;
    trial_file(&trial, "facts/microsoft-openai.json");
    for (unsigned day = 0; day < DAYS; day++) wrong += check_day(day);
    assert_int_equal(wrong, 0);
}

/* On which of the six days a rule is flagged. */
static void exclusivity_and_first_refusal_are_flagged_on_these_days_alone(void **state)
{
    static const struct {
        const char *rule, *days;
    } rows[] = { { "ftc-6b/exclusive-hosting", "2024-06-01" },
                 { "ftc-6b/exclusive-api", "2024-06-01 2025-01-24 2025-11-15 2026-03-15" },
                 { "ftc-6b/capacity-first-refusal", "2025-01-24" } };
    trial_file(&trial, "facts/microsoft-openai.json");
    for (unsigned day = 0; day < DAYS; day++) {
        trial_audit(&trial, days[day]);
        for (unsigned i = 0; i < 3; i++) {
            bool expected = strstr(rows[i].days, days[day]) != NULL,
                 flagged = trial_verdict(&trial, rows[i].rule) == CC_FLAGGED;
            if (expected != flagged) fail_msg("%s on %s", rows[i].rule, days[day]);
        }
    }
}

/* ---- the shipped files on 24 January 2025 ---- */

struct expectation {
    const char *file;
    const char *flagged, *rebutted, *unsure; /* all of them: "rule subject, rule subject" */
    const char *clear;                       /* rules that come out clear, "rule rule" */
};
static const struct expectation shipped[] = {
    { "microsoft-openai",
      "capacity-first-refusal microsoft/openai, competing-portfolio anthropic/amazon/google, control-rights microsoft/openai, "
      "dominance-extension amazon/anthropic/cloud-infrastructure, dominance-extension microsoft/openai/cloud-infrastructure, "
      "equity-with-revenue-share microsoft/openai, exclusive-api microsoft/openai, full-acquisition amazon/anthropic, "
      "full-acquisition google/anthropic, full-acquisition microsoft/openai, ip-access microsoft/openai, "
      "switching-costs microsoft/openai, talent microsoft/inflection, two-way-revenue-share microsoft/openai",
      "", "circular-spending microsoft/openai",
      "captive-frontier exclusive-hosting output-training preferential-compute release-parity sensitive-information supplier-equity" },
    { "amazon-anthropic",
      "competing-portfolio anthropic/amazon/google, control-rights amazon/anthropic, dominance-extension amazon/anthropic/cloud-infrastructure, "
      "full-acquisition amazon/anthropic, full-acquisition google/anthropic, ip-access amazon/anthropic, sensitive-information amazon/anthropic, supplier-equity aws/anthropic, "
      "supplier-equity google/anthropic",
      "switching-costs amazon/anthropic", "",
      "capacity-first-refusal circular-spending equity-with-revenue-share exclusive-api exclusive-hosting output-training "
      "preferential-compute release-parity talent two-way-revenue-share" },
    { "google-anthropic",
      "circular-spending google/anthropic, competing-portfolio anthropic/amazon/google, control-rights google/anthropic, "
      "dominance-extension amazon/anthropic/cloud-infrastructure, full-acquisition amazon/anthropic, full-acquisition google/anthropic, "
      "supplier-equity aws/anthropic, "
      "supplier-equity google/anthropic",
      "switching-costs google/anthropic", "",
      "capacity-first-refusal equity-with-revenue-share exclusive-api exclusive-hosting ip-access output-training preferential-compute "
      "release-parity sensitive-information talent two-way-revenue-share" },
    { "stargate",
      "capacity-first-refusal microsoft/openai, control-rights microsoft/openai, dominance-extension microsoft/openai/cloud-infrastructure, "
      "full-acquisition microsoft/openai, ip-access microsoft/openai, switching-costs microsoft/openai",
      "", "circular-spending microsoft/openai",
      "captive-frontier equity-with-revenue-share exclusive-api exclusive-hosting output-training preferential-compute release-parity "
      "sensitive-information supplier-equity talent two-way-revenue-share" },
    { "microsoft-mistral", "", "", "",
      "capacity-first-refusal circular-spending control-rights dominance-extension equity-with-revenue-share exclusive-api exclusive-hosting "
      "full-acquisition ip-access output-training preferential-compute release-parity sensitive-information supplier-equity switching-costs "
      "talent two-way-revenue-share" },
    { "ordinary-cloud-customer", "", "", "",
      "capacity-first-refusal circular-spending control-rights equity-with-revenue-share exclusive-api exclusive-hosting ip-access "
      "output-training release-parity sensitive-information supplier-equity two-way-revenue-share" },
};
enum { SHIPPED = sizeof shipped / sizeof *shipped };

static void check_verdict(const struct expectation *e, cc_verdict verdict, const char *expected)
{
    struct text found;
    text_init(&found, &allocator_default, 1 << 16);
    text_string(&found, "");
    for (unsigned i = 0; i < RULES; i++) {
        char id[64], subjects[4096];
        snprintf(id, sizeof id, "ftc-6b/%s", table[i].rule);
        snprintf(subjects, sizeof subjects, "%s", trial_subjects(&trial, id, verdict));
        for (char *save = NULL, *s = strtok_r(subjects, " ", &save); s; s = strtok_r(NULL, " ", &save))
            text_add(&found, "%s%s %s", found.length ? ", " : "", table[i].rule, s);
    }
    const char *text = found.data ? found.data : "";
    if (strcmp(text, expected) != 0)
        fail_msg("%s, %s:\n  %s\n, not\n  %s", e->file, verdict_names[verdict], text, expected);
    text_free(&found);
}

static void the_file_has_exactly_these_risks(void **state)
{
    const struct expectation *e = *state;
    char path[128], clear[1024];
    snprintf(path, sizeof path, "facts/%s.json", e->file);
    trial_file(&trial, path);
    trial_audit(&trial, "2025-01-24");
    assert_false(cc_audit_incomplete(trial.audit));
    check_verdict(e, CC_FLAGGED, e->flagged);
    check_verdict(e, CC_REBUTTED, e->rebutted);
    check_verdict(e, CC_CANNOT_TELL, e->unsure);
    snprintf(clear, sizeof clear, "%s", e->clear);
    for (char *save = NULL, *rule = strtok_r(clear, " ", &save); rule; rule = strtok_r(NULL, " ", &save)) {
        char id[64];
        snprintf(id, sizeof id, "ftc-6b/%s", rule);
        if (trial_verdict(&trial, id) != CC_CLEAR)
            fail_msg("%s: %s is %s", e->file, rule, verdict_names[trial_verdict(&trial, id)]);
    }
    assert_int_equal(trial.audit->totals[CC_FLAGGED] == 0, !*e->flagged);
    assert_int_equal(trial.audit->totals[CC_CANNOT_TELL] == 0, !*e->unsure); /* no hole either */
}

/* ---- what the issue says of single findings ---- */

static const char *sign_of(const struct finding *f, unsigned i, unsigned verdict)
{
    static char sentence[400];
    const struct element_result *r = &f->elements[0].items[i];
    struct text t;
    if (r->truth != verdict) return NULL;
    text_init(&t, &allocator_default, 4000);
    element_sentence(trial.audit, f, r, &t);
    snprintf(sentence, sizeof sentence, "%s", t.data);
    text_free(&t);
    return sentence;
}

static void openai_is_on_a_path_to_acquisition_by_money_and_by_consent(void **state)
{
    trial_file(&trial, "facts/microsoft-openai.json");
    trial_audit(&trial, NULL);
    const struct finding *f = trial_finding(&trial, "ftc-6b/full-acquisition", "microsoft/openai");
    assert_non_null(f);
    unsigned signs = 0;
    for (unsigned i = 0; i < f->elements[0].count; i++) {
        const char *sign = sign_of(f, i, YES);
        if (!sign) continue;
        signs++;
        assert_true(strstr(sign, "has committed 13 to 13.75 billion USD to OpenAI") ||
                    strstr(sign, "has a say in decisions of OpenAI"));
    }
    assert_int_equal(signs, 2);
    assert_true(finding_cites(trial.audit, f, "microsoft-openai-total-2025"));
    assert_true(finding_cites(trial.audit, f, "microsoft-consent-own-capacity"));
}

static void circular_spending_says_that_the_amount_of_the_commitment_is_unknown(void **state)
{
    trial_file(&trial, "facts/microsoft-openai.json");
    trial_audit(&trial, NULL);
    const struct finding *f = trial_finding(&trial, "ftc-6b/circular-spending", "microsoft/openai");
    assert_non_null(f);
    struct need *needs;
    assert_true(finding_needs(trial.audit, f, &needs) >= 1);
    assert_string_equal(needs[0].what, "the amount of the agreement 'azure-commitment-2025-01'");
    assert_string_equal(needs[0].now, "unknown");
    assert_int_equal(needs[0].field, AGREEMENT_AMOUNT);
    assert_memory_equal(trial.audit->facts->text + needs[0].at, "null", 4); /* where it stands in the file */
}

static void a_developer_whom_a_foundation_controls_is_a_developer_still(void **state)
{
    static const char *const counted[DAYS] = { "0 of the 7", "2 of the 7", "2 of the 7",
                                               "2 of the 7", "2 of the 7", "2 of the 7" };
    trial_file(&trial, "facts/microsoft-openai.json");
    for (unsigned day = 0; day < DAYS; day++) {
        trial_audit(&trial, days[day]);
        const struct finding *f = trial_finding(&trial, "ftc-6b/captive-frontier", "cloud-infrastructure");
        char *words = f ? finding_words(trial.audit, f) : NULL;
        if (!words || !strstr(words, counted[day])) fail_msg("%s: %s", days[day], words ? words : "no finding");
        free(words);
    }
}

/* ---- one share is the same in every file ---- */

struct one_share {
    char key[200];
    double low, high;
    const char *file;
};
enum { MOST_SHARES = 2000 };
static struct one_share shares[MOST_SHARES];
static size_t share_count;

static unsigned add_share(const struct facts *facts, uint32_t row, const char *file)
{
    const struct cell *percent = cell_of(facts, KIND_SHARE, row, SHARE_PERCENT),
                      *from = cell_of(facts, KIND_SHARE, row, SHARE_FROM);
    uint32_t market = ref_row(cell_of(facts, KIND_SHARE, row, SHARE_MARKET)->ref), measure;
    struct moment now = { trial.audit->view, NO_ENTITY };
    char key[200];
    enum truth measured = view_word(now.view, KIND_SHARE, row, SHARE_MEASURE, &measure);
    snprintf(key, sizeof key, "%s %s %s %d",
             facts_word(facts, cell_of(facts, KIND_MARKET, market, MARKET_PRODUCT)->word),
             facts_id(facts, cell_of(facts, KIND_SHARE, row, SHARE_ENTITY)->ref),
             measured == YES ? facts_word(facts, measure) : "-", (int)from->date.low);
    for (size_t i = 0; i < share_count; i++) {
        if (strcmp(shares[i].key, key) != 0) continue;
        if (shares[i].low == percent->number.low && shares[i].high == percent->number.high) return 0;
        print_error("%s: %g..%g in %s, %g..%g in %s\n", key, shares[i].low, shares[i].high, shares[i].file,
                    percent->number.low, percent->number.high, file);
        return 1;
    }
    assert_true(share_count < MOST_SHARES);
    struct one_share *s = &shares[share_count++];
    snprintf(s->key, sizeof s->key, "%s", key);
    s->low = percent->number.low, s->high = percent->number.high, s->file = file;
    return 0;
}

static void a_share_that_stands_in_several_files_is_the_same_in_all(void **state)
{
    unsigned wrong = 0, files_with_clouds = 0;
    share_count = 0;
    for (unsigned i = 0; i < SHIPPED; i++) {
        char path[128];
        snprintf(path, sizeof path, "facts/%s.json", shipped[i].file);
        trial_file(&trial, path);
        trial_audit(&trial, NULL);
        const struct facts *facts = trial.audit->facts;
        for (uint32_t row = 0; row < facts_rows(facts, KIND_SHARE); row++)
            wrong += add_share(facts, row, shipped[i].file);
        files_with_clouds += facts_rows(facts, KIND_SHARE) > 0;
    }
    assert_int_equal(wrong, 0);
    assert_int_equal(files_with_clouds, SHIPPED); /* all have cloud shares, so that the test compares something */
    assert_true(share_count > 100);
}

TRIAL_FIXTURE(trial, "rules/ftc-6b")

int main(void)
{
    static char names[SHIPPED][80];
    struct CMUnitTest tests[SHIPPED + 8] = {
        cmocka_unit_test(each_rule_on_each_of_six_days_is_explained_by_a_fact),
        cmocka_unit_test(exclusivity_and_first_refusal_are_flagged_on_these_days_alone),
        cmocka_unit_test(openai_is_on_a_path_to_acquisition_by_money_and_by_consent),
        cmocka_unit_test(circular_spending_says_that_the_amount_of_the_commitment_is_unknown),
        cmocka_unit_test(a_developer_whom_a_foundation_controls_is_a_developer_still),
        cmocka_unit_test(a_share_that_stands_in_several_files_is_the_same_in_all),
    };
    size_t count = 6;
    for (unsigned i = 0; i < SHIPPED; i++) {
        snprintf(names[i], sizeof names[i], "%s_has_exactly_these_risks", shipped[i].file);
        tests[count++] = (struct CMUnitTest){ .name = names[i],
                                              .test_func = the_file_has_exactly_these_risks,
                                              .initial_state = (void *)(uintptr_t)&shipped[i] };
    }
    return _cmocka_run_group_tests("audit/seed", tests, count, open_trial, close_trial);
}
