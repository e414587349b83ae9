/* Units, currencies, lengths and what absence leaves open, case by case; quantity_sound_test.c asks of all values. */
#include "base/date.h"
#include "base/quantity.h"

#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef enum quantity_problem operation(const struct quantity *, const struct quantity *, struct quantity *);

/* --- Absence --- */

static struct quantity count_of(double n, bool open_above)
{
    struct quantity q = quantity_exact(n, UNIT_COUNT);
    q.open_above = open_above;
    return q;
}

struct absence_row {
    const char *name;
    double count;
    bool open, turned; /* turned: the count stands on the right */
    enum comparison comparison;
    double line;
    enum truth result;
    bool by_absence;
};

static const struct absence_row absence_rows[] = {
    { "a_floor_that_records_reach_is_reached", 3, true, false, AT_LEAST, 3, YES, false },
    { "a_floor_that_records_do_not_reach_fails_as_recorded", 2, true, false, AT_LEAST, 3, NO, true },
    { "a_floor_over_a_complete_list_just_fails", 2, false, false, AT_LEAST, 3, NO, false },
    { "a_strict_floor_that_is_only_met_fails_as_recorded", 3, true, false, MORE, 3, NO, true },
    { "a_ceiling_over_an_open_count_is_unknown", 2, true, false, AT_MOST, 3, UNKNOWN, true },
    { "a_ceiling_over_a_complete_count_holds", 3, false, false, AT_MOST, 3, YES, false },
    { "a_ceiling_that_is_exceeded_fails_whatever_is_missing", 4, true, false, AT_MOST, 3, NO, false },
    { "a_strict_ceiling_that_is_met_fails_whatever_is_missing", 3, true, false, LESS, 3, NO, false },
    { "a_floor_written_from_the_right_is_reached", 3, true, true, AT_MOST, 3, YES, false },
    { "a_floor_written_from_the_right_fails_as_recorded", 2, true, true, AT_MOST, 3, NO, true },
    { "a_ceiling_written_from_the_right_is_unknown", 2, true, true, AT_LEAST, 3, UNKNOWN, true },
    { "a_ceiling_written_from_the_right_that_is_exceeded_fails", 4, true, true, AT_LEAST, 3, NO, false },
};

static void absence(void **state)
{
    const struct absence_row *row = *state;
    struct quantity count = count_of(row->count, row->open), line = quantity_exact(row->line, UNIT_COUNT);
    struct compared found;
    assert_int_equal(row->turned ? quantity_compare(&line, row->comparison, &count, &found)
                                 : quantity_compare(&count, row->comparison, &line, &found),
                     QUANTITY_FINE);
    assert_int_equal(found.result, row->result);
    assert_int_equal(found.by_absence, row->by_absence);
}

static void openness_travels_in_the_direction_that_is_possible(void **state)
{
    (void)state;
    struct quantity open = count_of(3, true), closed = count_of(6, false), percent = quantity_exact(20, UNIT_PERCENT),
                    r;
    assert_int_equal(quantity_add(&open, &closed, &r), QUANTITY_FINE);
    assert_true(r.low == 9 && r.high == 9 && r.open_above && !r.open_below);
    assert_int_equal(quantity_subtract(&closed, &open, &r), QUANTITY_FINE);
    assert_true(r.low == 3 && !r.open_above && r.open_below);
    assert_int_equal(quantity_multiply(&percent, &open, &r), QUANTITY_FINE);
    assert_true(r.unit == UNIT_COUNT && r.open_above && !r.open_below);
    assert_int_equal(quantity_divide(&open, &closed, &r), QUANTITY_FINE); /* percent of money is money: still open */
    assert_true(r.unit == UNIT_PERCENT && r.low == 50 && r.open_above && !r.open_below);
    assert_int_equal(quantity_divide(&closed, &open, &r), QUANTITY_FINE);
    assert_true(r.low == 200 && !r.open_above && r.open_below);
    assert_int_equal(quantity_least(&open, &closed, &r), QUANTITY_FINE);
    assert_true(r.low == 3 && r.open_above);
    struct quantity more = count_of(9, true), zero = count_of(0, false);
    assert_int_equal(quantity_least(&more, &closed, &r), QUANTITY_FINE); /* 6, however many more there are */
    assert_true(r.low == 6 && !r.open_above && !r.open_below);
    assert_int_equal(quantity_greatest(&more, &closed, &r), QUANTITY_FINE);
    assert_true(r.low == 9 && r.open_above);
    struct quantity none = quantity_exact(0, UNIT_NONE);
    assert_int_equal(quantity_multiply(&none, &open, &r), QUANTITY_FINE); /* nothing of it stays nothing */
    assert_true(r.low == 0 && r.high == 0 && !r.open_above);
    assert_int_equal(quantity_add(&zero, &zero, &r), QUANTITY_FINE);
    assert_true(quantity_is_exact(&r) && !quantity_is_exact(&open));
}

/* --- Units --- */

static void units_go_together_as_the_law_uses_them(void **state)
{
    (void)state;
    static const struct {
        operation *op;
        enum unit a, b;
        double x, y;
        enum unit unit; /* UNIT_COUNTED: refused */
        double result;
    } rows[] = {
        { quantity_add, UNIT_PERCENT, UNIT_PERCENT, 20, 5, UNIT_PERCENT, 25 },
        { quantity_subtract, UNIT_POINTS, UNIT_POINTS, 2600, 100, UNIT_POINTS, 2500 },
        { quantity_add, UNIT_COUNT, UNIT_NONE, 2, 1, UNIT_COUNT, 3 },
        { quantity_add, UNIT_NONE, UNIT_POINTS, 2, 1, UNIT_POINTS, 3 },
        { quantity_add, UNIT_COUNT, UNIT_POINTS, 2, 1, UNIT_COUNTED, 0 },
        { quantity_add, UNIT_PERCENT, UNIT_NONE, 2, 1, UNIT_COUNTED, 0 },
        { quantity_add, UNIT_MONEY, UNIT_NONE, 2, 1, UNIT_COUNTED, 0 },
        { quantity_add, UNIT_MONEY, UNIT_PERCENT, 2, 1, UNIT_COUNTED, 0 },
        { quantity_add, UNIT_MONTHS, UNIT_YEARS, 6, 2, UNIT_MONTHS, 30 },
        { quantity_add, UNIT_YEARS, UNIT_YEARS, 1, 2, UNIT_YEARS, 3 },
        { quantity_add, UNIT_DATE, UNIT_DATE, 1, 2, UNIT_COUNTED, 0 },
        { quantity_add, UNIT_DATE, UNIT_COUNT, 1, 2, UNIT_COUNTED, 0 },
        { quantity_subtract, UNIT_DAYS, UNIT_DATE, 1, 2, UNIT_COUNTED, 0 },
        { quantity_add, UNIT_DATE, UNIT_DAYS, 100, 30, UNIT_DATE, 130 },
        { quantity_add, UNIT_DAYS, UNIT_DATE, 30, 100, UNIT_DATE, 130 },
        { quantity_subtract, UNIT_DATE, UNIT_DAYS, 100, 30, UNIT_DATE, 70 },
        { quantity_add, UNIT_DATE, UNIT_MONTHS, 30, 1, UNIT_DATE, 58 }, /* 31 January 1970: 28 February */
        { quantity_add, UNIT_DATE, UNIT_YEARS, 0, 2, UNIT_DATE, 730 },
        { quantity_multiply, UNIT_PERCENT, UNIT_MONEY, 20, 50, UNIT_MONEY, 10 },
        { quantity_multiply, UNIT_MONEY, UNIT_PERCENT, 50, 20, UNIT_MONEY, 10 },
        { quantity_multiply, UNIT_PERCENT, UNIT_PERCENT, 50, 30, UNIT_PERCENT, 15 },
        { quantity_multiply, UNIT_COUNT, UNIT_PERCENT, 5, 40, UNIT_COUNT, 2 },
        { quantity_multiply, UNIT_NONE, UNIT_PERCENT, 2, 30, UNIT_PERCENT, 60 },
        { quantity_multiply, UNIT_PERCENT, UNIT_NONE, 30, 2, UNIT_PERCENT, 60 },
        { quantity_multiply, UNIT_COUNT, UNIT_MONEY, 3, 7, UNIT_MONEY, 21 },
        { quantity_multiply, UNIT_MONTHS, UNIT_COUNT, 3, 7, UNIT_MONTHS, 21 },
        { quantity_multiply, UNIT_MONEY, UNIT_MONEY, 3, 7, UNIT_COUNTED, 0 },
        { quantity_multiply, UNIT_COUNT, UNIT_POINTS, 3, 7, UNIT_COUNTED, 0 },
        { quantity_multiply, UNIT_NONE, UNIT_DATE, 3, 7, UNIT_COUNTED, 0 },
        { quantity_divide, UNIT_MONEY, UNIT_MONEY, 21, 100, UNIT_PERCENT, 21 },
        { quantity_divide, UNIT_COUNT, UNIT_COUNT, 1, 5, UNIT_PERCENT, 20 },
        { quantity_divide, UNIT_MONEY, UNIT_COUNT, 21, 3, UNIT_MONEY, 7 },
        { quantity_divide, UNIT_MONEY, UNIT_PERCENT, 21, 50, UNIT_MONEY, 42 },
        { quantity_divide, UNIT_PERCENT, UNIT_COUNT, 60, 3, UNIT_PERCENT, 20 },
        { quantity_divide, UNIT_NONE, UNIT_NONE, 6, 3, UNIT_NONE, 2 },
        { quantity_divide, UNIT_POINTS, UNIT_COUNT, 6, 3, UNIT_COUNTED, 0 },
        { quantity_divide, UNIT_COUNT, UNIT_MONEY, 6, 3, UNIT_COUNTED, 0 },
        { quantity_divide, UNIT_DATE, UNIT_NONE, 6, 3, UNIT_COUNTED, 0 },
        { quantity_least, UNIT_DATE, UNIT_DATE, 6, 3, UNIT_DATE, 3 },
        { quantity_greatest, UNIT_MONTHS, UNIT_YEARS, 13, 1, UNIT_MONTHS, 13 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct quantity a = quantity_exact(rows[i].x, rows[i].a), b = quantity_exact(rows[i].y, rows[i].b),
                        r = { .low = 77 };
        enum quantity_problem problem = rows[i].op(&a, &b, &r);
        if (rows[i].unit == UNIT_COUNTED) {
            if (problem != QUANTITY_UNITS || r.low != 77) fail_msg("row %zu went together", i);
        } else if (problem || r.unit != rows[i].unit || r.low != rows[i].result || r.high != rows[i].result)
            fail_msg("row %zu: %d, %.17g .. %.17g %s", i, problem, r.low, r.high, unit_name((enum unit)r.unit));
    }
}

static void two_currencies_do_not_meet_but_an_unknown_amount_meets_any(void **state)
{
    (void)state;
    struct quantity usd = quantity_money(5, 5, "USD"), eur = quantity_money(5, 5, "EUR"), r;
    struct quantity nobody = quantity_unknown(UNIT_MONEY), nameless = quantity_exact(5, UNIT_MONEY);
    struct compared found;
    assert_int_equal(quantity_add(&usd, &eur, &r), QUANTITY_CURRENCIES);
    assert_int_equal(quantity_divide(&usd, &eur, &r), QUANTITY_CURRENCIES);
    assert_int_equal(quantity_compare(&usd, MORE, &eur, &found), QUANTITY_CURRENCIES);
    assert_int_equal(quantity_add(&usd, &nameless, &r), QUANTITY_CURRENCIES);
    assert_int_equal(quantity_add(&nobody, &eur, &r), QUANTITY_FINE);
    assert_string_equal(r.currency, "EUR");
    assert_true(r.low == 5 && isinf(r.high));
    assert_int_equal(quantity_compare(&usd, MORE, &nobody, &found), QUANTITY_FINE);
    assert_int_equal(found.result, UNKNOWN);
    assert_int_equal(quantity_divide(&usd, &usd, &r), QUANTITY_FINE);
    assert_string_equal(r.currency, "");
}

static void dividing_by_what_may_be_zero_has_no_bound_above(void **state)
{
    (void)state;
    static const struct {
        double a[2], b[2], low, high;
    } rows[] = {
        { { 1, 2 }, { 0, 4 }, 25, INFINITY },
        { { 0, 2 }, { 0, 4 }, 0, INFINITY },
        { { 1, 2 }, { 0, INFINITY }, 0, INFINITY },
        { { 1, 2 }, { 0, 0 }, -INFINITY, INFINITY },
        { { 1, 2 }, { -1, 4 }, -INFINITY, INFINITY },
        { { -2, -1 }, { 0, 4 }, -INFINITY, -25 },
        { { 1, 2 }, { -4, 0 }, -INFINITY, -25 },
        { { 5, INFINITY }, { 2, INFINITY }, 0, INFINITY },
        { { 1, 2 }, { 2, 4 }, 25, 100 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct quantity a = quantity_range(rows[i].a[0], rows[i].a[1], UNIT_COUNT), r;
        struct quantity b = quantity_range(rows[i].b[0], rows[i].b[1], UNIT_COUNT);
        assert_int_equal(quantity_divide(&a, &b, &r), QUANTITY_FINE);
        if (r.low != rows[i].low || r.high != rows[i].high) fail_msg("row %zu: %g .. %g", i, r.low, r.high);
    }
    struct quantity a = quantity_exact(1, UNIT_COUNT), zero = quantity_exact(0, UNIT_COUNT), r;
    quantity_divide(&a, &zero, &r);
    assert_true(quantity_is_unknown(&r));
}

static void a_bound_that_overflows_is_no_bound(void **state)
{
    (void)state;
    struct quantity big = quantity_range(DBL_MAX, DBL_MAX, UNIT_POINTS), r;
    assert_int_equal(quantity_add(&big, &big, &r), QUANTITY_FINE);
    assert_true(r.low == DBL_MAX && isinf(r.high)); /* a value is never infinite */
    struct quantity none = quantity_exact(NAN, UNIT_POINTS);
    assert_true(quantity_is_unknown(&none));
}

static void the_widest_range_is_what_the_unit_allows(void **state)
{
    (void)state;
    struct quantity percent = quantity_unknown(UNIT_PERCENT), date = quantity_unknown(UNIT_DATE);
    struct quantity length = quantity_unknown(UNIT_DURATION), worth = quantity_money(-INFINITY, INFINITY, "USD");
    struct quantity half = quantity_range(50, 100, UNIT_PERCENT);
    assert_true(percent.low == 0 && percent.high == 100);
    assert_true(isinf(date.low) && isinf(date.high) && isinf(length.high) && isinf(length.days_high));
    assert_true(quantity_is_unknown(&percent) && quantity_is_unknown(&date) && quantity_is_unknown(&worth));
    assert_false(quantity_is_unknown(&half));
    struct quantity ever = quantity_date(DAY_MIN, DAY_MAX), day = quantity_date(20000001, 20000001);
    assert_true(quantity_is_unknown(&ever));
    assert_true(day.low == 20000001 && quantity_is_exact(&day)); /* no digit lost on the way */
}

/* --- Lengths --- */

static void lengths_are_compared_in_the_unit_that_the_other_is_written_in(void **state)
{
    (void)state;
    int32_t first = day_of(2019, 1, 1), last = day_of(2023, 12, 31); /* 60 months, 1,826 days */
    struct quantity measured = quantity_duration(first, first, last, last);
    assert_true(measured.low == 60 && measured.high == 60 && measured.days_low == 1826 && quantity_is_exact(&measured));
    static const struct {
        double line;
        enum unit unit;
        enum truth at_least, more;
    } rows[] = {
        { 60, UNIT_MONTHS, YES, NO }, { 5, UNIT_YEARS, YES, NO },    { 61, UNIT_MONTHS, NO, NO },
        { 1826, UNIT_DAYS, YES, NO }, { 1825, UNIT_DAYS, YES, YES },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct quantity line = quantity_exact(rows[i].line, rows[i].unit);
        struct compared found;
        assert_int_equal(quantity_compare(&measured, AT_LEAST, &line, &found), QUANTITY_FINE);
        assert_int_equal(found.result, rows[i].at_least);
        assert_int_equal(quantity_compare(&line, LESS, &measured, &found), QUANTITY_FINE);
        assert_int_equal(found.result, rows[i].more);
    }
}

static void a_measured_length_keeps_its_days_and_its_months(void **state)
{
    (void)state;
    struct quantity two = quantity_duration(0, 0, 58, 58), r; /* January and February 1970 */
    struct quantity half = quantity_exact(50, UNIT_PERCENT), month = quantity_exact(1, UNIT_MONTHS);
    struct quantity week = quantity_exact(7, UNIT_DAYS), date = quantity_date(0, 0),
                    three = quantity_exact(3, UNIT_COUNT);
    assert_true(two.low == 2 && two.days_low == 59);
    assert_int_equal(quantity_add(&two, &two, &r), QUANTITY_FINE);
    assert_true(r.low == 4 && r.high == 4 && r.days_low == 118 && r.days_high == 118);
    assert_int_equal(quantity_multiply(&half, &two, &r), QUANTITY_FINE);
    assert_true(r.unit == UNIT_DURATION && r.low == 1 && r.days_low == 29.5);
    assert_int_equal(quantity_multiply(&three, &two, &r), QUANTITY_FINE);
    assert_true(r.low == 6 && r.days_high == 177);
    assert_int_equal(quantity_subtract(&two, &month, &r), QUANTITY_FINE);
    assert_true(r.low == 1 && r.high == 1 && r.days_low == 59 - 31 && r.days_high == 59 - 28);
    assert_int_equal(quantity_add(&two, &week, &r), QUANTITY_FINE);
    assert_true(r.days_low == 66 && r.days_high == 66 && r.low == 2 + 7.0 / 31 && r.high == 2 + 7.0 / 28);
    assert_int_equal(quantity_add(&date, &two, &r), QUANTITY_FINE); /* by its days */
    assert_true(r.unit == UNIT_DATE && r.low == 59 && r.high == 59);
    assert_int_equal(quantity_divide(&two, &two, &r), QUANTITY_UNITS);
    assert_int_equal(quantity_subtract(&date, &half, &r), QUANTITY_UNITS);
    struct quantity open = week, later = quantity_date(10, 20);
    open.open_above = true;
    assert_int_equal(quantity_add(&later, &open, &r), QUANTITY_FINE);
    assert_true(r.low == 17 && r.high == 27 && r.open_above && !r.open_below);
    assert_int_equal(quantity_subtract(&later, &open, &r), QUANTITY_FINE);
    assert_true(r.low == 3 && r.high == 13 && !r.open_above && r.open_below);
}

static void days_and_months_compare_as_far_as_28_to_31_days_decide(void **state)
{
    (void)state;
    static const struct {
        double days, months;
        enum truth at_least;
    } rows[] = { { 31, 1, YES },   { 30, 1, UNKNOWN },   { 27, 1, NO },  { 28, 1, UNKNOWN },
                 { 400, 12, YES }, { 365, 12, UNKNOWN }, { 300, 12, NO } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct quantity days = quantity_exact(rows[i].days, UNIT_DAYS),
                        months = quantity_exact(rows[i].months, UNIT_MONTHS);
        struct compared found;
        assert_int_equal(quantity_compare(&days, AT_LEAST, &months, &found), QUANTITY_FINE);
        assert_int_equal(found.result, rows[i].at_least);
    }
    struct quantity years = quantity_exact(2, UNIT_YEARS), months = quantity_exact(24, UNIT_MONTHS);
    enum truth truth;
    assert_int_equal(quantity_equal(&years, &months, &truth), QUANTITY_FINE);
    assert_int_equal(truth, YES);
}

static void a_duration_over_ranges_is_shortest_to_longest(void **state)
{
    (void)state;
    struct days year = { day_of(2019, 1, 1), day_of(2019, 12, 31) };
    int32_t last = day_of(2023, 12, 31);
    struct quantity q = quantity_duration(year.low, year.high, last, last);
    assert_true(q.low > 48 && q.low < 48.1 && q.high == 60);
    assert_true(q.days_low == 1462 && q.days_high == 1826);
    q = quantity_duration(year.low, year.low, last, DAY_MAX); /* end not known */
    assert_true(q.low == 60 && isinf(q.high) && isinf(q.days_high));
    q = quantity_duration(DAY_MIN, year.low, last, last); /* beginning not known */
    assert_true(q.low == 60 && isinf(q.high));
    q = quantity_duration(year.low, last, year.high, last); /* they may overlap: not less than nothing */
    assert_true(q.low == 0 && q.days_low == 0);
}

static void a_date_less_a_date_counts_the_last_day(void **state)
{
    (void)state;
    struct quantity first = quantity_date(day_of(2019, 1, 1), day_of(2019, 1, 1)), r;
    struct quantity last = quantity_date(day_of(2023, 12, 31), day_of(2023, 12, 31));
    assert_int_equal(quantity_subtract(&last, &first, &r), QUANTITY_FINE);
    assert_true(r.unit == UNIT_DURATION && r.low == 60 && r.high == 60 && r.days_low == 1826);
    assert_int_equal(quantity_subtract(&first, &last, &r), QUANTITY_FINE);
    assert_true(r.high < -59 && r.days_high == -1824);
}

/* --- Equality --- */

static void equal_needs_both_to_be_exact(void **state)
{
    (void)state;
    struct quantity a = quantity_exact(21, UNIT_PERCENT), same = a, wide = quantity_range(18, 22, UNIT_PERCENT);
    struct quantity other = quantity_exact(23, UNIT_PERCENT), money = quantity_money(21, 21, "USD");
    struct quantity open = count_of(2, true), three = count_of(3, false), one = count_of(1, false);
    enum truth truth;
    quantity_equal(&a, &same, &truth), assert_int_equal(truth, YES);
    quantity_equal(&a, &wide, &truth), assert_int_equal(truth, UNKNOWN);
    quantity_equal(&wide, &wide, &truth), assert_int_equal(truth, UNKNOWN);
    quantity_equal(&wide, &other, &truth), assert_int_equal(truth, NO);
    quantity_equal(&open, &three, &truth), assert_int_equal(truth, UNKNOWN); /* a third may not be recorded */
    quantity_equal(&open, &one, &truth), assert_int_equal(truth, NO);
    assert_int_equal(quantity_equal(&a, &money, &truth), QUANTITY_UNITS);
}

static void truth_has_three_values(void **state)
{
    (void)state;
    assert_int_equal(truth_and(YES, UNKNOWN), UNKNOWN);
    assert_int_equal(truth_and(NO, UNKNOWN), NO);
    assert_int_equal(truth_or(YES, UNKNOWN), YES);
    assert_int_equal(truth_or(NO, UNKNOWN), UNKNOWN);
    assert_int_equal(truth_not(UNKNOWN), UNKNOWN);
    assert_int_equal(truth_not(YES), NO);
}

static const struct CMUnitTest plain_tests[] = {
    cmocka_unit_test(openness_travels_in_the_direction_that_is_possible),
    cmocka_unit_test(units_go_together_as_the_law_uses_them),
    cmocka_unit_test(two_currencies_do_not_meet_but_an_unknown_amount_meets_any),
    cmocka_unit_test(dividing_by_what_may_be_zero_has_no_bound_above),
    cmocka_unit_test(a_bound_that_overflows_is_no_bound),
    cmocka_unit_test(the_widest_range_is_what_the_unit_allows),
    cmocka_unit_test(lengths_are_compared_in_the_unit_that_the_other_is_written_in),
    cmocka_unit_test(a_measured_length_keeps_its_days_and_its_months),
    cmocka_unit_test(days_and_months_compare_as_far_as_28_to_31_days_decide),
    cmocka_unit_test(a_duration_over_ranges_is_shortest_to_longest),
    cmocka_unit_test(a_date_less_a_date_counts_the_last_day),
    cmocka_unit_test(equal_needs_both_to_be_exact),
    cmocka_unit_test(truth_has_three_values),
};
enum { PLAIN = sizeof plain_tests / sizeof *plain_tests, ABSENCE = sizeof absence_rows / sizeof *absence_rows };

int main(void) /* cmocka 1.1.5 has no macro for a list made at run time: this is the call behind it */
{
    struct CMUnitTest tests[PLAIN + ABSENCE], *next = tests;
    for (size_t i = 0; i < PLAIN; i++) *next++ = plain_tests[i];
    for (size_t i = 0; i < ABSENCE; i++)
        *next++ = (struct CMUnitTest){ absence_rows[i].name, absence, NULL, NULL, (void *)&absence_rows[i] };
    return _cmocka_run_group_tests("base/quantity", tests, (size_t)(next - tests), NULL, NULL);
}
