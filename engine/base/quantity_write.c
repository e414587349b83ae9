/* quantity_write.c - quantities as a person reads them, whatever the locale of the host says. */
#include "base/currency.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/quantity.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { DIGITS = 4, SURE_DIGITS = 6, DECIMALS_MOST = 20, NUMBER_ROOM = 64 };

static const struct unit_word {
    const char *name, *one, *many; /* one, many: as they follow a number */
} unit_words[] = {
    [UNIT_NONE] = { "number", "", "" },
    [UNIT_PERCENT] = { "percent", " %", " %" },
    [UNIT_POINTS] = { "points", " point", " points" },
    [UNIT_COUNT] = { "count", "", "" },
    [UNIT_MONEY] = { "money", "", "" },
    [UNIT_DATE] = { "date", "", "" },
    [UNIT_DAYS] = { "days", " day", " days" },
    [UNIT_MONTHS] = { "months", " month", " months" },
    [UNIT_YEARS] = { "years", " year", " years" },
    [UNIT_DURATION] = { "duration", "", "" },
    [UNIT_COUNTED] = { "", "", "" },
};

const char *unit_name(enum unit unit) { return unit <= UNIT_COUNTED ? unit_words[unit].name : ""; }

bool unit_read(const char *name, enum unit *ret_unit, char ret_currency[4])
{
    static const enum unit readable[] = { UNIT_PERCENT, UNIT_POINTS, UNIT_COUNT, UNIT_DAYS, UNIT_MONTHS, UNIT_YEARS };
    for (size_t i = 0; i < sizeof readable / sizeof *readable; i++) {
        if (strcmp(name, unit_words[readable[i]].name) != 0) continue;
        *ret_unit = readable[i];
        memset(ret_currency, 0, 4);
        return true;
    }
    if (!currency_is_code(name, strlen(name))) return false;
    *ret_unit = UNIT_MONEY;
    memcpy(ret_currency, name, 4);
    return true;
}

/* --- Numbers --- */

/* So many decimals that DIGITS digits are shown, and of whole numbers all. */
static int decimals_of(double x)
{
    double size = fabs(x);
    int decimals = DIGITS - 1;
    if (!(size > 0)) return 0;
    while (size >= 10 && decimals > 0) size /= 10, decimals--;
    while (size < 1 && decimals < DECIMALS_MOST) size *= 10, decimals++;
    return decimals;
}

/* Past 10^15 a double has no more digits to show than these. The mark between 1 and 234 is the locale's. */
static void write_huge(double x, char out[NUMBER_ROOM])
{
    char printed[NUMBER_ROOM];
    snprintf(printed, sizeof printed, "%.*e", DIGITS - 1, x);
    const char *e = strchr(printed, 'e'), *first = printed + (*printed == '-');
    snprintf(out, NUMBER_ROOM, "%s%c.%.*s%s", x < 0 ? "-" : "", *first, DIGITS - 1, e - (DIGITS - 1), e);
}

/* The common case without printf: the digits with their commas, then the decimals without zeros at the end. */
static bool write_quickly(double x, int decimals, char out[NUMBER_ROOM])
{
    uint64_t scaled, power = 1;
    char digits[24];
    if (!decimal_rounded(x, decimals, &scaled)) return false;
    for (int i = 0; i < decimals; i++) power *= 10;
    uint64_t whole = scaled / power, fraction = scaled % power;
    size_t count = (size_t)(decimal_unsigned(digits, whole) - digits);
    char *to = out;
    if (x < 0 && scaled) *to++ = '-';
    for (size_t i = 0; i < count; i++) {
        *to++ = digits[i];
        if (i + 1 < count && (count - i - 1) % 3 == 0) *to++ = ',';
    }
    if (fraction) {
        *to++ = '.';
        for (power /= 10; fraction; fraction %= power, power /= 10) {
            *to++ = (char)('0' + fraction / power);
            if (power == 1) break;
        }
    }
    *to = '\0';
    return true;
}

/* 2600.5 as "2,600.5": no zeros at the end, commas between thousands. printf's rounding is exact, but its decimal mark
 * is the locale's: so the digits before and after it are picked out by their place. */
static void write_number(double x, int decimals, char out[NUMBER_ROOM])
{
    char printed[NUMBER_ROOM];
    if (fabs(x) >= 1e15) {
        write_huge(x, out);
        return;
    }
    if (decimals > DECIMALS_MOST) decimals = DECIMALS_MOST;
    if (write_quickly(x, decimals, out)) return;
    size_t length = (size_t)snprintf(printed, sizeof printed, "%.*f", decimals, fabs(x));
    size_t whole = strspn(printed, "0123456789"), fraction = (size_t)decimals;
    const char *after = printed + length - fraction;
    while (fraction && after[fraction - 1] == '0') fraction--;

    char *to = out;
    if (x < 0 && (fraction || whole > 1 || *printed != '0')) *to++ = '-';
    for (size_t i = 0; i < whole; i++) {
        *to++ = printed[i];
        if (i + 1 < whole && (whole - i - 1) % 3 == 0) *to++ = ',';
    }
    if (fraction) *to++ = '.';
    memcpy(to, after, fraction);
    to[fraction] = '\0';
}

/* One end of a range: its digits, and the word that scales them. */
struct end {
    char digits[NUMBER_ROOM];
    const char *scale;
};

/* A statute's 1,891,900 is "1.8919 million": as many decimals as it takes, where a few do. */
static int decimals_of_money(double x)
{
    int usual = decimals_of(x), most = SURE_DIGITS;
    double size = fabs(x);
    while (size >= 1) size /= 10, most--;
    uint64_t scaled;
    static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6 };
    for (int decimals = usual; decimals <= most; decimals++)
        if (decimal_rounded(x, decimals, &scaled) &&
            fabs(fabs(x) - (double)scaled / powers[decimals]) <= fabs(x) * 1e-15)
            return decimals;
    return usual;
}

static int decimals_for(double x, enum unit unit)
{
    if (unit == UNIT_MONEY) return decimals_of_money(x);
    return unit == UNIT_DAYS ? 0 : unit == UNIT_MONTHS || unit == UNIT_YEARS ? 1 : decimals_of(x);
}

/* Large amounts in millions and up. Rounding may carry one into the next scale: 999,999,999 is "1 billion". */
static struct end end_of(double x, enum unit unit, int more)
{
    static const struct {
        double one;
        const char *word, *full;
    } scales[] = {
        { 1, "", "1,000,000" }, { 1e6, " million", "1,000" }, { 1e9, " billion", "1,000" }, { 1e12, " trillion", "" }
    };
    size_t i = 0, last = unit == UNIT_MONEY ? sizeof scales / sizeof *scales - 1 : 0;
    while (i < last && fabs(x) >= scales[i + 1].one) i++;

    struct end end;
    write_number(x / scales[i].one, decimals_for(x / scales[i].one, unit) + more, end.digits);
    if (i < last && !strcmp(end.digits + (x < 0), scales[i].full)) {
        i++;
        write_number(x / scales[i].one, decimals_for(x / scales[i].one, unit) + more, end.digits);
    }
    end.scale = scales[i].word;
    return end;
}

static bool same_end(double x, double y, enum unit unit, int more)
{
    struct end a = end_of(x, unit, more), b = end_of(y, unit, more);
    return !strcmp(a.digits, b.digits) && !strcmp(a.scale, b.scale);
}

/* Near enough to look the same, perhaps; where four digits are shown, all else differs. Lengths show fewer. */
static bool are_near(double x, double y) { return x != y && fabs(x - y) <= fmax(1, 0.002 * fmax(fabs(x), fabs(y))); }

/* How many more decimals it takes until different values look different; none if nothing helps. */
static int more_decimals(const double *values, size_t count, size_t own, enum unit unit)
{
    for (int more = 0; more <= DECIMALS_MOST; more++) {
        bool clear = true;
        for (size_t i = 0; i < own; i++)
            for (size_t j = i + 1; j < count; j++)
                if (isfinite(values[i]) && isfinite(values[j]) && are_near(values[i], values[j]))
                    clear &= !same_end(values[i], values[j], unit, more);
        if (clear) return more;
    }
    return 0;
}

/* --- Quantities --- */

/* A measured length is told in months; in days where it is compared with days or shorter than a month. */
static struct quantity shown_length(const struct quantity *q, const struct quantity *differ_from)
{
    bool days = q->high < 1 || (differ_from && differ_from->unit == UNIT_DAYS);
    return days ? quantity_range(q->days_low, q->days_high, UNIT_DAYS) : quantity_range(q->low, q->high, UNIT_MONTHS);
}

/* The ends of `other` in the unit in which q is shown: how many, 0 or 2. */
static size_t other_ends(const struct quantity *q, const struct quantity *other, double ends[2])
{
    if (!other) return 0;
    struct quantity o = *other;
    if (o.unit == UNIT_DURATION && q->unit == UNIT_DAYS) o = quantity_range(o.days_low, o.days_high, UNIT_DAYS);
    if (o.unit == UNIT_DURATION) o.unit = UNIT_MONTHS;
    if (o.unit == UNIT_YEARS && q->unit == UNIT_MONTHS) o = quantity_range(o.low * 12, o.high * 12, UNIT_MONTHS);
    if (o.unit == UNIT_MONTHS && q->unit == UNIT_YEARS) o = quantity_range(o.low / 12, o.high / 12, UNIT_YEARS);
    if (o.unit == UNIT_NONE && (q->unit == UNIT_COUNT || q->unit == UNIT_POINTS)) o.unit = q->unit;
    if (o.unit != q->unit || strcmp(o.currency, q->currency) != 0) return 0;
    ends[0] = o.low, ends[1] = o.high;
    return 2;
}

static void write_with_unit(const char *before, const struct end *end, const struct quantity *q, char *out, size_t size)
{
    const char *word = !strcmp(end->digits, "1") ? unit_words[q->unit].one : unit_words[q->unit].many;
    const char *parts[] = { before, end->digits, end->scale, word, *q->currency ? " " : "", q->currency };
    char *to = out;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) to = string_append(to, out + size, parts[i]);
}

/* "at least" and "at most" where one end says no more than the unit does. */
static void write_range(const struct quantity *q, int more, char *out, size_t size)
{
    enum unit unit = (enum unit)q->unit;
    if (!(q->low < q->high)) {
        struct end one = end_of(q->high, unit, more);
        write_with_unit("", &one, q, out, size);
        return;
    }
    struct quantity widest = quantity_unknown(unit);
    if (isinf(q->low) || q->low == widest.low) {
        struct end high = end_of(q->high, unit, more);
        write_with_unit("at most ", &high, q, out, size);
        return;
    }
    struct end low = end_of(q->low, unit, more);
    if (isinf(q->high) || q->high == widest.high) {
        write_with_unit("at least ", &low, q, out, size);
        return;
    }
    struct end high = end_of(q->high, unit, more);
    char before[NUMBER_ROOM + 16] = "";
    bool one_scale = !strcmp(low.scale, high.scale), one_number = one_scale && !strcmp(low.digits, high.digits);
    if (!one_number) /* where they still look the same, one will do */
        snprintf(before, sizeof before, "%s%s to ", low.digits, one_scale || !strcmp(low.digits, "0") ? "" : low.scale);
    write_with_unit(before, &high, q, out, size);
}

static void write_date(const struct quantity *q, char *out, size_t size)
{
    struct days d = { q->low > DAY_MIN ? (int32_t)q->low : DAY_MIN, q->high < DAY_MAX ? (int32_t)q->high : DAY_MAX };
    days_write_long(d, out, size);
}

void quantity_write(const struct quantity *q, const struct quantity *differ_from, char *out, size_t size)
{
    if (q->unit >= UNIT_COUNTED || quantity_is_unknown(q)) string_append(out, out + size, "unknown");
    else if (q->unit == UNIT_DATE) write_date(q, out, size);
    else if (q->unit == UNIT_MONEY && !q->currency[0] && q->low >= 0 && q->high <= 0)
        string_append(out, out + size, "nothing");
    else {
        struct quantity shown = quantity_range(q->low, q->high, (enum unit)q->unit); /* its ends made ends of a range */
        memcpy(shown.currency, q->currency, sizeof shown.currency);
        if (q->unit == UNIT_DURATION) shown = shown_length(q, differ_from);
        double values[4] = { shown.low, shown.high };
        size_t count = 2 + other_ends(&shown, differ_from, values + 2);
        write_range(&shown, more_decimals(values, count, 2, (enum unit)shown.unit), out, size);
    }
}
