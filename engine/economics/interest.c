/* Economic interest through chains of holdings: which holdings lead to the entity, what comes through, what was read. */
#include <math.h>

#include "economics/asked.h"
#include "economics/lookthrough.h"
#include "economics/ownership.h"
#include "facts/groups.h"

static const double NOTHING = 1e-12;

/* The firms above an entity, and the holdings in force among them. */
struct above {
    struct moment moment;
    uint32_t *number, *entities, count; /* of each entity, from 1; and back */
    struct stake *stakes;
    uint32_t *rows; /* of the holding behind each stake */
    bool *doubtful; /* of each firm: the stakes in it cannot all be true */
    size_t stake_count, stake_capacity, row_capacity;
    struct arena *arena;
};

static uint32_t number_of(struct above *a, uint32_t entity)
{
    if (!a->number[entity]) {
        a->entities[a->count] = entity;
        a->number[entity] = ++a->count;
    }
    return a->number[entity] - 1;
}

static void add_holding(struct above *a, uint32_t firm, uint32_t row)
{
    const struct facts *f = a->moment.view->facts;
    enum truth sure = view_in_force(a->moment.view, KIND_HOLDING, row);
    if (sure == NO) return;
    const struct cell *stake = cell_of(f, KIND_HOLDING, row, HOLDING_STAKE);
    struct share_range part = { sure == YES ? fmax(0, stake->number.low) / 100 : 0,
                                fmin(100, stake->number.high) / 100 };
    struct stake *stakes = arena_grow(a->arena, a->stakes, a->stake_count, &a->stake_capacity, sizeof *stakes);
    if (stakes) a->stakes = stakes;
    uint32_t *rows = arena_grow(a->arena, a->rows, a->stake_count, &a->row_capacity, sizeof *rows);
    if (rows) a->rows = rows;
    if (a->arena->failed) return;
    uint32_t owner = number_of(a, ref_row(cell_of(f, KIND_HOLDING, row, HOLDING_HOLDER)->ref));
    rows[a->stake_count] = row;
    stakes[a->stake_count++] = (struct stake){ owner, firm, part };
}

/* From the entity to who holds it, and on, as far as the holder. */
static bool gather(struct above *a, uint32_t entity, uint32_t holder)
{
    const struct facts *f = a->moment.view->facts;
    a->number = arena_array(a->arena, facts_rows(f, KIND_ENTITY), sizeof *a->number);
    a->entities = arena_array(a->arena, facts_rows(f, KIND_ENTITY), sizeof *a->entities);
    if (a->arena->failed) return false;
    number_of(a, entity);
    for (uint32_t firm = 0; firm < a->count && !a->arena->failed; firm++) {
        if (a->entities[firm] == holder) continue;
        const uint32_t *listed = NULL;
        ref held = ref_make(KIND_ENTITY, a->entities[firm]);
        uint32_t count = index_rows(f, HOLDING_ENTITY, held, &listed);
        bool walk = count == UINT32_MAX;
        if (walk) count = facts_rows(f, KIND_HOLDING);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t row = walk ? i : listed[i];
            if (cell_of(f, KIND_HOLDING, row, HOLDING_ENTITY)->ref == held) add_holding(a, firm, row);
        }
    }
    return !a->arena->failed;
}

/* Stakes in one firm that surely come to more than all of it cannot all be true: each may be anything. */
static void doubt(struct above *a)
{
    double *sums = arena_array(a->arena, a->count, sizeof *sums);
    a->doubtful = arena_array(a->arena, a->count, sizeof *a->doubtful);
    if (a->arena->failed) return;
    for (size_t i = 0; i < a->stake_count; i++) sums[a->stakes[i].firm] += 100 * a->stakes[i].part.low;
    for (size_t i = 0; i < a->stake_count; i++) {
        struct stake *s = &a->stakes[i];
        if (!is_more_than_whole(sums[s->firm])) continue;
        a->doubtful[s->firm] = true;
        s->part = (struct share_range){ 0, 1 };
    }
}

static void read_holding(const struct above *a, uint32_t row, struct trail *trail)
{
    ref record = ref_make(KIND_HOLDING, row), open;
    enum field why;
    trail_match(trail, record, NULL);
    trail_read(trail, record, HOLDING_STAKE);
    if (view_force_need(a->moment.view, KIND_HOLDING, row, &open, &why)) trail_need(trail, open, why);
}

/* The holdings by which the holder has its part; where those in a firm could come to more than a whole and it matters, all
 * in it, since each bounds the others. */
static void read_ways(const struct above *a, const struct share_range *x, struct trail *trail)
{
    struct share_range *sums = arena_array(a->arena, a->count, sizeof *sums);
    bool *all = arena_array(a->arena, a->count, sizeof *all);
    if (!trail || a->arena->failed) return;
    for (size_t i = 0; i < a->stake_count; i++) {
        sums[a->stakes[i].firm].low += a->stakes[i].part.low;
        sums[a->stakes[i].firm].high += a->stakes[i].part.high;
    }
    for (size_t i = 0; i < a->stake_count; i++) {
        const struct stake *s = &a->stakes[i];
        bool too_much = sums[s->firm].low > 1 + NOTHING;
        bool bounded = s->part.low < s->part.high && sums[s->firm].high > 1 + NOTHING;
        if (x[s->owner].high > 0 && (too_much || bounded)) all[s->firm] = true;
    }
    for (uint32_t firm = 0; firm < a->count; firm++)
        if (all[firm] && a->doubtful[firm]) need_parts(a->moment.view->facts, trail, a->entities[firm], HOLDING_STAKE);
    for (size_t i = 0; i < a->stake_count; i++) {
        const struct stake *s = &a->stakes[i];
        if (all[s->firm] || (x[s->owner].high > 0 && s->part.high > 0)) read_holding(a, a->rows[i], trail);
    }
}

/* The query for all holdings in one entity, in the arena. */
static struct set *ask_holdings_in(struct moment m, uint32_t entity, struct arena *arena)
{
    struct query *query = arena_take(arena, sizeof *query);
    struct condition *condition = arena_take(arena, sizeof *condition);
    uint32_t *value = arena_take(arena, sizeof *value);
    if (arena->failed) return NULL;
    *value = ref_make(KIND_ENTITY, entity);
    *condition = (struct condition){ .field = HOLDING_ENTITY, .type = CONDITION_EXACTLY, .count = 1, .values = value };
    *query = (struct query){ .kind = KIND_HOLDING, .count = 1, .conditions = condition };
    return query_run(query, m, arena);
}

/* Is the list of holdings in each firm above the entity declared complete? */
static bool is_complete(const struct above *a, uint32_t holder, struct trail *trail)
{
    if (!a->moment.view->facts->complete_count) return false;
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < a->count; i++) {
            if (a->entities[i] == holder) continue;
            struct set *set = ask_holdings_in(a->moment, a->entities[i], a->arena);
            if (!set || set->complete < 0) return false;
            if (pass) trail_complete(trail, (uint32_t)set->complete);
        }
    }
    return true;
}

struct quantity economic_interest(struct moment m, uint32_t holder, uint32_t entity, struct trail *trail)
{
    const struct facts *f = m.view->facts;
    struct quantity percent = quantity_range(0, 100, UNIT_PERCENT);
    struct arena arena;
    uint32_t head = group_head(m, holder);
    arena_init(&arena, f->allocator, 0);
    struct above above = { .moment = m, .arena = &arena };
    trail_tie(trail, m, holder, head);
    percent.open_above = true;
    if (gather(&above, entity, head)) {
        uint32_t number = number_of(&above, head);
        doubt(&above);
        struct share_range *x = arena_array(&arena, above.count, sizeof *x);
        if (x && above.doubtful &&
            look_through(above.stakes, (uint32_t)above.stake_count, above.count, number, x, f->allocator)) {
            double low = fmin(100, decimal(100 * x[0].low)), high = fmin(100, decimal(100 * x[0].high));
            percent = quantity_range(low, fmax(low, high), UNIT_PERCENT);
            percent.open_above = entity != head && !is_complete(&above, head, trail);
            read_ways(&above, x, trail);
            struct set *direct = high > 0 ? NULL
                                          : ask_between(m, KIND_HOLDING, HOLDING_HOLDER, holder, HOLDING_ENTITY, entity,
                                                        trail, &arena);
            if (direct) trail_absent(trail, direct->query, direct->of, direct->complete, false);
        }
    }
    scratch_end(&arena, trail);
    return percent;
}
