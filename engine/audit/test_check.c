/* test_check.c - an audit against what a test expects of it; a difference is explained by the elements that stand in the way
 * and the facts that they read. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "audit/clears.h"
#include "audit/rule_tests.h"

enum { MOST_SUBJECTS = 20, MOST_FACTS = 12, SHOWN_VALUE = 80 };

static const char *const truths[] = { [NO] = "false", [UNKNOWN] = "unknown", [YES] = "true" };

const char *run_kept(struct test_run *run, const char *text)
{
    const char *copy = arena_copy(&run->arena, text, strlen(text));
    return copy ? copy : "";
}

void outcome_problem(struct test_run *run, struct test_outcome *o, uint32_t line, const char *what,
                     const char *expected, const char *got)
{
    struct test_problem *all = arena_grow(&run->arena, o->problems, o->problem_count, &o->problem_capacity,
                                          sizeof *all);
    o->passed = false;
    if (!all) return;
    o->problems = all;
    all[o->problem_count++] = (struct test_problem){
        .line = line, .what = run_kept(run, what), .expected = run_kept(run, expected), .got = run_kept(run, got)
    };
}

/* ---- which finding ---- */

static bool is_subject(const struct cc_audit *audit, const struct finding *f, const struct rule_test *test)
{
    for (size_t i = 0; i < test->subject_count; i++) {
        bool same = false;
        for (unsigned r = 0; r < f->rule->role_count; r++)
            same = same || (!strcmp(f->rule->roles[r], test->subject[i].name) &&
                            !strcmp(facts_id(audit->facts, f->subject.roles[r].record), test->subject[i].id));
        if (!same) return false;
    }
    return true;
}

/* The finding that the expectations speak of: that of the subject, else the first of the strongest verdict. */
static const struct finding *finding_meant(const struct cc_audit *audit, const struct rule_test *test, unsigned verdict)
{
    for (size_t i = 0; i < audit->finding_count; i++) {
        const struct finding *f = audit->findings[i];
        if (test->subject_count ? is_subject(audit, f, test) : f->verdict == verdict) return f;
    }
    return NULL;
}

/* ---- telling ---- */

struct telling {
    struct test_run *run;
    const struct cc_audit *audit;
    const struct finding *finding;
    const char *wanted; /* the verdict that the test expects */
    struct text scratch;
    bool blames; /* a told element stands in the way */
};

static const char *keep_scratch(struct telling *t)
{
    const char *kept = run_kept(t->run, t->scratch.data ? t->scratch.data : "");
    if (t->scratch.failed) t->run->arena.failed = true;
    text_reset(&t->scratch);
    return kept;
}

static bool wants(const struct telling *t, unsigned verdict) { return !strcmp(t->wanted, verdict_names[verdict]); }

/* What an element of the list would have to be for the verdict that is wanted; NULL: it may be what it is. */
static const char *expected_of(const struct telling *t, const struct element_result *r, char list)
{
    unsigned got = t->finding->verdict;
    if (wants(t, got) || !r->asked) return NULL;
    switch (got) {
    case CC_OUT_OF_SCOPE: return list == 'a' && r->truth == NO ? wants(t, CC_CANNOT_TELL) ? "unknown" : "true" : NULL;
    case CC_CLEAR:
        if (r->truth != NO || list == 'u' || wants(t, CC_OUT_OF_SCOPE)) return NULL;
        return wants(t, CC_CANNOT_TELL) ? "unknown" : "true";
    case CC_REBUTTED:
        if (wants(t, CC_FLAGGED) || wants(t, CC_CANNOT_TELL))
            return list == 'u' && r->truth == YES ? "false or unknown" : NULL;
        break;
    case CC_CANNOT_TELL:
        if (r->truth != UNKNOWN || list == 'u') break;
        if (wants(t, CC_FLAGGED) || wants(t, CC_REBUTTED)) return "true";
        return wants(t, list == 'a' ? CC_OUT_OF_SCOPE : CC_CLEAR) ? "false" : NULL;
    default: break;
    }
    return wants(t, CC_REBUTTED) && list == 'u' && r->truth != YES ? "true" : NULL;
}

static void add_fact(struct telling *t, struct told_element *e)
{
    if (e->fact_count < MOST_FACTS) e->facts[e->fact_count++] = keep_scratch(t);
    else text_reset(&t->scratch);
}

static void tell_piece(struct telling *t, const struct evidence *piece)
{
    const struct facts *facts = t->audit->facts;
    struct text *out = &t->scratch;
    switch (piece->type) {
    case EVIDENCE_FIELD: {
        uint32_t length = facts_value_length(facts, piece->at);
        text_add(out, "%s.%s = ", facts_id(facts, piece->record), model_fields[piece->field].name);
        text_bytes(out, facts->text + piece->at, length < SHOWN_VALUE ? length : SHOWN_VALUE);
        break;
    }
    case EVIDENCE_RECORD: text_add(out, "%s was found", facts_id(facts, piece->record)); break;
    case EVIDENCE_ABSENCE: absence_sentence(t->audit, piece->absence, out); break;
    default: text_string(out, "a list that is declared complete"); break;
    }
}

static void tell_facts(struct telling *t, const struct element_result *r, struct told_element *e)
{
    struct evidence *evidence = NULL;
    struct comparison_shown *compared = NULL;
    size_t pieces = element_evidence(t->audit, t->finding, r, &evidence),
           comparisons = element_comparisons(t->audit, r, &compared);
    e->facts = arena_array(&t->run->arena, MOST_FACTS, sizeof *e->facts);
    if (!e->facts) return;
    for (size_t i = 0; i < comparisons; i++) {
        const struct comparison_shown *c = &compared[i];
        text_add(&t->scratch, "%s %s %s: %s", c->left, c->op, c->right, c->result);
        if (c->margin) text_add(&t->scratch, ", by %s", c->margin);
        add_fact(t, e);
    }
    for (size_t i = 0; i < pieces; i++) {
        tell_piece(t, &evidence[i]);
        add_fact(t, e);
    }
}

static size_t count_asked(const struct element_result *all, unsigned count)
{
    size_t asked = 0;
    for (unsigned i = 0; all && i < count; i++)
        if (all[i].asked) asked += 1 + count_asked(all[i].items, all[i].count);
    return asked;
}

static void tell_element(struct telling *t, const struct element_result *r, const char *where, const char *expected,
                         struct told_subject *s)
{
    struct told_element *e = &s->elements[s->element_count++];
    element_sentence(t->audit, t->finding, r, &t->scratch);
    *e = (struct told_element){ .where = run_kept(t->run, where),
                                .line = element_line(t->finding->rule, r->element),
                                .sentence = keep_scratch(t),
                                .expected = expected,
                                .got = truths[r->truth] };
    t->blames = t->blames || expected;
    tell_facts(t, r, e);
    for (unsigned i = 0; i < r->count; i++) {
        char inner[80];
        if (!r->items[i].asked) continue;
        snprintf(inner, sizeof inner, "%.60s.%u", where, i + 1);
        tell_element(t, &r->items[i], inner, NULL, s);
    }
}

static void tell_list(struct telling *t, const struct element_result *all, unsigned count, const char *what,
                      struct told_subject *s)
{
    for (unsigned i = 0; all && i < count; i++) {
        char where[40];
        if (!all[i].asked) continue;
        snprintf(where, sizeof where, "%s %u", what, i + 1);
        tell_element(t, &all[i], where, expected_of(t, &all[i], *what), s);
    }
}

static void tell_needs(struct telling *t, const struct finding *f, const struct rule_result *result,
                       struct told_subject *s)
{
    struct need *needs;
    size_t count = f ? finding_needs(t->audit, f, &needs) : hole_needs(t->audit, result, &needs);
    s->needs = arena_array(&t->run->arena, count + 1, sizeof *s->needs);
    for (size_t i = 0; s->needs && i < count; i++) {
        text_add(&t->scratch, "%s (now %s)", needs[i].what, needs[i].now ? needs[i].now : "unknown");
        s->needs[s->need_count++] = keep_scratch(t);
    }
}

static void tell_subject(struct telling *t, const struct finding *f, const struct rule_result *result,
                         struct told_subject *s)
{
    t->finding = f;
    for (unsigned r = 0; r < f->rule->role_count; r++)
        text_add(&t->scratch, "%s%s %s", r ? ", " : "", f->rule->roles[r],
                 facts_id(t->audit->facts, f->subject.roles[r].record));
    s->who = keep_scratch(t), s->verdict = verdict_names[f->verdict];
    size_t asked = count_asked(f->applies, f->rule->apply_count) + count_asked(f->elements, f->rule->element_count) +
                   count_asked(f->unless, f->rule->unless_count);
    s->elements = arena_array(&t->run->arena, asked + 1, sizeof *s->elements);
    if (!s->elements) return;
    tell_list(t, f->applies, f->rule->apply_count, "applies", s);
    tell_list(t, f->elements, f->rule->element_count, "element", s);
    tell_list(t, f->unless, f->rule->unless_count, "unless", s);
    if (f->verdict == CC_CANNOT_TELL) tell_needs(t, f, result, s);
}

/* What the rule said of each subject, element by element; an enumeration that met an unknown comes last. */
static void tell(struct test_run *run, const struct cc_audit *audit, const struct rule_result *result,
                 const struct finding *meant, const struct rule_test *test, struct test_outcome *o)
{
    struct telling t = { .run = run, .audit = audit, .wanted = test->expect };
    text_init(&t.scratch, run->arena.allocator, (size_t)1 << 20);
    o->subjects = arena_array(&run->arena, MOST_SUBJECTS + 1, sizeof *o->subjects);
    for (size_t i = 0; o->subjects && i < audit->finding_count && o->subject_count < MOST_SUBJECTS; i++)
        if (!test->subject_count || audit->findings[i] == meant)
            tell_subject(&t, audit->findings[i], result, &o->subjects[o->subject_count++]);
    if (o->subjects && result->hole) {
        struct told_subject *hole = &o->subjects[o->subject_count++];
        *hole = (struct told_subject){ .who = "the enumeration met an unknown",
                                       .verdict = verdict_names[CC_CANNOT_TELL] };
        tell_needs(&t, NULL, result, hole);
    }
    text_free(&t.scratch);
}

/* ---- checking ---- */

static bool need_is_named(const struct cc_audit *audit, const struct finding *f, const struct rule_result *result,
                          const char *wanted)
{
    struct need *needs;
    size_t count = f ? finding_needs(audit, f, &needs) : hole_needs(audit, result, &needs);
    for (size_t i = 0; i < count; i++) {
        char name[300];
        if (needs[i].record == NO_REF) snprintf(name, sizeof name, "%s", needs[i].what);
        else
            snprintf(name, sizeof name, "%s%s%s", facts_id(audit->facts, needs[i].record),
                     needs[i].field == NO_FIELD ? "" : ".",
                     needs[i].field == NO_FIELD ? "" : model_fields[needs[i].field].name);
        if (!strcmp(name, wanted) || (needs[i].record == NO_REF && strstr(name, wanted))) return true;
    }
    return false;
}

/* Is the step the change of that record, of that field of it, or of that rebuttal? */
static bool step_is_named(const struct cc_audit *audit, const struct step *s, const char *wanted)
{
    char name[300];
    if (s->type == STEP_ADD) {
        snprintf(name, sizeof name, "unless %u", s->unless + 1u);
        return !strcmp(name, wanted);
    }
    if (!strcmp(facts_id(audit->facts, s->record), wanted)) return true;
    snprintf(name, sizeof name, "%s.%s", facts_id(audit->facts, s->record), model_fields[s->field].name);
    return !strcmp(name, wanted);
}

static void check_clears(struct test_run *run, const struct cc_audit *audit, const struct finding *f,
                         const struct rule_test *test, struct test_outcome *o)
{
    for (size_t i = 0; i < test->clears_if_count; i++) {
        bool found = false;
        for (size_t w = 0; f && f->clears && w < f->clears->count; w++)
            for (size_t k = 0; k < f->clears->ways[w].count; k++)
                found = found || step_is_named(audit, &f->clears->ways[w].steps[k], test->clears_if[i].what);
        if (found) continue;
        char what[120];
        snprintf(what, sizeof what, "clears if %.100s", test->clears_if[i].what);
        outcome_problem(run, o, test->clears_if[i].line, what, "among what would clear it", "not there");
    }
}

static void check_figures(struct test_run *run, const struct finding *f, const struct rule_test *test,
                          struct test_outcome *o)
{
    for (size_t i = 0; i < test->figure_count; i++) {
        const struct expected_figure *e = &test->figures[i];
        const struct figure_value *value = NULL;
        for (unsigned k = 0; f && k < f->rule->figure_count; k++)
            if (!strcmp(f->rule->figures[k].name, e->name)) value = &f->figures[k];
        bool number = value && value->state == 2 && value->type == VALUE_QUANTITY;
        if (number && fabs(value->quantity.low - e->low) <= 1e-9 * fmax(1, fabs(e->low)) &&
            fabs(value->quantity.high - e->high) <= 1e-9 * fmax(1, fabs(e->high)))
            continue;
        char what[100], expected[80], got[200];
        snprintf(what, sizeof what, "figure %.80s", e->name);
        if (e->low < e->high) snprintf(expected, sizeof expected, "%.10g to %.10g", e->low, e->high);
        else snprintf(expected, sizeof expected, "%.10g", e->low);
        if (number) quantity_write(&value->quantity, NULL, got, sizeof got);
        else snprintf(got, sizeof got, "%s", value && value->state == 3 ? "unknown" : "no number");
        outcome_problem(run, o, e->line, what, expected, got);
    }
}

/* Is the name among those of the rule? Else a problem says so, with the nearest. */
static bool is_named(struct test_run *run, struct test_outcome *o, uint32_t line, const char *what, const char *name,
                     const char *const *names, size_t count)
{
    char label[100], expected[100], got[200];
    for (size_t i = 0; i < count; i++)
        if (!strcmp(names[i], name)) return true;
    const char *near = nearest_name(name, strlen(name), names, count);
    snprintf(label, sizeof label, "%s %.80s", what, name);
    snprintf(expected, sizeof expected, "a %s of the rule", what);
    snprintf(got, sizeof got, near ? "no such %s; the nearest is '%s'" : "no such %s", what, near);
    outcome_problem(run, o, line, label, expected, got);
    return false;
}

/* The figures and roles that the test names are the rule's. */
static bool check_names(struct test_run *run, const struct rule *rule, const struct rule_test *test,
                        struct test_outcome *o)
{
    const char *figures[MOST_FIGURES];
    bool well = true;
    for (unsigned i = 0; i < rule->figure_count; i++) figures[i] = rule->figures[i].name;
    for (size_t i = 0; i < test->figure_count; i++)
        well &= is_named(run, o, test->figures[i].line, "figure", test->figures[i].name, figures, rule->figure_count);
    for (size_t i = 0; i < test->subject_count; i++)
        well &= is_named(run, o, test->line, "role", test->subject[i].name, rule->roles, rule->role_count);
    return well;
}

static bool is_verdict(const char *name)
{
    for (int v = 0; v < CC_VERDICTS; v++)
        if (!strcmp(verdict_names[v], name)) return true;
    return false;
}

static void check_verdict(struct test_run *run, const struct rule_result *result, const struct finding *f,
                          const struct rule_test *test, struct test_outcome *o)
{
    char other[300];
    const char *got = verdict_names[result->verdict];
    if (test->subject_count) got = f ? verdict_names[f->verdict] : "no such subject";
    if (!strcmp(got, test->expect)) return;
    snprintf(other, sizeof other, "%s", got);
    if (result->error)
        snprintf(other, sizeof other, result->error_line ? "%s: %.200s, line %u" : "%s: %.200s", got, result->error,
                 result->error_line);
    if (!is_verdict(test->expect)) {
        const char *near = nearest_name(test->expect, strlen(test->expect), verdict_names, CC_VERDICTS);
        snprintf(other, sizeof other, "%.100s; '%.60s' is no verdict%s%s%s", got, test->expect,
                 near ? ", the nearest is '" : "", near ? near : "", near ? "'" : "");
    }
    outcome_problem(run, o, test->expect_line, "verdict", test->expect, other);
}

void test_check(struct test_run *run, struct cc_audit *audit, const struct rule_test *test, const char *rule_id,
                struct test_outcome *o)
{
    const struct rule_result *result = NULL;
    for (size_t i = 0; i < audit->rule_count; i++)
        if (!strcmp(audit->rules[i].rule->id, rule_id)) result = &audit->rules[i];
    if (!result) {
        outcome_problem(run, o, o->line, "rule", rule_id, "no rule with this id");
        return;
    }
    if (!result->rule->error && !check_names(run, result->rule, test, o)) return;
    const struct finding *f = finding_meant(audit, test, result->verdict);
    check_verdict(run, result, f, test, o);
    for (size_t i = 0; i < test->need_count; i++) {
        char what[120];
        if (need_is_named(audit, f, result, test->needs[i].what)) continue;
        snprintf(what, sizeof what, "need %.100s", test->needs[i].what);
        outcome_problem(run, o, test->needs[i].line, what, "among what is missing", "not there");
    }
    uint16_t indexes[64];
    size_t open = f ? finding_open(f, indexes, 64) : 0;
    if (test->open >= 0 && open != (size_t)test->open) {
        char expected[32], got[32];
        snprintf(expected, sizeof expected, "%d", test->open);
        snprintf(got, sizeof got, "%zu", open);
        outcome_problem(run, o, test->open_line, "open rebuttals", expected, got);
    }
    check_figures(run, f, test, o);
    check_clears(run, audit, f, test, o);
    if (!o->passed) tell(run, audit, result, f, test, o);
}
