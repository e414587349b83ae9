/* tests.h - how the results of rule tests are written: a format is a row of functions, each given one run at a time. */
#ifndef REPORT_TESTS_H
#define REPORT_TESTS_H

#include "audit/rule_tests.h"
#include "report/out.h"
#include "report/xml_writer.h"

struct cc_tests {
    cc_engine *engine;
    const struct tests_format *format;
    struct out out;
    struct xml xml;         /* of junit */
    struct text said, safe; /* what is being said, and as it may be shown */
    cc_test_options options;
    size_t runs; /* written so far */
    cc_test_totals totals;
};
struct tests_format {
    const char *name;
    void (*begin)(struct cc_tests *);
    void (*add)(struct cc_tests *, const struct test_run *);
    void (*end)(struct cc_tests *);
};
extern const struct tests_format tests_text, tests_json, tests_junit;

extern const char *const truth_names[3];
/* Texts of rules and tests are data: a line is begun, added to, and put as it may be shown, whatever it holds. */
struct text *tests_line(struct cc_tests *);
void tests_put_line(struct cc_tests *);
/* The same text within a line, for what has escapes of its own; it stands until the next call. */
const char *tests_safe(struct cc_tests *, const char *text);
/* Is the rule's coverage to be told: of a filtered run, only of rules that were tested. */
static inline bool coverage_is_told(const struct test_run *run, const struct rule_coverage *c)
{
    return !run->filtered || c->tests;
}
/* Percent with one decimal, never rounded up; nothing to see is all of it. */
double coverage_percent(size_t seen, size_t of);
#endif
