/* decimal.c - see decimal.h. */
#include "base/decimal.h"

#include <math.h>

char *decimal_unsigned(char *to, uint64_t number)
{
    char digits[20];
    size_t n = 0;
    do digits[n++] = (char)('0' + number % 10);
    while (number /= 10);
    while (n) *to++ = digits[--n];
    return to;
}

char *string_append(char *to, const char *end, const char *string)
{
    if (to == end) return to;
    while (*string && to < end - 1) *to++ = *string++; /* short ones: a call for the length would cost more */
    *to = '\0';
    return to;
}

bool decimal_rounded(double x, int decimals, uint64_t *ret_scaled)
{
    static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };
    if (decimals < 0 || decimals > 9) return false;
    double scaled = fabs(x) * powers[decimals];
    if (!(scaled < 4503599627370496.0))
        return false; /* 2^52: below it the product is off by less than a half of 2^-1 */
    double whole = floor(scaled), rest = scaled - whole;
    if (rest > 0.49 && rest < 0.51) return false;
    *ret_scaled = (uint64_t)whole + (rest >= 0.51);
    return true;
}
