/* sets.c - what a rule asks of a set, a list or a record: any, none, count, sum, the one, the latest, whether it grew. */
#include <stdio.h>
#include <string.h>

#include "lua/sets.h"

struct made_set *set_read(lua_State *L, int index)
{
    struct machine *m = machine_of(L);
    if (!handle_is(L, index)) raise_error(L, "%s stands where a set is wanted", value_described(L, index));
    struct handle h = handle_read(L, index);
    if (h.kind != HANDLE_SET) raise_error(L, "%s stands where a set is wanted", value_described(L, index));
    struct made_set *made = &m->sets[h.row];
    made->used = true;
    return made;
}

enum field field_called(lua_State *L, enum kind kind, const char *name)
{
    enum field field = model_find_field(kind, name, strlen(name));
    if (field != NO_FIELD) return field;
    const struct kind_info *info = model_kind(kind);
    const char *names[32];
    size_t count = 0;
    for (unsigned i = info->first; i <= info->last && count < 32; i++) names[count++] = model_fields[i].name;
    const char *near = nearest_name(name, strlen(name), names, count);
    raise_error(L, near ? "%s has no field '%.60s'; the nearest is '%s'" : "%s has no field '%.60s'%s", info->name,
                name, near ? near : "");
}

enum field field_named(lua_State *L, int index, enum kind kind)
{
    return field_called(L, kind, text_argument(L, index));
}

/* Walking a set, or a field that is no longer one thing, meets a maybe: the test is unknown; in `subjects` it is walked. */
void meet_maybe(lua_State *L, const struct set *set)
{
    struct machine *m = machine_of(L);
    struct set maybes = *set;
    maybes.rows = set->rows + set->sures, maybes.sures = 0;
    set_any(&maybes, m->trail); /* records what is missing of each */
    raise_unknown(L);
}

int set_ask_any(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct answer answer = set_any(set_read(L, 1)->set, m->trail);
    return answer_push(L, answer, false);
}

int set_ask_none(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct answer answer = set_none(set_read(L, 1)->set, m->trail);
    return answer_push(L, answer, true);
}

int set_ask_count(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct quantity q = set_count(set_read(L, 1)->set, m->trail);
    check_memory(L);
    quantity_push(L, &q);
    return 1;
}

int set_ask_sum(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct made_set *made = set_read(L, 1);
    enum field field = field_named(L, 2, made->set->query->kind);
    unsigned type = model_fields[field].type;
    if (type != TYPE_NUMBER && type != TYPE_MONEY && type != TYPE_AMOUNT)
        raise_error(L, "'%s' cannot be summed: it is no number", model_fields[field].name);
    struct quantity q = set_sum(made->set, field, m->trail);
    check_memory(L);
    quantity_push(L, &q);
    return 1;
}

int set_as_recorded(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct made_set *made = set_read(L, 1);
    struct set *copy = arena_take(m->arena, sizeof *copy);
    check_memory(L);
    *copy = *made->set;
    copy->as_recorded = true;
    set_push(L, copy, made->view);
    return 1;
}

struct quantity read_field(lua_State *L, ref record, enum field field)
{
    const struct facts *facts = facts_of(L);
    trail_read(machine_of(L)->trail, record, field);
    return cell_quantity(facts, field, cell_in(facts, record, field));
}

/* A field that holds a number, an amount or a date. */
enum field measure_named(lua_State *L, int index, enum kind kind)
{
    enum field field = field_named(L, index, kind);
    unsigned type = model_fields[field].type;
    if (type != TYPE_NUMBER && type != TYPE_MONEY && type != TYPE_AMOUNT && type != TYPE_DATE)
        raise_error(L, "'%s' cannot be compared: it is no number and no date", model_fields[field].name);
    return field;
}

/* Which of several, or what the one would be: "a holding with entity B, holder A". */
static void need_one(struct machine *m, const struct set *set, bool latest)
{
    struct text need;
    const struct kind_info *kind = model_kind(set->query->kind);
    text_init(&need, m->facts->allocator, 1 << 12);
    if (set->sures + set->maybes > 1) text_add(&need, "which of %u %s", set->sures + set->maybes, kind->plural);
    else text_add(&need, strchr("aeiou", *kind->name) ? "an %s" : "a %s", kind->name);
    if (!set->sures && !set->maybes) query_add(m->facts, set->query, &need);
    if (latest && set->sures > 1) text_string(&need, " is the latest");
    if (!need.failed) trail_need_text(m->trail, need.data);
    m->refused = m->refused || need.no_memory;
    text_free(&need);
}

/* One for certain, and nothing that might be another. */
int set_one(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct made_set *made = set_read(L, 1);
    const struct set *set = made->set;
    if (set->sures == 1 && !set->maybes) {
        set_any(set, m->trail);
        record_push(L, member(set, 0), made->view, false);
        return 1;
    }
    if (set->maybes) meet_maybe(L, set);
    set_any(set, m->trail);
    need_one(m, set, false);
    raise_unknown(L);
}

int set_latest(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct made_set *made = set_read(L, 1);
    const struct set *set = made->set;
    const struct facts *facts = m->facts;
    enum field from = (enum field)model_kind(set->query->kind)->from;
    if (set->maybes) meet_maybe(L, set);
    uint32_t found =
        UINT32_MAX; /* of several of one day the one with the smallest id: the order of the file decides nothing */
    for (uint32_t i = 0; i < set->sures; i++) {
        const struct cell *mine = cell_of(facts, set->query->kind, set->rows[i], from);
        bool latest = true;
        spend(L, 1 + set->sures / ITEMS_PER_INSTRUCTION);
        for (uint32_t k = 0; latest && k < set->sures; k++)
            latest = mine->date.low >= cell_of(facts, set->query->kind, set->rows[k], from)->date.high || k == i;
        if (!latest) continue;
        if (found == UINT32_MAX || strcmp(facts_id(facts, member(set, i)), facts_id(facts, member(set, found))) < 0)
            found = i;
    }
    if (found != UINT32_MAX) {
        trail_match(m->trail, member(set, found), set->query);
        trail_read(m->trail, member(set, found), from);
        record_push(L, member(set, found), made->view, false);
        return 1;
    }
    set_any(set, m->trail);
    need_one(m, set, true);
    raise_unknown(L);
}

struct made_list *list_read(lua_State *L)
{
    struct handle h = handle_is(L, 1) ? handle_read(L, 1) : (struct handle){ 0 };
    if (!handle_is(L, 1) || h.kind != HANDLE_LIST)
        raise_error(L, "%s stands where a list is wanted", value_described(L, 1));
    return &machine_of(L)->lists[h.row];
}

/* When a record began: where no day is written, before any that is asked about. */
static struct days begun(const struct machine *m, const struct set *all, uint32_t i)
{
    const struct cell *cell = cell_of(m->facts, all->query->kind, all->rows[i],
                                      (enum field)model_kind(all->query->kind)->from);
    return cell->state == CELL_ABSENT ? (struct days){ DAY_MIN, DAY_MIN } : cell->date;
}

/* The field of the earliest record, or of the latest: over all that may be it. */
static struct quantity field_at_end(lua_State *L, const struct set *all, enum field field, bool latest)
{
    struct machine *m = machine_of(L);
    struct quantity hull = { 0 };
    bool any = false;
    int32_t bound = latest ? DAY_MIN : DAY_MAX;
    for (uint32_t i = 0; i < all->sures; i++) {
        struct days d = begun(m, all, i);
        bound = latest ? (d.low > bound ? d.low : bound) : (d.high < bound ? d.high : bound);
    }
    for (uint32_t i = 0; i < all->sures; i++) {
        struct days d = begun(m, all, i);
        if (latest ? d.high < bound : d.low > bound) continue;
        trail_match(m->trail, member(all, i), all->query);
        if (d.low < d.high) trail_read(m->trail, member(all, i), (enum field)model_kind(all->query->kind)->from);
        struct quantity q = read_field(L, member(all, i), field);
        if (any) q.low = q.low < hull.low ? q.low : hull.low, q.high = q.high > hull.high ? q.high : hull.high;
        hull = q, any = true;
    }
    return hull;
}

/* Did a field grow, from the earliest to the latest of all records up to the as-of date? */
int set_grew(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct made_set *made = set_read(L, 1);
    enum field field = measure_named(L, 2, made->set->query->kind);
    const struct set *all = ever_of(L, made->set);
    if (all->maybes) meet_maybe(L, all);
    if (all->sures < 2) {
        struct answer nothing = { NO, all->complete < 0 && !all->as_recorded };
        set_any(all, m->trail);
        return answer_push(L, nothing, false);
    }
    struct compared_sides sides = { .op = MORE };
    sides.left = field_at_end(L, all, field, true), sides.right = field_at_end(L, all, field, false);
    if (m->in_figure) bool_push(L, false);
    if (quantity_compare(&sides.left, MORE, &sides.right, &sides.result) != QUANTITY_FINE)
        raise_error(L, "these values do not compare");
    return compared_push(L, &sides);
}

int list_count(lua_State *L)
{
    const struct made_list *list = list_read(L);
    struct quantity q = quantity_range(list->count, (double)list->count + list->perhaps, UNIT_COUNT);
    q.open_above = list->open;
    if (!list->count && list->set) set_any(list->set, machine_of(L)->trail); /* what was looked through */
    quantity_push(L, &q);
    return 1;
}

int list_any(lua_State *L)
{
    const struct made_list *list = list_read(L);
    if (!list->count && list->perhaps) {
        bool_push(L, false); /* in a figure it is an error */
        raise_unknown(L);    /* the reads say why */
    }
    if (!list->count && list->set) set_any(list->set, machine_of(L)->trail);
    return answer_push(L, (struct answer){ list->count ? YES : NO, !list->count && list->open }, false);
}

int record_has(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h = handle_read(L, 1);
    uint32_t count;
    if (h.kind >= KIND_COUNT) raise_error(L, "%s has no fields: has{} asks a record", value_described(L, 1));
    struct condition *conditions = conditions_read(L, 2, (enum kind)h.kind, &count);
    if (!count) raise_error(L, "has takes a filter { field = value }");
    spend(L, COST_QUERY / 2);
    enum truth truth = record_matches(moment_of(m, h.view), (enum kind)h.kind, h.row, conditions, count, m->trail);
    check_memory(L);
    return truth_push(L, truth);
}

const luaL_Reg set_methods[] = {
#define SET_CALL(NAME, FUNCTION, ...) { NAME, FUNCTION },
#include "lua/api.def"
    { NULL, NULL },
};

const luaL_Reg list_methods[] = {
#define LIST_CALL(NAME, FUNCTION, ...) { NAME, FUNCTION },
#include "lua/api.def"
    { NULL, NULL },
};

const luaL_Reg record_methods[] = {
#define RECORD_CALL(NAME, FUNCTION, ...) { NAME, FUNCTION },
#include "lua/api.def"
    { NULL, NULL },
};
