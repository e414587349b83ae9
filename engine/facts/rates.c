/* rates.c - exchange rates on a day: the latest on or before it, either direction, no chains. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "facts/cache.h"
#include "facts/trail.h"

/* Which way a rate row goes for from -> to: 1, -1 (the other way round), 0 (other currencies). */
static int direction(const struct facts *f, uint32_t row, const char from[4], const char to[4])
{
    const char *base = cell_of(f, KIND_RATE, row, RATE_BASE)->text,
               *quote = cell_of(f, KIND_RATE, row, RATE_QUOTE)->text;
    if (!strcmp(base, from) && !strcmp(quote, to)) return 1;
    if (!strcmp(base, to) && !strcmp(quote, from)) return -1;
    return 0;
}

static struct days rate_date(const struct facts *f, uint32_t row)
{
    return cell_of(f, KIND_RATE, row, RATE_FROM)->date;
}

/* The newest row that is surely current; what may be as new as it makes a range with it. */
static uint32_t newest(const struct view *v, const char from[4], const char to[4])
{
    uint32_t best = NO_ROW;
    for (uint32_t row = 0; row < facts_rows(v->facts, KIND_RATE); row++) {
        if (!direction(v->facts, row, from, to) || in_force(v, KIND_RATE, row) != YES) continue;
        if (best == NO_ROW || rate_date(v->facts, row).low > rate_date(v->facts, best).low) best = row;
    }
    return best;
}

static bool rate_range(const struct view *v, const char from[4], const char to[4], struct quantity *ret_rate,
                       uint32_t *ret_row, struct trail *trail)
{
    uint32_t best = newest(v, from, to);
    if (best == NO_ROW) return false;
    double low = INFINITY, high = 0;
    for (uint32_t row = 0; row < facts_rows(v->facts, KIND_RATE); row++) {
        int way = direction(v->facts, row, from, to);
        if (!way || in_force(v, KIND_RATE, row) == NO) continue;
        if (rate_date(v->facts, row).high < rate_date(v->facts, best).low) continue; /* surely older */
        const struct cell *value = cell_of(v->facts, KIND_RATE, row, RATE_VALUE);
        double l = value->number.low > 0 ? value->number.low : 0, h = value->number.high > 0 ? value->number.high : 0;
        if (way < 0) {
            double inverse = h > 0 ? 1 / h : INFINITY;
            h = l > 0 ? 1 / l : INFINITY, l = inverse;
        }
        low = fmin(low, l), high = fmax(high, h);
        trail_read_on(trail, v, ref_make(KIND_RATE, row), RATE_VALUE);
    }
    *ret_rate = quantity_range(low, high, UNIT_NONE);
    *ret_row = best;
    return true;
}

bool rate_at(const struct view *v, const char from[4], const char to[4], struct quantity *ret_rate, uint32_t *ret_row)
{
    if (strcmp(from, to) != 0) return rate_range(v, from, to, ret_rate, ret_row, NULL);
    *ret_rate = quantity_exact(1, UNIT_NONE), *ret_row = NO_ROW;
    return true;
}

/* 0 of anything is 0. */
static double times(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

bool money_convert(const struct view *v, const struct quantity *money, const char to[4], struct quantity *ret_money,
                   struct trail *trail)
{
    struct quantity rate = quantity_exact(1, UNIT_NONE);
    uint32_t row;
    /* An amount of which nothing is known, or nothing at all, has no currency and is as much in any. */
    if (*money->currency && strcmp(money->currency, to) != 0 &&
        !rate_range(v, money->currency, to, &rate, &row, trail)) {
        char need[128], day[64];
        day_write(v->day, day, sizeof day);
        snprintf(need, sizeof need, "the exchange rate of %.3s and %.3s on %s", money->currency, to, day);
        trail_need_text(trail, need);
        return false;
    }
    struct quantity in = *money;
    in.low = money->low < 0 ? times(money->low, rate.high) : times(money->low, rate.low);
    in.high = money->high < 0 ? times(money->high, rate.low) : times(money->high, rate.high);
    memcpy(in.currency, to, 3);
    in.currency[3] = '\0';
    *ret_money = in;
    return true;
}
