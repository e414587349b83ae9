/* trial.c - see trial.h. */
#include "audit/trial.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void print_heard(const struct trial *t)
{
    for (size_t i = 0; i < t->heard.count && i < HEARD; i++)
        print_error("%u:%u: %s [%s]\n", (unsigned)t->heard.said[i].line, (unsigned)t->heard.said[i].column,
                    t->heard.said[i].message, t->heard.said[i].code);
}

void trial_open(struct trial *t, const char *rules)
{
    memset(t, 0, sizeof *t);
    t->engine = cc_engine_new(NULL, NULL, hear, &t->heard);
    assert_non_null(t->engine);
    assert_true(cc_engine_set_shipped(t->engine, "rules"));
    if (!rules || cc_engine_load_rules(t->engine, rules)) return;
    print_heard(t);
    fail_msg("%s does not load", rules);
}

static void drop_case(struct trial *t)
{
    cc_audit_free(t->audit), t->audit = NULL;
    cc_case_free(t->facts), t->facts = NULL;
}

void trial_close(struct trial *t)
{
    drop_case(t);
    cc_engine_free(t->engine), t->engine = NULL;
}

void trial_rule(struct trial *t, const char *name, const char *lua)
{
    if (cc_engine_load_rule_text(t->engine, name, lua, strlen(lua))) return;
    print_heard(t);
    fail_msg("%s does not load", name);
}

bool trial_try(struct trial *t, const char *json, size_t size)
{
    drop_case(t);
    t->heard.count = 0;
    t->facts = cc_case_parse(t->engine, "case.json", json, size);
    return t->facts != NULL;
}

void trial_text(struct trial *t, const char *json, size_t size)
{
    if (trial_try(t, json, size)) return;
    print_heard(t);
    fail_msg("the case is refused: %.3000s", json);
}

void trial_case(struct trial *t, const char *json)
{
    size_t size = strlen(json);
    char *copy = malloc(size + 1);
    assert_non_null(copy);
    memcpy(copy, json, size + 1);
    quotes(copy);
    trial_text(t, copy, size);
    free(copy);
}

void trial_file(struct trial *t, const char *path)
{
    size_t size;
    char *bytes = file_bytes(path, &size);
    trial_text(t, bytes, size);
    free(bytes);
}

bool trial_audit_with(struct trial *t, cc_options options)
{
    options.size = sizeof options;
    cc_audit_free(t->audit);
    t->heard.count = 0;
    t->audit = cc_audit_run(t->engine, t->facts, &options);
    return t->audit != NULL;
}

void trial_audit(struct trial *t, const char *as_of)
{
    if (trial_audit_with(t, (cc_options){ .as_of = as_of })) return;
    print_heard(t);
    fail_msg("no audit");
}

const char *subject_of(const struct finding *f, const struct facts *facts, char *out, size_t size)
{
    size_t n = 0;
    out[0] = '\0';
    for (unsigned i = 0; i < f->rule->role_count && n < size; i++)
        n += (size_t)snprintf(out + n, size - n, "%s%s", i ? "/" : "", facts_id(facts, f->subject.roles[i].record));
    return out;
}

const struct finding *trial_finding(const struct trial *t, const char *rule, const char *subject)
{
    char name[512];
    for (size_t i = 0; i < t->audit->finding_count; i++) {
        const struct finding *f = t->audit->findings[i];
        if (!strcmp(f->rule->id, rule) && !strcmp(subject_of(f, t->audit->facts, name, sizeof name), subject)) return f;
    }
    return NULL;
}

static int by_text(const void *a, const void *b) { return strcmp(a, b); }

const char *trial_subjects(const struct trial *t, const char *rule, cc_verdict verdict)
{
    enum { MOST = 256, LONGEST = 128 };
    static char names[MOST][LONGEST], out[MOST * LONGEST];
    size_t count = 0, n = 0;
    for (size_t i = 0; i < t->audit->finding_count; i++) {
        const struct finding *f = t->audit->findings[i];
        if (strcmp(f->rule->id, rule) != 0 || f->verdict != verdict) continue;
        assert_true(count < MOST);
        subject_of(f, t->audit->facts, names[count++], LONGEST);
    }
    qsort(names, count, LONGEST, by_text);
    out[0] = '\0';
    for (size_t i = 0; i < count; i++) n += (size_t)snprintf(out + n, sizeof out - n, "%s%s", i ? " " : "", names[i]);
    return out;
}

cc_verdict trial_verdict(const struct trial *t, const char *rule)
{
    cc_verdict verdict = cc_audit_rule(t->audit, rule);
    if (verdict == CC_VERDICTS) fail_msg("there is no rule %s", rule);
    return verdict;
}

/* ---- a finding ---- */

static void walk(const struct finding *f, const struct element_result *r, element_each *each, void *ud)
{
    if (!r->asked) return;
    each(ud, f, r);
    for (unsigned i = 0; i < r->count; i++) walk(f, &r->items[i], each, ud);
}

void finding_elements(const struct finding *f, element_each *each, void *ud)
{
    for (unsigned i = 0; f->applies && i < f->rule->apply_count; i++) walk(f, &f->applies[i], each, ud);
    for (unsigned i = 0; f->elements && i < f->rule->element_count; i++) walk(f, &f->elements[i], each, ud);
    for (unsigned i = 0; f->unless && i < f->rule->unless_count; i++) walk(f, &f->unless[i], each, ud);
}

struct writing {
    const struct cc_audit *audit;
    struct text text;
};

static void write_element(void *ud, const struct finding *f, const struct element_result *r)
{
    static const char *const truths[] = { "not", "maybe", "yes" };
    struct writing *w = ud;
    struct comparison_shown *shown;
    text_add(&w->text, "%s %u: ", truths[r->truth], (unsigned)r->why);
    element_sentence(w->audit, f, r, &w->text);
    size_t count = element_comparisons(w->audit, r, &shown);
    for (size_t i = 0; i < count; i++)
        text_add(&w->text, " [%s %s %s is %s by %s]", shown[i].left, shown[i].op, shown[i].right, shown[i].result,
                 shown[i].margin ? shown[i].margin : "?");
    text_char(&w->text, '\n');
}

char *finding_words(const struct cc_audit *audit, const struct finding *f)
{
    struct writing w = { .audit = audit };
    text_init(&w.text, &allocator_default, (size_t)1 << 24);
    text_add(&w.text, "%s: ", verdict_names[f->verdict]);
    finding_title(audit, f, &w.text);
    text_char(&w.text, '\n');
    finding_elements(f, write_element, &w);
    if (f->rule->advice.source) finding_advice(audit, f, &w.text);
    assert_false(w.text.failed);
    return w.text.data;
}

struct looking {
    const struct cc_audit *audit;
    const char *id;
    bool found;
};

static void look_in_evidence(void *ud, const struct finding *f, const struct element_result *r)
{
    struct looking *l = ud;
    struct evidence *all;
    size_t count = element_evidence(l->audit, f, r, &all);
    for (size_t i = 0; i < count; i++)
        if (all[i].record != NO_REF && !strcmp(facts_id(l->audit->facts, all[i].record), l->id)) l->found = true;
}

bool finding_cites(const struct cc_audit *audit, const struct finding *f, const char *id)
{
    struct looking l = { audit, id, false };
    finding_elements(f, look_in_evidence, &l);
    return l.found;
}

bool finding_needs_record(const struct cc_audit *audit, const struct finding *f, const char *id)
{
    struct need *needs;
    size_t count = finding_needs(audit, f, &needs);
    for (size_t i = 0; i < count; i++)
        if (needs[i].record != NO_REF && !strcmp(facts_id(audit->facts, needs[i].record), id)) return true;
    return false;
}

/* ---- text ---- */

bool sink_text(void *text, const char *bytes, size_t length)
{
    text_bytes(text, bytes, length);
    return !((struct text *)text)->failed;
}

char *trial_json(struct trial *t)
{
    struct text text;
    const cc_report_options options = { .size = sizeof options, .verbose = true };
    text_init(&text, &allocator_default, (size_t)1 << 28);
    cc_report *report = cc_report_open(t->engine, "json", &options, (cc_sink){ sink_text, &text });
    bool well = report && cc_report_add(report, t->audit);
    well = report && cc_report_close(report) && well;
    if (well) return text.data;
    text_free(&text);
    return NULL;
}

void quotes(char *json)
{
    for (; *json; json++)
        if (*json == '\'') *json = '"';
}
