/* limits.c - the wall of the programs that tests build: it ends a rule soon. */
#include "wall/wall.h"

const struct wall_limits wall_limits = { .memory = UINT64_C(96) << 20, .seconds = 1, .idle = 2 };
