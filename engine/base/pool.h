/* pool.h - an allocator that keeps a few freed arena blocks and text buffers for the next case, so that a run over many
 * cases does not give memory to the system and take it back each time (which cost more than the audit). Sizes that are no
 * power of two pass through.
 *
 *     struct pool p;
 *     pool_init(&p, allocator);      arenas then take &p.allocator
 *     pool_free(&p);                 after all that came from it was given back */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include "include/compliance.h"

enum { POOL_SIZES = 11 /* 256 bytes .. 256 KiB */, POOL_MOST = 4 << 20 };
struct pooled;
struct pool {
    cc_allocator allocator;
    const cc_allocator *under;
    struct pooled *kept[POOL_SIZES];
    size_t held; /* bytes */
};
void pool_init(struct pool *, const cc_allocator *);
void pool_free(struct pool *);
#endif
