/* guard_calls.c - what the guards in a rule's text call (guards.c): each gives what it was given, or fails by name. */
#include "lua/guards.h"

#include "lua/inside.h"

/* Arguments: the key or the number of an item, and the values that are to stand there. */
static int given(lua_State *L)
{
    int count = lua_gettop(L) - 1;
    for (int i = 0; i < count; i++)
        if (lua_isnil(L, 2 + i)) count = 0;
    if (count) return count;
    if (lua_type(L, 1) == LUA_TSTRING)
        return raise_error(
            L, "the value of '%s' is nil, and the field would be missing: where that is meant write … or nil",
            lua_tostring(L, 1));
    if (!lua_tointeger(L, 1))
        return raise_error(
            L, "the value of a key in brackets is nil, and would be missing: where that is meant write … or nil");
    return raise_error(L, "item %d of the list is nil, and would be missing: where that is meant write … or nil",
                       (int)lua_tointeger(L, 1));
}

static int key(lua_State *L)
{
    if (lua_isnil(L, 1) || handle_is(L, 1))
        return raise_error(L, "%s is no key of a table: write record:has{ field = … } or a:same_group(b)",
                           value_described(L, 1));
    lua_settop(L, 1);
    return 1;
}

/* The value of a condition. A text, a number, a table or a function of the file may stand for what an author left out. */
static int asked(lua_State *L)
{
    lua_settop(L, 1);
    if (lua_iscfunction(L, 1)) return raise_error(L, "a method is neither true nor false: write () after it");
    if (!handle_is(L, 1)) return 1;
    unsigned kind = handle_read(L, 1).kind;
    if (kind == HANDLE_SET) return raise_error(L, "a set was made and never asked: use :any() or :none()");
    const char *mend = kind == HANDLE_QUANTITY ? "compare it: … >= …"
                       : kind == HANDLE_LIST   ? "ask it: …:any()"
                                               : "ask it: …:has{ field = … }";
    return raise_error(L, "%s is neither true nor false; %s", value_described(L, 1), mend);
}

const luaL_Reg guard_functions[] = { { "__given", given }, { "__key", key }, { "__asked", asked }, { NULL, NULL } };
