/* run.c - an audit from beginning to end: which rules, which subjects, what they come to. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/clears.h"
#include "audit/inputs.h"
#include "audit/missing.h"
#include "audit/options.h"
#include "audit/run.h"
#include "audit/sensitivity.h"
#include "audit/what_if.h"

/* Clear and out-of-scope subjects that --verbose can show, a rule: so many, and no more of them once they take so many bytes.
 * Each of ten thousand holders of one firm may rest on all of them. */
enum { KEPT_SILENT = 2000, KEPT_SILENT_BYTES = 32 << 20 };

const char *const verdict_names[CC_VERDICTS] = { "flagged",      "cannot-tell",    "rebutted",     "clear",
                                                 "out-of-scope", "not-applicable", "not-selected", "failed" };
const char *const verdict_phrases[CC_VERDICTS] = { "flagged",      "cannot tell",    "rebutted",     "clear",
                                                   "out of scope", "not applicable", "not selected", "failed" };

/* ---- findings ---- */

static bool keep_finding(struct run *run, struct finding *finding)
{
    struct cc_audit *audit = run->audit;
    void *moved = arena_grow(&audit->listed, audit->findings, audit->finding_count, &run->finding_capacity,
                             sizeof *audit->findings);
    if (!moved) return false;
    audit->findings = moved;
    audit->findings[audit->finding_count++] = finding;
    return true;
}

static bool no_memory(struct evaluation *e)
{
    e->failure = (struct failure){ .code = "memory", .message = "no memory was left" };
    return false;
}

/* Before a subject is judged: what its evaluation takes is given back where nothing of it is kept. */
struct before_subject {
    struct arena_mark mark;
    size_t bytes;
    uint64_t remembered;
    struct params_at *params;
};

static struct before_subject before_subject(const struct run *run, const struct evaluation *e)
{
    const struct arena *arena = &run->audit->arena;
    return (struct before_subject){ arena_mark(arena), arena->total, machine_remembered(e->machine), run->params };
}

/* Thousands of subjects that concern nobody cost no more than one. What the machine remembers from this one lies among its
 * memory: then that stays. */
static void drop_subject(struct run *run, struct evaluation *e, const struct before_subject *before)
{
    run->audit->dropped++;
    if (machine_remembered(e->machine) != before->remembered) return;
    if (run->params != before->params) run->params = NULL; /* of the law of this subject's day */
    e->finding = NULL;
    arena_rewind(&run->audit->arena, before->mark);
}

/* One subject of a rule. False: the rule failed (e->failure). */
static bool run_subject(struct run *run, struct rule_result *result, const struct subject *subject,
                        struct evaluation *e)
{
    struct before_subject before = before_subject(run, e);
    if (!judge_subject(run, e, subject)) return false;
    unsigned verdict = e->finding->verdict;
    result->subjects[verdict]++;
    if (verdict > CC_REBUTTED && !run->options->every_subject) {
        if (run->silent == KEPT_SILENT || run->silent_bytes >= KEPT_SILENT_BYTES) {
            drop_subject(run, e, &before);
            return true;
        }
        run->silent++, run->silent_bytes += run->audit->arena.total - before.bytes;
    }
    return keep_finding(run, e->finding) || no_memory(e);
}

/* ---- rules ---- */

/* What a rule that failed had found and read serves nobody but a trace: a case on which many rules fail takes no more memory than
 * the worst of them. */
static void give_back(struct run *run, const struct rule_result *result)
{
    machine_forget_rule(run->engine->machine, result->rule);
    run->params = NULL;
    arena_rewind(&run->audit->arena, run->began);
}

static void rule_failed(struct run *run, struct rule_result *result, const char *code, const char *message,
                        uint32_t line, size_t findings_before)
{
    memset(result->subjects, 0, sizeof result->subjects);
    result->verdict = CC_FAILED, result->hole = false;
    result->error_code = code, result->error_line = line;
    run->audit->finding_count = findings_before;
    if (result == run->under_way && !run->options->trace) give_back(run, result);
    result->error = arena_copy(&run->audit->arena, message, strlen(message));
    if (!strcmp(code, "memory")) run->memory_failed = true;
}

static uint8_t verdict_of(const struct rule_result *result)
{
    for (uint8_t v = CC_FLAGGED; v <= CC_OUT_OF_SCOPE; v++)
        if (result->subjects[v] || (v == CC_CANNOT_TELL && result->hole)) return v;
    return CC_NOT_APPLICABLE;
}

/* False: the gate does not let the rule go on, which has failed it. */
static bool let_in(struct run *run, struct rule_result *result, size_t findings_before)
{
    const char *why = engine_gate(run->engine, result->rule->id);
    if (why) rule_failed(run, result, "limit", why, 0, findings_before);
    return !why;
}

static void run_rule(struct run *run, struct rule_result *result)
{
    struct cc_audit *audit = run->audit;
    struct evaluation e = {
        .machine = run->engine->machine, .audit = audit, .rule = result->rule, .every_test = run->options->every_test
    };
    const struct subjects *subjects;
    size_t before = audit->finding_count;
    run->params = NULL, run->silent = 0, run->silent_bytes = 0;
    run->began = arena_mark(&audit->arena);
    if (!let_in(run, result, before)) return;
    if (!machine_subjects(e.machine, e.rule, &subjects)) {
        const struct failure *failure = machine_failure(e.machine);
        rule_failed(run, result, failure->code, failure->message, failure->line, before);
        if (run->options->trace) result->enumeration = &subjects->trail;
        return;
    }
    result->hole = subjects->hole, result->enumeration = &subjects->trail;
    run->began = arena_mark(&audit->arena); /* who is concerned, other rules ask as well */
    for (size_t i = 0; i < subjects->count; i++) {
        if (!let_in(run, result, before)) return;
        if (!run_subject(run, result, &subjects->items[i], &e)) {
            rule_failed(run, result, e.failure.code, e.failure.message, e.failure.line, before);
            if (run->options->trace) result->broke = e.finding;
            return;
        }
    }
    result->verdict = verdict_of(result);
}

static const char *why_not_selected(const struct run *run, const struct rule *rule)
{
    const struct cc_options *o = run->options;
    bool only = !o->only.count;
    for (size_t i = 0; i < o->only.count; i++) only = only || glob_matches(o->only.items[i], rule->id);
    if (!only) return "--only";
    for (size_t i = 0; i < o->skip.count; i++)
        if (glob_matches(o->skip.items[i], rule->id)) return "--skip";
    if (!rule->jurisdiction) return NULL;
    if (o->jurisdictions.count) return option_has_jurisdiction(o, rule->jurisdiction) ? NULL : "--jurisdiction";
    const struct facts *facts = run->audit->facts;
    for (size_t i = 0; i < facts->header.jurisdiction_count; i++)
        if (!strcmp(facts_word(facts, facts->header.jurisdictions[i]), rule->jurisdiction)) return NULL;
    return facts->header.jurisdiction_count ? "jurisdiction" : NULL;
}

/* Which rules the case asks for; those that were only glimpsed are compiled now, before the machine is at the case. */
static bool select_rules(struct run *run)
{
    struct cc_audit *audit = run->audit;
    for (size_t i = 0; i < audit->rule_count; i++) {
        struct rule_result *result = &audit->rules[i];
        result->rule = run->engine->rules[i];
        if (!result->rule->error || result->rule->id_known) result->not_selected = why_not_selected(run, result->rule);
        if (!result->not_selected && !(result->rule = engine_rule(run->engine, i))) return false;
    }
    return true;
}

static void run_rules(struct run *run)
{
    struct cc_audit *audit = run->audit;
    for (size_t i = 0; i < audit->rule_count && !run->memory_failed; i++) {
        struct rule_result *result = &audit->rules[i];
        const struct rule *rule = result->rule;
        if (result->not_selected) result->verdict = CC_NOT_SELECTED;
        else if (rule->error) rule_failed(run, result, "rule", rule->error, rule->error_line, audit->finding_count);
        else run->under_way = result, run_rule(run, result);
        run->under_way = NULL;
    }
}

/* ---- totals, order ---- */

static void count_totals(struct cc_audit *audit)
{
    uint32_t selected = 0;
    for (size_t i = 0; i < audit->rule_count; i++) {
        const struct rule_result *r = &audit->rules[i];
        unsigned severity = r->rule->severity;
        for (unsigned v = 0; v < CC_NOT_APPLICABLE; v++)
            audit->totals[v] += r->subjects[v], audit->by_severity[v][severity] += r->subjects[v];
        if (r->hole) audit->totals[CC_CANNOT_TELL]++, audit->by_severity[CC_CANNOT_TELL][severity]++;
        if (r->verdict >= CC_NOT_APPLICABLE) audit->totals[r->verdict]++, audit->by_severity[r->verdict][severity]++;
        selected += r->verdict != CC_NOT_SELECTED;
    }
    audit->incomplete = audit->totals[CC_FAILED] || !selected;
}

/* Most severe first, then the rule's id, then the rows of the roles' records, roles in alphabetical order. */
int finding_order(const struct finding *x, const struct finding *y)
{
    if (x->rule->severity != y->rule->severity) return x->rule->severity > y->rule->severity ? -1 : 1;
    if (x->rule != y->rule) return strcmp(x->rule->id, y->rule->id);
    const uint8_t *roles = x->rule->roles_by_name;
    for (unsigned i = 0; i < x->rule->role_count; i++) {
        ref p = x->subject.roles[roles[i]].record, q = y->subject.roles[roles[i]].record;
        if (p != q) return p < q ? -1 : 1;
    }
    return 0;
}
static int in_order(const void *a, const void *b)
{
    return finding_order(*(struct finding *const *)a, *(struct finding *const *)b);
}

/* Those whose code was stopped while it was searched what would clear: they failed, whatever they had said before. */
static void fail_stopped(struct run *run, const struct what_if *w)
{
    struct cc_audit *audit = run->audit;
    for (size_t i = 0; i < w->stopped_count; i++) {
        size_t kept = 0;
        for (size_t k = 0; k < audit->finding_count; k++)
            if (audit->findings[k]->rule != w->stopped[i].rule) audit->findings[kept++] = audit->findings[k];
        for (size_t k = 0; k < audit->rule_count; k++)
            if (audit->rules[k].rule == w->stopped[i].rule)
                rule_failed(run, &audit->rules[k], "limit", w->stopped[i].why, 0, kept);
    }
    if (!w->stopped_count) return;
    memset(audit->totals, 0, sizeof audit->totals);
    memset(audit->by_severity, 0, sizeof audit->by_severity);
    count_totals(audit);
}

/* Every search once, each with the whole budget. False: no memory. */
static bool search(struct run *run, struct what_if *w)
{
    enum { USUAL_BUDGET = 2000 };
    struct cc_audit *audit = run->audit;
    const struct cc_options *options = run->options;
    bool well = true;
    w->used = 0, w->budget = options->clears_budget;
    if (options->clears_budget) well = clears_find(audit, w);
    audit->clears_used = w->used, w->used = 0;
    if (well && options->clears_budget) well = missing_find(audit, w);
    w->used = 0, w->budget = options->clears_budget ? options->clears_budget : USUAL_BUDGET;
    if (well && options->sensitivity) well = sensitivity_find(audit, w);
    return well;
}

/* What the finished audit would be under other facts. False: no memory. */
static bool look_further(struct run *run)
{
    struct cc_audit *audit = run->audit;
    struct what_if w;
    audit->clears_budget = run->options->clears_budget;
    bool well = what_if_begin(&w, run->engine, audit, run->options, audit->clears_budget);
    for (size_t stopped = SIZE_MAX; well && stopped != w.stopped_count;) { /* again without the rules that were */
        stopped = w.stopped_count;
        well = search(run, &w);
        fail_stopped(run, &w);
    }
    what_if_end(&w);
    return well;
}

/* ---- the audit ---- */

static bool begin(struct run *run, const struct facts *facts)
{
    struct cc_audit *audit = run->audit;
    audit->facts = facts, audit->engine = run->engine;
    if (!options_read(run->engine, facts, run->options, &audit->as_of, &audit->law_as_of)) return false;
    options_copy(&audit->arena, run->options, &audit->options); /* the arena remembers a failure */
    audit->view = view_at(facts, audit->as_of);
    audit->rule_count = run->engine->rule_count;
    audit->rules = arena_array(&audit->arena, audit->rule_count + 1, sizeof *audit->rules);
    if (audit->view && audit->rules) {
        if (!select_rules(run)) return false;
        if (machine_begin_case(run->engine->machine, facts, audit->view, &audit->arena)) return true;
    }
    engine_say(run->engine, CODE_MEMORY, facts->file, 0, NULL, "no memory was left for the audit");
    return false;
}

cc_audit *cc_audit_run(cc_engine *engine, const cc_case *c, const cc_options *given)
{
    struct cc_options options = { .size = sizeof options };
    if (given) memcpy(&options, given, given->size < sizeof options ? given->size : sizeof options);
    struct cc_audit *audit = engine->allocator->allocate(engine->allocator->ud, NULL, 0, sizeof *audit);
    if (!audit) {
        engine_say(engine, CODE_MEMORY, c->facts->file, 0, NULL, "no memory was left for the audit");
        return NULL;
    }
    memset(audit, 0, sizeof *audit);
    arena_init(&audit->arena, engine->allocator, 0);
    arena_init(&audit->listed, engine->allocator, 0);
    struct run run = { .engine = engine, .audit = audit, .options = &options };
    if (!begin(&run, c->facts)) {
        cc_audit_free(audit);
        return NULL;
    }
    machine_trace(engine->machine, options.trace);
    run_rules(&run);
    machine_trace(engine->machine, false);
    bool refused = machine_refused(engine->machine);
    machine_end_case(engine->machine);
    count_totals(audit);
    if (audit->finding_count) qsort(audit->findings, audit->finding_count, sizeof *audit->findings, in_order);
    if (!audit->arena.failed && !run.memory_failed && !refused && (options.clears_budget || options.sensitivity))
        refused = !look_further(&run);
    audit_take_notices(audit);
    if (!audit->arena.failed && !run.memory_failed && !refused) return audit;
    engine_say(engine, CODE_MEMORY, c->facts->file, 0, NULL, "no memory was left for the audit");
    cc_audit_free(audit);
    return NULL;
}

void cc_audit_free(cc_audit *audit)
{
    if (!audit) return;
    const cc_allocator *allocator = audit->arena.allocator;
    arena_free(&audit->arena), arena_free(&audit->listed);
    allocator->allocate(allocator->ud, audit, sizeof *audit, 0);
}

size_t cc_audit_count(const cc_audit *audit, cc_verdict verdict) { return audit->totals[verdict]; }

size_t cc_audit_count_from(const cc_audit *audit, cc_verdict verdict, cc_severity severity)
{
    size_t count = 0;
    for (unsigned s = severity; s < CC_SEVERITIES; s++) count += audit->by_severity[verdict][s];
    return count;
}

bool cc_audit_incomplete(const cc_audit *audit) { return audit->incomplete; }

cc_verdict cc_audit_rule(const cc_audit *audit, const char *rule_id)
{
    for (size_t i = 0; i < audit->rule_count; i++)
        if (!strcmp(audit->rules[i].rule->id, rule_id)) return (cc_verdict)audit->rules[i].verdict;
    return CC_VERDICTS;
}
