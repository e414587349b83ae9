/* forms.c - a data form becomes a query: its roles, figures and words as they are for the subject. */
#include <string.h>

#include "lua/inside.h"

struct resolving {
    struct machine *m;
    struct trail *trail;
    enum field field;
    uint32_t *values;
    uint32_t count, maybes;
    size_t capacity;
    bool borrowed; /* values are a part of the query, with others behind them */
    bool unknown;
    const struct query *of; /* of a set among the operands */
    const char *nobodys;    /* the first word that no record has, or NULL */
};

static uint32_t *room_for_one(struct resolving *r)
{
    struct arena *a = r->m->arena;
    if (!r->borrowed || r->count < r->capacity)
        return arena_grow(a, r->values, r->count, &r->capacity, sizeof *r->values);
    size_t capacity = 2 * r->capacity;
    uint32_t *own = arena_array(a, capacity, sizeof *own);
    if (!own) return NULL;
    memcpy(own, r->values, r->count * sizeof *own);
    r->borrowed = false, r->capacity = capacity;
    return own;
}

static void resolved(struct resolving *r, uint32_t value)
{
    uint32_t *values = room_for_one(r);
    if (!values) return;
    r->values = values;
    r->values[r->count++] = value;
}

/* A market where a firm is wanted would match nothing, silently. */
static bool resolve_record(struct resolving *r, const char *name, ref record)
{
    const struct field_info *info = &model_fields[r->field];
    uint32_t targets = info->type == TYPE_ID ? UINT32_C(1) << info->kind : info->targets;
    resolved(r, record);
    if (targets >> ref_kind(record) & 1) return true;
    fail(r->m, "rule", 0, "'%.60s' is %s where %s.%s wants another kind", name, model_kind(ref_kind(record))->name,
         model_kind((enum kind)info->kind)->name, info->name);
    return false;
}

static bool resolve_figure(struct resolving *r, unsigned figure, bool maybes)
{
    struct machine *m = r->m;
    const char *name = m->rule->figures[figure].name;
    const struct figure_value *value = machine_figure(m, figure);
    if (!value) return false;
    if (!maybes) trail_figure(r->trail, figure);
    if (value->state == 3) {
        r->unknown = true;
        return true;
    }
    if (value->type != VALUE_RECORDS) {
        fail(m, "rule", 0, "the figure '%s' is %s where a record is wanted", name,
             value->type == VALUE_QUANTITY ? "a quantity" : "a list of words");
        return false;
    }
    if (value->set) r->of = value->set->query;
    for (uint32_t i = 0; !maybes && i < value->record_count; i++)
        if (!resolve_record(r, name, value->records[i])) return false;
    for (uint32_t i = 0; maybes && value->set && i < value->set->maybes; i++)
        if (!resolve_record(r, name, ref_make(value->set->query->kind, value->set->rows[value->set->sures + i])))
            return false;
    return true;
}

static bool resolve(struct resolving *r, const struct operand *o)
{
    struct machine *m = r->m;
    if (o->type == OPERAND_FIGURE) return resolve_figure(r, o->index, false);
    if (o->type == OPERAND_ROLE) return resolve_record(r, m->rule->roles[o->index], m->subject->roles[o->index].record);
    enum list list = (enum list)model_fields[r->field].list;
    uint32_t value = o->type == OPERAND_WORD ? o->word : facts_find_word(m->facts, list, o->text, strlen(o->text));
    if (value == UINT32_MAX && !r->nobodys) r->nobodys = o->text;
    resolved(r, value);
    return true;
}

/* `values` has room for one an operand; a figure may give more. */
static bool condition_resolve(struct machine *m, const struct condition_form *form, struct trail *trail,
                              uint32_t *values, struct condition *c, bool *unknown)
{
    struct resolving r = {
        .m = m,
        .trail = trail,
        .field = (enum field)form->field,
        .values = values,
        .capacity = form->count,
        .borrowed = true,
    };
    *c = (struct condition){ .field = form->field, .type = form->type, .id = form->id };
    if (form->words) {
        c->values = form->words, c->count = form->count;
        return true;
    }
    for (unsigned i = 0; i < form->count; i++)
        if (!resolve(&r, &form->operands[i])) return false;
    uint32_t sures = r.count;
    for (unsigned i = 0; i < form->count; i++)
        if (form->operands[i].type == OPERAND_FIGURE && !resolve_figure(&r, form->operands[i].index, true))
            return false;
    c->values = r.values, c->count = r.count, c->maybes = r.count - sures, c->of = r.of;
    if (r.nobodys) c->id = r.nobodys;
    *unknown = *unknown || r.unknown;
    return true;
}

bool machine_query(struct machine *m, const struct query_form *form, struct trail *trail, struct query **ret_query,
                   bool *ret_unknown)
{
    struct query *query = arena_take(m->arena, sizeof *query + form->count * sizeof *query->conditions +
                                                   form->operands * sizeof(uint32_t));
    *ret_unknown = false;
    m->trail = trail;
    if (query) {
        struct condition *conditions = (struct condition *)(query + 1);
        uint32_t *values = (uint32_t *)(conditions + form->count);
        *query = (struct query){
            .kind = form->kind, .count = form->count, .conditions = conditions, .before_deal = m->table_view
        };
        for (unsigned i = 0; i < form->count; values += form->conditions[i++].count)
            if (!condition_resolve(m, &form->conditions[i], trail, values, &conditions[i], ret_unknown)) return false;
    }
    if (m->arena->failed) {
        m->refused = true;
        fail(m, "memory", 0, "no memory was left");
        return false;
    }
    *ret_query = query;
    return true;
}
