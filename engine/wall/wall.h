/* wall.h - a second process with a wall around it, for work that runs code of others.
 *
 * The first wall is the sandbox inside of Lua. Should it have a hole, the second one holds: a process that was forked, then
 * sealed: no file of its own but one channel to its parent, no system call but those that memory and the channel need, no
 * more memory and processor time than its limits, no new privileges. Whatever it wants from the world, it asks its parent,
 * who decides. Linux alone has all of it; where a part cannot be had, wall_start or wall_seal says which.
 *
 * The parent:                                         The child, inside its function:
 *     struct wall wall;                                   ... work of our own: options, files
 *     if (!wall_start(&wall, &limits, inside, ud)) ...    const char *why = wall_seal(wall);
 *     while (wall_receive(&wall, &message)) {             ... work that runs code of others:
 *         ...                                             wall_at(wall, ++number);
 *         wall_answer(&wall, &packet, kind);              wall_ask(wall, &packet, kind, &answer);
 *     }                                                   return;      it ends without any cleaning up
 *     wall_describe(&wall.end, &limits, text, sizeof text);
 *
 * Every question has one answer. What comes from the child is hostile: its lengths are checked here, its meaning by the
 * caller. The parent stays single: it owns the process, and has reaped it when wall_receive returns false. */
#ifndef WALL_WALL_H
#define WALL_WALL_H

#include <stdint.h>
#include <sys/types.h>

#include "wall/message.h"

/* What a child may take in all. Progress is its own claim, so this ends also one that claims it without end. */
struct wall_sum {
    uint64_t bytes;   /* of its questions */
    uint64_t seconds; /* of processor time */
};
struct wall_limits {
    uint64_t memory;           /* bytes of address space beside what the process has when it is sealed */
    unsigned seconds;          /* of processor time without any progress (wall_at, or a question) */
    unsigned idle;             /* seconds without processor time, progress or question, while the parent waits */
    struct wall_sum all, more; /* to begin with; and for each piece that the caller counts, see wall_allow */
};
extern const struct wall_limits wall_limits; /* limits.c, and nothing else in it: a test links others */

enum wall_cause {
    WALL_DONE,
    WALL_CALL,
    WALL_TIME,
    WALL_MEMORY,
    WALL_IDLE,
    WALL_NOISE,
    WALL_ALL_BYTES,
    WALL_ALL_SECONDS,
    WALL_SIGNAL,
    WALL_EXIT
};
struct wall_end {
    enum wall_cause cause;
    int detail;  /* the system call, the signal, the status; how many MB or seconds in all */
    uint64_t at; /* where the child was: its last wall_at */
};
struct wall {
    int channel;
    pid_t child; /* 0: in the child itself; -1: none */
    struct wall_page *page;
    struct message_room room;
    struct wall_end end;
    const struct wall_limits *limits;
    uint64_t seen;          /* the parent's: progress at the last look */
    int64_t looked;         /* when that was, in milliseconds */
    int64_t spent, allowed; /* milliseconds of processor time then; how far it may go */
    unsigned idle;          /* looks in which nothing moved */
    struct wall_sum most;   /* what it may take in all, and has said so far */
    uint64_t said;
    int64_t before; /* milliseconds that children before it took, which count as its own */
};

typedef void wall_function(struct wall *, void *ud);
/* Forks, and runs the function in the child, which never returns from here. False: there is no process to be had; errno
 * says why. */
bool wall_start(struct wall *, const struct wall_limits *, wall_function *, void *ud);
/* The next question, which lives until the answer. False: the child has ended, see `end`. */
bool wall_receive(struct wall *, struct message *ret_question);
void wall_answer(struct wall *, const struct packet *, uint32_t kind);
/* The child may take so much more in all: the parent has given it more to do. */
void wall_allow(struct wall *, struct wall_sum more);
/* Ends the child for what it said. wall_receive then returns false. */
void wall_refuse(struct wall *);
void wall_free(struct wall *);
/* "it called 'socket'": what ended the child, without a full stop. */
void wall_describe(const struct wall_end *, const struct wall_limits *, char *out, size_t size);

/* In the child. NULL: sealed; else which part of the wall could not be had (the others are there). */
const char *wall_seal(struct wall *);
/* Tells where the child is. One store in memory that both share: it costs nothing. */
void wall_at(struct wall *, uint64_t number);
/* Bytes that the process has from the system for its heap; 0: nobody counts. Too slow to be asked all the time. */
uint64_t wall_memory(void);
/* The answer lives until the next question. The child ends where its parent is gone. */
void wall_ask(struct wall *, const struct packet *question, uint32_t kind, struct message *ret_answer);
/* Ends the child for want of memory, so that this is known of it. */
_Noreturn void wall_end_for_memory(struct wall *);
#endif
