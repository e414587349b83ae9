/* test.c - `test [PATH...]`: the tests that stand beside the rules. */
#include "cli/program.h"

#include <stdlib.h>
#include <string.h>

struct counts {
    size_t passed, failed;
};

/* `path` with another ending, if it has that one; NULL: no memory. */
static char *with_ending(const char *path, const char *ending, const char *other)
{
    size_t length = strlen(path), ends = strlen(ending);
    char *result = malloc(length + strlen(other) + 1);
    if (!result) return NULL;
    memcpy(result, path, length + 1);
    if (length > ends && strcmp(path + length - ends, ending) == 0)
        memcpy(result + length - ends, other, strlen(other) + 1);
    return result;
}

/* Of a file, the rule and its test, whichever of the two was named. */
static enum status run_tests(struct program *p, const char *path, struct counts *counts)
{
    struct counts here = { 0, 0 };
    enum status status = STATUS_WRONG;
    const char *rule = with_ending(path, "_test.lua", ".lua");
    char *test = rule ? with_ending(rule, ".lua", "_test.lua") : NULL;
    const struct values rules = { .items = &rule, .count = 1 };
    if (!test) speak_error(&p->speaker, "memory", NULL, NULL, "no memory for the tests");
    else if (program_start(p)) status = program_load_rules(p, &rules);
    if (status != STATUS_WRONG) {
        if (!cc_test_rules(p->engine, test, output_sink(&p->out), &here.passed, &here.failed)) status = STATUS_WRONG;
        if (here.failed) status = worse_status(status, STATUS_FLAGGED);
    }
    counts->passed += here.passed, counts->failed += here.failed;
    free((void *)rule);
    free(test);
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
