/* text_missing.c - what to find out first: the facts that settle most of what cannot be decided. */
#include "report/text_report.h"

#include <stdio.h>

#include "audit/missing.h"

enum { FACTS_SHOWN = 3, FINDINGS_SHOWN = 3, FACT_HANG = 5 };

/* What, as the file has it now, and where. */
static void put_fact(struct text_report *r, const struct fact_to_find *fact, size_t number)
{
    struct need *needs;
    const struct decision *d = fact->decisions[0];
    size_t count = finding_needs(r->audit, d->finding, &needs);
    char lead[24];
    snprintf(lead, sizeof lead, "%zu.", number);
    struct text *t = page_build(&r->page);
    for (size_t i = 0; i < count; i++) {
        if (needs[i].decision != d) continue;
        text_add(t, tr("%s (now %s)  "), needs[i].what, needs[i].now);
        add_place(r, t, needs[i].at);
    }
    page_built(&r->page,
               (struct par){ .indent = MARK_INDENT, .lead = lead, .hang = FACT_HANG, .lead_style = STYLE_BOLD });
}

/* The findings that it settles with the same values stand in one line. */
static void put_settled(struct text_report *r, const struct fact_to_find *fact)
{
    size_t shown = r->verbose || fact->count <= FINDINGS_SHOWN + 1 ? fact->count : FINDINGS_SHOWN;
    for (size_t i = 0; i < shown; i++) {
        struct text *t = page_build(&r->page);
        finding_title(r->audit, fact->decisions[i]->finding, t);
        text_string(t, ": ");
        decision_sentence(r->audit, fact->decisions[i], t);
        page_built(&r->page, (struct par){ .indent = FACT_HANG });
    }
    if (shown == fact->count) return;
    struct text *t = page_build(&r->page);
    text_add(t, tr("and %zu more"), fact->count - shown);
    page_built(&r->page, (struct par){ .indent = FACT_HANG, .style = STYLE_DIM });
}

/* What the open comparisons would have to come to, where no fact of the file decides. */
void show_lines(struct text_report *r, const struct finding *f)
{
    const struct missing *m = f->missing;
    size_t count = !m ? 0 : missing_together(m) ? 1 : m->line_count;
    for (size_t i = 0; i < count; i++) {
        struct text *t = page_build(&r->page);
        if (missing_together(m)) together_sentence(m, t);
        else line_sentence(r->audit, f, &m->lines[i], t);
        page_built(&r->page, (struct par){ .indent = LABEL_INDENT,
                                           .lead = i ? "" : tr("Decides"),
                                           .hang = LABEL_HANG,
                                           .lead_style = STYLE_YELLOW });
    }
}

void show_to_find(struct text_report *r)
{
    const struct cc_audit *audit = r->audit;
    size_t count = audit->to_find_count, shown = r->verbose || count < FACTS_SHOWN ? count : FACTS_SHOWN;
    if (!count) return;
    struct text *t = page_build(&r->page);
    if (shown == 1) text_string(t, tr("Find out this fact first"));
    else text_add(t, tr("Find out these %zu facts first"), shown);
    page_built(&r->page, (struct par){ .style = STYLE_BOLD });
    for (size_t i = 0; i < shown; i++) {
        put_fact(r, &audit->to_find[i], i + 1);
        put_settled(r, &audit->to_find[i]);
    }
    page_blank(&r->page);
}
