/* text_finding.c - whole findings: title, elements, rebuttals, what is missing, the basis in law, what to ask. */
#include "report/text_report.h"

#include <ctype.h>
#include <string.h>

enum style severity_style(unsigned severity)
{
    switch (severity) {
    case CC_CRITICAL:
    case CC_HIGH: return STYLE_RED_BOLD;
    case CC_MEDIUM: return STYLE_YELLOW_BOLD;
    case CC_LOW: return STYLE_BLUE_BOLD;
    default: return STYLE_DIM;
    }
}

static void put_title(struct text_report *r, const struct finding *f, const char *label, enum style style)
{
    struct text *t = page_build(&r->page);
    unsigned hang = (unsigned)strlen(label) + 2;
    finding_title(r->audit, f, t);
    page_built(&r->page, (struct par){ .lead = label, .hang = hang, .lead_style = style, .style = STYLE_BOLD });

    t = page_build(&r->page);
    text_add(t, "%s · %s", f->rule->id, tr(nature_names[f->rule->nature]));
    if (f->verdict != CC_FLAGGED) text_add(t, " · %s", tr(severity_names[f->rule->severity]));
    if (f->law_day != r->audit->as_of) text_string(t, tr(" · by the law of ")), add_day(t, f->law_day);
    add_standing(r, t, f);
    page_built(&r->page, (struct par){ .indent = hang, .style = STYLE_DIM });
}

/* ---- labelled lines ---- */

static void put_label(struct text_report *r, const char *label, enum style style)
{
    page_built(
        &r->page,
        (struct par){
            .indent = LABEL_INDENT, .lead = label, .hang = LABEL_HANG, .lead_style = STYLE_BOLD, .style = style });
}

static void put_basis(struct text_report *r, const struct finding *f)
{
    const struct basis *laws;
    size_t count = finding_laws(r->audit, f, &r->arena, &laws);
    for (size_t i = 0; i < count; i++) {
        add_numbered_basis(&r->sources, page_build(&r->page), &laws[i]);
        put_label(r, i ? "" : tr("Basis"), STYLE_PLAIN);
    }
}

void show_unverified(struct text_report *r, const struct finding *const *run, size_t count, struct par par)
{
    const struct law_source **told = NULL;
    size_t told_count = 0, told_capacity = 0;
    par.lead = tr("rests on");
    par.hang = par.indent + 10;
    for (size_t i = 0; i < count; i++) {
        const struct basis *laws;
        size_t law_count = finding_laws(r->audit, run[i], &r->arena, &laws);
        for (size_t k = 0; k < law_count; k++) {
            bool known = laws[k].source->verified;
            for (size_t n = 0; n < told_count; n++) known = known || told[n] == laws[k].source;
            if (known) continue;
            told = arena_grow(&r->arena, told, told_count, &told_capacity, sizeof(void *));
            if (!told) return;
            told[told_count++] = laws[k].source;
            add_numbered_basis(&r->sources, page_build(&r->page), &laws[k]);
            page_built(&r->page, par);
        }
    }
}

static void put_tail(struct text_report *r, const struct finding *f)
{
    put_basis(r, f);
    if (!f->rule->advice.source) return;
    static const char ask[] = "Ask ";
    struct text *t = page_build(&r->page);
    finding_advice(r->audit, f, t);
    bool said = t->length > sizeof ask && memcmp(t->data, ask, sizeof ask - 1) == 0; /* the label says it */
    if (said) memmove(t->data, t->data + sizeof ask - 1, (t->length -= sizeof ask - 1) + 1);
    put_label(r, said ? tr("Ask") : tr("Advice"), STYLE_PLAIN);
}

/* ---- findings ---- */

void show_flagged(struct text_report *r, const struct finding *f)
{
    char label[16];
    size_t length = strlen(severity_names[f->rule->severity]);
    for (size_t i = 0; i <= length && i < sizeof label; i++)
        label[i] = (char)toupper((unsigned char)severity_names[f->rule->severity][i]);
    put_title(r, f, label, severity_style(f->rule->severity));
    show_elements(r, f, f->applies, f->rule->apply_count, DETAIL_EVIDENCE);
    show_elements(r, f, f->elements, f->rule->element_count, DETAIL_EVIDENCE);
    for (uint16_t i = 0; i < f->rule->unless_count; i++)
        if (f->unless[i].asked && (f->unless[i].truth == UNKNOWN || r->verbose)) show_rebuttal(r, f, &f->unless[i]);
    show_clears(r, f);
    put_tail(r, f);
    page_blank(&r->page);
}

void show_rebutted(struct text_report *r, const struct finding *f)
{
    put_title(r, f, tr("REBUTTED"), STYLE_GREEN);
    show_elements(r, f, f->applies, f->rule->apply_count, DETAIL_SENTENCE);
    show_elements(r, f, f->elements, f->rule->element_count, DETAIL_SENTENCE);
    for (uint16_t i = 0; i < f->rule->unless_count; i++)
        if (f->unless[i].asked && f->unless[i].truth == YES) show_rebuttal(r, f, &f->unless[i]);
    put_basis(r, f);
    page_blank(&r->page);
}

static const char *first_need(struct text_report *r, const struct finding *f)
{
    struct need *needs;
    return finding_needs(r->audit, f, &needs) ? needs[0].what : "";
}

static void put_lacks(struct text_report *r, const struct finding *f, bool whole)
{
    struct need *needs;
    size_t count = finding_needs(r->audit, f, &needs);
    put_title(r, f, tr("CANNOT TELL"), STYLE_YELLOW_BOLD);
    if (whole) {
        enum detail detail = r->verbose ? DETAIL_EVIDENCE : DETAIL_SENTENCE;
        show_elements(r, f, f->applies, f->rule->apply_count, detail);
        show_elements(r, f, f->elements, f->rule->element_count, detail);
    }
    show_needs(r, needs, count, r->verbose ? SIZE_MAX : 5);
    show_lines(r, f);
    if (whole) put_tail(r, f);
}

void show_undecided(struct text_report *r, const struct finding *const *run, size_t count)
{
    const char **lacks = arena_array(&r->arena, count, sizeof *lacks); /* NULL: told already */
    if (!lacks) return;
    for (size_t i = 0; i < count; i++) lacks[i] = first_need(r, run[i]);
    for (size_t i = 0; i < count; i++) {
        if (!lacks[i]) continue;
        size_t same = 0;
        put_lacks(r, run[i], i == 0 || r->verbose);
        for (size_t k = i + 1; k < count && !r->verbose; k++)
            if (lacks[k] && strcmp(lacks[k], lacks[i]) == 0) same++, lacks[k] = NULL;
        if (same) {
            struct text *t = page_build(&r->page);
            text_string(t, tr("and "));
            add_thousands(t, same);
            text_add(t, same == 1 ? tr(" more needs %s") : tr(" more need %s"), lacks[i]);
            page_built(&r->page, (struct par){ .indent = LABEL_INDENT });
        }
        page_blank(&r->page);
    }
}

void show_hole(struct text_report *r, const struct rule_result *result)
{
    struct need *needs;
    size_t count = hole_needs(r->audit, result, &needs);
    struct text *t = page_build(&r->page);
    text_add(t, tr("not all that %s may concern could be listed"), result->rule->id);
    page_built(&r->page,
               (struct par){ .lead = tr("CANNOT TELL"), .lead_style = STYLE_YELLOW_BOLD, .style = STYLE_BOLD });
    show_needs(r, needs, count, r->verbose ? SIZE_MAX : 5);
    page_blank(&r->page);
}

/* ---- what is clear or out of scope ---- */

static const char *reason_of(struct text_report *r, const struct finding *f)
{
    struct text *t = page_build(&r->page);
    add_reason(r, t, f);
    const char *kept = arena_copy(&r->arena, text_chars(t), t->length);
    return kept ? kept : "";
}

static void add_subject(struct text_report *r, struct text *t, const struct finding *f)
{
    for (unsigned i = 0; i < f->rule->role_count; i++) {
        ref record, group;
        role_shown(f, i, &record, &group);
        text_add(t, "%s%s", i ? ", " : "", facts_name(r->audit->facts, record));
    }
}

/* "ftc-6b/exclusive-hosting (investor, developer)" */
static void put_roles(struct text_report *r, const struct rule *rule)
{
    struct text *t = page_build(&r->page);
    for (unsigned i = 0; i < rule->role_count; i++) text_add(t, "%s%s", i ? ", " : "(", rule->roles[i]);
    if (rule->role_count) text_char(t, ')');
    page_built(&r->page,
               (struct par){ .indent = MARK_INDENT, .lead = rule->id, .lead_style = STYLE_BOLD, .style = STYLE_DIM });
}

/* The subjects with one reason stand together, the reason and what it rests on below them. */
void show_unflagged(struct text_report *r, const struct finding *const *run, size_t count)
{
    const char **reasons = arena_array(&r->arena, count, sizeof *reasons); /* NULL: told already */
    if (!reasons) return;
    put_roles(r, run[0]->rule);
    show_unverified(r, run, count, (struct par){ .indent = REASON_INDENT, .style = STYLE_DIM });
    for (size_t i = 0; i < count; i++) reasons[i] = reason_of(r, run[i]);
    for (size_t i = 0; i < count; i++) {
        if (!reasons[i]) continue;
        struct text *t = page_build(&r->page);
        add_subject(r, t, run[i]);
        for (size_t k = i + 1; k < count; k++) {
            if (!reasons[k] || strcmp(reasons[k], reasons[i]) != 0) continue;
            text_string(t, "; ");
            add_subject(r, t, run[k]);
            reasons[k] = NULL;
        }
        page_built(&r->page, (struct par){ .indent = REASON_INDENT });
        show_reason(r, run[i]);
    }
}
