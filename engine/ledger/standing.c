/* standing.c - which findings count, once the ledger has been applied, and what else it has to say. */
#include "ledger/ledger.h"

const char *const standing_names[CC_STANDINGS] = { "new",           "new-rule",         "worsened",
                                                   "known-changed", "accepted-changed", "accepted-expired",
                                                   "known",         "accepted" };

/* Holes are no findings; they count as undecided. */
size_t cc_audit_counting(const cc_audit *audit, cc_verdict verdict, cc_severity severity)
{
    size_t count = cc_audit_count_from(audit, verdict, severity);
    for (size_t i = 0; i < audit->finding_count; i++) {
        const struct finding *f = audit->findings[i];
        count -= f->verdict == verdict && f->rule->severity >= severity && !finding_counts(f);
    }
    for (size_t i = 0; verdict == CC_CANNOT_TELL && i < audit->rule_count; i++)
        count -= audit->rules[i].hole && audit->rules[i].hole_known && audit->rules[i].rule->severity >= severity;
    return count;
}

size_t cc_audit_standing(const cc_audit *audit, cc_standing standing)
{
    size_t count = 0;
    for (size_t i = 0; i < audit->finding_count; i++)
        count += audit->findings[i]->verdict <= CC_CANNOT_TELL && audit->findings[i]->standing == (uint8_t)standing;
    return count;
}

bool ledger_no_memory(struct cc_engine *engine)
{
    engine_say(engine, CODE_MEMORY, NULL, 0, NULL,
               "no memory was left for the baseline, the accepted risks or the configuration");
    return false;
}

bool cc_audit_note(cc_audit *audit, const char *code, const char *message)
{
    struct arena *arena = &audit->arena;
    struct audit_notice *moved = arena_grow(arena, audit->notices, audit->notice_count, &audit->notice_capacity,
                                            sizeof *moved);
    if (!moved) return ledger_no_memory(audit->engine);
    audit->notices = moved;
    struct audit_notice *n = &moved[audit->notice_count];
    *n = (struct audit_notice){ .code = arena_copy(arena, code, strlen(code)),
                                .message = arena_copy(arena, message, strlen(message)) };
    if (!n->code || !n->message) return ledger_no_memory(audit->engine);
    audit->notice_count++;
    return true;
}

bool note_built(struct cc_audit *audit, const char *code, struct text *t)
{
    bool well = t->failed ? ledger_no_memory(audit->engine) : cc_audit_note(audit, code, t->data ? t->data : "");
    text_reset(t);
    return well;
}
