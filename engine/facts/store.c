/* store.c - reading a case. What stands where in the text is found again from offsets, when somebody asks. */
#include "facts/store.h"

#include "base/decimal.h"

#include <stdio.h>
#include <string.h>

#include "facts/scan.h"

static bool is_stated(const struct cell *c) { return c->state == CELL_VALUE || c->state == CELL_CLAIMS; }

const char *facts_word(const struct facts *f, uint32_t w)
{
    if (w < model_word_count) return model_words[w].name;
    return w == UINT32_MAX ? "" : words_text(&f->words, w - (uint32_t)model_word_count + 1);
}

const char *facts_word_label(const struct facts *f, uint32_t w)
{
    if (w < model_word_count) return model_words[w].label;
    const char *own = facts_word(f, w);
    return strncmp(own, "x-", 2) == 0 ? own + 2 : own;
}

uint32_t facts_find_word(const struct facts *f, enum list list, const char *name, size_t length)
{
    int listed = model_find_word(list, name, length);
    if (listed >= 0) return (uint32_t)listed;
    word own = model_word_may_be_own(list, name, length) ? words_find(&f->words, name, length) : 0;
    return own ? (uint32_t)model_word_count + own - 1 : UINT32_MAX;
}

const char *facts_name(const struct facts *f, ref r)
{
    const struct cell *c;
    switch (ref_kind(r)) {
    case KIND_ENTITY: return cell_of(f, KIND_ENTITY, ref_row(r), ENTITY_NAME)->text;
    case KIND_MARKET:
        c = cell_of(f, KIND_MARKET, ref_row(r), MARKET_NAME);
        if (c->state == CELL_VALUE && *c->text) return c->text;
        c = cell_of(f, KIND_MARKET, ref_row(r), MARKET_PRODUCT);
        return c->word < model_word_count ? facts_word_label(f, c->word) : facts_id(f, r);
    case KIND_SOURCE: return cell_of(f, KIND_SOURCE, ref_row(r), SOURCE_TITLE)->text;
    default: return facts_id(f, r);
    }
}

uint32_t cell_items(const struct facts *f, enum field field, const struct cell *c, const uint32_t **ret_items)
{
    switch (model_fields[field].type) {
    case TYPE_WORDS:
    case TYPE_REFS: *ret_items = f->lists + c->list.first; return c->state == CELL_VALUE ? c->list.count : 0;
    case TYPE_WORD: /* a default counts, though it is not written */
        *ret_items = &c->word;
        return c->word != UINT32_MAX && c->state != CELL_NULL;
    case TYPE_REF: *ret_items = &c->ref; return c->state == CELL_VALUE;
    default: *ret_items = NULL; return 0;
    }
}

struct quantity cell_quantity(const struct facts *f, enum field field, const struct cell *c)
{
    const struct field_info *info = &model_fields[field];
    if (info->type == TYPE_DATE) return quantity_date(c->date.low, c->date.high);
    struct quantity q = quantity_range(c->number.low, c->number.high, (enum unit)info->unit);
    if (info->type == TYPE_AMOUNT && !c->currency && is_stated(c)) q.unit = UNIT_COUNT;
    if (q.unit == UNIT_MONEY) memcpy(q.currency, f->currencies[c->currency], sizeof q.currency);
    return q;
}

bool cell_is_inexact(enum field field, const struct cell *c)
{
    const struct field_info *info = &model_fields[field];
    if (c->state == CELL_NULL) return true;
    if (c->state == CELL_ABSENT) return info->absent == ABSENT_UNSURE;
    switch (info->type) {
    case TYPE_DATE: return c->date.low != c->date.high;
    case TYPE_NUMBER:
    case TYPE_MONEY:
    case TYPE_AMOUNT: return c->number.low < c->number.high;
    default: return false;
    }
}

void cells_absent(struct cell *cells, enum kind k)
{
    const struct kind_info *kind = model_kind(k);
    static const char *const defaults[] = {
        [ABSENT_PARTIAL] = "partial", [ABSENT_EXCLUSIVE] = "exclusive", [ABSENT_WORLDWIDE] = "worldwide"
    };
    memset(cells, 0, kind->columns * sizeof *cells);
    for (unsigned f = kind->first; f <= kind->last; f++, cells++) {
        const struct field_info *info = &model_fields[f];
        if (info->type == TYPE_DATE) {
            cells->date = (struct days){ DAY_MIN, DAY_MAX };
        } else if (info->type == TYPE_NUMBER || info->type == TYPE_MONEY || info->type == TYPE_AMOUNT) {
            struct quantity widest = quantity_unknown((enum unit)info->unit);
            cells->number.low = widest.low, cells->number.high = widest.high;
        } else if (info->type == TYPE_REF) {
            cells->ref = NO_REF;
        } else if (info->type == TYPE_WORD) {
            const char *name = info->absent >= ABSENT_PARTIAL ? defaults[info->absent] : NULL;
            cells->word = name ? (uint32_t)model_find_word((enum list)info->list, name, strlen(name)) : UINT32_MAX;
        }
    }
}

const struct claim *cell_claims(const struct facts *f, const struct cell *c, size_t *ret_count)
{
    *ret_count = 0;
    if (c->state != CELL_CLAIMS) return NULL;
    size_t low = 0, high = f->claimed_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (f->claimed[middle].at < c->at) low = middle + 1;
        else high = middle;
    }
    if (low == f->claimed_count || f->claimed[low].at != c->at) return NULL;
    *ret_count = f->claimed[low].count;
    return f->claims + f->claimed[low].first;
}

void facts_pointer(const struct facts *f, ref r, enum field field, int item, char *out, size_t size)
{
    (void)f;
    char number[24];
    const char *end = out + size;
    char *to = string_append(string_append(out, end, "/"), end, model_kind(ref_kind(r))->plural);
    *number = '/', *decimal_unsigned(number + 1, ref_row(r)) = '\0';
    to = string_append(to, end, number);
    if (field == NO_FIELD) return;
    to = string_append(string_append(to, end, "/"), end, model_fields[field].name);
    if (item < 0) return;
    *decimal_unsigned(number + 1, (uint64_t)item) = '\0';
    string_append(to, end, number);
}

uint32_t facts_at(const struct facts *f, ref r, enum field field)
{
    uint32_t record = f->tables[ref_kind(r)].at[ref_row(r)];
    if (field == NO_FIELD) return record;
    const struct cell *c = cell_in(f, r, field);
    return c->state == CELL_ABSENT ? record : c->at;
}

uint32_t facts_value_length(const struct facts *f, uint32_t at) { return (uint32_t)scan_value_length(f->text + at); }
