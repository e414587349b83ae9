/* shaping.c - see shaping.h. */
#include "fuzz/shaping.h"
#include "base/random.h"

#include <stdlib.h>
#include <string.h>

#include "audit/editing.h"
#include "base/arena.h"
#include "facts/model.h"

static void say_nothing(void *ud, const cc_diagnostic *d) { (void)ud, (void)d; }

bool shaping_open(struct shaping *s, const char *text, size_t size)
{
    s->size = size;
    if (!(s->text = calloc(1, size + SCAN_PADDING))) abort();
    if (size) memcpy(s->text, text, size);
    struct sink sink = { .emit = say_nothing, .file = "case", .text = s->text, .size = size };
    return scan_text(&s->scan, s->text, size, &allocator_default, 1, &sink);
}

void shaping_close(struct shaping *s)
{
    scan_free(&s->scan);
    free(s->text);
}

/* ---- pieces ---- */

struct span_of {
    size_t at, end;
};

static struct span_of value_of(const struct shaping *s, uint32_t node)
{
    size_t at = s->scan.nodes[node].at;
    return (struct span_of){ at, at + scan_value_length(s->text + at) };
}

/* With its name, where it has one. */
static struct span_of item_of(const struct shaping *s, uint32_t node)
{
    struct span_of item = value_of(s, node);
    if (s->scan.nodes[node].key != SCAN_NO_KEY) item.at = s->scan.nodes[node].key;
    return item;
}

static uint32_t any_node(const struct shaping *s, uint64_t *seed)
{
    return s->scan.count > 1 ? 1 + random_below(seed, s->scan.count - 1) : 0;
}

static uint32_t key_size(const struct shaping *s, uint32_t node)
{
    return s->scan.nodes[node].key_length & ~SCAN_ESCAPED;
}

static bool same_name(const struct shaping *a, uint32_t x, const struct shaping *b, uint32_t y)
{
    const struct scanned *p = &a->scan.nodes[x], *q = &b->scan.nodes[y];
    if (p->key == SCAN_NO_KEY || q->key == SCAN_NO_KEY) return p->key == q->key;
    return key_size(a, x) == key_size(b, y) && !memcmp(a->text + p->key, b->text + q->key, key_size(a, x));
}

/* A node of the same name, else any. */
static uint32_t kin_of(const struct shaping *a, uint32_t node, const struct shaping *from, uint64_t *seed)
{
    uint32_t first = any_node(from, seed);
    for (uint32_t i = 0; i < from->scan.count && first; i++) {
        uint32_t other = 1 + (first - 1 + i) % (from->scan.count - 1);
        if (same_name(a, node, from, other)) return other;
    }
    return first;
}

static size_t splice(const struct shaping *s, struct span_of out_of, const char *in, size_t in_size, char *out,
                     size_t room)
{
    size_t after = s->size - out_of.end, size = out_of.at + in_size + after;
    if (size > room) return 0;
    memcpy(out, s->text, out_of.at);
    memcpy(out + out_of.at, in, in_size);
    memcpy(out + out_of.at + in_size, s->text + out_of.end, after);
    return size;
}

/* ---- changes ---- */

static size_t put_constant(const struct shaping *s, uint64_t *seed, char *out, size_t room)
{
    static const char *const constants[] = {
        "null",
        "true",
        "false",
        "0",
        "-1",
        "100",
        "101",
        "50",
        "1e300",
        "1e-300",
        "13e9",
        "\"2025\"",
        "\"2024-02-29\"",
        "\"2025-01-24\"",
        "\"2025-01-25\"",
        "\"0001-01-01\"",
        "\"9999-12-31\"",
        "{\"min\":1}",
        "{\"max\":20}",
        "{\"min\":18,\"max\":22}",
        "{\"min\":\"2024\",\"max\":\"2025-06\"}",
        "{\"value\":1e9,\"currency\":\"USD\"}",
        "{\"value\":{\"min\":1e9},\"currency\":\"EUR\"}",
        "{\"claims\":[{\"value\":20},{\"value\":{\"max\":30}}]}",
        "[]",
        "{}",
        "[{}]",
        "\"\"",
        "\"x-own\"",
        "\"\\u202e\\u0007\"",
        "{\"kind\":\"agreement\"}",
        "[\"hosting\",\"api\"]",
    };
    const char *constant = constants[random_below(seed, sizeof constants / sizeof *constants)];
    return splice(s, value_of(s, any_node(s, seed)), constant, strlen(constant), out, room);
}

/* One of the model's words, mostly of the list that the old one is on. */
static size_t put_word(const struct shaping *s, uint64_t *seed, char *out, size_t room)
{
    uint32_t node = any_node(s, seed);
    struct span_of old = value_of(s, node);
    size_t length = old.end - old.at, word = random_below(seed, (unsigned)model_word_count);
    for (unsigned list = 0; length > 2 && list < LIST_COUNT; list++)
        if (model_find_word((enum list)list, s->text + old.at + 1, length - 2) >= 0)
            word = model_lists[list].first + random_below(seed, model_lists[list].count);
    char quoted[64] = "\"";
    strncat(quoted, model_words[word].name, 60);
    strcat(quoted, "\"");
    return splice(s, old, quoted, strlen(quoted), out, room);
}

/* A field of the model in the place of a name. */
static size_t put_name(const struct shaping *s, uint64_t *seed, char *out, size_t room)
{
    uint32_t node = any_node(s, seed);
    if (s->scan.nodes[node].key == SCAN_NO_KEY) return put_word(s, seed, out, room);
    size_t at = s->scan.nodes[node].key;
    const char *name = model_fields[random_below(seed, FIELD_COUNT)].name;
    return splice(s, (struct span_of){ at + 1, at + key_size(s, node) - 1 }, name, strlen(name), out, room);
}

static size_t remove_item(const struct shaping *s, uint64_t *seed, char *out, size_t room)
{
    struct span_of item = item_of(s, any_node(s, seed));
    while (item.end < s->size && strchr(" \t\r\n", s->text[item.end])) item.end++;
    if (s->text[item.end] == ',') item.end++;
    else {
        size_t before = item.at;
        while (before > 0 && strchr(" \t\r\n", s->text[before - 1])) before--;
        if (before > 0 && s->text[before - 1] == ',') item.at = before - 1;
    }
    return item.at == 0 ? 0 : splice(s, item, "", 0, out, room);
}

static size_t double_item(const struct shaping *s, uint64_t *seed, char *out, size_t room)
{
    struct span_of item = item_of(s, any_node(s, seed));
    size_t length = item.end - item.at;
    char *twice = malloc(length + 2);
    if (!twice) abort();
    twice[0] = ',', memcpy(twice + 1, s->text + item.at, length);
    size_t size = item.at == 0 ? 0 : splice(s, (struct span_of){ item.end, item.end }, twice, length + 1, out, room);
    free(twice);
    return size;
}

size_t shaping_cross(const struct shaping *s, const struct shaping *from, uint64_t *seed, char *out, size_t room)
{
    uint32_t node = any_node(s, seed), other = kin_of(s, node, from, seed);
    struct span_of in = value_of(from, other);
    return splice(s, value_of(s, node), from->text + in.at, in.end - in.at, out, room);
}

size_t shaping_change(const struct shaping *s, uint64_t *seed, char *out, size_t room)
{
    typedef size_t change(const struct shaping *, uint64_t *, char *, size_t);
    static change *const changes[] = { put_constant, put_word, put_name, remove_item, double_item };
    unsigned which = random_below(seed, 8);
    if (which >= 5) return shaping_cross(s, s, seed, out, room); /* references become other references */
    return changes[which](s, seed, out, room);
}
