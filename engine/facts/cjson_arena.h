/* cjson_arena.h - cJSON's tree in the arena of a case.
 *
 * cJSON's hooks are process-wide, so only cc_own_cjson() sets them, once, for the program that owns its process. They
 * then serve the arena that the calling thread has entered, else malloc. Without it the tree is cJSON's own: what is kept
 * of it must be copied, and it must be deleted.
 *
 *     bool in_arena;
 *     cJSON *tree = cjson_parse(&arena, text, size, &in_arena);
 *     if (!in_arena) cJSON_Delete(tree); */
#ifndef FACTS_CJSON_ARENA_H
#define FACTS_CJSON_ARENA_H

#include <cjson/cJSON.h>

#include "base/arena.h"

/* NULL: no memory, or no JSON in cJSON's eyes. */
cJSON *cjson_parse(struct arena *, const char *text, size_t size, bool *ret_in_arena);
#endif
