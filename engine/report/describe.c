/* describe.c - see describe.h. */
#include "report/describe.h"

#include <string.h>

#include "base/date.h"
#include "report/words.h"

/* ---- texts without a subject ---- */

static void add_param(struct text *t, const struct param *p)
{
    char words[160];
    if (p->dated || p->count != 1) {
        text_char(t, '['), name_words(p->name, t), text_char(t, ']');
        return;
    }
    quantity_write(&p->values[0].value, NULL, words, sizeof words);
    text_string(t, words);
}

static void add_part(struct text *t, const struct rule *rule, const struct part *part, const struct element *e)
{
    static const char *const signs[] = { "below", "at or below", "at or above", "above" };
    switch (part->type) {
    case PART_TEXT: text_string(t, part->text); break;
    case PART_ROLE: text_string(t, tr("the ")), name_words(rule->roles[part->index], t); break;
    case PART_FIGURE: text_char(t, '['), name_words(rule->figures[part->index].name, t), text_char(t, ']'); break;
    case PART_PARAM: add_param(t, &rule->params[part->index]); break;
    case PART_COMPARISON:
        text_string(t, e && e->form == ELEMENT_COMPARE ? tr(signs[e->compare.op]) : tr("as compared"));
        break;
    case PART_EACH: text_add(t, tr("at least %u of these"), e ? (unsigned)e->least : 1U); break;
    case PART_PLURAL: text_string(t, part->many); break;
    default: break;
    }
}

void add_bare(struct text *t, const struct rule *rule, const struct phrase *phrase, const struct element *e)
{
    size_t begins = t->length;
    for (uint16_t i = 0; i < phrase->count; i++) add_part(t, rule, &phrase->parts[i], e);
    if (t->length > begins && t->data[begins] >= 'a' && t->data[begins] <= 'z')
        t->data[begins] = (char)(t->data[begins] - 'a' + 'A');
}

/* ---- queries ---- */

static void add_operand(struct text *t, const struct rule *rule, const struct operand *o)
{
    switch (o->type) {
    case OPERAND_WORD: text_string(t, model_words[o->word].name); break;
    case OPERAND_OWN_WORD: text_string(t, o->text); break;
    case OPERAND_ROLE: text_add(t, tr("the %s"), rule->roles[o->index]); break;
    case OPERAND_FIGURE: text_string(t, rule->figures[o->index].name); break;
    default: text_string(t, rule->params[o->index].name); break;
    }
}

static void add_condition(struct text *t, const struct rule *rule, const struct condition_form *c)
{
    const char *field = model_fields[c->field].name;
    switch (c->type) {
    case CONDITION_PRESENT: text_add(t, tr("%s given"), field); return;
    case CONDITION_MISSING: text_add(t, tr("%s not given"), field); return;
    case CONDITION_SOME: text_add(t, tr("%s above nothing"), field); return;
    case CONDITION_ID: text_add(t, "%s %s", field, c->id ? c->id : ""); return;
    case CONDITION_EXACTLY:
        text_add(t, model_fields[c->field].targets & FOR_ENTITY ? tr("%s exactly ") : "%s ", field);
        break;
    case CONDITION_BELOW: text_add(t, tr("%s controlled by "), field); break;
    default: text_add(t, "%s ", field); break;
    }
    for (uint16_t i = 0; i < c->count; i++) {
        if (i) text_string(t, i + 1 == c->count ? tr(" or ") : ", ");
        add_operand(t, rule, &c->operands[i]);
    }
}

void add_query_form(struct text *t, const struct rule *rule, const struct query_form *q)
{
    text_string(t, model_kind(q->kind)->plural);
    for (unsigned pass = 0, said = 0; pass < 2; pass++) /* what a record is comes first, as a person would say it */
        for (uint16_t i = 0; i < q->count; i++) {
            enum field f = (enum field)q->conditions[i].field;
            bool what = f == AGREEMENT_TYPE || f == TRANSACTION_TYPE || f == PROCEEDING_TYPE || f == OBSERVATION_SAYS;
            if (what != (pass == 0)) continue;
            text_string(t, said++ ? ", " : tr(" with "));
            add_condition(t, rule, &q->conditions[i]);
        }
}

void add_param_value(struct text *t, const struct param_value *v)
{
    char words[160];
    quantity_write(&v->value, NULL, words, sizeof words);
    text_string(t, words);
    if (v->from != DAY_MIN) text_string(t, tr(" from ")), add_day(t, v->from);
    if (v->to != DAY_MAX) text_string(t, tr(" to ")), add_day(t, v->to);
}

void add_param_values(struct text *t, const struct param *p)
{
    for (uint16_t i = 0; i < p->count; i++) {
        const struct param_value *v = &p->values[i];
        if (i) text_string(t, "; ");
        add_param_value(t, v);
        if (!v->source) continue;
        text_add(t, " [%s%s]", v->source->title ? v->source->title : v->source->id,
                 v->source->verified ? "" : tr("; unverified"));
    }
}

void add_written_date(struct text *t, const char *date)
{
    struct days days;
    char words[64];
    if (days_read(date, strlen(date), &days)) {
        days_write_long(days, words, sizeof words);
        date = words;
    }
    text_string(t, date);
}

void add_basis(struct text *t, const struct basis *basis)
{
    const struct law_source *source = basis->source;
    text_string(t, source->title ? source->title : source->id);
    if (source->publisher) text_add(t, ", %s", source->publisher);
    if (source->date) text_string(t, ", "), add_written_date(t, source->date);
    if (basis->at) text_add(t, ": %s", basis->at);
    text_add(t, " (%s", support_names[basis->support]);
    text_string(t, source->verified ? ")" : tr("; unverified)"));
}

const char *group_words(const struct element *e, struct text *scratch)
{
    switch (e->form) {
    case ELEMENT_ANY: return tr("any one of");
    case ELEMENT_ALL: return tr("all of");
    case ELEMENT_NONE_OF: return tr("none of");
    case ELEMENT_AT_LEAST: break;
    default: return NULL;
    }
    text_reset(scratch);
    text_add(scratch, tr("at least %u of"), (unsigned)e->least);
    return text_chars(scratch);
}

/* ---- what a rule asks for ---- */

static void walk(const struct element *e, element_fn *each, void *ud)
{
    each(ud, e);
    if (e->form < ELEMENT_ANY || e->form > ELEMENT_AT_LEAST) return;
    for (uint16_t i = 0; i < e->group.count; i++) walk(&e->group.items[i], each, ud);
}

void rule_elements(const struct rule *rule, element_fn *each, void *ud)
{
    for (uint16_t i = 0; i < rule->apply_count; i++) walk(&rule->applies[i], each, ud);
    for (uint16_t i = 0; i < rule->element_count; i++) walk(&rule->elements[i], each, ud);
    for (uint16_t i = 0; i < rule->unless_count; i++) walk(&rule->unless[i], each, ud);
}

static void ask(struct asked *a, enum field f)
{
    a->field[f] = true;
    a->kind[model_fields[f].kind] = true;
}

static void ask_element(void *ud, const struct element *e)
{
    struct asked *a = ud;
    if (e->form == ELEMENT_RECORDED || e->form == ELEMENT_NONE) {
        a->kind[e->query.kind] = true;
        for (uint16_t i = 0; i < e->query.count; i++) ask(a, (enum field)e->query.conditions[i].field);
    } else if (e->form == ELEMENT_DOES) {
        ask(a, ENTITY_ACTIVITIES);
        ask(a, ACTIVITY_DOES);
    } else if (e->form == ELEMENT_TEST || e->form == ELEMENT_EACH) {
        a->functions++;
    }
}

void rule_asks(const struct rule *rule, struct asked *ret_asked)
{
    *ret_asked = (struct asked){ .functions = rule->figure_count };
    rule_elements(rule, ask_element, ret_asked);
}

void add_asked(struct text *t, const struct asked *a, enum kind k)
{
    const struct kind_info *kind = model_kind(k);
    text_string(t, kind->plural);
    bool any = false;
    for (unsigned f = kind->first; f <= kind->last; f++) {
        if (!a->field[f]) continue;
        text_add(t, "%s%s", any ? ", " : " (", model_fields[f].name);
        any = true;
    }
    if (any) text_char(t, ')');
}

/* ---- packs ---- */

size_t pack_length(const char *rule_id)
{
    const char *slash = strrchr(rule_id, '/');
    return slash ? (size_t)(slash - rule_id) : 0;
}

static bool is_of_pack(const struct rule *rule, const char *pack, size_t size)
{
    return !pack || (pack_length(rule->id) == size && memcmp(rule->id, pack, size) == 0);
}

/* Every source that a rule names: of itself, of its thresholds, of its elements. False from `each` ends the walk. */
typedef bool source_fn(void *ud, const struct law_source *);
static bool each_basis(const struct basis *basis, uint16_t count, source_fn *each, void *ud)
{
    for (uint16_t i = 0; i < count; i++)
        if (!each(ud, basis[i].source)) return false;
    return true;
}

static bool each_of_elements(const struct element *items, uint16_t count, source_fn *each, void *ud)
{
    for (uint16_t i = 0; i < count; i++) {
        const struct element *e = &items[i];
        bool group = e->form >= ELEMENT_ANY && e->form <= ELEMENT_AT_LEAST;
        if (!each_basis(e->basis, e->basis_count, each, ud)) return false;
        if (group && !each_of_elements(e->group.items, e->group.count, each, ud)) return false;
    }
    return true;
}

static bool each_source(const struct rule *rule, source_fn *each, void *ud)
{
    if (!each_basis(rule->basis, rule->basis_count, each, ud)) return false;
    for (uint16_t i = 0; i < rule->param_count; i++)
        for (uint16_t k = 0; k < rule->params[i].count; k++)
            if (rule->params[i].values[k].source && !each(ud, rule->params[i].values[k].source)) return false;
    return each_of_elements(rule->applies, rule->apply_count, each, ud) &&
           each_of_elements(rule->elements, rule->element_count, each, ud) &&
           each_of_elements(rule->unless, rule->unless_count, each, ud);
}

/* A source counts where it is named first: in which rule, and as the how manieth of its names. */
struct counting {
    const struct rule *const *rules;
    const char *pack;
    size_t pack_size, rule, named, sources, verified;
};
struct looking {
    const struct law_source *source;
    size_t left; /* names still to be looked at */
    bool found;
};

static bool look(void *ud, const struct law_source *source)
{
    struct looking *l = ud;
    if (!l->left) return false;
    l->left--;
    l->found = source == l->source;
    return !l->found;
}

static bool count_source(void *ud, const struct law_source *source)
{
    struct counting *c = ud;
    struct looking before = { .source = source };
    for (size_t i = 0; i <= c->rule && !before.found; i++) {
        before.left = i < c->rule ? SIZE_MAX : c->named;
        if (!c->rules[i]->error && is_of_pack(c->rules[i], c->pack, c->pack_size))
            each_source(c->rules[i], look, &before);
    }
    c->named++;
    if (!before.found) c->sources++, c->verified += source->verified;
    return true;
}

size_t cited_sources(const struct rule *const *rules, size_t count, const char *pack, size_t pack_size,
                     size_t *ret_verified)
{
    struct counting c = { .rules = rules, .pack = pack, .pack_size = pack_size };
    for (; c.rule < count; c.rule++, c.named = 0)
        if (!rules[c.rule]->error && is_of_pack(rules[c.rule], pack, pack_size))
            each_source(rules[c.rule], count_source, &c);
    *ret_verified = c.verified;
    return c.sources;
}
