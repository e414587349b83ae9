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
        if (ref_row(cell_of(v->facts, KIND_FINANCIAL, row, FINANCIAL_ENTITY)->ref) != entity) continue;
        trail_read_on(trail, v, record, FINANCIAL_AMOUNT);
        if (view_force_need(v, KIND_FINANCIAL, row, &open, &why)) trail_need(trail, open, why);
        struct quantity one = amount_of(v->facts, row, a->metric);
        if (!*ret_found) *ret = one;
        else if (!join(v, ret, one, false, trail)) return false;
        *ret_found = true;
    }
    return true;
}

static bool of_undertaking(const struct accounts *a, uint32_t entity, struct trail *trail, struct arena *arena,
                           struct quantity *ret)
{
    const struct facts *f = a->moment.view->facts;
    uint32_t head = group_head(a->moment, entity), summed = 0;
    struct quantity one, sum = { 0 };
    bool found;
    if (!of_member(a, head, trail, &one, &found)) return false;
    if (found) {
        trail_tie(trail, a->moment, entity, head);
        return *ret = one, true;
    }
    bool *done = arena_array(arena, facts_rows(f, KIND_ENTITY), sizeof *done);
    for (uint32_t i = 0; i < a->count && done; i++) {
        uint32_t member = ref_row(cell_of(f, KIND_FINANCIAL, a->rows[i], FINANCIAL_ENTITY)->ref);
        if (done[member]) continue;
        done[member] = true;
        if (!of_member(a, member, trail, &one, &found)) return false;
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
    const struct facts *f = m.view->facts;
    struct accounts a = { .moment = m, .metric = metric, .geography = geography, .market = market };
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
