/* tests.c - the results of rule tests: opened, given a run a path, closed. */
#include "report/tests.h"

#include <math.h>

#include "report/report.h"
#include "report/safe.h"
#include "report/words.h"

const char *const truth_names[3] = { [NO] = "false", [UNKNOWN] = "unknown", [YES] = "true" };

static const struct tests_format *const formats[] = { &tests_text, &tests_json, &tests_junit };
enum { FORMATS = sizeof formats / sizeof *formats };

double coverage_percent(size_t seen, size_t of) { return of ? floor((double)seen * 1000 / (double)of) / 10 : 100; }

cc_tests *cc_tests_open(cc_engine *e, const cc_test_options *options, cc_sink sink)
{
    const char *names[FORMATS], *wanted = options->format ? options->format : "text";
    const struct tests_format *format = NULL;
    for (size_t i = 0; i < FORMATS; i++) {
        names[i] = formats[i]->name;
        if (!strcmp(names[i], wanted)) format = formats[i];
    }
    if (!format) return report_unknown(e, "format", wanted, names, FORMATS), NULL;
    cc_tests *t = e->allocator->allocate(e->allocator->ud, NULL, 0, sizeof *t);
    if (!t) return report_no_memory(e), NULL;
    *t = (struct cc_tests){ .engine = e, .format = format, .options = *options };
    if (!out_open(&t->out, e->allocator, sink)) {
        e->allocator->allocate(e->allocator->ud, t, sizeof *t, 0);
        return report_no_memory(e), NULL;
    }
    text_init(&t->said, e->allocator, 0), text_init(&t->safe, e->allocator, 0);
    format->begin(t);
    return t;
}

struct text *tests_line(cc_tests *t)
{
    text_reset(&t->said);
    return &t->said;
}

void tests_put_line(cc_tests *t)
{
    text_reset(&t->safe);
    text_safe_line(&t->safe, text_chars(&t->said), t->said.length);
    out_bytes(&t->out, text_chars(&t->safe), t->safe.length);
    out_char(&t->out, '\n');
    if (t->said.failed || t->safe.failed) out_no_memory(&t->out);
}

const char *tests_safe(cc_tests *t, const char *text)
{
    text_reset(&t->safe);
    text_safe(&t->safe, text, strlen(text));
    if (t->safe.failed) out_no_memory(&t->out);
    return text_chars(&t->safe);
}

static void count(cc_tests *t, const struct test_run *run)
{
    t->totals.passed += run->passed, t->totals.failed += run->outcome_count - run->passed;
    for (size_t i = 0; i < run->rule_count; i++) {
        size_t of;
        if (!coverage_is_told(run, &run->coverage[i])) continue;
        t->totals.seen += coverage_seen(&run->coverage[i], false, &of), t->totals.of += of;
        t->totals.member_seen += coverage_seen(&run->coverage[i], true, &of), t->totals.member_of += of;
    }
}

bool cc_tests_add(cc_tests *t, cc_engine *e, const char *path)
{
    struct test_run run;
    bool well = test_run_on(e, path, &t->options, &run);
    if (well) {
        count(t, &run);
        t->format->add(t, &run);
        t->runs++;
    }
    test_run_free(&run);
    return well && !t->out.failed;
}

bool cc_tests_close(cc_tests *t, cc_test_totals *ret_totals)
{
    if (!t) return true;
    cc_engine *e = t->engine;
    double percent = t->totals.of ? 100.0 * (double)t->totals.seen / (double)t->totals.of : 0;
    t->totals.below = percent < t->options.least;
    t->format->end(t);
    t->totals.size = sizeof t->totals;
    *ret_totals = t->totals;
    bool well = listing_close(e, &t->out);
    text_free(&t->said), text_free(&t->safe);
    e->allocator->allocate(e->allocator->ud, t, sizeof *t, 0);
    return well;
}
