/* Look-through interests: which firms are reached, the stakes that give the least and the most, and one walk for each. */
#include "economics/lookthrough.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "economics/walk.h"

/* Rounds until the stakes that give the most are found, sweeps from above where they are not. */
enum { ROUNDS = 40, SWEEPS = 200 };
static const double NOTHING = 1e-12, ROUNDING = 1e-14;

#define OWNER UINT32_MAX /* in place of a state: a walk that comes there has arrived */

/* A stake in a firm that was reached, of the owner itself or of another such firm. */
struct tie {
    uint32_t stake; /* its number: ties of one firm stand in this order */
    uint32_t to;    /* the state of who holds it, or OWNER */
    struct share_range part;
    double taken, better; /* at present, and what would bring more: within part */
};
/* What matters of a network for one owner: firms in which it has nothing bring it nothing, whoever holds them. */
struct reach {
    const struct network *network;
    struct look *look;
    struct tie *ties;
    uint32_t *first; /* of each state, and one past the last */
    double *others;  /* of each state: what all others surely hold of it */
    double work;     /* of all walks */
    struct arena *arena;
};

/* --- the network --- */

/* Numbers of stakes by what each names. Sorting by counting keeps their order. */
static void sort_stakes(struct network *n, bool by_firm, uint32_t *first, uint32_t *sorted)
{
    for (uint32_t i = 0; i < n->count; i++) first[(by_firm ? n->stakes[i].firm : n->stakes[i].owner) + 2]++;
    for (uint32_t e = 0; e < n->entities; e++) first[e + 2] += first[e + 1];
    for (uint32_t i = 0; i < n->count; i++) sorted[first[(by_firm ? n->stakes[i].firm : n->stakes[i].owner) + 1]++] = i;
}

static struct share_range part_of(const struct network *n, uint32_t stake)
{
    return (struct share_range){ fmax(0, n->stakes[stake].part.low), fmin(1, n->stakes[stake].part.high) };
}

bool network_room(struct network *n, uint32_t most, uint32_t entities, struct arena *arena)
{
    *n = (struct network){ .entities = entities };
    n->in_first = arena_array(arena, (size_t)entities + 2, sizeof *n->in_first);
    n->of_first = arena_array(arena, (size_t)entities + 2, sizeof *n->of_first);
    n->in = arena_array(arena, (size_t)most + 1, sizeof *n->in);
    n->of = arena_array(arena, (size_t)most + 1, sizeof *n->of);
    n->sums = arena_array(arena, (size_t)entities + 1, sizeof *n->sums);
    return !arena->failed;
}

void network_fill(struct network *n, const struct stake *stakes, uint32_t count)
{
    n->stakes = stakes, n->count = count;
    memset(n->in_first, 0, ((size_t)n->entities + 2) * sizeof *n->in_first);
    memset(n->of_first, 0, ((size_t)n->entities + 2) * sizeof *n->of_first);
    memset(n->sums, 0, ((size_t)n->entities + 1) * sizeof *n->sums);
    sort_stakes(n, true, n->in_first, n->in);
    sort_stakes(n, false, n->of_first, n->of);
    for (uint32_t i = 0; i < count; i++) {
        struct share_range part = part_of(n, i);
        n->sums[stakes[i].firm].low += part.low;
        n->sums[stakes[i].firm].high += part.high;
    }
}

bool network_make(struct network *n, const struct stake *stakes, uint32_t count, uint32_t entities, struct arena *arena)
{
    if (!network_room(n, count, entities, arena)) return false;
    network_fill(n, stakes, count);
    return true;
}

bool look_make(struct look *l, uint32_t entities, struct arena *arena)
{
    *l = (struct look){ .owner = NO_OWNER };
    l->interests = arena_array(arena, (size_t)entities + 1, sizeof *l->interests);
    l->place = arena_array(arena, (size_t)entities + 1, sizeof *l->place);
    l->reached = arena_array(arena, (size_t)entities + 1, sizeof *l->reached);
    return !arena->failed;
}

void look_forget(struct look *l)
{
    for (uint32_t i = 0; i < l->count; i++) {
        l->place[l->reached[i]] = 0;
        l->interests[l->reached[i]] = (struct share_range){ 0, 0 };
    }
    if (l->owner != NO_OWNER) l->interests[l->owner] = (struct share_range){ 0, 0 };
    l->owner = NO_OWNER, l->count = 0;
}

/* From owners to what they hold, as far as it goes. */
static void reach_from(struct look *l, const struct network *n, uint32_t e)
{
    for (uint32_t i = n->of_first[e]; i < n->of_first[e + 1]; i++) {
        const struct stake *s = &n->stakes[n->of[i]];
        if (s->part.high <= 0 || s->firm == l->owner || l->place[s->firm]) continue;
        l->reached[l->count++] = s->firm;
        l->place[s->firm] = l->count;
    }
}

static void find_reached(struct look *l, const struct network *n, uint32_t owner)
{
    look_forget(l);
    l->owner = owner;
    l->interests[owner] = (struct share_range){ 1, 1 };
    reach_from(l, n, owner);
    for (uint32_t i = 0; i < l->count; i++) reach_from(l, n, l->reached[i]);
}

/* --- the ties --- */

static int by_stake(const void *pa, const void *pb)
{
    const struct tie *a = pa, *b = pb;
    return (a->stake > b->stake) - (a->stake < b->stake);
}

/* The stakes of one holder in what was reached: counted, then put in their places. */
static void tie_up(struct reach *r, uint32_t holder, bool put)
{
    const struct network *n = r->network;
    for (uint32_t i = n->of_first[holder]; i < n->of_first[holder + 1]; i++) {
        uint32_t stake = n->of[i], state = r->look->place[n->stakes[stake].firm];
        if (n->stakes[stake].part.high <= 0 || !state) continue;
        if (!put) {
            r->first[state + 1]++;
            continue;
        }
        uint32_t to = holder == r->look->owner ? OWNER : r->look->place[holder] - 1;
        r->ties[r->first[state]++] = (struct tie){ .stake = stake, .to = to, .part = part_of(n, stake) };
    }
}

/* What those who are not reached surely hold of a firm. What a difference would blur is added up. */
static double held_by_others(const struct reach *r, uint32_t state)
{
    const struct network *n = r->network;
    uint32_t firm = r->look->reached[state];
    double all = n->sums[firm].low, rest = all;
    for (uint32_t i = r->first[state]; i < r->first[state + 1]; i++) rest -= r->ties[i].part.low;
    if (rest > all / 1024) return rest;
    rest = 0;
    for (uint32_t i = n->in_first[firm]; i < n->in_first[firm + 1]; i++) {
        uint32_t owner = n->stakes[n->in[i]].owner;
        if (owner != r->look->owner && !r->look->place[owner]) rest += part_of(n, n->in[i]).low;
    }
    return rest;
}

static bool gather_ties(struct reach *r)
{
    uint32_t states = r->look->count;
    r->first = arena_array(r->arena, (size_t)states + 2, sizeof *r->first);
    r->others = arena_array(r->arena, states, sizeof *r->others);
    if (r->arena->failed) return false;
    tie_up(r, r->look->owner, false);
    for (uint32_t i = 0; i < states; i++) tie_up(r, r->look->reached[i], false);
    for (uint32_t s = 0; s < states; s++) r->first[s + 2] += r->first[s + 1];
    r->ties = arena_array(r->arena, (size_t)r->first[states + 1] + 1, sizeof *r->ties);
    if (r->arena->failed) return false;
    tie_up(r, r->look->owner, true);
    for (uint32_t i = 0; i < states; i++) tie_up(r, r->look->reached[i], true);
    for (uint32_t s = 0; s < states; s++) {
        uint32_t count = r->first[s + 1] - r->first[s];
        if (count > 1) qsort(r->ties + r->first[s], count, sizeof *r->ties, by_stake);
        r->others[s] = held_by_others(r, s);
    }
    return true;
}

/* --- the stakes taken --- */

static void take_lows(struct reach *r)
{
    for (uint32_t i = 0; i < r->first[r->look->count]; i++) r->ties[i].taken = r->ties[i].part.low;
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

static double worth(uint32_t to, const struct share_range *x) { return to == OWNER ? 1 : x[to].high; }

/* Gives what the lows leave of a firm to those who bring most (`better`). Returns what the firm then brings. */
static double take_most(struct reach *r, uint32_t state, const struct share_range *x, struct bid *bids)
{
    uint32_t first = r->first[state], end = r->first[state + 1];
    double room = 1 - r->others[state], brought = 0, all = r->others[state];
    for (uint32_t i = first; i < end; i++) {
        r->ties[i].better = r->ties[i].part.low;
        room -= r->ties[i].part.low;
        bids[i - first] = (struct bid){ worth(r->ties[i].to, x), i };
    }
    qsort(bids, end - first, sizeof *bids, by_worth);
    for (uint32_t i = 0; i < end - first && room > NOTHING && bids[i].worth > 0; i++) {
        struct tie *t = &r->ties[bids[i].at];
        double more = fmin(t->part.high - t->part.low, room);
        t->better += fmax(0, more);
        room -= fmax(0, more);
    }
    for (uint32_t i = first; i < end; i++) {
        brought += r->ties[i].better * worth(r->ties[i].to, x);
        all += r->ties[i].better;
    }
    return brought / fmax(1, all);
}

/* --- one walk --- */

static void fill_state(struct reach *r, struct walk_state *s, uint32_t state, size_t *seen)
{
    double left = 1 - r->others[state];
    s->miss = r->others[state];
    for (uint32_t i = r->first[state]; i < r->first[state + 1]; i++) {
        const struct tie *t = &r->ties[i];
        if (t->taken <= 0) continue;
        left -= t->taken;
        if (t->to == OWNER) s->hit += t->taken;
        else if (t->to == state) continue; /* its own shares */
        else if (seen[t->to]) s->ways[seen[t->to] - 1].part += t->taken;
        else s->ways[s->count++] = (struct way){ t->to, t->taken }, seen[t->to] = s->count;
    }
    for (size_t i = 0; i < s->count; i++) seen[s->ways[i].to] = 0;
    if (left > NOTHING) s->miss += left;
}

static bool walk(struct reach *r, struct share_range *x)
{
    struct arena scratch;
    arena_init(&scratch, r->arena->allocator, 0);
    uint32_t states = r->look->count;
    struct walk w = { arena_array(&scratch, states, sizeof *w.states), states, 0 };
    size_t *seen = arena_array(&scratch, states, sizeof *seen); /* of each state: its place in the row, from 1 */
    for (uint32_t s = 0; s < states && !scratch.failed; s++) {
        w.states[s].capacity = r->first[s + 1] - r->first[s];
        w.states[s].ways = arena_array(&scratch, w.states[s].capacity, sizeof *w.states[s].ways);
        if (w.states[s].ways) fill_state(r, &w.states[s], s, seen);
    }
    bool done = !scratch.failed && walk_ends(&w, x, &scratch);
    r->work += w.work;
    arena_free(&scratch);
    return done;
}

/* --- the most --- */

static bool more_than_whole(const struct reach *r)
{
    for (uint32_t s = 0; s < r->look->count; s++) {
        double all = r->others[s];
        for (uint32_t i = r->first[s]; i < r->first[s + 1]; i++) all += r->ties[i].part.high;
        if (all > 1 + NOTHING) return true;
    }
    return false;
}

/* Whatever the sweep starts from, if it was no less than the answer then it still is. */
static void sweep_from_above(struct reach *r, struct share_range *x, struct bid *bids)
{
    uint32_t states = r->look->count;
    double sweeps = fmax(4, fmin(SWEEPS, WALK_WORK / 8.0 / (states + r->first[states] + 1.0)));
    for (uint32_t s = 0; s < states; s++) x[s].high = 1;
    for (double moved = 1; moved > NOTHING && sweeps > 0; sweeps--) {
        moved = 0;
        for (uint32_t s = 0; s < states; s++) {
            double now = fmin(x[s].high, take_most(r, s, x, bids));
            moved = fmax(moved, x[s].high - now);
            x[s].high = now;
        }
    }
}

/* Changes holders where that brings more, and nowhere else: a change that brings nothing could close a circle. */
static bool change_holders(struct reach *r, const struct share_range *x, bool all, struct bid *bids)
{
    bool changed = false;
    for (uint32_t s = 0; s < r->look->count; s++) {
        if (take_most(r, s, x, bids) <= x[s].high * (1 + ROUNDING) && !all) continue;
        changed = true;
        for (uint32_t i = r->first[s]; i < r->first[s + 1]; i++) r->ties[i].taken = r->ties[i].better;
    }
    return changed;
}

/* Who should hold the firms depends on what they bring, which depends on who holds them: rounds until nothing changes
 * (Howard's policy iteration). Then no step raises any interest, and so none lies below the most that there is. Where
 * that takes too long: from above. */
static bool find_most(struct reach *r, struct share_range *x)
{
    struct bid *bids = arena_array(r->arena, r->first[r->look->count], sizeof *bids);
    if (r->arena->failed) return false;
    double most = r->work + 2.0 * WALK_WORK;
    for (int round = 0; round < ROUNDS && r->work < most; round++) {
        if (!change_holders(r, x, round == 0, bids)) return true;
        if (!walk(r, x)) return false;
        if (round == 0 && !more_than_whole(r)) return true; /* all at their highs, whatever they bring */
    }
    sweep_from_above(r, x, bids);
    return true;
}

static bool least_and_most(struct reach *r)
{
    uint32_t states = r->look->count;
    struct share_range *least = arena_array(r->arena, states, sizeof *least);
    struct share_range *most = arena_array(r->arena, states, sizeof *most);
    if (!gather_ties(r) || r->arena->failed) return false;
    take_lows(r);
    if (!walk(r, least)) return false;
    bool exact = true;
    for (uint32_t i = 0; i < r->first[states] && exact; i++) exact = r->ties[i].part.low >= r->ties[i].part.high;
    for (uint32_t s = 0; s < states; s++) /* to begin with: whoever could bring something is not at 0 */
        most[s].high = exact ? least[s].high : fmax(least[s].high, 0.5);
    if (!exact && !find_most(r, most)) return false;
    for (uint32_t s = 0; s < states; s++)
        r->look->interests[r->look->reached[s]] = (struct share_range){ least[s].low,
                                                                        fmax(least[s].low, most[s].high) };
    return true;
}

bool look_from(struct look *l, const struct network *n, uint32_t owner, const cc_allocator *allocator)
{
    struct arena arena;
    arena_init(&arena, allocator, 0);
    struct reach r = { .network = n, .look = l, .arena = &arena };
    find_reached(l, n, owner);
    bool done = !l->count || least_and_most(&r);
    if (!done) look_forget(l);
    arena_free(&arena);
    return done;
}

bool look_through(const struct stake *stakes, uint32_t count, uint32_t entities, uint32_t owner,
                  struct share_range *ret_interests, const cc_allocator *allocator)
{
    struct arena arena;
    struct network n;
    struct look l;
    arena_init(&arena, allocator, 0);
    bool done = network_make(&n, stakes, count, entities, &arena) && look_make(&l, entities, &arena) &&
                look_from(&l, &n, owner, allocator);
    for (uint32_t e = 0; e < entities && done; e++) ret_interests[e] = l.interests[e];
    arena_free(&arena);
    return done;
}
