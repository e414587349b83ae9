/* sarif.h - what the files of the SARIF report share: the run that is being written, and its rules so far. */
#ifndef REPORT_SARIF_H
#define REPORT_SARIF_H

#include "report/brief.h"
#include "report/json_writer.h"

/* toolExecutionNotifications come after the results. */
struct sarif_notification {
    bool error; /* else a note */
    const char *code, *text;
    const char *file; /* as a URI; NULL: none */
    uint32_t line, column;
    const struct rule *rule; /* NULL: none */
};
struct sarif_report {
    struct brief brief;
    struct json json;
    struct arena arena; /* of the whole report */
    struct text text, markdown;
    const struct rule **rules; /* in the order of their index */
    size_t rule_count, rule_capacity;
    struct sarif_notification *notifications;
    size_t notification_count, notification_capacity;
};

/* ---- sarif_rule.c: rules as SARIF describes them ---- */
void sarif_rules(struct sarif_report *);
const char *sarif_level(const struct rule *);
/* ---- sarif_text.c: messages and addresses ---- */
/* {"text": ...} */
void sarif_message(struct json *, const char *text);
/* Appends a text to a message: braces doubled (SARIF 3.11.5); inside of a link's text, brackets escaped (3.11.6). */
void sarif_add_text(struct text *, const char *text, bool in_link);
/* A path as a URI reference (RFC 3986), percent-encoded; an absolute one begins with file://. */
void sarif_add_uri(struct text *, const char *path);
#endif
