/* ids.c - which record has which id: those that are written, then those that are made (DESIGN 3.1).
 *
 * A made id is the kind, the texts of its key and its first day: "share-cloud-infrastructure-microsoft-2024-12-31". Where
 * two records come to the same one, each gets six digits of its content; where these are the same too, the records say
 * the same. So an id depends neither on the order of the records nor on how they are written. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "facts/hash.h"
#include "facts/load.h"

enum { ID_BYTES = 200, MADE_BYTES = 1024 * 1024, HINTS = 4000 };
enum { WRITTEN, MADE, SHARED }; /* how a record comes to its id */

static uint32_t hash_id(const struct facts *f, const char *id, size_t length)
{
    return (uint32_t)hash_text(id, length, f->seed);
}

/* Where the id stands, else where it belongs: then the slot is free. */
static struct id_slot *slot_of(const struct facts *f, const char *id, size_t length, uint32_t hash)
{
    uint32_t mask = f->id_slots - 1, i = hash & mask;
    for (; f->ids[i].record != NO_REF; i = (i + 1) & mask) {
        const struct id_slot *s = &f->ids[i];
        if (s->hash == hash && s->length == length && s->record != ID_GIVEN_UP &&
            same_text(facts_id(f, s->record), id, length))
            break;
    }
    return &f->ids[i];
}

uint32_t facts_find(const struct facts *f, enum kind k, const char *id, size_t length)
{
    if (!f->id_slots) return UINT32_MAX;
    ref found = slot_of(f, id, length, hash_id(f, id, length))->record;
    return found != NO_REF && ref_kind(found) == k ? ref_row(found) : UINT32_MAX;
}

static uint32_t line_of(const struct loader *l, uint32_t at)
{
    uint32_t line = 0, column;
    if (is_printed(l)) locate(l->facts->text, l->facts->size, at, &line, &column);
    return line;
}

static bool id_is_fit(struct loader *l, struct node n)
{
    char value[ENOUGH];
    struct piece id = is_text(l, n) ? text_piece(l, n) : (struct piece){ NULL, 0 };
    size_t length = id.length;
    if (!id.text) complain(l, CODE_SCHEMA, n, NULL, "the id must be text, not %s", shown(l, n, value));
    else if (!length) complain(l, CODE_SCHEMA, n, NULL, "the id is empty");
    else if (length > ID_BYTES)
        complain(l, CODE_LIMIT, n, NULL, "an id of %zu bytes, at most %d are read", length, ID_BYTES);
    else {
        for (const char *p = id.text; p < id.text + length; p++)
            if ((unsigned char)*p <= ' ' || *p == 0x7F) {
                complain(l, CODE_SCHEMA, n, NULL, "the id %s has a space or a control character", shown(l, n, value));
                return false;
            }
        return true;
    }
    return false;
}

static void register_id(struct loader *l, enum kind k, uint32_t row, struct node n)
{
    struct facts *f = l->facts;
    if (!id_is_fit(l, n)) return;
    const char *id = text_of(l, n);
    if (!id) return;
    size_t length = text_piece(l, n).length;
    uint32_t hash = hash_id(f, id, length);
    struct id_slot *slot = slot_of(f, id, length, hash);
    f->tables[k].id[row] = id;
    if (slot->record == NO_REF) {
        *slot = (struct id_slot){ hash, (uint32_t)length, ref_make(k, row) };
        return;
    }
    const char *kind = model_kind(ref_kind(slot->record))->name;
    char value[ENOUGH];
    complain(l, CODE_DUPLICATE_ID, n, NULL, "%s is already the id of %s %s, on line %u", shown(l, n, value),
             article(kind), kind, line_of(l, f->tables[ref_kind(slot->record)].at[ref_row(slot->record)]));
}

bool register_ids(struct loader *l)
{
    struct facts *f = l->facts;
    size_t rows = 0;
    for (unsigned k = 0; k < KIND_COUNT; k++) rows += f->tables[k].rows;
    f->id_slots = 16; /* a record takes two slots at most, when its first id was shared */
    while (f->id_slots < rows * 3) f->id_slots *= 2;
    f->ids = arena_array(&f->arena, f->id_slots, sizeof *f->ids);
    if (!f->ids) return false;
    memset(f->ids, 0xFF, f->id_slots * sizeof *f->ids);
    for (unsigned i = 0; i < l->order_count; i++) {
        enum kind k = (enum kind)l->order[i];
        uint32_t row = 0;
        for (EACH_CHILD(l, record, l->kinds[k])) {
            f->tables[k].at[row] = at_of(l, record);
            if (is_object(l, record)) {
                struct node id = member_of(l, record, "id");
                if (is_there(id)) register_id(l, k, row, id);
            }
            row++;
        }
    }
    return !f->arena.failed;
}

/* The nearest id among the records that may be meant. Large files are searched in part: a hint is a courtesy. */
static const char *nearest_id(struct loader *l, uint32_t targets, struct piece id)
{
    if (!is_printed(l)) return NULL;
    const char **names = arena_array(l->scratch, HINTS, sizeof *names);
    size_t count = 0;
    if (!names) return NULL;
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        const struct table *t = &l->facts->tables[k];
        for (uint32_t row = 0; targets >> k & 1 && row < t->rows && count < HINTS; row++)
            if (t->id[row]) names[count++] = t->id[row];
    }
    return nearest_name(id.text, id.length, names, count);
}

ref resolve(struct loader *l, uint32_t targets, struct node n)
{
    struct facts *f = l->facts;
    char value[ENOUGH];
    if (!is_text(l, n)) {
        complain(l, CODE_SCHEMA, n, NULL, "an id in quotes is expected, not %s", shown(l, n, value));
        return NO_REF;
    }
    struct piece id = text_piece(l, n);
    const struct id_slot *slot = slot_of(f, id.text, id.length, hash_id(f, id.text, id.length));
    if (slot->record != NO_REF && targets >> ref_kind(slot->record) & 1) return slot->record;

    const char *wanted = "record";
    for (unsigned k = 0; k < KIND_COUNT; k++)
        if (targets == 1u << k) wanted = model_kind((enum kind)k)->name;
    if (slot->record == NO_REF) {
        complain(l, CODE_UNKNOWN_REF, n, nearest_id(l, targets, id), "no %s has the id %s", wanted, shown(l, n, value));
    } else {
        const char *kind = model_kind(ref_kind(slot->record))->name;
        complain(l, CODE_UNKNOWN_REF, n, NULL, "no %s has the id %s, it names %s %s%s", wanted, shown(l, n, value),
                 article(kind), kind, targets == FOR_ANY ? ", which cannot be meant here" : "");
    }
    return NO_REF;
}

static const char *item_text(const struct facts *f, const struct field_info *info, uint32_t item)
{
    return info->list != LIST_COUNT ? facts_word(f, item) : facts_id(f, item);
}

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static void add_part(struct text *t, const char *part)
{
    size_t length = strlen(part);
    if (length + 1 >= t->capacity - t->length) {
        text_char(t, '-');
        text_bytes(t, part, length);
        return;
    }
    t->data[t->length] = '-'; /* most records have such an id: it is worth the short way */
    memcpy(t->data + t->length + 1, part, length + 1);
    t->length += length + 1;
}

static void add_items(struct loader *l, struct text *t, enum field f, const struct cell *cell)
{
    const uint32_t *items = l->facts->lists + cell->list.first;
    uint32_t count = cell->list.count;
    const char *few[8], **texts = count <= 8 ? few : arena_array(l->scratch, count, sizeof *texts);
    if (!texts) return;
    for (uint32_t i = 0; i < count; i++) texts[i] = item_text(l->facts, &model_fields[f], items[i]);
    if (count > 1) qsort(texts, count, sizeof *texts, by_text);
    for (uint32_t i = 0; i < count; i++) add_part(t, texts[i]);
}

static void add_day(struct text *t, int32_t day)
{
    int year, month, dom;
    day_parts(day, &year, &month, &dom);
    char out[] = { '-',
                   (char)('0' + year / 1000),
                   (char)('0' + year / 100 % 10),
                   (char)('0' + year / 10 % 10),
                   (char)('0' + year % 10),
                   '-',
                   (char)('0' + month / 10),
                   (char)('0' + month % 10),
                   '-',
                   (char)('0' + dom / 10),
                   (char)('0' + dom % 10) };
    text_bytes(t, out, sizeof out);
}

/* A day, a whole month or year as it is written, else both ends. */
static void add_days(struct text *t, struct days days)
{
    char out[64];
    if (days.low == days.high) {
        add_day(t, days.low);
        return;
    }
    days_write(days, out, sizeof out);
    if (!strchr(out, ' ')) {
        if (days.low != DAY_MIN) add_part(t, out);
        return;
    }
    if (days.low != DAY_MIN) add_day(t, days.low);
    if (days.low == DAY_MIN) text_string(t, "-until");
    if (days.high != DAY_MAX) add_day(t, days.high);
}

static const char *make_id(struct loader *l, struct text *t, enum kind k, const struct cell *cells)
{
    const struct kind_info *kind = model_kind(k);
    text_reset(t);
    text_string(t, kind->name);
    uint32_t key = model_key[k];
    for (unsigned f = kind->first; key; f++, key >>= 1, cells++) {
        const struct field_info *info = &model_fields[f];
        if (!(key & 1) || cells->state != CELL_VALUE) continue;
        if (info->type == TYPE_WORD || info->type == TYPE_REF) add_part(t, item_text(l->facts, info, cells->word));
        else if (info->type == TYPE_WORDS || info->type == TYPE_REFS) add_items(l, t, (enum field)f, cells);
        else if (info->type == TYPE_TEXT || info->type == TYPE_CURRENCY) add_part(t, cells->text);
    }
    return t->data;
}

/* A date that is written as text is written just so; this is worth the short way too. */
static void add_date(struct text *t, const struct facts *f, const struct cell *c)
{
    const char *written = f->text + c->at;
    size_t length = 0;
    while (*written == '"' && written[1 + length] != '"' && written[1 + length] != '\\') length++;
    if (!length || written[1 + length] != '"') add_days(t, c->date);
    else text_char(t, '-'), text_bytes(t, written + 1, length);
}

/* The fields as read, so that neither the order of the fields nor the spacing counts. */
static void write_content(struct loader *l, struct text *t, enum kind k, const struct cell *c)
{
    const struct kind_info *kind = model_kind(k);
    const struct facts *f = l->facts;
    text_reset(t);
    for (unsigned i = kind->first; i <= kind->last; i++, c++) {
        const struct field_info *info = &model_fields[i];
        text_add(t, "%s=%d", info->name, c->state);
        if (c->state == CELL_ABSENT || c->state == CELL_NULL) continue;
        switch (info->type) {
        case TYPE_WORD: add_part(t, facts_word(f, c->word)); break;
        case TYPE_REF: add_part(t, facts_id(f, c->ref)); break;
        case TYPE_WORDS:
        case TYPE_REFS: add_items(l, t, (enum field)i, c); break;
        case TYPE_TEXTS:
            for (uint32_t n = 0; n < c->list.count; n++) add_part(t, f->texts[f->lists[c->list.first + n]]);
            break;
        case TYPE_CITES:
            for (uint32_t n = 0; n < c->list.count; n++) {
                const struct cite *cite = &f->cites[c->list.first + n];
                add_part(t, f->tables[KIND_SOURCE].id[cite->source]);
                add_part(t, cite->where ? cite->where : "");
            }
            break;
        case TYPE_DATE: text_add(t, "-%ld-%ld", (long)c->date.low, (long)c->date.high); break;
        case TYPE_FLAG: text_string(t, c->flag ? "-true" : "-false"); break;
        case TYPE_NUMBER:
        case TYPE_MONEY:
        case TYPE_AMOUNT: text_add(t, "-%a-%a-%s", c->number.low, c->number.high, f->currencies[c->currency]); break;
        default: add_part(t, c->text); break;
        }
    }
}

struct maker {
    struct loader *loader;
    struct text text;
    uint8_t *how[KIND_COUNT]; /* of each row; NULL: all are written */
    bool shared;
};

static void give_made(struct maker *m, enum kind k, uint32_t row)
{
    struct facts *f = m->loader->facts;
    struct table *t = &f->tables[k];
    const struct cell *cells = &t->cells[(size_t)row * t->columns];
    make_id(m->loader, &m->text, k, cells);
    uint16_t from = model_kind(k)->from;
    if (from != NO_FIELD) {
        const struct cell *c = &cells[from - model_kind(k)->first];
        if (c->state == CELL_VALUE || c->state == CELL_CLAIMS) add_date(&m->text, f, c);
    }
    const char *id = m->text.failed ? NULL : arena_copy(&f->arena, m->text.data, m->text.length);
    if (!id) return;
    t->id[row] = id;
    uint32_t hash = hash_id(f, id, m->text.length);
    struct id_slot *slot = slot_of(f, id, m->text.length, hash);
    m->how[k][row] = MADE;
    if (slot->record == NO_REF) {
        *slot = (struct id_slot){ hash, (uint32_t)m->text.length, ref_make(k, row) };
        return;
    }
    uint8_t *others = m->how[ref_kind(slot->record)];
    if (others && others[ref_row(slot->record)] == MADE) others[ref_row(slot->record)] = SHARED;
    m->how[k][row] = SHARED;
    m->shared = true;
}

static void give_with_content(struct maker *m, enum kind k, uint32_t row)
{
    struct loader *l = m->loader;
    struct facts *f = l->facts;
    struct table *t = &f->tables[k];
    write_content(l, &m->text, k, &t->cells[(size_t)row * t->columns]);
    if (m->text.failed) return;
    unsigned digits = (unsigned)(hash_bytes(m->text.data, m->text.length, 0) & 0xFFFFFF);
    text_reset(&m->text);
    text_add(&m->text, "%s-%06x", t->id[row], digits);
    const char *id = m->text.failed ? NULL : arena_copy(&f->arena, m->text.data, m->text.length);
    if (!id) return;
    uint32_t hash = hash_id(f, id, m->text.length);
    struct id_slot *slot = slot_of(f, id, m->text.length, hash);
    t->id[row] = id;
    if (slot->record == NO_REF) {
        *slot = (struct id_slot){ hash, (uint32_t)m->text.length, ref_make(k, row) };
        return;
    }
    char quoted[ENOUGH];
    const struct table *other = &f->tables[ref_kind(slot->record)];
    diagnose(l->sink, CODE_DUPLICATE_ID, (struct span){ t->at[row], 1 }, NULL,
             "this %s says the same as the one on line %u: both would have the id '%s'", model_kind(k)->name,
             line_of(l, other->at[ref_row(slot->record)]), quotable(id, strlen(id), quoted, sizeof quoted));
}

/* For each record whose id is as `how` says: a new one. */
static void give_all(struct maker *m, int how, void (*give)(struct maker *, enum kind, uint32_t))
{
    struct loader *l = m->loader;
    for (unsigned i = 0; i < l->order_count; i++) {
        enum kind k = (enum kind)l->order[i];
        struct table *t = &l->facts->tables[k];
        for (uint32_t row = 0; row < t->rows && !m->text.failed; row++) {
            if (how == WRITTEN ? t->id[row] != NULL : !m->how[k] || m->how[k][row] != how) continue;
            if (!m->how[k] && !(m->how[k] = arena_array(&l->facts->arena, t->rows, 1))) return;
            give(m, k, row);
        }
    }
}

void make_ids(struct loader *l)
{
    struct facts *f = l->facts;
    struct maker m = { .loader = l };
    text_init(&m.text, f->allocator, MADE_BYTES);
    give_all(&m, WRITTEN, give_made);
    if (m.shared) {
        for (uint32_t i = 0; i < f->id_slots; i++) {
            ref r = f->ids[i].record;
            if (r == NO_REF || !m.how[ref_kind(r)] || m.how[ref_kind(r)][ref_row(r)] != SHARED) continue;
            f->ids[i].record = ID_GIVEN_UP;
        }
        give_all(&m, SHARED, give_with_content);
    }
    if (m.text.failed && !l->sink->errors)
        diagnose(l->sink, CODE_MEMORY, NO_SPAN, NULL, "no memory was left to make the ids of records");
    text_free(&m.text);
}
