/* bibliography.c - reads sources.json with the strict scan and cJSON, as facts are read. */
#include "facts/bibliography.h"

#include <string.h>

#include "base/date.h"
#include "facts/cjson_arena.h"
#include "facts/scan.h"

struct reading {
    struct sink *sink;
    const struct scanned *nodes;
    struct arena *arena;
};
static struct span span_at(const struct reading *r, uint32_t index)
{
    return (struct span){ r->nodes[index].at, (uint32_t)scan_value_length(r->sink->text + r->nodes[index].at) };
}

static const char *copied(struct reading *r, const cJSON *value)
{
    return arena_copy(r->arena, value->valuestring, strlen(value->valuestring));
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

static void read_field(struct reading *r, struct law_source *s, const cJSON *field, uint32_t index)
{
    static const char *const names[] = { "title", "publisher", "date", "url", "note", "verified" };
    const char **places[] = { &s->title, &s->publisher, &s->date, &s->url, NULL };
    for (size_t i = 0; i < 5; i++) {
        if (strcmp(field->string, names[i]) != 0) continue;
        if (cJSON_IsString(field)) {
            if (places[i]) *places[i] = copied(r, field);
            if (i == 2) check_date(r, field->valuestring, index);
        } else if (!cJSON_IsNull(field) || i == 0)
            diagnose(r->sink, CODE_SCHEMA, span_at(r, index), NULL, "'%s' of a source must be a text", names[i]);
        return;
    }
    if (!strcmp(field->string, "verified")) {
        if (!cJSON_IsBool(field))
            diagnose(r->sink, CODE_SCHEMA, span_at(r, index), NULL, "'verified' must be true or false");
        s->verified = cJSON_IsTrue(field);
        return;
    }
    char quoted[100];
    size_t length = strlen(field->string);
    diagnose(r->sink, CODE_SCHEMA, span_at(r, index), nearest_name(field->string, length, names, 6),
             "unknown field '%s' of a source", quotable(field->string, length, quoted, sizeof quoted));
}

static void read_source(struct reading *r, struct law_source *s, const cJSON *value, uint32_t index)
{
    s->id = arena_copy(r->arena, value->string, strlen(value->string));
    if (!cJSON_IsObject(value)) {
        diagnose(r->sink, CODE_SCHEMA, span_at(r, index), NULL, "a source must be an object");
        return;
    }
    uint32_t at = index + 1;
    for (const cJSON *field = value->child; field; field = field->next, at = r->nodes[at].after)
        read_field(r, s, field, at);
    if (!s->title && !r->arena->failed)
        diagnose(r->sink, CODE_SCHEMA, span_at(r, index), NULL, "a source needs a title");
}

static bool read_tree(struct reading *r, const cJSON *tree, struct law_source **ret_sources, size_t *ret_count)
{
    const cJSON *sources = NULL;
    uint32_t at = 1, sources_at = 0;
    bool format = false;
    for (const cJSON *member = tree->child; cJSON_IsObject(tree) && member;
         member = member->next, at = r->nodes[at].after) {
        if (!strcmp(member->string, "sources")) sources = member, sources_at = at;
        else if (!strcmp(member->string, "format"))
            format = cJSON_IsString(member) && !strcmp(member->valuestring, "compliance-sources/1");
        else diagnose(r->sink, CODE_SCHEMA, span_at(r, at), NULL, "unknown field beside 'format' and 'sources'");
    }
    if (!format) diagnose(r->sink, CODE_SCHEMA, span_at(r, 0), NULL, "the format must be \"compliance-sources/1\"");
    if (!sources || !cJSON_IsObject(sources)) {
        diagnose(r->sink, CODE_SCHEMA, span_at(r, sources_at), NULL, "'sources' must be an object of sources by id");
        return false;
    }
    size_t count = 0, i = 0;
    for (const cJSON *s = sources->child; s; s = s->next) count++;
    struct law_source *all = arena_array(r->arena, count + 1, sizeof *all);
    if (!all) return false;
    at = sources_at + 1;
    for (const cJSON *s = sources->child; s; s = s->next, at = r->nodes[at].after) read_source(r, &all[i++], s, at);
    *ret_sources = all, *ret_count = count;
    return true;
}

bool bibliography_read(const cc_allocator *allocator, uint64_t seed, const char *name, const char *text, size_t size,
                       struct arena *arena, cc_diagnostic_fn *emit, void *ud, struct law_source **ret_sources,
                       size_t *ret_count)
{
    struct sink sink = { .emit = emit, .ud = ud, .file = name, .size = size };
    struct scan *scan = NULL;
    cJSON *tree = NULL;
    bool in_arena = true, sound = false;
    struct arena scratch;
    arena_init(&scratch, allocator, 0);
    char *padded = size < SCAN_FILE ? arena_take(&scratch, size + SCAN_PADDING + 1) : NULL;
    scan = arena_take(&scratch, sizeof *scan);
    if (padded && scan) {
        memcpy(padded, text, size);
        sink.text = padded;
        if (scan_text(scan, padded, size, allocator, seed, &sink) &&
            (tree = cjson_parse(&scratch, padded, size, &in_arena)) != NULL) {
            struct reading r = { &sink, scan->nodes, arena };
            sound = read_tree(&r, tree, ret_sources, ret_count) && !sink.errors && !arena->failed;
        }
        if (!in_arena) cJSON_Delete(tree);
        scan_free(scan);
    }
    if (!sound && !sink.errors) diagnose(&sink, CODE_MEMORY, NO_SPAN, NULL, "no memory was left to read the sources");
    arena_free(&scratch);
    return sound;
}
