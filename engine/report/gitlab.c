/* gitlab.c - GitLab's Code Quality report: one array of issues, each on the line of the fact that decides.
 *
 * GitLab wants description, check_name, fingerprint, severity, location.path and location.lines.begin, and of two issues
 * with one fingerprint keeps one: here it is made of the finding's and the file's name, since a case may stand in two
 * files. What was accepted or known is an issue of the least severity that says so. */
#include "report/brief.h"
#include "report/json_writer.h"
#include "report/report.h"
#include "report/words.h"

#include <stdio.h>

struct gitlab_report {
    struct brief brief;
    struct json json;
    struct text text;
};
struct gitlab_issue {
    const char *check, *severity, *identity, *file;
    uint32_t line;
};

static void gitlab_open(struct cc_report *report)
{
    struct gitlab_report *r = report->state;
    brief_init(&r->brief, report->engine->allocator);
    text_init(&r->text, report->engine->allocator, 0);
    r->json = json_on(&report->out);
    json_open(&r->json, '[');
}

static void gitlab_close(struct cc_report *report)
{
    struct gitlab_report *r = report->state;
    json_close(&r->json, ']');
    out_char(&report->out, '\n');
    brief_free(&r->brief);
    text_free(&r->text);
}

static const char *severity_of(const struct telling *told)
{
    static const char *const severities[CC_SEVERITIES] = { "info", "minor", "major", "critical", "blocker" };
    if (!told->counts) return "info";
    return told->verdict == CC_FLAGGED ? severities[told->rule->severity] : "minor"; /* nobody knows yet */
}

static void put_fingerprint(struct gitlab_report *r, const struct gitlab_issue *issue)
{
    char digest[DIGEST_HEX];
    struct text whole;
    text_init(&whole, r->text.allocator, 0);
    text_add(&whole, "%s\n%s\n%s", issue->check, issue->identity, issue->file);
    digest_hex(text_chars(&whole), whole.length, digest);
    if (whole.failed) r->text.failed = true;
    text_free(&whole);
    json_string(&r->json, digest);
}

/* The path without "./", since GitLab compares it with those of the repository. */
static const char *plain_path(const char *file)
{
    while (strncmp(file, "./", 2) == 0) file += 2;
    return file;
}

/* The description is r->text. */
static void put_issue(struct cc_report *report, const struct gitlab_issue *issue)
{
    struct gitlab_report *r = report->state;
    struct json *j = &r->json;
    json_line(j), json_open(j, '{');
    JSON_KEY(j, "description"), json_text(j, text_chars(&r->text), r->text.length);
    JSON_KEY(j, "check_name"), json_string(j, issue->check);
    JSON_KEY(j, "fingerprint"), put_fingerprint(r, issue);
    JSON_KEY(j, "severity"), json_string(j, issue->severity);
    JSON_KEY(j, "location"), json_open(j, '{');
    JSON_KEY(j, "path"), json_string(j, plain_path(issue->file));
    JSON_KEY(j, "lines"), json_open(j, '{');
    JSON_KEY(j, "begin"), json_count(j, issue->line ? issue->line : 1);
    json_close(j, '}'), json_close(j, '}'), json_close(j, '}');
    if (r->text.failed || brief_failed(&r->brief)) out_no_memory(&report->out);
    text_reset(&r->text);
}

/* "Cannot be decided: ... [accepted until ...] Missing: ..." */
static void describe(struct gitlab_report *r, const struct telling *told)
{
    struct text *t = &r->text;
    if (told->verdict == CC_CANNOT_TELL) text_string(t, tr("Cannot be decided: "));
    text_string(t, told->title);
    if (told->standing) text_add(t, " [%s]", told->standing);
    for (size_t i = 0; i < told->point_count; i++)
        if (told->points[i].type == POINT_MISSING)
            text_add(t, ". %s%s", point_lead(&told->points[i]), told->points[i].text);
    if (told->unverified) text_add(t, " [%s]", told->unverified);
    text_add(t, " (%s, %.12s)", nature_names[told->rule->nature], told->fingerprint);
}

static void gitlab_add(struct cc_report *report, const struct cc_audit *audit)
{
    struct gitlab_report *r = report->state;
    struct telling told;
    struct brief_failure failure;
    brief_begin(&r->brief, audit);
    for (size_t i = 0; i < audit->notice_count; i++) { /* nobody must take the rest for what the file says */
        const struct audit_notice *n = &audit->notices[i];
        if (!notice_is_first(n)) continue;
        text_string(&r->text, brief_safe(&r->brief, n->message));
        const char *check = strcmp(n->code, ALTERED_NOTICE) ? "compliance-check/threshold" : "compliance-check/altered";
        put_issue(report, &(struct gitlab_issue){ check, "info", n->message, r->brief.file, n->line });
    }
    while (brief_next(&r->brief, VERDICT(CC_FLAGGED) | VERDICT(CC_CANNOT_TELL), &told)) {
        describe(r, &told);
        put_issue(report, &(struct gitlab_issue){ told.rule->id, severity_of(&told), told.fingerprint, r->brief.file,
                                                  brief_spot(&r->brief, &told).line });
    }
    while (brief_next_failure(&r->brief, &failure)) {
        text_add(&r->text, tr("The audit is incomplete: %s"), failure.text);
        const char *check = failure.rule ? brief_safe(&r->brief, failure.rule->id) : "compliance-check/no-rule";
        put_issue(report, &(struct gitlab_issue){ check, "blocker", failure.text, r->brief.file, 1 });
    }
    if (brief_failed(&r->brief)) out_no_memory(&report->out);
}

static void gitlab_refused(struct cc_report *report, const char *file, const cc_diagnostic *errors, size_t count)
{
    struct gitlab_report *r = report->state;
    brief_begin(&r->brief, NULL);
    for (size_t i = 0; i < count; i++) {
        char at[64];
        if (errors[i].notice) continue;
        snprintf(at, sizeof at, "%s %u:%u", errors[i].code, (unsigned)errors[i].line, (unsigned)errors[i].column);
        text_add(&r->text, tr("The file was refused: %s"), brief_error(&r->brief, &errors[i]));
        put_issue(report, &(struct gitlab_issue){ "compliance-check/refused", "blocker", at,
                                                  brief_safe(&r->brief, file), errors[i].line });
    }
}

const struct report_format format_gitlab = {
    .state_size = sizeof(struct gitlab_report),
    .open = gitlab_open,
    .add = gitlab_add,
    .refused = gitlab_refused,
    .close = gitlab_close,
};
