/* quantity.c - interval arithmetic with units.
 *
 * What absence left open is carried by doing each operation twice: on the ranges as recorded, and on the ranges with
 * every open end moved to infinity. Where the second result reaches further than the first, the first is open. */
#include "base/quantity.h"
#include "base/date.h"

#include <float.h>
#include <math.h>
#include <string.h>

struct range {
    double low, high;
};
typedef struct range range_op(struct range, struct range);

static const struct range everything = { -INFINITY, INFINITY };

/* No value is infinite, only a bound may be: so low < infinity and high > -infinity, also where a sum overflowed.
 * What is not a number bounds nothing. */
static struct range tidied(double low, double high)
{
    if (isnan(low)) low = -INFINITY;
    if (isnan(high)) high = INFINITY;
    return (struct range){ low > DBL_MAX ? DBL_MAX : low, high < -DBL_MAX ? -DBL_MAX : high };
}

static bool is_nonnegative(enum unit unit) { return unit != UNIT_NONE && unit != UNIT_DATE; }

static bool is_length(enum unit unit)
{
    return unit == UNIT_DAYS || unit == UNIT_MONTHS || unit == UNIT_YEARS || unit == UNIT_DURATION;
}

/* --- Making --- */

struct quantity quantity_exact(double value, enum unit unit) { return quantity_range(value, value, unit); }

struct quantity quantity_range(double low, double high, enum unit unit)
{
    struct range r = tidied(low, high);
    return (struct quantity){ .low = r.low, .high = r.high, .unit = (uint8_t)unit };
}

struct quantity quantity_money(double low, double high, const char currency[4])
{
    struct quantity q = quantity_range(low, high, UNIT_MONEY);
    for (size_t i = 0; i < 3 && currency[i]; i++) q.currency[i] = currency[i];
    return q;
}

struct quantity quantity_date(int32_t low, int32_t high)
{
    double first = low, last = high; /* INFINITY is a float: beside it an int would lose digits */
    return quantity_range(low == DAY_MIN ? -INFINITY : first, high == DAY_MAX ? INFINITY : last, UNIT_DATE);
}

static int32_t day_or_bound(double day) { return day <= DAY_MIN ? DAY_MIN : day >= DAY_MAX ? DAY_MAX : (int32_t)day; }

/* Days and months from one range of days to another, the last day included. */
static struct range days_from(struct range first, struct range last)
{
    return tidied(last.low - first.high + 1, last.high - first.low + 1);
}

static struct range months_from(struct range first, struct range last)
{
    return tidied(months_between(day_or_bound(ceil(first.high)), day_or_bound(floor(last.low))),
                  months_between(day_or_bound(floor(first.low)), day_or_bound(ceil(last.high))));
}

static double no_less_than_zero(double x) { return x > 0 ? x : 0; }

struct quantity quantity_duration(int32_t first_low, int32_t first_high, int32_t last_low, int32_t last_high)
{
    struct quantity first = quantity_date(first_low, first_high), last = quantity_date(last_low, last_high);
    struct range from = { first.low, first.high }, to = { last.low, last.high };
    struct range months = months_from(from, to), days = days_from(from, to);
    struct quantity q = quantity_range(no_less_than_zero(months.low), no_less_than_zero(months.high), UNIT_DURATION);
    q.days_low = no_less_than_zero(days.low), q.days_high = no_less_than_zero(days.high);
    return q;
}

struct quantity quantity_unknown(enum unit unit)
{
    struct quantity q = { .low = is_nonnegative(unit) ? 0 : -INFINITY, .unit = (uint8_t)unit };
    q.high = unit == UNIT_PERCENT ? 100 : INFINITY;
    if (unit == UNIT_DURATION) q.days_high = INFINITY;
    return q;
}

bool quantity_is_exact(const struct quantity *q)
{
    if (q->open_above || q->open_below || q->low < q->high) return false;
    return q->unit != UNIT_DURATION || q->days_low >= q->days_high;
}

bool quantity_is_unknown(const struct quantity *q)
{
    struct quantity widest = quantity_unknown((enum unit)q->unit);
    return q->low <= widest.low && q->high >= widest.high;
}

/* --- Ranges --- */

/* An end that is not bounded stays so, whatever it is multiplied with, but 0 times it is 0. */
static double times(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

static double over(double a, double b)
{
    return isinf(b) ? 0 : a / b; /* infinity / infinity: the other ends hold the bounds */
}

static struct range hull(double a, double b, double c, double d)
{
    return tidied(fmin(fmin(a, b), fmin(c, d)), fmax(fmax(a, b), fmax(c, d)));
}

static struct range range_add(struct range a, struct range b) { return tidied(a.low + b.low, a.high + b.high); }

static struct range range_subtract(struct range a, struct range b) { return tidied(a.low - b.high, a.high - b.low); }

static struct range range_multiply(struct range a, struct range b)
{
    return hull(times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high));
}

static struct range range_divide(struct range a, struct range b)
{
    if (b.low > 0 || b.high < 0)
        return hull(over(a.low, b.low), over(a.low, b.high), over(a.high, b.low), over(a.high, b.high));
    if (b.low == b.high || (b.low < 0 && b.high > 0)) return everything;
    if (b.low < 0) return range_divide((struct range){ -a.high, -a.low }, (struct range){ -b.high, -b.low });
    return tidied(a.low >= 0 ? over(a.low, b.high) : -INFINITY, a.high < 0 ? over(a.high, b.high) : INFINITY);
}

static struct range range_least(struct range a, struct range b)
{
    return tidied(fmin(a.low, b.low), fmin(a.high, b.high));
}

static struct range range_greatest(struct range a, struct range b)
{
    return tidied(fmax(a.low, b.low), fmax(a.high, b.high));
}

/* --- One operation on two quantities --- */

static struct range recorded(const struct quantity *q) { return (struct range){ q->low, q->high }; }

static struct range recorded_days(const struct quantity *q)
{
    return q->unit == UNIT_DURATION ? (struct range){ q->days_low, q->days_high } : recorded(q);
}

/* Not to 0 below: a difference may be negative, whatever its unit. */
static struct range opened(struct range r, const struct quantity *q)
{
    return (struct range){ q->open_below ? -INFINITY : r.low, q->open_above ? INFINITY : r.high };
}

static struct range apply(range_op *op, struct range a, struct range b, double before, double after)
{
    struct range r = op((struct range){ a.low * before, a.high * before }, b);
    return tidied(r.low / after, r.high / after);
}

/* a OP b, a first multiplied by `before`, the result divided by `after` (for percent: whole numbers stay whole). */
static struct quantity combine(const struct quantity *a, range_op *op, const struct quantity *b, enum unit unit,
                               double before, double after)
{
    struct range r = apply(op, recorded(a), recorded(b), before, after);
    struct range e = apply(op, opened(recorded(a), a), opened(recorded(b), b), before, after);
    struct quantity q = { .low = r.low, .high = r.high, .unit = (uint8_t)unit };
    q.open_above = e.high > r.high, q.open_below = e.low < r.low;
    if (unit == UNIT_DURATION) {
        r = apply(op, recorded_days(a), recorded_days(b), before, after);
        e = apply(op, opened(recorded_days(a), a), opened(recorded_days(b), b), before, after);
        q.days_low = r.low, q.days_high = r.high;
        q.open_above |= e.high > r.high, q.open_below |= e.low < r.low;
    }
    if (unit == UNIT_MONEY) memcpy(q.currency, a->currency[0] ? a->currency : b->currency, sizeof q.currency);
    return q;
}

/* Nothing of any currency is nothing in each; an amount that nobody knows may be of any. */
static bool fits_any(const struct quantity *q) { return quantity_is_unknown(q) || (q->low >= 0 && q->high <= 0); }

/* A currency that nobody recorded goes with any, as long as its amount is unknown too, or nothing. */
static bool currencies_meet(const struct quantity *a, const struct quantity *b)
{
    if (!strcmp(a->currency, b->currency)) return true;
    return (!a->currency[0] && fits_any(a)) || (!b->currency[0] && fits_any(b));
}

/* A month has 28 to 31 days; lengths of less than nothing turn the bounds around. */
static struct quantity as_duration(const struct quantity *q)
{
    enum { SHORTEST = 28, LONGEST = 31 };
    struct quantity d = *q;
    d.unit = UNIT_DURATION;
    if (q->unit == UNIT_DAYS) {
        d.days_low = q->low, d.days_high = q->high;
        d.low = q->low / (q->low < 0 ? SHORTEST : LONGEST), d.high = q->high / (q->high < 0 ? LONGEST : SHORTEST);
    } else if (q->unit != UNIT_DURATION) {
        double months = q->unit == UNIT_YEARS ? 12 : 1;
        d.low *= months, d.high *= months;
        d.days_low = d.low * (d.low < 0 ? LONGEST : SHORTEST), d.days_high = d.high * (d.high < 0 ? SHORTEST : LONGEST);
    }
    return d;
}

static struct quantity as_months(const struct quantity *q)
{
    struct quantity m = *q;
    if (q->unit == UNIT_YEARS) m.low *= 12, m.high *= 12;
    m.unit = UNIT_MONTHS;
    return m;
}

/* Both in one unit, as sums, the least and comparisons want them. A bare number goes with counts and points. */
static enum quantity_problem align(const struct quantity *a, const struct quantity *b, struct quantity *x,
                                   struct quantity *y)
{
    *x = *a, *y = *b;
    if (a->unit == b->unit)
        return a->unit == UNIT_MONEY && !currencies_meet(a, b) ? QUANTITY_CURRENCIES : QUANTITY_FINE;
    if (is_length(a->unit) && is_length(b->unit)) {
        bool days = a->unit == UNIT_DAYS || b->unit == UNIT_DAYS || a->unit == UNIT_DURATION ||
                    b->unit == UNIT_DURATION;
        *x = days ? as_duration(a) : as_months(a), *y = days ? as_duration(b) : as_months(b);
        return QUANTITY_FINE;
    }
    if (a->unit == UNIT_NONE && (b->unit == UNIT_COUNT || b->unit == UNIT_POINTS)) x->unit = b->unit;
    else if (b->unit == UNIT_NONE && (a->unit == UNIT_COUNT || a->unit == UNIT_POINTS)) y->unit = a->unit;
    else return QUANTITY_UNITS;
    return QUANTITY_FINE;
}

static enum quantity_problem combine_alike(const struct quantity *a, range_op *op, const struct quantity *b,
                                           struct quantity *ret_result)
{
    struct quantity x, y;
    enum quantity_problem problem = align(a, b, &x, &y);
    if (!problem) *ret_result = combine(&x, op, &y, (enum unit)x.unit, 1, 1);
    return problem;
}

/* --- Dates --- */

enum { FAR = 1 << 30 }; /* three million years either way: there dates end */

/* A day moved by days, or by months along the calendar and the rest as a part of the month that it falls in. */
static double moved(double day, double by, bool months)
{
    if (isinf(day)) return day;
    if (!(fabs(by) < (months ? FAR / 31 : FAR))) return by < 0 ? -INFINITY : INFINITY;
    double whole = floor(by), part = by - whole, to = day + by;
    if (months) {
        to = day_add_months(day_or_bound(day), (int32_t)whole);
        if (part > 0) to += part * (day_add_months(day_or_bound(day), (int32_t)whole + 1) - to);
    }
    return fabs(to) < FAR ? to : to < 0 ? -INFINITY : INFINITY;
}

static struct range moved_range(struct range day, struct range by, bool months)
{
    double low = floor(moved(day.low, by.low, months)), high = ceil(moved(day.high, by.high, months));
    return (struct range){ fmin(low, FAR), fmax(high, -FAR) };
}

static struct quantity move_date(const struct quantity *date, const struct quantity *length, bool back)
{
    bool months = length->unit == UNIT_MONTHS || length->unit == UNIT_YEARS;
    struct quantity by = months ? as_months(length) : *length;
    struct range plain = recorded_days(&by), wide = opened(plain, &by);
    if (back) plain = (struct range){ -plain.high, -plain.low }, wide = (struct range){ -wide.high, -wide.low };
    struct range r = moved_range(recorded(date), plain, months);
    struct range e = moved_range(opened(recorded(date), date), wide, months);
    struct quantity q = { .low = r.low, .high = r.high, .unit = UNIT_DATE };
    q.open_above = e.high > r.high, q.open_below = e.low < r.low;
    return q;
}

/* Not held at zero: a day before another is a negative length, and surely shorter than any that a law names. */
static struct quantity between_dates(const struct quantity *first, const struct quantity *last)
{
    struct range f = recorded(first), l = recorded(last), months = months_from(f, l), days = days_from(f, l);
    struct range e = days_from(opened(f, first), opened(l, last));
    struct quantity q = { .low = months.low, .high = months.high, .unit = UNIT_DURATION };
    q.days_low = days.low, q.days_high = days.high;
    q.open_above = e.high > days.high, q.open_below = e.low < days.low;
    return q;
}

/* --- What rules write --- */

enum quantity_problem quantity_add(const struct quantity *a, const struct quantity *b, struct quantity *ret_result)
{
    bool a_date = a->unit == UNIT_DATE, b_date = b->unit == UNIT_DATE;
    if (!a_date && !b_date) return combine_alike(a, range_add, b, ret_result);
    if (!is_length(a_date ? b->unit : a->unit)) return QUANTITY_UNITS;
    *ret_result = a_date ? move_date(a, b, false) : move_date(b, a, false);
    return QUANTITY_FINE;
}

enum quantity_problem quantity_subtract(const struct quantity *a, const struct quantity *b, struct quantity *ret_result)
{
    if (a->unit != UNIT_DATE)
        return b->unit == UNIT_DATE ? QUANTITY_UNITS : combine_alike(a, range_subtract, b, ret_result);
    if (b->unit == UNIT_DATE) *ret_result = between_dates(b, a);
    else if (is_length(b->unit)) *ret_result = move_date(a, b, true);
    else return QUANTITY_UNITS;
    return QUANTITY_FINE;
}

/* What `unit` gives when it is taken `by` times: a ratio or a percent of anything; so many amounts or lengths. */
static bool product_unit(enum unit by, enum unit unit, enum unit *ret_unit, double *ret_after)
{
    if (unit == UNIT_DATE || unit == UNIT_COUNTED) return false;
    if (by != UNIT_NONE && by != UNIT_PERCENT && !(by == UNIT_COUNT && (unit == UNIT_MONEY || is_length(unit))))
        return false;
    *ret_unit = unit;
    *ret_after = by == UNIT_PERCENT ? 100 : 1;
    return true;
}

enum quantity_problem quantity_multiply(const struct quantity *a, const struct quantity *b, struct quantity *ret_result)
{
    enum unit unit;
    double after;
    /* The ratio goes first: a ratio of a percent is a percent, not a hundredth of a ratio. */
    bool turned = b->unit == UNIT_NONE || !product_unit(a->unit, b->unit, &unit, &after);
    if (turned && !product_unit(b->unit, a->unit, &unit, &after)) return QUANTITY_UNITS;
    *ret_result = combine(a, range_multiply, b, unit, 1, after);
    return QUANTITY_FINE;
}

static bool quotient_unit(enum unit a, enum unit b, enum unit *ret_unit, double *ret_before)
{
    if (a == UNIT_DATE || b == UNIT_DATE || a == UNIT_COUNTED) return false;
    *ret_unit = a;
    *ret_before = 1;
    if (b == UNIT_NONE) return true;
    if (b == UNIT_COUNT && (a == UNIT_MONEY || a == UNIT_PERCENT || is_length(a))) return true;
    *ret_before = 100;
    if (b == UNIT_PERCENT && (a == UNIT_MONEY || a == UNIT_COUNT || a == UNIT_POINTS)) return true;
    *ret_unit = UNIT_PERCENT;
    return a == b && a != UNIT_DURATION; /* which has two measures, and so two quotients */
}

enum quantity_problem quantity_divide(const struct quantity *a, const struct quantity *b, struct quantity *ret_result)
{
    enum unit unit;
    double before;
    if (!quotient_unit((enum unit)a->unit, (enum unit)b->unit, &unit, &before)) return QUANTITY_UNITS;
    if (a->unit == UNIT_MONEY && b->unit == UNIT_MONEY && !currencies_meet(a, b)) return QUANTITY_CURRENCIES;
    *ret_result = combine(a, range_divide, b, unit, before, 1);
    return QUANTITY_FINE;
}

enum quantity_problem quantity_least(const struct quantity *a, const struct quantity *b, struct quantity *ret_result)
{
    return combine_alike(a, range_least, b, ret_result);
}

enum quantity_problem quantity_greatest(const struct quantity *a, const struct quantity *b, struct quantity *ret_result)
{
    return combine_alike(a, range_greatest, b, ret_result);
}

/* --- Comparing --- */

/* Lengths are compared in days, which are exact, unless one of them was written in months or years. */
static enum quantity_problem comparable(const struct quantity *a, const struct quantity *b, struct quantity *x,
                                        struct quantity *y)
{
    enum quantity_problem problem = align(a, b, x, y);
    bool months = a->unit == UNIT_MONTHS || a->unit == UNIT_YEARS || b->unit == UNIT_MONTHS || b->unit == UNIT_YEARS;
    if (!problem && x->unit == UNIT_DURATION && !months)
        x->low = x->days_low, x->high = x->days_high, y->low = y->days_low, y->high = y->days_high;
    return problem;
}

/* A ceiling on a is a floor under b, in value and in what absence may change: so every comparison is a floor, and it
 * is met only by what is recorded. */
enum quantity_problem quantity_compare(const struct quantity *a, enum comparison comparison, const struct quantity *b,
                                       struct compared *ret_compared)
{
    bool ceiling = comparison == LESS || comparison == AT_MOST, strict = comparison == LESS || comparison == MORE;
    struct quantity x, y;
    enum quantity_problem problem = ceiling ? comparable(b, a, &x, &y) : comparable(a, b, &x, &y);
    if (problem) return problem;
    bool may_fall = x.open_below || y.open_above, may_rise = x.open_above || y.open_below;
    bool met = strict ? x.low > y.high : x.low >= y.high;
    bool missed = strict ? x.high <= y.low : x.high < y.low;
    if (met) *ret_compared = (struct compared){ may_fall ? UNKNOWN : YES, may_fall };
    else if (missed) *ret_compared = (struct compared){ NO, may_rise };
    else *ret_compared = (struct compared){ UNKNOWN, false };
    return QUANTITY_FINE;
}

enum quantity_problem quantity_equal(const struct quantity *a, const struct quantity *b, enum truth *ret_truth)
{
    struct quantity x, y;
    enum quantity_problem problem = comparable(a, b, &x, &y);
    if (problem) return problem;
    bool below = x.high < y.low && !x.open_above && !y.open_below;
    bool above = x.low > y.high && !x.open_below && !y.open_above;
    bool open = x.open_above || x.open_below || y.open_above || y.open_below;
    bool same = x.low >= x.high && y.low >= y.high && x.low <= y.low && x.low >= y.low && !open;
    *ret_truth = below || above ? NO : same ? YES : UNKNOWN;
    return QUANTITY_FINE;
}
