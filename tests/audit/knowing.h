/* knowing.h - for property tests: a file with a little less, or a little more, knowledge in it. What returns text returns
 * memory of its own. */
#ifndef TESTS_AUDIT_KNOWING_H
#define TESTS_AUDIT_KNOWING_H

#include "facts/store.h"

/* One known value made unknown or wide: the text with it; NULL: none was found. `facts` is the text as read. */
char *blur(const struct facts *, const char *text, uint64_t *seed);
/* One unknown or wide value made known, or narrower, as anything within it that can be true beside the rest; *ret_what says
 * what. `truth`: the file before it was blurred, whose shares are true together. NULL: none was found. */
char *sharpen(const struct facts *, const struct facts *truth, const char *text, uint64_t *seed, char *ret_what,
              size_t size);
#endif
