/* narrow.c - a set made of another: of fewer by a filter, a day or a line, or of all that ever began. */
#include <stdio.h>
#include <string.h>

#include "economics/asked.h"
#include "facts/called.h"
#include "lua/sets.h"

enum { MOST_NAMES = 100 }; /* of a list that is asked for at once */

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
    narrowed->sieves = set->sieves;
    set_push(L, narrowed, view);
    return 1;
}

int set_where(lua_State *L) { return narrow_by(L, false); }
int set_except(lua_State *L) { return narrow_by(L, true); }

struct set *set_like(lua_State *L, const struct set *set, uint32_t room)
{
    struct machine *m = machine_of(L);
    struct set *made = arena_take(m->arena, sizeof *made);
    uint32_t *rows = arena_array(m->arena, (size_t)room + 1, sizeof *rows);
    check_memory(L);
    *made = *set;
    made->rows = rows, made->sures = made->maybes = 0;
    return made;
}

void sieve_add(lua_State *L, struct set *set, member_test *test, const void *argument, size_t size)
{
    struct machine *m = machine_of(L);
    struct sieve *sieve = arena_take(m->arena, sizeof *sieve);
    void *kept = arena_take(m->arena, size);
    check_memory(L);
    memcpy(kept, argument, size);
    *sieve = (struct sieve){ test, kept, set->sieves };
    set->sieves = sieve;
}

/* Sorts the members by a three-valued test into a new set. */
static struct set *sorted_by(lua_State *L, const struct set *set, member_test *test, const void *argument)
{
    struct machine *m = machine_of(L);
    struct set *made = set_like(L, set, set->sures + set->maybes);
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
    return made;
}

static struct set *sieved(lua_State *L, const struct set *set, member_test *test, const void *argument, size_t size)
{
    struct set *made = sorted_by(L, set, test, argument);
    sieve_add(L, made, test, argument, size);
    return made;
}

static int sieve(lua_State *L, struct made_set *from, member_test *test, const void *argument, size_t size)
{
    unsigned view = from->view; /* from may move */
    set_push(L, sieved(L, from->set, test, argument, size), view);
    return 1;
}

static enum truth began_since(lua_State *L, ref record, const void *argument)
{
    const struct quantity *day = argument;
    const struct facts *facts = facts_of(L);
    enum field field = (enum field)model_kind(ref_kind(record))->from;
    const struct cell *cell = cell_in(facts, record, field);
    trail_read(machine_of(L)->trail, record, field);
    if (cell->date.low >= day->high) return YES;
    return cell->date.high < day->low ? NO : UNKNOWN;
}

int set_since(lua_State *L)
{
    struct quantity day = *quantity_read(L, 2);
    if (day.unit != UNIT_DATE) raise_error(L, "since wants a date, not %s", unit_name((enum unit)day.unit));
    struct made_set *from = set_read(L, 1);
    unsigned view = from->view; /* from may move */
    struct set *made = sieved(L, from->set, began_since, &day, sizeof day);
    struct query *query = arena_take(machine_of(L)->arena, sizeof *query);
    check_memory(L);
    *query = *made->query;
    /* of a day that is a range its first: what was left out ended up before that */
    if (day.low > DAY_MIN && (!query->since || query->since < day.low)) query->since = (int32_t)day.low;
    made->query = query;
    set_push(L, made, view);
    return 1;
}

/* By what names, and of whom: of the firms of the set, in force or, where it is one of all that ever were, not. */
struct asked_names {
    const struct set *of;
    const char *const *names;
    int count;
};

/* A firm of the group that is called so, or perhaps is. */
static enum truth member_called(lua_State *L, uint32_t firm, const char *name)
{
    struct trail *trail = machine_of(L)->trail;
    ref record = ref_make(KIND_ENTITY, firm);
    enum field says;
    enum truth truth = entity_called(facts_of(L), firm, name, &says);
    trail_read(trail, record, says);
    if (truth == UNKNOWN) {
        char is[128];
        snprintf(is, sizeof is, " is the firm that is called %.60s", name);
        need_sentence(facts_of(L), trail, "whether ", record, is, NO_REF);
    }
    return truth;
}

/* A set of entities has one of each group: the group answers to the names of all its firms that are there on the day. */
static enum truth is_called(lua_State *L, ref record, const struct set *of, const char *name)
{
    const struct called_firms *firms = firms_called(machine_of(L), name);
    uint32_t head = group_head(of->moment, ref_row(record));
    enum truth truth = NO;
    check_memory(L);
    for (uint32_t i = 0; firms && truth != YES && i < firms->count; i++) {
        uint32_t firm = firms->rows[i];
        if (group_head(of->moment, firm) != head) continue;
        if (firm != ref_row(record) && view_in_force(of->moment.view, KIND_ENTITY, firm) == NO) continue;
        truth = truth_or(truth, member_called(L, firm, name));
        trail_tie(machine_of(L)->trail, of->moment, firm, ref_row(record));
    }
    return truth;
}

static enum truth is_called_so(lua_State *L, ref record, const void *argument)
{
    const struct asked_names *asked = argument;
    enum truth truth = NO;
    for (int i = 0; truth != YES && i < asked->count; i++)
        truth = truth_or(truth, is_called(L, record, asked->of, asked->names[i]));
    return truth;
}

/* Of a name that the rule may have forgotten before the set that it narrowed. */
static const char *kept_name(lua_State *L, const char *name)
{
    const char *kept = arena_copy(machine_of(L)->arena, name, strlen(name));
    check_memory(L);
    return kept;
}

static int called_by_one(lua_State *L, struct made_set *made)
{
    lua_settop(L, 2);
    raw_contents(L, 2);
    lua_Integer n = list_length(L, 3);
    if (n < 1) raise_error(L, "called takes a name, or a list of names");
    if (n > MOST_NAMES) raise_error(L, "called takes at most %d names", MOST_NAMES);
    const char **names = arena_array(machine_of(L)->arena, (size_t)n, sizeof *names);
    check_memory(L);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, 3, i);
        if (lua_type(L, -1) != LUA_TSTRING)
            raise_error(L, "%s stands among the names of called", value_described(L, -1));
        names[i - 1] = kept_name(L, text_argument(L, -1));
        lua_pop(L, 1);
    }
    struct asked_names asked = { made->set, names, (int)n };
    return sieve(L, made, is_called_so, &asked, sizeof asked);
}

int set_called(lua_State *L)
{
    struct made_set *made = set_read(L, 1);
    if (made->set->query->kind != KIND_ENTITY) raise_error(L, "called asks entities: case:entities():called(name)");
    if (lua_istable(L, 2)) return called_by_one(L, made);
    struct machine *m = machine_of(L);
    const struct set *of = made->set;
    unsigned view = made->view;
    const char *name = text_argument(L, 2);
    struct set *called = known_called(m, of, name);
    if (called) {
        spend(L, COST_QUERY + called->sures + called->maybes);
        for (uint32_t i = 0; i < called->sures + called->maybes; i++) is_called(L, member(called, i), of, name);
    } else {
        const char **names = arena_array(m->arena, 1, sizeof *names);
        check_memory(L);
        names[0] = kept_name(L, name);
        struct asked_names asked = { of, names, 1 };
        called = sieved(L, of, is_called_so, &asked, sizeof asked);
        remember_called(m, of, name, called);
    }
    set_push(L, called, view);
    return 1;
}

/* A row that does not say what it measures is in the measure of its market, and a market that states none takes any. Of one
 * whose measure nobody knows it is open what its rows are of: sales, or purchases. */
static enum truth is_in_own_measure(lua_State *L, ref record, const void *argument)
{
    const struct facts *facts = facts_of(L);
    struct trail *trail = machine_of(L)->trail;
    ref market = *(const ref *)argument;
    const struct cell *states = cell_in(facts, record, SHARE_MEASURE), *own = cell_in(facts, market, MARKET_MEASURE);
    trail_read(trail, market, MARKET_MEASURE);
    trail_read(trail, record, SHARE_MEASURE);
    if (own->state == CELL_ABSENT || (states->state == CELL_ABSENT && own->state != CELL_NULL)) return YES;
    if (own->state == CELL_NULL) trail_need(trail, market, MARKET_MEASURE);
    if (states->state == CELL_NULL) trail_need(trail, record, SHARE_MEASURE);
    if (own->state == CELL_NULL || states->state == CELL_NULL) return UNKNOWN;
    return states->word == own->word ? YES : NO;
}

int market_shares_of(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h, who;
    ref market = record_read(L, 1, KIND_MARKET, &h), entity = record_read(L, 2, KIND_ENTITY, &who);
    struct query *query = arena_take(m->arena, sizeof *query);
    struct condition *conditions = arena_array(m->arena, 2, sizeof *conditions);
    uint32_t *values = arena_array(m->arena, 2, sizeof *values);
    check_memory(L);
    values[0] = entity, values[1] = market;
    conditions[0] = (struct condition){ .field = SHARE_ENTITY, .type = CONDITION_GROUPS, .count = 1, .values = values };
    conditions[1] =
        (struct condition){ .field = SHARE_MARKET, .type = CONDITION_EXACTLY, .count = 1, .values = values + 1 };
    *query = (struct query){ .kind = KIND_SHARE, .count = 2, .conditions = conditions };
    if (h.view == 0) query->before_deal = m->table_view;
    struct set *set = query_run(query, moment_of(m, h.view), m->arena);
    check_memory(L);
    if (m->in_subjects) looked_through(m, query, set->of, set->complete, set->sures + set->maybes);
    set_push(L, sieved(L, set, is_in_own_measure, &market, sizeof market), h.view);
    return 1;
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
    bool unitless = value.unit == UNIT_MONEY && !value.currency[0] && quantity_is_unknown(&value);
    if (unitless) value.unit = line.unit; /* an amount that nobody knows is money or a number: as it is asked */
    struct compared compared;
    if (quantity_compare(&value, MORE, &line, &compared) != QUANTITY_FINE)
        raise_error(L, "%s against %s: these units do not compare", unit_name((enum unit)value.unit),
                    unit_name((enum unit)line.unit));
    if (over->field == NO_FIELD && compared.result == UNKNOWN) need_end(L, record, &value);
    return compared.result;
}

int set_over(lua_State *L)
{
    struct made_set *made = set_read(L, 1);
    struct over over = { NO_FIELD, *quantity_read(L, 3) };
    if (strcmp(text_argument(L, 2), "lasts")) over.field = measure_named(L, 2, made->set->query->kind);
    return sieve(L, made, is_over, &over, sizeof over);
}

struct set *ever_of(lua_State *L, const struct set *set)
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
    for (const struct sieve *s = set->sieves; s; s = s->before) all = sorted_by(L, all, s->test, s->argument);
    all->sieves = set->sieves;
    return all;
}

int set_ever(lua_State *L)
{
    struct made_set *made = set_read(L, 1);
    unsigned view = made->view;
    set_push(L, ever_of(L, made->set), view);
    return 1;
}
