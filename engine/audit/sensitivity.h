/* sensitivity.h - how near the verdicts are to others: comparisons close to their threshold, with the verdict on the other
 * side, and findings that one source carries alone, or that no law carries that somebody has read.
 *
 * Nothing is guessed: each is evaluated again, with the one comparison turned, or without what the one source alone says. */
#ifndef AUDIT_SENSITIVITY_H
#define AUDIT_SENSITIVITY_H

#include "audit/audit.h"

struct near_line {
    const struct finding *finding;
    const struct element_result *element;
    const struct compared_sides *sides;
    double apart;    /* percent of the threshold */
    uint8_t verdict; /* on the other side, enum cc_verdict */
};
struct hanging { /* a flagged finding that a source carries alone */
    const struct finding *finding;
    uint8_t verdict; /* without what the source alone says */
};
struct hanging_source {
    uint32_t source; /* row of KIND_SOURCE */
    struct hanging *findings;
    size_t count;
};
struct sensitivity {
    struct near_line *near; /* the nearest first */
    size_t near_count;
    struct hanging_source *sources; /* that which carries most first */
    size_t source_count;
    const struct finding **unread; /* flagged, and nobody has opened any source of their law */
    size_t unread_count;
    bool stopped; /* the budget was spent before all was tried */
};

struct what_if;
/* Sets audit->sensitivity. False: no memory. */
bool sensitivity_find(struct cc_audit *, struct what_if *);
#endif
