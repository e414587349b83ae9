/* reports.c - see reports.h. */
#include "cli/reports.h"

#include "cli/records.h"

#include <stdlib.h>
#include <string.h>

/* A report and where it goes. */
struct destination {
    struct output *out;
    struct output own; /* of --output */
    cc_report *report; /* NULL: not opened, or given up: */
    bool lost;         /* then the file that was there stays */
};

/* --- Opening --- */

/* "json=audit.json": a format is a plain word, so a FILE with = in its name can be written ./a=b. */
static const char *split_output(const char *value, const char *otherwise, char format[32])
{
    size_t n = strspn(value, "abcdefghijklmnopqrstuvwxyz0123456789-");
    bool named = n && n < 32 && value[n] == '=';
    snprintf(format, 32, "%.*s", named ? (int)n : 31, named ? value : otherwise);
    return named ? value + n + 1 : value;
}

/* A report must not replace what is read, nor another report. */
static bool check_path(struct reports *r, size_t number, const char *path)
{
    struct speaker *s = &r->program->speaker;
    const struct request *q = &r->program->request;
    static const enum option others[] = { OPTION_CONFIG, OPTION_BASELINE, OPTION_WRITE_BASELINE, OPTION_ACCEPTED };
    if (!*path || strcmp(path, "-") == 0) {
        speak_error(s, "usage", NULL, NULL, "--output wants a FILE; standard output has its report by --format");
        return false;
    }
    if (*path == '=') {
        speak_error(s, "usage", NULL, NULL,
                    "--output '%.200s' has no format before the =; write ./%.200s for a file of that name", path, path);
        return false;
    }
    if (is_file_of_rules(path))
        return speak_error(s, "usage", NULL, NULL, "--output '%.200s' is named like a file of rules", path), false;
    if (is_read(q, path))
        return speak_error(s, "usage", NULL, NULL, "--output '%.200s' is a file to be read", path), false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (option_given(q, others[i]) && same_file(path, option_value(q, others[i], "")))
            return speak_error(s, "usage", NULL, NULL, "--output '%.200s' is the file of --%s", path,
                               option_table[others[i]].word),
                   false;
    for (size_t i = 1; i < number; i++)
        if (same_file(path, r->items[i].own.path))
            return speak_error(s, "usage", NULL, NULL, "--output '%.200s' was given twice", path), false;
    return true;
}

/* Formats first, so that a misspelt one leaves no trace; files before the work, so that it is not done in vain. */
static bool open_output(struct reports *r, size_t number, const char *value, const char *otherwise)
{
    struct program *p = r->program;
    struct destination *d = &r->items[number];
    cc_report_options look = program_report_options(p);
    char format[32];
    const char *path = split_output(value, otherwise, format);
    look.color = false, look.width = 0; /* the same whatever terminal it was made at */
    d->out = &d->own;
    if (!check_path(r, number, path)) return false;
    if (!cc_report_close(cc_report_open(p->engine, format, &look, output_nowhere())) || p->speaker.usage) return false;
    if (!output_open(&d->own, &p->speaker, path)) return false;
    return (d->report = cc_report_open(p->engine, format, &look, output_sink(d->out))) != NULL;
}

/* GitHub names a file of Markdown that it shows on the page of the run, and takes 1 MiB of it. Other commands of the step
 * may have written into it before, so the report goes behind. */
static bool open_summary(struct reports *r, const char *format)
{
    enum { SUMMARY_MOST = 1024 * 1024 };
    struct program *p = r->program;
    struct destination *d = &r->items[r->count];
    const char *path = getenv("GITHUB_STEP_SUMMARY");
    size_t size = 0;
    if (strcmp(format, "github") != 0 || !path || !*path) return true;
    r->count++;
    d->out = &d->own;
    if (!output_append(d->out, &p->speaker, path, &size)) return false;
    if (size++) output_print(d->out, "\n"); /* so that a heading begins a line */
    cc_report_options look = { .size = sizeof look, .most = size < SUMMARY_MOST ? SUMMARY_MOST - size : 1 };
    return (d->report = cc_report_open(p->engine, "markdown", &look, output_sink(d->out))) != NULL;
}

bool reports_open(struct reports *r, struct program *p)
{
    r->program = p;
    const struct values *outputs = &p->request.given[OPTION_OUTPUT];
    const char *format = option_value(&p->request, OPTION_FORMAT, "text");
    cc_report_options look = program_report_options(p);
    bool quiet = option_given(&p->request, OPTION_QUIET);
    if (!(r->items = calloc(outputs->count + 2, sizeof *r->items)))
        return speak_error(&p->speaker, "memory", NULL, NULL, "no memory for the reports"), false;
    r->count = 1;
    struct destination *first = &r->items[0];
    first->out = &p->out;
    first->report = cc_report_open(p->engine, format, &look, quiet ? output_nowhere() : output_sink(&p->out));
    if (!first->report) return false;
    if (quiet) cc_report_close(first->report), first->report = NULL; /* the format was a right one */
    for (size_t i = 0; i < outputs->count; i++) {
        r->count++;
        if (!open_output(r, i + 1, outputs->items[i], format)) return false;
    }
    return open_summary(r, format);
}

/* --- Filling --- */

/* A report that fails is given up; the others go on. */
static void give_up(struct reports *r, struct destination *d)
{
    cc_report_close(d->report);
    d->report = NULL;
    d->lost = r->failed = true;
}

void reports_add(struct reports *r, const cc_audit *audit)
{
    for (struct destination *d = r->items; d < r->items + r->count; d++)
        if (d->report && !cc_report_add(d->report, audit)) give_up(r, d);
}

void reports_refused(struct reports *r, const struct input *in, const struct speaker *s)
{
    const struct request *q = &r->program->request;
    const cc_refused refused = { sizeof refused,
                                 in->name,
                                 s->kept,
                                 s->kept_count,
                                 in->text,
                                 in->length,
                                 option_words(q, OPTION_SET),
                                 option_words(q, OPTION_WITHOUT) };
    for (struct destination *d = r->items; d < r->items + r->count; d++)
        if (d->report && !cc_report_refused(d->report, &refused)) give_up(r, d);
}

bool reports_closed(const struct reports *r)
{
    for (const struct destination *d = r->items; d < r->items + r->count; d++)
        if (!output_closed(d->out)) return false;
    return true;
}

bool reports_close(struct reports *r, bool keep)
{
    for (struct destination *d = r->items; d < r->items + r->count; d++) {
        d->out->muted = !keep; /* not even an empty list */
        if (d->report && !cc_report_close(d->report)) d->lost = r->failed = true;
        if (d->out != &d->own) r->failed |= !output_commit(d->out);
        else if (keep) r->failed |= !output_end(d->out, !d->lost);
        else output_discard(d->out);
    }
    free(r->items);
    r->items = NULL, r->count = 0;
    return !r->failed;
}
