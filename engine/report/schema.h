/* schema.h - JSON Schema 2020-12, printed from the tables that the reader and the reports use themselves. */
#ifndef REPORT_SCHEMA_H
#define REPORT_SCHEMA_H

#include "report/json_writer.h"

void schema_facts(struct json *); /* schema_facts.c, from model.def */
void schema_audit(struct json *); /* schema_audit.c, from audit_shape.def */
void schema_rule(struct json *);
void schema_why(struct json *);
void schema_timeline(struct json *);
void schema_diff(struct json *);

/* The names that every schema begins with, in the object that is open. */
void schema_head(struct json *, const char *id, const char *title);
/* A schema that is a literal. */
#define SCHEMA_RAW(J, TEXT) json_raw((J), TEXT, sizeof TEXT - 1, true)
/* "#/$defs/NAME" */
void schema_ref(struct json *, const char *name);
#endif
