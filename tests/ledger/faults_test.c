/* faults_test.c - every allocation of reading, applying, adding and writing may fail: then it is said, nothing is kept, and
 * nothing is written by halves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "ledger/kept.h"

static const char facts[] =
    "{\"format\": \"compliance-facts/1\", \"case\": {\"id\": \"d\", \"as_of\": \"2025-01-24\"},\n"
    " \"entities\": [{\"id\": \"elm\", \"name\": \"Elm\"}, {\"id\": \"fir\", \"name\": \"Fir\"}],\n"
    " \"agreements\": [{\"type\": \"veto\", \"holder\": \"elm\", \"grantor\": \"fir\"}]}";
static const char config_text[] =
    "{\"format\": \"compliance-config/1\", \"rules\": [\"r\"], \"formats\": {\"json\": \"a\"}, \"fail-on\": \"low\",\n"
    " \"params\": {\"house/share.line\": {\"value\": 25, \"reason\": \"r\"}}, \"baseline\": \"b\"}";
static const char old_entry[] =
    "{\"format\": \"compliance-accept/1\", \"accepted\": [{\"rule\": \"house/veto\", \"case\": \"d\",\n"
    " \"subject\": {\"firm\": \"fir\", \"holder\": \"elm\"}, \"proof\": \"" HASH_A
    "\", \"reason\": \"r\", \"who\": \"w\",\n"
    " \"until\": \"2026-01-01\"}, {\"rule\": \"p/r\", \"case\": \"d\", \"subject\": {}, \"proof\": \"" HASH_A
    "\", \"reason\": \"r\", \"who\": \"w\",\n"
    " \"until\": \"2026-01-01\"}]}";

struct run {
    struct faults faults;
    struct heard heard;
    size_t written; /* bytes that reached a sink */
    long counting;  /* -1: a step was refused */
};

static bool count_bytes(void *run, const char *bytes, size_t length)
{
    ((struct run *)run)->written += length;
    return true;
}

static bool baseline_there_and_back(struct run *r, cc_engine *engine, cc_audit *audit)
{
    struct text text;
    text_init(&text, &allocator_default, 0);
    cc_baseline *written = cc_baseline_new(engine), *read = NULL, *moved = NULL;
    bool well = written && cc_baseline_add(written, audit) && cc_baseline_write(written, (cc_sink){ count_bytes, r }) &&
                cc_baseline_write(written, (cc_sink){ sink_text, &text }) &&
                (read = cc_baseline_read(engine, "b.json", text.data, text.length)) && cc_baseline_apply(read, audit) &&
                (moved = cc_baseline_new(engine)) && cc_baseline_carry(moved, read) &&
                cc_baseline_write(moved, (cc_sink){ sink_text, &text });
    cc_baseline_free(written), cc_baseline_free(read), cc_baseline_free(moved);
    text_free(&text);
    return well;
}

static char fingerprint[65]; /* of the finding, as the run without a fault has it */

static bool accepted_there_and_back(struct run *r, cc_engine *engine, cc_audit *audit)
{
    cc_accepted *a = cc_accepted_read(engine, "a.json", old_entry, strlen(old_entry));
    bool well = a &&
                cc_accepted_add(a, audit,
                                &(cc_acceptance){ sizeof(cc_acceptance), fingerprint, "r", "w", "2026-01-01" },
                                TODAY) == 1 &&
                cc_accepted_write(a, (cc_sink){ count_bytes, r }) && cc_accepted_apply(a, audit, TODAY);
    cc_accepted_free(a);
    return well;
}

static bool config_there_and_back(cc_engine *engine, cc_audit *audit)
{
    cc_config *c = cc_config_read(engine, "ci/c.json", config_text, strlen(config_text), false, kept_formats);
    bool well = c && cc_config_check(c) && cc_config_apply(c, audit, cc_config_words(c, CC_CONFIG_PARAMS));
    cc_config_free(c);
    return well;
}

static void run(struct run *r, enum ledger_file file)
{
    size_t at = r->faults.at;
    r->faults.at = 0; /* the audit has its own sweep: tests/audit/faults_test.c */
    cc_allocator allocator = faulty(&r->faults);
    cc_engine *engine = cc_engine_new(NULL, &allocator, hear, &r->heard);
    assert_non_null(engine);
    assert_true(cc_engine_load_rules(engine, HOUSE));
    cc_case *c = cc_case_parse(engine, "facts.json", facts, strlen(facts));
    cc_audit *audit = cc_audit_run(engine, c, &(cc_options){ .size = sizeof(cc_options) });
    assert_non_null(audit);
    if (!at) snprintf(fingerprint, sizeof fingerprint, "%s", finding_fingerprint(audit, audit->findings[0]));
    r->heard.count = 0, r->faults.seen = 0, r->faults.at = at;
    bool well = file == BASELINE   ? baseline_there_and_back(r, engine, audit)
                : file == ACCEPTED ? accepted_there_and_back(r, engine, audit)
                                   : config_there_and_back(engine, audit);
    r->counting = well ? (long)cc_audit_counting(audit, CC_FLAGGED, CC_INFO) : -1;
    cc_audit_free(audit);
    cc_case_free(c);
    cc_engine_free(engine);
}

static void sweep(enum ledger_file file, long expected, bool for_good)
{
    struct run clean = { .counting = -2 };
    run(&clean, file);
    assert_int_equal(clean.counting, expected);
    assert_int_equal(clean.faults.live, 0);
    assert_true(clean.faults.seen > 3);
    size_t refused = 0;
    for (size_t at = 1; at <= clean.faults.seen; at++) {
        struct run r = { .faults = { .at = at, .for_good = for_good } };
        run(&r, file);
        if (r.faults.live) fail_msg("allocation %zu: %ld blocks are still out", at, r.faults.live);
        if (r.counting >= 0 && r.counting != expected) fail_msg("allocation %zu: %ld count", at, r.counting);
        if (r.counting < 0 && !r.heard.count) fail_msg("allocation %zu: refused, and nothing was said", at);
        for (size_t i = 0; i < r.heard.count && i < HEARD; i++)
            if (strcmp(r.heard.said[i].code, "memory") != 0 && !r.heard.said[i].notice)
                fail_msg("allocation %zu: '%s' is blamed", at, r.heard.said[i].message);
        if (r.written && r.written != clean.written) fail_msg("allocation %zu: %zu bytes written", at, r.written);
        refused += r.counting < 0;
    }
    assert_true(refused > 2); /* it does reach them */
}

static void each_allocation_for_a_baseline_may_fail(void **state)
{
    sweep(BASELINE, 0, false);
    sweep(BASELINE, 0, true);
}
static void each_allocation_for_accepted_risks_may_fail(void **state)
{
    sweep(ACCEPTED, 0, false);
    sweep(ACCEPTED, 0, true);
}
static void each_allocation_for_a_configuration_may_fail(void **state)
{
    sweep(CONFIG, 1, false);
    sweep(CONFIG, 1, true);
}

static bool refuse(void *ud, const char *bytes, size_t length) { return false; }
static void a_sink_that_refuses_is_an_error(void **state)
{
    struct trial t;
    trial_open(&t, HOUSE);
    cc_baseline *b = cc_baseline_new(t.engine);
    cc_accepted *a = cc_accepted_read(t.engine, "a.json", NULL, 0);
    assert_false(cc_baseline_write(b, (cc_sink){ refuse, NULL }));
    assert_false(cc_accepted_write(a, (cc_sink){ refuse, NULL }));
    assert_int_equal(t.heard.count, 2);
    assert_string_equal(t.heard.said[0].code, "io");
    cc_baseline_free(b), cc_accepted_free(a);
    trial_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_allocation_for_a_baseline_may_fail),
        cmocka_unit_test(each_allocation_for_accepted_risks_may_fail),
        cmocka_unit_test(each_allocation_for_a_configuration_may_fail),
        cmocka_unit_test(a_sink_that_refuses_is_an_error),
    };
    return cmocka_run_group_tests_name("ledger/faults", tests, NULL, NULL);
}
