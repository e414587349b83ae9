/* why_text.c - why a rule says what it says, for people: each subject with its tests up to the one that decides. */
#include "report/why.h"

#include <ctype.h>

#include "report/text_report.h"

enum { SEARCHES_SHOWN = 8 };

static void put_rule(struct text_report *r, const struct question *w)
{
    const struct rule *rule = w->result->rule;
    struct text *t = page_build(&r->page);
    if (!rule->title.source)
        return; /* not loaded, or of a place that nobody asked about: its id is all that is known */
    add_bare(t, rule, &rule->title, NULL);
    page_built(&r->page, (struct par){ .style = STYLE_BOLD });
}

/* "ftc-6b/exclusive-api · 1 flagged, 3 clear" */
static void put_verdict(struct text_report *r, const struct question *w)
{
    const struct rule_result *result = w->result;
    struct text *t = page_build(&r->page);
    text_add(t, "%s · %s", result->rule->id, tr(verdict_phrases[result->verdict]));
    page_built(&r->page, (struct par){ .style = STYLE_DIM });
    t = page_build(&r->page);
    if (result->verdict == CC_NOT_APPLICABLE) text_string(t, tr("The facts have no subject for it"));
    else rule_because(r->audit, result, t);
    if (result->verdict == CC_FAILED) {
        text_add(t, " (%s", result->rule->path);
        if (result->error_line) text_add(t, ":%u", (unsigned)result->error_line);
        text_char(t, ')');
    }
    text_char(t, '.');
    page_built(&r->page, (struct par){ .style = result->verdict == CC_FAILED ? STYLE_RED : STYLE_PLAIN });
}

/* "investor Amazon, developer Anthropic": whoever reads it knows who stands where. */
static void add_roles(struct text_report *r, struct text *t, const struct finding *f)
{
    for (unsigned i = 0; i < f->rule->role_count; i++) {
        ref record, group;
        role_shown(f, i, &record, &group);
        text_add(t, "%s%s %s", i ? ", " : "", f->rule->roles[i], facts_name(r->audit->facts, record));
    }
}

static enum style verdict_style(unsigned verdict)
{
    static const enum style styles[] = { [CC_FLAGGED] = STYLE_RED_BOLD,
                                         [CC_CANNOT_TELL] = STYLE_YELLOW_BOLD,
                                         [CC_REBUTTED] = STYLE_GREEN,
                                         [CC_CLEAR] = STYLE_GREEN,
                                         [CC_OUT_OF_SCOPE] = STYLE_DIM };
    return styles[verdict];
}

static unsigned unasked(const struct element_result *items, unsigned count)
{
    unsigned n = 0;
    for (unsigned i = 0; i < count; i++) n += !items || !items[i].asked;
    return n;
}

static void put_unasked(struct text_report *r, const struct finding *f)
{
    unsigned count = unasked(f->applies, f->rule->apply_count) + unasked(f->elements, f->rule->element_count);
    if (!count || f->out_of_force) return;
    struct text *t = page_build(&r->page);
    text_add(t,
             count == 1 ? tr("%u more test was not asked; --verbose asks it")
                        : tr("%u more tests were not asked; --verbose asks them"),
             count);
    page_built(&r->page, (struct par){ .indent = MARK_INDENT + 2, .style = STYLE_DIM });
}

static void put_subject(struct text_report *r, const struct finding *f)
{
    char label[16];
    const char *name = tr(verdict_phrases[f->verdict]);
    size_t length = strlen(name);
    for (size_t i = 0; i <= length && i < sizeof label; i++) label[i] = (char)toupper((unsigned char)name[i]);
    unsigned hang = (unsigned)length + 2;
    page_blank(&r->page);
    add_roles(r, page_build(&r->page), f);
    page_built(
        &r->page,
        (struct par){ .lead = label, .hang = hang, .lead_style = verdict_style(f->verdict), .style = STYLE_BOLD });
    if (!finding_decider(f)) { /* else its mark says so below */
        struct text *t = page_build(&r->page);
        finding_because(r->audit, f, t);
        text_char(t, '.');
        page_built(&r->page, (struct par){ .indent = MARK_INDENT });
    }
    if (!f->applies) return;
    show_elements(r, f, f->applies, f->rule->apply_count, DETAIL_EVIDENCE);
    show_elements(r, f, f->elements, f->rule->element_count, DETAIL_EVIDENCE);
    for (uint16_t i = 0; i < f->rule->unless_count; i++)
        if (f->unless[i].asked) show_rebuttal(r, f, &f->unless[i]);
    put_unasked(r, f);
    if (f->verdict > CC_CANNOT_TELL) return;
    struct need *needs;
    size_t count = finding_needs(r->audit, f, &needs);
    show_needs(r, needs, count, r->verbose ? SIZE_MAX : 5);
}

/* ---- who is no subject ---- */

static void put_searches(struct text_report *r, const struct question *w)
{
    struct absence *searches;
    size_t count = rule_searches(r->audit, w->result, &searches);
    for (size_t i = 0; i < count && (i < SEARCHES_SHOWN || r->verbose); i++) {
        struct text *t = page_build(&r->page);
        const struct kind_info *kind = model_kind(searches[i].query->kind);
        if (searches[i].found) {
            text_add(t, tr("it looked at %u %s"), searches[i].found,
                     searches[i].found == 1 ? kind->name : kind->plural);
            query_add(r->audit->facts, searches[i].query, t);
        } else {
            absence_sentence(r->audit, &searches[i], t);
        }
        uint32_t at = r->audit->facts->tables[searches[i].query->kind].list_at;
        if (at) text_string(t, " ("), add_place(r, t, at), text_char(t, ')');
        page_built(&r->page, (struct par){ .indent = MARK_INDENT + 2, .style = STYLE_DIM });
    }
}

static void put_nobody(struct text_report *r, const struct question *w)
{
    if (w->result->verdict > CC_NOT_APPLICABLE) return;
    if (w->asked_count) {
        struct text *t = page_build(&r->page);
        page_blank(&r->page);
        for (size_t i = 0; i < w->asked_count; i++) {
            add_between(t, i, w->asked_count);
            text_string(t, facts_name(r->audit->facts, w->asked[i]));
        }
        text_string(t, w->asked_count == 1 ? tr(" is in no subject of this rule.")
                                           : tr(" are in no subject of this rule together."));
        page_built(&r->page, (struct par){ .style = STYLE_BOLD });
    }
    put_searches(r, w);
    struct asked asked;
    unsigned said = 0, count = 0;
    rule_asks(w->result->rule, &asked);
    for (unsigned k = 0; k < KIND_COUNT; k++) count += asked.kind[k];
    struct text *t = page_build(&r->page);
    text_string(t, tr("One more record of these kinds could make a subject; its tests then ask for "));
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        if (!asked.kind[k]) continue;
        add_between(t, said++, count);
        text_string(t, model_kind((enum kind)k)->plural);
    }
    text_char(t, '.');
    if (said) page_built(&r->page, (struct par){ .indent = MARK_INDENT });
}

/* The law once, since its subjects mostly rest on the same. */
static void put_laws(struct text_report *r, const struct question *w)
{
    show_unverified(r, w->findings, w->count, (struct par){ .style = STYLE_DIM });
}

static void put_hole(struct text_report *r, const struct question *w)
{
    struct need *needs;
    if (!w->result->hole) return;
    size_t count = hole_needs(r->audit, w->result, &needs);
    show_needs(r, needs, count, r->verbose ? SIZE_MAX : 5);
}

void why_text(const struct question *w, struct out *out)
{
    struct text_report r;
    memset(&r, 0, sizeof r);
    text_report_open(&r, out, w->allocator, w->options);
    text_report_begin(&r, w->audit);
    show_head(&r);
    put_rule(&r, w);
    put_verdict(&r, w);
    put_hole(&r, w);
    put_laws(&r, w);
    for (size_t i = 0; i < w->count; i++) put_subject(&r, w->findings[i]);
    if (!w->count) put_nobody(&r, w);
    page_blank(&r.page);
    show_sources(&r.sources, &r.page);
    if (r.arena.failed || r.lead.failed) out_no_memory(out);
    text_report_close(&r);
}
