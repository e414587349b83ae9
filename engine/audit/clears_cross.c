/* clears_cross.c - how far a number would have to move: past the line that it was compared with, else by halving. All
 * values are whole multiples of the power of ten to which the file writes the number. */
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/clears_inside.h"
#include "facts/cache.h"

enum { FINER = 9, MOST_HALVINGS = 60 }; /* how many digits more than the file has; steps of a search */
enum {
    DIGITS_SAID = 4,
    MONEY_DIGITS = 6
}; /* how many digits quantity_write shows of any number, of money where it takes them */
static const double MOST_MONEY = 1e15, MOST_TIMES = 10; /* an amount that rises tenfold is another deal */

/* ---- the precision of the file ---- */

/* The power of ten of the last digit of a JSON number; of money the zeros at its end are not counted. */
static int number_exponent(const char *text, size_t length, bool drops_zeros)
{
    int exponent = 0, decimals = 0, zeros = 0;
    bool point = false;
    size_t i = 0;
    for (; i < length && text[i] != 'e' && text[i] != 'E'; i++) {
        if (text[i] == '.') point = true;
        if (text[i] < '0' || text[i] > '9') continue;
        if (point) decimals++;
        zeros = text[i] == '0' ? zeros + 1 : 0;
    }
    if (i < length) exponent = atoi(text + i + 1);
    int last = exponent - decimals;
    if (drops_zeros) return last + zeros;
    return last < 0 ? last : 0;
}

/* Of all the numbers in the value of the field the finest. */
static int value_exponent(const char *text, size_t length, bool drops_zeros)
{
    int finest = INT_MAX;
    bool in_text = false;
    for (size_t i = 0; i < length; i++) {
        if (in_text && text[i] == '\\') i++;
        else if (text[i] == '"') in_text = !in_text;
        else if (!in_text && (text[i] == '-' || (text[i] >= '0' && text[i] <= '9'))) {
            size_t n = strspn(text + i, "-+.eE0123456789");
            int exponent = number_exponent(text + i, n, drops_zeros);
            if (exponent < finest) finest = exponent;
            i += n - 1;
        }
    }
    return finest == INT_MAX ? 0 : finest;
}

/* k * 10^exponent, rounded once: what a file that writes it would be read as. */
double on_grid(double k, int exponent)
{
    char text[64];
    snprintf(text, sizeof text, "%.0fe%d", k, exponent);
    return strtod(text, NULL);
}

/* ---- within what a number may be changed ---- */

static uint32_t measure_of(const struct facts *f, ref share)
{
    const struct cell *own = cell_in(f, share, SHARE_MEASURE);
    if (own->state != CELL_ABSENT) return own->word;
    return cell_in(f, cell_in(f, share, SHARE_MARKET)->ref, MARKET_MEASURE)->word;
}

/* What the other rows of the table leave: the same market, measure and day. */
static double rest_of_table(const struct facts *f, ref share)
{
    double sum = 0;
    const struct cell *market = cell_in(f, share, SHARE_MARKET), *from = cell_in(f, share, SHARE_FROM);
    for (uint32_t row = 0; row < facts_rows(f, KIND_SHARE); row++) {
        ref other = ref_make(KIND_SHARE, row);
        const struct cell *day = cell_in(f, other, SHARE_FROM);
        if (other == share || cell_in(f, other, SHARE_MARKET)->ref != market->ref) continue;
        if (day->date.low != from->date.low || day->date.high != from->date.high) continue;
        if (measure_of(f, other) == measure_of(f, share)) sum += cell_in(f, other, SHARE_PERCENT)->number.low;
    }
    return fmax(0, 100 - sum);
}

/* What others surely hold of the same is not to be had. */
static double rest_of_holdings(const struct facts *f, const struct view *v, ref holding, enum field field)
{
    double sum = 0;
    for (uint32_t row = 0; row < facts_rows(f, KIND_HOLDING); row++) {
        ref other = ref_make(KIND_HOLDING, row);
        bool same = other != holding &&
                    cell_in(f, other, HOLDING_ENTITY)->ref == cell_in(f, holding, HOLDING_ENTITY)->ref;
        if (same && in_force(v, KIND_HOLDING, row) == YES) sum += cell_in(f, other, field)->number.low;
    }
    return fmax(0, 100 - sum);
}

void number_bounds(const struct facts *f, const struct view *v, ref record, enum field field, double *ret_low,
                   double *ret_high)
{
    bool percent = model_fields[field].unit == UNIT_PERCENT;
    *ret_low = 0, *ret_high = percent ? 100 : MOST_MONEY;
    if (field == SHARE_PERCENT) *ret_high = rest_of_table(f, record);
    if (field == HOLDING_STAKE || field == HOLDING_VOTES) *ret_high = rest_of_holdings(f, v, record, field);
}

static bool is_cumulative(const struct facts *f, ref investment)
{
    const struct cell *c = cell_in(f, investment, INVESTMENT_CUMULATIVE);
    return c->state == CELL_VALUE && c->flag;
}

/* Had the other investment, of the same investor in the same target, surely been made by then, in the same currency? */
static bool came_before(const struct facts *f, ref other, ref investment, enum field field)
{
    const struct cell *from = cell_in(f, other, INVESTMENT_FROM), *by = cell_in(f, investment, INVESTMENT_FROM),
                      *said = cell_in(f, other, field);
    if (other == investment || said->state < CELL_VALUE || from->state < CELL_VALUE || by->state < CELL_VALUE)
        return false;
    return cell_in(f, other, INVESTMENT_INVESTOR)->ref == cell_in(f, investment, INVESTMENT_INVESTOR)->ref &&
           cell_in(f, other, INVESTMENT_TARGET)->ref == cell_in(f, investment, INVESTMENT_TARGET)->ref &&
           said->currency == cell_in(f, investment, INVESTMENT_AMOUNT)->currency && from->date.high <= by->date.low;
}

/* A total is no less than an earlier total, nor than all that was recorded singly until then. */
static double recorded_before(const struct facts *f, ref total)
{
    double singly = 0, most = 0;
    for (uint32_t row = 0; row < facts_rows(f, KIND_INVESTMENT); row++) {
        ref other = ref_make(KIND_INVESTMENT, row);
        if (came_before(f, other, total, INVESTMENT_PAID))
            most = fmax(most, cell_in(f, other, INVESTMENT_PAID)->number.low);
        if (!came_before(f, other, total, INVESTMENT_AMOUNT)) continue;
        double amount = cell_in(f, other, INVESTMENT_AMOUNT)->number.low;
        if (is_cumulative(f, other)) most = fmax(most, amount);
        else singly += amount;
    }
    return fmax(most, singly);
}

/* Money that was handed over is no longer to be changed. */
static bool prepare_investment(const struct facts *f, struct chance *c)
{
    ref record = c->step.record;
    const struct cell *status = cell_in(f, record, INVESTMENT_STATUS), *paid = cell_in(f, record, INVESTMENT_PAID);
    if (status->state != CELL_VALUE || !strcmp(facts_word(f, status->word), "paid")) return false;
    if (paid->state >= CELL_VALUE) c->low = fmax(c->low, paid->number.high);
    if (is_cumulative(f, record)) c->low = fmax(c->low, recorded_before(f, record));
    return true;
}

/* Votes that make a group, or would, are no measurement of size. */
static bool prepare_holding(const struct facts *f, const struct view *v, struct chance *c)
{
    bool votes = c->step.field == HOLDING_VOTES;
    if (votes && holding_links(f, v->words, ref_row(c->step.record)) == YES) return false;
    if (votes && cell_in(f, c->step.record, HOLDING_CONTROL)->state == CELL_ABSENT) c->high = fmin(c->high, 50);
    return true;
}

bool cross_prepare(const struct facts *f, const struct view *v, struct chance *c)
{
    const struct cell *cell = cell_in(f, c->step.record, c->step.field);
    bool percent = model_fields[c->step.field].unit == UNIT_PERCENT;
    if (cell->state < CELL_VALUE || !isfinite(cell->number.low) || !isfinite(cell->number.high)) return false;
    c->exponent = value_exponent(f->text + cell->at, facts_value_length(f, cell->at), !percent);
    c->now_low = cell->number.low, c->now_high = cell->number.high;
    number_bounds(f, v, c->step.record, c->step.field, &c->low, &c->high);
    if (!percent) c->high = fmin(c->high, MOST_TIMES * c->now_high);
    switch (ref_kind(c->step.record)) {
    case KIND_INVESTMENT: return prepare_investment(f, c);
    case KIND_HOLDING: return prepare_holding(f, v, c);
    default: return true;
    }
}

/* ---- past the recorded line ---- */

static bool satisfies(double value, unsigned op, double line)
{
    switch (op) {
    case LESS: return value < line;
    case AT_MOST: return value <= line;
    case AT_LEAST: return value >= line;
    default: return value > line;
    }
}

/* On the grid of 10^exponent. */
static bool past_line(struct chance *c, int exponent)
{
    struct step *s = &c->step;
    double direction = s->falls ? -1 : 1, line = s->line.low;
    double k = s->falls ? ceil(line / pow(10, exponent)) + 1 : floor(line / pow(10, exponent)) - 1;
    for (int i = 0; i < 4 && !satisfies(on_grid(k, exponent), s->op, line); i++) k += direction;
    s->value = on_grid(k, exponent), s->still = on_grid(k - direction, exponent);
    return satisfies(s->value, s->op, line);
}

bool cross_line(struct chance *c)
{
    struct step *s = &c->step;
    if (!s->has_line) return false;
    for (int finer = 0; finer <= FINER; finer++) {
        if (!past_line(c, c->exponent - finer)) return false;
        bool nothing_left = s->falls && s->line.low > c->low && s->value <= c->low;
        if (!nothing_left) return s->value >= c->low && s->value > 0 && s->value <= c->high;
    }
    return false;
}

/* ---- by halving ---- */

/* Does the number at k on the grid clear, together with another step? */
static bool clears_at(struct search *s, struct chance *c, double k, const struct step *with)
{
    c->step.value = on_grid(k, c->exponent);
    return verdict_clears(steps_verdict(s, &c->step, with));
}

/* Between what it says, which does not clear, and the bound in one direction, if that clears. Nothing at all is no
 * measurement: the least is one step of the grid. */
static bool halve(struct search *s, struct chance *c, bool falls, const struct step *with)
{
    double unit = pow(10, c->exponent);
    double from = falls ? ceil(c->now_low / unit - 1e-6) : floor(c->now_high / unit + 1e-6),
           to = falls ? fmax(1, ceil(c->low / unit - 1e-6)) : floor(c->high / unit + 1e-6);
    if (falls ? to >= from : to <= from) return false;
    if (!clears_at(s, c, to, with)) return false;
    for (int i = 0; i < MOST_HALVINGS && fabs(to - from) > 1; i++) {
        double middle = floor((from + to) / 2);
        if (clears_at(s, c, middle, with)) to = middle;
        else if (what_if_spent(s->w)) return false;
        else from = middle;
    }
    c->step.falls = falls, c->step.has_line = false;
    c->step.value = on_grid(to, c->exponent), c->step.still = on_grid(from, c->exponent);
    return true;
}

/* ---- what a sentence can say ---- */

/* The power of ten of the last digit that a sentence shows of the value. */
static int exponent_said(double value, bool money)
{
    int exponent = 1 - (money ? MONEY_DIGITS : DIGITS_SAID);
    for (double size = fabs(value); size >= 10; size /= 10) exponent++;
    for (double size = fabs(value); size > 0 && size < 1; size *= 10) exponent--;
    return exponent;
}

static bool is_money(const struct chance *c) { return model_fields[c->step.field].unit == UNIT_MONEY; }

/* Is the line shown whole? Else a sentence that names it would say another number. */
static bool line_is_said(const struct chance *c)
{
    double line = c->step.line.low;
    int exponent = exponent_said(line, is_money(c));
    return fabs(on_grid(round(line / pow(10, exponent)), exponent) - line) <= fabs(line) * 1e-12;
}

/* A value that was found to its last digit is moved on to one of few digits, which has to clear as well. */
static bool round_outward(struct search *s, struct chance *c, const struct step *with)
{
    struct step *step = &c->step;
    int exponent = exponent_said(step->value, false);
    if (exponent <= c->exponent) return true;
    double unit = pow(10, exponent), k = step->value / unit, direction = step->falls ? -1 : 1;
    c->exponent = exponent;
    k = step->falls ? floor(k + 1e-9) : ceil(k - 1e-9);
    if (on_grid(k, exponent) < fmax(c->low, unit) || on_grid(k, exponent) > c->high) return false;
    step->still = on_grid(k - direction, exponent); /* no further back than what the file says */
    step->still = step->falls ? fmin(step->still, c->now_low) : fmax(step->still, c->now_high);
    return clears_at(s, c, k, with);
}

/* The line is right when the value past it clears and the last one before it does not. */
static bool line_holds(struct search *s, struct chance *c, const struct step *with)
{
    struct chance before = *c;
    before.step.value = c->step.still;
    if (!verdict_clears(steps_verdict(s, &c->step, with))) return false;
    bool as_now = c->step.falls ? c->step.still >= c->now_low : c->step.still <= c->now_high;
    return as_now || !verdict_clears(steps_verdict(s, &before.step, with));
}

bool cross_find(struct search *s, struct chance *c, const struct step *with)
{
    struct chance tried = *c;
    bool found = cross_line(&tried) && line_is_said(&tried) && line_holds(s, &tried, with);
    for (int falls = 1; falls >= 0 && !found; falls--) {
        tried = *c;
        found = halve(s, &tried, falls, with) && round_outward(s, &tried, with);
    }
    if (found && !s->w->no_memory) c->step = tried.step;
    return found && !s->w->no_memory;
}
