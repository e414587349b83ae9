/* Look-through interests: which firms are reached, the stakes that give the least and the most, and one walk for each. */
#include "economics/lookthrough.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "economics/walk.h"

#define NOT_REACHED UINT32_MAX
/* Rounds until the stakes that give the most are found, sweeps from above where they are not. */
enum { ROUNDS = 40, SWEEPS = 200 };
static const double NOTHING = 1e-12, ROUNDING = 1e-14;

struct held { /* the stakes in one firm stand together */
    uint32_t owner;
    struct share_range part;
    double taken, better; /* at present, and what would bring more: within part */
};
struct network {
    struct held *held;
    uint32_t *first; /* of each entity, and one past the last */
    uint32_t entities, owner;
    uint32_t *state; /* of each entity in the walk, or NOT_REACHED */
    uint32_t reached;
    double work; /* of all walks */
    struct arena *arena;
};

static bool sort_by_firm(struct network *n, const struct stake *stakes, uint32_t count)
{
    n->held = arena_array(n->arena, count, sizeof *n->held);
    n->first = arena_array(n->arena, (size_t)n->entities + 2, sizeof *n->first);
    if (n->arena->failed) return false;
    for (uint32_t i = 0; i < count; i++) n->first[stakes[i].firm + 2]++;
    for (uint32_t e = 0; e < n->entities; e++) n->first[e + 2] += n->first[e + 1];
    for (uint32_t i = 0; i < count; i++) {
        struct share_range part = { fmax(0, stakes[i].part.low), fmin(1, stakes[i].part.high) };
        n->held[n->first[stakes[i].firm + 1]++] = (struct held){ .owner = stakes[i].owner, .part = part };
    }
    return true;
}

/* Numbers the firms in which the owner has anything by any way: from owners to what they hold, as far as it goes. */
static bool find_reached(struct network *n, const struct stake *stakes, uint32_t count)
{
    uint32_t *from = arena_array(n->arena, (size_t)n->entities + 2, sizeof *from);
    uint32_t *firms = arena_array(n->arena, count, sizeof *firms);
    uint32_t *queue = arena_array(n->arena, (size_t)n->entities + 1, sizeof *queue), head = 0, tail = 0;
    n->state = arena_array(n->arena, n->entities, sizeof *n->state);
    if (n->arena->failed) return false;
    for (uint32_t i = 0; i < count; i++) from[stakes[i].owner + 2]++;
    for (uint32_t e = 0; e < n->entities; e++) from[e + 2] += from[e + 1];
    for (uint32_t i = 0; i < count; i++)
        firms[from[stakes[i].owner + 1]++] = stakes[i].part.high > 0 ? stakes[i].firm : n->owner;
    for (uint32_t e = 0; e < n->entities; e++) n->state[e] = NOT_REACHED;
    queue[tail++] = n->owner;
    while (head < tail) {
        uint32_t e = queue[head++];
        for (uint32_t i = from[e]; i < from[e + 1]; i++) {
            uint32_t firm = firms[i];
            if (firm == n->owner || n->state[firm] != NOT_REACHED) continue;
            n->state[firm] = n->reached++;
            queue[tail++] = firm;
        }
    }
    return true;
}

/* --- the stakes taken --- */

static void take_lows(struct network *n)
{
    for (uint32_t i = 0; i < n->first[n->entities]; i++) n->held[i].taken = n->held[i].part.low;
}

struct bid { /* an owner who may hold more, and what it would bring */
    double worth;
    uint32_t at;
};

static int by_worth(const void *pa, const void *pb)
{
    const struct bid *a = pa, *b = pb;
    if (a->worth != b->worth) return a->worth > b->worth ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

static double worth(const struct network *n, uint32_t owner, const struct share_range *x)
{
    return owner == n->owner ? 1 : x[owner].high;
}

/* Gives what the lows leave of a firm to those who bring most (`better`). Returns what the firm then brings. */
static double take_most(struct network *n, uint32_t firm, const struct share_range *x, struct bid *bids)
{
    uint32_t first = n->first[firm], end = n->first[firm + 1];
    double room = 1, brought = 0, all = 0;
    for (uint32_t i = first; i < end; i++) {
        n->held[i].better = n->held[i].part.low;
        room -= n->held[i].part.low;
        bids[i - first] = (struct bid){ worth(n, n->held[i].owner, x), i };
    }
    qsort(bids, end - first, sizeof *bids, by_worth);
    for (uint32_t i = 0; i < end - first && room > NOTHING && bids[i].worth > 0; i++) {
        struct held *h = &n->held[bids[i].at];
        double more = fmin(h->part.high - h->part.low, room);
        h->better += fmax(0, more);
        room -= fmax(0, more);
    }
    for (uint32_t i = first; i < end; i++) {
        brought += n->held[i].better * worth(n, n->held[i].owner, x);
        all += n->held[i].better;
    }
    return brought / fmax(1, all);
}

/* --- one walk --- */

static bool walk(struct network *n, struct share_range *x)
{
    struct arena scratch;
    arena_init(&scratch, n->arena->allocator, 0);
    struct walk w = { arena_array(&scratch, n->reached, sizeof *w.states), n->reached, 0 };
    struct share_range *ends = arena_array(&scratch, n->reached, sizeof *ends);
    size_t *seen = arena_array(&scratch, n->reached, sizeof *seen); /* of each state: its place in the row, from 1 */
    for (uint32_t firm = 0; firm < n->entities && !scratch.failed; firm++) {
        if (n->state[firm] == NOT_REACHED) continue;
        struct walk_state *s = &w.states[n->state[firm]];
        uint32_t first = n->first[firm], end = n->first[firm + 1];
        double left = 1;
        s->capacity = end - first;
        s->ways = arena_array(&scratch, s->capacity, sizeof *s->ways);
        for (uint32_t i = first; i < end && s->ways; i++) {
            const struct held *h = &n->held[i];
            uint32_t to = h->owner == n->owner ? NOT_REACHED : n->state[h->owner];
            if (h->taken <= 0) continue;
            left -= h->taken;
            if (h->owner == n->owner) s->hit += h->taken;
            else if (to == NOT_REACHED) s->miss += h->taken;
            else if (h->owner == firm) continue; /* its own shares */
            else if (seen[to]) s->ways[seen[to] - 1].part += h->taken;
            else s->ways[s->count++] = (struct way){ to, h->taken }, seen[to] = s->count;
        }
        for (size_t i = 0; i < s->count; i++) seen[s->ways[i].to] = 0;
        if (left > NOTHING) s->miss += left;
    }
    bool done = !scratch.failed && walk_ends(&w, ends, &scratch);
    n->work += w.work;
    for (uint32_t e = 0; e < n->entities && done; e++)
        x[e] = e == n->owner                ? (struct share_range){ 1, 1 }
               : n->state[e] == NOT_REACHED ? (struct share_range){ 0, 0 }
                                            : ends[n->state[e]];
    arena_free(&scratch);
    return done;
}

/* --- the most --- */

static bool more_than_whole(const struct network *n)
{
    for (uint32_t firm = 0; firm < n->entities; firm++) {
        double all = 0;
        for (uint32_t i = n->first[firm]; i < n->first[firm + 1]; i++) all += n->held[i].part.high;
        if (all > 1 + NOTHING) return true;
    }
    return false;
}

/* Whatever the sweep starts from, if it was no less than the answer then it still is. */
static void sweep_from_above(struct network *n, struct share_range *x, struct bid *bids)
{
    double sweeps = fmax(4, fmin(SWEEPS, WALK_WORK / 8.0 / (n->entities + n->first[n->entities] + 1.0)));
    for (uint32_t e = 0; e < n->entities; e++) x[e].high = e == n->owner || n->state[e] != NOT_REACHED;
    for (double moved = 1; moved > NOTHING && sweeps > 0; sweeps--) {
        moved = 0;
        for (uint32_t firm = 0; firm < n->entities; firm++) {
            if (firm == n->owner || n->state[firm] == NOT_REACHED) continue;
            double now = fmin(x[firm].high, take_most(n, firm, x, bids));
            moved = fmax(moved, x[firm].high - now);
            x[firm].high = now;
        }
    }
}

/* Changes holders where that brings more, and nowhere else: a change that brings nothing could close a circle. */
static bool change_holders(struct network *n, const struct share_range *x, bool all, struct bid *bids)
{
    bool changed = false;
    for (uint32_t firm = 0; firm < n->entities; firm++) {
        if (firm == n->owner || n->state[firm] == NOT_REACHED) continue;
        if (take_most(n, firm, x, bids) <= x[firm].high * (1 + ROUNDING) && !all) continue;
        changed = true;
        for (uint32_t i = n->first[firm]; i < n->first[firm + 1]; i++) n->held[i].taken = n->held[i].better;
    }
    return changed;
}

/* Who should hold the firms depends on what they bring, which depends on who holds them: rounds until nothing changes
 * (Howard's policy iteration). Then no step raises any interest, and so none lies below the most that there is. Where
 * that takes too long: from above. */
static bool find_most(struct network *n, struct share_range *x)
{
    struct bid *bids = arena_array(n->arena, n->first[n->entities], sizeof *bids);
    if (n->arena->failed) return false;
    double most = n->work + 2.0 * WALK_WORK;
    for (int round = 0; round < ROUNDS && n->work < most; round++) {
        if (!change_holders(n, x, round == 0, bids)) return true;
        if (!walk(n, x)) return false;
        if (round == 0 && !more_than_whole(n)) return true; /* all at their highs, whatever they bring */
    }
    sweep_from_above(n, x, bids);
    return true;
}

static bool least_and_most(struct network *n, const struct stake *stakes, uint32_t count, struct share_range *ret)
{
    struct share_range *most = arena_array(n->arena, n->entities, sizeof *most);
    if (!sort_by_firm(n, stakes, count) || !find_reached(n, stakes, count)) return false;
    take_lows(n);
    if (!walk(n, ret)) return false;
    bool exact = true;
    for (uint32_t i = 0; i < count && exact; i++) exact = stakes[i].part.low >= stakes[i].part.high;
    if (exact) return true;
    for (uint32_t e = 0; e < n->entities; e++) /* to begin with: whoever could bring something is not at 0 */
        most[e].high = e == n->owner ? 1 : n->state[e] == NOT_REACHED ? 0 : fmax(ret[e].high, 0.5);
    if (!find_most(n, most)) return false;
    for (uint32_t e = 0; e < n->entities; e++) ret[e].high = fmax(ret[e].low, most[e].high);
    return true;
}

bool look_through(const struct stake *stakes, uint32_t count, uint32_t entities, uint32_t owner,
                  struct share_range *ret_interests, const cc_allocator *allocator)
{
    struct arena arena;
    arena_init(&arena, allocator, 0);
    struct network n = { .entities = entities, .owner = owner, .arena = &arena };
    bool done = least_and_most(&n, stakes, count, ret_interests);
    arena_free(&arena);
    return done;
}
