/* limits.c - the wall of the programs that tests build: it ends a rule soon. */
#include "wall/filter.h"
#include "wall/wall.h"

#ifdef SANITIZED /* each of many processes takes long to begin */
#define ALL_SECONDS 60
#else
#define ALL_SECONDS 6
#endif

const struct wall_limits wall_limits = {
    .memory = UINT64_C(96) << 20, .seconds = 1, .idle = 2, .all = { 4 << 20, ALL_SECONDS }, .more = { 1 << 20, 1 }
};
