/* document.c - see document.h. */
#include "ledger/document.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/date.h"
#include "base/utf8.h"
#include "facts/cjson_arena.h"

enum { ENOUGH = 256, MEMBERS_MOST = 16 };

/* ---- opening ---- */

bool document_open(struct document *d, struct cc_engine *engine, const char *name, const char *text, size_t size,
                   struct arena *keep)
{
    *d = (struct document){ .engine = engine, .keep = keep, .in_arena = true };
    d->sink = (struct sink){ .emit = engine->emit, .ud = engine->ud, .file = name, .size = size };
    arena_init(&d->scratch, engine->allocator, 0);
    if (size > SCAN_FILE) {
        diagnose(&d->sink, CODE_LIMIT, NO_SPAN, NULL, "larger than is read (64 MB)");
        return false;
    }
    char *padded = arena_take(&d->scratch, size + SCAN_PADDING + 1);
    struct scan *scan = arena_take(&d->scratch, sizeof *scan);
    if (!padded || !scan) return false;
    if (size) memcpy(padded, text, size);
    d->sink.text = padded, d->scan = scan;
    if (!scan_text(scan, padded, size, engine->allocator, engine->seed, &d->sink)) return false;
    d->tree = cjson_parse(&d->scratch, padded, size, &d->in_arena);
    return d->tree != NULL;
}

bool document_is_sound(struct document *d)
{
    bool sound = d->tree && !d->sink.errors && !d->scratch.failed && !d->keep->failed;
    if (!sound && !d->sink.errors) diagnose(&d->sink, CODE_MEMORY, NO_SPAN, NULL, "no memory was left to read it");
    sink_finish(&d->sink);
    return sound;
}

void document_forget(struct document *d)
{
    if (!d->in_arena) cJSON_Delete(d->tree);
    if (d->scan) scan_free(d->scan);
    arena_free(&d->scratch);
}

bool document_close(struct document *d)
{
    bool sound = document_is_sound(d);
    document_forget(d);
    return sound;
}

/* ---- saying what is wrong ---- */

static struct span span_of(const struct document *d, struct item i)
{
    uint32_t at = d->scan->nodes[i.index].at;
    return (struct span){ at, (uint32_t)scan_value_length(d->sink.text + at) };
}

void item_wrong(struct document *d, struct item i, enum code code, const char *hint, const char *format, ...)
{
    char message[500];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    diagnose(&d->sink, code, span_of(d, i), hint, "%s", message);
}

void item_wrong_name(struct document *d, struct item i, const char *hint, const char *format, ...)
{
    char message[500];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    const struct scanned *node = &d->scan->nodes[i.index];
    struct span span = { node->key, node->key_length & ~SCAN_ESCAPED };
    diagnose(&d->sink, CODE_SCHEMA, node->key == SCAN_NO_KEY ? span_of(d, i) : span, hint, "%s", message);
}

/* ---- members ---- */

static bool type_is(const cJSON *json, enum item_type type)
{
    switch (type) {
    case ITEM_TEXT: return cJSON_IsString(json);
    case ITEM_FLAG: return cJSON_IsBool(json);
    case ITEM_NUMBER: return cJSON_IsNumber(json);
    case ITEM_OBJECT: return cJSON_IsObject(json);
    case ITEM_LIST: return cJSON_IsArray(json);
    }
    return false;
}

bool item_is(struct item i, enum item_type type) { return i.json && type_is(i.json, type); }

static const char *type_name(enum item_type type)
{
    static const char *const names[] = { "a text", "true or false", "a number", "an object", "a list" };
    return names[type];
}

static void unknown_member(struct document *d, struct item i, const char *of, const struct member *members,
                           size_t count)
{
    const char *names[MEMBERS_MOST + 1];
    size_t known = 0;
    for (; known < count && known < MEMBERS_MOST; known++) names[known] = members[known].name;
    char quoted[ENOUGH];
    size_t length = strlen(i.json->string);
    const char *hint = nearest_name(i.json->string, length, names, known);
    item_wrong_name(d, i, hint, "unknown key '%s' of %s", quotable(i.json->string, length, quoted, sizeof quoted), of);
}

void item_members(struct document *d, struct item object, const char *of, const struct member *members, size_t count,
                  struct item *ret_members)
{
    bool wrong[MEMBERS_MOST] = { false };
    for (size_t m = 0; m < count; m++) ret_members[m] = (struct item){ NULL, object.index };
    if (!item_is(object, ITEM_OBJECT)) {
        item_wrong(d, object, CODE_SCHEMA, NULL, "%s must be an object", of);
        return;
    }
    for (EACH_ITEM(d, i, object)) {
        size_t m = 0;
        while (m < count && strcmp(members[m].name, i.json->string) != 0) m++;
        if (m == count) unknown_member(d, i, of, members, count);
        else if (type_is(i.json, members[m].type)) ret_members[m] = i;
        else
            wrong[m] = true, item_wrong(d, i, CODE_SCHEMA, NULL, "'%s' of %s must be %s", members[m].name, of,
                                        type_name(members[m].type));
    }
    for (size_t m = 0; m < count; m++)
        if (members[m].required && !ret_members[m].json && !wrong[m])
            item_wrong(d, object, CODE_SCHEMA, NULL, "%s needs '%s'", of, members[m].name);
}

/* The format is read first: of a file that is something else, nothing more is said. */
void document_root(struct document *d, const char *format, const struct member *members, size_t count,
                   struct item *ret_members)
{
    struct member all[MEMBERS_MOST] = { { "format", ITEM_TEXT, false } };
    struct item items[MEMBERS_MOST], root = { d->tree, 0 };
    for (size_t m = 0; m < count; m++) ret_members[m] = (struct item){ NULL, 0 }, all[m + 1] = members[m];
    const cJSON *said = cJSON_IsObject(d->tree) ? cJSON_GetObjectItemCaseSensitive(d->tree, "format") : NULL;
    if (!cJSON_IsString(said) || strcmp(said->valuestring, format) != 0) {
        struct item at = root;
        for (EACH_ITEM(d, i, root))
            if (i.json == said) at = i;
        item_wrong(d, at, CODE_SCHEMA, NULL, "the format must be \"%s\"", format);
        return;
    }
    item_members(d, root, "the file", all, count + 1, items);
    for (size_t m = 0; m < count; m++) ret_members[m] = items[m + 1];
}

size_t item_count(struct item i)
{
    size_t count = 0;
    for (const cJSON *child = i.json ? i.json->child : NULL; child; child = child->next) count++;
    return count;
}

uint32_t item_line(struct document *d, struct item i)
{
    if (!d->line) d->line = 1;
    for (uint32_t at = d->scan->nodes[i.index].at; d->line_at < at; d->line_at++)
        d->line += d->sink.text[d->line_at] == '\n';
    return d->line;
}

/* ---- values ---- */

const char *item_text(struct document *d, struct item i, const char *what)
{
    if (!item_is(i, ITEM_TEXT)) return NULL;
    const char *text = i.json->valuestring;
    if (!text[strspn(text, " \t\r\n")]) {
        item_wrong(d, i, CODE_SCHEMA, NULL, "%s must not be empty", what);
        return NULL;
    }
    return arena_copy(d->keep, text, strlen(text));
}

const char *item_hash(struct document *d, struct item i, const char *what)
{
    if (!item_is(i, ITEM_TEXT)) return NULL;
    const char *text = i.json->valuestring;
    if (strlen(text) != 64 || strspn(text, "0123456789abcdef") != 64) {
        item_wrong(d, i, CODE_SCHEMA, NULL, "%s must be 64 hexadecimal digits", what);
        return NULL;
    }
    return arena_copy(d->keep, text, 64);
}

const char *item_day(struct document *d, struct item i, const char *what, int32_t *ret_day)
{
    struct days days;
    char quoted[ENOUGH];
    if (!item_is(i, ITEM_TEXT)) return NULL;
    const char *text = i.json->valuestring;
    if (strlen(text) != 10 || !days_read(text, 10, &days)) {
        quotable(text, strlen(text), quoted, sizeof quoted);
        item_wrong(d, i, CODE_BAD_DATE, NULL, "%s '%s' is no day: write YYYY-MM-DD", what, quoted);
        return NULL;
    }
    *ret_day = days.low;
    return arena_copy(d->keep, text, 10);
}

const char *item_name(struct document *d, struct item i)
{
    return arena_copy(d->keep, i.json->string, strlen(i.json->string));
}

/* ---- writing ---- */

/* As JSON spells any point: four digits, past U+FFFF as a surrogate pair. */
static void add_escape(struct text *t, uint32_t point)
{
    if (point > 0xFFFF) text_add(t, "\\u%04x", (unsigned)(0xD800 + ((point - 0x10000) >> 10)));
    text_add(t, "\\u%04x", (unsigned)(point > 0xFFFF ? 0xDC00 + ((point - 0x10000) & 0x3FF) : point));
}

void text_json(struct text *t, const char *string)
{
    size_t length = strlen(string);
    text_char(t, '"');
    for (size_t at = 0, n; at < length; at += n) {
        uint32_t point = 0xFFFD;
        n = utf8_read(string + at, length - at, &point);
        if (!n) text_string(t, "\\ufffd"), n = 1; /* whoever is given text has checked it */
        else if (point == '"' || point == '\\') text_char(t, '\\'), text_char(t, string[at]);
        else if (utf8_is_hidden(point)) add_escape(t, point);
        else text_bytes(t, string + at, n);
    }
    text_char(t, '"');
}

bool text_deliver(struct cc_engine *engine, struct text *t, cc_sink sink)
{
    bool well = !t->failed;
    if (!well) ledger_no_memory(engine);
    else if (t->length && !sink.write(sink.ud, t->data, t->length)) {
        well = false;
        engine_say(engine, CODE_IO, NULL, 0, NULL, "the output could not be written");
    }
    text_free(t);
    return well;
}
