/* safe.h - text of others, on its way to a terminal: no control gets through, nor what breaks, turns or hides text. */
#ifndef CLI_SAFE_H
#define CLI_SAFE_H

#include <stddef.h>
#include <stdio.h>

/* What does not get through is shown as \u202e, a byte that is no UTF-8 as \xff. */
void print_safe(FILE *, const char *text);
/* The same, piece by piece. */
typedef void put_function(void *ud, const char *bytes, size_t length);
void put_safe(const char *text, put_function *, void *ud);
/* The name of a file at the beginning of a line, which is a command to the log of GitHub Actions where it begins with "::":
 * then it is told from here, as "./::". */
void put_name(const char *name, put_function *, void *ud);
void print_name(FILE *, const char *name);
#endif
