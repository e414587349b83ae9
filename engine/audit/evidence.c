/* evidence.c - what an element rests on, without doubles, the decisive first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/trails.h"
#include "base/date.h"
#include "base/decimal.h"

struct gathering {
    const struct cc_audit *audit;
    struct arena *arena;
    struct evidence *items;
    size_t count, capacity;
};

static bool same_values(const struct condition *a, const struct condition *b)
{
    if (a->field != b->field || a->type != b->type || a->except != b->except || a->count != b->count) return false;
    if (a->id && b->id && strcmp(a->id, b->id)) return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (a->values[i] != b->values[i]) return false;
    return true;
}

static bool same_query(const struct query *a, const struct query *b)
{
    if (a == b) return true;
    if (!a || !b || a->kind != b->kind || a->ever != b->ever || a->count != b->count) return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (!same_values(&a->conditions[i], &b->conditions[i])) return false;
    return true;
}

static bool same_evidence(const struct evidence *a, const struct evidence *b)
{
    if (a->type != b->type || a->record != b->record || a->field != b->field || a->complete != b->complete)
        return false;
    return a->type != EVIDENCE_ABSENCE || same_query(a->absence->query, b->absence->query);
}

static void add(struct gathering *g, struct evidence e)
{
    for (size_t i = 0; i < g->count; i++)
        if (same_evidence(&g->items[i], &e)) {
            g->items[i].dated = g->items[i].dated || e.dated;
            return;
        }
    struct evidence *moved = arena_grow(g->arena, g->items, g->count, &g->capacity, sizeof *moved);
    if (!moved) return;
    g->items = moved;
    g->items[g->count++] = e;
}

/* Where a record's sources stand. */
static void cite(const struct facts *facts, struct evidence *e)
{
    unsigned field = model_kind(ref_kind(e->record))->cites;
    if (field == NO_FIELD) return;
    const struct cell *cell = cell_in(facts, e->record, (enum field)field);
    if (cell->state != CELL_VALUE) return;
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

static int rank(const struct evidence *e)
{
    static const int ranks[] = {
        [EVIDENCE_FIELD] = 0, [EVIDENCE_RECORD] = 1, [EVIDENCE_ABSENCE] = 3, [EVIDENCE_COMPLETE] = 4
    };
    return e->link ? 2 : ranks[e->type];
}

/* A field of a compared number weighs more than a word that was looked at on the way. */
static bool weighs_more(const struct evidence *a, const struct evidence *b)
{
    int x = rank(a), y = rank(b);
    if (x || y) return x < y;
    unsigned s = model_fields[a->field].type, t = model_fields[b->field].type;
    bool p = s == TYPE_NUMBER || s == TYPE_MONEY || s == TYPE_AMOUNT,
         q = t == TYPE_NUMBER || t == TYPE_MONEY || t == TYPE_AMOUNT;
    return p && !q;
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
    for (size_t i = 1; i < g.count; i++) { /* insertion keeps the order of reading among equals */
        struct evidence e = g.items[i];
        size_t at = i;
        for (; at > 0 && weighs_more(&e, &g.items[at - 1]); at--) g.items[at] = g.items[at - 1];
        g.items[at] = e;
    }
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

static void condition_words(const struct facts *facts, const struct condition *c, struct text *t)
{
    const struct field_info *info = &model_fields[c->field];
    text_string(t, info->name);
    if (c->type == CONDITION_ID) {
        text_add(t, " %s", c->id);
        return;
    }
    if (c->type == CONDITION_PRESENT || c->type == CONDITION_MISSING) {
        text_string(t, (c->type == CONDITION_PRESENT) != c->except ? " stated" : " not stated");
        return;
    }
    text_string(t, c->except ? " other than " : " ");
    if (c->type == CONDITION_EXACTLY && info->targets & FOR_ENTITY) text_string(t, "exactly ");
    if (c->type == CONDITION_BELOW) text_string(t, "below ");
    uint32_t shown = c->count < 6 ? c->count : 5;
    for (uint32_t i = 0; i < shown; i++) {
        if (i) text_string(t, i + 1 == c->count ? " or " : ", ");
        if (c->type == CONDITION_WORDS)
            text_string(t, c->values[i] == UINT32_MAX ? "a word that is not on file" : facts_word(facts, c->values[i]));
        else text_string(t, facts_name(facts, c->values[i]));
    }
    if (shown < c->count) text_add(t, " or %u more", c->count - shown);
    if (!c->count) text_string(t, "nobody on file");
}

/* The type of a thing comes first, as a person would say it. */
static bool is_said_first(unsigned field)
{
    switch (field) {
    case AGREEMENT_TYPE:
    case TRANSACTION_TYPE:
    case PROCEEDING_TYPE:
    case OBSERVATION_SAYS:
    case ACTIVITY_DOES: return true;
    default: return false;
    }
}

void absence_filter(const struct cc_audit *audit, const struct absence *a, struct text *t)
{
    const struct query *q = a->query;
    for (int pass = 0, said = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < q->count; i++) {
            if (is_said_first(q->conditions[i].field) != (pass == 0)) continue;
            if (said++) text_string(t, ", ");
            condition_words(audit->facts, &q->conditions[i], t);
        }
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
    else text_add(t, "none of %u %s", a->of, a->of == 1 ? kind->name : kind->plural);
    if (a->query->count) text_string(t, a->of ? " with " : ", so none with "), absence_filter(audit, a, t);
}
