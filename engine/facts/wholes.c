/* wholes.c - what is held of one firm cannot be more than all of it. */
#include "facts/cache.h"
#include "facts/groups.h"

static const double TOO_MUCH = 100.5; /* percent: what rounding may add to a whole */

bool is_more_than_whole(double percent) { return percent > TOO_MUCH; }

struct sum {
    double low;
    uint32_t last; /* of the holdings in it */
    bool ranges;
};

/* The holdings surely in force on the view's day, by what each surely is. */
static uint32_t notice_sums(const struct view *v, enum field part, struct sum *sums, struct whole_notice *notices)
{
    const struct facts *f = v->facts;
    uint32_t holdings = facts_rows(f, KIND_HOLDING), entities = facts_rows(f, KIND_ENTITY), count = 0;
    for (uint32_t e = 0; e < entities; e++) sums[e] = (struct sum){ 0 };
    for (uint32_t h = 0; h < holdings; h++) {
        const struct cell *held = cell_of(f, KIND_HOLDING, h, part);
        if ((held->state != CELL_VALUE && held->state != CELL_CLAIMS) || in_force(v, KIND_HOLDING, h) != YES) continue;
        struct sum *sum = &sums[ref_row(cell_of(f, KIND_HOLDING, h, HOLDING_ENTITY)->ref)];
        sum->low += held->number.low;
        sum->last = h;
        sum->ranges |= held->number.low < held->number.high;
    }
    for (uint32_t e = 0; e < entities; e++)
        if (is_more_than_whole(sums[e].low))
            notices[count++] = (struct whole_notice){ e, sums[e].last, part, sums[e].low, sums[e].ranges };
    return count;
}

uint32_t view_whole_notices(const struct view *v, struct arena *arena, struct whole_notice **ret_notices)
{
    uint32_t entities = facts_rows(v->facts, KIND_ENTITY);
    if (facts_rows(v->facts, KIND_HOLDING) < 2) return 0;
    struct sum *sums = arena_array(arena, entities, sizeof *sums);
    struct whole_notice *notices = arena_array(arena, 2 * (size_t)entities, sizeof *notices);
    if (!sums || !notices) return 0;
    uint32_t count = notice_sums(v, HOLDING_STAKE, sums, notices);
    count += notice_sums(v, HOLDING_VOTES, sums, notices + count);
    *ret_notices = notices;
    return count;
}
