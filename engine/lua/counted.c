/* counted.c - a call takes as many arguments as api.def says. To Lua one too many is none: `set:any { type = "veto" }` would ask
 * for any record, and `least(a, b, c)` forget c. */
#include <string.h>

#include "lua/api.h"
#include "lua/inside.h"

/* "a: Quantity, where?: { market: Market? }" are two. */
static int parameters(const char *text)
{
    int count = *text != '\0', depth = 0;
    for (; *text; text++) {
        depth += *text == '{' || *text == '(';
        depth -= *text == '}' || *text == ')';
        count += *text == ',' && !depth;
    }
    return count;
}

/* Upvalues: the function, how many values it takes with what it is called of, its name, its parameters, what it is of. */
static int counted(lua_State *L)
{
    int most = (int)lua_tointeger(L, lua_upvalueindex(2)), given = lua_gettop(L);
    if (given <= most) return lua_tocfunction(L, lua_upvalueindex(1))(L);
    const char *name = lua_tostring(L, lua_upvalueindex(3)), *object = lua_tostring(L, lua_upvalueindex(5));
    most -= *object != '\0', given -= *object != '\0';
    if (!most)
        return raise_error(L, "'%s' takes nothing in its brackets, and what stands there would be lost%s", name,
                           *object == 'S' ? ": write :where{ … } first" : "");
    return raise_error(L, "'%s' takes %d (%s), and %d are given: what is more would be lost", name, most,
                       lua_tostring(L, lua_upvalueindex(4)), given);
}

void functions_counted(lua_State *L, const char *object, const luaL_Reg *functions)
{
    for (const luaL_Reg *f = functions; f->name; f++) {
        size_t i = 0;
        while (strcmp(api_calls[i].object, object) != 0 || strcmp(api_calls[i].name, f->name) != 0) i++;
        lua_pushcfunction(L, f->func);
        lua_pushinteger(L, parameters(api_calls[i].parameters) + (*object != '\0'));
        lua_pushstring(L, f->name);
        luaL_gsub(L, api_calls[i].parameters, "$", ""); /* of a set: Filter */
        lua_pushstring(L, object);
        lua_pushcclosure(L, counted, 5);
        lua_setfield(L, -2, f->name);
    }
}
