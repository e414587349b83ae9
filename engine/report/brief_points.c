/* brief_points.c - the points of one finding, and the places on which they rest.
 *
 * The place that decides is the first record that alone would clear the finding if it were otherwise; where that was not
 * worked out, the first of what the rule's elements rest on that somebody did or agreed (an agreement, a holding, a
 * transaction), else the first measurement, else what `applies` rests on, else a list that was looked through in vain. Of a
 * finding that cannot be told it is the fact that is missing. */
#include "report/brief_points.h"

#include "audit/clears.h"
#include "report/describe.h"
#include "report/sentence.h"
#include "report/words.h"

enum { RANK_MISSING, RANK_CLEARS, RANK_DEED, RANK_FIGURE, RANK_OTHER, RANK_APPLIES, RANK_ABSENCE };

struct telling_maker {
    struct brief *b;
    const struct finding *finding;
    struct point *points;
    struct resting *places;
    size_t point_count, point_capacity, place_count, place_capacity, left;
    bool applies; /* what comes is of `applies`, which opens the door and decides nothing */
};

static struct point *add_point(struct telling_maker *m, enum point_type type, unsigned depth, const char *text)
{
    m->points = arena_grow(&m->b->words, m->points, m->point_count, &m->point_capacity, sizeof *m->points);
    if (!m->points) return m->point_count = 0, NULL;
    m->points[m->point_count] =
        (struct point){ .type = (uint8_t)type, .depth = (uint8_t)depth, .at = NO_PLACE, .text = text };
    return &m->points[m->point_count++];
}

/* Its number, from 1; 0: there are enough. */
static uint32_t add_place(struct telling_maker *m, uint32_t at, uint32_t rank, ref record, const char *text,
                          const char *pointer)
{
    for (size_t i = 0; i < m->place_count; i++) {
        if (m->places[i].at != at) continue;
        if (rank < m->places[i].rank) m->places[i].rank = rank;
        return (uint32_t)i + 1;
    }
    if (m->place_count == BRIEF_PLACES) return m->left++, 0;
    m->places = arena_grow(&m->b->words, m->places, m->place_count, &m->place_capacity, sizeof *m->places);
    if (!m->places) return m->place_count = 0, 0;
    m->places[m->place_count] = (struct resting){ at, rank, record, text,
                                                  arena_copy(&m->b->words, pointer, strlen(pointer)) };
    return (uint32_t)++m->place_count;
}

static uint32_t rank_of(const struct telling_maker *m, const struct evidence *e)
{
    if (e->type == EVIDENCE_ABSENCE) return RANK_ABSENCE;
    if (m->applies) return RANK_APPLIES;
    if (e->type == EVIDENCE_COMPLETE || e->link) return RANK_OTHER;
    switch (model_kind(ref_kind(e->record))->time) {
    case TIME_STATE:
    case TIME_EVENT: return RANK_DEED;
    case TIME_MEASUREMENT: return RANK_FIGURE;
    default: return RANK_OTHER;
    }
}

/* The places of an element; `p` gets the first. What is not there has none to show for. */
static void rest_on(struct telling_maker *m, const struct element_result *e, size_t point)
{
    struct evidence *all;
    char pointer[256];
    size_t count = element_evidence(m->b->audit, m->finding, e, &all);
    for (size_t i = 0; i < count && m->points; i++) {
        evidence_pointer(m->b->audit, &all[i], pointer, sizeof pointer);
        if (all[i].type == EVIDENCE_ABSENCE && !*pointer) continue; /* the file has no such list */
        struct point *p = &m->points[point];
        if (all[i].type == EVIDENCE_FIELD || all[i].type == EVIDENCE_RECORD)
            p->estimate = p->estimate || is_estimate(m->b->audit->facts, all[i].record);
        uint32_t number = add_place(m, all[i].at, rank_of(m, &all[i]), all[i].record, p->text, pointer);
        if (p->at == NO_PLACE) p->at = all[i].at, p->number = number;
    }
}

/* ---- elements ---- */

static enum point_type type_of(const struct element_result *e)
{
    return e->truth == YES ? POINT_HOLDS : e->truth == NO ? POINT_FAILS : POINT_UNKNOWN;
}

static void tell_element(struct telling_maker *m, const struct element_result *e, enum point_type type, unsigned depth)
{
    add_sentence(brief_build(m->b), m->b->audit, m->finding, e, "");
    size_t point = m->point_count;
    if (!add_point(m, type, depth, brief_built(m->b))) return;
    if (!element_is_group(e)) {
        rest_on(m, e, point);
        return;
    }
    for (uint16_t i = 0; i < e->count; i++) {
        bool row = e->element->form == ELEMENT_EACH; /* of which only those that hold are told */
        bool idle = row ? e->items[i].truth != YES : member_is_idle(e, &e->items[i]);
        if (e->items[i].asked && !idle) tell_element(m, &e->items[i], type_of(&e->items[i]), depth + 1);
    }
}

static void tell_elements(struct telling_maker *m, const struct element_result *items, size_t count)
{
    for (size_t i = 0; items && i < count; i++)
        if (items[i].asked) tell_element(m, &items[i], type_of(&items[i]), 0);
}

static void tell_rebuttals(struct telling_maker *m)
{
    const struct finding *f = m->finding;
    bool rebutted = f->verdict == CC_REBUTTED;
    for (uint16_t i = 0; f->unless && i < f->rule->unless_count; i++)
        if (f->unless[i].asked && f->unless[i].truth == (rebutted ? YES : UNKNOWN))
            tell_element(m, &f->unless[i], rebutted ? POINT_REBUTTED : POINT_OPEN, 0);
}

/* ---- what is missing ---- */

static void tell_needs(struct telling_maker *m, const struct need *needs, size_t count)
{
    for (size_t i = 0; i < count && i < BRIEF_NEEDS; i++) {
        const struct need *n = &needs[i];
        char pointer[256] = "";
        struct text *t = brief_build(m->b);
        text_string(t, n->what);
        if (n->now && *n->now) text_add(t, tr(" (now %s)"), n->now);
        if (n->alone) text_string(t, tr("; it alone decides"));
        struct point *p = add_point(m, POINT_MISSING, 0, brief_built(m->b));
        if (!p || n->at == NO_PLACE) continue;
        if (n->record != NO_REF) facts_pointer(m->b->audit->facts, n->record, n->field, -1, pointer, sizeof pointer);
        p->at = n->at;
        p->number = add_place(m, n->at, RANK_MISSING, n->record, p->text, pointer);
    }
    if (count <= BRIEF_NEEDS) return;
    struct text *t = brief_build(m->b);
    add_count(t, count - BRIEF_NEEDS, tr("more fact"), tr("more facts"));
    add_point(m, POINT_MISSING, 0, brief_built(m->b));
}

/* ---- what would clear it ---- */

static void tell_clears(struct telling_maker *m)
{
    const struct clears *c = m->finding->clears;
    for (size_t i = 0; c && i < c->count; i++) {
        const struct way *way = &c->ways[i];
        way_sentence(m->b->audit, m->finding, way, brief_build(m->b));
        struct point *p = add_point(m, POINT_CLEARS, 0, brief_built(m->b));
        const struct step *step = &way->steps[0];
        if (!p || way->count != 1 || step->type == STEP_ADD) continue;
        p->at = facts_at(m->b->audit->facts, step->record, step->type == STEP_CROSS ? step->field : NO_FIELD);
        for (size_t k = 0; k < m->place_count; k++) {
            if (m->places[k].record != step->record || m->places[k].rank < RANK_CLEARS) continue;
            m->places[k].rank = RANK_CLEARS;
            p->number = (uint32_t)k + 1;
            break;
        }
    }
}

/* ---- the law ---- */

static void tell_laws(struct telling_maker *m)
{
    const struct basis *laws;
    size_t count = finding_laws(m->b->audit, m->finding, &m->b->words, &laws);
    for (size_t i = 0; i < count; i++) {
        add_basis(brief_build(m->b), &laws[i]);
        struct point *p = add_point(m, POINT_BASIS, 0, brief_built(m->b));
        if (p) p->unverified = !laws[i].source->verified;
    }
}

static void tell_advice(struct telling_maker *m)
{
    if (!m->finding->rule->advice.source) return;
    finding_advice(m->b->audit, m->finding, brief_build(m->b));
    add_point(m, POINT_ADVICE, 0, brief_built(m->b));
}

/* Why a subject is clear or out of scope. */
static void tell_reason(struct telling_maker *m)
{
    const struct element_result *e = finding_reason(m->finding);
    if (m->finding->out_of_force) {
        add_out_of_force(brief_build(m->b), m->finding);
        add_point(m, POINT_FAILS, 0, brief_built(m->b));
    } else if (e) tell_element(m, e, POINT_FAILS, 0);
}

/* ---- all of it ---- */

/* The place of the least rank comes first, and the others stay in their order. */
static void decide(struct telling_maker *m)
{
    size_t best = 0;
    for (size_t i = 1; i < m->place_count; i++)
        if (m->places[i].rank < m->places[best].rank) best = i;
    if (!best) return;
    struct resting first = m->places[best];
    memmove(m->places + 1, m->places, best * sizeof *m->places);
    m->places[0] = first;
    for (size_t i = 0; i < m->point_count; i++) {
        uint32_t *number = &m->points[i].number;
        if (*number == best + 1) *number = 1;
        else if (*number && *number <= best) ++*number;
    }
}

static void deliver(struct telling_maker *m, struct telling *told)
{
    decide(m);
    told->points = m->points, told->point_count = m->point_count;
    told->places = m->places, told->place_count = m->place_count, told->place_left = m->left;
}

void brief_points(struct brief *b, struct telling *told)
{
    const struct finding *f = told->finding;
    struct telling_maker m = { .b = b, .finding = f };
    if (f->verdict > CC_REBUTTED) {
        tell_reason(&m);
        tell_laws(&m);
    } else {
        m.applies = true;
        tell_elements(&m, f->applies, f->rule->apply_count);
        m.applies = false;
        tell_elements(&m, f->elements, f->rule->element_count);
        if (f->verdict != CC_CANNOT_TELL) tell_rebuttals(&m);
        struct need *needs = NULL;
        size_t count = f->verdict == CC_CANNOT_TELL ? finding_needs(b->audit, f, &needs) : 0;
        tell_needs(&m, needs, count);
        tell_clears(&m);
        tell_laws(&m);
        tell_advice(&m);
    }
    deliver(&m, told);
}

void brief_missing(struct brief *b, struct telling *told, const struct need *needs, size_t count)
{
    struct telling_maker m = { .b = b };
    tell_needs(&m, needs, count);
    deliver(&m, told);
}
