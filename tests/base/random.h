/* random.h - numbers for property tests, the same in every run (splitmix64). */
#ifndef TESTS_BASE_RANDOM_H
#define TESTS_BASE_RANDOM_H

#include <stdint.h>

static inline uint64_t random_next(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}
/* 0 .. below - 1 */
static inline unsigned random_below(uint64_t *state, unsigned below) { return (unsigned)(random_next(state) % below); }
/* 0 .. 1 */
static inline double random_unit(uint64_t *state) { return (double)(random_next(state) >> 11) / 9007199254740992.0; }
static inline double random_between(uint64_t *state, double low, double high)
{
    double x = low + random_unit(state) * (high - low);
    return x < low ? low : x > high ? high : x;
}
#endif
