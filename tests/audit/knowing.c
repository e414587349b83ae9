/* knowing.c - see knowing.h. */
#include "audit/knowing.h"
#include "base/random.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/editing.h"

#define PICK(SEED, LIST) ((LIST)[random_below(SEED, (unsigned)(sizeof(LIST) / sizeof *(LIST)))])
static bool one_in(uint64_t *seed, unsigned n) { return random_below(seed, n) == 0; }

struct site {
    ref record;
    enum field field;
    const struct cell *cell;
};

/* What decides who controls whom is taken as recorded: not to be touched. */
static bool decides_control(const struct facts *f, ref record, enum field field)
{
    if (field == ENTITY_FORM || field == HOLDING_CONTROL || field == HOLDING_VOTES) return true;
    if (field != HOLDING_FROM && field != HOLDING_TO) return false;
    const struct cell *control = cell_of(f, KIND_HOLDING, ref_row(record), HOLDING_CONTROL);
    return control->state != CELL_VALUE || !strcmp(facts_word(f, control->word), "sole");
}

static bool may_change(const struct facts *f, ref record, enum field field)
{
    const struct field_info *info = &model_fields[field];
    enum kind kind = ref_kind(record);
    /* These say which shares stand together, and what they leave to the others: taken as recorded too. */
    if (field == MARKET_TABLE || field == SHARE_TABLE || field == SHARE_MEASURE) return false;
    /* Known gap: of a deal whose day of closing is a range the earliest table is taken, not all that may count. */
    if (field == TRANSACTION_CLOSED || field == TRANSACTION_STATUS) return false;
    if (kind == KIND_SOURCE || kind == KIND_FINANCIAL || kind == KIND_RATE || decides_control(f, record, field))
        return false;
    switch (info->type) {
    case TYPE_NUMBER:
    case TYPE_MONEY:
    case TYPE_DATE:
    case TYPE_FLAG:
    case TYPE_WORD:
    case TYPE_WORDS:
    case TYPE_REF: return field != (enum field)model_kind(kind)->confidence && info->need == OPTIONAL;
    default: return false;
    }
}

static bool is_unknown(enum field field, const struct cell *c)
{
    const struct field_info *info = &model_fields[field];
    bool hull = info->type == TYPE_NUMBER || info->type == TYPE_MONEY || info->type == TYPE_DATE;
    if (c->state == CELL_NULL) return true;
    if (c->state == CELL_ABSENT)
        return info->absent == ABSENT_UNSURE && field != ENTITY_ACTIVITIES && /* a person has none */
               field != MARKET_NATURE;                                        /* a listed product's word says it */
    if (!hull) return false;
    return info->type == TYPE_DATE ? c->date.low < c->date.high : c->number.low < c->number.high;
}

static bool is_exact(enum field field, const struct cell *c) { return c->state == CELL_VALUE && !is_unknown(field, c); }

/* What no rule here asks about, and every record leaves open: seldom worth a try. */
static bool is_idle(enum field field)
{
    return field == ENTITY_JURISDICTION || field == HOLDING_SOLE_INVESTMENT || field == AGREEMENT_NOTICE ||
           field == AGREEMENT_EXCLUSIVE || field == AGREEMENT_MARKET || field == AGREEMENT_PERCENT ||
           field == MEMBER_ROLE || field == MEMBER_STAKE || field == VENTURE_INITIAL || field == VENTURE_PLANNED;
}

/* One of the fields that are so, at random. */
static bool find_site(const struct facts *f, bool (*is_so)(enum field, const struct cell *), uint64_t *seed,
                      struct site *ret_site)
{
    size_t found = 0;
    for (enum kind kind = 0; kind < KIND_COUNT; kind++)
        for (uint32_t row = 0; row < facts_rows(f, kind); row++)
            for (unsigned field = model_kind(kind)->first; field <= model_kind(kind)->last; field++) {
                ref record = ref_make(kind, row);
                const struct cell *cell = cell_of(f, kind, row, (enum field)field);
                if (!may_change(f, record, (enum field)field) || !is_so((enum field)field, cell)) continue;
                if (is_idle((enum field)field) && !one_in(seed, 20)) continue;
                if (random_below(seed, (unsigned)++found) == 0)
                    *ret_site = (struct site){ record, (enum field)field, cell };
            }
    return found > 0;
}

/* The text with the field written so. */
static char *written(const struct facts *f, const char *text, const struct site *site, const char *value)
{
    char pointer[128], inserted[600];
    struct piece place;
    facts_pointer(f, site->record, site->field, -1, pointer, sizeof pointer);
    if (pointer_find(text, pointer, &place)) return replaced(text, place, value);
    facts_pointer(f, site->record, NO_FIELD, -1, pointer, sizeof pointer);
    assert_true(pointer_find(text, pointer, &place));
    snprintf(inserted, sizeof inserted, "\"%s\":%s,", model_fields[site->field].name, value);
    return replaced(text, (struct piece){ place.at + 1, place.at + 1 }, inserted);
}

static double pick_number(uint64_t *seed, double low, double high, bool percent)
{
    static const double percents[] = { 0, 1, 9.9, 10, 19.9, 20, 30, 50, 50.1, 100 };
    static const double amounts[] = {
        1, 2, 15e6, /* not 0: what is divided by exactly 0 is unknown, by contract */ 250e6, 999e6, 1e9, 3e9, 13e9, 1e12
    };
    if (isfinite(low) && (percent || low > 0) && one_in(seed, 6)) return low;
    if (isfinite(high) && one_in(seed, 5)) return high;
    double value = percent ? PICK(seed, percents) : PICK(seed, amounts);
    if (value >= low && value <= high) return value;
    if (isfinite(low) && isfinite(high)) return low + (high - low) * (double)random_below(seed, 1001) / 1000;
    return isfinite(low) ? low + value : high;
}

static void day_text(uint64_t *seed, struct days d, char *out, size_t size)
{
    static const char *const days[] = { "2018-01-01", "2022-12-31", "2024-12-31", "2025-01-23",
                                        "2025-01-24", "2025-01-25", "2031-01-01" };
    struct days one = { 0, 0 };
    const char *text = PICK(seed, days);
    assert_true(days_read(text, strlen(text), &one));
    int32_t day = one.low;
    if (day < d.low || day > d.high) day = d.low == DAY_MIN ? d.high : d.low;
    if (d.low != DAY_MIN && d.high != DAY_MAX && one_in(seed, 2))
        day = d.low + (int32_t)random_below(seed, (unsigned)(d.high - d.low + 1));
    day_write(day, out, size);
}

static const char *any_word(uint64_t *seed, enum list list)
{
    const struct list_info *info = &model_lists[list];
    return model_words[info->first + random_below(seed, info->count)].name;
}

static void put_number(uint64_t *seed, double low, double high, bool percent, char *out, size_t size)
{
    double a = pick_number(seed, low, high, percent), b = pick_number(seed, low, high, percent);
    if (one_in(seed, 3)) snprintf(out, size, "{\"min\":%.17g,\"max\":%.17g}", fmin(a, b), fmax(a, b));
    else snprintf(out, size, "%.17g", a);
}

/* A value for a field, within what is known; false: none can be made. */
static bool any_value(const struct facts *f, const struct site *site, uint64_t *seed, char *out, size_t size)
{
    const struct field_info *info = &model_fields[site->field];
    const struct cell *c = site->cell;
    char inner[200], other[64];
    struct days all = { DAY_MIN, DAY_MAX };
    bool known = c->state == CELL_VALUE || c->state == CELL_CLAIMS;
    bool tells_of_some = site->field == HOLDING_STAKE || site->field == AGREEMENT_PERCENT;
    double none = tells_of_some ? 0.5 : 0; /* a record of which no size is known is of some (match.c) */
    double low = known ? c->number.low : none, high = known                        ? c->number.high
                                                      : info->unit == UNIT_PERCENT ? 100
                                                                                   : (double)INFINITY;
    switch (info->type) {
    case TYPE_NUMBER: put_number(seed, low, high, info->unit == UNIT_PERCENT, out, size); return true;
    case TYPE_MONEY:
        put_number(seed, low, high, false, inner, sizeof inner);
        snprintf(out, size, "{\"value\":%s,\"currency\":\"%s\"}", inner,
                 known && c->currency ? f->currencies[c->currency]
                                      : "USD"); /* what is known must not turn out to be counted in another currency */
        return true;
    case TYPE_DATE:
        if (known) all = c->date;
        day_text(seed, all, inner, sizeof inner);
        snprintf(out, size, "\"%s\"", inner);
        return true;
    case TYPE_FLAG: snprintf(out, size, "%s", one_in(seed, 2) ? "true" : "false"); return true;
    case TYPE_WORD: snprintf(out, size, "\"%s\"", any_word(seed, (enum list)info->list)); return true;
    case TYPE_WORDS:
        snprintf(inner, sizeof inner, "%s", any_word(seed, (enum list)info->list));
        snprintf(other, sizeof other, "%s", any_word(seed, (enum list)info->list));
        if (strcmp(inner, other) != 0 && one_in(seed, 2)) snprintf(out, size, "[\"%s\",\"%s\"]", inner, other);
        else snprintf(out, size, "[\"%s\"]", inner);
        return true;
    case TYPE_REF:
        for (enum kind kind = 0; kind < KIND_COUNT; kind++)
            if (info->targets >> kind & 1 && facts_rows(f, kind)) {
                snprintf(out, size, "\"%s\"", facts_id(f, ref_make(kind, random_below(seed, facts_rows(f, kind)))));
                return true;
            }
        return false;
    default: return false;
    }
}

/* Shares depend on each other: a complete or a top table says more of a row than the row does. There only what holds in the
 * whole truth is within what is known: the row's true value, or a range around it. */
static bool share_value(const struct site *site, const struct facts *truth, uint64_t *seed, char *out, size_t size)
{
    const struct cell *known = site->cell, *is = cell_of(truth, KIND_SHARE, ref_row(site->record), SHARE_PERCENT);
    if (is->state != CELL_VALUE && is->state != CELL_CLAIMS) return false;
    double low = is->number.low, high = is->number.high;
    if (one_in(seed, 3)) low = known->number.low + (low - known->number.low) * (double)random_below(seed, 101) / 100;
    if (one_in(seed, 3))
        high = known->number.high - (known->number.high - high) * (double)random_below(seed, 101) / 100;
    snprintf(out, size, "{\"min\":%.17g,\"max\":%.17g}", low, high);
    return true;
}

/* No more is paid than was promised. What a cumulative record leaves out is not unknown: it stays as it was before. */
static bool money_makes_sense(const struct facts *f, const struct site *site, const char *value)
{
    const struct cell *sum = cell_of(f, KIND_INVESTMENT, ref_row(site->record), INVESTMENT_CUMULATIVE);
    const struct cell *amount = cell_of(f, KIND_INVESTMENT, ref_row(site->record), INVESTMENT_AMOUNT);
    bool cumulative = sum->state != CELL_ABSENT && !(sum->state == CELL_VALUE && !sum->flag);
    if (cumulative && (site->cell->state == CELL_ABSENT || amount->state == CELL_ABSENT)) return false;
    enum field beside = site->field == INVESTMENT_PAID ? INVESTMENT_AMOUNT : INVESTMENT_PAID;
    const struct cell *other = cell_of(f, KIND_INVESTMENT, ref_row(site->record), beside);
    const char *max = strstr(value, "\"max\":"), *min = strstr(value, "\"min\":"), *is = strstr(value, "\"value\":");
    double low = strtod(min ? min + 6 : is + 8, NULL), high = strtod(max ? max + 6 : is + 8, NULL);
    if (other->state != CELL_VALUE && other->state != CELL_CLAIMS) return true;
    if (!strstr(value, f->currencies[other->currency])) return false;
    return site->field == INVESTMENT_PAID ? high <= other->number.low : low >= other->number.high;
}

char *sharpen(const struct facts *f, const struct facts *truth, const char *text, uint64_t *seed, char *ret_what,
              size_t size)
{
    struct site site;
    char value[400], pointer[128];
    if (!find_site(f, is_unknown, seed, &site)) return NULL;
    if (site.field == SHARE_PERCENT ? !share_value(&site, truth, seed, value, sizeof value)
                                    : !any_value(f, &site, seed, value, sizeof value))
        return NULL;
    if ((site.field == INVESTMENT_PAID || site.field == INVESTMENT_AMOUNT) && !money_makes_sense(f, &site, value))
        return NULL;
    facts_pointer(f, site.record, site.field, -1, pointer, sizeof pointer);
    snprintf(ret_what, size, "%s (%s) = %s; ", pointer, facts_id(f, site.record), value);
    return written(f, text, &site, value);
}

char *blur(const struct facts *f, const char *text, uint64_t *seed)
{
    struct site site;
    char value[200] = "null";
    if (!find_site(f, is_exact, seed, &site)) return NULL;
    const struct field_info *info = &model_fields[site.field];
    if (info->type == TYPE_NUMBER && one_in(seed, 2)) {
        double at = site.cell->number.low, most = info->unit == UNIT_PERCENT ? 100 : at * 3 + 1;
        snprintf(value, sizeof value, "{\"min\":%.17g,\"max\":%.17g}", at * (double)random_below(seed, 11) / 10,
                 at + (most - at) * (double)random_below(seed, 11) / 20);
    }
    if (info->type == TYPE_MONEY && one_in(seed, 2)) {
        double at = site.cell->number.low;
        snprintf(value, sizeof value, "{\"value\":{\"min\":%.17g,\"max\":%.17g},\"currency\":\"%s\"}",
                 at * (double)random_below(seed, 11) / 10, at * (1 + (double)random_below(seed, 11) / 5),
                 f->currencies[site.cell->currency]);
    }
    if (info->type == TYPE_DATE && one_in(seed, 2)) {
        char low[32], high[32];
        day_write(site.cell->date.low - (int32_t)random_below(seed, 400), low, sizeof low);
        day_write(site.cell->date.low + (int32_t)random_below(seed, 400), high, sizeof high);
        snprintf(value, sizeof value, "{\"min\":\"%s\",\"max\":\"%s\"}", low, high);
    }
    return written(f, text, &site, value);
}
