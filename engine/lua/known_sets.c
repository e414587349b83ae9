/* known_sets.c - large sets that depend on no subject, such as all developers of AI: a rule asks for them once a subject, and
 * names them in other filters. They are found once, so that many subjects cost no more than their sum. */
#include <string.h>

#include "facts/called.h"
#include "lua/inside.h"

enum { LARGE = 64 }; /* fewer members are found as fast as remembered */

/* Does it ask for words, flags and what is there alone, so that no subject is in it? */
static bool is_of_no_subject(const struct query *q)
{
    for (uint32_t i = 0; i < q->count; i++) {
        unsigned type = q->conditions[i].type;
        if (type != CONDITION_WORDS && type != CONDITION_PRESENT && type != CONDITION_MISSING) return false;
    }
    return true;
}

static void remember(struct machine *m, struct set *set)
{
    m->known_sets[m->known_next] = (struct known_set){ .set = set, .tables = { m->arena, set->moment, NULL, NULL } };
    m->known_next = (m->known_next + 1) % MOST_KNOWN_SETS;
    if (m->known_count < MOST_KNOWN_SETS) m->known_count++;
    m->known_ever++;
}

struct set *set_asked(struct machine *m, const struct query *query, struct moment moment)
{
    bool known = is_of_no_subject(query);
    for (unsigned i = 0; known && i < m->known_count; i++) {
        struct set *set = m->known_sets[i].set;
        if (set->moment.view == moment.view && set->moment.apart == moment.apart && query_same(set->query, query))
            return set;
    }
    struct set *set = query_run(query, moment, m->arena);
    if (known && set && set->sures + set->maybes >= LARGE) remember(m, set);
    return set;
}

bool known_values(struct machine *m, const struct set *set, struct condition *c)
{
    for (unsigned i = 0; i < m->known_count; i++) {
        struct known_set *k = &m->known_sets[i];
        uint32_t count = set->sures + set->maybes;
        if (k->set != set) continue;
        if (!k->refs) {
            k->refs = arena_array(m->arena, count, sizeof *k->refs);
            for (uint32_t j = 0; k->refs && j < count; j++) k->refs[j] = ref_make(set->query->kind, set->rows[j]);
        }
        c->values = k->refs, c->count = count, c->maybes = set->maybes;
        c->of = set->query, c->tables = &k->tables;
        return k->refs != NULL;
    }
    return false;
}

static bool is_known(const struct machine *m, const struct set *set)
{
    for (unsigned i = 0; i < m->known_count; i++)
        if (m->known_sets[i].set == set) return true;
    return false;
}

struct set *known_called(const struct machine *m, const struct set *set, const char *name)
{
    for (unsigned i = 0; i < m->name_count && is_known(m, set); i++) {
        const struct known_name *k = &m->known_names[i];
        if (k->of == set && !strcmp(k->name, name)) return k->called;
    }
    return NULL;
}

void remember_called(struct machine *m, const struct set *set, const char *name, struct set *called)
{
    const char *kept = is_known(m, set) ? arena_copy(m->arena, name, strlen(name)) : NULL;
    if (!kept) return;
    m->known_names[m->name_next] = (struct known_name){ set, kept, called };
    m->name_next = (m->name_next + 1) % MOST_KNOWN_NAMES;
    if (m->name_count < MOST_KNOWN_NAMES) m->name_count++;
    m->known_ever++;
}

const struct called_firms *firms_called(struct machine *m, const char *name)
{
    for (unsigned i = 0; i < m->firms_count; i++)
        if (!strcmp(m->called_firms[i].name, name)) return &m->called_firms[i];
    struct called_firms found = { .name = arena_copy(m->arena, name, strlen(name)) };
    uint32_t firms = facts_rows(m->facts, KIND_ENTITY);
    size_t room = 0;
    for (uint32_t row = 0; row < firms && found.name; row++) {
        enum field says;
        if (entity_called(m->facts, row, name, &says) == NO) continue;
        uint32_t *rows = found.count < room ? found.rows
                                            : arena_grow(m->arena, found.rows, found.count, &room, sizeof *rows);
        if (!rows) return NULL;
        found.rows = rows, rows[found.count++] = row;
    }
    if (!found.name) return NULL;
    struct called_firms *kept = &m->called_firms[m->firms_next];
    *kept = found;
    m->firms_next = (m->firms_next + 1) % MOST_KNOWN_NAMES;
    if (m->firms_count < MOST_KNOWN_NAMES) m->firms_count++;
    m->known_ever++;
    return kept;
}

/* A set that takes the place of another counts for more than all the tables that go with that one. */
uint64_t machine_remembered(const struct machine *m)
{
    uint64_t pieces = m->known_ever * 4;
    for (unsigned i = 0; i < m->known_count; i++) {
        const struct known_set *k = &m->known_sets[i];
        pieces += k->refs != NULL;
        pieces += k->tables.of_entities != NULL;
        pieces += k->tables.of_groups != NULL;
    }
    return pieces;
}

void known_sets_forget(struct machine *m)
{
    m->known_count = m->known_next = m->name_count = m->name_next = 0;
    m->firms_count = m->firms_next = 0;
}
