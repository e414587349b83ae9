/* order.h - the findings of an audit, which are sorted as reports print them, by verdict. */
#ifndef REPORT_ORDER_H
#define REPORT_ORDER_H

#include "audit/audit.h"

#define VERDICT(V) (1u << (V))
/* The next finding, from *at on, whose verdict's bit is set; NULL: there is none. *at moves past it. */
static inline const struct finding *next_finding(const struct cc_audit *audit, unsigned verdicts, size_t *at)
{
    while (*at < audit->finding_count) {
        const struct finding *f = audit->findings[(*at)++];
        if (verdicts & VERDICT(f->verdict)) return f;
    }
    return NULL;
}
/* The same, without those that are accepted, which stand apart. */
static inline const struct finding *next_open(const struct cc_audit *audit, unsigned verdicts, size_t *at)
{
    const struct finding *f;
    do f = next_finding(audit, verdicts, at);
    while (f && f->standing == CC_ACCEPTED);
    return f;
}
#endif
