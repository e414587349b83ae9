/* output.h - where a report goes: standard output, or a file that is whole or as it was before.
 *
 * A file is written beside its place and takes it only in output_commit; an interrupted program leaves nothing behind.
 * What is no ordinary file (/dev/null, a pipe) is written as it is; a named pipe that nobody reads is not waited for. The first
 * failure sticks, and is said once, by output_commit or output_open.
 *
 *     struct output out;
 *     if (!output_open(&out, speaker, "audit.json")) ... it has been said
 *     ... output_sink(&out) to the library, output_print for one's own lines
 *     bool well = output_commit(&out);      or output_discard(&out): the old file stays */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdio.h>

#include "cli/speaker.h"

struct output {
    struct speaker *speaker;
    const char *path;    /* as the user named it; NULL: standard output */
    int folder;          /* an open one, in which place and temporary are names; 0: they are paths */
    char *place;         /* the file that is replaced, links followed; NULL: none is */
    char *temporary;     /* what is written meanwhile */
    FILE *file;          /* NULL: not open, or inside the wall: */
    bool open;           /* by whoever is outside */
    unsigned stream;     /* the number by which it is known there */
    bool muted;          /* what comes is dropped */
    long long appended;  /* what the file held before, which output_discard goes back to; -1: it is replaced */
    int error;           /* errno of the first failure */
    struct output *next; /* of those that leave something to clean up */
};

void output_standard(struct output *, struct speaker *);
bool output_open(struct output *, struct speaker *, const char *path);
/* The file of that name in an open folder, which is closed with it; a link of that name is not followed. path: as messages
 * name it. */
bool output_open_in(struct output *, struct speaker *, const char *path, int folder, const char *name);
/* Behind the wall: a page of that name, see pages.h, where --into says. */
bool output_page(struct output *, struct speaker *, const char *name);
/* The same behind what the file holds, whose size it tells: written as it comes. */
bool output_append(struct output *, struct speaker *, const char *path, size_t *ret_size);
cc_sink output_sink(struct output *);
/* Takes everything and keeps nothing. */
cc_sink output_nowhere(void);
void output_print(struct output *, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The name of a file with which a line begins, made safe to show. */
void output_name(struct output *, const char *name);
/* What was written so far comes before what is said next on standard error. */
void output_flush(struct output *);
/* False: what was written did not arrive, which has been said (but for a closed pipe: nobody listens). */
bool output_commit(struct output *);
void output_discard(struct output *);
/* The one or the other: was all given to it? What failed on its way out is said either way; false then, too. */
bool output_end(struct output *, bool whole);
bool output_is_open(const struct output *);
/* Nobody reads it any more. */
bool output_closed(const struct output *);
/* Do the two names stand for one file, be it there or yet to be written? */
bool same_file(const char *, const char *);
/* By its name, or that of what it is a link to: a rule, or the sources of rules, which no report replaces. */
bool is_file_of_rules(const char *);
/* Writing to a closed pipe or past a limit of size is an error like others; interruption takes temporary files away. */
void output_signals(void);
#endif
