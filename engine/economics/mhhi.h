/* mhhi.h - the modified HHI of O'Brien and Salop, "Competitive Effects of Partial Ownership", 67 Antitrust L.J. 559
 * (2000); arithmetic, no facts.
 *
 *     MHHI = sum over j, k of s_j s_k (sum_i g_ij b_ik) / (sum_i g_ij b_ij)
 *
 * s: share of a firm in percent; b_ik: part of firm k's profit that owner i has; g_ij: owner i's weight in firm j's
 * decisions. The choice of g is the choice of a story: silent interest (the holder's g is 0), total control (the
 * holder's is 1, all others' 0), proportional control (g is the part of the votes), one-way control (the holder has a
 * say in the firm held, nobody of that firm in the holder). Ownership that each owner has in one firm only gives the
 * HHI. */
#ifndef ECONOMICS_MHHI_H
#define ECONOMICS_MHHI_H

#include "economics/lookthrough.h"

/* `financial` and `control` are owners x firms, row by row, as fractions. A firm whose decisions nobody with a stake
 * takes counts for itself alone. */
double mhhi_of(const double *shares, uint32_t firms, const double *financial, const double *control, uint32_t owners);

/* What one owner has in one firm, as fractions. Both are numbers of entities: the firms of the market, then whoever else
 * holds or is held. */
struct interest {
    uint32_t owner, firm;
    struct share_range stake;
    struct share_range weight; /* in the firm's decisions; 0: silent */
    bool total;                /* it alone decides */
};
struct interests {
    const struct interest *items;
    uint32_t count, firms, entities; /* entities: with the firms */
};
/* For firm j: of each other firm k, how much of k's profit j weighs against its own (the fraction of the formula above,
 * 0 for k = j). Interests held through others count, along chains and circles (lookthrough.h): for j's own owners each way
 * from j that does not come back to j, which is the fraction itself. What the stakes on record leave of a firm belongs to
 * owners of that firm alone, who have what is left of its decisions; a firm that has a say in another has it for its own
 * owners, an owner outside the market for itself. Stakes that are ranges give sound bounds, exact stakes exact ones;
 * infinite where who decides may have nothing in the firm. `ret_weights` has room for `firms`. `used`, unless NULL: true is
 * written for each interest that bears on the weights; the rest is left. Working memory is given back. False: there is none. */
bool mhhi_weights(const struct interests *, uint32_t j, struct share_range *ret_weights, bool *used,
                  const cc_allocator *);
#endif
