/* call.c - running a rule's functions: who is concerned, the day of the law, one test. */
#include <stdio.h>
#include <string.h>

#include "lua/inside.h"

/* Values of an earlier subject are refused from here on, and its arrays are free again. */
static void next_generation(struct machine *m)
{
    m->generation++;
    m->number_count = m->set_count = m->list_count = 0;
    m->view_count = 1;
}

bool machine_begin_case(struct machine *m, const struct facts *facts, const struct view *view, struct arena *arena)
{
    m->facts = facts, m->arena = arena, m->views[0] = view, m->view_count = 1;
    m->refused = false;
    m->apart = NO_ENTITY, m->table_view = m->late_view = NULL;
    known_sets_forget(m);
    m->shared_count = m->candidates + 1;
    m->shared_subjects = arena_array(arena, m->shared_count, sizeof *m->shared_subjects);
    m->shared_done = arena_array(arena, m->shared_count, sizeof *m->shared_done);
    next_generation(m);
    return !arena->failed;
}

void machine_end_case(struct machine *m)
{
    m->facts = NULL, m->arena = NULL, m->view_count = 0;
    known_sets_forget(m);
    m->generation++;
}

/* ---- subjects ---- */

static int run_subjects(lua_State *L)
{
    const struct rule *rule = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, rule->subjects);
    handle_push(L, HANDLE_CASE, 0, 0, false);
    lua_pushcfunction(L, each_subject);
    lua_call(L, 2, 0);
    return 0;
}

/* Has the rule kept nothing in its upvalues? They are as after loading from here on, whatever it did. */
static bool kept_nothing(struct machine *m)
{
    const char *name = NULL;
    if (!m->has_run) return true;
    m->has_run = false;
    if (!m->rule->assigns && !m->library_assigns) return true; /* it could keep nothing there */
    if (!lua_checkstack(m->L, 10)) {
        m->refused = true;
        fail(m, "memory", 0, "no memory was left");
        return false;
    }
    if (!sandbox_kept(m->L, m->rule, &name) && !sandbox_kept(m->L, NULL, &name)) return true;
    fail(m, "rule", 0, "a rule keeps nothing: '%s' was changed by a test", name ? name : "a local");
    return false;
}

/* When functions of the rule may have run: it must have kept nothing, and have used no more than a rule may. False:
 * failure says why, or why it had failed before. */
static bool ends_well(struct machine *m, bool had_failed)
{
    if (!had_failed) return kept_nothing(m) && limits_settle(m);
    struct failure failure = m->failure;
    kept_nothing(m);
    m->failure = failure;
    return false;
}

bool machine_subjects(struct machine *m, const struct rule *rule, const struct subjects **ret_subjects)
{
    struct subjects *all = &m->shared_subjects[rule->candidates];
    *ret_subjects = all;
    limits_of_rule(m);
    if (m->shared_done[rule->candidates]) return true;
    struct trail reads;
    *all = (struct subjects){ 0 };
    trail_init(&reads, m->arena);
    trail_init(&all->trail, m->arena);
    next_generation(m);
    m->rule = rule, m->subject = NULL, m->apart = NO_ENTITY, m->table_view = m->late_view = NULL;
    m->trail = &reads, m->mode = MODE_PROVE, m->turn = -1;
    m->collecting = all, m->collect_roles = rule->role_count, m->subject_capacity = 0, m->slot_count = 0;
    m->in_subjects = true;
    limits_on(m);
    enum ended ended = machine_protect(m, run_subjects, (void *)(uintptr_t)rule);
    limits_off(m);
    m->in_subjects = false, m->collecting = NULL, m->trail = NULL;
    if (!ends_well(m, ended == ENDED_FAILED)) {
        *all = (struct subjects){ .trail = all->trail }; /* what it came to, for a trace */
        return false;
    }
    if (ended == ENDED_UNKNOWN) { /* a direct read of an unknown ends the enumeration; what was found stays */
        all->hole = true;
        for (size_t i = 0; i < reads.count; i++) {
            if (reads.entries[i].type != TRAIL_NEED) continue;
            if (reads.entries[i].record != NO_REF)
                trail_need(&all->trail, reads.entries[i].record, (enum field)reads.entries[i].field);
            else trail_need_text(&all->trail, reads.needs[reads.entries[i].more]);
        }
    }
    m->shared_done[rule->candidates] = ended != ENDED_FOUND;
    return true;
}

bool machine_subjects_to(struct machine *m, const struct rule *rule, const struct subject *wanted,
                         const struct subjects **ret_subjects)
{
    m->wanted = wanted;
    bool well = machine_subjects(m, rule, ret_subjects);
    m->wanted = NULL;
    return well;
}

void machine_forget_rule(struct machine *m, const struct rule *rule)
{
    known_sets_forget(m);
    if (!m->shared_done[rule->candidates]) m->shared_subjects[rule->candidates] = (struct subjects){ 0 };
    m->figures = NULL;
    next_generation(m);
}

/* ---- a subject ---- */

/* The day of the case is NULL. False: no memory. */
static bool view_of_day(struct machine *m, int32_t day, const struct view **ret_view)
{
    *ret_view = NULL;
    return day == m->views[0]->day || (*ret_view = view_at(m->facts, day)) != NULL;
}

/* The days whose market tables measure a deal: the day before it closed. */
static bool deal_views(struct machine *m, const struct subject *s, unsigned roles)
{
    m->table_view = m->late_view = NULL;
    if (m->apart == NO_ENTITY) return true;
    struct days days = { m->views[0]->day, DAY_MIN };
    struct moment moment = { m->views[0], m->apart };
    for (unsigned i = 0; i < roles; i++) {
        ref r = s->roles[i].record;
        if (ref_kind(r) != KIND_ENTITY || ref_row(r) == m->apart) continue;
        ref open;
        struct days table = deal_table_days(moment, ref_row(r), m->apart, &open);
        if (table.low < days.low) days = table, m->open_deal = open;
    }
    if (!view_of_day(m, days.low, &m->table_view)) return false;
    if (days.high <= days.low) return true;
    m->late_view = m->views[0];
    return days.high == m->views[0]->day || (m->late_view = view_at(m->facts, days.high)) != NULL;
}

bool machine_begin_subject(struct machine *m, const struct rule *rule, const struct subject *subject,
                           const struct params_at *params)
{
    next_generation(m);
    m->rule = rule, m->subject = subject, m->params = params;
    m->apart = subject_moment(m, subject, rule->role_count).apart;
    bool memory = deal_views(m, subject, rule->role_count);
    m->comparisons = 0, m->params_read = 0, m->roles_read = 0, m->out_of_scope = false;
    m->figures = rule->figure_count ? arena_array(m->arena, rule->figure_count, sizeof *m->figures) : NULL;
    if (m->arena->failed || !memory) {
        m->refused = true;
        fail(m, "memory", 0, "no memory was left");
        return false;
    }
    limits_on(m);
    limits_off(m);
    return true;
}

const struct figure_value *machine_figures(const struct machine *m) { return m->figures; }

struct law_call {
    const struct rule *rule;
    struct quantity date;
};
static int run_law_at(lua_State *L)
{
    struct law_call *call = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, call->rule->law_at);
    handle_push(L, HANDLE_SUBJECT, 0, 0, false);
    handle_push(L, HANDLE_CASE, 0, 0, false);
    lua_call(L, 2, 1);
    if (!handle_is(L, -1) || handle_read(L, -1).kind != HANDLE_QUANTITY)
        return raise_error(L, "law_at returns a date, not %s", value_described(L, -1));
    call->date = *quantity_read(L, -1);
    if (call->date.unit != UNIT_DATE)
        return raise_error(L, "law_at returns a date, not %s", unit_name((enum unit)call->date.unit));
    return 0;
}

bool machine_law_at(struct machine *m, const struct rule *rule, const struct subject *subject, struct trail *trail,
                    struct quantity *ret_date, bool *ret_unknown)
{
    struct law_call call = { .rule = rule };
    m->rule = rule, m->subject = subject, m->trail = trail, m->mode = MODE_PROVE, m->turn = -1;
    m->in_law_at = true;
    m->limited = true;
    enum ended ended = machine_protect(m, run_law_at, &call);
    m->limited = false;
    m->in_law_at = false;
    if (!ends_well(m, ended == ENDED_FAILED)) return false;
    *ret_unknown = ended != ENDED_WELL;
    if (ended == ENDED_WELL) *ret_date = call.date;
    return true;
}

/* ---- one test ---- */

struct running {
    const struct test_call *call;
    bool result;
};

static int run_test(lua_State *L)
{
    struct running *running = lua_touserdata(L, 1);
    const struct test_call *call = running->call;
    lua_rawgeti(L, LUA_REGISTRYINDEX, call->function);
    handle_push(L, HANDLE_SUBJECT, 0, 0, false);
    handle_push(L, HANDLE_PARAMS, 0, 0, false);
    handle_push(L, HANDLE_CASE, 0, 0, false);
    int top = lua_gettop(L) - 4, arguments = 3;
    if (call->each) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, call->each_list);
        lua_geti(L, -1, call->each);
        lua_remove(L, -2);
        arguments++;
    }
    lua_call(L, arguments, LUA_MULTRET);
    int results = lua_gettop(L) - top;
    if (results == 1 && lua_isboolean(L, -1)) {
        running->result = lua_toboolean(L, -1);
        return 0;
    }
    if (results >= 1 && handle_is(L, -1) && handle_read(L, -1).kind == HANDLE_SET)
        return raise_error(L, "a set was made and never asked: use :any() or :none()");
    if (results > 1) return raise_error(L, "a test returns one true or false, this one returned %d values", results);
    return raise_error(L, "a test returns true or false, this one returned %s",
                       results ? value_described(L, -1) : "nil");
}

static bool sets_were_used(struct machine *m, size_t from)
{
    for (size_t i = from; i < m->set_count; i++) {
        if (m->sets[i].used || m->sets[i].of_figure) continue;
        fail(m, "rule", (uint32_t)(m->sets[i].line > 0 ? m->sets[i].line : 0),
             "a set was made and never asked: use :any() or :none()");
        return false;
    }
    return true;
}

bool machine_test(struct machine *m, const struct test_call *call, struct tested *ret_tested)
{
    struct running running = { .call = call };
    size_t first_set = m->set_count;
    m->trail = call->trail, m->mode = call->mode, m->turn = call->turn;
    m->absences = 0, m->unknown_by_absence = m->out_of_scope = false;
    m->limited = true;
    enum ended ended = machine_protect(m, run_test, &running);
    m->limited = false;
    m->in_figure = false;
    *ret_tested = (struct tested){ .absences = m->absences,
                                   .unknown_by_absence = m->unknown_by_absence,
                                   .out_of_scope = m->out_of_scope };
    if (ended == ENDED_FAILED) {
        size_t used = strlen(m->failure.message);
        if (!strcmp(m->failure.code, "rule") && call->what)
            snprintf(m->failure.message + used, sizeof m->failure.message - used, " (%s %u)", call->what, call->number);
        return false;
    }
    ret_tested->truth = ended == ENDED_WELL ? (running.result ? YES : NO) : UNKNOWN;
    return ended != ENDED_WELL || sets_were_used(m, first_set);
}

/* ---- comparisons ---- */

void machine_compared(struct machine *m, struct compared_sides *sides)
{
    sides->number = ++m->comparisons;
    bool held = m->turned == TURN_OPEN && sides->result.result == UNKNOWN;
    if (!held && sides->number != m->turned) return;
    bool turns = m->turned_to == UNKNOWN;
    if (turns && sides->result.result == UNKNOWN) return;
    sides->result = (struct compared){ .result = turns ? truth_not(sides->result.result) : m->turned_to };
}

void machine_turn(struct machine *m, uint32_t number, enum truth to) { m->turned = number, m->turned_to = to; }

/* ---- the end of a subject ---- */

bool machine_end_subject(struct machine *m)
{
    m->generation++;
    return ends_well(m, false);
}
