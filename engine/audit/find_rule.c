/* find_rule.c - the rule that a user names: by its id, or by the last part of it. */
#include <string.h>

#include "audit/engine.h"

static const char *last_part(const char *id)
{
    const char *slash = strrchr(id, '/');
    return slash ? slash + 1 : id;
}

/* Compared whole and without its pack. */
static void refuse(cc_engine *engine, const char *name)
{
    const cc_allocator *a = engine->allocator;
    size_t count = engine->rule_count, size = (2 * count + 1) * sizeof(char *);
    const char **names = a->allocate(a->ud, NULL, 0, size);
    if (!names) {
        engine_say(engine, CODE_MEMORY, NULL, 0, NULL, "no memory was left to look for a rule");
        return;
    }
    for (size_t i = 0; i < count; i++) {
        names[i] = engine->rules[i]->id;
        names[count + i] = last_part(names[i]);
    }
    engine_say(engine, CODE_USAGE, NULL, 0, nearest_name(name, strlen(name), names, 2 * count),
               "there is no rule '%.100s'", name);
    a->allocate(a->ud, names, size, 0);
}

const char *cc_engine_find_rule(cc_engine *engine, const char *name)
{
    const char *found = NULL;
    size_t ends_so = 0;
    for (size_t i = 0; i < engine->rule_count; i++) {
        const char *id = engine->rules[i]->id;
        if (!strcmp(id, name)) return id;
        if (strcmp(last_part(id), name)) continue;
        found = id, ends_so++;
    }
    if (ends_so == 1) return found;
    if (!ends_so) refuse(engine, name);
    else
        engine_say(engine, CODE_USAGE, NULL, 0, found, "%zu rules are called '%.100s': name the pack as well", ends_so,
                   name);
    return NULL;
}
