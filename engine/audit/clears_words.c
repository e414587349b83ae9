/* clears_words.c - a step as a clause that follows "would clear if": what changes, how, and what it is now. */
#include <string.h>

#include "audit/clears.h"

static void quantity_words(const struct quantity *q, const struct quantity *differ, struct text *t)
{
    char out[200];
    quantity_write(q, differ, out, sizeof out);
    text_string(t, out);
}

/* "Microsoft", "Amazon and Google" */
static void parties(const struct facts *f, ref record, enum field field, struct text *t)
{
    const uint32_t *items;
    uint32_t count = cell_items(f, field, cell_in(f, record, field), &items);
    for (uint32_t i = 0; i < count; i++) {
        if (i) text_string(t, i + 1 == count ? " and " : ", ");
        text_string(t, facts_name(f, items[i]));
    }
}

/* " for hosting, training and capacity" */
static void scope_words(const struct facts *f, ref record, struct text *t)
{
    const uint32_t *items;
    const struct cell *c = cell_in(f, record, AGREEMENT_SCOPE);
    uint32_t count = c->state == CELL_VALUE ? cell_items(f, AGREEMENT_SCOPE, c, &items) : 0;
    for (uint32_t i = 0; i < count; i++) {
        text_string(t, !i ? " for " : i + 1 == count ? " and " : ", ");
        text_string(t, facts_word_label(f, items[i]));
    }
}

/* "the exclusivity for the API between Microsoft and OpenAI" */
static void agreement_words(const struct facts *f, ref record, struct text *t)
{
    uint32_t type = cell_in(f, record, AGREEMENT_TYPE)->word;
    text_add(t, "the %s", facts_word_label(f, type));
    if (type != listed_word(LIST_AGREEMENT_TYPE, "revenue-share")) scope_words(f, record, t); /* it says so itself */
    text_string(t, " between "), parties(f, record, AGREEMENT_HOLDER, t);
    text_string(t, " and "), parties(f, record, AGREEMENT_GRANTOR, t);
}

/* "Microsoft's share of cloud infrastructure": the one's field of the other. */
static void of_words(const struct facts *f, ref who, const char *what, const char *of, ref whom, struct text *t)
{
    text_add(t, "%s's %s %s %s", facts_name(f, who), what, of, facts_name(f, whom));
}

static void financial_words(const struct facts *f, ref record, struct text *t)
{
    const struct cell *market = cell_in(f, record, FINANCIAL_MARKET), *place = cell_in(f, record, FINANCIAL_GEOGRAPHY);
    text_add(t, "%s's %s", facts_name(f, cell_in(f, record, FINANCIAL_ENTITY)->ref),
             facts_word_label(f, cell_in(f, record, FINANCIAL_METRIC)->word));
    if (market->state == CELL_VALUE) text_add(t, " in %s", facts_name(f, market->ref));
    if (place->state == CELL_VALUE) text_add(t, " in %s", facts_word_label(f, place->word));
}

static void number_words(const struct facts *f, ref record, enum field field, struct text *t)
{
    const char *name = model_fields[field].name;
    switch (ref_kind(record)) {
    case KIND_SHARE:
        of_words(f, cell_in(f, record, SHARE_ENTITY)->ref, "share", "of", cell_in(f, record, SHARE_MARKET)->ref, t);
        break;
    case KIND_HOLDING:
        of_words(f, cell_in(f, record, HOLDING_HOLDER)->ref, name, "in", cell_in(f, record, HOLDING_ENTITY)->ref, t);
        break;
    case KIND_MEMBER:
        of_words(f, cell_in(f, record, MEMBER_ENTITY)->ref, name, "in", cell_in(f, record, MEMBER_VENTURE)->ref, t);
        break;
    case KIND_INVESTMENT:
        of_words(f, cell_in(f, record, INVESTMENT_INVESTOR)->ref, "committed investment", "in",
                 cell_in(f, record, INVESTMENT_TARGET)->ref, t);
        break;
    case KIND_FINANCIAL: financial_words(f, record, t); break;
    case KIND_AGREEMENT:
        text_add(t, "the %s of ", field == AGREEMENT_PERCENT ? "percentage" : name);
        agreement_words(f, record, t);
        break;
    default: text_add(t, "the %s of the %s '%s'", name, model_kind(ref_kind(record))->name, facts_id(f, record));
    }
}

void step_subject(const struct cc_audit *audit, const struct finding *finding, const struct step *step, struct text *t)
{
    const struct facts *f = audit->facts;
    if (step->type == STEP_ADD) {
        element_sentence(audit, finding, &finding->unless[step->unless], t);
    } else if (step->type == STEP_CROSS) {
        number_words(f, step->record, step->field, t);
    } else if (ref_kind(step->record) == KIND_AGREEMENT) {
        agreement_words(f, step->record, t);
    } else if (ref_kind(step->record) == KIND_HOLDING) {
        of_words(f, cell_in(f, step->record, HOLDING_HOLDER)->ref, "holding", "in",
                 cell_in(f, step->record, HOLDING_ENTITY)->ref, t);
    } else {
        const struct cell *role = cell_in(f, step->record, POSITION_ROLE);
        of_words(f, cell_in(f, step->record, POSITION_PERSON)->ref,
                 role->state == CELL_VALUE ? facts_word_label(f, role->word) : "position", "at",
                 cell_in(f, step->record, POSITION_ENTITY)->ref, t);
    }
}

void step_now(const struct cc_audit *audit, const struct finding *finding, const struct step *step, struct text *t)
{
    const struct facts *f = audit->facts;
    (void)finding;
    if (step->type == STEP_ADD) {
        text_string(t, "not recorded");
        return;
    }
    const struct cell *cell = cell_in(f, step->record, step->field);
    if (step->type == STEP_CROSS) {
        struct quantity now = cell_quantity(f, step->field, cell);
        quantity_words(&now, step->has_line ? &step->line : NULL, t);
    } else if (cell->state < CELL_VALUE) {
        text_string(t, "in force");
    } else {
        struct quantity to = cell_quantity(f, step->field, cell);
        text_string(t, "in force until "), quantity_words(&to, NULL, t);
    }
}

static void crossing_words(const struct cc_audit *audit, const struct finding *finding, const struct step *step,
                           struct text *t)
{
    static const char *const to_line[] = { "below", "at or below", "at or above", "above" };
    const struct facts *f = audit->facts;
    struct quantity now = cell_quantity(f, step->field, cell_in(f, step->record, step->field)), value = now;
    value.low = value.high = step->value;
    step_subject(audit, finding, step, t);
    bool bound = value.low <= 0; /* less than nothing cannot be */
    const char *how = step->has_line ? to_line[step->op] : bound ? "" : step->falls ? "at most" : "at least";
    text_add(t, " were%s%s ", *how ? " " : "", how);
    quantity_words(step->has_line ? &step->line : &value, &now, t);
    text_string(t, " (now "), step_now(audit, finding, step, t), text_char(t, ')');
}

void step_sentence(const struct cc_audit *audit, const struct finding *finding, const struct step *step, struct text *t)
{
    struct quantity day = quantity_date(step->day, step->day);
    if (step->type == STEP_ADD) {
        text_string(t, "it were shown that "), step_subject(audit, finding, step, t);
        return;
    }
    if (step->type == STEP_CROSS) {
        crossing_words(audit, finding, step, t);
        return;
    }
    step_subject(audit, finding, step, t);
    text_string(t, " had ended by "), quantity_words(&day, NULL, t);
}

void way_sentence(const struct cc_audit *audit, const struct finding *finding, const struct way *way, struct text *t)
{
    for (unsigned i = 0; i < way->count; i++) {
        if (i) text_string(t, ", and ");
        step_sentence(audit, finding, &way->steps[i], t);
    }
}
