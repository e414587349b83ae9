/* shown.c - comparisons and figures of an element, ready to print. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "audit/trails.h"

static const char *kept(const struct cc_audit *audit, const char *text)
{
    const char *copy = arena_copy((struct arena *)(uintptr_t)&audit->arena, text, strlen(text));
    return copy ? copy : "";
}

static const char *quantity_kept(const struct cc_audit *audit, const struct quantity *q, const struct quantity *differ)
{
    char out[200];
    quantity_write(q, differ, out, sizeof out);
    return kept(audit, out);
}

/* How far apart two exact sides are: percent in points. NULL: they are the same, or not exact. */
static const char *margin_of(const struct cc_audit *audit, const struct compared_sides *s)
{
    struct quantity margin;
    char out[200];
    if (!quantity_is_exact(&s->left) || !quantity_is_exact(&s->right) || s->left.low == s->right.low) return NULL;
    if (s->left.unit == UNIT_PERCENT) {
        double points = fabs(s->left.low - s->right.low);
        struct quantity p = quantity_exact(points, UNIT_POINTS);
        quantity_write(&p, NULL, out, sizeof out);
        return kept(audit, out);
    }
    const struct quantity *more = s->left.low >= s->right.low ? &s->left : &s->right,
                          *less = more == &s->left ? &s->right : &s->left;
    if (quantity_subtract(more, less, &margin) != QUANTITY_FINE) return NULL;
    return quantity_kept(audit, &margin, NULL);
}

size_t element_comparisons(const struct cc_audit *audit, const struct element_result *r,
                           struct comparison_shown **ret_comparisons)
{
    static const char *const results[] = { "false", "unknown", "true" };
    struct comparison_shown *all = arena_array((struct arena *)(uintptr_t)&audit->arena, r->trail.comparison_count + 1,
                                               sizeof *all);
    if (!all) return 0;
    for (size_t i = 0; i < r->trail.comparison_count; i++) {
        const struct compared_sides *s = &r->trail.comparisons[i];
        all[i] = (struct comparison_shown){ quantity_kept(audit, &s->left, &s->right),
                                            comparison_signs[s->op],
                                            quantity_kept(audit, &s->right, &s->left),
                                            results[s->result.result],
                                            margin_of(audit, s),
                                            s->left_name,
                                            s->right_name };
    }
    *ret_comparisons = all;
    return r->trail.comparison_count;
}

struct showing {
    const struct cc_audit *audit;
    const struct finding *finding;
    struct figure_shown *items;
    size_t count, capacity;
};

static bool is_shown(const struct showing *s, const char *name)
{
    for (size_t i = 0; i < s->count; i++)
        if (!strcmp(s->items[i].name, name)) return true;
    return false;
}

static void show(struct showing *s, const char *name, const struct figure_value *value, const struct quantity *quantity,
                 const char *text)
{
    struct figure_shown *moved = arena_grow((struct arena *)(uintptr_t)&s->audit->arena, s->items, s->count,
                                            &s->capacity, sizeof *moved);
    if (!moved) return;
    s->items = moved;
    s->items[s->count++] = (struct figure_shown){ name, text, value, quantity };
}

/* "A, B and C" */
static const char *items_kept(const struct cc_audit *audit, const struct figure_value *value)
{
    const struct facts *facts = audit->facts;
    struct text t;
    text_init(&t, audit->arena.allocator, (size_t)1 << 20);
    for (uint32_t k = 0; k < value->record_count; k++) {
        if (k) text_string(&t, k + 1 == value->record_count ? " and " : ", ");
        text_string(&t, value->type == VALUE_WORDS ? facts_word_label(facts, value->records[k])
                                                   : facts_name(facts, value->records[k]));
    }
    if (t.failed) ((struct arena *)(uintptr_t)&audit->arena)->failed = true;
    const char *text = kept(audit, t.data ? t.data : "");
    text_free(&t);
    return text;
}

static void show_figure(struct showing *s, unsigned i)
{
    const struct finding *f = s->finding;
    const struct figure_value *value = f->figures ? &f->figures[i] : NULL;
    const char *name = f->rule->figures[i].name;
    if (!value || value->state < 2 || is_shown(s, name)) return;
    if (value->state == 3) show(s, name, value, NULL, "unknown");
    else if (value->type == VALUE_QUANTITY)
        show(s, name, value, &value->quantity, quantity_kept(s->audit, &value->quantity, NULL));
    else if (value->record_count == 1 && value->type == VALUE_RECORDS)
        show(s, name, value, NULL, facts_name(s->audit->facts, value->records[0]));
    else show(s, name, value, NULL, items_kept(s->audit, value));
}

static void show_param(struct showing *s, unsigned i)
{
    const struct finding *f = s->finding;
    if (!f->params || f->params->missing[i] || is_shown(s, f->rule->params[i].name)) return;
    show(s, f->rule->params[i].name, NULL, &f->params->values[i], quantity_kept(s->audit, &f->params->values[i], NULL));
}

static void show_phrase(struct showing *s, const struct phrase *phrase)
{
    for (unsigned i = 0; i < phrase->count; i++) {
        const struct part *part = &phrase->parts[i];
        unsigned type = part->type == PART_PLURAL ? part->plural_type : part->type;
        if (type == PART_FIGURE) show_figure(s, part->index);
        if (type == PART_PARAM) show_param(s, part->index);
    }
}

static void visit_entry(void *ud, const struct trail *trail, const struct trail_entry *entry)
{
    (void)trail;
    if (entry->type == TRAIL_FIGURE) show_figure(ud, entry->more);
}

size_t element_figures(const struct cc_audit *audit, const struct finding *f, const struct element_result *r,
                       struct figure_shown **ret_figures)
{
    struct showing s = { .audit = audit, .finding = f };
    const struct element *e = r->element;
    show_phrase(&s, r->asked && r->truth == NO && e->no.source ? &e->no : &e->text);
    if (e->form == ELEMENT_COMPARE) {
        const struct operand *sides[] = { &e->compare.left, &e->compare.right };
        for (int i = 0; i < 2; i++) {
            if (sides[i]->type == OPERAND_FIGURE) show_figure(&s, sides[i]->index);
            if (sides[i]->type == OPERAND_PARAM) show_param(&s, sides[i]->index);
        }
    }
    for (size_t i = 0; i < r->trail.count; i++) visit_entry(&s, &r->trail, &r->trail.entries[i]);
    *ret_figures = s.items;
    return s.count;
}

static void visit_dated(void *ud, const struct trail *trail, const struct trail_entry *entry)
{
    (void)trail;
    if (entry->dated) *(bool *)ud = true;
}

bool element_is_dated(const struct finding *f, const struct element_result *r)
{
    bool dated = false;
    element_walk(f, r, visit_dated, &dated);
    return dated;
}

size_t finding_basis(const struct cc_audit *audit, const struct finding *f, const struct basis **ret_basis)
{
    const struct rule *rule = f->rule;
    struct basis *all = NULL;
    size_t count = rule->basis_count;
    *ret_basis = rule->basis;
    for (unsigned i = 0; f->params && i < rule->param_count; i++) {
        if (!f->params->sources[i] || f->params->missing[i]) continue;
        if (!all)
            all = arena_array((struct arena *)(uintptr_t)&audit->arena, (size_t)rule->basis_count + rule->param_count,
                              sizeof *all);
        if (!all) break;
        if (count == rule->basis_count) memcpy(all, rule->basis, count * sizeof *all);
        char at[200];
        snprintf(at, sizeof at, "%.80s of that day", rule->params[i].name);
        for (char *c = at; *c; c++)
            if (*c == '_') *c = ' ';
        all[count++] =
            (struct basis){ .source = f->params->sources[i], .at = kept(audit, at), .support = SUPPORT_DIRECT };
        *ret_basis = all;
    }
    return count;
}

size_t finding_open(const struct finding *f, uint16_t *ret_indexes, size_t most)
{
    size_t count = 0;
    if (f->verdict != CC_FLAGGED || !f->unless) return 0;
    for (uint16_t i = 0; i < f->rule->unless_count && count < most; i++)
        if (f->unless[i].asked && f->unless[i].truth == UNKNOWN) ret_indexes[count++] = i;
    return count;
}
