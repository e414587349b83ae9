/* validate.c - what no single value shows: dates in order, closed deals, shares that sum to too much, two measurements
 * of one thing at one time. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts/load.h"

static struct span span_of(const struct loader *l, uint32_t at)
{
    const char *value = l->facts->text + at;
    return (struct span){ at, *value == '{' || *value == '[' ? 1 : (uint32_t)scan_value_length(value) };
}

static const struct cell *cell_at(const struct loader *l, enum kind k, uint32_t row, unsigned field)
{
    return cell_of(l->facts, k, row, (enum field)field);
}

static bool is_stated(const struct cell *c) { return c->state == CELL_VALUE || c->state == CELL_CLAIMS; }

static void check_order(struct loader *l, enum kind k, uint32_t row, unsigned first, unsigned last)
{
    const struct cell *from = cell_at(l, k, row, first), *to = cell_at(l, k, row, last);
    if (!is_stated(from) || !is_stated(to) || from->date.low <= to->date.high) return;
    char begin[64], end[64];
    days_write(from->date, begin, sizeof begin);
    days_write(to->date, end, sizeof end);
    diagnose(l->sink, CODE_BAD_RANGE, span_of(l, to->at), NULL, "the '%s' of %s is before the '%s' of %s",
             model_fields[last].name, end, model_fields[first].name, begin);
}

static bool word_is(const struct cell *c, const char *name)
{
    return c->state == CELL_VALUE && c->word < model_word_count && strcmp(model_words[c->word].name, name) == 0;
}

static void check_deal(struct loader *l, uint32_t row)
{
    const struct cell *status = cell_at(l, KIND_TRANSACTION, row, TRANSACTION_STATUS);
    static const struct {
        const char *status;
        unsigned day;
    } needs[] = { { "closed", TRANSACTION_CLOSED }, { "abandoned", TRANSACTION_ABANDONED } };
    for (size_t i = 0; i < 2; i++) {
        check_order(l, KIND_TRANSACTION, row, TRANSACTION_FROM, needs[i].day);
        if (word_is(status, needs[i].status) && cell_at(l, KIND_TRANSACTION, row, needs[i].day)->state == CELL_ABSENT)
            diagnose(l->sink, CODE_SCHEMA, span_of(l, status->at), NULL,
                     "the deal is %s, but has no '%s': give the day, or null where it is not known", needs[i].status,
                     needs[i].status);
    }
}

void check_record(struct loader *l, enum kind k, uint32_t row)
{
    const struct kind_info *kind = model_kind(k);
    if (kind->from != NO_FIELD) check_order(l, k, row, kind->from, kind->to);
    if (k == KIND_TRANSACTION) check_deal(l, row);
}

/* One measurement: what it measures, and when. */
enum { KEY_PARTS = 4, FEW = 40 };
static const double TOO_MUCH = 100.5;  /* percent: what rounding may add to a whole table */
static const double TOO_LITTLE = 99.5; /* and take from it */
struct measured {
    uint32_t key[KEY_PARTS];
    struct days from;
    uint32_t row;
    double low;
};

static int compare_measured(const void *a, const void *b)
{
    const struct measured *x = a, *y = b;
    for (int i = 0; i < KEY_PARTS; i++)
        if (x->key[i] != y->key[i]) return x->key[i] < y->key[i] ? -1 : 1;
    if (x->from.low != y->from.low) return x->from.low < y->from.low ? -1 : 1;
    if (x->from.high != y->from.high) return x->from.high < y->from.high ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static uint32_t currency_key(const char *text)
{
    return text
               ? (uint32_t)(unsigned char)text[0] << 16 | (uint32_t)(unsigned char)text[1] << 8 | (unsigned char)text[2]
               : 0;
}

/* What a share is measured in, when its row does not say. */
static uint32_t share_measure(const struct loader *l, uint32_t row)
{
    const struct cell *own = cell_at(l, KIND_SHARE, row, SHARE_MEASURE);
    if (own->state != CELL_ABSENT) return own->word;
    ref market = cell_at(l, KIND_SHARE, row, SHARE_MARKET)->ref;
    return cell_at(l, KIND_MARKET, ref_row(market), MARKET_MEASURE)->word;
}

static void fill_key(const struct loader *l, enum kind k, uint32_t row, uint32_t key[KEY_PARTS])
{
    const struct table *t = &l->facts->tables[k];
    const struct cell *cells = &t->cells[(size_t)row * t->columns];
    unsigned n = 0;
    for (uint32_t bits = model_key[k]; bits && n < KEY_PARTS; bits >>= 1, cells++) {
        if (!(bits & 1)) continue;
        const struct field_info *info =
            &model_fields[model_kind(k)->first + (unsigned)(cells - &t->cells[(size_t)row * t->columns])];
        key[n++] = cells->state == CELL_NULL     ? UINT32_MAX - 1 /* unknown is not "none" */
                   : info->type == TYPE_CURRENCY ? currency_key(cells->text)
                                                 : cells->word;
    }
    if (k == KIND_SHARE) key[2] = share_measure(l, row);
}

static uint32_t collect(struct loader *l, enum kind k, struct measured *all)
{
    const struct table *t = &l->facts->tables[k];
    uint32_t count = 0;
    for (uint32_t row = 0; row < t->rows; row++) {
        if (!row_is_sound(l, k, row)) continue;
        if (k == KIND_SHARE && !row_is_sound(l, KIND_MARKET, ref_row(cell_at(l, k, row, SHARE_MARKET)->ref))) continue;
        struct measured *m = &all[count++];
        *m = (struct measured){ .row = row, .from = cell_at(l, k, row, model_kind(k)->from)->date };
        fill_key(l, k, row, m->key);
        if (k == KIND_SHARE) m->low = cell_at(l, k, row, SHARE_PERCENT)->number.low;
    }
    return count;
}

static bool same_key(const struct measured *a, const struct measured *b)
{
    return memcmp(a->key, b->key, sizeof a->key) == 0;
}

/* Sorted by key and first day: each is compared with the one before it that reaches furthest. */
static void notice_joined(struct loader *l, enum kind k, const struct measured *all, uint32_t count)
{
    const struct table *t = &l->facts->tables[k];
    for (uint32_t i = 1, furthest = 0; i < count; i++) {
        bool same = same_key(&all[i], &all[furthest]);
        if (same && all[i].from.low <= all[furthest].from.high) {
            uint32_t one = t->at[all[furthest].row], other = t->at[all[i].row], lines[2], column;
            locate(l->facts->text, l->facts->size, one < other ? one : other, &lines[0], &column);
            locate(l->facts->text, l->facts->size, one < other ? other : one, &lines[1], &column);
            add_notice(l, "joined", one < other ? other : one,
                       "the %s on lines %u and %u measure one thing at one time: they are read as claims",
                       model_kind(k)->plural, lines[0], lines[1]);
        }
        if (!same || all[i].from.high > all[furthest].from.high) furthest = i;
    }
}

/* Market, measure, day, entity: so that a table is one run of rows, and a firm one run within it. */
static int compare_tables(const void *a, const void *b)
{
    const struct measured *x = a, *y = b;
    if (x->key[0] != y->key[0]) return x->key[0] < y->key[0] ? -1 : 1;
    if (x->key[2] != y->key[2]) return x->key[2] < y->key[2] ? -1 : 1;
    if (x->from.low != y->from.low) return x->from.low < y->from.low ? -1 : 1;
    if (x->from.high != y->from.high) return x->from.high < y->from.high ? -1 : 1;
    if (x->key[1] != y->key[1]) return x->key[1] < y->key[1] ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static bool same_table(const struct measured *a, const struct measured *b)
{
    return a->key[0] == b->key[0] && a->key[2] == b->key[2] && a->from.low == b->from.low &&
           a->from.high == b->from.high;
}

/* Is the table said to be of all firms, and of no row the opposite? */
static bool is_said_complete(const struct loader *l, const struct measured *rows, uint32_t count)
{
    const struct cell *market = cell_at(l, KIND_MARKET, ref_row(rows[0].key[0]), MARKET_TABLE);
    bool complete = word_is(market, "complete");
    for (uint32_t i = 0; i < count; i++) {
        const struct cell *own = cell_at(l, KIND_SHARE, rows[i].row, SHARE_TABLE);
        if (own->state != CELL_ABSENT && !(complete = word_is(own, "complete"))) return false;
    }
    return complete;
}

/* One that surely lacks firms is read as a part of the market (economics/table.c). */
static void notice_lacking(struct loader *l, const struct measured *rows, uint32_t count)
{
    double most = 0;
    uint32_t last = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct cell *c = cell_at(l, KIND_SHARE, rows[i].row, SHARE_PERCENT);
        most += is_stated(c) && c->state != CELL_NULL ? c->number.high : 100;
        if (rows[i].row > last) last = rows[i].row;
    }
    if (most >= TOO_LITTLE || !is_said_complete(l, rows, count)) return;
    add_notice(
        l, "not-whole", l->facts->tables[KIND_SHARE].at[last],
        "the shares of '%s' are said to be of all firms and come to %.6g percent: they are read as those of some",
        facts_id(l->facts, rows[0].key[0]), most);
}

static void check_table(struct loader *l, const struct measured *rows, uint32_t count)
{
    double sum = 0;
    uint32_t last = 0;
    for (uint32_t i = 0; i < count; i++) { /* two rows of one firm are claims: the lower one counts */
        double low = rows[i].low;
        if (rows[i].row > last) last = rows[i].row;
        for (; i + 1 < count && rows[i + 1].key[1] == rows[i].key[1]; i++)
            if (rows[i + 1].low < low) low = rows[i + 1].low;
        sum += low;
    }
    if (sum <= TOO_MUCH) return;
    const struct facts *f = l->facts;
    char day[64];
    days_write(rows[0].from, day, sizeof day);
    const struct cell *c = cell_at(l, KIND_SHARE, last, SHARE_PERCENT);
    diagnose(l->sink, CODE_BAD_RANGE, span_of(l, is_stated(c) ? c->at : f->tables[KIND_SHARE].at[last]), NULL,
             "the shares of '%s' of %s come to %.6g percent, more than 100", facts_id(f, rows[0].key[0]), day, sum);
}

static void check_shares(struct loader *l, struct measured *all, uint32_t count)
{
    if (count > 1) qsort(all, count, sizeof *all, compare_tables);
    for (uint32_t i = 0, begin = 0; i < count; i++)
        if (i + 1 == count || !same_table(&all[begin], &all[i + 1])) {
            check_table(l, all + begin, i + 1 - begin);
            notice_lacking(l, all + begin, i + 1 - begin);
            begin = i + 1;
        }
}

void check_across(struct loader *l)
{
    struct measured few[FEW];
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        uint32_t rows = l->facts->tables[k].rows;
        if (model_kind((enum kind)k)->time != TIME_MEASUREMENT || rows < 2) continue;
        struct measured *all = rows <= FEW ? few : arena_array(l->scratch, rows, sizeof *all);
        if (!all) return;
        uint32_t count = collect(l, (enum kind)k, all);
        if (count > 1) qsort(all, count, sizeof *all, compare_measured);
        notice_joined(l, (enum kind)k, all, count);
        if (k == KIND_SHARE) check_shares(l, all, count);
    }
}
