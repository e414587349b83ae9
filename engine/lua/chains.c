/* chains.c - whom a rule may ask about because of holdings, however many of them lie between. */
#include "economics/chains.h"

#include "lua/sets.h"

/* The entities of a list, or the one that stands there, as rows in the arena of the subject. */
static uint32_t *entities_read(lua_State *L, int index, uint32_t *ret_count)
{
    struct machine *m = machine_of(L);
    struct handle h = handle_is(L, index) ? handle_read(L, index) : (struct handle){ .kind = KIND_ENTITY };
    if (h.kind != HANDLE_LIST) {
        uint32_t *row = arena_take(m->arena, sizeof *row);
        check_memory(L);
        *row = ref_row(record_read(L, index, KIND_ENTITY, &h));
        *ret_count = 1;
        return row;
    }
    const struct made_list *list = &m->lists[h.row];
    uint32_t *rows = arena_array(m->arena, (size_t)list->count + 1, sizeof *rows);
    check_memory(L);
    for (uint32_t i = 0; i < list->count; i++) {
        if (!list->records || ref_kind(list->records[i]) != KIND_ENTITY)
            raise_error(L, "chains of holdings are of entities");
        rows[i] = ref_row(list->records[i]);
    }
    *ret_count = list->count;
    return rows;
}

/* That holdings of these were looked for, and how many are on file. */
static void looked_for(lua_State *L, struct moment moment, enum field field, const uint32_t *rows, uint32_t count)
{
    struct machine *m = machine_of(L);
    struct query *query = arena_take(m->arena, sizeof *query);
    struct condition *condition = arena_take(m->arena, sizeof *condition);
    uint32_t *values = arena_array(m->arena, (size_t)count + 1, sizeof *values);
    check_memory(L);
    for (uint32_t i = 0; i < count; i++) values[i] = ref_make(KIND_ENTITY, rows[i]);
    *condition =
        (struct condition){ .field = (uint16_t)field, .type = CONDITION_GROUPS, .count = count, .values = values };
    *query = (struct query){ .kind = KIND_HOLDING, .count = 1, .conditions = condition };
    struct set *set = query_run(query, moment, m->arena);
    check_memory(L);
    looked_through(m, query, set->of, set->complete, set->sures + set->maybes);
}

/* The ends of the chains, on a list. */
static uint32_t *ends_of(lua_State *L, struct moment moment, enum chain_way way, const uint32_t *from, uint32_t count,
                         uint32_t *ret_count)
{
    struct machine *m = machine_of(L);
    uint32_t *ends;
    if (!m->in_subjects)
        raise_error(L, "chains of holdings propose subjects: a test asks case:economic_interest(a, b)");
    looked_for(L, moment, way == CHAIN_UP ? HOLDING_ENTITY : HOLDING_HOLDER, from, count);
    chain_ends(moment, way, from, count, m->arena, &ends, ret_count);
    check_memory(L);
    spend(L, COST_QUERY + (count + *ret_count) / ITEMS_PER_INSTRUCTION);
    return ends;
}

static void ends_push(lua_State *L, uint32_t *ends, uint32_t count, unsigned view)
{
    for (uint32_t i = 0; i < count; i++) ends[i] = ref_make(KIND_ENTITY, ends[i]);
    list_push(L, &(struct made_list){ .records = ends, .count = count, .open = true, .view = (uint8_t)view });
}

int case_owners(lua_State *L)
{
    struct handle h = handle_read(L, 1);
    uint32_t count, *rows = entities_read(L, 2, &count);
    uint32_t *ends = ends_of(L, moment_of(machine_of(L), h.view), CHAIN_UP, rows, count, &count);
    ends_push(L, ends, count, h.view);
    return 1;
}

int case_parts(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h = handle_read(L, 1);
    uint32_t holder = ref_row(record_read(L, 2, KIND_ENTITY, &(struct handle){ 0 })), count, among, kept = 0;
    uint32_t *rows = entities_read(L, 3, &among);
    struct moment moment = moment_of(m, h.view);
    uint32_t *ends = ends_of(L, moment, CHAIN_DOWN, &holder, 1, &count);
    bool *wanted = arena_array(m->arena, facts_rows(m->facts, KIND_ENTITY), sizeof *wanted);
    check_memory(L);
    for (uint32_t i = 0; i < among; i++) wanted[group_head(moment, rows[i])] = true;
    for (uint32_t i = 0; i < count; i++)
        if (wanted[group_head(moment, ends[i])]) ends[kept++] = ends[i];
    ends_push(L, ends, kept, h.view);
    return 1;
}
