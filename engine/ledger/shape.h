/* shape.h - the shape of what is printed as JSON, audit_shape.def as a table: schemas are printed from it, and a saved audit
 * is read by it, so that what is written, promised and read cannot differ. */
#ifndef LEDGER_SHAPE_H
#define LEDGER_SHAPE_H

#include "ledger/document.h"

enum { SOMETIMES, ALWAYS };
struct shape_line {
    const char *shape, *key, *type, *doc; /* key NULL: a shape begins */
    int need;
};
/* How many lines there are. */
#define SHAPE(NAME, DOC)           +1
#define KEY(NAME, TYPE, NEED, DOC) +1
enum {
    SHAPE_LINES = 0
#include "ledger/audit_shape.def"
};
extern const struct shape_line shape_lines[SHAPE_LINES];

/* The number of the line that begins a shape; SHAPE_LINES: there is none. */
size_t shape_find(const char *name);
/* The number-th word of a list (#severity, #kind, ...), NULL from its end on. */
const char *shape_word(const char *list, size_t number);
/* Says of everything that is not of the shape what is wrong with it, with the nearest right name. */
void shape_check(struct document *, struct item, const char *shape);
#endif
