/* tests_text.c - rule tests for people: what failed and why, which values were never seen, and the count as the last line. */
#include "report/describe.h"
#include "report/tests.h"
#include "report/words.h"

enum { SENTENCE_LIMIT = 64 * 1024 };

static void begin(struct cc_tests *t) { (void)t; }

/* ---- what failed ---- */

static void put_place(struct out *o, const char *path, uint32_t line)
{
    out_string(o, path);
    if (line) out_format(o, ":%u", (unsigned)line);
    out_string(o, ": ");
}

static void put_problem(struct out *o, const struct test_outcome *outcome, const struct test_problem *p)
{
    out_string(o, "    ");
    if (p->line && p->line != outcome->line) out_format(o, tr("line %u: "), (unsigned)p->line);
    out_string(o, p->what);
    out_string(o, tr(": expected "));
    out_string(o, p->expected);
    out_string(o, tr(", got "));
    out_string(o, p->got);
    out_char(o, '\n');
}

static void put_element(struct out *o, const struct told_element *e, bool facts)
{
    out_format(o, "      %-7s %s", e->got, e->where);
    if (e->line) out_format(o, tr(" (line %u of the rule)"), (unsigned)e->line);
    out_string(o, ": ");
    out_string(o, e->sentence);
    out_char(o, '\n');
    if (e->expected) out_format(o, tr("              expected %s, got %s\n"), e->expected, e->got);
    for (size_t i = 0; facts && i < e->fact_count; i++) {
        out_string(o, "              ");
        out_string(o, e->facts[i]);
        out_char(o, '\n');
    }
}

/* The facts of the elements that stand in the way; of all, where none does by itself. */
static void put_subject(struct out *o, const struct told_subject *s)
{
    bool blamed = false;
    for (size_t i = 0; i < s->element_count; i++) blamed = blamed || s->elements[i].expected;
    out_string(o, "    ");
    out_string(o, s->who);
    out_string(o, ": ");
    out_string(o, s->verdict);
    out_char(o, '\n');
    bool within = false; /* a member of a group that stands in the way */
    for (size_t i = 0; i < s->element_count; i++) {
        const struct told_element *e = &s->elements[i];
        if (!strchr(e->where, '.')) within = e->expected;
        put_element(o, e, within || !blamed);
    }
    for (size_t i = 0; i < s->need_count; i++) {
        out_string(o, tr("      needs "));
        out_string(o, s->needs[i]);
        out_char(o, '\n');
    }
}

static void put_outcome(struct out *o, const struct test_outcome *outcome)
{
    put_place(o, outcome->path, outcome->line);
    if (*outcome->rule) out_string(o, outcome->rule), out_string(o, ": ");
    out_string(o, outcome->name);
    out_char(o, '\n');
    for (size_t i = 0; i < outcome->problem_count; i++) put_problem(o, outcome, &outcome->problems[i]);
    for (size_t i = 0; i < outcome->subject_count; i++) put_subject(o, &outcome->subjects[i]);
}

/* ---- coverage ---- */

static void put_bare(struct cc_tests *t, const struct rule *rule, const struct element *e)
{
    struct text text;
    text_init(&text, t->engine->allocator, SENTENCE_LIMIT);
    add_bare(&text, rule, &e->text, e);
    if (text.failed) out_no_memory(&t->out);
    out_string(&t->out, text_chars(&text));
    out_char(&t->out, '\n');
    text_free(&text);
}

static void put_unseen(struct cc_tests *t, const struct rule *rule, const struct seen_element *e)
{
    struct out *o = &t->out;
    const char *between = "";
    if (e->member) return; /* of which there are many: they are counted, and --format json lists them */
    unsigned missing = 7U & ~(unsigned)e->seen & ~(unsigned)e->never;
    if (!missing) return;
    out_string(o, "  ");
    put_place(o, rule->path, e->element->line);
    out_format(o, tr("%s was never seen "), e->where);
    for (int truth = YES; truth >= NO; truth--) {
        if (!(missing >> truth & 1)) continue;
        out_format(o, "%s%s", between, truth_names[truth]);
        between = tr(" or ");
    }
    out_string(o, ": ");
    put_bare(t, rule, e->element);
}

static void put_coverage(struct cc_tests *t, const struct rule_coverage *c)
{
    struct out *o = &t->out;
    size_t of, members, seen = coverage_seen(c, false, &of), member_seen = coverage_seen(c, true, &members);
    if (seen < of) {
        out_string(o, c->rule->id);
        out_format(o, tr(": %zu of %zu values seen"), seen, of);
        if (members) out_format(o, tr(", in groups %zu of %zu"), member_seen, members);
        out_char(o, '\n');
        for (size_t i = 0; i < c->count; i++) put_unseen(t, c->rule, &c->items[i]);
    }
    for (size_t i = 0; i < c->count; i++)
        for (unsigned truth = NO; truth <= YES; truth++)
            if (c->items[i].never >> truth & 1) {
                out_string(o, c->rule->id);
                out_format(o, tr(": %s cannot be %s: "), c->items[i].where, truth_names[truth]);
                out_string(o, c->items[i].reasons[truth]);
                out_char(o, '\n');
            }
}

static void add(struct cc_tests *t, const struct test_run *run)
{
    for (size_t i = 0; i < run->outcome_count; i++)
        if (!run->outcomes[i].passed) put_outcome(&t->out, &run->outcomes[i]);
    for (size_t i = 0; !run->filtered && i < run->rule_count; i++) {
        if (run->coverage[i].tests) continue;
        put_place(&t->out, run->coverage[i].rule->path, 0);
        out_string(&t->out, tr("no tests\n"));
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
