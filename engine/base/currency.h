/* currency.h - the codes of ISO 4217 that facts and rules may use: the rows of currencies.def. */
#ifndef BASE_CURRENCY_H
#define BASE_CURRENCY_H

#include <stdbool.h>
#include <stddef.h>

extern const char *const currency_codes[];
extern const size_t currency_count;
/* Is the text, of any length, one of the codes? */
bool currency_is_code(const char *text, size_t length);
/* The code that differs least: two neighbours that changed places ("UDS") come first, then a letter in small or a wrong one;
 * of as many a common one, then the first by alphabet, active codes before withdrawn. NULL: none is near. */
const char *currency_nearest(const char *text, size_t length);
#endif
