/* clears_chances.c - which changes may be tried for a finding: ends of what it cites, numbers that it read. */
#include <string.h>

#include "audit/clears_inside.h"
#include "audit/trails.h"
#include "facts/cache.h"

enum { PARTS_DEPTH = 16 }; /* how far up part_of is followed for what could end */

static struct chance *find_chance(const struct search *s, enum step_type type, ref record, enum field field)
{
    for (size_t i = 0; i < s->count; i++) {
        struct step *step = &s->chances[i].step;
        if (step->type == type && step->record == record && step->field == field) return &s->chances[i];
    }
    return NULL;
}

void chance_add(struct search *s, struct chance chance)
{
    struct chance *moved = arena_grow(s->arena, s->chances, s->count, &s->capacity, sizeof *moved);
    if (!moved) return;
    s->chances = moved;
    s->chances[s->count++] = chance;
}

/* ---- ends ---- */

/* Is it in force, and does nobody's group hang on it? */
static bool may_end(const struct search *s, ref record)
{
    const struct facts *f = s->audit->facts;
    const struct view *v = s->audit->view;
    enum kind kind = ref_kind(record);
    if (!model_kind(kind)->may_end || in_force(v, kind, ref_row(record)) == NO) return false;
    return kind != KIND_HOLDING || holding_links(f, v->words, ref_row(record)) != YES;
}

/* It ended yesterday; what begins only today begins tomorrow. False: today is its only day. */
static bool end_step(const struct search *s, ref record, struct step *ret_step)
{
    const struct kind_info *info = model_kind(ref_kind(record));
    const struct cell *from = cell_in(s->audit->facts, record, (enum field)info->from),
                      *to = cell_in(s->audit->facts, record, (enum field)info->to);
    int32_t day = s->audit->as_of;
    bool today = from->state >= CELL_VALUE && from->date.low >= day;
    if (today && to->state >= CELL_VALUE && to->date.low <= day) return false;
    *ret_step = (struct step){ .type = STEP_END,
                               .record = record,
                               .field = (enum field)(today ? info->from : info->to),
                               .day = today ? day + 1 : day - 1 };
    return true;
}

static void add_end(struct search *s, ref record)
{
    struct step step;
    if (!may_end(s, record) || !end_step(s, record, &step) || find_chance(s, STEP_END, record, step.field)) return;
    chance_add(s, (struct chance){ .step = step,
                                   .rank = ref_kind(record) == KIND_AGREEMENT ? RANK_AGREEMENT : RANK_OTHER_END });
}

/* The record, and what it is part of and would end with. */
static void add_ends(struct search *s, ref record)
{
    add_end(s, record);
    for (unsigned i = 0; i < PARTS_DEPTH && ref_kind(record) == KIND_AGREEMENT; i++) {
        const struct cell *part = cell_in(s->audit->facts, record, AGREEMENT_PART_OF);
        if (part->state != CELL_VALUE || part->ref == record) return;
        add_end(s, record = part->ref);
    }
}

/* ---- numbers ---- */

/* Is it the size of somebody whom the finding does not concern? What another firm sells is not for these to change. */
static bool is_of_third(const struct search *s, ref record)
{
    const struct finding *f = s->finding;
    enum kind kind = ref_kind(record);
    if (kind != KIND_SHARE && kind != KIND_FINANCIAL) return false;
    ref whose = cell_in(s->audit->facts, record, kind == KIND_SHARE ? SHARE_ENTITY : FINANCIAL_ENTITY)->ref;
    bool names_firms = false;
    for (unsigned r = 0; r < f->rule->role_count; r++) {
        ref role = f->subject.roles[r].record;
        if (ref_kind(role) != KIND_ENTITY) continue;
        names_firms = true;
        if (same_group(f->moment, ref_row(whose), ref_row(role))) return false;
    }
    return names_firms;
}

static void add_number(struct search *s, ref record, enum field field)
{
    if (find_chance(s, STEP_CROSS, record, field) || is_of_third(s, record)) return;
    struct chance chance = { .step = { .type = STEP_CROSS, .record = record, .field = field }, .rank = RANK_NUMBER };
    if (cross_prepare(s->audit->facts, s->audit->view, &chance)) chance_add(s, chance);
}

static bool same_quantity(const struct quantity *a, const struct quantity *b)
{
    return a->unit == b->unit && a->low <= b->low && a->low >= b->low && a->high <= b->high && a->high >= b->high &&
           !memcmp(a->currency, b->currency, sizeof a->currency);
}

static bool turns_below(unsigned op) { return op == AT_LEAST || op == MORE; }

/* The comparison that the number alone decides: how it would have to come out otherwise. */
static void set_line(const struct facts *f, struct chance *chance, const struct compared_sides *sides)
{
    static const uint8_t turned[] = { [LESS] = AT_LEAST, [AT_MOST] = MORE, [AT_LEAST] = LESS, [MORE] = AT_MOST },
                         mirrored[] = { [LESS] = MORE, [AT_MOST] = AT_LEAST, [AT_LEAST] = AT_MOST, [MORE] = LESS };
    struct step *step = &chance->step;
    struct quantity own = cell_quantity(f, step->field, cell_in(f, step->record, step->field));
    if (step->has_line || sides->result.result == UNKNOWN) return;
    bool left = same_quantity(&own, &sides->left);
    if (!left && !same_quantity(&own, &sides->right)) return;
    const struct quantity *line = left ? &sides->right : &sides->left;
    if (!quantity_is_exact(line)) return; /* where both are the same, what was measured stands on the left */
    unsigned op = left ? sides->op : mirrored[sides->op];
    step->op = sides->result.result == YES ? turned[op] : (uint8_t)op;
    step->falls = !turns_below(step->op);
    step->line = *line, step->has_line = true;
}

/* ---- what was read ---- */

static void visit_read(void *ud, const struct trail *trail, const struct trail_entry *entry)
{
    struct search *s = ud;
    (void)trail;
    if ((entry->type != TRAIL_MATCH && entry->type != TRAIL_READ) || entry->record == NO_REF) return;
    add_ends(s, entry->record);
    if (entry->type == TRAIL_READ && model_fields[entry->field].change == CHANGE_CROSS)
        add_number(s, entry->record, (enum field)entry->field);
}

static void visit_comparison(void *ud, const struct trail *trail, const struct trail_entry *entry)
{
    struct search *s = ud;
    if (entry->type != TRAIL_COMPARE) return;
    for (size_t i = 0; i < s->count; i++)
        if (s->chances[i].step.type == STEP_CROSS)
            set_line(s->audit->facts, &s->chances[i], &trail->comparisons[entry->more]);
}

struct visiting {
    struct search *s;
    trail_visitor *visit;
};
static void visit_element(void *ud, const struct element_result *r)
{
    struct visiting *v = ud;
    element_walk(v->s->finding, r, v->visit, v->s);
}

/* How many agreements it is part of. */
static unsigned depth_of(const struct facts *f, ref record)
{
    unsigned depth = 0;
    while (ref_kind(record) == KIND_AGREEMENT && depth < PARTS_DEPTH) {
        const struct cell *part = cell_in(f, record, AGREEMENT_PART_OF);
        if (part->state != CELL_VALUE) break;
        record = part->ref, depth++;
    }
    return depth;
}

/* Agreements first, of these the parts before what they are part of; else in the order in which they were read. */
static bool goes_before(const struct facts *f, const struct chance *a, const struct chance *b)
{
    if (a->rank != b->rank || a->rank != RANK_AGREEMENT) return a->rank < b->rank;
    return depth_of(f, a->step.record) > depth_of(f, b->step.record);
}

void chances_gather(struct search *s)
{
    struct visiting reads = { s, visit_read }, comparisons = { s, visit_comparison };
    finding_walk(s->finding, visit_element, &reads);
    finding_walk(s->finding, visit_element, &comparisons);
    chances_to_rebut(s);
    for (size_t i = 1; i < s->count; i++) {
        struct chance c = s->chances[i];
        size_t at = i;
        for (; at > 0 && goes_before(s->audit->facts, &c, &s->chances[at - 1]); at--)
            s->chances[at] = s->chances[at - 1];
        s->chances[at] = c;
    }
}
