/* sentence.c - see sentence.h. */
#include "report/sentence.h"

#include <string.h>

#include "report/words.h"

static const struct phrase *phrase_of(const struct element_result *e)
{
    return e->truth == NO && e->element->no.source ? &e->element->no : &e->element->text;
}

/* "by 1" of a count that the sentence does not name says nothing. */
static bool names_a_side(const struct element_result *e)
{
    const struct phrase *p = phrase_of(e);
    for (uint16_t i = 0; i < p->count; i++)
        if (p->parts[i].type == PART_FIGURE || p->parts[i].type == PART_PARAM) return true;
    return false;
}

/* A comparison that is the element itself: its sentence has both sides, only the margin is added. */
static void add_margin(struct text *t, const struct cc_audit *audit, const struct element_result *e)
{
    struct comparison_shown *c;
    if (e->element->form != ELEMENT_COMPARE || e->truth == UNKNOWN) return;
    if (element_comparisons(audit, e, &c) != 1 || !c->margin || !*c->margin) return;
    if (names_a_side(e) || c->margin[strspn(c->margin, "0123456789,.")]) text_add(t, tr(" (by %s)"), c->margin);
}

static bool names_its_row(const struct phrase *p)
{
    for (uint16_t i = 0; i < p->count; i++)
        if (p->parts[i].type == PART_EACH) return true;
    return false;
}

/* A sentence that begins with the rule's own words, not with a name, gets its capital. */
static void capitalise(struct text *t, const struct element_result *e)
{
    const struct phrase *p = phrase_of(e);
    if (t->length && sentence_takes_capital(p, t->data)) *t->data = (char)(*t->data - 'a' + 'A');
}

void add_sentence(struct text *t, const struct cc_audit *audit, const struct finding *f, const struct element_result *e,
                  const char *before)
{
    text_string(t, before);
    if (e->each && !names_its_row(&e->element->text)) text_add(t, "%s: ", e->element->each.labels[e->each - 1]);
    size_t begins = t->length;
    element_sentence(audit, f, e, t);
    if (!begins) capitalise(t, e);
    add_margin(t, audit, e);
    if (e->element->at) text_add(t, " [%s]", e->element->at);
    if (!element_is_group(e) && element_is_dated(f, e)) text_string(t, tr(" (dated: older than 24 months)"));
}

bool member_is_idle(const struct element_result *group, const struct element_result *member)
{
    bool one_is_enough = group->element->form != ELEMENT_ALL && group->element->form != ELEMENT_NONE_OF;
    if (group->truth == YES && one_is_enough) return member->truth != YES;
    if (group->truth == NO && !one_is_enough) return member->truth == YES;
    return group->truth == UNKNOWN && member->truth == NO;
}

/* NULL, too, where the law was not in force and nothing was asked. */
static const struct element_result *first_false(const struct element_result *items, size_t count)
{
    for (size_t i = 0; items && i < count; i++)
        if (items[i].asked && items[i].truth == NO) return &items[i];
    return NULL;
}

const struct element_result *finding_reason(const struct finding *f)
{
    const struct element_result *e = first_false(f->applies, f->rule->apply_count);
    return e ? e : first_false(f->elements, f->rule->element_count);
}

void add_out_of_force(struct text *t, const struct finding *f)
{
    text_string(t, tr("The law of this rule was not in force on "));
    add_day(t, f->law_day);
}
