/* safe.h - user text on its way to a terminal: names, titles and notes are data.
 *
 * No control character, no escape sequence, no mark that turns or hides text gets through; each is shown as \u{202E}, a
 * stray byte as \x{FF}; so is the bracket of what looks like a command to a CI's log. What passes is valid UTF-8. */
#ifndef REPORT_SAFE_H
#define REPORT_SAFE_H

#include "base/text.h"

void text_safe(struct text *, const char *text, size_t length);
/* Where "::" begins if text is the first of a line that it makes a command to the log of GitHub Actions, whose runner passes
 * over any white space before; else `length`. */
size_t text_command(const char *text, size_t length);
/* The same as text_safe of a whole line, which is no such command then: its first colon is shown as \u{3A}. */
void text_safe_line(struct text *, const char *line, size_t length);
/* Is this bracket that of "##[", "##vso[" and their like, which somebody's CI obeys wherever it stands in a line? */
bool is_log_command(const char *text, size_t bracket);
/* The same as text_safe of at most about `most` bytes of the text, for a reader with little room: what follows is said to be cut. */
void text_safe_short(struct text *, const char *text, size_t length, size_t most);
#endif
