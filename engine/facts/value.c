/* value.c - numbers, money and dates: exact, a range, unknown, or claims (DESIGN 3.2). */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/currency.h"
#include "facts/load.h"
#include "facts/number.h"

struct measure measure_of(enum field field)
{
    const struct field_info *info = &model_fields[field];
    struct measure m = { .name = info->name, .low = 0, .high = INFINITY, .bounds = "must not be negative" };
    if (info->type == TYPE_DATE) m.shape = SHAPE_DATE;
    else if (info->type == TYPE_MONEY || info->type == TYPE_AMOUNT) m.shape = SHAPE_MONEY;
    else if (info->unit == UNIT_PERCENT) m.high = 100, m.bounds = "must be between 0 and 100";
    else if (info->unit == UNIT_COUNT) m.low = 1, m.whole = true, m.bounds = "must be a whole number from 1";
    else if (info->unit == UNIT_NONE) m.low = DBL_MIN, m.bounds = "must be above 0"; /* a rate */
    return m;
}

static const char *wanted(const struct measure *m)
{
    if (m->shape == SHAPE_DATE) return "a date in quotes, a range, null or claims";
    return m->shape == SHAPE_MONEY ? "{\"value\", \"currency\"}, null or claims" : "a number, a range, null or claims";
}

static void refuse_shape(struct loader *l, const struct measure *m, struct node n)
{
    char value[ENOUGH];
    complain(l, CODE_SCHEMA, n, NULL, "the %s must be %s, not %s", m->name, wanted(m), shown(l, n, value));
}

/* One end of a range, or an exact number. */
static bool read_number(struct loader *l, const struct measure *m, struct node n, double *ret_number)
{
    double number = number_read(l->facts->text + at_of(l, n), l->nodes[n.index].length);
    if (isinf(number)) return false; /* the scan has said so */
    bool whole = !m->whole || floor(number) == number;
    if (number >= m->low && number <= m->high && whole) return *ret_number = number, true;
    char value[ENOUGH];
    complain(l, CODE_BAD_RANGE, n, NULL, "the %s %s, not %s", m->name, m->bounds, shown(l, n, value));
    return false;
}

static void refuse_day(struct loader *l, const char *name, struct node n)
{
    const char *text = text_piece(l, n).text;
    size_t length = text_piece(l, n).length;
    char value[ENOUGH];
    bool shaped = length == 4 || (length == 7 && text[4] == '-') || (length == 10 && text[4] == '-' && text[7] == '-');
    for (size_t i = 0; shaped && i < length; i++)
        if (i != 4 && i != 7 && !(text[i] >= '0' && text[i] <= '9')) shaped = false;
    if (shaped) complain(l, CODE_BAD_DATE, n, NULL, "the %s %s does not exist", name, shown(l, n, value));
    else
        complain(l, CODE_BAD_DATE, n, NULL, "the %s must be YYYY, YYYY-MM or YYYY-MM-DD, not %s", name,
                 shown(l, n, value));
}

static bool read_days(struct loader *l, const char *name, struct node n, struct days *ret_days)
{
    struct piece text = text_piece(l, n);
    if (days_read(text.text, text.length, ret_days)) return true;
    refuse_day(l, name, n);
    return false;
}

bool read_day(struct loader *l, const char *name, struct node n, int32_t *ret_day)
{
    struct days days;
    char value[ENOUGH];
    if (!is_text(l, n)) {
        complain(l, CODE_SCHEMA, n, NULL, "the %s must be a date in quotes, not %s", name, shown(l, n, value));
        return false;
    }
    if (!read_days(l, name, n, &days)) return false;
    if (days.low == days.high) return *ret_day = days.low, true;
    complain(l, CODE_BAD_DATE, n, NULL, "the %s must be one day, YYYY-MM-DD, not %s", name, shown(l, n, value));
    return false;
}

/* {"min", "max"}; an end that is missing or null is open. */
static bool read_ends(struct loader *l, const struct measure *m, struct node n, struct claim *ret_value)
{
    static const char *const names[] = { "min", "max" };
    uint64_t errors = l->sink->errors;
    struct claim ends[2] = { *ret_value, *ret_value };
    struct node given[2];
    take_members(l, n, "a range", names, 2, given);
    for (int i = 0; i < 2; i++) {
        struct node end = given[i];
        if (!is_there(end) || is_null(l, end)) continue;
        if (m->shape == SHAPE_DATE && is_text(l, end)) {
            read_days(l, m->name, end, &ends[i].date);
        } else if (m->shape == SHAPE_NUMBER && is_number(l, end)) {
            double number = 0;
            if (read_number(l, m, end, &number)) ends[i].low = ends[i].high = number;
        } else {
            char value[ENOUGH];
            complain(l, CODE_SCHEMA, end, NULL, "the '%s' of %s must be %s or null, not %s", names[i], m->name,
                     m->shape == SHAPE_DATE ? "a date in quotes" : "a number", shown(l, end, value));
        }
    }
    if (l->sink->errors != errors) return false;
    if (!is_there(given[0]) && !is_there(given[1]))
        return complain(l, CODE_SCHEMA, n, NULL, "the range of %s has neither 'min' nor 'max'", m->name), false;
    ret_value->low = ends[0].low, ret_value->high = ends[1].high;
    ret_value->date = (struct days){ ends[0].date.low, ends[1].date.high };
    if (ret_value->low <= ret_value->high && ret_value->date.low <= ret_value->date.high) return true;
    complain(l, CODE_BAD_RANGE, n, NULL, "the range of %s is upside down: its 'min' is above its 'max'", m->name);
    return false;
}

/* A value without claims. ret_value holds the widest range. */
static bool read_plain(struct loader *l, const struct measure *m, struct node n, struct claim *ret_value)
{
    if (is_null(l, n)) return true;
    if (m->shape == SHAPE_NUMBER && is_number(l, n)) {
        double number = 0;
        if (!read_number(l, m, n, &number)) return false;
        ret_value->low = ret_value->high = number;
        return true;
    }
    if (m->shape == SHAPE_DATE && is_text(l, n)) return read_days(l, m->name, n, &ret_value->date);
    if (is_object(l, n)) return read_ends(l, m, n, ret_value);
    refuse_shape(l, m, n);
    return false;
}

bool read_currency(struct loader *l, const char *name, struct node n, uint8_t *ret_currency)
{
    struct facts *f = l->facts;
    struct piece name_of = is_text(l, n) ? text_piece(l, n) : (struct piece){ "", 0 };
    const char *text = name_of.text;
    char value[ENOUGH];
    if (!currency_is_code(text, name_of.length)) {
        complain(l, CODE_SCHEMA, n, currency_nearest(text, name_of.length),
                 "the %s must be a code of ISO 4217, three capitals, not %s", name, shown(l, n, value));
        return false;
    }
    for (size_t i = 1; i < f->currency_count; i++)
        if (memcmp(f->currencies[i], text, 3) == 0) return *ret_currency = (uint8_t)i, true;
    char(*currencies)[4] = arena_grow(&f->arena, f->currencies, f->currency_count, &l->currency_capacity,
                                      sizeof *currencies);
    if (!currencies) return false;
    f->currencies = currencies;
    memcpy(currencies[f->currency_count], text, 3);
    currencies[f->currency_count][3] = '\0';
    *ret_currency = (uint8_t)f->currency_count++;
    return true;
}

static bool read_money(struct loader *l, const struct measure *m, struct node n, struct claim *ret_value)
{
    static const char *const names[] = { "value", "currency" };
    struct measure inner = *m;
    inner.shape = SHAPE_NUMBER;
    if (is_null(l, n)) return true;
    if (!is_object(l, n)) return refuse_shape(l, m, n), false;
    struct node members[2];
    uint64_t errors = l->sink->errors;
    take_members(l, n, "money", names, 2, members);
    struct node value = members[0], currency = members[1];
    if (!is_there(value)) complain(l, CODE_SCHEMA, n, NULL, "the %s has no 'value'", m->name);
    else read_plain(l, &inner, value, ret_value);
    if (!is_there(currency)) complain(l, CODE_SCHEMA, n, NULL, "the %s has no 'currency'", m->name);
    else read_currency(l, "currency", currency, &ret_value->currency);
    return l->sink->errors == errors;
}

static bool read_value(struct loader *l, const struct measure *m, struct node n, struct claim *ret_value)
{
    ret_value->at = at_of(l, n);
    return m->shape == SHAPE_MONEY ? read_money(l, m, n, ret_value) : read_plain(l, m, n, ret_value);
}

static const struct claim *add_claim(struct loader *l, const struct claim *claim)
{
    struct facts *f = l->facts;
    struct claim *claims = arena_grow(&f->arena, f->claims, l->claim_count, &l->claim_capacity, sizeof *claims);
    if (!claims) return NULL;
    f->claims = claims;
    claims[l->claim_count] = *claim;
    return &claims[l->claim_count++];
}

/* One of the claims; the hull grows with it. */
static bool read_claim(struct loader *l, const struct measure *m, struct node n, const struct claim *widest, bool first,
                       struct claim *hull)
{
    static const char *const names[] = { "value", "source" };
    struct claim claim = *widest;
    char value[ENOUGH];
    if (!is_object(l, n)) {
        complain(l, CODE_SCHEMA, n, NULL, "a claim must be an object with 'value', not %s", shown(l, n, value));
        return false;
    }
    struct node members[2];
    take_members(l, n, "a claim", names, 2, members);
    struct node what = members[0], source = members[1];
    claim.source = NO_REF;
    if (is_there(source)) {
        ref r = resolve(l, FOR_SOURCE, source);
        if (r != NO_REF) claim.source = ref_row(r);
    }
    if (!is_there(what)) return complain(l, CODE_SCHEMA, n, NULL, "the claim has no 'value'"), false;
    if (!read_value(l, m, what, &claim) || !add_claim(l, &claim)) return false;
    if (first) {
        *hull = claim;
        return true;
    }
    if (claim.currency && hull->currency && claim.currency != hull->currency)
        return complain(l, CODE_SCHEMA, what, NULL, "the claims of %s are in two currencies, %s and %s", m->name,
                        l->facts->currencies[hull->currency], l->facts->currencies[claim.currency]),
               false;
    if (!hull->currency) hull->currency = claim.currency;
    hull->low = fmin(hull->low, claim.low), hull->high = fmax(hull->high, claim.high);
    if (claim.date.low < hull->date.low) hull->date.low = claim.date.low;
    if (claim.date.high > hull->date.high) hull->date.high = claim.date.high;
    return true;
}

static bool read_claims(struct loader *l, const struct measure *m, struct node n, struct node list, struct claim *hull)
{
    static const char *const names[] = { "claims" };
    struct facts *f = l->facts;
    struct claim widest = *hull;
    uint32_t first = (uint32_t)l->claim_count;
    uint64_t errors = l->sink->errors;
    char value[ENOUGH];
    struct node members[1];
    take_members(l, n, "an object with claims", names, 1, members);
    if (!is_list(l, list) || is_empty(l, list))
        complain(l, CODE_SCHEMA, list, NULL, "the claims must be a list that is not empty, not %s",
                 is_list(l, list) ? "[]" : shown(l, list, value));
    else
        for (EACH_CHILD(l, c, list)) read_claim(l, m, c, &widest, l->claim_count == first, hull);
    struct claims *claimed = arena_grow(&f->arena, f->claimed, f->claimed_count, &l->claimed_capacity, sizeof *claimed);
    if (!claimed) return false;
    f->claimed = claimed;
    claimed[f->claimed_count++] = (struct claims){ at_of(l, n), first, (uint32_t)l->claim_count - first };
    return l->sink->errors == errors;
}

void read_measure(struct loader *l, const struct measure *m, struct node n, struct cell *cell)
{
    if (m->shape == SHAPE_DATE && is_text(l, n)) { /* nearly every date: the short way */
        cell->at = at_of(l, n);
        if (read_days(l, m->name, n, &cell->date)) cell->state = CELL_VALUE;
        return;
    }
    double low = m->low > 0 ? 0 : m->low; /* what is not known may be anything that the unit allows */
    struct claim value = { .low = low, .high = m->high, .date = { DAY_MIN, DAY_MAX } };
    cell->at = at_of(l, n);
    struct node claims = is_object(l, n) ? member_of(l, n, "claims") : NO_NODE;
    if (is_there(claims) ? !read_claims(l, m, n, claims, &value) : !read_value(l, m, n, &value)) return;
    cell->state = is_there(claims) ? CELL_CLAIMS : is_null(l, n) ? CELL_NULL : CELL_VALUE;
    cell->currency = value.currency;
    if (m->shape == SHAPE_DATE) cell->date = value.date;
    else cell->number.low = value.low, cell->number.high = value.high;
}
