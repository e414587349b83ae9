/* figure.h - a figure of a whole market, or of two of its undertakings, over the tables of the day. */
#ifndef ECONOMICS_FIGURE_H
#define ECONOMICS_FIGURE_H

#include "economics/table.h"

/* What the figure comes to on one table. The part that rests on the shares alone: where it is a range, the shares of firms
 * that have no name bear on it. */
struct table_figure {
    struct share_range points, of_shares;
};
/* `of`: what figure_of_tables was given. False: no memory. Working memory is taken from the arena. */
typedef bool table_figure_fn(const struct market_table *, const struct firms *, const void *of, struct trail *,
                             struct arena *, struct table_figure *ret_figure);

/* The hull of what each table gives. pair: two undertakings, whose places firms has, or NULL. whole: it is of all the
 * market, so that all of the table is read, and UNKNOWN where no firm has a share. *ret_points is written on FIGURE_FINE
 * only. Without memory UNKNOWN, and the trail's arena has failed. */
enum figure_problem figure_of_tables(struct moment, uint32_t market, const uint32_t *pair, bool whole,
                                     table_figure_fn *, const void *of, struct trail *, struct share_range *ret_points);
#endif
