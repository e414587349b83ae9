/* faulty.h - for tests of every room: an allocator that counts, and refuses the n-th piece; from there on all, or that one
 * only. */
#ifndef TESTS_BASE_FAULTY_H
#define TESTS_BASE_FAULTY_H

#include <stdbool.h>
#include <stddef.h>

#include "include/compliance.h"

struct faults {
    size_t at, seen; /* which piece is refused (0: none), how many were asked for */
    long live;       /* pieces that are out */
    bool for_good, struck;
};
cc_allocator faulty(struct faults *);
#endif
