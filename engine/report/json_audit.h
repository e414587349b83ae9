/* json_audit.h - what the two files of the JSON report share: where they write, and which sources were cited so far. */
#ifndef REPORT_JSON_AUDIT_H
#define REPORT_JSON_AUDIT_H

#include "report/json_writer.h"
#include "report/places.h"

struct json_audit {
    struct json j;
    const struct cc_audit *audit;
    struct places places;
    struct arena arena; /* of one audit */
    struct text scratch;
    bool *cited; /* of each source in the facts */
    const struct law_source **laws;
    size_t law_count, law_capacity;
};

void json_audit_open(struct json_audit *, struct out *, const cc_allocator *);
/* The audit that is written from here on. */
void json_audit_begin(struct json_audit *, const struct cc_audit *);
void json_audit_close(struct json_audit *);
/* Into the object that is open: format, tool, case, and what was changed in the facts; the sources cited since begin. */
void json_head(struct json_audit *, const char *format, int32_t as_of);
void json_sources(struct json_audit *);
void json_day(struct json *, int32_t day);
/* What the audit was made from, as a key: `verify` evaluates it again. */
void json_inputs(struct json_audit *, bool verbose);
void json_refused_inputs(struct json *, struct cc_engine *, const cc_refused *);
/* Runs a function of the audit that writes a sentence, and puts what it wrote. */
#define PUT_SENTENCE(A, CALL)      \
    do {                           \
        text_reset(&(A)->scratch); \
        CALL;                      \
        json_scratch(A);           \
    } while (0)
void json_scratch(struct json_audit *);
/* {"kind","filter"} as absent, "of" and "complete", into the object that is open. */
void json_absence(struct json_audit *, const struct absence *);
/* The line of an offset, or null. */
void json_place(struct json_audit *, uint32_t at);
void json_finding(struct json_audit *, const struct finding *);
/* Which values of a fact decide a finding, as a key. */
void json_lines(struct json_audit *, const struct finding *);
void json_decision(struct json_audit *, const struct decision *);
/* What to find out first, as a key; nothing where it was not worked out. */
void json_to_find(struct json_audit *);
/* How near the verdicts are to others, as a key; nothing where it was not asked for. */
void json_sensitivity(struct json_audit *);
/* What would clear a finding, as a key; nothing where it was not worked out. */
void json_clears(struct json_audit *, const struct finding *);
void json_needs(struct json_audit *, const struct need *, size_t count);
#endif
