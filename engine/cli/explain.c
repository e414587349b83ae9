/* explain.c - `explain RULE`: all about one rule. */
#include "cli/program.h"

enum status command_explain(struct program *p)
{
    if (!program_start(p)) return STATUS_WRONG;
    cc_report_options look = program_report_options(p);
    enum status status = program_load_rules(p, NULL);
    if (status == STATUS_WRONG) return status;
    const char *rule = p->request.operands.items[0];
    return cc_write_explanation(p->engine, rule, &look, output_sink(&p->out)) ? status : STATUS_WRONG;
}
