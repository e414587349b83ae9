/* test_json.c - Lua tables of a test as JSON text. Keys are written in alphabetical order. */
#include "lua/test_json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 12, MOST_KEYS = 64 };

static void write_string(struct text *t, const char *s, size_t n)
{
    text_char(t, '"');
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c == '"' || c == '\\') text_char(t, '\\'), text_char(t, (char)c);
        else if (c < 0x20) text_add(t, "\\u%04x", c);
        else text_char(t, (char)c);
    }
    text_char(t, '"');
}

static void write_number(lua_State *L, int index, struct text *t)
{
    if (lua_isinteger(L, index)) text_add(t, "%lld", (long long)lua_tointeger(L, index));
    else text_add(t, "%.17g", lua_tonumber(L, index));
}

static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

size_t test_keys(lua_State *L, int table, const char **names, size_t most)
{
    size_t n = 0;
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING) continue;
        if (n == most) raise_error(L, "a table of a test has more than %d names", (int)most);
        names[n++] = lua_tostring(L, -2); /* the table keeps it */
    }
    qsort(names, n, sizeof *names, by_name);
    return n;
}

static void write_table(lua_State *L, int index, struct text *t, int depth)
{
    luaL_checkstack(L, 10, "too many values");
    raw_contents(L, index);
    int table = lua_gettop(L);
    lua_Integer n = (lua_Integer)lua_rawlen(L, table);
    const char *names[MOST_KEYS];
    size_t count = test_keys(L, table, names, MOST_KEYS);
    if (depth > DEEPEST) raise_error(L, "tables of a test, more than %d deep", DEEPEST);
    if (t->failed) raise_error(L, "the facts of a test are longer than 4 MB");
    if (n || !count) {
        text_char(t, '[');
        for (lua_Integer i = 1; i <= n; i++) {
            if (i > 1) text_char(t, ',');
            lua_rawgeti(L, table, i);
            test_value(L, lua_gettop(L), t, depth + 1);
            lua_pop(L, 1);
        }
        text_char(t, ']');
    } else {
        text_char(t, '{');
        for (size_t i = 0; i < count; i++) {
            if (i) text_char(t, ',');
            write_string(t, names[i], strlen(names[i]));
            text_char(t, ':');
            lua_getfield(L, table, names[i]);
            test_value(L, lua_gettop(L), t, depth + 1);
            lua_pop(L, 1);
        }
        text_char(t, '}');
    }
    lua_settop(L, table - 1);
}

void test_value(lua_State *L, int index, struct text *t, int depth)
{
    size_t length;
    switch (lua_type(L, index)) {
    case LUA_TSTRING: {
        const char *s = lua_tolstring(L, index, &length);
        write_string(t, s, length);
        break;
    }
    case LUA_TNUMBER: write_number(L, index, t); break;
    case LUA_TBOOLEAN: text_string(t, lua_toboolean(L, index) ? "true" : "false"); break;
    case LUA_TLIGHTUSERDATA: text_string(t, "null"); break;
    case LUA_TTABLE: write_table(L, index, t, depth); break;
    default: raise_error(L, "%s in the facts of a test", luaL_typename(L, index));
    }
}
