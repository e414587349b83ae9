/* schema.c - which schema is asked for, and what all have in common. */
#include "report/schema.h"
#include "report/report.h"

#include <stdio.h>

void schema_head(struct json *j, const char *id, const char *title)
{
    JSON_KEY(j, "$schema"), json_string(j, "https://json-schema.org/draft/2020-12/schema");
    json_line(j), JSON_KEY(j, "$id"), json_string(j, id);
    json_line(j), JSON_KEY(j, "title"), json_string(j, title);
    json_line(j);
}

void schema_ref(struct json *j, const char *name)
{
    char reference[128];
    snprintf(reference, sizeof reference, "#/$defs/%s", name);
    json_open(j, '{');
    JSON_KEY(j, "$ref"), json_string(j, reference);
    json_close(j, '}');
}

bool cc_write_schema(cc_engine *e, const char *name, cc_sink sink)
{
    static const struct {
        const char *name;
        void (*write)(struct json *);
    } schemas[] = { { "facts", schema_facts }, { "audit", schema_audit },       { "rule", schema_rule },
                    { "why", schema_why },     { "timeline", schema_timeline }, { "diff", schema_diff } };
    enum { COUNT = sizeof schemas / sizeof *schemas };
    const char *names[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        names[i] = schemas[i].name;
        if (strcmp(name, names[i]) != 0) continue;
        struct out out;
        if (!listing_open(e, &out, sink)) return false;
        struct json j = json_on(&out);
        json_open(&j, '{');
        schemas[i].write(&j);
        json_close(&j, '}');
        out_string(&out, "\n");
        return listing_close(e, &out);
    }
    report_unknown(e, "schema", name, names, COUNT);
    return false;
}
