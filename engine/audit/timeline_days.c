/* timeline_days.c - the days on which something in a case begins or ends, and what that is. */
#include <stdlib.h>
#include <string.h>

#include "audit/timeline.h"
#include "base/date.h"

const char *const turn_words[TURNS] = { "begins",    "may-begin",     "ends",         "may-end",
                                        "is-closed", "may-be-closed", "is-abandoned", "may-be-abandoned",
                                        "status",    "complete-ends", "law-begins",   "law-ends",
                                        "threshold" };

static void add_cause(struct cc_timeline *t, struct cause cause)
{
    if (cause.day <= DAY_MIN + 1 || cause.day >= DAY_MAX - 1) return;
    struct cause *moved = arena_grow(&t->arena, t->causes, t->cause_count, &t->cause_capacity, sizeof *moved);
    if (!moved) return;
    t->causes = moved;
    t->causes[t->cause_count++] = cause;
}

/* The day that a cell names, `later` days on; of an inexact one the first that may be it and the last. */
static void add_cell(struct cc_timeline *t, ref record, uint16_t field, enum turn sure, enum turn may, int32_t later)
{
    const struct facts *facts = t->facts->facts;
    if (field == NO_FIELD) return;
    const struct cell *c = cell_in(facts, record, (enum field)field);
    if (c->state < CELL_VALUE) return;
    struct cause cause = { .record = record, .at = c->at };
    bool exact = c->date.low == c->date.high;
    if (c->date.high < DAY_MAX - later) {
        cause.turn = (uint8_t)sure, cause.day = c->date.high + later;
        add_cause(t, cause);
    }
    if (exact || c->date.low >= DAY_MAX - later) return;
    cause.turn = (uint8_t)may, cause.day = c->date.low + later;
    add_cause(t, cause);
}

/* A status without its day is that of the case's own date: it may be another before and after. Of a deal that was abandoned
 * on an unknown day no day knows the status. */
static void add_status(struct cc_timeline *t, uint32_t row)
{
    const struct facts *facts = t->facts->facts;
    const struct cell *status = cell_of(facts, KIND_TRANSACTION, row, TRANSACTION_STATUS),
                      *closed = cell_of(facts, KIND_TRANSACTION, row, TRANSACTION_CLOSED),
                      *abandoned = cell_of(facts, KIND_TRANSACTION, row, TRANSACTION_ABANDONED);
    if (status->state != CELL_VALUE || closed->state >= CELL_VALUE || abandoned->state >= CELL_VALUE) return;
    if (status->word == listed_word(LIST_DEAL_STATUS, "abandoned") && abandoned->state == CELL_NULL) return;
    struct cause cause = { .turn = TURN_STATUS, .record = ref_make(KIND_TRANSACTION, row), .at = status->at };
    for (int32_t later = 0; later < 2 && facts->header.as_of != DAY_MAX; later++) {
        cause.day = facts->header.as_of + later;
        add_cause(t, cause);
    }
}

static int in_time(const void *a, const void *b)
{
    const struct cause *x = a, *y = b;
    if (x->day != y->day) return x->day < y->day ? -1 : 1;
    if (x->at != y->at) return x->at < y->at ? -1 : 1;
    if (x->rule != y->rule) return strcmp(x->rule->id, y->rule->id);
    return x->turn < y->turn ? -1 : x->turn > y->turn;
}

/* The causes by day; the first `kept` days stay as they are. A case without any date has the one day that it is seen as of. */
static bool make_days(struct cc_timeline *t, int32_t otherwise)
{
    struct arena *arena = &t->arena;
    if (t->cause_count) qsort(t->causes, t->cause_count, sizeof *t->causes, in_time);
    struct timeline_day *days = arena_array(arena, t->cause_count + 1, sizeof *days);
    if (arena->failed) return false;
    size_t count = 0;
    for (size_t i = 0; i < t->cause_count; i++) {
        if (!count || days[count - 1].day != t->causes[i].day)
            days[count++] = (struct timeline_day){ .day = t->causes[i].day, .causes = &t->causes[i] };
        days[count - 1].cause_count++;
    }
    if (!count) days[count++] = (struct timeline_day){ .day = otherwise };
    t->days = days, t->count = count, t->capacity = t->cause_count + 1;
    return true;
}

int32_t timeline_case_day(const struct cc_timeline *t)
{
    struct days today;
    const char *given = t->options.today ? t->options.today : "1970-01-01";
    if (t->facts->facts->header.as_of != DAY_MAX || !days_read(given, strlen(given), &today))
        return t->facts->facts->header.as_of;
    return today.low;
}

bool timeline_collect_facts(struct cc_timeline *t)
{
    const struct facts *facts = t->facts->facts;
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        const struct kind_info *kind = model_kind((enum kind)k);
        for (uint32_t row = 0; row < facts_rows(facts, (enum kind)k); row++) {
            ref record = ref_make((enum kind)k, row);
            add_cell(t, record, kind->from, TURN_BEGINS, TURN_MAY_BEGIN, 0);
            add_cell(t, record, kind->to, TURN_ENDS, TURN_MAY_END, 1);
            if (k != KIND_TRANSACTION) continue;
            add_cell(t, record, TRANSACTION_CLOSED, TURN_CLOSES, TURN_MAY_CLOSE, 0);
            add_cell(t, record, TRANSACTION_ABANDONED, TURN_IS_ABANDONED, TURN_MAY_BE_ABANDONED, 0);
            add_status(t, row);
        }
    }
    for (size_t i = 0; i < facts->complete_count; i++)
        if (facts->completes[i].to < DAY_MAX)
            add_cause(t, (struct cause){ .turn = TURN_COMPLETE,
                                         .record = NO_REF,
                                         .at = facts->completes[i].at,
                                         .day = facts->completes[i].to + 1 });
    return make_days(t, timeline_case_day(t));
}

/* Also of rules that name the day of their law themselves: of what is still open that is often the day asked. */
static void add_law(struct cc_timeline *t, const struct rule *rule, int32_t first)
{
    struct cause cause = { .record = NO_REF, .at = UINT32_MAX, .rule = rule };
    struct {
        int32_t day;
        enum turn turn;
    } ends[] = { { rule->in_force_from, TURN_LAW_BEGINS },
                 { rule->in_force_to == DAY_MAX ? DAY_MAX : rule->in_force_to + 1, TURN_LAW_ENDS } };
    for (size_t i = 0; i < 2; i++) {
        cause.day = ends[i].day, cause.turn = (uint8_t)ends[i].turn;
        if (cause.day > first) add_cause(t, cause);
    }
    cause.turn = TURN_THRESHOLD;
    for (uint16_t p = 0; p < rule->param_count; p++)
        for (uint16_t v = 0; v < rule->params[p].count; v++) {
            cause.param = p, cause.day = rule->params[p].values[v].from;
            if (cause.day > first) add_cause(t, cause);
        }
}

bool timeline_collect_laws(struct cc_timeline *t, const struct cc_audit *audit)
{
    const struct timeline_day first = t->days[0];
    for (size_t i = 0; i < audit->rule_count && !t->options.law_as_of; i++) {
        const struct rule_result *r = &audit->rules[i];
        if (!r->not_selected && !r->rule->error) add_law(t, r->rule, first.day);
    }
    if (!make_days(t, first.day)) return false;
    if (t->days[0].day == first.day) return true;
    memmove(t->days + 1, t->days, t->count * sizeof *t->days); /* a case without a date: there is room for one more */
    t->days[0] = first, t->count++;
    return true;
}

/* ---- words ---- */

static const char *record_turn(enum kind kind, enum turn turn)
{
    static const char *const plain[TURNS] = { "begins",
                                              "may begin",
                                              "ends",
                                              "may end",
                                              "is closed",
                                              "may be closed",
                                              "is abandoned",
                                              "may be abandoned",
                                              "has its status on the day of the case",
                                              "",
                                              "",
                                              "",
                                              "" };
    unsigned time = model_kind(kind)->time;
    if (turn == TURN_BEGINS && time == TIME_EVENT) return "takes place";
    if (turn == TURN_MAY_BEGIN && time == TIME_EVENT) return "may take place";
    if (turn == TURN_BEGINS && time == TIME_MEASUREMENT) return "is of this day";
    if (turn == TURN_MAY_BEGIN && time == TIME_MEASUREMENT) return "may be of this day";
    return plain[turn];
}

void cause_words(const struct cc_timeline *t, const struct cause *c, struct text *out)
{
    const struct facts *facts = t->facts->facts;
    if (c->record != NO_REF) {
        enum kind kind = ref_kind(c->record);
        text_add(out, "the %s '%s' %s", model_kind(kind)->name, facts_id(facts, c->record),
                 record_turn(kind, (enum turn)c->turn));
        return;
    }
    if (c->turn == TURN_COMPLETE) {
        text_string(out, "a list is declared complete only up to the day before");
        return;
    }
    if (c->turn == TURN_THRESHOLD)
        text_add(out, "the threshold '%s' of %s is another", c->rule->params[c->param].name, c->rule->id);
    else text_add(out, "the law of %s %s", c->rule->id, c->turn == TURN_LAW_BEGINS ? "begins" : "ends");
}
