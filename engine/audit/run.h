/* run.h - an audit that is under way: what its files share. */
#ifndef AUDIT_RUN_H
#define AUDIT_RUN_H

#include "audit/evaluate.h"

struct run {
    struct cc_engine *engine;
    struct cc_audit *audit;
    const struct cc_options *options;
    size_t finding_capacity;
    struct params_at
        *params;     /* of the latest subject of the rule under way; where its law has no day of its own, of all */
    uint32_t silent; /* subjects of the rule under way that are clear or out of scope and kept; what they take */
    size_t silent_bytes;
    struct rule_result *under_way; /* NULL: none is */
    struct arena_mark began;       /* of the arena: nothing that was taken since is another rule's */
    bool memory_failed;
};

/* One subject under the law of its day: e->finding, in the audit's arena, with its verdict. False: the rule failed
 * (e->failure). e->machine, e->audit and e->rule are set. */
bool judge_subject(struct run *, struct evaluation *, const struct subject *);
/* The value that the rule itself gives a param on the days of the law, over several rows their hull; missing: no row. */
void param_on(const struct param *, struct quantity law, struct quantity *ret_value, bool *ret_missing,
              const struct law_source **ret_source);
/* What the reader is to know beside the findings: the thresholds that were changed, what loading noticed, whose control is
 * not recorded. Once, when the rules have run; the arena remembers a failure. */
void audit_take_notices(struct cc_audit *);
#endif
