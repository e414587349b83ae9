/* Concentration of a market as it stands, and as a deal would leave it. */
#include "economics/bounds.h"

#include <math.h>

#include "economics/figure.h"

static const double MOST_POINTS = 10000;

static bool as_it_stands(const struct market_table *t, const struct firms *firms, const void *of, struct trail *trail,
                         struct arena *arena, struct table_figure *ret_figure)
{
    (void)t, (void)of, (void)trail, (void)arena;
    ret_figure->points = ret_figure->of_shares = hhi_bounds(&firms->shares);
    return true;
}

static bool change(const struct market_table *t, const struct firms *firms, const void *of, struct trail *trail,
                   struct arena *arena, struct table_figure *ret_figure)
{
    (void)t, (void)of, (void)trail, (void)arena;
    struct share_range product = product_bounds(&firms->shares, firms->places[0], firms->places[1]);
    ret_figure->points = ret_figure->of_shares = (struct share_range){ 2 * product.low, 2 * product.high };
    return true;
}

static bool after(const struct market_table *t, const struct firms *firms, const void *of, struct trail *trail,
                  struct arena *arena, struct table_figure *ret_figure)
{
    (void)t, (void)of, (void)trail;
    struct share_range *items = arena_array(arena, firms->shares.count, sizeof *items);
    if (!items) return false;
    struct shares merged;
    shares_merge(&firms->shares, firms->places[0], firms->places[1], items, &merged);
    ret_figure->points = ret_figure->of_shares = hhi_bounds(&merged);
    return true;
}

static enum figure_problem figure(struct moment m, uint32_t market, const uint32_t *pair, table_figure_fn *compute,
                                  bool whole, struct trail *trail, struct quantity *ret_points)
{
    struct share_range points;
    if (pair && same_group(m, pair[0], pair[1])) return FIGURE_ONE_GROUP;
    enum figure_problem problem = figure_of_tables(m, market, pair, whole, compute, NULL, trail, &points);
    if (problem == FIGURE_FINE)
        *ret_points = quantity_range(points.low, fmax(points.low, fmin(points.high, MOST_POINTS)), UNIT_POINTS);
    return problem;
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
