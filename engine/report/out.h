/* out.h - bytes on their way to a sink: a buffer with a failure that sticks.
 *
 * Writers put bytes into the buffer and never look at a result; whoever closes asks `failed` once. After a failure what is
 * written is dropped. The buffer belongs to the out and is given back by out_close.
 *
 *     struct out o;
 *     if (!out_open(&o, allocator, sink)) ... no memory
 *     char *p = out_room(&o, 20); ... o.used += n;      at most OUT_ROOM bytes at a time
 *     out_string(&o, "text");
 *     bool well = out_close(&o);                        flushes and frees */
#ifndef REPORT_OUT_H
#define REPORT_OUT_H

#include <string.h>

#include "include/compliance.h"

enum { OUT_SIZE = 64 * 1024, OUT_ROOM = 4096 };

struct out {
    char *buffer;
    size_t used;
    bool failed;
    bool no_memory; /* it failed for want of memory, not because the sink refused */
    bool told;      /* why it failed was said, by whoever let it fail */
    cc_sink sink;
    const cc_allocator *allocator;
};

bool out_open(struct out *, const cc_allocator *, cc_sink);
void out_flush(struct out *);
bool out_close(struct out *);
void out_bytes(struct out *, const char *bytes, size_t length);
void out_repeat(struct out *, char, size_t count);
void out_format(struct out *, const char *format, ...) __attribute__((format(printf, 2, 3))); /* short texts */
void out_no_memory(struct out *);
static inline void out_string(struct out *o, const char *string) { out_bytes(o, string, strlen(string)); }

/* Where the next bytes go, with room for `size` (at most OUT_ROOM); the caller adds what it wrote to `used`. */
static inline char *out_room(struct out *o, size_t size)
{
    if (OUT_SIZE - o->used < size) out_flush(o);
    return o->buffer + o->used;
}
static inline void out_char(struct out *o, char c)
{
    *out_room(o, 1) = c;
    o->used++;
}
#endif
