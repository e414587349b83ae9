/* sets.c - what a rule asks of a set or a list: any, none, count, narrowing, walking. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "lua/inside.h"

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

static const struct facts *facts_of(lua_State *L) { return machine_of(L)->facts; }
static ref member(const struct set *set, uint32_t i) { return ref_make(set->query->kind, set->rows[i]); }

static enum field field_named(lua_State *L, int index, enum kind kind)
{
    const char *name = text_argument(L, index);
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

/* Walking a set, or a field that is no longer one thing, meets a maybe: the test is unknown; in `subjects` it is walked. */
static void meet_maybe(lua_State *L, const struct set *set)
{
    struct machine *m = machine_of(L);
    struct set maybes = *set;
    maybes.rows = set->rows + set->sures, maybes.sures = 0;
    set_any(&maybes, m->trail); /* records what is missing of each */
    raise_unknown(L);
}

static int set_ask_any(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct answer answer = set_any(set_read(L, 1)->set, m->trail);
    return answer_push(L, answer, false);
}

static int set_ask_none(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct answer answer = set_none(set_read(L, 1)->set, m->trail);
    return answer_push(L, answer, true);
}

static int set_ask_count(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct quantity q = set_count(set_read(L, 1)->set, m->trail);
    check_memory(L);
    quantity_push(L, &q);
    return 1;
}

static int set_ask_sum(lua_State *L)
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

static int set_as_recorded(lua_State *L)
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

static int narrow_by(lua_State *L, bool except)
{
    struct machine *m = machine_of(L);
    struct made_set *made = set_read(L, 1);
    const struct set *set = made->set;
    unsigned view = made->view; /* made may move when the filter makes sets */
    uint32_t count;
    struct condition *conditions = conditions_read(L, 2, set->query->kind, &count);
    if (except && count != 1) raise_error(L, "except takes one field: write it twice for two");
    if (!count) raise_error(L, "where takes a filter { field = value }");
    spend(L, COST_QUERY + (set->sures + set->maybes) / ITEMS_PER_INSTRUCTION);
    for (uint32_t i = 0; i < count; i++) conditions[i].except = except;
    struct set *narrowed = set_narrow(set, conditions, count, m->arena);
    check_memory(L);
    set_push(L, narrowed, view);
    return 1;
}
static int set_where(lua_State *L) { return narrow_by(L, false); }
static int set_except(lua_State *L) { return narrow_by(L, true); }

/* A set like another with other rows: sures first. */
static struct set *set_like(lua_State *L, const struct set *set)
{
    struct machine *m = machine_of(L);
    struct set *made = arena_take(m->arena, sizeof *made);
    uint32_t *rows = arena_array(m->arena, (size_t)set->sures + set->maybes + 1, sizeof *rows);
    check_memory(L);
    *made = *set;
    made->rows = rows, made->sures = made->maybes = 0;
    return made;
}

/* Sorts the members by a three-valued test into a new set. */
typedef enum truth member_test(lua_State *L, ref record, const void *argument);
static int sieve(lua_State *L, struct made_set *from, member_test *test, const void *argument)
{
    struct machine *m = machine_of(L);
    const struct set *set = from->set;
    unsigned view = from->view;
    struct set *made = set_like(L, set);
    uint32_t total = set->sures + set->maybes, maybes = 0;
    uint32_t *later = arena_array(m->arena, (size_t)total + 1, sizeof *later);
    check_memory(L);
    spend(L, COST_QUERY + total);
    for (uint32_t i = 0; i < total; i++) {
        enum truth truth = truth_and(test(L, member(set, i), argument), i < set->sures ? YES : UNKNOWN);
        if (truth == YES) made->rows[made->sures++] = set->rows[i];
        else if (truth == UNKNOWN) later[maybes++] = set->rows[i];
    }
    memcpy(made->rows + made->sures, later, maybes * sizeof *later);
    made->maybes = maybes;
    set_push(L, made, view);
    return 1;
}

static struct quantity read_field(lua_State *L, ref record, enum field field)
{
    const struct facts *facts = facts_of(L);
    trail_read(machine_of(L)->trail, record, field);
    return cell_quantity(facts, field, cell_of(facts, ref_kind(record), ref_row(record), field));
}

static enum truth began_since(lua_State *L, ref record, const void *argument)
{
    const struct quantity *day = argument;
    const struct facts *facts = facts_of(L);
    enum field field = (enum field)model_kind(ref_kind(record))->from;
    const struct cell *cell = cell_of(facts, ref_kind(record), ref_row(record), field);
    trail_read(machine_of(L)->trail, record, field);
    if (cell->date.low >= day->high) return YES;
    return cell->date.high < day->low ? NO : UNKNOWN;
}

static int set_since(lua_State *L)
{
    struct quantity day = *quantity_read(L, 2);
    if (day.unit != UNIT_DATE) raise_error(L, "since wants a date, not %s", unit_name((enum unit)day.unit));
    return sieve(L, set_read(L, 1), began_since, &day);
}

/* A field that holds a number, an amount or a date. */
static enum field measure_named(lua_State *L, int index, enum kind kind)
{
    enum field field = field_named(L, index, kind);
    unsigned type = model_fields[field].type;
    if (type != TYPE_NUMBER && type != TYPE_MONEY && type != TYPE_AMOUNT && type != TYPE_DATE)
        raise_error(L, "'%s' cannot be compared: it is no number and no date", model_fields[field].name);
    return field;
}

struct over {
    enum field field; /* NO_FIELD: how long it lasts */
    struct quantity line;
};
static enum truth is_over(lua_State *L, ref record, const void *argument)
{
    const struct over *over = argument;
    struct machine *m = machine_of(L);
    struct quantity value = over->field == NO_FIELD ? lasts_of(L, record) : read_field(L, record, over->field),
                    line = over->line;
    if (value.unit == UNIT_MONEY && value.currency[0] && line.currency[0] && memcmp(value.currency, line.currency, 4)) {
        struct quantity converted;
        if (!money_convert(m->views[0], &value, line.currency, &converted, m->trail)) return UNKNOWN;
        value = converted;
    }
    struct compared compared;
    if (quantity_compare(&value, MORE, &line, &compared) != QUANTITY_FINE)
        raise_error(L, "%s against %s: these units do not compare", unit_name((enum unit)value.unit),
                    unit_name((enum unit)line.unit));
    if (over->field == NO_FIELD && compared.result == UNKNOWN) need_end(L, record, &value);
    return compared.result;
}

static int set_over(lua_State *L)
{
    struct made_set *made = set_read(L, 1);
    struct over over = { NO_FIELD, *quantity_read(L, 3) };
    if (strcmp(text_argument(L, 2), "lasts")) over.field = measure_named(L, 2, made->set->query->kind);
    return sieve(L, made, is_over, &over);
}

static struct set *ever_of(lua_State *L, const struct set *set)
{
    struct machine *m = machine_of(L);
    struct query *query = arena_take(m->arena, sizeof *query);
    check_memory(L);
    *query = *set->query;
    query->ever = true;
    struct set *all = query_run(query, set->moment, m->arena);
    check_memory(L);
    spend(L, COST_QUERY + (all->sures + all->maybes) / ITEMS_PER_INSTRUCTION);
    all->as_recorded = set->as_recorded;
    return all;
}

static int set_ever(lua_State *L)
{
    struct made_set *made = set_read(L, 1);
    unsigned view = made->view;
    set_push(L, ever_of(L, made->set), view);
    return 1;
}

/* One for certain, and nothing that might be another. */
static int set_one(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct made_set *made = set_read(L, 1);
    const struct set *set = made->set;
    if (set->sures == 1 && !set->maybes) {
        set_any(set, m->trail);
        record_push(L, member(set, 0), made->view, false);
        return 1;
    }
    const char *plural = model_kind(set->query->kind)->plural;
    char need[120];
    if (set->sures + set->maybes > 1) snprintf(need, sizeof need, "which of %u %s", set->sures + set->maybes, plural);
    else snprintf(need, sizeof need, "one of the %s", plural);
    if (set->maybes) meet_maybe(L, set);
    struct answer none = set_any(set, m->trail);
    (void)none;
    trail_need_text(m->trail, need);
    raise_unknown(L);
}

static int set_latest(lua_State *L)
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
    char need[120];
    snprintf(need, sizeof need, set->sures ? "which of %u %s is the latest" : "%u %s: one at least", set->sures,
             model_kind(set->query->kind)->plural);
    trail_need_text(m->trail, need);
    raise_unknown(L);
}

/* ---- walking ---- */

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

static struct made_list *list_read(lua_State *L)
{
    struct handle h = handle_is(L, 1) ? handle_read(L, 1) : (struct handle){ 0 };
    if (!handle_is(L, 1) || h.kind != HANDLE_LIST)
        raise_error(L, "%s stands where a list is wanted", value_described(L, 1));
    return &machine_of(L)->lists[h.row];
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

/* ---- gathering fields ---- */

struct gathered {
    uint32_t *items; /* refs or words */
    uint32_t *of;    /* the member's index */
    uint32_t count, capacity;
};

static void gather(lua_State *L, struct gathered *g, uint32_t item, uint32_t of)
{
    struct machine *m = machine_of(L);
    if (g->count == g->capacity) {
        uint32_t room = g->capacity ? g->capacity * 2 : 16;
        uint32_t *items = arena_array(m->arena, room, sizeof *items), *ofs = arena_array(m->arena, room, sizeof *ofs);
        check_memory(L);
        if (g->count) memcpy(items, g->items, g->count * sizeof *items), memcpy(ofs, g->of, g->count * sizeof *ofs);
        g->items = items, g->of = ofs, g->capacity = room;
    }
    g->items[g->count] = item, g->of[g->count++] = of;
}

/* The values of a field of one member. False: it is unknown (in `subjects`: noted as a hole, and passed over). */
static bool gather_field(lua_State *L, struct gathered *g, const struct set *set, uint32_t i, enum field field)
{
    struct machine *m = machine_of(L);
    ref record = member(set, i);
    if (field == NO_FIELD) {
        gather(L, g, record, i);
        return true;
    }
    const struct cell *cell = cell_of(m->facts, set->query->kind, set->rows[i], field);
    trail_read(m->trail, record, field);
    if (cell->state == CELL_NULL || (cell->state == CELL_ABSENT && model_fields[field].absent == ABSENT_UNSURE)) {
        trail_need(m->trail, record, field);
        if (!m->in_subjects) raise_unknown(L);
        trail_need(&m->collecting->trail, record, field);
        m->collecting->hole = true;
        return false;
    }
    const uint32_t *items;
    uint32_t count = cell_items(m->facts, field, cell, &items);
    for (uint32_t k = 0; k < count; k++) gather(L, g, items[k], i);
    return true;
}

static enum field gather_named(lua_State *L, int index, enum kind kind)
{
    if (!strcmp(text_argument(L, index), "id")) return NO_FIELD;
    enum field field = field_named(L, index, kind);
    unsigned type = model_fields[field].type;
    if (type != TYPE_REF && type != TYPE_REFS && type != TYPE_WORD && type != TYPE_WORDS)
        raise_error(L, "'%s' holds no record and no word", model_fields[field].name);
    return field;
}

static bool is_word_field(enum field field)
{
    return field != NO_FIELD && (model_fields[field].type == TYPE_WORD || model_fields[field].type == TYPE_WORDS);
}

/* Are two gathered values the same: the same group of entities, record or word? */
static bool same_item(struct moment moment, bool words, uint32_t a, uint32_t b)
{
    if (a == b) return true;
    if (words || ref_kind(a) != KIND_ENTITY || ref_kind(b) != KIND_ENTITY) return false;
    return same_group(moment, ref_row(a), ref_row(b));
}

/* Of several named members of one group the one nearest the head stands for it, then the smallest id: so that the order of
 * the records decides nothing. */
static void name_better(const struct machine *m, struct moment moment, uint32_t *item, uint32_t other)
{
    if (*item == other || ref_kind(other) != KIND_ENTITY) return;
    uint32_t near = group_depth(moment, ref_row(*item)), far = group_depth(moment, ref_row(other));
    if (far < near || (far == near && strcmp(facts_id(m->facts, other), facts_id(m->facts, *item)) < 0)) *item = other;
}

/* Each once. */
static void gather_distinct(lua_State *L, struct gathered *distinct, const struct gathered *all, struct moment moment,
                            bool words)
{
    for (uint32_t i = 0; i < all->count; i++) {
        uint32_t k = 0;
        while (k < distinct->count && !same_item(moment, words, distinct->items[k], all->items[i])) k++;
        spend(L, 1 + k / ITEMS_PER_INSTRUCTION);
        if (k == distinct->count) gather(L, distinct, all->items[i], 0);
        else if (!words) name_better(machine_of(L), moment, &distinct->items[k], all->items[i]);
    }
}

static int set_list(lua_State *L)
{
    struct made_set *made = set_read(L, 1);
    const struct set *set = made->set;
    unsigned view = made->view;
    enum field field = gather_named(L, 2, set->query->kind);
    bool words = is_word_field(field), walk = machine_of(L)->in_subjects;
    struct gathered all = { 0 }, distinct = { 0 };
    if (set->maybes && !walk) meet_maybe(L, set);
    for (uint32_t i = 0; i < set->sures + (walk ? set->maybes : 0); i++) gather_field(L, &all, set, i, field);
    gather_distinct(L, &distinct, &all, set->moment, words);
    list_push(L,
              &(struct made_list){ .records = words ? NULL : distinct.items,
                                   .words = words ? distinct.items : NULL,
                                   .count = distinct.count,
                                   .view = (uint8_t)view,
                                   .set = set,
                                   .open = set->complete < 0 && !set->as_recorded,
                                   .word_list = field == NO_FIELD ? LIST_COUNT : (enum list)model_fields[field].list });
    return 1;
}

/* ---- iterators over arrays of handles: upvalues are an array of tuples in the case's arena, width, position ---- */

/* An iterator that was kept from another subject or case points at what is gone. */
static void check_generation(lua_State *L, int upvalue)
{
    if (lua_tointeger(L, lua_upvalueindex(upvalue)) != machine_of(L)->generation)
        raise_error(L, "a rule keeps nothing: this walk belongs to another subject or case");
}

static int next_tuple(lua_State *L)
{
    check_generation(L, 6);
    const uint64_t *cells = lua_touserdata(L, lua_upvalueindex(1));
    lua_Integer count = lua_tointeger(L, lua_upvalueindex(2)), width = lua_tointeger(L, lua_upvalueindex(3));
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(4));
    unsigned view = (unsigned)lua_tointeger(L, lua_upvalueindex(5));
    if (at >= count) return 0;
    lua_pushinteger(L, at + 1);
    lua_replace(L, lua_upvalueindex(4));
    for (lua_Integer i = 0; i < width; i++) {
        uint64_t cell = cells[at * width + i];
        record_push(L, (uint32_t)cell, view, cell >> 32 != 0); /* the upper half: a target that stands apart */
    }
    return (int)width;
}

int tuples_push(lua_State *L, const uint64_t *cells, lua_Integer count, lua_Integer width, unsigned view)
{
    lua_pushlightuserdata(L, (void *)(uintptr_t)cells);
    lua_pushinteger(L, count);
    lua_pushinteger(L, width);
    lua_pushinteger(L, 0);
    lua_pushinteger(L, view);
    lua_pushinteger(L, machine_of(L)->generation);
    lua_pushcclosure(L, next_tuple, 6);
    return 1;
}

static int next_by(lua_State *L)
{
    check_generation(L, 7);
    struct set **sets = lua_touserdata(L, lua_upvalueindex(1));
    const uint32_t *items = lua_touserdata(L, lua_upvalueindex(2));
    lua_Integer count = lua_tointeger(L, lua_upvalueindex(3)), at = lua_tointeger(L, lua_upvalueindex(4));
    unsigned view = (unsigned)lua_tointeger(L, lua_upvalueindex(5));
    if (at >= count) return 0;
    lua_pushinteger(L, at + 1);
    lua_replace(L, lua_upvalueindex(4));
    if (lua_toboolean(L, lua_upvalueindex(6))) word_push(L, items[at]);
    else record_push(L, items[at], view, false);
    set_push(L, sets[at], view);
    machine_of(L)->sets[machine_of(L)->set_count - 1].used = true;
    return 2;
}

static int set_by(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct made_set *made = set_read(L, 1);
    const struct set *set = made->set;
    unsigned view = made->view;
    enum field field = gather_named(L, 2, set->query->kind);
    bool words = is_word_field(field);
    struct gathered all = { 0 }, distinct = { 0 };
    if (set->maybes && !m->in_subjects) meet_maybe(L, set);
    uint32_t total = set->sures + (m->in_subjects ? set->maybes : 0);
    for (uint32_t i = 0; i < total; i++) gather_field(L, &all, set, i, field);
    gather_distinct(L, &distinct, &all, set->moment, words);
    struct set **sets = arena_array(m->arena, (size_t)distinct.count + 1, sizeof *sets);
    check_memory(L);
    for (uint32_t d = 0; d < distinct.count; d++) {
        sets[d] = set_like(L, set);
        uint32_t last = UINT32_MAX;
        spend(L, 1 + all.count / ITEMS_PER_INSTRUCTION);
        for (uint32_t i = 0; i < all.count; i++) {
            if (!same_item(set->moment, words, all.items[i], distinct.items[d]) || all.of[i] == last) continue;
            last = all.of[i];
            if (last < set->sures) sets[d]->rows[sets[d]->sures++] = set->rows[last];
            else sets[d]->rows[sets[d]->sures + sets[d]->maybes++] = set->rows[last];
        }
    }
    lua_pushlightuserdata(L, sets);
    lua_pushlightuserdata(L, distinct.items);
    lua_pushinteger(L, distinct.count);
    lua_pushinteger(L, 0);
    lua_pushinteger(L, view);
    lua_pushboolean(L, words);
    lua_pushinteger(L, m->generation);
    lua_pushcclosure(L, next_by, 7);
    return 1;
}

static void check_not_words(lua_State *L, enum field a, enum field b)
{
    if (is_word_field(a) || is_word_field(b)) raise_error(L, "pairs and triples take fields that hold records");
}

struct tuples {
    uint64_t *cells;
    uint32_t count, capacity, width;
};

static void tuple_add(lua_State *L, struct tuples *t, struct moment moment, const uint32_t *items)
{
    struct machine *m = machine_of(L);
    spend(L, 1 + t->count / ITEMS_PER_INSTRUCTION);
    for (uint32_t i = 0; i < t->count; i++) {
        uint64_t *known = t->cells + (size_t)i * t->width;
        bool same = true;
        for (uint32_t k = 0; same && k < t->width; k++) same = same_item(moment, false, (uint32_t)known[k], items[k]);
        if (!same) continue;
        for (uint32_t k = 0; k < t->width; k++) {
            uint32_t name = (uint32_t)known[k];
            name_better(m, moment, &name, items[k]);
            known[k] = name;
        }
        return;
    }
    if (t->count == t->capacity) {
        uint32_t room = t->capacity ? t->capacity * 2 : 8;
        uint64_t *cells = arena_array(m->arena, (size_t)room * t->width, sizeof *cells);
        check_memory(L);
        if (t->count) memcpy(cells, t->cells, (size_t)t->count * t->width * sizeof *cells);
        t->cells = cells, t->capacity = room;
    }
    for (uint32_t k = 0; k < t->width; k++) t->cells[t->count * t->width + k] = items[k];
    t->count++;
}

/* Gathers (f, g) of each member; where a member is a maybe, a test is unknown. */
static void gather_two(lua_State *L, const struct set *set, struct gathered *f, struct gathered *g, enum field a,
                       enum field b)
{
    struct machine *m = machine_of(L);
    if (set->maybes && !m->in_subjects) meet_maybe(L, set);
    struct gathered one = { 0 }, two = { 0 };
    for (uint32_t i = 0; i < set->sures + (m->in_subjects ? set->maybes : 0); i++) {
        one.count = two.count = 0;
        if (!gather_field(L, &one, set, i, a) || !gather_field(L, &two, set, i, b)) continue;
        for (uint32_t x = 0; x < one.count; x++)
            for (uint32_t y = 0; y < two.count; y++) {
                if (same_item(set->moment, false, one.items[x], two.items[y])) continue;
                gather(L, f, one.items[x], i);
                gather(L, g, two.items[y], i);
            }
    }
}

static int set_pairs(lua_State *L)
{
    struct made_set *made = set_read(L, 1);
    const struct set *set = made->set;
    unsigned view = made->view;
    enum field a = gather_named(L, 2, set->query->kind), b = gather_named(L, 3, set->query->kind);
    check_not_words(L, a, b);
    struct gathered f = { 0 }, g = { 0 };
    gather_two(L, set, &f, &g, a, b);
    struct tuples t = { .width = 2 };
    for (uint32_t i = 0; i < f.count; i++) tuple_add(L, &t, set->moment, (uint32_t[]){ f.items[i], g.items[i] });
    return tuples_push(L, t.cells, t.count, 2, view);
}

/* The two of a triple have no order of their own: the one whose group's head has the smaller id is the first. */
static bool goes_first(const struct machine *m, struct moment moment, uint32_t a, uint32_t b)
{
    if (ref_kind(a) == KIND_ENTITY) a = ref_make(KIND_ENTITY, group_head(moment, ref_row(a)));
    if (ref_kind(b) == KIND_ENTITY) b = ref_make(KIND_ENTITY, group_head(moment, ref_row(b)));
    return strcmp(facts_id(m->facts, a), facts_id(m->facts, b)) < 0;
}

/* (f, g1, g2): two members of the set have the same f and different g. */
static int set_triples(lua_State *L)
{
    struct made_set *made = set_read(L, 1);
    const struct set *set = made->set;
    unsigned view = made->view;
    enum field a = gather_named(L, 2, set->query->kind), b = gather_named(L, 3, set->query->kind);
    check_not_words(L, a, b);
    struct gathered f = { 0 }, g = { 0 };
    gather_two(L, set, &f, &g, a, b);
    struct tuples t = { .width = 3 };
    for (uint32_t i = 0; i < f.count; i++) {
        spend(L, 1 + (f.count - i) / ITEMS_PER_INSTRUCTION);
        for (uint32_t k = i + 1; k < f.count; k++) {
            if (!same_item(set->moment, false, f.items[i], f.items[k]) ||
                same_item(set->moment, false, g.items[i], g.items[k]))
                continue;
            uint32_t shared = f.items[i], one = g.items[i], two = g.items[k];
            name_better(machine_of(L), set->moment, &shared, f.items[k]);
            bool ordered = goes_first(machine_of(L), set->moment, one, two);
            tuple_add(L, &t, set->moment, (uint32_t[]){ shared, ordered ? one : two, ordered ? two : one });
        }
    }
    return tuples_push(L, t.cells, t.count, 3, view);
}

static int set_longest(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct made_set *made = set_read(L, 1);
    const struct set *set = made->set;
    if (set->maybes) meet_maybe(L, set);
    struct answer any = set_any(set, m->trail);
    struct quantity longest = quantity_range(0, 0, UNIT_DURATION);
    if (any.truth != YES) longest.open_above = any.absent;
    for (uint32_t i = 0; i < set->sures; i++) {
        struct quantity q = lasts_of(L, member(set, i));
        need_end(L, member(set, i), &q);
        if (quantity_greatest(&longest, &q, &longest) != QUANTITY_FINE)
            raise_error(L, "these durations do not compare");
    }
    quantity_push(L, &longest);
    return 1;
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
static int set_grew(lua_State *L)
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

static int list_count(lua_State *L)
{
    const struct made_list *list = list_read(L);
    struct quantity q = quantity_range(list->count, (double)list->count + list->perhaps, UNIT_COUNT);
    q.open_above = list->open;
    if (!list->count && list->set) set_any(list->set, machine_of(L)->trail); /* what was looked through */
    quantity_push(L, &q);
    return 1;
}

static int list_any(lua_State *L)
{
    const struct made_list *list = list_read(L);
    if (!list->count && list->perhaps) {
        bool_push(L, false); /* in a figure it is an error */
        raise_unknown(L);    /* the reads say why */
    }
    if (!list->count && list->set) set_any(list->set, machine_of(L)->trail);
    return answer_push(L, (struct answer){ list->count ? YES : NO, !list->count && list->open }, false);
}

/* record:lasts(), record:has{...} */
static int record_lasts(lua_State *L)
{
    struct handle h = handle_read(L, 1);
    if (h.kind >= KIND_COUNT || model_kind((enum kind)h.kind)->from == NO_FIELD)
        raise_error(L, "%s has no time", value_described(L, 1));
    ref record = ref_make((enum kind)h.kind, h.row);
    struct quantity q = lasts_of(L, record);
    need_end(L, record, &q);
    quantity_push(L, &q);
    return 1;
}

static int record_has(lua_State *L)
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
