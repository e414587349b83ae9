/* out.c - see out.h. */
#include "report/out.h"

#include <stdarg.h>
#include <stdio.h>

bool out_open(struct out *o, const cc_allocator *allocator, cc_sink sink)
{
    *o = (struct out){ .sink = sink, .allocator = allocator };
    o->buffer = allocator->allocate(allocator->ud, NULL, 0, OUT_SIZE);
    return o->buffer;
}

void out_flush(struct out *o)
{
    if (o->used && !o->failed && !o->sink.write(o->sink.ud, o->buffer, o->used)) o->failed = true;
    o->used = 0;
}

bool out_close(struct out *o)
{
    out_flush(o);
    o->allocator->allocate(o->allocator->ud, o->buffer, OUT_SIZE, 0);
    o->buffer = NULL;
    return !o->failed;
}

void out_bytes(struct out *o, const char *bytes, size_t length)
{
    while (length) {
        size_t n = OUT_SIZE - o->used;
        if (n > length) n = length;
        memcpy(o->buffer + o->used, bytes, n);
        o->used += n;
        bytes += n;
        length -= n;
        if (o->used == OUT_SIZE) out_flush(o);
    }
}

void out_no_memory(struct out *o) { o->failed = o->no_memory = true; }

void out_repeat(struct out *o, char c, size_t count)
{
    while (count--) out_char(o, c);
}

void out_format(struct out *o, const char *format, ...)
{
    char *room = out_room(o, OUT_ROOM);
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(room, OUT_ROOM, format, arguments);
    va_end(arguments);
    if (length < 0 || length >= OUT_ROOM) o->failed = true; /* a bug: long texts go through out_bytes */
    else o->used += (size_t)length;
}
