/* test_names.c - see test_names.h. */
#include "lua/test_names.h"

#include <string.h>

#include "lua/test_json.h"
#include "lua/tokens.h"

enum { MOST_IDS = 1000, MOST_PATHS = 64 };

uint32_t test_line_from(const struct loading *l, uint32_t line, const char *text)
{
    if (!line) return 0;
    const char *at = l->text, *end = at + l->length;
    size_t n = strlen(text);
    for (uint32_t i = 1; at && i < line; i++) at = memchr(at, '\n', (size_t)(end - at)), at = at ? at + 1 : NULL;
    uint32_t here = line;
    for (; at && (size_t)(end - at) >= n; at++) {
        if (!memcmp(at, text, n)) return here;
        here += *at == '\n';
    }
    return line;
}

/* ---- kinds ---- */

void test_check_kinds(struct loading *l, int table, bool whole, uint32_t line)
{
    const char *known[KIND_COUNT + 3] = { "as_of", "jurisdictions", "complete" }, *names[MOST_PATHS];
    size_t others = whole ? 3 : 0, count = test_keys(l->L, table, names, MOST_PATHS);
    for (int k = 0; k < KIND_COUNT; k++) known[others + (size_t)k] = model_kind((enum kind)k)->plural;
    for (size_t i = 0; i < count; i++) {
        bool found = false;
        for (size_t k = 0; k < others + KIND_COUNT; k++) found = found || !strcmp(known[k], names[i]);
        if (found) continue;
        l->line = line > 1 ? test_line_from(l, line, names[i]) : line_of_key(l, names[i]);
        const char *near = nearest_name(names[i], strlen(names[i]), known, others + KIND_COUNT);
        refuse(l, "'%.60s' is no kind of fact; %s%s%s", names[i],
               near ? "the nearest is '" : "write entities, agreements, …", near ? near : "", near ? "'" : "");
    }
    l->line = line > 1 ? line : line_of_key(l, "facts");
    if (lua_rawlen(l->L, table))
        refuse(l, "facts are written { entities = { … }, agreements = { … } }, each record in the list of its kind");
}

/* ---- ids ---- */

struct known {
    const char *ids[MOST_IDS];
    uint8_t kinds[MOST_IDS];
    size_t count;
};

static void add_ids(lua_State *L, int facts, struct known *known)
{
    int top = lua_gettop(L);
    for (int k = 0; facts && k < KIND_COUNT; k++, lua_settop(L, top)) {
        if (raw_field(L, facts, model_kind((enum kind)k)->plural) != LUA_TTABLE) continue;
        raw_contents(L, -1);
        int list = lua_gettop(L);
        for (lua_Integer i = 1, n = (lua_Integer)lua_rawlen(L, list); i <= n; i++, lua_settop(L, list)) {
            if (lua_rawgeti(L, list, i) != LUA_TTABLE) continue;
            raw_contents(L, -1);
            if (raw_field(L, lua_gettop(L), "id") != LUA_TSTRING || known->count == MOST_IDS) continue;
            known->kinds[known->count] = (uint8_t)k;
            known->ids[known->count++] = lua_tostring(L, -1); /* the record keeps it */
        }
    }
}

/* The kind of the record with the id, which is the beginning of a path, or all of it. */
static enum kind kind_of(struct loading *l, const struct known *known, const char *what, const char *path,
                         size_t length)
{
    for (size_t i = 0; i < known->count; i++)
        if (strlen(known->ids[i]) == length && !memcmp(known->ids[i], path, length)) return (enum kind)known->kinds[i];
    const char *near = nearest_name(path, length, known->ids, known->count);
    if (known->count == MOST_IDS) return KIND_COUNT;
    refuse(l, "%s names '%.80s', but no record has this id%s%s%s", what, path, near ? "; the nearest is '" : "",
           near ? near : "", near ? "'" : "");
}

static void check_path(struct loading *l, const struct known *known, const char *what, const char *path)
{
    const char *dot = strrchr(path, '.'), *names[MOST_PATHS];
    size_t length = dot ? (size_t)(dot - path) : 0;
    const char *name = path + length + 1;
    if (!length) refuse(l, "%s names '%.80s': write \"id.field\"", what, path);
    enum kind kind = kind_of(l, known, what, path, length);
    if (kind == KIND_COUNT || model_find_field(kind, name, strlen(name)) != NO_FIELD) return;
    const struct kind_info *info = model_kind(kind);
    size_t count = 0;
    for (unsigned f = info->first; f <= info->last && count < MOST_PATHS; f++) names[count++] = model_fields[f].name;
    const char *near = nearest_name(name, strlen(name), names, count);
    refuse(l, "%s names '%.80s', but %s has no field '%.40s'%s%s%s", what, path, info->name, name,
           near ? "; the nearest is '" : "", near ? near : "", near ? "'" : "");
}

/* Each item of the list, as a path or as an id. */
static void check_list(struct loading *l, const struct known *known, const struct test_tables *t, int list,
                       const char *what, bool paths)
{
    if (list_length(l->L, list) < 0) refuse(l, "%s is written { %s, … }", what, paths ? "\"id.field\"" : "\"id\"");
    uint32_t line = test_line_from(l, t->line, what);
    for (lua_Integer i = 1, n = (lua_Integer)lua_rawlen(l->L, list); i <= n; i++) {
        lua_rawgeti(l->L, list, i);
        const char *item = string_at(l, -1, what);
        l->line = test_line_from(l, line, item);
        if (paths) check_path(l, known, what, item);
        else kind_of(l, known, what, item, strlen(item));
        lua_pop(l->L, 1);
    }
    l->line = t->line;
}

void test_check_names(struct loading *l, const struct test_tables *t)
{
    struct known known = { .count = 0 };
    const char *paths[MOST_PATHS];
    if (!t->set && !t->unset && !t->without) return;
    add_ids(l->L, t->facts, &known);
    add_ids(l->L, t->add, &known);
    size_t count = t->set ? test_keys(l->L, t->set, paths, MOST_PATHS) : 0;
    uint32_t line = test_line_from(l, t->line, "set");
    if (t->set && lua_rawlen(l->L, t->set)) refuse(l, "set is written { [\"id.field\"] = value, … }");
    for (size_t i = 0; i < count; i++) {
        l->line = test_line_from(l, line, paths[i]);
        check_path(l, &known, "set", paths[i]);
    }
    l->line = t->line;
    if (t->unset) check_list(l, &known, t, t->unset, "unset", true);
    if (t->without) check_list(l, &known, t, t->without, "without", false);
}

/* ---- nil ---- */

void test_check_nil(struct loading *l)
{
    static const uint64_t begins = WORD_BIT(SIGN_PARTS) | WORD_BIT(SIGN_CURLY);
    struct reader r = reader_of(l->text, l->length);
    struct token last[3] = { { 0 } }; /* the three before: { name = */
    for (struct token t = next_token(&r); t.kind;
         last[0] = last[1], last[1] = last[2], last[2] = t, t = next_token(&r)) {
        if (t.word != WORD_NIL || last[2].word != SIGN_ASSIGNS) continue;
        struct reader ahead = r;
        struct token after = next_token(&ahead);
        if (!token_in(&after, WORD_BIT(SIGN_PARTS) | WORD_BIT(SIGN_UNCURLY))) continue;
        if (last[1].word != SIGN_UNSQUARE && !token_in(&last[0], begins)) continue;
        l->line = t.line;
        refuse(l, "a field that is nil is not there: write null for what is unknown, or unset = { \"id.field\" }");
    }
}
