/* timeline.h - what the formats of a timeline share: its rows in the order of findings, and who a row is about. */
#ifndef REPORT_TIMELINE_H
#define REPORT_TIMELINE_H

#include "audit/timeline.h"
#include "report/out.h"

struct timeline_view {
    const struct cc_timeline *t;
    const size_t *order; /* of rows: the most severe first, then by rule, then by the roles' records */
    const cc_report_options *options;
    const cc_allocator *allocator;
    struct arena *arena;
};

void timeline_text(const struct timeline_view *, struct out *);
void timeline_json(const struct timeline_view *, struct out *);
void timeline_csv(const struct timeline_view *, struct out *);

static inline const struct timeline_row *timeline_row(const struct timeline_view *v, size_t i)
{
    return v->t->rows[v->order[i]];
}
/* "Microsoft, OpenAI" */
void add_row_subject(struct text *, const struct cc_timeline *, const struct timeline_row *);
/* Does the change make or unmake a flagged risk? */
static inline bool change_is_of_flag(const struct verdict_change *c)
{
    return c->before == CC_FLAGGED || c->after == CC_FLAGGED;
}
#endif
