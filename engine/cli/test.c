/* test.c - `test [PATH...]`: the tests that stand beside the rules, and what they show of them. */
#include "cli/program.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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

/* With an engine of its own, since a rule may be in two paths. Of a file, the rule and its test, whichever of the two was
 * named. */
static enum status run_path(struct program *p, cc_tests *tests, const char *path)
{
    enum status status = STATUS_WRONG;
    cc_engine *engine = p->engine;
    const char *rule = with_ending(path, "_test.lua", ".lua");
    char *test = rule ? with_ending(rule, ".lua", "_test.lua") : NULL;
    const struct values rules = { .items = &rule, .count = 1 };
    p->engine = NULL;
    if (!test) speak_error(&p->speaker, "memory", NULL, NULL, "no memory for the tests");
    else if (program_start(p)) status = program_load_rules(p, &rules);
    if (status != STATUS_WRONG && !cc_tests_add(tests, p->engine, test)) status = STATUS_WRONG;
    cc_engine_free(p->engine);
    p->engine = engine;
    free((void *)rule);
    free(test);
    return status;
}

/* A percentage of --min; less than 0: it has been said what is wrong. */
static double least_coverage(struct program *p)
{
    const char *word = option_value(&p->request, OPTION_MIN, "0");
    char *end;
    double least = strtod(word, &end);
    if (end != word && !*end && least >= 0 && least <= 100) return least;
    speak_error(&p->speaker, "usage", NULL, NULL, "--min takes a percentage from 0 to 100, not '%.60s'", word);
    return -1;
}

static enum status judge(struct program *p, const cc_test_totals *totals, double least)
{
    bool none = !totals->passed && !totals->failed;
    output_flush(&p->out);
    if (none && option_given(&p->request, OPTION_FILTER)) {
        speak_error(&p->speaker, "usage", NULL, NULL, "no test has a rule or a sentence that --filter matches");
        return STATUS_WRONG;
    }
    if (none)
        speak_error(&p->speaker, "rule", NULL, NULL,
                    "no tests: the test of NAME.lua stands beside it, as NAME_test.lua; `new rule` shows one");
    else if (totals->below)
        speak_error(&p->speaker, "rule", NULL, NULL, "the coverage is %.1f %%, below the %g %% of --min",
                    floor(totals->of ? 1000 * (double)totals->seen / (double)totals->of : 0) / 10, least);
    return totals->failed || totals->below ? STATUS_FLAGGED : STATUS_CLEAN;
}

enum status command_test(struct program *p)
{
    struct values paths = p->request.operands;
    const char *shipped = program_shipped(p);
    cc_test_totals totals;
    double least = least_coverage(p);
    cc_test_options options = { .size = sizeof options,
                                .format = option_value(&p->request, OPTION_FORMAT, "text"),
                                .filter = option_words(&p->request, OPTION_FILTER),
                                .coverage = option_given(&p->request, OPTION_COVERAGE) ||
                                            option_given(&p->request, OPTION_MIN),
                                .least = least };
    cc_own_cjson();
    if (least < 0 || !program_start(p)) return STATUS_WRONG;
    if (!paths.count) {
        if (!shipped) return program_load_rules(p, NULL); /* which says so */
        paths = (struct values){ .items = &shipped, .count = 1 };
    }
    cc_tests *tests = cc_tests_open(p->engine, &options, output_sink(&p->out));
    if (!tests) return STATUS_WRONG;
    enum status status = STATUS_CLEAN;
    for (size_t i = 0; i < paths.count; i++) status = worse_status(status, run_path(p, tests, paths.items[i]));
    bool all = status != STATUS_WRONG;
    if (!cc_tests_close(tests, &totals)) return STATUS_WRONG;
    return all ? worse_status(status, judge(p, &totals, least)) : status;
}
