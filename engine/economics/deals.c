/* Transactions and investments seen as deals: which there are, the latest of two, what it is worth and when it closed. */
#include <math.h>
#include <string.h>

#include "economics/asked.h"
#include "economics/money.h"
#include "facts/sold.h"

static enum truth counts(const struct view *v, enum kind kind, uint32_t row)
{
    enum truth happened = view_in_force(v, kind, row);
    return kind == KIND_INVESTMENT ? truth_and(happened, is_deal(v->facts, row)) : happened;
}

struct deal *deals(struct moment m, struct arena *arena, uint32_t *ret_count)
{
    const struct facts *f = m.view->facts;
    uint32_t count = 0, most = facts_rows(f, KIND_TRANSACTION) + facts_rows(f, KIND_INVESTMENT);
    struct deal *all = arena_array(arena, most, sizeof *all);
    for (unsigned i = 0; i < DEAL_KINDS && all; i++) {
        for (uint32_t row = 0; row < facts_rows(f, deal_kinds[i].kind); row++) {
            enum truth is = counts(m.view, deal_kinds[i].kind, row);
            if (is == NO) continue;
            all[count++] = (struct deal){
                .buyer = ref_row(cell_of(f, deal_kinds[i].kind, row, deal_kinds[i].buyer)->ref),
                .target = ref_row(cell_of(f, deal_kinds[i].kind, row, deal_kinds[i].target)->ref),
                .record = ref_make(deal_kinds[i].kind, row),
                .maybe = is == UNKNOWN,
            };
        }
    }
    *ret_count = count;
    return all;
}

/* Deals of two undertakings that may be the latest: none that surely counts is surely later. */
struct latest {
    ref *records;
    const struct query **queries;
    uint32_t count;
};

static struct days begun(const struct facts *f, ref record)
{
    const struct kind_info *info = model_kind(ref_kind(record));
    const struct cell *from = cell_in(f, record, (enum field)info->from);
    bool known = from->state == CELL_VALUE || from->state == CELL_CLAIMS;
    return known ? from->date : (struct days){ DAY_MIN, DAY_MAX };
}

static void find_latest(struct moment m, uint32_t acquirer, uint32_t target, bool transactions_only,
                        struct trail *trail, struct arena *arena, struct latest *ret)
{
    const struct facts *f = m.view->facts;
    if (m.apart == NO_ENTITY) m.apart = target; /* a closed deal has made them one group since */
    struct set *sets[2] = {
        ask_between(m, KIND_TRANSACTION, TRANSACTION_ACQUIRER, acquirer, TRANSACTION_TARGET, target, trail, arena),
        transactions_only
            ? NULL
            : ask_between(m, KIND_INVESTMENT, INVESTMENT_INVESTOR, acquirer, INVESTMENT_TARGET, target, trail, arena),
    };
    uint32_t most = 0, n = 0;
    int32_t newest = DAY_MIN;
    for (unsigned s = 0; s < 2; s++) most += sets[s] ? sets[s]->sures + sets[s]->maybes : 0;
    ref *records = arena_array(arena, most, sizeof *records);
    const struct query **queries = arena_array(arena, most, sizeof(const struct query *));
    *ret = (struct latest){ records, queries, 0 };
    for (unsigned s = 0; s < 2 && !arena->failed; s++) {
        for (uint32_t i = 0; sets[s] && i < sets[s]->sures + sets[s]->maybes; i++) {
            enum kind kind = sets[s]->query->kind;
            enum truth is = counts(m.view, kind, sets[s]->rows[i]);
            if (i >= sets[s]->sures) is = truth_and(is, UNKNOWN);
            if (is == NO) continue;
            records[n] = ref_make(kind, sets[s]->rows[i]);
            queries[n] = sets[s]->query;
            struct days from = begun(f, records[n++]);
            if (is == YES && from.low > newest) newest = from.low;
        }
    }
    bool transaction = false; /* one day's transaction goes before the money that it moved */
    for (uint32_t i = 0; i < n; i++) {
        if (begun(f, records[i]).high < newest) continue;
        bool money = ref_kind(records[i]) == KIND_INVESTMENT;
        if (money && transaction && begun(f, records[i]).high == newest) continue;
        transaction = transaction || (!money && begun(f, records[i]).low == newest);
        records[ret->count] = records[i];
        queries[ret->count++] = queries[i];
    }
    if (n == 0 && sets[0]) trail_absent(trail, sets[0]->query, sets[0]->of, sets[0]->complete, false);
}

static struct quantity hull(const struct quantity *a, const struct quantity *b)
{
    struct quantity q = *a;
    q.low = fmin(a->low, b->low);
    q.high = fmax(a->high, b->high);
    return q;
}

static void need_deal(const struct facts *f, uint32_t acquirer, uint32_t target, struct trail *trail)
{
    need_sentence(f, trail, "a deal by which ", ref_make(KIND_ENTITY, acquirer), " takes a part of ",
                  ref_make(KIND_ENTITY, target));
}

static enum field value_field(ref record)
{
    return ref_kind(record) == KIND_TRANSACTION ? TRANSACTION_VALUE : INVESTMENT_AMOUNT;
}

static struct quantity value_of(const struct facts *f, ref record)
{
    return money_of(f, cell_in(f, record, value_field(record)));
}

enum figure_problem deal_value(struct moment m, uint32_t acquirer, uint32_t target, struct trail *trail,
                               struct quantity *ret_value)
{
    const struct facts *f = m.view->facts;
    struct arena arena;
    struct latest latest;
    struct quantity value = quantity_range(0, INFINITY, UNIT_MONEY);
    arena_init(&arena, f->allocator, 0);
    char currency[4] = ""; /* the last by name, whatever the order of the file */
    find_latest(m, acquirer, target, false, trail, &arena, &latest);
    enum figure_problem problem = latest.count ? FIGURE_FINE : FIGURE_UNKNOWN;
    for (uint32_t i = 0; i < latest.count; i++) {
        struct quantity one = value_of(f, latest.records[i]);
        if (strcmp(one.currency, currency) > 0) memcpy(currency, one.currency, sizeof currency);
    }
    for (uint32_t i = 0; i < latest.count && problem == FIGURE_FINE; i++) {
        struct quantity one = value_of(f, latest.records[i]);
        trail_match(trail, latest.records[i], latest.queries[i]);
        trail_read(trail, latest.records[i], value_field(latest.records[i]));
        if (*one.currency && !money_convert(m.view, &one, currency, &one, trail)) problem = FIGURE_UNKNOWN;
        memcpy(one.currency, currency, sizeof currency);
        value = i ? hull(&value, &one) : one;
    }
    if (!latest.count) need_deal(f, acquirer, target, trail);
    if (!scratch_end(&arena, trail)) return FIGURE_UNKNOWN;
    if (problem == FIGURE_FINE) *ret_value = value;
    return problem;
}

/* The days on which a deal may have closed; while it is open, the view's day. */
static struct days closing(const struct view *v, ref record, struct trail *trail)
{
    struct days from = begun(v->facts, record), now = { v->day, v->day };
    if (ref_kind(record) == KIND_INVESTMENT) {
        trail_read(trail, record, INVESTMENT_FROM);
        return (struct days){ from.low, from.high < v->day ? from.high : v->day };
    }
    uint32_t row = ref_row(record), status = view_deal_status(v, row);
    const struct cell *closed = cell_of(v->facts, KIND_TRANSACTION, row, TRANSACTION_CLOSED);
    bool dated = closed->state == CELL_VALUE || closed->state == CELL_CLAIMS;
    trail_read(trail, record, dated ? TRANSACTION_CLOSED : TRANSACTION_STATUS);
    if (status == listed_word(LIST_DEAL_STATUS, "announced") || (dated && closed->date.low > v->day)) return now;
    struct days when = dated ? closed->date : (struct days){ from.low, v->day };
    if (when.high > v->day || status == UINT32_MAX) when.high = v->day;
    if (status == UINT32_MAX || !dated) {
        ref open;
        enum field why;
        if (view_force_need(v, KIND_TRANSACTION, row, &open, &why)) trail_need(trail, open, why);
        else trail_need(trail, record, TRANSACTION_CLOSED);
    }
    return when;
}

enum figure_problem deal_date(struct moment m, uint32_t acquirer, uint32_t target, struct trail *trail,
                              struct quantity *ret_date)
{
    const struct facts *f = m.view->facts;
    struct arena arena;
    struct latest latest;
    struct days when = { DAY_MAX, DAY_MIN };
    arena_init(&arena, f->allocator, 0);
    find_latest(m, acquirer, target, false, trail, &arena, &latest);
    for (uint32_t i = 0; i < latest.count; i++) {
        trail_match(trail, latest.records[i], latest.queries[i]);
        struct days one = closing(m.view, latest.records[i], trail);
        if (one.low < when.low) when.low = one.low;
        if (one.high > when.high) when.high = one.high;
    }
    if (!latest.count) need_deal(f, acquirer, target, trail);
    if (!scratch_end(&arena, trail) || !latest.count) return FIGURE_UNKNOWN;
    *ret_date = quantity_date(when.low, when.high);
    return FIGURE_FINE;
}

/* Those of one deal; while it is open, the view's day. */
static struct days table_days(const struct view *v, uint32_t transaction)
{
    const struct days now = { v->day, v->day };
    uint32_t status = view_deal_status(v, transaction);
    if (status == listed_word(LIST_DEAL_STATUS, "announced")) return now;
    struct days when = closing(v, ref_make(KIND_TRANSACTION, transaction), NULL);
    if (when.low == DAY_MIN || when.low > v->day) return now;
    return (struct days){ when.low - 1, status == UINT32_MAX ? v->day : when.high - 1 };
}

struct days deal_table_days(struct moment m, uint32_t acquirer, uint32_t target, ref *ret_open)
{
    struct arena arena;
    struct latest latest;
    struct days days = { m.view->day, DAY_MIN };
    ref open = NO_REF;
    arena_init(&arena, m.view->facts->allocator, 0);
    find_latest(m, acquirer, target, true, NULL, &arena, &latest);
    for (uint32_t i = 0; i < latest.count; i++) {
        struct days one = table_days(m.view, ref_row(latest.records[i]));
        if (one.low < days.low) days.low = one.low;
        if (one.high > days.high) days.high = one.high;
        if (one.high > one.low && open == NO_REF) open = latest.records[i];
    }
    scratch_end(&arena, NULL);
    if (open == NO_REF) days.high = days.low; /* of several that are done the first counts */
    if (ret_open) *ret_open = open;
    return days;
}
