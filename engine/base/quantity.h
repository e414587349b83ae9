/* quantity.h - every number that a rule sees: a range with a unit, and what absence left open.
 *
 * low <= high; infinite where no bound is known. `open_above` says that what is not recorded could make it larger
 * (counts and sums over a list that is not declared complete), `open_below` smaller. Both travel through arithmetic.
 * Percent stays as written: 20, not 0.2. Dates are days (date.h). A measured duration keeps months and days side by
 * side, since a month has no fixed number of days. */
#ifndef BASE_QUANTITY_H
#define BASE_QUANTITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum truth { NO, UNKNOWN, YES }; /* three-valued: and = min, or = max, not = 2 - x */
static inline enum truth truth_and(enum truth a, enum truth b) { return a < b ? a : b; }
static inline enum truth truth_or(enum truth a, enum truth b) { return a > b ? a : b; }
static inline enum truth truth_not(enum truth a) { return (enum truth)(YES - a); }

enum unit {
    UNIT_NONE, /* a ratio */
    UNIT_PERCENT,
    UNIT_POINTS,
    UNIT_COUNT,
    UNIT_MONEY,
    UNIT_DATE,
    UNIT_DAYS,
    UNIT_MONTHS,
    UNIT_YEARS,    /* as written in a param or a fact */
    UNIT_DURATION, /* measured between two dates: low, high in months; days_low, days_high in days */
    UNIT_COUNTED   /* how many units there are; no quantity has it */
};
enum comparison { LESS, AT_MOST, AT_LEAST, MORE };

struct quantity {
    double low, high;
    double days_low, days_high; /* UNIT_DURATION only */
    uint8_t unit;
    bool open_above, open_below;
    char currency[4]; /* ISO 4217, UNIT_MONEY only */
};

enum quantity_problem {
    QUANTITY_FINE,
    QUANTITY_UNITS,      /* these two units do not go together */
    QUANTITY_CURRENCIES, /* two currencies: convert first (facts/rates), else unknown */
};

struct quantity quantity_exact(double value, enum unit);
struct quantity quantity_range(double low, double high, enum unit);
struct quantity quantity_money(double low, double high, const char currency[4]);
struct quantity quantity_date(int32_t low, int32_t high);
/* first day .. last day, the last included; ranges give the shortest and the longest. */
struct quantity quantity_duration(int32_t first_low, int32_t first_high, int32_t last_low, int32_t last_high);
/* The widest range that the unit allows: percent 0..100; count, points, money, durations 0..inf; else -inf..inf. */
struct quantity quantity_unknown(enum unit);
bool quantity_is_exact(const struct quantity *);
bool quantity_is_unknown(const struct quantity *); /* nothing is known beyond what the unit allows */

/* DESIGN "Strict values": percent of an amount is an amount, amount / amount a percent, amount / count an amount,
 * count x percent a count, date - date a duration, date + duration a date, percent x percent a percent. *ret_result is
 * written on QUANTITY_FINE only. Dividing by a range that contains zero is unbounded above; by exactly zero, unknown. */
enum quantity_problem quantity_add(const struct quantity *, const struct quantity *, struct quantity *ret_result);
enum quantity_problem quantity_subtract(const struct quantity *, const struct quantity *, struct quantity *ret_result);
enum quantity_problem quantity_multiply(const struct quantity *, const struct quantity *, struct quantity *ret_result);
enum quantity_problem quantity_divide(const struct quantity *, const struct quantity *, struct quantity *ret_result);
enum quantity_problem quantity_least(const struct quantity *, const struct quantity *, struct quantity *ret_result);
enum quantity_problem quantity_greatest(const struct quantity *, const struct quantity *, struct quantity *ret_result);

struct compared {
    enum truth result;
    bool by_absence; /* NO because nothing more is recorded ("as recorded"), or UNKNOWN because something unrecorded
                        could change it */
};
/* a OP b. A floor that only recorded things could reach fails "as recorded"; a ceiling under an open quantity is
 * unknown unless it is already exceeded (DESIGN 3.6). */
enum quantity_problem quantity_compare(const struct quantity *, enum comparison, const struct quantity *,
                                       struct compared *ret_compared);
/* Both exact and equal: YES; ranges that do not meet: NO; else UNKNOWN. */
enum quantity_problem quantity_equal(const struct quantity *, const struct quantity *, enum truth *ret_truth);

/* As a person reads it: "21 %", "13 to 13.75 billion USD", "60 months", "24 January 2025", "at least 2", "an unknown
 * share"-like words are the caller's. `digits`: significant digits at least; more are printed where `differ_from`
 * (may be NULL) would otherwise print the same. 160 bytes suffice. */
void quantity_write(const struct quantity *, const struct quantity *differ_from, char *out, size_t size);
const char *unit_name(enum unit);
/* Reads a unit or currency name of a param: "percent", "points", "count", "days", "months", "years", "USD". */
bool unit_read(const char *name, enum unit *ret_unit, char ret_currency[4]);
#endif
