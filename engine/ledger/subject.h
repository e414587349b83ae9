/* subject.h - whom a finding is about, in words that outlive its audit: the ids of its roles, roles in alphabetical order. */
#ifndef LEDGER_SUBJECT_H
#define LEDGER_SUBJECT_H

#include "ledger/document.h"

struct subject_named {
    unsigned count;
    const char *roles[MOST_ROLES], *ids[MOST_ROLES];
};

/* The texts are the rule's and the case's. */
void subject_of_finding(const struct cc_audit *, const struct finding *, struct subject_named *ret_subject);
/* From {"role": "id"}; the texts are copied. False: it was said what is wrong. */
bool subject_read(struct document *, struct item, struct subject_named *ret_subject);
bool subject_copy(struct arena *, const struct subject_named *, struct subject_named *ret_copy);
bool subject_same(const struct subject_named *, const struct subject_named *);
/* " of firm birch, holder alder" */
void subject_words(struct text *, const struct subject_named *);
/* {"firm": "birch", "holder": "alder"} */
void subject_json(struct text *, const struct subject_named *);
#endif
