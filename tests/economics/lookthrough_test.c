/* Look-through interests: closed forms, a plain inverse where there is one, every network within the ranges, and networks
 * that are large, singular or nearly so. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"
#include "economics/lookthrough.h"

enum { LARGE = 10000 };

static void near(double a, double b)
{
    if (fabs(a - b) > 1e-9) fail_msg("%.15g is not %.15g", a, b);
}

/* Runs it, and sees to it that nothing leaves 0 .. 1. */
static void run(const struct stake *s, uint32_t count, uint32_t entities, uint32_t owner, struct share_range *x)
{
    assert_true(look_through(s, count, entities, owner, x, &allocator_default));
    for (uint32_t e = 0; e < entities; e++)
        if (!(x[e].low >= 0 && x[e].low <= x[e].high && x[e].high <= 1)) fail_msg("%g .. %g", x[e].low, x[e].high);
    assert_true(x[owner].low == 1 && x[owner].high == 1);
}

static struct stake exact(uint32_t owner, uint32_t firm, double part)
{
    return (struct stake){ owner, firm, { part, part } };
}

static void stakes_along_a_chain_multiply(void **state)
{
    const struct stake s[] = { exact(0, 1, .6), exact(1, 2, .5), exact(2, 3, .1) };
    struct share_range x[4];
    run(s, 3, 4, 0, x);
    near(x[1].low, .6), near(x[2].low, .3), near(x[3].low, .03), near(x[3].high, .03);
    run(s, 3, 4, 3, x);
    near(x[0].high, 0); /* nothing comes up from what is held */
}

static void ways_side_by_side_add_up(void **state)
{
    const struct stake s[] = { exact(0, 1, .6), exact(0, 2, .2), exact(1, 3, .5), exact(2, 3, .5), exact(0, 3, 0) };
    struct share_range x[4];
    run(s, 5, 4, 0, x);
    near(x[3].low, .4);
}

static void a_circle_does_not_count_its_own_ways_again(void **state)
{
    /* 0 holds 90 % of 1, 1 holds 1 % of 2, 2 the other 10 % of 1: the plain inverse has .9 / (1 - .001) in 1. */
    const struct stake s[] = { exact(0, 1, .9), exact(1, 2, .01), exact(2, 1, .1) };
    struct share_range x[3];
    run(s, 3, 3, 0, x);
    near(x[1].low, .9 / .999);
    run(s, 3, 3, 1, x);
    near(x[2].low, .01); /* and not .01 / .999: what comes back to 1 is its own */
}

static void what_a_firm_holds_of_itself_counts_for_nothing(void **state)
{
    const struct stake s[] = { exact(0, 1, .45), exact(1, 1, .1), exact(2, 1, .45) };
    struct share_range x[3];
    run(s, 3, 3, 0, x);
    near(x[1].low, .5), near(x[1].high, .5);
    const struct stake loop[] = { exact(0, 1, .9), exact(1, 2, 1), exact(2, 1, .1) };
    run(loop, 3, 3, 0, x);
    near(x[1].low, 1), near(x[2].low, 1); /* a tenth held back in a loop: all of it, not 111.1 % of paths */
}

static void a_circle_that_holds_all_of_itself_belongs_to_nobody_else(void **state)
{
    const struct stake s[] = { exact(1, 2, 1), exact(2, 1, 1), exact(0, 3, 1) };
    struct share_range x[4];
    run(s, 3, 4, 0, x);
    near(x[1].high, 0), near(x[2].high, 0), near(x[3].low, 1);
    run(s, 3, 4, 1, x);
    near(x[2].low, 1);
    /* Nor does what the file says too much of: more than the whole is taken in proportion. */
    const struct stake much[] = { exact(1, 2, 1), exact(2, 1, 1), exact(0, 1, .5) };
    run(much, 3, 4, 0, x);
    near(x[1].low, 1), near(x[2].high, 1); /* no one but 0 has anything in the circle from outside */
    const struct stake three[] = { exact(0, 2, .9), exact(1, 2, .6) };
    run(three, 2, 3, 0, x);
    near(x[2].low, .6), near(x[2].high, .6);
}

static void a_circle_that_holds_nearly_all_of_itself_keeps_its_digits(void **state)
{
    for (double part = 1e-3; part > 1e-12; part /= 10) { /* 0 and 3 hold 2 : 1 of the rest, and so of all */
        const struct stake s[] = { exact(2, 1, 1 - 3 * part), exact(0, 1, 2 * part), exact(3, 1, part),
                                   exact(1, 2, 1) };
        struct share_range x[4];
        run(s, 4, 4, 0, x);
        if (fabs(x[1].low - 2.0 / 3) > 1e-15 / part + 1e-12) fail_msg("%g: %.15g", part, x[1].low);
        near(x[1].low, x[2].low), near(x[1].low, x[1].high);
    }
}

/* --- against the inverse --- */

/* Row `owner` of (I - A)^-1 by elimination with pivots, made the interests by dividing by its own entry; A without
 * own shares, which are taken out of the whole. */
static void invert(const double *a, int n, int owner, double *x)
{
    long double m[12][13];
    for (int j = 0; j < n; j++) {
        for (int i = 0; i < n; i++)
            m[j][i] = (i == j ? 1 : 0) - (j == owner ? 0 : i == j ? 0 : a[i * n + j] / (1 - a[j * n + j]));
        m[j][n] = j == owner;
    }
    for (int c = 0; c < n; c++) {
        int p = c;
        for (int r = c; r < n; r++)
            if (fabsl(m[r][c]) > fabsl(m[p][c])) p = r;
        for (int k = 0; k <= n; k++) {
            long double t = m[c][k];
            m[c][k] = m[p][k], m[p][k] = t;
        }
        for (int r = 0; r < n; r++) {
            if (r == c) continue;
            long double f = m[r][c] / m[c][c];
            for (int k = c; k <= n; k++) m[r][k] -= f * m[c][k];
        }
    }
    for (int j = 0; j < n; j++) x[j] = (double)(m[j][n] / m[j][j]);
}

#ifdef SHORT
enum { NETWORKS = 400, RANGES = 6 };
#else
enum { NETWORKS = 2000, RANGES = 30 };
#endif

static void random_networks_agree_with_the_inverse(void **state)
{
    uint64_t seed = 17;
    for (int round = 0; round < NETWORKS; round++) {
        int n = 2 + (int)random_below(&seed, 10), owner = (int)random_below(&seed, (unsigned)n);
        double a[144] = { 0 }, want[12];
        struct stake s[144];
        struct share_range x[12];
        uint32_t count = 0;
        for (int j = 0; j < n; j++) {
            double left = random_below(&seed, 4) ? 1 : .99;
            unsigned owners = random_below(&seed, 5);
            for (unsigned k = 0; k < owners; k++) {
                int i = (int)random_below(&seed, (unsigned)n);
                double part = left * .97 * random_unit(&seed);
                a[i * n + j] += part, left -= part;
                s[count++] = exact((uint32_t)i, (uint32_t)j, part);
            }
        }
        run(s, count, (uint32_t)n, (uint32_t)owner, x);
        invert(a, n, owner, want);
        for (int j = 0; j < n; j++) near(x[j].low, want[j]), near(x[j].high, want[j]);
    }
}

/* --- against the walk itself --- */

/* The chance that a walk comes to the owner, from each: the walk's matrix is squared until nobody walks any more. It may
 * stay in a circle for ever, which the inverse cannot say. State n: nobody. */
static void walk_for_ever(const double *a, int n, int owner, double *x)
{
    static long double p[9][9], q[9][9];
    for (int j = 0; j <= n; j++) {
        long double left = 1;
        for (int i = 0; i < n; i++) left -= p[j][i] = j == n || j == owner ? i == j : (long double)a[i * n + j];
        p[j][n] = left > 1e-15L ? left : 0;
    }
    for (int twice = 0; twice < 60; twice++) {
        for (int j = 0; j <= n; j++) {
            long double all = 0;
            for (int i = 0; i <= n; i++) {
                q[j][i] = 0;
                for (int k = 0; k <= n; k++) q[j][i] += p[j][k] * p[k][i];
                all += q[j][i];
            }
            for (int i = 0; i <= n; i++) q[j][i] /= all; /* rounding must not grow */
        }
        memcpy(p, q, sizeof p);
    }
    for (int j = 0; j < n; j++) x[j] = (double)p[j][owner];
}

enum shape { ANY_SHAPE, TIGHT_RING, WHOLE_RING, TREASURY, SHAPES };

/* The stakes in firm j, as fractions of it, that come to 1 at most. */
static void fill_column(double *a, int n, int j, enum shape shape, uint64_t *seed)
{
    double left = 1;
    int before = (j + n - 1) % n;
    if (shape == TIGHT_RING) a[before * n + j] = .999, left = .001;
    if (shape == WHOLE_RING && j < 3) a[(j + 2) % 3 * n + j] = 1, left = 0;
    if (shape == TREASURY) a[j * n + j] = .9 + .0999 * random_unit(seed), left = 1 - a[j * n + j];
    for (unsigned k = random_below(seed, 4); k > 0; k--) {
        double part = left * random_unit(seed);
        a[(int)random_below(seed, (unsigned)n) * n + j] += part, left -= part;
    }
}

static void networks_of_every_shape_agree_with_the_walk(void **state)
{
    uint64_t seed = 41;
    unsigned kept = 0;
    for (int round = 0; round < NETWORKS; round++) {
        enum shape shape = (enum shape)(round % SHAPES);
        int n = 3 + (int)random_below(&seed, 6), owner = (int)random_below(&seed, (unsigned)n);
        double a[64] = { 0 }, want[8], lows[64];
        struct stake s[64];
        struct share_range x[8];
        for (int j = 0; j < n; j++) fill_column(a, n, j, shape, &seed);
        walk_for_ever(a, n, owner, want);
        for (int i = 0; i < n * n; i++) s[i] = exact((uint32_t)(i / n), (uint32_t)(i % n), a[i]);
        run(s, (uint32_t)(n * n), (uint32_t)n, (uint32_t)owner, x);
        for (int j = 0; j < n; j++) {
            if (fabs(x[j].low - want[j]) > 1e-9 || fabs(x[j].high - want[j]) > 1e-9)
                fail_msg("round %d, shape %d, firm %d: %.12g .. %.12g is not %.12g", round, (int)shape, j, x[j].low,
                         x[j].high, want[j]);
            kept += shape == WHOLE_RING && owner > 2 && j < 3 && want[j] == 0;
        }
        /* The same with ranges around some, nothing known of others. */
        for (int i = 0; i < n * n; i++) {
            lows[i] = random_below(&seed, 2) ? a[i] : a[i] * random_unit(&seed);
            s[i].part = (struct share_range){ lows[i], random_below(&seed, 3) ? a[i] : 1 };
            if (random_below(&seed, 8) == 0) s[i].part = (struct share_range){ 0, 1 };
        }
        run(s, (uint32_t)(n * n), (uint32_t)n, (uint32_t)owner, x);
        for (int j = 0; j < n; j++) {
            assert_true(x[j].low >= 0 && x[j].low <= x[j].high && x[j].high <= 1);
            if (want[j] < x[j].low - 1e-9 || want[j] > x[j].high + 1e-9)
                fail_msg("round %d, shape %d, firm %d: %.12g is not within %.12g .. %.12g", round, (int)shape, j,
                         want[j], x[j].low, x[j].high);
        }
    }
    assert_true(kept > 50); /* rings that hold all of themselves against an owner outside */
}

/* --- ranges --- */

/* The k-th order of three. */
static uint32_t in_order(unsigned order, uint32_t k)
{
    static const uint8_t orders[6][3] = {
        { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 }
    };
    return orders[order][k];
}

/* Gives what a firm's lows leave to its three owners, one after the other, as far as it goes. */
static void give_out(const struct stake *wide, struct stake *fixed, unsigned order, double chance)
{
    double left = 1;
    for (uint32_t k = 0; k < 3; k++) fixed[k] = wide[k], left -= wide[k].part.low;
    for (uint32_t k = 0; k < 3; k++) {
        struct share_range *r = &fixed[in_order(order, k)].part;
        double more = fmax(0, fmin(r->high - r->low, left)) * chance;
        left -= more;
        r->low = r->high = r->low + more;
    }
}

/* Four firms, three owners each, with ranges that may come to more than a whole. Every way to give them out is within the
 * bounds; and they are reached, since the most that an owner can have is met where each firm goes to its owners in some
 * order. */
static void ranges_hold_every_network_within_and_are_reached(void **state)
{
    uint64_t seed = 23;
    for (int round = 0; round < RANGES; round++) {
        struct stake wide[12], fixed[12];
        struct share_range bounds[5], x[5];
        for (uint32_t n = 0, j = 1; j < 5; j++) {
            double left = 1;
            for (unsigned k = 0; k < 3; k++) {
                double low = random_below(&seed, 2) ? 0 : left * .5 * random_unit(&seed);
                double high = random_below(&seed, 3) ? fmin(1, low + .5 * random_unit(&seed)) : 1;
                wide[n++] = (struct stake){ (j + 1 + random_below(&seed, 4)) % 5, j, { low, high } };
                left -= low;
            }
        }
        run(wide, 12, 5, 0, bounds);
        double best[5] = { 0 };
        for (unsigned orders = 0; orders < 1400; orders++) { /* all, and some at random */
            bool spare = orders >= 1296;
            for (unsigned j = 0, rest = orders; j < 4; j++, rest /= 6)
                give_out(wide + 3 * j, fixed + 3 * j, rest % 6, spare ? random_unit(&seed) : 1);
            run(fixed, 12, 5, 0, x);
            for (int j = 1; j < 5; j++) {
                if (x[j].low < bounds[j].low - 1e-12 || x[j].high > bounds[j].high + 1e-12)
                    fail_msg("round %d: %.15g is not within %.15g .. %.15g", round, x[j].low, bounds[j].low,
                             bounds[j].high);
                best[j] = fmax(best[j], x[j].high);
            }
        }
        for (unsigned j = 0; j < 4; j++) give_out(wide + 3 * j, fixed + 3 * j, 0, 0);
        run(fixed, 12, 5, 0, x);
        for (int j = 1; j < 5; j++) near(bounds[j].low, x[j].low), near(bounds[j].high, best[j]);
    }
}

static void an_unknown_stake_is_what_the_others_leave(void **state)
{
    const struct stake s[] = { { 0, 1, { 0, 1 } }, exact(2, 1, .7), { 1, 3, { .2, .4 } } };
    struct share_range x[4];
    run(s, 3, 4, 0, x);
    near(x[1].low, 0), near(x[1].high, .3), near(x[3].low, 0), near(x[3].high, .12);
}

static void two_that_may_hold_each_other_do_not_both_bring_more(void **state)
{
    /* 1 and 2 may each be held by the other, wholly; 0 may have half of 1. A circle brings nothing by itself. */
    const struct stake s[] = { { 1, 2, { 0, 1 } }, { 2, 1, { 0, 1 } }, { 0, 1, { 0, .5 } } };
    struct share_range x[3];
    run(s, 3, 3, 0, x);
    near(x[1].high, 1), near(x[2].high, 1), near(x[1].low, 0); /* 0 half of 1, 2 the other half, 1 all of 2 */
    const struct stake none[] = { { 1, 2, { 0, 1 } }, { 2, 1, { 0, 1 } } };
    run(none, 2, 3, 0, x);
    near(x[1].high, 0), near(x[2].high, 0);
}

/* --- large ones --- */

static struct share_range large[LARGE + 1];
static struct stake stakes[4 * LARGE];

static void ten_thousand_in_a_chain(void **state)
{
    for (uint32_t i = 0; i < LARGE; i++) stakes[i] = exact(i, i + 1, .9999);
    run(stakes, LARGE, LARGE + 1, 0, large);
    near(large[LARGE].low, exp(LARGE * log(.9999)));
}

static void ten_thousand_in_a_ring(void **state)
{
    static const double parts[] = { 1, .9999, .5, 1 - 1e-9 };
    for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
        double part = parts[p], all = exp((LARGE - 1) * log(part)), in = (1 - all) / 2; /* 0 has as much as nobody */
        for (uint32_t i = 1; i < LARGE; i++) stakes[i - 1] = exact(i, i + 1, part);
        stakes[LARGE - 1] = exact(LARGE, 1, part == 1 ? 0.25 : all), stakes[LARGE] = exact(0, 1, part == 1 ? .75 : in);
        run(stakes, LARGE + 1, LARGE + 1, 0, large);
        near(large[1].low, part == 1 ? 1 : in / (1 - all * all));
        near(large[LARGE].low, large[1].low * all);
    }
}

/* Small circles that follow each other: pairs that hold a tenth of each other, and half of the next pair. */
static void ten_thousand_in_circles_along_a_chain(void **state)
{
    uint32_t n = 0;
    for (uint32_t i = 1; i + 1 <= LARGE; i += 2) {
        stakes[n++] = exact(i, i + 1, .1), stakes[n++] = exact(i + 1, i, .1);
        stakes[n++] = exact(i == 1 ? 0 : i - 1, i, .5);
    }
    run(stakes, n, LARGE + 1, 0, large);
    double in = 1;
    for (uint32_t i = 1; i < 200; i += 2) {
        near(large[i].low, .5 * in / .99);
        in = .1 * large[i].low;
        near(large[i + 1].low, in);
    }
}

/* Three owners each, at random: what is densely tied in the middle is closed in. Each interest is what its owners bring,
 * or, where a third of the stakes is a range, within what they could. */
static void many_at_random(void **state)
{
    for (int exactly = 0; exactly < 2; exactly++) {
        uint64_t seed = 3;
        uint32_t n = 0, firms = exactly ? LARGE : LARGE / 10;
        for (uint32_t j = 1; j <= firms; j++) {
            for (int k = 0; k < 3; k++) {
                uint32_t owner = random_below(&seed, firms + 1);
                stakes[n] = exact(owner == j ? 0 : owner, j, .33);
                if (!exactly && !k) stakes[n].part = (struct share_range){ .1, .3 };
                n++;
            }
        }
        run(stakes, n, firms + 1, 0, large);
        for (uint32_t j = 1; j <= firms; j++) {
            double low = 0, high = 0;
            for (uint32_t k = 3 * (j - 1); k < 3 * j; k++) {
                low += stakes[k].part.low * large[stakes[k].owner].low;
                high += stakes[k].part.high * large[stakes[k].owner].high;
            }
            near(large[j].low, low), near(large[j].high, high);
            if (exactly) near(low, high);
        }
    }
}

/* All hold all others, with next to nothing left: too dense to take apart, too tight for the vectors to meet. */
static void a_dense_network_is_bounded_in_bounded_time(void **state)
{
    enum { N = 650 };
    struct stake *s = malloc(sizeof *s * N * N);
    assert_non_null(s);
    uint32_t n = 0;
    for (uint32_t j = 1; j <= N; j++) {
        for (uint32_t i = 1; i <= N; i++)
            if (i != j) s[n++] = exact(i, j, (1 - 1e-9) / (N - 1));
    }
    for (uint32_t j = 1; j < 100; j++) s[n++] = exact(0, j, 5e-10);
    run(s, n, N + 1, 0, large);
    /* Of the rest, 99 times 5e-10 of N times 1e-9 come to 0. */
    assert_true(large[N].low <= 99 * .5 / N + 1e-4 && large[N].high >= 99 * .5 / N - 1e-4);
    free(s);
}

/* --- memory --- */

static void *allocate_few(void *ud, void *block, size_t old_size, size_t new_size)
{
    long *left = ud;
    if (new_size && (*left)-- <= 0) return NULL;
    return allocator_default.allocate(allocator_default.ud, block, old_size, new_size);
}

static void want_of_memory_is_said(void **state)
{
    uint64_t seed = 2;
    uint32_t n = 0;
    for (uint32_t j = 1; j < 60; j++)
        for (int k = 0; k < 3; k++)
            stakes[n++] = (struct stake){ random_below(&seed, 60), j, { .1 * random_below(&seed, 3), .4 } };
    bool enough = false;
    for (long at = 0; !enough; at++) {
        long left = at;
        cc_allocator few = { allocate_few, &left };
        enough = look_through(stakes, n, 60, 0, large, &few);
        assert_true(enough || left <= 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stakes_along_a_chain_multiply),
        cmocka_unit_test(ways_side_by_side_add_up),
        cmocka_unit_test(a_circle_does_not_count_its_own_ways_again),
        cmocka_unit_test(what_a_firm_holds_of_itself_counts_for_nothing),
        cmocka_unit_test(a_circle_that_holds_all_of_itself_belongs_to_nobody_else),
        cmocka_unit_test(a_circle_that_holds_nearly_all_of_itself_keeps_its_digits),
        cmocka_unit_test(random_networks_agree_with_the_inverse),
        cmocka_unit_test(networks_of_every_shape_agree_with_the_walk),
        cmocka_unit_test(ranges_hold_every_network_within_and_are_reached),
        cmocka_unit_test(an_unknown_stake_is_what_the_others_leave),
        cmocka_unit_test(two_that_may_hold_each_other_do_not_both_bring_more),
        cmocka_unit_test(ten_thousand_in_a_chain),
        cmocka_unit_test(ten_thousand_in_a_ring),
        cmocka_unit_test(ten_thousand_in_circles_along_a_chain),
        cmocka_unit_test(many_at_random),
        cmocka_unit_test(a_dense_network_is_bounded_in_bounded_time),
        cmocka_unit_test(want_of_memory_is_said),
    };
    return cmocka_run_group_tests_name("economics/lookthrough", tests, NULL, NULL);
}
