/* sold.c - see sold.h. */
#include "facts/sold.h"

#include "facts/cache.h"
#include "facts/query.h"

const struct deal_kind deal_kinds[DEAL_KINDS] = {
    { KIND_TRANSACTION, TRANSACTION_ACQUIRER, TRANSACTION_TARGET },
    { KIND_INVESTMENT, INVESTMENT_INVESTOR, INVESTMENT_TARGET },
};

enum truth is_deal(const struct facts *f, uint32_t investment)
{
    const struct cell *c = cell_of(f, KIND_INVESTMENT, investment, INVESTMENT_STATUS);
    if (c->state != CELL_VALUE) return UNKNOWN;
    bool firm = c->word == listed_word(LIST_MONEY_STATUS, "committed") ||
                c->word == listed_word(LIST_MONEY_STATUS, "paid");
    return firm ? YES : c->word == listed_word(LIST_MONEY_STATUS, "announced") ? NO : UNKNOWN;
}

/* What closes on the day after is measured today. */
static bool begins_later(struct moment m, enum kind kind, uint32_t row)
{
    const struct cell *from = cell_of(m.view->facts, kind, row, (enum field)model_kind(kind)->from);
    return from->state >= CELL_VALUE && from->date.low > m.view->day + 1;
}

static bool is_sold_by(struct moment m, uint32_t entity)
{
    const struct facts *f = m.view->facts;
    const struct moment whole = { m.view, NO_ENTITY };
    for (size_t i = 0; i < DEAL_KINDS; i++) {
        enum kind kind = deal_kinds[i].kind;
        for (uint32_t row = 0; row < facts_rows(f, kind); row++) {
            if (ref_row(cell_of(f, kind, row, deal_kinds[i].target)->ref) != m.apart) continue;
            if (same_group(whole, ref_row(cell_of(f, kind, row, deal_kinds[i].buyer)->ref), entity)) continue;
            if (begins_later(m, kind, row)) continue;
            if (kind == KIND_INVESTMENT && is_deal(f, row) == NO) continue;
            if (kind == KIND_TRANSACTION && view_deal_status(m.view, row) == listed_word(LIST_DEAL_STATUS, "abandoned"))
                continue;
            return true;
        }
    }
    return false;
}

enum { MOST_ABOVE = 32 };

uint32_t perhaps_above(const struct view *v, uint32_t firm, uint32_t unit)
{
    const struct facts *f = v->facts;
    const struct moment whole = { v, NO_ENTITY };
    uint32_t heads[MOST_ABOVE] = { v->head[unit] }, count = v->perhaps_linked;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t *listed = NULL;
        ref held = ref_make(KIND_ENTITY, heads[i]);
        uint32_t holdings = index_rows(f, HOLDING_ENTITY, held, &listed);
        bool walk = holdings == UINT32_MAX;
        if (walk) holdings = facts_rows(f, KIND_HOLDING);
        for (uint32_t h = 0; h < holdings; h++) {
            uint32_t row = walk ? h : listed[h], known = 0;
            if (walk && cell_of(f, KIND_HOLDING, row, HOLDING_ENTITY)->ref != held) continue;
            if (!holding_perhaps_links(v, row)) continue;
            uint32_t holder = ref_row(cell_of(f, KIND_HOLDING, row, HOLDING_HOLDER)->ref);
            if (is_below(whole, firm, holder)) return v->head[firm] == v->head[unit] ? NO_ROW : row;
            while (known < count && heads[known] != v->head[holder]) known++;
            if (known == count && count == MOST_ABOVE) return row; /* nobody goes on looking */
            if (known == count) heads[count++] = v->head[holder];
        }
    }
    return NO_ROW;
}

bool may_cover(struct moment m, uint32_t entity)
{
    struct moment whole = { m.view, NO_ENTITY };
    if (m.apart == NO_ENTITY || entity == m.apart) return false;
    bool above = is_below(whole, entity, m.apart) || perhaps_above(m.view, entity, m.apart) != NO_ROW;
    return above && is_sold_by(m, entity);
}

/* Is this a firm from which the target was taken out, nearer to it than the other? Who surely has it is nearer than who perhaps
 * has. */
static bool is_nearer(struct moment m, uint32_t entity, uint32_t other)
{
    struct moment whole = { m.view, NO_ENTITY };
    if (is_below(whole, entity, m.apart))
        return !is_below(whole, other, m.apart) || group_depth(whole, entity) > group_depth(whole, other);
    return entity != other && is_below(whole, other, entity) && perhaps_above(m.view, entity, m.apart) != NO_ROW;
}

/* Are two shares of a market surely of one measure? As figures have it a row that states none, in a market that states none, is of
 * the one that others state, but no row of sales is one of purchases. */
static bool are_of_one_measure(const struct view *v, uint32_t a, uint32_t b)
{
    uint32_t of_a, of_b;
    enum truth has_a = view_word(v, KIND_SHARE, a, SHARE_MEASURE, &of_a),
               has_b = view_word(v, KIND_SHARE, b, SHARE_MEASURE, &of_b);
    if (has_a == UNKNOWN || has_b == UNKNOWN) return false;
    if (has_a == YES && has_b == YES) return of_a == of_b;
    return (has_a == NO && has_b == NO) || (has_a == YES ? of_a : of_b) != listed_word(LIST_MEASURE, "purchases");
}

/* A unit, and the firm in whose row of shares it may be: today's moment, and that in which the firm had the unit. */
struct part {
    struct moment now, held;
    uint32_t unit, firm;
};

/* The target's own share, or one of a firm between it and its seller. */
static bool speaks_of_target(const struct part *p, uint32_t entity)
{
    return same_group(p->now, entity, p->unit) || is_nearer(p->held, entity, p->firm);
}

/* The share of the unit, of what was below it then, or of a firm that was between it and this one. */
static bool speaks_of_left(const struct part *p, uint32_t entity)
{
    const uint32_t *depth = p->held.view->depth;
    return is_below(p->held, p->unit, entity) || (is_below(p->held, entity, p->unit) && depth[entity] > depth[p->firm]);
}

/* Is there a share in the market and in the measure of this one, on either day, of somebody who speaks of the unit? */
static bool is_told_apart(const struct part *p, uint32_t share, bool (*speaks)(const struct part *, uint32_t entity))
{
    const struct view *now = p->now.view, *then = p->held.view;
    const struct facts *f = now->facts;
    ref market = cell_of(f, KIND_SHARE, share, SHARE_MARKET)->ref;
    const uint32_t *listed = NULL;
    uint32_t count = index_rows(f, SHARE_MARKET, market, &listed);
    bool walk = count == UINT32_MAX;
    if (walk) count = facts_rows(f, KIND_SHARE);
    for (uint32_t i = count; i-- > 0;) { /* a firm mostly stands after those that own it */
        uint32_t row = walk ? i : listed[i];
        if (walk && cell_of(f, KIND_SHARE, row, SHARE_MARKET)->ref != market) continue;
        if (!speaks(p, ref_row(cell_of(f, KIND_SHARE, row, SHARE_ENTITY)->ref))) continue;
        if (!are_of_one_measure(now, row, share)) continue;
        if (view_in_force(now, KIND_SHARE, row) != NO || view_in_force(then, KIND_SHARE, row) != NO) return true;
    }
    return false;
}

bool covers_unit(struct moment m, const struct view *of_seller, uint32_t share)
{
    struct moment held = { of_seller, m.apart };
    const struct facts *f = m.view->facts;
    uint32_t seller = ref_row(cell_of(f, KIND_SHARE, share, SHARE_ENTITY)->ref);
    if (of_seller != m.view && view_had_begun(of_seller, KIND_SHARE, share) == NO) return false;
    const struct part part = { m, held, m.apart, seller };
    return may_cover(held, seller) && !is_told_apart(&part, share, speaks_of_target);
}

uint32_t next_ended(const struct view *now, int32_t since, uint32_t *at)
{
    const struct facts *f = now->facts;
    const uint32_t *listed = NULL;
    uint32_t count = any_left(now, since) ? ending_control(now, &listed) : 0;
    bool walk = count == UINT32_MAX;
    if (walk) count = facts_rows(f, KIND_HOLDING);
    while (*at < count) {
        uint32_t holding = walk ? *at : listed[*at];
        const struct cell *to = cell_of(f, KIND_HOLDING, holding, HOLDING_TO);
        ++*at;
        if (to->state >= CELL_VALUE && to->date.low >= since && to->date.low < now->day) return holding;
    }
    return NO_ROW;
}

static uint32_t held_by(const struct facts *f, uint32_t holding)
{
    return ref_row(cell_of(f, KIND_HOLDING, holding, HOLDING_ENTITY)->ref);
}

uint32_t next_left(const struct view *now, const struct view *then, uint32_t *at)
{
    for (uint32_t holding; (holding = next_ended(now, then->day, at)) != NO_ROW;) {
        uint32_t unit = held_by(now->facts, holding);
        if (then->link[unit] == holding) return unit;
    }
    return NO_ENTITY;
}

bool has_left(const struct view *now, const struct view *then, uint32_t firm, uint32_t unit)
{
    return firm != unit && is_below((struct moment){ then, NO_ENTITY }, firm, unit) &&
           !same_group((struct moment){ now, NO_ENTITY }, firm, unit);
}

const struct view *share_day(const struct view *now, uint32_t share, uint32_t holding)
{
    struct days of = cell_of(now->facts, KIND_SHARE, share, SHARE_FROM)->date;
    const struct cell *from = cell_of(now->facts, KIND_HOLDING, holding, HOLDING_FROM);
    bool later = from->state >= CELL_VALUE && from->date.high > of.low && from->date.high <= of.high;
    return view_at(now->facts, later ? from->date.high : of.low);
}

bool tells_of_left(const struct view *now, const struct view *then, uint32_t share, uint32_t unit)
{
    uint32_t firm = ref_row(cell_of(now->facts, KIND_SHARE, share, SHARE_ENTITY)->ref);
    const struct part part = { { now, NO_ENTITY }, { then, NO_ENTITY }, unit, firm };
    return has_left(now, then, firm, unit) && !is_told_apart(&part, share, speaks_of_left);
}
