/* accepted.h - the entries of an acceptance file, for those who read, apply and add them. */
#ifndef LEDGER_ACCEPTED_H
#define LEDGER_ACCEPTED_H

#include "base/digest.h"
#include "ledger/subject.h"

struct entry {
    const char *fingerprint, *case_id, *rule; /* may be NULL; not fingerprint and rule both */
    const char *proof, *reason, *who, *until;
    bool has_subject;
    struct subject_named subject;
    int32_t last_day;
    uint32_t line;   /* 0: not from the file */
    bool met;        /* an audit had its finding */
    bool audited;    /* there was an audit of its case */
    const char *key; /* of two entries with the same one, one is too many */
};
struct cc_accepted {
    struct cc_engine *engine;
    struct arena arena;
    const char *name;
    char digest[DIGEST_HEX]; /* of the text; empty: there was none */
    struct entry *entries;
    size_t count, capacity;
};

/* The fingerprint of a finding that is named by rule and subject, in a case. False: no memory. */
bool entry_digest(const struct entry *, const char *case_id, const cc_allocator *, char out[DIGEST_HEX]);
#endif
