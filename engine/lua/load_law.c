/* load_law.c - what a rule takes from the law: its basis, and its params with the days on which each value holds. */
#include <stdlib.h>
#include <string.h>

#include "base/currency.h"
#include "lua/loader.h"

static const struct law_source *source_named(struct loading *l, const char *id)
{
    const struct law_source *source = machine_source(l->m, id);
    if (source) return source;
    place_at(l, id);
    if (l->m->sources_error[0]) refuse(l, "%s", l->m->sources_error);
    const char *names[512];
    size_t count = 0;
    for (; count < l->m->source_count && count < 512; count++) names[count] = l->m->sources[count]->id;
    const char *near = nearest_name(id, strlen(id), names, count);
    if (near) refuse(l, "no source has the id '%.60s' in sources.json; the nearest is '%s'", id, near);
    refuse(l, "no source has the id '%.60s' in sources.json", id);
}

static void one_basis(struct loading *l, int index, struct basis *basis)
{
    static const char *const keys[] = {
#define BASIS_KEY(NAME, ...) NAME,
#include "lua/api.def"
    };
    lua_State *L = l->L;
    if (!lua_istable(L, index)) refuse(l, "a basis is written { \"source\", at = …, support = … }");
    raw_contents(L, index);
    int table = lua_gettop(L);
    check_keys(l, table, keys, sizeof keys / sizeof keys[0], 1, "a basis");
    lua_rawgeti(L, table, 1);
    const char *id = string_at(l, -1, "the source of a basis");
    basis->source = source_named(l, id);
    if (field_at(l, table, "at")) basis->at = keep(l, string_at(l, -1, "'at' of a basis"));
    if (!field_at(l, table, "support"))
        refuse(l, "a basis says how firm it is: support = \"direct\", \"reported\" or \"analogy\"");
    basis->support = (uint8_t)word_choice(l, -1, "support", support_names, 3);
    lua_settop(L, table - 1);
}

const struct basis *basis_at(struct loading *l, int index, uint16_t *ret_count)
{
    lua_State *L = l->L;
    if (!lua_istable(L, index)) refuse(l, "basis is a list { { \"source\", at = …, support = … } }");
    raw_contents(L, index);
    int list = lua_gettop(L);
    bool single = lua_rawgeti(L, list, 1) == LUA_TSTRING; /* { "source", at = … } for a list of one */
    lua_settop(L, list);
    lua_Integer n = single ? 1 : list_at(l, list, 100, "basis");
    if (n < 1) refuse(l, "basis names at least one source: { { \"source\", at = …, support = … } }");
    struct basis *basis = keep_array(l, (size_t)n, sizeof *basis);
    for (lua_Integer i = 1; i <= n; i++) {
        if (single) lua_pushvalue(L, list);
        else lua_rawgeti(L, list, i);
        one_basis(l, lua_gettop(L), &basis[i - 1]);
        lua_settop(L, list);
    }
    *ret_count = (uint16_t)n;
    lua_settop(L, list - 1);
    return basis;
}

/* ---- params ---- */

static double number_at(struct loading *l, int index, const char *name)
{
    if (lua_type(l->L, index) != LUA_TNUMBER)
        refuse(l, "the value of the param '%s' is a number, not %s: write { 20, \"percent\", \"reason\" }", name,
               value_described(l->L, index));
    double value = lua_tonumber(l->L, index);
    if (!(value > -1e300 && value < 1e300)) refuse(l, "the value of the param '%s' is no finite number", name);
    return value;
}

static struct quantity quantity_of(double low, double high, enum unit unit, const char currency[4])
{
    return unit == UNIT_MONEY ? quantity_money(low, high, currency) : quantity_range(low, high, unit);
}

static double bound_at(struct loading *l, int range, const char *key, const char *name)
{
    if (!field_at(l, range, key))
        refuse(l, "a range of the param '%s' has two ends: write { min = 10, max = 20 }", name);
    double bound = number_at(l, -1, name);
    lua_pop(l->L, 1);
    return bound;
}

/* The value of a row on the top of the stack: a number, or { min =, max = } where only bounds of it are known. */
static struct quantity dated_value(struct loading *l, const char *name, enum unit unit, const char currency[4])
{
    static const char *const keys[] = { "min", "max" };
    if (!lua_istable(l->L, -1)) {
        double value = number_at(l, -1, name);
        return quantity_of(value, value, unit, currency);
    }
    raw_contents(l->L, -1);
    int range = lua_gettop(l->L);
    check_keys(l, range, keys, 2, 0, "a range");
    double low = bound_at(l, range, "min", name), high = bound_at(l, range, "max", name);
    if (low > high) refuse(l, "a range of the param '%s' has its ends the wrong way round", name);
    return quantity_of(low, high, unit, currency);
}

static int by_first_day(const void *a, const void *b)
{
    const struct param_value *x = a, *y = b;
    return (x->from > y->from) - (x->from < y->from);
}

static void dated_param(struct loading *l, int table, struct param *param, enum unit unit, const char currency[4])
{
    static const char *const keys[] = { "from", "to", "source" };
    lua_State *L = l->L;
    raw_contents(L, table);
    int rows = lua_gettop(L);
    lua_Integer n = list_at(l, rows, 1000, "by_date");
    if (n < 1)
        refuse(l, "the param '%s' has no row by date: write { { value, from = \"YYYY-MM-DD\" }, … }", param->name);
    struct param_value *values = keep_array(l, (size_t)n, sizeof *values);
    for (lua_Integer i = 1; i <= n; i++) {
        if (lua_rawgeti(L, rows, i) != LUA_TTABLE)
            refuse(l, "a row of the param '%s' is written { value, from = \"YYYY-MM-DD\" }", param->name);
        raw_contents(L, -1);
        int row = lua_gettop(L);
        check_keys(l, row, keys, 3, 1, "a dated row");
        lua_rawgeti(L, row, 1);
        values[i - 1].value = dated_value(l, param->name, unit, currency);
        values[i - 1].from = day_at(l, row, "from", DAY_MIN);
        values[i - 1].to = day_at(l, row, "to", DAY_MAX);
        if (values[i - 1].to < values[i - 1].from)
            refuse(l, "a row of the param '%s' ends before it begins", param->name);
        if (field_at(l, row, "source"))
            values[i - 1].source = source_named(l, string_at(l, -1, "the source of a dated row"));
        lua_settop(L, rows);
    }
    qsort(values, (size_t)n, sizeof *values, by_first_day);
    for (lua_Integer i = 0; i + 1 < n; i++) {
        if (values[i].from == values[i + 1].from)
            refuse(l, "the param '%s' has two rows from one day: write which holds", param->name);
        if (values[i].to == DAY_MAX || values[i].to >= values[i + 1].from) values[i].to = values[i + 1].from - 1;
    }
    param->values = values, param->count = (uint16_t)n, param->dated = true;
    lua_settop(L, rows - 1);
}

void param_at(struct loading *l, int index, struct param *param)
{
    static const char *const keys[] = { "by_date" };
    lua_State *L = l->L;
    if (!lua_istable(L, index)) refuse(l, "the param '%s' is written { value, \"unit\", \"reason\" }", param->name);
    raw_contents(L, index);
    int table = lua_gettop(L);
    bool dated = field_at(l, table, "by_date");
    int unit_place = dated ? 1 : 2;
    check_keys(l, table, keys, 1, unit_place + 1, "a param");
    char currency[4] = "";
    enum unit unit;
    lua_rawgeti(L, table, unit_place);
    const char *name = string_at(l, -1, "the unit of a param");
    if (!unit_read(name, &unit, currency)) {
        const char *near = currency_nearest(name, strlen(name));
        if (near) refuse(l, "'%.40s' is no unit and no code of ISO 4217; the nearest is '%s'", name, near);
        refuse(l, "'%.40s' is no unit: percent, points, count, days, months, years or a currency like USD", name);
    }
    lua_rawgeti(L, table, unit_place + 1);
    if (lua_isnil(L, -1)) refuse(l, "the param '%s' gives no reason for its value", param->name);
    param->reason = keep(l, string_at(l, -1, "the reason of a param"));
    if (dated) {
        field_at(l, table, "by_date");
        if (!lua_istable(L, -1)) refuse(l, "by_date of the param '%s' is a list of rows", param->name);
        dated_param(l, lua_gettop(L), param, unit, currency);
    } else {
        struct param_value *value = keep_array(l, 1, sizeof *value);
        lua_rawgeti(L, table, 1);
        double number = number_at(l, -1, param->name);
        *value = (struct param_value){ quantity_of(number, number, unit, currency), DAY_MIN, DAY_MAX, NULL };
        param->values = value, param->count = 1;
    }
    lua_settop(L, table - 1);
}
