/* Joint bounds against brute force: every market of whole percents that fits the ranges and comes to 100. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/random.h"
#include "economics/bounds.h"

enum { MOST = 8, ROUNDS = 3000 };

static void near(double a, double b)
{
    if (fabs(a - b) > 1e-6) fail_msg("%.9f is not %.9f", a, b);
}

static void a_complete_table_has_an_exact_index(void **state)
{
    (void)state;
    struct share_range items[] = { { 40, 40 }, { 35, 35 }, { 25, 25 } };
    struct shares s = { items, 3, REST_NONE, 0, 0 };
    near(hhi_bounds(&s).low, 3450);
    near(hhi_bounds(&s).high, 3450);
}

static void the_rest_is_spread_thin_or_as_large_as_it_can_be(void **state)
{
    (void)state;
    struct share_range items[] = { { 30, 30 }, { 20, 20 }, { 12, 12 } };
    struct shares top = { items, 3, REST_CAPPED, 12, 0 }, partial = { items, 3, REST_ANY, 0, 0 };
    near(hhi_bounds(&top).low, 1444);
    near(hhi_bounds(&top).high, 1444 + 3 * 144 + 4); /* 38 = 12 + 12 + 12 + 2 */
    near(hhi_bounds(&partial).low, 1444);
    near(hhi_bounds(&partial).high, 1444 + 38 * 38);
}

static void unknown_shares_of_a_complete_table_come_to_what_is_left(void **state)
{
    (void)state;
    struct share_range items[] = { { 60, 60 }, { 0, 100 }, { 0, 100 } };
    struct shares s = { items, 3, REST_NONE, 0, 0 };
    near(hhi_bounds(&s).low, 3600 + 2 * 19.75 * 19.75); /* 39.5: published shares are rounded */
    near(hhi_bounds(&s).high, 3600 + 40.5 * 40.5);
    struct share_range one = sum_bounds(&s, (uint32_t[]){ 1 }, 1), both = sum_bounds(&s, (uint32_t[]){ 1, 2 }, 2);
    near(one.low, 0), near(one.high, 40.5);
    near(both.low, 39.5), near(both.high, 40.5);
}

static void a_share_that_nobody_stated_is_at_most_what_is_left(void **state)
{
    (void)state;
    struct share_range items[] = { { 60, 60 }, { 0, 100 } };
    struct shares s = { items, 2, REST_ANY, 0, 0 };
    near(sum_bounds(&s, (uint32_t[]){ 1 }, 1).high, 40);
}

static void shares_that_cannot_come_to_a_hundred_are_taken_as_written(void **state)
{
    (void)state;
    struct share_range few[] = { { 40, 45 }, { 30, 30 } }, many[] = { { 60, 70 }, { 50, 50 } };
    struct shares s = { few, 2, REST_NONE, 0, 0 }, t = { many, 2, REST_ANY, 0, 0 };
    near(sum_bounds(&s, (uint32_t[]){ 0 }, 1).low, 40);
    near(sum_bounds(&s, (uint32_t[]){ 0 }, 1).high, 45);
    near(sum_bounds(&t, (uint32_t[]){ 0 }, 1).high, 70);
}

static struct share_range of_largest(const struct shares *s, uint32_t n)
{
    double room[2 * (MOST + 1)];
    return largest_bounds(s, NULL, 0, n, room);
}

static struct share_range with_first(const struct shares *s, uint32_t n)
{
    double room[2 * (MOST + 1)];
    return largest_bounds(s, (uint32_t[]){ 0 }, 1, n, room);
}

static void the_largest_together_are_exact_where_only_who_they_are_is_open(void **state)
{
    (void)state;
    struct share_range tie[] = { { 20, 20 }, { 30, 30 }, { 20, 20 }, { 15, 15 } };
    struct share_range crossed[] = { { 18, 22 }, { 20, 20 }, { 55, 55 } };
    struct shares s = { tie, 4, REST_ANY, 0, 0 }, t = { crossed, 3, REST_ANY, 0, 0 };
    near(of_largest(&s, 2).low, 50);
    near(of_largest(&s, 2).high, 50);
    near(of_largest(&t, 2).low, 75);
    near(of_largest(&t, 2).high, 77);
    near(with_first(&t, 1).high, 77);
    struct share_range open[] = { { 0, 100 }, { 30, 30 }, { 30, 30 } };
    struct shares whole = { open, 3, REST_NONE, 0, 0 };
    near(of_largest(&whole, 1).low, 39.5); /* the two leave 40, but for what rounding may take */
    struct share_range small[] = { { 48, 48 }, { 30, 30 }, { 0, 100 }, { 10, 10 }, { 9, 9 } };
    struct shares filled = { small, 5, REST_NONE, 0, 0 };
    near(of_largest(&filled, 3).high, 88); /* the open one cannot be more than 3.5: it is none of the three */
    near(of_largest(&filled, 4).high, 97);
    near(of_largest(&filled, 5).high, 100.5);
}

static void firms_without_a_name_may_be_among_the_largest(void **state)
{
    (void)state;
    struct share_range items[] = { { 30, 30 }, { 20, 20 }, { 12, 12 } };
    struct shares top = { items, 3, REST_CAPPED, 12, 0 }, partial = { items, 3, REST_ANY, 0, 0 };
    struct shares complete = { items, 3, REST_NONE, 0, 0 };
    near(of_largest(&partial, 1).low, 30), near(of_largest(&partial, 1).high, 38);
    near(of_largest(&partial, 2).low, 50), near(of_largest(&partial, 2).high, 68);
    near(of_largest(&partial, 9).low, 62), near(of_largest(&partial, 9).high, 100);
    near(of_largest(&top, 3).high, 62); /* all that stand there are named */
    near(of_largest(&top, 5).high, 62 + 24);
    near(of_largest(&complete, 9).high, 62);
    near(with_first(&partial, 0).high, 30);
    near(with_first(&partial, 1).high, 68);
    near(unnamed_above(&partial, 20, true), 1), near(unnamed_above(&partial, 19, true), 2);
    near(unnamed_above(&partial, 19, false), 1); /* two of 19 are as large, not larger */
    near(unnamed_above(&partial, 39, true), 0);
    near(unnamed_above(&top, 12, true), 3), near(unnamed_above(&top, 12, false), 0);
    near(unnamed_above(&complete, 1, true), 0);
    assert_true(isinf(unnamed_above(&partial, 0, false)));
}

static void joining_adds_twice_the_product(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (int round = 0; round < 1000; round++) {
        struct share_range items[MOST], out[MOST];
        uint32_t n = 2 + random_below(&seed, MOST - 2);
        double left = 100;
        for (uint32_t i = 0; i < n; i++) {
            double x = i + 1 == n ? left : left * random_unit(&seed);
            items[i] = (struct share_range){ x, x };
            left -= x;
        }
        struct shares s = { items, n, REST_NONE, 0, 0 }, merged;
        shares_merge(&s, 0, n - 1, out, &merged);
        assert_int_equal(merged.count, n - 1);
        near(hhi_bounds(&merged).low - hhi_bounds(&s).low, 2 * product_bounds(&s, 0, n - 1).low);
    }
}

/* --- brute force --- */

struct extremes {
    double hhi_low, hhi_high, product_low, product_high, sum_low, sum_high, one_low, one_high;
    double largest_low[2], largest_high[2]; /* of one, of two */
    double with_low[2], with_high[2];       /* of the first and one other, two others */
    int above_most, as_large_most;          /* unnamed firms that have more than the first, or no less */
    int found;
};
struct walk {
    const struct shares *s;
    double x[MOST], tolerance;
    struct extremes *e;
};

static void widen(double value, double *low, double *high)
{
    *low = fmin(*low, value);
    *high = fmax(*high, value);
}

/* The rest in so many pieces at most, as large as they may be; without a limit all of it. */
static double piece(const struct shares *s, double *rest)
{
    double taken = s->rest == REST_NONE ? 0 : s->rest == REST_ANY ? *rest : fmin(s->cap, *rest);
    *rest -= taken;
    return taken;
}

static double thickest(const struct shares *s, double rest)
{
    double squares = 0;
    for (double x = piece(s, &rest); x > 0; x = piece(s, &rest)) squares += x * x;
    return squares;
}

/* The n largest of named firms and of pieces; `pieces`: how many of the rest, the others of it spread thin. */
static double largest_of(const struct walk *w, uint32_t from, uint32_t n, uint32_t pieces, double rest)
{
    double x[2 * MOST], sum = 0;
    uint32_t count = 0;
    for (uint32_t i = from; i < w->s->count; i++) x[count++] = w->x[i];
    while (pieces--) x[count++] = piece(w->s, &rest);
    for (; n-- && count;) {
        uint32_t best = 0;
        for (uint32_t i = 1; i < count; i++)
            if (x[i] > x[best]) best = i;
        sum += x[best], x[best] = x[--count];
    }
    return sum;
}

/* How many pieces of the rest can have `least`, and each so little more where that is asked. */
static int pieces_above(const struct shares *s, double rest, double least)
{
    int count = 0;
    if (s->rest == REST_NONE || (s->rest == REST_CAPPED && least > s->cap + 1e-9)) return 0;
    for (; rest >= least - 1e-9 && count < 1000; rest -= least) count++;
    return count;
}

static void visit(struct walk *w)
{
    double sum = 0, squares = 0;
    for (uint32_t i = 0; i < w->s->count; i++) sum += w->x[i], squares += w->x[i] * w->x[i];
    double rest = 100 - sum;
    if (w->s->rest == REST_NONE ? fabs(rest) > w->tolerance : rest < 0) return;
    struct extremes *e = w->e;
    e->found++;
    widen(squares, &e->hhi_low, &e->hhi_high);
    if (w->s->rest != REST_NONE) widen(squares + thickest(w->s, rest), &e->hhi_low, &e->hhi_high);
    widen(w->x[0], &e->one_low, &e->one_high);
    for (uint32_t n = 1; n <= 2; n++) {
        for (uint32_t pieces = 0; pieces <= n; pieces++) {
            widen(largest_of(w, 0, n, pieces, rest), &e->largest_low[n - 1], &e->largest_high[n - 1]);
            widen(w->x[0] + largest_of(w, 1, n, pieces, rest), &e->with_low[n - 1], &e->with_high[n - 1]);
        }
    }
    int above = pieces_above(w->s, rest, w->x[0] + 1e-6), as_large = pieces_above(w->s, rest, fmax(w->x[0], 1e-6));
    if (above > e->above_most) e->above_most = above;
    if (as_large > e->as_large_most) e->as_large_most = as_large;
    if (w->s->count > 1) {
        widen(w->x[0] * w->x[1], &e->product_low, &e->product_high);
        widen(w->x[0] + w->x[1], &e->sum_low, &e->sum_high);
    }
}

static void step(struct walk *w, uint32_t i, double grid)
{
    if (i == w->s->count) {
        visit(w);
        return;
    }
    for (int n = 0; w->s->items[i].low + n * grid <= w->s->items[i].high + 1e-9; n++) {
        w->x[i] = w->s->items[i].low + n * grid;
        step(w, i + 1, grid);
    }
}

/* A market of up to four firms on a grid of 4 percent. */
static struct shares random_market(uint64_t *seed, struct share_range *items)
{
    uint32_t n = 1 + random_below(seed, 4);
    for (uint32_t i = 0; i < n; i++) {
        double low = 4 * random_below(seed, 12), width = random_below(seed, 3) ? 4 * random_below(seed, 10) : 0;
        items[i] = (struct share_range){ low, fmin(100, low + width) };
    }
    enum rest rest = (enum rest)random_below(seed, 3);
    return (struct shares){ items, n, rest, 4 * (1 + random_below(seed, 5)), 0 };
}

static void bounds_are_never_wrong_and_are_reached(void **state)
{
    (void)state;
    uint64_t seed = 42;
    int markets = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct share_range items[MOST];
        struct shares s = random_market(&seed, items);
        struct extremes e = { 1e9,          -1,         1e9,          -1,         1e9, -1, 1e9, -1,
                              { 1e9, 1e9 }, { -1, -1 }, { 1e9, 1e9 }, { -1, -1 }, 0,   0,  0 };
        step(&(struct walk){ .s = &s, .tolerance = 1e-9, .e = &e }, 0, 4);
        if (!e.found) continue;
        markets++;
        struct share_range hhi = hhi_bounds(&s), one = sum_bounds(&s, (uint32_t[]){ 0 }, 1);
        assert_true(hhi.low <= e.hhi_low + 1e-6 && hhi.high >= e.hhi_high - 1e-6);
        assert_true(one.low <= e.one_low + 1e-6 && one.high >= e.one_high - 1e-6);
        /* On the grid all corners are met, but for the half percent of rounding in a complete table. */
        double slack = s.rest == REST_NONE ? 0.5 * 200 + 1 : 1e-6;
        if (hhi.high > e.hhi_high + slack)
            fail_msg("round %d: %f is never reached, %f is", round, hhi.high, e.hhi_high);
        assert_true(one.high <= e.one_high + 0.5 + 1e-6 && one.low >= e.one_low - 0.5 - 1e-6);
        if (s.rest != REST_NONE) near(hhi.low, e.hhi_low);
        bool decided = true;
        for (uint32_t i = 0; i < s.count; i++) decided = decided && items[i].low >= items[i].high;
        for (uint32_t n = 1; n <= 2; n++) {
            struct share_range largest = of_largest(&s, n), with = with_first(&s, n);
            assert_true(largest.low <= e.largest_low[n - 1] + 1e-6 && largest.high >= e.largest_high[n - 1] - 1e-6);
            assert_true(with.low <= e.with_low[n - 1] + 1e-6 && with.high >= e.with_high[n - 1] - 1e-6);
            if (!decided) continue;
            near(largest.low, e.largest_low[n - 1]), near(largest.high, e.largest_high[n - 1]);
            near(with.low, e.with_low[n - 1]), near(with.high, e.with_high[n - 1]);
        }
        double above = unnamed_above(&s, one.low, false), as_large = unnamed_above(&s, one.low, true);
        assert_true(above >= e.above_most && as_large >= e.as_large_most);
        if (decided && one.low > 0) near(above, e.above_most), near(as_large, e.as_large_most);
        if (s.count < 2) continue;
        struct share_range product = product_bounds(&s, 0, 1), both = sum_bounds(&s, (uint32_t[]){ 0, 1 }, 2);
        assert_true(product.low <= e.product_low + 1e-6 && product.high >= e.product_high - 1e-6);
        assert_true(both.low <= e.sum_low + 1e-6 && both.high >= e.sum_high - 1e-6);
        assert_true(both.low >= e.sum_low - 0.5 - 1e-6 && both.high <= e.sum_high + 0.5 + 1e-6);
        assert_true(product.low >= e.product_low - 51 && product.high <= e.product_high + 55); /* 0.5 x 100, the grid */
    }
    assert_true(markets > ROUNDS / 4);
}

/* The least index of a complete table lies between grid points: it is compared with a finer search. */
static void the_least_index_of_a_complete_table_is_level(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int round = 0; round < 200; round++) {
        struct share_range items[3];
        for (int i = 0; i < 3; i++) {
            double low = random_below(&seed, 30);
            items[i] = (struct share_range){ low, low + random_below(&seed, 60) };
        }
        struct shares s = { items, 3, REST_NONE, 0, 0 };
        struct share_range hhi = hhi_bounds(&s);
        double best = 1e9;
        for (int m = 0; items[0].low + m * 0.25 <= items[0].high; m++) {
            for (int n = 0; items[1].low + n * 0.25 <= items[1].high; n++) {
                double a = items[0].low + m * 0.25, b = items[1].low + n * 0.25;
                double c = 99.5 - a - b;
                if (c < items[2].low || c > items[2].high) continue;
                best = fmin(best, a * a + b * b + c * c);
            }
        }
        double lows = items[0].low + items[1].low + items[2].low;
        if (best > 1e8 || lows > 99.5) continue;
        assert_true(hhi.low <= best + 1e-6);
        assert_true(hhi.low > best - 1);
    }
}

static void many_open_shares_are_bounded_by_chords(void **state)
{
    (void)state;
    struct share_range items[40];
    items[0] = (struct share_range){ 30, 30 };
    for (int i = 1; i < 40; i++) items[i] = (struct share_range){ 0, 100 };
    struct shares s = { items, 40, REST_ANY, 0, 0 };
    near(hhi_bounds(&s).low, 900);
    near(hhi_bounds(&s).high, 900 + 4900); /* one of them has all that is left */
    uint64_t seed = 11;
    for (int round = 0; round < 300; round++) {
        uint32_t n = 4 + random_below(&seed, 8);
        for (uint32_t i = 0; i < n; i++) {
            double low = random_below(&seed, 8);
            items[i] = (struct share_range){ low, low + random_below(&seed, 40) };
        }
        enum rest rest = (enum rest)random_below(&seed, 3);
        struct shares few = { items, n, rest, 3, 0 };
        struct share_range exact = hhi_bounds(&few);
        for (uint32_t i = n; i < 26; i++) items[i] = (struct share_range){ 0, 1e-7 }; /* too many corners now */
        struct shares many = { items, 26, rest, 3, 0 };
        struct share_range chords = hhi_bounds(&many);
        if (chords.high < exact.high - 1e-4) fail_msg("round %d: %f below %f", round, chords.high, exact.high);
        assert_true(chords.high <= exact.high * 1.35 + 200);
    }
}

static void decimals_add_up_as_they_are_written(void **state)
{
    (void)state;
    struct share_range items[] = { { 4.35, 4.35 }, { 15.65, 15.65 }, { 0.1, 0.1 }, { 0.2, 0.2 } };
    struct shares s = { items, 4, REST_ANY, 0, 0 };
    assert_true(sum_bounds(&s, (uint32_t[]){ 0, 1 }, 2).high == 20);
    assert_true(sum_bounds(&s, (uint32_t[]){ 2, 3 }, 2).low == 0.3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_complete_table_has_an_exact_index),
        cmocka_unit_test(the_rest_is_spread_thin_or_as_large_as_it_can_be),
        cmocka_unit_test(unknown_shares_of_a_complete_table_come_to_what_is_left),
        cmocka_unit_test(a_share_that_nobody_stated_is_at_most_what_is_left),
        cmocka_unit_test(shares_that_cannot_come_to_a_hundred_are_taken_as_written),
        cmocka_unit_test(the_largest_together_are_exact_where_only_who_they_are_is_open),
        cmocka_unit_test(firms_without_a_name_may_be_among_the_largest),
        cmocka_unit_test(joining_adds_twice_the_product),
        cmocka_unit_test(bounds_are_never_wrong_and_are_reached),
        cmocka_unit_test(the_least_index_of_a_complete_table_is_level),
        cmocka_unit_test(many_open_shares_are_bounded_by_chords),
        cmocka_unit_test(decimals_add_up_as_they_are_written),
    };
    return cmocka_run_group_tests_name("economics/bounds", tests, NULL, NULL);
}
