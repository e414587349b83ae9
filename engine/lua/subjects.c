/* subjects.c - what each(…) collects: the subjects of a rule, each once however many names of its groups are found. */
#include <string.h>

#include "lua/inside.h"

enum { FEW_SUBJECTS = 32 }; /* a power of two */

static struct role_value role_read(lua_State *L, int index, unsigned n)
{
    if (!handle_is(L, index))
        raise_error(L, "each(…) wants an entity or a market as role %u, not %s", n, value_described(L, index));
    struct handle h = handle_read(L, index);
    if (h.kind != KIND_ENTITY && h.kind != KIND_MARKET)
        raise_error(L, "each(…) wants an entity or a market as role %u, not %s", n, value_described(L, index));
    return (struct role_value){ ref_make((enum kind)h.kind, h.row), h.apart };
}

static bool same_role(struct moment moment, const struct role_value *a, const struct role_value *b)
{
    if (a->record == b->record) return a->apart == b->apart;
    if (a->apart || b->apart) return false; /* each target is a deal of its own, whatever it controls */
    if (ref_kind(a->record) != KIND_ENTITY || ref_kind(b->record) != KIND_ENTITY) return false;
    return same_group(moment, ref_row(a->record), ref_row(b->record));
}

/* Of several named members of one group, the one nearest the head, then the smallest id. */
static bool shows_better(const struct machine *m, struct moment moment, ref a, ref b)
{
    if (ref_kind(a) != KIND_ENTITY || a == b) return false;
    uint32_t da = group_depth(moment, ref_row(a)), db = group_depth(moment, ref_row(b));
    if (da != db) return da < db;
    return strcmp(facts_id(m->facts, a), facts_id(m->facts, b)) < 0;
}

struct moment subject_moment(const struct machine *m, const struct subject *s, unsigned roles)
{
    struct moment moment = { m->views[0], NO_ENTITY };
    for (unsigned i = 0; i < roles; i++)
        if (s->roles[i].apart) moment.apart = ref_row(s->roles[i].record);
    return moment;
}

static bool same_subject(struct moment moment, const struct subject *a, const struct subject *b, unsigned roles)
{
    for (unsigned r = 0; r < roles; r++)
        if (!same_role(moment, &a->roles[r], &b->roles[r])) return false;
    return true;
}

/* Is it the wanted one, and is it shown by these names whatever else is named of its groups? */
static bool ends_here(const struct machine *m, const struct subject *one)
{
    struct moment moment = subject_moment(m, one, m->collect_roles);
    for (unsigned r = 0; r < m->collect_roles; r++) {
        const struct role_value *role = &one->roles[r], *wanted = &m->wanted->roles[r];
        if (role->record != wanted->record || role->apart != wanted->apart) return false;
        if (ref_kind(role->record) == KIND_ENTITY && group_depth(moment, ref_row(role->record))) return false;
    }
    return true;
}

/* Equal for roles of the same groups: a group with a target apart is a part of one without. */
static size_t subject_hash(const struct machine *m, const struct subject *s, unsigned roles)
{
    struct moment plain = { m->views[0], NO_ENTITY };
    uint64_t hash = 0;
    for (unsigned r = 0; r < roles; r++) {
        ref record = s->roles[r].record;
        if (ref_kind(record) == KIND_ENTITY) record = ref_make(KIND_ENTITY, group_head(plain, ref_row(record)));
        hash = (hash ^ record ^ (uint64_t)s->roles[r].apart << 40) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    return (size_t)hash;
}

/* Half of the slots stay free. */
static void grow_slots(lua_State *L, const struct subjects *all, unsigned roles)
{
    struct machine *m = machine_of(L);
    size_t count = m->slot_count ? m->slot_count * 4 : 4 * FEW_SUBJECTS;
    uint32_t *slots = arena_array(m->arena, count, sizeof *slots);
    check_memory(L);
    for (size_t i = 0; i < all->count; i++) {
        size_t at = subject_hash(m, &all->items[i], roles) & (count - 1);
        while (slots[at]) at = (at + 1) & (count - 1);
        slots[at] = (uint32_t)i + 1;
    }
    m->subject_slots = slots, m->slot_count = count;
}

/* The subject of the same groups, or NULL. Few are compared one by one, many are looked up. */
static struct subject *find_subject(lua_State *L, const struct subjects *all, const struct subject *one, unsigned roles,
                                    struct moment moment)
{
    struct machine *m = machine_of(L);
    spend(L, 1);
    if (all->count < FEW_SUBJECTS) {
        for (size_t i = 0; i < all->count; i++)
            if (same_subject(moment, &all->items[i], one, roles)) return &all->items[i];
        return NULL;
    }
    if (all->count * 2 >= m->slot_count) grow_slots(L, all, roles);
    size_t at = subject_hash(m, one, roles) & (m->slot_count - 1);
    for (; m->subject_slots[at]; at = (at + 1) & (m->slot_count - 1)) {
        struct subject *known = &all->items[m->subject_slots[at] - 1];
        if (same_subject(moment, known, one, roles)) return known;
    }
    m->subject_slots[at] = (uint32_t)all->count + 1; /* it is added next */
    return NULL;
}

/* Roles of the same groups twice are one subject. */
static void subject_add(lua_State *L, struct subjects *all, const struct subject *one, unsigned roles)
{
    struct machine *m = machine_of(L);
    struct moment moment = subject_moment(m, one, roles);
    all->items = arena_grow(m->arena, all->items, all->count, &m->subject_capacity, sizeof *all->items);
    check_memory(L);
    struct subject *known = find_subject(L, all, one, roles, moment);
    if (!known) {
        all->items[all->count++] = *one;
        return;
    }
    for (unsigned r = 0; r < roles; r++)
        if (shows_better(m, moment, one->roles[r].record, known->roles[r].record)) known->roles[r] = one->roles[r];
}

int each_subject(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct subject one = { 0 };
    if (!m->in_subjects) return raise_error(L, "each(…) is for subjects alone");
    if (lua_gettop(L) != (int)m->collect_roles)
        return raise_error(L, "each(…) wants %u roles, this one has %d", m->collect_roles, lua_gettop(L));
    for (unsigned i = 0; i < m->collect_roles; i++) one.roles[i] = role_read(L, (int)i + 1, i + 1);
    subject_add(L, m->collecting, &one, m->collect_roles);
    if (m->wanted && ends_here(m, &one)) raise_found(L);
    return 0;
}
