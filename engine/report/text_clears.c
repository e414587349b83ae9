/* text_clears.c - "Would clear if ...": the changes of the facts, one or two together, that would clear a finding. */
#include "report/text_report.h"

#include <inttypes.h>

#include "audit/clears.h"

enum { CLEARS_HANG = 22 }; /* behind the label, which is longer than the others */

static void put_clears(struct text_report *r, const char *label)
{
    page_built(&r->page,
               (struct par){ .indent = LABEL_INDENT, .lead = label, .hang = CLEARS_HANG, .lead_style = STYLE_BOLD });
}

void show_clears(struct text_report *r, const struct finding *f)
{
    const struct clears *c = f->clears;
    if (!c) return;
    struct text *t = page_build(&r->page);
    for (size_t i = 0; i < c->count; i++) {
        if (i) text_string(t, tr("; or "));
        way_sentence(r->audit, &c->ways[i], t);
    }
    if (c->more) text_string(t, tr("; and there are more ways"));
    if (!c->count) text_string(t, tr("no one or two changes of what is recorded"));
    if (c->stopped)
        text_add(t, tr("%s; the search stopped after %zu evaluations (--clears-budget)"),
                 c->count ? "" : tr(" of those tried"), r->audit->clears_budget);
    put_clears(r, c->count ? tr("Would clear if") : tr("Cleared by"));
}
