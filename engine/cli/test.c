/* test.c - `test [PATH...]`: the tests that stand beside the rules. */
#include "cli/program.h"

#include <stdlib.h>
#include <string.h>

struct counts {
    size_t passed, failed;
};

/* Of a test file, the rule that it tests. */
static char *rule_of(const char *path)
{
    static const char end[] = "_test.lua";
    size_t length = strlen(path), ends = sizeof end - 1;
    char *rule = strdup(path);
    if (rule && length > ends && strcmp(rule + length - ends, end) == 0)
        memcpy(rule + length - ends, ".lua", sizeof ".lua");
    return rule;
}

/* The rules are those of --rules, else of the path. */
static enum status run_tests(struct program *p, const char *path, struct counts *counts)
{
    struct counts here = { 0, 0 };
    const char *rule = rule_of(path);
    const struct values rules = { .items = &rule, .count = 1 };
    enum status status = STATUS_WRONG;
    if (!rule) speak_error(&p->speaker, "memory", NULL, NULL, "no memory for the tests");
    else if (program_start(p)) status = program_load_rules(p, &rules);
    if (status != STATUS_WRONG && !cc_test_rules(p->engine, path, output_sink(&p->out), &here.passed, &here.failed))
        status = here.failed ? worse_status(status, STATUS_FLAGGED) : STATUS_WRONG;
    else if (here.failed) status = worse_status(status, STATUS_FLAGGED);
    counts->passed += here.passed, counts->failed += here.failed;
    free((void *)rule);
    return status;
}

enum status command_test(struct program *p)
{
    struct values paths = p->request.operands;
    const char *shipped = program_shipped(p);
    enum status status = STATUS_CLEAN;
    struct counts counts = { 0, 0 };
    cc_own_cjson();
    if (!paths.count) {
        if (!shipped) return program_start(p) ? program_load_rules(p, NULL) : STATUS_WRONG; /* which says so */
        paths = (struct values){ .items = &shipped, .count = 1 };
    }
    for (size_t i = 0; i < paths.count; i++) {
        status = worse_status(status, run_tests(p, paths.items[i], &counts));
        cc_engine_free(p->engine); /* the next path has one of its own: a rule may be in both */
        p->engine = NULL;
    }
    if (paths.count > 1) output_print(&p->out, "%zu passed, %zu failed\n", counts.passed, counts.failed);
    return status;
}
