/* inside.h - a command behind the wall: what it would do to the world it asks of the process outside.
 *
 * A speaker knows whether it is inside; so do, by it, inputs and outputs. The other files of this room need not know. */
#ifndef CLI_INSIDE_H
#define CLI_INSIDE_H

#include "cli/asks.h"
#include "cli/gathered.h"
#include "cli/program.h"
#include "wall/wall.h"

/* What is written goes out in large pieces, whose bounds depend on nothing but what is written and said. */
struct pending {
    struct packet packet; /* the number of the stream, then bytes */
    unsigned stream;
    int *error; /* of the output, which is told later; NULL: nothing is pending */
};
struct inside {
    struct wall *wall;
    struct program *program;
    struct gathered gathered; /* the rule files */
    struct pending pending;
    struct message_room room; /* of facts that were handed in, and what is left of them */
    struct taking handed;
    bool asks, sealed; /* inputs are asked for; nothing but the channel is left */
    uint64_t passes;   /* pieces of work with code of others so far */
    const struct lost *lost;
    size_t lost_count, reached, named; /* reached: how many of them so far in this run */
    /* What one piece of work took and did not give back is missed only later: who took most is found in a second run. */
    bool careful;
    uint64_t memory, most, most_at; /* at the last pass; the largest growth of this file's, and of which */
    unsigned streams;               /* opened outside so far */
    char names[LOST_MOST][128];     /* of the rules that lost a process, once each time */
};

/* Before the first rule is loaded; from here on nothing but the channel is left. False: not to go on, which was said.
 * The files of rules are read before, so that the engine has them after. Outside of the wall it does nothing. */
bool inside_seal(struct program *, const struct values *rules);
/* These files may be asked for, most likely in this order; from now on inputs are asked for, and can be read once more by a
 * fresh process. Before the seal alone, else it does nothing. */
void inside_allow(struct speaker *, const struct values *paths);
/* How many pieces of work were left out, since each ended a process. */
size_t inside_lost(const struct speaker *);
/* A piece of work on this file begins. False: it ended the process before, which has been said. Outside, always true. */
bool inside_may(struct speaker *, const char *file);
void inside_end(struct inside *, enum status);
_Noreturn void inside_end_for_memory(struct inside *);

/* For speaker.c, input.c and output.c. *ret_error, *error: an errno. */
void inside_say(struct inside *, const cc_diagnostic *);
void inside_line(struct inside *, const char *text);
void inside_progress(struct inside *, size_t done, size_t of, const char *what);
/* On the heap; NULL: it has been said. */
char *inside_facts(struct speaker *, const char *path, const char *name, size_t *ret_length);
/* OPEN, or APPEND, which tells the size as well. */
bool inside_open(struct inside *, enum ask, const char *path, size_t *ret_size, int *ret_error);
/* What was written may fail only later: *error, 0 so far, is set then, and has to live until COMMIT or DISCARD. */
bool inside_write(struct inside *, unsigned stream, const char *bytes, size_t length, int *error);
bool inside_stream(struct inside *, enum ask, unsigned stream, int *ret_error); /* FLUSH, COMMIT, DISCARD */
#endif
