/* shaping.h - changes a JSON text as one who knows what facts look like: values, items and names move, double, vanish or
 * become another of the model's words; what comes out is always sound JSON, and mostly a case.
 *
 *     struct shaping s;
 *     if (shaping_open(&s, text, size)) n = shaping_change(&s, &seed, out, room);
 *     shaping_close(&s); */
#ifndef TESTS_FUZZ_SHAPING_H
#define TESTS_FUZZ_SHAPING_H

#include "facts/scan.h"

struct shaping {
    char *text; /* padded */
    size_t size;
    struct scan scan;
};
/* False: no sound JSON. shaping_close in any case. */
bool shaping_open(struct shaping *, const char *text, size_t size);
/* One change; returns the size of what is in out, 0 where it has no room for it. */
size_t shaping_change(const struct shaping *, uint64_t *seed, char *out, size_t room);
/* A value of `from` in the place of one of the same name, or of any. */
size_t shaping_cross(const struct shaping *, const struct shaping *from, uint64_t *seed, char *out, size_t room);
void shaping_close(struct shaping *);
#endif
