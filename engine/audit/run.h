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
        *params; /* of the latest subject of the rule under way; where its law has no day of its own, of all */
    bool memory_failed;
};

/* One subject under the law of its day: e->finding, in the audit's arena, with its verdict. False: the rule failed
 * (e->failure). e->machine, e->audit and e->rule are set. */
bool judge_subject(struct run *, struct evaluation *, const struct subject *);
#endif
