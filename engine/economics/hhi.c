/* Concentration of a market as it stands, and as a deal would leave it. */
#include "economics/bounds.h"

#include <math.h>

#include "economics/asked.h"
#include "economics/table.h"

static const double MOST_POINTS = 10000;

typedef struct share_range figure_fn(const struct market_table *, struct firms *, struct arena *);

static struct share_range as_it_stands(const struct market_table *t, struct firms *firms, struct arena *arena)
{
    (void)t, (void)arena;
    return hhi_bounds(&firms->shares);
}

static struct share_range change(const struct market_table *t, struct firms *firms, struct arena *arena)
{
    (void)t, (void)arena;
    struct share_range product = product_bounds(&firms->shares, firms->places[0], firms->places[1]);
    return (struct share_range){ 2 * product.low, 2 * product.high };
}

static struct share_range after(const struct market_table *t, struct firms *firms, struct arena *arena)
{
    (void)t;
    struct share_range *items = arena_array(arena, firms->shares.count, sizeof *items);
    if (!items) return (struct share_range){ 0, MOST_POINTS };
    struct shares merged;
    shares_merge(&firms->shares, firms->places[0], firms->places[1], items, &merged);
    return hhi_bounds(&merged);
}

/* One figure over the tables of the day: the hull of what each gives. pair: two entities, or NULL; whole: it is of all
 * the market. */
static enum figure_problem figure(struct moment m, uint32_t market, const uint32_t *pair, figure_fn *compute,
                                  bool whole, struct trail *trail, struct quantity *ret_points)
{
    if (pair && same_group(m, pair[0], pair[1])) return FIGURE_ONE_GROUP;
    struct arena arena;
    struct tables tables;
    struct share_range points = { 0, 0 };
    arena_init(&arena, m.view->facts->allocator, 0);
    enum figure_problem problem = tables_make(&tables, m, market, MEASURE_OWN, trail, &arena);
    for (unsigned i = 0; i < tables.count && problem == FIGURE_FINE; i++) {
        const struct market_table *t = &tables.each[i];
        struct firms firms;
        if (!firms_make(&firms, t, pair, pair ? 2 : 0, trail, &arena)) break;
        if (whole && t->count == 0) {
            problem = FIGURE_UNKNOWN;
            need_rest(t, trail);
            break;
        }
        struct share_range one = compute(t, &firms, &arena);
        points.low = i ? fmin(points.low, one.low) : one.low;
        points.high = i ? fmax(points.high, one.high) : one.high;
        bool inexact = one.low < one.high;
        if (whole || (inexact && others_bound(&firms))) read_table(t, trail);
        if (whole && inexact && t->rest != REST_NONE && shares_rest(&firms.shares) > 0) need_rest(t, trail);
    }
    if (problem == FIGURE_FINE)
        *ret_points = quantity_range(points.low, fmax(points.low, fmin(points.high, MOST_POINTS)), UNIT_POINTS);
    return scratch_end(&arena, trail) ? problem : FIGURE_UNKNOWN;
}

enum figure_problem market_hhi(struct moment m, uint32_t market, struct trail *trail, struct quantity *ret_points)
{
    return figure(m, market, NULL, as_it_stands, true, trail, ret_points);
}

enum figure_problem market_hhi_change(struct moment m, uint32_t market, uint32_t a, uint32_t b, struct trail *trail,
                                      struct quantity *ret_points)
{
    return figure(m, market, (uint32_t[]){ a, b }, change, false, trail, ret_points);
}

enum figure_problem market_hhi_after(struct moment m, uint32_t market, uint32_t a, uint32_t b, struct trail *trail,
                                     struct quantity *ret_points)
{
    return figure(m, market, (uint32_t[]){ a, b }, after, true, trail, ret_points);
}
