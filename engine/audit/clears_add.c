/* clears_add.c - what would rebut: the record that an open rebuttal looked for and did not find. Where it looked for the
 * record of any of a set, somebody who is on no file yet stands in, with just what makes one of the set. */
#include <stdio.h>
#include <string.h>

#include "audit/clears_inside.h"
#include "audit/trails.h"

struct building {
    struct search *s;
    struct added *added;
    struct added_record *record; /* the one that was looked for */
    const struct query *query;
};

/* ---- ids that no record has ---- */

static bool is_taken(const struct facts *f, const char *id)
{
    for (unsigned k = 0; k < KIND_COUNT; k++)
        if (facts_find(f, (enum kind)k, id, strlen(id)) != UINT32_MAX) return true;
    return false;
}

static const char *new_id(struct building *b, const char *stem)
{
    char id[64];
    struct arena *arena = &b->s->audit->arena;
    snprintf(id, sizeof id, "%s", stem);
    for (unsigned n = b->added->count + 1; is_taken(b->s->audit->facts, id); n++)
        snprintf(id, sizeof id, "%s-%u", stem, n);
    for (unsigned i = 0; i < b->added->count; i++)
        if (!strcmp(b->added->records[i].id, id)) snprintf(id, sizeof id, "%s-%u", stem, i + 2);
    return arena_copy(arena, id, strlen(id));
}

/* ---- fields ---- */

static struct added_field *field_of(struct added_record *r, enum field field)
{
    for (unsigned i = 0; i < r->count; i++)
        if (r->fields[i].field == field) return &r->fields[i];
    if (r->count == MOST_ADDED_FIELDS) return NULL;
    r->fields[r->count] = (struct added_field){ .field = field };
    return &r->fields[r->count++];
}

static bool put_item(struct added_record *r, enum field field, uint32_t item)
{
    struct added_field *f = field_of(r, field);
    bool several = model_fields[field].type == TYPE_WORDS || model_fields[field].type == TYPE_REFS;
    if (!f) return false;
    for (unsigned i = 0; i < f->count; i++)
        if (f->items[i] == item) return true;
    if (f->count == (several ? MOST_ADDED_ITEMS : 1)) return false; /* two values for what holds one */
    f->items[f->count++] = item;
    return true;
}

/* Does another condition on the field leave the value out? */
static bool is_excepted(const struct building *b, enum field field, uint32_t value)
{
    struct moment m = b->s->finding->moment;
    for (uint32_t i = 0; i < b->query->count; i++) {
        const struct condition *c = &b->query->conditions[i];
        if (c->field != field || !c->except) continue;
        for (uint32_t k = 0; k < c->count; k++) {
            if (c->values[k] == value) return true;
            bool entities = c->type == CONDITION_GROUPS && ref_kind(c->values[k]) == KIND_ENTITY;
            if (entities && ref_kind(value) == KIND_ENTITY && same_group(m, ref_row(value), ref_row(c->values[k])))
                return true;
        }
    }
    return false;
}

/* ---- somebody who stands in ---- */

/* Only what makes one of the set; false: the set asks for something else. */
static bool fill_stand_in(struct building *b, struct added_record *r, const struct query *of)
{
    for (uint32_t i = 0; of && i < of->count; i++) {
        const struct condition *c = &of->conditions[i];
        if (c->except) continue;
        if (c->type != CONDITION_WORDS || !c->count || c->values[0] == UINT32_MAX) return false;
        if (!put_item(r, (enum field)c->field, c->values[0])) return false;
    }
    (void)b;
    return true;
}

static const char *stand_in_name(struct building *b, const struct added_record *r)
{
    char name[160] = "somebody else";
    for (unsigned i = 0; i < r->count; i++)
        if (r->fields[i].field == ENTITY_ACTIVITIES)
            snprintf(name, sizeof name, "a firm that %.120s",
                     facts_word_label(b->s->audit->facts, r->fields[i].items[0]));
    return arena_copy(&b->s->audit->arena, name, strlen(name));
}

/* NO_REF: none can. */
static ref stand_in(struct building *b, const struct query *of)
{
    struct added *a = b->added;
    if (a->count + 1 >= MOST_ADDED || (of && of->kind != KIND_ENTITY)) return NO_REF;
    struct added_record r = { .kind = KIND_ENTITY };
    r.id = new_id(b, "stand-in");
    if (!r.id || !fill_stand_in(b, &r, of) || !(r.name = stand_in_name(b, &r))) return NO_REF;
    a->records[a->count] = r;
    return ref_make(KIND_ENTITY, facts_rows(b->s->audit->facts, KIND_ENTITY) + a->count++);
}

/* ---- the record ---- */

/* One value that the condition lets through: somebody who stands in where a set was named, else the first of them. */
static bool put_value(struct building *b, const struct condition *c)
{
    enum field field = (enum field)c->field;
    const struct field_info *info = &model_fields[field];
    if (c->of && info->targets & FOR_ENTITY) {
        ref other = stand_in(b, c->of);
        if (other != NO_REF) return put_item(b->record, field, other);
    }
    for (uint32_t i = 0; i < c->count; i++)
        if (c->values[i] != UINT32_MAX && !is_excepted(b, field, c->values[i]))
            return put_item(b->record, field, c->values[i]);
    return false;
}

static bool put_condition(struct building *b, const struct condition *c)
{
    struct added_field *f;
    if (c->except) return true; /* the values that are put keep to it */
    switch ((enum condition_type)c->type) {
    case CONDITION_WORDS:
    case CONDITION_GROUPS:
    case CONDITION_EXACTLY:
    case CONDITION_BELOW: return model_fields[c->field].type != TYPE_ID && put_value(b, c);
    case CONDITION_PRESENT:
        if (model_fields[c->field].type != TYPE_FLAG || !(f = field_of(b->record, (enum field)c->field))) return false;
        return f->flag = true;
    case CONDITION_MISSING:
    case CONDITION_SOME: return true; /* without a number it is some */
    case CONDITION_ID: return false;
    }
    return false;
}

/* What every record of the kind must state. */
static bool put_required(struct building *b)
{
    const struct kind_info *info = model_kind(b->record->kind);
    for (unsigned f = info->first; f <= info->last; f++) {
        const struct field_info *field = &model_fields[f];
        bool there = false;
        for (unsigned i = 0; i < b->record->count; i++) there = there || (unsigned)b->record->fields[i].field == f;
        if (there || field->need != REQUIRED || f == info->id) continue;
        ref other = field->targets & FOR_ENTITY ? stand_in(b, NULL) : NO_REF;
        if (other == NO_REF || !put_item(b->record, (enum field)f, other)) return false;
    }
    return true;
}

/* An event has its day; what is in force may always have been. */
static bool put_day(struct building *b)
{
    const struct kind_info *info = model_kind(b->record->kind);
    struct added_field *from = info->time == TIME_EVENT ? field_of(b->record, (enum field)info->from) : NULL;
    if (from) from->day = b->s->audit->as_of;
    return from || info->time != TIME_EVENT;
}

/* The record that the query would have found. NULL: none can be made up, or no memory. */
static const struct added *build(struct search *s, const struct query *query)
{
    struct added_record record = { .kind = query->kind };
    struct building b = { .s = s, .query = query, .record = &record };
    if (!model_kind(query->kind)->may_add) return NULL;
    if (!(b.added = arena_take(&s->audit->arena, sizeof *b.added))) return NULL;
    for (uint32_t i = 0; i < query->count; i++)
        if (!put_condition(&b, &query->conditions[i])) return NULL;
    if (!put_required(&b) || !put_day(&b)) return NULL;
    if (!(record.id = new_id(&b, "if-shown"))) return NULL;
    b.added->records[b.added->count++] = record;
    return b.added;
}

/* ---- open rebuttals ---- */

struct looking {
    struct search *s;
    uint16_t unless;
};

static void visit_absence(void *ud, const struct trail *trail, const struct trail_entry *entry)
{
    struct looking *l = ud;
    if (entry->type != TRAIL_ABSENT) return;
    const struct absence *a = &trail->absences[entry->more];
    if (a->complete >= 0 || a->found) return;
    const struct added *added = build(l->s, a->query);
    if (!added) return;
    struct step step = { .type = STEP_ADD, .record = NO_REF, .field = NO_FIELD, .unless = l->unless, .added = added };
    chance_add(l->s, (struct chance){ .step = step, .rank = RANK_ADDED });
}

void chances_to_rebut(struct search *s)
{
    const struct finding *f = s->finding;
    for (uint16_t i = 0; f->unless && i < f->rule->unless_count; i++) {
        struct looking l = { s, i };
        if (f->unless[i].asked && f->unless[i].truth == UNKNOWN) element_walk(f, &f->unless[i], visit_absence, &l);
    }
}

/* ---- in the overlay ---- */

static bool apply_field(struct overlay *o, ref record, const struct added_field *f)
{
    struct cell *c;
    switch (model_fields[f->field].type) {
    case TYPE_WORD:
    case TYPE_WORDS:
    case TYPE_REF:
    case TYPE_REFS: return overlay_items(o, record, f->field, f->items, f->count);
    case TYPE_FLAG:
        if ((c = overlay_cell(o, record, f->field))) c->state = CELL_VALUE, c->flag = f->flag;
        return c != NULL;
    default: /* a date */
        if ((c = overlay_cell(o, record, f->field))) c->state = CELL_VALUE, c->date = (struct days){ f->day, f->day };
        return c != NULL;
    }
}

static bool apply_text(struct overlay *o, ref record, enum field field, const char *text)
{
    struct cell *c = overlay_cell(o, record, field);
    if (c) c->state = CELL_VALUE, c->text = text;
    return c != NULL;
}

bool added_apply(struct overlay *o, const struct added *a)
{
    for (unsigned i = 0; i < a->count; i++) {
        const struct added_record *r = &a->records[i];
        ref record = overlay_add(o, r->kind, r->id);
        if (record == NO_REF || !apply_text(o, record, (enum field)model_kind(r->kind)->id, r->id)) return false;
        if (r->name && !apply_text(o, record, ENTITY_NAME, r->name)) return false;
        for (unsigned k = 0; k < r->count; k++)
            if (!apply_field(o, record, &r->fields[k])) return false;
    }
    return true;
}
