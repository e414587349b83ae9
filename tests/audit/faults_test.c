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
#ifdef SHORT
enum { STRIDE = 1009, SMALL_STRIDE = 7 };
#else
enum { STRIDE = 97, SMALL_STRIDE = 1 };
#endif

static void each_allocation_of_a_small_audit_may_fail_once(void **state)
{
    faults_sweep("tests/audit/small-rules", "tests/audit/small-case.json", SMALL_STRIDE, false);
}
static void each_allocation_of_a_small_audit_may_fail_for_good(void **state)
{
    faults_sweep("tests/audit/small-rules", "tests/audit/small-case.json", SMALL_STRIDE, true);
}
static void every_97th_allocation_of_the_whole_pack_may_fail(void **state)
{
    faults_sweep("rules/ftc-6b", "facts/ordinary-cloud-customer.json", STRIDE, false);
    faults_sweep("rules/ftc-6b", "facts/ordinary-cloud-customer.json", STRIDE, true);
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
