/* inside.h - a command behind the wall: what it would do to the world it asks of the process outside.
 *
 * A speaker knows whether it is inside; so do, by it, inputs and outputs. The other files of this room need not know. */
#ifndef CLI_INSIDE_H
#define CLI_INSIDE_H

#include "cli/asks.h"
#include "cli/program.h"
#include "wall/wall.h"

struct inside {
    struct wall *wall;
    bool sealed;
    uint64_t passes; /* pieces of work with code of others so far */
    const struct lost *lost;
    size_t lost_count, named;
    /* What one piece of work took and did not give back is missed only later: who took most is found in a second run. */
    bool careful;
    uint64_t memory, most, most_at; /* at the last pass; the largest growth of this file's, and of which */
    unsigned streams;               /* opened outside so far */
    char names[LOST_MOST][128];     /* of the rules that lost a process, once each time */
};

/* Before the first rule is loaded; from here on nothing but the channel is left. False: not to go on, which was said.
 * Then what the engine reads comes from outside. Outside of the wall it does nothing. */
bool inside_seal(struct program *, const struct values *rules);
/* A piece of work on this file begins. False: it ended the process before, which has been said. Outside, always true. */
bool inside_may(struct speaker *, const char *file);
void inside_end(struct inside *, enum status);
_Noreturn void inside_end_for_memory(struct inside *);

/* For speaker.c, input.c and output.c. *ret_error: an errno. */
void inside_say(struct inside *, const cc_diagnostic *);
void inside_line(struct inside *, const char *text);
void inside_progress(struct inside *, size_t done, size_t of, const char *what);
/* On the heap; NULL: it has been said. */
char *inside_facts(struct speaker *, const char *path, const char *name, size_t *ret_length);
cc_file_kind inside_kind(struct inside *, const char *path, int *ret_error);
/* OPEN, or APPEND, which tells the size as well. */
bool inside_open(struct inside *, enum ask, const char *path, size_t *ret_size, int *ret_error);
bool inside_write(struct inside *, unsigned stream, const char *bytes, size_t length, int *ret_error);
bool inside_stream(struct inside *, enum ask, unsigned stream, int *ret_error); /* FLUSH, COMMIT, DISCARD */
#endif
