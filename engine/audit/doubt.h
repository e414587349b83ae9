/* doubt.h - what a verdict rests on that nobody has verified: sources of law that nobody has opened, and facts that the file
 * calls estimates. Every format marks it, whatever the verdict is.
 *
 * A verdict that is clear or out of scope rests on the one test that decides it; any other on all that were asked, but for
 * rebuttals that did not rebut. */
#ifndef AUDIT_DOUBT_H
#define AUDIT_DOUBT_H

#include "audit/audit.h"

struct doubt {        /* all zero: none */
    size_t sources;   /* distinct sources of law that are unverified */
    size_t estimates; /* distinct facts that are estimates */
};

/* The law behind a finding: that of the rule and of its thresholds, then the sources that single tests name beside those.
 * The array is the arena's; without memory it is empty. */
size_t finding_laws(const struct cc_audit *, const struct finding *, struct arena *, const struct basis **ret_laws);
struct doubt finding_doubt(const struct cc_audit *, const struct finding *, struct arena *);
static inline bool is_doubted(struct doubt d) { return d.sources || d.estimates; }
/* Does the file call the record an estimate? */
bool is_estimate(const struct facts *, ref record);
/* Does an element, or a member of it that was asked, rest on an estimate? */
bool rests_on_estimate(const struct cc_audit *, const struct finding *, const struct element_result *);
#endif
