/* sentence.h - an element as one line of a report: its sentence, by how much it holds, where its source says so. */
#ifndef REPORT_SENTENCE_H
#define REPORT_SENTENCE_H

#include "audit/audit.h"

/* A row of an `each` element is a test of its own. */
static inline bool element_is_group(const struct element_result *e)
{
    return e->element->form >= ELEMENT_ANY && !e->each;
}
/* Appends "before" and "Microsoft supplies 21 % of cloud services, at or above 20 % (by 1 point) [key terms]". */
void add_sentence(struct text *, const struct cc_audit *, const struct finding *, const struct element_result *,
                  const char *before);
/* Had this member no part in making its group hold or fail? */
bool member_is_idle(const struct element_result *group, const struct element_result *member);
/* The first element that is false, for which a subject is clear or out of scope; NULL: none was asked. */
const struct element_result *finding_reason(const struct finding *);
/* "The law of this rule was not in force on 24 January 2025" */
void add_out_of_force(struct text *, const struct finding *);
#endif
