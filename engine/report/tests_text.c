/* tests_text.c - rule tests for people: what failed and why, which values were never seen, and the count as the last line. */
#include "report/describe.h"
#include "report/tests.h"
#include "report/words.h"

static void begin(struct cc_tests *t) { (void)t; }

/* ---- what failed ---- */

static void add_place(struct text *line, const char *path, uint32_t at)
{
    text_string(line, path);
    if (at) text_add(line, ":%u", (unsigned)at);
    text_string(line, ": ");
}

static void put_problem(struct cc_tests *t, const struct test_outcome *outcome, const struct test_problem *p)
{
    struct text *line = tests_line(t);
    text_string(line, "    ");
    if (p->line && p->line != outcome->line) text_add(line, tr("line %u: "), (unsigned)p->line);
    text_add(line, tr("%s: expected %s, got %s"), p->what, p->expected, p->got);
    tests_put_line(t);
}

static void put_fact(struct cc_tests *t, const char *fact)
{
    text_add(tests_line(t), "              %s", fact);
    tests_put_line(t);
}

static void put_element(struct cc_tests *t, const struct told_element *e, bool facts)
{
    struct text *line = tests_line(t);
    text_add(line, "      %-7s %s", e->got, e->where);
    if (e->line) text_add(line, tr(" (line %u of the rule)"), (unsigned)e->line);
    text_add(line, ": %s", e->sentence);
    tests_put_line(t);
    if (e->expected) {
        text_add(tests_line(t), tr("              expected %s, got %s"), e->expected, e->got);
        tests_put_line(t);
    }
    for (size_t i = 0; facts && i < e->fact_count; i++) put_fact(t, e->facts[i]);
}

/* The facts of the elements that stand in the way; of all, where none does by itself. */
static void put_subject(struct cc_tests *t, const struct told_subject *s)
{
    bool blamed = false;
    for (size_t i = 0; i < s->element_count; i++) blamed = blamed || s->elements[i].expected;
    text_add(tests_line(t), "    %s: %s", s->who, s->verdict);
    tests_put_line(t);
    bool within = false; /* a member of a group that stands in the way */
    for (size_t i = 0; i < s->element_count; i++) {
        const struct told_element *e = &s->elements[i];
        if (!strchr(e->where, '.')) within = e->expected;
        put_element(t, e, within || !blamed);
    }
    for (size_t i = 0; i < s->need_count; i++) {
        text_add(tests_line(t), tr("      needs %s"), s->needs[i]);
        tests_put_line(t);
    }
}

static void put_outcome(struct cc_tests *t, const struct test_outcome *outcome)
{
    struct text *line = tests_line(t);
    add_place(line, outcome->path, outcome->line);
    if (*outcome->rule) text_add(line, "%s: ", outcome->rule);
    text_string(line, outcome->name);
    tests_put_line(t);
    for (size_t i = 0; i < outcome->problem_count; i++) put_problem(t, outcome, &outcome->problems[i]);
    for (size_t i = 0; i < outcome->subject_count; i++) put_subject(t, &outcome->subjects[i]);
}

/* ---- coverage ---- */

static void put_unseen(struct cc_tests *t, const struct rule *rule, const struct seen_element *e)
{
    const char *between = "";
    if (e->member) return; /* of which there are many: they are counted, and --format json lists them */
    unsigned missing = 7U & ~(unsigned)e->seen & ~(unsigned)e->never;
    if (!missing) return;
    struct text *line = tests_line(t);
    text_string(line, "  ");
    add_place(line, rule->path, element_line(rule, e->element));
    text_add(line, tr("%s was never seen "), e->where);
    for (int truth = YES; truth >= NO; truth--) {
        if (!(missing >> truth & 1)) continue;
        text_add(line, "%s%s", between, truth_names[truth]);
        between = tr(" or ");
    }
    text_string(line, ": ");
    add_bare(line, rule, &e->element->text, e->element);
    tests_put_line(t);
}

static void put_coverage(struct cc_tests *t, const struct rule_coverage *c)
{
    size_t of, members, seen = coverage_seen(c, false, &of), member_seen = coverage_seen(c, true, &members);
    if (seen < of) {
        struct text *line = tests_line(t);
        text_add(line, tr("%s: %zu of %zu values seen"), c->rule->id, seen, of);
        if (members) text_add(line, tr(", in groups %zu of %zu"), member_seen, members);
        tests_put_line(t);
        for (size_t i = 0; i < c->count; i++) put_unseen(t, c->rule, &c->items[i]);
    }
    for (size_t i = 0; i < c->count; i++)
        for (unsigned truth = NO; truth <= YES; truth++)
            if (c->items[i].never >> truth & 1) {
                text_add(tests_line(t), tr("%s: %s cannot be %s: %s"), c->rule->id, c->items[i].where,
                         truth_names[truth], c->items[i].reasons[truth]);
                tests_put_line(t);
            }
}

static void add(struct cc_tests *t, const struct test_run *run)
{
    for (size_t i = 0; i < run->outcome_count; i++)
        if (!run->outcomes[i].passed) put_outcome(t, &run->outcomes[i]);
    for (size_t i = 0; !run->filtered && i < run->rule_count; i++) {
        if (run->coverage[i].tests) continue;
        text_add(tests_line(t), tr("%s: no tests"), run->coverage[i].rule->path);
        tests_put_line(t);
    }
    for (size_t i = 0; t->options.coverage && i < run->rule_count; i++)
        if (coverage_is_told(run, &run->coverage[i])) put_coverage(t, &run->coverage[i]);
}

static void end(struct cc_tests *t)
{
    const cc_test_totals *n = &t->totals;
    if (t->options.coverage) {
        out_format(&t->out, tr("coverage: %.1f %%, %zu of the %zu values that elements can have"),
                   coverage_percent(n->seen, n->of), n->seen, n->of);
        if (n->member_of) out_format(&t->out, tr("; in groups %zu of %zu"), n->member_seen, n->member_of);
        out_char(&t->out, '\n');
    }
    out_format(&t->out, "%zu passed, %zu failed\n", n->passed, n->failed);
}

const struct tests_format tests_text = { "text", begin, add, end };
