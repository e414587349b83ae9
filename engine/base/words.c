/* words.c - an open-addressed table of numbers into a list of entries; the text itself never moves. */
#include "base/words.h"

#include <string.h>

enum { SLOTS_FIRST = 256 };

struct word_entry {
    const char *text;
    uint32_t length, hash;
};

/* The last mix lets every byte reach every bit: FNV's low bits know only the low bits of what came before. */
uint64_t hash_bytes(const void *bytes, size_t length, uint64_t seed)
{
    const unsigned char *p = bytes;
    uint64_t h = UINT64_C(0xcbf29ce484222325) ^ seed;
    for (size_t i = 0; i < length; i++) h = (h ^ p[i]) * UINT64_C(0x100000001b3);
    h = (h ^ (h >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    h = (h ^ (h >> 27)) * UINT64_C(0x94d049bb133111eb);
    return h ^ (h >> 31);
}

void words_init(struct words *w, struct arena *arena, uint64_t seed)
{
    *w = (struct words){ .arena = arena, .seed = seed };
}

/* The slot that holds the word, else the empty one where it belongs. There always is an empty one: the table is at
 * most three quarters full, or the arena has failed and nothing is added any more. */
static size_t slot_of(const struct words *w, const char *text, size_t length, uint32_t hash)
{
    size_t mask = w->slot_count - 1, i = hash & mask;
    for (; w->slots[i]; i = (i + 1) & mask) {
        const struct word_entry *e = &w->entries[w->slots[i]];
        if (e->hash == hash && e->length == length && !memcmp(e->text, text, length)) break;
    }
    return i;
}

static bool slots_grow(struct words *w)
{
    size_t count = w->slot_count ? w->slot_count * 2 : SLOTS_FIRST;
    uint32_t *slots = arena_array(w->arena, count, sizeof *slots);
    if (!slots) return false;
    for (size_t n = 1; n <= w->count; n++) {
        size_t i = w->entries[n].hash & (count - 1);
        while (slots[i]) i = (i + 1) & (count - 1);
        slots[i] = (uint32_t)n;
    }
    w->slots = slots;
    w->slot_count = count;
    return true;
}

static word words_add(struct words *w, size_t slot, const char *text, size_t length, uint32_t hash)
{
    struct word_entry *entries = arena_grow(w->arena, w->entries, w->count + 1, &w->capacity, sizeof *entries);
    if (!entries) return 0;
    w->entries = entries;
    const char *copy = arena_copy(w->arena, text, length);
    if (!copy) return 0;
    w->count++;
    entries[w->count] = (struct word_entry){ copy, (uint32_t)length, hash };
    w->slots[slot] = (uint32_t)w->count;
    return (word)w->count;
}

word words_intern(struct words *w, const char *text, size_t length)
{
    if (!length) return 0;
    uint32_t hash = (uint32_t)hash_bytes(text, length, w->seed);
    size_t slot = 0;
    if (w->slot_count) {
        slot = slot_of(w, text, length, hash);
        if (w->slots[slot]) return w->slots[slot];
    }
    if (length > UINT32_MAX || w->count >= UINT32_MAX - 1) {
        arena_take(w->arena, SIZE_MAX); /* fails, for good */
        return 0;
    }
    if ((w->count + 1) * 4 > w->slot_count * 3) {
        if (!slots_grow(w)) return 0;
        slot = slot_of(w, text, length, hash);
    }
    return words_add(w, slot, text, length, hash);
}

word words_find(const struct words *w, const char *text, size_t length)
{
    if (!length || !w->slot_count) return 0;
    return w->slots[slot_of(w, text, length, (uint32_t)hash_bytes(text, length, w->seed))];
}

const char *words_text(const struct words *w, word n) { return n && n <= w->count ? w->entries[n].text : ""; }

size_t words_length(const struct words *w, word n) { return n && n <= w->count ? w->entries[n].length : 0; }
