/* trail.c - writes down what was read. A trail that finds no memory stops; its arena has failed. */
#include "facts/trail.h"

#include <string.h>

enum { DATED_MONTHS = 24, AGAIN = 4 };

void trail_init(struct trail *t, struct arena *arena) { *t = (struct trail){ .arena = arena }; }

/* Room for one more, or NULL. */
static void *room(struct trail *t, void *items, size_t count, size_t *capacity, size_t size)
{
    if (t->arena->failed) return NULL;
    if (count < *capacity) return items;
    return arena_grow(t->arena, items, count, capacity, size);
}

static struct trail_entry *add(struct trail *t, enum trail_type type, ref record, enum field field, uint32_t more)
{
    for (size_t back = 1; more == 0 && back <= AGAIN && back <= t->count; back++) { /* a loop reads the same again */
        struct trail_entry *e = &t->entries[t->count - back];
        if (e->type == type && e->record == record && e->field == field && e->more == more) return e;
    }
    struct trail_entry *entries = room(t, t->entries, t->count, &t->capacity, sizeof *entries);
    if (!entries) return NULL;
    t->entries = entries;
    struct trail_entry *e = &entries[t->count++];
    *e = (struct trail_entry){ .type = (uint8_t)type, .field = (uint16_t)field, .record = record, .more = more };
    return e;
}

void trail_read(struct trail *t, ref record, enum field field)
{
    if (t) add(t, TRAIL_READ, record, field, 0);
}

void trail_read_on(struct trail *t, const struct view *v, ref record, enum field field)
{
    if (!t) return;
    struct trail_entry *e = add(t, TRAIL_READ, record, field, 0);
    const struct kind_info *info = model_kind(ref_kind(record));
    if (!e || info->time != TIME_MEASUREMENT) return;
    struct days from = cell_in(v->facts, record, (enum field)info->from)->date;
    e->dated = from.high < v->day && months_between(from.high + 1, v->day) > DATED_MONTHS;
}

/* A query stands once for the matches that follow each other. */
void trail_match(struct trail *t, ref record, const struct query *query)
{
    if (!t) return;
    if (!t->query_count || t->queries[t->query_count - 1] != query) {
        const struct query **queries = room(t, t->queries, t->query_count, &t->query_capacity, sizeof(void *));
        if (!queries) return;
        t->queries = queries;
        queries[t->query_count++] = query;
    }
    add(t, TRAIL_MATCH, record, NO_FIELD, (uint32_t)t->query_count - 1);
}

void trail_link(struct trail *t, uint32_t holding)
{
    if (t) add(t, TRAIL_LINK, ref_make(KIND_HOLDING, holding), NO_FIELD, 0);
}

void trail_absent(struct trail *t, const struct query *query, uint32_t of, int32_t complete, bool as_recorded)
{
    if (!t) return;
    struct absence *absences = room(t, t->absences, t->absence_count, &t->absence_capacity, sizeof *absences);
    if (!absences) return;
    t->absences = absences;
    absences[t->absence_count++] =
        (struct absence){ .query = query, .of = of, .complete = complete, .as_recorded = as_recorded };
    add(t, TRAIL_ABSENT, NO_REF, NO_FIELD, (uint32_t)t->absence_count - 1);
}

void trail_compare(struct trail *t, const struct compared_sides *sides)
{
    if (!t) return;
    struct compared_sides *all = room(t, t->comparisons, t->comparison_count, &t->comparison_capacity, sizeof *all);
    if (!all) return;
    t->comparisons = all;
    all[t->comparison_count++] = *sides;
    add(t, TRAIL_COMPARE, NO_REF, NO_FIELD, (uint32_t)t->comparison_count - 1);
}

void trail_need(struct trail *t, ref record, enum field field)
{
    if (t) add(t, TRAIL_NEED, record, field, 0);
}

static void add_sentence(struct trail *t, enum trail_type type, const char *sentence)
{
    if (!t) return;
    const char **needs = room(t, t->needs, t->need_count, &t->need_capacity, sizeof *needs);
    if (!needs) return;
    t->needs = needs;
    if (!(needs[t->need_count] = arena_copy(t->arena, sentence, strlen(sentence)))) return;
    t->need_count++;
    add(t, type, NO_REF, NO_FIELD, (uint32_t)t->need_count - 1);
}

void trail_need_text(struct trail *t, const char *sentence) { add_sentence(t, TRAIL_NEED, sentence); }

void trail_note(struct trail *t, const char *text) { add_sentence(t, TRAIL_NOTE, text); }

void trail_figure(struct trail *t, unsigned figure)
{
    if (t) add(t, TRAIL_FIGURE, NO_REF, NO_FIELD, figure);
}

void trail_complete(struct trail *t, uint32_t complete)
{
    if (t) add(t, TRAIL_COMPLETE, NO_REF, NO_FIELD, complete);
}

/* The ways up that are on the trail already: of each entity up to where the last way that passed it went, or NO_ENTITY. */
struct walked {
    struct moment moment;
    uint32_t *up_to;
};

/* Kept only of a trail that has more entries than there are entities: it is walking the same ways again. */
static uint32_t *ways_walked(struct trail *t, struct moment m)
{
    uint32_t entities = facts_rows(m.view->facts, KIND_ENTITY);
    if (t->count <= entities) return NULL;
    struct walked *w = t->walked;
    if (!w) {
        if (!(w = arena_array(t->arena, 1, sizeof *w))) return NULL;
        if (!(w->up_to = arena_array(t->arena, entities, sizeof *w->up_to))) return NULL;
        t->walked = w;
    } else if (w->moment.view == m.view && w->moment.apart == m.apart) {
        return w->up_to;
    }
    for (uint32_t i = 0; i < entities; i++) w->up_to[i] = NO_ENTITY;
    w->moment = m;
    return w->up_to;
}

/* No step past the head, so that a circle ends; `up_to` of another branch is never met. */
void trail_links(struct trail *t, struct moment m, uint32_t entity, uint32_t up_to)
{
    if (!t) return;
    uint32_t head = group_head(m, entity), end = up_to == NO_ENTITY ? head : up_to;
    uint32_t *walked = ways_walked(t, m);
    while (entity != end && entity != head && m.view->link[entity] != NO_ROW && !t->arena->failed) {
        if (walked && (walked[entity] == end || walked[entity] == head)) return;
        if (walked) walked[entity] = end;
        trail_link(t, m.view->link[entity]);
        entity = m.view->parent[entity];
    }
}

void trail_tie(struct trail *t, struct moment m, uint32_t a, uint32_t b)
{
    if (!t || a == b || !same_group(m, a, b)) return;
    if (is_below(m, b, a)) {
        trail_links(t, m, a, b);
    } else if (is_below(m, a, b)) {
        trail_links(t, m, b, a);
    } else {
        trail_links(t, m, a, NO_ENTITY);
        trail_links(t, m, b, NO_ENTITY);
    }
}

void trail_as_recorded(struct trail *t)
{
    if (t) add(t, TRAIL_AS_RECORDED, NO_REF, NO_FIELD, 0);
}
