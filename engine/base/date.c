/* date.c - days and civil dates; the arithmetic counts years from 1 March, so that a leap day ends one. */
#include "base/date.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>

enum { ERA_YEARS = 400, ERA_DAYS = 146097, EPOCH = 719468 /* days from 0000-03-01 to 1970-01-01 */ };

static const char *const month_names[12] = { "January", "February", "March",     "April",   "May",      "June",
                                             "July",    "August",   "September", "October", "November", "December" };

static int64_t floor_divide(int64_t n, int64_t by) { return n / by - (n % by < 0); }

/* 64 bits: a month may be added to any day. */
static int64_t civil_day(int64_t year, int month, int day)
{
    year -= month <= 2;
    int64_t era = floor_divide(year, ERA_YEARS), year_of_era = year - era * ERA_YEARS;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1; /* 153 days in 5 months */
    return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - EPOCH;
}

int32_t day_of(int year, int month, int day) { return (int32_t)civil_day(year, month, day); }

void day_parts(int32_t day, int *year, int *month, int *dom)
{
    int64_t shifted = (int64_t)day + EPOCH, era = floor_divide(shifted, ERA_DAYS);
    int64_t of_era = shifted - era * ERA_DAYS;
    int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int m = (int)((5 * of_year + 2) / 153);
    *dom = (int)(of_year - (153 * m + 2) / 5) + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = (int)(year_of_era + era * ERA_YEARS) + (*month <= 2);
}

static int month_length(int64_t year, int month)
{
    static const int lengths[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return lengths[month - 1] + (month == 2 && leap);
}

int32_t day_add_months(int32_t day, int32_t months)
{
    if (day == DAY_MIN || day == DAY_MAX) return day;
    int year, month, dom;
    day_parts(day, &year, &month, &dom);
    int64_t count = (int64_t)year * 12 + month - 1 + months;
    int64_t new_year = floor_divide(count, 12);
    int new_month = (int)(count - new_year * 12) + 1, longest = month_length(new_year, new_month);
    int64_t result = civil_day(new_year, new_month, dom < longest ? dom : longest);
    return result < DAY_MIN ? DAY_MIN : result > DAY_MAX ? DAY_MAX : (int32_t)result;
}

/* --- Reading --- */

static bool read_digits(const char *text, size_t count, int *ret_number)
{
    int number = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9') return false;
        number = number * 10 + (text[i] - '0');
    }
    *ret_number = number;
    return true;
}

bool days_read(const char *text, size_t length, struct days *ret_days)
{
    int year, month = 1, day = 1;
    if (length != 4 && length != 7 && length != 10) return false;
    if (!read_digits(text, 4, &year) || year < 1) return false;
    if (length >= 7 && (text[4] != '-' || !read_digits(text + 5, 2, &month) || month < 1 || month > 12)) return false;
    if (length == 10 && (text[7] != '-' || !read_digits(text + 8, 2, &day) || day < 1)) return false;
    if (day > month_length(year, month)) return false;
    int last_month = length == 4 ? 12 : month;
    ret_days->low = day_of(year, month, day);
    ret_days->high = day_of(year, last_month, length == 10 ? day : month_length(year, last_month));
    return true;
}

/* --- Writing --- */

enum span_shape { SHAPE_DAY, SHAPE_MONTH, SHAPE_YEAR, SHAPE_RANGE, SHAPE_FROM, SHAPE_UNTIL, SHAPE_UNKNOWN };

static enum span_shape shape_of(struct days d)
{
    if (d.low == DAY_MIN) return d.high == DAY_MAX ? SHAPE_UNKNOWN : SHAPE_UNTIL;
    if (d.high == DAY_MAX) return SHAPE_FROM;
    if (d.low == d.high) return SHAPE_DAY;
    int year, month, dom, last_year, last_month, last_dom;
    day_parts(d.low, &year, &month, &dom);
    day_parts(d.high, &last_year, &last_month, &last_dom);
    if (year != last_year || dom != 1 || last_dom != month_length(last_year, last_month)) return SHAPE_RANGE;
    if (month == 1 && last_month == 12) return SHAPE_YEAR;
    return month == last_month ? SHAPE_MONTH : SHAPE_RANGE;
}

static char *put_digits(char *to, int number, int count)
{
    for (int i = count - 1; i >= 0; i--, number /= 10) to[i] = (char)('0' + number % 10);
    return to + count;
}

/* Without printf where the year has four digits: a report writes many days. */
void day_write(int32_t day, char *out, size_t size)
{
    int year, month, dom;
    day_parts(day, &year, &month, &dom);
    if (year < 0 || year > 9999 || size < sizeof "2024-07-22") {
        snprintf(out, size, "%04d-%02d-%02d", year, month, dom);
        return;
    }
    char *to = put_digits(out, year, 4);
    *to++ = '-', to = put_digits(to, month, 2);
    *to++ = '-', to = put_digits(to, dom, 2);
    *to = '\0';
}

static void day_write_long(int32_t day, char *out, size_t size)
{
    int year, month, dom;
    day_parts(day, &year, &month, &dom);
    snprintf(out, size, "%d %s %d", dom, month_names[month - 1], year);
}

void days_write(struct days d, char *out, size_t size)
{
    char low[24], high[24];
    int year, month, dom;
    enum span_shape shape = shape_of(d);
    if (shape == SHAPE_DAY) {
        day_write(d.low, out, size);
        return;
    }
    day_parts(d.low, &year, &month, &dom);
    day_write(d.low, low, sizeof low);
    day_write(d.high, high, sizeof high);
    switch (shape) {
    case SHAPE_DAY: break; /* written already */
    case SHAPE_MONTH: snprintf(out, size, "%04d-%02d", year, month); break;
    case SHAPE_YEAR: snprintf(out, size, "%04d", year); break;
    case SHAPE_RANGE: snprintf(out, size, "from %s to %s", low, high); break;
    case SHAPE_FROM: snprintf(out, size, "from %s", low); break;
    case SHAPE_UNTIL: snprintf(out, size, "until %s", high); break;
    case SHAPE_UNKNOWN: snprintf(out, size, "unknown"); break;
    }
}

void days_write_long(struct days d, char *out, size_t size)
{
    char low[32], high[32];
    int year, month, dom;
    day_parts(d.low, &year, &month, &dom);
    day_write_long(d.low, low, sizeof low);
    day_write_long(d.high, high, sizeof high);
    switch (shape_of(d)) {
    case SHAPE_DAY: snprintf(out, size, "%s", low); break;
    case SHAPE_MONTH: snprintf(out, size, "%s %d", month_names[month - 1], year); break;
    case SHAPE_YEAR: snprintf(out, size, "%d", year); break;
    case SHAPE_RANGE: snprintf(out, size, "between %s and %s", low, high); break;
    case SHAPE_FROM: snprintf(out, size, "on or after %s", low); break;
    case SHAPE_UNTIL: snprintf(out, size, "on or before %s", high); break;
    case SHAPE_UNKNOWN: snprintf(out, size, "unknown"); break;
    }
}

/* --- Lengths --- */

/* Months from `first` to the start of `end`, first <= end. Anniversaries are counted from `first` itself, so that a
 * term that began on the 31st does not creep: 31 January, 28 February, 31 March. */
static double months_until(int32_t first, int32_t end)
{
    int year, month, dom, end_year, end_month, end_dom;
    day_parts(first, &year, &month, &dom);
    day_parts(end, &end_year, &end_month, &end_dom);
    int32_t whole = (end_year - year) * 12 + end_month - month;
    if (day_add_months(first, whole) > end) whole--;
    int32_t begun = day_add_months(first, whole), next = day_add_months(first, whole + 1);
    return whole + ((double)end - begun) / ((double)next - begun);
}

double months_between(int32_t first, int32_t last)
{
    if (first == DAY_MIN || last == DAY_MAX) return INFINITY;
    if (first == DAY_MAX || last == DAY_MIN) return -INFINITY;
    int32_t end = last + 1;
    return first <= end ? months_until(first, end) : -months_until(end, first);
}
