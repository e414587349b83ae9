/* faults.c - see faults.h. */
#include "audit/faults.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void *count_and_fail(void *ud, void *block, size_t old_size, size_t new_size)
{
    struct faults *f = ud;
    if (!block) old_size = 0;
    if (new_size > old_size) {
        f->seen++;
        if (f->at && (f->for_good ? f->seen >= f->at : f->seen == f->at)) return NULL;
    }
    if (!new_size) {
        f->live -= block != NULL;
        free(block);
        return NULL;
    }
    void *moved = realloc(block, new_size);
    if (moved && !block) f->live++;
    return moved;
}

cc_allocator faults_allocator(struct faults *f) { return (cc_allocator){ count_and_fail, f }; }

void faults_heard(void *ud, const cc_diagnostic *d)
{
    struct faults *f = ud;
    if (strcmp(d->code, "memory") == 0) f->said = true;
    else f->other = true;
}

/* FNV-1a: enough to tell one answer from another. */
static bool digest(void *answer, const char *bytes, size_t length)
{
    uint64_t hash = *(uint64_t *)answer;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001B3);
    *(uint64_t *)answer = hash;
    return true;
}

static bool report(struct faults *f, cc_engine *engine, const cc_audit *audit)
{
    uint64_t answer = UINT64_C(0xCBF29CE484222325);
    cc_report *r = cc_report_open(engine, "json",
                                  &(cc_report_options){ .size = sizeof(cc_report_options), .verbose = true },
                                  (cc_sink){ digest, &answer });
    if (!r) return false;
    bool added = cc_report_add(r, audit);
    if (!cc_report_close(r) || !added) return false;
    f->answer = answer;
    return true;
}

long audit_under_faults(struct faults *f, const char *rules, const char *facts_path, const char *text, size_t length)
{
    cc_allocator allocator = faults_allocator(f);
    cc_case *c = NULL;
    cc_audit *audit = NULL;
    long flagged = -1;
    cc_engine *engine = cc_engine_new(NULL, &allocator, faults_heard, f);
    if (!engine || !cc_engine_set_shipped(engine, "rules") || !cc_engine_load_rules(engine, rules)) goto out;
    if (!(c = cc_case_parse(engine, facts_path, text, length))) goto out;
    if (!(audit = cc_audit_run(engine, c,
                               &(cc_options){ .size = sizeof(cc_options), .clears_budget = 200, .sensitivity = true })))
        goto out;
    if (report(f, engine, audit)) flagged = (long)cc_audit_count(audit, CC_FLAGGED);
out:
    cc_audit_free(audit);
    cc_case_free(c);
    cc_engine_free(engine);
    return flagged;
}

char *read_whole(const char *path, size_t *ret_length)
{
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    size_t room = (size_t)4 << 20, length = 0;
    char *text = malloc(room);
    if (text) length = fread(text, 1, room - 1, file), text[length] = '\0';
    fclose(file);
    *ret_length = length;
    return text;
}

void faults_sweep(const char *rules, const char *path, size_t stride, bool for_good)
{
    size_t length;
    char *text = read_whole(path, &length);
    assert_non_null(text);
    struct faults clean = { 0 };
    long expected = audit_under_faults(&clean, rules, path, text, length);
    assert_true(expected >= 0);
    assert_int_equal(clean.live, 0);
    for (size_t at = 1; at <= clean.seen; at += stride) {
        struct faults f = { .at = at, .for_good = for_good };
        long flagged = audit_under_faults(&f, rules, path, text, length);
        if (f.live != 0) fail_msg("allocation %zu: %ld blocks are still out", at, f.live);
        if (f.other) fail_msg("allocation %zu: something else than memory was blamed", at);
        if (flagged != expected && !f.said)
            fail_msg("allocation %zu: %ld flagged for %ld, and nothing was said", at, flagged, expected);
        if (flagged >= 0 && f.answer != clean.answer)
            fail_msg("allocation %zu: another answer, and nothing was said", at);
    }
    free(text);
}
