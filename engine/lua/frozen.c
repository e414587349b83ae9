/* frozen.c - a rule keeps nothing: tables that cannot be written from here on, and the watch over the upvalues of functions
 * (DESIGN 5). */
#include "lua/inside.h"

/* Registry keys. */
static char frozen_key, watched_key, modules_key, strict_key;

static int refuse_write(lua_State *L)
{
    return raise_error(L, "a rule keeps nothing: this table cannot be changed after loading");
}

void sandbox_readonly(lua_State *L, lua_CFunction missing, lua_CFunction written)
{
    if (missing) {
        lua_createtable(L, 0, 1);
        lua_pushcfunction(L, missing);
        lua_setfield(L, -2, "__index");
        lua_setmetatable(L, -2);
    }
    lua_newtable(L);
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, written ? written : refuse_write);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    /* it is its own frozen form: freezing must not touch it */
    lua_rawgetp(L, LUA_REGISTRYINDEX, &frozen_key);
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -4);
    lua_rawset(L, -3);
    lua_pop(L, 1);
    lua_remove(L, -2);
}

/* ---- freezing ---- */

static int frozen_length(lua_State *L)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &frozen_key);
    lua_pushvalue(L, 1);
    lua_rawget(L, -2);
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, -1));
    return 1;
}

void raw_contents(lua_State *L, int index)
{
    index = lua_absindex(L, index);
    if (!lua_getmetatable(L, index)) { /* a frozen table has one */
        lua_pushvalue(L, index);
        return;
    }
    lua_pop(L, 1);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &frozen_key);
    lua_pushvalue(L, index);
    lua_rawget(L, -2);
    lua_remove(L, -2);
    if (lua_istable(L, -1)) return;
    lua_pop(L, 1);
    lua_pushvalue(L, index);
}

/* A name that a frozen table has not: nil would be a filter's field, or a list's last item, that is not there. Past the end
 * of a list is nil, by which ipairs ends. Arguments: the hidden table, the key. */
static int refuse_missing(lua_State *L)
{
    enum { MOST_NAMES = 100 };
    const char *names[MOST_NAMES];
    size_t count = 0;
    if (lua_type(L, 2) == LUA_TNUMBER) return 0;
    if (lua_type(L, 2) != LUA_TSTRING)
        return raise_error(L, "%s is no key of a table: the keys of a rule's tables are texts", value_described(L, 2));
    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1))
        if (lua_type(L, -2) == LUA_TSTRING && count < MOST_NAMES) names[count++] = lua_tostring(L, -2);
    const char *name = lua_tostring(L, 2), *near = nearest_name(name, lua_rawlen(L, 2), names, count);
    if (near) return raise_error(L, "the table has no '%.60s'; the nearest is '%s'", name, near);
    return raise_error(L, "the table has no '%.60s': write %.60s = false in it where there is none", name, name);
}

int raw_field(lua_State *L, int table, const char *name)
{
    lua_pushstring(L, name);
    return lua_rawget(L, table);
}

/* ---- what is still to be looked at ---- */

/* So many tables and functions has a usual rule: room for them at once, where a table that doubles is made anew each time. */
enum { USUAL_TABLES = 64, USUAL_FUNCTIONS = 32 };

/* A list instead of recursion, so that a deep structure cannot exhaust the C stack. */
struct work {
    int list; /* its place on the stack */
    lua_Integer count;
};

/* Appends a value that may hold others. */
static void later(lua_State *L, int index, struct work *work)
{
    int type = lua_type(L, index);
    if (type != LUA_TTABLE && type != LUA_TFUNCTION) return;
    lua_pushvalue(L, index);
    lua_rawseti(L, work->list, ++work->count);
}

/* Takes values off the list until one is new to the table of its kind, and leaves that one on top of what stands up to `top`.
 * False: none is left. */
static bool next_new(lua_State *L, struct work *work, int tables, int functions, int top)
{
    while (work->count) {
        lua_settop(L, top);
        lua_rawgeti(L, work->list, work->count);
        lua_pushnil(L);
        lua_rawseti(L, work->list, work->count--);
        lua_pushvalue(L, -1);
        bool met = lua_rawget(L, lua_istable(L, -1) ? tables : functions) != LUA_TNIL;
        lua_pop(L, 1);
        if (!met) return true;
    }
    return false;
}

/* Moves the contents of the table at `index` into a hidden one, to be looked at later, and leaves a read-only proxy. */
static void empty_into_proxy(lua_State *L, int index, int frozen, struct work *work)
{
    enum { USUAL_NAMES = 4 }; /* of a table that is no list: grown by doubling, it would be moved again and again */
    int items = (int)lua_rawlen(L, index);
    lua_createtable(L, items, items ? 0 : USUAL_NAMES);
    int hidden = lua_gettop(L), key = hidden + 1, value = hidden + 2;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &strict_key);
    lua_setmetatable(L, hidden);
    for (lua_pushnil(L); lua_next(L, index);) {
        later(L, value, work);
        later(L, key, work);
        lua_pushvalue(L, key);
        lua_insert(L, value);
        lua_rawset(L, hidden);
        lua_pushvalue(L, key);
        lua_pushnil(L);
        lua_rawset(L, index);
    }
    lua_pushvalue(L, index);
    lua_pushvalue(L, hidden);
    lua_rawset(L, frozen);
    lua_createtable(L, 0, 3);
    lua_pushvalue(L, hidden);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, refuse_write);
    lua_setfield(L, -2, "__newindex");
    lua_pushcfunction(L, frozen_length);
    lua_setfield(L, -2, "__len");
    lua_setmetatable(L, index);
    lua_settop(L, hidden - 1);
}

/* The value at the index is new no more. */
static void mark(lua_State *L, int index, int seen)
{
    lua_pushvalue(L, index);
    lua_pushboolean(L, 1);
    lua_rawset(L, seen);
}

/* ---- upvalues: what a rule may not change ---- */

/* The lists and sets of one walk, by their places on the stack. */
struct walk {
    struct work work;
    int tables;    /* those met: `frozen`, where they are to be frozen */
    int functions; /* those met */
    int list;      /* what is watched: see watch_function; 0: nothing */
};

/* What the function's upvalues hold is looked at later. */
static void walk_function(lua_State *L, int function, struct work *work)
{
    for (int i = 1; lua_getupvalue(L, function, i); i++) {
        later(L, lua_gettop(L), work);
        lua_pop(L, 1);
    }
}

/* Appends to the list: the function, how many upvalues it has, and each as it is now. */
static void watch_function(lua_State *L, int function, int list)
{
    lua_Integer at = (lua_Integer)lua_rawlen(L, list) + 1, count = 0;
    if (!lua_getupvalue(L, function, 1)) return;
    lua_pop(L, 1);
    lua_pushvalue(L, function);
    lua_rawseti(L, list, at);
    lua_pushinteger(L, 0); /* the list has no hole */
    lua_rawseti(L, list, at + 1);
    for (; lua_getupvalue(L, function, (int)count + 1); count++) {
        if (lua_isnil(L, -1)) lua_pushlightuserdata(L, &watched_key), lua_replace(L, -2); /* stands for nil */
        lua_rawseti(L, list, at + 2 + count);
    }
    lua_pushinteger(L, count);
    lua_rawseti(L, list, at + 1);
}

/* The values of the table on top, and its keys, are looked at later. */
static void walk_table(lua_State *L, struct work *work)
{
    int table = lua_gettop(L);
    for (lua_pushnil(L); lua_next(L, table);) {
        later(L, table + 2, work);
        later(L, table + 1, work);
        lua_pop(L, 1);
    }
}

/* Freezes the tables on the work list and all that is reachable, and watches the functions among it. */
static void close_all(lua_State *L, struct walk *w)
{
    int top = lua_gettop(L);
    while (next_new(L, &w->work, w->tables, w->functions, top)) {
        int value = lua_gettop(L);
        if (lua_istable(L, value)) {
            empty_into_proxy(L, value, w->tables, &w->work);
            continue;
        }
        mark(L, value, w->functions);
        if (lua_iscfunction(L, value)) continue;
        walk_function(L, value, &w->work);
        if (w->list) watch_function(L, value, w->list);
    }
    lua_settop(L, top);
}

/* Puts the functions in the table, as deep as they stand, on the list `held`. */
static void find_functions(lua_State *L, int table, struct work *held)
{
    int top = lua_gettop(L);
    lua_createtable(L, USUAL_TABLES, 0);
    lua_createtable(L, 0, USUAL_TABLES);
    struct work work = { top + 1, 0 };
    int met = top + 2;
    later(L, table, &work);
    while (next_new(L, &work, met, met, met)) {
        int value = lua_gettop(L);
        mark(L, value, met);
        if (lua_istable(L, value)) walk_table(L, &work);
        else later(L, value, held);
    }
    lua_settop(L, top);
}

/* Of a rule, or with NULL: of what was required, all in one list. */
static const void *watch_key(const struct rule *rule) { return rule ? (const void *)rule : &modules_key; }

/* Pushes what is watched of the rule or the libraries, nothing at first, to be kept with its functions. */
static void push_watched(lua_State *L, const struct rule *rule)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &watched_key);
    if (lua_rawgetp(L, -1, watch_key(rule)) != LUA_TTABLE) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, -1);
        lua_rawsetp(L, -3, watch_key(rule));
    }
    lua_remove(L, -2);
}

void sandbox_close(lua_State *L, int index, const struct rule *rule, bool watched)
{
    index = lua_absindex(L, index);
    luaL_checkstack(L, 20, "too many values");
    int top = lua_gettop(L);
    struct walk w = { { top + 1, 0 }, top + 2, top + 3, watched ? top + 4 : 0 };
    lua_createtable(L, USUAL_FUNCTIONS, 0);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &frozen_key);
    lua_createtable(L, 0, USUAL_FUNCTIONS);
    if (watched) push_watched(L, rule);
    if (rule) find_functions(L, index, &w.work);
    else later(L, index, &w.work);
    close_all(L, &w);
    lua_settop(L, top);
}

bool sandbox_kept(lua_State *L, const struct rule *rule, const char **ret_name)
{
    bool kept = false;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &watched_key);
    if (lua_rawgetp(L, -1, watch_key(rule)) != LUA_TTABLE) {
        lua_pop(L, 2);
        return false;
    }
    int list = lua_gettop(L), function = list + 1;
    lua_Integer n = (lua_Integer)lua_rawlen(L, list);
    for (lua_Integer at = 1; at < n; lua_settop(L, list)) {
        lua_rawgeti(L, list, at);
        lua_rawgeti(L, list, at + 1);
        int count = (int)lua_tointeger(L, -1);
        at += 2;
        for (int i = 1; i <= count; i++, at++) {
            lua_settop(L, function);
            const char *name = lua_getupvalue(L, function, i);
            lua_rawgeti(L, list, at);
            if (lua_rawequal(L, -1, -2)) continue;
            bool was_nil = lua_islightuserdata(L, -1) && lua_touserdata(L, -1) == &watched_key;
            if (was_nil && lua_isnil(L, -2)) continue;
            if (was_nil) lua_pushnil(L);
            *ret_name = name, kept = true;
            lua_setupvalue(L, function, i);
        }
    }
    lua_pop(L, 2);
    return kept;
}

void frozen_open(lua_State *L)
{
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &frozen_key);
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &watched_key);
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, refuse_missing);
    lua_setfield(L, -2, "__index");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &strict_key);
}
