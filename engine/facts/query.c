/* query.c - asking a case for records: which rows to look at, which match, one entity a group, which list covers it. */
#include "facts/query.h"

#include <string.h>

#include "facts/cache.h"
#include "facts/match.h"
#include "facts/sold.h"

/* Rows are looked up in the index only where that gives no more than this many: else the table is walked. */
enum { FEW_ROWS = 256, FEW_MEMBERS = 64 };
/* Marks on a hit beside its row. */
#define HIT_MAYBE   (UINT32_C(1) << 31)
#define HIT_DROPPED (UINT32_C(1) << 30)
#define HIT_DECIDED (UINT32_C(1) << 29)
#define HIT_ROW     ((UINT32_C(1) << REF_ROW_BITS) - 1)

void query_sort(struct query *q)
{
    for (uint32_t i = 1; i < q->count; i++) {
        struct condition c = q->conditions[i];
        uint32_t j = i;
        for (; j && strcmp(model_fields[q->conditions[j - 1].field].name, model_fields[c.field].name) > 0; j--)
            q->conditions[j] = q->conditions[j - 1];
        q->conditions[j] = c;
    }
}

/* --- hits: the rows found so far, ascending --- */

struct hits {
    struct arena *arena;
    uint32_t *rows, few[64];
    size_t count, capacity;
};

static void hits_add(struct hits *h, uint32_t hit)
{
    if (h->count == h->capacity) {
        uint32_t *rows = arena_array(h->arena, h->capacity * 2, sizeof *rows);
        if (!rows) return;
        memcpy(rows, h->rows, h->count * sizeof *rows);
        h->rows = rows, h->capacity *= 2;
    }
    h->rows[h->count++] = hit;
}

static void hits_try(struct hits *h, struct candidate *c, const struct query *q, enum truth limit)
{
    if (fails_by_word(c)) return;
    enum truth t = q->ever ? view_had_begun(c->moment.view, c->kind, c->row)
                           : in_force(c->moment.view, c->kind, c->row);
    t = truth_and(t, limit);
    if (t != NO) t = truth_and(t, conditions_truth(c, q->conditions, q->count));
    if (t != NO) hits_add(h, c->row | (t == UNKNOWN ? HIT_MAYBE : 0));
}

static struct set *set_of(const struct hits *h, const struct query *q, struct moment m, struct arena *arena)
{
    uint32_t sures = 0, maybes = 0;
    for (size_t i = 0; i < h->count; i++) {
        if (h->rows[i] & HIT_DROPPED) continue;
        if (h->rows[i] & HIT_MAYBE) maybes++;
        else sures++;
    }
    struct set *s = arena_take(arena, sizeof *s + ((size_t)sures + maybes) * sizeof *s->rows);
    if (!s) return NULL;
    *s = (struct set){ .query = q, .moment = m, .rows = (uint32_t *)(s + 1), .sures = sures, .maybes = maybes };
    uint32_t sure = 0, maybe = sures;
    for (size_t i = 0; i < h->count; i++) {
        if (h->rows[i] & HIT_DROPPED) continue;
        if (h->rows[i] & HIT_MAYBE) s->rows[maybe++] = h->rows[i] & HIT_ROW;
        else s->rows[sure++] = h->rows[i] & HIT_ROW;
    }
    return s;
}

/* --- one entity a group --- */

static uint32_t *find_hit(const struct hits *h, uint32_t row)
{
    size_t low = 0, high = h->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((h->rows[middle] & HIT_ROW) < row) low = middle + 1;
        else high = middle;
    }
    return low < h->count && (h->rows[low] & HIT_ROW) == row ? &h->rows[low] : NULL;
}

/* A sure before a maybe, then the nearer to the head, then the smaller id. */
static bool stands_for_group(struct moment m, uint32_t a, uint32_t b)
{
    if ((a ^ b) & HIT_MAYBE) return !(a & HIT_MAYBE);
    a &= HIT_ROW, b &= HIT_ROW;
    uint32_t da = group_depth(m, a), db = group_depth(m, b);
    const char **id = m.view->facts->tables[KIND_ENTITY].id;
    return da != db ? da < db : strcmp(id[a], id[b]) < 0;
}

static void keep_one_a_group(struct hits *h, struct moment m)
{
    const struct view *v = m.view;
    for (size_t i = 0; i < h->count; i++) {
        uint32_t row = h->rows[i] & HIT_ROW, top = v->head[row], *best = NULL;
        if (v->member_count[top] == 1 || h->rows[i] & HIT_DECIDED) continue;
        for (uint32_t j = 0; j < v->member_count[top]; j++) {
            uint32_t *hit = find_hit(h, v->members[top][j]);
            if (!hit || !same_group(m, v->members[top][j], row)) continue;
            *hit |= HIT_DECIDED;
            if (!best || stands_for_group(m, *hit, *best)) {
                if (best) *best |= HIT_DROPPED;
                best = hit;
            } else {
                *hit |= HIT_DROPPED;
            }
        }
    }
}

/* --- which rows to look at --- */

struct rows {
    uint32_t rows[FEW_ROWS], count;
    bool all; /* too many, or no index: walk the table */
};

static void rows_of(struct rows *r, const struct facts *f, enum field field, ref named)
{
    const uint32_t *found = NULL;
    uint32_t count = r->all ? UINT32_MAX : index_rows(f, field, named, &found);
    if (count > FEW_ROWS - r->count) {
        r->all = true;
        return;
    }
    if (count) memcpy(r->rows + r->count, found, count * sizeof *found);
    r->count += count;
}

/* All rows that the condition may let through: those that name a member of a group asked for, and those of which it is
 * not known whom they name. */
static void rows_of_condition(struct rows *r, const struct view *v, const struct condition *c, enum field field)
{
    uint32_t members = 0;
    rows_of(r, v->facts, field, NO_REF);
    for (uint32_t i = 0; i < c->count && !r->all; i++) {
        if (ref_kind(c->values[i]) != KIND_ENTITY || c->type == CONDITION_EXACTLY) {
            rows_of(r, v->facts, field, c->values[i]);
            continue;
        }
        uint32_t top = v->head[ref_row(c->values[i])];
        if ((members += v->member_count[top]) > FEW_MEMBERS) r->all = true;
        for (uint32_t j = 0; j < v->member_count[top] && !r->all; j++)
            rows_of(r, v->facts, field, ref_make(KIND_ENTITY, v->members[top][j]));
    }
}

static void add_row(struct rows *r, uint32_t row)
{
    if (r->count < FEW_ROWS) r->rows[r->count++] = row;
    else r->all = true;
}

/* The records asked for themselves, and where they are entities the members of their groups. */
static void rows_of_records(struct rows *r, const struct view *v, const struct condition *c)
{
    for (uint32_t i = 0; i < c->count && !r->all; i++) {
        uint32_t row = ref_row(c->values[i]), top;
        if (ref_kind(c->values[i]) != KIND_ENTITY || c->type == CONDITION_EXACTLY) {
            add_row(r, row);
            continue;
        }
        top = v->head[row];
        for (uint32_t j = 0; j < v->member_count[top] && !r->all; j++) add_row(r, v->members[top][j]);
    }
}

/* The rows of a firm and of all who were above it, whenever that was. */
static void rows_of_holders(struct rows *r, const struct facts *f, uint32_t firm)
{
    uint32_t firms[FEW_MEMBERS] = { firm }, count = 1;
    for (uint32_t i = 0; i < count && !r->all; i++) {
        const uint32_t *listed = NULL;
        ref held = ref_make(KIND_ENTITY, firms[i]);
        uint32_t holdings = index_rows(f, HOLDING_ENTITY, held, &listed);
        bool walk = holdings == UINT32_MAX;
        if (walk) holdings = facts_rows(f, KIND_HOLDING);
        rows_of(r, f, SHARE_ENTITY, held);
        for (uint32_t h = 0; h < holdings && !r->all; h++) {
            uint32_t row = walk ? h : listed[h], known = 0;
            if (walk && cell_of(f, KIND_HOLDING, row, HOLDING_ENTITY)->ref != held) continue;
            uint32_t holder = ref_row(cell_of(f, KIND_HOLDING, row, HOLDING_HOLDER)->ref);
            while (known < count && firms[known] != holder) known++;
            if (known < count) continue;
            if (count == FEW_MEMBERS) r->all = true;
            else firms[count++] = holder;
        }
    }
}

/* Shares of those who had a unit that is of a group asked for now. */
static void rows_of_left(struct rows *r, const struct view *v, const struct condition *c)
{
    for (uint32_t at = 0, holding; !r->all && (holding = next_ended(v, DAY_MIN, &at)) != NO_ROW;) {
        uint32_t unit = ref_row(cell_of(v->facts, KIND_HOLDING, holding, HOLDING_ENTITY)->ref), i = 0;
        while (i < c->count && v->head[ref_row(c->values[i])] != v->head[unit]) i++;
        if (i < c->count)
            rows_of_holders(r, v->facts, ref_row(cell_of(v->facts, KIND_HOLDING, holding, HOLDING_HOLDER)->ref));
    }
}

static void sort_rows(struct rows *r)
{
    for (uint32_t gap = r->count / 2; gap; gap /= 2) /* few rows, mostly runs that ascend */
        for (uint32_t i = gap; i < r->count; i++) {
            uint32_t row = r->rows[i], j = i;
            for (; j >= gap && r->rows[j - gap] > row; j -= gap) r->rows[j] = r->rows[j - gap];
            r->rows[j] = row;
        }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < r->count; i++)
        if (!i || r->rows[i] != r->rows[i - 1]) r->rows[kept++] = r->rows[i];
    r->count = kept;
}

/* The row with an id of the file, if any. Rows that an overlay added have no place among the ids. */
static void row_of_id(struct rows *r, const struct facts *f, enum kind kind, const char *id)
{
    uint32_t row = facts_find(f, kind, id, strlen(id));
    r->count = row != UINT32_MAX;
    if (r->count) r->rows[0] = row;
}

/* The rows of the first condition on an id, on the record itself or on a reference that names few; false: look at all. */
static bool few_rows(struct rows *r, const struct query *q, const struct view *v)
{
    if (facts_rows(v->facts, q->kind) <= SMALL_TABLE) return false;
    for (uint32_t i = 0; i < q->count; i++) {
        const struct condition *c = &q->conditions[i];
        if (c->type == CONDITION_ID && !c->except && !v->facts->under) {
            row_of_id(r, v->facts, q->kind, c->id);
            return true;
        }
        unsigned type = model_fields[c->field].type;
        if (c->except || (type != TYPE_REF && type != TYPE_REFS && type != TYPE_ID) || c->type > CONDITION_BELOW ||
            c->type < CONDITION_GROUPS)
            continue;
        r->count = 0, r->all = false;
        if (type == TYPE_ID) rows_of_records(r, v, c);
        else rows_of_condition(r, v, c, (enum field)c->field);
        if (c->field == SHARE_ENTITY && q->before_deal) rows_of_condition(r, q->before_deal, c, SHARE_ENTITY);
        if (c->field == SHARE_ENTITY && c->type != CONDITION_EXACTLY) rows_of_left(r, v, c);
        if (c->field == AGREEMENT_HOLDER) rows_of_condition(r, v, c, AGREEMENT_GRANTOR); /* both ways */
        if (c->field == AGREEMENT_GRANTOR) rows_of_condition(r, v, c, AGREEMENT_HOLDER);
        if (r->all) continue;
        sort_rows(r);
        return true;
    }
    return false;
}

/* --- lists declared complete --- */

/* Is every value of the query's condition one of the declared ones, or of their groups? A target that stands apart was
 * in its group when the list was declared, so the plain day counts. */
static bool values_within(const struct facts *f, const struct view *v, const struct condition *asked,
                          const struct complete_condition *declared)
{
    for (uint32_t i = 0; i < asked->count; i++) {
        bool within = false;
        for (uint32_t j = 0; j < declared->count && !within; j++) {
            uint32_t a = asked->values[i], d = f->lists[declared->first + j];
            within = a == d;
            if (within || asked->type == CONDITION_WORDS) continue;
            if (ref_kind(a) == KIND_ENTITY && ref_kind(d) == KIND_ENTITY)
                within = v->head[ref_row(a)] == v->head[ref_row(d)];
        }
        if (!within) return false;
    }
    return true;
}

static bool covers(const struct facts *f, const struct view *v, const struct complete *list, const struct query *q)
{
    if (list->kind != q->kind || v->day > list->to) return false;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct complete_condition *declared = &f->complete_conditions[list->first + i];
        bool held = false;
        for (uint32_t j = 0; j < q->count && !held; j++) {
            const struct condition *asked = &q->conditions[j];
            held = asked->field == declared->field && !asked->except && asked->type <= CONDITION_BELOW &&
                   asked->count && values_within(f, v, asked, declared);
        }
        if (!held) return false;
    }
    return true;
}

static int32_t find_cover(const struct view *v, const struct query *q)
{
    for (size_t i = 0; i < v->facts->complete_count; i++)
        if (covers(v->facts, v, &v->facts->completes[i], q)) return (int32_t)i;
    return -1;
}

/* --- is it the same? --- */

static bool same_values(const struct condition *a, const struct condition *b)
{
    if (a->field != b->field || a->type != b->type || a->except != b->except || a->count != b->count) return false;
    if (a->id && b->id && strcmp(a->id, b->id)) return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (a->values[i] != b->values[i]) return false;
    return true;
}

bool query_same(const struct query *a, const struct query *b)
{
    if (a == b) return true;
    if (!a || !b || a->kind != b->kind || a->ever != b->ever || a->count != b->count) return false;
    if (a->since != b->since || a->before_deal != b->before_deal) return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (!same_values(&a->conditions[i], &b->conditions[i])) return false;
    return true;
}

/* --- the two questions --- */

static uint32_t looked_through(const struct view *v, const struct query *q)
{
    if (!q->ever) return view_standing(v, q->kind);
    uint32_t count = 0;
    for (uint32_t row = 0; row < facts_rows(v->facts, q->kind); row++) count += view_had_begun(v, q->kind, row) != NO;
    return count;
}

struct set *query_run(const struct query *q, struct moment m, struct arena *arena)
{
    const struct facts *f = m.view->facts;
    struct hits hits = { .arena = arena, .capacity = sizeof hits.few / sizeof *hits.few };
    hits.rows = hits.few;
    struct candidate c = { .moment = m, .kind = q->kind, .before_deal = q->before_deal, .arena = arena };
    struct rows few;
    uint32_t rows = facts_rows(f, q->kind);
    prepare_candidate(&c, q->conditions, q->count, arena);
    if (few_rows(&few, q, m.view)) {
        for (uint32_t i = 0; i < few.count; i++) c.row = few.rows[i], hits_try(&hits, &c, q, YES);
    } else {
        for (c.row = 0; c.row < rows; c.row++) hits_try(&hits, &c, q, YES);
    }
    if (q->kind == KIND_ENTITY) keep_one_a_group(&hits, m);
    struct set *s = arena->failed ? NULL : set_of(&hits, q, m, arena);
    if (!s) return NULL;
    s->of = looked_through(m.view, q);
    s->complete = find_cover(m.view, q);
    return s;
}

struct set *set_narrow(const struct set *old, const struct condition *conditions, uint32_t count, struct arena *arena)
{
    if (!old) return NULL;
    struct query *q = arena_take(arena, sizeof *q);
    struct condition *all = arena_array(arena, (size_t)old->query->count + count, sizeof *all);
    if (!q || !all) return NULL;
    if (old->query->count) memcpy(all, old->query->conditions, old->query->count * sizeof *all);
    if (count) memcpy(all + old->query->count, conditions, count * sizeof *all);
    *q = *old->query;
    q->count = old->query->count + count, q->conditions = all;
    query_sort(q);

    struct hits hits = { .arena = arena, .capacity = sizeof hits.few / sizeof *hits.few };
    hits.rows = hits.few;
    struct candidate c = { .moment = old->moment, .kind = q->kind, .before_deal = q->before_deal, .arena = arena };
    prepare_candidate(&c, q->conditions, q->count, arena);
    uint32_t sure = 0, maybe = old->sures, end = old->sures + old->maybes; /* both ascend: merged in file order */
    while (sure < old->sures || maybe < end) {
        bool is_sure = maybe == end || (sure < old->sures && old->rows[sure] < old->rows[maybe]);
        c.row = is_sure ? old->rows[sure++] : old->rows[maybe++];
        hits_try(&hits, &c, q, is_sure ? YES : UNKNOWN);
    }
    struct set *s = arena->failed ? NULL : set_of(&hits, q, old->moment, arena);
    if (!s) return NULL;
    s->of = old->of, s->as_recorded = old->as_recorded;
    s->complete = old->complete >= 0 ? old->complete : find_cover(old->moment.view, q);
    return s;
}
