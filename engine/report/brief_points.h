/* brief_points.h - what the two files of a brief share. */
#ifndef REPORT_BRIEF_POINTS_H
#define REPORT_BRIEF_POINTS_H

#include "report/brief.h"

/* An empty text to build in; the next call empties it. brief_built copies it, safe and short, for this finding. */
struct text *brief_build(struct brief *);
const char *brief_built(struct brief *);
/* Points and places of told->finding. */
void brief_points(struct brief *, struct telling *);
/* The same of what a rule's enumeration lacks. */
void brief_missing(struct brief *, struct telling *, const struct need *, size_t count);
#endif
