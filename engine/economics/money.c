/* Money that one undertaking has put into another: the latest cumulative record and what came after it. */
#include "economics/money.h"

#include <math.h>
#include <string.h>

#include "economics/asked.h"

static const double WORK = 1e7; /* records times candidates; beyond, nothing is claimed */

enum firm_status { FIRM_ANNOUNCED, FIRM_UNKNOWN, FIRM_COMMITTED, FIRM_PAID };

/* One investment, as far as it counts for the field asked. */
struct payment {
    uint32_t row;
    struct quantity money;
    struct days from;
    enum firm_status status;
    bool sure;       /* surely happened, surely committed or paid */
    bool cumulative; /* the sum of all so far */
    bool whole;      /* and of this field: it replaces what came before */
    bool perhaps;    /* whether it is the sum of all so far is null: a sum of its own, or that */
    bool by_amount;  /* paid, told from the amount */
    bool used;
    bool foreign; /* no rate converts what it says */
    double floor; /* cumulative, silent on the amount: at least this was paid, so committed */
};

static bool stated(const struct cell *c) { return c->state == CELL_VALUE || c->state == CELL_CLAIMS; }

static enum firm_status status_of(const struct facts *f, uint32_t row)
{
    const struct cell *c = cell_of(f, KIND_INVESTMENT, row, INVESTMENT_STATUS);
    if (c->state != CELL_VALUE) return FIRM_UNKNOWN;
    if (c->word == listed_word(LIST_MONEY_STATUS, "paid")) return FIRM_PAID;
    if (c->word == listed_word(LIST_MONEY_STATUS, "committed")) return FIRM_COMMITTED;
    return c->word == listed_word(LIST_MONEY_STATUS, "announced") ? FIRM_ANNOUNCED : FIRM_UNKNOWN;
}

static bool alike(const struct quantity *a, const struct quantity *b)
{
    return !*a->currency || !*b->currency || strcmp(a->currency, b->currency) == 0;
}

/* Committed: the amount, and no less than what was paid of it. A cumulative record without an amount says nothing new of
 * it, but that at least what was paid is committed. */
static void set_committed(struct payment *p, const struct cell *amount, struct quantity part)
{
    if (p->cumulative && amount->state == CELL_ABSENT) {
        p->floor = part.low;
        memcpy(p->money.currency, part.currency, sizeof part.currency);
        return;
    }
    p->whole = p->cumulative;
    if (!alike(&p->money, &part) || part.low <= p->money.low) return;
    p->money = quantity_money(part.low, fmax(p->money.high, part.low), part.currency);
}

/* Paid: that field, and no more than the amount; where it is absent, all of the amount if that is paid, else some. */
static void set_paid(struct payment *p, const struct cell *amount, const struct cell *paid, struct quantity part)
{
    if (paid->state != CELL_ABSENT) {
        struct quantity most = p->money;
        p->money = part;
        p->whole = p->cumulative;
        if (stated(paid) || !stated(amount)) return;
        p->money = quantity_money(0, most.high, most.currency);
        p->by_amount = true;
    } else {
        p->by_amount = true;
        p->whole = p->cumulative && (p->status == FIRM_PAID || p->status == FIRM_UNKNOWN) &&
                   amount->state != CELL_ABSENT;
        if (p->status != FIRM_PAID && !p->whole) p->money.low = 0;
    }
}

static struct payment payment_of(const struct facts *f, uint32_t row, bool sure, bool paid)
{
    const struct cell *amount = cell_of(f, KIND_INVESTMENT, row, INVESTMENT_AMOUNT);
    const struct cell *handed = cell_of(f, KIND_INVESTMENT, row, INVESTMENT_PAID);
    const struct cell *flag = cell_of(f, KIND_INVESTMENT, row, INVESTMENT_CUMULATIVE);
    struct payment p = { .row = row, .money = money_of(f, amount), .status = status_of(f, row) };
    struct quantity part = stated(handed) ? money_of(f, handed) : quantity_range(0, paid ? INFINITY : 0, UNIT_MONEY);
    p.sure = sure && p.status >= FIRM_COMMITTED;
    p.cumulative = flag->state == CELL_VALUE && flag->flag;
    p.perhaps = flag->state == CELL_NULL;
    const struct cell *from = cell_of(f, KIND_INVESTMENT, row, INVESTMENT_FROM);
    bool dated = from->state == CELL_VALUE || from->state == CELL_CLAIMS;
    p.from = dated ? from->date : (struct days){ DAY_MIN, DAY_MAX };
    if (paid) set_paid(&p, amount, handed, part);
    else set_committed(&p, amount, part);
    return p;
}

/* A record that is cumulative, but not in this field: the money before it is part of its sum. */
static void add_silent(const struct payment *all, uint32_t count, const struct payment *base, const struct payment *p,
                       bool paid, double *low, double *high)
{
    double before_low = 0, before_high = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct payment *q = &all[i];
        if (q == p || (q->cumulative && q != base) || q->from.high > p->from.low) continue;
        if (base && q != base && q->from.high <= base->from.low) continue;
        if (q->sure) before_low += q->money.low;
        before_high += q->money.high;
    }
    if (paid) { /* all that was paid by then is within what was committed by then */
        *high += fmax(0, p->money.high - before_low);
    } else if (p->foreign) {
        *high += INFINITY;
    } else if (before_low < p->floor || p->floor == 0) {
        if (p->sure) *low += fmax(0, p->floor - before_high);
        if (p->floor > 0 || before_low == 0) *high += INFINITY;
    }
}

/* The sum if `base` (NULL: none) is the latest cumulative record: it, and what came later. A sum of all so far is no less
 * than any of them, which tells where nobody knows whether it is one. */
static struct quantity total_from(struct payment *all, uint32_t count, const struct payment *base, bool paid)
{
    double low = 0, high = 0, largest = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct payment *p = &all[i];
        bool before = base && p->from.high <= base->from.low, after = !base || p->from.low > base->from.high;
        if (base && base->perhaps && p->sure && !p->perhaps) largest = fmax(largest, p->money.low);
        if (p != base && (p->whole || before)) continue;
        p->used = true;
        if (p != base && p->cumulative) {
            add_silent(all, count, base, p, paid, &low, &high);
            continue;
        }
        if (p == base || (p->sure && after)) low += p->money.low;
        high += p->money.high;
    }
    low = fmax(low, largest);
    return quantity_range(low, fmax(low, high), UNIT_MONEY);
}

/* Over every record that may be the latest cumulative one; announced money only raises the high. */
static struct quantity total(struct payment *all, uint32_t count, bool paid)
{
    uint32_t latest = UINT32_MAX, bases = 0, silent = 0; /* latest: of those that surely count */
    for (uint32_t i = 0; i < count; i++) {
        all[i].used = false;
        if (all[i].cumulative && !all[i].whole) silent++;
        if (!all[i].whole || !all[i].sure) continue;
        if (latest == UINT32_MAX || all[i].from.low >= all[latest].from.low) latest = i;
    }
    struct quantity sum = { .unit = UNIT_MONEY };
    bool first = true;
    for (uint32_t i = 0; i <= count; i++) {
        struct payment *base = i < count ? &all[i] : NULL, *last = latest == UINT32_MAX ? NULL : &all[latest];
        if (base ? !base->whole && !base->perhaps : last != NULL) continue;
        if (base && last && base != last) {
            if (base->from.high < last->from.low) continue; /* of one day, both may be it */
        }
        if ((double)count * (++bases + silent) > WORK) return quantity_range(0, INFINITY, UNIT_MONEY);
        struct quantity one = total_from(all, count, base, paid);
        sum.high = fmax(sum.high, one.high);
        if (base && base->status == FIRM_ANNOUNCED) continue;
        sum.low = first ? one.low : fmin(sum.low, one.low);
        first = false;
    }
    return sum;
}

/* In the currency that most have, of as many in the last by name: neither the order of the file nor what the amounts come
 * to decides it. What no rate converts may be any amount; the rate is a need. */
static void in_one_currency(const struct view *v, struct payment *all, uint32_t count, struct trail *trail,
                            char ret_currency[4])
{
    uint32_t most = 0;
    memset(ret_currency, 0, 4);
    for (uint32_t i = 0; i < count; i++) {
        const char *currency = all[i].money.currency;
        uint32_t n = 0;
        if (!all[i].used || !*currency || !strcmp(currency, ret_currency)) continue;
        for (uint32_t j = 0; j < count; j++) n += all[j].used && !strcmp(all[j].money.currency, currency);
        if (n < most || (n == most && strcmp(currency, ret_currency) < 0)) continue;
        most = n;
        memcpy(ret_currency, currency, 4);
    }
    for (uint32_t i = 0; i < count; i++) {
        struct payment *p = &all[i];
        if (!p->used || !*p->money.currency) continue;
        struct quantity floor = quantity_money(p->floor, p->floor, p->money.currency);
        if (!money_convert(v, &p->money, ret_currency, &p->money, trail)) {
            p->money = quantity_range(0, INFINITY, UNIT_MONEY);
            p->foreign = true, p->floor = 0;
        } else if (p->floor > 0 && money_convert(v, &floor, ret_currency, &floor, NULL)) {
            p->floor = floor.low;
        }
    }
}

static void read_payments(const struct facts *f, const struct set *set, const struct payment *all, uint32_t count,
                          bool paid, struct trail *trail)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct payment *p = &all[i];
        ref record = ref_make(KIND_INVESTMENT, p->row);
        if (!p->used) continue;
        trail_match(trail, record, set->query);
        trail_read(trail, record, paid && !p->by_amount ? INVESTMENT_PAID : INVESTMENT_AMOUNT);
        if (paid && p->by_amount && p->status != FIRM_PAID) trail_read(trail, record, INVESTMENT_PAID);
        if (p->status == FIRM_UNKNOWN) trail_read(trail, record, INVESTMENT_STATUS);
        ref open;
        enum field why;
        bool undated = cell_is_inexact(INVESTMENT_FROM, cell_of(f, KIND_INVESTMENT, p->row, INVESTMENT_FROM));
        if (undated && count > 1) trail_read(trail, record, INVESTMENT_FROM);
        if (p->perhaps && count > 1) trail_need(trail, record, INVESTMENT_CUMULATIVE);
        if (view_force_need(set->moment.view, KIND_INVESTMENT, p->row, &open, &why)) trail_need(trail, open, why);
    }
}

static struct quantity invested(struct moment m, const struct set *set, bool paid, struct trail *trail,
                                struct arena *arena)
{
    const struct facts *f = m.view->facts;
    uint32_t count = set->sures + set->maybes;
    struct payment *all = arena_array(arena, count, sizeof *all);
    if (!all) return quantity_unknown(UNIT_MONEY);
    for (uint32_t i = 0; i < count; i++) all[i] = payment_of(f, set->rows[i], i < set->sures, paid);
    char currency[4];
    total(all, count, paid); /* marks what is used, before anything is converted */
    read_payments(f, set, all, count, paid, trail);
    in_one_currency(m.view, all, count, trail, currency);
    struct quantity sum = total(all, count, paid);
    memcpy(sum.currency, currency, sizeof currency);
    return sum;
}

struct quantity money_invested(struct moment m, uint32_t investor, uint32_t target, bool paid, struct trail *trail)
{
    struct arena arena;
    struct quantity sum = quantity_unknown(UNIT_MONEY);
    arena_init(&arena, m.view->facts->allocator, 0);
    struct set *set = ask_between(m, KIND_INVESTMENT, INVESTMENT_INVESTOR, investor, INVESTMENT_TARGET, target, trail,
                                  &arena);
    sum.open_above = true;
    if (set && set->sures + set->maybes == 0) {
        trail_absent(trail, set->query, set->of, set->complete, false);
        sum = quantity_range(0, 0, UNIT_MONEY);
    } else if (set) {
        sum = invested(m, set, paid, trail, &arena);
    }
    sum.open_above = !set || set->complete < 0;
    if (set && set->complete >= 0) trail_complete(trail, (uint32_t)set->complete);
    scratch_end(&arena, trail);
    return sum;
}
