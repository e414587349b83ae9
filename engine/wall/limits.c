/* limits.c - what the child may take. Far above what the shipped rules need for the largest file of facts, and far below
 * what a machine would notice: the limits of the first wall decide, these only end what got round them. */
#include "wall/wall.h"

const struct wall_limits wall_limits = { .memory = UINT64_C(2) << 30,
                                         .seconds = 30,
                                         .idle = 60,
                                         .all = { UINT64_C(64) << 20, 600 },
                                         .more = { UINT64_C(4) << 20, 30 } };
