/* timeline.h - a case at every day on which a fact or a law in it begins or ends: what is flagged when, and which fact made
 * the difference.
 *
 * Each day is audited once, and the last day before the next, lest a rule that counts the time itself changes its mind in
 * between; then the day on which it does is a day too, without a cause. The first is compared with the day before it. Of an
 * audit only what changed is kept; it lives until the next day has been compared with it.
 * A change is laid to those facts of its day without which it would not have come: each is left out alone, on an overlay
 * (what_if.h). Where none alone makes a difference, to as few of them as do so together, and `sure` is false; where not
 * even all do, to a law of the day, or to nothing: the rule counts the time itself.
 *
 *     cc_timeline *t = cc_timeline_new(engine, facts, &options);
 *     while ((more = cc_timeline_step(t)) > 0) ... cc_timeline_days(t, &done)
 *     if (!more) cc_write_timeline(t, "text", &look, sink);
 *     cc_timeline_free(t); */
#ifndef AUDIT_TIMELINE_H
#define AUDIT_TIMELINE_H

#include "audit/doubt.h"
#include "audit/engine.h"

enum turn { /* what makes a day a boundary */
            TURN_BEGINS,
            TURN_MAY_BEGIN,
            TURN_ENDS,
            TURN_MAY_END,
            TURN_CLOSES,
            TURN_MAY_CLOSE,
            TURN_IS_ABANDONED,
            TURN_MAY_BE_ABANDONED,
            TURN_STATUS,   /* a deal's status, which has no date of its own, is that of the case's day */
            TURN_COMPLETE, /* a list is declared complete up to the day before */
            TURN_LAW_BEGINS,
            TURN_LAW_ENDS,
            TURN_THRESHOLD, /* another row of a dated param */
            TURNS
};
extern const char *const turn_words[TURNS]; /* begins, may-begin, ... */

struct cause {
    uint8_t turn;
    int32_t day;
    ref record;              /* NO_REF: a law or a declaration */
    uint32_t at;             /* offset in the facts; UINT32_MAX: a law */
    const struct rule *rule; /* of a law */
    uint16_t param;          /* TURN_THRESHOLD */
};
struct stretch {
    uint8_t verdict;                            /* flagged, cannot tell, rebutted */
    int32_t from, to;                           /* to DAY_MAX: no end in sight */
    const struct verdict_change *begun, *ended; /* ended NULL: not by the last day */
    struct doubt doubt;                         /* of its first day */
};
/* A rule and a subject that was once flagged, undecided or rebutted. */
struct timeline_row {
    const struct rule *rule;
    struct subject subject;
    const char *title; /* when it was last so */
    struct stretch *stretches;
    size_t count, capacity;
};
struct verdict_change {
    size_t row;            /* in rows */
    uint8_t before, after; /* verdict; CC_NOT_APPLICABLE: no such subject */
    struct doubt doubt;    /* of what it is after it; where it is no subject any more, of what it was */
    const struct cause **causes;
    size_t cause_count;
    bool sure; /* each of them alone makes the difference; else all of them together */
};
struct timeline_day {
    int32_t day;
    const struct cause *causes;
    size_t cause_count;
    uint32_t totals[CC_REBUTTED + 1]; /* findings that are flagged, cannot be decided, are rebutted from this day on */
    struct verdict_change *changes;
    size_t change_count, change_capacity;
};
struct timeline_failure {
    const struct rule *rule;
    const char *error;
    int32_t first; /* day */
    size_t days;
};
struct cc_timeline {
    struct cc_engine *engine;
    const cc_case *facts;
    cc_options options;
    struct arena arena;
    struct timeline_day *days;
    size_t count, capacity, done;
    struct cause *causes; /* sorted by day, then as in the file */
    size_t cause_count, cause_capacity;
    struct timeline_row **rows; /* sorted as findings are */
    size_t row_count, row_capacity;
    struct timeline_failure *failures;
    size_t failure_count, failure_capacity;
    cc_audit *before;  /* of the day before */
    struct what_if *w; /* over the audit of the day, while it is compared */
    bool refused;      /* an audit could not be made, and has said why */
    bool incomplete;
};

/* Fills causes and days; false: no memory. With the audit of the first day, also the laws that it selected. */
bool timeline_collect_facts(struct cc_timeline *);
bool timeline_collect_laws(struct cc_timeline *, const struct cc_audit *);
/* The day of the case: its own, else today's. */
int32_t timeline_case_day(const struct cc_timeline *);
/* Sets the causes of a change of the day. `before`, `after`: NULL where there was no such subject. t->w is over the day. */
void timeline_find_causes(struct cc_timeline *, const struct timeline_day *, struct verdict_change *,
                          const struct finding *before, const struct finding *after);
/* "the agreement 'x' begins", "the law of this rule ends", "the threshold 'size' is another" */
void cause_words(const struct cc_timeline *, const struct cause *, struct text *);
#endif
