/* operators.c - what the operators on quantities and the free functions of a rule give (least, equal, below, note, ...). */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "lua/inside.h"

struct quantity *quantity_read(lua_State *L, int index)
{
    struct machine *m = machine_of(L);
    if (!handle_is(L, index)) raise_error(L, "%s stands where a quantity is wanted", value_described(L, index));
    struct handle h = handle_read(L, index);
    if (h.kind != HANDLE_QUANTITY) raise_error(L, "%s stands where a quantity is wanted", value_described(L, index));
    return &m->numbers[h.row];
}

/* The unit as a sentence names it: of money the currency, where it has one. */
static const char *unit_of(const struct quantity *q)
{
    return q->unit == UNIT_MONEY && q->currency[0] ? q->currency : unit_name((enum unit)q->unit);
}

/* The two sides of an operator. A bare number goes with counts and points alone, as one of them; a factor is a ratio, so
 * that twice a count is a count. */
static void sides_read(lua_State *L, bool factor, struct quantity *a, struct quantity *b)
{
    int bare = lua_type(L, 1) == LUA_TNUMBER ? 1 : lua_type(L, 2) == LUA_TNUMBER ? 2 : 0;
    if (!bare) {
        *a = *quantity_read(L, 1), *b = *quantity_read(L, 2);
        return;
    }
    struct quantity *other = quantity_read(L, 3 - bare);
    if (other->unit != UNIT_COUNT && other->unit != UNIT_POINTS)
        raise_error(L, "a bare number against %s: write it as a param with its unit", unit_of(other));
    double value = lua_tonumber(L, bare);
    if (!isfinite(value)) raise_error(L, "a number that is not finite");
    struct quantity number = quantity_exact(value, factor ? UNIT_NONE : (enum unit)other->unit);
    *a = bare == 1 ? number : *other, *b = bare == 2 ? number : *other;
}

/* Brings b into a's currency, where a rate is on file. */
static bool same_currency(struct machine *m, const struct quantity *a, struct quantity *b)
{
    if (a->unit != UNIT_MONEY || b->unit != UNIT_MONEY || !a->currency[0] || !b->currency[0]) return true;
    if (!memcmp(a->currency, b->currency, 4)) return true;
    struct quantity converted;
    if (!money_convert(m->views[0], b, a->currency, &converted, m->trail)) return false;
    *b = converted;
    return true;
}

int quantity_arithmetic(lua_State *L, int op)
{
    struct machine *m = machine_of(L);
    struct quantity a, b, result;
    sides_read(L, op == '*' || op == '/', &a, &b);
    if (op != '*' && !same_currency(m, &a, &b)) {
        if (op == '/') result = quantity_unknown(UNIT_PERCENT), result.high = HUGE_VAL;
        else result = quantity_unknown(UNIT_MONEY), memcpy(result.currency, a.currency, 4);
        quantity_push(L, &result);
        return 1;
    }
    enum quantity_problem problem = op == '+'   ? quantity_add(&a, &b, &result)
                                    : op == '-' ? quantity_subtract(&a, &b, &result)
                                    : op == '*' ? quantity_multiply(&a, &b, &result)
                                                : quantity_divide(&a, &b, &result);
    if (problem != QUANTITY_FINE)
        raise_error(L, "%s %c %s: these units do not go together", unit_of(&a), op, unit_of(&b));
    quantity_push(L, &result);
    return 1;
}

int quantity_comparison(lua_State *L, enum comparison op)
{
    struct machine *m = machine_of(L);
    struct compared_sides sides = { .op = (uint8_t)op };
    sides_read(L, false, &sides.left, &sides.right);
    if (m->in_figure)
        raise_error(L, "a figure asks no yes or no: write it as an element's test (least and greatest are free)");
    if (!same_currency(m, &sides.left, &sides.right)) {
        raise_unknown(L);
    }
    if (quantity_compare(&sides.left, op, &sides.right, &sides.result) != QUANTITY_FINE)
        raise_error(L, "%s against %s: these units do not compare", unit_of(&sides.left), unit_of(&sides.right));
    return compared_push(L, &sides);
}

/* least(a, b), greatest(a, b), equal(a, b), exactly(x), below(x) */
static int choose(lua_State *L, bool least)
{
    struct machine *m = machine_of(L);
    struct quantity a, b, result;
    sides_read(L, false, &a, &b);
    if (!same_currency(m, &a, &b)) {
        result = quantity_unknown(UNIT_MONEY);
        memcpy(result.currency, a.currency, 4);
    } else if ((least ? quantity_least : quantity_greatest)(&a, &b, &result) != QUANTITY_FINE)
        raise_error(L, "%s and %s: these units do not compare", unit_of(&a), unit_of(&b));
    quantity_push(L, &result);
    return 1;
}
static int global_least(lua_State *L) { return choose(L, true); }
static int global_greatest(lua_State *L) { return choose(L, false); }

static int global_equal(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct quantity a, b;
    enum truth truth;
    sides_read(L, false, &a, &b);
    if (!same_currency(m, &a, &b)) {
        return truth_push(L, UNKNOWN);
    }
    if (quantity_equal(&a, &b, &truth) != QUANTITY_FINE)
        raise_error(L, "%s and %s: these units do not compare", unit_of(&a), unit_of(&b));
    return truth_push(L, truth);
}

static int range_push(lua_State *L, enum condition_type type)
{
    struct machine *m = machine_of(L);
    struct handle h;
    if (!m->facts && lua_type(L, 1) == LUA_TSTRING) { /* while a rule loads: the name of a role, for a data form */
        lua_createtable(L, 1, 1);
        lua_pushvalue(L, 1);
        lua_rawseti(L, -2, 1);
        lua_pushinteger(L, type);
        lua_setfield(L, -2, "range");
        return 1;
    }
    if (!m->facts) raise_error(L, "exactly and below take the name of a role here");
    ref *one = arena_take(m->arena, sizeof *one);
    check_memory(L);
    *one = record_read(L, 1, KIND_ENTITY, &h);
    list_push(L, &(struct made_list){ .records = one, .count = 1, .view = (uint8_t)h.view, .range = (uint8_t)type });
    return 1;
}
static int global_exactly(lua_State *L) { return range_push(L, CONDITION_EXACTLY); }
static int global_below(lua_State *L) { return range_push(L, CONDITION_BELOW); }

/* What a note says of a handle; text is cut to the room. */
static void describe(lua_State *L, int index, char *out, size_t size)
{
    struct machine *m = machine_of(L);
    struct handle h = handle_read(L, index);
    if (h.kind == HANDLE_QUANTITY) quantity_write(&m->numbers[h.row], NULL, out, size);
    else if (h.kind == HANDLE_SET) {
        const struct set *set = m->sets[h.row].set;
        snprintf(out, size, "a set of %zu for certain, %zu perhaps", (size_t)set->sures, (size_t)set->maybes);
    } else if (h.kind == HANDLE_LIST) snprintf(out, size, "a list of %u", (unsigned)m->lists[h.row].count);
    else if (h.kind < KIND_COUNT)
        snprintf(out, size, "%s %s", model_kind((enum kind)h.kind)->name,
                 facts_id(m->facts, ref_make((enum kind)h.kind, h.row)));
    else snprintf(out, size, "%s", value_described(L, index));
}

/* note(value): visible only in trace; it evaluates to nothing. */
static int global_note(lua_State *L)
{
    struct machine *m = machine_of(L);
    char text[200];
    luaL_checkany(L, 1);
    if (!m->traced || m->turn != -1) return 0; /* turned: the same test once more */
    if (handle_is(L, 1)) describe(L, 1, text, sizeof text);
    else if (lua_type(L, 1) == LUA_TSTRING) snprintf(text, sizeof text, "\"%.190s\"", lua_tostring(L, 1));
    else if (lua_type(L, 1) == LUA_TNUMBER) snprintf(text, sizeof text, "%.14g", (double)lua_tonumber(L, 1));
    else if (lua_type(L, 1) == LUA_TBOOLEAN) snprintf(text, sizeof text, "%s", lua_toboolean(L, 1) ? "true" : "false");
    else snprintf(text, sizeof text, "%s", luaL_typename(L, 1));
    trail_note(m->in_subjects ? &m->collecting->trail : m->trail, text);
    return 0;
}

const luaL_Reg global_functions[] = {
#define GLOBAL_CALL(NAME, FUNCTION, ...) { NAME, FUNCTION },
#include "lua/api.def"
    { NULL, NULL },
};
