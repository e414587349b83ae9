/* ruling.c - see ruling.h. */
#define _XOPEN_SOURCE 700 /* setitimer */
#include "lua/ruling.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include <cmocka.h>

#include "audit/engine.h"

const cc_limits ruling_limits = { .size = sizeof(cc_limits), .instructions = 200000, .memory = (size_t)1 << 20 };

void patience(int seconds) { setitimer(ITIMER_PROF, &(struct itimerval){ .it_value = { .tv_sec = seconds } }, NULL); }

static void hear_ruling(void *ud, const cc_diagnostic *d)
{
    struct ruling *r = ud;
    if (d->notice) return;
    if (r->said_count < SAID) {
        struct said *said = &r->said[r->said_count];
        snprintf(said->code, sizeof said->code, "%s", d->code);
        snprintf(said->message, sizeof said->message, "%s", d->message);
        said->line = d->line;
    }
    r->said_count++;
}

void ruling_open(struct ruling *r, const cc_limits *limits)
{
    *r = (struct ruling){ 0 };
    r->engine = cc_engine_new(limits, NULL, hear_ruling, r);
    assert_non_null(r->engine);
    assert_true(cc_engine_set_shipped(r->engine, SHELF));
}

bool ruling_rule(struct ruling *r, const char *name, const char *text)
{
    r->said_count = 0;
    return cc_engine_load_rule_text(r->engine, name, text, strlen(text));
}

static void drop_case(struct ruling *r)
{
    cc_audit_free(r->audit);
    cc_case_free(r->facts);
    r->audit = NULL, r->facts = NULL;
}

void ruling_case(struct ruling *r, const char *records, const char *complete)
{
    static char text[1 << 22];
    drop_case(r);
    int n = snprintf(
        text, sizeof text,
        "{'format':'compliance-facts/1','case':{'id':'t','title':'t','as_of':'2025-01-01','complete':[%s]}%s%s}",
        complete ? complete : "", *records ? "," : "", records);
    assert_true(n > 0 && (size_t)n < sizeof text);
    for (int i = 0; i < n; i++)
        if (text[i] == '\'') text[i] = '"';
    r->said_count = 0;
    r->facts = cc_case_parse(r->engine, "t.json", text, (size_t)n);
    if (!r->facts) fail_msg("the case is refused: %u: %s", r->said[0].line, r->said[0].message);
}

const struct cc_audit *ruling_audit(struct ruling *r, const cc_options *options)
{
    cc_audit_free(r->audit);
    r->audit = cc_audit_run(r->engine, r->facts, options);
    if (!r->audit) fail_msg("no audit: %s", r->said_count ? r->said[0].message : "it does not say why");
    return r->audit;
}

const struct rule_result *ruling_result(const struct ruling *r, const char *id)
{
    for (size_t i = 0; i < r->audit->rule_count; i++) {
        const struct rule *rule = r->audit->rules[i].rule;
        size_t path = strlen(rule->path), n = strlen(id);
        if (!strcmp(rule->id, id) || (path >= n && !strcmp(rule->path + path - n, id))) return &r->audit->rules[i];
    }
    fail_msg("no rule %s in the audit", id);
    return NULL;
}

const struct finding *ruling_finding(const struct ruling *r, const char *id)
{
    for (size_t i = 0; i < r->audit->finding_count; i++)
        if (!strcmp(r->audit->findings[i]->rule->id, id)) return r->audit->findings[i];
    return NULL;
}

void ruling_close(struct ruling *r)
{
    drop_case(r);
    cc_engine_free(r->engine);
}

char *ruling_file(const char *path, size_t *ret_size)
{
    FILE *file = fopen(path, "rb");
    if (!file) fail_msg("no file %s", path);
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(size + 1);
    if (!bytes || fread(bytes, 1, size, file) != size) fail_msg("cannot read %s", path);
    fclose(file);
    bytes[size] = '\0';
    *ret_size = size;
    return bytes;
}
