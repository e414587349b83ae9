/* random_case.h - for property tests: random small cases, and rules that ask much of the language. What returns text returns
 * memory of its own. */
#ifndef TESTS_AUDIT_RANDOM_CASE_H
#define TESTS_AUDIT_RANDOM_CASE_H

#include "audit/trial.h"

/* A few firms, some of one group, two markets, money, agreements, seats and observations; much of it half known. */
char *random_case(uint64_t *seed);
/* Beside the shipped rules: counts, ceilings, none, none_of, concentration, durations, seats, own functions. */
void load_random_rules(struct trial *);
#endif
