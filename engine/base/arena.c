/* arena.c - blocks of doubling size, cut from the front; a piece too large for them is a block of its own. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_FIRST = 16 * 1024, BLOCK_LARGEST = 256 * 1024, FREED = 0xDD };
#define ALIGNMENT alignof(max_align_t)

/* Debug and sanitizer builds: one block a piece. Both ways are always compiled, so neither rots. */
#ifdef ARENA_EACH
static const bool each = true;
#else
static const bool each = false;
#endif

struct arena_block {
    alignas(max_align_t) struct arena_block *older;
    size_t size;                /* with this header */
    uint64_t number;            /* from 1, in the order of taking */
    struct arena_block **place; /* where it hangs; of pieces with a block of their own */
};

static void *default_allocate(void *ud, void *block, size_t old_size, size_t new_size)
{
    (void)ud, (void)old_size;
    if (new_size) return realloc(block, new_size);
    free(block);
    return NULL;
}

const cc_allocator allocator_default = { default_allocate, NULL };

void arena_init(struct arena *a, const cc_allocator *allocator, size_t limit)
{
    *a = (struct arena){ .allocator = allocator, .limit = limit };
}

/* No room is left to the fast path either: failure must stick. */
static void *fail(struct arena *a)
{
    a->failed = true;
    a->next = a->end = NULL;
    return NULL;
}

static bool within_limit(const struct arena *a, size_t size)
{
    return !a->limit || (a->total <= a->limit && size <= a->limit - a->total);
}

static struct arena_block *block_new(struct arena *a, size_t size)
{
    if (!within_limit(a, size)) return NULL;
    struct arena_block *b = a->allocator->allocate(a->allocator->ud, NULL, 0, size);
    if (!b) return NULL;
    b->size = size;
    b->number = ++a->numbers;
    a->total += size;
    return b;
}

static void block_free(struct arena *a, struct arena_block *b)
{
    size_t size = b->size;
    a->total -= size;
    if (each) memset(b, FREED, size);
    a->allocator->allocate(a->allocator->ud, b, size, 0);
}

/* The newest block stays in front, since it is the one that is being cut; behind it stand the others, newest first. */
static void *take_own_block(struct arena *a, size_t size)
{
    struct arena_block *b = block_new(a, sizeof *b + size);
    if (!b) return fail(a);
    struct arena_block **behind = a->blocks ? &a->blocks->older : &a->blocks;
    b->older = *behind, b->place = behind;
    if (b->older) b->older->place = &b->older;
    *behind = b;
    return b + 1;
}

static void *take_slowly(struct arena *a, size_t size)
{
    if (!size) size = 1;
    if (a->failed || size > PTRDIFF_MAX - BLOCK_LARGEST) return fail(a);
    if (each) return take_own_block(a, size);

    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (size <= (uintptr_t)a->end - (uintptr_t)a->next) { /* a piece of no bytes */
        char *piece = a->next;
        a->next += size;
        return piece;
    }
    size_t block = a->blocks ? a->blocks->size * 2 : BLOCK_FIRST;
    if (block > BLOCK_LARGEST) block = BLOCK_LARGEST;
    if (size > block / 4 || !within_limit(a, block)) return take_own_block(a, size);

    struct arena_block *b = block_new(a, block);
    if (!b) return fail(a);
    b->older = a->blocks;
    a->blocks = b;
    a->next = (char *)(b + 1) + size;
    a->end = (char *)b + block;
    return b + 1;
}

/* What is left of a block is a multiple of ALIGNMENT, so a piece that fits still fits when rounded up. A size of 0
 * wraps to the slow path. */
static inline void *take(struct arena *a, size_t size)
{
    if (size - 1 >= (uintptr_t)a->end - (uintptr_t)a->next) return take_slowly(a, size);
    char *piece = a->next;
    a->next += (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return piece;
}

void *arena_take(struct arena *a, size_t size)
{
    void *piece = take(a, size);
    return piece ? memset(piece, 0, size) : NULL;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) return fail(a);
    return arena_take(a, count * size);
}

char *arena_copy(struct arena *a, const char *text, size_t length)
{
    if (length == SIZE_MAX) return fail(a);
    char *copy = take(a, length + 1);
    if (!copy) return NULL;
    if (length) memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

/* The array is the last piece, and its block has the room: it need not move. */
static bool grow_in_place(struct arena *a, void *items, size_t old_size, size_t new_size)
{
    size_t old_room = (old_size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    size_t new_room = (new_size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (each || !items || (uintptr_t)items + old_room != (uintptr_t)a->next) return false;
    if (new_room - old_room > (uintptr_t)a->end - (uintptr_t)a->next) return false;
    memset((char *)items + old_size, 0, new_size - old_size);
    a->next += new_room - old_room;
    return true;
}

/* In an arena of one block a piece, what was moved away from is given back, so that a stale pointer is seen. */
static void drop_piece(struct arena *a, void *piece)
{
    struct arena_block *dropped = (struct arena_block *)piece - 1;
    *dropped->place = dropped->older;
    if (dropped->older) dropped->older->place = dropped->place;
    block_free(a, dropped);
}

void *arena_grow_slowly(struct arena *a, void *items, size_t count, size_t *capacity, size_t size)
{
    size_t room = *capacity * 2;
    if (*capacity > PTRDIFF_MAX / 2 / (size ? size : 1)) return fail(a);
    if (!grow_in_place(a, items, *capacity * size, room * size)) {
        void *moved = arena_take(a, room * size);
        if (!moved) return NULL;
        if (count && items) memcpy(moved, items, *capacity * size);
        if (each && items) drop_piece(a, items);
        items = moved;
    }
    *capacity = room;
    return items;
}

struct arena_mark arena_mark(const struct arena *a) { return (struct arena_mark){ a->next, a->end, a->numbers }; }

static void drop_newer(struct arena *a, struct arena_block **at, uint64_t number)
{
    struct arena_block *b = *at;
    for (struct arena_block *older; b && b->number > number; b = older) {
        older = b->older;
        block_free(a, b);
    }
    *at = b;
    if (b) b->place = at;
}

void arena_rewind(struct arena *a, struct arena_mark mark)
{
    if (a->failed) return;
    drop_newer(a, &a->blocks, mark.numbers);
    if (a->blocks) drop_newer(a, &a->blocks->older, mark.numbers); /* pieces with a block of their own */
    a->next = mark.next, a->end = mark.end;
}

void arena_reset(struct arena *a)
{
    struct arena_block *kept = NULL;
    for (struct arena_block *b = a->blocks, *older; b; b = older) {
        older = b->older;
        if (!kept && !each && b->size <= BLOCK_LARGEST) kept = b; /* the newest, and so the largest */
        else block_free(a, b);
    }
    a->blocks = kept;
    a->failed = false;
    a->next = kept ? (char *)(kept + 1) : NULL;
    a->end = kept ? (char *)kept + kept->size : NULL;
    if (kept) kept->older = NULL;
}

void arena_free(struct arena *a)
{
    for (struct arena_block *b = a->blocks, *older; b; b = older) {
        older = b->older;
        block_free(a, b);
    }
    arena_init(a, a->allocator, a->limit);
}
