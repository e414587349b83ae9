/* missing_lines.c - undecided findings that no one fact of the file decides: what each comparison that is open would have to
 * come to. The rule is asked again with that one comparison held to each of its answers; where none of them decides alone,
 * with all of them held to the same one. */
#include <string.h>

#include "audit/missing.h"
#include "audit/what_if.h"

enum { MOST_LINES = 8 };

struct holding {
    struct cc_audit *audit;
    struct what_if *w;
    const struct finding *finding;
    struct missing *found;
};

static bool is_settled(unsigned verdict) { return verdict == CC_FLAGGED || verdict_clears((cc_verdict)verdict); }

/* `number`: of the comparison, or TURN_OPEN. */
static cc_verdict verdict_held(struct holding *h, uint32_t number, enum truth to)
{
    h->w->turned = number, h->w->turned_to = to;
    cc_verdict verdict = what_if_verdict(h->w, h->finding);
    h->w->turned = 0;
    return is_settled(verdict) ? verdict : CC_CANNOT_TELL;
}

static void try_line(struct holding *h, const struct element_result *r, const struct compared_sides *sides)
{
    struct missing *m = h->found;
    bool has_line = quantity_is_exact(&sides->left) || quantity_is_exact(&sides->right);
    if (sides->result.result != UNKNOWN || !has_line || m->line_count == MOST_LINES) return;
    for (size_t i = 0; i < m->line_count; i++) /* one figure, asked twice */
        if (m->lines[i].sides->number == sides->number) return;
    struct line_decision line = { .element = r, .sides = sides };
    line.verdicts[0] = (uint8_t)verdict_held(h, sides->number, NO);
    line.verdicts[1] = (uint8_t)verdict_held(h, sides->number, YES);
    if (is_settled(line.verdicts[0]) || is_settled(line.verdicts[1])) m->lines[m->line_count++] = line;
}

static void try_lines(struct holding *h, const struct element_result *results, unsigned count)
{
    for (unsigned i = 0; results && i < count; i++) {
        const struct element_result *r = &results[i];
        if (!r->asked || r->truth != UNKNOWN) continue;
        for (size_t k = 0; k < r->trail.comparison_count; k++) try_line(h, r, &r->trail.comparisons[k]);
        try_lines(h, r->items, r->count);
    }
}

void missing_find_lines(struct cc_audit *audit, struct what_if *w, const struct finding *f, struct missing *m)
{
    struct holding h = { audit, w, f, m };
    m->lines = arena_array(&audit->arena, MOST_LINES, sizeof *m->lines);
    if (!m->lines) return;
    try_lines(&h, f->applies, f->rule->apply_count);
    try_lines(&h, f->elements, f->rule->element_count);
    if (!m->line_count) {
        m->together[0] = (uint8_t)verdict_held(&h, TURN_OPEN, NO);
        m->together[1] = (uint8_t)verdict_held(&h, TURN_OPEN, YES);
    }
    if (w->in_vain) m->line_count = 0, m->together[0] = m->together[1] = CC_CANNOT_TELL; /* half an answer is none */
}

/* ---- in words ---- */

static void quantity_words(const struct quantity *q, struct text *t)
{
    char out[200];
    quantity_write(q, NULL, out, sizeof out);
    text_string(t, out);
}

/* A known figure beside a threshold of which the bounds alone are on file: it is the threshold that decides. */
static bool threshold_is_open(const struct element *e, const struct compared_sides *s)
{
    return e->form == ELEMENT_COMPARE && e->compare.right.type == OPERAND_PARAM && !quantity_is_exact(&s->right);
}

void line_sentence(const struct cc_audit *audit, const struct finding *f, const struct line_decision *d, struct text *t)
{
    static const char *const yes[] = { "below", "at or below", "at or above", "above" }, *const no[] = {
        "at or above", "above", "below", "at or below"
    };
    static const uint8_t mirrored[] = { [LESS] = MORE, [AT_MOST] = AT_LEAST, [AT_LEAST] = AT_MOST, [MORE] = LESS };
    const struct compared_sides *s = d->sides;
    bool right = quantity_is_exact(&s->right);
    unsigned op = right ? s->op : mirrored[s->op];
    bool said = false;
    const char *when = threshold_is_open(d->element->element, s) ? "where the threshold is " : "";
    element_sentence(audit, f, d->element, t);
    text_string(t, ": ");
    for (int side = 1; side >= 0; side--) {
        if (!is_settled(d->verdicts[side])) continue;
        text_add(t, "%s%s %s%s ", said ? ", " : "", verdict_word(d->verdicts[side]), when, (side ? yes : no)[op]);
        quantity_words(right ? &s->right : &s->left, t);
        said = true;
    }
}

void together_sentence(const struct missing *m, struct text *t)
{
    bool flags = is_settled(m->together[1]), clears = is_settled(m->together[0]);
    text_string(t, "no single test; ");
    if (flags) text_add(t, "%s if all that is open holds", verdict_word(m->together[1]));
    if (clears)
        text_add(t, flags ? ", %s if none of it does" : "%s if none of what is open holds",
                 verdict_word(m->together[0]));
}
