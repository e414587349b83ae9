/* junit.c - JUnit XML as Jenkins, GitLab and others read it: a suite for each pack of rules, a case for each rule and
 * subject, with the case's id as the package and the rule's as the class.
 *
 * Flagged fails; what cannot be told, was accepted or was known is skipped with its reason; rebutted and clear pass; a rule
 * that failed and a file that was refused are errors. Each file has a suite of its own first, so that no report is empty
 * (which Jenkins takes for a failure). Jenkins' junit-10.xsd knows no file and line on a test case: they stand in the text. */
#include "report/brief.h"
#include "report/describe.h"
#include "report/report.h"
#include "report/words.h"
#include "report/xml_writer.h"

#include "base/date.h"

struct junit_report {
    struct brief brief;
    struct xml xml;
    struct text text, name;
};
enum outcome { PASSED, FAILED, SKIPPED, BROKEN, OUTCOMES };

static void junit_open(struct cc_report *report)
{
    struct junit_report *r = report->state;
    brief_init(&r->brief, report->engine->allocator);
    text_init(&r->text, report->engine->allocator, 0);
    text_init(&r->name, report->engine->allocator, 0);
    r->xml = xml_on(&report->out);
    xml_open(&r->xml, "testsuites"), xml_attribute(&r->xml, "name", "compliance-check");
}

static void junit_close(struct cc_report *report)
{
    struct junit_report *r = report->state;
    xml_close(&r->xml, "testsuites");
    brief_free(&r->brief);
    text_free(&r->text);
    text_free(&r->name);
}

/* ---- suites and cases ---- */

static void open_suite(struct junit_report *r, const char *name, const char *package, const char *file,
                       const size_t counts[OUTCOMES])
{
    struct xml *x = &r->xml;
    xml_open(x, "testsuite");
    xml_attribute(x, "name", name);
    if (*package) xml_attribute(x, "package", package);
    xml_attribute(x, "file", file);
    xml_count(x, "tests", counts[PASSED] + counts[FAILED] + counts[SKIPPED] + counts[BROKEN]);
    xml_count(x, "failures", counts[FAILED]);
    xml_count(x, "errors", counts[BROKEN]);
    xml_count(x, "skipped", counts[SKIPPED]);
}

/* A class is "CASE.RULE": what stands before the last full stop is the package. */
static void open_case(struct junit_report *r, const char *package, const char *class, const char *name)
{
    text_reset(&r->name);
    text_add(&r->name, "%s%s%s", package, *package ? "." : "", class);
    xml_open(&r->xml, "testcase");
    xml_attribute(&r->xml, "classname", text_chars(&r->name));
    xml_attribute(&r->xml, "name", name);
}

/* What became of it: its first line in `message`, r->text below. */
static void put_outcome(struct junit_report *r, enum outcome outcome, const char *type, const char *message)
{
    static const char *const names[OUTCOMES] = { NULL, "failure", "skipped", "error" };
    struct xml *x = &r->xml;
    xml_open(x, names[outcome]);
    if (type) xml_attribute(x, "type", type);
    xml_attribute(x, "message", message);
    if (r->text.length) xml_text(x, text_chars(&r->text), r->text.length);
    xml_close(x, names[outcome]);
    text_reset(&r->text);
}

/* ---- findings ---- */

static enum outcome outcome_of(const struct telling *told)
{
    if (told->verdict == CC_FLAGGED) return told->counts ? FAILED : SKIPPED;
    return told->verdict == CC_CANNOT_TELL ? SKIPPED : PASSED;
}

static const char *skipped_because(struct junit_report *r, const struct telling *told)
{
    text_reset(&r->name);
    if (told->verdict == CC_CANNOT_TELL) text_string(&r->name, tr("cannot be decided: "));
    if (told->standing && !told->counts) text_add(&r->name, "%s: ", told->standing);
    text_string(&r->name, told->title);
    return text_chars(&r->name);
}

/* What passes has no text, but for what of it nobody has verified. */
static void put_doubt(struct junit_report *r, const struct telling *told)
{
    text_add(&r->text, "%s: %s\n", verdict_names[told->verdict], told->unverified);
    for (size_t i = 0; i < told->point_count; i++) {
        const struct point *p = &told->points[i];
        if (p->unverified || p->estimate) brief_line(&r->brief, p, &r->text);
    }
    xml_open(&r->xml, "system-out");
    xml_text(&r->xml, text_chars(&r->text), r->text.length);
    xml_close(&r->xml, "system-out");
    text_reset(&r->text);
}

static void put_finding(struct junit_report *r, const struct telling *told)
{
    enum outcome outcome = outcome_of(told);
    open_case(r, r->brief.case_id, told->rule->id, *told->subject ? told->subject : tr("all subjects"));
    if (outcome != PASSED) {
        text_add(&r->text, "%s (%s, %s, %.12s)\n", told->title, severity_names[told->rule->severity],
                 nature_names[told->rule->nature], told->fingerprint);
        if (told->standing) text_add(&r->text, "[%s]\n", told->standing);
        if (told->unverified) text_add(&r->text, "[%s]\n", told->unverified);
        brief_lines(&r->brief, told, &r->text);
    } else if (told->unverified) {
        put_doubt(r, told);
    }
    if (outcome == FAILED) put_outcome(r, FAILED, severity_names[told->rule->severity], told->title);
    if (outcome == SKIPPED) put_outcome(r, SKIPPED, NULL, skipped_because(r, told));
    xml_close(&r->xml, "testcase");
}

/* ---- packs ---- */

struct pack {
    const char *id; /* of a rule of it */
    size_t counts[OUTCOMES];
};

static const unsigned told_verdicts = VERDICT(CC_FLAGGED) | VERDICT(CC_CANNOT_TELL) | VERDICT(CC_REBUTTED) |
                                      VERDICT(CC_CLEAR);

/* Counted without telling them: that costs the evidence of each. */
static void count_pack(const struct cc_audit *audit, struct pack *p)
{
    const struct finding *f;
    for (size_t at = 0; (f = next_finding(audit, told_verdicts, &at));) {
        struct telling told = { .verdict = (enum cc_verdict)f->verdict, .counts = finding_counts(f) };
        if (same_pack(p->id, f->rule->id)) p->counts[outcome_of(&told)]++;
    }
    for (size_t i = 0; i < audit->rule_count; i++) {
        const struct rule_result *result = &audit->rules[i];
        if (!same_pack(p->id, result->rule->id)) continue;
        p->counts[SKIPPED] += result->hole;
        p->counts[BROKEN] += result->verdict == CC_FAILED;
    }
}

static void put_failures(struct junit_report *r, const struct pack *p)
{
    struct brief_failure failure;
    r->brief.failed = 0;
    while (brief_next_failure(&r->brief, &failure)) {
        if (!failure.rule || !same_pack(p->id, failure.rule->id)) continue;
        open_case(r, r->brief.case_id, brief_safe(&r->brief, failure.rule->id), tr("the rule"));
        put_outcome(r, BROKEN, failure.code, failure.text);
        xml_close(&r->xml, "testcase");
    }
}

static void put_pack(struct junit_report *r, struct pack *p)
{
    struct telling told;
    count_pack(r->brief.audit, p);
    if (p->counts[PASSED] + p->counts[FAILED] + p->counts[SKIPPED] + p->counts[BROKEN] == 0) return;
    text_reset(&r->name);
    text_bytes(&r->name, p->id, pack_length(p->id));
    const char *name = r->name.length ? brief_safe(&r->brief, text_chars(&r->name)) : tr("rules without a pack");
    open_suite(r, name, r->brief.case_id, r->brief.file, p->counts);
    brief_rewind(&r->brief, p->id);
    while (brief_next(&r->brief, told_verdicts, &told)) put_finding(r, &told);
    put_failures(r, p);
    xml_close(&r->xml, "testsuite");
}

/* ---- the file itself ---- */

static void put_property(struct junit_report *r, const char *name, const char *value)
{
    xml_open(&r->xml, "property");
    xml_attribute(&r->xml, "name", name), xml_attribute(&r->xml, "value", value);
    xml_close(&r->xml, "property");
}

static void put_properties(struct junit_report *r)
{
    const struct cc_audit *audit = r->brief.audit;
    char day[64];
    day_write(audit->as_of, day, sizeof day);
    xml_open(&r->xml, "properties");
    put_property(r, "title", r->brief.title);
    put_property(r, "as_of", day);
    put_property(r, "version", CC_VERSION);
    put_property(r, "rules", audit->engine->rules_digest);
    if (audit->baseline) put_property(r, "baseline", brief_safe(&r->brief, audit->baseline));
    if (audit->accepted) put_property(r, "accepted", brief_safe(&r->brief, audit->accepted));
    xml_close(&r->xml, "properties");
}

/* Notices of the audit, and what it does not keep, as the output of its first case. */
static void put_output(struct junit_report *r)
{
    const struct cc_audit *audit = r->brief.audit;
    text_reset(&r->text);
    size_t considered = audit->rule_count - audit->totals[CC_NOT_SELECTED];
    add_count(&r->text, considered, tr("rule considered"), tr("rules considered"));
    text_add(&r->text, tr(", %u not selected\n"), (unsigned)audit->totals[CC_NOT_SELECTED]);
    for (size_t i = 0; i < audit->notice_count; i++)
        text_add(&r->text, "%s\n", brief_safe(&r->brief, audit->notices[i].message));
    if (audit->dropped)
        text_add(&r->text, tr("and %u more that are clear or out of scope\n"), (unsigned)audit->dropped);
    xml_open(&r->xml, "system-out");
    xml_text(&r->xml, text_chars(&r->text), r->text.length);
    xml_close(&r->xml, "system-out");
    text_reset(&r->text);
}

static void put_file(struct junit_report *r)
{
    const struct cc_audit *audit = r->brief.audit;
    bool nothing = audit->totals[CC_NOT_SELECTED] == audit->rule_count;
    struct pack own = { .counts = { [PASSED] = !nothing, [BROKEN] = nothing } };
    open_suite(r, "compliance-check", r->brief.case_id, r->brief.file, own.counts);
    put_properties(r);
    open_case(r, r->brief.case_id, "compliance-check", r->brief.file);
    if (nothing)
        put_outcome(r, BROKEN, "rule", tr("No rule was selected for this case, so nothing can be said of it."));
    put_output(r);
    xml_close(&r->xml, "testcase");
    xml_close(&r->xml, "testsuite");
}

static void junit_add(struct cc_report *report, const struct cc_audit *audit)
{
    struct junit_report *r = report->state;
    brief_begin(&r->brief, audit);
    put_file(r);
    for (size_t i = 0; i < audit->rule_count; i++) { /* by id, so that a pack's stand together */
        struct pack pack = { .id = audit->rules[i].rule->id };
        if (!i || !same_pack(pack.id, audit->rules[i - 1].rule->id)) put_pack(r, &pack);
    }
    if (r->text.failed || r->name.failed || brief_failed(&r->brief)) out_no_memory(&report->out);
}

static void junit_refused(struct cc_report *report, const char *file, const cc_diagnostic *errors, size_t count)
{
    struct junit_report *r = report->state;
    const char *first = NULL, *code = NULL;
    brief_begin(&r->brief, NULL);
    const char *name = brief_safe(&r->brief, file);
    for (size_t i = 0; i < count; i++) {
        if (errors[i].notice) continue;
        const char *message = brief_error(&r->brief, &errors[i]);
        if (!first) first = message, code = errors[i].code;
        text_string(&r->text, name);
        if (errors[i].line) text_add(&r->text, ":%u:%u", (unsigned)errors[i].line, (unsigned)errors[i].column);
        text_add(&r->text, ": %s [%s]\n", message, errors[i].code);
    }
    open_suite(r, "compliance-check", "", name, (const size_t[OUTCOMES]){ [BROKEN] = 1 });
    open_case(r, "", "compliance-check", name);
    put_outcome(r, BROKEN, code ? code : "io", first ? first : tr("the file was refused"));
    xml_close(&r->xml, "testcase");
    xml_close(&r->xml, "testsuite");
    if (r->text.failed || r->name.failed || brief_failed(&r->brief)) out_no_memory(&report->out);
}

const struct report_format format_junit = {
    .state_size = sizeof(struct junit_report),
    .begins = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"compliance-check\"",
    .open = junit_open,
    .add = junit_add,
    .refused = junit_refused,
    .close = junit_close,
};
