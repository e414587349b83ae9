/* Elimination without subtraction, and bounds for what is left. */
#include "economics/walk.h"

#include <math.h>

#define NOWHERE UINT32_MAX
enum { COSTS = 66 }; /* 0, then by powers of two */
static const double MET = 1e-12;
/* Sweeps before anything is taken out, and how near the ends must have come by then, or by the end of the first few. */
enum { FIRST_SWEEPS = 48, FIRST_FEW = 8 };
static const double NEARLY = 1e-2, SAME = 4e-15;

/* Who leads to a state: those taken out since are passed over. */
struct sources {
    uint32_t *from;
    size_t count, capacity;
    uint32_t alive;
};
struct elimination {
    struct walk_state *states;
    uint32_t count;
    struct arena *arena;
    struct sources *sources;
    bool *gone;
    uint32_t *order, taken;              /* in which states were taken out */
    uint32_t *next, *last, first[COSTS]; /* a list of states a cost */
    uint8_t *cost;
    size_t *place; /* in the row at hand: of each state, from 1 */
    double work;
    size_t ways;
};

static bool make(struct elimination *e)
{
    e->sources = arena_array(e->arena, e->count, sizeof *e->sources);
    e->gone = arena_array(e->arena, e->count, sizeof *e->gone);
    e->order = arena_array(e->arena, e->count, sizeof *e->order);
    e->next = arena_array(e->arena, e->count, sizeof *e->next);
    e->last = arena_array(e->arena, e->count, sizeof *e->last);
    e->cost = arena_array(e->arena, e->count, sizeof *e->cost);
    e->place = arena_array(e->arena, e->count, sizeof *e->place);
    return !e->arena->failed;
}

/* --- the order: the fewest new ways first --- */

static uint8_t cost_of(const struct elimination *e, uint32_t k)
{
    uint64_t fill = (uint64_t)e->sources[k].alive * e->states[k].count;
    uint8_t cost = 0;
    for (; fill; fill >>= 1) cost++;
    return cost;
}

static void put(struct elimination *e, uint32_t k)
{
    uint8_t cost = e->cost[k] = cost_of(e, k);
    e->last[k] = NOWHERE;
    e->next[k] = e->first[cost];
    if (e->next[k] != NOWHERE) e->last[e->next[k]] = k;
    e->first[cost] = k;
}

static void lift(struct elimination *e, uint32_t k)
{
    if (e->last[k] != NOWHERE) e->next[e->last[k]] = e->next[k];
    else e->first[e->cost[k]] = e->next[k];
    if (e->next[k] != NOWHERE) e->last[e->next[k]] = e->last[k];
}

static void weigh_again(struct elimination *e, uint32_t k)
{
    if (cost_of(e, k) == e->cost[k]) return;
    lift(e, k);
    put(e, k);
}

static uint32_t cheapest(const struct elimination *e)
{
    for (unsigned cost = 0; cost < COSTS; cost++)
        if (e->first[cost] != NOWHERE) return e->first[cost];
    return NOWHERE;
}

/* --- taking one out --- */

static void add_source(struct elimination *e, uint32_t to, uint32_t from)
{
    struct sources *s = &e->sources[to];
    uint32_t *moved = arena_grow(e->arena, s->from, s->count, &s->capacity, sizeof *moved);
    if (!moved) return;
    s->from = moved;
    s->from[s->count++] = from;
    s->alive++;
}

static void add_way(struct elimination *e, uint32_t from, uint32_t to, double part)
{
    struct walk_state *s = &e->states[from];
    struct way *moved = arena_grow(e->arena, s->ways, s->count, &s->capacity, sizeof *moved);
    if (!moved) return;
    s->ways = moved;
    s->ways[s->count++] = (struct way){ to, part };
    e->ways++;
    add_source(e, to, from);
}

/* All that a state leads to: what its ways and ends come to. */
static double all_of(const struct walk_state *s)
{
    double all = s->hit + s->miss;
    for (size_t i = 0; i < s->count; i++) all += s->ways[i].part;
    return all;
}

/* Makes what a state leads to come to 1; from one that leads nowhere a walk is a miss. */
static void make_whole(struct walk_state *s)
{
    double all = all_of(s);
    if (all <= 0) s->miss = all = 1;
    s->hit /= all;
    s->miss /= all;
    for (size_t i = 0; i < s->count; i++) s->ways[i].part /= all;
}

/* Leads j, which leads to k, on to where k leads. */
static void lead_on(struct elimination *e, uint32_t j, uint32_t k)
{
    struct walk_state *from = &e->states[j], *through = &e->states[k];
    size_t at = from->count;
    for (size_t i = 0; i < from->count; i++) {
        if (from->ways[i].to == k) at = i;
        e->place[from->ways[i].to] = i + 1;
    }
    double part = from->ways[at].part;
    from->hit += part * through->hit;
    from->miss += part * through->miss;
    for (size_t i = 0; i < through->count && !e->arena->failed; i++) {
        uint32_t to = through->ways[i].to;
        if (to == j) continue; /* back to where it was: asked again */
        if (e->place[to]) from->ways[e->place[to] - 1].part += part * through->ways[i].part;
        else add_way(e, j, to, part * through->ways[i].part);
    }
    e->work += (double)from->count + (double)through->count;
    for (size_t i = 0; i < from->count; i++) e->place[from->ways[i].to] = 0;
    from->ways[at] = from->ways[--from->count];
    e->ways--;
}

static void take_out(struct elimination *e, uint32_t k)
{
    struct walk_state *s = &e->states[k];
    lift(e, k);
    make_whole(s);
    e->gone[k] = true;
    e->order[e->taken++] = k;
    for (size_t i = 0; i < s->count; i++) e->sources[s->ways[i].to].alive--;
    for (size_t i = 0; i < e->sources[k].count && !e->arena->failed; i++) {
        uint32_t j = e->sources[k].from[i];
        if (e->gone[j]) continue;
        lead_on(e, j, k);
        weigh_again(e, j);
    }
    for (size_t i = 0; i < s->count; i++) weigh_again(e, s->ways[i].to);
}

/* --- the ends --- */

static void end_of(const struct walk_state *s, const struct share_range *ends, struct share_range *ret_end)
{
    double low = s->hit, high = s->hit;
    for (size_t i = 0; i < s->count; i++) {
        low += s->ways[i].part * ends[s->ways[i].to].low;
        high += s->ways[i].part * ends[s->ways[i].to].high;
    }
    *ret_end = (struct share_range){ fmin(1, low), fmin(1, high) };
}

/* Takes states out while the ways stay few. */
static void eliminate(struct elimination *e, size_t most_ways)
{
    double most = e->work + WALK_WORK;
    while (e->taken < e->count && e->work < most && e->ways <= most_ways && !e->arena->failed) take_out(e, cheapest(e));
}

/* Both vectors go towards each other, state by state. True: they have met. */
static bool close_in(struct elimination *e, struct share_range *ends)
{
    double apart = 1, most = e->work + WALK_WORK, sweep = (double)e->ways + e->count;
    for (uint32_t k = 0; k < e->count; k++)
        if (!e->gone[k]) make_whole(&e->states[k]);
    while (apart > MET && e->work < most) {
        apart = 0;
        for (uint32_t k = 0; k < e->count; k++) {
            if (e->gone[k]) continue;
            struct share_range end;
            end_of(&e->states[k], ends, &end);
            ends[k] = (struct share_range){ fmax(ends[k].low, end.low), fmin(ends[k].high, end.high) };
            apart = fmax(apart, ends[k].high - ends[k].low);
        }
        e->work += sweep;
    }
    return apart <= MET;
}

/* Where circles hold little of themselves both vectors meet in a few sweeps, which costs less than taking out even the
 * first states. How far they are apart is measured against what they give, so that small ends keep their digits too. */
static bool meet_early(struct walk *w, struct share_range *ends)
{
    double apart = 1;
    for (uint32_t k = 0; k < w->count; k++) make_whole(&w->states[k]);
    for (int sweep = 1; sweep <= FIRST_SWEEPS && apart > SAME; sweep++) {
        apart = 0;
        for (uint32_t k = 0; k < w->count; k++) {
            struct share_range end;
            end_of(&w->states[k], ends, &end);
            ends[k] = (struct share_range){ fmax(ends[k].low, end.low), fmin(ends[k].high, end.high) };
            if (ends[k].high > 0) apart = fmax(apart, 1 - ends[k].low / ends[k].high);
            w->work += (double)w->states[k].count + 1;
        }
        if (sweep == FIRST_FEW && apart > NEARLY) return false;
    }
    for (uint32_t k = 0; k < w->count && apart <= SAME; k++) ends[k].low = ends[k].high;
    return apart <= SAME;
}

bool walk_ends(struct walk *w, struct share_range *ret_ends, struct arena *arena)
{
    struct elimination e = { .states = w->states, .count = w->count, .arena = arena };
    for (uint32_t k = 0; k < e.count; k++) ret_ends[k] = (struct share_range){ 0, 1 };
    if (meet_early(w, ret_ends)) return true;
    if (!make(&e)) return false;
    e.work = w->work;
    for (uint32_t k = 0; k < e.count; k++) {
        e.ways += e.states[k].count;
        for (size_t i = 0; i < e.states[k].count; i++) add_source(&e, e.states[k].ways[i].to, k);
    }
    if (arena->failed) return false;
    for (unsigned cost = 0; cost < COSTS; cost++) e.first[cost] = NOWHERE;
    for (uint32_t k = e.count; k-- > 0;) put(&e, k);
    eliminate(&e, 2 * e.ways);
    if (!arena->failed && e.taken < e.count && !close_in(&e, ret_ends)) {
        eliminate(&e, e.ways + WALK_WAYS);
        if (!arena->failed && e.taken < e.count) close_in(&e, ret_ends);
    }
    if (arena->failed) return false;
    for (w->work = e.work + e.count; e.taken-- > 0;) {
        uint32_t k = e.order[e.taken];
        make_whole(&e.states[k]);
        end_of(&e.states[k], ret_ends, &ret_ends[k]);
    }
    for (uint32_t k = 0; k < e.count; k++) ret_ends[k].high = fmax(ret_ends[k].low, ret_ends[k].high);
    return true;
}
