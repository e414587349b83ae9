/* date.h - days, counted from 1970-01-01 (proleptic Gregorian, negative before).
 *
 * A partial date is a range of days: "2019" is 2019-01-01 .. 2019-12-31. DAY_MIN and DAY_MAX stand for no bound.
 * Years 0001 to 9999 are read. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DAY_MIN INT32_MIN
#define DAY_MAX INT32_MAX

struct days {
    int32_t low, high; /* low <= high */
};

int32_t day_of(int year, int month, int day);                 /* must be a real date */
void day_parts(int32_t day, int *year, int *month, int *dom); /* the reverse */
/* The same day of the month `months` later (earlier if negative), or the last day of a month that is too short.
 * DAY_MIN and DAY_MAX stay, and stand for what lies beyond them. */
int32_t day_add_months(int32_t day, int32_t months);
/* "2019", "2019-07" or "2019-07-22", exactly these shapes; false for any other or for a day that does not exist. */
bool days_read(const char *text, size_t length, struct days *ret_days);
/* "2025-01-24"; a range as "2019-07" or "2019" where it is a whole month or year, else "from A to B". NUL-terminated;
 * 64 bytes suffice for either. */
void day_write(int32_t day, char *out, size_t size);
void days_write(struct days, char *out, size_t size);
/* "24 January 2025", "July 2019", "2019", "between 3 May 2020 and 9 June 2021". */
void days_write_long(struct days, char *out, size_t size);
/* Whole months from `first` to `last`, the last day included, plus the rest as a fraction of the month it falls in:
 * 2019-01-01 to 2023-12-31 is 60. */
double months_between(int32_t first, int32_t last);
#endif
