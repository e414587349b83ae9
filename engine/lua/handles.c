/* handles.c - what a rule holds in its hands: light handles, their one metatable, and what a name after a dot gives. */
#include <stdio.h>
#include <string.h>

#include "lua/inside.h"

static const uint32_t apart_bit = UINT32_C(1) << 31;

void handle_push(lua_State *L, unsigned kind, unsigned view, uint32_t row, bool apart)
{
    struct machine *m = machine_of(L);
    uint64_t bits = (uint64_t)(kind + 1) << 56 | (uint64_t)m->generation << 40 | (uint64_t)view << 32 | row |
                    (apart ? apart_bit : 0);
    lua_pushlightuserdata(L, (void *)(uintptr_t)bits);
}

static bool handle_unpack(lua_State *L, int index, struct handle *ret_handle, unsigned *ret_generation)
{
    uint64_t bits = (uint64_t)(uintptr_t)lua_touserdata(L, index); /* rules hold light ones alone */
    unsigned kind = (unsigned)(bits >> 56);
    if (!kind || kind > HANDLE_KINDS) return false;
    uint32_t row = (uint32_t)bits;
    *ret_generation = (unsigned)(bits >> 40) & 0xffff;
    *ret_handle = (struct handle){ kind - 1, (unsigned)(bits >> 32) & 0xff, row & ~apart_bit, (row & apart_bit) != 0 };
    return true;
}

bool handle_is(lua_State *L, int index)
{
    struct handle h;
    unsigned generation;
    return handle_unpack(L, index, &h, &generation);
}

struct handle handle_read(lua_State *L, int index)
{
    struct machine *m = machine_of(L);
    struct handle h = { 0 };
    unsigned generation;
    if (!handle_unpack(L, index, &h, &generation))
        raise_error(L, "%s stands where a record or value is wanted", value_described(L, index));
    bool known = generation == m->generation && m->facts;
    if (known && h.kind < KIND_COUNT) known = h.row < facts_rows(m->facts, (enum kind)h.kind) && h.view < m->view_count;
    if (known && h.kind == HANDLE_QUANTITY) known = h.row < m->number_count;
    if (known && h.kind == HANDLE_SET) known = h.row < m->set_count;
    if (known && (h.kind == HANDLE_LIST || h.kind == HANDLE_RANGE)) known = h.row < m->list_count;
    if (!known) raise_error(L, "a rule keeps nothing: this value belongs to another subject or case");
    return h;
}

const char *value_described(lua_State *L, int index)
{
    struct handle h;
    unsigned generation;
    if (lua_type(L, index) == LUA_TNUMBER) return "a bare number";
    if (lua_type(L, index) == LUA_TSTRING) return "a text";
    if (!handle_unpack(L, index, &h, &generation)) return lua_isnoneornil(L, index) ? "nil" : luaL_typename(L, index);
    static const char *const named[] = {
        "a quantity", "a set", "a list", "the case", "the subject", "the params", "exactly() or below()"
    };
    if (h.kind >= KIND_COUNT) return named[h.kind - KIND_COUNT];
    return model_kind((enum kind)h.kind)->name;
}

void record_push(lua_State *L, ref r, unsigned view, bool apart)
{
    handle_push(L, ref_kind(r), view, ref_row(r), apart);
}

ref record_read(lua_State *L, int index, enum kind kind, struct handle *ret_handle)
{
    if (!handle_is(L, index))
        raise_error(L, "%s stands where %s is wanted", value_described(L, index), model_kind(kind)->name);
    struct handle h = handle_read(L, index);
    if (h.kind != kind)
        raise_error(L, "%s stands where %s is wanted", value_described(L, index), model_kind(kind)->name);
    if (ret_handle) *ret_handle = h;
    return ref_make(kind, h.row);
}

struct moment moment_of(struct machine *m, unsigned view) { return (struct moment){ m->views[view], m->apart }; }

struct moment market_moment_of(struct machine *m, unsigned view)
{
    const struct view *v = view == 0 && m->table_view ? m->table_view : m->views[view];
    return (struct moment){ v, m->apart };
}

struct moment machine_moment(const struct machine *m) { return (struct moment){ m->views[0], m->apart }; }

struct moment machine_table_moment(const struct machine *m)
{
    return (struct moment){ m->table_view ? m->table_view : m->views[0], m->apart };
}

/* ---- names after a dot ---- */

static void list_names(const struct rule *rule, bool figures, char *out, size_t size)
{
    size_t used = 0;
    out[0] = 0;
    for (unsigned i = 0; i < rule->role_count && used < size; i++)
        used += (size_t)snprintf(out + used, size - used, "%s%s", i ? ", " : "", rule->roles[i]);
    for (unsigned i = 0; figures && i < rule->figure_count && used < size; i++)
        used += (size_t)snprintf(out + used, size - used, ", %s", rule->figures[i].name);
}

static int figure_push(lua_State *L, struct machine *m, unsigned i)
{
    if (m->in_law_at) raise_error(L, "law_at sees roles only, not the figure '%s'", m->rule->figures[i].name);
    trail_figure(m->trail, i);
    const struct figure_value *value = machine_figure(m, i);
    if (!value) raise_failed(L);
    if (value->state == 3) raise_unknown(L);
    value_push(L, value, value->view);
    return 1;
}

static int subject_index(lua_State *L, struct machine *m, const char *name)
{
    const struct rule *rule = m->rule;
    for (unsigned i = 0; i < rule->role_count; i++) {
        if (strcmp(rule->roles[i], name)) continue;
        m->roles_read |= UINT32_C(1) << i;
        record_push(L, m->subject->roles[i].record, 0, m->subject->roles[i].apart);
        return 1;
    }
    for (unsigned i = 0; i < rule->figure_count; i++)
        if (!strcmp(rule->figures[i].name, name)) return figure_push(L, m, i);
    char names[200];
    list_names(rule, rule->figure_count > 0, names, sizeof names);
    return raise_error(L, "no role or figure '%.60s' (roles: %s)", name, names);
}

static int params_index(lua_State *L, struct machine *m, const char *name)
{
    const struct rule *rule = m->rule;
    for (unsigned i = 0; i < rule->param_count; i++) {
        if (strcmp(rule->params[i].name, name)) continue;
        m->params_read |= UINT64_C(1) << i;
        if (m->params->missing[i]) raise_out_of_scope(L);
        quantity_push(L, &m->params->values[i]);
        return 1;
    }
    const char *names[MOST_PARAMS];
    for (unsigned i = 0; i < rule->param_count; i++) names[i] = rule->params[i].name;
    const char *near = nearest_name(name, strlen(name), names, rule->param_count);
    return raise_error(L, near ? "no param '%.60s'; the nearest is '%s'" : "no param '%.60s'%s", name,
                       near ? near : "");
}

static int record_index(lua_State *L, struct handle h, const char *name)
{
    enum kind kind = (enum kind)h.kind;
    enum field field = model_find_field(kind, name, strlen(name));
    if (field != NO_FIELD) return field_push(L, h, field);
    const struct kind_info *info = model_kind(kind);
    if (!strcmp(name, "until")) raise_error(L, "the field is 'to', not 'until'");
    const char *names[32];
    size_t count = 0;
    for (unsigned f = info->first; f <= info->last && count < 32; f++) names[count++] = model_fields[f].name;
    const char *near = nearest_name(name, strlen(name), names, count);
    return raise_error(L, near ? "%s has no field '%.60s'; the nearest is '%s'" : "%s has no field '%.60s'%s",
                       info->name, name, near ? near : "");
}

/* quantity:as_recorded(): what is recorded, taken as the whole. The sentence says so. */
static int quantity_as_recorded(lua_State *L)
{
    struct quantity q = *quantity_read(L, 1);
    if (q.open_above || q.open_below) trail_as_recorded(machine_of(L)->trail);
    q.open_above = q.open_below = false;
    quantity_push(L, &q);
    return 1;
}

/* Pushes the method that the name at 2 has in the table of an upvalue, 0: in none. False: there is none. */
static bool method_push(lua_State *L, int upvalue)
{
    if (!upvalue) return false;
    lua_pushvalue(L, 2);
    return lua_rawget(L, lua_upvalueindex(upvalue)) != LUA_TNIL;
}

/* Upvalues 1..6: tables of methods: case, set, list, entity, market, any record. */
int handle_index(lua_State *L)
{
    static const uint8_t methods[HANDLE_KINDS] = {
        [HANDLE_CASE] = 1, [HANDLE_SET] = 2, [HANDLE_LIST] = 3, [KIND_ENTITY] = 4, [KIND_MARKET] = 5
    };
    struct machine *m = machine_of(L);
    struct handle h = handle_read(L, 1);
    if (lua_type(L, 2) != LUA_TSTRING) {
        if (h.kind == HANDLE_SET || h.kind == HANDLE_LIST)
            raise_error(L, "walk %s with 'for x in set do'", value_described(L, 1));
        raise_error(L, "%s has no item number: it is no table", value_described(L, 1));
    }
    if (method_push(L, methods[h.kind])) return 1;
    if (h.kind < KIND_COUNT && method_push(L, 6)) return 1;
    const char *name = lua_tostring(L, 2);
    if (h.kind == HANDLE_SUBJECT) return subject_index(L, m, name);
    if (h.kind == HANDLE_PARAMS) return params_index(L, m, name);
    if (h.kind < KIND_COUNT) return record_index(L, h, name);
    if (h.kind == HANDLE_QUANTITY && !strcmp(name, "as_recorded")) {
        lua_pushcfunction(L, quantity_as_recorded);
        return 1;
    }
    if (h.kind == HANDLE_CASE && !strcmp(name, "as_of")) {
        struct quantity day = quantity_date(m->views[h.view]->day, m->views[h.view]->day);
        quantity_push(L, &day);
        return 1;
    }
    return raise_error(L, "%s has no '%.60s'", value_described(L, 1), name);
}

static int handle_write(lua_State *L)
{
    return raise_error(L, "%s cannot be changed by a rule", value_described(L, 1));
}

static int handle_call(lua_State *L)
{
    struct handle h = handle_read(L, 1);
    if (h.kind == HANDLE_SET) return set_iterate(L);
    if (h.kind == HANDLE_LIST) return list_iterate(L);
    return raise_error(L, "%s is no function", value_described(L, 1));
}

static int handle_length(lua_State *L) { return raise_error(L, "no # of %s: write :count()", value_described(L, 1)); }
static int handle_concat(lua_State *L)
{
    return raise_error(L, "no .. with %s: a text names it in a placeholder",
                       value_described(L, handle_is(L, 1) ? 1 : 2));
}
static int handle_negate(lua_State *L) { return raise_error(L, "no minus before %s", value_described(L, 1)); }
static int handle_other(lua_State *L)
{
    return raise_error(L, "%s takes + - * / < <= > >= and no other operator",
                       value_described(L, handle_is(L, 1) ? 1 : 2));
}

static int handle_add(lua_State *L) { return quantity_arithmetic(L, '+'); }
static int handle_subtract(lua_State *L) { return quantity_arithmetic(L, '-'); }
static int handle_multiply(lua_State *L) { return quantity_arithmetic(L, '*'); }
static int handle_divide(lua_State *L) { return quantity_arithmetic(L, '/'); }

static int handle_less(lua_State *L) { return quantity_comparison(L, LESS); }
static int handle_at_most(lua_State *L) { return quantity_comparison(L, AT_MOST); }

static int any_kind(lua_State *L)
{
    enum kind kind = (enum kind)lua_tointeger(L, lua_upvalueindex(1));
    if (lua_gettop(L) > 2)
        return raise_error(L, "case:%s takes one filter, and what is more would be lost", model_kind(kind)->plural);
    return case_records(L, kind);
}

void handles_open(lua_State *L)
{
    static const luaL_Reg meta[] = {
        { "__newindex", handle_write }, { "__call", handle_call },    { "__len", handle_length },
        { "__concat", handle_concat },  { "__unm", handle_negate },   { "__add", handle_add },
        { "__sub", handle_subtract },   { "__mul", handle_multiply }, { "__div", handle_divide },
        { "__lt", handle_less },        { "__le", handle_at_most },   { "__idiv", handle_other },
        { "__mod", handle_other },      { "__pow", handle_other },    { "__band", handle_other },
        { "__bor", handle_other },      { "__bxor", handle_other },   { "__shl", handle_other },
        { "__shr", handle_other },      { "__bnot", handle_other },   { NULL, NULL },
    };
    static const struct {
        const char *object;
        const luaL_Reg *functions;
    } methods[] = { { "Case", case_methods },     { "Set", set_methods },       { "List", list_methods },
                    { "Entity", entity_methods }, { "Market", market_methods }, { "Record", record_methods } };
    lua_pushlightuserdata(L, NULL);
    lua_newtable(L);
    luaL_setfuncs(L, meta, 0);
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        lua_newtable(L);
        functions_counted(L, methods[i].object, methods[i].functions);
        if (i) continue;
        for (int k = 0; k < KIND_COUNT; k++) {
            if (k == KIND_SOURCE || k == KIND_RATE) continue; /* cited, not asked */
            lua_pushinteger(L, k);
            lua_pushcclosure(L, any_kind, 1);
            lua_setfield(L, -2, model_kind((enum kind)k)->plural);
        }
    }
    lua_pushcclosure(L, handle_index, 6);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}
