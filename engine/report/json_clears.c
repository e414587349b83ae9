/* json_clears.c - what would clear a finding: each way in words, as changes, and as a patch (RFC 6902) of the facts file. */
#include "report/json_audit.h"

#include <stdio.h>

#include "audit/clears.h"
#include "base/date.h"

typedef void step_writer(const struct cc_audit *, const struct finding *, const struct step *, struct text *);

static void put_scratch(struct json_audit *a)
{
    if (a->scratch.failed) out_no_memory(a->j.out);
    json_text(&a->j, a->scratch.data ? a->scratch.data : "", a->scratch.length);
}

static void put_sentence(struct json_audit *a, const struct finding *f, step_writer *write, const struct step *step)
{
    text_reset(&a->scratch);
    write(a->audit, f, step, &a->scratch);
    put_scratch(a);
}

/* ---- a record that is added ---- */

static const char *item_text(const struct facts *facts, const struct added *added, enum field field, uint32_t item)
{
    if (model_fields[field].type == TYPE_WORD || model_fields[field].type == TYPE_WORDS) return facts_word(facts, item);
    bool new = ref_row(item) >= facts_rows(facts, ref_kind(item)); /* stands in */
    return new ? added->records[ref_row(item) - facts_rows(facts, ref_kind(item))].id : facts_id(facts, item);
}

static void put_field(struct json_audit *a, const struct added *added, const struct added_field *f)
{
    struct json *j = &a->j;
    char day[64];
    unsigned type = model_fields[f->field].type;
    json_name(j, model_fields[f->field].name);
    if (type == TYPE_FLAG) {
        json_bool(j, f->flag);
    } else if (type == TYPE_DATE) {
        day_write(f->day, day, sizeof day);
        json_string(j, day);
    } else if (type == TYPE_WORD || type == TYPE_REF) {
        json_string(j, item_text(a->audit->facts, added, f->field, f->items[0]));
    } else {
        json_open(j, '[');
        for (unsigned i = 0; i < f->count; i++)
            json_string(j, item_text(a->audit->facts, added, f->field, f->items[i]));
        json_close(j, ']');
    }
}

static void put_record(struct json_audit *a, const struct added *added, unsigned n)
{
    struct json *j = &a->j;
    const struct added_record *r = &added->records[n];
    json_open(j, '{');
    JSON_KEY(j, "id"), json_string(j, r->id);
    if (r->name) JSON_KEY(j, "name"), json_string(j, r->name);
    for (unsigned i = 0; i < r->count; i++) put_field(a, added, &r->fields[i]);
    json_close(j, '}');
}

/* Its list may not be in the file yet. */
static bool has_list(const struct facts *facts, enum kind kind)
{
    return facts->text[facts->tables[kind].list_at] == '[';
}

/* ---- a value that changes ---- */

/* As the file would have it: money keeps its currency. */
static void put_value(struct json_audit *a, const struct step *step, double value)
{
    struct json *j = &a->j;
    const struct facts *facts = a->audit->facts;
    struct quantity now = cell_quantity(facts, step->field, cell_in(facts, step->record, step->field));
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

/* Which record, where it stands, what it says now and what it would have to. */
static void put_place(struct json_audit *a, const struct finding *f, const struct step *step)
{
    struct json *j = &a->j;
    const struct facts *facts = a->audit->facts;
    char pointer[256];
    facts_pointer(facts, step->record, step->field, -1, pointer, sizeof pointer);
    JSON_KEY(j, "kind"), json_string(j, model_kind(ref_kind(step->record))->name);
    JSON_KEY(j, "id"), json_string(j, facts_id(facts, step->record));
    JSON_KEY(j, "pointer"), json_string(j, pointer);
    JSON_KEY(j, "line"), json_count(j, places_line(&a->places, facts_at(facts, step->record, step->field)));
    JSON_KEY(j, "now"), put_sentence(a, f, step_now, step);
    JSON_KEY(j, "value"), put_new_value(a, step);
}

static void put_added_place(struct json_audit *a, const struct finding *f, const struct step *step)
{
    struct json *j = &a->j;
    const struct facts *facts = a->audit->facts;
    const struct added_record *r = &step->added->records[step->added->count - 1];
    char pointer[64];
    snprintf(pointer, sizeof pointer, "/%s%s", model_kind(r->kind)->plural, has_list(facts, r->kind) ? "/-" : "");
    JSON_KEY(j, "kind"), json_string(j, model_kind(r->kind)->name);
    JSON_KEY(j, "id"), json_string(j, r->id);
    JSON_KEY(j, "pointer"), json_string(j, pointer);
    JSON_KEY(j, "line"), json_count(j, places_line(&a->places, facts->tables[r->kind].list_at));
    JSON_KEY(j, "now"), put_sentence(a, f, step_now, step);
    JSON_KEY(j, "value"), put_record(a, step->added, step->added->count - 1);
}

static void put_change(struct json_audit *a, const struct finding *f, const struct step *step)
{
    static const char *const hows[] = { [STEP_END] = "end", [STEP_CROSS] = "cross", [STEP_ADD] = "add" };
    struct json *j = &a->j;
    char line[200];
    json_open(j, '{');
    JSON_KEY(j, "how"), json_string(j, hows[step->type]);
    JSON_KEY(j, "what"), put_sentence(a, f, step_subject, step);
    if (step->type == STEP_ADD) put_added_place(a, f, step);
    else put_place(a, f, step);
    if (step->type == STEP_CROSS) JSON_KEY(j, "still"), put_value(a, step, step->still);
    if (step->has_line) {
        quantity_write(&step->line, NULL, line, sizeof line);
        JSON_KEY(j, "op"), json_string(j, comparison_signs[step->op]);
        JSON_KEY(j, "threshold"), json_string(j, line);
    }
    json_close(j, '}');
}

/* Records that are named and have no id in the file are given the one that was made for them. */
static void put_ids(struct json_audit *a, const struct added_field *f)
{
    struct json *j = &a->j;
    const struct facts *facts = a->audit->facts;
    bool refs = model_fields[f->field].type == TYPE_REF || model_fields[f->field].type == TYPE_REFS;
    for (unsigned i = 0; refs && i < f->count; i++) {
        enum kind kind = ref_kind(f->items[i]);
        enum field id = (enum field)model_kind(kind)->id;
        char path[64];
        if (ref_row(f->items[i]) >= facts_rows(facts, kind)) continue; /* stands in */
        if (cell_of(facts, kind, ref_row(f->items[i]), id)->state != CELL_ABSENT) continue;
        facts_pointer(facts, f->items[i], id, -1, path, sizeof path);
        json_open(j, '{');
        JSON_KEY(j, "op"), json_string(j, "add");
        JSON_KEY(j, "path"), json_string(j, path);
        JSON_KEY(j, "value"), json_string(j, facts_id(facts, f->items[i]));
        json_close(j, '}');
    }
}

static void put_added(struct json_audit *a, const struct added *added)
{
    struct json *j = &a->j;
    char path[64];
    for (unsigned i = 0; i < added->count; i++) {
        for (unsigned k = 0; k < added->records[i].count; k++) put_ids(a, &added->records[i].fields[k]);
        enum kind kind = added->records[i].kind;
        bool there = has_list(a->audit->facts, kind);
        snprintf(path, sizeof path, "/%s%s", model_kind(kind)->plural, there ? "/-" : "");
        json_open(j, '{');
        JSON_KEY(j, "op"), json_string(j, "add");
        JSON_KEY(j, "path"), json_string(j, path);
        JSON_KEY(j, "value");
        if (!there) json_open(j, '[');
        put_record(a, added, i);
        if (!there) json_close(j, ']');
        json_close(j, '}');
    }
}

static void put_patch(struct json_audit *a, const struct step *step)
{
    struct json *j = &a->j;
    char pointer[256];
    if (step->type == STEP_ADD) {
        put_added(a, step->added);
        return;
    }
    facts_pointer(a->audit->facts, step->record, step->field, -1, pointer, sizeof pointer);
    json_open(j, '{');
    JSON_KEY(j, "op"), json_string(j, "add");
    JSON_KEY(j, "path"), json_string(j, pointer);
    JSON_KEY(j, "value"), put_new_value(a, step);
    json_close(j, '}');
}

static void put_way(struct json_audit *a, const struct finding *f, const struct way *way)
{
    struct json *j = &a->j;
    json_open(j, '{');
    text_reset(&a->scratch);
    way_sentence(a->audit, f, way, &a->scratch);
    JSON_KEY(j, "text"), put_scratch(a);
    JSON_KEY(j, "changes"), json_open(j, '[');
    for (unsigned i = 0; i < way->count; i++) put_change(a, f, &way->steps[i]);
    json_close(j, ']');
    JSON_KEY(j, "patch"), json_open(j, '[');
    for (unsigned i = 0; i < way->count; i++) put_patch(a, &way->steps[i]);
    json_close(j, ']');
    json_close(j, '}');
}

void json_clears(struct json_audit *a, const struct finding *f)
{
    struct json *j = &a->j;
    const struct clears *clears = f->clears;
    if (!clears) return;
    JSON_KEY(j, "clears_if"), json_open(j, '{');
    JSON_KEY(j, "ways"), json_open(j, '[');
    for (size_t i = 0; i < clears->count; i++) put_way(a, f, &clears->ways[i]);
    json_close(j, ']');
    JSON_KEY(j, "more"), json_bool(j, clears->more);
    JSON_KEY(j, "stopped"), json_bool(j, clears->stopped);
    json_close(j, '}');
}
