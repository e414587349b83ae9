/* what_if.h - one rule and one subject again, under changed facts: what would become of a finding?
 *
 * The facts are changed in an overlay (facts/overlay.h); `subjects` is asked again, as far as to the subject, since one that is gone
 * counts as cleared. Each question is one evaluation, of which the budget allows so many: a number and not a time, so that the same
 * input gives the same answer on any machine.
 *
 *     struct what_if w;
 *     what_if_begin(&w, engine, audit, options, budget);   after the rules have run
 *     overlay_date(w.overlay, agreement, AGREEMENT_TO, day);
 *     if (what_if_verdict(&w, finding) == CC_CLEAR) ...
 *     overlay_clear(w.overlay);
 *     what_if_end(&w); */
#ifndef AUDIT_WHAT_IF_H
#define AUDIT_WHAT_IF_H

#include "audit/run.h"
#include "facts/overlay.h"

enum { MOST_STOPPED = 16 };
struct what_if {
    struct run run;          /* over `scratch` */
    struct cc_audit scratch; /* the audit of the changed case; its arena is emptied before each question */
    struct overlay *overlay;
    size_t budget, used; /* evaluations */
    uint32_t
        turned; /* the comparison (compared_sides.number) that comes out otherwise; 0: none; TURN_OPEN: the open ones */
    enum truth turned_to; /* so; UNKNOWN: the other way round */
    bool no_memory;
    struct stopped { /* rules that the engine's gate stopped here: they fail in the audit as well */
        const struct rule *rule;
        const char *why;
    } stopped[MOST_STOPPED];
    size_t stopped_count;
    bool in_vain;                  /* it was asked when the budget was spent; the asker resets it */
    const struct finding *finding; /* of the last question, until the next: NULL where the subject was gone */
};

/* False: no memory. The audit's machine must be at no case. */
bool what_if_begin(struct what_if *, struct cc_engine *, const struct cc_audit *, const struct cc_options *,
                   size_t budget);
void what_if_end(struct what_if *);
static inline bool what_if_spent(const struct what_if *w) { return w->used >= w->budget || w->no_memory; }
/* The verdict on the finding's subject under the overlay as it is; CC_NOT_APPLICABLE: there is no such subject any more;
 * CC_FAILED: the rule fails, or it cannot be said whether the subject is still one; CC_VERDICTS: the budget or the
 * memory is spent. */
cc_verdict what_if_verdict(struct what_if *, const struct finding *);
/* Does the verdict mean that the finding is cleared? */
static inline bool verdict_clears(cc_verdict v)
{
    return v == CC_CLEAR || v == CC_OUT_OF_SCOPE || v == CC_REBUTTED || v == CC_NOT_APPLICABLE;
}
#endif
