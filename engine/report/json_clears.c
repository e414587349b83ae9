/* json_clears.c - what would clear a finding: each way in words, as changes, and as a patch (RFC 6902) of the facts file. */
#include "report/json_audit.h"

#include "audit/clears.h"
#include "base/date.h"

static void put_sentence(struct json_audit *a,
                         void (*write)(const struct cc_audit *, const struct step *, struct text *),
                         const struct step *step)
{
    text_reset(&a->scratch);
    write(a->audit, step, &a->scratch);
    if (a->scratch.failed) out_no_memory(a->j.out);
    json_text(&a->j, a->scratch.data ? a->scratch.data : "", a->scratch.length);
}

/* As the file would have it: money keeps its currency. */
static void put_value(struct json_audit *a, const struct step *step, double value)
{
    struct json *j = &a->j;
    const struct facts *facts = a->audit->facts;
    struct quantity now = cell_quantity(facts, step->field,
                                        cell_of(facts, ref_kind(step->record), ref_row(step->record), step->field));
    if (now.unit != UNIT_MONEY) {
        json_number(j, value);
        return;
    }
    json_open(j, '{');
    JSON_KEY(j, "value"), json_number(j, value);
    JSON_KEY(j, "currency"), json_string(j, now.currency);
    json_close(j, '}');
}

static void put_new_value(struct json_audit *a, const struct step *step)
{
    char day[64];
    if (step->type == STEP_CROSS) {
        put_value(a, step, step->value);
        return;
    }
    day_write(step->day, day, sizeof day);
    json_string(&a->j, day);
}

static void put_change(struct json_audit *a, const struct step *step)
{
    static const char *const hows[] = { [STEP_END] = "end", [STEP_CROSS] = "cross", [STEP_ADD] = "add" };
    struct json *j = &a->j;
    const struct facts *facts = a->audit->facts;
    char pointer[256], line[200];
    facts_pointer(facts, step->record, step->field, -1, pointer, sizeof pointer);
    json_open(j, '{');
    JSON_KEY(j, "how"), json_string(j, hows[step->type]);
    JSON_KEY(j, "what"), put_sentence(a, step_subject, step);
    JSON_KEY(j, "kind"), json_string(j, model_kind(ref_kind(step->record))->name);
    JSON_KEY(j, "id"), json_string(j, facts_id(facts, step->record));
    JSON_KEY(j, "pointer"), json_string(j, pointer);
    JSON_KEY(j, "line"), json_count(j, places_line(&a->places, facts_at(facts, step->record, step->field)));
    JSON_KEY(j, "now"), put_sentence(a, step_now, step);
    JSON_KEY(j, "value"), put_new_value(a, step);
    if (step->type == STEP_CROSS) JSON_KEY(j, "still"), put_value(a, step, step->still);
    if (step->has_line) {
        quantity_write(&step->line, NULL, line, sizeof line);
        JSON_KEY(j, "op"), json_string(j, comparison_signs[step->op]);
        JSON_KEY(j, "threshold"), json_string(j, line);
    }
    json_close(j, '}');
}

static void put_patch(struct json_audit *a, const struct step *step)
{
    struct json *j = &a->j;
    char pointer[256];
    facts_pointer(a->audit->facts, step->record, step->field, -1, pointer, sizeof pointer);
    json_open(j, '{');
    JSON_KEY(j, "op"), json_string(j, "add");
    JSON_KEY(j, "path"), json_string(j, pointer);
    JSON_KEY(j, "value"), put_new_value(a, step);
    json_close(j, '}');
}

static void put_way(struct json_audit *a, const struct way *way)
{
    struct json *j = &a->j;
    json_open(j, '{');
    text_reset(&a->scratch);
    way_sentence(a->audit, way, &a->scratch);
    if (a->scratch.failed) out_no_memory(a->j.out);
    JSON_KEY(j, "text"), json_text(j, a->scratch.data ? a->scratch.data : "", a->scratch.length);
    JSON_KEY(j, "changes"), json_open(j, '[');
    for (unsigned i = 0; i < way->count; i++) put_change(a, &way->steps[i]);
    json_close(j, ']');
    JSON_KEY(j, "patch"), json_open(j, '[');
    for (unsigned i = 0; i < way->count; i++) put_patch(a, &way->steps[i]);
    json_close(j, ']');
    json_close(j, '}');
}

void json_clears(struct json_audit *a, const struct clears *clears)
{
    struct json *j = &a->j;
    if (!clears) return;
    JSON_KEY(j, "clears_if"), json_open(j, '{');
    JSON_KEY(j, "ways"), json_open(j, '[');
    for (size_t i = 0; i < clears->count; i++) put_way(a, &clears->ways[i]);
    json_close(j, ']');
    JSON_KEY(j, "more"), json_bool(j, clears->more);
    JSON_KEY(j, "stopped"), json_bool(j, clears->stopped);
    json_close(j, '}');
}
