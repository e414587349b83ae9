/* once_sweep.c - the long form of audit/faults_test: every allocation of the whole pack fails once. Some two minutes of one
 * core. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/faults.h"

static void every_allocation_of_the_whole_pack_may_fail_once(void **state)
{
    faults_sweep("rules/ftc-6b", "facts/ordinary-cloud-customer.json", 1, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_allocation_of_the_whole_pack_may_fail_once) };
    return cmocka_run_group_tests_name("sweep/once", tests, NULL, NULL);
}
