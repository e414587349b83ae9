/* places.h - lines of a facts file, for a report that asks for many: found once, then looked up. */
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
#endif
