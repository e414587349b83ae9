/* api.h - the rows of api.def as tables, for whoever explains them: annotations, pages, lint. No Lua in it. */
#ifndef LUA_API_H
#define LUA_API_H

#include <stddef.h>

struct api_call {
    const char *object; /* "Case", "Set", "List", "Entity", "Market", "Record"; "": a global */
    const char *name, *parameters, *returns, *unknown, *doc;
};
struct api_key {
    const char *table; /* "Rule", "Element", "Basis", "TestFile", "Test" */
    const char *name, *type, *doc;
};
extern const struct api_call api_calls[];
extern const struct api_key api_keys[];
extern const size_t api_call_count, api_key_count;
#endif
