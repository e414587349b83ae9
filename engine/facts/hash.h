/* hash.h - short text, eight bytes at a time: a quick seeded hash (for tables, not for proofs), and is it the same. */
#ifndef FACTS_HASH_H
#define FACTS_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t hash_mix(uint64_t h, uint64_t eight)
{
    h = (h ^ eight) * UINT64_C(0x9E3779B97F4A7C15);
    return h ^ (h >> 29);
}

/* The last eight bytes overlap those before them; a text of less than eight is put together from two or three reads. */
static inline uint64_t hash_text(const char *p, size_t length, uint64_t seed)
{
    uint64_t h = seed ^ length, eight;
    uint32_t low, high;
    if (length >= 8) {
        for (size_t i = 0; i + 8 < length; i += 8) memcpy(&eight, p + i, 8), h = hash_mix(h, eight);
        memcpy(&eight, p + length - 8, 8);
    } else if (length >= 4) {
        memcpy(&low, p, 4), memcpy(&high, p + length - 4, 4);
        eight = (uint64_t)high << 32 | low;
    } else {
        eight = 0;
        for (size_t i = 0; i < length; i++) eight = eight << 8 | (unsigned char)p[i];
    }
    h = hash_mix(h, eight);
    return hash_mix(h, h >> 32);
}

/* memcmp for texts of a dozen bytes, where the call costs more than the work. */
static inline bool same_text(const char *a, const char *b, size_t length)
{
    uint64_t x, y;
    uint32_t low_x, low_y, high_x, high_y;
    if (length >= 8) {
        for (size_t i = 0; i + 8 < length; i += 8) {
            memcpy(&x, a + i, 8), memcpy(&y, b + i, 8);
            if (x != y) return false;
        }
        memcpy(&x, a + length - 8, 8), memcpy(&y, b + length - 8, 8);
        return x == y;
    }
    if (length >= 4) {
        memcpy(&low_x, a, 4), memcpy(&low_y, b, 4);
        memcpy(&high_x, a + length - 4, 4), memcpy(&high_y, b + length - 4, 4);
        return low_x == low_y && high_x == high_y;
    }
    for (size_t i = 0; i < length; i++)
        if (a[i] != b[i]) return false;
    return true;
}
#endif
