/* cjson_arena.c - the hooks. While an arena is entered nothing is freed: a piece of an arena cannot be told from one of
 * malloc, and all that cJSON frees while it parses are pieces that it took in the same call. */
#include "facts/cjson_arena.h"

#include <stdlib.h>

/* The one state of the thread: which arena it has entered, and whether the hooks have come here at all. */
static _Thread_local struct {
    struct arena *arena;
    bool served;
} entered;

static void *hook_malloc(size_t size)
{
    struct arena *a = entered.arena;
    if (!a) return malloc(size);
    entered.served = true;
    /* Without the zeroes of arena_take: cJSON fills all that it takes. In front of a block all is aligned. */
    size_t room = (size + 15) & ~(size_t)15;
    if (room >= size && room <= (uintptr_t)a->end - (uintptr_t)a->next) {
        char *piece = a->next;
        a->next += room;
        return piece;
    }
    return arena_take(a, size);
}

static void hook_free(void *piece)
{
    if (!entered.arena) free(piece);
}

void cc_own_cjson(void) { cJSON_InitHooks(&(cJSON_Hooks){ hook_malloc, hook_free }); }

cJSON *cjson_parse(struct arena *arena, const char *text, size_t size, bool *ret_in_arena)
{
    entered.arena = arena, entered.served = false;
    cJSON *tree = cJSON_ParseWithLength(text, size);
    entered.arena = NULL;
    *ret_in_arena = entered.served;
    return tree;
}
