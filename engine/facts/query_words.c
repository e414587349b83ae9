/* query_words.c - the conditions of a query, as a sentence has them: "type veto, holder A or B". */
#include "facts/query.h"

static void names_of(const struct facts *facts, const struct condition *c, struct text *t)
{
    uint32_t shown = c->count < 6 ? c->count : 5;
    for (uint32_t i = 0; i < shown; i++) {
        if (i) text_string(t, i + 1 == c->count ? " or " : ", ");
        text_string(t, facts_name(facts, c->values[i]));
    }
    if (shown < c->count) text_add(t, " or %u more", c->count - shown);
}

/* Several words that no record has are counted: all of a list may be among them. */
static void words_of(const struct facts *facts, const struct condition *c, struct text *t)
{
    uint32_t strange = 0, said = 0;
    for (uint32_t i = 0; i < c->count; i++) strange += c->values[i] == UINT32_MAX;
    uint32_t known = c->count - strange, shown = known < 6 ? known : 5, left = known - shown;
    for (uint32_t i = 0; i < c->count && said < shown; i++) {
        if (c->values[i] == UINT32_MAX) continue;
        if (said) text_string(t, said + 1 == known && !strange ? " or " : ", ");
        text_string(t, facts_word(facts, c->values[i]));
        said++;
    }
    if (left) text_add(t, strange ? ", %u more" : " or %u more", left);
    if (!strange) return;
    if (known) text_string(t, " or ");
    if (strange == 1 && c->id) text_string(t, c->id);
    else text_add(t, "one of %u that the file does not name", strange);
}

bool condition_is_all_but(const struct condition *c)
{
    const struct query *q = c->type == CONDITION_GROUPS ? c->of : NULL;
    if (!q || c->except || c->maybes || q->kind != KIND_ENTITY || !q->count) return false;
    for (uint32_t i = 0; i < q->count; i++) {
        const struct condition *not_meant = &q->conditions[i];
        bool is_record = not_meant->type == CONDITION_GROUPS && model_fields[not_meant->field].type == TYPE_ID;
        if (!is_record || !not_meant->except || not_meant->maybes) return false;
    }
    return true;
}

/* "anyone but A or B" */
static void all_but_words(const struct facts *facts, const struct condition *c, struct text *t)
{
    uint32_t count = 0, said = 0;
    for (uint32_t i = 0; i < c->of->count; i++) count += c->of->conditions[i].count;
    uint32_t shown = count < 6 ? count : 5;
    text_string(t, count ? "anyone but " : "anyone");
    for (uint32_t i = 0; i < c->of->count; i++)
        for (uint32_t j = 0; j < c->of->conditions[i].count && said < shown; j++, said++) {
            if (said) text_string(t, said + 1 == count ? " or " : ", ");
            text_string(t, facts_name(facts, c->of->conditions[i].values[j]));
        }
    if (shown < count) text_add(t, " or %u more", count - shown);
}

static void condition_words(const struct facts *facts, const struct condition *c, struct text *t)
{
    const struct field_info *info = &model_fields[c->field];
    text_string(t, info->name);
    if (c->type == CONDITION_ID) {
        text_add(t, " %s", c->id);
        return;
    }
    if (c->type == CONDITION_PRESENT || c->type == CONDITION_MISSING) {
        text_string(t, (c->type == CONDITION_PRESENT) != c->except ? " stated" : " not stated");
        return;
    }
    if (c->type == CONDITION_SOME) {
        text_string(t, c->except ? " nothing" : " above nothing");
        return;
    }
    text_string(t, c->except ? " other than " : " ");
    if (c->type == CONDITION_EXACTLY && info->targets & FOR_ENTITY) text_string(t, "exactly ");
    if (c->type == CONDITION_BELOW) text_string(t, "below ");
    if (condition_is_all_but(c)) {
        all_but_words(facts, c, t);
        return;
    }
    if (c->type == CONDITION_WORDS) words_of(facts, c, t);
    else names_of(facts, c, t);
    if (!c->count)
        text_string(t, info->targets & ~(unsigned)FOR_ENTITY ? "what is not on file" : "one that is not on file");
}

/* The type of a thing comes first, as a person would say it. */
static bool is_said_first(unsigned field)
{
    switch (field) {
    case AGREEMENT_TYPE:
    case TRANSACTION_TYPE:
    case PROCEEDING_TYPE:
    case OBSERVATION_SAYS:
    case ACTIVITY_DOES: return true;
    default: return false;
    }
}

/* Anyone but nobody: it leaves out nothing, and so it says nothing. */
static bool says_nothing(const struct condition *c) { return c->except && !c->count && c->type <= CONDITION_BELOW; }

/* What lasts begins on a day, what happens or is measured has one. */
static void since_words(const struct query *q, struct text *t)
{
    char day[64];
    days_write_long((struct days){ q->since, q->since }, day, sizeof day);
    text_add(t, model_kind(q->kind)->time == TIME_STATE ? "begun on %s or later" : "dated %s or later", day);
}

void query_write(const struct facts *facts, const struct query *q, struct text *t)
{
    int said = 0;
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < q->count; i++) {
            if (is_said_first(q->conditions[i].field) != (pass == 0) || says_nothing(&q->conditions[i])) continue;
            if (said++) text_string(t, ", ");
            condition_words(facts, &q->conditions[i], t);
        }
    if (q->since) text_string(t, said ? ", " : ""), since_words(q, t);
}

void query_add(const struct facts *facts, const struct query *q, struct text *t)
{
    uint32_t said = 0;
    for (uint32_t i = 0; i < q->count; i++) said += !says_nothing(&q->conditions[i]);
    if (!said && !q->since) return;
    text_string(t, said ? " with " : " ");
    query_write(facts, q, t);
}
