/* missing_words.c - which values of a fact decide a finding, as a clause: "flagged from 20 %, clear below". */
#include <string.h>

#include "audit/missing.h"

const char *verdict_word(unsigned verdict)
{
    switch (verdict) {
    case CC_FLAGGED: return "flagged";
    case CC_REBUTTED: return "rebutted";
    case CC_OUT_OF_SCOPE: return "out of scope";
    default: return "clear"; /* also a subject that is none any more */
    }
}

static unsigned type_of(const struct decision *d) { return model_fields[d->field].type; }

static struct quantity quantity_of(const struct decision *d, unsigned side)
{
    double value = d->values[side].number;
    if (type_of(d) == TYPE_DATE) return quantity_date((int32_t)value, (int32_t)value);
    if (*d->currency) return quantity_money(value, value, d->currency);
    unsigned unit = model_fields[d->field].unit;
    return quantity_exact(value, unit == UNIT_MONEY ? UNIT_COUNT : (enum unit)unit);
}

void decision_value(const struct cc_audit *audit, const struct decision *d, unsigned side, struct text *t)
{
    char out[200];
    switch (type_of(d)) {
    case TYPE_WORD:
    case TYPE_WORDS: text_string(t, facts_word_label(audit->facts, d->values[side].word)); break;
    case TYPE_FLAG: text_string(t, d->values[side].flag ? "yes" : "no"); break;
    default: {
        struct quantity q = quantity_of(d, side), other = quantity_of(d, !side);
        bool two = d->verdicts[!side] != CC_CANNOT_TELL;
        quantity_write(&q, two ? &other : NULL, out, sizeof out);
        text_string(t, out);
    }
    }
}

/* "flagged if it develops AI, clear if it sells software", both as they were tried. */
static void word_sentence(const struct cc_audit *audit, const struct decision *d, struct text *t)
{
    bool does = d->field == ENTITY_ACTIVITIES, said = false;
    for (unsigned side = 0; side < 2; side++) {
        if (d->verdicts[side] == CC_CANNOT_TELL) continue;
        text_add(t, "%s%s if it %s", said ? ", " : "", verdict_word(d->verdicts[side]), does ? "" : "is ");
        if (does && side == 1) text_string(t, "only ");
        decision_value(audit, d, side, t);
        said = true;
    }
}

/* The upper side first where it flags: "flagged from 20 %, clear below". */
static void number_sentence(const struct cc_audit *audit, const struct decision *d, struct text *t)
{
    bool said = false, date = type_of(d) == TYPE_DATE;
    for (unsigned i = 0; i < 2; i++) {
        unsigned side = d->verdicts[1] == CC_FLAGGED || d->verdicts[0] == CC_CANNOT_TELL ? 1 - i : i;
        if (d->verdicts[side] == CC_CANNOT_TELL) continue;
        text_add(t, "%s%s ", said ? ", " : "", verdict_word(d->verdicts[side]));
        bool beside = d->at_line && d->line != side; /* it has no value of its own: the other one is the line */
        if (beside && said) text_string(t, side ? "above" : "below");
        else if (beside) text_string(t, side ? "above " : "below "), decision_value(audit, d, !side, t);
        else {
            bool bound = !side && !date && d->values[side].number <= 0; /* there is nothing below it */
            text_string(t, side ? "from " : bound ? "at " : date ? "until " : "up to ");
            decision_value(audit, d, side, t);
        }
        said = true;
    }
}

void decision_sentence(const struct cc_audit *audit, const struct decision *d, struct text *t)
{
    switch (type_of(d)) {
    case TYPE_WORD:
    case TYPE_WORDS:
    case TYPE_FLAG: word_sentence(audit, d, t); break;
    default: number_sentence(audit, d, t);
    }
}
