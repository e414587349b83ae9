/* cases.h - a case small enough to be read at a glance, on which a target's rules have something to say: see
 * tests/audit/small-rules. */
#ifndef TESTS_FUZZ_CASES_H
#define TESTS_FUZZ_CASES_H

extern const char small_case[];
#endif
