/* figure.c - see figure.h. */
#include "economics/figure.h"

#include <math.h>

#include "economics/asked.h"

/* What the figure read of the table, and what it would need. */
static void read_figure(const struct market_table *t, const struct firms *firms, bool whole,
                        const struct table_figure *one, struct trail *trail)
{
    if (whole || (one->points.low < one->points.high && others_bound(firms))) read_table(t, trail);
    if (whole && one->of_shares.low < one->of_shares.high && t->rest != REST_NONE && shares_rest(&firms->shares) > 0)
        need_rest(t, trail);
}

enum figure_problem figure_of_tables(struct moment m, uint32_t market, const uint32_t *pair, bool whole,
                                     table_figure_fn *compute, const void *of, struct trail *trail,
                                     struct share_range *ret_points)
{
    struct arena arena;
    struct tables tables;
    struct share_range points = { 0, 0 };
    arena_init(&arena, m.view->facts->allocator, 0);
    enum figure_problem problem = tables_make(&tables, m, market, MEASURE_OWN, trail, &arena);
    for (unsigned i = 0; i < tables.count && problem == FIGURE_FINE; i++) {
        const struct market_table *t = &tables.each[i];
        struct firms firms;
        struct table_figure one;
        if (!firms_make(&firms, t, pair, pair ? 2 : 0, trail, &arena)) break;
        if (whole && t->count == 0) {
            problem = FIGURE_UNKNOWN;
            need_rest(t, trail);
            break;
        }
        if (!compute(t, &firms, of, trail, &arena, &one)) {
            arena.failed = true;
            break;
        }
        points.low = i ? fmin(points.low, one.points.low) : one.points.low;
        points.high = i ? fmax(points.high, one.points.high) : one.points.high;
        read_figure(t, &firms, whole, &one, trail);
    }
    if (!scratch_end(&arena, trail)) return FIGURE_UNKNOWN;
    if (problem == FIGURE_FINE) *ret_points = points;
    return problem;
}
