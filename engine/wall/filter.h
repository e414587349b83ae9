/* filter.h - which system calls the child still has: those that memory, its one channel and its end need. */
#ifndef WALL_FILTER_H
#define WALL_FILTER_H

#include <stddef.h>

/* SANITIZED: a sanitizer is built in, which needs more than the program itself. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif

/* The one file that is open then. */
enum { FILTER_CHANNEL = 3 };
/* Stands in the compiled filter where the number of the process belongs, which is known only when it runs; no process has it. */
enum { FILTER_SELF = 0x7fffffff };

/* From here on any other call raises SIGSYS, with its number. NULL, or why there is no filter. */
const char *filter_load(void);
/* The name of a call, into out: "'socket'", or its number. */
void filter_call_name(int number, char *out, size_t size);
#endif
