/* lookthrough.h - what one owner has in each firm through chains and circles of stakes; arithmetic, no facts.
 *
 * a_ij: the part of firm j that owner i holds, firms among the owners. The interest of owner h in firm j is the part of
 * j's profit that comes to h along every chain, (I - A)^-1 with circles counted out:
 *
 *     x_h = 1,   x_j = sum over i of a_ij x_i   for j other than h, the least solution
 *
 * which is [(I - A)^-1]_hj / [(I - A)^-1]_hh (Brioschi, Buzzacchi and Colombo, "Risk Capital Financing and the
 * Separation of Ownership and Control in Business Groups", Journal of Banking and Finance 13, 1989, 747-772; divided as
 * Baldone, Brioschi and Paleari do, "Ownership Measures Among Firms Connected by Cross-Shareholdings and a Further
 * Analogy with Input-Output Theory", 4th JAFEE conference, 1998, cited from memory). It is the chance that a walk from
 * j, from each firm to one of its owners by their stakes, comes to h: so it is always within 0 .. 1, also where a
 * circle holds all of itself and (I - A) has no inverse. A plain inverse counts a circle's own paths again (a tenth
 * held back in a loop: 111.1 % of paths). A firm's own shares count for nothing: what is left of it is the whole.
 *
 * Stakes are ranges. The interest rises with each stake, so the low is that of all lows; the high lets every firm be held
 * by those who bring the owner most, as much as their highs and one whole of the firm allow. Both are reached where the
 * rest of each firm may be anybody's. Lows that come to more than a whole are taken in proportion: whether they can
 * be true is the caller's to ask (interest.c).
 *
 *     struct stake s[] = { { 0, 1, { .6, .6 } }, { 1, 2, { .5, .5 } } };
 *     look_through(s, 2, 3, 0, interests, allocator);     interests[2]: .3 */
#ifndef ECONOMICS_LOOKTHROUGH_H
#define ECONOMICS_LOOKTHROUGH_H

#include "base/arena.h"
#include "economics/bounds.h"

struct stake {
    uint32_t owner, firm;    /* both numbers of entities, 0 .. entities - 1 */
    struct share_range part; /* fractions */
};
/* Stakes by firm and by owner, made once for whoever is asked about. */
struct network {
    const struct stake *stakes; /* the caller's */
    uint32_t count, entities;
    uint32_t *in, *in_first;  /* numbers of the stakes in each firm, and of the first; one past the last */
    uint32_t *of, *of_first;  /* the same of each owner */
    struct share_range *sums; /* of each firm: what all its owners have of it */
};
bool network_make(struct network *, const struct stake *, uint32_t count, uint32_t entities, struct arena *);
/* The same in two steps, of which the second may be done again for other stakes, of as many entities: room for `most` stakes. */
bool network_room(struct network *, uint32_t most, uint32_t entities, struct arena *);
void network_fill(struct network *, const struct stake *, uint32_t count);

#define NO_OWNER UINT32_MAX
/* What one owner has. It is looked for from the owner down, so that work and memory go with what it has a part of, not with
 * the network; a look is used again for another owner. */
struct look {
    struct share_range *interests; /* of each entity: 1 in itself, 0 where it has nothing */
    uint32_t owner;                /* NO_OWNER: of nobody */
    uint32_t *reached, count;      /* the firms in which it has anything by any way */
    uint32_t *place;               /* of each entity: its place in `reached`, from 1; 0: not there */
};
bool look_make(struct look *, uint32_t entities, struct arena *);
void look_forget(struct look *); /* it is of nobody */
/* Exact stakes give exact interests, but for rounding and for what walk.h bounds. Working memory is given back. False: there
 * is none, and the look is of nobody. */
bool look_from(struct look *, const struct network *, uint32_t owner, const cc_allocator *);
/* Both for one owner: its interest in each entity. ret_interests has room for `entities`. False: no memory. */
bool look_through(const struct stake *, uint32_t count, uint32_t entities, uint32_t owner,
                  struct share_range *ret_interests, const cc_allocator *);
#endif
