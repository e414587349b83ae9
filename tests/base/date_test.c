/* Days and dates: read strictly, written shortest, and the months between them. */
#include "base/date.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int32_t day(const char *text)
{
    struct days d;
    if (!days_read(text, strlen(text), &d)) fail_msg("'%s' is no date", text);
    return d.low;
}

static void days_are_counted_from_1970_and_every_day_comes_back(void **state)
{
    (void)state;
    assert_int_equal(day_of(1970, 1, 1), 0);
    assert_int_equal(day_of(1969, 12, 31), -1);
    assert_int_equal(day_of(2000, 3, 1), 11017);
    assert_int_equal(day_of(1, 1, 1), -719162);
    assert_int_equal(day_of(9999, 12, 31), 2932896);
    int last_year = 0, last_month = 12, last_dom = 31;
    for (int32_t d = day_of(1, 1, 1); d <= 2932896; d++) {
        int year, month, dom;
        day_parts(d, &year, &month, &dom);
        bool next = year == last_year && month == last_month && dom == last_dom + 1;
        bool first = dom == 1 && last_dom >= 28 && year * 12 + month == last_year * 12 + last_month + 1;
        if (day_of(year, month, dom) != d || !(next || first)) fail_msg("day %d", d);
        last_year = year, last_month = month, last_dom = dom;
    }
}

static void a_partial_date_is_a_range(void **state)
{
    (void)state;
    static const struct {
        const char *text, *low, *high;
    } rows[] = {
        { "2019", "2019-01-01", "2019-12-31" },       { "2019-07", "2019-07-01", "2019-07-31" },
        { "2019-02", "2019-02-01", "2019-02-28" },    { "2020-02", "2020-02-01", "2020-02-29" },
        { "1900-02", "1900-02-01", "1900-02-28" },    { "2000-02", "2000-02-01", "2000-02-29" },
        { "2019-07-22", "2019-07-22", "2019-07-22" }, { "0001", "0001-01-01", "0001-12-31" },
        { "9999-12", "9999-12-01", "9999-12-31" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct days d;
        char low[64], high[64];
        assert_true(days_read(rows[i].text, strlen(rows[i].text), &d));
        day_write(d.low, low, sizeof low);
        day_write(d.high, high, sizeof high);
        assert_string_equal(low, rows[i].low);
        assert_string_equal(high, rows[i].high);
    }
}

static void what_is_no_date_is_refused(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "",           "19",         "20190722",    "2019-7-22",   "2019-07-2",  "2019-7",
        "2019-",      "2019-07-",   "2019/07",     "2019-13",     "2019-00",    "2019-02-29",
        "2019-04-31", "2019-07-00", "2019-07-32",  "0000",        "0000-01",    "-001",
        "+019",       " 2019",      "2019 ",       "2019-07-22 ", "2O19",       "2019-0 -01",
        "1900-02-29", "2019-W27",   "2019-07-22T", "20190-07-2",  "2019-07--2", "\xD9\xA2\x31\x39",
    };
    struct days d = { 1, 2 };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (days_read(rows[i], strlen(rows[i]), &d)) fail_msg("'%s' was read", rows[i]);
    assert_false(days_read("2019\0", 5, &d));
    assert_int_equal(d.low + d.high, 3); /* untouched */
}

static void a_range_is_written_as_short_as_it_can_be(void **state)
{
    (void)state;
    static const struct {
        const char *low, *high, *written, *in_words;
    } rows[] = {
        { "2025-01-24", "2025-01-24", "2025-01-24", "24 January 2025" },
        { "2019-07-01", "2019-07-31", "2019-07", "July 2019" },
        { "2020-02-01", "2020-02-29", "2020-02", "February 2020" },
        { "2020-02-01", "2020-02-28", "from 2020-02-01 to 2020-02-28", "between 1 February 2020 and 28 February 2020" },
        { "2019-01-01", "2019-12-31", "2019", "2019" },
        { "2020-05-03", "2021-06-09", "from 2020-05-03 to 2021-06-09", "between 3 May 2020 and 9 June 2021" },
        { "2019-01-01", "2019-02-28", "from 2019-01-01 to 2019-02-28", "between 1 January 2019 and 28 February 2019" },
        { "2019-01-01", "2020-12-31", "from 2019-01-01 to 2020-12-31", "between 1 January 2019 and 31 December 2020" },
        { "2019-09-24", NULL, "from 2019-09-24", "on or after 24 September 2019" },
        { NULL, "2019-09-24", "until 2019-09-24", "on or before 24 September 2019" },
        { NULL, NULL, "unknown", "unknown" },
        { "0001-01-01", "0001-01-01", "0001-01-01", "1 January 1" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct days d = { rows[i].low ? day(rows[i].low) : DAY_MIN, rows[i].high ? day(rows[i].high) : DAY_MAX };
        char out[64];
        days_write(d, out, sizeof out);
        assert_string_equal(out, rows[i].written);
        days_write_long(d, out, sizeof out);
        assert_string_equal(out, rows[i].in_words);
    }
}

static void the_ends_of_time_are_written_within_64_bytes(void **state)
{
    (void)state;
    const struct days far = { DAY_MIN + 1, DAY_MAX - 1 };
    char out[64];
    days_write(far, out, sizeof out);
    assert_true(strlen(out) < 63);
    days_write_long(far, out, sizeof out);
    assert_true(strlen(out) < 63);
}

static void a_month_later_is_the_same_day_or_the_last_of_the_month(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int32_t months;
        const char *to;
    } rows[] = {
        { "2019-01-31", 1, "2019-02-28" },   { "2020-01-31", 1, "2020-02-29" },   { "2019-01-31", 2, "2019-03-31" },
        { "2020-02-29", 12, "2021-02-28" },  { "2020-02-29", 48, "2024-02-29" },  { "2019-03-31", -1, "2019-02-28" },
        { "2019-01-15", -1, "2018-12-15" },  { "2019-12-15", 1, "2020-01-15" },   { "2019-05-05", 0, "2019-05-05" },
        { "2019-01-01", -24, "2017-01-01" }, { "2019-12-31", -12, "2018-12-31" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(day_add_months(day(rows[i].from), rows[i].months), day(rows[i].to));
    assert_int_equal(day_add_months(DAY_MIN, 5), DAY_MIN);
    assert_int_equal(day_add_months(DAY_MAX, -5), DAY_MAX);
    assert_int_equal(day_add_months(0, INT32_MAX), DAY_MAX);
    assert_int_equal(day_add_months(0, INT32_MIN), DAY_MIN);
}

static void months_count_the_last_day(void **state)
{
    (void)state;
    static const struct {
        const char *first, *last;
        double months;
    } rows[] = {
        { "2019-01-01", "2023-12-31", 60 },
        { "2019-01-01", "2019-01-31", 1 },
        { "2019-02-01", "2019-02-28", 1 },
        { "2019-01-15", "2019-02-14", 1 },
        { "2019-01-01", "2019-01-01", 1.0 / 31 },
        { "2019-02-01", "2019-02-14", 0.5 },
        { "2019-01-01", "2018-12-31", 0 },
        { "2019-01-31", "2019-02-27", 1 },            /* the 31st of February is its last day */
        { "2019-01-31", "2019-02-28", 1 + 1.0 / 31 }, /* from 28 February to 31 March are 31 days */
        { "2019-01-31", "2019-03-30", 2 },
        { "2020-02-29", "2021-02-27", 12 },
        { "2020-02-29", "2024-02-28", 48 },
        { "2020-02-29", "2020-03-28", 1 },
        { "2019-01-01", "2023-12-30", 59 + 30.0 / 31 },
        { "2019-02-01", "2018-12-31", -1 }, /* the whole of January too early */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double months = months_between(day(rows[i].first), day(rows[i].last));
        if (fabs(months - rows[i].months) > 1e-12) fail_msg("%s to %s: %.17g", rows[i].first, rows[i].last, months);
    }
    assert_true(months_between(DAY_MIN, 0) > 1e300);
    assert_true(months_between(0, DAY_MAX) > 1e300);
    assert_true(months_between(DAY_MAX, 0) < -1e300);
}

static void a_longer_time_never_has_fewer_months(void **state)
{
    (void)state;
    int32_t start = day_of(2019, 12, 1);
    for (int32_t first = start; first < start + 130; first++)
        for (int32_t last = first - 100; last < first + 800; last++) {
            double months = months_between(first, last);
            double longer = months_between(first, last + 1);
            if (last < first ? longer < months : longer <= months) fail_msg("%d to %d", first, last + 1);
            if (months_between(first + 1, last) > months) fail_msg("%d to %d", first + 1, last);
        }
}

static void so_many_months_from_a_day_are_so_many_months(void **state)
{
    (void)state;
    for (int32_t first = day_of(2019, 1, 1); first < day_of(2024, 3, 1); first++)
        for (int32_t months = 1; months < 70; months++)
            if (months_between(first, day_add_months(first, months) - 1) != months)
                fail_msg("%d and %d", first, months);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted_from_1970_and_every_day_comes_back),
        cmocka_unit_test(a_partial_date_is_a_range),
        cmocka_unit_test(what_is_no_date_is_refused),
        cmocka_unit_test(a_range_is_written_as_short_as_it_can_be),
        cmocka_unit_test(the_ends_of_time_are_written_within_64_bytes),
        cmocka_unit_test(a_month_later_is_the_same_day_or_the_last_of_the_month),
        cmocka_unit_test(months_count_the_last_day),
        cmocka_unit_test(a_longer_time_never_has_fewer_months),
        cmocka_unit_test(so_many_months_from_a_day_are_so_many_months),
    };
    return cmocka_run_group_tests_name("base/date", tests, NULL, NULL);
}
