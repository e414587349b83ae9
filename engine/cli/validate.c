/* validate.c - `validate FILE...`: facts read as an audit would read them. */
#include "cli/input.h"
#include "cli/program.h"

static bool validate_file(struct program *p, const char *path)
{
    struct input in;
    size_t noticed = p->speaker.noticed;
    cc_case *facts = NULL;
    if (input_read(&in, &p->speaker, path)) facts = cc_case_parse(p->engine, in.name, in.text, in.length);
    bool valid = facts != NULL;
    cc_case_free(facts);
    input_free(&in);
    if (valid && !option_given(&p->request, OPTION_QUIET)) {
        noticed = p->speaker.noticed - noticed;
        output_name(&p->out, in.name);
        output_print(&p->out, ": valid");
        if (noticed) output_print(&p->out, ", %zu %s", noticed, noticed == 1 ? "note" : "notes");
        output_print(&p->out, "\n");
        output_flush(&p->out);
    }
    return valid;
}

enum status command_validate(struct program *p)
{
    const struct values *files = &p->request.operands;
    enum status status = STATUS_CLEAN;
    cc_own_cjson();
    if (!program_start(p)) return STATUS_WRONG;
    p->speaker.notices = !option_given(&p->request, OPTION_QUIET);
    for (size_t i = 0; i < files->count && !output_closed(&p->out); i++)
        if (!validate_file(p, files->items[i])) status = STATUS_WRONG;
    return status;
}
