/* text.h - a string builder that remembers failure and is born with its limit.
 *
 *     struct text t;
 *     text_init(&t, allocator, 1 << 20);
 *     text_add(&t, "none of %u agreements", n);
 *     if (t.failed) ...; use t.data (always ends in NUL once anything was added), t.length
 *     text_free(&t); */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "include/compliance.h"

struct text {
    const cc_allocator *allocator;
    char *data;
    size_t length, capacity, limit;
    bool failed;
};

void text_init(struct text *, const cc_allocator *, size_t limit);
void text_bytes(struct text *, const char *bytes, size_t length);
void text_string(struct text *, const char *string);
void text_char(struct text *, char);
void text_add(struct text *, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_reset(struct text *); /* length 0, room kept */
void text_free(struct text *);
#endif
