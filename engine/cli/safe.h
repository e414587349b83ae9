/* safe.h - text of others, on its way to a terminal: no control gets through, nor what breaks, turns or hides text. */
#ifndef CLI_SAFE_H
#define CLI_SAFE_H

#include <stddef.h>
#include <stdio.h>

/* What does not get through is shown as \u202e, a byte that is no UTF-8 as \xff. */
void print_safe(FILE *, const char *text);
/* The same, piece by piece. */
void put_safe(const char *text, void (*put)(void *ud, const char *bytes, size_t length), void *ud);
#endif
