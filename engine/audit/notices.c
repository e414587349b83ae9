/* notices.c - what an audit tells its reader beside the findings: changed thresholds, and what the facts gave rise to. */
#include <stdio.h>
#include <string.h>

#include "audit/options.h"
#include "audit/run.h"
#include "facts/groups.h"

#define NO_PLACE_IN_FACTS UINT32_MAX

static void add_notice(struct cc_audit *audit, const char *code, const char *message, uint32_t at)
{
    uint32_t column;
    void *moved = arena_grow(&audit->arena, audit->notices, audit->notice_count, &audit->notice_capacity,
                             sizeof *audit->notices);
    if (!moved) return;
    audit->notices = moved;
    struct audit_notice *notice = &audit->notices[audit->notice_count++];
    *notice = (struct audit_notice){ .code = code, .message = arena_copy(&audit->arena, message, strlen(message)) };
    if (at != NO_PLACE_IN_FACTS) facts_locate(audit->facts, at, &notice->line, &column);
}

bool notice_is_first(const struct audit_notice *n)
{
    return !strcmp(n->code, THRESHOLD_NOTICE) || !strcmp(n->code, ALTERED_NOTICE);
}

/* ---- thresholds ---- */

/* "20 %"; of a param whose value the law changes from day to day that of the day by whose law it is judged. */
static void add_own_value(struct text *t, const struct param *param, const struct quantity *given, int32_t day)
{
    struct quantity own, law = quantity_date(day, day);
    const struct law_source *source;
    bool missing;
    char words[160];
    param_on(param, law, &own, &missing, &source);
    if (missing) text_string(t, "none");
    else quantity_write(&own, given, words, sizeof words), text_string(t, words);
    if (!param->dated) return;
    quantity_write(&law, NULL, words, sizeof words);
    text_add(t, " on %s", words);
}

/* "ftc-6b/exclusive-api cloud share 30 % (of the rule: 20 %)" */
static void threshold_words(const struct cc_audit *audit, const struct rule *rule, const struct param *param,
                            const struct quantity *given, struct text *t)
{
    struct quantity own = param->values[0].value;
    char words[160];
    quantity_write(given, param->dated ? NULL : &own, words, sizeof words);
    text_add(t, "%s ", rule->id);
    name_words(param->name, t);
    text_add(t, " %s (of the rule: ", words);
    add_own_value(t, param, given, audit->law_as_of == DAY_MIN ? audit->as_of : audit->law_as_of);
    text_char(t, ')');
}

/* A rule that is not considered has no threshold that counts; and the rule's own value, given again, changes nothing. */
static void add_thresholds(struct cc_audit *audit)
{
    struct text t;
    text_init(&t, audit->arena.allocator, 0);
    for (size_t i = 0; i < audit->rule_count && audit->options.params.count; i++) {
        const struct rule *rule = audit->rules[i].rule;
        bool counts = !audit->rules[i].not_selected && !rule->error;
        for (unsigned p = 0; counts && p < rule->param_count; p++) {
            const struct param *param = &rule->params[p];
            struct quantity given;
            if (!option_param_value(&audit->options, rule, p, &given)) continue;
            if (!param->dated && given.low == param->values[0].value.low && given.high == param->values[0].value.high)
                continue;
            text_reset(&t), text_string(&t, "threshold changed: ");
            threshold_words(audit, rule, param, &given, &t);
            add_notice(audit, THRESHOLD_NOTICE, t.data ? t.data : "", NO_PLACE_IN_FACTS);
        }
    }
    if (t.failed) audit->arena.failed = true;
    text_free(&t);
}

/* ---- facts ---- */

static void add_controls(struct cc_audit *audit)
{
    const struct facts *facts = audit->facts;
    struct control_notice *controls;
    uint32_t count = view_control_notices(audit->view, &audit->arena, &controls);
    for (uint32_t i = 0; i < count; i++) {
        char message[300];
        snprintf(message, sizeof message, "whether %.100s controls %.100s is not recorded: taken as separate",
                 facts_name(facts, ref_make(KIND_ENTITY, controls[i].holder)),
                 facts_name(facts, ref_make(KIND_ENTITY, controls[i].entity)));
        add_notice(audit, "control-unknown", message,
                   facts_at(facts, ref_make(KIND_HOLDING, controls[i].holding), NO_FIELD));
    }
}

static void add_wholes(struct cc_audit *audit)
{
    const struct facts *facts = audit->facts;
    struct whole_notice *wholes;
    uint32_t count = view_whole_notices(audit->view, &audit->arena, &wholes);
    for (uint32_t i = 0; i < count; i++) {
        char message[300];
        snprintf(message, sizeof message, "the %s of %.100s on file come to %s%.6g %%, more than all of it",
                 wholes[i].part == HOLDING_STAKE ? "stakes in the capital" : "votes",
                 facts_name(facts, ref_make(KIND_ENTITY, wholes[i].entity)), wholes[i].least ? "at least " : "",
                 wholes[i].sum);
        add_notice(audit, "more-than-whole", message,
                   facts_at(facts, ref_make(KIND_HOLDING, wholes[i].holding), wholes[i].part));
    }
}

static void add_early(struct cc_audit *audit)
{
    const struct facts *facts = audit->facts;
    struct early_notice *early;
    uint32_t count = view_early_notices(audit->view, &audit->arena, &early);
    for (uint32_t i = 0; i < count && early; i++) {
        char message[500], since[80], closed[80];
        const struct cell *from = cell_of(facts, KIND_HOLDING, early[i].holding, HOLDING_FROM);
        bool dated = from->state >= CELL_VALUE;
        days_write_long(from->date, since, sizeof since);
        days_write_long(cell_of(facts, KIND_TRANSACTION, early[i].transaction, TRANSACTION_CLOSED)->date, closed,
                        sizeof closed);
        snprintf(message, sizeof message,
                 "%.100s controls %.100s from %s on, before their deal closed (%s): %s the two are one group",
                 facts_name(facts, cell_of(facts, KIND_HOLDING, early[i].holding, HOLDING_HOLDER)->ref),
                 facts_name(facts, cell_of(facts, KIND_HOLDING, early[i].holding, HOLDING_ENTITY)->ref),
                 dated ? since : "no stated day", closed, dated ? "from then on" : "on every earlier day");
        add_notice(audit, "control-before-closing", message,
                   facts_at(facts, ref_make(KIND_HOLDING, early[i].holding), dated ? HOLDING_FROM : NO_FIELD));
    }
}

void audit_take_notices(struct cc_audit *audit)
{
    const struct facts *facts = audit->facts;
    add_thresholds(audit);
    for (size_t i = 0; i < facts->notice_count; i++)
        add_notice(audit, facts->notices[i].code, facts->notices[i].message, facts->notices[i].at);
    add_controls(audit);
    add_wholes(audit);
    add_early(audit);
}
