/* for_good_sweep.c - the long form of audit/faults_test: every allocation of the whole pack fails for good. Some two minutes of one
 * core. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/faults.h"

static void every_allocation_of_the_whole_pack_may_fail_for_good(void **state)
{
    faults_sweep("rules/ftc-6b", "facts/ordinary-cloud-customer.json", 1, true);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_allocation_of_the_whole_pack_may_fail_for_good) };
    return cmocka_run_group_tests_name("sweep/for_good", tests, NULL, NULL);
}
