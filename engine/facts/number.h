/* number.h - the double nearest to a JSON number, whatever the locale. */
#ifndef FACTS_NUMBER_H
#define FACTS_NUMBER_H

#include <stddef.h>

/* text: a number as RFC 8259 has it, at most 40 digits; infinite where it is too large. -0 is 0. */
double number_read(const char *text, size_t length);
#endif
