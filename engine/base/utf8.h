/* utf8.h - strict UTF-8 (RFC 3629: no overlong form, no surrogate, nothing past U+10FFFF). */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point that begins at text, and its length in bytes (1..4); 0 for none. */
size_t utf8_read(const char *text, size_t length, uint32_t *ret_point);
/* Is it a control, what breaks a line or turns it around, what shows nothing, or one that Unicode keeps from being any? Wherever
 * text of others is shown, such a point is shown as an escape. */
bool utf8_is_hidden(uint32_t point);
/* Columns of a terminal, near enough: 0 for combining marks and controls, 2 for wide East Asian, else 1. */
unsigned utf8_columns(uint32_t point);
size_t utf8_width(const char *text, size_t length);
#endif
