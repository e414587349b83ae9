/* cases.c - what a rule asks of a case and of an entity. */
#include <stdio.h>
#include <string.h>

#include "economics/ownership.h"
#include "lua/inside.h"

static struct handle case_read(lua_State *L)
{
    struct handle h = handle_is(L, 1) ? handle_read(L, 1) : (struct handle){ 0 };
    if (!handle_is(L, 1) || h.kind != HANDLE_CASE) raise_error(L, "write case:… with a colon");
    return h;
}

uint32_t entity_read(lua_State *L, int index, struct handle *ret_handle)
{
    return ref_row(record_read(L, index, KIND_ENTITY, ret_handle));
}

struct moment moment_for(struct moment moment, struct handle a, struct handle b)
{
    if (moment.apart == NO_ENTITY && a.apart) moment.apart = a.row;
    if (moment.apart == NO_ENTITY && b.apart) moment.apart = b.row;
    return moment;
}

void looked_through(struct machine *m, const struct query *query, uint32_t of, int32_t complete, uint32_t found)
{
    struct trail *trail = &m->collecting->trail;
    size_t before = trail->absence_count;
    trail_absent(trail, query, of, complete, false);
    if (trail->absence_count > before) trail->absences[before].found = found;
}

int case_records(lua_State *L, enum kind kind)
{
    struct machine *m = machine_of(L);
    struct handle h = case_read(L);
    struct query *query = filter_read(L, 2, kind);
    if (h.view == 0) query->before_deal = m->table_view;
    struct set *set = set_asked(m, query, moment_of(m, h.view));
    check_memory(L);
    spend(L, COST_QUERY + (set->sures + set->maybes) / ITEMS_PER_INSTRUCTION);
    if (m->in_subjects) looked_through(m, query, set->of, set->complete, set->sures + set->maybes);
    set_push(L, set, h.view);
    return 1;
}

/* Deals are transactions, and money that went in. */
static void looked_through_deals(struct machine *m, const struct view *view, const struct deal *all, uint32_t count)
{
    static const struct query kinds[] = { { .kind = KIND_TRANSACTION }, { .kind = KIND_INVESTMENT } };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        uint32_t found = 0;
        for (uint32_t k = 0; k < count; k++) found += ref_kind(all[k].record) == kinds[i].kind;
        looked_through(m, &kinds[i], view_standing(view, kinds[i].kind), -1, found);
    }
}

static int case_acquisitions(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h = case_read(L);
    uint32_t count, kept = 0;
    struct deal *all = deals(moment_of(m, h.view), m->arena, &count);
    uint64_t *cells = arena_array(m->arena, (size_t)count * 3 + 1, sizeof *cells);
    check_memory(L);
    spend(L, COST_QUERY + count);
    for (uint32_t i = 0; i < count; i++) {
        if (all[i].maybe && !m->in_subjects) {
            trail_need(m->trail, all[i].record, NO_FIELD);
            raise_unknown(L);
        }
        cells[kept * 3] = ref_make(KIND_ENTITY, all[i].buyer);
        cells[kept * 3 + 1] = ref_make(KIND_ENTITY, all[i].target) | UINT64_C(1) << 32;
        cells[kept * 3 + 2] = all[i].record;
        kept++;
    }
    if (m->in_subjects) looked_through_deals(m, m->views[h.view], all, count);
    return tuples_push(L, cells, kept, 3, h.view);
}

void worked(lua_State *L)
{
    check_memory(L);
    spend(L, COST_FIGURE);
}

uint32_t word_argument(lua_State *L, const char *name, enum list list)
{
    struct machine *m = machine_of(L);
    size_t length = strlen(name);
    if (model_find_word(list, name, length) >= 0 || model_word_may_be_own(list, name, length))
        return facts_find_word(m->facts, list, name, length);
    const struct list_info *info = &model_lists[list];
    const char *names[64];
    size_t count = 0;
    for (; count < info->count && count < 64; count++) names[count] = model_words[info->first + count].name;
    const char *near = nearest_name(name, length, names, count);
    raise_error(L, near ? "'%.60s' is no %s; the nearest is '%s'" : "'%.60s' is no %s%s", name, info->name,
                near ? near : "");
}

/* The markets in which a product is sold: the last that is surely for the place asked, the last that states no place, the last of
 * which something is unknown that could make it another. */
struct markets_for {
    uint32_t stated, unstated, unknown;
    uint32_t stated_count, unstated_count;
    enum field missing; /* of the unknown one */
};

static bool is_of_purchases(const struct cell *measure)
{
    return measure->state == CELL_VALUE && measure->word == listed_word(LIST_MEASURE, "purchases");
}

static struct markets_for markets_for(const struct machine *m, const struct view *v, uint32_t product, bool anywhere,
                                      uint32_t place)
{
    struct markets_for found = { NO_ROW, NO_ROW, NO_ROW, 0, 0, NO_FIELD };
    for (uint32_t row = 0; row < facts_rows(m->facts, KIND_MARKET); row++) {
        const struct cell *where = cell_of(m->facts, KIND_MARKET, row, MARKET_GEOGRAPHY);
        const struct cell *measure = cell_of(m->facts, KIND_MARKET, row, MARKET_MEASURE);
        bool fits = anywhere || (where->state == CELL_VALUE && where->word == place),
             placed = where->state == CELL_VALUE;
        if (cell_of(m->facts, KIND_MARKET, row, MARKET_PRODUCT)->word != product) continue;
        if (view_in_force(v, KIND_MARKET, row) != YES || is_of_purchases(measure) || (placed && !fits)) continue;
        if (!fits && where->state == CELL_NULL) found.unknown = row, found.missing = MARKET_GEOGRAPHY;
        else if (measure->state == CELL_NULL) found.unknown = row, found.missing = MARKET_MEASURE;
        else if (fits) found.stated = row, found.stated_count++;
        else found.unstated = row, found.unstated_count++;
    }
    return found;
}

/* Why there is no such market. */
static void need_market(struct machine *m, const struct markets_for *found, const char *product, const char *geography)
{
    char need[240];
    uint32_t several = found->stated_count > 1 ? found->stated_count : found->unstated_count;
    if (several > 1) snprintf(need, sizeof need, "which of %u markets for %s", several, product);
    else {
        const char *names[64];
        size_t count = 0;
        for (uint32_t row = 0; row < facts_rows(m->facts, KIND_MARKET) && count < 64; row++)
            names[count++] = facts_word(m->facts, cell_of(m->facts, KIND_MARKET, row, MARKET_PRODUCT)->word);
        const char *near = nearest_name(product, strlen(product), names, count);
        snprintf(need, sizeof need,
                 near && strcmp(near, product) ? "a market for %s%s%s; the nearest on file is %s"
                                               : "a market for %s%s%s",
                 product, geography ? ", " : "", geography ? geography : "", near ? near : "");
    }
    trail_need_text(m->trail, need);
}

/* A market that states no geography is taken for the one asked, where no other states it. One of which it is unknown may be
 * another, as may one of which nobody knows whether its shares are of what is bought: such a market is none. */
static int case_product(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h = case_read(L);
    const char *product = text_argument(L, 2), *geography = lua_isnone(L, 3) ? NULL : text_argument(L, 3);
    uint32_t wanted = facts_find_word(m->facts, LIST_PRODUCT, product, strlen(product));
    uint32_t place = geography ? word_argument(L, geography, LIST_GEOGRAPHY) : 0;
    if (!model_word_may_be_own(LIST_PRODUCT, product, strlen(product)) &&
        model_find_word(LIST_PRODUCT, product, strlen(product)) < 0)
        raise_error(L, "'%.60s' is not a product: small letters, digits and -", product);
    spend(L, COST_QUERY + facts_rows(m->facts, KIND_MARKET) / ITEMS_PER_INSTRUCTION);
    struct markets_for f = markets_for(m, m->views[h.view], wanted, !geography, place);
    uint32_t found = f.stated_count == 1 ? f.stated : !f.stated_count && f.unstated_count == 1 ? f.unstated : NO_ROW;
    if (found != NO_ROW) {
        trail_match(m->trail, ref_make(KIND_MARKET, found), NULL);
        trail_read(m->trail, ref_make(KIND_MARKET, found), MARKET_PRODUCT);
        record_push(L, ref_make(KIND_MARKET, found), h.view, false);
        return 1;
    }
    bool one_unknown = !f.stated_count && !f.unstated_count && f.unknown != NO_ROW;
    if (one_unknown) trail_need(m->trail, ref_make(KIND_MARKET, f.unknown), f.missing);
    else need_market(m, &f, product, geography);
    raise_unknown(L);
}

static int money_push(lua_State *L, bool paid)
{
    struct machine *m = machine_of(L);
    struct handle h = case_read(L), a, b;
    uint32_t investor = entity_read(L, 2, &a), target = entity_read(L, 3, &b);
    struct quantity q = money_invested(moment_for(moment_of(m, h.view), a, b), investor, target, paid, m->trail);
    worked(L);
    quantity_push(L, &q);
    return 1;
}
static int case_invested(lua_State *L) { return money_push(L, false); }
static int case_paid(lua_State *L) { return money_push(L, true); }

static int case_held(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h = case_read(L), a, b;
    uint32_t holder = entity_read(L, 2, &a), entity = entity_read(L, 3, &b);
    const char *what = text_argument(L, 4);
    if (strcmp(what, "stake") && strcmp(what, "votes"))
        raise_error(L, "case:held(a, b, \"stake\") or \"votes\", not '%.40s'", what);
    struct quantity q = held(moment_for(moment_of(m, h.view), a, b), holder, entity, !strcmp(what, "votes"), m->trail);
    worked(L);
    quantity_push(L, &q);
    return 1;
}

static int case_economic_interest(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h = case_read(L), a, b;
    uint32_t holder = entity_read(L, 2, &a), entity = entity_read(L, 3, &b);
    struct quantity q = economic_interest(moment_for(moment_of(m, h.view), a, b), holder, entity, m->trail);
    worked(L);
    spend(L, COST_QUERY + facts_rows(m->facts, KIND_HOLDING) / ITEMS_PER_INSTRUCTION);
    quantity_push(L, &q);
    return 1;
}

static enum control_way way_argument(lua_State *L, int index)
{
    const char *name = text_argument(L, index);
    for (unsigned way = 0; way < CONTROL_WAYS; way++)
        if (!strcmp(name, control_way_names[way])) return (enum control_way)way;
    const char *near = nearest_name(name, strlen(name), control_way_names, CONTROL_WAYS);
    raise_error(L, "'%.40s' is no way to control: %s, %s, %s or %s%s%s%s", name, control_way_names[0],
                control_way_names[1], control_way_names[2], control_way_names[3], near ? "; the nearest is '" : "",
                near ? near : "", near ? "'" : "");
}

static int case_may_control(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h = case_read(L), a, b;
    uint32_t holder = entity_read(L, 2, &a), entity = entity_read(L, 3, &b);
    enum control_way way = lua_isnone(L, 4) ? CONTROL_ANY : way_argument(L, 4);
    struct answer answer = may_control(moment_for(moment_of(m, h.view), a, b), holder, entity, way, m->trail);
    worked(L);
    spend(L, COST_QUERY);
    return answer_push(L, answer, false);
}

typedef enum figure_problem deal_figure(struct moment, uint32_t, uint32_t, struct trail *, struct quantity *);
static int deal_push(lua_State *L, deal_figure *figure)
{
    struct machine *m = machine_of(L);
    struct handle h = case_read(L), a, b;
    uint32_t acquirer = entity_read(L, 2, &a), target = entity_read(L, 3, &b);
    struct quantity q;
    enum figure_problem problem = figure(moment_for(moment_of(m, h.view), a, b), acquirer, target, m->trail, &q);
    worked(L);
    if (problem != FIGURE_FINE) raise_unknown(L);
    quantity_push(L, &q);
    return 1;
}
static int case_deal_value(lua_State *L) { return deal_push(L, deal_value); }
static int case_deal_date(lua_State *L) { return deal_push(L, deal_date); }

/* The parts of a geography, by the table at the top of the stack: lists of places by what they are part of. One that it does not
 * name has none. In the arena of the machine. */
static uint32_t *parts_argument(lua_State *L, uint32_t geography, uint32_t *ret_count)
{
    struct machine *m = machine_of(L);
    *ret_count = 0;
    if (!lua_istable(L, -1)) raise_error(L, "parts are lists of places, by the geography that they are parts of");
    raw_contents(L, -1);
    lua_pushstring(L, facts_word(m->facts, geography));
    if (lua_rawget(L, -2) == LUA_TNIL) return NULL;
    if (!lua_istable(L, -1)) raise_error(L, "the parts of a geography are a list of places");
    raw_contents(L, -1);
    int list = lua_gettop(L);
    size_t count = (size_t)lua_rawlen(L, list);
    uint32_t *places = arena_array(m->arena, count, sizeof *places);
    check_memory(L);
    for (size_t i = 0; i < count; i++, lua_settop(L, list)) {
        lua_rawgeti(L, list, (lua_Integer)i + 1);
        places[i] = word_argument(L, text_argument(L, -1), LIST_GEOGRAPHY);
    }
    *ret_count = (uint32_t)count;
    return places;
}

static int case_turnover(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h = case_read(L), a;
    uint32_t entity = entity_read(L, 2, &a), metric = word_argument(L, text_argument(L, 3), LIST_METRIC),
             market = NO_ROW, count = 0, *parts = NULL;
    uint32_t geography = word_argument(L, "worldwide", LIST_GEOGRAPHY);
    if (!lua_isnone(L, 4)) {
        if (!lua_istable(L, 4)) raise_error(L, "case:turnover(entity, metric, { geography = …, market = … })");
        raw_contents(L, 4);
        int options = lua_gettop(L);
        for (lua_pushnil(L); lua_next(L, options); lua_settop(L, options + 1)) {
            const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "";
            if (!strcmp(name, "geography")) geography = word_argument(L, text_argument(L, -1), LIST_GEOGRAPHY);
            else if (!strcmp(name, "market")) market = ref_row(record_read(L, -1, KIND_MARKET, NULL));
            else if (strcmp(name, "parts") != 0)
                raise_error(L, "turnover asks by geography and market, not '%.40s'", name);
        }
        lua_pushliteral(L, "parts");
        if (lua_rawget(L, options) != LUA_TNIL) parts = parts_argument(L, geography, &count);
    }
    struct quantity q;
    struct moment moment = moment_for(moment_of(m, h.view), a, a);
    enum figure_problem problem = turnover_with_parts(moment, entity, metric, geography, market, parts, count, m->trail,
                                                      &q);
    worked(L);
    if (problem != FIGURE_FINE) raise_unknown(L);
    quantity_push(L, &q);
    return 1;
}

static int case_at(lua_State *L)
{
    struct machine *m = machine_of(L);
    case_read(L);
    struct quantity *q = quantity_read(L, 2);
    if (q->unit != UNIT_DATE) raise_error(L, "case:at wants a date, not %s", unit_name((enum unit)q->unit));
    if (q->low < q->high || q->low < -10000000 || q->high > 10000000) {
        trail_need_text(m->trail, "the exact day on which the case is to be seen");
        raise_unknown(L);
    }
    int32_t day = (int32_t)q->low;
    if (day > m->views[0]->day) raise_error(L, "case:at looks back: the day is after the as-of date");
    for (unsigned i = 0; i < m->view_count; i++)
        if (m->views[i]->day == day) {
            handle_push(L, HANDLE_CASE, i, 0, false);
            return 1;
        }
    if (m->view_count == MOST_VIEWS) raise_limit(L, "it looked at %d days, the most that a rule may", MOST_VIEWS);
    spend(L, COST_QUERY + facts_rows(m->facts, KIND_ENTITY) + facts_rows(m->facts, KIND_HOLDING));
    const struct view *view = view_at(m->facts, day);
    if (!view) {
        m->refused = true;
        raise_error(L, "no memory was left");
    }
    m->views[m->view_count] = view;
    handle_push(L, HANDLE_CASE, m->view_count++, 0, false);
    return 1;
}

/* ---- entities ---- */

static int entity_does(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h;
    uint32_t entity = entity_read(L, 1, &h);
    const char *name = text_argument(L, 2);
    uint32_t activity = word_argument(L, name, LIST_ACTIVITY);
    enum truth truth = group_does(moment_for(moment_of(m, h.view), h, h), entity, activity, m->trail);
    worked(L);
    return truth_push(L, truth);
}

static int entity_same_group(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h, other;
    uint32_t a = entity_read(L, 1, &h), b = entity_read(L, 2, &other);
    struct moment moment = moment_for(moment_of(m, h.view), h, other);
    bool same = same_group(moment, a, b);
    if (same) trail_links(m->trail, moment, a, b), trail_links(m->trail, moment, b, a);
    return bool_push(L, same);
}

static int entity_shares_market(lua_State *L)
{
    struct machine *m = machine_of(L);
    struct handle h, other;
    uint32_t a = entity_read(L, 1, &h), b = entity_read(L, 2, &other), count = 0, perhaps = 0;
    struct moment moment = moment_for(market_moment_of(m, h.view), h, other);
    uint32_t *markets = markets_of_two(L, moment, a, b, &count, &perhaps);
    worked(L);
    ref *records = arena_array(m->arena, (size_t)count + perhaps + 1, sizeof *records);
    check_memory(L);
    for (uint32_t i = 0; i < count + perhaps; i++) records[i] = ref_make(KIND_MARKET, markets[i]);
    list_push(L, &(struct made_list){
                     .records = records, .count = count, .perhaps = perhaps, .open = true, .view = (uint8_t)h.view });
    return 1;
}

const luaL_Reg case_methods[] = {
#define CASE_CALL(NAME, FUNCTION, ...) { NAME, FUNCTION },
#include "lua/api.def"
    { NULL, NULL },
};
const luaL_Reg entity_methods[] = {
#define ENTITY_CALL(NAME, FUNCTION, ...) { NAME, FUNCTION },
#include "lua/api.def"
    { NULL, NULL },
};
