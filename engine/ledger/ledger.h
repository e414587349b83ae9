/* ledger.h - what outlives one run: baselines, accepted risks, configuration; and how a finding stands because of them.
 *
 * The files are JSON, read as strictly as facts: every error of a file with its line, column, code and the nearest right
 * name. Nothing is written here but text into a sink: files, and their replacement as a whole, are the program's. An
 * audit that something was applied to keeps copies of what it shows. */
#ifndef LEDGER_LEDGER_H
#define LEDGER_LEDGER_H

#include "audit/engine.h"

extern const char *const standing_names[CC_STANDINGS]; /* new, new-rule, worsened, ... */

/* cc_audit_note of a text under construction, which it empties. */
bool note_built(struct cc_audit *, const char *code, struct text *);
bool ledger_no_memory(struct cc_engine *);
#endif
