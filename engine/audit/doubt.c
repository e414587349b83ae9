/* doubt.c - see doubt.h. */
#include "audit/doubt.h"

#include <string.h>

bool is_estimate(const struct facts *facts, ref record)
{
    enum kind kind = ref_kind(record);
    const struct kind_info *info = model_kind(kind);
    if (info->confidence == NO_FIELD) return false;
    const struct cell *c = cell_of(facts, kind, ref_row(record), (enum field)info->confidence);
    return c->state == CELL_VALUE && strcmp(facts_word(facts, c->word), "estimated") == 0;
}

/* ---- the tests that a verdict rests on ---- */

/* A row of an `each` element is a test of its own. */
static bool is_group(const struct element_result *e) { return e->element->form >= ELEMENT_ANY && !e->each; }

struct gathering {
    const struct cc_audit *audit;
    const struct finding *finding;
    struct arena *arena;
    struct basis *laws; /* those that are known already */
    size_t law_count, law_capacity;
    ref *estimates;
    size_t estimate_count, estimate_capacity;
};

static bool is_proof(const struct evidence *e) { return e->type == EVIDENCE_FIELD || e->type == EVIDENCE_RECORD; }

typedef void test_fn(struct gathering *, const struct element_result *);
static void each_test(struct gathering *g, const struct element_result *e, test_fn *look)
{
    if (!e->asked) return;
    look(g, e);
    if (!is_group(e)) return;
    for (uint16_t i = 0; i < e->count; i++) each_test(g, &e->items[i], look);
}

static void each_deciding_test(struct gathering *g, test_fn *look)
{
    const struct finding *f = g->finding;
    const struct element_result *reason = f->verdict > CC_REBUTTED ? finding_decider(f) : NULL;
    if (reason) each_test(g, reason, look);
    if (f->verdict > CC_REBUTTED) return;
    for (uint16_t i = 0; f->applies && i < f->rule->apply_count; i++) each_test(g, &f->applies[i], look);
    for (uint16_t i = 0; f->elements && i < f->rule->element_count; i++) each_test(g, &f->elements[i], look);
    for (uint16_t i = 0; f->unless && i < f->rule->unless_count; i++)
        if (f->unless[i].truth == YES) each_test(g, &f->unless[i], look);
}

/* ---- law ---- */

static bool is_among(const struct law_source *source, const struct basis *laws, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (laws[i].source == source) return true;
    return false;
}

/* A rule may name two places of one source; a test of it adds only what the rule does not name. */
static void add_laws(struct gathering *g, const struct basis *basis, size_t count, bool of_test)
{
    for (size_t i = 0; i < count; i++) {
        if (of_test && is_among(basis[i].source, g->laws, g->law_count)) continue;
        g->laws = arena_grow(g->arena, g->laws, g->law_count, &g->law_capacity, sizeof *g->laws);
        if (!g->laws) {
            g->law_count = 0;
            return;
        }
        g->laws[g->law_count++] = basis[i];
    }
}

static void look_for_laws(struct gathering *g, const struct element_result *e)
{
    add_laws(g, e->element->basis, e->element->basis_count, true);
}

size_t finding_laws(const struct cc_audit *audit, const struct finding *f, struct arena *arena,
                    const struct basis **ret_laws)
{
    struct gathering g = { .audit = audit, .finding = f, .arena = arena };
    const struct basis *own;
    size_t count = finding_basis(audit, f, &own);
    add_laws(&g, own, count, false);
    each_deciding_test(&g, look_for_laws);
    *ret_laws = g.laws;
    return g.law_count;
}

/* ---- facts ---- */

static void look_for_estimates(struct gathering *g, const struct element_result *e)
{
    struct evidence *all;
    size_t count = is_group(e) ? 0 : element_evidence(g->audit, g->finding, e, &all);
    for (size_t i = 0; i < count; i++) {
        if (!is_proof(&all[i]) || !is_estimate(g->audit->facts, all[i].record)) continue;
        bool known = false;
        for (size_t k = 0; k < g->estimate_count; k++) known = known || g->estimates[k] == all[i].record;
        if (known) continue;
        g->estimates = arena_grow(g->arena, g->estimates, g->estimate_count, &g->estimate_capacity,
                                  sizeof *g->estimates);
        if (!g->estimates) {
            g->estimate_count = 0;
            return;
        }
        g->estimates[g->estimate_count++] = all[i].record;
    }
}

bool rests_on_estimate(const struct cc_audit *audit, const struct finding *f, const struct element_result *e)
{
    struct evidence *all;
    bool found = false;
    if (!e->asked) return false;
    if (is_group(e)) {
        for (uint16_t i = 0; i < e->count; i++) found = found || rests_on_estimate(audit, f, &e->items[i]);
        return found;
    }
    size_t count = element_evidence(audit, f, e, &all);
    for (size_t i = 0; i < count; i++) found = found || (is_proof(&all[i]) && is_estimate(audit->facts, all[i].record));
    return found;
}

/* ---- both ---- */

struct doubt finding_doubt(const struct cc_audit *audit, const struct finding *f, struct arena *arena)
{
    struct gathering g = { .audit = audit, .finding = f, .arena = arena };
    const struct basis *laws;
    struct doubt d = { 0, 0 };
    size_t count = finding_laws(audit, f, arena, &laws);
    for (size_t i = 0; i < count; i++) d.sources += !laws[i].source->verified && !is_among(laws[i].source, laws, i);
    each_deciding_test(&g, look_for_estimates);
    d.estimates = g.estimate_count;
    return d;
}
