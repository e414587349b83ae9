/* Shares of undertakings, who is on the table, who is largest, where two meet. */
#include <math.h>
#include <stdlib.h>

#include "economics/asked.h"
#include "economics/figure.h"
#include "economics/table.h"
#include "facts/sold.h"

static struct share_range hull(struct share_range a, struct share_range b)
{
    return (struct share_range){ fmin(a.low, b.low), fmax(a.high, b.high) };
}

static struct share_range share_on(const struct market_table *t, const uint32_t *entities, uint32_t count,
                                   struct trail *trail, struct arena *arena)
{
    struct firms firms;
    if (!firms_make(&firms, t, entities, count, trail, arena)) return (struct share_range){ 0, 100 };
    struct share_range own = { 0, 0 }, joint = sum_bounds(&firms.shares, firms.places, firms.asked);
    for (uint32_t i = 0; i < firms.asked; i++) {
        own.low += firms.shares.items[firms.places[i]].low;
        own.high += firms.shares.items[firms.places[i]].high;
    }
    bool by_others = decimal(own.low) < joint.low || decimal(own.high) > joint.high;
    if (by_others) read_table(t, trail);
    return (struct share_range){ joint.low, fmin(100, joint.high) };
}

enum figure_problem market_share(struct moment m, uint32_t market, const uint32_t *entities, uint32_t count,
                                 uint32_t measure, struct trail *trail, struct quantity *ret_share)
{
    struct arena arena;
    struct tables tables;
    arena_init(&arena, m.view->facts->allocator, 0);
    enum figure_problem problem = tables_make(&tables, m, market, measure, trail, &arena);
    if (problem == FIGURE_FINE) {
        struct share_range share = { 0, 0 };
        for (unsigned i = 0; i < tables.count; i++) {
            struct share_range one = share_on(&tables.each[i], entities, count, trail, &arena);
            share = i ? hull(share, one) : one;
        }
        *ret_share = quantity_range(share.low, share.high, UNIT_PERCENT);
    }
    return scratch_end(&arena, trail) ? problem : FIGURE_UNKNOWN;
}

enum truth market_listed(struct moment m, uint32_t market, uint32_t entity, struct trail *trail)
{
    struct arena arena;
    struct tables tables;
    enum truth listed = UNKNOWN;
    uint32_t head = group_head(m, entity);
    arena_init(&arena, m.view->facts->allocator, 0);
    if (tables_make(&tables, m, market, MEASURE_OWN, trail, &arena) == FIGURE_FINE) {
        for (unsigned n = 0; n < tables.count; n++) {
            const struct market_table *t = &tables.each[n];
            enum truth here = t->rest == REST_NONE ? NO : UNKNOWN;
            for (uint32_t i = 0; i < t->count; i++) {
                if (t->items[i].head != head) continue;
                here = t->items[i].count ? YES : UNKNOWN;
                read_undertaking(t, i, trail);
                trail_tie(trail, m, entity, t->items[i].shown);
            }
            if (here != YES) read_table(t, trail);
            if (here == UNKNOWN)
                need_sentence(m.view->facts, trail, "the share of ", ref_make(KIND_ENTITY, entity), " in ",
                              ref_make(KIND_MARKET, market));
            listed = n == 0 || listed == here ? here : UNKNOWN;
        }
    }
    return scratch_end(&arena, trail) ? listed : UNKNOWN;
}

/* A firm in the order of size: what it surely has, what it may have, the rank that its row states (0: none). */
struct place {
    struct share_range percent;
    double rank;
    uint32_t item;
};

/* Negative where a is surely larger, positive where b is, 0 where neither is. Equal and exact: neither. */
static int larger(const struct place *a, const struct place *b)
{
    if (a->percent.low > b->percent.high) return -1;
    if (b->percent.low > a->percent.high) return 1;
    bool same = a->percent.low == a->percent.high && b->percent.low == b->percent.high;
    if (a->rank > 0 && b->rank > 0 && !same) return (a->rank > b->rank) - (a->rank < b->rank);
    return 0;
}

static int by_size(const void *pa, const void *pb)
{
    const struct place *a = pa, *b = pb;
    double x = a->percent.low + a->percent.high, y = b->percent.low + b->percent.high;
    if (x != y) return x > y ? -1 : 1;
    return (a->item > b->item) - (a->item < b->item);
}

static int by_rank(const void *pa, const void *pb)
{
    const struct place *a = pa, *b = pb;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    return (a->item > b->item) - (a->item < b->item);
}

/* Is every one of the first n surely larger than all after it? Exact ties within the first n keep the file's order. */
static bool decided(const struct place *places, uint32_t count, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t j = i + 1; j < count; j++) {
            const struct place *a = &places[i], *b = &places[j];
            bool tie = j < n && a->percent.low == b->percent.high && a->percent.high == b->percent.low;
            if (larger(a, b) >= 0 && !tie) return false;
        }
    }
    return true;
}

/* The rank that the one row of an undertaking states, or 0. */
static double rank_of(const struct market_table *t, uint32_t item)
{
    if (t->items[item].count != 1 || is_parted(t, item)) return 0;
    const struct cell *rank = cell_of(t->moment.view->facts, KIND_SHARE, t->rows[t->items[item].first].row, SHARE_RANK);
    bool exact = rank->state == CELL_VALUE && rank->number.low == rank->number.high;
    return exact ? rank->number.low : 0;
}

static struct place place_of(const struct market_table *t, const struct firms *firms, const struct share_sums *sums,
                             const uint32_t *items, uint32_t count)
{
    struct place place = { .percent = sum_bounds_in(&firms->shares, sums, items, count), .item = items[0] };
    if (count == 1 && items[0] < t->count) place.rank = rank_of(t, items[0]);
    return place;
}

/* The first n of the table in the order of size. False: undecided. */
static bool largest_on(const struct market_table *t, uint32_t n, struct arena *arena, struct place **ret_places)
{
    struct firms firms;
    struct place *places = arena_array(arena, t->count, sizeof *places);
    if (!firms_make(&firms, t, NULL, 0, NULL, arena) || arena->failed) return false;
    bool ranked = true;
    const struct share_sums sums = share_sums_of(&firms.shares);
    for (uint32_t i = 0; i < t->count; i++) {
        places[i] = place_of(t, &firms, &sums, &i, 1);
        ranked = ranked && places[i].rank > 0;
    }
    *ret_places = places;
    if (t->count == 0) return false;
    qsort(places, t->count, sizeof *places, by_size);
    if (decided(places, t->count, n)) return true;
    if (ranked) qsort(places, t->count, sizeof *places, by_rank);
    return ranked && decided(places, t->count, n);
}

enum figure_problem market_largest(struct moment m, uint32_t market, uint32_t n, struct trail *trail,
                                   uint32_t **ret_entities, uint32_t *ret_count)
{
    struct arena arena;
    struct tables tables;
    uint32_t *entities = NULL, count = 0;
    arena_init(&arena, m.view->facts->allocator, 0);
    enum figure_problem problem = tables_make(&tables, m, market, MEASURE_OWN, trail, &arena);
    for (unsigned i = 0; i < tables.count && problem == FIGURE_FINE; i++) {
        const struct market_table *t = &tables.each[i];
        struct place *places;
        uint32_t first = n < t->count ? n : t->count;
        read_table(t, trail);
        if (!largest_on(t, first, &arena, &places)) {
            need_sentence(m.view->facts, trail, "the order of the largest firms in ", ref_make(KIND_MARKET, market), "",
                          NO_REF);
            problem = FIGURE_UNKNOWN;
            break;
        }
        if (i == 0 && trail) entities = arena_array(trail->arena, first, sizeof *entities);
        if (!entities || (i && first != count)) problem = FIGURE_UNKNOWN;
        for (uint32_t j = 0; j < first && problem == FIGURE_FINE; j++) {
            uint32_t shown = t->items[places[j].item].shown;
            if (i && !same_group(m, shown, entities[j])) problem = FIGURE_UNKNOWN;
            else entities[j] = shown;
        }
        count = first;
    }
    if (!scratch_end(&arena, trail)) return FIGURE_UNKNOWN;
    if (problem == FIGURE_FINE) *ret_entities = entities, *ret_count = count;
    return problem;
}

/* Beside those asked for, if any, who are one firm here and one of the n. What unnamed firms may add is a need. */
static bool sum_of_largest(const struct market_table *t, const struct firms *firms, const void *of, struct trail *trail,
                           struct arena *arena, struct table_figure *ret_figure)
{
    (void)t, (void)trail;
    uint32_t n = *(const uint32_t *)of, others = firms->asked ? n - 1 : n;
    double *room = arena_array(arena, 2 * ((size_t)firms->shares.count + 1), sizeof *room);
    if (!room) return false;
    struct shares named = firms->shares;
    named.rest = REST_CAPPED, named.cap = 0; /* as if each unnamed firm were too small to matter */
    struct share_range sum = largest_bounds(&firms->shares, firms->places, firms->asked, others, room);
    struct share_range without = largest_bounds(&named, firms->places, firms->asked, others, room);
    *ret_figure = (struct table_figure){ .points = sum };
    if (sum.high > without.high) ret_figure->of_shares = sum;
    return true;
}

static enum figure_problem share_of_largest(struct moment m, uint32_t market, uint32_t n, const uint32_t *pair,
                                            struct trail *trail, struct quantity *ret_share)
{
    struct share_range share;
    enum figure_problem problem = figure_of_tables(m, market, pair, true, sum_of_largest, &n, trail, &share);
    if (problem == FIGURE_FINE) *ret_share = quantity_range(share.low, fmin(100, share.high), UNIT_PERCENT);
    return problem;
}

enum figure_problem market_largest_share(struct moment m, uint32_t market, uint32_t n, struct trail *trail,
                                         struct quantity *ret_share)
{
    return share_of_largest(m, market, n, NULL, trail, ret_share);
}

enum figure_problem market_largest_share_with(struct moment m, uint32_t market, uint32_t n, uint32_t a, uint32_t b,
                                              struct trail *trail, struct quantity *ret_share)
{
    return share_of_largest(m, market, n, (uint32_t[]){ a, b }, trail, ret_share);
}

/* How many others are larger than those asked for as one firm, surely and perhaps, and how many may be no smaller; `unnamed`:
 * those of the last whom the table does not name. */
struct before {
    double surely, perhaps, no_smaller, unnamed;
};

static struct before firms_before(const struct market_table *t, const struct firms *firms)
{
    struct before before = { 0, 0, 0, 0 };
    const struct share_sums sums = share_sums_of(&firms->shares);
    struct place own = place_of(t, firms, &sums, firms->places, firms->asked);
    for (uint32_t i = 0; i < firms->shares.count; i++) {
        bool asked = false;
        for (uint32_t j = 0; j < firms->asked; j++) asked = asked || firms->places[j] == i;
        if (asked) continue;
        struct place other = place_of(t, firms, &sums, &i, 1);
        int order = larger(&other, &own);
        before.surely += order < 0;
        before.perhaps += order < 0 || (order == 0 && other.percent.high > own.percent.low);
        before.no_smaller += order <= 0;
    }
    bool named = own.item < t->count && !is_parted(t, own.item);
    bool last = t->rest == REST_CAPPED && named; /* by its kind: all on the table stand before all others */
    if (last) return before;
    before.unnamed = unnamed_above(&firms->shares, own.percent.low, true);
    before.perhaps += unnamed_above(&firms->shares, own.percent.low, false);
    before.no_smaller += before.unnamed;
    return before;
}

static bool count_before(const struct market_table *t, const struct firms *firms, const void *of, struct trail *trail,
                         struct arena *arena, struct table_figure *ret_figure)
{
    (void)of, (void)trail, (void)arena;
    struct before before = firms_before(t, firms);
    *ret_figure = (struct table_figure){ .points = { before.surely, before.perhaps } };
    if (before.unnamed > 0) ret_figure->of_shares = ret_figure->points;
    return true;
}

enum figure_problem market_count_larger(struct moment m, uint32_t market, uint32_t a, uint32_t b, struct trail *trail,
                                        struct quantity *ret_count)
{
    struct share_range count;
    enum figure_problem problem = figure_of_tables(m, market, (uint32_t[]){ a, b }, true, count_before, NULL, trail,
                                                   &count);
    if (problem == FIGURE_FINE) *ret_count = quantity_range(count.low, count.high, UNIT_COUNT);
    return problem;
}

static enum truth among_on(const struct market_table *t, uint32_t entity, uint32_t n, struct trail *trail,
                           struct arena *arena)
{
    struct firms firms;
    if (!firms_make(&firms, t, &entity, 1, trail, arena)) return UNKNOWN;
    struct before before = firms_before(t, &firms);
    if (before.no_smaller < n) return YES;
    if (before.surely >= n) return NO;
    if (before.unnamed > 0) need_rest(t, trail);
    return UNKNOWN;
}

enum truth market_among_largest(struct moment m, uint32_t market, uint32_t entity, uint32_t n, struct trail *trail)
{
    struct arena arena;
    struct tables tables;
    enum truth found = UNKNOWN;
    arena_init(&arena, m.view->facts->allocator, 0);
    if (tables_make(&tables, m, market, MEASURE_OWN, trail, &arena) == FIGURE_FINE) {
        for (unsigned i = 0; i < tables.count; i++) {
            enum truth here = among_on(&tables.each[i], entity, n, trail, &arena);
            read_table(&tables.each[i], trail);
            found = i == 0 || here == found ? here : UNKNOWN;
        }
        if (found == UNKNOWN)
            need_sentence(m.view->facts, trail, "the order of the largest firms in ", ref_make(KIND_MARKET, market), "",
                          NO_REF);
    }
    return scratch_end(&arena, trail) ? found : UNKNOWN;
}

/* A row of its own, or one of its seller's of which it may have a part. */
static bool is_of(const struct market_table *t, uint32_t head, const struct table_row *r)
{
    return r->head == head || (head == t->moment.apart && may_cover(t->moment, r->entity));
}

static bool has_row(const struct market_table *t, uint32_t head)
{
    for (uint32_t i = 0; i < t->row_count; i++)
        if (is_of(t, head, &t->rows[i])) return true;
    for (uint32_t i = 0; i < t->older_count; i++)
        if (is_of(t, head, &t->older[i])) return true;
    for (uint32_t i = 0; i < t->covered_count; i++)
        if (t->items[t->covered[i].item].head == head) return true;
    return false;
}

/* The measures that the market's shares state. Its own is left out: that is asked anyhow. */
static void measures_of(const struct facts *f, uint32_t market, bool *measures, size_t words)
{
    const struct cell *own = cell_of(f, KIND_MARKET, market, MARKET_MEASURE);
    const uint32_t *listed = NULL;
    uint32_t count = index_rows(f, SHARE_MARKET, ref_make(KIND_MARKET, market), &listed);
    bool walk = count == UINT32_MAX;
    if (walk) count = facts_rows(f, KIND_SHARE);
    for (size_t w = 0; w < words; w++) measures[w] = false;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t row = walk ? i : listed[i];
        const struct cell *c = cell_of(f, KIND_SHARE, row, SHARE_MEASURE);
        if (walk && ref_row(cell_of(f, KIND_SHARE, row, SHARE_MARKET)->ref) != market) continue;
        if (c->state == CELL_VALUE && c->word < words) measures[c->word] = true;
    }
    if (own->state == CELL_VALUE && own->word < words) measures[own->word] = false;
}

/* The market's tables in each measure that its shares state, then in its own; those that can be told. */
static struct tables *all_tables(struct moment m, uint32_t market, const bool *measures, size_t words,
                                 struct arena *arena, size_t *ret_count)
{
    size_t most = 1, count = 0;
    for (size_t w = 0; w < words; w++) most += measures[w];
    struct tables *all = arena_array(arena, most, sizeof *all);
    for (size_t w = 0; w <= words && all; w++) {
        if (w < words && !measures[w]) continue;
        uint32_t measure = w == words ? MEASURE_OWN : (uint32_t)w;
        if (tables_make(&all[count], m, market, measure, NULL, arena) == FIGURE_FINE) count++;
    }
    *ret_count = count;
    return all;
}

/* Has the undertaking a part of the market, in any one measure? What shows it goes on the trail, and what leaves it open. */
static enum truth is_in(const struct tables *all, size_t count, uint32_t entity, struct trail *trail,
                        struct arena *arena)
{
    enum truth found = NO;
    for (size_t n = 0; n < count && found != YES; n++) {
        const struct tables *t = &all[n];
        if (!has_row(&t->each[t->count - 1], group_head(t->each[0].moment, entity))) continue;
        enum truth here = YES;
        for (unsigned i = 0; i < t->count; i++) {
            struct share_range share = share_on(&t->each[i], &entity, 1, NULL, arena);
            here = truth_and(here, share.low > 0 ? YES : share.high > 0 ? UNKNOWN : i ? UNKNOWN : NO);
        }
        if (here == NO) continue;
        for (unsigned i = 0; i < t->count; i++) share_on(&t->each[i], &entity, 1, trail, arena);
        found = truth_or(found, here);
    }
    return found;
}

/* Is this the row of a seller of whose share the target may have a part? The other party sells nothing. */
static bool covers(struct moment m, uint32_t entity, uint32_t target, uint32_t other)
{
    return m.apart == target && may_cover(m, entity) &&
           !same_group((struct moment){ m.view, NO_ENTITY }, entity, other);
}

/* The holdings that have ended by which units of two groups were another's. */
struct ended {
    uint32_t *holdings, count;
};

static struct ended ended_of(struct moment m, uint32_t head_a, uint32_t head_b, struct arena *arena)
{
    const struct facts *f = m.view->facts;
    struct ended ended = { NULL, 0 };
    if (m.view->control_ended == DAY_MIN) return ended;
    if (!(ended.holdings = arena_array(arena, facts_rows(f, KIND_HOLDING), sizeof *ended.holdings))) return ended;
    for (uint32_t at = 0, holding; (holding = next_ended(m.view, DAY_MIN, &at)) != NO_ROW;) {
        uint32_t head = group_head(m, ref_row(cell_of(f, KIND_HOLDING, holding, HOLDING_ENTITY)->ref));
        if (head == head_a || head == head_b) ended.holdings[ended.count++] = holding;
    }
    return ended;
}

/* Is the share one of a firm that had a unit on its day which has left since and is of this group now? */
static bool tells_of(struct moment m, uint32_t share, uint32_t head, const struct ended *ended, struct arena *arena)
{
    const struct facts *f = m.view->facts;
    uint32_t firm = ref_row(cell_of(f, KIND_SHARE, share, SHARE_ENTITY)->ref);
    int32_t day = cell_of(f, KIND_SHARE, share, SHARE_FROM)->date.low;
    for (uint32_t i = 0; i < ended->count; i++) {
        uint32_t holding = ended->holdings[i], unit = ref_row(cell_of(f, KIND_HOLDING, holding, HOLDING_ENTITY)->ref);
        if (cell_of(f, KIND_HOLDING, holding, HOLDING_TO)->date.low < day || group_head(m, unit) != head) continue;
        const struct view *then = share_day(m.view, share, holding);
        if (!then) return arena->failed = true, false;
        if (then->link[unit] == holding && has_left(m.view, then, firm, unit)) return true;
    }
    return false;
}

uint32_t *shared_markets(struct moment m, uint32_t a, uint32_t b, struct trail *trail, struct arena *arena,
                         uint32_t *ret_count, uint32_t *ret_perhaps)
{
    const struct facts *f = m.view->facts;
    uint32_t markets = facts_rows(f, KIND_MARKET), rows = facts_rows(f, KIND_SHARE), count = 0, perhaps = 0;
    uint32_t head_a = group_head(m, a), head_b = group_head(m, b);
    struct arena scratch;
    arena_init(&scratch, f->allocator, 0);
    uint8_t *has = arena_array(&scratch, markets, sizeof *has);
    size_t words = model_word_count + f->words.count + 1;
    bool *measures = arena_array(&scratch, words, sizeof *measures);
    uint32_t *found = arena_array(arena, markets, sizeof *found);
    uint32_t *maybes = arena_array(&scratch, markets, sizeof *maybes);
    *ret_count = *ret_perhaps = 0;
    const struct ended left = ended_of(m, head_a, head_b, &scratch);
    for (uint32_t i = 0; i < rows && has; i++) {
        uint32_t entity = ref_row(cell_of(f, KIND_SHARE, i, SHARE_ENTITY)->ref), head = group_head(m, entity);
        uint32_t market = ref_row(cell_of(f, KIND_SHARE, i, SHARE_MARKET)->ref);
        if (head == head_a || covers(m, entity, a, b) || (left.count && tells_of(m, i, head_a, &left, &scratch)))
            has[market] |= 1;
        if (head == head_b || covers(m, entity, b, a) || (left.count && tells_of(m, i, head_b, &left, &scratch)))
            has[market] |= 2;
    }
    for (uint32_t i = 0; i < markets && has && measures && found && maybes && !scratch.failed; i++) {
        if (has[i] != 3) continue;
        measures_of(f, i, measures, words);
        size_t tables;
        const struct tables *all = all_tables(m, i, measures, words, &scratch, &tables);
        enum truth one = is_in(all, tables, a, trail, &scratch);
        enum truth both = one == NO ? NO : truth_and(one, is_in(all, tables, b, trail, &scratch));
        if (both == YES) found[count++] = i;
        else if (both == UNKNOWN) maybes[perhaps++] = i;
    }
    for (uint32_t i = 0; i < perhaps && !scratch.failed; i++) found[count + i] = maybes[i];
    if (scratch.failed) arena->failed = true;
    arena_free(&scratch);
    *ret_count = count, *ret_perhaps = perhaps;
    return found;
}
