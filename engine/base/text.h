/* text.h - a string builder that remembers failure and is born with its limit.
 *
 *     struct text t;
 *     text_init(&t, allocator, 1 << 20);
 *     text_add(&t, "none of %u agreements", n);
 *     if (t.failed) ...; use t.data (always ends in NUL once anything was added), t.length
 *     text_free(&t); */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <string.h>

#include "include/compliance.h"

struct text {
    const cc_allocator *allocator;
    char *data;
    size_t length, capacity, limit;
    bool failed, no_memory; /* no_memory: it failed for that, not for its limit */
};

void text_init(struct text *, const cc_allocator *, size_t limit);
void text_bytes_slowly(struct text *, const char *bytes, size_t length);
void text_add(struct text *, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_reset(struct text *); /* length 0, room kept */
void text_free(struct text *);

/* Inline, since sentences are made of many short pieces. */
static inline void text_bytes(struct text *t, const char *bytes, size_t length)
{
    if (t->failed || length >= t->capacity - t->length) {
        text_bytes_slowly(t, bytes, length);
        return;
    }
    memcpy(t->data + t->length, bytes, length);
    t->length += length;
    t->data[t->length] = '\0';
}
static inline void text_string(struct text *t, const char *string) { text_bytes(t, string, strlen(string)); }
static inline void text_char(struct text *t, char c) { text_bytes(t, &c, 1); }
#endif
