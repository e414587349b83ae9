/* small.c - see small.h. */
#include "base/small.h"

#include <stdint.h>
#include <string.h>

/* Debug and sanitizer builds keep nothing and round nothing up, so that what is wrong with a block is seen. */
#ifdef ARENA_EACH
static const bool keeps = false;
#else
static const bool keeps = true;
#endif

struct small_block {
    struct small_block *next;
};

static bool is_small(size_t size) { return keeps && size - 1 < SMALL_SIZES * SMALL_STEP; } /* 0 is none */

static size_t class_of(size_t size) { return (size - 1) / SMALL_STEP; }

static size_t size_of(size_t class) { return (class + 1) * SMALL_STEP; }

static void *under(struct small *s, void *block, size_t old_size, size_t new_size)
{
    return s->under->allocate(s->under->ud, block, old_size, new_size);
}

static bool is_cut(const struct small *s, const void *block)
{
    return (uintptr_t)block - (uintptr_t)s->first < SMALL_FIRST && s->first;
}

/* A block that nobody had. */
static void *take_new(struct small *s, size_t size)
{
    if (!s->first) s->first = s->next = under(s, NULL, 0, SMALL_FIRST);
    if (!s->first || (size_t)(s->first + SMALL_FIRST - s->next) < size) return under(s, NULL, 0, size);
    char *cut = s->next;
    s->next += size;
    return cut;
}

static void *take(struct small *s, size_t size)
{
    if (!is_small(size)) return under(s, NULL, 0, size);
    size_t class = class_of(size);
    struct small_block *b = s->kept[class];
    if (!b) return take_new(s, size_of(class));
    s->kept[class] = b->next;
    if (!is_cut(s, b)) s->held -= size_of(class);
    return b;
}

static void give(struct small *s, void *block, size_t size)
{
    size_t class = class_of(size);
    bool cut = is_small(size) && is_cut(s, block);
    if (!is_small(size)) {
        under(s, block, size, 0);
    } else if (s->held >= SMALL_MOST && !cut) {
        under(s, block, size_of(class), 0);
    } else {
        struct small_block *b = block;
        b->next = s->kept[class];
        s->kept[class] = b;
        s->held += cut ? 0 : size_of(class);
    }
}

void *small_allocate(struct small *s, void *block, size_t old_size, size_t new_size)
{
    if (!block) return new_size ? take(s, new_size) : NULL;
    if (!new_size) {
        give(s, block, old_size);
        return NULL;
    }
    bool was = is_small(old_size), is = is_small(new_size);
    if (!was && !is) return under(s, block, old_size, new_size);
    if (was && is && class_of(old_size) == class_of(new_size)) return block;
    void *moved = take(s, new_size);
    if (!moved) return NULL;
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
    give(s, block, old_size);
    return moved;
}

void small_init(struct small *s, const cc_allocator *allocator) { *s = (struct small){ .under = allocator }; }

void small_free(struct small *s)
{
    for (size_t i = 0; i < SMALL_SIZES; i++)
        for (struct small_block *b = s->kept[i], *next; b; b = next) {
            next = b->next;
            if (!is_cut(s, b)) under(s, b, size_of(i), 0);
        }
    if (s->first) under(s, s->first, SMALL_FIRST, 0);
    small_init(s, s->under);
}
