/* lint.c - `lint [PATH...]`: what is wrong with rules and their tests, though they load. */
#include "cli/program.h"

#include <stdlib.h>
#include <string.h>

/* One finding, a line; its path, and what it tells of the rule, are data. */
static bool write_finding(void *ud, const char *line, size_t length)
{
    struct output *out = ud;
    char *shown = strndup(line, length - 1);
    if (!shown) return false;
    output_name(out, shown);
    output_print(out, "\n");
    free(shown);
    return !out->error;
}

/* With an engine of its own, since a rule may be in two paths. */
static enum status lint_path(struct program *p, const char *path, size_t *found)
{
    size_t here = 0;
    cc_engine_free(p->engine);
    p->engine = NULL;
    if (!program_start(p)) return STATUS_WRONG;
    enum status status = program_load_rules(p, &(struct values){ &path, 1 });
    if (status == STATUS_WRONG || !cc_lint_rules(p->engine, path, (cc_sink){ write_finding, &p->out }, &here))
        return STATUS_WRONG;
    *found += here;
    return here ? worse_status(status, STATUS_FLAGGED) : status;
}

enum status command_lint(struct program *p)
{
    struct values paths = p->request.operands;
    const char *shipped = program_shipped(p);
    enum status status = STATUS_CLEAN;
    size_t found = 0;
    cc_own_cjson();
    if (!paths.count) {
        if (!shipped) return program_start(p) ? program_load_rules(p, NULL) : STATUS_WRONG; /* which says so */
        paths = (struct values){ .items = &shipped, .count = 1 };
    }
    for (size_t i = 0; i < paths.count; i++) status = worse_status(status, lint_path(p, paths.items[i], &found));
    if (status != STATUS_WRONG) output_print(&p->out, "%zu found\n", found);
    return status;
}
