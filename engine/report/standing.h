/* standing.h - how a finding stands because of the ledger, in the words of every report. */
#ifndef REPORT_STANDING_H
#define REPORT_STANDING_H

#include "audit/audit.h"

extern const char *const standing_phrases[CC_STANDINGS]; /* "known, but its facts changed" */
/* Appends a date of the acceptance file, "2026-03-01", as "1 March 2026". */
void add_until(struct text *, const char *until);
#endif
