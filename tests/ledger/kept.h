/* kept.h - for the tests of the ledger: its files as short texts with ' for ", and what it writes.
 *
 * Each reader gets a copy that ends where it is told, so that a step past it is seen. What is read or written and cannot be
 * fails the test, but for kept_try. */
#ifndef TESTS_LEDGER_KEPT_H
#define TESTS_LEDGER_KEPT_H

#include "audit/trial.h"

#define HASH_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HASH_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define HOUSE  "tests/cli/shared/house"
#define TODAY  "2025-03-01"

extern const cc_words kept_formats; /* the names of formats that the library has */

enum ledger_file { BASELINE, ACCEPTED, CONFIG, LOCAL };
struct kept {
    cc_baseline *baseline;
    cc_accepted *accepted;
    cc_config *config;
};
/* By one of them; false: it was refused. kept_free in any case. */
bool kept_try(struct kept *, cc_engine *, enum ledger_file, const char *text, size_t size);
void kept_free(struct kept *);

cc_baseline *baseline_of(cc_engine *, const char *text); /* with ' for " */
cc_accepted *accepted_of(cc_engine *, const char *text);
cc_config *config_of(cc_engine *, const char *text);
/* The baseline of the trial's audit. */
cc_baseline *baseline_now(const struct trial *);

/* What it writes; free. NULL: it could not. */
char *baseline_text(const cc_baseline *);
char *accepted_text(const cc_accepted *);

/* The notices of the audit, "code: message\n" each; lives until the next call. */
const char *notices_of(const struct trial *);
#endif
