/* guards.h - a rule's text on its way to Lua, with guards around what Lua would let pass without a word. */
#ifndef LUA_GUARDS_H
#define LUA_GUARDS_H

#include <lauxlib.h>

#include <stdbool.h>

/* What the guards call, for the environment of rules. */
extern const luaL_Reg guard_functions[];
/* Compiles the text as the chunk, unless it has what a rule may not write (checks.h): pushes a function and gives true; or a
 * message that begins "NAME:LINE: " and false. Assigns: a function of the text may change a local of one around it. */
bool guards_load(lua_State *, const char *name, const char *text, size_t length, bool *ret_assigns);
#endif
