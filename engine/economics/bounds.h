/* bounds.h - sums, products and concentration of shares that are only partly known; arithmetic, no facts.
 *
 * Each undertaking has a share from low to high, in percent. What they leave of 100 belongs to unnamed firms, by `rest`.
 * Every bound holds for all shares that fit their ranges and together come to 100; it is never wrong, and it is reached
 * unless the function says otherwise. Published shares are rounded: where every firm has a share they may come to
 * 99.5 .. 100.5, and ranges that cannot come to that at all are taken as they are written.
 *
 *     struct share_range items[] = { { 40, 40 }, { 0, 100 } };
 *     struct shares s = { items, 2, REST_ANY, 0 };
 *     struct share_range points = hhi_bounds(&s);   1,600 .. 5,200 */
#ifndef ECONOMICS_BOUNDS_H
#define ECONOMICS_BOUNDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct share_range {
    double low, high;
};
enum rest {
    REST_NONE,   /* there are no unnamed firms */
    REST_CAPPED, /* any number of them, none above `cap` */
    REST_ANY     /* any number, of any size */
};
struct shares {
    struct share_range *items;
    uint32_t count;
    enum rest rest;
    double cap;
    double
        taken_out; /* what two of them have together beside their lows, whoever of the two: a target and its seller (table.h) */
};

/* Decimal fractions that were added: 0.1 + 0.2 is 0.3 again (9 decimals are kept). */
double decimal(double value);
/* What is left for the unnamed at most: 100 less the lows, and what was taken out of one. */
double shares_rest(const struct shares *);
/* The most that all named shares together can be, and the least. */
struct share_range shares_total(const struct shares *);
/* Share of the chosen ones together. */
struct share_range sum_bounds(const struct shares *, const uint32_t *chosen, uint32_t count);
/* The same for one who asks of many: what all come to is added up once. */
struct share_sums {
    struct share_range total, ends; /* ends: of all lows, of all highs */
};
struct share_sums share_sums_of(const struct shares *);
struct share_range sum_bounds_in(const struct shares *, const struct share_sums *, const uint32_t *chosen,
                                 uint32_t count);
/* Share of the chosen ones and the n largest others together, whichever these are and whether they are named or not: the
 * order does not matter to the sum. `room`: for two numbers an item and two more. Sound; the ends are reached where the
 * ranges leave the order decided, and where all is exact. */
struct share_range largest_bounds(const struct shares *, const uint32_t *chosen, uint32_t count, uint32_t n,
                                  double *room);
/* How many unnamed firms may each have more than `share` percent, or (as_large) no less: a whole number, or infinite. */
double unnamed_above(const struct shares *, double share, bool as_large);
/* Product of two shares. */
struct share_range product_bounds(const struct shares *, uint32_t a, uint32_t b);
/* Sum of the squared shares of all firms, named or not: the Herfindahl-Hirschman index. Lower bound: the rest spread
 * thin, the named as even as they can be (water filled to one level). Upper bound: at a corner, all shares at one end
 * but one; corners are tried one by one where up to CORNERS_TRIED shares are open, beyond that each square is replaced by
 * its chord, which may lie above what can be reached. */
enum { CORNERS_TRIED = 12 };
struct share_range hhi_bounds(const struct shares *);
/* The same market with b joined to a. The items of `out` (room for all but one) are written. */
void shares_merge(const struct shares *, uint32_t a, uint32_t b, struct share_range *out, struct shares *ret_merged);
#endif
