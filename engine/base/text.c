/* text.c - see text.h. What was added before a failure stays readable; what comes after it is dropped. */
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { CAPACITY_FIRST = 256 };

void text_init(struct text *t, const cc_allocator *allocator, size_t limit)
{
    *t = (struct text){ .allocator = allocator, .limit = limit };
}

/* Room for `more` bytes and the NUL that follows them. The limit is one of length: the NUL does not count. */
static bool text_reserve(struct text *t, size_t more)
{
    if (t->failed) return false;
    if (more < t->capacity - t->length) return true;
    size_t limit = t->limit && t->limit < PTRDIFF_MAX ? t->limit : PTRDIFF_MAX - 1;
    if (t->length > limit || more > limit - t->length) return t->failed = true, false;

    size_t needed = t->length + more + 1, capacity = t->capacity ? t->capacity : CAPACITY_FIRST;
    while (capacity < needed) capacity = capacity > limit / 2 ? needed : capacity * 2;
    if (capacity > limit + 1) capacity = limit + 1;
    char *data = t->allocator->allocate(t->allocator->ud, t->data, t->capacity, capacity);
    if (!data) return t->failed = t->no_memory = true, false;
    t->data = data;
    t->data[t->length] = '\0';
    t->capacity = capacity;
    return true;
}

void text_bytes_slowly(struct text *t, const char *bytes, size_t length)
{
    if (!text_reserve(t, length)) return;
    if (length) memcpy(t->data + t->length, bytes, length);
    t->length += length;
    t->data[t->length] = '\0';
}

/* Printed where it will stand; once more where the room did not suffice. */
void text_add(struct text *t, const char *format, ...)
{
    if (!text_reserve(t, 0)) return;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(t->data + t->length, t->capacity - t->length, format, arguments);
    va_end(arguments);

    if (length >= 0 && (size_t)length >= t->capacity - t->length && text_reserve(t, (size_t)length)) {
        va_start(arguments, format);
        length = vsnprintf(t->data + t->length, t->capacity - t->length, format, arguments);
        va_end(arguments);
    }
    if (length < 0) t->failed = true;
    if (t->failed) t->data[t->length] = '\0'; /* no half of it */
    else t->length += (size_t)length;
}

void text_reset(struct text *t)
{
    t->length = 0;
    if (t->data) t->data[0] = '\0';
}

void text_free(struct text *t)
{
    if (t->data) t->allocator->allocate(t->allocator->ud, t->data, t->capacity, 0);
    text_init(t, t->allocator, t->limit);
}
