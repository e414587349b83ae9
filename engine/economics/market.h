/* market.h - shares and concentration in a relevant market, on what the file has of it.
 *
 * A market's table is the rows of its newest date (per measure); a group's share is the sum of its members' rows. What
 * is not on the table lies in the remainder (100 minus what is known), bounded by the table's kind: complete, top (no
 * unnamed firm is larger than the smallest named) or partial. Bounds are sound, never wrong, and taken jointly so that
 * the shares can sum to 100 (bounds.h). A row that has perhaps not begun leaves both tables open: the hull of the two
 * (table.h). Percent in, percent and points out. No legal threshold is known here.
 *
 * In a deal the moment's `apart` is the target, and its view one of deal_table_days (money.h): the caller's to choose.
 * `measure`: a word of MEASURE, or MEASURE_OWN for the market's own, else for the only one that its rows state, purchases left
 * out beside rows that state none; a row that states none belongs to the market's own. *ret is written on FIGURE_FINE only.
 * Working memory comes from the case's allocator and is given back; without memory a figure is UNKNOWN and the trail's arena has failed.
 *
 *     struct quantity points;
 *     if (market_hhi(moment, market, trail, &points) == FIGURE_FINE) ... points.low, points.high */
#ifndef ECONOMICS_MARKET_H
#define ECONOMICS_MARKET_H

#include "facts/query.h"

#define MEASURE_OWN UINT32_MAX

enum figure_problem {
    FIGURE_FINE,
    FIGURE_UNKNOWN,   /* a need was recorded */
    FIGURE_ONE_GROUP, /* the two are one undertaking otherwise than by the deal */
};

/* The share of an undertaking, or of several (each group once). Unlisted: its last row, marked dated (no larger than the
 * newer table leaves); without one, and in a complete table, by the table's kind; nothing on file: 0 .. 100, with a need.
 * UNKNOWN: no measure of the market's own and several on file. */
enum figure_problem market_share(struct moment, uint32_t market, const uint32_t *entities, uint32_t count,
                                 uint32_t measure, struct trail *, struct quantity *ret_share);
/* Herfindahl-Hirschman index: sum of the squared shares of all undertakings, in points (0 .. 10,000); the remainder spread
 * thin at the low, as large as it can be at the high. UNKNOWN: no share at all. */
enum figure_problem market_hhi(struct moment, uint32_t market, struct trail *, struct quantity *ret_points);
/* 2 a b for the shares a, b of the two undertakings: what joining them adds, (a + b)^2 - a^2 - b^2. */
enum figure_problem market_hhi_change(struct moment, uint32_t market, uint32_t a, uint32_t b, struct trail *,
                                      struct quantity *ret_points);
/* HHI with a and b as one. */
enum figure_problem market_hhi_after(struct moment, uint32_t market, uint32_t a, uint32_t b, struct trail *,
                                     struct quantity *ret_points);
/* Is the undertaking on the table? UNKNOWN: it is not, and the table is not complete. */
enum truth market_listed(struct moment, uint32_t market, uint32_t entity, struct trail *);
/* The n largest undertakings of those on the table (fewer, where it has fewer), largest first, each shown by the member with a row
 * that is nearest the head. Ranges are ordered by their rows' ranks where all state one. UNKNOWN where the order is
 * undecided, and for an exact tie across the cut. *ret_entities lives in the trail's arena: a trail is needed. */
enum figure_problem market_largest(struct moment, uint32_t market, uint32_t n, struct trail *, uint32_t **ret_entities,
                                   uint32_t *ret_count);
/* What the n largest undertakings have together, whichever they are, on the table or not: where only the order is open, by
 * ranges or by an exact tie across the cut, the sum is not. UNKNOWN: no share at all. */
enum figure_problem market_largest_share(struct moment, uint32_t market, uint32_t n, struct trail *,
                                         struct quantity *ret_share);
/* What a and b, as one firm that is one of the n, and the n - 1 largest others have together. UNKNOWN: no share at all. */
enum figure_problem market_largest_share_with(struct moment, uint32_t market, uint32_t n, uint32_t a, uint32_t b,
                                              struct trail *, struct quantity *ret_share);
/* How many undertakings, on the table or not, are larger than a and b as one firm: a count, infinite above where that has
 * perhaps nothing. One as large is not larger. a, b: one undertaking, or two. UNKNOWN: no share at all. */
enum figure_problem market_count_larger(struct moment, uint32_t market, uint32_t a, uint32_t b, struct trail *,
                                        struct quantity *ret_count);
/* Is the undertaking one of the n largest, on the table or not? UNKNOWN where fewer than n others are surely larger and not
 * fewer may be as large: so of all who share the last place in an exact tie. One that is not on the table is asked by what it
 * may have; firms without a name stand behind all on a table of the largest. */
enum truth market_among_largest(struct moment, uint32_t market, uint32_t entity, uint32_t n, struct trail *);
/* Modified HHI for partial ownership (mhhi.h; O'Brien and Salop 2000): the HHI and, for each pair of undertakings, their
 * shares times the weight that one gives to the other's profit. From the holdings in force between undertakings:
 * a silent interest of the recorded stake, unless the file gives votes (proportional control; null: any), joint control
 * (the same, by votes or else by stake) or, where a target stands apart, sole control (total control). Look-through along
 * chains and circles (lookthrough.h), also through holders outside the market. Stakes, or votes,
 * that cannot all be true (is_more_than_whole, facts/groups.h) are each unknown, with a need. Open above, since a holding that
 * is not recorded would add to it, unless the list of holdings in each firm and in whoever has a part of one is declared complete;
 * of a market with firms that have no name, unless that of all holdings is. */
enum figure_problem market_mhhi(struct moment, uint32_t market, struct trail *, struct quantity *ret_points);
/* The part of MHHI - HHI that is the pair's: a b (weight of b in a + weight of a in b). b stands apart if nothing does. */
enum figure_problem market_mhhi_change(struct moment, uint32_t market, uint32_t a, uint32_t b, struct trail *,
                                       struct quantity *ret_points);
/* Of that change what the stakes of the holder's undertaking, wherever it has them, add: the change less what it would be if
 * each belonged to owners who have nothing else; 0 where they lower it, or where it has none. Exact where all is; with ranges
 * the two changes are bounded apart, so that the figure is no tighter than their difference. */
enum figure_problem market_mhhi_change_by(struct moment, uint32_t market, uint32_t a, uint32_t b, uint32_t holder,
                                          struct trail *, struct quantity *ret_points);
/* Markets in which both undertakings surely have a share above 0 (rows on file, in any one measure), in file order; after
 * them those in which both perhaps have one. */
uint32_t *shared_markets(struct moment, uint32_t a, uint32_t b, struct trail *, struct arena *, uint32_t *ret_count,
                         uint32_t *ret_perhaps);
#endif
