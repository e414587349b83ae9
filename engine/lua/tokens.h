/* tokens.h - a rule's text as Lua's tokens, for those who look at it before Lua does. */
#ifndef LUA_TOKENS_H
#define LUA_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct token {
    char kind; /* 'n' name, 's' string, '#' number, 'o' operator, 0 the end */
    const char *text;
    size_t length;
    uint32_t line;
};
/* { text, text + length, 1 }; copy it to look ahead. */
struct reader {
    const char *next, *end;
    uint32_t line;
};
struct token next_token(struct reader *);
/* Is the token these letters, and no string? */
bool token_is(const struct token *, const char *text);
/* Does it open a block that `end` or `until` closes? */
bool token_opens_block(const struct token *);
#endif
