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

void json_finding(struct json_audit *, const struct finding *);
/* What would clear a finding, as a key; nothing where it was not worked out. */
struct clears;
void json_clears(struct json_audit *, const struct clears *);
void json_needs(struct json_audit *, const struct need *, size_t count);
#endif
