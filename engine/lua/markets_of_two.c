/* markets_of_two.c - in which markets two firms both sell: today, and where one has bought the other, before it did. */
#include "economics/market.h"
#include "economics/money.h"
#include "lua/inside.h"

/* While subjects are looked for: the day on which a deal that has closed is measured, the day before it did. Its target may
 * have no row of its own in the tables of today. */
static struct moment before_deal(lua_State *L, struct moment moment, uint32_t buyer)
{
    struct machine *m = machine_of(L);
    if (!m->in_subjects || moment.apart == NO_ENTITY || buyer == moment.apart) return moment;
    int32_t day = deal_table_days(moment, buyer, moment.apart, NULL).low;
    if (day == moment.view->day) return moment;
    const struct view *view = view_at(m->facts, day);
    if (!view) m->refused = true, raise_error(L, "no memory was left");
    moment.view = view;
    return moment;
}

static bool is_among(const uint32_t *rows, uint32_t count, uint32_t row)
{
    for (uint32_t i = 0; i < count; i++)
        if (rows[i] == row) return true;
    return false;
}

/* Those of both lists, first the sure ones of either. */
static uint32_t *either(struct machine *m, const uint32_t *one, uint32_t *count, uint32_t *perhaps,
                        const uint32_t *other, uint32_t other_count, uint32_t other_perhaps)
{
    uint32_t total = *count + *perhaps, other_total = other_count + other_perhaps, n = 0;
    uint32_t *all = arena_array(m->arena, (size_t)total + other_total + 1, sizeof *all);
    if (!all) return NULL;
    for (uint32_t i = 0; i < *count; i++) all[n++] = one[i];
    for (uint32_t i = 0; i < other_count; i++)
        if (!is_among(all, n, other[i])) all[n++] = other[i];
    uint32_t sure = n;
    for (uint32_t i = *count; i < total; i++)
        if (!is_among(all, n, one[i])) all[n++] = one[i];
    for (uint32_t i = other_count; i < other_total; i++)
        if (!is_among(all, n, other[i])) all[n++] = other[i];
    *count = sure, *perhaps = n - sure;
    return all;
}

uint32_t *markets_of_two(lua_State *L, struct moment moment, uint32_t a, uint32_t b, uint32_t *ret_count,
                         uint32_t *ret_perhaps)
{
    struct machine *m = machine_of(L);
    uint32_t *markets = shared_markets(moment, a, b, m->trail, m->arena, ret_count, ret_perhaps);
    struct moment before = before_deal(L, moment, moment.apart == a ? b : a);
    if (before.view == moment.view) return markets;
    check_memory(L);
    uint32_t count = 0, perhaps = 0;
    uint32_t *more = shared_markets(before, a, b, m->trail, m->arena, &count, &perhaps);
    check_memory(L);
    return either(m, markets, ret_count, ret_perhaps, more, count, perhaps);
}
