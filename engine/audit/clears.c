/* clears.c - the search for what would clear: single steps of all findings first, then pairs where no single step does. */
#include "audit/clears.h"

#include <string.h>

#include "audit/clears_inside.h"

static bool apply(struct overlay *o, const struct step *step)
{
    if (step->type == STEP_END) return overlay_date(o, step->record, step->field, step->day);
    if (step->type == STEP_ADD) return added_apply(o, step->added);
    return overlay_number(o, step->record, step->field, step->value);
}

cc_verdict steps_verdict(struct search *s, const struct step *one, const struct step *other)
{
    cc_verdict verdict = CC_VERDICTS;
    if (apply(s->w->overlay, one) && (!other || apply(s->w->overlay, other)))
        verdict = what_if_verdict(s->w, s->finding);
    else s->w->no_memory = true;
    overlay_clear(s->w->overlay);
    return verdict;
}

/* ---- ways ---- */

static void keep_way(struct search *s, const struct step *one, const struct step *other)
{
    struct clears *found = s->finding->clears;
    if (found->count == MOST_WAYS) {
        found->more = true;
        return;
    }
    found->changes += one->type != STEP_ADD;
    struct way *way = &found->ways[found->count++];
    way->steps[0] = *one, way->count = 1;
    if (other) way->steps[way->count++] = *other;
}

/* Is one of two agreements part of the other? */
static bool is_part(const struct facts *f, ref part, ref whole)
{
    for (unsigned i = 0; i < 16 && ref_kind(part) == KIND_AGREEMENT; i++) {
        const struct cell *c = cell_of(f, KIND_AGREEMENT, ref_row(part), AGREEMENT_PART_OF);
        if (c->state != CELL_VALUE) return false;
        if ((part = c->ref) == whole) return true;
    }
    return false;
}

static bool is_superseded(const struct search *s, const struct chance *whole)
{
    for (const struct chance *c = s->chances; c < whole; c++)
        if (c->clears && c->step.type == STEP_END && whole->step.type == STEP_END &&
            is_part(s->audit->facts, c->step.record, whole->step.record))
            return true;
    return false;
}

/* Is there a record already that makes the same rebuttal true? */
static bool is_rebutted(const struct search *s, const struct chance *other)
{
    for (const struct chance *c = s->chances; c < other; c++)
        if (c->clears && c->step.type == STEP_ADD && other->step.type == STEP_ADD &&
            c->step.unless == other->step.unless)
            return true;
    return false;
}

/* Asked where something is left to be tried. */
static bool is_done(struct search *s)
{
    struct clears *found = s->finding->clears;
    if (what_if_spent(s->w)) found->stopped = true;
    return found->stopped || found->more;
}

static bool try_alone(struct search *s, struct chance *c)
{
    if (c->step.type == STEP_CROSS) return cross_find(s, c, NULL);
    cc_verdict verdict = steps_verdict(s, &c->step, NULL);
    return c->step.type == STEP_ADD ? verdict == CC_REBUTTED : verdict_clears(verdict);
}

static void find_singles(struct search *s)
{
    s->w->in_vain = false;
    for (size_t i = 0; i < s->count && !is_done(s); i++) {
        struct chance *c = &s->chances[i];
        c->superseded = is_superseded(s, c) || is_rebutted(s, c);
        if (c->superseded) continue;
        c->clears = try_alone(s, c);
        if (c->clears) keep_way(s, &c->step, NULL);
    }
    s->finding->clears->stopped |= s->w->in_vain;
}

/* ---- pairs ---- */

/* Two numbers: one past its own line, and the other is looked for. With neither at a line, which share of the way each would
 * have to go would be made up. */
static bool find_numbers(struct search *s, struct chance *a, struct chance *b)
{
    struct chance first = *a;
    if (!cross_line(&first) || !cross_find(s, b, &first.step)) return false;
    a->step = first.step;
    return true;
}

static bool find_pair(struct search *s, struct chance *a, struct chance *b)
{
    bool part = is_part(s->audit->facts, a->step.record, b->step.record) ||
                is_part(s->audit->facts, b->step.record, a->step.record);
    if (part && a->step.type == STEP_END && b->step.type == STEP_END) return false;
    if (a->step.type == STEP_CROSS) return find_numbers(s, a, b);
    if (b->step.type == STEP_CROSS) return cross_find(s, b, &a->step);
    return verdict_clears(steps_verdict(s, &a->step, &b->step));
}

static void find_pairs(struct search *s)
{
    s->w->in_vain = false;
    for (size_t i = 0; i < s->count; i++)
        for (size_t j = i + 1; j < s->count && !is_done(s); j++) {
            struct chance a = s->chances[i], b = s->chances[j];
            bool added = a.step.type == STEP_ADD || b.step.type == STEP_ADD;
            if (!added && !a.clears && !b.clears && find_pair(s, &a, &b)) keep_way(s, &a.step, &b.step);
        }
    s->finding->clears->stopped |= s->w->in_vain;
}

/* ---- all findings ---- */

static bool begin(struct search *s, struct cc_audit *audit, struct what_if *w, struct finding *f, struct arena *arena)
{
    *s = (struct search){ .audit = audit, .w = w, .finding = f, .arena = arena };
    struct clears *found = arena_take(&audit->arena, sizeof *found);
    if (!found || !(found->ways = arena_array(&audit->arena, MOST_WAYS, sizeof *found->ways))) return false;
    f->clears = found;
    chances_gather(s);
    return !arena->failed;
}

static bool search_all(struct cc_audit *audit, struct what_if *w, struct arena *arena)
{
    struct search *all = arena_array(arena, audit->finding_count, sizeof *all);
    size_t count = 0;
    if (!all) return false;
    for (size_t i = 0; i < audit->finding_count; i++) {
        if (audit->findings[i]->verdict != CC_FLAGGED) continue;
        if (!begin(&all[count], audit, w, audit->findings[i], arena)) return false;
        find_singles(&all[count++]);
    }
    for (size_t i = 0; i < count && !w->no_memory; i++)
        if (!all[i].finding->clears->changes) find_pairs(&all[i]);
    return !w->no_memory;
}

bool clears_find(struct cc_audit *audit, struct what_if *w)
{
    struct arena arena;
    arena_init(&arena, audit->arena.allocator, 0);
    bool well = search_all(audit, w, &arena);
    arena_free(&arena);
    return well;
}
