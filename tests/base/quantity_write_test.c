/* Quantities as a person reads them: short, and never the same where they differ. */
#include "base/date.h"
#include "base/quantity.h"
#include "base/random.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static uint64_t seed, chance_state;

static unsigned below(unsigned n) { return random_below(&chance_state, n); }

static int start_chance(void **state)
{
    (void)state;
    const char *given = getenv("SEED");
    seed = given ? strtoull(given, NULL, 0) : 20250124;
    print_message("SEED=%llu\n", (unsigned long long)seed);
    return 0;
}

enum { ROUNDS = 20000 };

/* Any size and either sign, often whole and often zero. */
static double some_number(void)
{
    double x = (double)(int)below(21) - 10;
    return below(2) ? x : x * pow(10, (double)below(20) - 8);
}

static enum unit some_unit(void)
{
    static const enum unit shown[] = { UNIT_NONE,  UNIT_PERCENT, UNIT_POINTS, UNIT_COUNT,
                                       UNIT_MONEY, UNIT_DAYS,    UNIT_MONTHS, UNIT_YEARS };
    return shown[below(sizeof shown / sizeof *shown)];
}

struct written_row {
    const char *name, *written;
    double low, high;
    enum unit unit;
    const char *currency;
    double differ; /* 0: from nothing */
};

static const struct written_row written_rows[] = {
    { "a_percent", "21 %", 21, 21, UNIT_PERCENT, "", 0 },
    { "a_range_of_percent", "18 to 22 %", 18, 22, UNIT_PERCENT, "", 0 },
    { "a_percent_open_upwards", "at least 18 %", 18, 100, UNIT_PERCENT, "", 0 },
    { "a_percent_past_a_hundred_open_upwards", "at least 120 %", 120, INFINITY, UNIT_PERCENT, "", 0 },
    { "a_percent_open_downwards", "at most 22.5 %", 0, 22.5, UNIT_PERCENT, "", 0 },
    { "a_percent_that_nobody_knows", "unknown", 0, 100, UNIT_PERCENT, "", 0 },
    { "all_of_it", "100 %", 100, 100, UNIT_PERCENT, "", 0 },
    { "nothing_of_it", "0 %", 0, 0, UNIT_PERCENT, "", 0 },
    { "no_money", "nothing", 0, 0, UNIT_MONEY, "", 0 },
    { "no_money_of_a_currency", "0 USD", 0, 0, UNIT_MONEY, "USD", 0 },
    { "no_negative_zero", "0 %", -0.0, -0.0, UNIT_PERCENT, "", 0 },
    { "a_third", "33.33 %", 100.0 / 3, 100.0 / 3, UNIT_PERCENT, "", 0 },
    { "a_small_percent", "0.01235 %", 0.012345678, 0.012345678, UNIT_PERCENT, "", 0 },
    { "a_negative_percent", "-5.5 %", -5.5, -5.5, UNIT_PERCENT, "", 0 },
    { "just_below_twenty", "19.999 %", 19.999, 19.999, UNIT_PERCENT, "", 20 },
    { "just_below_twenty_alone", "20 %", 19.999, 19.999, UNIT_PERCENT, "", 0 },
    { "twenty_beside_just_below_it", "20 %", 20, 20, UNIT_PERCENT, "", 19.999 },
    { "far_below_twenty_needs_no_digits", "18 %", 18, 18, UNIT_PERCENT, "", 20 },
    { "a_range_whose_end_is_just_below", "18 to 19.9999 %", 18, 19.9999, UNIT_PERCENT, "", 20 },
    { "a_narrow_range", "19.9999 to 20.0001 %", 19.9999, 20.0001, UNIT_PERCENT, "", 0 },
    { "billions", "13 billion USD", 13e9, 13e9, UNIT_MONEY, "USD", 0 },
    { "a_range_of_billions", "13 to 13.75 billion USD", 13e9, 13.75e9, UNIT_MONEY, "USD", 0 },
    { "millions", "1.5 million USD", 1.5e6, 1.5e6, UNIT_MONEY, "USD", 0 },
    { "an_hsr_threshold", "119.5 million USD", 119.5e6, 119.5e6, UNIT_MONEY, "USD", 0 },
    { "thousands", "250,000 USD", 250000, 250000, UNIT_MONEY, "USD", 0 },
    { "trillions", "3.012 trillion USD", 3.012e12, 3.012e12, UNIT_MONEY, "USD", 0 },
    { "a_range_over_two_scales", "900 million to 1.2 billion EUR", 9e8, 1.2e9, UNIT_MONEY, "EUR", 0 },
    { "an_amount_open_upwards", "at least 13 billion USD", 13e9, INFINITY, UNIT_MONEY, "USD", 0 },
    { "an_amount_open_downwards", "at most 5 billion USD", 0, 5e9, UNIT_MONEY, "USD", 0 },
    { "a_net_worth_from_a_loss", "-2 to 5 billion USD", -2e9, 5e9, UNIT_MONEY, "USD", 0 },
    { "a_rounding_into_the_next_scale", "1 billion USD", 999999999, 999999999, UNIT_MONEY, "USD", 0 },
    { "a_rounding_into_millions", "1 million USD", 999999.9, 999999.9, UNIT_MONEY, "USD", 0 },
    { "one_short_of_a_billion", "999.999999 million USD", 999999999, 999999999, UNIT_MONEY, "USD", 1e9 },
    { "a_negative_rounding", "-1 billion USD", -999999999, -999999999, UNIT_MONEY, "USD", 0 },
    { "cents", "12.5 USD", 12.5, 12.5, UNIT_MONEY, "USD", 0 },
    { "an_amount_beyond_words", "1.234e+30 trillion USD", 1.2341e42, 1.2341e42, UNIT_MONEY, "USD", 0 },
    { "an_amount_of_no_currency", "5", 5, 5, UNIT_MONEY, "", 0 },
    { "months", "60 months", 60, 60, UNIT_MONTHS, "", 0 },
    { "one_month", "1 month", 1, 1, UNIT_MONTHS, "", 0 },
    { "months_and_a_half", "12.5 months", 12.48, 12.48, UNIT_MONTHS, "", 0 },
    { "one_to_two_years", "1 to 2 years", 1, 2, UNIT_YEARS, "", 0 },
    { "one_day", "1 day", 1, 1, UNIT_DAYS, "", 0 },
    { "points", "2,600 points", 2600, 2600, UNIT_POINTS, "", 0 },
    { "points_past_the_line", "2,500.4 points", 2500.4, 2500.4, UNIT_POINTS, "", 2500 },
    { "a_count", "3", 3, 3, UNIT_COUNT, "", 0 },
    { "a_range_of_counts", "3 to 5", 3, 5, UNIT_COUNT, "", 0 },
    { "a_count_open_upwards", "at least 2", 2, INFINITY, UNIT_COUNT, "", 0 },
    { "a_large_count", "1,234,567", 1234567, 1234567, UNIT_COUNT, "", 0 },
    { "a_day", "24 January 2025", 20112, 20112, UNIT_DATE, "", 0 },
    { "a_year", "2025", 20089, 20453, UNIT_DATE, "", 0 },
    { "a_day_that_nobody_knows", "unknown", -INFINITY, INFINITY, UNIT_DATE, "", 0 },
};

static void written(void **state)
{
    const struct written_row *row = *state;
    struct quantity q = quantity_range(row->low, row->high, row->unit), differ = quantity_exact(row->differ, row->unit);
    snprintf(q.currency, sizeof q.currency, "%s", row->currency);
    snprintf(differ.currency, sizeof differ.currency, "%s", row->currency);
    char out[160];
    quantity_write(&q, row->differ != 0 ? &differ : NULL, out, sizeof out);
    assert_string_equal(out, row->written);
}

static void a_measured_length_is_written_in_the_unit_that_it_is_compared_with(void **state)
{
    (void)state;
    int32_t first = day_of(2019, 1, 1), last = day_of(2023, 12, 30);
    struct quantity q = quantity_duration(first, first, last, last),
                    month = quantity_duration(first, first, first + 9, first + 9);
    struct quantity days = quantity_exact(1800, UNIT_DAYS), years = quantity_exact(5, UNIT_YEARS);
    char out[160];
    quantity_write(&q, NULL, out, sizeof out), assert_string_equal(out, "60 months");
    quantity_write(&q, &years, out, sizeof out), assert_string_equal(out, "59.97 months"); /* below 5 years */
    quantity_write(&q, &days, out, sizeof out), assert_string_equal(out, "1,825 days");
    quantity_write(&month, NULL, out, sizeof out), assert_string_equal(out, "10 days");
    quantity_write(&years, &q, out, sizeof out), assert_string_equal(out, "5 years");
}

static void numbers_do_not_depend_on_the_locale(void **state)
{
    (void)state;
    static const char *const names[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "de_DE", "ps_AF.UTF-8" };
    bool found = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!setlocale(LC_ALL, names[i])) continue;
        found = true;
        struct quantity q = quantity_money(13e9, 13.75e9, "USD"), huge = quantity_exact(1.25e20, UNIT_POINTS);
        char out[160];
        quantity_write(&q, NULL, out, sizeof out);
        assert_string_equal(out, "13 to 13.75 billion USD");
        quantity_write(&huge, NULL, out, sizeof out);
        assert_string_equal(out, "1.250e+20 points");
    }
    setlocale(LC_ALL, "C");
    if (!found) skip();
}

static void units_are_read_by_name(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum unit unit;
        const char *currency;
    } rows[] = { { "percent", UNIT_PERCENT, "" }, { "points", UNIT_POINTS, "" }, { "count", UNIT_COUNT, "" },
                 { "days", UNIT_DAYS, "" },       { "months", UNIT_MONTHS, "" }, { "years", UNIT_YEARS, "" },
                 { "USD", UNIT_MONEY, "USD" } };
    char currency[4];
    enum unit unit;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        memset(currency, 'x', sizeof currency);
        assert_true(unit_read(rows[i].name, &unit, currency));
        assert_int_equal(unit, rows[i].unit);
        assert_string_equal(currency, rows[i].currency);
        if (unit != UNIT_MONEY) assert_string_equal(unit_name(unit), rows[i].name);
    }
    static const char *const wrong[] = { "",   "money",   "date",     "usd",    "USDX",    "UDS",
                                         "US", "Percent", "percents", "number", "duration" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) assert_false(unit_read(wrong[i], &unit, currency));
}

static void different_values_are_written_differently(void **state)
{
    (void)state;
    chance_state = seed;
    for (size_t round = 0; round < ROUNDS; round++) {
        enum unit unit = some_unit();
        double x = some_number(), y = x * (1 + (double)((int)below(3) - 1) * pow(10, -(double)below(12)));
        struct quantity a = quantity_exact(x, unit), b = quantity_exact(y, unit);
        if (unit == UNIT_MONEY) memcpy(a.currency, "EUR", 4), memcpy(b.currency, "EUR", 4);
        char one[160], other[160];
        quantity_write(&a, &b, one, sizeof one);
        quantity_write(&b, &a, other, sizeof other);
        if ((x == y) != !strcmp(one, other)) fail_msg("%.17g and %.17g: %s, %s", x, y, one, other);
    }
}

static void anything_is_written_within_160_bytes(void **state)
{
    (void)state;
    chance_state = seed;
    for (size_t round = 0; round < ROUNDS; round++) {
        enum unit unit = some_unit();
        double x = some_number() * pow(10, (double)below(600) - 300), y = below(2) ? nextafter(x, INFINITY) : x * 1.1;
        struct quantity a = quantity_range(fmin(x, y), fmax(x, y), unit), b = quantity_exact(nextafter(x, 0), unit);
        if (unit == UNIT_MONEY) memcpy(a.currency, "EUR", 4), memcpy(b.currency, "EUR", 4);
        char out[400];
        quantity_write(&a, below(2) ? &b : NULL, out, sizeof out);
        assert_true(strlen(out) > 0 && strlen(out) < 160);
    }
}

static const struct CMUnitTest plain_tests[] = {
    cmocka_unit_test(different_values_are_written_differently),
    cmocka_unit_test(anything_is_written_within_160_bytes),
    cmocka_unit_test(a_measured_length_is_written_in_the_unit_that_it_is_compared_with),
    cmocka_unit_test(numbers_do_not_depend_on_the_locale),
    cmocka_unit_test(units_are_read_by_name),
};
enum { PLAIN = sizeof plain_tests / sizeof *plain_tests, WRITTEN = sizeof written_rows / sizeof *written_rows };

int main(void) /* cmocka 1.1.5 has no macro for a list made at run time: this is the call behind it */
{
    struct CMUnitTest tests[PLAIN + WRITTEN], *next = tests;
    for (size_t i = 0; i < PLAIN; i++) *next++ = plain_tests[i];
    for (size_t i = 0; i < WRITTEN; i++)
        *next++ = (struct CMUnitTest){ written_rows[i].name, written, NULL, NULL, (void *)&written_rows[i] };
    return _cmocka_run_group_tests("base/quantity_write", tests, (size_t)(next - tests), start_chance, NULL);
}
