/* memory.c - see memory.h. A short run touches a few hundred pages once each, and on a virtual machine each costs as much
 * as thousands of instructions: one large page instead is a third of the cold start (`make bench`). */
#define _DEFAULT_SOURCE /* madvise, sbrk */
#include "cli/memory.h"

#include <stdlib.h> /* says whether the C library is glibc */
#ifdef __GLIBC__
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#define OWN         (64 << 20)           /* bytes: smaller pieces are cut from what the program has */
#define KEPT        (256 << 20)          /* bytes: to take it anew from the system costs more than to keep it */
#define LARGE_PAGE  ((uintptr_t)2 << 20) /* bytes */
#define LARGE_PAGES (8 * LARGE_PAGE)     /* bytes of address space; memory is used as it is touched, a page at a time */
#define SMALL       ((uintptr_t)8 << 10) /* bytes before them, for what needs little: --version touches no large page */

void memory_prepare(void)
{
    mallopt(M_MMAP_THRESHOLD, OWN), mallopt(M_TRIM_THRESHOLD, KEPT), mallopt(M_TOP_PAD, (int)(SMALL + LARGE_PAGES));
#ifdef MADV_HUGEPAGE
    uintptr_t begin = (uintptr_t)sbrk(0), large = (begin + SMALL + LARGE_PAGE - 1) & ~(LARGE_PAGE - 1);
    if (begin == UINTPTR_MAX || sbrk((intptr_t)(large - SMALL - begin)) == (void *)-1) return;
    void *volatile first = malloc(1); /* the heap begins; volatile, or it is optimised away */
    free(first);
    if ((uintptr_t)sbrk(0) >= large + LARGE_PAGES) (void)madvise((void *)large, LARGE_PAGES, MADV_HUGEPAGE);
#endif
}
#else
void memory_prepare(void) {}
#endif
