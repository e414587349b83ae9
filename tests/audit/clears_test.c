/* clears_test.c - what would clear a finding: each claim is done to a copy of the file, which is audited again. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/patching.h"

static struct trial trial, again;

/* Under sanitizers every piece of an arena is an allocation, and slow: of cases and days every so manieth. */
#ifdef ARENA_EACH
enum { STRIDE = 31 };
#else
enum { STRIDE = 1 };
#endif

static void every_way_to_clear_a_shipped_case_clears_a_copy_of_it(void **state)
{
    struct proving p = { 0 };
    glob_t files;
    assert_int_equal(glob("facts/*.json", 0, NULL, &files), 0);
    assert_int_equal(glob("facts/cases/*.json", GLOB_APPEND, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i += STRIDE)
        prove_audit(&trial, &again, files.gl_pathv[i], NULL, false, &p, NULL);
    print_message("%zu files: %u ends, %u crosses, %u adds, of them %u pairs; %u findings that nothing clears\n",
                  (size_t)files.gl_pathc, p.ends, p.crosses, p.adds, p.pairs, p.empty);
    globfree(&files);
    assert_int_equal(p.wrong, 0);
    assert_true(STRIDE > 1 || p.ends >= 30);
    assert_true(STRIDE > 1 || p.crosses >= 100);
    assert_true(STRIDE > 1 || p.adds >= 100);
    assert_true(STRIDE > 1 || p.pairs >= 3);
}

static void every_way_to_clear_the_seed_clears_it_on_other_days_and_by_the_law_of_all_jurisdictions(void **state)
{
    static const char *const days[] = { "2024-06-01", "2020-06-01", "2025-11-15", "2026-03-15", "2026-06-01" };
    struct proving p = { 0 };
    for (size_t i = 0; i < sizeof days / sizeof *days; i += STRIDE)
        prove_audit(&trial, &again, "facts/microsoft-openai.json", days[i], true, &p, NULL);
    print_message("%u ends, %u crosses, %u adds, of them %u pairs; %u findings that nothing clears\n", p.ends,
                  p.crosses, p.adds, p.pairs, p.empty);
    assert_int_equal(p.wrong, 0);
    assert_true(STRIDE > 1 || p.ends >= 30);
    assert_true(STRIDE > 1 || p.crosses >= 30);
    assert_true(STRIDE > 1 || p.adds >= 30);
}

static void every_fact_to_find_out_settles_what_it_promised_with_each_of_its_values(void **state)
{
    struct settling s = { 0 };
    glob_t files;
    assert_int_equal(glob("facts/*.json", 0, NULL, &files), 0);
    assert_int_equal(glob("facts/cases/*.json", GLOB_APPEND, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i += STRIDE)
        prove_audit(&trial, &again, files.gl_pathv[i], NULL, true, NULL, &s);
    for (unsigned i = 0; i < 2; i += STRIDE)
        prove_audit(&trial, &again, "facts/microsoft-openai.json", i ? "2025-11-15" : "2026-06-01", true, NULL, &s);
    print_message("%u facts, %u values: %u flag, %u clear\n", s.facts, s.values, s.flagged, s.cleared);
    globfree(&files);
    assert_int_equal(s.wrong, 0);
    assert_true(STRIDE > 1 || s.facts >= 30);
    assert_true(STRIDE > 1 || s.flagged >= 30);
    assert_true(STRIDE > 1 || s.cleared >= 30);
}

static int setup(void **state)
{
    trial_open(&trial, "rules");
    trial_open(&again, "rules");
    return 0;
}

static int teardown(void **state)
{
    trial_close(&again);
    trial_close(&trial);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_to_clear_a_shipped_case_clears_a_copy_of_it),
        cmocka_unit_test(every_way_to_clear_the_seed_clears_it_on_other_days_and_by_the_law_of_all_jurisdictions),
        cmocka_unit_test(every_fact_to_find_out_settles_what_it_promised_with_each_of_its_values),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
