/* explain.c - all about one rule, for a lawyer: what it flags, when, what rebuts it, on what basis, and of which facts. */
#include "report/describe.h"
#include "report/page.h"
#include "report/report.h"
#include "report/words.h"

#include "base/date.h"

enum { MOST_HANG = 30, ITEM = 2, SCRATCH_LIMIT = 64 * 1024 };

struct explanation {
    struct page page;
    struct text scratch;
    const struct rule *rule;
};

static void put_heading(struct explanation *x, const char *heading)
{
    page_blank(&x->page);
    page_par(&x->page, (struct par){ .style = STYLE_BOLD }, heading);
}

static bool has_dated(const struct rule *rule)
{
    for (uint16_t i = 0; i < rule->param_count; i++)
        if (rule->params[i].dated) return true;
    return false;
}

/* Whose day's law this page speaks of: no case is given, so it is that of every day. */
static void put_law_day(struct explanation *x)
{
    const struct rule *rule = x->rule;
    bool bound = rule->in_force_from != DAY_MIN || rule->in_force_to != DAY_MAX;
    struct text *t = page_build(&x->page);
    if (has_dated(rule))
        text_string(
            t, tr("This page has the law of every day: below, each value of a threshold that changed stands with the "
                  "days on which it held. "));
    else if (bound) text_string(t, tr("This page holds for every day on which that law was in force. "));
    else text_string(t, tr("This page holds for every day: nothing in the rule changes with the date. "));
    text_string(
        t, rule->law_at
               ? tr("An audit applies the law of a day that the rule takes from the facts, such as the day of the deal")
               : tr("An audit applies the law of the day as of which it sees the case"));
    text_string(t, tr("; --law-as-of sets another."));
    page_built(&x->page, (struct par){ .style = STYLE_DIM });
}

static void put_head(struct explanation *x)
{
    const struct rule *rule = x->rule;
    add_bare(page_build(&x->page), rule, &rule->title, NULL);
    page_built(&x->page, (struct par){ .style = STYLE_BOLD });
    struct text *t = page_build(&x->page);
    text_add(t, "%s · %s · %s", rule->id, tr(severity_names[rule->severity]), tr(nature_names[rule->nature]));
    page_built(&x->page, (struct par){ .style = STYLE_DIM });

    t = page_build(&x->page);
    text_string(t, rule->jurisdiction ? tr("Law of ") : tr("Law of any place"));
    if (rule->jurisdiction) {
        int w = model_find_word(LIST_JURISDICTION, rule->jurisdiction, strlen(rule->jurisdiction));
        text_string(t, w < 0 ? rule->jurisdiction : model_words[w].label);
    }
    if (rule->in_force_from != DAY_MIN) text_string(t, tr(", in force from ")), add_day(t, rule->in_force_from);
    if (rule->in_force_to != DAY_MAX) {
        text_string(t, rule->in_force_from == DAY_MIN ? tr(", in force to ") : tr(" to "));
        add_day(t, rule->in_force_to);
    }
    page_built(&x->page, (struct par){ 0 });
    put_law_day(x);

    t = page_build(&x->page);
    text_string(t, tr("Looks at every "));
    for (uint16_t i = 0; i < rule->role_count; i++) {
        add_between(t, i, rule->role_count);
        text_string(t, rule->roles[i]);
    }
    page_built(&x->page, (struct par){ 0 });
}

/* ---- elements ---- */

static void put_element(struct explanation *x, const struct element *e, unsigned indent)
{
    struct text *t = page_build(&x->page);
    add_bare(t, x->rule, &e->text, e);
    const char *group = group_words(e, &x->scratch);
    if (group) text_add(t, ": %s", group);
    if (e->form == ELEMENT_EACH) {
        text_add(t, tr(": at least %u of "), (unsigned)e->least);
        for (uint16_t i = 0; i < e->each.count; i++) text_add(t, "%s%s", i ? ", " : "", e->each.labels[i]);
    }
    if (e->at) text_add(t, " [%s]", e->at);
    page_built(&x->page, (struct par){ .indent = indent, .lead = "-", .hang = indent + 2 });
    for (uint16_t i = 0; i < e->basis_count; i++) {
        add_basis(page_build(&x->page), &e->basis[i]);
        page_built(&x->page, (struct par){ .indent = indent + 2, .style = STYLE_DIM });
    }
    if (e->form == ELEMENT_RECORDED || e->form == ELEMENT_NONE) {
        t = page_build(&x->page);
        text_string(t, e->form == ELEMENT_NONE ? tr("read from: no ") : tr("read from: "));
        add_query_form(t, x->rule, &e->query);
        page_built(&x->page, (struct par){ .indent = indent + 2, .style = STYLE_DIM });
    }
    if (!group) return;
    for (uint16_t i = 0; i < e->group.count; i++) put_element(x, &e->group.items[i], indent + 2);
}

static void put_elements(struct explanation *x, const char *heading, const struct element *items, uint16_t count)
{
    if (!count) return;
    put_heading(x, heading);
    for (uint16_t i = 0; i < count; i++) put_element(x, &items[i], ITEM);
}

/* ---- the rest ---- */

static bool same_title(const struct law_source *a, const struct law_source *b)
{
    return a && b && (a == b || (a->title && b->title && !strcmp(a->title, b->title)));
}

/* A line for each value; a source that is called as that of the line before is not named again. */
static void put_dated_values(struct explanation *x, const struct param *p, unsigned indent)
{
    for (uint16_t i = 0; i < p->count; i++) {
        const struct law_source *source = p->values[i].source, *before = i ? p->values[i - 1].source : NULL;
        struct text *t = page_build(&x->page);
        add_param_value(t, &p->values[i]);
        if (source && !source->verified) text_string(t, tr(" (unverified)"));
        if (source && !same_title(source, before)) text_add(t, " [%s]", source->title ? source->title : source->id);
        page_built(&x->page, (struct par){ .indent = indent, .lead = "-", .hang = indent + 2 });
    }
}

static void put_params(struct explanation *x)
{
    if (!x->rule->param_count) return;
    put_heading(x, tr("Thresholds"));
    size_t longest = 0;
    for (uint16_t i = 0; i < x->rule->param_count; i++) {
        size_t length = strlen(x->rule->params[i].name);
        if (length > longest) longest = length;
    }
    unsigned hang = longest < MOST_HANG ? ITEM + (unsigned)longest + 2 : MOST_HANG;
    for (uint16_t i = 0; i < x->rule->param_count; i++) {
        const struct param *p = &x->rule->params[i];
        const struct par par = { .indent = ITEM, .lead = p->name, .hang = hang, .lead_style = STYLE_CYAN };
        struct text *t = page_build(&x->page);
        if (p->dated) {
            text_string(t, p->reason && *p->reason ? p->reason : tr("by date"));
            page_built(&x->page, par);
            put_dated_values(x, p, hang);
            continue;
        }
        add_param_values(t, p);
        if (p->reason && *p->reason) text_add(t, " - %s", p->reason);
        page_built(&x->page, par);
    }
}

static void put_basis(struct explanation *x)
{
    if (!x->rule->basis_count) return;
    put_heading(x, tr("Basis"));
    for (uint16_t i = 0; i < x->rule->basis_count; i++) {
        const struct basis *b = &x->rule->basis[i];
        add_basis(page_build(&x->page), b);
        page_built(&x->page, (struct par){ .indent = ITEM, .lead = "-", .hang = ITEM + 2 });
        if (b->source->url) page_par(&x->page, (struct par){ .indent = ITEM + 2, .style = STYLE_DIM }, b->source->url);
    }
}

static void put_facts(struct explanation *x)
{
    struct asked asked;
    rule_asks(x->rule, &asked);
    put_heading(x, tr("Facts that it needs"));
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        if (!asked.kind[k]) continue;
        add_asked(page_build(&x->page), &asked, (enum kind)k);
        page_built(&x->page, (struct par){ .indent = ITEM, .lead = "-", .hang = ITEM + 2 });
    }
    if (!asked.functions) return;
    struct text *t = page_build(&x->page);
    text_string(t, tr("and what its figures and tests look up: "));
    for (uint16_t i = 0; i < x->rule->figure_count; i++) text_add(t, "%s%s", i ? ", " : "", x->rule->figures[i].name);
    if (asked.functions > x->rule->figure_count)
        text_string(t, x->rule->figure_count ? tr(" and more") : tr("they are written in Lua"));
    page_built(&x->page, (struct par){ .indent = ITEM, .lead = "-", .hang = ITEM + 2 });
}

static void put_advice(struct explanation *x)
{
    if (!x->rule->advice.source) return;
    put_heading(x, tr("What to ask"));
    add_bare(page_build(&x->page), x->rule, &x->rule->advice, NULL);
    page_built(&x->page, (struct par){ .indent = ITEM });
}

static void put_explanation(struct explanation *x)
{
    const struct rule *rule = x->rule;
    put_head(x);
    put_elements(x, tr("It applies where"), rule->applies, rule->apply_count);
    put_elements(x, tr("It flags a risk when all of this holds"), rule->elements, rule->element_count);
    put_elements(x, tr("Any one of these rebuts it"), rule->unless, rule->unless_count);
    put_params(x);
    put_basis(x);
    put_facts(x);
    put_advice(x);
    page_blank(&x->page);
    page_par(&x->page, (struct par){ .style = STYLE_DIM }, rule->path);
}

static void put_failure(struct explanation *x)
{
    struct text *t = page_build(&x->page);
    text_add(t, tr("%s could not be loaded: %s"), x->rule->path, x->rule->error);
    page_built(&x->page, (struct par){ .style = STYLE_RED });
}

static const struct rule *find_rule(cc_engine *e, const char *name)
{
    const char *id = cc_engine_find_rule(e, name);
    for (size_t i = 0; id && i < e->rule_count; i++)
        if (e->rules[i]->id == id) return e->rules[i];
    return NULL;
}

bool cc_write_explanation(cc_engine *e, const char *rule_id, const cc_report_options *given, cc_sink sink)
{
    struct out out;
    const struct rule *rule = find_rule(e, rule_id);
    if (!rule) return false;
    if (!listing_open(e, &out, sink)) return false;
    cc_report_options options = report_options(given);
    struct explanation x = { .rule = rule };
    page_init(&x.page, &out, e->allocator, options.width, options.color);
    text_init(&x.scratch, e->allocator, SCRATCH_LIMIT);
    if (rule->error) put_failure(&x);
    else put_explanation(&x);
    if (x.scratch.failed) out_no_memory(&out);
    text_free(&x.scratch);
    page_free(&x.page);
    return listing_close(e, &out);
}
