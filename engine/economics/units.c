/* units.c - see units.h. */
#include "economics/units.h"

#include <math.h>

static const double MOST_STEPS = 4e6; /* down to units; beyond, what others leave is anything */

struct descent {
    const struct market_table *table;
    const struct outside_parts *parts;
    double steps;
};

static const struct share_range all = { 1, 1 };

/* What others leave to the parent of one unit below it, of their capital or of their decisions. False: too many steps. */
static bool left_of_unit(struct descent *d, uint32_t parent, uint32_t unit, bool says, struct share_range *ret_left)
{
    const struct view *v = d->table->moment.view;
    struct share_range left = all;
    for (uint32_t most = v->member_count[v->head[unit]]; unit != parent && unit != NO_ENTITY && most; most--) {
        if (++d->steps > MOST_STEPS) return false;
        const struct share_range *of_others = says ? &d->parts[unit].says : &d->parts[unit].stakes;
        left.low *= fmax(0, 1 - of_others->high);
        left.high *= fmax(0, 1 - of_others->low);
        unit = v->parent[unit];
    }
    *ret_left = left;
    return true;
}

/* The same of the units below it that sell in the market: all where there is none. */
static struct share_range left_to_parent(struct descent *d, uint32_t firm, uint32_t parent, bool says)
{
    const struct market_table *t = d->table;
    struct share_range least_to_most = { 1, 0 };
    if (firm >= t->count) return all;
    const struct undertaking *u = &t->items[firm];
    for (uint32_t i = 0; i < u->count; i++) {
        uint32_t unit = t->rows[u->first + i].entity;
        struct share_range left;
        if (++d->steps > MOST_STEPS) return (struct share_range){ 0, 1 };
        if (!is_below(t->moment, parent, unit)) continue;
        if (!left_of_unit(d, parent, unit, says, &left)) return (struct share_range){ 0, 1 };
        least_to_most.low = fmin(least_to_most.low, left.low);
        least_to_most.high = fmax(least_to_most.high, left.high);
    }
    return least_to_most.low > least_to_most.high ? all : least_to_most;
}

static struct share_range part_of(struct share_range part, struct share_range whole)
{
    return (struct share_range){ part.low * whole.low, part.high * whole.high };
}

bool units_take_out(struct held_interests *h, const struct market_table *t, const struct outside_parts *parts,
                    struct arena *arena, bool **ret_of_parents)
{
    struct descent d = { .table = t, .parts = parts };
    bool *of_parents = arena_array(arena, h->count, sizeof *of_parents);
    bool *has_units = arena_array(arena, h->firms, sizeof *has_units); /* others have a part of one */
    if (!of_parents || !has_units) return false;
    for (uint32_t i = 0; i < h->count; i++) has_units[h->items[i].firm] |= h->held[i] != h->heads[h->items[i].firm];
    for (uint32_t i = 0; i < h->count; i++) {
        struct interest *in = &h->items[i];
        if (!has_units[in->firm]) continue;
        struct share_range of_stakes = left_to_parent(&d, in->firm, h->held[i], false);
        struct share_range of_says = left_to_parent(&d, in->firm, h->held[i], true);
        of_parents[i] = of_stakes.low < 1 || of_says.low < 1;
        in->stake = part_of(in->stake, of_stakes);
        if (!in->total) in->weight = part_of(in->weight, of_says);
    }
    *ret_of_parents = of_parents;
    return true;
}

uint32_t units_shared_holder(struct moment m, const uint32_t *rows, uint32_t count, const bool *has_others)
{
    const struct facts *f = m.view->facts;
    double steps = 0;
    bool any = false;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t held = ref_row(cell_of(f, KIND_HOLDING, rows[i], HOLDING_ENTITY)->ref);
        any |= has_others[held] && held != group_head(m, held);
    }
    for (uint32_t i = 0; any && i < count; i++) {
        uint32_t held = ref_row(cell_of(f, KIND_HOLDING, rows[i], HOLDING_ENTITY)->ref);
        uint32_t unit = ref_row(cell_of(f, KIND_HOLDING, rows[i], HOLDING_HOLDER)->ref), head = group_head(m, unit);
        for (; unit != head && unit != NO_ENTITY; unit = m.view->parent[unit])
            if (++steps > MOST_STEPS || (has_others[unit] && !is_below(m, unit, held))) return unit;
    }
    return NO_ENTITY;
}

bool units_use(const struct held_interests *h, const bool *of_parents, bool *used, struct arena *arena)
{
    bool *rests = arena_array(arena, h->firms, sizeof *rests);
    if (!rests) return false;
    for (uint32_t i = 0; i < h->count; i++) rests[h->items[i].firm] |= used[i] && of_parents[i];
    for (uint32_t i = 0; i < h->count; i++) used[i] |= rests[h->items[i].firm];
    return true;
}
