/* sandbox.c - what a rule can reach: an allow-list of globals, library tables stripped and read-only, and `require` for
 * lib/ alone (DESIGN 5). */
#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "lua/compiled.h"
#include "lua/guards.h"
#include "lua/inside.h"

/* Registry keys. */
static char env_key, loaded_key;

static int refuse_name(lua_State *L)
{
    const char *name = lua_isstring(L, 2) ? lua_tostring(L, 2) : "?"; /* a number too: of a text, say */
    return raise_error(L, "'%.60s' is not available to rules", name);
}

static int refuse_global(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    return raise_error(L, "a rule keeps nothing: '%.60s' is assigned but not local", name);
}

/* ---- the few library functions that are ours: bounded, and without addresses ---- */

static int rule_format(lua_State *L)
{
    size_t length;
    const char *format = luaL_checklstring(L, 1, &length), *end = format + length;
    int argument = 1, top = lua_gettop(L);
    luaL_Buffer out;
    luaL_buffinit(L, &out);
    for (const char *at = format; at < end; at++) {
        if (*at != '%') {
            luaL_addchar(&out, *at);
            continue;
        }
        if (++at < end && *at == '%') {
            luaL_addchar(&out, '%');
            continue;
        }
        if (at >= end || (*at != 's' && *at != 'd'))
            return raise_error(L, "string.format takes %%s and %%d alone: numbers print through a placeholder");
        if (++argument > top) return raise_error(L, "string.format has more places than values");
        if (lua_type(L, argument) != LUA_TSTRING && !lua_isinteger(L, argument))
            return raise_error(L, "string.format takes text and whole numbers, not %s", value_described(L, argument));
        lua_pushvalue(L, argument);
        luaL_tolstring(L, -1, NULL);
        lua_remove(L, -2);
        luaL_addvalue(&out);
    }
    luaL_pushresult(&out);
    return 1;
}

static int rule_insert(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    if (lua_gettop(L) != 2) return raise_error(L, "table.insert only appends: table.insert(list, value)");
    if (lua_isnil(L, 2))
        return raise_error(L, "table.insert appends nil, which is no item: ask with if whether there is one");
    lua_Integer n = luaL_len(L, 1);
    if (n == LUA_MAXINTEGER) return raise_error(L, "table.insert appends to a list, and this table has no end");
    lua_pushvalue(L, 2);
    lua_seti(L, 1, n + 1);
    return 0;
}

static int rule_unpack(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer first = luaL_optinteger(L, 2, 1),
                last = lua_isnoneornil(L, 3) ? luaL_len(L, 1) : luaL_checkinteger(L, 3);
    if (first > last) return 0;
    lua_Unsigned more = (lua_Unsigned)last - (lua_Unsigned)first; /* than one */
    if (more >= 200) return raise_error(L, "table.unpack gives at most 200 values");
    luaL_checkstack(L, (int)more + 1, "too many values");
    for (lua_Unsigned i = 0; i <= more; i++) lua_geti(L, 1, first + (lua_Integer)i);
    return (int)more + 1;
}

/* As Lua's own, which to the hook is one instruction and may walk a quarter of a million empty texts: here each counts. */
static int rule_concat(lua_State *L)
{
    if (lua_isuserdata(L, 1)) luaL_len(L, 1); /* what the engine handed out says what to write instead */
    luaL_checktype(L, 1, LUA_TTABLE);
    size_t length;
    const char *separator = luaL_optlstring(L, 2, "", &length);
    lua_Integer first = luaL_optinteger(L, 3, 1),
                last = lua_isnoneornil(L, 4) ? luaL_len(L, 1) : luaL_checkinteger(L, 4);
    luaL_Buffer out;
    luaL_buffinit(L, &out);
    for (lua_Integer i = first; i <= last; i++) {
        if (i % ITEMS_PER_INSTRUCTION == 0) spend(L, ITEMS_PER_INSTRUCTION);
        lua_geti(L, 1, i);
        if (!lua_isstring(L, -1))
            return raise_error(L, "invalid value (%s) at index %lld in table for 'concat'", luaL_typename(L, -1),
                               (long long)i);
        luaL_addvalue(&out);
        if (i == last) break; /* the largest integer has no next */
        luaL_addlstring(&out, separator, length);
    }
    luaL_pushresult(&out);
    return 1;
}

static const luaL_Reg table_functions[] = {
    { "concat", rule_concat }, { "insert", rule_insert }, { "unpack", rule_unpack }, { NULL, NULL }
};

/* ---- require ---- */

struct module {
    const char *name;
    struct text text;
    bool assigns;
};

/* Argument: the module. Gives its chunk. */
static int compile_module(lua_State *L)
{
    struct module *module = lua_touserdata(L, 1);
    char chunk[120], digest[DIGEST_HEX];
    snprintf(chunk, sizeof chunk, "lib/%s.lua", module->name);
    const char *text = module->text.data ? module->text.data : "";
    digest_hex(text, module->text.length, digest);
    if (!load_chunk(L, chunk, text, module->text.length, digest, &module->assigns)) return lua_error(L);
    return 1;
}

/* Arguments: the module, its chunk. Gives what it returns, read-only from here on, its upvalues watched. */
static int run_module(lua_State *L)
{
    const struct module *module = lua_touserdata(L, 1);
    lua_call(L, 0, 1);
    if (!lua_istable(L, -1) && !lua_isfunction(L, -1))
        return raise_error(L, "lib/%s.lua returns a table or a function, not %s", module->name, value_described(L, -1));
    machine_of(L)->library_assigns |= module->assigns;
    sandbox_close(L, lua_gettop(L), NULL, machine_of(L)->library_assigns);
    return 1;
}

/* Pushes what the module returns. On top of the stack stand the table of modules and its key there. The text is the
 * heap's: from here until it is free again nothing may raise but in protected mode. */
static void load_module(lua_State *L, struct module *module)
{
    int path = lua_gettop(L), status;
    lua_pushcfunction(L, run_module);
    lua_pushlightuserdata(L, module);
    lua_pushcfunction(L, compile_module);
    lua_pushlightuserdata(L, module);
    status = lua_pcall(L, 1, 1, 0);
    text_free(&module->text);
    if (status == LUA_OK) status = lua_pcall(L, 2, 1, 0);
    lua_pushvalue(L, path);
    if (status == LUA_OK) lua_pushvalue(L, -2);
    else lua_pushnil(L); /* who requires it next hears the same */
    lua_rawset(L, path - 1);
    if (status != LUA_OK) lua_error(L);
}

static int read_module(lua_State *L, const char *name)
{
    struct machine *m = machine_of(L);
    luaL_checkstack(L, 20, "too many values");
    for (size_t i = 0; i < m->folder_count; i++) {
        char path[1200];
        if (snprintf(path, sizeof path, "%s/lib/%s.lua", m->folders[i], name) >= (int)sizeof path) continue;
        lua_rawgetp(L, LUA_REGISTRYINDEX, &loaded_key);
        lua_pushstring(L, path);
        lua_pushvalue(L, -1);
        if (lua_rawget(L, -3) != LUA_TNIL) {
            if (lua_isboolean(L, -1)) raise_error(L, "lib/%s.lua requires itself", name);
            return 1;
        }
        lua_pop(L, 1);
        lua_pushvalue(L, -1);
        lua_pushboolean(L, 1);
        lua_rawset(L, -4);
        struct module module = { .name = name };
        text_init(&module.text, m->allocator, (size_t)1 << 20);
        if (m->files.read && m->files.read(m->files.ud, path, &module.text)) {
            load_module(L, &module);
            return 1;
        }
        bool too_long = module.text.failed;
        if (module.text.no_memory) m->refused = true;
        text_free(&module.text);
        lua_pushnil(L);
        lua_rawset(L, -3);
        if (too_long) raise_error(L, "lib/%s.lua is longer than 1 MB", name);
        lua_pop(L, 1);
    }
    return 0;
}

/* While files load: a module that a test required would be watched by nobody. What is for tests is not among the digests of
 * what an audit was made from (audit/inputs.c), so no rule may be made from it. */
static int rule_require(lua_State *L)
{
    const char *name = text_argument(L, 1);
    size_t length = strlen(name);
    if (machine_of(L)->facts) return raise_error(L, "require stands at the head of a file, not in a test");
    if (length != strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_-") || length > 100 || !length)
        return raise_error(L, "require finds lib/NAME.lua, where NAME is of small letters, digits, - and _");
    if (!machine_of(L)->testing && length > 5 && !strcmp(name + length - 5, "_test"))
        return raise_error(L, "lib/%s.lua is for tests; a rule cannot require it", name);
    if (!read_module(L, name)) return raise_error(L, "there is no lib/%s.lua", name);
    return 1;
}

bool load_chunk(lua_State *L, const char *name, const char *text, size_t length, const char *digest, bool *ret_assigns)
{
    struct compiled_text compiled;
    if (length >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3)) text += 3, length -= 3; /* a byte order mark */
    if (digest && compiled_find(name, digest, &compiled)) {
        /* the one place where Lua takes what is no text: the build made it */
        if (luaL_loadbufferx(L, compiled.chunk, compiled.length, "=", "b") != LUA_OK) return false;
        *ret_assigns = compiled.assigns;
    } else if (!guards_load(L, name, text, length, ret_assigns)) return false;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &env_key);
    if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
    return true;
}

/* ---- opening ---- */

#ifdef PLANTED_BUG /* never in a program that is for use: what the second wall is tested with (tests/wall/planted.c) */
void planted_open(lua_State *, int environment);
#endif

static void pick(lua_State *L, const char *library, lua_CFunction open, const char *const *names)
{
    luaL_requiref(L, library, open, 0);
    int from = lua_gettop(L);
    lua_newtable(L);
    for (; *names; names++) {
        lua_getfield(L, from, *names);
        lua_setfield(L, -2, *names);
    }
    lua_remove(L, from);
}

static void open_string(lua_State *L, int env)
{
    static const char *const names[] = { "sub", NULL };
    pick(L, "string", luaopen_string, names);
    lua_pushcfunction(L, rule_format);
    lua_setfield(L, -2, "format");
    sandbox_readonly(L, refuse_name, NULL);
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 1); /* the metatable of strings: its methods are the two that are allowed */
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
    lua_setfield(L, env, "string");
}

static int open_sandbox(lua_State *L)
{
    static const char *const base[] = { "ipairs", "select", NULL }, *const math[] = { "min", "max", "floor", NULL };
    frozen_open(L);
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &loaded_key);

    pick(L, "_G", luaopen_base, base);
    int env = lua_gettop(L);
    lua_pushcfunction(L, rule_require);
    lua_setfield(L, env, "require");
    functions_counted(L, "", global_functions);
    luaL_setfuncs(L, guard_functions, 0);

    lua_pushlightuserdata(L, NULL);
    lua_setfield(L, env, "null"); /* JSON's null, for the facts of tests */

    open_string(L, env);
    luaL_newlib(L, table_functions);
    sandbox_readonly(L, refuse_name, NULL);
    lua_setfield(L, env, "table");

    pick(L, "math", luaopen_math, math);
    sandbox_readonly(L, refuse_name, NULL);
    lua_setfield(L, env, "math");

#ifdef PLANTED_BUG
    planted_open(L, env);
#endif
    sandbox_readonly(L, refuse_name, refuse_global);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &env_key);
    /* the libraries as they came are forgotten: nothing may find them again */
    lua_pushnil(L);
    lua_setfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    lua_pushnil(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    handles_open(L);
    return 0;
}

bool sandbox_open(struct machine *m) { return machine_protect(m, open_sandbox, NULL) == ENDED_WELL; }
