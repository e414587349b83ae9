/* evidence.c - what an element rests on, without doubles, the decisive first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/trails.h"
#include "base/date.h"
#include "base/decimal.h"
#include "facts/hash.h"

struct gathering {
    const struct cc_audit *audit;
    struct arena *arena;
    struct evidence *items;
    size_t count, capacity;
    uint32_t *slots; /* of the items, once they are many: number + 1, by what makes two the same */
    size_t slot_count;
};
enum { FEW = 24 }; /* so many are compared with each other */

static bool same_evidence(const struct evidence *a, const struct evidence *b)
{
    if (a->type != b->type || a->record != b->record || a->field != b->field || a->complete != b->complete)
        return false;
    return a->type != EVIDENCE_ABSENCE || query_same(a->absence->query, b->absence->query);
}

static uint64_t hash_of_query(const struct query *q)
{
    uint64_t h = hash_mix(hash_mix(q->kind, q->count), (uint32_t)q->since);
    for (uint32_t i = 0; i < q->count; i++) {
        const struct condition *c = &q->conditions[i];
        h = hash_mix(hash_mix(h, c->field), c->type);
        if (c->count) h = hash_mix(hash_mix(h, c->count), c->values[0]);
    }
    return h;
}

static uint64_t hash_of(const struct evidence *e)
{
    uint64_t h = hash_mix(hash_mix(hash_mix(e->type, e->record), (uint32_t)e->field), (uint32_t)e->complete);
    return e->type == EVIDENCE_ABSENCE && e->absence->query ? hash_mix(h, hash_of_query(e->absence->query)) : h;
}

/* The slot of its like, or the free one where it belongs. */
static size_t slot_of(const struct gathering *g, const struct evidence *e)
{
    size_t slot = (size_t)hash_of(e) & (g->slot_count - 1);
    while (g->slots[slot] && !same_evidence(&g->items[g->slots[slot] - 1], e)) slot = (slot + 1) & (g->slot_count - 1);
    return slot;
}

/* Twice as many slots as items, at least. */
static bool make_slots(struct gathering *g)
{
    size_t count = g->slot_count ? g->slot_count * 2 : FEW * 4;
    while (count & (count - 1)) count += count & -count; /* a power of two */
    uint32_t *slots = arena_array(g->arena, count, sizeof *slots);
    if (!slots) return false;
    g->slots = slots, g->slot_count = count;
    for (size_t i = 0; i < g->count; i++) slots[slot_of(g, &g->items[i])] = (uint32_t)i + 1;
    return true;
}

/* Its like among the items, or NULL. */
static struct evidence *find(const struct gathering *g, const struct evidence *e)
{
    if (g->slots) {
        uint32_t number = g->slots[slot_of(g, e)];
        return number ? &g->items[number - 1] : NULL;
    }
    for (size_t i = 0; i < g->count; i++)
        if (same_evidence(&g->items[i], e)) return &g->items[i];
    return NULL;
}

static void add(struct gathering *g, struct evidence e)
{
    struct evidence *known = find(g, &e);
    if (known) {
        known->dated = known->dated || e.dated;
        return;
    }
    struct evidence *moved = arena_grow(g->arena, g->items, g->count, &g->capacity, sizeof *moved);
    if (!moved) return;
    g->items = moved;
    if (g->count >= FEW && g->count * 2 >= g->slot_count && !make_slots(g)) return;
    if (g->slots) g->slots[slot_of(g, &e)] = (uint32_t)g->count + 1;
    g->items[g->count++] = e;
}

/* Where a record's sources stand. */
static void cite(const struct facts *facts, struct evidence *e)
{
    unsigned field = model_kind(ref_kind(e->record))->cites;
    if (field == NO_FIELD) return;
    const struct cell *cell = cell_in(facts, e->record, (enum field)field);
    if (cell->state != CELL_VALUE || !cell->list.count) return; /* of a file that cites nothing there is no table */
    e->cites = facts->cites + cell->list.first, e->cite_count = cell->list.count;
}

static void visit_entry(void *ud, const struct trail *trail, const struct trail_entry *entry)
{
    struct gathering *g = ud;
    const struct facts *facts = g->audit->facts;
    struct evidence e = { .record = entry->record, .field = NO_FIELD, .dated = entry->dated };
    switch (entry->type) {
    case TRAIL_READ: {
        enum field field = (enum field)entry->field;
        bool written = cell_in(facts, entry->record, field)->state != CELL_ABSENT;
        e.type = written ? EVIDENCE_FIELD : EVIDENCE_RECORD;
        if (written) e.field = field;
        break;
    }
    case TRAIL_MATCH: e.type = EVIDENCE_RECORD; break;
    case TRAIL_LINK: e.type = EVIDENCE_RECORD, e.link = true; break;
    case TRAIL_ABSENT:
        e.type = EVIDENCE_ABSENCE, e.record = NO_REF, e.absence = &trail->absences[entry->more];
        if (e.absence->found) return; /* taken as the whole: what was found is evidence itself */
        e.at = facts->tables[e.absence->query->kind].list_at;
        break;
    case TRAIL_COMPLETE:
        e.type = EVIDENCE_COMPLETE, e.record = NO_REF, e.complete = entry->more,
        e.at = facts->completes[entry->more].at;
        e.cite_count = facts->completes[entry->more].cites_count;
        if (e.cite_count) e.cites = facts->cites + facts->completes[entry->more].cites_first;
        break;
    default: return;
    }
    if (e.record != NO_REF) {
        e.at = facts_at(facts, e.record, e.field);
        cite(facts, &e);
    }
    add(g, e);
}

enum { RANKS = 6 };

/* What weighs most comes first: a field of a compared number weighs more than a word that was looked at on the way. */
static unsigned rank(const struct evidence *e)
{
    static const unsigned ranks[] = { [EVIDENCE_RECORD] = 2, [EVIDENCE_ABSENCE] = 4, [EVIDENCE_COMPLETE] = 5 };
    if (e->link) return 3;
    if (e->type != EVIDENCE_FIELD) return ranks[e->type];
    unsigned type = model_fields[e->field].type;
    return type == TYPE_NUMBER || type == TYPE_MONEY || type == TYPE_AMOUNT ? 0 : 1;
}

/* By rank; among equals the order of reading stays. */
static void sort(struct gathering *g)
{
    struct evidence *sorted = arena_array(g->arena, g->count, sizeof *sorted);
    size_t count = 0;
    for (unsigned r = 0; sorted && r < RANKS; r++)
        for (size_t i = 0; i < g->count; i++)
            if (rank(&g->items[i]) == r) sorted[count++] = g->items[i];
    if (sorted) g->items = sorted;
    else g->count = 0;
}

/* Marks what was told before: by numbers of records and, beyond them, of declared lists. */
static void mark_again(struct gathering *g)
{
    struct gathering told = { .audit = g->audit, .arena = g->arena };
    for (size_t i = 0; i < g->count; i++) {
        struct evidence *e = &g->items[i];
        if (e->type == EVIDENCE_ABSENCE) continue;
        size_t before = told.count;
        bool list = e->type == EVIDENCE_COMPLETE;
        add(&told, (struct evidence){ .type = list ? EVIDENCE_COMPLETE : EVIDENCE_RECORD,
                                      .record = list ? NO_REF : e->record,
                                      .field = NO_FIELD,
                                      .complete = list ? e->complete : 0 });
        e->again = told.count == before;
    }
}

size_t element_evidence(const struct cc_audit *audit, const struct finding *f, const struct element_result *r,
                        struct evidence **ret_evidence)
{
    struct gathering g = { .audit = audit,
                           .arena = (struct arena *)(uintptr_t)&audit->arena }; /* texts are made when asked */
    if (r->count) { /* a group has none of its own, its members have; what its figures read is theirs too */
        *ret_evidence = NULL;
        return 0;
    }
    element_walk(f, r, visit_entry, &g);
    if (g.count > 1) sort(&g), mark_again(&g);
    *ret_evidence = g.items;
    return g.count;
}

void evidence_pointer(const struct cc_audit *audit, const struct evidence *e, char *out, size_t size)
{
    bool no_list = e->type == EVIDENCE_ABSENCE && audit->facts->text[e->at] != '['; /* the file has none of this kind */
    if (no_list) *out = '\0';
    else if (e->type == EVIDENCE_ABSENCE)
        string_append(string_append(out, out + size, "/"), out + size, model_kind(e->absence->query->kind)->plural);
    else if (e->type == EVIDENCE_COMPLETE) snprintf(out, size, "/case/complete/%u", e->complete);
    else facts_pointer(audit->facts, e->record, e->field, -1, out, size);
}

/* ---- absences as sentences ---- */

void absence_filter(const struct cc_audit *audit, const struct absence *a, struct text *t)
{
    query_write(audit->facts, a->query, t);
}

/* The first day on which any record of the kind begins; DAY_MIN: one always was. */
static int32_t first_day(const struct facts *facts, enum kind kind)
{
    int32_t first = DAY_MAX;
    for (uint32_t row = 0; row < facts_rows(facts, kind); row++) {
        unsigned from = model_kind(kind)->from;
        const struct cell *c = from == NO_FIELD ? NULL : cell_of(facts, kind, row, (enum field)from);
        int32_t day = c && c->state >= CELL_VALUE ? c->date.low : DAY_MIN;
        if (day < first) first = day;
    }
    return first;
}

/* None on the day: the file may have none at all, or none until later. */
static void none_words(const struct cc_audit *audit, enum kind kind, struct text *t)
{
    const struct kind_info *info = model_kind(kind);
    uint32_t count = facts_rows(audit->facts, kind);
    int32_t first = first_day(audit->facts, kind);
    bool state = info->time == TIME_STATE;
    char day[64], later[64];
    if (!count) {
        text_add(t, "no %s is recorded", info->name);
        return;
    }
    if (first <= audit->as_of) {
        text_add(t, "of %u %s on file none is of the day asked", count, count == 1 ? info->name : info->plural);
        return;
    }
    days_write_long((struct days){ audit->as_of, audit->as_of }, day, sizeof day);
    days_write_long((struct days){ first, first }, later, sizeof later);
    text_add(t,
             state ? "no %s is in force on %s (the first on file begins on %s)"
                   : "no %s is on file by %s (the first is of %s)",
             info->name, day, later);
}

void absence_sentence(const struct cc_audit *audit, const struct absence *a, struct text *t)
{
    const struct kind_info *kind = model_kind(a->query->kind);
    if (!a->of) none_words(audit, a->query->kind, t);
    else if (a->of == 1) text_add(t, "the only %s is not one", kind->name);
    else text_add(t, "none of %u %s", a->of, kind->plural);
    if (!a->of && (a->query->count || a->query->since)) text_string(t, ", so none");
    if (a->of > 1 && !a->query->count && a->query->since) text_string(t, " is one");
    query_add(audit->facts, a->query, t);
}
