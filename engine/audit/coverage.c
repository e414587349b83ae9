/* coverage.c - which of true, false and unknown the elements of a rule were seen to be. */
#include <stdio.h>
#include <string.h>

#include "audit/rule_tests.h"

static const char *const truths[] = { [NO] = "false", [UNKNOWN] = "unknown", [YES] = "true" };

/* ---- the elements of a rule ---- */

static void add_element(struct test_run *run, struct rule_coverage *c, const struct element *element, const char *where)
{
    struct seen_element *items = arena_grow(&run->arena, c->items, c->count, &c->capacity, sizeof *items);
    if (!items) return;
    c->items = items;
    items[c->count++] =
        (struct seen_element){ .member = strchr(where, '.'), .where = run_kept(run, where), .element = element };
    if (element->form < ELEMENT_ANY || element->form > ELEMENT_AT_LEAST) return;
    for (unsigned i = 0; i < element->group.count; i++) {
        char inner[80];
        snprintf(inner, sizeof inner, "%.60s.%u", where, i + 1);
        add_element(run, c, &element->group.items[i], inner);
    }
}

static void add_elements(struct test_run *run, struct rule_coverage *c, const struct element *all, unsigned count,
                         const char *what)
{
    for (unsigned i = 0; i < count; i++) {
        char where[40];
        snprintf(where, sizeof where, "%s %u", what, i + 1);
        add_element(run, c, &all[i], where);
    }
}

bool coverage_begin(struct test_run *run, const struct cc_engine *engine)
{
    run->coverage = arena_array(&run->arena, engine->rule_count + 1, sizeof *run->coverage);
    for (size_t i = 0; run->coverage && i < engine->rule_count; i++) {
        const struct rule *rule = engine->rules[i];
        if (rule->error) continue;
        struct rule_coverage *c = &run->coverage[run->rule_count++];
        c->rule = rule;
        add_elements(run, c, rule->applies, rule->apply_count, "applies");
        add_elements(run, c, rule->elements, rule->element_count, "element");
        add_elements(run, c, rule->unless, rule->unless_count, "unless");
    }
    return !run->arena.failed;
}

/* ---- what an audit shows of them ---- */

/* Results come in the order of the elements, groups before their members, as the items do. */
static void see(struct rule_coverage *c, const struct element_result *result)
{
    size_t at = 0;
    if (!result->asked) return;
    while (at < c->count && c->items[at].element != result->element) at++;
    if (at == c->count) return;
    c->items[at].seen |= (uint8_t)(1U << result->truth);
    for (unsigned i = 0; i < result->count && !result->items[i].each; i++) see(c, &result->items[i]);
}

void coverage_add(struct rule_coverage *c, const struct cc_audit *audit)
{
    c->tests++;
    for (size_t i = 0; i < audit->finding_count; i++) {
        const struct finding *f = audit->findings[i];
        if (f->rule != c->rule || !f->applies) continue; /* NULL: the law was not of that day */
        for (unsigned k = 0; k < f->rule->apply_count; k++) see(c, &f->applies[k]);
        for (unsigned k = 0; k < f->rule->element_count; k++) see(c, &f->elements[k]);
        for (unsigned k = 0; k < f->rule->unless_count; k++) see(c, &f->unless[k]);
    }
}

/* ---- what cannot be ---- */

static struct seen_element *element_named(const struct rule_coverage *c, const char *where)
{
    for (size_t i = 0; i < c->count; i++)
        if (!strcmp(c->items[i].where, where)) return &c->items[i];
    return NULL;
}

static void refuse_mark(struct test_run *run, const struct rule_coverage *c, const struct impossible *mark,
                        const char *path, const char *got)
{
    char expected[160];
    struct test_outcome *o = run_outcome(run, path, c->rule->id, "cannot_be", mark->line);
    if (!o) return;
    snprintf(expected, sizeof expected, "%.80s is never %s", mark->element, truths[mark->truth]);
    outcome_problem(run, o, mark->line, "cannot_be", expected, got);
}

void coverage_marks(struct test_run *run, struct rule_coverage *c, const struct test_file *file, const char *path)
{
    for (size_t i = 0; i < file->impossible_count; i++) {
        const struct impossible *mark = &file->impossible[i];
        struct seen_element *e = element_named(c, mark->element);
        if (!e) refuse_mark(run, c, mark, path, "the rule has no such element");
        else if (e->seen >> mark->truth & 1)
            refuse_mark(run, c, mark, path, "a test of this file shows that it can be");
        else e->never |= (uint8_t)(1U << mark->truth), e->reasons[mark->truth] = run_kept(run, mark->reason);
    }
}

size_t coverage_seen(const struct rule_coverage *c, bool members, size_t *ret_of)
{
    size_t seen = 0, of = 0;
    for (size_t i = 0; i < c->count; i++)
        for (unsigned truth = NO; truth <= YES && c->items[i].member == members; truth++) {
            of += !(c->items[i].never >> truth & 1);
            seen += c->items[i].seen >> truth & 1;
        }
    *ret_of = of;
    return seen;
}
