/* test_json.h - what test_file.c needs to write a case as JSON. Raises on what JSON cannot say. */
#ifndef LUA_TEST_JSON_H
#define LUA_TEST_JSON_H

#include "lua/inside.h"

void test_value(lua_State *, int index, struct text *, int depth);
/* The names of a table's fields, sorted. They live as long as the table. */
size_t test_keys(lua_State *, int table, const char **names, size_t most);
#endif
