/* value_fuzz.c - dates, JSON numbers and quantities. The bytes are read as a text of lines and as the raw numbers of two
 * quantities. */
#include "fuzz/target.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/quantity.h"
#include "facts/number.h"

static void try_date(const char *text, size_t length)
{
    struct days days, again;
    char written[64];
    if (!days_read(text, length, &days)) return;
    PROMISE(days.low <= days.high);
    days_write(days, written, sizeof written);
    PROMISE(strlen(written) == length && !memcmp(written, text, length));
    PROMISE(days_read(written, length, &again) && again.low == days.low && again.high == days.high);
    days_write_long(days, written, sizeof written);
    int year, month, day;
    day_parts(days.low, &year, &month, &day);
    PROMISE(day_of(year, month, day) == days.low);
    for (int32_t months = -25; months <= 25; months += 5) {
        int32_t later = day_add_months(days.low, months);
        PROMISE(months < 0 ? later < days.low : later >= days.low);
        double between = months > 0 ? months_between(days.low, later) : 1;
        PROMISE(between >= 0);
    }
}

/* What RFC 8259 calls a number; the same double as the C library reads in the C locale. */
static void try_number(const char *text, size_t length)
{
    char copy[64];
    if (length == 0 || length > 40 || !is_strict_json(text, length) || !strchr("-0123456789", text[0])) return;
    if (text[length - 1] < '0' || text[length - 1] > '9') return; /* white space follows */
    memcpy(copy, text, length);
    copy[length] = '\0';
    PROMISE(number_read(text, length) == strtod(copy, NULL));
}

static void try_lines(const char *text, size_t size)
{
    for (size_t at = 0; at < size;) {
        const char *end = memchr(text + at, '\n', size - at);
        size_t length = end ? (size_t)(end - text) - at : size - at;
        try_date(text + at, length);
        try_number(text + at, length);
        at += length + 1;
    }
}

static double finite_number(const uint8_t *bytes)
{
    double x;
    memcpy(&x, bytes, sizeof x);
    return isfinite(x) && fabs(x) < 1e300 ? x : 0; /* no fact and no sum of facts comes near that */
}

enum { QUANTITY_BYTES = 18 };
static struct quantity some_quantity(const uint8_t *bytes)
{
    enum unit unit = (enum unit)(bytes[0] % UNIT_COUNTED);
    double a = finite_number(bytes + 2), b = finite_number(bytes + 10), low = fmin(a, b), high = fmax(a, b);
    struct quantity q;
    if (unit == UNIT_DATE) return quantity_date((int32_t)fmod(low, 3e6), (int32_t)fmod(low, 3e6) + (bytes[1] & 31));
    if (unit == UNIT_DURATION) {
        int32_t first = (int32_t)fmod(fabs(low), 3e6);
        return quantity_duration(first, first + (bytes[1] & 7), first + 7, first + 7 + bytes[1]);
    }
    if (bytes[1] & 1) low = bytes[1] & 2 ? -INFINITY : low, high = INFINITY;
    q = unit == UNIT_MONEY ? quantity_money(low, high, bytes[1] & 4 ? "EUR" : "USD") : quantity_range(low, high, unit);
    q.open_above = bytes[1] & 8, q.open_below = bytes[1] & 16;
    return q;
}

static void check_written(const struct quantity *q, const struct quantity *beside)
{
    char out[160];
    memset(out, 'x', sizeof out);
    quantity_write(q, beside, out, sizeof out);
    size_t length = strnlen(out, sizeof out);
    PROMISE(length > 0 && length < sizeof out);
}

static void try_quantities(const struct quantity *a, const struct quantity *b)
{
    typedef enum quantity_problem operation(const struct quantity *, const struct quantity *, struct quantity *);
    static operation *const operations[] = { quantity_add,    quantity_subtract, quantity_multiply,
                                             quantity_divide, quantity_least,    quantity_greatest };
    struct compared compared;
    enum truth equal;
    check_written(a, b);
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        struct quantity result;
        if (operations[i](a, b, &result) != QUANTITY_FINE) continue;
        PROMISE(!isnan(result.low) && !isnan(result.high) && result.low <= result.high);
        check_written(&result, NULL);
    }
    for (enum comparison how = LESS; how <= MORE; how++)
        if (quantity_compare(a, how, b, &compared) == QUANTITY_FINE) PROMISE(compared.result <= YES);
    if (quantity_equal(a, b, &equal) == QUANTITY_FINE && equal == YES)
        PROMISE(quantity_is_exact(a) && quantity_is_exact(b));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    try_lines((const char *)data, size);
    if (size < 2 * QUANTITY_BYTES) return 0;
    struct quantity a = some_quantity(data), b = some_quantity(data + QUANTITY_BYTES);
    try_quantities(&a, &b);
    try_quantities(&b, &a);
    try_quantities(&a, &a);
    return 0;
}
