/* answers.c - what a set says when it is asked, and what of it goes on the trail. */
#include <math.h>
#include <string.h>

#include "facts/cache.h"
#include "facts/match.h"

/* Ready for any member of a set: its row is to be filled in. */
static struct candidate member_of(const struct set *s, struct arena *arena)
{
    struct candidate c = {
        .moment = s->moment, .kind = s->query->kind, .before_deal = s->query->before_deal, .arena = arena
    };
    prepare_candidate(&c, s->query->conditions, s->query->count, arena);
    return c;
}

/* The sures, each with the links that make it match. */
static void record_sures(const struct set *s, struct trail *trail)
{
    if (!trail || !s->sures) return;
    struct candidate c = member_of(s, trail->arena);
    for (uint32_t i = 0; i < s->sures && !trail->arena->failed; i++) {
        c.row = s->rows[i];
        trail_match(trail, ref_make(c.kind, c.row), s->query);
        find_turn(&c, s->query->conditions, s->query->count);
        for (uint32_t j = 0; j < s->query->count; j++) condition_evidence(&c, &s->query->conditions[j], trail);
    }
}

/* Of each maybe the field that made it one: the first condition that is open, else the time. */
static void record_maybes(const struct set *s, struct trail *trail)
{
    if (!trail || !s->maybes) return;
    struct candidate c = member_of(s, trail->arena);
    for (uint32_t i = s->sures; i < s->sures + s->maybes && !trail->arena->failed; i++) {
        ref record = NO_REF;
        c.row = s->rows[i];
        enum field field = NO_FIELD;
        conditions_truth(&c, s->query->conditions, s->query->count);
        for (uint32_t j = 0; j < s->query->count && record == NO_REF; j++)
            if (condition_truth(&c, &s->query->conditions[j]) == UNKNOWN)
                condition_need(&c, &s->query->conditions[j], &record, &field);
        if (record == NO_REF) { /* no condition is open */
            record = ref_make(c.kind, c.row), field = (enum field)model_kind(c.kind)->from;
            const struct view *v = s->moment.view;
            bool open = s->query->ever ? view_had_begun(v, c.kind, c.row) == UNKNOWN
                                       : view_force_need(v, c.kind, c.row, &record, &field);
            if (!open) continue;
        }
        trail_need(trail, record, field);
    }
}

static bool is_whole(const struct set *s) { return s->as_recorded || s->complete >= 0; }

/* Nothing was found, or no more than that: what this rests on. */
static void record_end(const struct set *s, struct trail *trail)
{
    if (!trail) return;
    bool nothing = s->sures + s->maybes == 0;
    if (nothing || s->as_recorded) {
        trail_absent(trail, s->query, s->of, s->complete, s->as_recorded);
        if (!trail->arena->failed) trail->absences[trail->absence_count - 1].found = s->sures + s->maybes;
    }
    if (s->complete >= 0) trail_complete(trail, (uint32_t)s->complete);
}

struct answer set_any(const struct set *s, struct trail *trail)
{
    if (!s) return (struct answer){ UNKNOWN, false }; /* no memory */
    if (s->sures) return record_sures(s, trail), (struct answer){ YES, false };
    if (s->maybes) return record_maybes(s, trail), (struct answer){ UNKNOWN, false };
    record_end(s, trail);
    return (struct answer){ NO, !is_whole(s) };
}

struct answer set_none(const struct set *s, struct trail *trail)
{
    struct answer any = set_any(s, trail);
    if (any.truth == NO && any.absent) return (struct answer){ UNKNOWN, true };
    return (struct answer){ truth_not(any.truth), false };
}

struct quantity set_count(const struct set *s, struct trail *trail)
{
    if (!s) return quantity_unknown(UNIT_COUNT);
    record_sures(s, trail);
    record_maybes(s, trail);
    record_end(s, trail);
    struct quantity count = quantity_range(s->sures, (double)s->sures + s->maybes, UNIT_COUNT);
    count.open_above = !is_whole(s);
    return count;
}

/* --- sums --- */

static struct quantity amount_of(const struct set *s, uint32_t i, enum field field)
{
    return cell_quantity(s->moment.view->facts, field,
                         cell_of(s->moment.view->facts, s->query->kind, s->rows[i], field));
}

/* How many of the amounts have this unit and currency. */
static uint32_t alike(const struct set *s, enum field field, const struct quantity *as)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < s->sures + s->maybes; i++) {
        struct quantity q = amount_of(s, i, field);
        count += q.unit == as->unit && !strcmp(q.currency, as->currency);
    }
    return count;
}

/* Unit and currency of a sum: those that most amounts have, of as many the last by name. Neither the order of the file nor
 * what the amounts come to decides it. */
static struct quantity empty_sum(const struct set *s, enum field field)
{
    struct quantity sum = quantity_exact(0, (enum unit)model_fields[field].unit);
    uint32_t most = 0;
    for (uint32_t i = 0; i < s->sures + s->maybes; i++) {
        struct quantity q = amount_of(s, i, field);
        if (quantity_is_unknown(&q) && !*q.currency) continue;
        if (q.unit == sum.unit && !strcmp(q.currency, sum.currency) && most) continue;
        uint32_t count = alike(s, field, &q);
        if (count < most || (count == most && strcmp(q.currency, sum.currency) < 0)) continue;
        most = count, sum.unit = q.unit;
        memcpy(sum.currency, q.currency, sizeof sum.currency);
    }
    return sum;
}

struct quantity set_sum(const struct set *s, enum field field, struct trail *trail)
{
    if (!s) return quantity_unknown((enum unit)model_fields[field].unit);
    struct quantity sum = empty_sum(s, field);
    record_sures(s, trail);
    for (uint32_t i = 0; i < s->sures + s->maybes; i++) {
        struct quantity q = amount_of(s, i, field);
        trail_read_on(trail, s->moment.view, ref_make(s->query->kind, s->rows[i]), field);
        bool open = quantity_is_unknown(&q);
        if (!open && q.unit != sum.unit) {
            trail_need_text(trail, "the amounts that are added, in one unit");
            open = true;
        } else if (!open && q.unit == UNIT_MONEY) {
            open = !money_convert(s->moment.view, &q, sum.currency, &q, trail);
        }
        /* What cannot be converted may be as much as any: of the sign that it has. */
        if (open) q.low = q.low < 0 ? -INFINITY : 0, q.high = q.high > 0 ? INFINITY : 0;
        if (i >= s->sures) q.low = fmin(q.low, 0), q.high = fmax(q.high, 0);
        sum.low += q.low, sum.high += q.high;
    }
    record_maybes(s, trail);
    record_end(s, trail);
    sum.open_above = !is_whole(s);
    return sum;
}

/* --- one record --- */

static void record_condition(const struct candidate *c, const struct condition *condition, enum truth truth,
                             struct trail *trail)
{
    ref record = ref_make(c->kind, c->row);
    enum field field = condition_field(c, condition);
    trail_read_on(trail, c->moment.view, record, field);
    if (truth == YES) condition_evidence(c, condition, trail);
    if (truth != UNKNOWN) return;
    condition_need(c, condition, &record, &field);
    trail_need(trail, record, field);
}

/* A NO is shown by the condition that says it; YES and UNKNOWN by all. */
enum truth record_matches(struct moment m, enum kind kind, uint32_t row, const struct condition *conditions,
                          uint32_t count, struct trail *trail)
{
    struct candidate c = { .moment = m, .kind = kind, .row = row, .arena = trail ? trail->arena : NULL };
    enum truth truth = conditions_truth(&c, conditions, count);
    for (uint32_t i = 0; i < count && trail; i++) {
        enum truth one = condition_truth(&c, &conditions[i]);
        if (truth != NO || one == NO) record_condition(&c, &conditions[i], one, trail);
        if (one == NO) break;
    }
    return truth;
}
