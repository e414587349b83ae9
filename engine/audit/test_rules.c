/* test_rules.c - runs the *_test.lua beside rules: each test is a small case, audited by its one rule, twice. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/rule_files.h"
#include "audit/rule_tests.h"

struct testing {
    struct cc_engine *engine;
    const cc_test_options *options;
    struct test_run *run;
    const char *path; /* of the test file */
    char said[400];   /* the first diagnostic of a case that was refused */
};

static void keep_first(void *ud, const cc_diagnostic *d)
{
    struct testing *t = ud;
    if (!t->said[0]) snprintf(t->said, sizeof t->said, "%.300s [%s]", d->message, d->code);
}

struct test_outcome *run_outcome(struct test_run *run, const char *path, const char *rule, const char *name,
                                 uint32_t line)
{
    struct test_outcome *all = arena_grow(&run->arena, run->outcomes, run->outcome_count, &run->outcome_capacity,
                                          sizeof *all);
    if (!all) return NULL;
    run->outcomes = all;
    all[run->outcome_count] = (struct test_outcome){
        .path = path, .rule = run_kept(run, rule), .name = run_kept(run, name), .line = line, .passed = true
    };
    return &all[run->outcome_count++];
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

static struct rule_coverage *coverage_of(const struct test_run *run, const char *rule_id)
{
    for (size_t i = 0; i < run->rule_count; i++)
        if (!strcmp(run->coverage[i].rule->id, rule_id)) return &run->coverage[i];
    return NULL;
}

static void run_twice(struct testing *t, const struct rule_test *test, const char *rule_id, struct test_outcome *o)
{
    struct cc_engine *engine = t->engine;
    cc_diagnostic_fn *emit = engine->emit;
    void *ud = engine->ud;
    const char *only[] = { rule_id };
    cc_options options = { .size = sizeof options,
                           .only = { only, 1 },
                           .clears_budget = test->clears_if_count ? 2000 : 0 };
    t->said[0] = 0;
    engine->emit = keep_first, engine->ud = t;
    cc_case *c = cc_case_parse(engine, t->path, test->json.data ? test->json.data : "", test->json.length);
    cc_audit *first = c ? cc_audit_run(engine, c, &options) : NULL,
             *second = first ? cc_audit_run(engine, c, &options) : NULL;
    engine->emit = emit, engine->ud = ud;
    if (second) {
        struct rule_coverage *coverage = coverage_of(t->run, rule_id);
        test_check(t->run, first, test, rule_id, o);
        if (coverage) coverage_add(coverage, first);
        if (!same_audits(first, second))
            outcome_problem(t->run, o, o->line, "second run", "what the first run in this engine said",
                            "something else");
    } else outcome_problem(t->run, o, o->line, "facts", "facts that can be read", t->said);
    cc_audit_free(second);
    cc_audit_free(first);
    cc_case_free(c);
}

/* Does a glob of the filter name the rule or the sentence? */
static bool is_wanted(const struct testing *t, const char *rule, const char *sentence)
{
    const cc_words *filter = &t->options->filter;
    for (size_t i = 0; i < filter->count; i++)
        if (glob_matches(filter->items[i], rule) || glob_matches(filter->items[i], sentence)) return true;
    return !filter->count;
}

static void run_tests(struct testing *t, const struct test_file *file)
{
    for (size_t i = 0; i < file->count; i++) {
        const struct rule_test *test = &file->tests[i];
        if (!test->expect || !test->json.length) continue; /* the file was refused half way */
        if (!is_wanted(t, file->rule, test->name)) continue;
        struct test_outcome *o = run_outcome(t->run, t->path, file->rule, test->name, test->line);
        if (!o) return;
        run_twice(t, test, file->rule, o);
        t->run->passed += o->passed;
    }
    struct rule_coverage *coverage = coverage_of(t->run, file->rule);
    if (coverage) coverage_marks(t->run, coverage, file, t->path);
}

static void refuse_file(struct testing *t, uint32_t line, const char *why)
{
    struct test_outcome *o = run_outcome(t->run, t->path, "", "test file", line);
    if (o) outcome_problem(t->run, o, line, "test file", "a file of tests", why);
}

static void run_file(struct testing *t, const char *text, size_t length)
{
    struct test_file file;
    if (!machine_test_file(t->engine->machine, t->path, text, length, &file)) {
        const struct failure *failure = machine_failure(t->engine->machine);
        char why[460];
        snprintf(why, sizeof why, "%s [%s]", failure->message, failure->code);
        refuse_file(t, failure->line, why);
    }
    if (file.rule) run_tests(t, &file);
    else if (file.count) refuse_file(t, 1, "a test file names its rule: rule = \"pack/name\"");
    test_file_free(&file);
}

bool test_run_on(struct cc_engine *engine, const char *path, const cc_test_options *options, struct test_run *run)
{
    struct testing t = { .engine = engine, .options = options, .run = run };
    struct rule_files files;
    *run = (struct test_run){ .path = path, .filtered = options->filter.count > 0 };
    arena_init(&run->arena, engine->allocator, 0);
    if (!test_files_list(engine->allocator, &engine->files, path, &files)) {
        engine_say(engine, CODE_IO, path, 0, NULL, "no test file and no folder of rules");
        rule_files_free(engine->allocator, &files);
        return false;
    }
    coverage_begin(run, engine);
    for (size_t i = 0; i < files.count && !run->arena.failed; i++) {
        struct text text;
        text_init(&text, engine->allocator, (size_t)4 << 20);
        t.path = run_kept(run, files.paths[i]);
        const char *why = engine_gate(engine, files.paths[i]);
        if (why) refuse_file(&t, 0, why);
        else if (rule_file_read(&engine->files, files.paths[i], &text))
            run_file(&t, text.data ? text.data : "", text.length);
        else refuse_file(&t, 0, "cannot be read");
        text_free(&text);
    }
    rule_files_free(engine->allocator, &files);
    if (run->arena.failed) engine_say(engine, CODE_MEMORY, path, 0, NULL, "no memory was left for the tests");
    return !run->arena.failed;
}

bool rule_test_file(struct cc_engine *engine, const struct rule *rule, struct test_file *ret_file, bool *ret_there)
{
    char path[1100];
    size_t length = strlen(rule->path);
    struct text text;
    *ret_file = (struct test_file){ 0 };
    arena_init(&ret_file->arena, engine->allocator, 0);
    *ret_there = false;
    if (length < 4 || length > 1000) return false;
    snprintf(path, sizeof path, "%.*s_test.lua", (int)(length - 4), rule->path);
    text_init(&text, engine->allocator, (size_t)4 << 20);
    *ret_there = rule_path_exists(&engine->files, path);
    bool well = *ret_there && !engine_gate(engine, path) && rule_file_read(&engine->files, path, &text) &&
                machine_test_file(engine->machine, path, text.data ? text.data : "", text.length, ret_file);
    text_free(&text);
    return well;
}

void test_run_free(struct test_run *run) { arena_free(&run->arena); }
