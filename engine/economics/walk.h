/* walk.h - where a walk ends that goes from state to state by chance; arithmetic, no facts.
 *
 * From each state the walk goes on to others, or ends: well (`hit`) or not (`miss`). The parts of a row say how likely
 * each is; they need not come to 1, what counts is their proportion. A step to the state itself is not written: the walk
 * is asked again, which changes no proportion.
 *
 * States are taken out one by one, the cheapest first, and what led to them is led on to where they led: the elimination
 * of Grassmann, Taksar and Heyman (Operations Research 33, 1985). It adds, multiplies and divides what is not negative
 * and never subtracts, so that each chance comes out with its leading digits right however nearly the states hold each
 * other fast (O'Cinneide, Numerische Mathematik 65, 1993; both papers are cited from memory, not looked up), and none
 * leaves 0 .. 1. A general sparse LU was weighed: it subtracts, so that a circle which holds nearly all of itself costs
 * it as many digits as its condition has; it wants the singular parts cut out beforehand; and it adds to every start,
 * which an ownership question rarely follows (of the 806,000 instructions of a start KLU adds 98,000 with five
 * libraries, UMFPACK with its BLAS 2.2 million). Chains and rings, which is what ownership looks like, are eliminated
 * without any fill.
 *
 * Before that a few sweeps are tried from both sides: where circles hold little of themselves, as they mostly do, one vector
 * that rises from 0 and one that falls from 1 meet to the last digits at once.
 *
 * What is densely tied is not taken out but closed in: one vector rises from 0 to the answer, one falls from 1, and
 * wherever they are stopped the answer lies between. Only where they do not meet are the dense states taken out too, as far
 * as WALK_WORK goes. So the work is bounded, and the bounds are right however much was done.
 *
 *     struct walk w = { rows, n };
 *     walk_ends(&w, ends, &arena);       ends[i].low .. ends[i].high: the chance that a walk from i ends well */
#ifndef ECONOMICS_WALK_H
#define ECONOMICS_WALK_H

#include "base/arena.h"
#include "economics/bounds.h"

struct way {
    uint32_t to;
    double part;
};
struct walk_state {
    struct way *ways; /* to other states, each once; in the arena that walk_ends is given, which moves it to grow */
    size_t count, capacity;
    double hit, miss;
};
struct walk {
    struct walk_state *states;
    uint32_t count;
    double work; /* what it took, in steps */
};
/* Most steps of a stage, of four: taking out, closing in, and both again. Most ways that are added. */
enum { WALK_WORK = 50000000, WALK_WAYS = 2000000 };

/* The chance of ending well from each state: low = high but for rounding where all could be eliminated. From a state that
 * leads nowhere a walk never ends well: 0. Every state must lead to a hit by some way, or the vectors may stay apart. The
 * states are used up. False: no memory. */
bool walk_ends(struct walk *, struct share_range *ret_ends, struct arena *);
#endif
