/* The records between two undertakings. */
#include "economics/asked.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

struct set *ask_between(struct moment m, enum kind kind, enum field from, uint32_t a, enum field to, uint32_t b,
                        struct trail *trail, struct arena *scratch)
{
    struct arena *arena = trail ? trail->arena : scratch;
    struct query *query = arena_take(arena, sizeof *query);
    struct condition *conditions = arena_array(arena, 2, sizeof *conditions);
    uint32_t *values = arena_array(arena, 2, sizeof *values);
    if (arena->failed) return NULL;
    values[0] = ref_make(KIND_ENTITY, a);
    values[1] = ref_make(KIND_ENTITY, b);
    conditions[0] =
        (struct condition){ .field = (uint16_t)from, .type = CONDITION_GROUPS, .count = 1, .values = values };
    conditions[1] =
        (struct condition){ .field = (uint16_t)to, .type = CONDITION_GROUPS, .count = 1, .values = values + 1 };
    *query = (struct query){ .kind = kind, .count = 2, .conditions = conditions };
    query_sort(query);
    struct set *set = query_run(query, m, scratch);
    return scratch->failed ? NULL : set;
}

struct quantity money_of(const struct facts *f, const struct cell *c)
{
    if (c->state != CELL_VALUE && c->state != CELL_CLAIMS) return quantity_range(0, INFINITY, UNIT_MONEY);
    return quantity_money(fmax(0, c->number.low), c->number.high, f->currencies[c->currency]);
}

bool scratch_end(struct arena *scratch, struct trail *trail)
{
    bool failed = scratch->failed;
    arena_free(scratch);
    if (failed && trail) trail->arena->failed = true;
    return !failed;
}

void need_sentence(const struct facts *f, struct trail *trail, const char *before, ref a, const char *between, ref b)
{
    if (!trail) return;
    char first[256] = "", second[256] = "", sentence[768];
    const char *name_a = a == NO_REF ? "" : facts_name(f, a), *name_b = b == NO_REF ? "" : facts_name(f, b);
    snprintf(sentence, sizeof sentence, "%s%s%s%s", before, quotable(name_a, strlen(name_a), first, sizeof first),
             between, quotable(name_b, strlen(name_b), second, sizeof second));
    trail_need_text(trail, sentence);
}
