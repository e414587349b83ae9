/* index.c - who is named where, and which measurements measure the same. Made at the first question, kept with the
 * case.
 *
 * An index of a reference field counts its rows by what they name: `items` holds the rows of target t from start[t] to
 * end[t]. Targets are numbered through the kinds that the field may name; the last one is "unknown": rows whose field
 * is null, or absent where absence means unknown. */
#include <string.h>

#include "facts/cache.h"
#include "facts/query.h"

enum { FEW_SLOTS = 64 };

struct index {
    uint32_t base[KIND_COUNT], targets; /* `targets` of them, numbered from base[kind] */
    uint32_t *start, *end, *items;
};
struct indexes { /* facts->indexes */
    struct index *of_field[FIELD_COUNT];
    uint32_t *same_key[KIND_COUNT]; /* the next row of the same key, round and round */
    uint32_t *ending, ending_count; /* holdings that link and have a last day */
};

static struct indexes *indexes_of(const struct facts *facts)
{
    if (!facts->indexes) ((struct facts *)facts)->indexes = cache_array(facts, 1, sizeof(struct indexes));
    return facts->indexes;
}

static uint32_t target_of(const struct index *x, ref r) { return x->base[ref_kind(r)] + ref_row(r); }

static bool is_unknown(enum field field, const struct cell *c)
{
    return c->state == CELL_NULL || (c->state == CELL_ABSENT && model_fields[field].absent == ABSENT_UNSURE);
}

/* One pass over the table: counts into end[], or with items puts the rows there. A row that names one target twice
 * stands once. */
static void index_pass(const struct facts *f, enum field field, struct index *x, bool put)
{
    enum kind kind = (enum kind)model_fields[field].kind;
    for (uint32_t row = 0; row < facts_rows(f, kind); row++) {
        const struct cell *c = cell_of(f, kind, row, field);
        const uint32_t *refs = NULL;
        uint32_t count = c->state == CELL_VALUE ? cell_items(f, field, c, &refs) : is_unknown(field, c);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t t = refs ? target_of(x, refs[i]) : x->targets - 1;
            if (!put) x->end[t]++;
            else if (x->end[t] == x->start[t] || x->items[x->end[t] - 1] != row) x->items[x->end[t]++] = row;
        }
    }
}

static struct index *index_make(const struct facts *f, enum field field)
{
    struct index *x = cache_array(f, 1, sizeof *x);
    if (!x) return NULL;
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        x->base[k] = x->targets;
        if (model_fields[field].targets & 1u << k) x->targets += facts_rows(f, (enum kind)k);
    }
    x->targets++;
    x->start = cache_array(f, x->targets, sizeof *x->start);
    x->end = cache_array(f, x->targets, sizeof *x->end);
    if (!x->start || !x->end) return NULL;
    index_pass(f, field, x, false);
    uint32_t total = 0;
    for (uint32_t t = 0; t < x->targets; t++) {
        uint32_t count = x->end[t];
        x->start[t] = x->end[t] = total;
        total += count;
    }
    if (!(x->items = cache_array(f, total, sizeof *x->items))) return NULL;
    index_pass(f, field, x, true);
    return x;
}

uint32_t index_rows(const struct facts *f, enum field field, ref r, const uint32_t **ret_rows)
{
    enum kind kind = (enum kind)model_fields[field].kind;
    if (facts_rows(f, kind) <= SMALL_TABLE) return UINT32_MAX;
    if (f->under) { /* no reference of a record of the case is ever changed */
        if (f->grown >> kind & 1) return UINT32_MAX;
        if (r != NO_REF && ref_row(r) >= facts_rows(f->under, ref_kind(r))) return 0;
        f = f->under;
    }
    struct indexes *all = indexes_of(f);
    if (!all) return UINT32_MAX;
    struct index *x = all->of_field[field];
    if (!x && !(x = all->of_field[field] = index_make(f, field))) return UINT32_MAX;
    uint32_t t;
    if (r == NO_REF) t = x->targets - 1;
    else if (model_fields[field].targets & 1u << ref_kind(r)) t = target_of(x, r);
    else return 0;
    *ret_rows = x->items + x->start[t];
    return x->end[t] - x->start[t];
}

/* --- measurements of the same --- */

#define NO_KEY      UINT32_MAX       /* nothing is written there */
#define UNKNOWN_KEY (UINT32_MAX - 1) /* null is no other null, but surely no known value */

static uint32_t key_part(const struct facts *f, enum kind kind, uint32_t row, enum field field)
{
    const struct cell *c = cell_of(f, kind, row, field);
    if (field == SHARE_MEASURE && c->state == CELL_ABSENT) { /* the market's own */
        uint32_t market = ref_row(cell_of(f, KIND_SHARE, row, SHARE_MARKET)->ref);
        c = cell_of(f, KIND_MARKET, market, MARKET_MEASURE);
    }
    if (c->state == CELL_NULL) return UNKNOWN_KEY;
    switch ((enum field_type)model_fields[field].type) {
    case TYPE_REF: return c->state == CELL_ABSENT ? NO_KEY : c->ref;
    case TYPE_WORD: return c->state == CELL_ABSENT && model_fields[field].absent == ABSENT_NONE ? NO_KEY : c->word;
    case TYPE_CURRENCY: {
        uint32_t packed = 0;
        for (const char *s = c->text; *s; s++) packed = packed << 8 | (unsigned char)*s;
        return packed;
    }
    default: return NO_KEY; /* no other type is a key of a measurement */
    }
}

static bool keys_equal(const struct facts *f, enum kind kind, uint32_t a, uint32_t b)
{
    const struct kind_info *info = model_kind(kind);
    for (unsigned field = info->first; field <= info->last; field++)
        if (model_fields[field].is_key &&
            key_part(f, kind, a, (enum field)field) != key_part(f, kind, b, (enum field)field))
            return false;
    return true;
}

static uint32_t key_hash(const struct facts *f, enum kind kind, uint32_t row)
{
    const struct kind_info *info = model_kind(kind);
    uint64_t hash = f->seed;
    for (unsigned field = info->first; field <= info->last; field++)
        if (model_fields[field].is_key)
            hash = (hash ^ key_part(f, kind, row, (enum field)field)) * UINT64_C(0x9E3779B97F4A7C15),
            hash ^= hash >> 29;
    return (uint32_t)(hash >> 16);
}

/* Ties each row into the ring of its key. False: no memory. */
static bool tie_keys(const struct facts *f, enum kind kind, uint32_t *next)
{
    uint32_t rows = facts_rows(f, kind), few[FEW_SLOTS] = { 0 }, *slots = few; /* row + 1 */
    size_t size = 4;
    while (size < 2 * (size_t)rows) size *= 2;
    if (size > FEW_SLOTS && !(slots = cache_array(f, size, sizeof *slots))) return false;
    for (uint32_t row = 0; row < rows; row++) {
        size_t i = key_hash(f, kind, row) & (size - 1);
        while (slots[i] && !keys_equal(f, kind, slots[i] - 1, row)) i = (i + 1) & (size - 1);
        next[row] = row;
        if (slots[i]) next[row] = next[slots[i] - 1], next[slots[i] - 1] = row; /* after the ring's latest row */
        slots[i] = row + 1;
    }
    return true;
}

uint32_t next_of_key(const struct facts *f, enum kind kind, uint32_t row)
{
    if (f->under && !(f->grown >> kind & 1)) f = f->under; /* a key is never changed */
    struct indexes *all = f->under ? NULL : indexes_of(f);
    if (all && !all->same_key[kind]) {
        uint32_t *next = cache_array(f, facts_rows(f, kind), sizeof *next);
        if (next && tie_keys(f, kind, next)) all->same_key[kind] = next;
    }
    if (all && all->same_key[kind]) return all->same_key[kind][row];
    uint32_t rows = facts_rows(f, kind), r = row; /* no memory for it, or one was added: look */
    do r = r + 1 < rows ? r + 1 : 0;
    while (r != row && !keys_equal(f, kind, r, row));
    return r;
}

/* --- control that ends --- */

uint32_t ending_control(const struct view *v, const uint32_t **ret_holdings)
{
    const struct facts *f = v->facts;
    if (f->under && f->regrouped) return UINT32_MAX;
    if (f->under) f = f->under;
    struct indexes *all = indexes_of(f);
    uint32_t holdings = facts_rows(f, KIND_HOLDING);
    if (!all) return UINT32_MAX;
    if (!all->ending) {
        uint32_t count = 0, *rows = cache_array(f, (size_t)holdings + 1, sizeof *rows);
        for (uint32_t h = 0; h < holdings && rows; h++)
            if (cell_of(f, KIND_HOLDING, h, HOLDING_TO)->state >= CELL_VALUE && holding_links(f, v->words, h) == YES)
                rows[count++] = h;
        if (!rows) return UINT32_MAX;
        all->ending = rows, all->ending_count = count;
    }
    *ret_holdings = all->ending;
    return all->ending_count;
}
