/* The network of holdings of a day. */
#include "economics/day_stakes.h"

#include <math.h>
#include <string.h>

#include "facts/groups.h"

static uint32_t gather(const struct view *v, struct stake *stakes, uint32_t *holdings)
{
    const struct facts *f = v->facts;
    uint32_t count = 0;
    for (uint32_t row = 0; row < facts_rows(f, KIND_HOLDING); row++) {
        enum truth sure = view_in_force(v, KIND_HOLDING, row);
        if (sure == NO) continue;
        const struct cell *stake = cell_of(f, KIND_HOLDING, row, HOLDING_STAKE);
        struct share_range part = { sure == YES ? fmax(0, stake->number.low) / 100 : 0,
                                    fmin(100, stake->number.high) / 100 };
        uint32_t owner = ref_row(cell_of(f, KIND_HOLDING, row, HOLDING_HOLDER)->ref);
        uint32_t firm = ref_row(cell_of(f, KIND_HOLDING, row, HOLDING_ENTITY)->ref);
        holdings[count] = row;
        stakes[count++] = (struct stake){ owner, firm, part };
    }
    return count;
}

/* Stakes in one firm that surely come to more than all of it cannot all be true: each may be anything. */
static void doubt(struct day_stakes *d, uint32_t count)
{
    struct stake *stakes = d->stakes;
    for (uint32_t i = 0; i < count; i++) d->lows[stakes[i].firm] += 100 * stakes[i].part.low;
    for (uint32_t i = 0; i < count; i++) {
        if (!is_more_than_whole(d->lows[stakes[i].firm])) continue;
        d->doubtful[stakes[i].firm] = true;
        stakes[i].part = (struct share_range){ 0, 1 };
    }
}

/* --- the days that are kept --- */

struct days_kept { /* facts->stakes */
    struct day_stakes *newest;
    size_t count, most;
    uint64_t clock;
};

static struct day_stakes *make_room(uint32_t entities, uint32_t holdings, struct arena *arena)
{
    size_t firms = (size_t)entities + 1, stakes = (size_t)holdings + 1;
    struct day_stakes *d = arena_take(arena, sizeof *d);
    if (!d) return NULL;
    d->stakes = arena_array(arena, stakes, sizeof *d->stakes);
    d->rows = arena_array(arena, stakes, sizeof *d->rows);
    d->lows = arena_array(arena, firms, sizeof *d->lows);
    d->doubtful = arena_array(arena, firms, sizeof *d->doubtful);
    d->covers = arena_array(arena, firms, sizeof *d->covers);
    d->queue = arena_array(arena, firms, sizeof *d->queue);
    d->seen = arena_array(arena, firms, sizeof *d->seen);
    d->ways = arena_array(arena, stakes, sizeof *d->ways);
    d->votes.blocs = arena_array(arena, stakes, sizeof *d->votes.blocs);
    d->votes.next = arena_array(arena, stakes, sizeof *d->votes.next);
    d->votes.place = arena_array(arena, firms, sizeof *d->votes.place);
    d->votes.firm = NO_ENTITY;
    for (unsigned i = 0; i < LOOKS_KEPT; i++) look_make(&d->looks[i], entities, arena);
    return network_room(&d->network, holdings, entities, arena) ? d : NULL;
}

/* What room for one more takes, all but exactly. */
static size_t room_of(size_t entities, size_t holdings)
{
    const struct day_stakes *d = NULL;
    const struct network *n = NULL;
    const struct look *l = NULL;
    size_t firm = sizeof *d->lows + sizeof *d->doubtful + sizeof *d->covers + sizeof *d->queue + sizeof *d->seen +
                  sizeof *d->votes.place + sizeof *n->in_first + sizeof *n->of_first + sizeof *n->sums +
                  LOOKS_KEPT * (sizeof *l->interests + sizeof *l->place + sizeof *l->reached);
    size_t stake = sizeof *d->stakes + sizeof *d->rows + sizeof *d->ways + sizeof *d->votes.blocs +
                   sizeof *d->votes.next + sizeof *n->in + sizeof *n->of;
    return sizeof *d + firm * entities + stake * holdings;
}

static struct days_kept *days_of(struct facts *f)
{
    size_t room = room_of(facts_rows(f, KIND_ENTITY), facts_rows(f, KIND_HOLDING));
    if (f->stakes) return f->stakes;
    struct days_kept *kept = arena_take(&f->arena, sizeof *kept);
    if (kept) kept->most = room * DAYS_LEAST < DAYS_BYTES ? DAYS_BYTES / room : DAYS_LEAST;
    return f->stakes = kept;
}

/* Room that has had no other day yet, or the day that nobody has asked for longest. */
static struct day_stakes *take_room(struct days_kept *kept, struct facts *f)
{
    if (kept->count < kept->most) {
        struct day_stakes *d = make_room(facts_rows(f, KIND_ENTITY), facts_rows(f, KIND_HOLDING), &f->arena);
        if (!d) return NULL;
        d->older = kept->newest, kept->newest = d, kept->count++;
        return d;
    }
    struct day_stakes *oldest = kept->newest;
    for (struct day_stakes *d = kept->newest; d; d = d->older)
        if (d->used < oldest->used) oldest = d;
    return oldest;
}

/* All that was found out of another day is forgotten. */
static void fill(struct day_stakes *d, const struct view *v)
{
    size_t firms = d->network.entities;
    struct firm_votes *votes = &d->votes;
    if (d->view) {
        memset(d->lows, 0, firms * sizeof *d->lows);
        memset(d->doubtful, 0, firms * sizeof *d->doubtful);
        memset(d->covers, 0, firms * sizeof *d->covers);
        for (uint32_t i = 0; i < votes->count; i++) votes->place[votes->blocs[i].head] = 0;
        votes->firm = NO_ENTITY, votes->count = 0;
        for (unsigned i = 0; i < LOOKS_KEPT; i++) look_forget(&d->looks[i]);
    }
    d->view = v;
    uint32_t count = gather(v, d->stakes, d->rows);
    doubt(d, count);
    network_fill(&d->network, d->stakes, count);
}

struct day_stakes *day_stakes(const struct view *view)
{
    struct view *v = (struct view *)view->holds_as; /* kept with the case: nothing that anybody is told changes by it */
    struct facts *f = (struct facts *)v->facts;
    struct arena *arena = &f->arena;
    bool failed = arena->failed;
    arena->failed = false;
    struct days_kept *kept = days_of(f);
    struct day_stakes *d = v->stakes;
    if (kept && (!d || d->view != v)) {
        d = take_room(kept, f);
        if (d) fill(d, v), v->stakes = d;
    }
    if (kept && d) d->used = ++kept->clock;
    arena->failed = failed; /* without it the case is as whole as before */
    return kept ? d : NULL;
}

const struct look *look_of(struct day_stakes *d, uint32_t owner, const cc_allocator *allocator)
{
    unsigned oldest = 0;
    for (unsigned i = 0; i < LOOKS_KEPT; i++) {
        if (d->looks[i].owner == owner) {
            d->asked[i] = ++d->clock;
            return &d->looks[i];
        }
        if (d->asked[i] < d->asked[oldest]) oldest = i;
    }
    d->looked++;
    d->asked[oldest] = ++d->clock;
    return look_from(&d->looks[oldest], &d->network, owner, allocator) ? &d->looks[oldest] : NULL;
}

int32_t holdings_cover(struct day_stakes *d, const struct view *v, uint32_t entity, struct arena *scratch)
{
    uint32_t value = ref_make(KIND_ENTITY, entity);
    struct condition exactly = { .field = HOLDING_ENTITY, .type = CONDITION_EXACTLY, .count = 1, .values = &value };
    struct query query = { .kind = KIND_HOLDING, .count = 1, .conditions = &exactly };
    if (!d->covers[entity]) { /* who stands apart makes no difference to what was declared */
        struct set *set = query_run(&query, (struct moment){ v, NO_ENTITY }, scratch);
        if (!set) return -1;
        d->covers[entity] = set->complete >= 0 ? set->complete + 2 : 1;
    }
    return d->covers[entity] > 1 ? d->covers[entity] - 2 : -1;
}

bool holdings_cover_all(struct day_stakes *d, const struct view *v, const uint32_t *entities, uint32_t count,
                        struct arena *scratch, struct trail *trail)
{
    int32_t last = -1; /* one list mostly covers all: once is enough */
    for (uint32_t i = 0; i < count; i++)
        if (holdings_cover(d, v, entities[i], scratch) < 0) return false;
    for (uint32_t i = 0; i < count; i++) {
        int32_t cover = holdings_cover(d, v, entities[i], scratch);
        if (cover >= 0 && cover != last) trail_complete(trail, (uint32_t)cover);
        last = cover;
    }
    return true;
}

/* --- votes --- */

static void add_votes(struct day_stakes *d, struct moment m, uint32_t firm, uint32_t stake)
{
    struct firm_votes *v = &d->votes;
    const struct facts *f = m.view->facts;
    const struct cell *votes = cell_of(f, KIND_HOLDING, d->rows[stake], HOLDING_VOTES);
    uint32_t head = group_head(m, d->network.stakes[stake].owner);
    bool sure = view_in_force(m.view, KIND_HOLDING, d->rows[stake]) == YES;
    if (head == group_head(m, firm)) return;
    if (!v->place[head]) {
        v->blocs[v->count] = (struct bloc){ .head = head };
        v->place[head] = ++v->count;
    }
    struct bloc *b = &v->blocs[v->place[head] - 1];
    double low = sure ? fmax(0, votes->number.low) : 0;
    v->lows += low;
    b->low += low;
    b->high += fmin(100, votes->number.high);
    v->next[stake] = b->first;
    b->first = stake + 1;
}

double most_votes(const struct firm_votes *v, uint32_t bloc)
{
    const struct bloc *b = &v->blocs[bloc];
    return fmin(b->high, 100 - (v->lows - b->low));
}

const struct firm_votes *votes_in(struct day_stakes *d, struct moment m, uint32_t firm)
{
    struct firm_votes *v = &d->votes;
    const struct network *n = &d->network;
    if (v->firm == firm && v->apart == m.apart) return v;
    for (uint32_t i = 0; i < v->count; i++) v->place[v->blocs[i].head] = 0;
    v->firm = firm, v->apart = m.apart, v->count = 0, v->lows = 0;
    v->most[0] = v->most[1] = v->perhaps[0] = v->perhaps[1] = UINT32_MAX;
    for (uint32_t i = n->in_first[firm]; i < n->in_first[firm + 1]; i++) add_votes(d, m, firm, n->in[i]);
    for (uint32_t b = 0; b < v->count; b++) {
        uint32_t *most = v->most, *perhaps = v->perhaps;
        if (most[0] == UINT32_MAX || v->blocs[b].low > v->blocs[most[0]].low) most[1] = most[0], most[0] = b;
        else if (most[1] == UINT32_MAX || v->blocs[b].low > v->blocs[most[1]].low) most[1] = b;
        if (perhaps[0] == UINT32_MAX || most_votes(v, b) > most_votes(v, perhaps[0]))
            perhaps[1] = perhaps[0], perhaps[0] = b;
        else if (perhaps[1] == UINT32_MAX || most_votes(v, b) > most_votes(v, perhaps[1])) perhaps[1] = b;
    }
    return v;
}
