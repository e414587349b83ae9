/* checks.h - what is looked for in a rule's text before Lua sees it, token by token, all in one pass (guards.c). Each check
 * is handed every token of a list, in which it looks ahead and back. */
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
bool token_refused(const struct token *, struct complaint *);

/* Conditions that are neither true nor false: a quantity, a record, a set (conditions.c). */
struct conditions {
    int depth;
    /* One open bracket, or the file. */
    struct condition_level {
        const struct token *operand; /* that stands here: its first token */
        bool condition;              /* between if and then, or in a group that is asked */
        bool group;                  /* a bracket around an expression, not around arguments */
    } levels[BRACKETS_MOST + 1];     /* so many as are open, and the file's */
};
static inline void conditions_begin(struct conditions *c, const struct token *first)
{
    c->depth = 0, c->levels[0] = (struct condition_level){ .operand = first };
}
bool condition_refused(struct conditions *, const struct token *, struct complaint *);

/* Assignments to what may be a local of a function around (assigns.c). */
enum { SCOPE_DEEPEST = 200, SCOPE_MOST_NAMES = 200 };
struct scope {
    bool assigns;                 /* the answer: also where more is open or declared than is held here */
    const struct token *declares; /* the = of a declaration, which assigns nothing */
    int depth, functions;         /* how many are open; how many of them are functions */
    int count;
    enum word opened[SCOPE_DEEPEST]; /* from 1: what opened the bracket or block */
    bool listed[SCOPE_DEEPEST];      /* a comma stands before what may be called, indexed or assigned to here */
    struct {
        const struct token *name;
        int depth, functions;
    } names[SCOPE_MOST_NAMES]; /* the locals that were declared in what is open */
};
static inline void scope_begin(struct scope *s)
{
    memset(s, 0, offsetof(struct scope, opened));
    s->listed[0] = false; /* nothing opens the file */
}
void scope_follow(struct scope *, const struct token *);
#endif
