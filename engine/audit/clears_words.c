/* clears_words.c - a step as a clause that follows "would clear if": what changes, how, and what it is now. */
#include <string.h>

#include "audit/clears.h"
#include "base/date.h"

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
    const char *name = model_noun(field);
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
        text_add(t, "the %s of ", name);
        agreement_words(f, record, t);
        break;
    default: text_add(t, "the %s of the %s '%s'", name, model_kind(ref_kind(record))->name, facts_id(f, record));
    }
}

/* "Dan Law's position as director at Elm" */
static void position_words(const struct facts *f, ref record, struct text *t)
{
    const struct cell *role = cell_in(f, record, POSITION_ROLE);
    text_add(t, "%s's position", facts_name(f, cell_in(f, record, POSITION_PERSON)->ref));
    if (role->state == CELL_VALUE) text_add(t, " as %s", facts_word_label(f, role->word));
    text_add(t, " at %s", facts_name(f, cell_in(f, record, POSITION_ENTITY)->ref));
}

static void record_words(const struct facts *f, const struct step *step, struct text *t)
{
    if (step->type == STEP_CROSS) {
        number_words(f, step->record, step->field, t);
    } else if (ref_kind(step->record) == KIND_AGREEMENT) {
        agreement_words(f, step->record, t);
    } else if (ref_kind(step->record) == KIND_HOLDING) {
        of_words(f, cell_in(f, step->record, HOLDING_HOLDER)->ref, "holding", "in",
                 cell_in(f, step->record, HOLDING_ENTITY)->ref, t);
    } else position_words(f, step->record, t);
}

/* ---- which of several ---- */

static bool reads_alike(const struct facts *f, const struct step *a, const struct step *b, const struct text *so_far,
                        size_t begins, struct text *scratch)
{
    if (b->type != a->type || b->type == STEP_ADD || b->record == a->record) return false;
    text_reset(scratch), record_words(f, b, scratch);
    size_t length = so_far->length - begins;
    return scratch->length == length && scratch->data && !memcmp(scratch->data, so_far->data + begins, length);
}

static const struct cell *first_day(const struct facts *f, ref record)
{
    return cell_in(f, record, (enum field)model_kind(ref_kind(record))->from);
}

static bool same_first_day(const struct facts *f, ref a, ref b)
{
    const struct cell *x = first_day(f, a), *y = first_day(f, b);
    if (x->state < CELL_VALUE || y->state < CELL_VALUE) return true;
    return x->date.low == y->date.low && x->date.high == y->date.high;
}

/* Does another step of the finding read like this one? Then its day tells it, or its id where they share the day. */
static void add_which(const struct cc_audit *audit, const struct finding *finding, const struct step *step,
                      struct text *t, size_t begins)
{
    const struct facts *f = audit->facts;
    const struct clears *c = finding->clears;
    bool alike = false, same_day = false;
    struct text scratch;
    text_init(&scratch, audit->arena.allocator, (size_t)1 << 20);
    for (size_t i = 0; c && i < c->count; i++)
        for (unsigned k = 0; k < c->ways[i].count; k++) {
            const struct step *other = &c->ways[i].steps[k];
            if (!reads_alike(f, step, other, t, begins, &scratch)) continue;
            alike = true;
            same_day = same_day || same_first_day(f, step->record, other->record);
        }
    t->failed |= scratch.failed;
    text_free(&scratch);
    if (!alike) return;
    if (same_day) text_add(t, " (%s)", facts_id(f, step->record));
    else {
        char day[64];
        days_write_long(first_day(f, step->record)->date, day, sizeof day);
        text_add(t, model_kind(ref_kind(step->record))->time == TIME_STATE ? " from %s" : " of %s", day);
    }
}

void step_subject(const struct cc_audit *audit, const struct finding *finding, const struct step *step, struct text *t)
{
    size_t begins = t->length;
    if (step->type == STEP_ADD) rebuttal_sentence(audit, finding, &finding->unless[step->unless], step->added, t);
    else record_words(audit->facts, step, t), add_which(audit, finding, step, t, begins);
}

void step_now(const struct cc_audit *audit, const struct finding *finding, const struct step *step, struct text *t)
{
    const struct facts *f = audit->facts;
    (void)finding;
    if (step->type == STEP_ADD) {
        text_string(t, "not recorded");
        return;
    }
    const struct kind_info *info = model_kind(ref_kind(step->record));
    const struct cell *cell = cell_in(f, step->record, step->field);
    if (step->type == STEP_CROSS) {
        struct quantity now = cell_quantity(f, step->field, cell);
        quantity_words(&now, step->has_line ? &step->line : NULL, t);
    } else if (cell->state < CELL_VALUE) {
        text_string(t, "in force");
    } else {
        struct quantity day = cell_quantity(f, step->field, cell);
        text_string(t, step->field == (enum field)info->to ? "in force until " : "in force from ");
        quantity_words(&day, NULL, t);
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
    text_add(t, " were %s ", step->has_line ? to_line[step->op] : step->falls ? "at most" : "at least");
    quantity_words(step->has_line ? &step->line : &value, &now, t);
    text_string(t, " (now "), step_now(audit, finding, step, t), text_char(t, ')');
}

void step_sentence(const struct cc_audit *audit, const struct finding *finding, const struct step *step, struct text *t)
{
    if (step->type == STEP_ADD) {
        text_string(t, "it were shown that "), step_subject(audit, finding, step, t);
        return;
    }
    if (step->type == STEP_CROSS) {
        crossing_words(audit, finding, step, t);
        return;
    }
    bool begins = step->field == (enum field)model_kind(ref_kind(step->record))->from;
    int32_t last = begins ? step->day - 1 : step->day;
    struct quantity day = quantity_date(last, last);
    step_subject(audit, finding, step, t);
    text_string(t, begins ? " began only after " : " had ended by "), quantity_words(&day, NULL, t);
}

void way_sentence(const struct cc_audit *audit, const struct finding *finding, const struct way *way, struct text *t)
{
    for (unsigned i = 0; i < way->count; i++) {
        if (i) text_string(t, ", and ");
        step_sentence(audit, finding, &way->steps[i], t);
    }
}
