/* Modified concentration from the holdings on record. Firms are undertakings: who controls alone is one with what it
 * controls, and has no interest in it. Every other holding in force is a silent interest of its stake, unless the file
 * gives votes or joint control: then the holder weighs by its votes (joint control without votes: by its stake; votes that
 * are null may be any); in a deal, the target stands apart, and a holder of sole control (or of surely more than half of the
 * votes) decides alone. */
#include <math.h>

#include "economics/asked.h"
#include "economics/day_stakes.h"
#include "economics/figure.h"
#include "economics/mhhi.h"
#include "economics/ownership.h"
#include "economics/units.h"
#include "facts/groups.h"

enum { LOOKED_THROUGH = 16 };   /* own shares held through others: of more only the bounds are known */
static const double WORK = 4e6; /* firms times holdings; beyond, only the HHI itself is claimed */

/* The firms of the market, whoever holds them, and on; numbered by undertaking. */
struct gathered {
    const struct market_table *table;
    const struct firms *firms;
    uint32_t *place, *heads, count; /* of each head, from 1; and back */
    uint32_t *queue, queued;        /* those whose holders are looked up */
    bool *asked;
    uint32_t *looked, looked_count; /* the entities in which holdings were looked for */
    struct interest *items;
    uint32_t *rows, *held;                  /* of each item: the holding behind it, and the entity that is held */
    bool *sure, *used, *seen;               /* used: those that bear on the figure; seen: also those that could have */
    bool *stakes_doubtful, *votes_doubtful; /* of each firm: those on file cannot all be true */
    uint32_t item_count;
    uint32_t *own_rows, *own_firms, own_count, looked_through; /* own shares */
    bool *too_much;                    /* of each firm: with them, the stakes come to more than all of it */
    struct outside_parts *parts;       /* of each entity */
    double *votes;                     /* of each entity: those that are stated, of others than its undertaking */
    bool *of_parents;                  /* of each item: others have a part of a unit of what it is a part of */
    uint32_t *stake_rows, stake_count; /* every holding that was looked at */
    bool *has_others;                  /* of each entity: who is not of its undertaking has a part of it */
};

static struct share_range fraction(const struct cell *c)
{
    return (struct share_range){ fmax(0, c->number.low) / 100, fmin(100, c->number.high) / 100 };
}

static bool stated(const struct cell *c) { return c->state == CELL_VALUE || c->state == CELL_CLAIMS; }

/* Has a holder of `held` a part of all (YES), some (UNKNOWN) or none of what the firm sells in the market? Of one that is
 * not in the market: of all that it holds. */
static enum truth covers(const struct market_table *t, const struct firms *firms, uint32_t firm, uint32_t head,
                         uint32_t held)
{
    if (firm >= firms->shares.count) return held == head ? YES : UNKNOWN;
    if (firm >= t->count) return firms->heads[firm] == group_head(t->moment, held) ? YES : NO;
    const struct undertaking *u = &t->items[firm];
    if (held == u->head) return YES;
    uint32_t below = 0;
    for (uint32_t i = 0; i < u->count; i++) below += is_below(t->moment, held, t->rows[u->first + i].entity);
    return below == u->count ? YES : below ? UNKNOWN : NO;
}

static void set_weight(const struct facts *f, uint32_t row, enum truth sure, struct interest *in)
{
    const struct cell *control = cell_of(f, KIND_HOLDING, row, HOLDING_CONTROL);
    const struct cell *votes = cell_of(f, KIND_HOLDING, row, HOLDING_VOTES);
    uint32_t said = control->state == CELL_VALUE ? control->word : UINT32_MAX;
    bool silent = said == listed_word(LIST_CONTROL, "none"), sole = said == listed_word(LIST_CONTROL, "sole");
    if (said == UINT32_MAX && control->state == CELL_ABSENT && stated(votes)) sole = fraction(votes).low > 0.5;
    if (sole) {
        in->total = sure == YES;
        in->weight = (struct share_range){ sure == YES ? 1 : 0, 1 };
    } else if (!silent && votes->state == CELL_NULL) {
        in->weight = (struct share_range){ 0, 1 };
    } else if (!silent && (stated(votes) || said == listed_word(LIST_CONTROL, "joint"))) {
        in->weight = stated(votes) ? fraction(votes) : in->stake;
        if (sure != YES) in->weight.low = 0;
    }
}

static uint32_t number_of(struct gathered *g, uint32_t head)
{
    if (!g->place[head]) {
        g->heads[g->count] = head;
        g->place[head] = ++g->count;
    }
    return g->place[head] - 1;
}

/* Has who holds this one looked up too. */
static void ask_for(struct gathered *g, uint32_t number)
{
    if (g->asked[number]) return;
    g->asked[number] = true;
    g->queue[g->queued++] = number;
}

static struct share_range part_of_holder(const struct gathered *g, uint32_t held, uint32_t holder, struct trail *trail)
{
    if (holder == held) return (struct share_range){ 1, 1 };
    if (group_head(g->table->moment, held) != held || g->looked_through > LOOKED_THROUGH)
        return (struct share_range){ 0, 1 };
    struct quantity part = economic_interest(g->table->moment, held, holder, trail);
    return (struct share_range){ part.low / 100, part.high / 100 };
}

/* A firm's own shares: those that it holds, and of those that what it controls holds, its part. What its undertaking holds
 * in it otherwise is a matter between the two. */
static void add_own(struct gathered *g, uint32_t firm, uint32_t held, uint32_t row, struct share_range *own)
{
    struct moment m = g->table->moment;
    uint32_t holder = ref_row(cell_of(m.view->facts, KIND_HOLDING, row, HOLDING_HOLDER)->ref);
    enum truth sure = view_in_force(m.view, KIND_HOLDING, row);
    if (sure == NO || !is_below(m, held, holder)) return;
    g->looked_through += holder != held;
    struct share_range stake = fraction(cell_of(m.view->facts, KIND_HOLDING, row, HOLDING_STAKE));
    struct share_range part = part_of_holder(g, held, holder, NULL);
    own->low += sure == YES ? stake.low * part.low : 0;
    own->high += stake.high * part.high;
    g->own_rows[g->own_count] = row;
    g->own_firms[g->own_count++] = firm;
}

static double of_whole(double part, double whole) { return part <= 0 ? 0 : fmin(1, part / whole); }

/* Own shares carry no profit: the parts of the others, from this item on, are of the rest. */
static void take_out(struct gathered *g, uint32_t from, struct share_range own)
{
    double lows = 0;
    for (uint32_t i = from; i < g->item_count; i++) lows += g->items[i].stake.low;
    if (from < g->item_count && is_more_than_whole(100 * (own.low + lows))) g->too_much[g->items[from].firm] = true;
    for (uint32_t i = from; i < g->item_count && own.high > 0; i++) {
        struct share_range *stake = &g->items[i].stake;
        double least = of_whole(stake->low, fmax(1 - own.low, lows));
        double most = of_whole(stake->high, fmax(1 - own.high, stake->high + fmax(0, lows - stake->low)));
        *stake = (struct share_range){ least, fmax(least, most) };
    }
}

static void add_holding(struct gathered *g, uint32_t firm, uint32_t held, uint32_t row, struct share_range *own)
{
    struct moment m = g->table->moment;
    const struct facts *f = m.view->facts;
    uint32_t holder = group_head(m, ref_row(cell_of(f, KIND_HOLDING, row, HOLDING_HOLDER)->ref));
    if (view_in_force(m.view, KIND_HOLDING, row) == NO) return;
    g->stake_rows[g->stake_count++] = row;
    g->has_others[held] |= holder != g->heads[firm];
    if (holder == g->heads[firm]) {
        add_own(g, firm, held, row, own);
        return;
    }
    enum truth sure = truth_and(view_in_force(m.view, KIND_HOLDING, row),
                                covers(g->table, g->firms, firm, g->heads[firm], held));
    if (sure == NO) return;
    struct interest in = { .owner = number_of(g, holder), .firm = firm };
    ask_for(g, in.owner);
    in.stake = fraction(cell_of(f, KIND_HOLDING, row, HOLDING_STAKE));
    if (sure != YES) in.stake.low = 0;
    g->rows[g->item_count] = row;
    g->held[g->item_count] = held;
    g->sure[g->item_count] = sure == YES;
    g->items[g->item_count++] = in;
}

/* The holdings in one entity. */
static void add_holdings_in(struct gathered *g, uint32_t firm, uint32_t entity)
{
    const struct facts *f = g->table->moment.view->facts;
    const uint32_t *listed = NULL;
    ref held = ref_make(KIND_ENTITY, entity);
    uint32_t count = index_rows(f, HOLDING_ENTITY, held, &listed), from = g->item_count;
    struct share_range own = { 0, 0 };
    bool walk = count == UINT32_MAX;
    if (walk) count = facts_rows(f, KIND_HOLDING);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t row = walk ? i : listed[i];
        if (cell_of(f, KIND_HOLDING, row, HOLDING_ENTITY)->ref == held) add_holding(g, firm, entity, row, &own);
    }
    take_out(g, from, own);
    for (uint32_t i = from; i < g->item_count; i++) set_weight(f, g->rows[i], g->sure[i] ? YES : UNKNOWN, &g->items[i]);
}

/* The interests in the firms of the market, or in two of them (`only`), and in whoever has one; each holding on its own. */
static bool gather(struct gathered *g, const uint32_t *only, struct arena *arena)
{
    const struct view *v = g->table->moment.view;
    uint32_t rows = facts_rows(v->facts, KIND_HOLDING), entities = facts_rows(v->facts, KIND_ENTITY);
    uint32_t firms = g->firms->shares.count;
    g->place = arena_array(arena, entities, sizeof *g->place);
    g->heads = arena_array(arena, entities, sizeof *g->heads);
    g->queue = arena_array(arena, entities, sizeof *g->queue);
    g->asked = arena_array(arena, entities, sizeof *g->asked);
    g->looked = arena_array(arena, entities, sizeof *g->looked);
    g->items = arena_array(arena, rows, sizeof *g->items);
    g->rows = arena_array(arena, rows, sizeof *g->rows);
    g->held = arena_array(arena, rows, sizeof *g->held);
    g->sure = arena_array(arena, rows, sizeof *g->sure);
    g->used = arena_array(arena, rows, sizeof *g->used);
    g->seen = arena_array(arena, rows, sizeof *g->seen);
    g->own_rows = arena_array(arena, rows, sizeof *g->own_rows);
    g->own_firms = arena_array(arena, rows, sizeof *g->own_firms);
    g->too_much = arena_array(arena, entities, sizeof *g->too_much);
    g->parts = arena_array(arena, entities, sizeof *g->parts);
    g->votes = arena_array(arena, entities, sizeof *g->votes);
    g->stake_rows = arena_array(arena, rows, sizeof *g->stake_rows);
    g->has_others = arena_array(arena, entities, sizeof *g->has_others);
    if (arena->failed) return false;
    for (uint32_t i = 0; i < firms; i++) number_of(g, g->firms->heads[i]);
    for (uint32_t i = 0; i < firms; i++)
        if (!only || i == only[0] || i == only[1]) ask_for(g, i);
    for (uint32_t i = 0; i < g->queued; i++) {
        uint32_t node = g->queue[i], top = v->head[g->heads[node]];
        for (uint32_t j = 0; j < v->member_count[top]; j++) {
            uint32_t member = v->members[top][j];
            if (group_head(g->table->moment, member) != g->heads[node]) continue;
            g->looked[g->looked_count++] = member;
            add_holdings_in(g, node, member);
        }
    }
    return true;
}

/* Are the holdings in every firm of which it is asked, and in whoever has a part of one, declared to be all there are? In firms
 * that have no name nothing but a list of all holdings says so. */
static bool is_whole(const struct gathered *g, bool unnamed, struct trail *trail, struct arena *arena)
{
    struct moment m = g->table->moment;
    struct day_stakes *day = m.view->facts->complete_count ? day_stakes(m.view) : NULL;
    if (day && unnamed) {
        const struct query any = { .kind = KIND_HOLDING };
        const struct set *all = query_run(&any, m, arena);
        return all && all->complete >= 0 && (trail_complete(trail, (uint32_t)all->complete), true);
    }
    return day && holdings_cover_all(day, m.view, g->looked, g->looked_count, arena, trail);
}

static bool has_votes(const struct gathered *g, uint32_t item)
{
    return stated(cell_of(g->table->moment.view->facts, KIND_HOLDING, g->rows[item], HOLDING_VOTES));
}

/* No votes are added up where one is said to decide alone. */
static void add_up(struct gathered *g)
{
    const struct facts *f = g->table->moment.view->facts;
    for (uint32_t i = 0; i < g->item_count; i++) {
        const struct interest *in = &g->items[i];
        struct outside_parts *parts = &g->parts[g->held[i]];
        double *votes = &g->votes[g->held[i]];
        parts->stakes.low += in->stake.low, parts->stakes.high += in->stake.high;
        if (!in->total) parts->says.low += in->weight.low, parts->says.high += in->weight.high;
        if (in->total && cell_of(f, KIND_HOLDING, g->rows[i], HOLDING_CONTROL)->state == CELL_VALUE) *votes = -INFINITY;
        else if (g->sure[i] && has_votes(g, i))
            *votes += fraction(cell_of(f, KIND_HOLDING, g->rows[i], HOLDING_VOTES)).low;
    }
}

static struct held_interests held_interests(const struct gathered *g)
{
    return (struct held_interests){ g->items, g->held, g->item_count, g->heads, g->count };
}

/* Stakes, or votes, in one entity that surely come to more than all of it cannot all be true: each in its undertaking may be
 * anything. */
static bool doubt(struct gathered *g, struct arena *arena)
{
    g->stakes_doubtful = arena_array(arena, g->count, sizeof *g->stakes_doubtful);
    g->votes_doubtful = arena_array(arena, g->count, sizeof *g->votes_doubtful);
    if (arena->failed) return false;
    add_up(g);
    for (uint32_t i = 0; i < g->item_count; i++) {
        uint32_t firm = g->items[i].firm, held = g->held[i];
        g->stakes_doubtful[firm] |= g->too_much[firm] || is_more_than_whole(100 * g->parts[held].stakes.low);
        g->votes_doubtful[firm] |= is_more_than_whole(100 * g->votes[held]);
    }
    struct held_interests held = held_interests(g);
    if (!units_take_out(&held, g->table, g->parts, arena, &g->of_parents)) return false;
    for (uint32_t i = 0; i < g->item_count; i++) {
        struct interest *in = &g->items[i];
        bool no_stakes = g->stakes_doubtful[in->firm], no_votes = g->votes_doubtful[in->firm];
        if (no_stakes) in->stake = (struct share_range){ 0, 1 };
        if (in->weight.high <= 0 || !(has_votes(g, i) ? no_votes : no_stakes && !in->total)) continue;
        in->weight = (struct share_range){ 0, 1 };
        in->total = false;
    }
    return true;
}

/* What is missing of firms of which an interest counted whose parts cannot all be true. */
static void need_doubtful(const struct gathered *g, struct trail *trail)
{
    bool *asked = g->stakes_doubtful, *voted = g->votes_doubtful;
    for (uint32_t i = 0; i < g->item_count; i++) {
        uint32_t firm = g->items[i].firm;
        if (!g->used[i]) continue;
        if (asked[firm]) need_parts(g->table->moment.view->facts, trail, g->heads[firm], HOLDING_STAKE);
        if (voted[firm] && g->items[i].weight.high > 0)
            need_parts(g->table->moment.view->facts, trail, g->heads[firm], HOLDING_VOTES), voted[firm] = false;
        asked[firm] = false;
    }
}

/* The own shares of each firm in which an interest is read. */
static void read_own(const struct gathered *g, struct trail *trail, struct arena *arena)
{
    const struct view *v = g->table->moment.view;
    bool *bears = arena_array(arena, g->count, sizeof *bears);
    for (uint32_t i = 0; i < g->item_count && bears; i++)
        if (g->used[i]) bears[g->items[i].firm] = true;
    for (uint32_t i = 0; i < g->own_count && bears; i++) {
        ref holding = ref_make(KIND_HOLDING, g->own_rows[i]), open;
        enum field why;
        if (!bears[g->own_firms[i]]) continue;
        trail_read(trail, holding, HOLDING_STAKE);
        if (view_force_need(v, KIND_HOLDING, g->own_rows[i], &open, &why)) trail_need(trail, open, why);
        uint32_t held = ref_row(cell_of(v->facts, KIND_HOLDING, g->own_rows[i], HOLDING_ENTITY)->ref);
        part_of_holder(g, held, ref_row(cell_of(v->facts, KIND_HOLDING, g->own_rows[i], HOLDING_HOLDER)->ref), trail);
    }
}

static void read_interests(const struct gathered *g, struct trail *trail)
{
    const struct view *v = g->table->moment.view;
    for (uint32_t i = 0; i < g->item_count && trail; i++) {
        ref holding = ref_make(KIND_HOLDING, g->rows[i]), open;
        enum field why;
        if (!g->used[i]) continue;
        trail_read(trail, holding, HOLDING_STAKE);
        if (view_force_need(v, KIND_HOLDING, g->rows[i], &open, &why)) trail_need(trail, open, why);
        if (g->items[i].weight.high <= 0) continue;
        bool votes = cell_of(v->facts, KIND_HOLDING, g->rows[i], HOLDING_VOTES)->state != CELL_ABSENT;
        trail_read(trail, holding, votes ? HOLDING_VOTES : HOLDING_CONTROL);
    }
}

static double times(double weight, double product) { return weight == 0 || product <= 0 ? 0 : weight * product; }

/* What an owner alone adds: nothing where it has nothing, else the weights with it less those without, each bounded apart. */
static struct share_range more(struct share_range with, struct share_range without)
{
    double low = isinf(without.high) ? -INFINITY : with.low - without.high;
    return (struct share_range){ low, isinf(with.high) ? INFINITY : with.high - without.low };
}

/* Adds the terms of firm j with the others (with `only`, where that is a firm). */
static void add_terms(const struct firms *firms, uint32_t j, uint32_t only, const struct share_range *weights,
                      struct share_range *sum)
{
    for (uint32_t k = 0; k < firms->shares.count; k++) {
        struct share_range w = weights[k];
        if (k == j || (w.low >= 0 && w.high <= 0) || (only != UINT32_MAX && k != only)) continue;
        struct share_range product = product_bounds(&firms->shares, j, k);
        sum->low += times(w.low, w.low < 0 ? product.high : product.low);
        sum->high += times(w.high, w.high < 0 ? product.low : product.high);
    }
}

/* The interests without those of one owner: its stakes are then with the rest of each firm's owners. False: it has none. */
static bool leave_out(const struct gathered *g, uint32_t owner, struct interest *items)
{
    bool has = false;
    for (uint32_t i = 0; i < g->item_count; i++) {
        items[i] = g->items[i];
        if (items[i].owner != owner || items[i].stake.high + items[i].weight.high <= 0) continue;
        items[i].stake = items[i].weight = (struct share_range){ 0, 0 };
        items[i].total = false;
        has = true;
    }
    return has;
}

/* The weights of firm j. Where it gives the other of a pair none for all that is open, what was looked at does not bear on the
 * figure. */
static bool weigh(struct gathered *g, const struct interests *all, uint32_t j, uint32_t only, struct arena *arena,
                  struct share_range *ret_weights)
{
    bool *here = only == UINT32_MAX ? g->used : arena_array(arena, g->item_count, sizeof *here);
    if (!here || !mhhi_weights(all, j, ret_weights, here, arena->allocator)) return false;
    for (uint32_t i = 0; i < g->item_count && only != UINT32_MAX; i++) {
        g->seen[i] |= here[i];
        g->used[i] |= here[i] && ret_weights[only].high > 0;
    }
    return true;
}

/* What is asked: of two firms what the stakes of one owner add (its head, else NO_ENTITY). *open becomes true where a holding that
 * is not on record might add to the figure. */
struct of_holdings {
    uint32_t owner;
    bool *open;
};

/* May the owner have a part of one of the pair, itself or through others? */
static bool has_part(const struct gathered *g, uint32_t owner)
{
    for (unsigned i = 0; i < 2; i++)
        if (economic_interest(g->table->moment, owner, g->firms->heads[g->firms->places[i]], NULL).high > 0)
            return true;
    return false;
}

/* Of all on record; or of two firms (`pair`). */
static bool modified(const struct market_table *t, const struct firms *firms, bool pair, const struct of_holdings *of,
                     struct trail *trail, struct arena *arena, struct share_range *ret_sum)
{
    struct gathered g = { .table = t, .firms = firms };
    uint32_t n = firms->shares.count, owner = of->owner;
    struct share_range sum = { 0, 0 }, *weights = arena_array(arena, n, sizeof *weights);
    struct share_range *without = arena_array(arena, n, sizeof *without);
    if (!weights || !without || !gather(&g, pair ? firms->places : NULL, arena) || !doubt(&g, arena)) return false;
    struct interests all = { g.items, g.item_count, n, g.count }, others = all;
    struct interest *left = owner == NO_ENTITY ? NULL : arena_array(arena, g.item_count, sizeof *left);
    bool unnamed = !pair && t->rest != REST_NONE && shares_rest(&firms->shares) > 0;
    *of->open |= !is_whole(&g, unnamed, trail, arena);
    if (arena->failed) return false;
    *ret_sum = (struct share_range){ 0, 0 };
    uint32_t shared = units_shared_holder(t->moment, g.stake_rows, g.stake_count, g.has_others);
    if (owner != NO_ENTITY && shared != NO_ENTITY && !has_part(&g, owner)) shared = NO_ENTITY;
    if (shared != NO_ENTITY) {
        *of->open = true;
        need_sentence(t->moment.view->facts, trail, "what others than its group have of what ",
                      ref_make(KIND_ENTITY, shared), " holds", NO_REF);
    }
    if (owner != NO_ENTITY && (!g.place[owner] || !leave_out(&g, g.place[owner] - 1, left))) {
        if (shared != NO_ENTITY) ret_sum->high = INFINITY; /* it may have its part by that unit */
        return true;
    }
    others.items = left;
    if ((pair ? 2.0 : n) * (g.item_count + (double)g.count) > WORK) {
        need_sentence(t->moment.view->facts, trail, "fewer holdings than are on file in ",
                      ref_make(KIND_MARKET, t->market), ", to weigh each of them", NO_REF);
        *ret_sum = (struct share_range){ 0, INFINITY };
        return true;
    }
    for (uint32_t j = 0; j < n && g.item_count; j++) {
        if (pair && j != firms->places[0] && j != firms->places[1]) continue;
        uint32_t only = !pair ? UINT32_MAX : j == firms->places[0] ? firms->places[1] : firms->places[0];
        if (!weigh(&g, &all, j, only, arena, weights)) return false;
        if (left && !weigh(&g, &others, j, only, arena, without)) return false;
        for (uint32_t k = 0; k < n && left; k++) weights[k] = more(weights[k], without[k]);
        add_terms(firms, j, only, weights, &sum);
    }
    if (pair && !(sum.high > 0)) g.used = g.seen; /* that nothing is added rests on all */
    struct held_interests held = held_interests(&g);
    if (!units_use(&held, g.of_parents, g.used, arena)) return false;
    read_interests(&g, trail);
    need_doubtful(&g, trail);
    if (trail && g.own_count) read_own(&g, trail, arena);
    *ret_sum = shared == NO_ENTITY ? (struct share_range){ decimal(sum.low), decimal(sum.high) }
                                   : (struct share_range){ 0, INFINITY };
    return true;
}

static bool whole_market(const struct market_table *t, const struct firms *firms, const void *of, struct trail *trail,
                         struct arena *arena, struct table_figure *ret_figure)
{
    struct share_range sum = { 0, 0 };
    if (!modified(t, firms, false, of, trail, arena, &sum)) return false;
    struct share_range plain = hhi_bounds(&firms->shares);
    ret_figure->points = (struct share_range){ sum.low + plain.low, sum.high + plain.high };
    ret_figure->of_shares = plain;
    return true;
}

static bool one_pair(const struct market_table *t, const struct firms *firms, const void *of, struct trail *trail,
                     struct arena *arena, struct table_figure *ret_figure)
{
    *ret_figure = (struct table_figure){ 0 };
    return modified(t, firms, true, of, trail, arena, &ret_figure->points);
}

static enum figure_problem figure(struct moment m, uint32_t market, const uint32_t *pair, uint32_t owner,
                                  struct trail *trail, struct quantity *ret_points)
{
    struct share_range points;
    bool open = false;
    const struct of_holdings of = { owner, &open };
    enum figure_problem problem = figure_of_tables(m, market, pair, !pair, pair ? one_pair : whole_market, &of, trail,
                                                   &points);
    if (problem != FIGURE_FINE) return problem;
    *ret_points = quantity_range(fmax(0, points.low), fmax(0, points.high), UNIT_POINTS);
    ret_points->open_above = open;
    return FIGURE_FINE;
}

enum figure_problem market_mhhi(struct moment m, uint32_t market, struct trail *trail, struct quantity *ret_points)
{
    return figure(m, market, NULL, NO_ENTITY, trail, ret_points);
}

enum figure_problem market_mhhi_change(struct moment m, uint32_t market, uint32_t a, uint32_t b, struct trail *trail,
                                       struct quantity *ret_points)
{
    if (m.apart == NO_ENTITY) m.apart = b;
    if (same_group(m, a, b)) return FIGURE_ONE_GROUP;
    return figure(m, market, (uint32_t[]){ a, b }, NO_ENTITY, trail, ret_points);
}

enum figure_problem market_mhhi_change_by(struct moment m, uint32_t market, uint32_t a, uint32_t b, uint32_t holder,
                                          struct trail *trail, struct quantity *ret_points)
{
    if (m.apart == NO_ENTITY) m.apart = b;
    if (same_group(m, a, b)) return FIGURE_ONE_GROUP;
    return figure(m, market, (uint32_t[]){ a, b }, group_head(m, holder), trail, ret_points);
}
