/* speaker.h - what is said on standard error: diagnostics, other lines, progress.
 *
 *     FILE:LINE:COLUMN: message; did you mean 'word'? [code]
 *
 * User text in them is data: nothing in it reaches a terminal as a control. Errors can be kept as well, for a report on
 * the file that was refused; kept texts belong to the speaker. */
#ifndef CLI_SPEAKER_H
#define CLI_SPEAKER_H

#include <stdbool.h>
#include <stddef.h>

#include "include/compliance.h"

#define PROGRAM "compliance-check"

struct inside;
struct speaker {
    struct inside *inside; /* behind the wall: what is said goes outside; else NULL */
    bool mute;             /* print nothing */
    bool terminal;         /* it is one that can rewrite a line */
    bool color;
    bool notices;       /* print notices too */
    bool output_failed; /* what the library says of that, the output knows better: not printed */
    bool usage, memory; /* an error of that code was said */
    size_t noticed;     /* notices so far, printed or not */
    bool keeps;         /* keep errors from now on */
    cc_diagnostic *kept;
    size_t kept_count, kept_room;
    bool progress; /* its line stands on the terminal */
};

/* Of cc_diagnostic_fn's shape; ud is a speaker. */
void speak_diagnostic(void *ud, const cc_diagnostic *);
/* file NULL: the program itself. */
void speak_error(struct speaker *, const char *code, const char *file, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* A line of the program that is no error. */
void speak_line(struct speaker *, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Keep errors anew from now on, and forget those kept. */
void speaker_keep(struct speaker *);
void speaker_free(struct speaker *);
/* One line on the terminal that the next replaces; speaker_clear takes it away. */
void speak_progress(struct speaker *, size_t done, size_t of, const char *what);
void speaker_clear(struct speaker *);
/* Whether this file is to have colours: WHEN is auto, always or never. */
bool color_wanted(const char *when, int fd);
#endif
