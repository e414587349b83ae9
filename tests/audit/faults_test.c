/* faults_test.c - every allocation may fail: the answer is then the right one, to the byte, or a [memory] diagnostic and
 * nothing kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "audit/faults.h"

/* Under sanitizers every piece of an arena is an allocation, and slow: wider strides. */
#ifdef ARENA_EACH
enum { STRIDE = 401, SMALL_STRIDE = 3 };
#else
enum { STRIDE = 97, SMALL_STRIDE = 1 };
#endif

static void sweep(const char *rules, const char *path, size_t stride, bool for_good)
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

static void each_allocation_of_a_small_audit_may_fail_once(void **state)
{
    sweep("tests/audit/small-rules", "tests/audit/small-case.json", SMALL_STRIDE, false);
}
static void each_allocation_of_a_small_audit_may_fail_for_good(void **state)
{
    sweep("tests/audit/small-rules", "tests/audit/small-case.json", SMALL_STRIDE, true);
}
static void every_97th_allocation_of_the_whole_pack_may_fail(void **state)
{
    sweep("rules/ftc-6b", "facts/ordinary-cloud-customer.json", STRIDE, false);
    sweep("rules/ftc-6b", "facts/ordinary-cloud-customer.json", STRIDE, true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_allocation_of_a_small_audit_may_fail_once),
        cmocka_unit_test(each_allocation_of_a_small_audit_may_fail_for_good),
        cmocka_unit_test(every_97th_allocation_of_the_whole_pack_may_fail),
    };
    return cmocka_run_group_tests_name("audit/faults", tests, NULL, NULL);
}
