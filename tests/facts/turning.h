/* turning.h - facts of many firms in which on each day another firm joins a group. */
#ifndef TESTS_FACTS_TURNING_H
#define TESTS_FACTS_TURNING_H

#include <stdint.h>

/* Day 0 is 2020-01-01. */
int32_t turning_day(int32_t number);
/* Firms e0, e1, ... From day i on e(i + 1) is controlled by e(i), but on every third day, whose holding gives no control: so the groups
 * of two days in three differ. For free(). */
char *turning_facts(int firms, int days);
#endif
