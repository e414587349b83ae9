/* words.h - interned text: equal text <=> equal word. Words live in the arena given; 0 is "".
 *
 * The hash is seeded per engine. Growth may fail without harm: the table then only gets slower; a word that finds no
 * memory is 0 and the arena has failed. */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include "base/arena.h"

typedef uint32_t word;
struct words {
    struct arena *arena;
    struct word_entry *entries; /* [1 .. count] */
    uint32_t *slots;
    size_t count, capacity, slot_count;
    uint64_t seed;
};

void words_init(struct words *, struct arena *, uint64_t seed);
word words_intern(struct words *, const char *text, size_t length);
word words_find(const struct words *, const char *text, size_t length); /* 0: not there */
const char *words_text(const struct words *, word);                     /* NUL-terminated */
size_t words_length(const struct words *, word);
uint64_t hash_bytes(const void *bytes, size_t length,
                    uint64_t seed); /* FNV-1a then mixed; for tables, not for proofs */
#endif
