/* diagnostic.h - how a room says what is wrong: a code, a span, one sentence.
 *
 * The lowest function that knows speaks, once; callers add nothing. A span is a byte offset and a length; line and
 * column are computed here, when a message is made, and columns count characters. Messages have no capital and no full
 * stop; user text in them is cut to a readable length and control characters are escaped.
 *
 *     diagnose(sink, CODE_UNKNOWN_REF, (struct span){ at, n }, nearest, "no entity has the id '%.*s'", n, text + at);
 */
#ifndef BASE_DIAGNOSTIC_H
#define BASE_DIAGNOSTIC_H

#include "include/compliance.h"

#define CODE(NAME, WORD, DOC) CODE_##NAME,
enum code {
#include "base/codes.def"
    CODE_COUNT
};
#undef CODE
struct code_info {
    const char *word, *doc;
};
extern const struct code_info codes[CODE_COUNT];

struct span {
    uint32_t at, length;
};
#define NO_SPAN ((struct span){ UINT32_MAX, 0 })

enum { DIAGNOSTICS_PRINTED = 100 };
/* One for each text that is read. Errors past the first 100 are counted, and said by sink_finish; notices likewise. */
struct sink {
    cc_diagnostic_fn *emit;
    void *ud;
    const char *file; /* as the user named it */
    const char *text; /* may be NULL: then no line and column */
    size_t size;
    uint64_t errors, notices;
    enum code last_error, last_notice; /* what sink_finish speaks of */
};

void diagnose(struct sink *, enum code, struct span, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
void notice(struct sink *, enum code, struct span, const char *format, ...) __attribute__((format(printf, 4, 5)));
/* "and 999,900 more" where more than 100 were found. */
void sink_finish(struct sink *);
/* Lines and, of the last one, characters that a piece of text adds to those before it. */
struct text_place {
    uint32_t lines, characters;
};
void text_place_advance(struct text_place *, const char *from, const char *to);
/* Line and column (both from 1, columns in characters) of an offset. */
void locate(const char *text, size_t size, uint32_t at, uint32_t *ret_line, uint32_t *ret_column);
/* User text for a message: escapes controls and invalid bytes, cuts at 60 characters with "...". Returns out. */
const char *quotable(const char *text, size_t length, char *out, size_t size);
/* The same of a whole sentence, cut only where `out` ends. What is shown once is not changed by it. */
const char *shown_safely(const char *text, char *out, size_t size);

/* The nearest of `count` names within a third of its length in edits (Damerau), else NULL. */
const char *nearest_name(const char *name, size_t length, const char *const *names, size_t count);
#endif
