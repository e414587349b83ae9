/* needs.c - what would settle an unknown: the inexact facts among the reads, each with its present value. */
#include <stdio.h>
#include <string.h>

#include "audit/missing.h"
#include "audit/trails.h"
#include "facts/joined.h"

struct collecting {
    const struct cc_audit *audit;
    struct arena *arena;
    struct need *items;
    size_t count, capacity;
    const struct element_result *element;
    struct text *scratch;
};

/* Texts are made when asked, so the audit's arena takes them. */
static struct collecting collecting_for(const struct cc_audit *audit, struct text *scratch)
{
    text_init(scratch, audit->arena.allocator, (size_t)64 << 20);
    return (struct collecting){ .audit = audit, .arena = (struct arena *)(uintptr_t)&audit->arena, .scratch = scratch };
}

static const char *keep_scratch(struct collecting *c)
{
    const char *kept = arena_copy(c->arena, c->scratch->data ? c->scratch->data : "", c->scratch->length);
    if (c->scratch->failed) c->arena->failed = true;
    text_reset(c->scratch);
    return kept ? kept : "";
}

/* "whose the share of Seller in chips, dated 31 December 2024, by volume, is": there may be several, and each is asked for. */
static void whose_words(const struct facts *facts, uint32_t share, struct text *t)
{
    char day[200];
    const struct cell *measure = cell_of(facts, KIND_SHARE, share, SHARE_MEASURE);
    days_write_long(cell_of(facts, KIND_SHARE, share, SHARE_FROM)->date, day, sizeof day);
    text_add(t, "whose the share of %s in %s, dated %s",
             facts_name(facts, cell_of(facts, KIND_SHARE, share, SHARE_ENTITY)->ref),
             facts_name(facts, cell_of(facts, KIND_SHARE, share, SHARE_MARKET)->ref), day);
    if (measure->state == CELL_VALUE) text_add(t, ", by %s", facts_word(facts, measure->word));
    text_string(t, ", is");
}

/* "the share of Microsoft in cloud infrastructure", "the amount of the agreement 'azure-commitment'" */
static void what_words(const struct facts *facts, ref record, enum field field, struct text *t)
{
    enum kind kind = ref_kind(record);
    uint32_t row = ref_row(record);
    const char *name = field == NO_FIELD ? "record" : model_noun(field);
    if (field == SHARE_PERCENT) {
        text_add(t, "the share of %s in %s", facts_name(facts, cell_of(facts, kind, row, SHARE_ENTITY)->ref),
                 facts_name(facts, cell_of(facts, kind, row, SHARE_MARKET)->ref));
        return;
    }
    if (field == SHARE_ENTITY) { /* a firm that is being sold may have a part of it */
        whose_words(facts, row, t);
        return;
    }
    if (kind == KIND_ENTITY) {
        text_add(t, "the %s of %s", name, facts_name(facts, record));
        return;
    }
    if (kind == KIND_HOLDING) {
        text_add(t, "the %s of %s in %s", name, facts_name(facts, cell_of(facts, kind, row, HOLDING_HOLDER)->ref),
                 facts_name(facts, cell_of(facts, kind, row, HOLDING_ENTITY)->ref));
        return;
    }
    text_add(t, "the %s of the %s '%s'", name, model_kind(kind)->name, facts_id(facts, record));
}

static void now_words(const struct facts *facts, ref record, enum field field, struct text *t)
{
    if (field == NO_FIELD) {
        text_string(t, "unknown");
        return;
    }
    const struct cell *cell = cell_in(facts, record, field);
    unsigned type = model_fields[field].type;
    char out[200];
    if (cell->state != CELL_VALUE && cell->state != CELL_CLAIMS) {
        text_string(t,
                    cell->state == CELL_NULL || model_fields[field].absent == ABSENT_UNSURE ? "unknown" : "not stated");
        return;
    }
    if (type == TYPE_DATE) {
        days_write(cell->date, out, sizeof out);
        text_string(t, out);
    } else if (type == TYPE_NUMBER || type == TYPE_MONEY || type == TYPE_AMOUNT) {
        struct quantity q = cell_quantity(facts, field, cell);
        quantity_write(&q, NULL, out, sizeof out);
        text_string(t, out);
    } else text_string(t, type == TYPE_REF ? facts_name(facts, cell->ref) : "as written");
}

static void add(struct collecting *c, struct need need)
{
    for (size_t i = 0; i < c->count; i++) {
        const struct need *known = &c->items[i];
        if (need.record != NO_REF ? known->record == need.record && known->field == need.field
                                  : known->record == NO_REF && !strcmp(known->what, need.what))
            return;
    }
    struct need *moved = arena_grow(c->arena, c->items, c->count, &c->capacity, sizeof *moved);
    if (!moved) return;
    c->items = moved;
    c->items[c->count++] = need;
}

static void add_field(struct collecting *c, ref record, enum field field)
{
    const struct facts *facts = c->audit->facts;
    struct need need = { .record = record, .field = field, .at = facts_at(facts, record, field) };
    for (size_t i = 0; i < c->count; i++)
        if (c->items[i].record == record && c->items[i].field == field) return;
    what_words(facts, record, field, c->scratch);
    need.what = keep_scratch(c);
    now_words(facts, record, field, c->scratch);
    need.now = keep_scratch(c);
    add(c, need);
}

/* Whether another record measures the same and says otherwise: all of them are one question. */
static bool add_joined(struct collecting *c, ref record, enum field field)
{
    const struct facts *facts = c->audit->facts;
    ref first;
    if (!joined_says(facts, record, field, c->audit->as_of, &first, c->scratch)) return false;
    struct need need = { .record = first, .field = field, .at = facts_at(facts, first, field) };
    need.now = keep_scratch(c);
    what_words(facts, first, field, c->scratch);
    need.what = keep_scratch(c);
    add(c, need);
    return true;
}

static void add_absence(struct collecting *c, const struct absence *absence)
{
    if (absence->complete >= 0 || absence->as_recorded) return;
    struct need need = { .record = NO_REF,
                         .field = NO_FIELD,
                         .at = c->audit->facts->tables[absence->query->kind].list_at,
                         .now = "not recorded" };
    text_string(c->scratch, "whether there is any "), text_string(c->scratch, model_kind(absence->query->kind)->name);
    query_add(c->audit->facts, absence->query, c->scratch);
    need.what = keep_scratch(c);
    add(c, need);
}

static bool is_measure(enum field field)
{
    unsigned type = model_fields[field].type;
    return type == TYPE_NUMBER || type == TYPE_MONEY || type == TYPE_AMOUNT;
}

static void visit_entry(void *ud, const struct trail *trail, const struct trail_entry *entry)
{
    struct collecting *c = ud;
    const struct facts *facts = c->audit->facts;
    if (entry->type == TRAIL_NEED && entry->record != NO_REF) add_field(c, entry->record, (enum field)entry->field);
    else if (entry->type == TRAIL_NEED)
        add(c, (struct need){ .record = NO_REF,
                              .field = NO_FIELD,
                              .what = trail->needs[entry->more],
                              .now = "unknown",
                              .at = UINT32_MAX });
    else if (entry->type == TRAIL_READ) {
        enum field field = (enum field)entry->field;
        if (is_measure(field) && add_joined(c, entry->record, field)) return;
        if (cell_is_inexact(field, cell_in(facts, entry->record, field)) &&
            (is_measure(field) || model_fields[field].type == TYPE_DATE))
            add_field(c, entry->record, field);
    } else if (entry->type == TRAIL_ABSENT && c->element && c->element->why == WHY_ABSENCE)
        add_absence(c, &trail->absences[entry->more]);
}

/* Of an unknown group: what its unknown members need. */
static void collect(struct collecting *c, const struct finding *f, const struct element_result *r)
{
    if (!r->asked || r->truth != UNKNOWN) return;
    for (unsigned i = 0; i < r->count; i++) collect(c, f, &r->items[i]);
    if (r->count) return;
    c->element = r;
    element_walk(f, r, visit_entry, c);
}

size_t element_needs(const struct cc_audit *audit, const struct finding *f, const struct element_result *r,
                     struct need **ret_needs)
{
    struct text scratch;
    struct collecting c = collecting_for(audit, &scratch);
    collect(&c, f, r);
    if (c.count == 1) c.items[0].alone = true;
    text_free(&scratch);
    *ret_needs = c.items;
    return c.count;
}

/* A need that stands alone in every unknown element decides by itself. */
static void merge(struct collecting *all, const struct collecting *one, bool *first)
{
    for (size_t i = 0; i < one->count; i++) {
        struct need need = one->items[i];
        need.alone = false;
        add(all, need);
    }
    for (size_t i = 0; i < all->count; i++) {
        struct need *need = &all->items[i];
        bool sole = one->count == 1 && one->items[0].record == need->record && one->items[0].field == need->field &&
                    (need->record != NO_REF || !strcmp(one->items[0].what, need->what));
        need->alone = sole && (*first || need->alone);
    }
    *first = false;
}

static void collect_list(struct collecting *all, const struct finding *f, const struct element_result *results,
                         unsigned count, bool *first)
{
    for (unsigned i = 0; results && i < count; i++) {
        if (!results[i].asked || results[i].truth != UNKNOWN) continue;
        struct collecting one = { .audit = all->audit, .arena = all->arena, .scratch = all->scratch };
        collect(&one, f, &results[i]);
        merge(all, &one, first);
    }
}

/* What would say which day's law applies. */
static void collect_law(struct collecting *all, const struct finding *f, bool *first)
{
    struct collecting one = { .audit = all->audit, .arena = all->arena, .scratch = all->scratch };
    uint64_t seen = 0;
    trail_walk(f, f->open_law, &seen, visit_entry, &one);
    merge(all, &one, first);
}

static void alone_first(struct need *needs, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct need need = needs[i];
        size_t at = i;
        for (; at > 0 && need.alone && !needs[at - 1].alone; at--) needs[at] = needs[at - 1];
        needs[at] = need;
    }
}

size_t finding_needs(const struct cc_audit *audit, const struct finding *f, struct need **ret_needs)
{
    struct text scratch;
    struct collecting all = collecting_for(audit, &scratch);
    bool first = true;
    if (f->verdict == CC_FLAGGED) collect_list(&all, f, f->unless, f->rule->unless_count, &first);
    else {
        collect_list(&all, f, f->applies, f->rule->apply_count, &first);
        collect_list(&all, f, f->elements, f->rule->element_count, &first);
        if (f->verdict == CC_CANNOT_TELL && f->open_law) collect_law(&all, f, &first);
    }
    for (size_t i = 0; i < all.count; i++)
        if (all.items[i].record != NO_REF)
            all.items[i].decision = finding_decision(f, all.items[i].record, all.items[i].field);
    alone_first(all.items, all.count);
    text_free(&scratch);
    *ret_needs = all.items;
    return all.count;
}

size_t hole_needs(const struct cc_audit *audit, const struct rule_result *result, struct need **ret_needs)
{
    struct text scratch;
    struct collecting c = collecting_for(audit, &scratch);
    const struct finding nobody = { .rule = result->rule };
    uint64_t seen = 0;
    if (result->hole && result->enumeration) trail_walk(&nobody, result->enumeration, &seen, visit_entry, &c);
    text_free(&scratch);
    *ret_needs = c.items;
    return c.count;
}
