/* evaluate.c - asks one test after another and combines what they say. Absence may clear an element; it proves one only
 * where the rule itself says "as recorded". */
#include "audit/evaluate.h"

#include <stdio.h>
#include <string.h>

enum { MOST_TURNED = 16 }; /* answers by absence that are turned one by one; with more, true cannot be shown to stand */

static bool failed(struct evaluation *e, const char *code, uint32_t line, const char *message)
{
    e->failure.code = code, e->failure.line = line;
    snprintf(e->failure.message, sizeof e->failure.message, "%s", message);
    return false;
}

static bool machine_failed(struct evaluation *e, const struct element *element)
{
    e->failure = *machine_failure(e->machine);
    if (!e->failure.line && element) e->failure.line = element_line(e->rule, element);
    return false;
}

static void settle(struct element_result *r, enum truth truth, enum why why)
{
    r->truth = (uint8_t)truth, r->why = (uint8_t)why, r->asked = true;
}

/* An answer by absence: closed for the accuser, open for the defence. */
static void settle_answer(struct element_result *r, struct answer a, enum test_mode mode)
{
    if (a.truth == NO && a.absent) settle(r, mode == MODE_REBUT ? UNKNOWN : NO, WHY_ABSENCE);
    else if (a.truth == UNKNOWN) settle(r, UNKNOWN, a.absent ? WHY_ABSENCE : WHY_OPEN);
    else settle(r, a.truth, WHY_VALUE);
}

/* ---- data forms ---- */

static bool evaluate_query(struct evaluation *e, const struct element *element, enum test_mode mode,
                           struct element_result *r)
{
    struct query *query;
    bool unknown;
    if (!machine_query(e->machine, &element->query, &r->trail, &query, &unknown)) return machine_failed(e, element);
    if (unknown) {
        settle(r, UNKNOWN, WHY_OPEN);
        return true;
    }
    struct set *set = query_run(query, machine_moment(e->machine), r->trail.arena);
    if (!set) return failed(e, "memory", 0, "no memory was left");
    struct answer answer = element->form == ELEMENT_NONE ? set_none(set, &r->trail) : set_any(set, &r->trail);
    settle_answer(r, answer, mode);
    return true;
}

static bool evaluate_does(struct evaluation *e, const struct element *element, struct element_result *r)
{
    const struct operand *who = &element->does.who;
    uint32_t activity = element->does.activity;
    ref entity = NO_REF;
    if (element->does.own_activity)
        activity = facts_find_word(e->audit->facts, LIST_ACTIVITY, element->does.own_activity,
                                   strlen(element->does.own_activity));
    if (who->type == OPERAND_ROLE) entity = e->finding->subject.roles[who->index].record;
    else {
        const struct figure_value *value = machine_figure(e->machine, who->index);
        if (!value) return machine_failed(e, element);
        trail_figure(&r->trail, who->index);
        if (value->state == 3) {
            settle(r, UNKNOWN, WHY_OPEN);
            return true;
        }
        if (value->single) entity = value->records[0];
    }
    if (entity == NO_REF || ref_kind(entity) != KIND_ENTITY)
        return failed(e, "rule", element_line(e->rule, element), "does asks an entity");
    enum truth truth = group_does(machine_moment(e->machine), ref_row(entity), activity, &r->trail);
    settle(r, truth, truth == UNKNOWN ? WHY_OPEN : WHY_VALUE);
    return true;
}

/* A side of a comparison. *ret_unknown: the figure has no value. */
static bool side_of(struct evaluation *e, const struct element *element, const struct operand *o, struct trail *trail,
                    struct quantity *ret_side, const char **ret_name, bool *ret_unknown)
{
    const struct rule *rule = e->rule;
    if (o->type == OPERAND_PARAM) {
        *ret_name = rule->params[o->index].name;
        *ret_side = e->finding->params->values[o->index];
        e->params_read |= UINT64_C(1) << o->index;
        if (e->finding->params->missing[o->index]) e->out_of_scope = *ret_unknown = true;
        return true;
    }
    *ret_name = rule->figures[o->index].name;
    const struct figure_value *value = machine_figure(e->machine, o->index);
    if (!value) return machine_failed(e, element);
    trail_figure(trail, o->index);
    if (value->state == 3) *ret_unknown = true;
    else if (value->type != VALUE_QUANTITY) {
        char message[160];
        snprintf(message, sizeof message, "the figure '%.60s' is no quantity and cannot be compared", *ret_name);
        return failed(e, "rule", element_line(e->rule, element), message);
    } else *ret_side = value->quantity;
    return true;
}

/* A figure without a value may be anything that the other side can be compared with. */
static void compare_unknown(struct evaluation *e, struct compared_sides *sides, bool left, enum test_mode mode,
                            struct element_result *r)
{
    struct quantity *unknown = left ? &sides->left : &sides->right, *known = left ? &sides->right : &sides->left;
    *unknown = quantity_unknown((enum unit)known->unit);
    memcpy(unknown->currency, known->currency, sizeof unknown->currency);
    sides->result = (struct compared){ .result = UNKNOWN };
    machine_compared(e->machine, sides);
    trail_compare(&r->trail, sides);
    if (sides->result.result != UNKNOWN) settle_answer(r, (struct answer){ sides->result.result, false }, mode);
}

static bool evaluate_compare(struct evaluation *e, const struct element *element, enum test_mode mode,
                             struct element_result *r)
{
    struct compared_sides sides = { .op = element->compare.op };
    bool left = false, right = false; /* unknown */
    if (!side_of(e, element, &element->compare.left, &r->trail, &sides.left, &sides.left_name, &left) ||
        !side_of(e, element, &element->compare.right, &r->trail, &sides.right, &sides.right_name, &right))
        return false;
    settle(r, UNKNOWN, WHY_OPEN);
    if (left != right && !e->out_of_scope) compare_unknown(e, &sides, left, mode, r);
    if (left || right) return true;
    if (sides.left.unit == UNIT_MONEY && sides.right.unit == UNIT_MONEY && sides.left.currency[0] &&
        sides.right.currency[0] && memcmp(sides.left.currency, sides.right.currency, 4)) {
        struct quantity converted;
        if (!money_convert(machine_moment(e->machine).view, &sides.left, sides.right.currency, &converted, &r->trail))
            return true;
        sides.left = converted;
    }
    if (quantity_compare(&sides.left, (enum comparison)sides.op, &sides.right, &sides.result) != QUANTITY_FINE) {
        char message[200];
        snprintf(message, sizeof message, "%s (%s) against %s (%s): these units do not compare", sides.left_name,
                 unit_name((enum unit)sides.left.unit), sides.right_name, unit_name((enum unit)sides.right.unit));
        return failed(e, "rule", element_line(e->rule, element), message);
    }
    machine_compared(e->machine, &sides);
    trail_compare(&r->trail, &sides);
    settle_answer(r, (struct answer){ sides.result.result, sides.result.by_absence }, mode);
    return true;
}

/* ---- functions ---- */

/* Does the answer "true" stand when what absence answered is turned? All at once, then one by one. Where there are more
 * answers than can be turned it does not: one that nobody turned may be what it rests on. */
static bool stands_turned(struct evaluation *e, struct test_call call, uint32_t absences, bool *ret_stands)
{
    struct trail unread;
    struct tested tested;
    trail_init(&unread, &e->audit->arena);
    call.trail = &unread;
    *ret_stands = absences <= MOST_TURNED;
    for (int32_t turn = -2; *ret_stands && turn < (int32_t)absences; turn++) {
        if (turn == -1) {
            if (absences == 1) break; /* all at once was this one */
            continue;
        }
        call.turn = turn;
        if (!machine_test(e->machine, &call, &tested)) return false;
        if (tested.truth != YES) *ret_stands = false;
    }
    return true;
}

static bool evaluate_function(struct evaluation *e, const struct element *element, int function, int list, int each,
                              enum test_mode mode, const char *what, unsigned number, struct element_result *r)
{
    struct test_call call = { .function = function,
                              .mode = mode,
                              .turn = -1,
                              .each_list = list,
                              .each = each,
                              .trail = &r->trail,
                              .what = what,
                              .number = number };
    struct tested tested;
    if (!machine_test(e->machine, &call, &tested)) return machine_failed(e, element);
    if (tested.out_of_scope) e->out_of_scope = true;
    enum why why = tested.truth == UNKNOWN                 ? (tested.unknown_by_absence ? WHY_ABSENCE : WHY_OPEN)
                   : tested.truth == NO && tested.absences ? WHY_ABSENCE
                                                           : WHY_VALUE;
    if (tested.truth == YES && tested.absences) {
        bool stands;
        if (!stands_turned(e, call, tested.absences, &stands)) return machine_failed(e, element);
        if (!stands) tested.truth = UNKNOWN, why = WHY_ABSENCE;
    }
    settle(r, tested.truth, why);
    return true;
}

/* ---- groups ---- */

struct tally {
    unsigned yes, unknown, no_by_absence, open;
};

/* What a group says of its items; with `turned`, what absence denied is taken as there. */
static enum truth group_truth(const struct element *element, const struct tally *t, unsigned count, bool turned)
{
    unsigned yes = t->yes + (turned ? t->no_by_absence : 0), unknown = t->unknown, least = element->least;
    if (element->form == ELEMENT_NONE_OF) return yes ? NO : unknown ? UNKNOWN : YES;
    if (element->form == ELEMENT_ANY) least = 1;
    if (element->form == ELEMENT_ALL) least = count;
    return yes >= least ? YES : yes + unknown >= least ? UNKNOWN : NO;
}

static void settle_group(const struct element *element, struct element_result *r)
{
    struct tally t = { 0 };
    for (unsigned i = 0; i < r->count; i++) {
        const struct element_result *item = &r->items[i];
        if (item->truth == YES) t.yes++;
        else if (item->truth == UNKNOWN) t.unknown++, t.open += item->why == WHY_OPEN;
        else if (item->why == WHY_ABSENCE) t.no_by_absence++;
    }
    enum truth truth = group_truth(element, &t, r->count, false);
    if (truth == YES && group_truth(element, &t, r->count, true) != YES) settle(r, UNKNOWN, WHY_ABSENCE);
    else if (truth == UNKNOWN) settle(r, UNKNOWN, t.open ? WHY_OPEN : WHY_ABSENCE);
    else if (truth == NO && t.no_by_absence && group_truth(element, &t, r->count, true) != NO)
        settle(r, NO, WHY_ABSENCE);
    else settle(r, truth, WHY_VALUE);
}

static bool evaluate_group(struct evaluation *e, const struct element *element, enum test_mode mode, const char *what,
                           unsigned number, struct element_result *r)
{
    bool each = element->form == ELEMENT_EACH;
    r->count = each ? element->each.count : element->group.count;
    r->items = arena_array(&e->audit->arena, r->count, sizeof *r->items);
    if (!r->items) return failed(e, "memory", 0, "no memory was left");
    for (unsigned i = 0; i < r->count; i++) {
        struct element_result *item = &r->items[i];
        if (!each) {
            if (!evaluate_element(e, &element->group.items[i], mode, what, number, item)) return false;
            continue;
        }
        item->element = element, item->each = (uint16_t)(i + 1);
        trail_init(&item->trail, &e->audit->arena);
        if (!evaluate_function(e, element, element->each.function, element->each.list, (int)i + 1, mode, what, number,
                               item))
            return false;
    }
    settle_group(element, r);
    return true;
}

static bool evaluate_form(struct evaluation *e, const struct element *element, enum test_mode mode, const char *what,
                          unsigned number, struct element_result *r)
{
    switch (element->form) {
    case ELEMENT_RECORDED:
    case ELEMENT_NONE: return evaluate_query(e, element, mode, r);
    case ELEMENT_DOES: return evaluate_does(e, element, r);
    case ELEMENT_COMPARE: return evaluate_compare(e, element, mode, r);
    case ELEMENT_TEST: return evaluate_function(e, element, element->function, 0, 0, mode, what, number, r);
    default: return evaluate_group(e, element, mode, what, number, r);
    }
}

bool evaluate_element(struct evaluation *e, const struct element *element, enum test_mode mode, const char *what,
                      unsigned number, struct element_result *r)
{
    uint64_t before = machine_instructions(e->machine);
    r->element = element;
    trail_init(&r->trail, &e->audit->arena);
    if (!evaluate_form(e, element, mode, what, number, r)) return false;
    r->instructions = machine_instructions(e->machine) - before;
    return true;
}

/* ---- a subject ---- */

/* Evaluates a list up to the first false. */
static bool evaluate_list(struct evaluation *e, const struct element *elements, unsigned count, enum test_mode mode,
                          const char *what, bool stops, struct element_result *results, enum truth *ret_all)
{
    *ret_all = YES;
    for (unsigned i = 0; i < count; i++) {
        if (!evaluate_element(e, &elements[i], mode, what, i + 1, &results[i])) return false;
        if (machine_out_of_scope(e->machine)) e->out_of_scope = true; /* a figure of a data form, too */
        *ret_all = truth_and(*ret_all, (enum truth)results[i].truth);
        if (stops && (*ret_all == NO || e->out_of_scope)) return true;
    }
    return true;
}

/* The figures that a sentence of a reported subject names must have a value, though no test asked for them. */
static bool figures_of(struct evaluation *e, const struct phrase *phrase)
{
    for (unsigned i = 0; phrase->figures && i < phrase->count; i++) {
        const struct part *part = &phrase->parts[i];
        bool figure = part->type == PART_FIGURE || (part->type == PART_PLURAL && part->plural_type == PART_FIGURE);
        if (figure && !machine_figure(e->machine, part->index)) return machine_failed(e, NULL);
    }
    return true;
}

static bool figures_of_elements(struct evaluation *e, const struct element_result *results, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        const struct element *element = results[i].element;
        if (!element || results[i].each) continue;
        if (!figures_of(e, &element->text) || !figures_of(e, &element->no)) return false;
        if (!figures_of_elements(e, results[i].items, results[i].count)) return false;
    }
    return true;
}

/* A role that nothing named and nothing read is a mistake: the rule would flag whoever stands there. */
static bool roles_were_used(struct evaluation *e)
{
    uint32_t used = e->rule->roles_named | machine_roles_read(e->machine);
    for (unsigned i = 0; i < e->rule->role_count; i++) {
        if (used >> i & 1) continue;
        char message[200];
        snprintf(message, sizeof message, "no text and no data form names the role '%.60s', and no function read it",
                 e->rule->roles[i]);
        return failed(e, "rule", 0, message);
    }
    return true;
}

static bool evaluate_reported(struct evaluation *e)
{
    const struct rule *rule = e->rule;
    struct finding *f = e->finding;
    return figures_of(e, &rule->title) && figures_of(e, &rule->advice) &&
           figures_of_elements(e, f->applies, rule->apply_count) &&
           figures_of_elements(e, f->elements, rule->element_count) &&
           figures_of_elements(e, f->unless, rule->unless_count) && roles_were_used(e);
}

static bool decide(struct evaluation *e)
{
    const struct rule *rule = e->rule;
    struct finding *f = e->finding;
    enum truth applies, elements, ignored, rebutted = NO;
    f->verdict = CC_OUT_OF_SCOPE;
    if (!evaluate_list(e, rule->applies, rule->apply_count, MODE_PROVE, "applies", true, f->applies, &applies))
        return false;
    if (e->out_of_scope || applies == NO) {
        f->out_of_force = e->out_of_scope;
        return true;
    }
    if (!evaluate_list(e, rule->elements, rule->element_count, MODE_PROVE, "element", true, f->elements, &elements))
        return false;
    if (e->out_of_scope) {
        f->out_of_force = true;
        return true;
    }
    f->verdict = CC_CLEAR;
    if (elements == NO) return figures_of_elements(e, f->elements, rule->element_count);
    if (!evaluate_list(e, rule->unless, rule->unless_count, MODE_REBUT, "unless", false, f->unless, &ignored))
        return false;
    for (unsigned i = 0; i < rule->unless_count; i++) rebutted = truth_or(rebutted, (enum truth)f->unless[i].truth);
    if (e->out_of_scope) f->verdict = CC_OUT_OF_SCOPE, f->out_of_force = true;
    else if (rebutted == YES) f->verdict = CC_REBUTTED;
    else f->verdict = truth_and(applies, elements) == UNKNOWN ? CC_CANNOT_TELL : CC_FLAGGED;
    return f->verdict == CC_OUT_OF_SCOPE || evaluate_reported(e);
}

/* False: it failed, and nothing is said of the rest: what comes after the test that decides may rely on it. */
static bool ask_list(struct evaluation *e, const struct element *elements, unsigned count, enum test_mode mode,
                     const char *what, struct element_result *results)
{
    for (unsigned i = 0; i < count; i++) {
        if (results[i].asked) continue;
        if (!evaluate_element(e, &elements[i], mode, what, i + 1, &results[i])) return results[i].asked = false;
    }
    return figures_of_elements(e, results, count);
}

static void ask_the_rest(struct evaluation *e)
{
    const struct rule *rule = e->rule;
    const struct finding *f = e->finding;
    const struct failure before = e->failure;
    bool out_of_scope = e->out_of_scope;
    if (ask_list(e, rule->applies, rule->apply_count, MODE_PROVE, "applies", f->applies) &&
        ask_list(e, rule->elements, rule->element_count, MODE_PROVE, "element", f->elements))
        ask_list(e, rule->unless, rule->unless_count, MODE_REBUT, "unless", f->unless);
    e->failure = before, e->out_of_scope = out_of_scope;
}

bool evaluate_subject(struct evaluation *e)
{
    struct finding *f = e->finding;
    struct arena *arena = &e->audit->arena;
    size_t count = (size_t)e->rule->apply_count + e->rule->element_count + e->rule->unless_count;
    f->applies = arena_array(arena, count + 1, sizeof *f->applies);
    if (!f->applies) return failed(e, "memory", 0, "no memory was left");
    f->elements = f->applies + e->rule->apply_count, f->unless = f->elements + e->rule->element_count;
    if (!machine_begin_subject(e->machine, e->rule, &f->subject, f->params)) return machine_failed(e, NULL);
    f->moment = machine_moment(e->machine), f->table_moment = machine_table_moment(e->machine);
    bool well = decide(e);
    if (well && e->every_test) ask_the_rest(e);
    f->figures = (struct figure_value *)(uintptr_t)machine_figures(e->machine); /* in the audit's arena */
    if (!machine_end_subject(e->machine) && well) well = machine_failed(e, NULL);
    if (well && arena->failed) well = failed(e, "memory", 0, "no memory was left");
    return well;
}
