/* places.c - see places.h. */
#include "report/places.h"

#include <string.h>

#include "base/diagnostic.h"

/* In a file without line breaks each column is counted from its start: what is further out has none. */
enum { FARTHEST = 256 * 1024 };

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

struct spot places_spot(const struct places *p, const struct facts *facts, uint32_t at)
{
    struct spot spot = { .line = places_line(p, at) };
    uint32_t ignored;
    if (!spot.line || !p->starts) return spot;
    const char *line = facts->text + p->starts[spot.line - 1];
    size_t before = (size_t)(facts->text + at - line), length = facts_value_length(facts, at);
    const char *newline = memchr(line + before, '\n', length);
    if (newline) length = (size_t)(newline - (line + before));
    if (length && newline && line[before + length - 1] == '\r') length--;
    if (before + length > FARTHEST) return spot;
    locate(line, before + length, (uint32_t)before, &ignored, &spot.column);
    locate(line, before + length, (uint32_t)(before + length), &ignored, &spot.end);
    return spot;
}
