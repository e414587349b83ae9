/* missing.c - which facts settle an undecided finding, tried value by value. */
#include "audit/missing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/clears_inside.h"
#include "audit/trails.h"

enum { MOST_FACTS = 12, MOST_HALVINGS = 60, PERCENT_EXPONENT = -1, MONEY_EXPONENT = 6, YEARS_BACK = 10 };

struct asking { /* for one finding and one fact */
    struct cc_audit *audit;
    struct what_if *w;
    struct decision *d;
    uint8_t currency; /* in the case's own list; 0: none */
    int exponent;     /* of a number: it is a multiple of that power of ten */
};
enum side { SIDE_OPEN, SIDE_FLAGGED, SIDE_CLEARED };

static enum side side_of(cc_verdict v)
{
    return v == CC_FLAGGED ? SIDE_FLAGGED : verdict_clears(v) ? SIDE_CLEARED : SIDE_OPEN;
}

/* ---- one value ---- */

static bool write_value(struct asking *a, const struct fact_value *value)
{
    const struct decision *d = a->d;
    unsigned type = model_fields[d->field].type;
    if (type == TYPE_WORDS) return overlay_items(a->w->overlay, d->record, d->field, &value->word, 1);
    struct cell *c = overlay_cell(a->w->overlay, d->record, d->field);
    if (!c) return false;
    c->state = CELL_VALUE;
    if (type == TYPE_WORD) c->word = value->word;
    else if (type == TYPE_FLAG) c->flag = value->flag;
    else if (type == TYPE_DATE) c->date = (struct days){ (int32_t)value->number, (int32_t)value->number };
    else c->number.low = c->number.high = value->number, c->currency = a->currency;
    return true;
}

static cc_verdict verdict_with(struct asking *a, struct fact_value value)
{
    cc_verdict verdict = CC_VERDICTS;
    if (write_value(a, &value)) verdict = what_if_verdict(a->w, a->d->finding);
    else a->w->no_memory = true;
    overlay_clear(a->w->overlay);
    return verdict;
}

/* ---- words and flags ---- */

static void note_word(struct decision *d, struct fact_value value, cc_verdict verdict)
{
    enum side side = side_of(verdict);
    if (side == SIDE_OPEN) return;
    unsigned at = side == SIDE_FLAGGED ? 0 : 1;
    if (d->verdicts[at] != CC_CANNOT_TELL) return;
    d->values[at] = value, d->verdicts[at] = (uint8_t)verdict;
}

static void try_words(struct asking *a)
{
    struct decision *d = a->d;
    const struct list_info *list = &model_lists[model_fields[d->field].list];
    bool open = true;
    for (unsigned i = 0; i < list->count && open; i++) {
        struct fact_value value = { .word = (uint32_t)(list->first + i) };
        note_word(d, value, verdict_with(a, value));
        open = d->verdicts[0] == CC_CANNOT_TELL || d->verdicts[1] == CC_CANNOT_TELL;
    }
}

static void try_flags(struct asking *a)
{
    for (int i = 1; i >= 0; i--) {
        struct fact_value value = { .flag = i };
        note_word(a->d, value, verdict_with(a, value));
    }
}

/* ---- numbers and dates ---- */

static double at_step(const struct asking *a, double k)
{
    return model_fields[a->d->field].type == TYPE_DATE ? k : on_grid(k, a->exponent);
}

static cc_verdict verdict_at(struct asking *a, double k)
{
    return verdict_with(a, (struct fact_value){ .number = at_step(a, k) });
}

/* How far the side reaches from one end towards the other, which is not on it. */
static double reach(struct asking *a, double from, double to, enum side side)
{
    for (int i = 0; i < MOST_HALVINGS && fabs(to - from) > 1; i++) {
        double middle = floor((from + to) / 2);
        if (side_of(verdict_at(a, middle)) == side) from = middle;
        else to = middle;
    }
    return from;
}

static void settle(struct decision *d, unsigned at, double value, cc_verdict verdict)
{
    d->values[at].number = value, d->verdicts[at] = (uint8_t)verdict;
}

/* Between the two ends: up to where the lower one's answer holds, and from where the upper one's does. */
static void try_between(struct asking *a, double low, double high)
{
    cc_verdict lowest = verdict_at(a, low), highest = verdict_at(a, high);
    enum side lower = side_of(lowest), upper = side_of(highest);
    if (lower == upper) return;
    double to = low, from = high;
    if (lower != SIDE_OPEN) to = reach(a, low, high, lower);
    if (upper != SIDE_OPEN) {
        bool next = lower != SIDE_OPEN && (to + 1 >= high || side_of(verdict_at(a, to + 1)) == upper);
        from = next ? to + 1 : reach(a, high, to, upper);
    }
    if (lower != SIDE_OPEN) settle(a->d, 0, at_step(a, to), verdict_at(a, to));
    if (upper != SIDE_OPEN) settle(a->d, 1, at_step(a, from), verdict_at(a, from));
    a->d->adjacent = lower != SIDE_OPEN && upper != SIDE_OPEN && from - to <= 1;
}

/* ---- the recorded thresholds ---- */

struct lines {
    struct asking *a;
    double low, high;
    bool found;
};

/* A line within the range of the fact: does the answer change just there? */
static void try_line(struct lines *l, const struct quantity *line)
{
    struct asking *a = l->a;
    double value = line->low, step = model_fields[a->d->field].unit == UNIT_PERCENT ? 0.1 : 1;
    if (l->found || !quantity_is_exact(line) || value < l->low || value > l->high) return;
    double below = step < 1 ? round((value - step) * 10) / 10 : value - step,
           above = step < 1 ? round((value + step) * 10) / 10 : value + step;
    cc_verdict at = verdict_with(a, (struct fact_value){ .number = value });
    if (side_of(at) == SIDE_OPEN) return;
    for (unsigned side = 0; side < 2 && !l->found; side++) { /* the line is the lowest above, or the highest below */
        double other = side ? below : above;
        if (other < l->low || other > l->high) continue;
        cc_verdict there = verdict_with(a, (struct fact_value){ .number = other });
        if (side_of(there) == SIDE_OPEN || side_of(there) == side_of(at)) continue;
        settle(a->d, side, value, at), settle(a->d, !side, other, there);
        a->d->adjacent = a->d->at_line = l->found = true, a->d->line = side;
    }
}

static bool fits(const struct asking *a, const struct quantity *q)
{
    const struct decision *d = a->d;
    unsigned unit = model_fields[d->field].unit;
    if (unit == UNIT_MONEY && !*d->currency) return q->unit == UNIT_COUNT;
    return q->unit == unit && (unit != UNIT_MONEY || !strcmp(q->currency, d->currency));
}

static void visit_line(void *ud, const struct trail *trail, const struct trail_entry *entry)
{
    struct lines *l = ud;
    if (entry->type != TRAIL_COMPARE) return;
    const struct compared_sides *s = &trail->comparisons[entry->more];
    if (s->result.result != UNKNOWN) return;
    if (fits(l->a, &s->right)) try_line(l, &s->right);
    if (fits(l->a, &s->left)) try_line(l, &s->left);
}

static void visit_element(void *ud, const struct element_result *r)
{
    struct lines *l = ud;
    if (r->truth == UNKNOWN) element_walk(l->a->d->finding, r, visit_line, l);
}

/* ---- a currency for an amount that has none ---- */

struct money_of {
    const struct facts *facts;
    const struct finding *finding;
    char currency[4]; /* "": none yet */
};

static void take_currency(struct money_of *m, const char currency[4])
{
    if (!*m->currency) memcpy(m->currency, currency, sizeof m->currency);
}

static void visit_money(void *ud, const struct trail *trail, const struct trail_entry *entry)
{
    struct money_of *m = ud;
    if (entry->type == TRAIL_READ && model_fields[entry->field].unit == UNIT_MONEY)
        take_currency(m, m->facts->currencies[cell_in(m->facts, entry->record, (enum field)entry->field)->currency]);
    if (entry->type != TRAIL_COMPARE) return;
    take_currency(m, trail->comparisons[entry->more].left.currency);
    take_currency(m, trail->comparisons[entry->more].right.currency);
}
static void visit_element_money(void *ud, const struct element_result *r)
{
    struct money_of *m = ud;
    element_walk(m->finding, r, visit_money, m);
}

/* The one that it has, else the first in which the finding's other amounts are told or compared. False: none. */
static bool find_currency(struct asking *a)
{
    struct decision *d = a->d;
    const struct facts *f = a->audit->facts;
    struct money_of money = { .facts = f, .finding = d->finding };
    take_currency(&money, f->currencies[cell_in(f, d->record, d->field)->currency]);
    finding_walk(d->finding, visit_element_money, &money);
    if (f->currency_count == 2) take_currency(&money, f->currencies[1]);
    if (!*money.currency) return false;
    a->currency = overlay_currency(a->w->overlay, money.currency);
    memcpy(d->currency, money.currency, sizeof d->currency);
    return a->currency > 0;
}

/* ---- one fact ---- */

static bool has_currency(const struct facts *f, const struct decision *d)
{
    if (model_fields[d->field].unit != UNIT_MONEY) return false;
    if (d->field != FINANCIAL_AMOUNT) return true;
    const struct cell *metric = cell_of(f, KIND_FINANCIAL, ref_row(d->record), FINANCIAL_METRIC);
    const char *name = metric->state == CELL_VALUE ? facts_word(f, metric->word) : "";
    return strcmp(name, "users") && strcmp(name, "business-users");
}

static void try_number(struct asking *a)
{
    struct decision *d = a->d;
    const struct facts *f = a->audit->facts;
    const struct cell *c = cell_in(f, d->record, d->field);
    double low, high;
    number_bounds(f, a->audit->view, d->record, d->field, &low, &high);
    if (has_currency(f, d) && !find_currency(a)) return;
    low = fmax(low, c->number.low), high = fmin(high, c->number.high); /* a range is known that far */
    bool percent = model_fields[d->field].unit == UNIT_PERCENT;
    a->exponent = percent ? PERCENT_EXPONENT : *d->currency ? MONEY_EXPONENT : 0;
    struct lines lines = { .a = a, .low = low, .high = high };
    finding_walk(d->finding, visit_element, &lines);
    double unit = pow(10, a->exponent);
    if (!lines.found && ceil(low / unit - 1e-6) < floor(high / unit + 1e-6))
        try_between(a, ceil(low / unit - 1e-6), floor(high / unit + 1e-6));
}

/* Whether it had come by the as-of day, or was over before it, and within what is known of it. */
static void try_date(struct asking *a)
{
    struct decision *d = a->d;
    int32_t day = a->audit->as_of, low = day - YEARS_BACK * 366, high = day + 1;
    const struct cell *c = cell_in(a->audit->facts, d->record, d->field);
    if (c->state >= CELL_VALUE) {
        if (c->date.low > low) low = c->date.low;
        if (c->date.high < high) high = c->date.high;
    }
    const struct kind_info *info = model_kind(ref_kind(d->record));
    const struct cell *from = cell_in(a->audit->facts, d->record, (enum field)info->from);
    if (d->field != info->from && from->state >= CELL_VALUE && from->date.high > low) low = from->date.high;
    if (low < high) try_between(a, low, high);
}

/* Its measurements are tied by these: another value would be another series. */
static bool is_series(enum field field)
{
    const struct field_info *info = &model_fields[field];
    return field == MARKET_MEASURE || (info->is_key && model_kind((enum kind)info->kind)->time == TIME_MEASUREMENT);
}

static void try_fact(struct asking *a)
{
    struct decision *d = a->d;
    d->verdicts[0] = d->verdicts[1] = CC_CANNOT_TELL;
    if (is_series(d->field)) return;
    switch (model_fields[d->field].type) {
    case TYPE_WORD:
    case TYPE_WORDS: try_words(a); break;
    case TYPE_FLAG: try_flags(a); break;
    case TYPE_NUMBER:
    case TYPE_MONEY:
    case TYPE_AMOUNT: try_number(a); break;
    case TYPE_DATE: try_date(a); break;
    default: return;
    }
    enum side one = side_of((cc_verdict)d->verdicts[0]), other = side_of((cc_verdict)d->verdicts[1]);
    d->both = one != SIDE_OPEN && other != SIDE_OPEN && one != other;
}

static bool find_missing(struct cc_audit *audit, struct what_if *w, struct finding *f)
{
    struct need *needs;
    size_t count = finding_needs(audit, f, &needs), tried = 0;
    struct missing *m = arena_take(&audit->arena, sizeof *m);
    if (!m || !(m->items = arena_array(&audit->arena, MOST_FACTS, sizeof *m->items))) return false;
    m->together[0] = m->together[1] = CC_CANNOT_TELL;
    w->in_vain = false;
    for (size_t i = 0; i < count && tried < MOST_FACTS; i++) {
        if (needs[i].record == NO_REF || needs[i].field == NO_FIELD) continue;
        struct decision *d = &m->items[m->count];
        *d = (struct decision){ .finding = f, .record = needs[i].record, .field = needs[i].field };
        struct asking a = { .audit = audit, .w = w, .d = d };
        try_fact(&a), tried++;
        if (w->in_vain) break; /* half an answer is none */
        if (d->verdicts[0] != CC_CANNOT_TELL || d->verdicts[1] != CC_CANNOT_TELL) m->count++;
    }
    if (!m->count && !w->in_vain) missing_find_lines(audit, w, f, m);
    m->stopped = w->in_vain;
    f->missing = m;
    return !w->no_memory && !audit->arena.failed;
}

const struct decision *finding_decision(const struct finding *f, ref record, enum field field)
{
    for (size_t i = 0; f->missing && i < f->missing->count; i++)
        if (f->missing->items[i].record == record && f->missing->items[i].field == field) return &f->missing->items[i];
    return NULL;
}

/* ---- over all findings ---- */

struct ranking {
    struct arena *arena;
    struct fact_to_find *facts;
    size_t count, capacity;
};

/* The findings come in order of severity, and so do the facts of equal weight. */
static void rank_decision(struct ranking *r, const struct decision *d, size_t most)
{
    for (size_t i = 0; i < r->count; i++)
        if (r->facts[i].record == d->record && r->facts[i].field == d->field) {
            r->facts[i].decisions[r->facts[i].count++] = d;
            return;
        }
    struct fact_to_find *moved = arena_grow(r->arena, r->facts, r->count, &r->capacity, sizeof *moved);
    const struct decision **decisions = arena_array(r->arena, most, sizeof *decisions);
    if (!moved || !decisions) return;
    r->facts = moved;
    decisions[0] = d;
    r->facts[r->count++] = (struct fact_to_find){ d->record, d->field, 1, decisions };
}

static void rank_facts(struct cc_audit *audit)
{
    struct ranking r = { .arena = &audit->arena };
    size_t undecided = audit->totals[CC_CANNOT_TELL] + 1;
    for (size_t i = 0; i < audit->finding_count; i++) {
        const struct missing *m = audit->findings[i]->missing;
        for (size_t k = 0; m && k < m->count; k++)
            if (m->items[k].both) rank_decision(&r, &m->items[k], undecided);
    }
    for (size_t i = 1; i < r.count; i++) { /* stable */
        struct fact_to_find fact = r.facts[i];
        size_t at = i;
        for (; at > 0 && r.facts[at - 1].count < fact.count; at--) r.facts[at] = r.facts[at - 1];
        r.facts[at] = fact;
    }
    audit->to_find = r.facts, audit->to_find_count = r.count;
}

bool missing_find(struct cc_audit *audit, struct what_if *w)
{
    for (size_t i = 0; i < audit->finding_count; i++)
        if (audit->findings[i]->verdict == CC_CANNOT_TELL && !find_missing(audit, w, audit->findings[i])) return false;
    rank_facts(audit);
    return !audit->arena.failed;
}
