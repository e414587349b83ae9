/* sensitivity.c - see sensitivity.h. */
#include "audit/sensitivity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/trails.h"
#include "audit/what_if.h"

static const double NEAR = 10; /* percent of the threshold */

struct measuring {
    struct cc_audit *audit;
    struct what_if *w;
    struct sensitivity *found;
    size_t near_capacity, source_capacity;
    const struct finding *finding;
};

/* ---- near a line ---- */

static bool same_value(const struct quantity *a, const struct quantity *b)
{
    return a->unit == b->unit && a->low <= b->low && a->low >= b->low && a->high <= b->high && a->high >= b->high;
}

/* The side that is a param of the rule, by its name or, in a function, by its value; else the right one. */
static const struct quantity *threshold_of(const struct finding *f, const struct compared_sides *s)
{
    for (unsigned i = 0; f->params && i < f->rule->param_count; i++) {
        const struct quantity *value = &f->params->values[i];
        bool left = s->left_name ? !strcmp(s->left_name, f->rule->params[i].name) : same_value(&s->left, value);
        if (left) return &s->left;
    }
    return &s->right;
}

/* How far apart the sides are, in percent of the threshold, ranges by their nearest ends; negative: it cannot be said. */
static double apart(const struct finding *f, const struct compared_sides *s)
{
    const struct quantity *line = threshold_of(f, s);
    if (!quantity_is_exact(line) || !(line->low > 0) || s->left.unit == UNIT_DATE) return -1;
    double gap = fmax(s->left.low - s->right.high, s->right.low - s->left.high);
    return 100 * gap / line->low;
}

static void add_near(struct measuring *m, const struct element_result *r, const struct compared_sides *s)
{
    struct sensitivity *found = m->found;
    double distance = apart(m->finding, s);
    if (distance < 0 || distance > NEAR || s->result.result == UNKNOWN) return;
    m->w->turned = s->number, m->w->turned_to = UNKNOWN;
    cc_verdict verdict = what_if_verdict(m->w, m->finding);
    m->w->turned = 0;
    if (verdict == CC_VERDICTS || verdict == CC_FAILED) return;
    struct near_line *moved = arena_grow(&m->audit->arena, found->near, found->near_count, &m->near_capacity,
                                         sizeof *moved);
    if (!moved) return;
    found->near = moved;
    found->near[found->near_count++] = (struct near_line){ m->finding, r, s, distance, (uint8_t)verdict };
}

static void measure(struct measuring *m, const struct element_result *r)
{
    if (!r->asked) return;
    for (size_t i = 0; i < r->trail.comparison_count; i++) add_near(m, r, &r->trail.comparisons[i]);
    for (unsigned i = 0; i < r->count; i++) measure(m, &r->items[i]);
}

static void measure_element(void *ud, const struct element_result *r) { measure(ud, r); }

static void sort_near(struct sensitivity *s)
{
    for (size_t i = 1; i < s->near_count; i++) { /* stable: the more severe stay first */
        struct near_line line = s->near[i];
        size_t at = i;
        for (; at > 0 && s->near[at - 1].apart > line.apart; at--) s->near[at] = s->near[at - 1];
        s->near[at] = line;
    }
}

/* ---- one source ---- */

/* The only source of a record; UINT32_MAX: none, or several. */
static uint32_t only_source(const struct facts *f, ref record)
{
    unsigned field = model_kind(ref_kind(record))->cites;
    if (field == NO_FIELD) return UINT32_MAX;
    const struct cell *c = cell_in(f, record, (enum field)field);
    if (c->state != CELL_VALUE || !c->list.count) return UINT32_MAX;
    for (uint32_t i = 1; i < c->list.count; i++)
        if (f->cites[c->list.first + i].source != f->cites[c->list.first].source) return UINT32_MAX;
    return f->cites[c->list.first].source;
}

/* Who there is, and which markets, is not in doubt: only what is said of them. */
static bool may_be_hidden(enum kind kind)
{
    return kind != KIND_ENTITY && kind != KIND_MARKET && model_kind(kind)->from != NO_FIELD;
}

/* As if what the source alone says had not been heard by the day. False: no memory. */
static bool hide_source(struct measuring *m, uint32_t source)
{
    const struct facts *f = m->audit->facts;
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        for (uint32_t row = 0; may_be_hidden((enum kind)k) && row < facts_rows(f, (enum kind)k); row++) {
            ref record = ref_make((enum kind)k, row);
            if (only_source(f, record) != source) continue;
            struct cell *from = overlay_cell(m->w->overlay, record, (enum field)model_kind((enum kind)k)->from);
            if (!from) return false;
            from->state = CELL_VALUE, from->date = (struct days){ m->audit->as_of + 1, m->audit->as_of + 1 };
        }
    }
    return true;
}

struct citing {
    const struct facts *facts;
    const struct finding *finding;
    uint32_t source;
    bool cites;
};
static void visit_record(void *ud, const struct trail *trail, const struct trail_entry *entry)
{
    struct citing *c = ud;
    (void)trail;
    bool cited = entry->type == TRAIL_MATCH || entry->type == TRAIL_READ || entry->type == TRAIL_LINK;
    if (cited && entry->record != NO_REF && may_be_hidden(ref_kind(entry->record)))
        c->cites = c->cites || only_source(c->facts, entry->record) == c->source;
}
static void visit_cited(void *ud, const struct element_result *r)
{
    struct citing *c = ud;
    element_walk(c->finding, r, visit_record, c);
}

static bool cites_alone(const struct measuring *m, const struct finding *f, uint32_t source)
{
    struct citing c = { m->audit->facts, f, source, false };
    finding_walk(f, visit_cited, &c);
    return c.cites;
}

static void add_hanging(struct measuring *m, uint32_t source, const struct finding *f, cc_verdict verdict)
{
    struct sensitivity *found = m->found;
    struct arena *arena = &m->audit->arena;
    struct hanging_source *last = found->source_count ? &found->sources[found->source_count - 1] : NULL;
    if (!last || last->source != source) {
        struct hanging_source *moved = arena_grow(arena, found->sources, found->source_count, &m->source_capacity,
                                                  sizeof *moved);
        struct hanging *findings = arena_array(arena, m->audit->totals[CC_FLAGGED], sizeof *findings);
        if (!moved || !findings) return;
        found->sources = moved;
        last = &found->sources[found->source_count++];
        *last = (struct hanging_source){ source, findings, 0 };
    }
    last->findings[last->count++] = (struct hanging){ f, (uint8_t)verdict };
}

static void try_source(struct measuring *m, uint32_t source)
{
    bool hidden = false;
    for (size_t i = 0; i < m->audit->finding_count; i++) {
        const struct finding *f = m->audit->findings[i];
        if (f->verdict != CC_FLAGGED || !cites_alone(m, f, source)) continue;
        if (!hidden && !hide_source(m, source)) m->w->no_memory = true;
        hidden = true;
        cc_verdict verdict = what_if_verdict(m->w, f);
        if (verdict != CC_FLAGGED && verdict != CC_VERDICTS && verdict != CC_FAILED) add_hanging(m, source, f, verdict);
    }
    if (hidden) overlay_clear(m->w->overlay);
}

static void sort_sources(struct sensitivity *s)
{
    for (size_t i = 1; i < s->source_count; i++) {
        struct hanging_source source = s->sources[i];
        size_t at = i;
        for (; at > 0 && s->sources[at - 1].count < source.count; at--) s->sources[at] = s->sources[at - 1];
        s->sources[at] = source;
    }
}

/* ---- law that nobody has read ---- */

static bool is_read(const struct basis *basis, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (basis[i].source->verified) return true;
    return false;
}

static bool law_is_read(const struct cc_audit *audit, const struct finding *f)
{
    const struct basis *basis;
    size_t count = finding_basis(audit, f, &basis);
    bool read = is_read(basis, count);
    for (unsigned i = 0; i < f->rule->element_count; i++)
        read = read || is_read(f->rule->elements[i].basis, f->rule->elements[i].basis_count);
    return read;
}

static void find_unread(struct measuring *m)
{
    struct cc_audit *audit = m->audit;
    m->found->unread = arena_array(&audit->arena, audit->totals[CC_FLAGGED] + 1, sizeof *m->found->unread);
    for (size_t i = 0; m->found->unread && i < audit->finding_count; i++)
        if (audit->findings[i]->verdict == CC_FLAGGED && !law_is_read(audit, audit->findings[i]))
            m->found->unread[m->found->unread_count++] = audit->findings[i];
}

bool sensitivity_find(struct cc_audit *audit, struct what_if *w)
{
    struct sensitivity *found = arena_take(&audit->arena, sizeof *found);
    struct measuring m = { .audit = audit, .w = w, .found = found };
    if (!found) return false;
    w->in_vain = false;
    for (size_t i = 0; i < audit->finding_count; i++) {
        m.finding = audit->findings[i];
        finding_walk(m.finding, measure_element, &m);
    }
    for (uint32_t s = 0; s < facts_rows(audit->facts, KIND_SOURCE); s++) try_source(&m, s);
    find_unread(&m);
    sort_near(found), sort_sources(found);
    found->stopped = w->in_vain;
    audit->sensitivity = found;
    return !w->no_memory && !audit->arena.failed;
}
