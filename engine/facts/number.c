/* number.c - decimal text to double.
 *
 * Up to 15 digits and a power of ten up to 22 are both exact in a double, so one multiplication or division is rounded
 * once and is right (Clinger 1990). All else goes to strtod, which is right too but wants the decimal point of the
 * locale. */
#include "facts/number.h"

#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { EXACT_DIGITS = 15, EXACT_POWER = 22, NUMBER_SIZE = 128 };

static const double powers[EXACT_POWER + 1] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

static double read_slowly(const char *text, size_t length)
{
    char copy[NUMBER_SIZE];
    const char *point = localeconv()->decimal_point;
    size_t n = 0;
    for (size_t i = 0; i < length && n + 8 < sizeof copy; i++) {
        if (text[i] != '.') copy[n++] = text[i];
        else
            for (size_t k = 0; k < 8 && point[k]; k++) copy[n++] = point[k];
    }
    copy[n] = '\0';
    return strtod(copy, NULL) + 0.0;
}

double number_read(const char *text, size_t length)
{
    const char *p = text, *end = text + length;
    bool negative = p < end && *p == '-';
    uint64_t digits = 0;
    int count = 0, scale = 0, exponent = 0;
    for (p += negative; p < end && *p >= '0' && *p <= '9'; p++)
        digits = digits * 10 + (uint64_t)(*p - '0'), count += digits > 0;
    if (p < end && *p == '.')
        for (p++; p < end && *p >= '0' && *p <= '9'; p++)
            digits = digits * 10 + (uint64_t)(*p - '0'), count += digits > 0, scale--;
    if (count > EXACT_DIGITS) return read_slowly(text, length);
    if (p < end && (*p == 'e' || *p == 'E')) {
        bool minus = *++p == '-';
        for (p += minus || *p == '+'; p < end && exponent < 1000; p++) exponent = exponent * 10 + (*p - '0');
        scale += minus ? -exponent : exponent;
    }
    if (digits && (scale > EXACT_POWER || scale < -EXACT_POWER)) return read_slowly(text, length);
    if (!digits) return 0;
    double value = scale < 0 ? (double)digits / powers[-scale] : (double)digits * powers[scale];
    return negative ? -value : value;
}
