/* decimal.h - numbers and strings into a buffer without printf, which was a quarter of an audit's time. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Writes the digits at `to`, which has room for 20; returns the end. No NUL. */
char *decimal_unsigned(char *to, uint64_t number);
/* Appends a string, cut where the buffer ends (end points past it); returns the new end. Always leaves a NUL. */
char *string_append(char *to, const char *end, const char *string);
/* |x| rounded to so many decimals, times 10^decimals, where that is surely what exact arithmetic gives (no tie is near and
 * the digits fit); else false. */
bool decimal_rounded(double x, int decimals, uint64_t *ret_scaled);
#endif
