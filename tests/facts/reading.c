/* reading.c - see reading.h. */
#include "facts/reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void hear(void *ud, const cc_diagnostic *d)
{
    struct heard *h = ud;
    if (h->count < HEARD) {
        snprintf(h->said[h->count].code, sizeof h->said->code, "%s", d->code);
        snprintf(h->said[h->count].message, sizeof h->said->message, "%s", d->message);
        snprintf(h->said[h->count].hint, sizeof h->said->hint, "%s", d->hint ? d->hint : "");
        h->said[h->count].notice = d->notice;
        h->said[h->count].line = d->line, h->said[h->count].column = d->column, h->said[h->count].length = d->length;
    }
    h->count++;
}

void *room(size_t size)
{
    void *piece = malloc(size ? size : 1);
    if (!piece) abort();
    return piece;
}

char *file_bytes(const char *path, size_t *ret_size)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        fail_msg("no file %s", path);
        abort();
    }
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *bytes = room(size + 1);
    if (fread(bytes, 1, size, file) != size) fail_msg("cannot read %s", path);
    fclose(file);
    bytes[size] = '\0';
    *ret_size = size;
    return bytes;
}

/* The reader gets a copy that ends where it is told, so that a step past it is seen. */
struct facts *read_bytes(const char *text, size_t size, struct heard *heard)
{
    char *exact = room(size);
    if (size) memcpy(exact, text, size);
    struct facts *f = facts_read(&allocator_default, 42, "facts.json", exact, size, hear, heard);
    free(exact);
    return f;
}

struct facts *read_file(const char *path, struct heard *heard)
{
    size_t size;
    char *bytes = file_bytes(path, &size);
    struct facts *f = read_bytes(bytes, size, heard);
    free(bytes);
    return f;
}

struct facts *read_every_kind(struct heard *heard)
{
    heard->count = 0;
    struct facts *f = read_file(EVERY_KIND, heard);
    if (!f) fail_msg("%s", heard->said[0].message);
    return f;
}
