/* timeline_csv.c - a line for each stretch of time in which a finding is flagged, undecided or rebutted (RFC 4180). */
#include "report/timeline.h"

#include "report/csv_field.h"
#include "report/safe.h"
#include "report/words.h"

#include "base/date.h"

struct rows {
    struct out *out;
    struct text line, safe, build;
    bool begun; /* a field stands in the line already */
};

/* Names are data: no control character of theirs gets through. */
static void put(struct rows *r, const char *text)
{
    text_reset(&r->safe), text_safe(&r->safe, text, strlen(text));
    csv_field(&r->line, r->safe.data ? r->safe.data : "", !r->begun);
    r->begun = true;
}

static void put_built(struct rows *r)
{
    put(r, r->build.data ? r->build.data : "");
    text_reset(&r->build);
}

static void end_row(struct rows *r)
{
    if (r->line.failed || r->safe.failed || r->build.failed) out_no_memory(r->out);
    out_bytes(r->out, r->line.data ? r->line.data : "", r->line.length);
    out_string(r->out, "\r\n");
    text_reset(&r->line), r->begun = false;
}

static void add_causes(const struct timeline_view *v, struct text *t, const struct verdict_change *c)
{
    for (size_t i = 0; c && i < c->cause_count; i++) {
        text_string(t, i ? "; " : c->sure ? "" : "together ");
        cause_words(v->t, c->causes[i], t);
    }
}

static void put_stretch(const struct timeline_view *v, struct rows *r, const struct timeline_row *row,
                        const struct stretch *s)
{
    char day[64];
    put(r, row->rule->id);
    put(r, severity_names[row->rule->severity]);
    put(r, row->title ? row->title : "");
    add_row_subject(&r->build, v->t, row), put_built(r);
    put(r, verdict_names[s->verdict]);
    day_write(s->from, day, sizeof day), put(r, day);
    if (s->to == DAY_MAX) *day = '\0';
    else day_write(s->to, day, sizeof day);
    put(r, day);
    add_causes(v, &r->build, s->begun), put_built(r);
    add_causes(v, &r->build, s->ended), put_built(r);
    add_doubt(&r->build, s->doubt), put_built(r);
    end_row(r);
}

/* What was altered stands where a title would, in rows of no rule. */
static void put_altered(struct rows *r, const struct facts *facts)
{
    for (size_t i = 0; i < facts->altered_count; i++) {
        put(r, ""), put(r, "");
        text_string(&r->build, "facts altered: "), alteration_words(&r->build, &facts->altered[i]), put_built(r);
        for (int empty = 0; empty < 7; empty++) put(r, "");
        end_row(r);
    }
}

/* Likewise the thresholds that are not the rules' own, as the audit of the last day tells them. */
static void put_thresholds(struct rows *r, const struct cc_audit *audit)
{
    for (size_t i = 0; i < audit->notice_count; i++) {
        if (strcmp(audit->notices[i].code, THRESHOLD_NOTICE) != 0) continue;
        put(r, ""), put(r, ""), put(r, audit->notices[i].message);
        for (int empty = 0; empty < 7; empty++) put(r, "");
        end_row(r);
    }
}

void timeline_csv(const struct timeline_view *v, struct out *out)
{
    struct rows r = { .out = out };
    text_init(&r.line, v->allocator, 0), text_init(&r.safe, v->allocator, 0), text_init(&r.build, v->allocator, 0);
    out_string(out, "rule,severity,title,subject,verdict,from,to,begun_by,ended_by,unverified\r\n");
    put_altered(&r, v->t->facts->facts), put_thresholds(&r, v->t->before);
    for (size_t i = 0; i < v->t->row_count; i++) {
        const struct timeline_row *row = timeline_row(v, i);
        for (size_t s = 0; s < row->count; s++) put_stretch(v, &r, row, &row->stretches[s]);
    }
    text_free(&r.line), text_free(&r.safe), text_free(&r.build);
}
