/* why.c - `why RULE FILE`: of every subject of one rule, why it is what it is. */
#include "cli/cases.h"
#include "cli/settings.h"

/* The rule alone is run: nothing that others say changes its answer. */
static cc_audit *audit_rule(struct program *p, const cc_case *facts, const char *rule, const char *today)
{
    const char *only[] = { rule };
    cc_options options = settings_options(p, today);
    options.only = (cc_words){ only, 1 };
    options.every_subject = true;
    options.every_test = option_given(&p->request, OPTION_VERBOSE);
    return cc_audit_run(p->engine, facts, &options);
}

static enum status write_why(struct program *p, const cc_audit *audit, const char *rule)
{
    const struct request *q = &p->request;
    cc_report_options look = program_report_options(p);
    const char *format = option_value(q, OPTION_FORMAT, "text");
    if (!cc_write_why(audit, rule, option_words(q, OPTION_SUBJECT), format, &look, output_sink(&p->out)))
        return STATUS_WRONG;
    return cc_audit_rule(audit, rule) == CC_FAILED ? STATUS_INCOMPLETE : STATUS_CLEAN;
}

enum status command_why(struct program *p)
{
    const struct request *q = &p->request;
    char today[16];
    cc_own_cjson();
    settings_today(today);
    if (!program_start(p)) return STATUS_WRONG;
    const char *name;
    cc_engine_set_lazy(p->engine, !option_given(q, OPTION_RULES));
    if (program_load_rules(p, NULL) == STATUS_WRONG) return STATUS_WRONG;
    const char *rule = cc_engine_find_rule(p->engine, q->operands.items[0]);
    if (!rule) return STATUS_WRONG;
    cc_case *facts = case_open(p, q->operands.items[1], &name);
    cc_audit *audit = facts ? audit_rule(p, facts, rule, today) : NULL;
    enum status status = audit ? write_why(p, audit, rule) : STATUS_WRONG;
    cc_audit_free(audit);
    cc_case_free(facts);
    return status;
}
