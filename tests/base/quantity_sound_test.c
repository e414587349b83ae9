/* Ranges with units: what operations and comparisons say is true of every value that the ranges allow. */
#include "base/date.h"
#include "base/quantity.h"
#include "base/random.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef enum quantity_problem operation(const struct quantity *, const struct quantity *, struct quantity *);

/* --- Chance --- */

static uint64_t seed, chance_state;

static unsigned below(unsigned n) { return random_below(&chance_state, n); }
static double between(double low, double high) { return random_between(&chance_state, low, high); }

static int start_chance(void **state)
{
    (void)state;
    const char *given = getenv("SEED");
    seed = given ? strtoull(given, NULL, 0) : 20250124;
    print_message("SEED=%llu\n", (unsigned long long)seed);
    return 0;
}

/* Small whole numbers meet often, zero is special, and a few are of any size. */
static double some_number(void)
{
    switch (below(6)) {
    case 0: return 0;
    case 1: return between(-1e13, 1e13);
    case 2: return between(-1, 1);
    default: return (int)below(21) - 10;
    }
}

static struct quantity some_quantity(enum unit unit)
{
    double a = some_number(), b = below(3) ? some_number() : a;
    if (unit != UNIT_NONE && below(2)) a = fabs(a), b = fabs(b);
    struct quantity q = quantity_range(fmin(a, b), fmax(a, b), unit);
    if (!below(8)) q.low = -INFINITY;
    if (!below(8)) q.high = INFINITY;
    if (!below(10)) q = quantity_unknown(unit);
    q.open_above = !below(6), q.open_below = !below(8);
    if (unit == UNIT_MONEY) memcpy(q.currency, "USD", 4);
    if (unit == UNIT_DURATION) q.days_low = q.low * 30, q.days_high = q.high * 30;
    return q;
}

/* A value that q allows: as recorded, or with what is not recorded. */
static double some_value(const struct quantity *q, bool with_unrecorded)
{
    double low = fmax(q->low, -1e15), high = fmin(q->high, 1e15), value = below(2) ? low : high;
    if (below(2)) value = between(low, high);
    if (low <= 0 && high >= 0 && !below(4)) value = 0;
    if (with_unrecorded && q->open_above && below(2)) value = high + fabs(some_number());
    if (with_unrecorded && q->open_below && below(2)) value = low - fabs(some_number());
    return value;
}

static struct quantity point(double value, const struct quantity *like)
{
    struct quantity q = *like;
    q.low = q.high = value;
    q.days_low = q.days_high = value * 30;
    q.open_above = q.open_below = false;
    return q;
}

static bool within(double value, const struct quantity *q)
{
    return (value >= q->low || q->open_below) && (value <= q->high || q->open_above);
}

static void show(const char *what, const struct quantity *q)
{
    print_error("%s: %.17g .. %.17g%s%s %s\n", what, q->low, q->high, q->open_above ? " open above" : "",
                q->open_below ? " open below" : "", unit_name((enum unit)q->unit));
}

/* --- Properties --- */

static const enum unit units[] = { UNIT_NONE, UNIT_PERCENT, UNIT_POINTS, UNIT_COUNT,   UNIT_MONEY,
                                   UNIT_DAYS, UNIT_MONTHS,  UNIT_YEARS,  UNIT_DURATION };
enum { UNITS = sizeof units / sizeof *units };
static const size_t ROUNDS = 20000;

static void the_result_holds_for_every_pair_of_values_inside(void **state)
{
    (void)state;
    static operation *const operations[] = { quantity_add,    quantity_subtract, quantity_multiply,
                                             quantity_divide, quantity_least,    quantity_greatest };
    chance_state = seed;
    for (size_t round = 0, done = 0; done < 5 * ROUNDS; round++) {
        struct quantity a = some_quantity(units[below(UNITS)]), b = some_quantity(units[below(UNITS)]), all, one;
        unsigned op = below(sizeof operations / sizeof *operations);
        if (operations[op](&a, &b, &all)) continue;
        done++;
        assert_true(all.low <= all.high);
        for (size_t i = 0; i < 8; i++) {
            struct quantity x = point(some_value(&a, true), &a), y = point(some_value(&b, true), &b);
            if (operations[op] == quantity_divide && y.low == 0) continue;
            assert_int_equal(operations[op](&x, &y, &one), QUANTITY_FINE);
            assert_int_equal(one.unit, all.unit);
            struct quantity days = all, day = one;
            if (all.unit == UNIT_DURATION) days.low = all.days_low, days.high = all.days_high;
            if (all.unit == UNIT_DURATION) day.low = one.days_low, day.high = one.days_high;
            if (within(one.low, &all) && within(one.high, &all) && within(day.low, &days) && within(day.high, &days))
                continue;
            show("a", &a), show("b", &b), show("all", &all), show("x", &x), show("y", &y), show("one", &one);
            fail_msg("operation %u", op);
        }
    }
}

static bool holds(double a, enum comparison comparison, double b)
{
    return comparison == LESS ? a < b : comparison == AT_MOST ? a <= b : comparison == AT_LEAST ? a >= b : a > b;
}

static void what_a_comparison_decides_holds_for_every_pair_of_values(void **state)
{
    (void)state;
    chance_state = seed;
    for (size_t round = 0; round < 5 * ROUNDS; round++) {
        enum unit unit = units[below(UNITS - 1)];
        struct quantity a = some_quantity(unit), b = some_quantity(unit);
        enum comparison comparison = (enum comparison)below(4);
        struct compared found;
        assert_int_equal(quantity_compare(&a, comparison, &b, &found), QUANTITY_FINE);
        if (found.result == YES) assert_false(found.by_absence);
        for (size_t i = 0; i < 8; i++) {
            bool recorded_only = found.by_absence;
            double x = some_value(&a, !recorded_only), y = some_value(&b, !recorded_only);
            bool truth = holds(x, comparison, y);
            bool fine = found.result == YES ? truth : found.result == NO ? !truth : !found.by_absence || truth;
            if (fine) continue;
            show("a", &a), show("b", &b);
            fail_msg("comparison %d of %.17g and %.17g: %d", comparison, x, y, found.result);
        }
    }
}

static void an_undecided_comparison_could_go_either_way(void **state)
{
    (void)state;
    chance_state = seed;
    for (size_t round = 0; round < ROUNDS; round++) {
        struct quantity a = some_quantity(UNIT_PERCENT), b = some_quantity(UNIT_PERCENT);
        enum comparison comparison = (enum comparison)below(4);
        struct compared found;
        assert_int_equal(quantity_compare(&a, comparison, &b, &found), QUANTITY_FINE);
        if (found.result != UNKNOWN || found.by_absence) continue;
        double far = 1e300, low_a = fmax(a.low, -far), high_a = fmin(a.high, far);
        double low_b = fmax(b.low, -far), high_b = fmin(b.high, far);
        assert_true(holds(low_a, comparison, high_b) || holds(high_a, comparison, low_b));
        assert_false(holds(low_a, comparison, high_b) && holds(high_a, comparison, low_b));
    }
}

static void a_comparison_says_the_same_from_either_side(void **state)
{
    (void)state;
    static const enum comparison turned[] = {
        [LESS] = MORE, [AT_MOST] = AT_LEAST, [AT_LEAST] = AT_MOST, [MORE] = LESS
    };
    chance_state = seed;
    for (size_t round = 0; round < ROUNDS; round++) {
        struct quantity a = some_quantity(UNIT_COUNT), b = some_quantity(UNIT_COUNT);
        enum comparison comparison = (enum comparison)below(4);
        struct compared one, other;
        quantity_compare(&a, comparison, &b, &one);
        quantity_compare(&b, turned[comparison], &a, &other);
        assert_int_equal(one.result, other.result);
        assert_int_equal(one.by_absence, other.by_absence);
    }
}

static void equal_decides_only_what_every_pair_of_values_shows(void **state)
{
    (void)state;
    chance_state = seed;
    for (size_t round = 0; round < ROUNDS; round++) {
        struct quantity a = some_quantity(UNIT_COUNT), b = below(4) ? some_quantity(UNIT_COUNT) : a;
        enum truth truth;
        assert_int_equal(quantity_equal(&a, &b, &truth), QUANTITY_FINE);
        for (size_t i = 0; i < 8; i++) {
            double x = some_value(&a, true), y = some_value(&b, true);
            if (truth == YES) assert_true(x == y);
            if (truth == NO) assert_false(x == y);
        }
    }
}

static int32_t some_day(int32_t low, int32_t high) { return low + (int32_t)below((unsigned)(high - low) + 1); }

static void dates_hold_for_every_day_inside(void **state)
{
    (void)state;
    chance_state = seed;
    static const enum unit lengths[] = { UNIT_DAYS, UNIT_MONTHS, UNIT_YEARS };
    for (size_t round = 0; round < 2 * ROUNDS; round++) {
        int32_t low = some_day(17000, 19000), high = low + (int32_t)below(400);
        double shortest = below(60) / (below(2) ? 1.0 : 7.0), longest = shortest + below(30) / 7.0;
        struct quantity date = quantity_date(low, high), all, one;
        struct quantity length = quantity_range(shortest, longest, lengths[below(3)]);
        operation *move = below(2) ? quantity_add : quantity_subtract;
        assert_int_equal(move(&date, &length, &all), QUANTITY_FINE);
        assert_int_equal(all.unit, UNIT_DATE);
        for (size_t i = 0; i < 8; i++) {
            int32_t day = some_day(low, high);
            struct quantity x = quantity_date(day, day);
            struct quantity y = quantity_exact(between(shortest, longest), (enum unit)length.unit);
            move(&x, &y, &one);
            if (!within(one.low, &all) || !within(one.high, &all)) fail_msg("day %d, %.17g", day, y.low);
        }
    }
}

static void a_duration_holds_for_every_pair_of_days_inside(void **state)
{
    (void)state;
    chance_state = seed;
    for (size_t round = 0; round < ROUNDS; round++) {
        int32_t first_low = some_day(17000, 19000), first_high = first_low + (int32_t)below(40);
        int32_t last_low = some_day(first_low - 10, first_low + 900), last_high = last_low + (int32_t)below(40);
        struct quantity all = quantity_duration(first_low, first_high, last_low, last_high), taken;
        struct quantity from = quantity_date(first_low, first_high), to = quantity_date(last_low, last_high);
        quantity_subtract(&to, &from, &taken);
        for (size_t i = 0; i < 8; i++) {
            int32_t first = some_day(first_low, first_high), last = some_day(last_low, last_high);
            double months = months_between(first, last), days = last - first + 1;
            assert_true(months >= taken.low && months <= taken.high);
            assert_true(days >= taken.days_low && days <= taken.days_high);
            if (last < first) continue;
            assert_true(months >= all.low && months <= all.high);
            assert_true(days >= all.days_low && days <= all.days_high);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_result_holds_for_every_pair_of_values_inside),
        cmocka_unit_test(what_a_comparison_decides_holds_for_every_pair_of_values),
        cmocka_unit_test(an_undecided_comparison_could_go_either_way),
        cmocka_unit_test(a_comparison_says_the_same_from_either_side),
        cmocka_unit_test(equal_decides_only_what_every_pair_of_values_shows),
        cmocka_unit_test(dates_hold_for_every_day_inside),
        cmocka_unit_test(a_duration_holds_for_every_pair_of_days_inside),
    };
    return cmocka_run_group_tests_name("base/quantity_sound", tests, start_chance, NULL);
}
