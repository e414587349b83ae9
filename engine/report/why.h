/* why.h - what the two formats of `why` are given: one rule of an audit, and those of its subjects that were asked about. */
#ifndef REPORT_WHY_H
#define REPORT_WHY_H

#include "audit/audit.h"
#include "report/out.h"

struct question {
    const struct cc_audit *audit;
    const struct rule_result *result;
    const ref *asked; /* the records that a subject must have in its roles */
    size_t asked_count;
    const struct finding **findings; /* as the audit sorts them */
    size_t count;
    const cc_report_options *options;
    const cc_allocator *allocator;
};

void why_text(const struct question *, struct out *);
void why_json(const struct question *, struct out *);
#endif
