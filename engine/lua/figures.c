/* figures.c - a rule's figures: each computed once a subject, with its own trail. */
#include <stdio.h>
#include <string.h>

#include "lua/inside.h"

struct figure_call {
    const struct figure *figure;
    struct figure_value *value;
};

static void records_of_list(lua_State *L, struct figure_value *value, const struct made_list *list)
{
    if (list->perhaps) raise_unknown(L); /* the reads say why */
    value->type = list->words ? VALUE_WORDS : VALUE_RECORDS;
    value->open = list->open;
    value->records = (ref *)(uintptr_t)(list->words ? list->words : list->records); /* in the arena: lives as long */
    value->record_count = list->count;
}

static void figure_take(lua_State *L, struct figure_value *value, const char *name)
{
    struct machine *m = machine_of(L);
    if (!handle_is(L, -1))
        raise_error(L, "the figure '%s' gives a quantity, a record, a list or a set, not %s", name,
                    value_described(L, -1));
    struct handle h = handle_read(L, -1);
    value->view = (uint8_t)h.view;
    if (h.kind == HANDLE_QUANTITY) {
        value->type = VALUE_QUANTITY, value->quantity = m->numbers[h.row];
    } else if (h.kind < KIND_COUNT) {
        value->type = VALUE_RECORDS, value->single = true, value->record_count = 1;
        value->records = arena_take(m->arena, sizeof *value->records);
        check_memory(L);
        value->records[0] = ref_make((enum kind)h.kind, h.row);
    } else if (h.kind == HANDLE_LIST) {
        records_of_list(L, value, &m->lists[h.row]);
    } else if (h.kind == HANDLE_SET) {
        struct set *set = set_read(L, -1)->set;
        value->type = VALUE_RECORDS, value->set = set, value->record_count = set->sures;
        value->records = arena_array(m->arena, (size_t)set->sures + 1, sizeof *value->records);
        check_memory(L);
        for (uint32_t i = 0; i < set->sures; i++) value->records[i] = ref_make(set->query->kind, set->rows[i]);
    } else {
        raise_error(L, "the figure '%s' gives a quantity, a record, a list or a set, not %s", name,
                    value_described(L, -1));
    }
}

static int run_figure(lua_State *L)
{
    struct figure_call *call = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, call->figure->function);
    handle_push(L, HANDLE_SUBJECT, 0, 0, false);
    handle_push(L, HANDLE_PARAMS, 0, 0, false);
    handle_push(L, HANDLE_CASE, 0, 0, false);
    lua_call(L, 3, 1);
    figure_take(L, call->value, call->figure->name);
    return 0;
}

const struct figure_value *machine_figure(struct machine *m, unsigned i)
{
    struct figure_value *value = &m->figures[i];
    const struct figure *figure = &m->rule->figures[i];
    if (value->state >= 2) return value;
    if (value->state == 1) {
        fail(m, "rule", 0, "the figure '%s' needs itself", figure->name);
        return NULL;
    }
    value->state = 1;
    trail_init(&value->trail, m->arena);
    struct trail *outer = m->trail;
    bool outer_in_figure = m->in_figure, outer_limited = m->limited, outer_unknown = m->unknown_by_absence;
    m->trail = &value->trail, m->in_figure = true, m->limited = true;
    struct figure_call call = { figure, value };
    enum ended ended = machine_protect(m, run_figure, &call);
    m->trail = outer, m->in_figure = outer_in_figure, m->limited = outer_limited, m->unknown_by_absence = outer_unknown;
    if (ended == ENDED_FAILED) {
        size_t used = strlen(m->failure.message);
        if (!strstr(m->failure.message, "figure '"))
            snprintf(m->failure.message + used, sizeof m->failure.message - used, " (figure '%s')", figure->name);
        return NULL;
    }
    value->state = ended == ENDED_WELL ? 2 : 3;
    return value;
}
