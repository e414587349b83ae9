/* why.c - why a verdict is what it is: the test that decides a subject; the searches that found nobody to ask about. */
#include <string.h>

#include "audit/engine.h"
#include "base/date.h"

/* ---- one subject ---- */

static const struct element_result *first_with(const struct element_result *items, size_t count, enum truth truth)
{
    for (size_t i = 0; items && i < count; i++)
        if (items[i].asked && items[i].truth == truth) return &items[i];
    return NULL;
}

static const struct element_result *first_needed(const struct finding *f, enum truth truth)
{
    const struct element_result *r = first_with(f->applies, f->rule->apply_count, truth);
    return r ? r : first_with(f->elements, f->rule->element_count, truth);
}

const struct element_result *finding_decider(const struct finding *f)
{
    if (f->out_of_force) return NULL;
    if (f->verdict == CC_REBUTTED) return first_with(f->unless, f->rule->unless_count, YES);
    return f->verdict == CC_CLEAR || f->verdict == CC_OUT_OF_SCOPE ? first_needed(f, NO) : NULL;
}

static void add_long_day(struct text *t, int32_t day)
{
    char words[64];
    days_write_long((struct days){ day, day }, words, sizeof words);
    text_string(t, words);
}

/* Either the whole rule had no law on the day, or a threshold that a test reads had no value yet. */
static void out_of_force(const struct finding *f, struct text *t)
{
    const struct rule *rule = f->rule;
    bool early = f->law_day<rule->in_force_from, late = f->law_day> rule->in_force_to;
    if (early || late) {
        text_string(t, early ? "The law of this rule is in force only from " : "The law of this rule was in force to ");
        add_long_day(t, early ? rule->in_force_from : rule->in_force_to);
        text_string(t, ", and the day whose law applies here is "), add_long_day(t, f->law_day);
        return;
    }
    text_string(t, "A threshold of this rule has no value on "), add_long_day(t, f->law_day);
    for (unsigned i = 0; f->params && i < rule->param_count; i++) {
        const struct param *p = &rule->params[i];
        if (!f->params->missing[i] || !p->count) continue;
        text_string(t, ": "), text_string(t, p->name);
        if (p->values[0].from != DAY_MIN) text_string(t, " begins on "), add_long_day(t, p->values[0].from);
        return;
    }
}

static void add_margin(const struct cc_audit *audit, const struct element_result *r, struct text *t)
{
    struct comparison_shown *c;
    if (r->element->form != ELEMENT_COMPARE || element_comparisons(audit, r, &c) != 1) return;
    if (c->margin && *c->margin) text_add(t, " (by %s)", c->margin);
}

/* A sentence that begins with the rule's own words, not with a name, gets its capital. */
static void add_sentence(const struct cc_audit *audit, const struct finding *f, const struct element_result *r,
                         struct text *t)
{
    const struct phrase *p = r->truth == NO && r->element->no.source ? &r->element->no : &r->element->text;
    size_t begins = t->length;
    element_sentence(audit, f, r, t);
    if (!begins && t->length && sentence_takes_capital(p, t->data)) *t->data = (char)(*t->data - 'a' + 'A');
}

static void undecided(const struct cc_audit *audit, const struct finding *f, struct text *t)
{
    const struct element_result *first = first_needed(f, UNKNOWN);
    unsigned count = 0;
    if (!first) {
        text_string(t, "Every test holds, but whether the law of this rule was in force is not known");
        return;
    }
    for (unsigned i = 0; i < f->rule->apply_count; i++) count += f->applies[i].asked && f->applies[i].truth == UNKNOWN;
    for (unsigned i = 0; i < f->rule->element_count; i++)
        count += f->elements[i].asked && f->elements[i].truth == UNKNOWN;
    text_string(t, "Not known: "), element_sentence(audit, f, first, t);
    if (count > 1) text_add(t, "; and %u more %s", count - 1, count == 2 ? "test" : "tests");
}

static void flagged(const struct finding *f, struct text *t)
{
    uint16_t open[64];
    size_t count = finding_open(f, open, sizeof open / sizeof *open);
    unsigned tests = (unsigned)f->rule->apply_count + f->rule->element_count;
    text_add(t, tests == 1 ? "Its one test holds" : "All of its %u tests hold", tests);
    if (count) text_add(t, count == 1 ? "; %zu rebuttal is open" : "; %zu rebuttals are open", count);
    else text_string(t, f->rule->unless_count ? "; nothing rebuts it" : "; the rule knows no rebuttal");
}

void finding_because(const struct cc_audit *audit, const struct finding *f, struct text *t)
{
    const struct element_result *decider = finding_decider(f);
    if (f->out_of_force) out_of_force(f, t);
    else if (f->verdict == CC_FLAGGED) flagged(f, t);
    else if (f->verdict == CC_CANNOT_TELL) undecided(audit, f, t);
    else if (decider) add_sentence(audit, f, decider, t), add_margin(audit, decider, t);
    if (!t->length) text_string(t, verdict_phrases[f->verdict]);
}

/* ---- a rule ---- */

struct searching {
    const struct cc_audit *audit;
    struct absence *items;
    size_t count, capacity;
    struct text mine, other; /* sentences, to tell doubles */
};

static bool is_double(struct searching *s, const struct absence *a)
{
    text_reset(&s->mine), absence_sentence(s->audit, a, &s->mine);
    for (size_t i = 0; i < s->count; i++) {
        if (s->items[i].query->kind != a->query->kind || !s->items[i].found != !a->found) continue;
        text_reset(&s->other), absence_sentence(s->audit, &s->items[i], &s->other);
        if (s->mine.data && s->other.data && !strcmp(s->mine.data, s->other.data)) return true;
    }
    return false;
}

static void add_search(struct searching *s, const struct absence *a)
{
    struct arena *arena = (struct arena *)(uintptr_t)&s->audit->arena; /* as all that is worked out when asked */
    if (is_double(s, a)) return;
    struct absence *moved = arena_grow(arena, s->items, s->count, &s->capacity, sizeof *moved);
    if (!moved) return;
    s->items = moved;
    s->items[s->count++] = *a;
}

size_t rule_searches(const struct cc_audit *audit, const struct rule_result *result, struct absence **ret_searches)
{
    const struct trail *trail = result->enumeration;
    struct searching s = { .audit = audit };
    text_init(&s.mine, audit->arena.allocator, (size_t)1 << 20);
    text_init(&s.other, audit->arena.allocator, (size_t)1 << 20);
    for (int found = 0; found < 2 && trail; found++)
        for (size_t i = 0; i < trail->absence_count; i++)
            if ((trail->absences[i].found != 0) == found) add_search(&s, &trail->absences[i]);
    if (s.mine.failed || s.other.failed) ((struct arena *)(uintptr_t)&audit->arena)->failed = true;
    text_free(&s.mine);
    text_free(&s.other);
    *ret_searches = s.items;
    return s.count;
}

static void not_selected(const struct cc_audit *audit, const struct rule_result *result, struct text *t)
{
    const struct facts *facts = audit->facts;
    const char *why = result->not_selected ? result->not_selected : "", *place = result->rule->jurisdiction;
    if (!place || strcmp(why, "jurisdiction")) {
        text_add(t, "It was left out by %s", why);
        return;
    }
    int listed = model_find_word(LIST_JURISDICTION, place, strlen(place));
    text_add(t, "It is law of %s, and the case asks for that of ", listed < 0 ? place : model_words[listed].label);
    for (size_t i = 0; i < facts->header.jurisdiction_count; i++)
        text_add(t, "%s%s", i ? ", " : "", facts_word_label(facts, facts->header.jurisdictions[i]));
    text_add(t, " alone (--jurisdiction %s asks for it)", place);
}

/* "of 14 agreements none with type veto; no transaction is recorded" */
static void not_applicable(const struct cc_audit *audit, const struct rule_result *result, struct text *t)
{
    struct absence *searches;
    size_t count = rule_searches(audit, result, &searches), said = 0;
    text_string(t, "The facts have no subject for it: ");
    for (size_t i = 0; i < count && !searches[i].found; i++) {
        text_string(t, said++ ? "; " : "");
        absence_sentence(audit, &searches[i], t);
    }
    for (size_t i = 0; i < count && !said; i++) {
        const struct kind_info *kind = model_kind(searches[i].query->kind);
        text_add(t, "%s%u %s", i ? ", " : "of ", searches[i].found, searches[i].found == 1 ? kind->name : kind->plural);
        query_add(audit->facts, searches[i].query, t);
        if (i + 1 == count) text_string(t, " none makes one"), said = 1;
    }
    if (!said) text_string(t, "nothing on file is what it concerns");
}

static void counted(const struct rule_result *result, struct text *t)
{
    unsigned said = 0;
    for (unsigned v = CC_FLAGGED; v <= CC_OUT_OF_SCOPE; v++)
        if (result->subjects[v]) text_add(t, "%s%u %s", said++ ? ", " : "", result->subjects[v], verdict_phrases[v]);
    if (result->hole) text_add(t, "%sNot all that it may concern could be listed", said++ ? ". " : "");
}

void rule_because(const struct cc_audit *audit, const struct rule_result *result, struct text *t)
{
    switch (result->verdict) {
    case CC_FAILED:
        text_string(t, "It failed, so it says nothing: ");
        text_string(t, result->error ? result->error : result->error_code);
        break;
    case CC_NOT_SELECTED: not_selected(audit, result, t); break;
    case CC_NOT_APPLICABLE: not_applicable(audit, result, t); break;
    default: counted(result, t);
    }
}
