/* small.h - an allocator for many small blocks that come and go, such as the tables of a Lua state: what is given back is kept
 * by its size for the next of that size. Larger blocks pass through.
 *
 *     struct small s;
 *     small_init(&s, allocator);
 *     void *block = small_allocate(&s, NULL, 0, size);      as a cc_allocator does; sizes must be told truly
 *     small_free(&s);                                       after all that came from it was given back */
#ifndef BASE_SMALL_H
#define BASE_SMALL_H

#include "include/compliance.h"

enum { SMALL_STEP = 16, SMALL_SIZES = 16 /* up to 256 bytes */, SMALL_MOST = 16 << 20 /* bytes that are kept */ };
enum { SMALL_FIRST = 1 << 20 /* bytes: the first blocks are cut from one piece; to ask for each is dearer by far */ };
struct small_block;
struct small {
    const cc_allocator *under;
    struct small_block *kept[SMALL_SIZES];
    size_t held;        /* bytes that could be given back */
    char *first, *next; /* the piece, and what is not yet cut of it; NULL: there is none */
};
void small_init(struct small *, const cc_allocator *under);
void *small_allocate(struct small *, void *block, size_t old_size, size_t new_size);
void small_free(struct small *);
#endif
