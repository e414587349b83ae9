/* limits.c - the wall of the programs that tests build: it ends a rule soon. */
#include "wall/wall.h"

const struct wall_limits wall_limits = {
    .memory = UINT64_C(96) << 20, .seconds = 1, .idle = 2, .all = { 4 << 20, 6 }, .more = { 1 << 20, 1 }
};
