/* editing.h - JSON as text, for tests that change a file: where a value stands, the file without it, with another in its
 * place, in another order, written in another way. Only for text that the strict reader accepts.
 *
 * What returns text returns memory of its own: free it. */
#ifndef TESTS_AUDIT_EDITING_H
#define TESTS_AUDIT_EDITING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct piece {
    size_t at, end;
};

/* The value that begins at or after `at`. */
struct piece value_at(const char *text, size_t at);
/* The value that a JSON pointer names; false: there is none. */
bool pointer_find(const char *text, const char *pointer, struct piece *ret_value);
/* The items of the list or the values of the object at a piece: how many, as far as `most`. */
size_t items_of(const char *text, struct piece list, struct piece *ret_items, size_t most);
unsigned line_at(const char *text, size_t at); /* from 1 */

char *without(const char *text, struct piece value); /* an item of a list, and one comma */
char *replaced(const char *text, struct piece value, const char *with);
char *reordered(const char *text, struct piece list, const size_t *order, size_t count); /* order[i]: who stands at i */
char *minified(const char *text);
char *pretty(const char *text, const char *line_end); /* each value on a line of its own */
char *with_line_ends(const char *text, const char *line_end);
#endif
