/* walk.c - `for` over a set or a list, one step a call. */
#include <string.h>

#include "lua/sets.h"

static int next_member(lua_State *L, const struct set *set, unsigned view, uint32_t i)
{
    struct machine *m = machine_of(L);
    if (i < set->sures || (m->in_subjects && i < set->sures + set->maybes)) {
        trail_match(m->trail, member(set, i), set->query);
        record_push(L, member(set, i), view, false);
        return 1;
    }
    if (i < set->sures + set->maybes) meet_maybe(L, set);
    return 0;
}

/* The place of an item in a walk. It is where the last step left off, but for a walk within a walk over the same. */
static uint32_t walked_to(lua_State *L, const uint32_t *items, uint32_t total, uint32_t *at, uint32_t item)
{
    if (*at < total && items[*at] == item) return *at;
    uint32_t i = 0;
    while (i < total && items[i] != item) i++;
    spend(L, total / ITEMS_PER_INSTRUCTION);
    return i;
}

/* for r in set do: called with (set, nil, last record). */
int set_iterate(lua_State *L)
{
    struct made_set *made = set_read(L, 1);
    const struct set *set = made->set;
    uint32_t i = 0;
    if (handle_is(L, 3)) {
        uint32_t row = handle_read(L, 3).row;
        i = walked_to(L, set->rows, set->sures + set->maybes, &made->at, row) + 1;
    }
    made->at = i;
    return next_member(L, set, made->view, i);
}

/* The number that stands in the list for what the rule holds; UINT32_MAX: nothing in it does. */
static uint32_t listed_item(lua_State *L, const struct made_list *list)
{
    if (list->words && lua_type(L, 3) == LUA_TSTRING) {
        const struct facts *facts = machine_of(L)->facts;
        const char *text = lua_tostring(L, 3);
        if (list->at < list->count && !strcmp(facts_word(facts, list->words[list->at]), text))
            return list->words[list->at];
        for (uint32_t i = 0; i < list->count; i++)
            if (!strcmp(facts_word(facts, list->words[i]), text)) return list->words[i];
        return UINT32_MAX;
    }
    if (list->words || !handle_is(L, 3)) return UINT32_MAX;
    struct handle h = handle_read(L, 3);
    return h.kind < KIND_COUNT ? ref_make((enum kind)h.kind, h.row) : UINT32_MAX;
}

int list_iterate(lua_State *L)
{
    struct made_list *list = list_read(L);
    const uint32_t *items = list->words ? list->words : list->records;
    uint32_t i = 0, walked = list->count + (machine_of(L)->in_subjects ? list->perhaps : 0);
    if (!lua_isnoneornil(L, 3)) i = walked_to(L, items, walked, &list->at, listed_item(L, list)) + 1;
    list->at = i;
    if (i >= walked && list->perhaps && !machine_of(L)->in_subjects) raise_unknown(L); /* the reads say why */
    if (i >= walked) return 0;
    if (list->words) word_push(L, items[i]);
    else record_push(L, items[i], list->view, false);
    return 1;
}
