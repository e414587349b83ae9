/* reading.h - for tests of the reader: hears what it says, and reads files; base/faulty.h refuses it memory. */
#ifndef TESTS_FACTS_READING_H
#define TESTS_FACTS_READING_H

#include "base/faulty.h"
#include "facts/store.h"

enum { HEARD = 128 };
struct heard {
    size_t count; /* also those that found no place */
    struct {
        bool notice;
        char code[24], message[1100], hint[256];
        uint32_t line, column, length;
    } said[HEARD];
};
void hear(void *ud, const cc_diagnostic *); /* ud: a struct heard */

void *room(size_t); /* malloc that never fails: no test goes on without */
/* The bytes of a file below the root of the project; the test fails where there is none. Free it. */
char *file_bytes(const char *path, size_t *ret_size);
struct facts *read_bytes(const char *text, size_t size, struct heard *);
struct facts *read_file(const char *path, struct heard *);
/* A file that has a record of every kind; what it says is heard anew. */
#define EVERY_KIND "tests/facts/good/every-kind.json"
struct facts *read_every_kind(struct heard *);
#endif
