/* github.c - workflow commands of GitHub Actions: ::error, ::warning and ::notice, which a run shows beside the line.
 *
 * A step shows ten of each and no more, so all audits are heard before anything is written, and the most severe come first.
 * What was accepted or known comes last, as notices; what the case was judged by comes first, since a step shows ten. In the text
 * of a command %, CR and LF are escaped, in a property also : and , (as @actions/core does); every line written begins with a
 * command, so that no text of others can be one. The job summary is a report of its own: --format markdown, which the program
 * appends to $GITHUB_STEP_SUMMARY. */
#include "report/brief.h"
#include "report/report.h"
#include "report/words.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    MESSAGE_MOST = 4000,
    ORDER_FAILED,
    ORDER_FIRST,
    ORDER_FLAGGED,
    ORDER_UNDECIDED = ORDER_FLAGGED + CC_SEVERITIES,
    ORDER_APART,
    ORDER_NOTE
};

struct command {
    unsigned order;
    size_t number; /* of its coming */
    char *text;    /* in the arena */
};
struct github_report {
    struct brief brief;
    struct arena arena;
    struct command *commands;
    size_t count, capacity;
    struct text line, message;
};
enum level { LEVEL_ERROR, LEVEL_WARNING, LEVEL_NOTICE };
static const char *const levels[] = { "error", "warning", "notice" };

static void github_open(struct cc_report *report)
{
    struct github_report *r = report->state;
    brief_init(&r->brief, report->engine->allocator);
    arena_init(&r->arena, report->engine->allocator, 0);
    text_init(&r->line, report->engine->allocator, 0);
    text_init(&r->message, report->engine->allocator, 0);
}

static int by_order(const void *left, const void *right)
{
    const struct command *a = left, *b = right;
    if (a->order != b->order) return a->order < b->order ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static void github_close(struct cc_report *report)
{
    struct github_report *r = report->state;
    if (r->count) qsort(r->commands, r->count, sizeof *r->commands, by_order);
    for (size_t i = 0; i < r->count; i++) out_string(&report->out, r->commands[i].text);
    brief_free(&r->brief);
    arena_free(&r->arena);
    text_free(&r->line);
    text_free(&r->message);
}

/* ---- commands ---- */

static void add_escaped(struct text *t, const char *text, size_t length, bool property)
{
    for (const char *s = text; s < text + length; s++) {
        if (*s == '%' || *s == '\r' || *s == '\n' || (property && (*s == ':' || *s == ',')))
            text_add(t, "%%%02X", (unsigned)*s);
        else text_char(t, *s);
    }
}

static void add_property(struct text *t, const char *name, const char *value)
{
    text_add(t, "%s%s=", t->data[t->length - 1] == ' ' ? "" : ",", name);
    add_escaped(t, value, strlen(value), true);
}

static void begin_command(struct github_report *r, enum level level, const char *title, const char *file,
                          struct spot spot)
{
    struct text *t = &r->line;
    text_reset(t);
    text_add(t, "::%s ", levels[level]);
    if (t->failed) return;
    if (file) add_property(t, "file", file);
    if (file && spot.line) text_add(t, ",line=%u", (unsigned)spot.line);
    if (file && spot.column) text_add(t, ",col=%u", (unsigned)spot.column);
    add_property(t, "title", title);
    text_string(t, "::");
}

/* The message, cut at a line where it is long, and kept until all are there. */
static void end_command(struct cc_report *report, unsigned order)
{
    struct github_report *r = report->state;
    size_t length = r->message.length;
    if (length > MESSAGE_MOST) {
        length = MESSAGE_MOST;
        while (length && r->message.data[length] != '\n') length--;
    }
    while (length && r->message.data[length - 1] == '\n') length--;
    add_escaped(&r->line, text_chars(&r->message), length, false);
    if (length + 1 < r->message.length) text_string(&r->line, tr("%0A… cut here; the job summary has more"));
    text_char(&r->line, '\n');
    text_reset(&r->message);
    r->commands = arena_grow(&r->arena, r->commands, r->count, &r->capacity, sizeof *r->commands);
    char *copy = arena_copy(&r->arena, text_chars(&r->line), r->line.length);
    if (r->line.failed || r->message.failed || !r->commands || !copy) {
        r->count = 0;
        out_no_memory(&report->out);
        return;
    }
    r->commands[r->count] = (struct command){ order, r->count, copy };
    r->count++;
}

/* The path without "./", since it is compared with those of the repository. */
static const char *plain_path(const char *file)
{
    while (strncmp(file, "./", 2) == 0) file += 2;
    return file;
}

/* ---- what they say ---- */

static enum level level_of(const struct telling *told)
{
    unsigned severity = told->rule->severity;
    if (!told->counts) return LEVEL_NOTICE;
    if (told->verdict == CC_CANNOT_TELL) return severity >= CC_HIGH ? LEVEL_WARNING : LEVEL_NOTICE;
    return severity >= CC_HIGH ? LEVEL_ERROR : severity == CC_MEDIUM ? LEVEL_WARNING : LEVEL_NOTICE;
}

static unsigned order_of(const struct telling *told)
{
    if (!told->counts) return ORDER_APART;
    return told->verdict == CC_CANNOT_TELL ? ORDER_UNDECIDED : ORDER_FLAGGED + CC_CRITICAL - told->rule->severity;
}

static void put_finding(struct cc_report *report, const struct telling *told)
{
    struct github_report *r = report->state;
    char label[200];
    const char *what = told->accepted ? tr("accepted") : told->counts ? telling_label(told) : tr("known");
    snprintf(label, sizeof label, "%s: %.150s", what, told->rule->id);
    begin_command(r, level_of(told), label, plain_path(r->brief.file), brief_spot(&r->brief, told));
    text_add(&r->message, "%s\n", told->title);
    if (told->standing) text_add(&r->message, "[%s]\n", told->standing);
    if (told->unverified) text_add(&r->message, "[%s]\n", told->unverified); /* what comes below may be cut */
    if (told->counts) brief_lines(&r->brief, told, &r->message);
    end_command(report, order_of(told));
}

static void github_add(struct cc_report *report, const struct cc_audit *audit)
{
    struct github_report *r = report->state;
    const struct spot nowhere = { 0 }, first = { .line = 1 };
    struct telling told;
    struct brief_failure failure;
    brief_begin(&r->brief, audit);
    while (brief_next(&r->brief, VERDICT(CC_FLAGGED) | VERDICT(CC_CANNOT_TELL), &told)) put_finding(report, &told);
    while (brief_next_failure(&r->brief, &failure)) {
        begin_command(r, LEVEL_ERROR, failure.rule ? tr("a rule failed") : tr("no rule was selected"),
                      plain_path(r->brief.file), first);
        text_add(&r->message, tr("The audit is incomplete: %s"), failure.text);
        end_command(report, ORDER_FAILED);
    }
    for (size_t i = 0; i < audit->notice_count; i++) {
        const struct audit_notice *n = &audit->notices[i];
        begin_command(r, LEVEL_NOTICE, n->code, plain_path(r->brief.file),
                      n->line ? (struct spot){ .line = n->line } : nowhere);
        text_string(&r->message, brief_safe(&r->brief, n->message));
        end_command(report, notice_is_first(n) ? ORDER_FIRST : ORDER_NOTE);
    }
    if (brief_failed(&r->brief)) out_no_memory(&report->out);
}

static void github_refused(struct cc_report *report, const char *file, const cc_diagnostic *errors, size_t count)
{
    struct github_report *r = report->state;
    brief_begin(&r->brief, NULL);
    for (size_t i = 0; i < count; i++) {
        if (errors[i].notice) continue;
        begin_command(r, LEVEL_ERROR, tr("a file was refused"), plain_path(brief_safe(&r->brief, file)),
                      (struct spot){ .line = errors[i].line, .column = errors[i].column });
        text_add(&r->message, "%s [%s]", brief_error(&r->brief, &errors[i]), errors[i].code);
        end_command(report, ORDER_FAILED);
    }
    if (brief_failed(&r->brief)) out_no_memory(&report->out);
}

const struct report_format format_github = {
    .state_size = sizeof(struct github_report),
    .open = github_open,
    .add = github_add,
    .refused = github_refused,
    .close = github_close,
};
