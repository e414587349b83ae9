/* distinct.h - numbers for tuples of gathered values, the same tuple having the same number: in the time of one look-up each,
 * however many there are. Lives in the arena of the subject; a C function that Lua calls owns nothing. */
#ifndef LUA_DISTINCT_H
#define LUA_DISTINCT_H

#include "lua/inside.h"

enum { DISTINCT_WIDTH = 3 }; /* values in a tuple at most */
struct distinct {
    uint32_t (*keys)[DISTINCT_WIDTH];
    uint32_t *slots; /* number + 1, 0: free */
    uint32_t count, room, mask;
};

/* What stands for a value among those that are the same: of an entity the head of its group. */
uint32_t distinct_key(struct moment, bool words, uint32_t item);
/* The number of the tuple: that of its like, or `count` as it was, which is one more then. Unused keys are 0. May raise. */
uint32_t distinct_number(lua_State *, struct distinct *, const uint32_t key[DISTINCT_WIDTH]);
#endif
