/* faults.h - an allocator that counts, and refuses the n-th request once or from there on for good. */
#ifndef AUDIT_FAULTS_H
#define AUDIT_FAULTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "include/compliance.h"

struct faults {
    size_t at, seen; /* which request fails (0: none), how many there were */
    long live;       /* blocks that are out */
    bool for_good;
    bool said;       /* a [memory] diagnostic came */
    bool other;      /* a diagnostic of another code came */
    uint64_t answer; /* a digest of the report that was written whole; 0: none was */
};
cc_allocator faults_allocator(struct faults *);
void faults_heard(void *ud, const cc_diagnostic *); /* ud: the faults */

/* One audit from beginning to end with this allocator: engine, rules of a path, facts, audit, JSON. Returns how many are
 * flagged, or -1 where a step was refused. Everything is freed. */
long audit_under_faults(struct faults *, const char *rules, const char *facts_path, const char *text, size_t length);
/* Such an audit of a file with every `stride`-th request refused in turn, once or for good: the answer is the right one, to the
 * byte, or a [memory] diagnostic, and nothing is kept. */
void faults_sweep(const char *rules, const char *path, size_t stride, bool for_good);
/* A whole file, NUL-terminated; the caller frees it. */
char *read_whole(const char *path, size_t *ret_length);
#endif
