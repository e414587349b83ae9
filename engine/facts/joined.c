/* joined.c - two records of one measurement, and the range that they make together. */
#include "facts/joined.h"

#include <string.h>

#include "facts/cache.h"

static const struct cell *known(const struct facts *f, enum kind kind, uint32_t row, enum field field)
{
    const struct cell *c = cell_of(f, kind, row, field);
    return c->state == CELL_VALUE || c->state == CELL_CLAIMS ? c : NULL;
}

/* Does this row say something of the field on a day that may be that of the other? */
static bool is_beside(const struct facts *f, enum kind kind, uint32_t row, uint32_t other, enum field field,
                      int32_t day)
{
    const struct kind_info *info = model_kind(kind);
    const struct cell *to = cell_of(f, kind, other, (enum field)info->to);
    struct days a = cell_of(f, kind, row, (enum field)info->from)->date,
                b = cell_of(f, kind, other, (enum field)info->from)->date;
    return known(f, kind, other, field) && a.low <= b.high && b.low <= a.high &&
           (to->state == CELL_ABSENT || to->date.high >= day);
}

static bool differs(const struct quantity *a, const struct quantity *b)
{
    return a->low < b->low || a->low > b->low || a->high < b->high || a->high > b->high ||
           memcmp(a->currency, b->currency, sizeof a->currency) != 0;
}

static void add_value(struct text *t, const struct quantity *q)
{
    char out[200];
    quantity_write(q, NULL, out, sizeof out);
    if (t->length) text_string(t, " or ");
    text_string(t, out);
}

bool joined_says(const struct facts *f, ref record, enum field field, int32_t day, ref *ret_first, struct text *now)
{
    enum kind kind = ref_kind(record);
    uint32_t row = ref_row(record), first = row;
    const struct cell *own = known(f, kind, row, field);
    if (!own || model_kind(kind)->time != TIME_MEASUREMENT) return false;
    struct quantity all = cell_quantity(f, field, own), mine = all;
    bool apart = false, currencies = false;
    for (uint32_t r = next_of_key(f, kind, row); r != row; r = next_of_key(f, kind, r)) {
        if (!is_beside(f, kind, row, r, field, day)) continue;
        struct quantity q = cell_quantity(f, field, cell_of(f, kind, r, field));
        if (r < first) first = r;
        apart = apart || differs(&mine, &q);
        currencies = currencies || memcmp(all.currency, q.currency, sizeof q.currency) != 0;
        all.low = q.low < all.low ? q.low : all.low, all.high = q.high > all.high ? q.high : all.high;
    }
    if (!apart) return false;
    *ret_first = ref_make(kind, first);
    if (!currencies) return add_value(now, &all), true;
    for (uint32_t r = first, step = 0; step == 0 || r != first; r = next_of_key(f, kind, r), step++)
        if (r == row || is_beside(f, kind, row, r, field, day)) {
            struct quantity q = cell_quantity(f, field, cell_of(f, kind, r, field));
            add_value(now, &q);
        }
    return true;
}
