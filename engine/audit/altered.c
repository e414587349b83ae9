/* altered.c - a case whose facts were altered before it was read: what if. */
#include <stdio.h>
#include <string.h>

#include "audit/engine.h"
#include "facts/alter.h"

/* Says what the reader says of the altered text, and which option it comes from. */
struct blaming {
    struct cc_engine *engine;
    const struct alteration *items;
    size_t count;
    const char *text;
    size_t size;
};

static bool is_between(const struct blaming *b, uint32_t begin, uint32_t end, const cc_diagnostic *d)
{
    uint32_t line, column, last_line, last_column;
    locate(b->text, b->size, begin, &line, &column);
    locate(b->text, b->size, end, &last_line, &last_column);
    if (d->line < line || (d->line == line && d->column < column)) return false;
    return d->line < last_line || (d->line == last_line && d->column <= last_column);
}

static const struct alteration *to_blame(const struct blaming *b, const cc_diagnostic *d)
{
    if (b->count == 1) return &b->items[0];
    for (size_t i = 0; i < b->count && d->line; i++)
        if (is_between(b, b->items[i].begin, b->items[i].end, d)) return &b->items[i];
    for (size_t i = 0; i < b->count && d->line; i++)
        if (is_between(b, b->items[i].parent, b->items[i].parent, d)) return &b->items[i];
    return NULL;
}

static void blame(void *ud, const cc_diagnostic *d)
{
    const struct blaming *b = ud;
    const struct alteration *item = to_blame(b, d);
    char message[1400];
    cc_diagnostic said = *d;
    if (item) snprintf(message, sizeof message, "%s, by %.120s", d->message, item->option);
    else snprintf(message, sizeof message, "%s, in the facts as altered", d->message);
    said.message = message;
    b->engine->emit(b->engine->ud, &said);
}

/* ---- reading the options ---- */

static char *joined(struct arena *arena, const char *before, const char *after)
{
    size_t length = strlen(before);
    char *out = arena_take(arena, length + strlen(after) + 1);
    if (out) memcpy(out, before, length), strcpy(out + length, after);
    return out;
}

static bool read_options(struct cc_engine *engine, struct arena *arena, cc_words set, cc_words without,
                         struct alteration *items)
{
    for (size_t i = 0; i < set.count; i++) {
        const char *equals = strchr(set.items[i], '=');
        if (!equals) {
            engine_say(engine, CODE_USAGE, NULL, 0, NULL,
                       "'--set %.120s' has no value: write POINTER=VALUE, as /shares/3/percent=19", set.items[i]);
            return false;
        }
        items[i] = (struct alteration){ .option = joined(arena, "--set ", set.items[i]), .value = equals + 1 };
        items[i].pointer = arena_copy(arena, set.items[i], (size_t)(equals - set.items[i]));
    }
    for (size_t i = 0; i < without.count; i++)
        items[set.count + i] = (struct alteration){ .option = joined(arena, "--without ", without.items[i]),
                                                    .without = true,
                                                    .pointer = without.items[i] };
    if (arena->failed) engine_say(engine, CODE_MEMORY, NULL, 0, NULL, "no memory was left to alter the facts");
    return !arena->failed;
}

/* ---- what the reports say ---- */

/* A record by its id, any other value as it is written, cut to what a line bears. */
static void add_value(struct text *t, const char *json)
{
    char shown[256];
    const char *id = *json == '{' ? strstr(json, "\"id\"") : NULL;
    const char *begin = id ? strchr(id + 4, '"') : NULL, *end = begin ? strchr(begin + 1, '"') : NULL;
    if (end) text_add(t, "the record '%.*s'", (int)(end - begin - 1), begin + 1);
    else text_string(t, quotable(json, strlen(json), shown, sizeof shown));
}

void alteration_words(struct text *t, const struct altered_fact *a)
{
    if (!a->now) text_add(t, "without %s (", a->pointer), add_value(t, a->was), text_char(t, ')');
    else {
        text_add(t, "%s is ", a->pointer), add_value(t, a->now);
        if (a->was) text_string(t, " (was "), add_value(t, a->was), text_char(t, ')');
        else text_string(t, " (new)");
    }
}

/* A notice each, so that formats that know nothing of altered facts still say it. */
static bool remember(struct cc_engine *engine, struct facts *facts, const struct alteration *items, size_t count)
{
    struct arena *arena = &facts->arena;
    struct altered_fact *all = arena_array(arena, count, sizeof *all);
    struct facts_notice *notices = arena_array(arena, facts->notice_count + count, sizeof *notices);
    struct text t;
    if (arena->failed) return false;
    text_init(&t, engine->allocator, (size_t)1 << 20);
    for (size_t i = 0; i < count; i++) {
        const struct alteration *item = &items[i];
        all[i].pointer = arena_copy(arena, item->pointer, strlen(item->pointer));
        if (item->was) all[i].was = arena_copy(arena, item->was, strlen(item->was));
        if (item->now) all[i].now = arena_copy(arena, item->now, strlen(item->now));
        if (arena->failed) break;
        text_reset(&t), text_string(&t, "facts altered: "), alteration_words(&t, &all[i]);
        notices[i] = (struct facts_notice){ ALTERED_NOTICE, item->begin,
                                            arena_copy(arena, t.data ? t.data : "", t.length) };
    }
    if (facts->notice_count) memcpy(notices + count, facts->notices, facts->notice_count * sizeof *notices);
    bool well = !arena->failed && !t.failed;
    text_free(&t);
    if (!well) return false;
    facts->altered = all, facts->altered_count = count;
    facts->notices = notices, facts->notice_count += count;
    return true;
}

/* ---- the case ---- */

static struct facts *read_altered(struct cc_engine *engine, const char *name, const struct text *text,
                                  struct alteration *items, size_t count)
{
    struct blaming blaming = { engine, items, count, text->data, text->length };
    struct facts *facts = facts_read(engine->allocator, engine->seed, name, text->data ? text->data : "", text->length,
                                     blame, &blaming);
    if (!facts || remember(engine, facts, items, count)) return facts;
    engine_say(engine, CODE_MEMORY, name, 0, NULL, "no memory was left to alter the facts");
    facts_free(facts);
    return NULL;
}

cc_case *cc_case_parse_altered(cc_engine *engine, const char *name, const char *json, size_t length, cc_words set,
                               cc_words without)
{
    size_t count = set.count + without.count;
    cc_case *c = cc_case_parse(engine, name, json, length); /* what is wrong with the file itself is said of it alone */
    if (!c || !count) return c;
    struct arena arena;
    struct text text;
    struct facts *facts = NULL;
    arena_init(&arena, engine->allocator, 0);
    text_init(&text, engine->allocator, 0);
    struct alteration *items = arena_array(&arena, count, sizeof *items);
    if (!items) engine_say(engine, CODE_MEMORY, name, 0, NULL, "no memory was left to alter the facts");
    if (items && read_options(engine, &arena, set, without, items) &&
        facts_alter(engine->allocator, engine->seed, name, json, length, items, count, &arena, &text, engine->emit,
                    engine->ud))
        facts = read_altered(engine, name, &text, items, count);
    text_free(&text);
    arena_free(&arena);
    facts_free(c->facts);
    c->facts = facts;
    if (facts) return c;
    cc_case_free(c);
    return NULL;
}

bool cc_case_is_altered(const cc_case *c) { return c->facts->altered_count > 0; }
