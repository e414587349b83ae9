/* json_finding.c - a finding as JSON: elements with their figures, comparisons, evidence and needs. The names of the keys
 * are those of audit_shape.def, from which `schema audit` is printed. */
#include "report/json_audit.h"

#include <math.h>

#include "base/date.h"
#include "ledger/ledger.h"

void json_scratch(struct json_audit *a)
{
    if (a->scratch.failed) out_no_memory(a->j.out);
    json_text(&a->j, a->scratch.data ? a->scratch.data : "", a->scratch.length);
}

void json_place(struct json_audit *a, uint32_t at)
{
    uint32_t line = places_line(&a->places, at);
    if (line) json_count(&a->j, line);
    else json_null(&a->j);
}

static void put_pointer(struct json *j, const char *pointer)
{
    if (*pointer) json_string(j, pointer);
    else json_null(j);
}

/* ---- law ---- */

/* Packs that were loaded from several folders may each bring a source of that name; the first one stands. */
static void cite_law(struct json_audit *a, const struct law_source *source)
{
    for (size_t i = 0; i < a->law_count; i++)
        if (a->laws[i] == source || !strcmp(a->laws[i]->id, source->id)) return;
    a->laws = arena_grow(&a->arena, a->laws, a->law_count, &a->law_capacity, sizeof(void *));
    if (a->laws) a->laws[a->law_count++] = source;
}

static void put_basis(struct json_audit *a, const struct basis *basis)
{
    struct json *j = &a->j;
    cite_law(a, basis->source);
    json_open(j, '{');
    JSON_KEY(j, "source"), json_string(j, basis->source->id);
    JSON_KEY(j, "at"), json_string(j, basis->at);
    JSON_KEY(j, "support"), json_string(j, support_names[basis->support]);
    JSON_KEY(j, "verified"), json_bool(j, basis->source->verified);
    json_close(j, '}');
}

static void put_bases(struct json_audit *a, const struct basis *basis, size_t count)
{
    json_open(&a->j, '[');
    for (size_t i = 0; i < count; i++) put_basis(a, &basis[i]);
    json_close(&a->j, ']');
}

/* ---- figures and comparisons ---- */

static void put_end(struct json *j, double value, enum unit unit)
{
    char day[64];
    if (unit != UNIT_DATE || !isfinite(value) || value <= DAY_MIN || value >= DAY_MAX) {
        json_number(j, value);
        return;
    }
    day_write((int32_t)value, day, sizeof day);
    json_string(j, day);
}

/* An end that what is not recorded could move is no bound. */
static void put_quantity(struct json *j, const struct quantity *q)
{
    enum unit unit = (enum unit)q->unit;
    if (quantity_is_exact(q)) {
        JSON_KEY(j, "value"), put_end(j, q->low, unit);
    } else {
        JSON_KEY(j, "min"), put_end(j, q->open_below ? -INFINITY : q->low, unit);
        JSON_KEY(j, "max"), put_end(j, q->open_above ? INFINITY : q->high, unit);
    }
    const char *name = unit == UNIT_MONEY && *q->currency ? q->currency
                       : unit == UNIT_DURATION            ? "months"
                                                          : unit_name(unit);
    JSON_KEY(j, "unit"), json_string(j, name);
}

static void put_records(struct json_audit *a, const struct figure_value *value)
{
    struct json *j = &a->j;
    const struct facts *facts = a->audit->facts;
    JSON_KEY(j, "records"), json_open(j, '[');
    for (uint32_t i = 0; i < value->record_count; i++) {
        json_open(j, '{');
        JSON_KEY(j, "kind"), json_string(j, model_kind(ref_kind(value->records[i]))->name);
        JSON_KEY(j, "id"), json_string(j, facts_id(facts, value->records[i]));
        JSON_KEY(j, "name"), json_string(j, facts_name(facts, value->records[i]));
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_figures(struct json_audit *a, const struct finding *f, const struct element_result *e)
{
    struct json *j = &a->j;
    struct figure_shown *figures;
    size_t count = element_figures(a->audit, f, e, &figures);
    JSON_KEY(j, "figures"), json_open(j, '{');
    for (size_t i = 0; i < count; i++) {
        const struct figure_shown *shown = &figures[i];
        json_name(j, shown->name), json_open(j, '{');
        JSON_KEY(j, "text"), json_string(j, shown->text);
        if (shown->quantity) put_quantity(j, shown->quantity);
        else if (shown->value && shown->value->type == VALUE_RECORDS) put_records(a, shown->value);
        json_close(j, '}');
    }
    json_close(j, '}');
}

static void put_comparisons(struct json_audit *a, const struct element_result *e)
{
    struct json *j = &a->j;
    struct comparison_shown *comparisons;
    size_t count = element_comparisons(a->audit, e, &comparisons);
    JSON_KEY(j, "comparisons"), json_open(j, '[');
    for (size_t i = 0; i < count; i++) {
        const struct comparison_shown *c = &comparisons[i];
        json_open(j, '{');
        JSON_KEY(j, "left"), json_string(j, c->left);
        JSON_KEY(j, "op"), json_string(j, c->op);
        JSON_KEY(j, "right"), json_string(j, c->right);
        JSON_KEY(j, "result"), json_string(j, c->result);
        if (c->margin) JSON_KEY(j, "margin"), json_string(j, c->margin);
        json_close(j, '}');
    }
    json_close(j, ']');
}

/* ---- evidence ---- */

static void put_cites(struct json_audit *a, const struct cite *cites, uint32_t count)
{
    struct json *j = &a->j;
    const struct facts *facts = a->audit->facts;
    JSON_KEY(j, "sources"), json_open(j, '[');
    for (uint32_t i = 0; i < count; i++) {
        if (a->cited) a->cited[cites[i].source] = true;
        json_open(j, '{');
        JSON_KEY(j, "id"), json_string(j, facts_id(facts, ref_make(KIND_SOURCE, cites[i].source)));
        if (cites[i].where) JSON_KEY(j, "where"), json_string(j, cites[i].where);
        json_close(j, '}');
    }
    json_close(j, ']');
}

void json_absence(struct json_audit *a, const struct absence *absence)
{
    struct json *j = &a->j;
    JSON_KEY(j, "absent"), json_open(j, '{');
    JSON_KEY(j, "kind"), json_string(j, model_kind(absence->query->kind)->name);
    JSON_KEY(j, "filter");
    PUT_SENTENCE(a, absence_filter(a->audit, absence, &a->scratch));
    json_close(j, '}');
    JSON_KEY(j, "of"), json_count(j, absence->of);
    JSON_KEY(j, "complete"), json_bool(j, absence->complete >= 0);
}

/* What a record says of itself: how firm it is, and for a measurement the day that it is of. */
static void put_record_notes(struct json_audit *a, ref record)
{
    const struct facts *facts = a->audit->facts;
    enum kind kind = ref_kind(record);
    const struct kind_info *info = model_kind(kind);
    if (info->confidence != NO_FIELD) {
        const struct cell *c = cell_of(facts, kind, ref_row(record), (enum field)info->confidence);
        if (c->state == CELL_VALUE) JSON_KEY(&a->j, "confidence"), json_string(&a->j, facts_word(facts, c->word));
    }
    if (info->time != TIME_MEASUREMENT) return;
    const struct cell *from = cell_of(facts, kind, ref_row(record), (enum field)info->from);
    char days[64];
    days_write(from->date, days, sizeof days);
    JSON_KEY(&a->j, "as_of"), json_string(&a->j, days);
}

static void put_field_value(struct json_audit *a, const struct evidence *e)
{
    const struct facts *facts = a->audit->facts;
    if (e->field == NO_FIELD || cell_in(facts, e->record, e->field)->state == CELL_ABSENT) return;
    JSON_KEY(&a->j, "value"), json_value(&a->j, facts->text + e->at, facts_value_length(facts, e->at));
}

static void put_evidence(struct json_audit *a, const struct evidence *e)
{
    struct json *j = &a->j;
    const struct facts *facts = a->audit->facts;
    char pointer[256];
    evidence_pointer(a->audit, e, pointer, sizeof pointer);
    json_open(j, '{');
    JSON_KEY(j, "pointer"), put_pointer(j, pointer);
    JSON_KEY(j, "line"), json_place(a, e->at);
    if (e->type == EVIDENCE_ABSENCE) {
        json_absence(a, e->absence);
    } else if (e->type == EVIDENCE_COMPLETE) {
        JSON_KEY(j, "kind"), json_string(j, model_kind(facts->completes[e->complete].kind)->name);
        JSON_KEY(j, "id"), json_null(j);
        put_cites(a, e->cites, e->cite_count);
    } else {
        JSON_KEY(j, "kind"), json_string(j, model_kind(ref_kind(e->record))->name);
        JSON_KEY(j, "id"), json_string(j, facts_id(facts, e->record));
        if (e->type == EVIDENCE_FIELD) put_field_value(a, e);
        put_record_notes(a, e->record);
        if (e->link) JSON_KEY(j, "link"), json_bool(j, true);
        put_cites(a, e->cites, e->cite_count);
    }
    json_close(j, '}');
}

static void put_need(struct json_audit *a, const struct need *need)
{
    struct json *j = &a->j;
    char pointer[256] = "";
    if (need->record != NO_REF) facts_pointer(a->audit->facts, need->record, need->field, -1, pointer, sizeof pointer);
    json_open(j, '{');
    JSON_KEY(j, "pointer"), put_pointer(j, pointer);
    JSON_KEY(j, "line"), json_place(a, need->at);
    JSON_KEY(j, "what"), json_string(j, need->what);
    JSON_KEY(j, "now"), json_string(j, need->now);
    JSON_KEY(j, "alone"), json_bool(j, need->alone);
    if (need->decision) json_decision(a, need->decision);
    json_close(j, '}');
}

void json_needs(struct json_audit *a, const struct need *needs, size_t count)
{
    JSON_KEY(&a->j, "needs"), json_open(&a->j, '[');
    for (size_t i = 0; i < count; i++) put_need(a, &needs[i]);
    json_close(&a->j, ']');
}

/* ---- elements ---- */

static void put_elements(struct json_audit *, const struct finding *, const struct element_result *, size_t count);

static void put_group(struct json_audit *a, const struct finding *f, const struct element_result *e)
{
    struct json *j = &a->j;
    if (e->each) return; /* a row of a list is a test of its own */
    switch (e->element->form) {
    case ELEMENT_ANY: JSON_KEY(j, "any"); break;
    case ELEMENT_ALL: JSON_KEY(j, "all"); break;
    case ELEMENT_NONE_OF: JSON_KEY(j, "none_of"); break;
    case ELEMENT_AT_LEAST:
    case ELEMENT_EACH: JSON_KEY(j, "of"); break;
    default: return;
    }
    put_elements(a, f, e->items, e->count);
    if (e->element->form != ELEMENT_AT_LEAST && e->element->form != ELEMENT_EACH) return;
    JSON_KEY(j, "at_least"), json_count(j, e->element->least);
}

static void put_element(struct json_audit *a, const struct finding *f, const struct element_result *e)
{
    static const char *const truths[] = { [NO] = "false", [UNKNOWN] = "unknown", [YES] = "true" };
    static const char *const whys[] = { [WHY_VALUE] = "value", [WHY_ABSENCE] = "absence", [WHY_OPEN] = "open" };
    struct json *j = &a->j;
    struct evidence *evidence;
    struct need *needs;
    json_open(j, '{');
    JSON_KEY(j, "text");
    PUT_SENTENCE(a, element_sentence(a->audit, f, e, &a->scratch));
    JSON_KEY(j, "verdict"), json_string(j, truths[e->truth]);
    JSON_KEY(j, "why"), json_string(j, whys[e->why]);
    if (element_is_dated(f, e)) JSON_KEY(j, "dated"), json_bool(j, true);
    if (e->element->at) JSON_KEY(j, "at"), json_string(j, e->element->at);
    if (e->element->basis_count) JSON_KEY(j, "basis"), put_bases(a, e->element->basis, e->element->basis_count);
    put_figures(a, f, e);
    put_comparisons(a, e);

    size_t count = element_evidence(a->audit, f, e, &evidence);
    JSON_KEY(j, "evidence"), json_open(j, '[');
    for (size_t i = 0; i < count; i++) put_evidence(a, &evidence[i]);
    json_close(j, ']');
    count = element_needs(a->audit, f, e, &needs);
    json_needs(a, needs, count);
    put_group(a, f, e);
    json_close(j, '}');
}

/* Those after the first false one of a clear finding were not asked, nor any (NULL) where the law was not in force: nothing
 * can be said of them. */
static void put_elements(struct json_audit *a, const struct finding *f, const struct element_result *items,
                         size_t count)
{
    json_open(&a->j, '[');
    for (size_t i = 0; items && i < count; i++)
        if (items[i].asked) put_element(a, f, &items[i]);
    json_close(&a->j, ']');
}

/* ---- the finding ---- */

static void put_subject(struct json_audit *a, const struct finding *f)
{
    struct json *j = &a->j;
    const struct facts *facts = a->audit->facts;
    JSON_KEY(j, "subject"), json_open(j, '{');
    for (unsigned r = 0; r < f->rule->role_count; r++) {
        ref record = NO_REF, group = NO_REF;
        role_shown(f, r, &record, &group);
        json_name(j, f->rule->roles[r]), json_open(j, '{');
        JSON_KEY(j, "kind"), json_string(j, model_kind(ref_kind(record))->name);
        JSON_KEY(j, "id"), json_string(j, facts_id(facts, record));
        JSON_KEY(j, "name"), json_string(j, facts_name(facts, record));
        if (group != NO_REF) JSON_KEY(j, "group"), json_string(j, facts_id(facts, group));
        json_close(j, '}');
    }
    json_close(j, '}');
}

static void put_standing(struct json_audit *a, const struct finding *f)
{
    struct json *j = &a->j;
    const struct acceptance *accepted = f->acceptance;
    if (a->audit->baseline && f->verdict <= CC_REBUTTED) JSON_KEY(j, "known"), json_string(j, standing_names[f->known]);
    if (accepted) {
        const char *state = f->standing == CC_ACCEPTED_EXPIRED   ? "expired"
                            : f->standing == CC_ACCEPTED_CHANGED ? "changed"
                                                                 : "accepted";
        JSON_KEY(j, "accepted"), json_open(j, '{');
        JSON_KEY(j, "state"), json_string(j, state);
        JSON_KEY(j, "reason"), json_string(j, accepted->reason);
        JSON_KEY(j, "who"), json_string(j, accepted->who);
        JSON_KEY(j, "until"), json_string(j, accepted->until);
        JSON_KEY(j, "file"), json_string(j, accepted->file);
        JSON_KEY(j, "line"), json_count(j, accepted->line);
        json_close(j, '}');
    }
    if (a->audit->baseline || a->audit->accepted)
        JSON_KEY(j, "counts"), json_bool(j, f->verdict <= CC_CANNOT_TELL && finding_counts(f));
}

static void put_conclusion(struct json_audit *a, const struct finding *f)
{
    struct json *j = &a->j;
    uint16_t open[64];
    size_t count = finding_open(f, open, sizeof open / sizeof *open);
    JSON_KEY(j, "open"), json_open(j, '[');
    for (size_t i = 0; i < count; i++) json_count(j, open[i]);
    json_close(j, ']');

    struct need *needs;
    count = finding_needs(a->audit, f, &needs);
    json_needs(a, needs, count);
    json_lines(a, f);
    json_clears(a, f);
    const struct basis *basis;
    count = finding_basis(a->audit, f, &basis);
    JSON_KEY(j, "basis"), put_bases(a, basis, count);
    JSON_KEY(j, "advice");
    if (f->rule->advice.source) PUT_SENTENCE(a, finding_advice(a->audit, f, &a->scratch));
    else json_null(j);
    JSON_KEY(j, "fingerprint"), json_string(j, finding_fingerprint(a->audit, f));
    JSON_KEY(j, "proof"), json_string(j, finding_proof(a->audit, f));
    put_standing(a, f);
}

void json_finding(struct json_audit *a, const struct finding *f)
{
    struct json *j = &a->j;
    const struct rule *rule = f->rule;
    char day[64];
    json_open(j, '{');
    JSON_KEY(j, "rule"), json_string(j, rule->id);
    JSON_KEY(j, "title");
    PUT_SENTENCE(a, finding_title(a->audit, f, &a->scratch));
    JSON_KEY(j, "verdict"), json_string(j, verdict_names[f->verdict]);
    JSON_KEY(j, "severity"), json_string(j, severity_names[rule->severity]);
    JSON_KEY(j, "nature"), json_string(j, nature_names[rule->nature]);
    if (rule->jurisdiction) JSON_KEY(j, "jurisdiction"), json_string(j, rule->jurisdiction);
    put_subject(a, f);
    day_write(f->law_day, day, sizeof day);
    JSON_KEY(j, "law_date"), json_string(j, day);
    JSON_KEY(j, "applies"), put_elements(a, f, f->applies, rule->apply_count);
    JSON_KEY(j, "elements"), put_elements(a, f, f->elements, rule->element_count);
    JSON_KEY(j, "unless"), put_elements(a, f, f->unless, rule->unless_count);
    put_conclusion(a, f);
    json_close(j, '}');
}
