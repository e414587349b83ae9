/* places.h - lines and columns of a facts file, for a report that asks for many: lines are found once, then looked up. */
#ifndef REPORT_PLACES_H
#define REPORT_PLACES_H

#include "audit/audit.h"

#define NO_PLACE UINT32_MAX

struct places {
    const uint32_t *starts; /* offset of the first byte of each line */
    size_t count;
};
/* The table lives in the arena; without memory the arena has failed and every line is 1. */
void places_find(struct places *, const struct facts *, struct arena *);
uint32_t places_line(const struct places *, uint32_t at); /* from 1; 0 for NO_PLACE */

/* The part of a value that stands on its first line. Lines and columns count from 1, columns in characters. */
struct spot {
    uint32_t line, column, end; /* end: the column after the last character; column 0: too far out to be counted */
};
struct spot places_spot(const struct places *, const struct facts *, uint32_t at); /* line 0 for NO_PLACE */
#endif
