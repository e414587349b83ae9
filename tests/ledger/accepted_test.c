/* accepted_test.c - risks that somebody answers for: what an entry covers and until when, what is said of it, how one is
 * added and written. Exit codes: tests/cli/standings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ledger/kept.h"

#define FIRMS "'entities': [{'id': 'elm', 'name': 'Elm'}, {'id': 'fir', 'name': 'Fir'}, {'id': 'oak', 'name': 'Oak'}]"
#define DEAL(ID, AGREEMENTS)                                                                   \
    "{'format': 'compliance-facts/1', 'case': {'id': '" ID "', 'as_of': '2025-01-24'}, " FIRMS \
    ", 'agreements': [" AGREEMENTS "]}"
#define VETO  "{'type': 'veto', 'holder': 'elm', 'grantor': 'fir'}"
#define OTHER "{'type': 'veto', 'holder': 'oak', 'grantor': 'fir'}"

static struct trial t;
static char fingerprint[65], proof[65]; /* of the veto in the deal "d" */

static void audit(const char *json)
{
    trial_case(&t, json);
    trial_audit(&t, NULL);
}
static int begin(void **state)
{
    trial_open(&t, HOUSE);
    audit(DEAL("d", VETO));
    const struct finding *f = trial_finding(&t, "house/veto", "elm/fir");
    if (!f) return 1;
    snprintf(fingerprint, sizeof fingerprint, "%s", finding_fingerprint(t.audit, f));
    snprintf(proof, sizeof proof, "%s", finding_proof(t.audit, f));
    return 0;
}
static int end(void **state) { return trial_close(&t), 0; }

/* A file of accepted risks, with @ for the fingerprint and # for the proof. */
static cc_accepted *file_of(const char *pattern)
{
    char json[2000], *to = json;
    for (; *pattern && to < json + sizeof json - 65; pattern++)
        if (*pattern != '@' && *pattern != '#') *to++ = *pattern;
        else memcpy(to, *pattern == '@' ? fingerprint : proof, 64), to += 64;
    *to = '\0';
    return accepted_of(t.engine, json);
}

/* That with one entry: `named` says of what; of_proof NULL: the right one. */
static cc_accepted *entry_of(const char *named, const char *of_proof, const char *until)
{
    char pattern[1000];
    snprintf(pattern, sizeof pattern,
             "{'format': 'compliance-accept/1', 'accepted': [\n{%s, 'proof': '%s', 'reason': 'because', 'who': 'me', "
             "'until': '%s'}]}",
             named, of_proof ? of_proof : "#", until);
    return file_of(pattern);
}
#define BY_FINGERPRINT "'fingerprint': '@'"
#define BY_RULE        "'rule': 'house/veto', 'subject': {'firm': 'fir', 'holder': 'elm'}"

static const struct finding *applied(cc_accepted *a)
{
    assert_non_null(a);
    assert_true(cc_accepted_apply(a, t.audit, TODAY));
    cc_accepted_free(a);
    const struct finding *f = trial_finding(&t, "house/veto", "elm/fir");
    assert_non_null(f);
    return f;
}

static void an_entry_covers_its_finding_and_is_shown(void **state)
{
    const struct finding *f = applied(entry_of(BY_FINGERPRINT, NULL, "2025-12-31"));
    assert_int_equal(f->standing, CC_ACCEPTED);
    assert_string_equal(f->acceptance->reason, "because");
    assert_string_equal(f->acceptance->who, "me");
    assert_string_equal(f->acceptance->until, "2025-12-31");
    assert_string_equal(f->acceptance->file, "accept.json");
    assert_int_equal(f->acceptance->line, 2);
    assert_int_equal(cc_audit_count(t.audit, CC_FLAGGED), 1);
    assert_int_equal(cc_audit_counting(t.audit, CC_FLAGGED, CC_INFO), 0);
    assert_string_equal(notices_of(&t), "");
}

static void its_last_day_is_covered_too_and_the_next_is_not(void **state)
{
    assert_int_equal(applied(entry_of(BY_FINGERPRINT, NULL, TODAY))->standing, CC_ACCEPTED);
    trial_audit(&t, NULL);
    const struct finding *f = applied(entry_of(BY_FINGERPRINT, NULL, "2025-02-28"));
    assert_int_equal(f->standing, CC_ACCEPTED_EXPIRED);
    assert_non_null(f->acceptance);
    assert_int_equal(cc_audit_counting(t.audit, CC_FLAGGED, CC_INFO), 1);
    assert_non_null(strstr(notices_of(&t), "accepted-expired: accept.json:2: "));
    assert_non_null(strstr(notices_of(&t), "...: was accepted until 2025-02-28\n"));
}

static void other_facts_are_not_what_was_accepted(void **state)
{
    assert_int_equal(applied(entry_of(BY_RULE, HASH_A, "2025-12-31"))->standing, CC_ACCEPTED_CHANGED);
    assert_int_equal(cc_audit_counting(t.audit, CC_FLAGGED, CC_INFO), 1);
    assert_string_equal(notices_of(&t),
                        "accepted-changed: accept.json:2: house/veto of firm fir, holder elm: accepted, but "
                        "its facts changed\n");
}

static void a_rule_and_subject_cover_any_case_unless_one_is_named(void **state)
{
    audit(DEAL("e", VETO));
    const struct finding *f = trial_finding(&t, "house/veto", "elm/fir");
    snprintf(proof, sizeof proof, "%s", finding_proof(t.audit, f));
    assert_int_equal(applied(entry_of(BY_RULE, NULL, "2025-12-31"))->standing, CC_ACCEPTED);
    trial_audit(&t, NULL);
    assert_int_equal(applied(entry_of("'case': 'd', " BY_RULE, NULL, "2025-12-31"))->standing, CC_NEW);
    assert_string_equal(notices_of(&t), ""); /* it is about another case, and perhaps right there */
}

static void an_entry_that_says_something_else_than_it_does_covers_nothing(void **state)
{
    assert_int_equal(applied(entry_of(BY_FINGERPRINT ", 'rule': 'house/share'", NULL, "2025-12-31"))->standing, CC_NEW);
    assert_non_null(
        strstr(notices_of(&t), "accepted-mismatch: accept.json:2: house/share: the fingerprint is of another rule"));
    trial_audit(&t, NULL);
    assert_int_equal(
        applied(entry_of(BY_FINGERPRINT ", 'subject': {'firm': 'oak', 'holder': 'elm'}", NULL, "2025-12-31"))->standing,
        CC_NEW);
    assert_non_null(strstr(notices_of(&t), "accepted-mismatch"));
}

static void an_entry_about_nothing_is_reported(void **state)
{
    audit(DEAL("d", OTHER));
    cc_accepted *a = entry_of("'case': 'd', " BY_RULE, NULL, "2025-12-31");
    assert_true(cc_accepted_apply(a, t.audit, TODAY));
    assert_string_equal(notices_of(&t),
                        "accepted-unknown: accept.json:2: house/veto of firm fir, holder elm: accepted, but "
                        "there is no such finding\n");
    cc_accepted_free(a);
    trial_audit(&t, NULL);
    a = entry_of(BY_RULE, NULL, "2025-12-31"); /* of any case: nothing can be said before the last */
    assert_true(cc_accepted_apply(a, t.audit, TODAY));
    assert_string_equal(notices_of(&t), "");
    t.heard.count = 0;
    cc_accepted_finish(a);
    assert_int_equal(t.heard.count, 1);
    assert_true(t.heard.said[0].notice);
    assert_string_equal(t.heard.said[0].code, "accepted-unknown");
    assert_int_equal(t.heard.said[0].line, 2);
    cc_accepted_free(a);
}

static void an_entry_that_is_not_needed_is_reported(void **state)
{
    audit(DEAL("d", "{'type': 'consultation', 'holder': 'elm', 'grantor': 'fir'}"));
    assert_int_equal(applied(entry_of("'case': 'd', " BY_RULE, NULL, "2025-12-31"))->verdict, CC_CLEAR);
    assert_string_equal(notices_of(&t),
                        "accepted-unused: accept.json:2: house/veto of firm fir, holder elm: accepted, but it is "
                        "clear now\n");
}

static void of_a_rule_that_was_not_run_nothing_is_said(void **state)
{
    assert_true(trial_audit_with(&t, (cc_options){ .skip = { (const char *const[]){ "*/veto" }, 1 } }));
    cc_accepted *a = entry_of("'case': 'd', " BY_RULE, NULL, "2025-12-31");
    assert_true(cc_accepted_apply(a, t.audit, TODAY));
    assert_string_equal(notices_of(&t), "");
    cc_accepted_free(a);
}

/* The order of the entries does not matter: that of this very finding goes first. */
static void an_entry_of_the_finding_goes_before_one_of_any_case(void **state)
{
#define REST "'reason': 'r', 'who': 'w', 'until': '2025-12-31'"
    const char *const orders[] = {
        "{'format': 'compliance-accept/1', 'accepted': [{" BY_RULE ", 'proof': '" HASH_A "', " REST "},\n"
        " {" BY_FINGERPRINT ", 'proof': '#', " REST "}]}",
        "{'format': 'compliance-accept/1', 'accepted': [\n{" BY_FINGERPRINT ", 'proof': '#', " REST "},\n"
        "{" BY_RULE ", 'proof': '" HASH_A "', " REST "}]}",
    };
    for (size_t i = 0; i < 2; i++) {
        trial_audit(&t, NULL);
        const struct finding *f = applied(file_of(orders[i]));
        assert_int_equal(f->standing, CC_ACCEPTED);
        assert_int_equal(f->acceptance->line, 2);
        assert_string_equal(notices_of(&t), "");
    }
}

static void the_acceptance_has_the_last_word_over_the_baseline(void **state)
{
    cc_baseline *b = baseline_now(&t);
    assert_true(cc_baseline_apply(b, t.audit));
    const struct finding *f = applied(entry_of(BY_FINGERPRINT, NULL, "2025-02-28"));
    assert_int_equal(f->known, CC_KNOWN);
    assert_int_equal(f->standing, CC_ACCEPTED_EXPIRED);
    assert_int_equal(cc_audit_counting(t.audit, CC_FLAGGED, CC_INFO), 1);
    cc_baseline_free(b);
}

/* ---- adding ---- */

static int add(cc_accepted *a, const char *of, const char *reason, const char *until)
{
    t.heard.count = 0;
    return cc_accepted_add(
        a, t.audit,
        &(cc_acceptance){ sizeof(cc_acceptance), .fingerprint = of, .reason = reason, .who = "me", .until = until },
        TODAY);
}

static cc_accepted *none_yet(void)
{
    cc_accepted *a = cc_accepted_read(t.engine, "accept.json", NULL, 0);
    assert_non_null(a);
    return a;
}

static void what_is_added_and_written_is_accepted_when_read(void **state)
{
    cc_accepted *a = none_yet();
    char twelve[13];
    snprintf(twelve, sizeof twelve, "%.12s", fingerprint);
    assert_int_equal(add(a, twelve, "is \"no\" cloud\n::error::\xe2\x80\xae", "2025-12-31"), 1);
    char *text = accepted_text(a);
    assert_non_null(strstr(text, "\"is \\\"no\\\" cloud\\u000a::error::\\u202e\""));
    const struct finding *f = applied(cc_accepted_read(t.engine, "accept.json", text, strlen(text)));
    assert_int_equal(f->standing, CC_ACCEPTED);
    assert_string_equal(f->acceptance->reason, "is \"no\" cloud\n::error::\xe2\x80\xae");
    free(text);
    cc_accepted_free(a);
}

static void a_finding_that_was_accepted_before_has_one_entry(void **state)
{
    cc_accepted *a = entry_of("'case': 'd', " BY_RULE, HASH_A, "2025-02-28");
    assert_int_equal(add(a, fingerprint, "still", "2026-12-31"), 1);
    char *text = accepted_text(a);
    assert_null(strstr(text, "because"));
    assert_non_null(strstr(text, "still"));
    free(text);
    cc_accepted_free(a);
}

static void an_entry_of_any_case_stays_beside_that_of_one(void **state)
{
    cc_accepted *a = entry_of(BY_RULE, HASH_A, "2025-12-31");
    assert_int_equal(add(a, fingerprint, "here", "2026-12-31"), 1);
    char *text = accepted_text(a);
    assert_non_null(strstr(text, "because"));
    assert_non_null(strstr(text, "here"));
    assert_int_equal(applied(cc_accepted_read(t.engine, "accept.json", text, strlen(text)))->standing, CC_ACCEPTED);
    free(text);
    cc_accepted_free(a);
}

static void what_cannot_be_accepted_is_refused_by_name(void **state)
{
    static const struct {
        const char *of, *reason, *until, *said;
    } rows[] = {
        { "abc", "r", "2025-12-31", "'abc' is no fingerprint: 64 hexadecimal digits, or the first eight or more" },
        { "ABCDEFABCDEF", "r", "2025-12-31",
          "'ABCDEFABCDEF' is no fingerprint: 64 hexadecimal digits, or the first eight or more" },
        { NULL, "", "2025-12-31", "the reason must be a text of at most 64 KB in UTF-8, and not empty" },
        { NULL, " \n", "2025-12-31", "the reason must be a text of at most 64 KB in UTF-8, and not empty" },
        { NULL, "\xff", "2025-12-31", "the reason must be a text of at most 64 KB in UTF-8, and not empty" },
        { NULL, "r", "2025-02-28", "until '2025-02-28' is in the past" },
        { NULL, "r", "2025-12", "'2025-12' is no day for until: write YYYY-MM-DD" },
        { NULL, "r", "2025-02-30", "'2025-02-30' is no day for until: write YYYY-MM-DD" },
        { NULL, "r", NULL, "'' is no day for until: write YYYY-MM-DD" },
    };
    cc_accepted *a = none_yet();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(add(a, rows[i].of ? rows[i].of : fingerprint, rows[i].reason, rows[i].until), -1);
        assert_int_equal(t.heard.count, 1);
        assert_string_equal(t.heard.said[0].code, "usage");
        assert_string_equal(t.heard.said[0].message, rows[i].said);
    }
    assert_int_equal(add(a, HASH_A, "r", "2025-12-31"), 0);
    assert_int_equal(t.heard.count, 0);
    char *text = accepted_text(a);
    assert_non_null(strstr(text, "\"accepted\": []"));
    free(text);
    cc_accepted_free(a);
}

static void what_is_only_supposed_cannot_be_accepted(void **state)
{
    const char *set[] = { "/case/title=Altered" };
    char json[] = DEAL("d", VETO);
    quotes(json);
    cc_case *c = cc_case_parse_altered(t.engine, "case.json", json, strlen(json), (cc_words){ set, 1 },
                                       (cc_words){ NULL, 0 });
    cc_audit *audit = cc_audit_run(t.engine, c, &(cc_options){ .size = sizeof(cc_options) });
    cc_accepted *a = none_yet();
    const cc_acceptance wish = { sizeof wish, .fingerprint = fingerprint, .reason = "r", .who = "w",
                                 .until = "2025-12-31" };
    t.heard.count = 0;
    assert_int_equal(cc_accepted_add(a, audit, &wish, TODAY), -1);
    assert_string_equal(t.heard.said[0].message, "no risk is accepted of altered facts");
    cc_accepted_free(a), cc_audit_free(audit), cc_case_free(c);
}

/* Two that begin alike are rare; these are given what they begin with. */
static void what_could_be_two_is_not_accepted(void **state)
{
    audit(DEAL("d", VETO "," OTHER));
    assert_int_equal(t.audit->finding_count, 2);
    t.audit->findings[0]->fingerprint = "00000000"
                                        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    t.audit->findings[1]->fingerprint = "00000000"
                                        "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    cc_accepted *a = none_yet();
    assert_int_equal(add(a, "00000000", "r", "2025-12-31"), -1);
    assert_string_equal(t.heard.said[0].message, "'00000000' is the beginning of several fingerprints");
    assert_int_equal(add(a, "00000000b", "r", "2025-12-31"), 1);
    cc_accepted_free(a);
}

static void what_is_clear_cannot_be_accepted(void **state)
{
    audit(DEAL("d", "{'type': 'consultation', 'holder': 'elm', 'grantor': 'fir'}"));
    cc_accepted *a = none_yet();
    assert_int_equal(add(a, fingerprint, "r", "2025-12-31"), -1);
    assert_non_null(strstr(t.heard.said[0].message, " is clear: there is nothing to accept"));
    cc_accepted_free(a);
}

#define TEST(NAME) cmocka_unit_test_setup_teardown(NAME, begin, end)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_entry_covers_its_finding_and_is_shown),
        TEST(its_last_day_is_covered_too_and_the_next_is_not),
        TEST(other_facts_are_not_what_was_accepted),
        TEST(a_rule_and_subject_cover_any_case_unless_one_is_named),
        TEST(an_entry_that_says_something_else_than_it_does_covers_nothing),
        TEST(an_entry_about_nothing_is_reported),
        TEST(an_entry_that_is_not_needed_is_reported),
        TEST(of_a_rule_that_was_not_run_nothing_is_said),
        TEST(an_entry_of_the_finding_goes_before_one_of_any_case),
        TEST(the_acceptance_has_the_last_word_over_the_baseline),
        TEST(what_is_added_and_written_is_accepted_when_read),
        TEST(a_finding_that_was_accepted_before_has_one_entry),
        TEST(an_entry_of_any_case_stays_beside_that_of_one),
        TEST(what_cannot_be_accepted_is_refused_by_name),
        TEST(what_is_only_supposed_cannot_be_accepted),
        TEST(what_could_be_two_is_not_accepted),
        TEST(what_is_clear_cannot_be_accepted),
    };
    return cmocka_run_group_tests_name("ledger/accepted", tests, NULL, NULL);
}
