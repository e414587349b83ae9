/* page.h - what parent and child share: a page in which the child says where it is, and by what it was ended. The child can
 * write anything into it; nothing but a message hangs on it. */
#ifndef WALL_PAGE_H
#define WALL_PAGE_H

#include <stdint.h>
#include <sys/types.h>

enum { ENDED_BY_CALL = 120, ENDED_BY_MEMORY }; /* statuses of the child */
struct wall_page {
    volatile uint64_t at;
    volatile int32_t call; /* the system call that was refused */
};
void wall_child_begins(pid_t parent);
#endif
