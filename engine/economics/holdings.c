/* Modified concentration from the holdings on record. Firms are undertakings: who controls alone is one with what it
 * controls, and has no interest in it. Every other holding in force is a silent interest of its stake, unless the file
 * gives votes or joint control: then the holder weighs by its votes (joint control without votes: by its stake); in a
 * deal, the target stands apart, and a holder of sole control (or of surely more than half of the votes) decides alone. */
#include <math.h>

#include "economics/asked.h"
#include "economics/mhhi.h"
#include "economics/table.h"

static const double WORK = 4e6; /* firms times holdings; beyond, only the HHI itself is claimed */

struct gathered {
    struct interests all;
    struct interest *items;
    uint32_t *rows; /* of the holding behind each item */
};

static struct share_range fraction(const struct cell *c)
{
    return (struct share_range){ fmax(0, c->number.low) / 100, fmin(100, c->number.high) / 100 };
}

static bool stated(const struct cell *c) { return c->state == CELL_VALUE || c->state == CELL_CLAIMS; }

/* Has a holder of `held` a part of all (YES), some (UNKNOWN) or none of what the firm sells in the market? */
static enum truth covers(const struct market_table *t, const struct firms *firms, uint32_t firm, uint32_t held)
{
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
    } else if (!silent && (stated(votes) || said == listed_word(LIST_CONTROL, "joint"))) {
        in->weight = stated(votes) ? fraction(votes) : in->stake;
        if (sure != YES) in->weight.low = 0;
    }
}

/* The interests in the firms of the market, holdings of one holder in one firm each on their own. */
static bool gather(const struct market_table *t, const struct firms *firms, struct gathered *ret, struct arena *arena)
{
    const struct facts *f = t->moment.view->facts;
    uint32_t rows = facts_rows(f, KIND_HOLDING), n = firms->shares.count, count = 0, owners = n;
    uint32_t *place = arena_array(arena, facts_rows(f, KIND_ENTITY), sizeof *place); /* of each head, from 1; 0: none */
    ret->items = arena_array(arena, rows, sizeof *ret->items);
    ret->rows = arena_array(arena, rows, sizeof *ret->rows);
    if (arena->failed) return false;
    for (uint32_t i = 0; i < n; i++) place[firms->heads[i]] = i + 1;
    for (uint32_t row = 0; row < rows; row++) {
        uint32_t holder = group_head(t->moment, ref_row(cell_of(f, KIND_HOLDING, row, HOLDING_HOLDER)->ref));
        uint32_t held = ref_row(cell_of(f, KIND_HOLDING, row, HOLDING_ENTITY)->ref);
        uint32_t firm = place[group_head(t->moment, held)] - 1;
        if (firm >= n || holder == firms->heads[firm]) continue;
        enum truth sure = truth_and(view_in_force(t->moment.view, KIND_HOLDING, row), covers(t, firms, firm, held));
        if (sure == NO) continue;
        if (!place[holder]) place[holder] = ++owners;
        struct interest in = { .firm = firm, .owner = place[holder] - 1 };
        in.stake = fraction(cell_of(f, KIND_HOLDING, row, HOLDING_STAKE));
        if (sure != YES) in.stake.low = 0;
        set_weight(f, row, sure, &in);
        ret->rows[count] = row;
        ret->items[count++] = in;
    }
    ret->all = (struct interests){ ret->items, count, n, owners };
    return true;
}

static void read_interests(const struct market_table *t, const struct gathered *g, struct trail *trail)
{
    for (uint32_t i = 0; i < g->all.count && trail; i++) {
        ref holding = ref_make(KIND_HOLDING, g->rows[i]);
        trail_read(trail, holding, HOLDING_STAKE);
        if (g->items[i].weight.high <= 0) continue;
        bool votes = stated(cell_of(t->moment.view->facts, KIND_HOLDING, g->rows[i], HOLDING_VOTES));
        trail_read(trail, holding, votes ? HOLDING_VOTES : HOLDING_CONTROL);
    }
}

static double times(double weight, double product) { return weight <= 0 || product <= 0 ? 0 : weight * product; }

/* Adds the terms of firm j with the others (with `only`, where that is a firm). */
static void add_terms(const struct firms *firms, uint32_t j, uint32_t only, const struct share_range *weights,
                      struct share_range *sum)
{
    for (uint32_t k = 0; k < firms->shares.count; k++) {
        if (k == j || weights[k].high <= 0 || (only != UINT32_MAX && k != only)) continue;
        struct share_range product = product_bounds(&firms->shares, j, k);
        sum->low += times(weights[k].low, product.low);
        sum->high += times(weights[k].high, product.high);
    }
}

static bool modified(const struct market_table *t, const struct firms *firms, bool pair, struct trail *trail,
                     struct arena *arena, struct share_range *ret_sum)
{
    struct gathered g;
    uint32_t n = firms->shares.count;
    struct share_range sum = { 0, 0 }, *weights = arena_array(arena, n, sizeof *weights);
    double *scratch = arena_array(arena, 4 * (size_t)n, sizeof *scratch);
    if (!gather(t, firms, &g, arena) || arena->failed) return false;
    read_interests(t, &g, trail);
    if ((pair ? 2.0 : n) * g.all.count > WORK) {
        need_sentence(t->moment.view->facts, trail, "fewer holdings than are on file in ",
                      ref_make(KIND_MARKET, t->market), ", to weigh each of them", NO_REF);
        *ret_sum = (struct share_range){ 0, INFINITY };
        return true;
    }
    for (uint32_t j = 0; j < n && g.all.count; j++) {
        if (pair && j != firms->places[0] && j != firms->places[1]) continue;
        mhhi_weights(&g.all, j, weights, scratch);
        uint32_t only = !pair ? UINT32_MAX : j == firms->places[0] ? firms->places[1] : firms->places[0];
        add_terms(firms, j, only, weights, &sum);
    }
    *ret_sum = (struct share_range){ decimal(sum.low), decimal(sum.high) };
    return true;
}

static enum figure_problem figure(struct moment m, uint32_t market, const uint32_t *pair, struct trail *trail,
                                  struct quantity *ret_points)
{
    struct arena arena;
    struct tables tables;
    struct share_range points = { 0, 0 };
    arena_init(&arena, m.view->facts->allocator, 0);
    enum figure_problem problem = tables_make(&tables, m, market, MEASURE_OWN, trail, &arena);
    for (unsigned i = 0; i < tables.count && problem == FIGURE_FINE; i++) {
        const struct market_table *t = &tables.each[i];
        struct firms firms;
        struct share_range one = { 0, 0 }, plain = { 0, 0 };
        if (!firms_make(&firms, t, pair, pair ? 2 : 0, trail, &arena)) break;
        if (t->count == 0 && !pair) {
            problem = FIGURE_UNKNOWN;
            need_rest(t, trail);
            break;
        }
        if (!modified(t, &firms, pair != NULL, trail, &arena, &one)) break;
        if (!pair) plain = hhi_bounds(&firms.shares);
        one = (struct share_range){ one.low + plain.low, one.high + plain.high };
        points.low = i ? fmin(points.low, one.low) : one.low;
        points.high = i ? fmax(points.high, one.high) : one.high;
        if (!pair || one.low < one.high) read_table(t, trail);
        if (!pair && plain.low < plain.high && t->rest != REST_NONE && shares_rest(&firms.shares) > 0)
            need_rest(t, trail);
    }
    if (problem == FIGURE_FINE) {
        *ret_points = quantity_range(points.low, points.high, UNIT_POINTS);
        ret_points->open_above = true; /* holdings that are not on record */
    }
    return scratch_end(&arena, trail) ? problem : FIGURE_UNKNOWN;
}

enum figure_problem market_mhhi(struct moment m, uint32_t market, struct trail *trail, struct quantity *ret_points)
{
    return figure(m, market, NULL, trail, ret_points);
}

enum figure_problem market_mhhi_change(struct moment m, uint32_t market, uint32_t a, uint32_t b, struct trail *trail,
                                       struct quantity *ret_points)
{
    if (m.apart == NO_ENTITY) m.apart = b;
    if (same_group(m, a, b)) return FIGURE_ONE_GROUP;
    return figure(m, market, (uint32_t[]){ a, b }, trail, ret_points);
}
