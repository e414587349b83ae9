/* figures_peer.c - for tests/support/peer-economics: reads facts files, one a line, and writes what the engine makes of
 * each: HHI and modified HHI of its first market, for each pair of those on the table the two changes, for each pair of
 * entities the look-through interest. A line a figure: name, ids, low, high; an empty line after each file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "economics/market.h"
#include "economics/ownership.h"

static void write(const struct facts *f, const char *figure, const uint32_t *pair, struct quantity q)
{
    printf("%s", figure);
    for (int i = 0; i < 2 && pair; i++) printf(" %s", facts_id(f, ref_make(KIND_ENTITY, pair[i])));
    printf(" %.17g %.17g\n", q.low, q.high);
}

static bool on_table(const struct facts *f, uint32_t entity)
{
    for (uint32_t row = 0; row < facts_rows(f, KIND_SHARE); row++)
        if (ref_row(cell_of(f, KIND_SHARE, row, SHARE_ENTITY)->ref) == entity) return true;
    return false;
}

static void write_pair(struct moment m, const uint32_t *pair)
{
    const struct facts *f = m.view->facts;
    struct quantity q;
    write(f, "interest", pair, economic_interest(m, pair[0], pair[1], NULL));
    if (pair[0] == pair[1] || !on_table(f, pair[0]) || !on_table(f, pair[1])) return;
    if (market_mhhi_change(m, 0, pair[0], pair[1], NULL, &q) == FIGURE_FINE) write(f, "mhhi-change", pair, q);
    if (market_hhi_change(m, 0, pair[0], pair[1], NULL, &q) == FIGURE_FINE) write(f, "hhi-change", pair, q);
}

static bool answer(const char *line)
{
    struct facts *f = facts_read(&allocator_default, 1, "line", line, strlen(line), NULL, NULL);
    const struct view *view = f ? view_at(f, f->header.as_of) : NULL;
    if (!view) return false;
    struct moment m = { view, NO_ENTITY };
    struct quantity q;
    if (market_hhi(m, 0, NULL, &q) == FIGURE_FINE) write(f, "hhi", NULL, q);
    if (market_mhhi(m, 0, NULL, &q) == FIGURE_FINE) write(f, "mhhi", NULL, q);
    for (uint32_t a = 0; a < facts_rows(f, KIND_ENTITY); a++)
        for (uint32_t b = 0; b < facts_rows(f, KIND_ENTITY); b++) write_pair(m, (uint32_t[]){ a, b });
    facts_free(f);
    return !putchar('\n') || !ferror(stdout);
}

int main(void)
{
    enum { LONGEST = 1 << 20 };
    char *line = malloc(LONGEST);
    bool fine = line;
    while (fine && fgets(line, LONGEST, stdin)) fine = answer(line);
    free(line);
    return fine ? 0 : 1;
}
