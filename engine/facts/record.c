/* record.c - one record into its row: each field by its type. */
#include <math.h>
#include <string.h>

#include "facts/load.h"

enum { LIST_ITEMS = 1000, MOST_COLUMNS = 32 };

static const char *type_wanted(const struct field_info *info)
{
    switch (info->type) {
    case TYPE_ID: return "an id in quotes";
    case TYPE_TEXTS: return "text or a list of texts";
    case TYPE_WORD: return "a word in quotes";
    case TYPE_WORDS: return "a word or a list of words";
    case TYPE_REF: return "an id in quotes";
    case TYPE_REFS: return "an id or a list of ids";
    case TYPE_FLAG: return "true, false or null";
    case TYPE_CITES: return "an id, a list of ids, or a list of objects with 'id' and 'where'";
    default: return "text";
    }
}

static void refuse_type(struct loader *l, enum field f, struct node n)
{
    char value[ENOUGH];
    complain(l, CODE_SCHEMA, n, NULL, "the %s must be %s, not %s", model_fields[f].name, type_wanted(&model_fields[f]),
             shown(l, n, value));
}

bool read_word(struct loader *l, enum list list, struct node n, uint32_t *ret_word)
{
    const char *names[64];
    struct piece name = text_piece(l, n);
    size_t count = 0;
    int found = model_find_word(list, name.text, name.length);
    if (found >= 0) return *ret_word = (uint32_t)found, true;
    if (model_word_may_be_own(list, name.text, name.length)) {
        word own = words_intern(&l->facts->words, name.text, name.length);
        *ret_word = (uint32_t)model_word_count + own - 1;
        return own != 0;
    }
    const struct list_info *info = &model_lists[list];
    for (size_t i = 0; i < info->count && count < sizeof names / sizeof *names; i++)
        names[count++] = model_words[info->first + i].name;
    char value[ENOUGH];
    complain(l, CODE_SCHEMA, n, nearest_name(name.text, name.length, names, count), "%s is no %s%s", shown(l, n, value),
             info->name,
             info->open == OPEN_COUNTRY   ? ": two capitals (ISO 3166), worldwide, EU or EEA"
             : info->open == OPEN_PRODUCT ? ": small letters, digits and '-'"
                                          : "");
    return false;
}

/* Each item is compared with those before it, so a list has an end. */
static bool list_is_short(struct loader *l, const char *name, struct node n)
{
    if (!is_list(l, n)) return true;
    size_t count = 0;
    for (EACH_CHILD(l, c, n))
        if (++count > LIST_ITEMS) break;
    if (count <= LIST_ITEMS) return true;
    complain(l, CODE_LIMIT, n, NULL, "the list '%s' has more than %d items", name, LIST_ITEMS);
    return false;
}

/* Reads the items of a word or reference field: one, or each of a list; all different. */
static uint32_t read_items(struct loader *l, enum field f, struct node n, uint32_t *ret_first)
{
    const struct field_info *info = &model_fields[f];
    bool words = info->list != LIST_COUNT;
    uint32_t first = *ret_first = (uint32_t)l->list_count;
    if (!list_is_short(l, info->name, n)) return 0;
    for (EACH_ITEM(l, item, n)) {
        uint32_t value = NO_REF;
        char what[ENOUGH];
        if (!is_text(l, item)) {
            refuse_type(l, f, item);
        } else if (words ? read_word(l, (enum list)info->list, item, &value)
                         : (value = resolve(l, info->targets, item)) != NO_REF) {
            uint32_t i = first;
            while (i < l->list_count && l->facts->lists[i] != value) i++;
            if (i < l->list_count)
                complain(l, CODE_SCHEMA, item, NULL, "%s stands twice in '%s'", shown(l, item, what), info->name);
            else if (!add_list_item(l, value)) break;
        }
    }
    return (uint32_t)l->list_count - first;
}

uint32_t read_words(struct loader *l, enum field f, struct node n, uint32_t *ret_first)
{
    return read_items(l, f, n, ret_first);
}

uint32_t read_refs(struct loader *l, enum field f, struct node n, uint32_t *ret_first)
{
    return read_items(l, f, n, ret_first);
}

static void read_list(struct loader *l, enum field f, struct node n, struct cell *cell)
{
    uint32_t first;
    if (is_list(l, n) && is_empty(l, n) && model_fields[f].need == REQUIRED) {
        complain(l, CODE_SCHEMA, n, NULL, "the list '%s' is empty", model_fields[f].name);
        return;
    }
    if (!is_list(l, n) && !is_text(l, n)) {
        refuse_type(l, f, n);
        return;
    }
    cell->list.count = read_items(l, f, n, &first);
    cell->list.first = first;
    cell->state = CELL_VALUE;
}

static bool add_text(struct loader *l, const char *text)
{
    struct facts *f = l->facts;
    const char **texts = arena_grow(&f->arena, f->texts, l->text_count, &l->text_capacity, sizeof *texts);
    if (!texts) return false;
    f->texts = texts;
    texts[l->text_count++] = text;
    return true;
}

/* lists[] holds the places in texts[]. */
static void read_texts(struct loader *l, enum field f, struct node n, struct cell *cell)
{
    uint32_t first = (uint32_t)l->list_count;
    if (!list_is_short(l, model_fields[f].name, n)) return;
    for (EACH_ITEM(l, item, n)) {
        char what[ENOUGH];
        if (!is_text(l, item)) {
            refuse_type(l, f, item);
        } else {
            const char *text = text_of(l, item);
            uint32_t i = first;
            while (text && i < l->list_count && strcmp(l->facts->texts[l->facts->lists[i]], text) != 0) i++;
            if (i < l->list_count)
                complain(l, CODE_SCHEMA, item, NULL, "%s stands twice in '%s'", shown(l, item, what),
                         model_fields[f].name);
            else if (!text || !add_text(l, text) || !add_list_item(l, (uint32_t)l->text_count - 1)) break;
        }
    }
    cell->list.first = first, cell->list.count = (uint32_t)l->list_count - first;
    cell->state = CELL_VALUE;
}

static void add_cite(struct loader *l, uint32_t first, struct node n, ref source, const char *where)
{
    struct facts *f = l->facts;
    for (uint32_t i = first; i < l->cite_count; i++) {
        const struct cite *c = &f->cites[i];
        if (c->source != ref_row(source) || (c->where && where ? strcmp(c->where, where) != 0 : c->where != where))
            continue;
        complain(l, CODE_SCHEMA, n, NULL, "the source '%s' stands twice", facts_id(f, source));
        return;
    }
    struct cite *cites = arena_grow(&f->arena, f->cites, l->cite_count, &l->cite_capacity, sizeof *cites);
    if (!cites) return;
    f->cites = cites;
    cites[l->cite_count++] = (struct cite){ ref_row(source), where, at_of(l, n) };
}

static void read_cite(struct loader *l, uint32_t first, struct node n)
{
    static const char *const names[] = { "id", "where" };
    struct node id = n, where = NO_NODE;
    char value[ENOUGH];
    if (is_object(l, n)) {
        struct node members[2];
        take_members(l, n, "a source that is cited", names, 2, members);
        id = members[0], where = members[1];
        if (!is_there(id)) {
            complain(l, CODE_SCHEMA, n, NULL, "the source has no 'id'");
            return;
        }
    }
    if (is_there(where) && !is_text(l, where) && !is_null(l, where))
        complain(l, CODE_SCHEMA, where, NULL, "the 'where' of a source must be text, not %s", shown(l, where, value));
    ref source = resolve(l, FOR_SOURCE, id);
    if (source != NO_REF) add_cite(l, first, n, source, is_text(l, where) ? text_of(l, where) : NULL);
}

uint32_t read_cites(struct loader *l, struct node n, uint32_t *ret_first)
{
    uint32_t first = *ret_first = (uint32_t)l->cite_count;
    char value[ENOUGH];
    if (!list_is_short(l, "source", n)) return 0;
    if (is_text(l, n)) read_cite(l, first, n);
    else if (is_list(l, n))
        for (EACH_CHILD(l, c, n)) read_cite(l, first, c);
    else
        complain(l, CODE_SCHEMA, n, NULL,
                 "the source must be an id, a list of ids, or a list of objects with 'id' and 'where', not %s",
                 shown(l, n, value));
    return (uint32_t)l->cite_count - first;
}

static void read_text(struct loader *l, enum field f, struct node n, struct cell *cell)
{
    if (!is_text(l, n)) {
        refuse_type(l, f, n);
    } else if (!text_piece(l, n).length && model_fields[f].need == REQUIRED) {
        complain(l, CODE_SCHEMA, n, NULL, "the %s is empty", model_fields[f].name);
    } else if ((cell->text = text_of(l, n))) {
        cell->state = CELL_VALUE;
    }
}

static void read_single(struct loader *l, enum field f, struct node n, struct cell *cell)
{
    const struct field_info *info = &model_fields[f];
    uint8_t currency;
    bool good = false;
    if (!is_text(l, n)) {
        refuse_type(l, f, n);
        return;
    }
    if (info->type == TYPE_WORD) good = read_word(l, (enum list)info->list, n, &cell->word);
    else if (info->type == TYPE_REF) good = (cell->ref = resolve(l, info->targets, n)) != NO_REF;
    else if (read_currency(l, info->name, n, &currency)) good = (cell->text = text_of(l, n)) != NULL;
    if (good) cell->state = CELL_VALUE;
}

/* What an id must look like is said where ids are registered. */
static void read_id(struct table *t, uint32_t row, struct cell *cell)
{
    if (!t->id[row]) return;
    cell->text = t->id[row];
    cell->state = CELL_VALUE;
}

static void read_field(struct loader *l, enum field f, uint32_t row, struct node n, struct cell *cell)
{
    const struct field_info *info = &model_fields[f];
    const char *kind = model_kind((enum kind)info->kind)->name;
    cell->at = at_of(l, n);
    if (is_null(l, n) && info->type != TYPE_ID) {
        cell->state = CELL_NULL;
        if (info->need == REQUIRED)
            complain(l, CODE_SCHEMA, n, NULL, "the %s of %s %s is never null", info->name, article(kind), kind);
        return;
    }
    struct measure m;
    uint32_t first;
    switch (info->type) {
    case TYPE_ID: read_id(&l->facts->tables[info->kind], row, cell); break;
    case TYPE_TEXT: read_text(l, f, n, cell); break;
    case TYPE_TEXTS: read_texts(l, f, n, cell); break;
    case TYPE_WORDS:
    case TYPE_REFS: read_list(l, f, n, cell); break;
    case TYPE_NUMBER:
    case TYPE_MONEY:
    case TYPE_DATE: m = measure_of(f), read_measure(l, &m, n, cell); break;
    case TYPE_AMOUNT: break; /* the metric decides: read_amount */
    case TYPE_FLAG:
        if (!is_true(l, n) && !is_false(l, n)) refuse_type(l, f, n);
        else cell->flag = is_true(l, n), cell->state = CELL_VALUE;
        break;
    case TYPE_CITES:
        cell->list.count = read_cites(l, n, &first), cell->list.first = first;
        cell->state = CELL_VALUE;
        break;
    default: read_single(l, f, n, cell); break;
    }
}

/* A count for users and business users; net worth may be negative; else money that may not. */
static void read_amount(struct loader *l, const struct cell *metric, struct node n, struct cell *cell)
{
    const char *name = metric->state == CELL_VALUE && metric->word < model_word_count ? model_words[metric->word].name
                                                                                      : "";
    struct measure m = measure_of(FINANCIAL_AMOUNT);
    if (strcmp(name, "users") == 0 || strcmp(name, "business-users") == 0) m.shape = SHAPE_NUMBER;
    if (strcmp(name, "net-worth") == 0) cell->number.low = m.low = -INFINITY;
    if (is_null(l, n)) return; /* was seen */
    bool own = metric->state == CELL_VALUE && metric->word >= model_word_count;
    if (own && (is_number(l, n) ||
                (is_object(l, n) && (is_there(member_of(l, n, "min")) || is_there(member_of(l, n, "max"))))))
        m.shape = SHAPE_NUMBER;
    if (m.shape == SHAPE_NUMBER && is_object(l, n) && is_there(member_of(l, n, "currency")))
        complain(l, CODE_SCHEMA, n, NULL, "the amount of %s must be a plain number, it has no currency", name);
    else if (is_there(n)) read_measure(l, &m, n, cell);
}

static void refuse_field(struct loader *l, enum kind k, struct node n)
{
    const struct kind_info *kind = model_kind(k);
    const char *names[MOST_COLUMNS];
    struct piece name = name_piece(l, n);
    for (unsigned i = 0; i < kind->columns; i++) names[i] = model_fields[kind->first + i].name;
    char quoted[ENOUGH];
    const char *hint = is_printed(l) ? nearest_name(name.text, name.length, names, kind->columns) : NULL;
    complain_name(l, n, hint, "unknown field '%s' of %s", quotable(name.text, name.length, quoted, sizeof quoted),
                  kind->name);
}

static void read_record(struct loader *l, enum kind k, uint32_t row, struct node record, struct cell *cells)
{
    const struct kind_info *kind = model_kind(k);
    struct node amount = NO_NODE;
    unsigned expected = kind->first;
    uint32_t seen = 0;
    char value[ENOUGH];
    l->facts->tables[k].at[row] = at_of(l, record);
    if (!is_object(l, record)) {
        complain(l, CODE_SCHEMA, record, NULL, "the %s must be an object, not %s", kind->name, shown(l, record, value));
        return;
    }
    for (EACH_CHILD(l, c, record)) {
        struct piece name = name_piece(l, c);
        enum field f = model_expect_field(k, expected, name.text, name.length);
        if (f == NO_FIELD) {
            refuse_field(l, k, c);
            continue;
        }
        expected = (unsigned)f + 1;
        seen |= UINT32_C(1) << (f - kind->first);
        read_field(l, f, row, c, &cells[f - kind->first]);
        if (f == FINANCIAL_AMOUNT) amount = c;
    }
    if (k == KIND_FINANCIAL)
        read_amount(l, &cells[model_column(FINANCIAL_METRIC, k)], amount, &cells[model_column(FINANCIAL_AMOUNT, k)]);
    for (uint32_t missing = model_required[k] & ~seen, i = 0; missing; missing >>= 1, i++)
        if (missing & 1)
            complain(l, CODE_SCHEMA, record, NULL, "the %s has no '%s'", kind->name,
                     model_fields[kind->first + i].name);
}

static void mark_unsound(struct loader *l, enum kind k, uint32_t row)
{
    if (!l->unsound[k]) l->unsound[k] = arena_array(l->scratch, l->facts->tables[k].rows, 1);
    if (l->unsound[k]) l->unsound[k][row] = 1;
}

void read_records(struct loader *l, enum kind k)
{
    struct table *t = &l->facts->tables[k];
    struct cell absent[MOST_COLUMNS];
    uint32_t row = 0;
    cells_absent(absent, k);
    for (EACH_CHILD(l, record, l->kinds[k])) {
        uint64_t errors = l->sink->errors;
        struct cell *cells = &t->cells[(size_t)row * t->columns];
        memcpy(cells, absent, t->columns * sizeof *cells);
        read_record(l, k, row, record, cells);
        if (l->sink->errors == errors) check_record(l, k, row);
        if (l->sink->errors != errors) mark_unsound(l, k, row);
        if (l->facts->arena.failed) return;
        row++;
    }
}
