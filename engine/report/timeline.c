/* timeline.c - which format a timeline is written in, and what all of them need. */
#include "report/timeline.h"

#include "report/report.h"

typedef void timeline_writer(const struct timeline_view *, struct out *);
static const struct {
    const char *name;
    timeline_writer *write;
} formats[] = { { "text", timeline_text }, { "json", timeline_json }, { "csv", timeline_csv } };
enum { FORMATS = sizeof formats / sizeof *formats };

static bool comes_before(const struct timeline_row *a, const struct timeline_row *b)
{
    const struct finding x = { .rule = a->rule, .subject = a->subject }, y = { .rule = b->rule, .subject = b->subject };
    return finding_order(&x, &y) < 0;
}

/* Insertion: there are as many rows as a person can read. */
static size_t *sorted(const struct cc_timeline *t, struct arena *arena)
{
    size_t *order = arena_array(arena, t->row_count + 1, sizeof *order);
    for (size_t i = 0; order && i < t->row_count; i++) {
        size_t at = i;
        for (; at > 0 && comes_before(t->rows[i], t->rows[order[at - 1]]); at--) order[at] = order[at - 1];
        order[at] = i;
    }
    return order;
}

void add_row_subject(struct text *out, const struct cc_timeline *t, const struct timeline_row *row)
{
    for (unsigned i = 0; i < row->rule->role_count; i++)
        text_add(out, "%s%s", i ? ", " : "", facts_name(t->facts->facts, row->subject.roles[i].record));
}

static timeline_writer *find_writer(cc_engine *e, const char *format)
{
    const char *names[FORMATS];
    for (size_t i = 0; i < FORMATS; i++) {
        names[i] = formats[i].name;
        if (strcmp(format, names[i]) == 0) return formats[i].write;
    }
    report_unknown(e, "format", format, names, FORMATS);
    return NULL;
}

bool cc_write_timeline(const cc_timeline *t, const char *format, const cc_report_options *given, cc_sink sink)
{
    cc_engine *e = t->engine;
    cc_report_options options = report_options(given);
    timeline_writer *write = find_writer(e, format ? format : "text");
    struct arena arena;
    struct out out;
    if (!write) return false;
    arena_init(&arena, e->allocator, 0);
    struct timeline_view v = { t, sorted(t, &arena), &options, e->allocator, &arena };
    bool well = v.order != NULL;
    if (!well) report_no_memory(e);
    if (well && (well = listing_open(e, &out, sink))) {
        write(&v, &out);
        if (arena.failed) out_no_memory(&out);
        well = listing_close(e, &out);
    }
    arena_free(&arena);
    return well;
}
