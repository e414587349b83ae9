/* csv.c - one row a finding, for spreadsheets and databases: RFC 4180 with a head, fields quoted where they must be.
 *
 * A spreadsheet runs what begins with =, +, -, @ (or their full-width forms): such a field begins with an apostrophe, as
 * OWASP advises (CSV Injection). A program that wants the text to the byte reads --format json. */
#include "report/brief.h"
#include "report/csv_field.h"
#include "report/report.h"
#include "report/words.h"

#include "base/date.h"

#include <stdio.h>

struct csv_report {
    struct brief brief;
    struct text line, field;
    bool begun; /* a field stands in the line already */
};

static const char head[] =
    "file,case,as_of,verdict,severity,rule,nature,subject,title,line,column,pointer,missing,clears_if,basis,advice,"
    "standing,counts,fingerprint,proof,unverified\r\n";

static void csv_open(struct cc_report *report)
{
    struct csv_report *r = report->state;
    brief_init(&r->brief, report->engine->allocator);
    text_init(&r->line, report->engine->allocator, 0);
    text_init(&r->field, report->engine->allocator, 0);
    out_string(&report->out, head);
}

static void csv_close(struct cc_report *report)
{
    struct csv_report *r = report->state;
    brief_free(&r->brief);
    text_free(&r->line);
    text_free(&r->field);
}

/* Texts are safe: no control character is in them. */
static void put(struct csv_report *r, const char *text)
{
    csv_field(&r->line, text, !r->begun);
    r->begun = true;
}

static void put_number(struct csv_report *r, uint32_t number)
{
    char digits[16] = "";
    if (number) snprintf(digits, sizeof digits, "%u", (unsigned)number);
    put(r, digits);
}

/* All points of a type in one field, "; " between them. */
static void put_points(struct csv_report *r, const struct telling *told, enum point_type type)
{
    text_reset(&r->field);
    for (size_t i = 0; i < told->point_count; i++)
        if (told->points[i].type == type)
            text_add(&r->field, "%s%s", r->field.length ? "; " : "", told->points[i].text);
    put(r, text_chars(&r->field));
}

static void end_line(struct cc_report *report)
{
    struct csv_report *r = report->state;
    text_string(&r->line, "\r\n");
    out_bytes(&report->out, text_chars(&r->line), r->line.length);
    if (r->line.failed || r->field.failed || brief_failed(&r->brief)) out_no_memory(&report->out);
    text_reset(&r->line);
    r->begun = false;
}

static void put_case(struct csv_report *r)
{
    char day[64];
    put(r, r->brief.file);
    put(r, r->brief.case_id);
    day_write(r->brief.audit->as_of, day, sizeof day);
    put(r, day);
}

static void put_finding(struct cc_report *report, const struct telling *told)
{
    struct csv_report *r = report->state;
    struct spot spot = brief_spot(&r->brief, told);
    put_case(r);
    put(r, verdict_names[told->verdict]);
    put(r, severity_names[told->rule->severity]);
    put(r, told->rule->id);
    put(r, nature_names[told->rule->nature]);
    put(r, told->subject);
    put(r, told->title);
    put_number(r, spot.line);
    put_number(r, spot.column);
    put(r, told->place_count && told->places[0].pointer ? told->places[0].pointer : "");
    put_points(r, told, POINT_MISSING);
    put_points(r, told, POINT_CLEARS);
    put_points(r, told, POINT_BASIS);
    put_points(r, told, POINT_ADVICE);
    put(r, told->standing ? told->standing : "");
    put(r, told->verdict > CC_CANNOT_TELL ? "" : told->counts ? "yes" : "no");
    put(r, told->fingerprint);
    put(r, told->proof);
    put(r, told->unverified ? told->unverified : "");
    end_line(report);
}

/* What there is no finding of: the verdict says what it is, the title what happened. */
static void put_message(struct cc_report *report, const char *verdict, const char *rule, const char *text,
                        uint32_t line, uint32_t column)
{
    struct csv_report *r = report->state;
    put(r, verdict), put(r, ""), put(r, rule), put(r, ""), put(r, "");
    put(r, text);
    put_number(r, line), put_number(r, column);
    for (unsigned i = 0; i < 10; i++) put(r, "");
    end_line(report);
}

/* Those that come first, by what the case was judged; or the others. */
static void put_notices(struct cc_report *report, bool first)
{
    struct csv_report *r = report->state;
    const struct cc_audit *audit = r->brief.audit;
    for (size_t i = 0; i < audit->notice_count; i++) {
        const struct audit_notice *n = &audit->notices[i];
        if (notice_is_first(n) != first) continue;
        put_case(r);
        put_message(report, tr("note"), "", brief_safe(&r->brief, n->message), n->line, 0);
    }
}

static void csv_add(struct cc_report *report, const struct cc_audit *audit)
{
    struct csv_report *r = report->state;
    unsigned verdicts = VERDICT(CC_FLAGGED) | VERDICT(CC_CANNOT_TELL) | VERDICT(CC_REBUTTED);
    if (report->options.verbose) verdicts |= VERDICT(CC_CLEAR) | VERDICT(CC_OUT_OF_SCOPE);
    struct telling told;
    struct brief_failure failure;
    brief_begin(&r->brief, audit);
    put_notices(report, true);
    while (brief_next(&r->brief, verdicts, &told)) put_finding(report, &told);
    while (brief_next_failure(&r->brief, &failure)) {
        put_case(r);
        put_message(report, verdict_names[CC_FAILED], failure.rule ? brief_safe(&r->brief, failure.rule->id) : "",
                    failure.text, 0, 0);
    }
    put_notices(report, false);
    if (brief_failed(&r->brief)) out_no_memory(&report->out);
}

static void csv_refused(struct cc_report *report, const char *file, const cc_diagnostic *errors, size_t count)
{
    struct csv_report *r = report->state;
    brief_begin(&r->brief, NULL);
    for (size_t i = 0; i < count; i++) {
        if (errors[i].notice) continue;
        put(r, brief_safe(&r->brief, file)), put(r, ""), put(r, "");
        put_message(report, tr("refused"), "", brief_error(&r->brief, &errors[i]), errors[i].line, errors[i].column);
    }
}

const struct report_format format_csv = {
    .state_size = sizeof(struct csv_report),
    .begins = "file,case,as_of,verdict,severity,rule,nature,subject,title,",
    .open = csv_open,
    .add = csv_add,
    .refused = csv_refused,
    .close = csv_close,
};
