/* Joint bounds for shares that come to 100. */
#include "economics/bounds.h"

#include <math.h>
#include <stdlib.h>

static const double WHOLE = 100, ROUNDING = 0.5, NOTHING = 1e-9;

double decimal(double value) { return fabs(value) < 1e6 ? round(value * 1e9) / 1e9 : value; }

static double sum_lows(const struct shares *s)
{
    double sum = 0;
    for (uint32_t i = 0; i < s->count; i++) sum += s->items[i].low;
    return decimal(sum);
}

static double sum_highs(const struct shares *s)
{
    double sum = 0;
    for (uint32_t i = 0; i < s->count; i++) sum += s->items[i].high;
    return decimal(sum);
}

/* What the named have at least. */
static double at_least(const struct shares *s) { return decimal(sum_lows(s) + s->taken_out); }

double shares_rest(const struct shares *s) { return s->rest == REST_NONE ? 0 : fmax(0, WHOLE - at_least(s)); }

/* Do the named have all of it, or by their rounding more? */
static bool are_all(const struct shares *s) { return s->rest == REST_NONE || at_least(s) > WHOLE; }

struct share_range shares_total(const struct shares *s)
{
    double low = sum_lows(s), high = sum_highs(s);
    double most = are_all(s) ? WHOLE + ROUNDING : WHOLE;
    struct share_range total = { low, fmax(low, fmin(high, most)) };
    if (s->rest == REST_NONE && high >= WHOLE - ROUNDING) total.low = fmax(low, WHOLE - ROUNDING);
    if (at_least(s) > WHOLE + ROUNDING) total.high = high; /* these cannot be shares of one whole: nothing is cut */
    return total;
}

struct share_sums share_sums_of(const struct shares *s)
{
    return (struct share_sums){ shares_total(s), { sum_lows(s), sum_highs(s) } };
}

struct share_range sum_bounds_in(const struct shares *s, const struct share_sums *all, const uint32_t *chosen,
                                 uint32_t count)
{
    struct share_range own = { 0, 0 };
    for (uint32_t i = 0; i < count; i++) {
        own.low += s->items[chosen[i]].low;
        own.high += s->items[chosen[i]].high;
    }
    own = (struct share_range){ decimal(own.low), decimal(own.high) };
    double others_low = all->ends.low - own.low, others_high = all->ends.high - own.high;
    double most = decimal(all->total.high - others_low), least = decimal(all->total.low - others_high);
    struct share_range sum = { fmax(own.low, fmin(least, own.high)), fmin(own.high, fmax(most, own.low)) };
    if (sum.low > sum.high) sum.low = own.low; /* only by rounding */
    return sum;
}

struct share_range sum_bounds(const struct shares *s, const uint32_t *chosen, uint32_t count)
{
    const struct share_sums all = share_sums_of(s);
    return sum_bounds_in(s, &all, chosen, count);
}

/* --- The largest, and who is larger --- */

static int falling(const void *pa, const void *pb)
{
    double a = *(const double *)pa, b = *(const double *)pb;
    return (a < b) - (a > b);
}

static bool is_chosen(const uint32_t *chosen, uint32_t count, uint32_t item)
{
    for (uint32_t i = 0; i < count; i++)
        if (chosen[i] == item) return true;
    return false;
}

/* What an item may be, given that all of them fill the whole. */
static struct share_range given_the_others(struct share_range own, struct share_range total, double lows, double highs)
{
    own.high = fmax(own.high, own.low);
    return (struct share_range){ fmax(own.low, fmin(total.low - (highs - own.high), own.high)),
                                 fmin(own.high, fmax(total.high - (lows - own.low), own.low)) };
}

/* The chosen and the k largest others, by their lows and by their highs: entry k, for k up to all others. */
static uint32_t largest_ends(const struct shares *s, const uint32_t *chosen, uint32_t count, double *lows,
                             double *highs)
{
    struct share_range total = shares_total(s);
    double all_lows = sum_lows(s), all_highs = sum_highs(s);
    uint32_t others = 0;
    lows[0] = highs[0] = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        struct share_range item = given_the_others(s->items[i], total, all_lows, all_highs);
        if (is_chosen(chosen, count, i)) lows[0] += item.low, highs[0] += item.high;
        else others++, lows[others] = item.low, highs[others] = item.high;
    }
    qsort(lows + 1, others, sizeof *lows, falling);
    qsort(highs + 1, others, sizeof *highs, falling);
    for (uint32_t k = 1; k <= others; k++) lows[k] += lows[k - 1], highs[k] += highs[k - 1];
    return others;
}

/* Whoever they are, they have what the n largest lows come to, and what the highs of all others leave of the whole. Where
 * unnamed firms stand in `unnamed` of the places, fewer named ones do, and nobody has what is left to others yet. */
struct share_range largest_bounds(const struct shares *s, const uint32_t *chosen, uint32_t count, uint32_t n,
                                  double *room)
{
    double *lows = room, *highs = room + s->count + 1;
    uint32_t others = largest_ends(s, chosen, count, lows, highs), k = n < others ? n : others;
    struct share_range total = shares_total(s), sum;
    double all = lows[others], least = total.low - (highs[others] - highs[k]), most = total.high - (all - lows[k]);
    sum.low = fmax(lows[k], fmin(least, highs[k]));
    sum.high = fmin(highs[k], fmax(most, lows[k]));
    double cap = s->rest == REST_NONE ? 0 : s->rest == REST_CAPPED ? fmin(s->cap, WHOLE) : WHOLE, before = -1;
    for (uint32_t unnamed = 1; unnamed <= n && cap > 0 && all < WHOLE; unnamed++) {
        k = n - unnamed < others ? n - unnamed : others;
        most = fmin(highs[k] + unnamed * cap, WHOLE - (all - lows[k]));
        if (most < before) break; /* from here on each takes the place of a larger one */
        sum.high = fmax(sum.high, most);
        before = most;
    }
    return (struct share_range){ decimal(sum.low), decimal(fmax(sum.low, sum.high)) };
}

double unnamed_above(const struct shares *s, double share, bool as_large)
{
    double rest = shares_rest(s);
    if (rest <= NOTHING || (s->rest == REST_CAPPED && (as_large ? s->cap < share : s->cap <= share))) return 0;
    if (share <= NOTHING) return INFINITY;
    return as_large ? floor(rest / share + NOTHING) : fmax(0, ceil(rest / share - NOTHING) - 1);
}

struct share_range product_bounds(const struct shares *s, uint32_t ia, uint32_t ib)
{
    struct share_range a = sum_bounds(s, &ia, 1), b = sum_bounds(s, &ib, 1);
    struct share_range both = sum_bounds(s, (uint32_t[]){ ia, ib }, 2);
    struct share_range product = { a.low * b.low, a.high * b.high };
    if (a.high + b.high > both.high) { /* largest where the two are most alike */
        double x = fmin(fmax(both.high / 2, fmax(a.low, both.high - b.high)), fmin(a.high, both.high - b.low));
        product.high = x * (both.high - x);
    }
    if (a.low + b.low < both.low) { /* smallest where they are most unlike */
        double x = fmax(a.low, both.low - b.high), y = fmax(b.low, both.low - a.high);
        product.low = fmin(x * (both.low - x), y * (both.low - y));
    }
    product.low = decimal(fmax(product.low, 0));
    product.high = fmax(decimal(product.high), product.low);
    return product;
}

/* The least sum of squares of shares that come to `sum` at least: every share as near to one level as it may be. */
static double least_squares(const struct shares *s, double sum)
{
    double level = 0, squares = 0;
    if (sum > sum_lows(s) + NOTHING) {
        double high = WHOLE + ROUNDING;
        for (int step = 0; step < 64; step++) { /* the level stays below the true one: a lower bound */
            double middle = (level + high) / 2, filled = 0;
            for (uint32_t i = 0; i < s->count; i++)
                filled += fmin(fmax(middle, s->items[i].low), fmax(s->items[i].high, s->items[i].low));
            if (filled <= sum) level = middle;
            else high = middle;
        }
    }
    for (uint32_t i = 0; i < s->count; i++) {
        double x = fmin(fmax(level, s->items[i].low), fmax(s->items[i].high, s->items[i].low));
        squares += x * x;
    }
    return squares;
}

/* A share that is open: it begins at `low` and can take up to `room` of what is to be given out. */
struct open {
    double low, room;
};
static double gain(struct open o, double given) { return given * (2 * o.low + given); }

/* Squares of unnamed firms that are as large as they may be. */
static double chunks(double rest, double cap)
{
    if (rest <= NOTHING || cap <= 0) return 0;
    double full = floor(rest / cap + NOTHING), left = fmax(0, rest - full * cap);
    return full * cap * cap + left * left;
}

/* The best way to give out what is left once a corner is chosen: to one share, the rest of it to capped unnamed ones.
 * Negative: there is none. */
static double best_left(const struct open *open, unsigned count, unsigned taken, double left, double cap)
{
    double best = cap > 0 ? chunks(left, cap) : left <= NOTHING ? 0 : -1;
    for (unsigned i = 0; i < count && left > NOTHING; i++) {
        if (taken >> i & 1) continue;
        if (open[i].room >= left - NOTHING) best = fmax(best, gain(open[i], left));
        if (cap <= 0) continue;
        double fewest = ceil(fmax(0, left - open[i].room) / cap - NOTHING), most = floor(left / cap + NOTHING);
        double in_fewest = left - fewest * cap, in_most = left - most * cap;
        if (in_fewest >= 0) best = fmax(best, gain(open[i], fmin(in_fewest, open[i].room)) + fewest * cap * cap);
        if (in_most >= 0 && in_most <= open[i].room) best = fmax(best, gain(open[i], in_most) + most * cap * cap);
    }
    return best;
}

static double most_by_corners(const struct open *open, unsigned count, double give, double cap)
{
    double best = 0;
    for (unsigned taken = 0; taken < 1U << count; taken++) {
        double left = give, won = 0;
        for (unsigned i = 0; i < count; i++) {
            if (!(taken >> i & 1)) continue;
            left -= open[i].room;
            won += gain(open[i], open[i].room);
        }
        if (left < -NOTHING) continue;
        double more = best_left(open, count, taken, fmax(left, 0), cap);
        if (more >= 0) best = fmax(best, won + more);
    }
    return best;
}

/* The steepest chords below `last`: their slope (negative: none) and how much they can take together. */
static double next_chords(const struct shares *s, double whole, double cap, double last, double *ret_room)
{
    double slope = -1, room = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        struct open o = { s->items[i].low, fmin(s->items[i].high - s->items[i].low, whole) };
        double steep = 2 * o.low + o.room;
        if (o.room <= 0 || steep >= last || steep < slope) continue;
        if (steep > slope) slope = steep, room = 0;
        room += o.room;
    }
    double unnamed = s->rest == REST_ANY ? whole : s->rest == REST_CAPPED ? cap : 0;
    if (unnamed > 0 && unnamed < last && unnamed >= slope) slope = unnamed, room = INFINITY;
    *ret_room = room;
    return slope;
}

/* Each square replaced by the chord between its ends, the steepest first; after some steps the slope is kept. */
static double most_by_chords(const struct shares *s, double give, double cap)
{
    double won = 0, last = INFINITY, left = give;
    for (int step = 0; left > NOTHING; step++) {
        double room, slope = next_chords(s, give, cap, last, &room);
        if (slope < 0) break;
        double taken = step < 256 ? fmin(room, left) : left;
        won += slope * taken;
        left -= taken;
        last = slope;
    }
    return won;
}

struct share_range hhi_bounds(const struct shares *s)
{
    struct share_range total = shares_total(s), points;
    double lows = sum_lows(s), squares = 0, cap = s->rest == REST_CAPPED ? s->cap : 0;
    /* Where unnamed firms take the rest, all of it is given out; else as much as the named can hold. */
    double give = are_all(s) ? total.high - lows : WHOLE - lows;
    if (give < NOTHING) give = 0;
    struct open open[CORNERS_TRIED + 1];
    unsigned count = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        struct open o = { s->items[i].low, fmin(s->items[i].high - s->items[i].low, give) };
        squares += o.low * o.low;
        if (o.room > 0 && count <= CORNERS_TRIED) open[count++] = o;
    }
    double most;
    if (count > CORNERS_TRIED) {
        most = most_by_chords(s, give, cap);
    } else {
        if (s->rest == REST_ANY && give > 0) open[count++] = (struct open){ 0, give };
        most = most_by_corners(open, count, give, cap);
    }
    points.low = decimal(least_squares(s, total.low));
    points.high = fmax(points.low, decimal(squares + most));
    return points;
}

void shares_merge(const struct shares *s, uint32_t a, uint32_t b, struct share_range *out, struct shares *ret_merged)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        if (i == b) continue;
        struct share_range x = s->items[i];
        if (i == a) {
            x.low = decimal(x.low + s->items[b].low);
            x.high = decimal(x.high + s->items[b].high);
        }
        out[n++] = x;
    }
    *ret_merged = (struct shares){ out, n, s->rest, s->cap, s->taken_out };
}
