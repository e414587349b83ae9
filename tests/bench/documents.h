/* documents.h - made-up deal documents of about 3 KB, each different, the same on every machine. */
#ifndef BENCH_DOCUMENTS_H
#define BENCH_DOCUMENTS_H

#include <stddef.h>

struct document {
    char *text;
    size_t length;
};
/* The n-th document; the caller frees text. NULL: no memory. */
struct document document_make(unsigned n);
#endif
