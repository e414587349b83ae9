/* faulty.c - see faulty.h. */
#include "base/faulty.h"

#include <stdlib.h>

static void *faulty_allocate(void *ud, void *block, size_t old_size, size_t new_size)
{
    struct faults *f = ud;
    (void)old_size;
    if (!new_size) {
        if (block) f->live--;
        free(block);
        return NULL;
    }
    f->seen++;
    if (f->at && (f->for_good ? f->seen >= f->at : f->seen == f->at)) return f->struck = true, NULL;
    void *piece = realloc(block, new_size);
    if (piece && !block) f->live++;
    return piece;
}

cc_allocator faulty(struct faults *f) { return (cc_allocator){ faulty_allocate, f }; }
