/* Stakes and votes that one undertaking holds in another. */
#include <math.h>
#include <string.h>

#include "economics/asked.h"
#include "economics/money.h"
#include "facts/groups.h"

static uint32_t held_entity(const struct facts *f, uint32_t row)
{
    return ref_row(cell_of(f, KIND_HOLDING, row, HOLDING_ENTITY)->ref);
}

/* Do the rows surely come to more than all of the entity? */
static bool too_much(const struct facts *f, const struct set *set, uint32_t entity, enum field field)
{
    double low = 0;
    for (uint32_t i = 0; i < set->sures; i++)
        if (held_entity(f, set->rows[i]) == entity)
            low += fmax(0, cell_of(f, KIND_HOLDING, set->rows[i], field)->number.low);
    return is_more_than_whole(low);
}

/* Of one entity: the sum over the rows that hold it; a row that is perhaps in force adds nothing to the low. More than
 * all of it cannot be: then it may be anything. */
static struct quantity held_in(const struct facts *f, const struct set *set, uint32_t entity, enum field field)
{
    double low = 0, high = 0;
    for (uint32_t i = 0; i < set->sures + set->maybes; i++) {
        if (held_entity(f, set->rows[i]) != entity) continue;
        const struct cell *c = cell_of(f, KIND_HOLDING, set->rows[i], field);
        if (i < set->sures) low += fmax(0, c->number.low);
        high += fmin(100, c->number.high);
    }
    low = round(low * 1e9) / 1e9;
    high = round(high * 1e9) / 1e9;
    if (too_much(f, set, entity, field)) return quantity_range(0, 100, UNIT_PERCENT);
    return quantity_range(fmin(100, low), fmin(100, high), UNIT_PERCENT);
}

/* The entity that was asked for where a row names it, else the one that most is held of: a part of a subsidiary is no
 * part of its parent, so these are not added up. */
static uint32_t which(const struct facts *f, const struct set *set, uint32_t asked, enum field field,
                      struct arena *arena)
{
    uint32_t count = set->sures + set->maybes, best = held_entity(f, set->rows[0]);
    bool *seen = arena_array(arena, facts_rows(f, KIND_ENTITY), sizeof *seen);
    double most = -1;
    for (uint32_t i = 0; i < count; i++) {
        if (held_entity(f, set->rows[i]) == asked) return asked;
    }
    for (uint32_t i = 0; i < count && seen; i++) {
        uint32_t entity = held_entity(f, set->rows[i]);
        if (seen[entity]) continue;
        seen[entity] = true;
        struct quantity q = held_in(f, set, entity, field);
        if (q.low + q.high > most) most = q.low + q.high, best = entity;
    }
    return best;
}

struct quantity held(struct moment m, uint32_t holder, uint32_t entity, bool votes, struct trail *trail)
{
    const struct facts *f = m.view->facts;
    enum field field = votes ? HOLDING_VOTES : HOLDING_STAKE;
    struct arena arena;
    struct quantity percent = quantity_unknown(UNIT_PERCENT);
    arena_init(&arena, f->allocator, 0);
    struct set *set = ask_between(m, KIND_HOLDING, HOLDING_HOLDER, holder, HOLDING_ENTITY, entity, trail, &arena);
    if (set && set->sures + set->maybes == 0) {
        trail_absent(trail, set->query, set->of, set->complete, false);
        percent = quantity_exact(0, UNIT_PERCENT);
    } else if (set) {
        uint32_t of = which(f, set, entity, field, &arena);
        percent = held_in(f, set, of, field);
        if (too_much(f, set, of, field)) need_parts(f, trail, of, field);
        for (uint32_t i = 0; i < set->sures + set->maybes; i++) {
            if (held_entity(f, set->rows[i]) != of) continue;
            ref record = ref_make(KIND_HOLDING, set->rows[i]);
            trail_match(trail, record, set->query);
            trail_read(trail, record, field);
            trail_tie(trail, m, holder, ref_row(cell_of(f, KIND_HOLDING, set->rows[i], HOLDING_HOLDER)->ref));
            ref open;
            enum field why;
            if (view_force_need(m.view, KIND_HOLDING, set->rows[i], &open, &why)) trail_need(trail, open, why);
        }
        trail_tie(trail, m, entity, of);
    }
    percent.open_above = !set || set->complete < 0;
    if (set && set->complete >= 0) trail_complete(trail, (uint32_t)set->complete);
    scratch_end(&arena, trail);
    return percent;
}
