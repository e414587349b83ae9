/* call.c - running a rule's functions: who is concerned, one test, one figure, the day of the law. */
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
    m->apart = NO_ENTITY, m->table_view = NULL;
    m->shared_count = m->candidates + 1;
    m->shared_subjects = arena_array(arena, m->shared_count, sizeof *m->shared_subjects);
    m->shared_done = arena_array(arena, m->shared_count, sizeof *m->shared_done);
    next_generation(m);
    return !arena->failed;
}

void machine_end_case(struct machine *m)
{
    m->facts = NULL, m->arena = NULL, m->view_count = 0;
    m->generation++;
}

/* ---- subjects ---- */

enum { FEW_SUBJECTS = 32 }; /* a power of two */

static struct role_value role_read(lua_State *L, int index, unsigned n)
{
    if (!handle_is(L, index))
        raise_error(L, "each(…) wants an entity or a market as role %u, not %s", n, value_described(L, index));
    struct handle h = handle_read(L, index);
    if (h.kind != KIND_ENTITY && h.kind != KIND_MARKET)
        raise_error(L, "each(…) wants an entity or a market as role %u, not %s", n, value_described(L, index));
    return (struct role_value){ ref_make((enum kind)h.kind, h.row), h.apart };
}

static bool same_role(struct moment moment, const struct role_value *a, const struct role_value *b)
{
    if (a->record == b->record) return a->apart == b->apart;
    if (a->apart || b->apart) return false; /* each target is a deal of its own, whatever it controls */
    if (ref_kind(a->record) != KIND_ENTITY || ref_kind(b->record) != KIND_ENTITY) return false;
    return same_group(moment, ref_row(a->record), ref_row(b->record));
}

/* Of several named members of one group, the one nearest the head, then the smallest id. */
static bool shows_better(const struct machine *m, struct moment moment, ref a, ref b)
{
    if (ref_kind(a) != KIND_ENTITY || a == b) return false;
    uint32_t da = group_depth(moment, ref_row(a)), db = group_depth(moment, ref_row(b));
    if (da != db) return da < db;
    return strcmp(facts_id(m->facts, a), facts_id(m->facts, b)) < 0;
}

static struct moment subject_moment(const struct machine *m, const struct subject *s, unsigned roles)
{
    struct moment moment = { m->views[0], NO_ENTITY };
    for (unsigned i = 0; i < roles; i++)
        if (s->roles[i].apart) moment.apart = ref_row(s->roles[i].record);
    return moment;
}

static bool same_subject(struct moment moment, const struct subject *a, const struct subject *b, unsigned roles)
{
    for (unsigned r = 0; r < roles; r++)
        if (!same_role(moment, &a->roles[r], &b->roles[r])) return false;
    return true;
}

/* Equal for roles of the same groups: a group with a target apart is a part of one without. */
static size_t subject_hash(const struct machine *m, const struct subject *s, unsigned roles)
{
    struct moment plain = { m->views[0], NO_ENTITY };
    uint64_t hash = 0;
    for (unsigned r = 0; r < roles; r++) {
        ref record = s->roles[r].record;
        if (ref_kind(record) == KIND_ENTITY) record = ref_make(KIND_ENTITY, group_head(plain, ref_row(record)));
        hash = (hash ^ record ^ (uint64_t)s->roles[r].apart << 40) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    return (size_t)hash;
}

/* Half of the slots stay free. */
static void grow_slots(lua_State *L, const struct subjects *all, unsigned roles)
{
    struct machine *m = machine_of(L);
    size_t count = m->slot_count ? m->slot_count * 4 : 4 * FEW_SUBJECTS;
    uint32_t *slots = arena_array(m->arena, count, sizeof *slots);
    check_memory(L);
    for (size_t i = 0; i < all->count; i++) {
        size_t at = subject_hash(m, &all->items[i], roles) & (count - 1);
        while (slots[at]) at = (at + 1) & (count - 1);
        slots[at] = (uint32_t)i + 1;
    }
    m->subject_slots = slots, m->slot_count = count;
}

/* The subject of the same groups, or NULL. Few are compared one by one, many are looked up. */
static struct subject *find_subject(lua_State *L, const struct subjects *all, const struct subject *one, unsigned roles,
                                    struct moment moment)
{
    struct machine *m = machine_of(L);
    spend(L, 1);
    if (all->count < FEW_SUBJECTS) {
        for (size_t i = 0; i < all->count; i++)
            if (same_subject(moment, &all->items[i], one, roles)) return &all->items[i];
        return NULL;
    }
    if (all->count * 2 >= m->slot_count) grow_slots(L, all, roles);
    size_t at = subject_hash(m, one, roles) & (m->slot_count - 1);
    for (; m->subject_slots[at]; at = (at + 1) & (m->slot_count - 1)) {
        struct subject *known = &all->items[m->subject_slots[at] - 1];
        if (same_subject(moment, known, one, roles)) return known;
    }
    m->subject_slots[at] = (uint32_t)all->count + 1; /* it is added next */
    return NULL;
}

/* Roles of the same groups twice are one subject. */
static void subject_add(lua_State *L, struct subjects *all, const struct subject *one, unsigned roles)
{
    struct machine *m = machine_of(L);
    struct moment moment = subject_moment(m, one, roles);
    all->items = arena_grow(m->arena, all->items, all->count, &m->subject_capacity, sizeof *all->items);
    check_memory(L);
    struct subject *known = find_subject(L, all, one, roles, moment);
    if (!known) {
        all->items[all->count++] = *one;
        return;
    }
    for (unsigned r = 0; r < roles; r++)
        if (shows_better(m, moment, one->roles[r].record, known->roles[r].record)) known->roles[r] = one->roles[r];
}

static int each_subject(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct subject one = { 0 };
    if (!m->in_subjects) return raise_error(L, "each(…) is for subjects alone");
    if (lua_gettop(L) != (int)m->collect_roles)
        return raise_error(L, "each(…) wants %u roles, this one has %d", m->collect_roles, lua_gettop(L));
    for (unsigned i = 0; i < m->collect_roles; i++) one.roles[i] = role_read(L, (int)i + 1, i + 1);
    subject_add(L, m->collecting, &one, m->collect_roles);
    return 0;
}

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
    if (!lua_checkstack(m->L, 10)) {
        m->refused = true;
        fail(m, "memory", 0, "no memory was left");
        return false;
    }
    if (!sandbox_kept(m->L, m->rule, &name)) return true;
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
    m->rule_instructions = 0, m->rule_arena = 0;
    if (m->shared_done[rule->candidates]) return true;
    struct trail reads;
    trail_init(&reads, m->arena);
    trail_init(&all->trail, m->arena);
    next_generation(m);
    m->rule = rule, m->subject = NULL, m->apart = NO_ENTITY, m->table_view = NULL;
    m->trail = &reads, m->mode = MODE_PROVE, m->turn = -1;
    m->collecting = all, m->collect_roles = rule->role_count, m->subject_capacity = 0, m->slot_count = 0;
    m->in_subjects = true;
    limits_on(m);
    enum ended ended = machine_protect(m, run_subjects, (void *)(uintptr_t)rule);
    limits_off(m);
    m->in_subjects = false, m->collecting = NULL, m->trail = NULL;
    if (!ends_well(m, ended == ENDED_FAILED)) {
        *all = (struct subjects){ 0 };
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
    m->shared_done[rule->candidates] = true;
    return true;
}

/* ---- a subject ---- */

/* The day whose market tables measure a deal: the day before it closed. NULL: the day of the case. False: no memory. */
static bool deal_view(struct machine *m, const struct subject *s, unsigned roles, const struct view **ret_view)
{
    *ret_view = NULL;
    if (m->apart == NO_ENTITY) return true;
    int32_t day = m->views[0]->day;
    struct moment moment = { m->views[0], m->apart };
    for (unsigned i = 0; i < roles; i++) {
        ref r = s->roles[i].record;
        if (ref_kind(r) != KIND_ENTITY || ref_row(r) == m->apart) continue;
        int32_t table = deal_table_day(moment, ref_row(r), m->apart);
        if (table < day) day = table;
    }
    return day == m->views[0]->day || (*ret_view = view_at(m->facts, day)) != NULL;
}

bool machine_begin_subject(struct machine *m, const struct rule *rule, const struct subject *subject,
                           const struct params_at *params)
{
    next_generation(m);
    m->rule = rule, m->subject = subject, m->params = params;
    m->apart = subject_moment(m, subject, rule->role_count).apart;
    bool memory = deal_view(m, subject, rule->role_count, &m->table_view);
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

/* ---- figures ---- */

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

/* ---- data forms ---- */

struct resolving {
    struct machine *m;
    struct trail *trail;
    enum field field;
    uint32_t *values;
    uint32_t count, maybes;
    size_t capacity;
    bool unknown;
    const struct query *of; /* of a set among the operands */
};

static void resolved(struct resolving *r, uint32_t value)
{
    uint32_t *moved = arena_grow(r->m->arena, r->values, r->count, &r->capacity, sizeof *moved);
    if (!moved) return;
    r->values = moved;
    r->values[r->count++] = value;
}

/* A market where a firm is wanted would match nothing, silently. */
static bool resolve_record(struct resolving *r, const char *name, ref record)
{
    const struct field_info *info = &model_fields[r->field];
    uint32_t targets = info->type == TYPE_ID ? UINT32_C(1) << info->kind : info->targets;
    resolved(r, record);
    if (targets >> ref_kind(record) & 1) return true;
    fail(r->m, "rule", 0, "'%.60s' is %s where %s.%s wants another kind", name, model_kind(ref_kind(record))->name,
         model_kind((enum kind)info->kind)->name, info->name);
    return false;
}

static bool resolve_figure(struct resolving *r, unsigned figure, bool maybes)
{
    struct machine *m = r->m;
    const char *name = m->rule->figures[figure].name;
    const struct figure_value *value = machine_figure(m, figure);
    if (!value) return false;
    if (!maybes) trail_figure(r->trail, figure);
    if (value->state == 3) {
        r->unknown = true;
        return true;
    }
    if (value->type != VALUE_RECORDS) {
        fail(m, "rule", 0, "the figure '%s' is %s where a record is wanted", name,
             value->type == VALUE_QUANTITY ? "a quantity" : "a list of words");
        return false;
    }
    if (value->set) r->of = value->set->query;
    for (uint32_t i = 0; !maybes && i < value->record_count; i++)
        if (!resolve_record(r, name, value->records[i])) return false;
    for (uint32_t i = 0; maybes && value->set && i < value->set->maybes; i++)
        if (!resolve_record(r, name, ref_make(value->set->query->kind, value->set->rows[value->set->sures + i])))
            return false;
    return true;
}

static bool resolve(struct resolving *r, const struct operand *o)
{
    struct machine *m = r->m;
    if (o->type == OPERAND_FIGURE) return resolve_figure(r, o->index, false);
    if (o->type == OPERAND_ROLE) return resolve_record(r, m->rule->roles[o->index], m->subject->roles[o->index].record);
    enum list list = (enum list)model_fields[r->field].list;
    resolved(r, o->type == OPERAND_WORD ? o->word : facts_find_word(m->facts, list, o->text, strlen(o->text)));
    return true;
}

/* `values` has room for one an operand; a figure may give more. */
static bool condition_resolve(struct machine *m, const struct condition_form *form, struct trail *trail,
                              uint32_t *values, struct condition *c, bool *unknown)
{
    struct resolving r = {
        .m = m, .trail = trail, .field = (enum field)form->field, .values = values, .capacity = form->count
    };
    *c = (struct condition){ .field = form->field, .type = form->type, .id = form->id };
    if (form->words) {
        c->values = form->words, c->count = form->count;
        return true;
    }
    for (unsigned i = 0; i < form->count; i++)
        if (!resolve(&r, &form->operands[i])) return false;
    uint32_t sures = r.count;
    for (unsigned i = 0; i < form->count; i++)
        if (form->operands[i].type == OPERAND_FIGURE && !resolve_figure(&r, form->operands[i].index, true))
            return false;
    c->values = r.values, c->count = r.count, c->maybes = r.count - sures, c->of = r.of;
    *unknown = *unknown || r.unknown;
    return true;
}

bool machine_query(struct machine *m, const struct query_form *form, struct trail *trail, struct query **ret_query,
                   bool *ret_unknown)
{
    struct query *query = arena_take(m->arena, sizeof *query + form->count * sizeof *query->conditions +
                                                   form->operands * sizeof(uint32_t));
    *ret_unknown = false;
    m->trail = trail;
    if (query) {
        struct condition *conditions = (struct condition *)(query + 1);
        uint32_t *values = (uint32_t *)(conditions + form->count);
        *query = (struct query){ .kind = form->kind, .count = form->count, .conditions = conditions };
        for (unsigned i = 0; i < form->count; values += form->conditions[i++].count)
            if (!condition_resolve(m, &form->conditions[i], trail, values, &conditions[i], ret_unknown)) return false;
    }
    if (m->arena->failed) {
        m->refused = true;
        fail(m, "memory", 0, "no memory was left");
        return false;
    }
    *ret_query = query;
    return true;
}

/* ---- comparisons ---- */

void machine_compared(struct machine *m, struct compared_sides *sides)
{
    sides->number = ++m->comparisons;
    if (sides->number != m->turned || sides->result.result == UNKNOWN) return;
    sides->result = (struct compared){ .result = truth_not(sides->result.result) };
}

void machine_turn(struct machine *m, uint32_t number) { m->turned = number; }

/* ---- the end of a subject ---- */

bool machine_end_subject(struct machine *m)
{
    m->generation++;
    return ends_well(m, false);
}
