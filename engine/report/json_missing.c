/* json_missing.c - which values of a fact decide a finding, and which facts to find out first. */
#include "report/json_audit.h"

#include "audit/missing.h"
#include "base/date.h"

static void put_sentence(struct json_audit *a, const struct decision *d)
{
    text_reset(&a->scratch);
    decision_sentence(a->audit, d, &a->scratch);
    if (a->scratch.failed) out_no_memory(a->j.out);
    json_text(&a->j, a->scratch.data ? a->scratch.data : "", a->scratch.length);
}

/* As the file would have it. */
static void put_value(struct json_audit *a, const struct decision *d, unsigned side)
{
    struct json *j = &a->j;
    const struct fact_value *value = &d->values[side];
    char day[64];
    switch (model_fields[d->field].type) {
    case TYPE_WORD: json_string(j, facts_word(a->audit->facts, value->word)); break;
    case TYPE_WORDS:
        json_open(j, '[');
        json_string(j, facts_word(a->audit->facts, value->word));
        json_close(j, ']');
        break;
    case TYPE_FLAG: json_bool(j, value->flag); break;
    case TYPE_DATE:
        day_write((int32_t)value->number, day, sizeof day);
        json_string(j, day);
        break;
    default:
        if (!*d->currency) {
            json_number(j, value->number);
            break;
        }
        json_open(j, '{');
        JSON_KEY(j, "value"), json_number(j, value->number);
        JSON_KEY(j, "currency"), json_string(j, d->currency);
        json_close(j, '}');
    }
}

void json_decision(struct json_audit *a, const struct decision *d)
{
    struct json *j = &a->j;
    JSON_KEY(j, "decides"), json_open(j, '{');
    JSON_KEY(j, "text"), put_sentence(a, d);
    JSON_KEY(j, "values"), json_open(j, '[');
    for (unsigned side = 0; side < 2; side++) {
        if (d->verdicts[side] == CC_CANNOT_TELL) continue;
        json_open(j, '{');
        JSON_KEY(j, "value"), put_value(a, d, side);
        JSON_KEY(j, "verdict"), json_string(j, verdict_names[d->verdicts[side]]);
        json_close(j, '}');
    }
    json_close(j, ']');
    json_close(j, '}');
}

static void put_together(struct json_audit *a, const struct missing *m)
{
    struct json *j = &a->j;
    text_reset(&a->scratch);
    together_sentence(m, &a->scratch);
    if (a->scratch.failed) out_no_memory(j->out);
    JSON_KEY(j, "together"), json_open(j, '{');
    JSON_KEY(j, "text"), json_text(j, a->scratch.data ? a->scratch.data : "", a->scratch.length);
    JSON_KEY(j, "if_none"), json_string(j, verdict_names[m->together[0]]);
    JSON_KEY(j, "if_all"), json_string(j, verdict_names[m->together[1]]);
    json_close(j, '}');
}

void json_lines(struct json_audit *a, const struct finding *f)
{
    struct json *j = &a->j;
    const struct missing *m = f->missing;
    if (m && missing_together(m)) put_together(a, m);
    if (!m || !m->line_count) return;
    JSON_KEY(j, "lines"), json_open(j, '[');
    for (size_t i = 0; i < m->line_count; i++) {
        const struct line_decision *d = &m->lines[i];
        char left[200], right[200];
        quantity_write(&d->sides->left, &d->sides->right, left, sizeof left);
        quantity_write(&d->sides->right, &d->sides->left, right, sizeof right);
        json_open(j, '{');
        text_reset(&a->scratch);
        line_sentence(a->audit, f, d, &a->scratch);
        if (a->scratch.failed) out_no_memory(j->out);
        JSON_KEY(j, "text"), json_text(j, a->scratch.data ? a->scratch.data : "", a->scratch.length);
        JSON_KEY(j, "left"), json_string(j, left);
        JSON_KEY(j, "op"), json_string(j, comparison_signs[d->sides->op]);
        JSON_KEY(j, "right"), json_string(j, right);
        JSON_KEY(j, "if_false"), json_string(j, verdict_names[d->verdicts[0]]);
        JSON_KEY(j, "if_true"), json_string(j, verdict_names[d->verdicts[1]]);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_fact(struct json_audit *a, const struct fact_to_find *fact)
{
    struct json *j = &a->j;
    char pointer[256];
    const struct facts *facts = a->audit->facts;
    struct need *needs;
    size_t count = finding_needs(a->audit, fact->decisions[0]->finding, &needs);
    facts_pointer(facts, fact->record, fact->field, -1, pointer, sizeof pointer);
    json_open(j, '{');
    JSON_KEY(j, "pointer"), json_string(j, pointer);
    JSON_KEY(j, "line"), json_count(j, places_line(&a->places, facts_at(facts, fact->record, fact->field)));
    for (size_t i = 0; i < count; i++) {
        if (needs[i].decision != fact->decisions[0]) continue;
        JSON_KEY(j, "what"), json_string(j, needs[i].what);
        JSON_KEY(j, "now"), json_string(j, needs[i].now);
    }
    JSON_KEY(j, "settles"), json_open(j, '[');
    for (size_t i = 0; i < fact->count; i++) {
        const struct decision *d = fact->decisions[i];
        json_open(j, '{');
        JSON_KEY(j, "rule"), json_string(j, d->finding->rule->id);
        JSON_KEY(j, "fingerprint"), json_string(j, finding_fingerprint(a->audit, d->finding));
        json_decision(a, d);
        json_close(j, '}');
    }
    json_close(j, ']');
    json_close(j, '}');
}

void json_to_find(struct json_audit *a)
{
    struct json *j = &a->j;
    if (!a->audit->clears_budget) return;
    json_line(j), JSON_KEY(j, "find_out_first"), json_open(j, '[');
    for (size_t i = 0; i < a->audit->to_find_count; i++) json_line(j), put_fact(a, &a->audit->to_find[i]);
    json_close(j, ']');
}
