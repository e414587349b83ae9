/* schema.c - `schema NAME`: what is read or written, as JSON Schema. */
#include "cli/program.h"

enum status command_schema(struct program *p)
{
    if (!program_start(p)) return STATUS_WRONG;
    const char *name = p->request.operands.items[0];
    return cc_write_schema(p->engine, name, output_sink(&p->out)) ? STATUS_CLEAN : STATUS_WRONG;
}
