/* json.c - the audit as JSON, compliance-audit/1: one object for one file, an array where more than one was asked about.
 * Each finding, rule and source stands on a line of its own, so that two audits can be compared line by line. */
#include "report/json_audit.h"
#include "report/order.h"
#include "report/report.h"

#include "base/date.h"
#include "ledger/ledger.h"

#define AUDIT_FORMAT "compliance-audit/1"
enum { SENTENCE_LIMIT = 4 * 1024 * 1024 };

void json_audit_open(struct json_audit *a, struct out *out, const cc_allocator *allocator)
{
    a->j = json_on(out);
    arena_init(&a->arena, allocator, 0);
    text_init(&a->scratch, allocator, SENTENCE_LIMIT);
}

void json_audit_begin(struct json_audit *a, const struct cc_audit *audit)
{
    arena_reset(&a->arena);
    a->audit = audit;
    a->laws = NULL, a->law_count = a->law_capacity = 0;
    places_find(&a->places, audit->facts, &a->arena);
    a->cited = arena_array(&a->arena, facts_rows(audit->facts, KIND_SOURCE) + 1, sizeof *a->cited);
}

void json_audit_close(struct json_audit *a)
{
    text_free(&a->scratch);
    arena_free(&a->arena);
}

static void json_open_report(struct cc_report *r)
{
    json_audit_open(r->state, &r->out, r->engine->allocator);
    if (r->options.array) out_char(&r->out, '[');
}

static void json_close_report(struct cc_report *r)
{
    if (r->options.array) out_string(&r->out, "]\n");
    json_audit_close(r->state);
}

/* Documents of an array stand apart; a report of one file holds one. */
static void begin_document(struct cc_report *r)
{
    struct json_audit *a = r->state;
    if (r->added) out_string(&r->out, r->options.array ? ",\n" : "");
    a->j = json_on(&r->out);
}

static void end_document(struct cc_report *r)
{
    if (!r->options.array) out_char(&r->out, '\n');
}

void json_day(struct json *j, int32_t day)
{
    char text[64];
    day_write(day, text, sizeof text);
    json_string(j, text);
}

static void put_altered(struct json *j, const struct facts *facts)
{
    json_line(j), JSON_KEY(j, "altered"), json_open(j, '[');
    for (size_t i = 0; i < facts->altered_count; i++) {
        const struct altered_fact *a = &facts->altered[i];
        json_open(j, '{');
        JSON_KEY(j, "pointer"), json_string(j, a->pointer);
        if (a->was) JSON_KEY(j, "was"), json_value(j, a->was, strlen(a->was));
        if (a->now) JSON_KEY(j, "now"), json_value(j, a->now, strlen(a->now));
        json_close(j, '}');
    }
    json_close(j, ']');
}

void json_head(struct json_audit *a, const char *format, int32_t as_of)
{
    struct json *j = &a->j;
    const struct cc_audit *audit = a->audit;
    JSON_KEY(j, "format"), json_string(j, format);
    JSON_KEY(j, "tool"), json_open(j, '{');
    JSON_KEY(j, "name"), json_string(j, "compliance-check");
    JSON_KEY(j, "version"), json_string(j, CC_VERSION);
    JSON_KEY(j, "rules"), json_string(j, audit->engine->rules_digest);
    json_close(j, '}');

    json_line(j), JSON_KEY(j, "case"), json_open(j, '{');
    JSON_KEY(j, "id"), json_string(j, audit->facts->header.id);
    JSON_KEY(j, "title"), json_string(j, audit->facts->header.title);
    JSON_KEY(j, "as_of"), json_day(j, as_of);
    JSON_KEY(j, "file"), json_string(j, audit->facts->file);
    if (audit->law_as_of != DAY_MIN) JSON_KEY(j, "law_as_of"), json_day(j, audit->law_as_of);
    json_close(j, '}');
    if (audit->facts->altered_count) put_altered(j, audit->facts);
}

static void put_summary(struct json_audit *a)
{
    struct json *j = &a->j;
    const uint32_t *totals = a->audit->totals;
    json_line(j), JSON_KEY(j, "summary"), json_open(j, '{');
    JSON_KEY(j, "flagged"), json_count(j, totals[CC_FLAGGED]);
    JSON_KEY(j, "rebutted"), json_count(j, totals[CC_REBUTTED]);
    JSON_KEY(j, "cannot_tell"), json_count(j, totals[CC_CANNOT_TELL]);
    JSON_KEY(j, "clear"), json_count(j, totals[CC_CLEAR]);
    JSON_KEY(j, "out_of_scope"), json_count(j, totals[CC_OUT_OF_SCOPE]);
    JSON_KEY(j, "not_applicable"), json_count(j, totals[CC_NOT_APPLICABLE]);
    JSON_KEY(j, "not_selected"), json_count(j, totals[CC_NOT_SELECTED]);
    JSON_KEY(j, "failed"), json_count(j, totals[CC_FAILED]);
    JSON_KEY(j, "incomplete"), json_bool(j, a->audit->incomplete);
    json_close(j, '}');
}

static void put_ledger(struct json_audit *a)
{
    struct json *j = &a->j;
    const struct cc_audit *audit = a->audit;
    if (!audit->baseline && !audit->accepted) return;
    json_line(j), JSON_KEY(j, "ledger"), json_open(j, '{');
    if (audit->baseline) JSON_KEY(j, "baseline"), json_string(j, audit->baseline);
    if (audit->baseline_digest) JSON_KEY(j, "baseline_hash"), json_string(j, audit->baseline_digest);
    if (audit->accepted) JSON_KEY(j, "accepted"), json_string(j, audit->accepted);
    if (audit->accepted_digest) JSON_KEY(j, "accepted_hash"), json_string(j, audit->accepted_digest);
    if (audit->accepted) JSON_KEY(j, "today"), json_string(j, audit->accepted_today);
    JSON_KEY(j, "standing"), json_open(j, '{');
    for (unsigned s = 0; s < CC_STANDINGS; s++) {
        size_t count = cc_audit_standing(audit, (cc_standing)s);
        if (count) json_name(j, standing_names[s]), json_count(j, count);
    }
    json_close(j, '}');
    JSON_KEY(j, "counting"), json_count(j, cc_audit_counting(audit, CC_FLAGGED, CC_INFO));
    json_close(j, '}');
}

static void put_findings(struct json_audit *a, bool verbose)
{
    struct json *j = &a->j;
    unsigned verdicts = VERDICT(CC_FLAGGED) | VERDICT(CC_REBUTTED) | VERDICT(CC_CANNOT_TELL);
    if (verbose) verdicts |= VERDICT(CC_CLEAR);
    json_line(j), JSON_KEY(j, "findings"), json_open(j, '[');
    const struct finding *f;
    for (size_t at = 0; (f = next_finding(a->audit, verdicts, &at));) json_line(j), json_finding(a, f);
    json_close(j, ']');
}

/* "exclusive-api.lua:31: no role 'invester'": the file without its folder, which differs from machine to machine. */
static void put_error(struct json_audit *a, const struct rule_result *r)
{
    const char *slash = strrchr(r->rule->path, '/');
    text_reset(&a->scratch);
    if (r->error_line) text_add(&a->scratch, "%s:%u: ", slash ? slash + 1 : r->rule->path, (unsigned)r->error_line);
    text_string(&a->scratch, r->error);
    if (a->scratch.failed) out_no_memory(a->j.out);
    json_text(&a->j, a->scratch.data ? a->scratch.data : "", a->scratch.length);
}

static void put_rules(struct json_audit *a)
{
    struct json *j = &a->j;
    json_line(j), JSON_KEY(j, "rules"), json_open(j, '[');
    for (size_t i = 0; i < a->audit->rule_count; i++) {
        const struct rule_result *r = &a->audit->rules[i];
        json_line(j), json_open(j, '{');
        JSON_KEY(j, "id"), json_string(j, r->rule->id);
        JSON_KEY(j, "verdict"), json_string(j, verdict_names[r->verdict]);
        if (r->verdict != CC_NOT_SELECTED && *r->rule->digest) JSON_KEY(j, "hash"), json_string(j, r->rule->digest);
        JSON_KEY(j, "subjects"), json_open(j, '{');
        for (unsigned v = CC_FLAGGED; v <= CC_OUT_OF_SCOPE; v++)
            if (r->subjects[v]) json_name(j, verdict_names[v]), json_count(j, r->subjects[v]);
        json_close(j, '}');
        if (r->hole) {
            struct need *needs;
            size_t count = hole_needs(a->audit, r, &needs);
            json_needs(a, needs, count);
        }
        if (r->error) JSON_KEY(j, "error"), put_error(a, r);
        json_close(j, '}');
    }
    json_close(j, ']');
}

/* ---- sources ---- */

static void put_fact_text(struct json_audit *a, uint32_t row, enum field field)
{
    const struct cell *c = cell_of(a->audit->facts, KIND_SOURCE, row, field);
    if (c->state != CELL_VALUE) return;
    json_name(&a->j, model_fields[field].name), json_string(&a->j, c->text);
}

static void put_fact_source(struct json_audit *a, uint32_t row)
{
    struct json *j = &a->j;
    const struct facts *facts = a->audit->facts;
    json_line(j), json_name(j, facts_id(facts, ref_make(KIND_SOURCE, row))), json_open(j, '{');
    put_fact_text(a, row, SOURCE_TITLE);
    put_fact_text(a, row, SOURCE_PUBLISHER);
    const struct cell *date = cell_of(facts, KIND_SOURCE, row, SOURCE_DATE);
    if (date->state == CELL_VALUE) {
        char days[64];
        days_write(date->date, days, sizeof days);
        JSON_KEY(j, "date"), json_string(j, days);
    }
    put_fact_text(a, row, SOURCE_URL);
    if (date->state == CELL_VALUE && date->date.low > a->audit->as_of)
        JSON_KEY(j, "published_after"), json_bool(j, true);
    json_close(j, '}');
}

static void put_law_source(struct json_audit *a, const struct law_source *source)
{
    struct json *j = &a->j;
    uint32_t row = facts_find(a->audit->facts, KIND_SOURCE, source->id, strlen(source->id));
    if (row != UINT32_MAX && a->cited && a->cited[row]) return; /* the facts cite it under the same name */
    json_line(j), json_name(j, source->id), json_open(j, '{');
    if (source->title) JSON_KEY(j, "title"), json_string(j, source->title);
    if (source->publisher) JSON_KEY(j, "publisher"), json_string(j, source->publisher);
    if (source->date) JSON_KEY(j, "date"), json_string(j, source->date);
    if (source->url) JSON_KEY(j, "url"), json_string(j, source->url);
    json_close(j, '}');
}

void json_sources(struct json_audit *a)
{
    struct json *j = &a->j;
    json_line(j), JSON_KEY(j, "sources"), json_open(j, '{');
    for (uint32_t row = 0; a->cited && row < facts_rows(a->audit->facts, KIND_SOURCE); row++)
        if (a->cited[row]) put_fact_source(a, row);
    for (size_t i = 0; i < a->law_count; i++) put_law_source(a, a->laws[i]);
    json_close(j, '}');
}

static void put_notices(struct json_audit *a)
{
    struct json *j = &a->j;
    json_line(j), JSON_KEY(j, "notices"), json_open(j, '[');
    for (size_t i = 0; i < a->audit->notice_count; i++) {
        const struct audit_notice *n = &a->audit->notices[i];
        json_line(j), json_open(j, '{');
        JSON_KEY(j, "code"), json_string(j, n->code);
        JSON_KEY(j, "line");
        if (n->line) json_count(j, n->line);
        else json_null(j);
        JSON_KEY(j, "message"), json_string(j, n->message);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void json_add(struct cc_report *r, const struct cc_audit *audit)
{
    struct json_audit *a = r->state;
    begin_document(r);
    json_audit_begin(a, audit);

    json_open(&a->j, '{');
    json_head(a, AUDIT_FORMAT, a->audit->as_of);
    json_inputs(a, r->options.verbose);
    put_summary(a);
    put_ledger(a);
    put_findings(a, r->options.verbose);
    json_to_find(a);
    json_sensitivity(a);
    put_rules(a);
    json_sources(a);
    put_notices(a);
    json_close(&a->j, '}');
    end_document(r);
    if (a->arena.failed) out_no_memory(&r->out);
}

static void json_refused(struct cc_report *r, const char *file, const cc_diagnostic *errors, size_t count)
{
    struct json_audit *a = r->state;
    struct json *j = &a->j;
    begin_document(r);
    json_open(j, '{');
    JSON_KEY(j, "format"), json_string(j, AUDIT_FORMAT);
    JSON_KEY(j, "case"), json_open(j, '{');
    JSON_KEY(j, "file"), json_string(j, file);
    json_close(j, '}');
    json_refused_inputs(j, r->engine, r->refused);
    json_line(j), JSON_KEY(j, "errors"), json_open(j, '[');
    for (size_t i = 0; i < count; i++) {
        if (errors[i].notice) continue;
        json_line(j), json_open(j, '{');
        JSON_KEY(j, "code"), json_string(j, errors[i].code);
        JSON_KEY(j, "line"), json_count(j, errors[i].line);
        JSON_KEY(j, "column"), json_count(j, errors[i].column);
        JSON_KEY(j, "message"), json_string(j, errors[i].message);
        json_close(j, '}');
    }
    json_close(j, ']');
    json_close(j, '}');
    end_document(r);
}

const struct report_format format_json = {
    .state_size = sizeof(struct json_audit),
    .begins = "{\"format\":\"" AUDIT_FORMAT "\"", /* in an array: with [ before it */
    .open = json_open_report,
    .add = json_add,
    .refused = json_refused,
    .close = json_close_report,
};
