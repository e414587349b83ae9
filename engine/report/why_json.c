/* why_json.c - why a rule says what it says, for programs: compliance-why/1, as `schema why` describes it. */
#include "report/why.h"

#include "report/json_audit.h"

static void put_rule(struct json_audit *a, const struct question *w)
{
    struct json *j = &a->j;
    const struct rule_result *result = w->result;
    json_line(j), JSON_KEY(j, "rule"), json_string(j, result->rule->id);
    JSON_KEY(j, "verdict"), json_string(j, verdict_names[result->verdict]);
    JSON_KEY(j, "because");
    PUT_SENTENCE(a, rule_because(a->audit, result, &a->scratch));
    if (result->hole) {
        struct need *needs;
        size_t count = hole_needs(a->audit, result, &needs);
        json_needs(a, needs, count);
    }
}

static void put_searches(struct json_audit *a, const struct question *w)
{
    struct json *j = &a->j;
    struct absence *searches;
    size_t count = rule_searches(a->audit, w->result, &searches);
    json_line(j), JSON_KEY(j, "searches"), json_open(j, '[');
    for (size_t i = 0; i < count; i++) {
        json_line(j), json_open(j, '{');
        JSON_KEY(j, "kind"), json_string(j, model_kind(searches[i].query->kind)->name);
        JSON_KEY(j, "filter");
        PUT_SENTENCE(a, absence_filter(a->audit, &searches[i], &a->scratch));
        JSON_KEY(j, "of"), json_count(j, searches[i].of);
        JSON_KEY(j, "found"), json_count(j, searches[i].found);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_asked(struct json_audit *a, const struct question *w)
{
    struct json *j = &a->j;
    if (!w->asked_count) return;
    json_line(j), JSON_KEY(j, "asked"), json_open(j, '[');
    for (size_t i = 0; i < w->asked_count; i++) json_string(j, facts_id(a->audit->facts, w->asked[i]));
    json_close(j, ']');
}

void why_json(const struct question *w, struct out *out)
{
    struct json_audit a;
    memset(&a, 0, sizeof a);
    json_audit_open(&a, out, w->allocator);
    json_audit_begin(&a, w->audit);
    struct json *j = &a.j;
    json_open(j, '{');
    json_head(&a, "compliance-why/1", w->audit->as_of);
    put_rule(&a, w);
    put_asked(&a, w);
    put_searches(&a, w);
    json_line(j), JSON_KEY(j, "subjects"), json_open(j, '[');
    for (size_t i = 0; i < w->count; i++) {
        json_line(j), json_open(j, '{');
        JSON_KEY(j, "because");
        PUT_SENTENCE(&a, finding_because(w->audit, w->findings[i], &a.scratch));
        JSON_KEY(j, "finding"), json_finding(&a, w->findings[i]);
        json_close(j, '}');
    }
    json_close(j, ']');
    json_sources(&a);
    json_close(j, '}');
    out_char(out, '\n');
    if (a.arena.failed || a.scratch.failed) out_no_memory(out);
    json_audit_close(&a);
}
