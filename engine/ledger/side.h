/* side.h - an audit that was kept as JSON, as far as two of them are compared: its findings, and the facts that each cites.
 *
 * Facts files are compared in the same form: audited, printed and read back, so that there is one way to be equal. */
#ifndef LEDGER_SIDE_H
#define LEDGER_SIDE_H

#include "audit/doubt.h"
#include "ledger/subject.h"

/* A fact that a finding cites: a field of a record, a record, or a search that found nothing. */
struct side_fact {
    const char *kind, *id; /* of a search: id is what was looked for */
    const char *field;     /* "": the whole record, or a search */
    const char *value;     /* JSON without spaces; of a search "none", or "none, complete" */
    bool estimate;         /* the file called it one */
    uint32_t line;         /* 0: none */
    uint8_t list;          /* cited by a test of applies (0), elements (1) or unless (2), */
    uint16_t test;         /* by which one first, from 0 */
};
struct side_finding {
    const char *rule, *title, *proof;
    uint8_t verdict, severity;
    struct subject_named subject;
    uint16_t asked[3];       /* how many tests of each list were asked: after the one that decides nothing is known */
    struct side_fact *facts; /* sorted by kind, id and field; each once */
    size_t fact_count, fact_capacity;
    struct doubt doubt; /* what of it nobody had verified */
};
struct side_rule {
    const char *id;
    uint8_t verdict;
};
struct cc_side {
    struct cc_engine *engine;
    struct arena arena;
    const char *name;                           /* as it is called in messages */
    const char *case_id, *title, *as_of, *file; /* case_id and title may be NULL */
    const char *rules_digest;
    bool incomplete, altered;
    bool whole;                    /* all its subjects are there, also those that are clear */
    struct side_finding *findings; /* sorted by rule, then by subject */
    size_t finding_count;
    struct side_rule *rules; /* sorted by id */
    size_t rule_count;
};

int side_order(const struct side_finding *, const struct side_finding *);  /* by rule and subject */
int fact_order(const struct side_fact *, const struct side_fact *);        /* by kind, id and field */
const struct side_rule *side_rule(const struct cc_side *, const char *id); /* NULL: none */
#endif
