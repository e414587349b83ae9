/* tests_json.c - rule tests for programs: {"format":"compliance-tests/1","paths":[{"path","tests","coverage"}],"passed",...}. */
#include "report/json_writer.h"
#include "report/tests.h"

static void begin(struct cc_tests *t) { out_string(&t->out, "{\"format\":\"compliance-tests/1\",\"paths\":["); }

static void put_strings(struct json *j, const char *const *items, size_t count)
{
    json_open(j, '[');
    for (size_t i = 0; i < count; i++) json_string(j, items[i]);
    json_close(j, ']');
}

static void put_line(struct json *j, uint32_t line)
{
    if (line) JSON_KEY(j, "line"), json_count(j, line);
}

static void put_problem(struct json *j, const struct test_problem *p)
{
    json_open(j, '{');
    JSON_KEY(j, "what"), json_string(j, p->what);
    put_line(j, p->line);
    JSON_KEY(j, "expected"), json_string(j, p->expected);
    JSON_KEY(j, "got"), json_string(j, p->got);
    json_close(j, '}');
}

static void put_element(struct json *j, const struct told_element *e)
{
    json_open(j, '{');
    JSON_KEY(j, "element"), json_string(j, e->where);
    put_line(j, e->line);
    JSON_KEY(j, "text"), json_string(j, e->sentence);
    if (e->expected) JSON_KEY(j, "expected"), json_string(j, e->expected);
    JSON_KEY(j, "got"), json_string(j, e->got);
    JSON_KEY(j, "facts"), put_strings(j, e->facts, e->fact_count);
    json_close(j, '}');
}

static void put_subject(struct json *j, const struct told_subject *s)
{
    json_open(j, '{');
    JSON_KEY(j, "subject"), json_string(j, s->who);
    JSON_KEY(j, "verdict"), json_string(j, s->verdict);
    JSON_KEY(j, "elements"), json_open(j, '[');
    for (size_t i = 0; i < s->element_count; i++) put_element(j, &s->elements[i]);
    json_close(j, ']');
    JSON_KEY(j, "needs"), put_strings(j, s->needs, s->need_count);
    json_close(j, '}');
}

static void put_outcome(struct json *j, const struct test_outcome *o)
{
    json_line(j), json_open(j, '{');
    JSON_KEY(j, "rule"), json_string(j, o->rule);
    JSON_KEY(j, "name"), json_string(j, o->name);
    JSON_KEY(j, "file"), json_string(j, o->path);
    put_line(j, o->line);
    JSON_KEY(j, "passed"), json_bool(j, o->passed);
    if (!o->passed) {
        JSON_KEY(j, "problems"), json_open(j, '[');
        for (size_t i = 0; i < o->problem_count; i++) put_problem(j, &o->problems[i]);
        json_close(j, ']');
        JSON_KEY(j, "subjects"), json_open(j, '[');
        for (size_t i = 0; i < o->subject_count; i++) put_subject(j, &o->subjects[i]);
        json_close(j, ']');
    }
    json_close(j, '}');
}

static void put_truths(struct json *j, unsigned bits)
{
    json_open(j, '[');
    for (int truth = YES; truth >= NO; truth--)
        if (bits >> truth & 1) json_string(j, truth_names[truth]);
    json_close(j, ']');
}

static void put_seen(struct json *j, const struct rule *rule, const struct seen_element *e)
{
    json_open(j, '{');
    JSON_KEY(j, "element"), json_string(j, e->where);
    put_line(j, element_line(rule, e->element));
    JSON_KEY(j, "seen"), put_truths(j, e->seen);
    if (e->never) {
        JSON_KEY(j, "cannot_be"), json_open(j, '{');
        for (int truth = YES; truth >= NO; truth--)
            if (e->never >> truth & 1) json_name(j, truth_names[truth]), json_string(j, e->reasons[truth]);
        json_close(j, '}');
    }
    json_close(j, '}');
}

static void put_coverage(struct json *j, const struct rule_coverage *c)
{
    size_t of, members, seen = coverage_seen(c, false, &of), member_seen = coverage_seen(c, true, &members);
    json_line(j), json_open(j, '{');
    JSON_KEY(j, "rule"), json_string(j, c->rule->id);
    JSON_KEY(j, "path"), json_string(j, c->rule->path);
    JSON_KEY(j, "tests"), json_count(j, c->tests);
    JSON_KEY(j, "seen"), json_count(j, seen);
    JSON_KEY(j, "of"), json_count(j, of);
    JSON_KEY(j, "member_seen"), json_count(j, member_seen);
    JSON_KEY(j, "member_of"), json_count(j, members);
    JSON_KEY(j, "elements"), json_open(j, '[');
    for (size_t i = 0; i < c->count; i++) put_seen(j, c->rule, &c->items[i]);
    json_close(j, ']'), json_close(j, '}');
}

static void add(struct cc_tests *t, const struct test_run *run)
{
    struct json on = json_on(&t->out), *j = &on;
    j->comma = t->runs > 0;
    json_open(j, '{');
    JSON_KEY(j, "path"), json_string(j, run->path);
    JSON_KEY(j, "tests"), json_open(j, '[');
    for (size_t i = 0; i < run->outcome_count; i++) put_outcome(j, &run->outcomes[i]);
    json_close(j, ']');
    JSON_KEY(j, "untested"), json_open(j, '[');
    for (size_t i = 0; !run->filtered && i < run->rule_count; i++)
        if (!run->coverage[i].tests) json_string(j, run->coverage[i].rule->id);
    json_close(j, ']');
    if (t->options.coverage) {
        JSON_KEY(j, "coverage"), json_open(j, '[');
        for (size_t i = 0; i < run->rule_count; i++)
            if (coverage_is_told(run, &run->coverage[i])) put_coverage(j, &run->coverage[i]);
        json_close(j, ']');
    }
    json_close(j, '}');
}

static void end(struct cc_tests *t)
{
    struct json on = json_on(&t->out), *j = &on;
    out_char(&t->out, ']');
    j->comma = true;
    JSON_KEY(j, "passed"), json_count(j, t->totals.passed);
    JSON_KEY(j, "failed"), json_count(j, t->totals.failed);
    if (t->options.coverage) {
        JSON_KEY(j, "coverage"), json_open(j, '{');
        JSON_KEY(j, "seen"), json_count(j, t->totals.seen);
        JSON_KEY(j, "of"), json_count(j, t->totals.of);
        JSON_KEY(j, "member_seen"), json_count(j, t->totals.member_seen);
        JSON_KEY(j, "member_of"), json_count(j, t->totals.member_of);
        if (t->options.least > 0) {
            JSON_KEY(j, "least"), json_number(j, t->options.least);
            JSON_KEY(j, "reached"), json_bool(j, !t->totals.below);
        }
        json_close(j, '}');
    }
    json_close(j, '}');
    out_char(&t->out, '\n');
}

const struct tests_format tests_json = { "json", begin, add, end };
