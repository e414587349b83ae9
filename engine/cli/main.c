/* main.c - compliance-check: reads the command line, gives it to a command, and sees that what was printed arrived. */
#include "cli/isolate.h"
#include "cli/memory.h"
#include "cli/settings.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static command_function *const functions[COMMAND_COUNT] = {
    [COMMAND_CHECK] = command_check,
    [COMMAND_RULES] = command_rules,
    [COMMAND_EXPLAIN] = command_explain,
    [COMMAND_SCHEMA] = command_schema,
    [COMMAND_VALIDATE] = command_validate,
    [COMMAND_TEST] = command_test,
    [COMMAND_REFERENCE] = command_reference,
    [COMMAND_HELP] = command_help,
    [COMMAND_ACCEPT] = command_accept,
    [COMMAND_WHY] = command_why,
    [COMMAND_NEW] = command_new,
    [COMMAND_LINT] = command_lint,
    [COMMAND_DOCS] = command_docs,
    [COMMAND_TRACE] = command_trace,
    [COMMAND_TIMELINE] = command_timeline,
    [COMMAND_VERIFY] = command_verify,
    [COMMAND_DIFF] = command_diff,
};

/* A standard file that is closed is opened the wrong way round: else the next file opened would take its number, and a
 * report would be written into a file of facts. */
static bool occupy_standard_files(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd) return false;
    return true;
}

static enum status run(struct program *p, int argc, char **argv)
{
    const struct request *q = &p->request;
    const char *term = getenv("TERM");
    p->speaker.terminal = isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0;
    p->speaker.color = color_wanted("auto", STDERR_FILENO);
    if (!options_parse(&p->request, &p->speaker, argc, argv)) return STATUS_WRONG;
    if (strcmp(option_value(q, OPTION_COLOR, "auto"), "never") == 0) p->speaker.color = false;
    program_look(p);
    if (option_given(q, OPTION_HELP)) return command_help(p);
    if (option_given(q, OPTION_VERSION)) {
        output_print(&p->out, PROGRAM " %s\n", CC_VERSION);
        return STATUS_CLEAN;
    }
    return isolate(p, functions[q->command]);
}

/* A release leaves its memory to the system, which takes all of it back at once; checking builds give back each piece, so
 * that none that was lost goes unseen. */
static int leave(struct program *p, enum status status)
{
    if (fflush(stderr) || ferror(stderr)) status = STATUS_WRONG;
#ifdef LEAVE_MEMORY
    _exit((int)status);
#endif
    settings_free(p);
    cc_engine_free(p->engine);
    free(p->shipped);
    speaker_free(&p->speaker);
    options_free(&p->request);
    return (int)status;
}

int main(int argc, char **argv)
{
    struct program program = { .self = argc > 0 ? argv[0] : NULL };
    struct program *p = &program;
    memory_prepare();
    if (!occupy_standard_files()) return STATUS_WRONG;
    setvbuf(stderr, NULL, _IOLBF, 0);
    output_signals();
    output_standard(&p->out, &p->speaker);
    enum status status = run(p, argc, argv);
    if (!output_commit(&p->out) || p->speaker.usage || p->speaker.memory) status = STATUS_WRONG;
    return leave(p, status);
}
