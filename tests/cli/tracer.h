/* tracer.h - runs the program under ptrace and interferes with one of its system calls: the n-th of those that touch files
 * fails, moves a single byte, or is met by a signal or by a change of the files around it.
 *
 * The calls are real: what the C library does inside of stdio is met too. Calls are counted from main on (the loader's are
 * not the program's); those that only clean up (unlink) and messages on standard error are left alone. Only where the
 * machine lets a process trace its child: else traced_run says so, and the tests are skipped.
 *
 *     struct traced t = { .arguments = (char *[]){ bin, "check", NULL }, .act = ACT_FAIL, .at = 7 };
 *     traced_run(&t);
 *     t.calls, t.status, t.call ("write") */
#ifndef TESTS_CLI_TRACER_H
#define TESTS_CLI_TRACER_H

#include <stdbool.h>
#include <stddef.h>

enum act {
    ACT_NONE,
    ACT_FAIL,      /* with the error that such a call has */
    ACT_ONE_BYTE,  /* a read or write of one byte only */
    ACT_INTERRUPT, /* SIGINT as the call begins */
    ACT_CHANGE     /* `change` is called as the call begins */
};
struct traced {
    char *const *arguments; /* arguments[0] is the program, NULL ends them */
    enum act act;
    unsigned at;           /* which call, from 1 */
    const char *only;      /* counts the calls of this name alone; NULL: all that are watched */
    bool moving;           /* counts those alone that move bytes */
    void (*change)(void);  /* ACT_CHANGE */
    const char *out, *err; /* files for standard output and error */

    unsigned calls;   /* how many there were */
    const char *call; /* the name of the one that was met; NULL: there were fewer */
    bool traced;      /* false: this machine does not let us */
    int status;       /* as waitpid gives it */
};
void traced_run(struct traced *);
#endif
