/* memory.h - how the program takes its memory from the system. The library leaves that to its caller. */
#pragma once

/* Once, first of all: what is given back is kept, and the heap begins where large pages can back it. Where that cannot be
 * had, everything works as before, slower. */
void memory_prepare(void);
