/* What an undertaking's accounts say. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "economics/asked.h"
#include "economics/money.h"

static bool is_count(uint32_t metric)
{
    return metric == listed_word(LIST_METRIC, "users") || metric == listed_word(LIST_METRIC, "business-users");
}

/* Does the row measure what is asked? A geography or market that is written null may be any. */
static bool is_asked(const struct facts *f, uint32_t row, uint32_t metric, uint32_t geography, uint32_t market)
{
    const struct cell *m = cell_of(f, KIND_FINANCIAL, row, FINANCIAL_MARKET);
    const struct cell *g = cell_of(f, KIND_FINANCIAL, row, FINANCIAL_GEOGRAPHY);
    if (cell_of(f, KIND_FINANCIAL, row, FINANCIAL_METRIC)->word != metric) return false;
    if (g->state == CELL_NULL || m->state == CELL_NULL) return false;
    if (g->word != geography) return false;
    return m->state == CELL_ABSENT ? market == NO_ROW : market != NO_ROW && ref_row(m->ref) == market;
}

static struct quantity amount_of(const struct facts *f, uint32_t row, uint32_t metric)
{
    const struct cell *c = cell_of(f, KIND_FINANCIAL, row, FINANCIAL_AMOUNT);
    bool stated = c->state == CELL_VALUE || c->state == CELL_CLAIMS;
    double low = stated ? c->number.low : metric == listed_word(LIST_METRIC, "net-worth") ? -INFINITY : 0;
    double high = stated ? c->number.high : INFINITY;
    if (is_count(metric)) return quantity_range(low, high, UNIT_COUNT);
    return stated ? quantity_money(low, high, f->currencies[c->currency]) : quantity_range(low, high, UNIT_MONEY);
}

/* Sum or hull in the currency of the first that has one. False: a rate is missing. */
static bool join(const struct view *v, struct quantity *sum, struct quantity one, bool add, struct trail *trail)
{
    if (sum->unit == UNIT_MONEY && *sum->currency && !money_convert(v, &one, sum->currency, &one, trail)) return false;
    if (!*sum->currency) memcpy(sum->currency, one.currency, sizeof one.currency);
    sum->low = add ? sum->low + one.low : fmin(sum->low, one.low);
    sum->high = add ? sum->high + one.high : fmax(sum->high, one.high);
    return true;
}

struct accounts {
    struct moment moment;
    uint32_t metric, geography, market;
    const uint32_t *parts; /* of the geography */
    uint32_t parts_count;
    uint32_t *rows, count; /* of the undertaking, as asked, current or perhaps so, by entity */
};

static void find_rows(struct accounts *a, uint32_t head, struct arena *arena)
{
    const struct facts *f = a->moment.view->facts;
    uint32_t rows = facts_rows(f, KIND_FINANCIAL);
    a->rows = arena_array(arena, rows, sizeof *a->rows);
    for (uint32_t row = 0; row < rows && a->rows; row++) {
        if (!is_asked(f, row, a->metric, a->geography, a->market)) continue;
        if (view_in_force(a->moment.view, KIND_FINANCIAL, row) == NO) continue;
        uint32_t entity = ref_row(cell_of(f, KIND_FINANCIAL, row, FINANCIAL_ENTITY)->ref);
        if (group_head(a->moment, entity) == head) a->rows[a->count++] = row;
    }
}

/* Whose row it is. */
static uint32_t owner(const struct accounts *a, uint32_t i)
{
    return ref_row(cell_of(a->moment.view->facts, KIND_FINANCIAL, a->rows[i], FINANCIAL_ENTITY)->ref);
}

/* One member's figure: its rows are of overlapping dates, or it is open which is current; the hull of them. */
static bool of_member(const struct accounts *a, uint32_t entity, struct trail *trail, struct quantity *ret,
                      bool *ret_found)
{
    const struct view *v = a->moment.view;
    *ret_found = false;
    for (uint32_t i = 0; i < a->count; i++) {
        uint32_t row = a->rows[i];
        ref record = ref_make(KIND_FINANCIAL, row), open;
        enum field why;
        if (owner(a, i) != entity) continue;
        trail_read_on(trail, v, record, FINANCIAL_AMOUNT);
        if (view_force_need(v, KIND_FINANCIAL, row, &open, &why)) trail_need(trail, open, why);
        struct quantity one = amount_of(v->facts, row, a->metric);
        if (!*ret_found) *ret = one;
        else if (!join(v, ret, one, false, trail)) return false;
        *ret_found = true;
    }
    return true;
}

static bool states(const struct accounts *a, uint32_t row)
{
    const struct cell *c = cell_of(a->moment.view->facts, KIND_FINANCIAL, row, FINANCIAL_AMOUNT);
    return c->state == CELL_VALUE || c->state == CELL_CLAIMS;
}

static bool is_stated(const struct accounts *a, uint32_t i) { return states(a, a->rows[i]); }

/* Does a member below the head that controls this one state a figure? It is that of its own units too. */
static bool is_counted_above(const struct accounts *a, uint32_t head, uint32_t member)
{
    for (uint32_t i = 0; i < a->count; i++) {
        uint32_t above = owner(a, i);
        if (above != head && above != member && is_stated(a, i) && is_below(a->moment, above, member)) return true;
    }
    return false;
}

/* The one row of an entity; a->count: it has none, or several. */
static uint32_t only_row(const struct accounts *a, uint32_t entity)
{
    uint32_t found = a->count;
    for (uint32_t i = 0; i < a->count; i++) {
        if (owner(a, i) != entity) continue;
        if (found != a->count) return a->count;
        found = i;
    }
    return found;
}

/* What is sold adds up over a group and is never negative. Users overlap, assets may be claims on each other. */
static bool adds_up(uint32_t metric)
{
    static const char *const others[] = { "users", "business-users", "assets", "net-worth", "market-value" };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (metric == listed_word(LIST_METRIC, others[i])) return false;
    }
    return true;
}

static bool of_one_day(const struct accounts *a, uint32_t row, uint32_t other)
{
    const struct facts *f = a->moment.view->facts;
    struct days x = cell_of(f, KIND_FINANCIAL, row, FINANCIAL_FROM)->date;
    struct days y = cell_of(f, KIND_FINANCIAL, other, FINANCIAL_FROM)->date;
    return x.low == x.high && y.low == y.high && x.low == y.low;
}

static bool same_day(const struct accounts *a, uint32_t i, uint32_t j) { return of_one_day(a, a->rows[i], a->rows[j]); }

/* An amount is at least the low of a sum. One that no rate converts says nothing, nor does one that is more than the amount may be. */
static void raise_to(const struct accounts *a, struct quantity sum, struct trail *trail, struct quantity *amount)
{
    if (*amount->currency && !money_convert(a->moment.view, &sum, amount->currency, &sum, trail)) return;
    if (sum.low <= amount->low || sum.low > amount->high) return;
    amount->low = sum.low;
    memcpy(amount->currency, sum.currency, sizeof sum.currency);
}

/* An amount is at most the high of another. What was said of raise_to holds here too. */
static void lower_to(const struct accounts *a, struct quantity most, struct trail *trail, struct quantity *amount)
{
    if (*amount->currency && !money_convert(a->moment.view, &most, amount->currency, &most, trail)) return;
    if (most.high >= amount->high || most.high < amount->low) return;
    amount->high = most.high;
    memcpy(amount->currency, most.currency, sizeof most.currency);
}

/* Where the head's own row does not say how much, the group has in that year at least what its members are known to have. */
static void raise_by_members(const struct accounts *a, uint32_t head, struct trail *trail, struct quantity *amount)
{
    const struct view *v = a->moment.view;
    uint32_t own = only_row(a, head);
    struct quantity one, sum = { 0 };
    bool found, any = false;
    for (uint32_t i = 0; i < a->count && own < a->count; i++) {
        uint32_t member = owner(a, i);
        if (member == head || only_row(a, member) != i || !is_stated(a, i) || !same_day(a, i, own)) continue;
        if (is_counted_above(a, head, member) || !of_member(a, member, trail, &one, &found)) continue;
        trail_tie(trail, a->moment, head, member);
        if (!any) sum = one, any = true;
        else (void)join(v, &sum, one, true, trail);
    }
    if (any) raise_to(a, sum, trail, amount);
}

/* Of some rows the one in a part, or in the world, where it states a figure of the day of the entity's own row; NO_ROW: none, or
 * several. */
static uint32_t row_of_part(const struct accounts *a, uint32_t own, uint32_t part, const uint32_t *rows, uint32_t count)
{
    uint32_t found = NO_ROW;
    for (uint32_t i = 0; i < count; i++) {
        if (!is_asked(a->moment.view->facts, rows[i], a->metric, part, a->market)) continue;
        if (found != NO_ROW) return NO_ROW;
        found = rows[i];
    }
    return found != NO_ROW && states(a, found) && of_one_day(a, found, a->rows[own]) ? found : NO_ROW;
}

/* The rows of an entity that are current or perhaps so, whatever they are of. */
static uint32_t *rows_of(const struct accounts *a, uint32_t entity, struct arena *arena, uint32_t *ret_count)
{
    const struct view *v = a->moment.view;
    uint32_t rows = facts_rows(v->facts, KIND_FINANCIAL), *found = arena_array(arena, rows, sizeof *found);
    *ret_count = 0;
    for (uint32_t row = 0; row < rows && found; row++) {
        if (ref_row(cell_of(v->facts, KIND_FINANCIAL, row, FINANCIAL_ENTITY)->ref) != entity) continue;
        if (view_in_force(v, KIND_FINANCIAL, row) != NO) found[(*ret_count)++] = row;
    }
    return found;
}

/* Where an entity's row does not say how much it sold in a place, that is at least what it sold in the parts of it until the same
 * day, since nobody sells for less than nothing. */
static void raise_by_parts(const struct accounts *a, uint32_t entity, struct trail *trail, struct arena *arena,
                           struct quantity *amount)
{
    uint32_t own = only_row(a, entity), count, *rows;
    struct quantity one, sum = { 0 };
    bool any = false;
    if (a->parts_count == 0 || own == a->count || !(rows = rows_of(a, entity, arena, &count))) return;
    for (uint32_t i = 0; i < a->parts_count; i++) {
        uint32_t row = row_of_part(a, own, a->parts[i], rows, count);
        if (row == NO_ROW) continue;
        trail_read_on(trail, a->moment.view, ref_make(KIND_FINANCIAL, row), FINANCIAL_AMOUNT);
        one = amount_of(a->moment.view->facts, row, a->metric);
        if (!any) sum = one, any = true;
        else (void)join(a->moment.view, &sum, one, true, trail);
    }
    if (any) raise_to(a, sum, trail, amount);
}

/* Where an entity's row does not say how much it sold in a place, that is at most what it sold in the world until the same day. */
static void lower_by_world(const struct accounts *a, uint32_t entity, struct trail *trail, struct arena *arena,
                           struct quantity *amount)
{
    uint32_t own = only_row(a, entity), world = listed_word(LIST_GEOGRAPHY, "worldwide"), count, *rows;
    if (a->geography == world || own == a->count || !(rows = rows_of(a, entity, arena, &count))) return;
    uint32_t row = row_of_part(a, own, world, rows, count);
    if (row == NO_ROW) return;
    trail_read_on(trail, a->moment.view, ref_make(KIND_FINANCIAL, row), FINANCIAL_AMOUNT);
    lower_to(a, amount_of(a->moment.view->facts, row, a->metric), trail, amount);
}

/* Is no other member's row on file? Beside others it would be open whose units are counted where, and in which currency. */
static bool is_alone(const struct accounts *a, uint32_t member)
{
    for (uint32_t i = 0; i < a->count; i++)
        if (owner(a, i) != member) return false;
    return true;
}

/* Of what may be more than is known, if it adds up: users of two places may be the same, and assets in one be claims on another. */
static bool is_open(const struct accounts *a, const struct quantity *amount)
{
    return adds_up(a->metric) && amount->low < amount->high;
}

static bool of_undertaking(const struct accounts *a, uint32_t entity, struct trail *trail, struct arena *arena,
                           struct quantity *ret)
{
    uint32_t head = group_head(a->moment, entity), summed = 0;
    struct quantity one, sum = { 0 };
    bool found;
    if (!of_member(a, head, trail, &one, &found)) return false;
    if (found) {
        trail_tie(trail, a->moment, entity, head);
        if (is_open(a, &one)) raise_by_members(a, head, trail, &one);
        if (is_open(a, &one)) raise_by_parts(a, head, trail, arena, &one);
        if (is_open(a, &one)) lower_by_world(a, head, trail, arena, &one);
        return *ret = one, true;
    }
    bool *done = arena_array(arena, facts_rows(a->moment.view->facts, KIND_ENTITY), sizeof *done);
    for (uint32_t i = 0; i < a->count && done; i++) {
        uint32_t member = owner(a, i);
        if (done[member] || is_counted_above(a, head, member)) continue;
        done[member] = true;
        if (!of_member(a, member, trail, &one, &found)) return false;
        if (is_open(a, &one) && is_alone(a, member)) raise_by_parts(a, member, trail, arena, &one);
        if (is_open(a, &one)) lower_by_world(a, member, trail, arena, &one);
        trail_tie(trail, a->moment, entity, member);
        if (summed++ == 0) sum = one;
        else if (!join(a->moment.view, &sum, one, true, trail)) return false;
    }
    sum.open_above = true; /* other members may have some too */
    *ret = sum;
    return summed > 0;
}

enum figure_problem turnover(struct moment m, uint32_t entity, uint32_t metric, uint32_t geography, uint32_t market,
                             struct trail *trail, struct quantity *ret_amount)
{
    return turnover_with_parts(m, entity, metric, geography, market, NULL, 0, trail, ret_amount);
}

enum figure_problem turnover_with_parts(struct moment m, uint32_t entity, uint32_t metric, uint32_t geography,
                                        uint32_t market, const uint32_t *parts, uint32_t count, struct trail *trail,
                                        struct quantity *ret_amount)
{
    const struct facts *f = m.view->facts;
    struct accounts a = { .moment = m, .metric = metric, .geography = geography, .market = market };
    a.parts = parts, a.parts_count = count;
    struct arena arena;
    struct quantity amount;
    arena_init(&arena, f->allocator, 0);
    find_rows(&a, group_head(m, entity), &arena);
    bool known = a.count > 0 && of_undertaking(&a, entity, trail, &arena, &amount);
    if (a.count == 0) {
        char before[96], where[60] = "";
        const char *place = facts_word(f, geography); /* "": one that the file names nowhere */
        if (!*place) snprintf(where, sizeof where, " in another place");
        else if (strcmp(place, "worldwide") != 0)
            snprintf(where, sizeof where, " in %.48s", facts_word_label(f, geography));
        else if (market != NO_ROW) snprintf(where, sizeof where, " in ");
        snprintf(before, sizeof before, "the %.40s of ", facts_word_label(f, metric));
        need_sentence(f, trail, before, ref_make(KIND_ENTITY, entity), where,
                      market == NO_ROW ? NO_REF : ref_make(KIND_MARKET, market));
    }
    if (!scratch_end(&arena, trail) || !known) return FIGURE_UNKNOWN;
    *ret_amount = amount;
    return FIGURE_FINE;
}
