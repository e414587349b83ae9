/* asks.h - what a command behind the wall (inside.c) asks of the process outside (outside.c), and how it is packed.
 *
 * Each is answered with YES or NO. Until SEALED is asked only our own code has run inside, so what may be read is named
 * before, and no output is opened after, but for the pages of `docs`, whose names the rules decide. */
#ifndef CLI_ASKS_H
#define CLI_ASKS_H

enum ask {
    ASK_ALLOW_FACTS = 1, /* paths: ASK_FACTS may name them, most likely in this order */
    ASK_SEALED,          /* NULL, or which part of the wall could not be had. NO: do not go on */
    ASK_OPEN,            /* path. NO: errno; it has been said */
    ASK_APPEND,          /* the same; YES: the size of what the file holds */
    ASK_PAGE,            /* the name of a page of docs: the one output opened after SEALED. NO: errno */
    ASK_WRITE,           /* stream, bytes. NO: errno. Stream 0 is standard output, then as they were opened */
    ASK_FLUSH,           /* stream. NO: errno */
    ASK_COMMIT,          /* stream. NO: errno; it has been said */
    ASK_DISCARD,         /* stream */
    ASK_FACTS,           /* path. YES: path, length, bytes; and of those likely next. NO: a code, a sentence */
    ASK_SAY,             /* a diagnostic */
    ASK_LINE,            /* a line for standard error */
    ASK_PROGRESS,        /* done, of, what */
    ASK_END,             /* status: the command is done */
    ASKS
};
enum answer { ANSWER_NO, ANSWER_YES };

/* What the wall took from a run: the piece of work with this number is not done again, for this reason. A rule may cost a few
 * processes, after many no second one, and after the most no rule is run. */
enum { LOST_OF_ONE = 8, LOST_MANY = 64, LOST_MOST = 96, REASON_ROOM = 160 };
struct lost {
    unsigned long long number;
    char reason[REASON_ROOM];
};
#endif
