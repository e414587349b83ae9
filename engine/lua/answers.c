/* answers.c - the yes or no that a rule is given: what an unknown and what an absence come to where it asked. */
#include "lua/inside.h"

int bool_push(lua_State *L, bool value)
{
    if (machine_of(L)->in_figure) raise_error(L, "a figure asks no yes or no: write it as an element's test");
    lua_pushboolean(L, value);
    return 1;
}

int truth_push(lua_State *L, enum truth truth)
{
    if (truth == UNKNOWN) {
        bool_push(L, false);
        raise_unknown(L);
    }
    return bool_push(L, truth == YES);
}

/* An answer NO that rests on absence: counted, turned where the audit asks again, unknown where it would rebut. */
static int absent_push(lua_State *L)
{
    struct machine *m = machine_of(L);
    if (m->mode == MODE_REBUT && !m->in_subjects) {
        bool_push(L, false);
        raise_unknown_by_absence(L);
    }
    int32_t n = (int32_t)m->absences++;
    return bool_push(L, m->turn == -2 || m->turn == n);
}

int answer_push(lua_State *L, struct answer answer, bool none)
{
    check_memory(L);
    if (answer.truth == UNKNOWN) {
        bool_push(L, false);
        if (answer.absent) raise_unknown_by_absence(L);
        raise_unknown(L);
    }
    if (!none && answer.truth == NO && answer.absent) return absent_push(L);
    return bool_push(L, answer.truth == YES);
}

int compared_push(lua_State *L, struct compared_sides *sides)
{
    struct machine *m = machine_of(L);
    machine_compared(m, sides);
    trail_compare(m->trail, sides);
    if (sides->result.result == UNKNOWN) {
        bool_push(L, false);
        if (sides->result.by_absence) raise_unknown_by_absence(L);
        raise_unknown(L);
    }
    if (sides->result.result == NO && sides->result.by_absence) return absent_push(L);
    return bool_push(L, sides->result.result == YES);
}
