/* control.c - what a file leaves open about control, and what it may not say: one entity in two groups. */
#include <inttypes.h>
#include <string.h>

#include "facts/cache.h"
#include "facts/groups.h"
#include "facts/query.h"

/* --- pairs of which it is not recorded --- */

/* A set of holdings by their pair of holder and entity. */
struct pairs {
    uint32_t *slots; /* holding + 1 */
    size_t mask;
};

static uint32_t side(const struct facts *f, uint32_t holding, enum field field)
{
    return ref_row(cell_of(f, KIND_HOLDING, holding, field)->ref);
}

static bool pairs_add(struct pairs *p, const struct facts *f, uint32_t holding)
{
    uint64_t holder = side(f, holding, HOLDING_HOLDER), entity = side(f, holding, HOLDING_ENTITY);
    size_t i = (size_t)(((holder << 32 | entity) * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & p->mask;
    for (; p->slots[i]; i = (i + 1) & p->mask) {
        uint32_t other = p->slots[i] - 1;
        if (side(f, other, HOLDING_HOLDER) == holder && side(f, other, HOLDING_ENTITY) == entity) return false;
    }
    p->slots[i] = holding + 1;
    return true;
}

static bool may_link(const struct view *v, uint32_t holding)
{
    enum truth links = holding_links(v->facts, v->words, holding);
    if (links == NO || truth_and(links, in_force(v, KIND_HOLDING, holding)) != UNKNOWN) return false;
    struct moment m = { v, NO_ENTITY };
    return !same_group(m, side(v->facts, holding, HOLDING_HOLDER), side(v->facts, holding, HOLDING_ENTITY));
}

uint32_t view_control_notices(const struct view *v, struct arena *arena, struct control_notice **ret_notices)
{
    uint32_t holdings = facts_rows(v->facts, KIND_HOLDING), may = 0, count = 0;
    for (uint32_t h = 0; h < holdings; h++) may += may_link(v, h);
    if (!may) return 0;
    struct pairs pairs = { NULL, 1 };
    while (pairs.mask < 2 * (size_t)may) pairs.mask *= 2;
    pairs.slots = arena_array(arena, pairs.mask, sizeof *pairs.slots);
    struct control_notice *notices = arena_array(arena, may, sizeof *notices);
    if (!pairs.slots || !notices) return 0;
    pairs.mask--;
    for (uint32_t h = 0; h < holdings; h++)
        if (may_link(v, h) && pairs_add(&pairs, v->facts, h))
            notices[count++] = (struct control_notice){ .holder = side(v->facts, h, HOLDING_HOLDER),
                                                        .entity = side(v->facts, h, HOLDING_ENTITY),
                                                        .holding = h };
    *ret_notices = notices;
    return count;
}

/* --- control before the deal that brings it --- */

/* A deal that takes control over, and has closed by the day. */
static bool took_over(const struct view *v, uint32_t transaction)
{
    const struct cell *type = cell_of(v->facts, KIND_TRANSACTION, transaction, TRANSACTION_TYPE);
    bool whole = type->state == CELL_VALUE && (type->word == listed_word(LIST_DEAL_TYPE, "acquisition") ||
                                               type->word == listed_word(LIST_DEAL_TYPE, "merger"));
    return whole && cell_of(v->facts, KIND_TRANSACTION, transaction, TRANSACTION_CLOSED)->state >= CELL_VALUE &&
           view_deal_status(v, transaction) == v->words->closed;
}

/* Does the holding surely link on the day before? A state without a first day always was. */
static bool links_before(const struct view *v, uint32_t holding, int32_t day)
{
    const struct cell *from = cell_of(v->facts, KIND_HOLDING, holding, HOLDING_FROM),
                      *to = cell_of(v->facts, KIND_HOLDING, holding, HOLDING_TO);
    if (from->state == CELL_NULL || (from->state >= CELL_VALUE && from->date.high >= day)) return false;
    if (to->state == CELL_NULL || (to->state >= CELL_VALUE && to->date.low < day - 1)) return false;
    return holding_links(v->facts, v->words, holding) == YES;
}

/* The first holding by which the buyer's group had the target, or NO_ROW. */
static uint32_t early_holding(const struct view *v, uint32_t transaction)
{
    const struct facts *f = v->facts;
    const struct moment whole = { v, NO_ENTITY };
    const uint32_t *listed = NULL;
    ref target = cell_of(f, KIND_TRANSACTION, transaction, TRANSACTION_TARGET)->ref;
    uint32_t buyer = ref_row(cell_of(f, KIND_TRANSACTION, transaction, TRANSACTION_ACQUIRER)->ref);
    int32_t closed = cell_of(f, KIND_TRANSACTION, transaction, TRANSACTION_CLOSED)->date.low;
    uint32_t count = index_rows(f, HOLDING_ENTITY, target, &listed);
    bool walk = count == UINT32_MAX;
    if (walk) count = facts_rows(f, KIND_HOLDING);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t holding = walk ? i : listed[i];
        if (walk && cell_of(f, KIND_HOLDING, holding, HOLDING_ENTITY)->ref != target) continue;
        if (same_group(whole, buyer, side(f, holding, HOLDING_HOLDER)) && links_before(v, holding, closed))
            return holding;
    }
    return NO_ROW;
}

uint32_t view_early_notices(const struct view *v, struct arena *arena, struct early_notice **ret_notices)
{
    uint32_t deals = facts_rows(v->facts, KIND_TRANSACTION), count = 0;
    struct early_notice *notices = arena_array(arena, deals, sizeof *notices);
    for (uint32_t row = 0; row < deals && notices; row++) {
        uint32_t holding = took_over(v, row) ? early_holding(v, row) : NO_ROW;
        if (holding != NO_ROW) notices[count++] = (struct early_notice){ .transaction = row, .holding = holding };
    }
    *ret_notices = notices;
    return count;
}

/* --- two heads --- */

/* What the check may cost, in steps: only a file that says control twice all over comes near. */
#define CHECK_STEPS UINT64_C(500000000)

struct link { /* a holding that links, and the days on which it surely does */
    uint32_t holding, holder, entity;
    int32_t first, last;
    uint32_t before; /* the previous link of the same entity, UINT32_MAX none */
};
struct check {
    struct facts *facts;
    struct sink *sink;
    struct known_words words;
    struct arena arena, scratch; /* of the check, of one day */
    struct link *links;
    uint32_t count;
    uint64_t steps;
};

static void collect_links(struct check *c)
{
    const struct facts *f = c->facts;
    uint32_t holdings = facts_rows(f, KIND_HOLDING), entities = facts_rows(f, KIND_ENTITY);
    c->links = arena_array(&c->arena, holdings, sizeof *c->links);
    uint32_t *latest = arena_array(&c->arena, entities, sizeof *latest); /* link + 1 of each entity */
    if (!c->links || !latest) return;
    for (uint32_t h = 0; h < holdings; h++) {
        const struct cell *from = cell_of(f, KIND_HOLDING, h, HOLDING_FROM),
                          *to = cell_of(f, KIND_HOLDING, h, HOLDING_TO);
        if (from->state == CELL_NULL || to->state == CELL_NULL || holding_links(f, &c->words, h) != YES) continue;
        struct link *l = &c->links[c->count];
        *l = (struct link){ .holding = h,
                            .holder = side(f, h, HOLDING_HOLDER),
                            .entity = side(f, h, HOLDING_ENTITY),
                            .first = from->state == CELL_ABSENT ? DAY_MIN : from->date.high,
                            .last = to->state == CELL_ABSENT ? DAY_MAX : to->date.low };
        if (l->first > l->last) continue;
        l->before = latest[l->entity] - 1;
        latest[l->entity] = ++c->count;
    }
}

/* Are the holders of two links of one entity in different groups on the day? */
static bool two_heads(struct check *c, const struct link *a, const struct link *b, int32_t day)
{
    arena_reset(&c->scratch);
    c->steps += 8 * (uint64_t)c->count + 8 * (uint64_t)facts_rows(c->facts, KIND_ENTITY);
    const struct view *v = view_make(c->facts, day, &c->words, NULL, &c->scratch, &c->scratch);
    return v && v->head[a->holder] != v->head[b->holder];
}

static void say_two_heads(struct check *c, const struct link *a, const struct link *b, int32_t day)
{
    const struct facts *f = c->facts;
    uint32_t at = facts_at(f, ref_make(KIND_HOLDING, b->holding), NO_FIELD), line, column;
    facts_locate(f, facts_at(f, ref_make(KIND_HOLDING, a->holding), NO_FIELD), &line, &column);
    char when[64] = "", name[64], first[64], second[64];
    if (day != DAY_MIN) day_write(day, when, sizeof when);
    const char *ids[3] = { facts_id(f, ref_make(KIND_ENTITY, b->entity)), facts_id(f, ref_make(KIND_ENTITY, a->holder)),
                           facts_id(f, ref_make(KIND_ENTITY, b->holder)) };
    diagnose(c->sink, CODE_SCHEMA, (struct span){ at, facts_value_length(f, at) }, NULL,
             "'%s' cannot be controlled by '%s' alone (line %" PRIu32
             ") and by '%s' alone%s%s: the two are not one group",
             quotable(ids[0], strlen(ids[0]), name, sizeof name), quotable(ids[1], strlen(ids[1]), first, sizeof first),
             line, quotable(ids[2], strlen(ids[2]), second, sizeof second), *when ? " on " : "", when);
}

/* Groups change where links begin and end, so a pair is looked at on its first common day and on each change within. */
static bool check_pair(struct check *c, const struct link *a, const struct link *b)
{
    int32_t first = a->first > b->first ? a->first : b->first, last = a->last < b->last ? a->last : b->last;
    c->steps++;
    if (first > last || a->holder == b->holder) return true;
    if (two_heads(c, a, b, first)) return say_two_heads(c, a, b, first), false;
    for (uint32_t i = 0; i < c->count && c->steps < CHECK_STEPS; i++) {
        c->steps++;
        const struct link *l = &c->links[i];
        int32_t ended = l->last < DAY_MAX ? l->last + 1 : DAY_MIN;
        if (l->first > first && l->first <= last && two_heads(c, a, b, l->first))
            return say_two_heads(c, a, b, l->first), false;
        if (ended > first && ended <= last && two_heads(c, a, b, ended)) return say_two_heads(c, a, b, ended), false;
    }
    return true;
}

void facts_check_groups(struct facts *facts, struct sink *sink)
{
    struct check c = { .facts = facts, .sink = sink };
    arena_init(&c.arena, facts->allocator, 0);
    arena_init(&c.scratch, facts->allocator, 0);
    known_words_fill(&c.words);
    collect_links(&c);
    for (uint32_t i = 0; i < c.count && c.steps < CHECK_STEPS && sink->errors < DIAGNOSTICS_PRINTED; i++)
        for (uint32_t j = c.links[i].before; j != UINT32_MAX && c.steps < CHECK_STEPS; j = c.links[j].before)
            if (!check_pair(&c, &c.links[j], &c.links[i])) break; /* each holding is reported once */
    if (c.steps >= CHECK_STEPS)
        diagnose(sink, CODE_LIMIT, NO_SPAN, NULL, "too many holdings that each give sole control of the same entities");
    if (c.arena.failed || c.scratch.failed) facts->arena.failed = true;
    arena_free(&c.scratch);
    arena_free(&c.arena);
}
