/* counted.h - an allocator that counts bytes: how many are out, and how many were at most. */
#ifndef TESTS_BASE_COUNTED_H
#define TESTS_BASE_COUNTED_H

#include "base/arena.h"

struct counted {
    size_t live, most;
};

static inline void *counted_allocate(void *ud, void *block, size_t old_size, size_t new_size)
{
    struct counted *c = ud;
    c->live += new_size - (block ? old_size : 0);
    if (c->live > c->most) c->most = c->live;
    return allocator_default.allocate(allocator_default.ud, block, old_size, new_size);
}

static inline cc_allocator counted(struct counted *c) { return (cc_allocator){ counted_allocate, c }; }
#endif
