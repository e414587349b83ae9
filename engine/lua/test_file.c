/* test_file.c - reads a *_test.lua: merges each test's changes into the facts that all start from. */
#include "lua/test_file.h"

#include <stdio.h>
#include <string.h>

#include "lua/loader.h"
#include "lua/test_json.h"
#include "lua/test_names.h"

enum { MOST_TESTS = 1000, MOST_NAMES = 64 };
struct merging {
    struct loading l;
    struct test_file *file;
    int facts, set, unset, without, add; /* stack indexes of raw tables; 0: none */
    int complete;
    struct text *json;
    size_t searched; /* bytes of the text that are before the next test, and the line there */
    uint32_t line;
};

static bool list_has(lua_State *L, int list, const char *text)
{
    if (!list) return false;
    for (lua_Integer i = 1, n = (lua_Integer)lua_rawlen(L, list); i <= n; i++) {
        bool same = lua_rawgeti(L, list, i) == LUA_TSTRING && !strcmp(lua_tostring(L, -1), text);
        lua_pop(L, 1);
        if (same) return true;
    }
    return false;
}

static const char *record_id(lua_State *L, int record)
{
    const char *id = raw_field(L, record, "id") == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
    lua_pop(L, 1);
    return id;
}

static void comma(struct text *t)
{
    if (t->length && t->data[t->length - 1] != '{' && t->data[t->length - 1] != '[') text_char(t, ',');
}

static void member(struct text *t, const char *name)
{
    comma(t);
    text_add(t, "\"%s\":", name);
}

/* The fields that `set` gives a record beyond those that it has. */
static void added_fields(struct merging *m, const char *id, const char *const *names, size_t count)
{
    lua_State *L = m->l.L;
    const char *paths[MOST_NAMES];
    size_t n = m->set && id ? test_keys(L, m->set, paths, MOST_NAMES) : 0, length = id ? strlen(id) : 0;
    for (size_t i = 0; i < n; i++) {
        const char *dot = strrchr(paths[i], '.');
        if (!dot || (size_t)(dot - paths[i]) != length || memcmp(paths[i], id, length)) continue;
        bool has = false;
        for (size_t k = 0; k < count; k++) has = has || !strcmp(names[k], dot + 1);
        if (has) continue;
        member(m->json, dot + 1);
        raw_field(L, m->set, paths[i]);
        test_value(L, lua_gettop(L), m->json, 0);
        lua_pop(L, 1);
    }
}

static void one_field(struct merging *m, int record, const char *id, const char *name)
{
    lua_State *L = m->l.L;
    char path[200];
    snprintf(path, sizeof path, "%s.%s", id ? id : "", name);
    if (id && list_has(L, m->unset, path)) return;
    member(m->json, name);
    if (!m->set || !id || raw_field(L, m->set, path) == LUA_TNIL) {
        if (m->set && id) lua_pop(L, 1);
        raw_field(L, record, name);
    }
    test_value(L, lua_gettop(L), m->json, 0);
    lua_pop(L, 1);
}

static void one_record(struct merging *m, enum kind kind, int index)
{
    lua_State *L = m->l.L;
    if (!lua_istable(L, index)) raise_error(L, "a record of a test is a table");
    raw_contents(L, index);
    int record = lua_gettop(L);
    const char *id = record_id(L, record), *names[MOST_NAMES];
    if (id && list_has(L, m->without, id)) {
        lua_settop(L, record - 1);
        return;
    }
    size_t count = test_keys(L, record, names, MOST_NAMES);
    comma(m->json);
    text_char(m->json, '{');
    for (size_t i = 0; i < count; i++) one_field(m, record, id, names[i]);
    added_fields(m, id, names, count);
    const char *title = kind == KIND_ENTITY ? "name" : kind == KIND_SOURCE ? "title" : NULL;
    if (title && id) {
        bool has = false;
        for (size_t i = 0; i < count; i++) has = has || !strcmp(names[i], title);
        if (!has) {
            member(m->json, title);
            lua_pushstring(L, id);
            test_value(L, lua_gettop(L), m->json, 0);
        }
    }
    text_char(m->json, '}');
    lua_settop(L, record - 1);
}

static void records_of(struct merging *m, enum kind kind, int facts)
{
    lua_State *L = m->l.L;
    if (!facts) return;
    if (raw_field(L, facts, model_kind(kind)->plural) == LUA_TTABLE) {
        raw_contents(L, -1);
        int list = lua_gettop(L);
        for (lua_Integer i = 1, n = (lua_Integer)lua_rawlen(L, list); i <= n; i++) {
            lua_rawgeti(L, list, i);
            one_record(m, kind, lua_gettop(L));
            lua_settop(L, list);
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static bool has_kind(struct merging *m, int facts, enum kind kind)
{
    if (!facts) return false;
    bool has = raw_field(m->l.L, facts, model_kind(kind)->plural) == LUA_TTABLE;
    lua_pop(m->l.L, 1);
    return has;
}

/* A field of the case: the test's own, else that of the facts, else a default (NULL: left out). */
static void case_field(struct merging *m, int test, const char *name, const char *otherwise)
{
    lua_State *L = m->l.L;
    int type = raw_field(L, test, name);
    if (type == LUA_TNIL && m->facts) lua_pop(L, 1), type = raw_field(L, m->facts, name);
    if (type != LUA_TNIL || otherwise) {
        member(m->json, name);
        if (type == LUA_TNIL) text_add(m->json, "\"%s\"", otherwise);
        else test_value(L, lua_gettop(L), m->json, 0);
    }
    lua_pop(L, 1);
}

static void write_case(struct merging *m, int test)
{
    struct text *t = m->json;
    text_string(t, "{\"format\":\"compliance-facts/1\",\"case\":{\"id\":\"test\",\"title\":\"test\"");
    case_field(m, test, "as_of", "2025-01-01");
    case_field(m, test, "jurisdictions", NULL);
    case_field(m, test, "complete", NULL);
    text_char(t, '}');
    for (int k = 0; k < KIND_COUNT; k++) {
        if (!has_kind(m, m->facts, (enum kind)k) && !has_kind(m, m->add, (enum kind)k)) continue;
        member(t, model_kind((enum kind)k)->plural);
        text_char(t, '[');
        records_of(m, (enum kind)k, m->facts);
        records_of(m, (enum kind)k, m->add);
        text_char(t, ']');
    }
    text_char(t, '}');
    if (t->failed) raise_error(m->l.L, "no memory was left");
}

/* ---- one test ---- */

static int table_of(struct merging *m, int test, const char *name)
{
    lua_State *L = m->l.L;
    if (!field_at(&m->l, test, name)) return 0;
    if (!lua_istable(L, -1)) refuse(&m->l, "'%s' of a test is a table", name);
    raw_contents(L, -1);
    return lua_gettop(L);
}

static const char *copied(struct merging *m, const char *text)
{
    const char *copy = arena_copy(&m->file->arena, text, strlen(text));
    if (!copy) raise_error(m->l.L, "no memory was left");
    return copy;
}

static void *array_of(struct merging *m, size_t count, size_t size)
{
    void *items = arena_array(&m->file->arena, count + 1, size);
    if (!items) raise_error(m->l.L, "no memory was left");
    return items;
}

/* The line of the test that has the name, looked for behind that of the test before: an equal text may stand above. */
static uint32_t line_of_test(struct merging *m, const char *name)
{
    const char *end = m->l.text + m->l.length;
    size_t n = strlen(name);
    for (const char *at = m->l.text + m->searched; n && (size_t)(end - at) > n + 1; at++) {
        if ((*at != '"' && *at != '\'') || at[n + 1] != *at || memcmp(at + 1, name, n) != 0) continue;
        for (const char *p = m->l.text + m->searched; p < at; p++) m->line += *p == '\n';
        m->searched = (size_t)(at + 1 - m->l.text);
        return m->line;
    }
    return line_of_text(&m->l, name);
}

/* Needs, or clears_if. */
static const struct expected_need *read_names(struct merging *m, int list, uint32_t line, const char *key,
                                              size_t *ret_count)
{
    lua_State *L = m->l.L;
    *ret_count = lua_rawlen(L, list);
    struct expected_need *needs = array_of(m, *ret_count, sizeof *needs);
    line = test_line_from(&m->l, line, key);
    for (size_t i = 0; i < *ret_count; i++) {
        lua_rawgeti(L, list, (lua_Integer)i + 1);
        needs[i].what = copied(m, string_at(&m->l, -1, key));
        needs[i].line = test_line_from(&m->l, line, needs[i].what);
    }
    return needs;
}

static void read_subject(struct merging *m, int map, struct rule_test *out)
{
    const char *names[MOST_NAMES];
    out->subject_count = test_keys(m->l.L, map, names, MOST_NAMES);
    struct named_id *subject = array_of(m, out->subject_count, sizeof *subject);
    for (size_t i = 0; i < out->subject_count; i++) {
        raw_field(m->l.L, map, names[i]);
        subject[i] = (struct named_id){ copied(m, names[i]), copied(m, string_at(&m->l, -1, "a role's id")) };
    }
    out->subject = subject;
}

static void read_figures(struct merging *m, int map, struct rule_test *out)
{
    lua_State *L = m->l.L;
    const char *names[MOST_NAMES];
    out->figure_count = test_keys(L, map, names, MOST_NAMES);
    struct expected_figure *figures = array_of(m, out->figure_count, sizeof *figures);
    for (size_t i = 0; i < out->figure_count; i++) {
        figures[i].name = copied(m, names[i]);
        figures[i].line = test_line_from(&m->l, test_line_from(&m->l, out->line, "figures"), names[i]);
        if (raw_field(L, map, names[i]) == LUA_TTABLE) {
            raw_contents(L, -1);
            int range = lua_gettop(L);
            raw_field(L, range, "min"), raw_field(L, range, "max");
            figures[i].low = luaL_checknumber(L, -2), figures[i].high = luaL_checknumber(L, -1);
        } else figures[i].low = figures[i].high = luaL_checknumber(L, -1);
    }
    out->figures = figures;
}

static void read_expectations(struct merging *m, int test, struct rule_test *out)
{
    lua_State *L = m->l.L;
    out->open = -1;
    if (!field_at(&m->l, test, "expect")) refuse(&m->l, "a test says what it expects: expect = \"flagged\"");
    out->expect = copied(m, string_at(&m->l, -1, "expect"));
    out->expect_line = test_line_from(&m->l, out->line, "expect");
    if (field_at(&m->l, test, "open")) {
        if (!lua_isinteger(L, -1) || lua_tointeger(L, -1) < 0 || lua_tointeger(L, -1) > 1000)
            refuse(&m->l, "open is the number of open rebuttals");
        out->open = (int)lua_tointeger(L, -1);
        out->open_line = test_line_from(&m->l, out->line, "open");
    }
    int needs = table_of(m, test, "needs");
    if (needs) out->needs = read_names(m, needs, out->line, "needs", &out->need_count);
    int clears_if = table_of(m, test, "clears_if");
    if (clears_if) out->clears_if = read_names(m, clears_if, out->line, "clears_if", &out->clears_if_count);
    int subject = table_of(m, test, "subject");
    if (subject) read_subject(m, subject, out);
    int figures = table_of(m, test, "figures");
    if (figures) read_figures(m, figures, out);
}

static void one_test(struct merging *m, int index, int facts, struct rule_test *out)
{
    static const char *const keys[] = {
#define TEST_KEY(NAME, ...) NAME,
#include "lua/api.def"
    };
    lua_State *L = m->l.L;
    luaL_checkstack(L, 60, "too many values");
    if (!lua_istable(L, index)) refuse(&m->l, "a test is a table { \"sentence\", expect = … }");
    raw_contents(L, index);
    int test = lua_gettop(L);
    check_keys(&m->l, test, keys, sizeof keys / sizeof keys[0], 1, "a test");
    lua_rawgeti(L, test, 1);
    out->name = copied(m, string_at(&m->l, -1, "the name of a test"));
    out->line = m->l.line = line_of_test(m, out->name);
    read_expectations(m, test, out);
    m->facts = facts;
    int own = table_of(m, test, "facts");
    if (own) m->facts = own;
    m->set = table_of(m, test, "set"), m->unset = table_of(m, test, "unset");
    m->without = table_of(m, test, "without"), m->add = table_of(m, test, "add");
    if (own) test_check_kinds(&m->l, own, true, out->line);
    if (m->add) test_check_kinds(&m->l, m->add, false, test_line_from(&m->l, out->line, "add"));
    test_check_names(&m->l, &(struct test_tables){ m->facts, m->add, m->set, m->unset, m->without, out->line });
    m->json = &out->json;
    write_case(m, test);
    lua_settop(L, test - 1);
}

/* { { "unless 1", "false", "why" }, … } */
static void read_impossible(struct merging *m, int list)
{
    static const char *const truths[] = { [NO] = "false", [UNKNOWN] = "unknown", [YES] = "true" };
    lua_State *L = m->l.L;
    size_t count = lua_rawlen(L, list);
    struct impossible *all = array_of(m, count, sizeof *all);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, list, (lua_Integer)i + 1);
        if (!lua_istable(L, -1)) refuse(&m->l, "cannot_be is written { { \"unless 1\", \"false\", \"why\" }, … }");
        raw_contents(L, -1);
        int row = lua_gettop(L);
        for (int k = 1; k <= 3; k++) lua_rawgeti(L, row, k);
        all[i].element = copied(m, string_at(&m->l, row + 1, "the element of cannot_be"));
        all[i].reason = copied(m, string_at(&m->l, row + 3, "the reason of cannot_be"));
        all[i].line = test_line_from(&m->l, test_line_from(&m->l, 1, "cannot_be"), all[i].reason);
        all[i].truth = (uint8_t)word_choice(&m->l, row + 2, "what an element cannot be", truths, 3);
        if (strlen(all[i].reason) < 10) refuse(&m->l, "cannot_be says why, in a sentence");
        lua_settop(L, row - 2);
    }
    m->file->impossible = all, m->file->impossible_count = count;
}

static const char *const file_keys[] = {
#define FILE_KEY(NAME, ...) NAME,
#include "lua/api.def"
};

struct file_call {
    struct machine *m;
    struct test_file *file;
    const char *path, *text;
    size_t length;
};

static int run_file(lua_State *L)
{
    struct file_call *call = lua_touserdata(L, 1);
    struct merging m = { .l = { .L = L, .m = call->m, .path = call->path, .text = call->text, .length = call->length },
                         .file = call->file,
                         .line = 1 };
    luaL_checkstack(L, 60, "too many values");
    bool assigns; /* what a test keeps, it keeps for itself */
    if (!load_chunk(L, "rule", call->text, call->length, NULL, &assigns)) return lua_error(L);
    test_check_nil(&m.l);
    lua_call(L, 0, 1);
    if (!lua_istable(L, -1)) refuse(&m.l, "a test file returns a table");
    int table = lua_gettop(L);
    if (field_at(&m.l, table, "rule")) call->file->rule = copied(&m, string_at(&m.l, -1, "rule"));
    int cannot = table_of(&m, table, "cannot_be");
    if (cannot) read_impossible(&m, cannot);
    int facts = table_of(&m, table, "facts");
    if (facts) test_check_kinds(&m.l, facts, true, 1);
    m.l.line = 0;
    lua_Integer n = (lua_Integer)lua_rawlen(L, table);
    if (n < 1 || n > MOST_TESTS) refuse(&m.l, "a test file has 1 to %d tests", MOST_TESTS);
    check_keys(&m.l, table, file_keys, sizeof file_keys / sizeof *file_keys, n, "a test file");
    call->file->tests = array_of(&m, (size_t)n, sizeof *call->file->tests);
    for (lua_Integer i = 1; i <= n; i++) text_init(&call->file->tests[i - 1].json, call->m->allocator, (size_t)4 << 20);
    call->file->count = (size_t)n;
    int top = lua_gettop(L);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, table, i);
        one_test(&m, lua_gettop(L), facts, &call->file->tests[i - 1]);
        lua_settop(L, top);
    }
    return 0;
}

bool machine_test_file(struct machine *m, const char *path, const char *text, size_t length, struct test_file *ret_file)
{
    *ret_file = (struct test_file){ 0 };
    arena_init(&ret_file->arena, m->allocator, 0);
    struct file_call call = { m, ret_file, path, text, length };
    m->refused = false;
    m->testing = true;
    limits_on(m);
    enum ended ended = machine_protect(m, run_file, &call);
    limits_off(m);
    m->testing = false;
    struct failure failure = m->failure;
    if (ended == ENDED_WELL) return modules_kept(m);
    modules_kept(m);
    if (ended != ENDED_FAILED) fail(m, "rule", 0, "a test file asks nothing of a case");
    else m->failure = failure;
    return false;
}

void test_file_free(struct test_file *file)
{
    for (size_t i = 0; i < file->count; i++) text_free(&file->tests[i].json);
    arena_free(&file->arena);
}
