/* The modified HHI: closed forms of O'Brien and Salop (2000), worked examples, and one implementation against the other. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/random.h"
#include "economics/mhhi.h"

static void near(double a, double b)
{
    if (fabs(a - b) > 1e-9 * fmax(1, fabs(b))) fail_msg("%.12f is not %.12f", a, b);
}

/* A holds beta of B; shares 30 and 20; who decides in B: its own owners, A, or both by their stakes. */
static double two(double beta, double own, double holder)
{
    const double shares[] = { 30, 20 };
    const double financial[] = { 1, beta, 0, 1 - beta }, control[] = { 1, holder, 0, own };
    return mhhi_of(shares, 2, financial, control, 2);
}

static const struct closed {
    double beta, silent, total;
} closed[] = { { 0.10, 1360, 7360 }, { 0.25, 1450, 3850 }, { 0.50, 1600, 2800 } };

static void the_closed_forms_come_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) {
        double b = closed[i].beta;
        near(two(b, 1, 0), closed[i].silent);
        near(two(b, 0, 1), closed[i].total);
        near(two(b, 1 - b, b), 1300 + 600 * (b + b / (b * b + (1 - b) * (1 - b)))); /* proportional control */
    }
}

static void four_airlines_with_common_funds(void **state)
{
    (void)state;
    /* Five funds hold 1 % of each airline; in each, one of the funds (another one each time) holds 2 %. */
    const double shares[] = { 30, 30, 20, 20 };
    double b[20];
    for (int i = 0; i < 5; i++) {
        for (int j = 0; j < 4; j++) b[i * 4 + j] = i == j ? 0.02 : 0.01;
    }
    near(mhhi_of(shares, 4, b, b, 5) - 2600, 6475);
}

static void owners_of_several_firms_are_one(void **state)
{
    (void)state;
    /* R's antitrust manual: five products owned A A B B C. */
    const double shares[] = { 15, 20, 25, 35, 5 };
    const double owned[] = { 1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1 };
    const double apart[] = { 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1 };
    near(mhhi_of(shares, 5, owned, owned, 3), 4850);
    near(mhhi_of(shares, 5, apart, apart, 5), 2500);
}

static double by_weights(const double *shares, const struct interests *t, bool high)
{
    struct share_range weights[8];
    double points = 0;
    for (uint32_t j = 0; j < t->firms; j++) {
        points += shares[j] * shares[j];
        assert_true(mhhi_weights(t, j, weights, NULL, &allocator_default));
        for (uint32_t k = 0; k < t->firms; k++) {
            double w = high ? weights[k].high : weights[k].low;
            if (w > 0) points += shares[j] * shares[k] * w;
        }
    }
    return points;
}

static void interests_on_record_give_the_closed_forms(void **state)
{
    (void)state;
    const double shares[] = { 30, 20 };
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) {
        double b = closed[i].beta;
        struct interest silent = { 0, 1, { b, b }, { 0, 0 }, false }, total = { 0, 1, { b, b }, { 1, 1 }, true };
        struct interest votes = { 0, 1, { b, b }, { b, b }, false };
        struct interests t = { &silent, 1, 2, 2 };
        near(by_weights(shares, &t, false), closed[i].silent);
        near(by_weights(shares, &t, true), closed[i].silent);
        t.items = &total;
        near(by_weights(shares, &t, false), closed[i].total);
        near(by_weights(shares, &t, true), closed[i].total);
        t.items = &votes;
        near(by_weights(shares, &t, false), 1300 + 600 * (b + b / (b * b + (1 - b) * (1 - b))));
        near(by_weights(shares, &t, true), 1300 + 600 * (b + b / (b * b + (1 - b) * (1 - b))));
    }
}

static void interests_count_along_chains_and_circles(void **state)
{
    (void)state;
    struct interest chain[] = { { 0, 1, { .5, .5 }, { 0, 0 }, false }, { 1, 2, { .2, .2 }, { 0, 0 }, false } };
    struct interests t = { chain, 2, 3, 3 };
    struct share_range w[3];
    assert_true(mhhi_weights(&t, 0, w, NULL, &allocator_default));
    near(w[1].low, .5), near(w[2].low, .1), near(w[2].high, .1), near(w[0].high, 0);
    /* A holds 40 % of B and B 25 % of A: each weighs the other by its own stake, the circle adds nothing. */
    struct interest circle[] = { { 0, 1, { .4, .4 }, { 0, 0 }, false }, { 1, 0, { .25, .25 }, { 0, 0 }, false } };
    t = (struct interests){ circle, 2, 2, 2 };
    assert_true(mhhi_weights(&t, 0, w, NULL, &allocator_default));
    near(w[1].low, .4), near(w[1].high, .4);
    assert_true(mhhi_weights(&t, 1, w, NULL, &allocator_default));
    near(w[0].low, .25);
}

static void a_circle_that_holds_all_of_itself_is_whose_it_is(void **state)
{
    (void)state;
    /* B and C hold each other whole; A has a tenth of B, which is more than there is: it alone is outside the circle. */
    struct interest circle[] = { { 0, 1, { .1, .1 }, { 0, 0 }, false },
                                 { 1, 2, { 1, 1 }, { 0, 0 }, false },
                                 { 2, 1, { 1, 1 }, { 0, 0 }, false } };
    struct interests t = { circle, 3, 3, 3 };
    struct share_range w[3];
    assert_true(mhhi_weights(&t, 0, w, NULL, &allocator_default));
    near(w[1].low, 1), near(w[1].high, 1), near(w[2].high, 1);
    assert_true(mhhi_weights(&t, 1, w, NULL, &allocator_default));
    near(w[0].high, 0), near(w[2].low, 1);
}

static void a_circle_counts_again_for_who_is_in_it(void **state)
{
    (void)state;
    /* A holds 40 % of B with 30 % of the votes, B 25 % of A; a fund (2) has 10 % of B with 20 % of its votes. A tenth of A
     * and of B comes back to each: all paths are those that do not come back, by 1 / .9. */
    struct interest items[] = { { 0, 1, { .4, .4 }, { .3, .3 }, false },
                                { 1, 0, { .25, .25 }, { 0, 0 }, false },
                                { 2, 1, { .1, .1 }, { .2, .2 }, false } };
    struct interests t = { items, 3, 2, 3 };
    struct share_range w[2];
    assert_true(mhhi_weights(&t, 1, w, NULL, &allocator_default));
    double in_a = .5 * .5 * .25 / .9 + .3 * .75 * 1 / .9 + .2 * .1 * .25 / .9;
    double in_b = .5 * .5 * 1 / .9 + .3 * .75 * .4 / .9 + .2 * .1 / .9;
    near(w[0].low, in_a / in_b), near(w[0].high, in_a / in_b);
    /* The fund has half of A too, so that A's own owners have less in its say. */
    struct interest more[] = { items[0], items[1], items[2], { 2, 0, { .5, .5 }, { 0, 0 }, false } };
    t = (struct interests){ more, 4, 2, 3 };
    assert_true(mhhi_weights(&t, 1, w, NULL, &allocator_default));
    in_a = .5 * .5 * .25 / .9 + .3 * .25 * 1 / .9 + .2 * (.5 + .1 * .25) / .9;
    in_b = .5 * .5 * 1 / .9 + .3 * .25 * .4 / .9 + .2 * (.1 + .5 * .4) / .9;
    near(w[0].low, in_a / in_b), near(w[0].high, in_a / in_b);
}

static void interests_count_through_owners_outside_the_market(void **state)
{
    (void)state;
    /* A has 60 % of a holding company (2), which has half of B: silent, and then with all the say. */
    struct interest through[] = { { 0, 2, { .6, .6 }, { 0, 0 }, false }, { 2, 1, { .5, .5 }, { 0, 0 }, false } };
    struct interests t = { through, 2, 2, 3 };
    struct share_range w[2];
    bool used[2] = { false };
    assert_true(mhhi_weights(&t, 0, w, used, &allocator_default));
    near(w[1].low, .3), near(w[1].high, .3);
    assert_true(used[0] && used[1]);
    used[0] = used[1] = false;
    assert_true(mhhi_weights(&t, 1, w, used, &allocator_default));
    near(w[0].high, 0);
    assert_false(used[0] || used[1]); /* who holds B does not bear on what B weighs */
}

/* Random stakes and votes of funds and firms: the weights against the formula over whole matrices, look-through of one
 * step (funds hold firms, firms hold none) so that both are exact. */
static void weights_agree_with_the_matrices(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int round = 0; round < 1000; round++) {
        enum { FIRMS = 4, FUNDS = 3, OWNERS = FIRMS + FUNDS };
        double shares[FIRMS], financial[OWNERS * FIRMS] = { 0 }, control[OWNERS * FIRMS] = { 0 };
        struct interest items[FUNDS * FIRMS];
        uint32_t n = 0;
        for (uint32_t j = 0; j < FIRMS; j++) {
            double stakes = 0, votes = 0;
            shares[j] = 25 * random_unit(&seed);
            for (uint32_t i = 0; i < FUNDS; i++) {
                if (random_below(&seed, 3) == 0) continue;
                double stake = .3 * random_unit(&seed), vote = random_below(&seed, 2) ? .3 * random_unit(&seed) : 0;
                items[n++] = (struct interest){ FIRMS + i, j, { stake, stake }, { vote, vote }, false };
                financial[(FIRMS + i) * FIRMS + j] = stake;
                control[(FIRMS + i) * FIRMS + j] = vote;
                stakes += stake, votes += vote;
            }
            financial[j * FIRMS + j] = 1 - stakes;
            control[j * FIRMS + j] = 1 - votes;
        }
        struct interests t = { items, n, FIRMS, OWNERS };
        double expected = mhhi_of(shares, FIRMS, financial, control, OWNERS);
        near(by_weights(shares, &t, false), expected);
        near(by_weights(shares, &t, true), expected);
    }
}

static void ranges_of_stakes_hold_every_stake_within(void **state)
{
    (void)state;
    uint64_t seed = 9;
    for (int round = 0; round < 1000; round++) {
        const double shares[] = { 30, 25, 20 };
        struct interest wide[5], exact[5];
        for (int i = 0; i < 5; i++) {
            uint32_t owner = random_below(&seed, 4), firm = random_below(&seed, 3);
            if (owner == firm) firm = (firm + 1) % 3;
            double low = .2 * random_unit(&seed), high = low + .1 * random_unit(&seed);
            double vote = random_below(&seed, 2) ? .2 * random_unit(&seed) : 0;
            double at = low + (high - low) * random_unit(&seed);
            wide[i] = (struct interest){ owner, firm, { low, high }, { vote / 2, vote }, false };
            exact[i] = (struct interest){ owner, firm, { at, at }, { vote * .7, vote * .7 }, false };
        }
        struct interests w = { wide, 5, 3, 4 }, e = { exact, 5, 3, 4 };
        double value = by_weights(shares, &e, false);
        near(value, by_weights(shares, &e, true));
        assert_true(by_weights(shares, &w, false) <= value + 1e-9);
        assert_true(by_weights(shares, &w, true) >= value - 1e-9);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_closed_forms_come_out),
        cmocka_unit_test(four_airlines_with_common_funds),
        cmocka_unit_test(owners_of_several_firms_are_one),
        cmocka_unit_test(interests_on_record_give_the_closed_forms),
        cmocka_unit_test(interests_count_along_chains_and_circles),
        cmocka_unit_test(a_circle_that_holds_all_of_itself_is_whose_it_is),
        cmocka_unit_test(interests_count_through_owners_outside_the_market),
        cmocka_unit_test(a_circle_counts_again_for_who_is_in_it),
        cmocka_unit_test(weights_agree_with_the_matrices),
        cmocka_unit_test(ranges_of_stakes_hold_every_stake_within),
    };
    return cmocka_run_group_tests_name("economics/mhhi", tests, NULL, NULL);
}
