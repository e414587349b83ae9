/* alter.c - see alter.h. Each alteration becomes pieces that are cut out or put in; commas are settled for each object or
 * list as a whole, since what goes may be first, last or all of it. */
#include "facts/alter.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "facts/model.h"
#include "facts/pointer.h"

enum { POINTER_SHOWN = 300 };

/* A piece of the old text that goes, with what comes in its place. */
struct edit {
    uint32_t at, length;
    const char *text;         /* NULL: nothing but the line ends of what goes */
    struct alteration *cause; /* NULL: a comma */
    size_t order;             /* of those at one place */
};
struct target {
    bool found, append;
    bool begins;           /* it is the first of a list that the file does not have */
    uint32_t node, parent; /* node: the value, where it was found */
    char name[POINTER_TOKEN];
};
struct altering {
    struct scan *scan;
    struct sink *sink;
    struct arena *arena;
    uint64_t seed;
    struct alteration *items;
    struct target *targets;
    size_t count;
    struct edit *edits;
    size_t edit_count, edit_capacity;
};

__attribute__((format(printf, 4, 5))) static bool refuse(struct altering *a, const struct alteration *item,
                                                         const char *hint, const char *format, ...)
{
    char message[600];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    diagnose(a->sink, CODE_USAGE, NO_SPAN, hint, "%.120s: %s", item->option, message);
    return false;
}

/* ---- values ---- */

struct first_said {
    char message[300];
};
static void keep_first(void *ud, const cc_diagnostic *d)
{
    struct first_said *said = ud;
    if (!*said->message) snprintf(said->message, sizeof said->message, "%s", d->message);
}

/* Is it one JSON value? Else what is wrong with it. */
static bool is_json(struct altering *a, const char *value, struct first_said *ret_said)
{
    size_t size = strlen(value);
    char *padded = arena_take(a->arena, size + SCAN_PADDING + 1);
    struct scan *scan = arena_take(a->arena, sizeof *scan);
    struct sink sink = { .emit = keep_first, .ud = ret_said };
    *ret_said->message = '\0';
    if (!padded || !scan) return false;
    memcpy(padded, value, size);
    bool sound = scan_text(scan, padded, size, a->arena->allocator, a->seed, &sink);
    if (scan->no_memory) a->arena->failed = true;
    scan_free(scan);
    return sound;
}

static const char *quoted(struct altering *a, const char *plain)
{
    char *out = arena_take(a->arena, strlen(plain) * 6 + 3), *to = out;
    if (!out) return NULL;
    *to++ = '"';
    for (; *plain; plain++) {
        if (*plain == '"' || *plain == '\\') *to++ = '\\';
        if ((unsigned char)*plain < 0x20) to += sprintf(to, "\\u%04x", (unsigned)(unsigned char)*plain);
        else *to++ = *plain;
    }
    *to++ = '"', *to = '\0';
    return out;
}

/* The value as JSON on one line: the lines of the file are kept. */
static bool read_value(struct altering *a, struct alteration *item)
{
    struct first_said said;
    const char *value = item->value;
    size_t spaces = strspn(value, " \t\r\n");
    if (is_json(a, value, &said)) {
        char *copy = arena_copy(a->arena, value, strlen(value));
        for (char *p = copy; p && *p; p++)
            if (*p == '\n' || *p == '\r') *p = ' ';
        return (item->now = copy) != NULL;
    }
    if (a->arena->failed) return false;
    if (!value[spaces]) return refuse(a, item, NULL, "a value is wanted after the =");
    if (strchr("{[\"", value[spaces])) return refuse(a, item, NULL, "the value is no JSON: %s", said.message);
    return (item->now = quoted(a, value)) != NULL;
}

/* ---- places ---- */

static uint32_t end_of(const struct altering *a, uint32_t node)
{
    uint32_t at = a->scan->nodes[node].at;
    return at + (uint32_t)scan_value_length(a->scan->text + at);
}

/* Where a value begins, its name included. */
static uint32_t start_of(const struct altering *a, uint32_t node)
{
    const struct scanned *n = &a->scan->nodes[node];
    return n->key == SCAN_NO_KEY ? n->at : n->key;
}

static bool not_there(struct altering *a, const struct alteration *item, const struct place *p)
{
    char hint[POINTER_SHOWN], shown[POINTER_SHOWN];
    const struct scan *s = a->scan;
    const char *near = place_nearest(s, item->pointer, p, hint, sizeof hint);
    int upto = (int)(p->rest - item->pointer);
    if (p->malformed) return refuse(a, item, near, "it is no JSON pointer: write it as /agreements/3/to");
    snprintf(shown, sizeof shown, "%.*s", upto < POINTER_SHOWN ? upto : POINTER_SHOWN - 1, item->pointer);
    if (node_opens(s, p->node, '['))
        return refuse(a, item, near, "there is no '%s': the list has %u", shown, node_children(s, p->node));
    if (node_opens(s, p->node, '{')) return refuse(a, item, near, "there is no '%s'", shown);
    return refuse(a, item, near, "there is no '%s': what stands before it is a plain value", shown);
}

/* The container of a node: the nearest one before it that reaches over it. */
static uint32_t parent_of(const struct altering *a, uint32_t node)
{
    uint32_t parent = node;
    while (parent-- > 0)
        if (a->scan->nodes[parent].after > node) return parent;
    return 0;
}

static bool find_target(struct altering *a, struct alteration *item, struct target *t)
{
    struct place p;
    const struct scan *s = a->scan;
    if (place_find(s, item->pointer, &p)) {
        if (!p.node) return refuse(a, item, NULL, "the whole file cannot be changed at once");
        t->found = true, t->node = p.node, t->parent = parent_of(a, p.node);
        uint32_t at = s->nodes[p.node].at;
        item->was = arena_copy(a->arena, s->text + at, end_of(a, p.node) - at);
        return item->was != NULL;
    }
    bool last = !p.malformed && !*p.rest && *p.token && !item->without;
    t->begins = !p.malformed && !p.node && !strcmp(p.rest, "/-") && !item->without &&
                model_find_kind(p.token, strlen(p.token)) != KIND_COUNT;
    last = last || t->begins;
    t->append = last && node_opens(s, p.node, '[') && strcmp(p.token, "-") == 0;
    if (!t->append && !(last && node_opens(s, p.node, '{'))) return not_there(a, item, &p);
    t->parent = p.node;
    memcpy(t->name, p.token, sizeof t->name);
    return true;
}

static bool clashes(const struct altering *a, const struct target *x, const struct target *y)
{
    if (x->found && y->found) {
        uint32_t one = x->node < y->node ? x->node : y->node, other = x->node < y->node ? y->node : x->node;
        return a->scan->nodes[one].after > other;
    }
    if (!x->found && !y->found)
        return x->parent == y->parent && !x->append && !(x->begins && y->begins) && strcmp(x->name, y->name) == 0;
    const struct target *value = x->found ? x : y, *added = x->found ? y : x;
    return value->node <= added->parent && added->parent < a->scan->nodes[value->node].after;
}

static bool find_targets(struct altering *a)
{
    for (size_t i = 0; i < a->count; i++) {
        if (!find_target(a, &a->items[i], &a->targets[i])) return false;
        for (size_t k = 0; k < i; k++)
            if (clashes(a, &a->targets[i], &a->targets[k]))
                return refuse(a, &a->items[i], NULL, "it changes the place that %.120s changes", a->items[k].option);
        if (!a->items[i].without && !read_value(a, &a->items[i])) return false;
    }
    return true;
}

/* ---- edits ---- */

static void add_edit(struct altering *a, struct edit e)
{
    struct edit *moved = arena_grow(a->arena, a->edits, a->edit_count, &a->edit_capacity, sizeof *moved);
    if (!moved) return;
    a->edits = moved;
    e.order = a->edit_count;
    a->edits[a->edit_count++] = e;
}

static struct alteration *removal_of(const struct altering *a, uint32_t node)
{
    for (size_t i = 0; i < a->count; i++)
        if (a->items[i].without && a->targets[i].node == node) return &a->items[i];
    return NULL;
}

/* Is there, from this alteration on, one more record of the list that it begins? */
static bool begins_from(const struct altering *a, size_t from, const struct target *t)
{
    for (size_t i = from; i < a->count; i++)
        if (a->targets[i].begins && strcmp(a->targets[i].name, t->name) == 0) return true;
    return false;
}

/* `, "to": "2025-01-01"`; of a list that the file does not have, its first record opens it and its last one closes it. */
static void add_one(struct altering *a, size_t which, uint32_t at, bool comma, bool opens)
{
    const struct target *t = &a->targets[which];
    struct alteration *item = &a->items[which];
    bool named = !t->append && opens, closes = t->begins && !begins_from(a, which + 1, t);
    const char *name = named ? quoted(a, t->name) : "";
    size_t room = (name ? strlen(name) : 0) + strlen(item->now) + 7;
    char *text = arena_take(a->arena, room);
    if (!text) return;
    snprintf(text, room, "%s%s%s%s%s%s", comma ? ", " : "", name ? name : "", named ? ": " : "",
             t->begins && opens ? "[" : "", item->now, closes ? "]" : "");
    add_edit(a, (struct edit){ .at = at, .text = text, .cause = item });
}

/* What is added to an object or list, after its last value; records of one new list stand together. */
static void add_new(struct altering *a, uint32_t parent, uint32_t at, bool any_kept)
{
    for (size_t i = 0; i < a->count; i++) {
        const struct target *t = &a->targets[i];
        bool first = true;
        if (t->found || t->parent != parent) continue;
        for (size_t k = 0; k < i && t->begins && first; k++)
            first = !a->targets[k].begins || strcmp(a->targets[k].name, t->name) != 0;
        if (!first) continue;
        add_one(a, i, at, any_kept, true);
        any_kept = true;
        for (size_t k = i + 1; k < a->count && t->begins; k++)
            if (a->targets[k].begins && strcmp(a->targets[k].name, t->name) == 0) add_one(a, k, at, true, false);
    }
}

/* A comma stays where a value that stays follows it and one stays before it. */
static void settle_container(struct altering *a, uint32_t parent)
{
    const struct scan *s = a->scan;
    uint32_t end = s->nodes[parent].at + 1, after = s->nodes[parent].after;
    bool any_kept = false;
    for (uint32_t child = parent + 1; child < after; child = s->nodes[child].after) {
        struct alteration *removal = removal_of(a, child);
        if (child > parent + 1 && (removal || !any_kept)) {
            uint32_t comma = end + (uint32_t)strcspn(s->text + end, ",");
            add_edit(a, (struct edit){ .at = comma, .length = 1 });
        }
        uint32_t start = start_of(a, child);
        end = end_of(a, child);
        if (removal) add_edit(a, (struct edit){ .at = start, .length = end - start, .cause = removal });
        else any_kept = true;
    }
    add_new(a, parent, end, any_kept);
}

static int by_place(const void *x, const void *y)
{
    const struct edit *a = x, *b = y;
    if (a->at != b->at) return a->at < b->at ? -1 : 1;
    if (a->length != b->length) return a->length > b->length ? -1 : 1; /* what goes, then what comes after it */
    return a->order < b->order ? -1 : a->order > b->order;
}

static void make_edits(struct altering *a)
{
    for (size_t i = 0; i < a->count; i++) {
        const struct target *t = &a->targets[i];
        bool settled = false;
        if (t->found && !a->items[i].without) {
            uint32_t at = a->scan->nodes[t->node].at;
            add_edit(a,
                     (struct edit){
                         .at = at, .length = end_of(a, t->node) - at, .text = a->items[i].now, .cause = &a->items[i] });
            continue;
        }
        for (size_t k = 0; k < i && !settled; k++)
            settled = a->targets[k].parent == t->parent && (a->items[k].without || !a->targets[k].found);
        if (!settled) settle_container(a, t->parent);
    }
    if (a->edit_count) qsort(a->edits, a->edit_count, sizeof *a->edits, by_place);
}

/* ---- the new text ---- */

static void splice(struct altering *a, size_t size, struct text *t)
{
    const char *text = a->scan->text;
    uint32_t at = 0;
    for (size_t i = 0; i < a->edit_count; i++) {
        const struct edit *e = &a->edits[i];
        text_bytes(t, text + at, e->at - at);
        uint32_t begin = (uint32_t)t->length;
        if (e->text) text_string(t, e->text);
        if (e->cause) e->cause->begin = begin, e->cause->end = (uint32_t)t->length;
        for (at = e->at; at < e->at + e->length; at++)
            if (text[at] == '\n') text_char(t, '\n');
    }
    text_bytes(t, text + at, size - at);
}

/* Where the container of each stands in the new text: what is missing there is said of it. */
static void place_parents(struct altering *a)
{
    for (size_t i = 0; i < a->count; i++) {
        uint32_t old = a->scan->nodes[a->targets[i].parent].at, at = old;
        for (size_t k = 0; k < a->edit_count && a->edits[k].at < old; k++) {
            const struct edit *e = &a->edits[k];
            size_t lines = 0;
            for (uint32_t p = e->at; p < e->at + e->length; p++) lines += a->scan->text[p] == '\n';
            at = at - e->length + (uint32_t)((e->text ? strlen(e->text) : 0) + lines);
        }
        a->items[i].parent = at;
    }
}

bool facts_alter(const cc_allocator *allocator, uint64_t seed, const char *name, const char *text, size_t size,
                 struct alteration *items, size_t count, struct arena *arena, struct text *ret_text,
                 cc_diagnostic_fn *emit, void *ud)
{
    struct sink sink = { .emit = emit, .ud = ud, .file = name }, silent = { 0 };
    struct altering a = { .sink = &sink, .arena = arena, .seed = seed, .items = items, .count = count };
    char *padded = arena_take(arena, size + SCAN_PADDING + 1);
    a.scan = arena_take(arena, sizeof *a.scan);
    a.targets = arena_array(arena, count + 1, sizeof *a.targets);
    bool well = !arena->failed, scanned = well;
    if (well) memcpy(padded, text, size);
    well = well && scan_text(a.scan, padded, size, allocator, seed, &silent) && find_targets(&a);
    if (well) {
        make_edits(&a);
        splice(&a, size, ret_text);
        place_parents(&a);
    }
    if (scanned) scan_free(a.scan);
    well = well && !arena->failed && !ret_text->failed;
    if (!well && !sink.errors) diagnose(&sink, CODE_MEMORY, NO_SPAN, NULL, "no memory was left to alter the facts");
    return well;
}
