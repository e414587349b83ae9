/* places.c - see places.h. */
#include "report/places.h"

#include <string.h>

void places_find(struct places *p, const struct facts *facts, struct arena *arena)
{
    size_t count = 1;
    const char *end = facts->text + facts->size;
    for (const char *s = facts->text; (s = memchr(s, '\n', (size_t)(end - s))); s++) count++;
    *p = (struct places){ 0 };
    uint32_t *starts = arena_array(arena, count, sizeof *starts);
    if (!starts) return;
    count = 1;
    for (const char *s = facts->text; (s = memchr(s, '\n', (size_t)(end - s)));)
        starts[count++] = (uint32_t)(++s - facts->text);
    *p = (struct places){ starts, count };
}

uint32_t places_line(const struct places *p, uint32_t at)
{
    if (at == NO_PLACE) return 0;
    size_t low = 0, high = p->count;
    while (high - low > 1 && low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->starts[middle] <= at) low = middle;
        else high = middle;
    }
    return (uint32_t)low + 1;
}
