/* text_ledger.c - how findings stand: new or known by the baseline, accepted by somebody, for a reason, until a day. */
#include "report/order.h"
#include "report/standing.h"
#include "report/text_report.h"

/* "by b.json and a.json: 1 new, 2 known; 1 accepted" */
void show_ledger(struct text_report *r)
{
    const struct cc_audit *a = r->audit;
    if (!a->baseline && !a->accepted) return;
    struct text *t = page_build(&r->page);
    text_string(t, tr("by "));
    if (a->baseline) text_string(t, a->baseline);
    if (a->accepted) text_string(t, a->baseline ? tr(" and ") : ""), text_string(t, a->accepted);
    const char *between = ": ";
    for (unsigned s = 0; s < CC_STANDINGS; s++) {
        size_t count = cc_audit_standing(a, (cc_standing)s);
        if (!count || (s == CC_NEW && !a->baseline)) continue;
        text_string(t, between), add_count(t, count, tr(standing_phrases[s]), tr(standing_phrases[s]));
        between = "; ";
    }
    if (*between == ':') text_string(t, a->baseline ? tr(": nothing new") : tr(": nothing accepted"));
    page_built(&r->page, (struct par){ .style = STYLE_PLAIN });
}

void add_standing(const struct text_report *r, struct text *t, const struct finding *f)
{
    const struct cc_audit *a = r->audit;
    if (f->verdict > CC_CANNOT_TELL) return;
    text_add(t, " · %.12s", finding_fingerprint(a, f));
    if (f->standing == CC_ACCEPTED || (f->standing == CC_NEW && !a->baseline)) return;
    if (f->standing == CC_ACCEPTED_EXPIRED && f->acceptance) {
        text_string(t, tr(" · was accepted until ")), add_until(t, f->acceptance->until);
        text_add(t, tr(" by %s"), f->acceptance->who);
        return;
    }
    text_add(t, " · %s", tr(standing_phrases[f->standing]));
    if (f->standing == CC_WORSENED && f->was < CC_VERDICTS) text_add(t, tr(", was %s"), tr(verdict_phrases[f->was]));
}

static void show_acceptance(struct text_report *r, const struct finding *f)
{
    const struct acceptance *a = f->acceptance;
    bool flagged = f->verdict == CC_FLAGGED;
    finding_title(r->audit, f, page_build(&r->page));
    page_built(&r->page, (struct par){ .indent = MARK_INDENT,
                                       .lead = flagged ? tr(severity_names[f->rule->severity]) : tr("cannot tell"),
                                       .hang = LABEL_HANG,
                                       .lead_style = flagged ? severity_style(f->rule->severity) : STYLE_YELLOW });
    struct text *t = page_build(&r->page);
    text_add(t, "%s · %s", f->rule->id, tr(nature_names[f->rule->nature]));
    add_standing(r, t, f);
    page_built(&r->page, (struct par){ .indent = LABEL_HANG, .style = STYLE_DIM });
    struct doubt doubt = finding_doubt(r->audit, f, &r->arena);
    add_doubt(page_build(&r->page), doubt);
    if (is_doubted(doubt)) page_built(&r->page, (struct par){ .indent = LABEL_HANG, .style = STYLE_DIM });
    page_par(&r->page,
             (struct par){ .indent = LABEL_INDENT, .lead = tr("Reason"), .hang = LABEL_HANG, .lead_style = STYLE_BOLD },
             a->reason);
    t = page_build(&r->page);
    text_add(t, tr("%s, until "), a->who);
    add_until(t, a->until);
    text_add(t, " (%s", a->file);
    if (a->line) text_add(t, ":%u", (unsigned)a->line);
    text_char(t, ')');
    page_built(&r->page,
               (struct par){ .indent = LABEL_INDENT, .lead = tr("Who"), .hang = LABEL_HANG, .lead_style = STYLE_BOLD });
}

void show_accepted(struct text_report *r)
{
    const struct finding *f;
    bool any = false;
    for (size_t at = 0; (f = next_finding(r->audit, VERDICT(CC_FLAGGED) | VERDICT(CC_CANNOT_TELL), &at));) {
        if (f->standing != CC_ACCEPTED) continue;
        if (!any) page_par(&r->page, (struct par){ .style = STYLE_BOLD }, tr("Accepted"));
        any = true;
        show_acceptance(r, f);
    }
    if (any) page_blank(&r->page);
}
