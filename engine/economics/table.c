/* A market's table on a day. */
#include "economics/table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "economics/asked.h"
#include "facts/sold.h"

/* Rows that name the market, with what they say, in file order. */
static uint32_t rows_of_market(struct moment m, uint32_t market, struct arena *arena, struct table_row **ret_rows)
{
    const struct facts *f = m.view->facts;
    const uint32_t *listed = NULL;
    uint32_t count = index_rows(f, SHARE_MARKET, ref_make(KIND_MARKET, market), &listed), n = 0;
    bool walk = count == UINT32_MAX;
    if (walk) count = facts_rows(f, KIND_SHARE);
    struct table_row *rows = arena_array(arena, count, sizeof *rows);
    for (uint32_t i = 0; i < count && rows; i++) {
        uint32_t row = walk ? i : listed[i];
        if (walk && ref_row(cell_of(f, KIND_SHARE, row, SHARE_MARKET)->ref) != market) continue;
        enum truth use = view_had_begun(m.view, KIND_SHARE, row);
        const struct cell *to = cell_of(f, KIND_SHARE, row, SHARE_TO);
        if (to->state != CELL_ABSENT && to->date.high < m.view->day) use = NO;
        else if (to->state != CELL_ABSENT && to->date.low < m.view->day) use = truth_and(use, UNKNOWN);
        if (use == NO) continue;
        const struct cell *percent = cell_of(f, KIND_SHARE, row, SHARE_PERCENT);
        uint32_t entity = ref_row(cell_of(f, KIND_SHARE, row, SHARE_ENTITY)->ref);
        rows[n++] = (struct table_row){
            .row = row,
            .entity = entity,
            .head = group_head(m, entity),
            .from = cell_of(f, KIND_SHARE, row, SHARE_FROM)->date,
            .percent = { fmax(0, percent->number.low), fmin(100, percent->number.high) },
            .sure = use == YES,
        };
    }
    *ret_rows = rows;
    return n;
}

static const struct cell *measure_of(const struct facts *f, const struct table_row *r)
{
    return cell_of(f, KIND_SHARE, r->row, SHARE_MEASURE);
}

/* In a market that states no measure, are there rows that state none? What is sold is then what its shares are of. */
static bool is_of_sales(const struct facts *f, uint32_t market, const struct table_row *rows, uint32_t count)
{
    if (cell_of(f, KIND_MARKET, market, MARKET_MEASURE)->state != CELL_ABSENT) return false;
    for (uint32_t i = 0; i < count; i++)
        if (measure_of(f, &rows[i])->state == CELL_ABSENT) return true;
    return false;
}

/* Keeps the rows of the measure that is asked; a row whose measure is unknown is perhaps one. False: the market has none of
 * its own that is known, and the rows have several, or perhaps. */
static bool keep_measure(const struct facts *f, uint32_t market, uint32_t measure, struct table_row *rows,
                         uint32_t *count)
{
    const struct cell *own = cell_of(f, KIND_MARKET, market, MARKET_MEASURE);
    bool has_own = own->state == CELL_VALUE, asked = measure != MEASURE_OWN, stated = false, unknown = false;
    uint32_t n = 0, wanted = asked ? measure : has_own ? own->word : MEASURE_OWN;
    const bool sales = !asked && is_of_sales(f, market, rows, *count);
    const uint32_t purchases = sales ? listed_word(LIST_MEASURE, "purchases") : 0;
    for (uint32_t i = 0; i < *count; i++) {
        const struct cell *c = measure_of(f, &rows[i]);
        if (c->state == CELL_VALUE) {
            if (sales && c->word == purchases) continue;
            if (wanted == MEASURE_OWN) wanted = c->word;
            if (c->word != wanted && !asked && !has_own) return false;
            stated = true;
            if (c->word != wanted) continue;
        } else if (c->state == CELL_NULL) {
            rows[i].sure = false, unknown = true;
        } else if (asked && (!has_own || own->word != measure)) {
            continue; /* it does not say what it measures */
        }
        rows[n++] = rows[i];
    }
    *count = n;
    return asked || has_own || !stated || !(unknown || own->state == CELL_NULL);
}

/* The table's kind: what the rows of its date say, the weakest first, else what the market says. */
static enum rest rest_of(const struct facts *f, uint32_t market, const struct table_row *rows, uint32_t count)
{
    uint32_t complete = listed_word(LIST_TABLE, "complete"), top = listed_word(LIST_TABLE, "top");
    const struct cell *said = cell_of(f, KIND_MARKET, market, MARKET_TABLE);
    enum rest rest = said->state != CELL_VALUE ? REST_ANY
                     : said->word == complete  ? REST_NONE
                     : said->word == top       ? REST_CAPPED
                                               : REST_ANY;
    bool own = false;
    for (uint32_t i = 0; i < count; i++) {
        const struct cell *c = cell_of(f, KIND_SHARE, rows[i].row, SHARE_TABLE);
        if (c->state == CELL_ABSENT) continue;
        bool known = c->state == CELL_VALUE;
        enum rest r = known && c->word == complete ? REST_NONE : known && c->word == top ? REST_CAPPED : REST_ANY;
        rest = own && rest > r ? rest : r;
        own = true;
    }
    return count ? rest : REST_ANY;
}

/* Moves the rows that are not surely earlier than the newest to the front, in file order. Returns how many. */
static uint32_t split_newest(struct table_row *rows, uint32_t count, struct table_row *older)
{
    int32_t newest = DAY_MIN;
    uint32_t n = 0, left = 0;
    for (uint32_t i = 0; i < count; i++) newest = rows[i].from.low > newest ? rows[i].from.low : newest;
    for (uint32_t i = 0; i < count; i++) {
        if (rows[i].from.high >= newest) rows[n++] = rows[i];
        else older[left++] = rows[i];
    }
    return n;
}

/* Sum over entities of the hull of an entity's rows. */
static struct share_range sum_rows(const struct table_row *rows, uint32_t count)
{
    struct share_range sum = { 0, 0 };
    for (uint32_t i = 0; i < count;) {
        struct share_range hull = rows[i].percent;
        uint32_t entity = rows[i].entity;
        for (i++; i < count && rows[i].entity == entity; i++) {
            hull.low = fmin(hull.low, rows[i].percent.low);
            hull.high = fmax(hull.high, rows[i].percent.high);
        }
        sum.low += hull.low;
        sum.high += hull.high;
    }
    return (struct share_range){ decimal(sum.low), fmin(100, decimal(sum.high)) };
}

static int by_undertaking(const void *pa, const void *pb)
{
    const struct table_row *a = pa, *b = pb;
    if (a->head != b->head) return a->head < b->head ? -1 : 1;
    if (a->entity != b->entity) return a->entity < b->entity ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

static int by_first_row(const void *pa, const void *pb)
{
    const struct undertaking *a = pa, *b = pb;
    return (a->first_row > b->first_row) - (a->first_row < b->first_row);
}

typedef int compare_fn(const void *, const void *);

/* Rows mostly stand in order: they are in that of the file, as the firms are. Then nothing is moved. */
static void sort(void *items, uint32_t count, size_t size, compare_fn *compare)
{
    const char *item = items;
    for (uint32_t i = 1; i < count; i++, item += size) {
        if (compare(item, item + size) <= 0) continue;
        qsort(items, count, size, compare);
        return;
    }
}

static bool smaller_id(const struct market_table *t, uint32_t a, uint32_t b)
{
    const struct facts *f = t->moment.view->facts;
    return strcmp(facts_id(f, ref_make(KIND_ENTITY, a)), facts_id(f, ref_make(KIND_ENTITY, b))) < 0;
}

/* With room for `more`. */
static void group_rows(struct market_table *t, uint32_t more, struct arena *arena)
{
    t->items = arena_array(arena, (size_t)t->row_count + more, sizeof *t->items);
    if (arena->failed || !t->row_count) return;
    sort(t->rows, t->row_count, sizeof *t->rows, by_undertaking);
    for (uint32_t i = 0; i < t->row_count;) {
        struct undertaking u = {
            .head = t->rows[i].head, .shown = t->rows[i].entity, .first_row = UINT32_MAX, .first = i
        };
        for (; i < t->row_count && t->rows[i].head == u.head; i++) {
            if (t->rows[i].row < u.first_row) u.first_row = t->rows[i].row;
            uint32_t depth = group_depth(t->moment, t->rows[i].entity), best = group_depth(t->moment, u.shown);
            if (depth < best || (depth == best && smaller_id(t, t->rows[i].entity, u.shown)))
                u.shown = t->rows[i].entity;
        }
        u.count = i - u.first;
        u.percent = sum_rows(t->rows + u.first, u.count);
        t->items[t->count++] = u;
    }
    sort(t->items, t->count, sizeof *t->items, by_first_row);
}

bool older_share(const struct market_table *t, uint32_t head, struct arena *arena, struct table_row **ret_rows,
                 uint32_t *ret_count, struct share_range *ret_share)
{
    struct table_row *rows = arena_array(arena, t->older_count, sizeof *rows);
    struct table_row *rest = arena_array(arena, t->older_count, sizeof *rest);
    uint32_t n = 0;
    if (arena->failed) return false;
    for (uint32_t i = 0; i < t->older_count; i++) {
        if (t->older[i].head == head) rows[n++] = t->older[i];
    }
    if (n == 0) return false;
    n = split_newest(rows, n, rest);
    qsort(rows, n, sizeof *rows, by_undertaking);
    *ret_rows = rows;
    *ret_count = n;
    *ret_share = sum_rows(rows, n);
    return true;
}

/* The smallest named row: no unnamed firm of a top table is larger. 0 says nothing of others. */
static void set_cap(struct market_table *t)
{
    t->cap = 100;
    for (uint32_t i = 0; i < t->row_count; i++) t->cap = fmin(t->cap, t->rows[i].percent.high);
    if (t->rest == REST_CAPPED && t->cap <= 0) t->rest = REST_ANY;
}

/* A table that is said to be of all firms and whose shares surely come to less than the market, but for rounding, lacks some. */
static void doubt_whole(struct market_table *t)
{
    static const double whole = 99.5; /* percent */
    double most = 0;
    for (uint32_t i = 0; i < t->count; i++) most += t->items[i].percent.high;
    if (t->rest == REST_NONE && most < whole) t->rest = REST_ANY;
}

/* --- A unit that may be in another firm's row --- */

static bool is_held(const struct view *held, uint32_t firm, uint32_t unit)
{
    return is_below((struct moment){ held, NO_ENTITY }, firm, unit);
}

/* The first row of the nearest firm above the unit, when it was there; UINT32_MAX: none has a row. Rows of one entity stand
 * together. */
static uint32_t covering_row(const struct market_table *t, const struct view *held, uint32_t unit)
{
    uint32_t found = UINT32_MAX, deepest = 0;
    for (uint32_t i = 0; i < t->row_count; i++) {
        if (i && t->rows[i].entity == t->rows[i - 1].entity) continue;
        if (!is_held(held, t->rows[i].entity, unit)) continue;
        uint32_t depth = held->depth[t->rows[i].entity];
        if (found == UINT32_MAX || depth > deepest) found = i, deepest = depth;
    }
    return found;
}

static uint32_t item_of(const struct market_table *t, uint32_t head)
{
    uint32_t i = 0;
    while (i < t->count && t->items[i].head != head) i++;
    return i;
}

/* Is the row, or some of it, told already as one that the seller may not have, or as one that the undertaking may? */
static bool is_told(const struct market_table *t, uint32_t first, uint32_t item)
{
    for (uint32_t i = 0; i < t->covered_count; i++)
        if (t->covered[i].first == first && (item == UINT32_MAX || t->covered[i].item == item)) return true;
    return false;
}

/* The unit, of the undertaking with this head, may be a part of the rows from `first` on. */
static void add_covered(struct market_table *t, const struct view *held, uint32_t unit, uint32_t head, uint32_t first)
{
    uint32_t firm = t->rows[first].entity, link = is_held(held, firm, unit) ? NO_ROW : perhaps_above(held, firm, unit);
    uint32_t n = 1, item = item_of(t, head), seller = item_of(t, t->rows[first].head);
    while (first + n < t->row_count && t->rows[first + n].entity == t->rows[first].entity) n++;
    struct share_range covering = sum_rows(t->rows + first, n), *rest = &t->items[seller].percent;
    if (item == t->count)
        t->items[t->count++] = (struct undertaking){ .head = head, .shown = head, .first_row = UINT32_MAX };
    if (!is_told(t, first, UINT32_MAX)) {
        rest->low = fmax(0, decimal(rest->low - covering.low));
        t->taken_out += covering.low;
    }
    if (!is_told(t, first, item))
        t->items[item].percent.high = fmin(100, decimal(t->items[item].percent.high + covering.high));
    t->covered[t->covered_count++] = (struct covered){
        .unit = unit, .link = link, .held = held, .item = item, .seller = seller, .first = first, .row_count = n
    };
}

/* Has somebody nearer to the unit a row? Of those who are perhaps above it. */
static bool has_nearer_row(const struct market_table *t, const struct view *held, uint32_t firm, uint32_t unit)
{
    for (uint32_t i = 0; i < t->row_count; i++) {
        uint32_t entity = t->rows[i].entity;
        if (entity != firm && is_held(held, firm, entity) && perhaps_above(held, entity, unit) != NO_ROW) return true;
    }
    return false;
}

static void take_out_target(struct market_table *t)
{
    const struct view *held = t->moment.view;
    uint32_t unit = t->moment.apart, first;
    if (unit == NO_ENTITY || item_of(t, unit) < t->count) return;
    if ((first = covering_row(t, held, unit)) != UINT32_MAX) {
        if (may_cover(t->moment, t->rows[first].entity)) add_covered(t, held, unit, unit, first);
        return;
    }
    for (uint32_t i = 0; i < t->row_count; i++) { /* nobody surely has it: those who perhaps do */
        uint32_t firm = t->rows[i].entity;
        bool again = i && firm == t->rows[i - 1].entity;
        if (again || perhaps_above(held, firm, unit) == NO_ROW || has_nearer_row(t, held, firm, unit)) continue;
        if (may_cover(t->moment, firm)) add_covered(t, held, unit, unit, i);
    }
}

/* Has it, or what was below it, a row of its own? */
static bool has_own_row(const struct market_table *t, const struct view *held, uint32_t unit)
{
    for (uint32_t i = 0; i < t->row_count; i++)
        if (is_held(held, unit, t->rows[i].entity)) return true;
    return false;
}

static bool is_moved(const struct market_table *t, uint32_t unit, uint32_t first)
{
    for (uint32_t i = 0; i < t->covered_count; i++)
        if (t->covered[i].unit == unit && t->covered[i].first == first) return true;
    return false;
}

/* Those that have left since the table's date. */
static void move_units(struct market_table *t, const struct view *then)
{
    uint32_t unit, first;
    for (uint32_t at = 0; (unit = next_left(t->moment.view, then, &at)) != NO_ENTITY;) {
        if (has_own_row(t, then, unit) || (first = covering_row(t, then, unit)) == UINT32_MAX) continue;
        if (has_left(t->moment.view, then, t->rows[first].entity, unit) && !is_moved(t, unit, first))
            add_covered(t, then, unit, group_head(t->moment, unit), first);
    }
}

/* Undertakings beside those with rows: a target, and whoever has what has left since the table's date. The views of the first and
 * the last day that this may be are made, the second where it is another; NULL: nothing has left since. */
static uint32_t units_of(const struct market_table *t, const struct view *ret_then[2], struct arena *arena)
{
    uint32_t count = t->moment.apart == NO_ENTITY ? 0 : t->moment.view->perhaps_linked ? 1 + t->row_count : 1;
    int32_t days[2] = { DAY_MAX, DAY_MIN };
    for (uint32_t i = 0; i < t->row_count; i++) {
        if (t->rows[i].from.low < days[0]) days[0] = t->rows[i].from.low;
        if (t->rows[i].from.high > days[1]) days[1] = t->rows[i].from.high;
    }
    ret_then[0] = ret_then[1] = NULL;
    if (days[1] > t->moment.view->day) days[1] = t->moment.view->day;
    for (int i = 0; i < 2 && t->row_count; i++) {
        if (i && days[1] <= days[0]) continue;
        if (!any_left(t->moment.view, days[i])) continue;
        if (!(ret_then[i] = view_at(t->moment.view->facts, days[i]))) return arena->failed = true, count;
        for (uint32_t at = 0; next_left(t->moment.view, ret_then[i], &at) != NO_ENTITY;) count++;
    }
    return count;
}

bool is_parted(const struct market_table *t, uint32_t item)
{
    for (uint32_t i = 0; i < t->covered_count; i++)
        if (t->covered[i].item == item || t->covered[i].seller == item) return true;
    return false;
}

static void table_make(struct market_table *t, const struct table_row *all, uint32_t count, bool maybes,
                       struct arena *arena)
{
    t->rows = arena_array(arena, count, sizeof *t->rows);
    t->older = arena_array(arena, count, sizeof *t->older);
    if (arena->failed) return;
    uint32_t n = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (all[i].sure || maybes) t->rows[n++] = all[i];
    }
    t->row_count = split_newest(t->rows, n, t->older);
    t->older_count = n - t->row_count;
    t->rest = rest_of(t->moment.view->facts, t->market, t->rows, t->row_count);
    set_cap(t);
    const struct view *then[2];
    uint32_t units = units_of(t, then, arena);
    group_rows(t, units, arena);
    doubt_whole(t);
    if (units) t->covered = arena_array(arena, units, sizeof *t->covered);
    if (arena->failed || !units) return;
    take_out_target(t);
    for (int i = 0; i < 2; i++)
        if (then[i]) move_units(t, then[i]);
}

enum figure_problem tables_make(struct tables *ret, struct moment m, uint32_t market, uint32_t measure,
                                struct trail *trail, struct arena *arena)
{
    const struct facts *f = m.view->facts;
    ref market_ref = ref_make(KIND_MARKET, market);
    struct table_row *rows;
    uint32_t count = rows_of_market(m, market, arena, &rows), unsure = 0;
    memset(ret, 0, sizeof *ret);
    if (arena->failed) return FIGURE_UNKNOWN;
    if (!keep_measure(f, market, measure, rows, &count)) {
        if (trail) trail_need(trail, market_ref, MARKET_MEASURE);
        need_sentence(f, trail, "which measure the shares of ", market_ref, " are taken in", NO_REF);
        return FIGURE_UNKNOWN;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (rows[i].sure) continue;
        unsure++;
        const struct cell *to = cell_of(f, KIND_SHARE, rows[i].row, SHARE_TO);
        bool begun = view_had_begun(m.view, KIND_SHARE, rows[i].row) == YES && to->state != CELL_ABSENT;
        enum field open = measure_of(f, &rows[i])->state == CELL_NULL ? SHARE_MEASURE : begun ? SHARE_TO : SHARE_FROM;
        if (trail) trail_need(trail, ref_make(KIND_SHARE, rows[i].row), open);
    }
    ret->count = unsure ? 2 : 1;
    for (unsigned i = 0; i < ret->count; i++) {
        ret->each[i].moment = m;
        ret->each[i].market = market;
        table_make(&ret->each[i], rows, count, i == 1, arena);
    }
    return arena->failed ? FIGURE_UNKNOWN : FIGURE_FINE;
}
