/* diff.h - what the two formats of a difference are given. */
#ifndef REPORT_DIFF_H
#define REPORT_DIFF_H

#include "ledger/diff.h"
#include "report/out.h"

void diff_text(const struct cc_diff *, const cc_report_options *, const cc_allocator *, struct out *);
void diff_json(const struct cc_diff *, struct out *);
#endif
