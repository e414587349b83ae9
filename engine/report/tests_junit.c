/* tests_junit.c - rule tests as JUnit XML: a suite a rule, a case a test; what failed says why as the text format does. */
#include <stdio.h>

#include "report/tests.h"
#include "report/words.h"
#include "report/xml_writer.h"

enum { TEXT_LIMIT = 256 * 1024 };

static void begin(struct cc_tests *t)
{
    t->xml = xml_on(&t->out);
    xml_open(&t->xml, "testsuites");
    xml_attribute(&t->xml, "name", "compliance-check");
}

static void add_element(struct text *text, const struct told_element *e)
{
    text_add(text, "  %s %s: %s\n", e->got, e->where, e->sentence);
    if (e->expected) text_add(text, tr("    expected %s, got %s\n"), e->expected, e->got);
    for (size_t i = 0; i < e->fact_count; i++) text_add(text, "    %s\n", e->facts[i]);
}

static void add_why(struct text *text, const struct test_outcome *o)
{
    text_string(text, o->path);
    if (o->line) text_add(text, ":%u", (unsigned)o->line);
    text_char(text, '\n');
    for (size_t i = 0; i < o->problem_count; i++)
        text_add(text, tr("%s: expected %s, got %s\n"), o->problems[i].what, o->problems[i].expected,
                 o->problems[i].got);
    for (size_t i = 0; i < o->subject_count; i++) {
        const struct told_subject *s = &o->subjects[i];
        text_add(text, "%s: %s\n", s->who, s->verdict);
        for (size_t k = 0; k < s->element_count; k++) add_element(text, &s->elements[k]);
        for (size_t k = 0; k < s->need_count; k++) text_add(text, tr("  needs %s\n"), s->needs[k]);
    }
}

static void put_case(struct cc_tests *t, const struct test_outcome *o)
{
    struct xml *x = &t->xml;
    struct text why, message;
    xml_open(x, "testcase");
    xml_attribute(x, "classname", *o->rule ? o->rule : o->path);
    xml_attribute(x, "name", o->name);
    if (!o->passed) {
        text_init(&why, t->engine->allocator, TEXT_LIMIT);
        text_init(&message, t->engine->allocator, TEXT_LIMIT);
        if (o->problem_count)
            text_add(&message, tr("%s: expected %s, got %s"), o->problems[0].what, o->problems[0].expected,
                     o->problems[0].got);
        add_why(&why, o);
        if (why.failed || message.failed) out_no_memory(&t->out);
        xml_open(x, "failure");
        xml_attribute(x, "type", "test");
        xml_attribute(x, "message", text_chars(&message));
        xml_text(x, text_chars(&why), why.length);
        xml_close(x, "failure");
        text_free(&why);
        text_free(&message);
    }
    xml_close(x, "testcase");
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
    xml_attribute(x, "name", *all[from].rule ? all[from].rule : all[from].path);
    xml_attribute(x, "file", all[from].path);
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
