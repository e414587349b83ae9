/* bibliography.c - reads sources.json from the strict scan, as facts are read. */
#include "facts/bibliography.h"

#include <string.h>

#include "base/date.h"
#include "facts/scan.h"

struct reading {
    struct sink *sink;
    const struct scanned *nodes;
    struct arena *arena, *scratch; /* for what stays; for names */
};
static char first_of(const struct reading *r, uint32_t index) { return r->sink->text[r->nodes[index].at]; }
static struct span span_at(const struct reading *r, uint32_t index)
{
    return (struct span){ r->nodes[index].at, (uint32_t)scan_value_length(r->sink->text + r->nodes[index].at) };
}

/* What a sound string means, which begins with its quote; length as the scan has it. NULL: no memory. */
static const char *meant(const struct reading *r, struct arena *arena, uint32_t at, uint32_t length)
{
    const char *inside = r->sink->text + at + 1;
    size_t inner = (length & ~SCAN_ESCAPED) - 2;
    char *copy = arena_copy(arena, inside, inner);
    if (copy && length & SCAN_ESCAPED) copy[scan_unescape(inside, inside + inner, copy)] = '\0';
    return copy;
}
static const char *name_of(const struct reading *r, struct arena *arena, uint32_t index)
{
    return meant(r, arena, r->nodes[index].key, r->nodes[index].key_length);
}
/* Of a string. */
static const char *text_of(const struct reading *r, uint32_t index)
{
    return meant(r, r->arena, r->nodes[index].at, r->nodes[index].length);
}

/* Of a printed day there may be only the month or the year. */
static void check_date(struct reading *r, const char *text, uint32_t index)
{
    struct days days;
    char quoted[100];
    size_t length = strlen(text);
    if (days_read(text, length, &days)) return;
    diagnose(r->sink, CODE_BAD_DATE, span_at(r, index), NULL,
             "the date of a source must be a day that exists, YYYY, YYYY-MM or YYYY-MM-DD, not '%s'",
             quotable(text, length, quoted, sizeof quoted));
}

static void read_field(struct reading *r, struct law_source *s, uint32_t index)
{
    static const char *const names[] = { "title", "publisher", "date", "url", "note", "verified" };
    const char **places[] = { &s->title, &s->publisher, &s->date, &s->url, NULL };
    const char *name = name_of(r, r->scratch, index);
    char first = first_of(r, index), quoted[100];
    if (!name) return;
    size_t which = 0, length = strlen(name);
    while (which < 6 && strcmp(name, names[which]) != 0) which++;
    if (which == 6) {
        diagnose(r->sink, CODE_SCHEMA, span_at(r, index), nearest_name(name, length, names, 6),
                 "unknown field '%s' of a source", quotable(name, length, quoted, sizeof quoted));
    } else if (which == 5) {
        if (first != 't' && first != 'f')
            diagnose(r->sink, CODE_SCHEMA, span_at(r, index), NULL, "'verified' must be true or false");
        s->verified = first == 't';
    } else if (first == '"') {
        const char *text = places[which] ? text_of(r, index) : NULL;
        if (text) *places[which] = text;
        if (text && places[which] == &s->date) check_date(r, text, index);
    } else if (first != 'n' || !which)
        diagnose(r->sink, CODE_SCHEMA, span_at(r, index), NULL, "'%s' of a source must be a text", names[which]);
}

static void read_source(struct reading *r, struct law_source *s, uint32_t index)
{
    s->id = name_of(r, r->arena, index);
    if (first_of(r, index) != '{') {
        diagnose(r->sink, CODE_SCHEMA, span_at(r, index), NULL, "a source must be an object");
        return;
    }
    for (uint32_t at = index + 1; at < r->nodes[index].after; at = r->nodes[at].after) read_field(r, s, at);
    if (!s->title && !r->arena->failed && !r->scratch->failed)
        diagnose(r->sink, CODE_SCHEMA, span_at(r, index), NULL, "a source needs a title");
}

static bool read_all(struct reading *r, struct law_source **ret_sources, size_t *ret_count)
{
    uint32_t sources = 0;
    bool format = false, is_object = first_of(r, 0) == '{';
    for (uint32_t at = 1; is_object && at < r->nodes[0].after; at = r->nodes[at].after) {
        const char *name = name_of(r, r->scratch, at);
        const char *text = first_of(r, at) == '"' ? text_of(r, at) : "";
        if (!name || !text) return false;
        if (!strcmp(name, "sources")) sources = at;
        else if (!strcmp(name, "format")) format = !strcmp(text, "compliance-sources/1");
        else diagnose(r->sink, CODE_SCHEMA, span_at(r, at), NULL, "unknown field beside 'format' and 'sources'");
    }
    if (!format) diagnose(r->sink, CODE_SCHEMA, span_at(r, 0), NULL, "the format must be \"compliance-sources/1\"");
    if (!sources || first_of(r, sources) != '{') {
        diagnose(r->sink, CODE_SCHEMA, span_at(r, sources), NULL, "'sources' must be an object of sources by id");
        return false;
    }
    size_t count = 0;
    uint32_t end = r->nodes[sources].after;
    for (uint32_t at = sources + 1; at < end; at = r->nodes[at].after) count++;
    struct law_source *all = *ret_sources = arena_array(r->arena, count + 1, sizeof *all);
    if (!all) return false;
    for (uint32_t at = sources + 1; at < end; at = r->nodes[at].after) read_source(r, all++, at);
    *ret_count = count;
    return true;
}

bool bibliography_read(const cc_allocator *allocator, uint64_t seed, const char *name, const char *text, size_t size,
                       struct arena *arena, cc_diagnostic_fn *emit, void *ud, struct law_source **ret_sources,
                       size_t *ret_count)
{
    struct sink sink = { .emit = emit, .ud = ud, .file = name, .size = size };
    bool sound = false;
    struct arena scratch;
    arena_init(&scratch, allocator, 0);
    char *padded = size < SCAN_FILE ? arena_take(&scratch, size + SCAN_PADDING + 1) : NULL;
    struct scan *scan = arena_take(&scratch, sizeof *scan);
    if (padded && scan) {
        memcpy(padded, text, size);
        sink.text = padded;
        if (scan_text(scan, padded, size, allocator, seed, &sink)) {
            struct reading r = { &sink, scan->nodes, arena, &scratch };
            sound = read_all(&r, ret_sources, ret_count) && !sink.errors && !arena->failed && !scratch.failed;
        }
        scan_free(scan);
    }
    if (!sound && !sink.errors) diagnose(&sink, CODE_MEMORY, NO_SPAN, NULL, "no memory was left to read the sources");
    arena_free(&scratch);
    return sound;
}
