/* text_element.c - an element as a line behind its mark: proved, not so, or unknown; below it what it rests on. */
#include "report/sentence.h"
#include "report/text_report.h"

#include <string.h>

struct mark {
    const char *sign;
    enum style style;
};
static struct mark mark_of(enum truth truth)
{
    static const struct mark marks[] = {
        [NO] = { "✘", STYLE_RED }, [UNKNOWN] = { "?", STYLE_YELLOW }, [YES] = { "✔", STYLE_GREEN }
    };
    return marks[truth];
}

/* ---- comparisons ---- */

static const char *comparison_words(const char *op, bool holds)
{
    static const struct {
        const char *op, *holds, *fails;
    } words[] = {
        { ">=", "is at or above", "is not at or above" },
        { ">", "is above", "is not above" },
        { "<=", "is at or below", "is not at or below" },
        { "<", "is below", "is not below" },
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].op, op) == 0) return holds ? tr(words[i].holds) : tr(words[i].fails);
    return op;
}

static bool is_bare_number(const char *shown) { return !shown[strspn(shown, "0123456789,. to")]; }

/* "0 is below 1": of counts that have no name nobody knows what they are. */
static bool says_nothing(const struct comparison_shown *c)
{
    return !c->left_name && !c->right_name && is_bare_number(c->left) && is_bare_number(c->right);
}

/* The comparisons of a test, which its sentence need not mention. */
static void put_comparisons(struct text_report *r, const struct element_result *e, unsigned indent)
{
    struct comparison_shown *all;
    if (e->element->form != ELEMENT_TEST && !e->each) return;
    size_t count = element_comparisons(r->audit, e, &all);
    for (size_t i = 0; i < count && (i < ROWS_SHOWN || r->verbose); i++) {
        const struct comparison_shown *c = &all[i];
        if (says_nothing(c)) continue;
        bool unknown = strcmp(c->result, "unknown") == 0;
        struct text *t = page_build(&r->page);
        text_add(t, unknown ? tr("whether %s ") : "%s ", c->left);
        text_add(t, "%s %s", comparison_words(c->op, unknown || strcmp(c->result, "true") == 0), c->right);
        if (c->margin && *c->margin) text_add(t, tr(" (by %s)"), c->margin);
        page_built(&r->page, (struct par){ .indent = indent });
    }
}

/* ---- elements ---- */

static void put_sentence(struct text_report *r, const struct finding *f, const struct element_result *e,
                         unsigned indent, const char *before, enum detail detail)
{
    struct mark mark = mark_of((enum truth)e->truth);
    struct text *t = page_build(&r->page);
    add_sentence(t, r->audit, f, e, before);
    bool rowless = detail == DETAIL_SENTENCE && e->truth == YES && !element_is_group(e); /* no row below marks it */
    if (rowless && rests_on_estimate(r->audit, f, e)) text_string(t, tr(" (rests on an estimate)"));
    page_built(&r->page,
               (struct par){ .indent = indent, .lead = mark.sign, .hang = indent + 2, .lead_style = mark.style });
}

static void put_element(struct text_report *, const struct finding *, const struct element_result *, unsigned indent,
                        enum detail);

/* "? not known: France, Italy": the rows that do not hold, on one line. */
static void fold_rows(struct text_report *r, const struct element_result *e, enum truth truth, unsigned indent)
{
    struct text *t = page_build(&r->page);
    size_t count = 0;
    text_string(t, truth == NO ? tr("not so: ") : tr("not known: "));
    for (uint16_t i = 0; i < e->count; i++)
        if (e->items[i].asked && e->items[i].truth == truth)
            text_add(t, "%s%s", count++ ? ", " : "", e->element->each.labels[e->items[i].each - 1]);
    struct mark mark = mark_of(truth);
    if (count)
        page_built(&r->page,
                   (struct par){ .indent = indent, .lead = mark.sign, .hang = indent + 2, .lead_style = mark.style });
}

static void put_rows(struct text_report *r, const struct finding *f, const struct element_result *e, unsigned indent,
                     enum detail detail)
{
    for (uint16_t i = 0; i < e->count; i++)
        if (e->items[i].asked && e->items[i].truth == YES) put_element(r, f, &e->items[i], indent, detail);
    fold_rows(r, e, UNKNOWN, indent);
    fold_rows(r, e, NO, indent);
}

/* What made a group hold or fail; the members that had no part in that only on demand. */
static void put_members(struct text_report *r, const struct finding *f, const struct element_result *e, unsigned indent,
                        enum detail detail)
{
    for (uint16_t i = 0; i < e->count; i++) {
        const struct element_result *item = &e->items[i];
        if (item->asked && (!member_is_idle(e, item) || r->verbose)) put_element(r, f, item, indent, detail);
    }
}

static void put_element(struct text_report *r, const struct finding *f, const struct element_result *e, unsigned indent,
                        enum detail detail)
{
    put_sentence(r, f, e, indent, "", detail);
    if (element_is_group(e)) {
        (e->element->form == ELEMENT_EACH ? put_rows : put_members)(r, f, e, indent + 2, detail);
        return;
    }
    if (detail != DETAIL_EVIDENCE && e->truth == YES) return;
    put_comparisons(r, e, indent + EVIDENCE_INDENT - MARK_INDENT);
    show_evidence(r, f, e, indent + EVIDENCE_INDENT - MARK_INDENT);
}

void show_elements(struct text_report *r, const struct finding *f, const struct element_result *items, size_t count,
                   enum detail detail)
{
    for (size_t i = 0; i < count; i++)
        if (items[i].asked) put_element(r, f, &items[i], MARK_INDENT, detail);
}

/* ---- rebuttals ---- */

static const char *rebuttal_words(enum truth truth)
{
    if (truth == YES) return tr("Rebutted: ");
    return truth == UNKNOWN ? tr("Could be rebutted: ") : tr("Not rebutted: ");
}

/* A rebuttal that only something recorded as unknown keeps open is told what it needs; else its evidence says that
 * nothing was found. */
void show_rebuttal(struct text_report *r, const struct finding *f, const struct element_result *e)
{
    struct need *needs;
    put_sentence(r, f, e, MARK_INDENT, rebuttal_words((enum truth)e->truth), DETAIL_EVIDENCE);
    if (element_is_group(e))
        (e->element->form == ELEMENT_EACH ? put_rows : put_members)(r, f, e, MARK_INDENT + 2, DETAIL_EVIDENCE);
    else if (e->truth != UNKNOWN || r->verbose) show_evidence(r, f, e, EVIDENCE_INDENT);
    else show_absences(r, f, e, EVIDENCE_INDENT);
    if (e->truth != UNKNOWN) return;
    size_t count = element_needs(r->audit, f, e, &needs);
    for (size_t i = 0; i < count && i < ROWS_SHOWN; i++) {
        if (needs[i].record == NO_REF) continue; /* that it is not recorded has been said */
        struct text *t = page_build(&r->page);
        text_add(t, tr("needs %s (now %s)  "), needs[i].what, needs[i].now);
        add_place(r, t, needs[i].at);
        page_built(&r->page, (struct par){ .indent = EVIDENCE_INDENT });
    }
}

/* ---- why not ---- */

void add_reason(struct text_report *r, struct text *t, const struct finding *f)
{
    const struct element_result *e = finding_reason(f);
    if (f->out_of_force) add_out_of_force(t, f);
    else if (e) element_sentence(r->audit, f, e, t);
}

void show_reason(struct text_report *r, const struct finding *f)
{
    const struct element_result *e = finding_reason(f);
    if (f->out_of_force) {
        add_out_of_force(page_build(&r->page), f);
        page_built(&r->page, (struct par){ .indent = REASON_INDENT + 2, .lead = "✘", .lead_style = STYLE_RED });
    } else if (e) {
        bool verbose = r->verbose;
        r->verbose = false; /* its sources shortly */
        put_element(r, f, e, REASON_INDENT + 2, DETAIL_EVIDENCE);
        r->verbose = verbose;
    }
}
