/* outside.h - answers what a command behind the wall asks: hands in files that were named, puts out what it writes. */
#ifndef CLI_OUTSIDE_H
#define CLI_OUTSIDE_H

#include "cli/input.h"
#include "cli/inside.h"
#include "cli/isolate.h"

/* An output, as the child knows it by its number. */
struct stream {
    struct output *out, own;
    char *name;          /* of its own output, on the heap */
    size_t size;         /* of a file that is appended to, before */
    int open_error;      /* why it could not be opened */
    uint64_t failed_at;  /* the number of the question from which on it has failed; UINT64_MAX: none */
    bool finished, well; /* committed or discarded, and how that went */
    int error;
};
struct outside {
    struct program *program;
    command_function *command;
    struct wall wall;
    struct packet answer; /* the last one; its room serves the next */
    bool always;          /* --isolate always */
    bool ended, refused;  /* the command is done; it must not go on without a wall */
    unsigned runs;        /* begun so far */
    uint64_t status;
    struct stream **streams; /* the first is standard output */
    size_t stream_count, opened;
    struct values facts;  /* what may be handed in, on the heap */
    uint64_t *identities; /* of each, as it was when first read; 0: not yet */
    size_t facts_room;
    size_t next;        /* of facts: which is likely to be asked for */
    size_t handed;      /* of facts: before it all were handed in, or passed over, in this run */
    int64_t spent;      /* milliseconds of processor time that processes took which are gone */
    struct input *kept; /* facts that cannot be read twice, on the heap */
    size_t kept_count;
    bool careful;         /* a process took too much memory: the next run finds out which piece of work did */
    uint64_t killed_at;   /* where one was killed by somebody else, + 1: that may happen to each piece of work once */
    bool sealed, differs; /* sealed: in this run; differs: a fresh run did not repeat what had been acted on */
    /* What was acted on so far, in all runs, and how far this run is: how many questions that leave a trace in the world,
     * and a digest of them. */
    uint64_t acted, history, asked, digest;
    struct lost lost[LOST_MOST];
    size_t lost_count;
};

bool outside_open(struct outside *, struct program *);
/* What was not committed is given up: the files that were there before stay. */
void outside_close(struct outside *);
/* Answers one question. */
void outside_answer(struct outside *, const struct message *question);

/* outside_files.c: reads only what may be read. */
void outside_allow(struct outside *, const char *path);
bool outside_facts(struct outside *, const char *path, struct packet *answer);
#endif
