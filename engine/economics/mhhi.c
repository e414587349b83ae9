/* The modified HHI: matrices as given, and weights from interests on record. */
#include "economics/mhhi.h"

#include <math.h>
#include <string.h>

double mhhi_of(const double *shares, uint32_t firms, const double *financial, const double *control, uint32_t owners)
{
    double points = 0;
    for (size_t j = 0; j < firms; j++) {
        double own = 0;
        for (size_t i = 0; i < owners; i++) own += control[i * firms + j] * financial[i * firms + j];
        for (size_t k = 0; k < firms; k++) {
            double other = 0;
            for (size_t i = 0; i < owners; i++) other += control[i * firms + j] * financial[i * firms + k];
            double weight = own > 0 ? other / own : j == k ? 1 : 0;
            points += shares[j] * shares[k] * weight;
        }
    }
    return points;
}

static double end(struct share_range r, bool high) { return high ? r.high : r.low; }

/* 0 times infinity is 0 here: a firm without a share, a say that nobody has. */
static double times(double a, double b) { return a <= 0 || b <= 0 ? 0 : a * b; }

/* Adds to x, the direct interests of one owner, what they bring through the firms held: x + x A + x A A + ...; what would
 * come in to firm `except` is left out. Each partial sum is below the limit, so it serves as a low end when the sum is
 * cut; a high end that has not come to rest is infinite. */
static void look_through(const struct interests *t, uint32_t except, bool high, double *x, double *step, double *next)
{
    double moved = 1, steps = fmin(4096, fmax(8, 1e8 / ((double)t->firms * (double)t->count + 1)));
    memcpy(step, x, t->firms * sizeof *x);
    for (int i = 0; i < steps && moved > 1e-15; i++) {
        moved = 0;
        memset(next, 0, t->firms * sizeof *next);
        for (uint32_t n = 0; n < t->count; n++) {
            const struct interest *in = &t->items[n];
            if (in->owner < t->firms && in->firm != except) next[in->firm] += step[in->owner] * end(in->stake, high);
        }
        for (uint32_t k = 0; k < t->firms; k++) {
            x[k] += next[k];
            step[k] = next[k];
            moved = fmax(moved, next[k]);
        }
        if (moved > 1e9) break;
    }
    if (moved <= 1e-9 || !high) return;
    for (uint32_t k = 0; k < t->firms; k++) {
        if (step[k] > 0) x[k] = INFINITY;
    }
}

/* One end of what an owner has in each firm, itself included where it is a firm (all of itself). */
static void interests_of(const struct interests *t, uint32_t owner, uint32_t except, bool high, double *scratch)
{
    double *x = scratch;
    bool whole = owner < t->firms && owner != except; /* begins with all of itself; a circle back adds to that */
    memset(x, 0, t->firms * sizeof *x);
    if (whole) x[owner] = 1;
    for (uint32_t n = 0; n < t->count && !whole; n++) {
        const struct interest *in = &t->items[n];
        if (in->owner == owner && in->firm != except) x[in->firm] += end(in->stake, high);
    }
    look_through(t, except, high, x, scratch + t->firms, scratch + 2 * (size_t)t->firms);
}

/* What the record leaves of a firm for its own owners: stake, or weight in its decisions. */
static struct share_range left_of(const struct interests *t, uint32_t firm, bool weight)
{
    struct share_range left = { 1, 1 };
    for (uint32_t n = 0; n < t->count; n++) {
        const struct interest *in = &t->items[n];
        if (in->firm != firm) continue;
        struct share_range r = weight ? in->weight : in->stake;
        left.low -= r.high;
        left.high -= r.low;
    }
    return (struct share_range){ fmax(0, left.low), fmax(0, left.high) };
}

/* Adds one end of g_ij b_ik over k for one who has a say in j. */
static void add_say(const struct interests *t, uint32_t owner, struct share_range say, bool high, double *sums,
                    double *scratch)
{
    double part = owner < t->firms ? end(left_of(t, owner, false), high) : 1;
    interests_of(t, owner, UINT32_MAX, high, scratch);
    for (uint32_t k = 0; k < t->firms; k++) sums[k] += times(times(end(say, high), part), scratch[k]);
}

/* The fractions where others than the firm's own owners have a say, from the ends of numerator and denominator. */
static void weights_of_many(const struct interests *t, uint32_t j, struct share_range *weights, double *scratch)
{
    double *sums = scratch + 3 * (size_t)t->firms, own[2];
    for (int high = 0; high < 2; high++) {
        memset(sums, 0, t->firms * sizeof *sums);
        add_say(t, j, left_of(t, j, true), high, sums, scratch);
        for (uint32_t n = 0; n < t->count; n++) {
            if (t->items[n].firm == j && t->items[n].weight.high > 0)
                add_say(t, t->items[n].owner, t->items[n].weight, high, sums, scratch);
        }
        own[high] = sums[j];
        for (uint32_t k = 0; k < t->firms; k++) *(high ? &weights[k].high : &weights[k].low) = sums[k];
    }
    for (uint32_t k = 0; k < t->firms; k++) {
        double low = own[1] > 0 && !isinf(own[1]) ? weights[k].low / own[1] : 0;
        double high = weights[k].high <= 0 ? 0 : own[0] > 0 ? weights[k].high / own[0] : INFINITY;
        weights[k] = (struct share_range){ low, high };
    }
}

/* The fractions where one owner decides alone: its share in the firm itself is in both parts of the fraction. */
static void weights_of_one(const struct interests *t, uint32_t j, uint32_t owner, struct share_range *weights,
                           double *scratch)
{
    double own[2];
    for (int high = 0; high < 2; high++) {
        /* The firm's own owners: count the ways that do not come back, which is the fraction itself. */
        bool self = owner == j;
        interests_of(t, owner, self ? j : UINT32_MAX, high, scratch);
        own[high] = self ? 1 : scratch[j];
        for (uint32_t k = 0; k < t->firms; k++) *(high ? &weights[k].high : &weights[k].low) = scratch[k];
    }
    for (uint32_t k = 0; k < t->firms; k++) {
        double low = own[1] > 0 && !isinf(own[1]) ? weights[k].low / own[1] : 0;
        double high = weights[k].high <= 0 ? 0 : own[0] > 0 ? weights[k].high / own[0] : INFINITY;
        weights[k] = (struct share_range){ low, high };
    }
}

void mhhi_weights(const struct interests *t, uint32_t j, struct share_range *ret_weights, double *scratch)
{
    uint32_t alone = j, say = 0;
    for (uint32_t n = 0; n < t->count; n++) {
        const struct interest *in = &t->items[n];
        if (in->firm != j) continue;
        if (in->total) alone = in->owner;
        if (in->weight.high > 0) say++;
    }
    if (alone != j || say == 0) weights_of_one(t, j, alone, ret_weights, scratch);
    else if ((double)say * t->count > 1e7)
        for (uint32_t k = 0; k < t->firms; k++) ret_weights[k] = (struct share_range){ 0, INFINITY };
    else weights_of_many(t, j, ret_weights, scratch);
    ret_weights[j] = (struct share_range){ 0, 0 };
}
