/* text_sensitivity.c - how near the verdicts are to others: lines that are close, sources that carry a finding alone, law
 * that nobody has read. */
#include "report/text_report.h"

#include <math.h>
#include <stdio.h>

#include "audit/sensitivity.h"

enum { LINE_INDENT = 4, LINE_HANG = 11 };

static void put_subheading(struct text_report *r, const char *heading)
{
    page_par(&r->page, (struct par){ .indent = MARK_INDENT, .style = STYLE_BOLD }, heading);
}

/* A subject that is none any more is concerned by the rule no longer. */
static const char *verdict_words(unsigned verdict)
{
    if (verdict == CC_CANNOT_TELL) return tr("undecided");
    return verdict == CC_NOT_APPLICABLE ? tr("not concerned") : tr(verdict_names[verdict]);
}

static void near_words(struct text_report *r, const struct near_line *n, struct text *t)
{
    element_sentence(r->audit, n->finding, n->element, t);
    text_add(t, "  %s: %s", n->finding->rule->id, verdict_words(n->finding->verdict));
    if (n->verdict == n->finding->verdict) text_string(t, tr(", and the verdict stays on the other side"));
    else text_add(t, tr(", on the other side %s"), verdict_words(n->verdict));
}

/* How many from here on read the same: subjects of one rule. */
static size_t put_near(struct text_report *r, const struct near_line *all, size_t count)
{
    char lead[32];
    struct text mine, other;
    size_t same = 1;
    text_init(&mine, r->audit->arena.allocator, (size_t)1 << 20);
    text_init(&other, r->audit->arena.allocator, (size_t)1 << 20);
    near_words(r, &all[0], &mine);
    for (; same < count && all[same].finding->rule == all[0].finding->rule; same++) {
        text_reset(&other), near_words(r, &all[same], &other);
        if (strcmp(text_chars(&mine), text_chars(&other)) != 0) break;
    }
    struct text *t = page_build(&r->page);
    text_string(t, text_chars(&mine));
    if (same > 1) text_add(t, tr(" (%zu subjects)"), same);
    t->failed = t->failed || mine.failed || other.failed;
    text_free(&mine), text_free(&other);
    snprintf(lead, sizeof lead, "%.2g %%", all[0].apart);
    page_built(&r->page, (struct par){ .indent = LINE_INDENT, .lead = lead, .hang = LINE_HANG });
    return same;
}

static void put_finding(struct text_report *r, const struct finding *f, const char *then)
{
    struct text *t = page_build(&r->page);
    text_add(t, "%s: ", f->rule->id);
    finding_title(r->audit, f, t);
    if (then) text_add(t, " (%s)", then);
    page_built(&r->page, (struct par){ .indent = LINE_HANG, .hang = LINE_HANG + 2 });
}

static void put_source(struct text_report *r, const struct hanging_source *s)
{
    char lead[32];
    const struct facts *facts = r->audit->facts;
    snprintf(lead, sizeof lead, "[%zu%s]", sources_fact(&r->sources, s->source),
             source_is_later(r->audit, s->source) ? "*" : "");
    struct text *t = page_build(&r->page);
    text_string(t, facts_name(facts, ref_make(KIND_SOURCE, s->source)));
    text_string(t, s->count == 1 ? tr(": without what it alone says, this is not flagged:")
                                 : tr(": without what it alone says, these are not flagged:"));
    page_built(&r->page, (struct par){ .indent = LINE_INDENT, .lead = lead, .hang = LINE_HANG });
    for (size_t i = 0; i < s->count; i++) put_finding(r, s->findings[i].finding, verdict_words(s->findings[i].verdict));
}

void show_sensitivity(struct text_report *r)
{
    const struct sensitivity *s = r->audit->sensitivity;
    if (!s) return;
    page_par(&r->page, (struct par){ .style = STYLE_BOLD }, tr("Sensitivity"));
    put_subheading(r, s->near_count ? tr("Within 10 % of a line")
                                    : tr("Nothing that was compared lies within 10 % of its line"));
    for (size_t i = 0; i < s->near_count;) i += put_near(r, &s->near[i], s->near_count - i);
    put_subheading(r, s->source_count ? tr("Carried by one source") : tr("No finding is carried by one source alone"));
    for (size_t i = 0; i < s->source_count; i++) put_source(r, &s->sources[i]);
    if (s->unread_count) put_subheading(r, tr("By law of which nobody has opened the source itself"));
    for (size_t i = 0; i < s->unread_count; i++) put_finding(r, s->unread[i], NULL);
    if (s->stopped) put_subheading(r, tr("Stopped early: there is more than --clears-budget allows"));
    page_blank(&r->page);
}
