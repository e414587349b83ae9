/* checks.h - what is looked for in a rule's text before Lua sees it, token by token, all in one pass (guards.c). Each check
 * is handed every token, with a reader that stands behind it to look ahead in. */
#ifndef LUA_CHECKS_H
#define LUA_CHECKS_H

#include "lua/tokens.h"

/* A sentence about the text, and its line. */
struct complaint {
    uint32_t line;
    char message[300];
};

/* Brackets that are open at once, at most: a text with more is refused, before any check sees what stands in them. */
enum { BRACKETS_MOST = 100 };

/* What a rule may not write: ==, ~=, ..., a dot for a colon (tokens.c). */
bool token_refused(struct token, struct reader, struct complaint *);

/* Conditions that are neither true nor false: a quantity, a record, a set (conditions.c). Zeroed at first. */
struct conditions {
    /* One open bracket, or the file. */
    struct condition_level {
        struct token last;   /* the token before the one looked at */
        struct token before; /* the one before the operand that stands here */
        struct token operand;
        bool condition; /* between if and then, or in a group that is asked */
        bool group;     /* a bracket around an expression, not around arguments */
    } levels[BRACKETS_MOST + 1];
    int depth;
};
bool condition_refused(struct conditions *, struct token, struct reader, struct complaint *);

/* Assignments to what may be a local of a function around (assigns.c). Zeroed at first. */
enum { SCOPE_DEEPEST = 200, SCOPE_MOST_NAMES = 200 };
struct scope {
    enum word opened[SCOPE_DEEPEST]; /* from 1: what opened the bracket or block */
    bool listed[SCOPE_DEEPEST];      /* a comma stands before what may be called, indexed or assigned to here */
    int depth, functions;            /* how many are open; how many of them are functions */
    struct {
        struct token name;
        int depth, functions;
    } names[SCOPE_MOST_NAMES]; /* the locals that were declared in what is open */
    int count;
    struct token last, before; /* the tokens before the one looked at */
    const char *declares;      /* the = of a declaration, which assigns nothing */
    bool assigns;              /* the answer: also where more is open or declared than is held here */
};
void scope_follow(struct scope *, struct token, struct reader);
#endif
