/* load.c - a facts file from text to case: the strict scan, then a walk over what it found (DESIGN 3.4). */
#include "facts/load.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "facts/cache.h"
#include "facts/groups.h"

enum { SENTENCE = 512 };

static struct span span_of(const struct loader *l, struct node n)
{
    bool opens = is_object(l, n) || is_list(l, n);
    return (struct span){ at_of(l, n), opens ? 1 : l->nodes[n.index].length & ~SCAN_ESCAPED };
}

/* Once memory is wanting, what seems wrong may only be missing: nothing more is said. */
static bool is_sane(const struct loader *l) { return !l->facts->arena.failed && !l->scratch->failed; }

__attribute__((format(printf, 5, 0))) static void speak(struct loader *l, enum code code, struct span span,
                                                        const char *hint, const char *format, va_list args)
{
    char message[SENTENCE];
    if (!is_sane(l)) return;
    vsnprintf(message, sizeof message, format, args);
    diagnose(l->sink, code, span, hint, "%s", message);
}

void complain(struct loader *l, enum code code, struct node n, const char *hint, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    speak(l, code, span_of(l, n), hint, format, args);
    va_end(args);
}

void complain_name(struct loader *l, struct node n, const char *hint, const char *format, ...)
{
    const struct scanned *s = &l->nodes[n.index];
    va_list args;
    va_start(args, format);
    speak(l, CODE_SCHEMA, (struct span){ s->key, s->key_length & ~SCAN_ESCAPED }, hint, format, args);
    va_end(args);
}

const char *shown(const struct loader *l, struct node n, char *out)
{
    char quoted[ENOUGH - 2];
    struct piece text;
    switch (*written(l, n)) {
    case '"':
        text = text_piece(l, n);
        snprintf(out, ENOUGH, "'%s'", quotable(text.text, text.length, quoted, sizeof quoted));
        return out;
    case '{': return "an object";
    case '[': return "a list";
    default: return quotable(written(l, n), l->nodes[n.index].length, out, ENOUGH);
    }
}

struct piece unescaped(const struct loader *l, uint32_t quote, uint32_t length)
{
    const char *inside = l->facts->text + quote + 1;
    char *out = arena_array(&l->facts->arena, length, 1);
    if (!out) return (struct piece){ "", 0 };
    return (struct piece){ out, scan_unescape(inside, inside + length - 2, out) };
}

const char *text_of(struct loader *l, struct node n)
{
    struct piece text = text_piece(l, n);
    return arena_copy(&l->facts->arena, text.text, text.length);
}

void take_members(struct loader *l, struct node object, const char *of, const char *const *names, size_t count,
                  struct node *ret_members)
{
    for (size_t i = 0; i < count; i++) ret_members[i] = NO_NODE;
    for (EACH_CHILD(l, c, object)) {
        struct piece name = name_piece(l, c);
        size_t i = 0;
        while (i < count && !is_piece(name, names[i], strlen(names[i]))) i++;
        if (i < count) {
            ret_members[i] = c;
            continue;
        }
        char quoted[ENOUGH];
        complain_name(l, c, nearest_name(name.text, name.length, names, count), "unknown field '%s' of %s",
                      quotable(name.text, name.length, quoted, sizeof quoted), of);
    }
}

bool add_list_item(struct loader *l, uint32_t item)
{
    struct facts *f = l->facts;
    uint32_t *lists = arena_grow(&f->arena, f->lists, l->list_count, &l->list_capacity, sizeof *lists);
    if (!lists) return false;
    f->lists = lists;
    lists[l->list_count++] = item;
    f->list_count = l->list_count;
    return true;
}

bool row_is_sound(const struct loader *l, enum kind k, uint32_t row) { return !l->unsound[k] || !l->unsound[k][row]; }

void add_notice(struct loader *l, const char *code, uint32_t at, const char *format, ...)
{
    struct facts *f = l->facts;
    char message[SENTENCE];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(message, sizeof message, format, args);
    va_end(args);
    struct facts_notice *notices = arena_grow(&f->arena, f->notices, f->notice_count, &l->notice_capacity,
                                              sizeof *notices);
    if (!notices) return;
    f->notices = notices;
    const char *copy = arena_copy(&f->arena, message,
                                  length < (int)sizeof message ? (size_t)length : sizeof message - 1);
    if (copy) notices[f->notice_count++] = (struct facts_notice){ code, at, copy };
}

static uint32_t count_children(const struct loader *l, struct node list)
{
    uint32_t count = 0;
    for (EACH_CHILD(l, c, list)) count++;
    return count;
}

static void reserve_table(struct loader *l, enum kind k, struct node list)
{
    struct table *t = &l->facts->tables[k];
    struct arena *a = &l->facts->arena;
    uint32_t rows = count_children(l, list);
    bool again = memchr(l->order, (int)k, l->order_count); /* a name that stands twice was refused */
    t->cells = arena_array(a, rows, t->columns * sizeof *t->cells);
    t->at = arena_array(a, rows, sizeof *t->at);
    t->id = arena_array(a, rows, sizeof *t->id);
    if (a->failed) return;
    if (!again) l->order[l->order_count++] = (uint8_t)k;
    l->kinds[k] = list;
    t->rows = rows;
    t->list_at = at_of(l, list);
}

static void read_format(struct loader *l, struct node n)
{
    char value[ENOUGH];
    if (!is_text(l, n) || !is_piece(text_piece(l, n), "compliance-facts/1", 18))
        complain(l, CODE_SCHEMA, n, "compliance-facts/1", "the format must be 'compliance-facts/1', not %s",
                 shown(l, n, value));
}

static void refuse_kind(struct loader *l, struct node n)
{
    static const char *const others[] = { "format", "case", "$schema" };
    const char *names[KIND_COUNT + 3], *hint;
    struct piece name = name_piece(l, n);
    enum kind k = model_find_kind_singular(name.text, name.length);
    for (unsigned i = 0; i < KIND_COUNT; i++) names[i] = model_kind((enum kind)i)->plural;
    memcpy(names + KIND_COUNT, others, sizeof others);
    hint = k < KIND_COUNT ? names[k] : nearest_name(name.text, name.length, names, KIND_COUNT + 3);
    char quoted[ENOUGH];
    complain_name(l, n, hint, "unknown kind '%s'", quotable(name.text, name.length, quoted, sizeof quoted));
}

/* The first walk finds the lists of records, so that ids are known before anything refers to them. */
static void walk_top(struct loader *l, struct node root, struct node *ret_header)
{
    char value[ENOUGH];
    bool has_format = false;
    for (unsigned k = 0; k < KIND_COUNT; k++) l->facts->tables[k].list_at = at_of(l, root);
    for (EACH_CHILD(l, c, root)) {
        struct piece name = name_piece(l, c);
        enum kind k = model_find_kind(name.text, name.length);
        if (k < KIND_COUNT) {
            if (is_list(l, c)) reserve_table(l, k, c);
            else
                complain(l, CODE_SCHEMA, c, NULL, "'%s' must be a list, not %s", model_kind(k)->plural,
                         shown(l, c, value));
        } else if (is_piece(name, "format", 6)) {
            has_format = true;
            read_format(l, c);
        } else if (is_piece(name, "case", 4)) {
            *ret_header = c;
        } else if (!is_piece(name, "$schema", 7)) {
            refuse_kind(l, c);
        } else if (!is_text(l, c)) {
            complain(l, CODE_SCHEMA, c, NULL, "'$schema' must be text, not %s", shown(l, c, value));
        }
    }
    if (!has_format) complain(l, CODE_SCHEMA, root, NULL, "the file has no 'format': write \"compliance-facts/1\"");
    if (!is_there(*ret_header)) complain(l, CODE_SCHEMA, root, NULL, "the file has no 'case'");
}

static void walk(struct loader *l, struct node root)
{
    struct node header = NO_NODE;
    if (!is_object(l, root)) {
        char value[ENOUGH];
        complain(l, CODE_SCHEMA, root, NULL, "a case is an object, not %s", shown(l, root, value));
        return;
    }
    walk_top(l, root, &header);
    if (!register_ids(l)) return;
    for (EACH_CHILD(l, c, root)) { /* as they stand, so that errors come in the order of the lines */
        struct piece name = name_piece(l, c);
        enum kind k = model_find_kind(name.text, name.length);
        if (k < KIND_COUNT && l->kinds[k].index == c.index) read_records(l, k);
        else if (c.index == header.index) read_header(l, c);
    }
    if (is_sane(l)) check_across(l);
    if (is_sane(l) && !l->sink->errors) make_ids(l);
    if (is_sane(l) && !l->sink->errors) facts_check_groups(l->facts, l->sink);
}

static void read_text(struct loader *l, struct scan *s)
{
    struct facts *f = l->facts;
    scan_text(s, f->text, f->size, f->allocator, f->seed, l->sink);
    if (s->broken) return;
    l->nodes = s->nodes;
    walk(l, (struct node){ 0 });
}

static bool start(struct facts *f, const char *name, const char *text, size_t size)
{
    struct arena *a = &f->arena;
    f->size = (uint32_t)size;
    f->header.as_of = DAY_MAX;
    f->file = arena_copy(a, name, strlen(name));
    char *copy = arena_array(a, 1, size + SCAN_PADDING);
    f->text = copy;
    f->currencies = arena_array(a, 1, sizeof *f->currencies);
    f->currency_count = 1;
    words_init(&f->words, a, f->seed);
    for (unsigned k = 0; k < KIND_COUNT; k++) f->tables[k].columns = model_kind((enum kind)k)->columns;
    if (a->failed) return false;
    if (size) memcpy(copy, text, size);
    return true;
}

struct facts *facts_read(const cc_allocator *allocator, uint64_t seed, const char *name, const char *text, size_t size,
                         cc_diagnostic_fn *emit, void *ud)
{
    struct sink sink = { .emit = emit, .ud = ud, .file = name, .text = text, .size = size };
    struct facts *f = NULL;
    struct arena scratch;
    struct scan scan;
    arena_init(&scratch, allocator, 0);
    if (size > SCAN_FILE) {
        diagnose(&sink, CODE_LIMIT, NO_SPAN, NULL, "the file is larger than the %d bytes that are read", SCAN_FILE);
    } else if ((f = allocator->allocate(allocator->ud, NULL, 0, sizeof *f))) {
        *f = (struct facts){ .allocator = allocator, .seed = seed };
        arena_init(&f->arena, allocator, 0);
        if (start(f, name, text, size)) {
            struct loader l = { .facts = f, .sink = &sink, .scratch = &scratch, .currency_capacity = 1 };
            read_text(&l, &scan);
            scan_free(&scan);
        }
    }
    if (!sink.errors && (!f || f->arena.failed || scratch.failed))
        diagnose(&sink, CODE_MEMORY, NO_SPAN, NULL, "no memory was left to read the file");
    arena_free(&scratch);
    if (!sink.errors) return f;
    sink_finish(&sink);
    facts_free(f);
    return NULL;
}

void facts_free(struct facts *f)
{
    if (!f) return;
    const cc_allocator *allocator = f->allocator;
    views_free(f);
    arena_free(&f->arena);
    allocator->allocate(allocator->ud, f, sizeof *f, 0);
}
