/* text_clears.c - "Would clear if ...": the changes of the facts, one or two together, that would clear a finding. */
#include "report/text_report.h"

#include "audit/clears.h"

enum { CLEARS_HANG = 22 }; /* behind the label, which is longer than the others */

static void put_clears(struct text_report *r, const char *label)
{
    page_built(&r->page,
               (struct par){ .indent = LABEL_INDENT, .lead = label, .hang = CLEARS_HANG, .lead_style = STYLE_BOLD });
}

static void add_ways(struct text_report *r, const struct finding *f, struct text *t)
{
    const struct clears *c = f->clears;
    for (size_t i = 0; i < c->count; i++) {
        if (i) text_string(t, tr("; or "));
        way_sentence(r->audit, f, &c->ways[i], t);
    }
    if (c->more) text_string(t, tr("; and there are more ways"));
}

void show_clears(struct text_report *r, const struct finding *f)
{
    const struct clears *c = f->clears;
    if (!c) return;
    struct text *t = page_build(&r->page);
    if (!c->changes) {
        text_string(t, tr("no one or two changes of what is recorded"));
        if (c->stopped) text_string(t, tr(" that were tried"));
        if (c->count) text_string(t, tr("; it would be rebutted if "));
    }
    add_ways(r, f, t);
    if (c->stopped)
        text_add(t, tr("; the search stopped after %zu evaluations (--clears-budget)"), r->audit->clears_budget);
    put_clears(r, c->changes ? tr("Would clear if") : tr("Cleared by"));
}
