/* wholes.c - what is held of one firm cannot be more than all of it. */
#include "facts/cache.h"
#include "facts/groups.h"

static const double TOO_MUCH = 100.5; /* percent: what rounding may add to a whole */

/* The holdings surely in force on the view's day, by what each surely is. */
static uint32_t notice_sums(const struct view *v, enum field part, double *sums, uint32_t *last,
                            struct whole_notice *notices)
{
    const struct facts *f = v->facts;
    uint32_t holdings = facts_rows(f, KIND_HOLDING), entities = facts_rows(f, KIND_ENTITY), count = 0;
    for (uint32_t e = 0; e < entities; e++) sums[e] = 0;
    for (uint32_t h = 0; h < holdings; h++) {
        const struct cell *held = cell_of(f, KIND_HOLDING, h, part);
        if (held->state != CELL_VALUE || in_force(v, KIND_HOLDING, h) != YES) continue;
        uint32_t entity = ref_row(cell_of(f, KIND_HOLDING, h, HOLDING_ENTITY)->ref);
        sums[entity] += held->number.low;
        last[entity] = h;
    }
    for (uint32_t e = 0; e < entities; e++)
        if (sums[e] > TOO_MUCH)
            notices[count++] = (struct whole_notice){ .entity = e, .holding = last[e], .part = part, .sum = sums[e] };
    return count;
}

uint32_t view_whole_notices(const struct view *v, struct arena *arena, struct whole_notice **ret_notices)
{
    uint32_t entities = facts_rows(v->facts, KIND_ENTITY);
    if (facts_rows(v->facts, KIND_HOLDING) < 2) return 0;
    double *sums = arena_array(arena, entities, sizeof *sums);
    uint32_t *last = arena_array(arena, entities, sizeof *last);
    struct whole_notice *notices = arena_array(arena, 2 * (size_t)entities, sizeof *notices);
    if (!sums || !last || !notices) return 0;
    uint32_t count = notice_sums(v, HOLDING_STAKE, sums, last, notices);
    count += notice_sums(v, HOLDING_VOTES, sums, last, notices + count);
    *ret_notices = notices;
    return count;
}
