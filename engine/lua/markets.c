/* markets.c - what a rule asks of a market: shares, the largest, concentration before and after. */
#include <string.h>

#include "economics/ownership.h"
#include "lua/inside.h"

static uint32_t market_read(lua_State *L, struct handle *h) { return ref_row(record_read(L, 1, KIND_MARKET, h)); }

static int points_push(lua_State *L, enum figure_problem problem, const struct quantity *q)
{
    worked(L);
    if (problem == FIGURE_ONE_GROUP) raise_error(L, "the two are one group already: ask a:same_group(b) before");
    if (problem == FIGURE_UNKNOWN) raise_unknown(L);
    quantity_push(L, q);
    return 1;
}

/* Where nobody knows on which day a deal closed, or whether it did, a figure is the hull of what the tables of the first day and of
 * the last give that measure it:
 *     struct measured of = measured_at(L, moment, view);
 *     do take_measured(&of, market_hhi(of.moment, ..., &of.one));
 *     while (measured_later(&of)); */
struct measured {
    struct machine *m;
    struct moment moment;
    const struct view *late;
    bool later;
    enum figure_problem problem;
    struct quantity one, hull;
    enum truth truth; /* of a question */
};

static struct measured measured_at(lua_State *L, struct moment moment, unsigned view)
{
    struct machine *m = machine_of(L);
    return (struct measured){ .m = m, .moment = moment, .late = view == 0 ? m->late_view : NULL };
}

static void need_deal_day(const struct measured *of)
{
    const struct cell *closed = cell_in(of->m->facts, of->m->open_deal, TRANSACTION_CLOSED);
    bool known = view_deal_status(of->m->views[0], ref_row(of->m->open_deal)) != UINT32_MAX;
    trail_need(of->m->trail, of->m->open_deal,
               known || closed->state >= CELL_VALUE ? TRANSACTION_CLOSED : TRANSACTION_STATUS);
}

static void take_truth(struct measured *of, enum truth truth)
{
    if (of->later && truth != of->truth) need_deal_day(of);
    of->truth = of->later && truth != of->truth ? UNKNOWN : truth;
}

/* Once the deal has closed the two are one group, and nothing is to be measured of them. */
static void take_measured(struct measured *of, enum figure_problem problem)
{
    if (!of->later) {
        of->problem = problem, of->hull = of->one;
        return;
    }
    if (problem == FIGURE_ONE_GROUP || of->problem != FIGURE_FINE) return;
    bool same = problem == FIGURE_FINE && of->one.low >= of->hull.low && of->one.high <= of->hull.high;
    of->problem = problem;
    if (same) return;
    need_deal_day(of);
    if (problem != FIGURE_FINE) return;
    of->hull.open_below |= of->one.open_below, of->hull.open_above |= of->one.open_above;
    if (of->one.low < of->hull.low) of->hull.low = of->one.low;
    if (of->one.high > of->hull.high) of->hull.high = of->one.high;
}

static bool measured_later(struct measured *of)
{
    if (of->later || !of->late || of->problem != FIGURE_FINE) return false;
    of->moment.view = of->late;
    return of->later = true;
}

/* An entity, or a list or set of them, as an array in the arena. */
static uint32_t *entities_read(lua_State *L, int index, uint32_t *ret_count, bool *ret_apart, uint32_t *ret_target)
{
    struct machine *m = machine_of(L);
    struct handle h = handle_read(L, index);
    const ref *records = NULL;
    uint32_t count = 1, one = h.kind == KIND_ENTITY ? ref_make(KIND_ENTITY, h.row) : 0;
    if (h.kind == KIND_ENTITY) records = &one, *ret_apart = h.apart, *ret_target = h.row;
    else if (h.kind == HANDLE_LIST) records = m->lists[h.row].records, count = m->lists[h.row].count;
    uint32_t *entities;
    if (h.kind == HANDLE_SET) {
        struct set *set = set_read(L, index)->set;
        if (set->query->kind != KIND_ENTITY || set->maybes) {
            set_any(set, m->trail);
            if (set->maybes) raise_unknown(L);
            raise_error(L, "a share is of an entity, or of a list of them");
        }
        entities = arena_array(m->arena, (size_t)set->sures + 1, sizeof *entities);
        check_memory(L);
        memcpy(entities, set->rows, set->sures * sizeof *entities);
        *ret_count = set->sures;
        return entities;
    }
    if (!records && count)
        raise_error(L, "a share is of an entity, or of a list of them, not of %s", value_described(L, index));
    entities = arena_array(m->arena, (size_t)count + 1, sizeof *entities);
    check_memory(L);
    for (uint32_t i = 0; i < count; i++) {
        if (ref_kind(records[i]) != KIND_ENTITY) raise_error(L, "a share is of an entity, or of a list of them");
        entities[i] = ref_row(records[i]);
    }
    *ret_count = count;
    return entities;
}

static int market_ask_share(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h;
    uint32_t market = market_read(L, &h), count, measure = MEASURE_OWN, target = NO_ENTITY;
    bool apart = false;
    uint32_t *entities = entities_read(L, 2, &count, &apart, &target);
    if (!lua_isnone(L, 3)) measure = word_argument(L, text_argument(L, 3), LIST_MEASURE);
    struct moment moment = market_moment_of(m, h.view);
    if (moment.apart == NO_ENTITY && apart) moment.apart = target;
    struct measured of = measured_at(L, moment, h.view);
    do take_measured(&of, market_share(of.moment, market, entities, count, measure, m->trail, &of.one));
    while (measured_later(&of));
    return points_push(L, of.problem, &of.hull);
}

static int market_ask_listed(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h, e;
    uint32_t market = market_read(L, &h), entity = entity_read(L, 2, &e);
    struct measured of = measured_at(L, moment_for(market_moment_of(m, h.view), e, e), h.view);
    do take_truth(&of, market_listed(of.moment, market, entity, m->trail));
    while (measured_later(&of));
    worked(L);
    return truth_push(L, of.truth);
}

/* How many of the largest: a count that a rule wrote, or worked out. */
static uint32_t largest_read(lua_State *L, int index, const char *call)
{
    lua_Integer n = 0;
    if (lua_isinteger(L, index)) n = lua_tointeger(L, index);
    else if (handle_is(L, index)) {
        struct quantity *q = quantity_read(L, index);
        if (q->unit != UNIT_COUNT || q->low < q->high) raise_error(L, "market:%s wants a count", call);
        n = (lua_Integer)q->low;
    }
    if (n < 1 || n > 1000) raise_error(L, "market:%s wants a count from 1 to 1,000", call);
    return (uint32_t)n;
}

static int market_ask_largest(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h;
    uint32_t market = market_read(L, &h), *entities = NULL, count = 0, n = largest_read(L, 2, "largest(n)");
    struct measured of = measured_at(L, market_moment_of(m, h.view), h.view);
    do {
        uint32_t *found = entities, before = count;
        of.problem = market_largest(of.moment, market, n, m->trail, &entities, &count);
        if (of.problem != FIGURE_FINE || !of.later) continue;
        if (count == before && (!count || !memcmp(found, entities, count * sizeof *found))) continue;
        need_deal_day(&of);
        of.problem = FIGURE_UNKNOWN;
    } while (measured_later(&of));
    worked(L);
    if (of.problem != FIGURE_FINE) raise_unknown(L);
    ref *records = arena_array(m->arena, (size_t)count + 1, sizeof *records);
    check_memory(L);
    for (uint32_t i = 0; i < count; i++) records[i] = ref_make(KIND_ENTITY, entities[i]);
    list_push(L, &(struct made_list){ .records = records, .count = count, .view = (uint8_t)h.view });
    return 1;
}

static int market_ask_largest_share(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h;
    uint32_t market = market_read(L, &h), n = largest_read(L, 2, "largest_share(n)");
    struct measured of = measured_at(L, market_moment_of(m, h.view), h.view);
    do take_measured(&of, market_largest_share(of.moment, market, n, m->trail, &of.one));
    while (measured_later(&of));
    return points_push(L, of.problem, &of.hull);
}

/* a and b as one firm: the second may be left out. */
static struct moment pair_read(lua_State *L, int index, uint32_t *ret_pair, struct handle market)
{
    struct machine *m = machine_of(L);
    struct handle a, b;
    ret_pair[0] = entity_read(L, index, &a);
    ret_pair[1] = lua_isnone(L, index + 1) ? ret_pair[0] : entity_read(L, index + 1, &b);
    return moment_for(market_moment_of(m, market.view), a, lua_isnone(L, index + 1) ? a : b);
}

static int market_ask_largest_share_with(lua_State *L)
{
    struct handle h;
    uint32_t market = market_read(L, &h), n = largest_read(L, 2, "largest_share_with(n, entity)"), pair[2];
    struct moment moment = pair_read(L, 3, pair, h);
    struct measured of = measured_at(L, moment, h.view);
    do take_measured(&of, market_largest_share_with(of.moment, market, n, pair[0], pair[1], of.m->trail, &of.one));
    while (measured_later(&of));
    return points_push(L, of.problem, &of.hull);
}

static int market_ask_count_larger(lua_State *L)
{
    struct handle h;
    uint32_t market = market_read(L, &h), pair[2];
    struct moment moment = pair_read(L, 2, pair, h);
    struct measured of = measured_at(L, moment, h.view);
    do take_measured(&of, market_count_larger(of.moment, market, pair[0], pair[1], of.m->trail, &of.one));
    while (measured_later(&of));
    return points_push(L, of.problem, &of.hull);
}

/* One of two will do: so a rule need not stop at the first, of which it is not known. */
static int market_ask_among_largest(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h, e;
    uint32_t market = market_read(L, &h), n = largest_read(L, 2, "among_largest(n, entity)");
    enum truth truth = NO;
    for (int i = 3; i <= 4 && (i == 3 || !lua_isnone(L, i)) && truth != YES; i++) {
        uint32_t entity = entity_read(L, i, &e);
        struct measured of = measured_at(L, moment_for(market_moment_of(m, h.view), e, e), h.view);
        do take_truth(&of, market_among_largest(of.moment, market, entity, n, m->trail));
        while (measured_later(&of));
        truth = truth_or(truth, of.truth);
        worked(L);
    }
    return truth_push(L, truth);
}

typedef enum figure_problem market_figure(struct moment, uint32_t, struct trail *, struct quantity *);
typedef enum figure_problem market_change(struct moment, uint32_t, uint32_t, uint32_t, struct trail *,
                                          struct quantity *);

static int figure_of_market(lua_State *L, market_figure *figure)
{
    struct machine *m = machine_of(L);
    struct handle h;
    uint32_t market = market_read(L, &h);
    struct measured of = measured_at(L, market_moment_of(m, h.view), h.view);
    do take_measured(&of, figure(of.moment, market, m->trail, &of.one));
    while (measured_later(&of));
    return points_push(L, of.problem, &of.hull);
}

static int change_of_market(lua_State *L, market_change *change)
{
    struct machine *m = machine_of(L);
    struct handle h, a, b;
    uint32_t market = market_read(L, &h), one = entity_read(L, 2, &a), two = entity_read(L, 3, &b);
    struct measured of = measured_at(L, moment_for(market_moment_of(m, h.view), a, b), h.view);
    do take_measured(&of, change(of.moment, market, one, two, m->trail, &of.one));
    while (measured_later(&of));
    return points_push(L, of.problem, &of.hull);
}
static int market_ask_hhi(lua_State *L) { return figure_of_market(L, market_hhi); }
static int market_ask_mhhi(lua_State *L)
{
    spend(L, facts_rows(machine_of(L)->facts, KIND_HOLDING));
    return figure_of_market(L, market_mhhi);
}
static int market_ask_change(lua_State *L) { return change_of_market(L, market_hhi_change); }
static int market_ask_after(lua_State *L) { return change_of_market(L, market_hhi_after); }
/* Each holder of the firm may have a say in it, and all holdings are walked for each; where that is too much, for none. */
static uint64_t say_of_holders(lua_State *L, int index)
{
    enum { MOST_WALKED = 10000000 };
    const struct facts *f = machine_of(L)->facts;
    const uint32_t *rows = NULL;
    uint32_t firm = entity_read(L, index, &(struct handle){ 0 });
    uint32_t count = index_rows(f, HOLDING_ENTITY, ref_make(KIND_ENTITY, firm), &rows);
    uint64_t walked = count == UINT32_MAX ? 0 : (uint64_t)count * facts_rows(f, KIND_HOLDING);
    return walked > MOST_WALKED ? 0 : walked / 2;
}
static int market_ask_mhhi_change(lua_State *L)
{
    spend(L, facts_rows(machine_of(L)->facts, KIND_HOLDING) + say_of_holders(L, 2) + say_of_holders(L, 3));
    return change_of_market(L, market_mhhi_change);
}
static int market_ask_mhhi_change_by(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h, a, b, by;
    uint32_t market = market_read(L, &h), one = entity_read(L, 2, &a), two = entity_read(L, 3, &b);
    uint32_t holder = entity_read(L, 4, &by);
    spend(L, 2 * (facts_rows(m->facts, KIND_HOLDING) + say_of_holders(L, 2) + say_of_holders(L, 3)));
    struct measured of = measured_at(L, moment_for(market_moment_of(m, h.view), a, b), h.view);
    do take_measured(&of, market_mhhi_change_by(of.moment, market, one, two, holder, m->trail, &of.one));
    while (measured_later(&of));
    return points_push(L, of.problem, &of.hull);
}

const luaL_Reg market_methods[] = {
#define MARKET_CALL(NAME, FUNCTION, ...) { NAME, FUNCTION },
#include "lua/api.def"
    { NULL, NULL },
};
