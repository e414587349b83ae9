/* overlay.c - see overlay.h. */
#include "facts/overlay.h"

#include <string.h>

#include "facts/cache.h"

struct changed_cell {
    ref record;
    uint16_t field;
    struct cell was;
};
struct overlay {
    struct facts facts;         /* its arena holds what a change needs: views, lists of an added record */
    struct arena kept;          /* tables that were copied */
    bool own[KIND_COUNT];       /* whose table is a copy */
    struct changed_cell *cells; /* to be undone, the last first */
    size_t count, capacity;
};

struct overlay *overlay_new(const struct facts *under)
{
    const cc_allocator *allocator = under->allocator;
    struct overlay *o = allocator->allocate(allocator->ud, NULL, 0, sizeof *o);
    if (!o) return NULL;
    memset(o, 0, sizeof *o);
    o->facts = *under;
    o->facts.under = under, o->facts.views = o->facts.indexes = o->facts.stakes = NULL;
    arena_init(&o->facts.arena, allocator, 0);
    arena_init(&o->kept, allocator, 0);
    return o;
}

void overlay_free(struct overlay *o)
{
    if (!o) return;
    const cc_allocator *allocator = o->facts.allocator;
    arena_free(&o->facts.arena);
    arena_free(&o->kept);
    allocator->allocate(allocator->ud, o, sizeof *o, 0);
}

const struct facts *overlay_facts(const struct overlay *o) { return &o->facts; }

/* The overlay's own table of a kind, copied when it is first changed. */
static bool own_table(struct overlay *o, enum kind kind)
{
    const struct table *under = &o->facts.under->tables[kind];
    struct table *t = &o->facts.tables[kind];
    if (o->own[kind]) return true;
    size_t rows = (size_t)under->rows + OVERLAY_ADDED;
    struct cell *cells = arena_array(&o->kept, rows, under->columns * sizeof *cells);
    uint32_t *at = arena_array(&o->kept, rows, sizeof *at);
    const char **id = arena_array(&o->kept, rows, sizeof *id);
    if (!cells || !at || !id) {
        o->kept.failed = false; /* what was copied before is whole */
        return false;
    }
    if (under->rows) {
        memcpy(cells, under->cells, (size_t)under->rows * under->columns * sizeof *cells);
        memcpy(at, under->at, under->rows * sizeof *at);
        memcpy(id, under->id, under->rows * sizeof *id);
    }
    t->cells = cells, t->at = at, t->id = id;
    return o->own[kind] = true;
}

/* Could another value of the field make other groups? */
static bool makes_groups(enum field field)
{
    switch (field) {
    case HOLDING_HOLDER:
    case HOLDING_ENTITY:
    case HOLDING_CONTROL:
    case HOLDING_VOTES:
    case HOLDING_FROM:
    case HOLDING_TO:
    case ENTITY_FORM: return true;
    default: return false;
    }
}

/* The cell to be written, which is remembered. What was asked of the facts before is forgotten. */
struct cell *overlay_cell(struct overlay *o, ref record, enum field field)
{
    enum kind kind = ref_kind(record);
    if (!own_table(o, kind)) return NULL;
    struct changed_cell *cells = arena_grow(&o->kept, o->cells, o->count, &o->capacity, sizeof *cells);
    if (!cells) {
        o->kept.failed = false;
        return NULL;
    }
    struct cell *cell = cell_of(&o->facts, kind, ref_row(record), field);
    o->cells = cells;
    o->cells[o->count++] = (struct changed_cell){ record, (uint16_t)field, *cell };
    o->facts.changed |= UINT32_C(1) << kind;
    if (makes_groups(field)) o->facts.regrouped = true;
    o->facts.views = o->facts.stakes = NULL;
    return cell;
}

bool overlay_date(struct overlay *o, ref record, enum field field, int32_t day)
{
    struct cell *c = overlay_cell(o, record, field);
    if (c) c->state = CELL_VALUE, c->date = (struct days){ day, day };
    return c != NULL;
}

bool overlay_number(struct overlay *o, ref record, enum field field, double value)
{
    struct cell *c = overlay_cell(o, record, field);
    if (c) c->state = CELL_VALUE, c->number.low = c->number.high = value;
    return c != NULL;
}

uint8_t overlay_currency(struct overlay *o, const char code[4])
{
    struct facts *f = &o->facts;
    for (size_t i = 1; i < f->currency_count; i++)
        if (!memcmp(f->currencies[i], code, sizeof f->currencies[0])) return (uint8_t)i;
    char(*more)[4] = f->currency_count < UINT8_MAX ? arena_array(&o->kept, f->currency_count + 1, sizeof *more) : NULL;
    if (!more) {
        o->kept.failed = false;
        return 0;
    }
    memcpy(more, f->currencies, f->currency_count * sizeof *more);
    memcpy(more[f->currency_count], code, sizeof more[0]);
    f->currencies = more;
    return (uint8_t)f->currency_count++;
}

bool overlay_items(struct overlay *o, ref record, enum field field, const uint32_t *items, uint32_t count)
{
    const struct facts *under = o->facts.under;
    if (model_fields[field].type == TYPE_REF || model_fields[field].type == TYPE_WORD) {
        struct cell *single = overlay_cell(o, record, field);
        if (single) single->state = CELL_VALUE, single->word = items[0]; /* a reference stands in the same place */
        return single != NULL;
    }
    /* The items go behind those of the case, in a copy. */
    struct facts *f = &o->facts;
    size_t before = f->lists == under->lists ? under->list_count : f->list_count;
    uint32_t *lists = arena_array(&f->arena, before + count, sizeof *lists);
    struct cell *c = lists ? overlay_cell(o, record, field) : NULL;
    if (!c) {
        f->arena.failed = false;
        return false;
    }
    if (before) memcpy(lists, f->lists, before * sizeof *lists);
    memcpy(lists + before, items, count * sizeof *lists);
    f->lists = lists, f->list_count = before + count;
    c->state = CELL_VALUE, c->list.first = (uint32_t)before, c->list.count = count;
    return true;
}

ref overlay_add(struct overlay *o, enum kind kind, const char *id)
{
    if (!own_table(o, kind)) return NO_REF;
    struct table *t = &o->facts.tables[kind];
    uint32_t row = t->rows;
    if (row >= facts_rows(o->facts.under, kind) + OVERLAY_ADDED) return NO_REF;
    struct cell *cells = &t->cells[(size_t)row * t->columns];
    cells_absent(cells, kind);
    t->at[row] = t->list_at, t->id[row] = id;
    t->rows++;
    o->facts.changed |= UINT32_C(1) << kind;
    o->facts.grown |= UINT32_C(1) << kind;
    if (kind == KIND_ENTITY || kind == KIND_HOLDING) o->facts.regrouped = true;
    o->facts.views = o->facts.stakes = NULL;
    return ref_make(kind, row);
}

void overlay_clear(struct overlay *o)
{
    const struct facts *under = o->facts.under;
    while (o->count) {
        const struct changed_cell *c = &o->cells[--o->count];
        *cell_of(&o->facts, ref_kind(c->record), ref_row(c->record), (enum field)c->field) = c->was;
    }
    for (unsigned k = 0; k < KIND_COUNT; k++) o->facts.tables[k].rows = under->tables[k].rows;
    o->facts.changed = o->facts.grown = 0, o->facts.regrouped = false;
    o->facts.lists = under->lists, o->facts.list_count = under->list_count;
    o->facts.views = o->facts.stakes = NULL;
    arena_reset(&o->facts.arena);
}
