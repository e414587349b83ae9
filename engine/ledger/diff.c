/* diff.c - see diff.h. */
#include "ledger/diff.h"

#include <stdlib.h>

/* ---- facts ---- */

static void add_facts(struct cc_diff *d, struct difference *x, const struct side_fact *was, const struct side_fact *now)
{
    struct fact_difference *moved = arena_grow(&d->arena, x->facts, x->fact_count, &x->fact_capacity, sizeof *moved);
    if (!moved) return;
    x->facts = moved;
    x->facts[x->fact_count++] = (struct fact_difference){ was, now, false };
}

/* Was the test that cites the fact asked of the other side, too? */
static bool was_asked(const struct side_finding *other, const struct side_fact *fact)
{
    return fact->test < other->asked[fact->list];
}

/* Both sorted by key: one walk. Of two values of one key (claims read apart) the first of each stands for them. */
static void compare_facts(struct cc_diff *d, struct difference *x, const struct side_finding *was,
                          const struct side_finding *now)
{
    size_t i = 0, k = 0;
    while (i < was->fact_count || k < now->fact_count) {
        const struct side_fact *a = i < was->fact_count ? &was->facts[i] : NULL,
                               *b = k < now->fact_count ? &now->facts[k] : NULL;
        int order = !a ? 1 : !b ? -1 : fact_order(a, b);
        if (order < 0 && was_asked(now, a)) add_facts(d, x, a, NULL);
        if (order > 0 && was_asked(was, b)) add_facts(d, x, NULL, b);
        if (!order && strcmp(a->value, b->value) != 0) add_facts(d, x, a, b);
        i += order <= 0, k += order >= 0;
    }
}

/* What any finding of the audit cites under the key of this fact; NULL: nothing. */
static const struct side_fact *cited(const struct cc_side *s, const struct side_fact *fact)
{
    for (size_t i = 0; i < s->finding_count; i++) {
        const struct side_finding *f = &s->findings[i];
        size_t low = 0, high = f->fact_count;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (fact_order(&f->facts[middle], fact) < 0) low = middle + 1;
            else high = middle;
        }
        if (low < f->fact_count && fact_order(&f->facts[low], fact) == 0) return &f->facts[low];
    }
    return NULL;
}

static void compare_alone(struct cc_diff *d, struct difference *x, const struct side_finding *f,
                          const struct cc_side *other, bool was)
{
    for (size_t i = 0; i < f->fact_count; i++) {
        const struct side_fact *mine = &f->facts[i], *theirs = cited(other, mine);
        if (theirs && strcmp(mine->value, theirs->value) == 0) continue;
        add_facts(d, x, was ? mine : theirs, was ? theirs : mine);
        if (x->fact_count) x->facts[x->fact_count - 1].unasked = !theirs && !other->whole;
    }
}

/* ---- findings ---- */

static bool is_kept(const struct side_finding *f) { return f && f->verdict <= CC_REBUTTED; }

/* Why a finding of this rule could not be in the audit; NULL: it could. */
static const char *not_run(const struct cc_side *s, const char *rule)
{
    const struct side_rule *r = side_rule(s, rule);
    if (!r) return "no such rule";
    return r->verdict == CC_FAILED || r->verdict == CC_NOT_SELECTED ? verdict_names[r->verdict] : NULL;
}

static struct difference *add_item(struct cc_diff *d, struct difference x)
{
    struct difference *moved = arena_grow(&d->arena, d->items, d->count, &d->capacity, sizeof *moved);
    if (!moved) return NULL;
    d->items = moved;
    d->counts[x.type]++;
    d->items[d->count] = x;
    return &d->items[d->count++];
}

/* Both sides where both have it, be it clear on one of them. */
static void compare_pair(struct cc_diff *d, const struct side_finding *was, const struct side_finding *now)
{
    bool had = is_kept(was), has = is_kept(now);
    const struct side_finding *either = had ? was : now;
    struct difference x = { .was = had ? was : NULL, .now = has ? now : NULL };
    if (!either || (!had && !has)) return;
    const char *why = not_run(had ? d->now : d->old, either->rule);
    if (had && has && was->verdict == now->verdict && was->severity == now->severity &&
        strcmp(was->proof, now->proof) == 0) {
        d->same++;
        return;
    }
    x.type = had && has ? DIFFERENCE_CHANGED : why ? DIFFERENCE_UNCOMPARED : had ? DIFFERENCE_GONE : DIFFERENCE_NEW;
    if (x.type == DIFFERENCE_UNCOMPARED) x.why = why, x.in_old = had;
    struct difference *item = add_item(d, x);
    if (!item || x.type == DIFFERENCE_UNCOMPARED) return;
    if (was && now) compare_facts(d, item, was, now);
    else compare_alone(d, item, either, had ? d->now : d->old, had);
}

static const struct side_finding *of(const struct difference *x) { return x->now ? x->now : x->was; }

static int by_weight(const void *a, const void *b)
{
    const struct difference *x = a, *y = b;
    if (x->type != y->type) return x->type < y->type ? -1 : 1;
    if (of(x)->severity != of(y)->severity) return of(x)->severity > of(y)->severity ? -1 : 1;
    return side_order(of(x), of(y));
}

cc_diff *cc_diff_new(const cc_side *old, const cc_side *now)
{
    cc_engine *engine = now->engine;
    cc_diff *d = engine->allocator->allocate(engine->allocator->ud, NULL, 0, sizeof *d);
    if (!d) return ledger_no_memory(engine), NULL;
    *d = (cc_diff){ .old = old, .now = now };
    arena_init(&d->arena, engine->allocator, 0);
    size_t i = 0, k = 0;
    while (i < old->finding_count || k < now->finding_count) {
        const struct side_finding *was = i < old->finding_count ? &old->findings[i] : NULL,
                                  *is = k < now->finding_count ? &now->findings[k] : NULL;
        int order = !was ? 1 : !is ? -1 : side_order(was, is);
        compare_pair(d, order > 0 ? NULL : was, order < 0 ? NULL : is);
        i += order <= 0, k += order >= 0;
    }
    if (!d->arena.failed) {
        if (d->count) qsort(d->items, d->count, sizeof *d->items, by_weight);
        return d;
    }
    cc_diff_free(d);
    return ledger_no_memory(engine), NULL;
}

void cc_diff_free(cc_diff *d)
{
    if (!d) return;
    const cc_allocator *allocator = d->now->engine->allocator;
    arena_free(&d->arena);
    allocator->allocate(allocator->ud, d, sizeof *d, 0);
}

size_t cc_diff_count(const cc_diff *d) { return d->count; }
bool cc_diff_incomplete(const cc_diff *d) { return d->old->incomplete || d->now->incomplete; }
