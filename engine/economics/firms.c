/* The firms of a figure, on the table or off it, and what was read of them. */
#include <math.h>

#include "economics/asked.h"
#include "economics/table.h"

void read_row(const struct market_table *t, const struct table_row *r, struct trail *trail)
{
    trail_read_on(trail, t->moment.view, ref_make(KIND_SHARE, r->row), SHARE_PERCENT);
}

/* Who controls, or since or until when. */
static void need_control(const struct market_table *t, const struct covered *c, struct trail *trail)
{
    ref record = ref_make(KIND_HOLDING, c->link), open;
    enum field why = HOLDING_CONTROL;
    if (!view_force_need(c->held, KIND_HOLDING, c->link, &open, &why)) open = record;
    const struct facts *f = t->moment.view->facts;
    if (why == HOLDING_CONTROL && cell_of(f, KIND_HOLDING, c->link, HOLDING_CONTROL)->state == CELL_ABSENT)
        why = HOLDING_VOTES;
    trail_need(trail, open, why);
}

/* What a unit and its seller have between them is in the seller's row; which part is whose nobody says. */
static void read_covering(const struct market_table *t, uint32_t item, struct trail *trail)
{
    for (uint32_t k = 0; k < t->covered_count && trail; k++) {
        const struct covered *c = &t->covered[k];
        if (item != c->item && item != c->seller) continue;
        for (uint32_t i = 0; i < c->row_count; i++) read_row(t, &t->rows[c->first + i], trail);
        trail_links(trail, (struct moment){ c->held, NO_ENTITY }, c->unit, t->rows[c->first].entity);
        if (item == c->item) trail_tie(trail, t->moment, t->items[item].shown, c->unit);
        if (c->link != NO_ROW) need_control(t, c, trail);
        need_sentence(t->moment.view->facts, trail, "the share of ", ref_make(KIND_ENTITY, c->unit), " in ",
                      ref_make(KIND_MARKET, t->market));
    }
}

void read_undertaking(const struct market_table *t, uint32_t item, struct trail *trail)
{
    const struct undertaking *u = &t->items[item];
    for (uint32_t i = 0; i < u->count && trail; i++) {
        const struct table_row *r = &t->rows[u->first + i];
        read_row(t, r, trail);
        if (r->entity != u->shown) trail_tie(trail, t->moment, u->shown, r->entity);
    }
    read_covering(t, item, trail);
}

void read_table(const struct market_table *t, struct trail *trail)
{
    if (!trail) return;
    const struct facts *f = t->moment.view->facts;
    for (uint32_t i = 0; i < t->count; i++) read_undertaking(t, i, trail);
    bool own = false;
    for (uint32_t i = 0; i < t->row_count && !own; i++) {
        own = cell_of(f, KIND_SHARE, t->rows[i].row, SHARE_TABLE)->state != CELL_ABSENT;
        if (own) trail_read(trail, ref_make(KIND_SHARE, t->rows[i].row), SHARE_TABLE);
    }
    if (!own) trail_read(trail, ref_make(KIND_MARKET, t->market), MARKET_TABLE);
}

void need_rest(const struct market_table *t, struct trail *trail)
{
    const char *who = t->count ? "the shares of the other firms in " : "the shares in ";
    need_sentence(t->moment.view->facts, trail, who, ref_make(KIND_MARKET, t->market), "", NO_REF);
}

/* What is known of an undertaking that is not on the table. */
static struct share_range off_table(const struct market_table *t, uint32_t entity, double rest, struct trail *trail,
                                    struct arena *arena)
{
    struct share_range possible = { 0, rest }, last;
    const struct facts *f = t->moment.view->facts;
    if (t->rest == REST_NONE) {
        read_table(t, trail);
        return (struct share_range){ 0, 0 };
    }
    if (t->rest == REST_CAPPED) possible.high = fmin(rest, t->cap);
    struct table_row *rows;
    uint32_t count;
    if (older_share(t, group_head(t->moment, entity), arena, &rows, &count, &last)) {
        for (uint32_t i = 0; i < count; i++) {
            size_t before = trail ? trail->count : 0;
            read_row(t, &rows[i], trail);
            if (trail && trail->count > before) trail->entries[before].dated = true; /* a newer table is without it */
            trail_tie(trail, t->moment, entity, rows[i].entity);
        }
        /* Where the newer table has no room for it, the old row cannot hold any more. */
        if (last.low <= possible.high) return (struct share_range){ last.low, fmin(last.high, possible.high) };
    }
    read_table(t, trail);
    need_sentence(f, trail, "the share of ", ref_make(KIND_ENTITY, entity), " in ", ref_make(KIND_MARKET, t->market));
    return possible;
}

static uint32_t find_head(const struct firms *firms, uint32_t head)
{
    for (uint32_t i = 0; i < firms->shares.count; i++) {
        if (firms->heads[i] == head) return i;
    }
    return UINT32_MAX;
}

/* Reads the rows of an undertaking on the table for one that was asked by another of its members. */
static void read_asked(const struct market_table *t, uint32_t item, uint32_t entity, struct trail *trail)
{
    const struct undertaking *u = &t->items[item];
    for (uint32_t i = 0; i < u->count && trail; i++) {
        read_row(t, &t->rows[u->first + i], trail);
        trail_tie(trail, t->moment, entity, t->rows[u->first + i].entity);
    }
    read_covering(t, item, trail);
}

/* An undertaking without rows that may have a part of another's may also have a place of its own off the table: a target only where
 * it perhaps was never the other's, and then the one or the other; whoever has bought a unit, both. */
static struct share_range beside(const struct market_table *t, uint32_t item, uint32_t entity, double rest,
                                 struct trail *trail, struct arena *arena)
{
    struct share_range part = t->items[item].percent;
    bool target = t->items[item].head == t->moment.apart;
    for (uint32_t i = 0; i < t->covered_count && target; i++)
        if (t->covered[i].item == item && t->covered[i].link == NO_ROW) return part;
    struct share_range own = off_table(t, entity, rest, trail, arena);
    if (target) return (struct share_range){ fmin(part.low, own.low), fmax(part.high, own.high) };
    return (struct share_range){ decimal(part.low + own.low), fmin(100, decimal(part.high + own.high)) };
}

bool firms_make(struct firms *ret, const struct market_table *t, const uint32_t *entities, uint32_t count,
                struct trail *trail, struct arena *arena)
{
    struct firms firms = { .shares = { .rest = t->rest, .cap = t->cap, .taken_out = t->taken_out } };
    uint32_t most = t->count + count;
    firms.shares.items = arena_array(arena, most, sizeof *firms.shares.items);
    firms.heads = arena_array(arena, most, sizeof *firms.heads);
    firms.places = arena_array(arena, count, sizeof *firms.places);
    if (arena->failed) return false;
    for (uint32_t i = 0; i < t->count; i++) {
        firms.shares.items[i] = t->items[i].percent;
        firms.heads[i] = t->items[i].head;
    }
    firms.shares.count = t->count;
    double rest = shares_rest(&firms.shares);
    for (uint32_t i = 0; i < t->count; i++) /* whoever was asked for, bounds are of all */
        if (t->items[i].count == 0) firms.shares.items[i] = beside(t, i, t->items[i].shown, rest, NULL, arena);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t head = group_head(t->moment, entities[i]), place = find_head(&firms, head);
        bool again = false;
        for (uint32_t j = 0; j < firms.asked && !again; j++) again = firms.places[j] == place;
        if (again) continue;
        if (place == UINT32_MAX) {
            place = firms.shares.count;
            firms.shares.items[place] = off_table(t, entities[i], rest, trail, arena);
            firms.heads[place] = head;
            firms.shares.count++;
        } else {
            read_asked(t, place, entities[i], trail);
            if (t->items[place].count == 0)
                firms.shares.items[place] = beside(t, place, entities[i], rest, trail, arena);
        }
        firms.places[firms.asked++] = place;
    }
    *ret = firms;
    return true;
}

bool others_bound(const struct firms *firms)
{
    struct share_range a = firms->shares.items[firms->places[0]], b = firms->shares.items[firms->places[1]];
    struct share_range joint = product_bounds(&firms->shares, firms->places[0], firms->places[1]);
    return joint.low > decimal(a.low * b.low) || joint.high < decimal(a.high * b.high);
}
