/* arena.h - memory that is taken piece by piece and given back at once.
 *
 * Pieces are zeroed and aligned for any type. Failure sticks: after the first refusal every further take returns NULL
 * and `failed` is set, so a phase checks once at its end. With ARENA_EACH (debug and sanitizer builds) each piece is a
 * block of its own, so that an overrun is seen. The arena owns all that it hands out.
 *
 *     struct arena a;
 *     arena_init(&a, allocator, limit);
 *     struct row *rows = arena_array(&a, count, sizeof *rows);
 *     if (a.failed) ...
 *     arena_free(&a); */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "include/compliance.h"

struct arena_block;
struct arena {
    const cc_allocator *allocator;
    struct arena_block *blocks; /* newest first */
    char *next, *end;
    size_t total, limit; /* bytes taken from the allocator; limit 0: none */
    uint64_t numbers;    /* blocks taken so far */
    bool failed;
};
/* A point to come back to. */
struct arena_mark {
    char *next, *end;
    uint64_t numbers;
};

void arena_init(struct arena *, const cc_allocator *, size_t limit);
void *arena_take(struct arena *, size_t size);
void *arena_array(struct arena *, size_t count, size_t size);      /* count * size, overflow is a failure */
char *arena_copy(struct arena *, const char *text, size_t length); /* with a NUL */
void *arena_grow_slowly(struct arena *, void *items, size_t count, size_t *capacity, size_t size);
enum { ITEMS_FIRST = 96 /* bytes of an array that begins to grow */ };
/* Growth for arrays that live in the arena: returns items, moved to twice the room when count has reached *capacity. */
static inline void *arena_grow(struct arena *a, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) return items;
    if (*capacity) return arena_grow_slowly(a, items, count, capacity, size);
    size_t first = size < ITEMS_FIRST ? ITEMS_FIRST / size : 1; /* most arrays never need more */
    void *begun = arena_take(a, first * size);
    if (begun) *capacity = first;
    return begun;
}
void arena_reset(struct arena *); /* forget all pieces, keep one block for reuse; clears `failed` */
/* Gives back all pieces that were taken since the mark. Marks are come back to in the reverse of their order, each as often
 * as one likes; no array that was begun before it may have grown since. An arena that has failed stays as it is. */
struct arena_mark arena_mark(const struct arena *);
void arena_rewind(struct arena *, struct arena_mark);
void arena_free(struct arena *);

/* malloc, realloc, free. */
extern const cc_allocator allocator_default;
#endif
