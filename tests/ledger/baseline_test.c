/* baseline_test.c - a baseline written, read again and applied: what counts, what is said. Exit codes: tests/cli/standings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ledger/kept.h"

#define FIRMS              "'entities': [{'id': 'elm', 'name': 'Elm'}, {'id': 'fir', 'name': 'Fir'}, {'id': 'oak', 'name': 'Oak'}]"
#define MARKET             "'markets': [{'id': 'cloud', 'name': 'Cloud', 'product': 'cloud-infrastructure'}]"
#define VETO(BY, OVER)     "{'type': 'veto', 'holder': '" BY "', 'grantor': '" OVER "'}"
#define SHARE(OF, PERCENT) "{'market': 'cloud', 'entity': '" OF "', 'percent': " PERCENT ", 'from': '2024-09-30'}"
#define DEAL(ID, SHARES, AGREEMENTS)                                                                       \
    "{'format': 'compliance-facts/1', 'case': {'id': '" ID "', 'as_of': '2025-01-24'}, " FIRMS ", " MARKET \
    ", 'shares': [" SHARES "], 'agreements': [" AGREEMENTS "]}"

static struct trial t;

static void audit(const char *json)
{
    trial_case(&t, json);
    trial_audit(&t, NULL);
}
static int begin(void **state) { return trial_open(&t, HOUSE), 0; }
static int end(void **state) { return trial_close(&t), 0; }

static cc_standing standing(const char *rule, const char *subject)
{
    const struct finding *f = trial_finding(&t, rule, subject);
    assert_non_null(f);
    return (cc_standing)f->standing;
}

/* Through its text, as from one run to the next. */
static cc_baseline *read_again(cc_baseline *b)
{
    char *text = baseline_text(b);
    assert_non_null(text);
    cc_baseline *again = cc_baseline_read(t.engine, "baseline.json", text, strlen(text));
    assert_non_null(again);
    cc_baseline_free(b);
    free(text);
    return again;
}

static cc_baseline *baseline_from(const char *json)
{
    audit(json);
    return read_again(baseline_now(&t));
}

static void apply(cc_baseline *b, const char *json)
{
    audit(json);
    assert_true(cc_baseline_apply(b, t.audit));
}

static void what_was_found_is_known_and_does_not_count(void **state)
{
    const char *json = DEAL("d", SHARE("elm", "{'min': 18, 'max': 22}"), VETO("elm", "fir"));
    cc_baseline *b = baseline_from(json);
    apply(b, json);
    assert_int_equal(standing("house/veto", "elm/fir"), CC_KNOWN);
    assert_int_equal(standing("house/share", "elm/cloud"), CC_KNOWN);
    assert_int_equal(cc_audit_counting(t.audit, CC_FLAGGED, CC_INFO), 0);
    assert_int_equal(cc_audit_counting(t.audit, CC_CANNOT_TELL, CC_INFO), 0);
    assert_int_equal(cc_audit_standing(t.audit, CC_KNOWN), 2);
    assert_string_equal(notices_of(&t), "");
    cc_baseline_free(b);
}

static void what_is_new_counts(void **state)
{
    cc_baseline *b = baseline_from(DEAL("d", "", VETO("elm", "fir")));
    apply(b, DEAL("d", "", VETO("elm", "fir") "," VETO("oak", "fir")));
    assert_int_equal(standing("house/veto", "elm/fir"), CC_KNOWN);
    assert_int_equal(standing("house/veto", "oak/fir"), CC_NEW);
    assert_int_equal(cc_audit_counting(t.audit, CC_FLAGGED, CC_LOW), 1);
    cc_baseline_free(b);
}

static void what_could_not_be_decided_and_is_flagged_now_is_worse(void **state)
{
    cc_baseline *b = baseline_from(DEAL("d", SHARE("elm", "{'min': 18, 'max': 22}"), ""));
    apply(b, DEAL("d", SHARE("elm", "21"), ""));
    assert_int_equal(standing("house/share", "elm/cloud"), CC_WORSENED);
    assert_int_equal(trial_finding(&t, "house/share", "elm/cloud")->was, CC_CANNOT_TELL);
    assert_int_equal(cc_audit_counting(t.audit, CC_FLAGGED, CC_LOW), 1);
    cc_baseline_free(b);
}

static void another_value_makes_it_known_but_changed(void **state)
{
    cc_baseline *b = baseline_from(DEAL("d", SHARE("elm", "21"), ""));
    apply(b, DEAL("d", SHARE("elm", "35"), ""));
    assert_int_equal(standing("house/share", "elm/cloud"), CC_KNOWN_CHANGED);
    assert_int_equal(cc_audit_counting(t.audit, CC_FLAGGED, CC_LOW), 1);
    apply(b, DEAL("d", SHARE("elm", "{'min': 18, 'max': 22}"), "")); /* better, but not what it was */
    assert_int_equal(standing("house/share", "elm/cloud"), CC_KNOWN_CHANGED);
    assert_int_equal(cc_audit_counting(t.audit, CC_FLAGGED, CC_LOW), 0);
    assert_int_equal(cc_audit_counting(t.audit, CC_CANNOT_TELL, CC_LOW), 1);
    cc_baseline_free(b);
}

static void what_is_gone_is_announced(void **state)
{
    cc_baseline *b = baseline_from(DEAL("d", SHARE("elm", "21"), VETO("elm", "fir")));
    apply(b, DEAL("d", SHARE("elm", "11"), ""));
    assert_string_equal(
        notices_of(&t),
        "baseline-gone: gone since the baseline, where it was flagged: house/share of firm elm, market cloud\n"
        "baseline-gone: gone since the baseline, where it was flagged: house/veto of firm fir, holder elm\n");
    assert_int_equal(cc_audit_counting(t.audit, CC_FLAGGED, CC_INFO), 0);
    cc_baseline_free(b);
}

/* Of house/bound, which a waiver rebuts. */
static const char bound[] =
    "return { id = 'house/bound', title = '{holder} binds {firm}', severity = 'low', nature = 'indicator',\n"
    "  basis = { { 'ftc-6b-2025', at = 'as a test', support = 'analogy' } }, roles = { 'holder', 'firm' },\n"
    "  subjects = function(case, each)\n"
    "    for a, b in case:agreements { type = 'exclusivity' }:pairs('holder', 'grantor') do each(a, b) end\n"
    "  end,\n"
    "  elements = { { '{holder} binds {firm}',\n"
    "    recorded = { 'agreements', type = 'exclusivity', holder = 'holder', grantor = 'firm' } } },\n"
    "  unless = { { '{firm} is let go', recorded = { 'agreements', type = 'waiver', holder = 'firm', grantor = 'holder' } } } }\n";
#define BINDS   "{'type': 'exclusivity', 'holder': 'elm', 'grantor': 'fir'}"
#define LETS_GO "{'type': 'waiver', 'holder': 'fir', 'grantor': 'elm'}"

static void what_is_rebutted_is_gone_and_when_it_is_flagged_again_it_is_worse(void **state)
{
    trial_rule(&t, "house/bound.lua", bound);
    cc_baseline *flagged = baseline_from(DEAL("d", "", BINDS)),
                *rebutted = baseline_from(DEAL("d", "", BINDS "," LETS_GO));
    apply(flagged, DEAL("d", "", BINDS "," LETS_GO));
    assert_int_equal(trial_verdict(&t, "house/bound"), CC_REBUTTED);
    assert_string_equal(notices_of(&t),
                        "baseline-gone: gone since the baseline, where it was flagged: house/bound of firm fir, "
                        "holder elm\n");
    apply(rebutted, DEAL("d", "", BINDS));
    assert_int_equal(standing("house/bound", "elm/fir"), CC_WORSENED);
    assert_int_equal(cc_audit_counting(t.audit, CC_FLAGGED, CC_INFO), 1);
    apply(rebutted, DEAL("d", "", ""));
    assert_string_equal(notices_of(&t), ""); /* it was no risk */
    cc_baseline_free(flagged), cc_baseline_free(rebutted);
}

static void of_a_rule_that_was_not_run_nothing_is_said_to_be_gone(void **state)
{
    cc_baseline *b = baseline_from(DEAL("d", "", VETO("elm", "fir") "," VETO("oak", "fir")));
    trial_case(&t, DEAL("d", "", ""));
    assert_true(trial_audit_with(&t, (cc_options){ .skip = { (const char *const[]){ "*/veto" }, 1 } }));
    assert_true(cc_baseline_apply(b, t.audit));
    assert_string_equal(notices_of(&t),
                        "baseline-rule-not-run: the rule house/veto was not run: nothing can be said of what "
                        "the baseline has of it (2)\n");
    cc_baseline_free(b);
}

static void a_rule_that_the_baseline_did_not_know_is_new_by_name(void **state)
{
    trial_case(&t, DEAL("d", SHARE("elm", "21"), VETO("elm", "fir")));
    assert_true(trial_audit_with(&t, (cc_options){ .only = { (const char *const[]){ "house/share" }, 1 } }));
    cc_baseline *b = read_again(baseline_now(&t));
    apply(b, DEAL("d", SHARE("elm", "21") "," SHARE("fir", "30"), VETO("elm", "fir")));
    assert_int_equal(standing("house/veto", "elm/fir"), CC_NEW_RULE);
    assert_int_equal(standing("house/share", "fir/cloud"), CC_NEW);
    assert_int_equal(standing("house/share", "elm/cloud"), CC_KNOWN);
    assert_int_equal(cc_audit_counting(t.audit, CC_FLAGGED, CC_INFO), 2);
    cc_baseline_free(b);
}

static void an_edited_rule_is_announced_by_its_digest(void **state)
{
    const char *json = DEAL("d", "", VETO("elm", "fir"));
    audit(json);
    cc_baseline *now = baseline_now(&t);
    char *text = baseline_text(now), *digest = strstr(text, "\"house/veto\": \"");
    assert_non_null(digest);
    memset(digest + strlen("\"house/veto\": \""), 'e', 64);
    cc_baseline *b = cc_baseline_read(t.engine, "baseline.json", text, strlen(text));
    apply(b, json);
    assert_int_equal(standing("house/veto", "elm/fir"), CC_KNOWN);
    assert_ptr_equal(strstr(notices_of(&t),
                            "baseline-rule-edited: the rule house/veto was edited since the baseline: its "
                            "digest was eeeeeeeeeeee, is "),
                     notices_of(&t));
    free(text);
    cc_baseline_free(now), cc_baseline_free(b);
}

static void a_case_that_it_does_not_know_is_all_new(void **state)
{
    cc_baseline *b = baseline_from(DEAL("d", "", VETO("elm", "fir")));
    apply(b, DEAL("other", "", VETO("elm", "fir")));
    assert_int_equal(standing("house/veto", "elm/fir"), CC_NEW);
    assert_string_equal(notices_of(&t),
                        "baseline-new-case: baseline.json does not know the case other: all that is found is new\n");
    cc_baseline_free(b);
}

/* A hole has no finding; it counts as one that cannot be decided, unless the baseline has it. */
static void a_hole_that_was_there_does_not_count(void **state)
{
    const char *rule =
        "return { id = 'house/hole', title = '{holder} binds {firm}', severity = 'low', nature = 'indicator',\n"
        "  basis = { { 'ftc-6b-2025', at = 'x', support = 'analogy' } }, roles = { 'holder', 'firm' },\n"
        "  subjects = function(case, each)\n"
        "    for a in case:agreements() do if a.exclusive then each(a.holder, a.grantor) end end\n"
        "  end,\n"
        "  elements = { { '{holder} binds {firm}', recorded = { 'agreements', holder = 'holder', grantor = 'firm' } } } }\n";
    trial_rule(&t, "house/hole.lua", rule);
    const char *json = DEAL("d", "", "{'type': 'ip-licence', 'holder': 'elm', 'grantor': 'fir'}");
    audit(json);
    size_t open = cc_audit_count_from(t.audit, CC_CANNOT_TELL, CC_LOW);
    assert_int_equal(open, 1);
    assert_int_equal(cc_audit_counting(t.audit, CC_CANNOT_TELL, CC_LOW), 1);
    cc_baseline *b = read_again(baseline_now(&t));
    apply(b, json);
    assert_int_equal(cc_audit_count_from(t.audit, CC_CANNOT_TELL, CC_LOW), 1);
    assert_int_equal(cc_audit_counting(t.audit, CC_CANNOT_TELL, CC_LOW), 0);
    cc_baseline_free(b);
}

static void cases_and_findings_are_written_in_one_order(void **state)
{
    const char *x = DEAL("x", "", VETO("elm", "fir") "," VETO("oak", "fir")),
               *again = DEAL("x", "", VETO("oak", "fir") "," VETO("elm", "fir")),
               *a = DEAL("a", SHARE("elm", "21"), "");
    cc_baseline *one = cc_baseline_new(t.engine), *two = cc_baseline_new(t.engine);
    audit(x), assert_true(cc_baseline_add(one, t.audit));
    audit(a), assert_true(cc_baseline_add(one, t.audit));
    audit(a), assert_true(cc_baseline_add(two, t.audit));
    audit(again), assert_true(cc_baseline_add(two, t.audit));
    char *text = baseline_text(one), *other = baseline_text(two);
    assert_string_equal(text, other);
    free(text), free(other);
    audit(DEAL("d", SHARE("elm", "21"), VETO("elm", "fir") "," VETO("oak", "fir"))); /* the graver ones go first */
    cc_baseline *mixed = baseline_now(&t);
    text = baseline_text(mixed);
    const char *first = strstr(text, "{\"rule\": \"house/share\""), *then = strstr(text, "{\"rule\": \"house/veto\"");
    assert_true(first && then && first < then);
    free(text);
    cc_baseline_free(mixed);
    cc_baseline_free(one), cc_baseline_free(two);
}

/* A baseline that moves on after a part of the rules, or of the cases, keeps of the others what it had. */
static void what_was_not_looked_at_is_taken_over(void **state)
{
    static const char *const share[] = { "house/share" };
    const cc_options shares_alone = { .size = sizeof(cc_options), .only = { share, 1 } };
    const char *d = DEAL("d", SHARE("elm", "21"), VETO("elm", "fir")), *x = DEAL("x", "", VETO("oak", "fir"));
    cc_baseline *before = cc_baseline_new(t.engine), *moved = cc_baseline_new(t.engine);
    audit(d), assert_true(cc_baseline_add(before, t.audit));
    audit(x), assert_true(cc_baseline_add(before, t.audit));
    before = read_again(before);
    trial_case(&t, d);
    assert_true(trial_audit_with(&t, shares_alone));
    assert_true(cc_baseline_add(moved, t.audit) && cc_baseline_carry(moved, before));
    char *text = baseline_text(moved), *was = baseline_text(before);
    assert_non_null(strstr(was, "house/veto"));
    moved = read_again(moved);
    apply(moved, d);
    assert_int_equal(standing("house/veto", "elm/fir"), CC_KNOWN);
    assert_int_equal(standing("house/share", "elm/cloud"), CC_KNOWN);
    apply(moved, x);
    assert_int_equal(standing("house/veto", "oak/fir"), CC_KNOWN);
    cc_baseline_free(moved);

    /* what a rule that was run does not find any more is not taken over */
    moved = cc_baseline_new(t.engine);
    trial_case(&t, DEAL("d", SHARE("elm", "11"), VETO("elm", "fir")));
    assert_true(trial_audit_with(&t, shares_alone));
    assert_true(cc_baseline_add(moved, t.audit) && cc_baseline_carry(moved, before));
    free(text), free(was);
    text = baseline_text(moved);
    assert_null(strstr(text, "{\"rule\": \"house/share\""));
    assert_non_null(strstr(text, "{\"rule\": \"house/veto\""));
    free(text);
    cc_baseline_free(moved), cc_baseline_free(before);
}

static void a_case_that_was_not_audited_is_announced_at_the_end(void **state)
{
    cc_baseline *b = baseline_from(DEAL("d", "", VETO("elm", "fir") "," VETO("oak", "fir")));
    apply(b, DEAL("other", "", ""));
    t.heard.count = 0;
    cc_baseline_finish(b);
    assert_int_equal(t.heard.count, 1);
    assert_true(t.heard.said[0].notice);
    assert_string_equal(t.heard.said[0].message,
                        "the case 'd' was not audited: nothing can be said of what the baseline has of it (2)");
    apply(b, DEAL("d", "", ""));
    t.heard.count = 0;
    cc_baseline_finish(b);
    assert_int_equal(t.heard.count, 0);
    cc_baseline_free(b);
}

static void a_case_is_in_a_baseline_once(void **state)
{
    audit(DEAL("d", "", VETO("elm", "fir")));
    cc_baseline *b = baseline_now(&t);
    assert_false(cc_baseline_add(b, t.audit));
    assert_int_equal(t.heard.count, 1);
    assert_string_equal(t.heard.said[0].code, "duplicate-id");
    assert_string_equal(t.heard.said[0].message, "another file has the case 'd': a baseline can have it once");
    cc_baseline_free(b);
}

static void what_a_case_is_called_stays_data(void **state)
{
    const char *json = DEAL("a \\\"'::error::\\n\\u202e\\udb40\\udc41}", "", VETO("elm", "fir"));
    char *copy = room(strlen(json) + 1);
    memcpy(copy, json, strlen(json) + 1);
    quotes(copy);
    char *apostrophe = strstr(copy, "\\\"\"::"); /* the ' that was meant */
    assert_non_null(apostrophe);
    apostrophe[2] = '\'';
    trial_text(&t, copy, strlen(copy));
    trial_audit(&t, NULL);
    cc_baseline *b = read_again(baseline_now(&t));
    char *text = baseline_text(b);
    assert_non_null(strstr(text, "\n\"a \\\"'::error::\\u000a\\u202e\\udb40\\udc41}\": {\n"));
    trial_text(&t, copy, strlen(copy));
    trial_audit(&t, NULL);
    assert_true(cc_baseline_apply(b, t.audit));
    assert_int_equal(standing("house/veto", "elm/fir"), CC_KNOWN);
    free(copy), free(text);
    cc_baseline_free(b);
}

/* A notice with a name of 1 MB in it is no want of memory. */
static void a_name_of_a_megabyte_is_said_whole(void **state)
{
    enum { LONG = 1000000 };
    static char text[2 * LONG + 1000];
    const char *const parts[] = { "{\"format\": \"compliance-baseline/1\", \"cases\": {\"d\": {\"rules\": {\"",
                                  "\": \"" HASH_A "\"}, \"findings\": [{\"rule\": \"",
                                  "\", \"verdict\": \"flagged\", \"fingerprint\": \"" HASH_A "\", \"proof\": \"" HASH_A
                                  "\"}]}}}" };
    size_t at = 0;
    for (size_t i = 0; i < 3; i++) {
        if (i) memset(text + at, 'r', LONG), at += LONG;
        memcpy(text + at, parts[i], strlen(parts[i])), at += strlen(parts[i]);
    }
    cc_baseline *b = cc_baseline_read(t.engine, "baseline.json", text, at);
    assert_non_null(b);
    apply(b, DEAL("d", "", ""));
    assert_int_equal(t.audit->notice_count, 1);
    assert_string_equal(t.audit->notices[0].code, "baseline-rule-not-run");
    assert_true(strlen(t.audit->notices[0].message) > LONG);
    cc_baseline_free(b);
}

static void every_shipped_case_is_known_to_its_own_baseline(void **state)
{
    static const char *const files[] = { "facts/microsoft-openai.json", "facts/google-anthropic.json",
                                         "facts/stargate.json", "facts/amazon-anthropic.json",
                                         "facts/ordinary-cloud-customer.json" };
    struct trial all;
    trial_open(&all, "rules/ftc-6b");
    size_t known = 0;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        trial_file(&all, files[i]);
        trial_audit(&all, NULL);
        cc_baseline *b = baseline_now(&all);
        char *text = baseline_text(b);
        cc_baseline *again = cc_baseline_read(all.engine, "b.json", text, strlen(text));
        assert_non_null(again);
        trial_audit(&all, NULL);
        assert_true(cc_baseline_apply(again, all.audit));
        assert_int_equal(cc_audit_counting(all.audit, CC_FLAGGED, CC_INFO), 0);
        assert_int_equal(cc_audit_counting(all.audit, CC_CANNOT_TELL, CC_INFO), 0);
        assert_int_equal(cc_audit_standing(all.audit, CC_KNOWN),
                         cc_audit_count(all.audit, CC_FLAGGED) + cc_audit_count(all.audit, CC_CANNOT_TELL));
        known += cc_audit_standing(all.audit, CC_KNOWN);
        free(text);
        cc_baseline_free(b), cc_baseline_free(again);
    }
    assert_true(known > 20);
    trial_close(&all);
}

#define TEST(NAME) cmocka_unit_test_setup_teardown(NAME, begin, end)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_was_found_is_known_and_does_not_count),
        TEST(what_is_new_counts),
        TEST(what_could_not_be_decided_and_is_flagged_now_is_worse),
        TEST(another_value_makes_it_known_but_changed),
        TEST(what_is_gone_is_announced),
        TEST(what_is_rebutted_is_gone_and_when_it_is_flagged_again_it_is_worse),
        TEST(of_a_rule_that_was_not_run_nothing_is_said_to_be_gone),
        TEST(a_rule_that_the_baseline_did_not_know_is_new_by_name),
        TEST(an_edited_rule_is_announced_by_its_digest),
        TEST(a_case_that_it_does_not_know_is_all_new),
        TEST(a_hole_that_was_there_does_not_count),
        TEST(cases_and_findings_are_written_in_one_order),
        TEST(what_was_not_looked_at_is_taken_over),
        TEST(a_case_that_was_not_audited_is_announced_at_the_end),
        TEST(a_case_is_in_a_baseline_once),
        TEST(what_a_case_is_called_stays_data),
        TEST(a_name_of_a_megabyte_is_said_whole),
        TEST(every_shipped_case_is_known_to_its_own_baseline),
    };
    return cmocka_run_group_tests_name("ledger/baseline", tests, NULL, NULL);
}
