/* tests_junit.c - rule tests as JUnit XML: a suite a rule, a case a test; what failed says why as the text format does. */
#include <stdio.h>

#include "report/safe.h"
#include "report/tests.h"
#include "report/words.h"
#include "report/xml_writer.h"

static void begin(struct cc_tests *t)
{
    t->xml = xml_on(&t->out);
    xml_open(&t->xml, "testsuites");
    xml_attribute(&t->xml, "name", "compliance-check");
}

/* ---- why a test failed: line by line, each as it may be shown ---- */

static void add_line(struct cc_tests *t, struct text *why)
{
    text_safe_line(why, text_chars(&t->said), t->said.length);
    text_char(why, '\n');
}

static void add_element(struct cc_tests *t, struct text *why, const struct told_element *e)
{
    text_add(tests_line(t), "  %s %s: %s", e->got, e->where, e->sentence), add_line(t, why);
    if (e->expected) text_add(tests_line(t), tr("    expected %s, got %s"), e->expected, e->got), add_line(t, why);
    for (size_t i = 0; i < e->fact_count; i++) text_add(tests_line(t), "    %s", e->facts[i]), add_line(t, why);
}

static void add_problem(struct text *line, const struct test_problem *p)
{
    text_add(line, tr("%s: expected %s, got %s"), p->what, p->expected, p->got);
}

static void add_why(struct cc_tests *t, struct text *why, const struct test_outcome *o)
{
    text_string(tests_line(t), o->path);
    if (o->line) text_add(&t->said, ":%u", (unsigned)o->line);
    add_line(t, why);
    for (size_t i = 0; i < o->problem_count; i++) add_problem(tests_line(t), &o->problems[i]), add_line(t, why);
    for (size_t i = 0; i < o->subject_count; i++) {
        const struct told_subject *s = &o->subjects[i];
        text_add(tests_line(t), "%s: %s", s->who, s->verdict), add_line(t, why);
        for (size_t k = 0; k < s->element_count; k++) add_element(t, why, &s->elements[k]);
        for (size_t k = 0; k < s->need_count; k++)
            text_add(tests_line(t), tr("  needs %s"), s->needs[k]), add_line(t, why);
    }
}

static void put_attribute(struct cc_tests *t, const char *name, const char *value)
{
    xml_attribute(&t->xml, name, tests_safe(t, value));
}

static void put_failure(struct cc_tests *t, const struct test_outcome *o)
{
    struct text why;
    text_init(&why, t->engine->allocator, 0);
    xml_open(&t->xml, "failure");
    xml_attribute(&t->xml, "type", "test");
    if (o->problem_count) add_problem(tests_line(t), &o->problems[0]);
    else tests_line(t);
    put_attribute(t, "message", text_chars(&t->said));
    add_why(t, &why, o);
    xml_text(&t->xml, text_chars(&why), why.length);
    xml_close(&t->xml, "failure");
    if (why.failed || t->said.failed) out_no_memory(&t->out);
    text_free(&why);
}

static void put_case(struct cc_tests *t, const struct test_outcome *o)
{
    xml_open(&t->xml, "testcase");
    put_attribute(t, "classname", *o->rule ? o->rule : o->path);
    put_attribute(t, "name", o->name);
    if (!o->passed) put_failure(t, o);
    xml_close(&t->xml, "testcase");
}

/* Tests of one rule follow each other, since its file holds them all. */
static size_t put_suite(struct cc_tests *t, const struct test_run *run, size_t from)
{
    struct xml *x = &t->xml;
    const struct test_outcome *all = run->outcomes;
    size_t end = from, failed = 0;
    while (end < run->outcome_count && !strcmp(all[end].rule, all[from].rule) && !strcmp(all[end].path, all[from].path))
        failed += !all[end++].passed;
    xml_open(x, "testsuite");
    put_attribute(t, "name", *all[from].rule ? all[from].rule : all[from].path);
    put_attribute(t, "file", all[from].path);
    xml_count(x, "tests", end - from);
    xml_count(x, "failures", failed);
    xml_count(x, "errors", 0);
    xml_count(x, "skipped", 0);
    for (size_t i = from; i < end; i++) put_case(t, &all[i]);
    xml_close(x, "testsuite");
    return end;
}

static void add(struct cc_tests *t, const struct test_run *run)
{
    for (size_t i = 0; i < run->outcome_count;) i = put_suite(t, run, i);
}

/* What --min asks is a test of its own. */
static void put_least(struct cc_tests *t)
{
    struct xml *x = &t->xml;
    char text[120];
    xml_open(x, "testsuite");
    xml_attribute(x, "name", "coverage");
    xml_count(x, "tests", 1);
    xml_count(x, "failures", t->totals.below);
    xml_count(x, "errors", 0);
    xml_count(x, "skipped", 0);
    snprintf(text, sizeof text, tr("at least %g %% of the values that elements can have are seen"), t->options.least);
    xml_open(x, "testcase");
    xml_attribute(x, "classname", "coverage");
    xml_attribute(x, "name", text);
    if (t->totals.below) {
        snprintf(text, sizeof text, tr("%zu of %zu values seen"), t->totals.seen, t->totals.of);
        xml_open(x, "failure");
        xml_attribute(x, "type", "coverage");
        xml_attribute(x, "message", text);
        xml_close(x, "failure");
    }
    xml_close(x, "testcase");
    xml_close(x, "testsuite");
}

static void end(struct cc_tests *t)
{
    if (t->options.least > 0) put_least(t);
    xml_close(&t->xml, "testsuites");
}

const struct tests_format tests_junit = { "junit", begin, add, end };
