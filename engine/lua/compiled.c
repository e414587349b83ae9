/* compiled.c - see compiled.h. Without -DWITH_COMPILED nothing is compiled beforehand: so it is in the program that compiles. */
#include "lua/compiled.h"

#ifdef WITH_COMPILED
#include <lua.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"

/* No pointers: they would be relocated at each start. */
struct entry {
    uint32_t at, length; /* at: in words */
    bool assigns;
    char name[COMPILED_NAME], digest[DIGEST_HEX];
};

#include <compiled_rules.h>

static int compare(const void *digest, const void *entry)
{
    return strcmp(digest, ((const struct entry *)entry)->digest);
}

bool compiled_find(const char *name, const char *digest, struct compiled_text *ret_compiled)
{
    const struct entry *found = bsearch(digest, entries, sizeof entries / sizeof *entries, sizeof *entries, compare);
    /* Lua's releases call all chunks 5.4 and read each other's wrongly; a shared library may have become another one */
    if (!found || strcmp(found->name, name) != 0 || strcmp(compiled_by, lua_ident) != 0) return false;
    *ret_compiled = (struct compiled_text){ (const char *)(words + found->at), found->length, found->assigns };
    return true;
}

#else
bool compiled_find(const char *name, const char *digest, struct compiled_text *ret_compiled)
{
    (void)name, (void)digest, (void)ret_compiled;
    return false;
}
#endif
