/* diff.h - two audits of one case compared: findings that are new, gone or changed, and the facts that made the difference.
 *
 * Findings are compared by rule and subject. A finding of a rule that the other audit did not run is not compared: nothing
 * can be said of it. For a finding that one side has alone, its facts are held against all that the other side cites; an
 * audit that was saved without its clear subjects does not tell whether it has what it does not cite. */
#ifndef LEDGER_DIFF_H
#define LEDGER_DIFF_H

#include "ledger/side.h"

enum difference_type { DIFFERENCE_NEW, DIFFERENCE_CHANGED, DIFFERENCE_GONE, DIFFERENCE_UNCOMPARED, DIFFERENCES };
struct fact_difference { /* both: the value differs */
    const struct side_fact *was, *now;
    bool unasked; /* one alone: nothing on the other side is known to have asked for it */
};
struct difference {
    uint8_t type;
    const struct side_finding *was, *now; /* NULL: none that is flagged, undecided or rebutted */
    struct fact_difference *facts;
    size_t fact_count, fact_capacity;
    const char *why; /* uncompared: "failed", "not-selected"; "no such rule" */
    bool in_old;     /* uncompared: whose rule it is */
};
struct cc_diff {
    const struct cc_side *old, *now;
    struct arena arena;
    struct difference *items; /* new, changed, gone, uncompared; in each the most severe first */
    size_t count, capacity;
    size_t counts[DIFFERENCES], same;
};
#endif
