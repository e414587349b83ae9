/* test_rules.c - runs the *_test.lua beside rules: each test is a small case, audited by its one rule, twice. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/engine.h"
#include "audit/rule_files.h"
#include "lua/test_file.h"

struct testing {
    struct cc_engine *engine;
    const char *path;
    cc_sink sink;
    size_t passed, failed;
    bool sink_failed;
    char said[400]; /* the first diagnostic of a case that was refused */
};

static void write_out(struct testing *t, const struct text *text)
{
    if (text->data && !t->sink_failed) t->sink_failed = !t->sink.write(t->sink.ud, text->data, text->length);
}

static void keep_first(void *ud, const cc_diagnostic *d)
{
    struct testing *t = ud;
    if (!t->said[0]) snprintf(t->said, sizeof t->said, "%.300s [%s]", d->message, d->code);
}

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

static void list_needs(const struct cc_audit *audit, const struct finding *f, const struct rule_result *result,
                       struct text *out)
{
    struct need *needs;
    size_t count = f ? finding_needs(audit, f, &needs) : hole_needs(audit, result, &needs);
    for (size_t i = 0; i < count; i++) text_add(out, "    needs %s (now %s)\n", needs[i].what, needs[i].now);
}

static void tell_elements(const struct cc_audit *audit, const struct finding *f, const struct element_result *results,
                          unsigned count, struct text *out)
{
    static const char *const marks[] = { "no ", "?  ", "yes" };
    for (unsigned i = 0; results && i < count; i++) {
        if (!results[i].asked) continue;
        text_add(out, "    %s ", marks[results[i].truth]);
        element_sentence(audit, f, &results[i], out);
        text_char(out, '\n');
    }
}

/* What the rule said of each subject, element by element. */
static void tell(const struct cc_audit *audit, struct text *out)
{
    const struct rule_result *result = NULL;
    for (size_t i = 0; i < audit->rule_count; i++)
        if (audit->rules[i].verdict != CC_NOT_SELECTED) result = &audit->rules[i];
    if (result && result->error) text_add(out, "    failed: %s, line %u\n", result->error, result->error_line);
    for (size_t i = 0; i < audit->finding_count; i++) {
        const struct finding *f = audit->findings[i];
        text_add(out, "    %s:", verdict_names[f->verdict]);
        for (unsigned r = 0; r < f->rule->role_count; r++)
            text_add(out, " %s %s", f->rule->roles[r], facts_id(audit->facts, f->subject.roles[r].record));
        text_char(out, '\n');
        tell_elements(audit, f, f->applies, f->rule->apply_count, out);
        tell_elements(audit, f, f->elements, f->rule->element_count, out);
        tell_elements(audit, f, f->unless, f->rule->unless_count, out);
        if (f->verdict == CC_CANNOT_TELL) list_needs(audit, f, result, out);
    }
    if (result && result->hole)
        text_string(out, "    the enumeration met an unknown\n"), list_needs(audit, NULL, result, out);
}

static bool check_figures(const struct finding *f, const struct rule_test *test, struct text *out)
{
    bool well = true;
    for (size_t i = 0; i < test->figure_count; i++) {
        const struct expected_figure *e = &test->figures[i];
        const struct figure_value *value = NULL;
        for (unsigned k = 0; f && k < f->rule->figure_count; k++)
            if (!strcmp(f->rule->figures[k].name, e->name)) value = &f->figures[k];
        bool same = value && value->state == 2 && value->type == VALUE_QUANTITY &&
                    fabs(value->quantity.low - e->low) <= 1e-9 * fmax(1, fabs(e->low)) &&
                    fabs(value->quantity.high - e->high) <= 1e-9 * fmax(1, fabs(e->high));
        if (same) continue;
        well = false;
        char got[200] = "no number";
        if (value && value->state == 2 && value->type == VALUE_QUANTITY)
            quantity_write(&value->quantity, NULL, got, sizeof got);
        text_add(out, "    figure %s: expected %g to %g, got %s\n", e->name, e->low, e->high, got);
    }
    return well;
}

static bool check(struct cc_audit *audit, const struct rule_test *test, const char *rule_id, struct text *out)
{
    const struct rule_result *result = NULL;
    for (size_t i = 0; i < audit->rule_count; i++)
        if (!strcmp(audit->rules[i].rule->id, rule_id)) result = &audit->rules[i];
    if (!result) {
        text_add(out, "    there is no rule %s\n", rule_id);
        return false;
    }
    const struct finding *f = finding_meant(audit, test, result->verdict);
    const char *got = test->subject_count ? (f ? verdict_names[f->verdict] : "no such subject")
                                          : verdict_names[result->verdict];
    bool well = !strcmp(got, test->expect);
    if (!well) text_add(out, "    expected %s, got %s\n", test->expect, got);
    for (size_t i = 0; i < test->need_count; i++)
        if (!need_is_named(audit, f, result, test->needs[i]))
            well = false, text_add(out, "    '%s' is not among the needs\n", test->needs[i]);
    uint16_t indexes[64];
    size_t open = f ? finding_open(f, indexes, 64) : 0;
    if (test->open >= 0 && open != (size_t)test->open)
        well = false, text_add(out, "    expected %d open rebuttals, got %zu\n", test->open, open);
    if (!check_figures(f, test, out)) well = false;
    if (!well) tell(audit, out);
    return well;
}

static bool same_audits(const struct cc_audit *a, const struct cc_audit *b)
{
    if (a->finding_count != b->finding_count) return false;
    for (size_t i = 0; i < a->finding_count; i++)
        if (a->findings[i]->verdict != b->findings[i]->verdict ||
            strcmp(finding_fingerprint(a, a->findings[i]), finding_fingerprint(b, b->findings[i])) ||
            strcmp(finding_proof(a, a->findings[i]), finding_proof(b, b->findings[i])))
            return false;
    return true;
}

static bool run_twice(struct testing *t, const struct rule_test *test, const char *rule_id, struct text *out)
{
    struct cc_engine *engine = t->engine;
    cc_diagnostic_fn *emit = engine->emit;
    void *ud = engine->ud;
    const char *only[] = { rule_id };
    cc_options options = { .size = sizeof options, .only = { only, 1 } };
    t->said[0] = 0;
    engine->emit = keep_first, engine->ud = t;
    cc_case *c = cc_case_parse(engine, t->path, test->json.data ? test->json.data : "", test->json.length);
    cc_audit *first = c ? cc_audit_run(engine, c, &options) : NULL,
             *second = first ? cc_audit_run(engine, c, &options) : NULL;
    engine->emit = emit, engine->ud = ud;
    bool well = second && check(first, test, rule_id, out);
    if (!second) text_add(out, "    %s\n", t->said);
    else if (!same_audits(first, second))
        well = false, text_string(out, "    a second run in the same engine says something else\n");
    cc_audit_free(second);
    cc_audit_free(first);
    cc_case_free(c);
    return well;
}

static void run_file(struct testing *t, const char *text, size_t length)
{
    struct test_file file;
    struct text out;
    text_init(&out, t->engine->allocator, (size_t)1 << 20);
    if (!machine_test_file(t->engine->machine, t->path, text, length, &file)) {
        const struct failure *failure = machine_failure(t->engine->machine);
        text_add(&out, "%s:%u: %s [%s]\n", t->path, failure->line, failure->message, failure->code);
        t->failed++;
    }
    for (size_t i = 0; i < file.count && file.rule; i++) {
        struct text why;
        text_init(&why, t->engine->allocator, (size_t)1 << 20);
        if (!file.tests[i].expect || !file.tests[i].json.length) continue; /* the file was refused half way */
        if (run_twice(t, &file.tests[i], file.rule, &why)) t->passed++;
        else {
            t->failed++;
            text_add(&out, "%s:%u: %s: %s\n%s", t->path, file.tests[i].line, file.rule, file.tests[i].name,
                     why.data ? why.data : "");
        }
        text_free(&why);
    }
    if (file.count && !file.rule)
        t->failed++, text_add(&out, "%s:1: a test file names its rule: rule = \"pack/name\"\n", t->path);
    write_out(t, &out);
    text_free(&out);
    test_file_free(&file);
}

bool cc_test_rules(cc_engine *engine, const char *path, cc_sink sink, size_t *ret_passed, size_t *ret_failed)
{
    struct testing t = { .engine = engine, .sink = sink };
    struct rule_files files;
    *ret_passed = *ret_failed = 0;
    if (!test_files_list(engine->allocator, path, &files)) {
        engine_say(engine, CODE_IO, path, 0, NULL, "no test file and no folder of rules");
        rule_files_free(engine->allocator, &files);
        return false;
    }
    for (size_t i = 0; i < files.count; i++) {
        struct text text;
        text_init(&text, engine->allocator, (size_t)4 << 20);
        t.path = files.paths[i];
        if (rule_file_read(NULL, t.path, &text)) run_file(&t, text.data ? text.data : "", text.length);
        else t.failed++, engine_say(engine, CODE_IO, t.path, 0, NULL, "cannot be read");
        text_free(&text);
    }
    rule_files_free(engine->allocator, &files);
    struct text last;
    text_init(&last, engine->allocator, 200);
    text_add(&last, "%zu passed, %zu failed\n", t.passed, t.failed);
    write_out(&t, &last);
    text_free(&last);
    *ret_passed = t.passed, *ret_failed = t.failed;
    if (t.sink_failed) engine_say(engine, CODE_IO, NULL, 0, NULL, "the output cannot be written");
    return !t.sink_failed;
}
