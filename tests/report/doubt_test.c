/* What nobody has verified is marked wherever a verdict is told, whatever the verdict and the format: law that nobody has
 * opened, and facts that the file calls estimates. */
#include "report/written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define SAID "rests on 1 unverified source and 1 estimate"

/* Whoever holds much of a firm; the source and the confidence of the stake are what a test says. */
static const char rule_with[] =
    "return { id = 'hold/exclusive', title = '{holder} holds much of {held}', severity = 'high', nature = 'indicator',\n"
    "  basis = { { '%s', at = 'page 1', support = 'direct' } },\n"
    "  params = { line = { by_date = { { 20, from = '2020-01-01', source = '%s' } }, 'percent', 'large' } },\n"
    "  roles = { 'holder', 'held' },\n"
    "  subjects = function(case, each)\n"
    "    for holder, held in case:holdings():pairs('holder', 'entity') do each(holder, held) end\n"
    "  end,\n"
    "  figures = { stake = function(s, p, case) return case:held(s.holder, s.held, 'stake') end },\n"
    "  elements = { { '{holder} holds {stake} of {held}', 'stake', '>=', 'line' } },\n"
    "  unless = { { '{holder} has waived its rights',\n"
    "    recorded = { 'agreements', type = 'waiver', holder = 'held', grantor = 'holder' } } } }\n";
static const char facts_with[] =
    "{\"format\": \"compliance-facts/1\",\n"
    " \"case\": {\"id\": \"small\", \"title\": \"A small case\", \"as_of\": \"2025-01-24\",\n"
    "  \"complete\": [{\"kind\": \"holding\", \"source\": \"press\"}]},\n"
    " \"sources\": [{\"id\": \"press\", \"title\": \"The press\"}],\n"
    " \"entities\": [{\"id\": \"big\", \"name\": \"Big\"}, {\"id\": \"new\", \"name\": \"New\"}],\n"
    " \"agreements\": [{\"id\": \"deed\", \"type\": \"%s\", \"holder\": \"new\", \"grantor\": \"big\", \"source\": \"press\"}],\n"
    " \"holdings\": [{\"id\": \"stake\", \"holder\": \"big\", \"entity\": \"new\", \"stake\": %s, \"control\": \"none\",\n"
    "  \"from\": \"2024-03-01\", \"confidence\": \"%s\", \"source\": \"press\"}]}\n";

enum told { FLAGGED, REBUTTED, UNDECIDED, CLEAR, TOLD };
static const char *const stakes[TOLD] = { "30", "30", "{\"min\": 10, \"max\": 30}", "10" };

static struct written *ruled(bool verified)
{
    char lua[2000];
    struct written *w = written_new();
    const char *source = verified ? "a-law" : "a-note";
    snprintf(lua, sizeof lua, rule_with, source, source);
    if (!written_rule(w, "exclusive.lua", lua)) fail_msg("%s", written_said(w));
    return w;
}

static const char *facts_of(enum told told, bool verified)
{
    static char facts[2000];
    snprintf(facts, sizeof facts, facts_with, told == REBUTTED ? "waiver" : "supply", stakes[told],
             verified ? "confirmed" : "estimated");
    return facts;
}

static struct written *reported(const char *format, enum told told, bool verified)
{
    struct written *w = ruled(verified);
    const cc_report_options verbose = { .size = sizeof verbose, .verbose = true };
    if (!written_report(w, format, &verbose, facts_of(told, verified))) fail_msg("%s", written_said(w));
    return w;
}

/* ---- reports ---- */

static const struct row {
    const char *name, *format;
    enum told told;
    const char *marks[3]; /* each must be there; without doubt none may be */
} rows[] = {
    { "text_marks_what_is_flagged", "text", FLAGGED, { "direct; unverified)", "estimate: The press" } },
    { "text_marks_what_is_rebutted", "text", REBUTTED, { "direct; unverified)", "(rests on an estimate)" } },
    { "text_marks_what_cannot_be_told", "text", UNDECIDED, { "direct; unverified)", "estimate: The press" } },
    { "text_marks_what_is_clear", "text", CLEAR, { "rests on  A note", "direct; unverified)", "estimate: The press" } },
    { "junit_marks_what_is_flagged", "junit", FLAGGED, { SAID, "direct; unverified)", "; rests on an estimate)" } },
    { "junit_marks_what_is_rebutted",
      "junit",
      REBUTTED,
      { "<system-out>rebutted: " SAID, "direct; unverified)", "; rests on an estimate)" } },
    { "junit_marks_what_cannot_be_told",
      "junit",
      UNDECIDED,
      { SAID, "direct; unverified)", "; rests on an estimate)" } },
    { "junit_marks_what_is_clear",
      "junit",
      CLEAR,
      { "<system-out>clear: " SAID, "direct; unverified)", "; rests on an estimate)" } },
    { "csv_marks_what_is_flagged", "csv", FLAGGED, { "," SAID "\r\n", "direct; unverified)" } },
    { "csv_marks_what_is_rebutted", "csv", REBUTTED, { "," SAID "\r\n", "direct; unverified)" } },
    { "csv_marks_what_cannot_be_told", "csv", UNDECIDED, { "," SAID "\r\n", "direct; unverified)" } },
    { "csv_marks_what_is_clear", "csv", CLEAR, { "," SAID "\r\n", "direct; unverified)" } },
    { "markdown_marks_what_is_flagged",
      "markdown",
      FLAGGED,
      { " · " SAID, "direct; unverified)", "; rests on an estimate)" } },
    { "markdown_marks_what_cannot_be_told",
      "markdown",
      UNDECIDED,
      { " · " SAID, "direct; unverified)", "; rests on an estimate)" } },
    { "github_marks_what_is_flagged",
      "github",
      FLAGGED,
      { "%0A[" SAID "]%0A", "direct; unverified)", "; rests on an estimate)" } },
    { "github_marks_what_cannot_be_told", "github", UNDECIDED, { "%0A[" SAID "]%0A", "direct; unverified)" } },
    { "gitlab_marks_what_is_flagged", "gitlab", FLAGGED, { " [" SAID "] (" } },
    { "gitlab_marks_what_cannot_be_told", "gitlab", UNDECIDED, { " [" SAID "] (" } },
    { "sarif_marks_what_is_flagged",
      "sarif",
      FLAGGED,
      { " (" SAID ").", "\"unverifiedSources\":1", "\"estimates\":1" } },
    { "sarif_marks_what_cannot_be_told",
      "sarif",
      UNDECIDED,
      { " (" SAID ").", "\"unverifiedSources\":1", "(rests on an estimate)" } },
    { "json_marks_what_is_clear", "json", CLEAR, { "\"verified\":false", "\"confidence\":\"estimated\"" } },
};

static void is_marked(void **state)
{
    const struct row *row = *state;
    struct written *doubted = reported(row->format, row->told, false), *sure = reported(row->format, row->told, true);
    for (size_t i = 0; i < 3 && row->marks[i]; i++) {
        if (!strstr(written_text(doubted), row->marks[i]))
            fail_msg("no '%s' in:\n%s", row->marks[i], written_text(doubted));
        if (strstr(written_text(sure), row->marks[i])) fail_msg("'%s' in:\n%s", row->marks[i], written_text(sure));
    }
    written_free(doubted), written_free(sure);
}

/* A law that is named by the rule and by its threshold is one source, a fact that two tests cite one estimate. */
static void each_source_and_each_estimate_counts_once(void **state)
{
    for (enum told told = FLAGGED; told < TOLD; told++) {
        struct written *w = reported("csv", told, false);
        assert_non_null(strstr(written_text(w), "," SAID "\r\n"));
        assert_null(strstr(written_text(w), "2 "));
        written_free(w);
    }
}

/* ---- why and trace ---- */

static const char *asked(struct written *w, enum told told, bool verified, bool trace)
{
    const char *facts = facts_of(told, verified);
    cc_case *c = cc_case_parse(w->engine, "small.json", facts, strlen(facts));
    const cc_options options = { .size = sizeof options, .every_subject = true, .trace = trace };
    cc_audit *audit = cc_audit_run(w->engine, c, &options);
    written_reset(w);
    if (trace) assert_true(cc_write_trace(audit, "hold/exclusive", written_sink(w)));
    else assert_true(cc_write_why(audit, "hold/exclusive", (cc_words){ 0 }, "text", NULL, written_sink(w)));
    cc_audit_free(audit);
    cc_case_free(c);
    return written_text(w);
}

static void why_marks_every_verdict(void **state)
{
    for (enum told told = FLAGGED; told < TOLD; told++) {
        struct written *doubted = ruled(false), *sure = ruled(true);
        const char *text = asked(doubted, told, false, false);
        assert_non_null(strstr(text, "rests on  A note, May 2024: page 1 (direct; unverified) [1]"));
        assert_non_null(strstr(text, "estimate: The press"));
        text = asked(sure, told, true, false);
        assert_null(strstr(text, "unverified"));
        assert_null(strstr(text, "estimate"));
        written_free(doubted), written_free(sure);
    }
}

static void trace_marks_law_thresholds_and_facts(void **state)
{
    struct written *doubted = ruled(false), *sure = ruled(true);
    const char *text = asked(doubted, CLEAR, false, true);
    assert_non_null(strstr(text, "  basis a-note (unverified)\n"));
    assert_non_null(strstr(text, "  param line = 20 % (a-note; unverified)\n"));
    assert_non_null(strstr(text, "read stake.stake = 10, an estimate  ("));
    text = asked(sure, CLEAR, true, true);
    assert_null(strstr(text, "unverified"));
    assert_null(strstr(text, "estimate"));
    written_free(doubted), written_free(sure);
}

/* ---- rules without a case ---- */

static void explain_and_the_list_of_rules_mark_the_law_and_each_threshold(void **state)
{
    for (int verified = 0; verified < 2; verified++) {
        struct written *w = ruled(verified);
        assert_true(cc_write_explanation(w->engine, "hold/exclusive", NULL, written_sink(w)));
        assert_int_equal(strstr(written_text(w), "page 1 (direct; unverified)") != NULL, !verified);
        assert_int_equal(strstr(written_text(w), "20 % from 1 January 2020 (unverified) [A note]") != NULL, !verified);
        written_reset(w);
        assert_true(cc_write_rules(w->engine, "text", NULL, written_sink(w)));
        assert_int_equal(strstr(written_text(w), "page 1 (direct; unverified)") != NULL, !verified);
        written_reset(w);
        assert_true(cc_write_rules(w->engine, "json", NULL, written_sink(w)));
        assert_int_equal(strstr(written_text(w), "\"source\":\"a-note\",\"verified\":false") != NULL, !verified);
        written_free(w);
    }
}

int main(void)
{
    enum { ROWS = sizeof rows / sizeof *rows };
    static const struct CMUnitTest others[] = {
        cmocka_unit_test(each_source_and_each_estimate_counts_once),
        cmocka_unit_test(why_marks_every_verdict),
        cmocka_unit_test(trace_marks_law_thresholds_and_facts),
        cmocka_unit_test(explain_and_the_list_of_rules_mark_the_law_and_each_threshold),
    };
    enum { OTHERS = sizeof others / sizeof *others };
    struct CMUnitTest tests[ROWS + OTHERS];
    for (size_t i = 0; i < ROWS; i++)
        tests[i] = (struct CMUnitTest){ .name = rows[i].name,
                                        .test_func = is_marked,
                                        .initial_state = (void *)(uintptr_t)&rows[i] };
    memcpy(tests + ROWS, others, sizeof others);
    return _cmocka_run_group_tests("report/doubt", tests, ROWS + OTHERS, NULL, NULL);
}
