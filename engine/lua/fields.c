/* fields.c - reading a record's field, the value of a figure, and the filters of queries. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/inside.h"
#include "lua/sets.h"

void word_push(lua_State *L, uint32_t number) { lua_pushstring(L, facts_word(machine_of(L)->facts, number)); }

static bool is_unknown(enum field field, const struct cell *cell)
{
    if (cell->state == CELL_NULL) return true;
    return cell->state == CELL_ABSENT && model_fields[field].absent == ABSENT_UNSURE;
}

static int no_value(lua_State *L, enum field field)
{
    const struct field_info *info = &model_fields[field];
    return raise_error(L, "this %s has no '%s': ask record:has { %s = true } first",
                       model_kind((enum kind)info->kind)->name, info->name, info->name);
}

/* holder, grantor and scope are written as one or a list, and read as what they are; other lists are always lists. */
static bool may_be_single(enum field field)
{
    return field == AGREEMENT_HOLDER || field == AGREEMENT_GRANTOR || field == AGREEMENT_SCOPE;
}

static int list_field_push(lua_State *L, struct handle h, enum field field, const struct cell *cell)
{
    struct machine *m = machine_of(L);
    const uint32_t *items;
    uint32_t count = cell_items(m->facts, field, cell, &items);
    bool words = model_fields[field].type == TYPE_WORDS;
    if (count == 1 && may_be_single(field)) {
        if (words) word_push(L, items[0]);
        else record_push(L, items[0], h.view, false);
        return 1;
    }
    list_push(L, &(struct made_list){ .records = words ? NULL : items,
                                      .words = words ? items : NULL,
                                      .count = count,
                                      .word_list = (enum list)model_fields[field].list,
                                      .view = (uint8_t)h.view });
    return 1;
}

/* The status of a deal is that of the day asked. */
static int deal_status_push(lua_State *L, struct handle h)
{
    struct machine *m = machine_of(L);
    uint32_t status = view_deal_status(m->views[h.view], h.row);
    if (status == UINT32_MAX) {
        trail_need(m->trail, ref_make(KIND_TRANSACTION, h.row), TRANSACTION_STATUS);
        raise_unknown(L);
    }
    word_push(L, status);
    return 1;
}

int field_push(lua_State *L, struct handle h, enum field field)
{
    struct machine *m = machine_of(L);
    const struct field_info *info = &model_fields[field];
    const struct cell *cell = cell_of(m->facts, (enum kind)h.kind, h.row, field);
    ref record = ref_make((enum kind)h.kind, h.row);
    trail_read(m->trail, record, field);
    if (field == TRANSACTION_STATUS) return deal_status_push(L, h);
    switch (info->type) {
    case TYPE_ID: lua_pushstring(L, facts_id(m->facts, record)); return 1;
    case TYPE_NUMBER:
    case TYPE_MONEY:
    case TYPE_AMOUNT:
    case TYPE_DATE: {
        if (cell->state == CELL_ABSENT && info->absent == ABSENT_NONE && field != ENTITY_FROM) no_value(L, field);
        struct quantity q = cell_quantity(m->facts, field, cell);
        quantity_push(L, &q);
        return 1;
    }
    case TYPE_CITES: return raise_error(L, "a rule does not read sources");
    default: break;
    }
    if (is_unknown(field, cell)) {
        trail_need(m->trail, record, field);
        if (info->type == TYPE_FLAG) bool_push(L, false);
        raise_unknown(L);
    }
    if (info->type == TYPE_FLAG) return bool_push(L, cell->state == CELL_VALUE && cell->flag);
    if (info->type == TYPE_WORDS || info->type == TYPE_REFS) return list_field_push(L, h, field, cell);
    if (cell->state == CELL_ABSENT && info->absent == ABSENT_NONE) no_value(L, field);
    if (info->type == TYPE_WORD) word_push(L, cell->word);
    else if (info->type == TYPE_REF) record_push(L, cell->ref, h.view, false);
    else if (info->type == TYPE_TEXTS) return raise_error(L, "a rule does not read '%s'", info->name);
    else lua_pushstring(L, cell->text);
    return 1;
}

void value_push(lua_State *L, const struct figure_value *value, unsigned view)
{
    if (value->type == VALUE_QUANTITY) quantity_push(L, &value->quantity);
    else if (value->set) {
        struct machine *m = machine_of(L);
        set_push(L, value->set, view);
        m->sets[m->set_count - 1].used = true;
    } else if (value->single) record_push(L, value->records[0], view, false);
    else if (value->type == VALUE_WORDS)
        list_push(
            L, &(struct made_list){
                   .words = value->records, .count = value->record_count, .open = value->open, .view = (uint8_t)view });
    else
        list_push(L, &(struct made_list){ .records = value->records,
                                          .count = value->record_count,
                                          .open = value->open,
                                          .view = (uint8_t)view });
}

/* ---- filters ---- */

struct filter_reader {
    lua_State *L;
    struct machine *m;
    enum kind kind;
    enum field field;
    uint32_t *values;
    uint32_t count, sures, capacity;
    bool has_maybes;        /* of a set among the values */
    const struct query *of; /* of that set */
    const char *nobodys;    /* the first word that no record has, or NULL */
};

static void add_value(struct filter_reader *f, uint32_t value)
{
    if (f->count == f->capacity) {
        uint32_t room = f->capacity ? f->capacity * 2 : 4;
        uint32_t *moved = arena_array(f->m->arena, room, sizeof *moved);
        check_memory(f->L);
        if (f->count) memcpy(moved, f->values, f->count * sizeof *moved);
        f->values = moved, f->capacity = room;
    }
    f->values[f->count++] = value;
}

static bool is_reference(enum field field)
{
    return model_fields[field].type == TYPE_REF || model_fields[field].type == TYPE_REFS ||
           model_fields[field].type == TYPE_ID;
}

static void add_word(struct filter_reader *f, const char *name)
{
    const struct field_info *info = &model_fields[f->field];
    size_t length = strlen(name);
    if (info->type != TYPE_WORD && info->type != TYPE_WORDS)
        raise_error(f->L,
                    is_reference(f->field) ? "'%.60s' is a text where %s.%s wants a record"
                                           : "'%.60s' cannot be compared with %s.%s",
                    name, model_kind(f->kind)->name, info->name);
    int listed = model_find_word((enum list)info->list, name, length);
    if (listed < 0 && !model_word_may_be_own((enum list)info->list, name, length)) {
        const struct list_info *list = &model_lists[info->list];
        const char *names[64];
        for (unsigned i = 0; i < list->count && i < 64; i++) names[i] = model_words[list->first + i].name;
        const char *near = nearest_name(name, length, names, list->count < 64 ? list->count : 64);
        raise_error(f->L, near ? "'%.60s' is not a %s of %s; the nearest is '%s'" : "'%.60s' is not a %s of %s%s", name,
                    info->name, model_kind(f->kind)->name, near ? near : "");
    }
    uint32_t value = listed >= 0 ? (uint32_t)listed : facts_find_word(f->m->facts, (enum list)info->list, name, length);
    if (value == UINT32_MAX && !f->nobodys) f->nobodys = arena_copy(f->m->arena, name, length);
    add_value(f, value);
}

static bool is_target(const struct filter_reader *f, enum kind kind)
{
    const struct field_info *info = &model_fields[f->field];
    uint32_t targets = info->type == TYPE_ID ? UINT32_C(1) << f->kind : info->targets;
    return is_reference(f->field) && (targets >> kind & 1);
}

static void check_target(struct filter_reader *f, enum kind kind)
{
    const struct field_info *info = &model_fields[f->field];
    if (!is_target(f, kind))
        raise_error(f->L, "%s stands where %s.%s wants %s", model_kind(kind)->name, model_kind(f->kind)->name,
                    info->name, is_reference(f->field) ? "another kind" : "a word");
}

/* What an observation is about may be of several kinds: those that the field cannot name match nothing. Were that an error,
 * a rule would fail on what a file happens to say. */
static void add_records(struct filter_reader *f, const ref *records, uint32_t count)
{
    if (count && !is_reference(f->field)) check_target(f, ref_kind(records[0]));
    for (uint32_t i = 0; i < count; i++)
        if (is_target(f, ref_kind(records[i]))) add_value(f, records[i]);
}

static void add_handle(struct filter_reader *f, int index, uint8_t *range)
{
    struct machine *m = f->m;
    struct handle h = handle_read(f->L, index);
    if (h.kind < KIND_COUNT) {
        check_target(f, (enum kind)h.kind);
        add_value(f, ref_make((enum kind)h.kind, h.row));
        return;
    }
    if (h.kind == HANDLE_LIST || h.kind == HANDLE_RANGE) {
        const struct made_list *list = &m->lists[h.row];
        if (list->range) *range = list->range;
        for (uint32_t i = 0; list->words && i < list->count; i++) add_word(f, facts_word(m->facts, list->words[i]));
        if (list->records) add_records(f, list->records, list->count);
        return;
    }
    if (h.kind == HANDLE_SET) {
        struct made_set *made = set_read(f->L, index);
        enum kind kind = made->set->query->kind;
        check_target(f, kind);
        f->of = made->set->query;
        for (uint32_t i = 0; i < made->set->sures; i++) add_value(f, ref_make(kind, made->set->rows[i]));
        f->has_maybes = f->has_maybes || made->set->maybes;
        return;
    }
    raise_error(f->L, "%s cannot be a filter value: filter by words and records, compare numbers in a test",
                value_described(f->L, index));
}

/* A set of the case that is asked for again and again is not copied: false where the value is none. */
static bool known_set_read(struct filter_reader *f, int index, struct condition *c)
{
    struct made_set *made = set_read(f->L, index);
    check_target(f, made->set->query->kind);
    return known_values(f->m, made->set, c);
}

/* The maybes of a set come last: a record that matches only them matches perhaps. */
static void add_maybes(struct filter_reader *f, int index)
{
    if (!handle_is(f->L, index)) return;
    struct handle h = handle_read(f->L, index);
    if (h.kind == HANDLE_LIST) {
        const struct made_list *list = &f->m->lists[h.row];
        if (list->perhaps) add_records(f, list->records + list->count, list->perhaps);
    }
    if (h.kind != HANDLE_SET) return;
    const struct set *set = f->m->sets[h.row].set;
    for (uint32_t i = 0; i < set->maybes; i++) add_value(f, ref_make(set->query->kind, set->rows[set->sures + i]));
}

static void value_read(struct filter_reader *f, int index, uint8_t *range, bool maybes);

/* Does nothing follow the n-th item of a table? Then it is a list of n items, but for holes. */
static bool ends_at(lua_State *L, int table, lua_Integer n)
{
    lua_pushinteger(L, n);
    bool more = lua_next(L, table);
    if (more) lua_pop(L, 2);
    return !more;
}

lua_Integer list_length(lua_State *L, int table)
{
    lua_Integer n = (lua_Integer)lua_rawlen(L, table), found = 0;
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        lua_Integer i = lua_isinteger(L, -2) ? lua_tointeger(L, -2) : 0;
        if (i < 1 || i > n) {
            lua_pop(L, 2);
            return -1;
        }
        found++;
    }
    return found < n ? -1 : n;
}

/* Room for the items of a list that are one value each, as words and records are. */
static void room_for(struct filter_reader *f, uint32_t count)
{
    if (f->values) return;
    f->values = arena_array(f->m->arena, count, sizeof *f->values);
    check_memory(f->L);
    f->capacity = count;
}

static void table_read(struct filter_reader *f, int index, uint8_t *range, bool maybes)
{
    lua_State *L = f->L;
    const char *name = model_fields[f->field].name;
    raw_contents(L, index);
    int contents = lua_gettop(L);
    lua_Integer n = (lua_Integer)lua_rawlen(L, contents);
    if (!n || !ends_at(L, contents, n)) n = list_length(L, contents);
    if (!n) raise_error(L, "an empty list as the filter value of '%s'", name);
    if (n < 0) raise_error(L, "a table that is no plain list as the filter value of '%s'", name);
    spend(L, (uint64_t)n / ITEMS_PER_INSTRUCTION);
    room_for(f, (uint32_t)n);
    for (lua_Integer i = 1; i <= n; i++) {
        uint8_t one = 0;
        int type = lua_rawgeti(L, contents, i);
        if (type == LUA_TNIL) raise_error(L, "a table that is no plain list as the filter value of '%s'", name);
        if (type == LUA_TTABLE) raise_error(L, "a list within a list as the filter value of '%s'", name);
        value_read(f, contents + 1, &one, maybes);
        if (i > 1 && one != *range)
            raise_error(L, "exactly and below do not stand in one list with others, for '%s'", name);
        *range = one;
        lua_settop(L, contents);
    }
    lua_settop(L, contents - 1);
}

static void value_read(struct filter_reader *f, int index, uint8_t *range, bool maybes)
{
    lua_State *L = f->L;
    if (lua_istable(L, index)) {
        table_read(f, index, range, maybes);
        return;
    }
    if (maybes) {
        add_maybes(f, index);
        return;
    }
    if (lua_type(L, index) == LUA_TSTRING) add_word(f, text_argument(L, index));
    else if (handle_is(L, index)) add_handle(f, index, range);
    else
        raise_error(L, "%s as the filter value of '%s': it takes a word, a record, a list or a set, true or false",
                    value_described(L, index), model_fields[f->field].name);
}

/* A record is the value of most conditions. */
static void record_condition(struct filter_reader *f, struct handle h, struct condition *c)
{
    check_target(f, (enum kind)h.kind);
    uint32_t *value = arena_take(f->m->arena, sizeof *value);
    check_memory(f->L);
    *value = ref_make((enum kind)h.kind, h.row);
    c->values = value, c->count = 1;
}

/* Words, several records, a list or a set. exactly() and below() give *ret_range. */
static void values_condition(struct filter_reader *f, int index, struct condition *c, uint8_t *ret_range)
{
    f->values = NULL, f->count = f->capacity = 0, f->has_maybes = false, f->of = NULL, f->nobodys = NULL;
    value_read(f, index, ret_range, false);
    f->sures = f->count;
    if (f->has_maybes) value_read(f, index, &(uint8_t){ 0 }, true);
    c->values = f->values, c->count = f->count, c->maybes = f->count - f->sures, c->of = f->of;
    c->id = f->nobodys;
}

bool asks_some(lua_State *L, int index, enum field field)
{
    unsigned type = model_fields[field].type;
    return (type == TYPE_NUMBER || type == TYPE_MONEY) && lua_type(L, index) == LUA_TSTRING &&
           !strcmp(lua_tostring(L, index), "some");
}

static void condition_read(struct filter_reader *f, const char *name, int index, struct condition *c)
{
    lua_State *L = f->L;
    f->field = field_called(L, f->kind, name);
    *c = (struct condition){ .field = (uint16_t)f->field };
    if (lua_isboolean(L, index)) {
        c->type = lua_toboolean(L, index) ? CONDITION_PRESENT : CONDITION_MISSING;
        return;
    }
    if (asks_some(L, index, f->field)) {
        c->type = CONDITION_SOME;
        return;
    }
    if (f->field == model_kind(f->kind)->id && lua_type(L, index) == LUA_TSTRING) {
        c->type = CONDITION_ID;
        c->id = arena_copy(f->m->arena, lua_tostring(L, index), strlen(lua_tostring(L, index)));
        check_memory(L);
        return;
    }
    uint8_t range = 0;
    bool is_handle = handle_is(L, index);
    struct handle h = is_handle ? handle_read(L, index) : (struct handle){ 0 };
    if (is_handle && h.kind < KIND_COUNT) record_condition(f, h, c);
    else if (!is_handle || h.kind != HANDLE_SET || !known_set_read(f, index, c)) values_condition(f, index, c, &range);
    check_memory(L);
    bool entities = is_reference(f->field) && (model_fields[f->field].targets & FOR_ENTITY);
    if (f->field == ENTITY_ID) entities = true;
    c->type = range                     ? range
              : !is_reference(f->field) ? CONDITION_WORDS
              : entities                ? CONDITION_GROUPS
                                        : CONDITION_EXACTLY;
}

/* A condition of a filter as the rule wrote it: where its value stands on the stack. */
struct written_condition {
    const char *name;
    int value;
};

/* The conditions in alphabetical order: of two mistakes always the same one is told. The table keeps the names, the values
 * stay on the stack. */
static uint32_t conditions_sorted(lua_State *L, int contents, struct written_condition *written)
{
    uint32_t count = 0;
    for (lua_pushnil(L); lua_next(L, contents); count++) {
        if (lua_type(L, -2) != LUA_TSTRING) raise_error(L, "a filter names fields: { type = \"veto\" }");
        if (count == MOST_CONDITIONS) raise_error(L, "a filter has at most %d conditions", MOST_CONDITIONS);
        const char *name = lua_tostring(L, -2);
        uint32_t at = count;
        for (; at && strcmp(written[at - 1].name, name) > 0; at--) written[at] = written[at - 1];
        lua_insert(L, -2); /* the value stays below, the name goes on */
        if (count % 4 == 3) luaL_checkstack(L, 12, "too many values");
        written[at] = (struct written_condition){ name, lua_gettop(L) - 1 };
    }
    return count;
}

struct condition *conditions_read(lua_State *L, int index, enum kind kind, uint32_t *ret_count)
{
    struct machine *m = machine_of(L);
    *ret_count = 0;
    if (lua_isnone(L, index)) return NULL;
    if (!lua_istable(L, index))
        raise_error(L, "%s stands where a filter { field = value } is wanted", value_described(L, index));
    luaL_checkstack(L, 12, "too many values");
    raw_contents(L, index);
    int contents = lua_gettop(L);
    struct written_condition written[MOST_CONDITIONS];
    uint32_t count = conditions_sorted(L, contents, written);
    int values = lua_gettop(L);
    if (!count) raise_error(L, "a filter without a field: was its value nil?");
    struct condition *conditions = arena_array(m->arena, count, sizeof *conditions);
    check_memory(L);
    struct filter_reader f = { .L = L, .m = m, .kind = kind };
    for (; *ret_count < count; lua_settop(L, values)) {
        condition_read(&f, written[*ret_count].name, written[*ret_count].value, &conditions[*ret_count]);
        ++*ret_count;
    }
    lua_settop(L, contents - 1);
    return conditions;
}

struct query *filter_read(lua_State *L, int index, enum kind kind)
{
    struct machine *m = machine_of(L);
    struct query *query = arena_take(m->arena, sizeof *query);
    check_memory(L);
    query->kind = kind;
    query->conditions = conditions_read(L, index, kind, &query->count); /* sorted, as their names were */
    return query;
}
