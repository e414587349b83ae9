/* rules.c - `rules [PATH...]`: which rules there are. */
#include "cli/program.h"

enum status command_rules(struct program *p)
{
    if (!program_start(p)) return STATUS_WRONG;
    cc_report_options look = program_report_options(p);
    enum status status = program_load_rules(p, &p->request.operands);
    if (status == STATUS_WRONG) return status;
    const char *format = option_value(&p->request, OPTION_FORMAT, "text");
    return cc_write_rules(p->engine, format, &look, output_sink(&p->out)) ? status : STATUS_WRONG;
}
