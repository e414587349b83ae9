/* Economic interest through chains of holdings: what comes through, and which holdings it came by. */
#include <math.h>
#include <stdlib.h>

#include "economics/asked.h"
#include "economics/day_stakes.h"
#include "economics/ownership.h"

static const double NOTHING = 1e-12;
enum { MANY_HOLDERS = 256 }; /* of one firm: more are not each named as what is missing */

/* What is asked: what comes to the holder from the entity. */
struct interest_asked {
    struct moment moment;
    uint32_t holder, entity;
    struct day_stakes *day;
    const struct look *look;
    struct arena *arena;
};

/* --- what was read --- */

static int by_number(const void *pa, const void *pb)
{
    const uint32_t *a = pa, *b = pb;
    return (*a > *b) - (*a < *b);
}

static bool has_part(const struct look *l, uint32_t entity) { return l->interests[entity].high > 0; }

/* Of the stakes in a firm those by which the holder has its part, in the order of the file. They are found among all in the
 * firm or among all of those who may have one, whichever are fewer. */
static uint32_t ways_into(const struct interest_asked *a, uint32_t firm, uint32_t *ways)
{
    const struct network *n = &a->day->network;
    const struct look *l = a->look;
    uint32_t count = 0;
    if (n->in_first[firm + 1] - n->in_first[firm] <= l->count + 1) {
        for (uint32_t i = n->in_first[firm]; i < n->in_first[firm + 1]; i++)
            if (n->stakes[n->in[i]].part.high > 0 && has_part(l, n->stakes[n->in[i]].owner)) ways[count++] = n->in[i];
        return count;
    }
    for (uint32_t k = 0; k <= l->count; k++) {
        uint32_t owner = k ? l->reached[k - 1] : l->owner;
        if (!has_part(l, owner)) continue;
        for (uint32_t i = n->of_first[owner]; i < n->of_first[owner + 1]; i++)
            if (n->stakes[n->of[i]].firm == firm && n->stakes[n->of[i]].part.high > 0) ways[count++] = n->of[i];
    }
    qsort(ways, count, sizeof *ways, by_number);
    return count;
}

/* Do the stakes in a firm bound each other? Where they could come to more than a whole and one of them is open. */
static bool bound_each_other(const struct network *n, uint32_t firm, const uint32_t *ways, uint32_t count)
{
    if (!count || n->sums[firm].high <= 1 + NOTHING) return false;
    if (n->sums[firm].low > 1 + NOTHING) return true;
    for (uint32_t i = 0; i < count; i++)
        if (n->stakes[ways[i]].part.low < n->stakes[ways[i]].part.high) return true;
    return false;
}

static void read_stake(const struct interest_asked *a, uint32_t stake, struct trail *trail)
{
    ref record = ref_make(KIND_HOLDING, a->day->rows[stake]), open;
    enum field why;
    trail_match(trail, record, NULL);
    trail_read(trail, record, HOLDING_STAKE);
    if (view_force_need(a->moment.view, KIND_HOLDING, a->day->rows[stake], &open, &why)) trail_need(trail, open, why);
}

/* All stakes in a firm, since each bounds the others; of very many only those on the way, and what is missing in words. */
static void read_firm(const struct interest_asked *a, uint32_t firm, const uint32_t *ways, uint32_t count,
                      struct trail *trail)
{
    const struct network *n = &a->day->network;
    const uint32_t *all = n->in + n->in_first[firm];
    uint32_t holders = n->in_first[firm + 1] - n->in_first[firm];
    bool each = bound_each_other(n, firm, ways, count);
    if (each && holders > MANY_HOLDERS) {
        each = false;
        if (!a->day->doubtful[firm])
            need_sentence(a->moment.view->facts, trail, "what each holder has of ", ref_make(KIND_ENTITY, firm), "",
                          NO_REF);
    }
    for (uint32_t i = 0; i < (each ? holders : count); i++) read_stake(a, each ? all[i] : ways[i], trail);
}

/* The holdings by which the holder has its part: from the entity to who holds it, and on, as far as they have a part. */
static void read_ways(const struct interest_asked *a, struct trail *trail)
{
    const struct network *n = &a->day->network;
    uint32_t *queue = a->day->queue, *ways = a->day->ways, queued = 0;
    bool *seen = a->day->seen;
    if (!trail || a->entity == a->holder || !has_part(a->look, a->entity)) return;
    queue[queued++] = a->entity, seen[a->entity] = true;
    for (uint32_t q = 0; q < queued; q++) {
        uint32_t count = ways_into(a, queue[q], ways);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t owner = n->stakes[ways[i]].owner;
            if (owner == a->holder || seen[owner]) continue;
            queue[queued++] = owner, seen[owner] = true;
        }
        if (a->day->doubtful[queue[q]] && bound_each_other(n, queue[q], ways, count))
            need_parts(a->moment.view->facts, trail, queue[q], HOLDING_STAKE);
    }
    for (uint32_t q = 0; q < queued; q++) {
        seen[queue[q]] = false;
        read_firm(a, queue[q], ways, ways_into(a, queue[q], ways), trail);
    }
}

/* --- lists declared complete --- */

/* Is the list of holdings in each firm above the entity declared complete? */
static bool is_complete(const struct interest_asked *a, struct trail *trail)
{
    const struct network *n = &a->day->network;
    if (!a->moment.view->facts->complete_count) return false;
    uint32_t *queue = a->day->queue, queued = 0;
    bool *seen = a->day->seen, whole = true;
    queue[queued++] = a->entity, seen[a->entity] = true;
    for (uint32_t q = 0; q < queued && whole; q++) {
        whole = holdings_cover(a->day, a->moment.view, queue[q], a->arena) >= 0;
        for (uint32_t i = n->in_first[queue[q]]; i < n->in_first[queue[q] + 1] && whole; i++) {
            uint32_t owner = n->stakes[n->in[i]].owner;
            if (owner == a->holder || seen[owner]) continue;
            queue[queued++] = owner, seen[owner] = true;
        }
    }
    for (uint32_t q = 0; q < queued; q++) seen[queue[q]] = false;
    return whole && holdings_cover_all(a->day, a->moment.view, queue, queued, a->arena, trail);
}

struct quantity economic_interest(struct moment m, uint32_t holder, uint32_t entity, struct trail *trail)
{
    const struct facts *f = m.view->facts;
    struct quantity percent = quantity_range(0, 100, UNIT_PERCENT);
    struct arena arena;
    struct interest_asked a = { m, group_head(m, holder), entity, day_stakes(m.view), NULL, &arena };
    arena_init(&arena, f->allocator, 0);
    trail_tie(trail, m, holder, a.holder);
    percent.open_above = true;
    if (a.day) a.look = look_of(a.day, a.holder, f->allocator);
    if (!a.look) arena.failed = true;
    if (a.look) {
        struct share_range x = a.look->interests[entity];
        double low = fmin(100, decimal(100 * x.low)), high = fmin(100, decimal(100 * x.high));
        percent = quantity_range(low, fmax(low, high), UNIT_PERCENT);
        percent.open_above = entity != a.holder && !is_complete(&a, trail);
        read_ways(&a, trail);
        struct set *direct = high > 0 ? NULL
                                      : ask_between(m, KIND_HOLDING, HOLDING_HOLDER, holder, HOLDING_ENTITY, entity,
                                                    trail, &arena);
        if (direct) trail_absent(trail, direct->query, direct->of, direct->complete, false);
    }
    scratch_end(&arena, trail);
    return percent;
}
