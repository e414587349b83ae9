/* reference.c - `reference NAME`: a page of the documentation, made of the tables (for `make docs`). */
#include "cli/program.h"

#include <string.h>

enum status command_reference(struct program *p)
{
    const char *name = p->request.operands.items[0];
    enum status status = STATUS_CLEAN;
    if (strcmp(name, "options") == 0) {
        help_print_reference(&p->out);
        return status;
    }
    if (!program_start(p)) return STATUS_WRONG;
    return cc_write_reference(p->engine, name, output_sink(&p->out)) ? status : STATUS_WRONG;
}
