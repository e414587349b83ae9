/* timeline_json.c - the timeline for programs: compliance-timeline/1, as `schema timeline` describes it. */
#include "report/timeline.h"

#include "report/json_audit.h"

static void put_subject(struct json *j, const struct cc_timeline *t, const struct timeline_row *row)
{
    JSON_KEY(j, "subject"), json_open(j, '{');
    for (unsigned i = 0; i < row->rule->role_count; i++) {
        json_name(j, row->rule->roles[i]);
        json_string(j, facts_id(t->facts->facts, row->subject.roles[i].record));
    }
    json_close(j, '}');
}

static void put_cause(struct json_audit *a, const struct cc_timeline *t, const struct cause *c)
{
    struct json *j = &a->j;
    char pointer[256];
    json_open(j, '{');
    JSON_KEY(j, "turn"), json_string(j, turn_words[c->turn]);
    JSON_KEY(j, "text");
    PUT_SENTENCE(a, cause_words(t, c, &a->scratch));
    if (c->record != NO_REF) {
        facts_pointer(t->facts->facts, c->record, NO_FIELD, -1, pointer, sizeof pointer);
        JSON_KEY(j, "kind"), json_string(j, model_kind(ref_kind(c->record))->name);
        JSON_KEY(j, "id"), json_string(j, facts_id(t->facts->facts, c->record));
        JSON_KEY(j, "pointer"), json_string(j, pointer);
    }
    if (c->rule) JSON_KEY(j, "rule"), json_string(j, c->rule->id);
    if (c->turn == TURN_THRESHOLD) JSON_KEY(j, "param"), json_string(j, c->rule->params[c->param].name);
    JSON_KEY(j, "line"), json_place(a, c->at);
    json_close(j, '}');
}

static void put_doubt(struct json *j, struct doubt d)
{
    if (d.sources) JSON_KEY(j, "unverified_sources"), json_count(j, d.sources);
    if (d.estimates) JSON_KEY(j, "estimates"), json_count(j, d.estimates);
}

static void put_change(struct json_audit *a, const struct cc_timeline *t, const struct timeline_day *day,
                       const struct verdict_change *c)
{
    struct json *j = &a->j;
    const struct timeline_row *row = t->rows[c->row];
    json_line(j), json_open(j, '{');
    JSON_KEY(j, "rule"), json_string(j, row->rule->id);
    put_subject(j, t, row);
    JSON_KEY(j, "before"), json_string(j, verdict_names[c->before]);
    JSON_KEY(j, "after"), json_string(j, verdict_names[c->after]);
    JSON_KEY(j, "causes"), json_open(j, '[');
    for (size_t i = 0; i < c->cause_count; i++) json_count(j, (uint64_t)(c->causes[i] - day->causes));
    json_close(j, ']');
    JSON_KEY(j, "sure"), json_bool(j, c->sure);
    put_doubt(j, c->doubt);
    json_close(j, '}');
}

static void put_day(struct json_audit *a, const struct cc_timeline *t, const struct timeline_day *day)
{
    struct json *j = &a->j;
    json_line(j), json_open(j, '{');
    JSON_KEY(j, "day"), json_day(j, day->day);
    JSON_KEY(j, "flagged"), json_count(j, day->totals[CC_FLAGGED]);
    JSON_KEY(j, "cannot_tell"), json_count(j, day->totals[CC_CANNOT_TELL]);
    JSON_KEY(j, "rebutted"), json_count(j, day->totals[CC_REBUTTED]);
    JSON_KEY(j, "turns"), json_open(j, '[');
    for (size_t i = 0; i < day->cause_count; i++) put_cause(a, t, &day->causes[i]);
    json_close(j, ']');
    JSON_KEY(j, "changes"), json_open(j, '[');
    for (size_t i = 0; i < day->change_count; i++) put_change(a, t, day, &day->changes[i]);
    json_close(j, ']');
    json_close(j, '}');
}

static void put_row(struct json_audit *a, const struct cc_timeline *t, const struct timeline_row *row)
{
    struct json *j = &a->j;
    json_line(j), json_open(j, '{');
    JSON_KEY(j, "rule"), json_string(j, row->rule->id);
    put_subject(j, t, row);
    JSON_KEY(j, "title"), json_string(j, row->title ? row->title : "");
    JSON_KEY(j, "severity"), json_string(j, severity_names[row->rule->severity]);
    JSON_KEY(j, "stretches"), json_open(j, '[');
    for (size_t i = 0; i < row->count; i++) {
        const struct stretch *s = &row->stretches[i];
        json_open(j, '{');
        JSON_KEY(j, "verdict"), json_string(j, verdict_names[s->verdict]);
        JSON_KEY(j, "from"), json_day(j, s->from);
        if (s->to != DAY_MAX) JSON_KEY(j, "to"), json_day(j, s->to);
        put_doubt(j, s->doubt);
        json_close(j, '}');
    }
    json_close(j, ']'), json_close(j, '}');
}

static void put_failed(struct json *j, const struct cc_timeline *t)
{
    json_line(j), JSON_KEY(j, "failed"), json_open(j, '[');
    for (size_t i = 0; i < t->failure_count; i++) {
        json_open(j, '{');
        JSON_KEY(j, "rule"), json_string(j, t->failures[i].rule->id);
        JSON_KEY(j, "error"), json_string(j, t->failures[i].error);
        JSON_KEY(j, "first"), json_day(j, t->failures[i].first);
        JSON_KEY(j, "days"), json_count(j, t->failures[i].days);
        json_close(j, '}');
    }
    json_close(j, ']');
}

void timeline_json(const struct timeline_view *v, struct out *out)
{
    struct json_audit a;
    const struct cc_timeline *t = v->t;
    memset(&a, 0, sizeof a);
    json_audit_open(&a, out, v->allocator);
    json_audit_begin(&a, t->before); /* of the last day: the case is the same */
    struct json *j = &a.j;
    json_open(j, '{');
    json_head(&a, "compliance-timeline/1", timeline_case_day(t));
    json_line(j), JSON_KEY(j, "incomplete"), json_bool(j, t->incomplete);
    json_line(j), JSON_KEY(j, "days"), json_open(j, '[');
    for (size_t d = 0; d < t->count; d++) put_day(&a, t, &t->days[d]);
    json_close(j, ']');
    json_line(j), JSON_KEY(j, "findings"), json_open(j, '[');
    for (size_t i = 0; i < t->row_count; i++) put_row(&a, t, timeline_row(v, i));
    json_close(j, ']');
    put_failed(j, t);
    json_close(j, '}');
    out_char(out, '\n');
    if (a.arena.failed || a.scratch.failed) out_no_memory(out);
    json_audit_close(&a);
}
