/* patching.h - what an audit says would clear, done to a copy of the facts file and audited again from scratch.
 *
 * The way goes through what is published: the audit's JSON, its patches, a facts file as text, the strict reader. */
#ifndef TESTS_AUDIT_PATCHING_H
#define TESTS_AUDIT_PATCHING_H

#include <cjson/cJSON.h>

#include "audit/trial.h"

/* The operations (RFC 6902, of which `add` is all that an audit writes) on a copy of the document; the text of the new
 * one, to be freed. With `still`, that is put where the first operation would put its value. */
char *patched(const cJSON *document, const cJSON *patch, const cJSON *still);

/* Reads and audits a text of facts by the rule of a finding of another audit: the verdict on the subject of the same groups;
 * CC_NOT_APPLICABLE: there is none; CC_FAILED: the text or the audit is refused. */
cc_verdict verdict_of_copy(struct trial *again, const struct finding *, const char *text, cc_options);

/* How often each claim of an audit was put to the test, and how often it was wrong. */
struct proving {
    unsigned ends, crosses, adds, pairs, empty, wrong;
};
/* Every way of every flagged finding of the file, as of its own date (NULL) or another, by its own law or by that of all
 * jurisdictions. */
struct settling {
    unsigned facts, values, flagged, cleared, wrong;
};
/* Every fact to find out, given each of its values, settles what the audit promises. `p` NULL or `s` NULL: not that. */
void prove_audit(struct trial *, struct trial *again, const char *path, const char *as_of, bool everywhere,
                 struct proving *p, struct settling *s);
#endif
