/* pool.c - see pool.h. */
#include "base/pool.h"

enum { SMALLEST = 256 };

/* Debug and sanitizer builds keep nothing, so that the use of what was given back is seen. */
#ifdef ARENA_EACH
static const bool keeps = false;
#else
static const bool keeps = true;
#endif

struct pooled {
    struct pooled *next;
};

/* -1: no size that is kept. */
static int class_of(size_t size)
{
    if (!keeps || size & (size - 1)) return -1;
    for (int i = 0; i < POOL_SIZES; i++)
        if (size == (size_t)SMALLEST << i) return i;
    return -1;
}

static void *pool_allocate(void *ud, void *block, size_t old_size, size_t new_size)
{
    struct pool *p = ud;
    if (!block && new_size >= SMALLEST) {
        int class = class_of(new_size);
        if (class >= 0 && p->kept[class]) {
            struct pooled *b = p->kept[class];
            p->kept[class] = b->next;
            p->held -= new_size;
            return b;
        }
    } else if (block && !new_size && old_size >= SMALLEST && p->held + old_size <= POOL_MOST) {
        int class = class_of(old_size);
        if (class >= 0) {
            struct pooled *b = block;
            b->next = p->kept[class];
            p->kept[class] = b;
            p->held += old_size;
            return NULL;
        }
    }
    return p->under->allocate(p->under->ud, block, old_size, new_size);
}

void pool_init(struct pool *p, const cc_allocator *under)
{
    *p = (struct pool){ .under = under };
    p->allocator = (cc_allocator){ pool_allocate, p };
}

void pool_free(struct pool *p)
{
    for (int i = 0; i < POOL_SIZES; i++)
        for (struct pooled *b = p->kept[i], *next; b; b = next) {
            next = b->next;
            p->under->allocate(p->under->ud, b, (size_t)SMALLEST << i, 0);
        }
    *p = (struct pool){ .under = p->under };
}
