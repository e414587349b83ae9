/* A table of tuples with open addressing; it doubles when three quarters full. */
#include "lua/distinct.h"

#include <string.h>

#include "facts/hash.h"

uint32_t distinct_key(struct moment moment, bool words, uint32_t item)
{
    if (words || ref_kind(item) != KIND_ENTITY) return item;
    return ref_make(KIND_ENTITY, group_head(moment, ref_row(item)));
}

/* The slot of the tuple, or the free one where it belongs. */
static uint32_t slot_of(const struct distinct *d, const uint32_t key[DISTINCT_WIDTH])
{
    uint64_t h = hash_mix(hash_mix(hash_mix(0, key[0]), key[1]), key[2]);
    uint32_t slot = (uint32_t)h & d->mask;
    while (d->slots[slot] && memcmp(d->keys[d->slots[slot] - 1], key, sizeof d->keys[0])) slot = (slot + 1) & d->mask;
    return slot;
}

static void grow(lua_State *L, struct distinct *d)
{
    struct machine *m = machine_of(L);
    uint32_t room = d->room ? d->room * 2 : 12; /* of 16 slots */
    uint32_t(*keys)[DISTINCT_WIDTH] = arena_array(m->arena, room, sizeof *keys);
    uint32_t *slots = arena_array(m->arena, (size_t)room / 3 * 4, sizeof *slots);
    check_memory(L);
    if (d->count) memcpy(keys, d->keys, d->count * sizeof *keys);
    d->keys = keys, d->slots = slots, d->room = room, d->mask = room / 3 * 4 - 1;
    for (uint32_t i = 0; i < d->count; i++) slots[slot_of(d, keys[i])] = i + 1;
}

uint32_t distinct_number(lua_State *L, struct distinct *d, const uint32_t key[DISTINCT_WIDTH])
{
    spend(L, 1);
    if (d->count == d->room) grow(L, d);
    uint32_t slot = slot_of(d, key);
    if (!d->slots[slot]) {
        memcpy(d->keys[d->count], key, sizeof d->keys[0]);
        d->slots[slot] = ++d->count;
    }
    return d->slots[slot] - 1;
}
