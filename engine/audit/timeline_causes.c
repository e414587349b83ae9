/* timeline_causes.c - why a verdict changed on a day: the facts of the day are left out one by one, and the one rule is asked
 * again. */
#include "audit/timeline.h"

#include <string.h>

#include "audit/trails.h"
#include "audit/what_if.h"

/* ---- what a finding cites ---- */

enum { PARTS_FOLLOWED = 16 };

struct citing {
    const struct facts *facts;
    const struct finding *finding;
    const struct cause *cause;
    bool cited;
};

/* The record itself, or an agreement that it is part of and ends with. */
static bool rests_on(const struct facts *facts, ref record, ref other)
{
    for (int step = 0; step < PARTS_FOLLOWED; step++) {
        if (record == other) return true;
        if (record == NO_REF || ref_kind(record) != KIND_AGREEMENT) return false;
        const struct cell *part = cell_of(facts, KIND_AGREEMENT, ref_row(record), AGREEMENT_PART_OF);
        if (part->state != CELL_VALUE) return false;
        record = part->ref;
    }
    return false;
}

static void visit_entry(void *ud, const struct trail *trail, const struct trail_entry *entry)
{
    struct citing *c = ud;
    (void)trail;
    bool reads = entry->type == TRAIL_READ || entry->type == TRAIL_MATCH || entry->type == TRAIL_LINK ||
                 entry->type == TRAIL_NEED;
    if (reads && !c->cited) c->cited = rests_on(c->facts, entry->record, c->cause->record);
}
static void visit_element(void *ud, const struct element_result *r)
{
    struct citing *c = ud;
    if (!c->cited) element_walk(c->finding, r, visit_entry, c);
}

static bool cites(const struct facts *facts, const struct finding *f, const struct cause *cause)
{
    struct citing c = { facts, f, cause, false };
    if (f && cause->record != NO_REF) finding_walk(f, visit_element, &c);
    return c.cited;
}

/* ---- leaving out ---- */

/* The field whose date makes the turn; NO_FIELD: it has none, so that it cannot be left out. */
static unsigned field_of(const struct cause *c)
{
    if (c->record == NO_REF) return NO_FIELD;
    switch (c->turn) {
    case TURN_BEGINS:
    case TURN_MAY_BEGIN: return model_kind(ref_kind(c->record))->from;
    case TURN_ENDS:
    case TURN_MAY_END: return model_kind(ref_kind(c->record))->to;
    case TURN_CLOSES:
    case TURN_MAY_CLOSE: return TRANSACTION_CLOSED;
    case TURN_IS_ABANDONED:
    case TURN_MAY_BE_ABANDONED: return TRANSACTION_ABANDONED;
    default: return NO_FIELD;
    }
}

static bool is_perhaps(unsigned turn)
{
    return turn == TURN_MAY_BEGIN || turn == TURN_MAY_END || turn == TURN_MAY_CLOSE || turn == TURN_MAY_BE_ABANDONED;
}

/* As if it came a day later: what begins then, begins the day after, and what had ended ends only on the day. Of an inexact
 * date the one end moves that makes the turn. False: no memory. */
static bool leave_out(struct overlay *o, const struct cause *c)
{
    unsigned field = field_of(c);
    if (field == NO_FIELD) return true;
    struct cell *cell = overlay_cell(o, c->record, (enum field)field);
    if (!cell) return false;
    int32_t later = c->turn == TURN_ENDS || c->turn == TURN_MAY_END ? c->day : c->day + 1;
    bool exact = cell->date.low == cell->date.high;
    cell->state = CELL_VALUE;
    if (exact || is_perhaps(c->turn)) cell->date.low = later;
    if (exact || !is_perhaps(c->turn) || cell->date.high < later) cell->date.high = later;
    return true;
}

/* The verdict without these facts of the day. */
static cc_verdict verdict_without(struct cc_timeline *t, const struct finding *f, const struct cause *const *causes,
                                  size_t count)
{
    cc_verdict verdict = CC_VERDICTS;
    bool well = true;
    for (size_t i = 0; i < count && well; i++) well = leave_out(t->w->overlay, causes[i]);
    if (well) verdict = what_if_verdict(t->w, f);
    else t->w->no_memory = true;
    overlay_clear(t->w->overlay);
    return verdict;
}

/* Where there was no such subject before, that it cannot be said whether there is one is as before. */
static bool differs(const struct verdict_change *c, cc_verdict v, cc_verdict as_it_is)
{
    if (v == CC_FAILED) return c->before == CC_NOT_APPLICABLE && c->after != CC_NOT_APPLICABLE;
    return v != as_it_is && v != CC_VERDICTS;
}

/* ---- why ---- */

struct asking {
    struct cc_timeline *t;
    const struct timeline_day *day;
    struct verdict_change *change;
    const struct finding *before, *after, *either;
    cc_verdict as_it_is;
};

static void add_cause(struct asking *a, const struct cause *c) { a->change->causes[a->change->cause_count++] = c; }

static bool is_cited(const struct asking *a, const struct cause *c)
{
    const struct facts *facts = a->t->facts->facts;
    return cites(facts, a->before, c) || cites(facts, a->after, c);
}

static bool makes_difference(const struct asking *a, const struct cause *const *causes, size_t count)
{
    return differs(a->change, verdict_without(a->t, a->either, causes, count), a->as_it_is);
}

/* Each without which it would not have come. */
static bool try_each(struct asking *a)
{
    for (size_t i = 0; i < a->day->cause_count; i++) {
        const struct cause *c = &a->day->causes[i];
        if (field_of(c) != NO_FIELD && makes_difference(a, &c, 1)) add_cause(a, c);
    }
    return a->change->cause_count > 0;
}

/* None alone does: of all facts of the day as few as make the difference together, those that are cited before others. */
static bool try_together(struct asking *a)
{
    const struct cause **set = a->change->causes;
    for (int cited = 0; cited < 2; cited++)
        for (size_t i = 0; i < a->day->cause_count; i++) {
            const struct cause *c = &a->day->causes[i];
            if (field_of(c) != NO_FIELD && is_cited(a, c) == (cited == 1)) add_cause(a, c);
        }
    size_t count = a->change->cause_count;
    if (count < 2 || !makes_difference(a, set, count)) return a->change->cause_count = 0, false;
    for (size_t i = 0; i < count;) { /* is it needed? */
        const struct cause *c = set[i];
        memmove(&set[i], &set[i + 1], (--count - i) * sizeof *set);
        if (makes_difference(a, set, count)) continue;
        memmove(&set[i + 1], &set[i], (count++ - i) * sizeof *set);
        set[i++] = c;
    }
    a->change->cause_count = count;
    return true;
}

/* What cannot be left out: the law of this rule, a declaration, a status of the day. */
static void take_others(struct asking *a)
{
    for (size_t i = 0; i < a->day->cause_count; i++) {
        const struct cause *c = &a->day->causes[i];
        if (field_of(c) != NO_FIELD || (c->rule && c->rule != a->either->rule)) continue;
        if (c->turn != TURN_STATUS || is_cited(a, c)) add_cause(a, c);
    }
    a->change->sure = a->change->cause_count == 1;
}

void timeline_find_causes(struct cc_timeline *t, const struct timeline_day *day, struct verdict_change *change,
                          const struct finding *before, const struct finding *after)
{
    struct asking a = { t, day, change, before, after, after ? after : before, CC_VERDICTS };
    change->causes = arena_array(&t->arena, day->cause_count + 1, sizeof(void *));
    if (!change->causes || !day->cause_count) return;
    a.as_it_is = after ? (cc_verdict)after->verdict : verdict_without(t, before, NULL, 0);
    change->sure = try_each(&a);
    if (!change->sure && !try_together(&a)) take_others(&a);
}
