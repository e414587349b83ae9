/* scan.c - values, objects and arrays; what is common is here, what is rare in scan_token.c and scan_key.c. */
#include "facts/scan.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "facts/hash.h"
#include "facts/skip.h"

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

const char *scan_stop(struct scan *s, const char *at, size_t length, const char *hint, const char *format, ...)
{
    char message[256];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    diagnose(s->sink, CODE_SYNTAX, (struct span){ (uint32_t)(at - s->text), (uint32_t)length }, hint, "%s", message);
    s->broken = true;
    return NULL;
}

/* What stands where something else was expected: a word, a character, or the end. */
static const char *unexpected(struct scan *s, const char *p, const char *expected)
{
    unsigned char c = (unsigned char)*p;
    if (p == s->end) return scan_stop(s, p, 0, NULL, "the text ends where %s is expected", expected);
    size_t length = 0;
    while (length < 40 && is_name(p[length])) length++;
    if (length) return scan_stop(s, p, length, NULL, "%s is expected, not '%.*s'", expected, (int)length, p);
    if (c == '/' && (p[1] == '/' || p[1] == '*')) return scan_stop(s, p, 2, NULL, "JSON has no comments");
    if (c > ' ' && c < 0x7F) return scan_stop(s, p, 1, NULL, "%s is expected, not '%c'", expected, c);
    uint32_t point = c;
    size_t bytes = utf8_read(p, (size_t)(s->end - p), &point);
    if (!bytes || !point) {
        diagnose(s->sink, CODE_ENCODING, (struct span){ (uint32_t)(p - s->text), 1 }, NULL,
                 bytes ? "U+0000 is not read" : "the byte %02X is no UTF-8", c);
        s->broken = true;
        return NULL;
    }
    return scan_stop(s, p, bytes, NULL, "%s is expected, not U+%04X", expected, (unsigned)point);
}

static const char *scan_literal(struct scan *s, const char *p, const char *word, size_t length)
{
    if (strncmp(p, word, length) == 0 && !is_name(p[length])) return p + length;
    return unexpected(s, p, "a value");
}

/* Words that other languages write where JSON has its own. */
static const char *scan_no_value(struct scan *s, const char *p)
{
    static const struct {
        const char *word, *hint;
    } others[] = { { "True", "true" },   { "TRUE", "true" }, { "False", "false" },
                   { "FALSE", "false" }, { "None", "null" }, { "NULL", "null" },
                   { "Null", "null" },   { "nil", "null" },  { "undefined", "null" } };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        size_t n = strlen(others[i].word);
        if (strncmp(p, others[i].word, n) == 0 && !is_name(p[n]))
            return scan_stop(s, p, n, others[i].hint, "'%s' is no JSON value", others[i].word);
    }
    if (*p == '\'') return scan_stop(s, p, 1, "\"", "text is written in double quotes");
    if (*p == '+') return scan_stop(s, p, 1, NULL, "a number does not begin with '+'");
    if (*p == '.') return scan_stop(s, p, 1, NULL, "a digit is expected before the point");
    return unexpected(s, p, "a value");
}

static bool grow_nodes(struct scan *s)
{
    size_t size = sizeof *s->nodes, room = s->capacity * 2;
    struct scanned *nodes = s->allocator->allocate(s->allocator->ud, s->nodes, s->capacity * size, room * size);
    if (!nodes) return s->no_memory = s->broken = true, false;
    s->nodes = nodes, s->capacity = room;
    return true;
}

static const char *scan_plain(struct scan *s, const char *p)
{
    switch (*p) {
    case 't': return scan_literal(s, p, "true", 4);
    case 'f': return scan_literal(s, p, "false", 5);
    case 'n': return p[1] == 'u' ? scan_literal(s, p, "null", 4) : scan_no_value(s, p);
    default: return *p == '-' || (*p >= '0' && *p <= '9') ? scan_number(s, p) : scan_no_value(s, p);
    }
}

static inline const char *scan_string(struct scan *s, const char *quote, uint32_t *ret_length)
{
    const char *p = skip_plain(quote + 1);
    if (*p != '"' || p - quote > SCAN_STRING) return scan_string_rest(s, quote, p, ret_length);
    *ret_length = (uint32_t)(p + 1 - quote);
    return p + 1;
}

static inline bool add_key(struct scan *s, const char *quote, uint32_t length)
{
    struct scan_frame *f = &s->frames[s->depth - 1];
    uint64_t hash;
    if (!(length & SCAN_ESCAPED)) hash = hash_text(quote + 1, length - 2, s->seed);
    else if (!scan_hash_escaped(s, quote + 1, quote + (length & ~SCAN_ESCAPED) - 1, &hash)) return false;
    if (s->key_count == s->key_capacity && !scan_grow_keys(s)) return false;
    uint64_t bit = UINT64_C(1) << (hash >> 58);
    s->keys[s->key_count] = (struct scan_key){ (uint32_t)hash, (uint32_t)(quote - s->text) };
    if ((f->seen & bit || s->key_count - f->first_key >= SCAN_KEYS_WALKED) && !scan_key_check(s, f)) return false;
    f->seen |= bit;
    s->key_count++;
    return true;
}

/* A name, its colon, and the place of the value. */
static inline const char *scan_name(struct scan *s, const char *p, struct scanned *node)
{
    if (*p != '"') return unexpected(s, p, "a name in double quotes");
    const char *end = scan_string(s, p, &node->key_length);
    node->key = (uint32_t)(p - s->text);
    if (!end || !add_key(s, p, node->key_length)) return NULL;
    end = skip_spaces(end);
    return *end == ':' ? skip_spaces(end + 1) : unexpected(s, end, "a colon");
}

static bool open_frame(struct scan *s, const char *p, uint32_t node)
{
    if (s->depth == SCAN_DEPTH) {
        diagnose(s->sink, CODE_LIMIT, (struct span){ (uint32_t)(p - s->text), 1 }, NULL,
                 "more than %d objects and lists inside each other", SCAN_DEPTH);
        return s->broken = true, false;
    }
    s->frames[s->depth++] =
        (struct scan_frame){ .node = node, .first_key = (uint32_t)s->key_count, .is_object = *p == '{' };
    return true;
}

static const char *close_frame(struct scan *s, const char *p)
{
    struct scan_frame *f = &s->frames[--s->depth];
    struct scanned *node = &s->nodes[f->node];
    node->after = s->count;
    node->length = (uint32_t)(p + 1 - s->text) - node->at;
    if (f->is_object) scan_frame_close(s, f);
    return p + 1;
}

/* From the end of a value to the place of the next member or item; NULL: the outermost value ended at *ret_end, or an
 * error was said. */
static inline const char *next_place(struct scan *s, const char *p, const char **ret_end)
{
    while (s->depth) {
        bool in_object = s->frames[s->depth - 1].is_object;
        p = skip_spaces(p);
        if (*p == ',') {
            const char *next = skip_spaces(p + 1);
            return *next == ']' || *next == '}' ? scan_stop(s, p, 1, NULL, "nothing follows this comma") : next;
        }
        if (*p != (in_object ? '}' : ']')) return unexpected(s, p, in_object ? "a comma or '}'" : "a comma or ']'");
        p = close_frame(s, p);
    }
    *ret_end = p;
    return NULL;
}

/* Returns the end of the one value of the text, NULL when an error was said. */
static const char *scan_all(struct scan *s, const char *p)
{
    const char *end = NULL;
    for (p = skip_spaces(p); p; p = next_place(s, p, &end)) {
        struct scanned *node;
        for (;;) {
            if (s->count == s->capacity && !grow_nodes(s)) return NULL;
            node = &s->nodes[s->count++];
            node->key = SCAN_NO_KEY, node->key_length = 0;
            if (s->depth && s->frames[s->depth - 1].is_object && !(p = scan_name(s, p, node))) return NULL;
            node->at = (uint32_t)(p - s->text), node->after = s->count;
            if (*p != '{' && *p != '[') break;
            char close = *p == '{' ? '}' : ']';
            if (!open_frame(s, p, s->count - 1)) return NULL;
            p = skip_spaces(p + 1);
            if (*p == close) goto next; /* next_place closes it */
        }
        const char *start = p;
        if (*p == '"') p = scan_string(s, p, &node->length);
        else if ((p = scan_plain(s, p))) node->length = (uint32_t)(p - start);
        if (!p) return NULL;
next:;
    }
    return end;
}

/* Files that are no UTF-8 text at all say so at once. */
static bool begins_well(struct scan *s, size_t size)
{
    const unsigned char *p = (const unsigned char *)s->text;
    struct span begin = { 0, size < 3 ? (uint32_t)size : 3 };
    if (size > SCAN_FILE)
        diagnose(s->sink, CODE_LIMIT, NO_SPAN, NULL, "the file is larger than the %d bytes that are read", SCAN_FILE);
    else if ((p[0] == 0xFF && p[1] == 0xFE) || (p[0] == 0xFE && p[1] == 0xFF))
        diagnose(s->sink, CODE_ENCODING, begin, NULL, "the file is UTF-16, save it as UTF-8");
    else if (p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF)
        diagnose(s->sink, CODE_SYNTAX, begin, NULL, "the file begins with a byte order mark, save it without one");
    else if (skip_spaces(s->text) == s->end)
        diagnose(s->sink, CODE_SYNTAX, (struct span){ 0, 0 }, NULL, "the file is empty, a case is a JSON object");
    else return true;
    s->broken = true;
    return false;
}

bool scan_text(struct scan *s, const char *text, size_t size, const cc_allocator *allocator, uint64_t seed,
               struct sink *sink)
{
    s->nodes = NULL, s->count = 0, s->broken = s->no_memory = false;
    s->text = text, s->end = text + size, s->sink = sink, s->allocator = allocator, s->seed = seed, s->depth = 0;
    s->keys = s->first_keys, s->key_count = 0, s->key_capacity = SCAN_KEYS;
    uint64_t errors = sink->errors;
    if (!begins_well(s, size)) return false;
    s->capacity = size / 8 + 32; /* a value takes some ten bytes, so it rarely grows */
    s->nodes = allocator->allocate(allocator->ud, NULL, 0, s->capacity * sizeof *s->nodes);
    const char *end = s->nodes ? scan_all(s, text) : NULL;
    if (!s->nodes) s->no_memory = s->broken = true;
    else if (end && (end = skip_spaces(end)) != s->end) unexpected(s, end, "the end of the text");
    if (s->no_memory) diagnose(sink, CODE_MEMORY, NO_SPAN, NULL, "no memory was left to read the text");
    return sink->errors == errors;
}

void scan_free(struct scan *s)
{
    while (s->depth) scan_frame_close(s, &s->frames[--s->depth]);
    if (s->keys != s->first_keys)
        s->allocator->allocate(s->allocator->ud, s->keys, s->key_capacity * sizeof *s->keys, 0);
    if (s->nodes) s->allocator->allocate(s->allocator->ud, s->nodes, s->capacity * sizeof *s->nodes, 0);
    s->keys = s->first_keys, s->nodes = NULL;
}

size_t scan_value_length(const char *value)
{
    const char *p = value;
    size_t depth = 0;
    do {
        if (*p == '"') {
            for (p++; *p != '"'; p++)
                if (*p == '\\') p++;
        } else if (*p == '{' || *p == '[') depth++;
        else if (*p == '}' || *p == ']') depth--;
        else if (!depth) { /* a number or a word */ p += strcspn(p, ",]} \n\r\t");
            break;
        }
        p++;
    } while (depth);
    return (size_t)(p - value);
}
