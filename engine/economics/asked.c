/* The records between two undertakings. */
#include "economics/asked.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MOST_OF_A_NAME = 300 };

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

/* Of a name that would fill a page its beginning, in whole characters. */
static int name_length(const char *name)
{
    size_t length = strlen(name);
    if (length <= MOST_OF_A_NAME) return (int)length;
    for (length = MOST_OF_A_NAME; length > 0 && ((unsigned char)name[length] & 0xC0) == 0x80; length--) continue;
    return (int)length;
}

void need_sentence(const struct facts *f, struct trail *trail, const char *before, ref a, const char *between, ref b)
{
    if (!trail) return;
    char sentence[1024];
    const char *name_a = a == NO_REF ? "" : facts_name(f, a), *name_b = b == NO_REF ? "" : facts_name(f, b);
    snprintf(sentence, sizeof sentence, "%.120s%.*s%.60s%.*s", before, name_length(name_a), name_a, between,
             name_length(name_b), name_b);
    trail_need_text(trail, sentence);
}

void need_parts(const struct facts *f, struct trail *trail, uint32_t entity, enum field part)
{
    need_sentence(f, trail, "what each holder has of ", ref_make(KIND_ENTITY, entity),
                  part == HOLDING_STAKE ? ": the stakes on file come to more than all of it"
                                        : ": the votes on file come to more than all of them",
                  NO_REF);
}
