/* diff_text.c - what is new, changed and gone between two audits, for people. */
#include "report/diff.h"

#include "report/text_report.h"

enum { FACTS_SHOWN = 6 };

struct showing {
    struct page page;
    const struct cc_diff *d;
    bool verbose;
};

/* ---- the head ---- */

static void put_side(struct showing *s, const char *lead, const struct cc_side *x)
{
    struct text *t = page_build(&s->page);
    text_string(t, x->title ? x->title : x->case_id ? x->case_id : x->name);
    if (x->as_of) text_string(t, tr(", as of ")), add_written_date(t, x->as_of);
    text_add(t, "  %s", x->name);
    if (x->altered) text_string(t, tr(" (of altered facts)"));
    page_built(&s->page, (struct par){ .lead = lead, .hang = 6, .lead_style = STYLE_BOLD });
}

static bool differ(const char *a, const char *b) { return a && b && strcmp(a, b) != 0; }

/* What else differs than the facts: whoever looks for a reason begins there. */
static void put_circumstances(struct showing *s)
{
    const struct cc_side *old = s->d->old, *now = s->d->now;
    if (differ(old->case_id, now->case_id)) page_par(&s->page, (struct par){ 0 }, tr("They are not the same case."));
    if (differ(old->as_of, now->as_of))
        page_par(&s->page, (struct par){ 0 }, tr("They are seen as of different days."));
    if (differ(old->rules_digest, now->rules_digest))
        page_par(&s->page, (struct par){ 0 }, tr("The rules are not the same."));
    if (old->incomplete || now->incomplete)
        page_par(&s->page, (struct par){ .style = STYLE_YELLOW },
                 old->incomplete && now->incomplete ? tr("Both audits are incomplete.")
                 : old->incomplete                  ? tr("The old audit is incomplete.")
                                                    : tr("The new audit is incomplete."));
}

static void put_counts(struct showing *s)
{
    static const char *const words[DIFFERENCES] = { "new", "changed", "gone", "not compared" };
    struct text *t = page_build(&s->page);
    for (unsigned i = 0; i < DIFFERENCES; i++)
        if (i < DIFFERENCE_UNCOMPARED || s->d->counts[i])
            text_add(t, "%s%zu %s", t->length ? ", " : "", s->d->counts[i], tr(words[i]));
    text_add(t, tr("; %zu the same"), s->d->same);
    page_built(&s->page, (struct par){ .style = STYLE_BOLD });
}

/* ---- facts ---- */

/* "agreement 'x' amount", "no agreement with type veto" */
static void add_fact(struct text *t, const struct side_fact *f)
{
    bool search = strncmp(f->value, "none", 4) == 0 && !*f->field;
    if (search) {
        text_add(t, *f->id ? tr("no %s with %s") : tr("no %s"), f->kind, f->id);
        return;
    }
    text_add(t, "%s '%s'", f->kind, f->id);
    if (*f->field) text_add(t, " %s", f->field);
}

static void add_value(struct text *t, const struct side_fact *f)
{
    char shown[256];
    text_string(t, *f->value ? quotable(f->value, strlen(f->value), shown, sizeof shown) : tr("recorded"));
}

static void add_place_of(struct text *t, const struct cc_side *s, const struct side_fact *f)
{
    text_add(t, "  %s", s->file ? s->file : s->name);
    if (f->line) text_add(t, ":%u", (unsigned)f->line);
}

static void put_fact(struct showing *s, const struct fact_difference *x)
{
    struct text *t = page_build(&s->page);
    add_fact(t, x->now ? x->now : x->was);
    if ((x->now ? x->now : x->was)->estimate) text_string(t, tr(" (an estimate)"));
    if (x->was && x->now)
        text_string(t, ": "), add_value(t, x->was), text_string(t, tr(", now ")), add_value(t, x->now);
    else if (*(x->now ? x->now : x->was)->field) text_string(t, ": "), add_value(t, x->now ? x->now : x->was);
    add_place_of(t, x->now ? s->d->now : s->d->old, x->now ? x->now : x->was);
    const char *lead = x->unasked         ? tr("not asked")
                       : x->was && x->now ? tr("differs")
                       : x->now           ? tr("appears")
                                          : tr("vanishes");
    page_built(
        &s->page,
        (struct par){ .indent = REASON_INDENT, .lead = lead, .hang = REASON_INDENT + 11, .lead_style = STYLE_CYAN });
}

static void put_facts(struct showing *s, const struct difference *x)
{
    size_t shown = s->verbose || x->fact_count <= FACTS_SHOWN + 1 ? x->fact_count : FACTS_SHOWN;
    for (int pass = 0; pass < 2; pass++) /* values that differ tell most */
        for (size_t i = 0, n = 0; i < x->fact_count; i++) {
            bool differs = x->facts[i].was && x->facts[i].now;
            if (differs != (pass == 0)) continue;
            size_t before = 0;
            for (size_t k = 0; pass && k < x->fact_count; k++) before += x->facts[k].was && x->facts[k].now;
            if (before + n++ < shown) put_fact(s, &x->facts[i]);
        }
    struct text *t = page_build(&s->page);
    if (x->fact_count > shown) {
        text_string(t, tr("and "));
        add_count(t, x->fact_count - shown, tr("more fact"), tr("more facts"));
        page_built(&s->page, (struct par){ .indent = REASON_INDENT, .style = STYLE_DIM });
    } else if (!x->fact_count && x->type != DIFFERENCE_UNCOMPARED) {
        page_par(&s->page, (struct par){ .indent = REASON_INDENT, .style = STYLE_DIM },
                 tr("no fact that it cites differs: the day, the law or the rules do"));
    }
}

/* ---- differences ---- */

static void put_difference(struct showing *s, const struct difference *x)
{
    static const char *const leads[DIFFERENCES] = { "NEW", "CHANGED", "GONE", "NOT COMPARED" };
    static const enum style styles[DIFFERENCES] = { STYLE_RED_BOLD, STYLE_YELLOW_BOLD, STYLE_GREEN, STYLE_DIM };
    const struct side_finding *f = x->now ? x->now : x->was;
    page_blank(&s->page);
    page_par(&s->page, (struct par){ .lead = tr(leads[x->type]), .lead_style = styles[x->type], .style = STYLE_BOLD },
             f->title);
    struct text *t = page_build(&s->page);
    text_add(t, "%s: ", f->rule);
    if (x->type == DIFFERENCE_CHANGED && x->was->verdict != x->now->verdict)
        text_add(t, tr("%s, now %s"), tr(verdict_phrases[x->was->verdict]), tr(verdict_phrases[x->now->verdict]));
    else text_string(t, tr(verdict_phrases[f->verdict]));
    if (x->type == DIFFERENCE_CHANGED && x->was->severity != x->now->severity)
        text_add(t, tr(" (%s, now %s)"), severity_names[x->was->severity], severity_names[x->now->severity]);
    else text_add(t, " (%s)", severity_names[f->severity]);
    if (x->type == DIFFERENCE_CHANGED && x->was->verdict == x->now->verdict && x->was->severity == x->now->severity)
        text_string(t, tr(", on other facts"));
    if (x->type == DIFFERENCE_UNCOMPARED)
        text_add(t, x->in_old ? tr("; not asked in the new audit (%s)") : tr("; not asked in the old audit (%s)"),
                 x->why);
    text_string(t, is_doubted(f->doubt) ? "; " : ""), add_doubt(t, f->doubt);
    page_built(&s->page, (struct par){ .indent = MARK_INDENT, .style = STYLE_DIM });
    put_facts(s, x);
}

void diff_text(const struct cc_diff *d, const cc_report_options *options, const cc_allocator *allocator,
               struct out *out)
{
    struct showing s = { .d = d, .verbose = options->verbose };
    page_init(&s.page, out, allocator, options->width, options->color);
    put_side(&s, tr("old"), d->old);
    put_side(&s, tr("new"), d->now);
    put_circumstances(&s);
    put_counts(&s);
    for (size_t i = 0; i < d->count; i++) put_difference(&s, &d->items[i]);
    page_free(&s.page);
}
