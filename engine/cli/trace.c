/* trace.c - `trace RULE FILE`: one rule, step by step. */
#include "cli/input.h"
#include "cli/inside.h"
#include "cli/settings.h"

#include <time.h>

static cc_audit *audit_rule(struct program *p, const cc_case *facts, const char *rule, const char *today)
{
    const char *only[] = { rule };
    cc_options options = settings_options(p, today);
    options.only = (cc_words){ only, 1 };
    options.every_subject = options.trace = true;
    return cc_audit_run(p->engine, facts, &options);
}

static enum status write_trace(struct program *p, const cc_audit *audit, const char *rule, clock_t took)
{
    if (!cc_write_trace(audit, rule, output_sink(&p->out))) return STATUS_WRONG;
    if (option_given(&p->request, OPTION_TIME))
        output_print(&p->out, "time: %.2f ms of the processor\n", 1000.0 * (double)took / (double)CLOCKS_PER_SEC);
    return cc_audit_rule(audit, rule) == CC_FAILED ? STATUS_INCOMPLETE : STATUS_CLEAN;
}

enum status command_trace(struct program *p)
{
    const struct request *q = &p->request;
    char today[16];
    struct input in;
    cc_case *facts = NULL;
    cc_audit *audit = NULL;
    cc_own_cjson();
    settings_today(today);
    if (!program_start(p)) return STATUS_WRONG;
    cc_engine_set_lazy(p->engine, !option_given(q, OPTION_RULES));
    if (program_load_rules(p, NULL) == STATUS_WRONG) return STATUS_WRONG;
    const char *rule = cc_engine_find_rule(p->engine, q->operands.items[0]);
    if (!rule) return STATUS_WRONG;
    if (input_read(&in, &p->speaker, q->operands.items[1]) && inside_may(&p->speaker, in.name))
        facts = cc_case_parse(p->engine, in.name, in.text, in.length);
    input_free(&in);
    clock_t began = clock();
    if (facts) audit = audit_rule(p, facts, rule, today);
    enum status status = audit ? write_trace(p, audit, rule, clock() - began) : STATUS_WRONG;
    cc_audit_free(audit);
    cc_case_free(facts);
    return status;
}
