/* places.c - line and column of an offset. A report asks for thousands of places, and a minified file is one line of up to
 * 64 MB: so every STEP bytes it is remembered how many lines and characters came before, when a place is first asked. */
#include "facts/cache.h"

enum { STEP = 1 << 12 };

/* The marks of a case, one a step; NULL: there is no memory for them. */
static const struct text_place *marks_of(const struct facts *f)
{
    if (f->marks) return f->marks;
    size_t count = f->size / STEP + 1;
    struct text_place *marks = cache_array(f, count, sizeof *marks), now = { 0, 0 };
    if (!marks) return NULL;
    for (size_t i = 0; i < count; i++) {
        marks[i] = now;
        if (i + 1 < count) text_place_advance(&now, f->text + i * STEP, f->text + (i + 1) * STEP);
    }
    ((struct facts *)(uintptr_t)f)->marks = marks;
    return marks;
}

void facts_locate(const struct facts *f, uint32_t at, uint32_t *ret_line, uint32_t *ret_column)
{
    while (f->under) f = f->under; /* an overlay has the text of its case, and forgets its own memory */
    const struct text_place *marks = marks_of(f);
    if (!marks) {
        locate(f->text, f->size, at, ret_line, ret_column);
        return;
    }
    if (at > f->size) at = f->size;
    struct text_place p = marks[at / STEP];
    text_place_advance(&p, f->text + at / STEP * STEP, f->text + at);
    *ret_line = p.lines + 1;
    *ret_column = p.characters + 1;
}
