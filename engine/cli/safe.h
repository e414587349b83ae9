/* safe.h - text of others, on its way to a terminal: no control gets through, nor what breaks, turns or hides text. */
#ifndef CLI_SAFE_H
#define CLI_SAFE_H

#include <stdio.h>

/* What does not get through is shown as \u202e, a byte that is no UTF-8 as \xff. */
void print_safe(FILE *, const char *text);
#endif
