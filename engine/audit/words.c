/* words.c - sentences: placeholders filled for a subject, or left bare. */
#include <string.h>

#include "audit/clears.h"

/* How a comparison that came out so reads: "at or above". */
static const char *comparison_words(enum comparison op, enum truth truth)
{
    static const char *const yes[] = { "below", "at or below", "at or above", "above" };
    static const char *const no[] = { "at or above", "above", "below", "at or below" };
    static const char *const perhaps[] = { "perhaps below", "perhaps at or below", "perhaps at or above",
                                           "perhaps above" };
    return (truth == YES ? yes : truth == NO ? no : perhaps)[op];
}

void name_words(const char *name, struct text *t)
{
    static const char *const capitals[][2] = { { "hhi", "HHI" }, { "mhhi", "MHHI" }, { "uk", "UK" }, { "eu", "EU" } };
    while (*name) {
        size_t length = strcspn(name, "_");
        const char *shown = name;
        for (size_t i = 0; i < sizeof capitals / sizeof *capitals; i++)
            if (strlen(capitals[i][0]) == length && !memcmp(name, capitals[i][0], length)) shown = capitals[i][1];
        text_bytes(t, shown, length);
        name += length;
        if (*name) text_char(t, ' '), name++;
    }
}

/* "an unknown share", "unknown clouds"; how many there are is a number, whatever the figure is called. */
static void unknown_words(const char *name, bool count, bool alone, struct text *t)
{
    if (alone) {
        text_string(t, "unknown");
        return;
    }
    size_t length = strlen(name);
    bool several = !count && length > 1 && name[length - 1] == 's' && name[length - 2] != 's';
    text_string(t, several ? "unknown " : "an unknown ");
    name_words(count ? "number" : name, t);
}

static void quantity_words(const struct quantity *q, const struct quantity *differ, const char *name, bool alone,
                           struct text *t)
{
    char out[200];
    if (quantity_is_unknown(q)) {
        unknown_words(name, q->unit == UNIT_COUNT, alone, t);
        return;
    }
    quantity_write(q, differ, out, sizeof out);
    text_string(t, out);
}

/* Was a record tried that names some of the items, and not all of them? Then one of them is enough. */
static bool names_some(const struct added *added, const struct figure_value *value)
{
    const struct added_record *r = added ? &added->records[added->count - 1] : NULL;
    uint32_t named = 0;
    for (uint32_t i = 0; r && i < value->record_count; i++)
        for (unsigned k = 0; k < r->count; k++)
            for (unsigned n = 0; n < r->fields[k].count; n++) named += r->fields[k].items[n] == value->records[i];
    return named && named < value->record_count;
}

/* "A, B and C" */
static void items_words(const struct facts *facts, const struct figure_value *value, const struct added *added,
                        struct text *t)
{
    const char *last = names_some(added, value) ? " or " : " and ";
    if (!value->record_count) text_string(t, "none");
    for (uint32_t i = 0; i < value->record_count; i++) {
        if (i) text_string(t, i + 1 == value->record_count ? last : ", ");
        text_string(t, value->type == VALUE_WORDS ? facts_word_label(facts, value->records[i])
                                                  : facts_name(facts, value->records[i]));
    }
}

/* The sentence names the role itself: of "target_turnover" the "turnover" is said to be unknown. */
static const char *without_role(const struct rule *rule, const char *name)
{
    for (unsigned r = 0; r < rule->role_count; r++) {
        size_t length = strlen(rule->roles[r]);
        if (!strncmp(name, rule->roles[r], length) && name[length] == '_' && name[length + 1]) return name + length + 1;
    }
    return name;
}

/* `alone`: the sentence has said of what, so that an unknown one is "unknown" and no more. */
static void figure_words(const struct cc_audit *audit, const struct finding *f, unsigned figure,
                         const struct quantity *differ, const struct added *added, bool alone, struct text *t)
{
    const struct figure_value *value = f->figures ? &f->figures[figure] : NULL;
    const char *name = f->rule->figures[figure].name;
    if (!value || value->state < 2) name_words(name, t);
    else if (value->state == 3)
        unknown_words(without_role(f->rule, name), differ && differ->unit == UNIT_COUNT, alone, t);
    else if (value->type == VALUE_QUANTITY)
        quantity_words(&value->quantity, differ, without_role(f->rule, name), alone, t);
    else items_words(audit->facts, value, added, t);
}

/* The other side of a comparison, so that the two print differently where they differ. */
static const struct quantity *other_side(const struct element_result *r, const char *name)
{
    if (!r || !r->trail.comparison_count) return NULL;
    const struct compared_sides *sides = &r->trail.comparisons[0];
    if (sides->left_name && !strcmp(sides->left_name, name)) return &sides->right;
    if (sides->right_name && !strcmp(sides->right_name, name)) return &sides->left;
    return NULL;
}

static bool is_one(const struct cc_audit *audit, const struct finding *f, const struct part *part)
{
    (void)audit;
    const struct quantity *q = NULL;
    if (part->plural_type == PART_PARAM && f->params) q = &f->params->values[part->index];
    if (part->plural_type == PART_FIGURE && f->figures && f->figures[part->index].state == 2) {
        const struct figure_value *value = &f->figures[part->index];
        if (value->type != VALUE_QUANTITY) return value->record_count == 1;
        q = &value->quantity;
    }
    return q && q->low <= 1 && q->low >= 1 && q->high <= 1;
}

static void part_words(const struct cc_audit *audit, const struct finding *f, const struct element_result *r,
                       const struct part *part, const struct added *added, bool alone, struct text *t)
{
    const struct rule *rule = f->rule;
    switch (part->type) {
    case PART_TEXT: text_string(t, part->text); break;
    case PART_ROLE: text_string(t, facts_name(audit->facts, f->subject.roles[part->index].record)); break;
    case PART_FIGURE:
        figure_words(audit, f, part->index, other_side(r, rule->figures[part->index].name), added, alone, t);
        break;
    case PART_PARAM:
        if (f->params && !f->params->missing[part->index])
            quantity_words(&f->params->values[part->index], other_side(r, rule->params[part->index].name),
                           rule->params[part->index].name, alone, t);
        else name_words(rule->params[part->index].name, t);
        break;
    case PART_COMPARISON:
        text_string(t, comparison_words((enum comparison)r->element->compare.op, (enum truth)r->truth));
        break;
    case PART_EACH:
        if (r->each) text_string(t, r->element->each.labels[r->each - 1]);
        else text_add(t, "at least %u of these", (unsigned)r->element->least);
        break;
    case PART_PLURAL: text_string(t, is_one(audit, f, part) ? part->text : part->many); break;
    default: break;
    }
}

/* "The turnover of A is {turnover}, …": the sentence says of what, then that it is, and nothing of it after. */
static bool stands_alone(const struct phrase *phrase, unsigned i)
{
    static const char *const verbs[] = { " is ", " are ", " was ", " were " };
    const struct part *before = i ? &phrase->parts[i - 1] : NULL;
    const struct part *after = i + 1u < phrase->count ? &phrase->parts[i + 1] : NULL;
    if (!before || before->type != PART_TEXT) return false;
    if (after && (after->type != PART_TEXT || !strchr(",.:;", *after->text))) return false;
    size_t length = strlen(before->text);
    for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
        size_t needs = strlen(verbs[v]);
        if (length >= needs && !strcmp(before->text + length - needs, verbs[v])) return true;
    }
    return false;
}

static void phrase_words(const struct cc_audit *audit, const struct finding *f, const struct element_result *r,
                         const struct phrase *phrase, const struct added *added, struct text *t)
{
    for (unsigned i = 0; i < phrase->count; i++)
        part_words(audit, f, r, &phrase->parts[i], added, stands_alone(phrase, i), t);
}

void finding_title(const struct cc_audit *audit, const struct finding *f, struct text *t)
{
    phrase_words(audit, f, NULL, &f->rule->title, NULL, t);
}
void finding_advice(const struct cc_audit *audit, const struct finding *f, struct text *t)
{
    phrase_words(audit, f, NULL, &f->rule->advice, NULL, t);
}

/* Was the text's comparison sign written in the sentence? Then a false one needs no "Not so". */
static bool says_comparison(const struct phrase *phrase)
{
    for (unsigned i = 0; i < phrase->count; i++)
        if (phrase->parts[i].type == PART_COMPARISON) return true;
    return false;
}

static bool taken_as_recorded(const struct finding *f, const struct trail *trail, int depth)
{
    for (size_t i = 0; i < trail->count; i++) {
        const struct trail_entry *entry = &trail->entries[i];
        if (entry->type == TRAIL_AS_RECORDED) return true;
        if (entry->type == TRAIL_ABSENT && trail->absences[entry->more].as_recorded) return true;
        if (entry->type == TRAIL_FIGURE && f->figures && depth < MOST_FIGURES &&
            taken_as_recorded(f, &f->figures[entry->more].trail, depth + 1))
            return true;
    }
    return false;
}

void element_sentence(const struct cc_audit *audit, const struct finding *f, const struct element_result *r,
                      struct text *t)
{
    const struct element *e = r->element;
    if (r->asked && r->truth == NO && e->no.source) phrase_words(audit, f, r, &e->no, NULL, t);
    else {
        if (r->asked && r->truth == NO && !says_comparison(&e->text)) text_string(t, "Not so: ");
        phrase_words(audit, f, r, &e->text, NULL, t);
    }
    if (r->asked && taken_as_recorded(f, &r->trail, 0)) text_string(t, ", as recorded");
}

bool sentence_takes_capital(const struct phrase *phrase, const char *sentence)
{
    if (!phrase->count || *sentence < 'a' || *sentence > 'z') return false;
    if (phrase->parts[0].type == PART_TEXT) return true;
    return phrase->parts[0].type == PART_FIGURE &&
           (!strncmp(sentence, "an unknown ", 11) || !strncmp(sentence, "unknown ", 8));
}

void rebuttal_sentence(const struct cc_audit *audit, const struct finding *f, const struct element_result *r,
                       const struct added *added, struct text *t)
{
    phrase_words(audit, f, r, &r->element->text, added, t);
}

void role_shown(const struct finding *f, unsigned role, ref *ret_record, ref *ret_group)
{
    ref record = f->subject.roles[role].record;
    *ret_record = record, *ret_group = NO_REF;
    if (ref_kind(record) != KIND_ENTITY) return;
    uint32_t head = group_head(f->moment, ref_row(record));
    if (head != ref_row(record)) *ret_group = ref_make(KIND_ENTITY, head);
}
