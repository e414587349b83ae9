/* report.c - opening, feeding and closing a report of any format; all of them stand in formats.def. */
#include "report/report.h"

#include <stddef.h>

static const struct {
    const char *name, *about;
    const struct report_format *format;
} formats[] = {
#define FORMAT(SYMBOL, NAME, DOC) { NAME, DOC, &format_##SYMBOL },
#include "report/formats.def"
#undef FORMAT
};
static const char *const format_names[] = {
#define FORMAT(SYMBOL, NAME, DOC) NAME,
#include "report/formats.def"
#undef FORMAT
};
enum { FORMATS = sizeof formats / sizeof *formats };

const char *cc_format_name(size_t number) { return number < FORMATS ? formats[number].name : NULL; }
const char *cc_format_about(size_t number) { return number < FORMATS ? formats[number].about : NULL; }

bool cc_report_begins(const char *text, size_t length)
{
    if (length && *text == '[') text++, length--; /* many audits in JSON */
    for (size_t f = 0; f < FORMATS; f++) {
        const char *begins = formats[f].format->begins;
        if (begins && strlen(begins) <= length && memcmp(begins, text, strlen(begins)) == 0) return true;
    }
    return false;
}

static struct sink sink_of(const cc_engine *e) { return (struct sink){ .emit = e->emit, .ud = e->ud }; }

void report_unknown(cc_engine *e, const char *what, const char *name, const char *const *names, size_t count)
{
    struct sink sink = sink_of(e);
    const char *nearest = nearest_name(name, strlen(name), names, count);
    diagnose(&sink, CODE_USAGE, NO_SPAN, nearest, "there is no %s '%.100s'", what, name);
}

void report_no_memory(cc_engine *e)
{
    struct sink sink = sink_of(e);
    diagnose(&sink, CODE_MEMORY, NO_SPAN, NULL, "no memory for the report");
}

cc_report_options report_options(const cc_report_options *given)
{
    cc_report_options options = { .size = sizeof options };
    if (!given) return options;
    size_t size = given->size < sizeof options ? given->size : sizeof options;
    memcpy(&options, given, size);
    options.size = sizeof options;
    return options;
}

bool listing_open(cc_engine *e, struct out *o, cc_sink sink)
{
    if (out_open(o, e->allocator, sink)) return true;
    report_no_memory(e);
    return false;
}

static bool tell_failure(cc_engine *e, const struct out *o)
{
    struct sink sink = sink_of(e);
    if (o->told) return false;
    if (o->no_memory) report_no_memory(e);
    else diagnose(&sink, CODE_IO, NO_SPAN, NULL, "the output could not be written");
    return false;
}

bool listing_close(cc_engine *e, struct out *o) { return out_close(o) || tell_failure(e, o); }

int listing_format(cc_engine *e, const char *format)
{
    static const char *const names[] = { "text", "json" };
    if (!format) return 0;
    for (int i = 0; i < 2; i++)
        if (strcmp(format, names[i]) == 0) return i;
    report_unknown(e, "format", format, names, 2);
    return -1;
}

static cc_report *report_new(cc_engine *e, const struct report_format *format, cc_sink sink)
{
    const cc_allocator *a = e->allocator;
    size_t size = sizeof(cc_report) + format->state_size;
    cc_report *r = a->allocate(a->ud, NULL, 0, size);
    if (!r) return NULL;
    memset(r, 0, size);
    r->engine = e;
    r->format = format;
    r->state = r + 1;
    if (out_open(&r->out, a, sink)) return r;
    a->allocate(a->ud, r, size, 0);
    return NULL;
}

cc_report *cc_report_open(cc_engine *e, const char *format, const cc_report_options *options, cc_sink sink)
{
    size_t f = 0;
    while (f < FORMATS && strcmp(formats[f].name, format) != 0) f++;
    if (f == FORMATS) return report_unknown(e, "format", format, format_names, FORMATS), NULL;
    cc_report *r = report_new(e, formats[f].format, sink);
    if (!r) return report_no_memory(e), NULL;
    r->options = report_options(options);
    r->format->open(r);
    return r;
}

/* A failure is said once, where it is first met. */
static bool report_well(cc_report *r)
{
    if (r->out.failed) tell_failure(r->engine, &r->out), r->out.told = true;
    return !r->out.failed;
}

bool cc_report_add(cc_report *r, const cc_audit *audit)
{
    r->format->add(r, audit);
    if (audit->arena.failed) out_no_memory(&r->out); /* texts and evidence are made there */
    r->added++;
    return report_well(r);
}

bool cc_report_refused(cc_report *r, const cc_refused *refused)
{
    r->refused = refused;
    r->format->refused(r, refused->file, refused->errors, refused->count);
    r->refused = NULL;
    r->added++;
    return report_well(r);
}

bool cc_report_close(cc_report *r)
{
    if (!r) return true;
    cc_engine *e = r->engine;
    r->format->close(r);
    bool well = out_close(&r->out) || tell_failure(e, &r->out);
    e->allocator->allocate(e->allocator->ud, r, sizeof *r + r->format->state_size, 0);
    return well;
}
