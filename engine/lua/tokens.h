/* tokens.h - a rule's text as Lua's tokens, for those who look at it before Lua does. */
#ifndef LUA_TOKENS_H
#define LUA_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "include/compliance.h"

/* Lua's own words, and its signs as far as anybody asks about them. */
enum word {
    WORD_NONE, /* a name of the rule's own, a string, a number, the end */
    WORD_AND,
    WORD_BREAK,
    WORD_DO,
    WORD_ELSE,
    WORD_ELSEIF,
    WORD_END,
    WORD_FALSE,
    WORD_FOR,
    WORD_FUNCTION,
    WORD_GOTO,
    WORD_IF,
    WORD_IN,
    WORD_LOCAL,
    WORD_NIL,
    WORD_NOT,
    WORD_OR,
    WORD_REPEAT,
    WORD_RETURN,
    WORD_THEN,
    WORD_TRUE,
    WORD_UNTIL,
    WORD_WHILE,
    SIGN_ROUND,   /* ( */
    SIGN_UNROUND, /* ) */
    SIGN_CURLY,   /* { */
    SIGN_UNCURLY, /* } */
    SIGN_SQUARE,  /* [ */
    SIGN_UNSQUARE,
    SIGN_DOT,
    SIGN_COLON,
    SIGN_DOTS,     /* ... */
    SIGN_EQUALS,   /* == or ~= */
    SIGN_COMPUTES, /* any other between two operands or before one: + .. < # */
    SIGN_ASSIGNS,  /* = */
    SIGN_PARTS,    /* , and ; */
    SIGN_OTHER     /* :: */
};
#define WORD_BIT(WORD) (UINT64_C(1) << (WORD)) /* of a set that token_in takes */

struct token {
    const char *text;
    uint32_t length, line; /* where it begins */
    char kind;             /* 'n' name, 's' string, '#' number, 'o' operator, 0 the end */
    uint8_t word;          /* enum word */
};

/* Reads on, one token at a time; copy it to look ahead. Of a text of less than 4 GiB. */
struct reader {
    const char *next, *end;
    uint32_t line;
};
static inline struct reader reader_of(const char *text, size_t length)
{
    return (struct reader){ text, text + length, 1 };
}
struct token next_token(struct reader *);

/* All tokens of a text, for who looks ahead and back. Zeroed at first. */
enum { ENDS_BEFORE = 2, ENDS_BEHIND = 6 };
struct token_list {
    struct token *tokens; /* ENDS_BEFORE of kind 0, those of the text, ENDS_BEHIND of kind 0: so far one may look */
    size_t capacity;
};
/* Owns what is in the list until token_list_free, and reuses its room. Gives the first token of the text; NULL: no memory. */
const struct token *token_list_read(struct token_list *, const cc_allocator *, const char *text, size_t length);
void token_list_free(struct token_list *, const cc_allocator *);
/* The next one: behind the end it is the end. */
static inline const struct token *token_after(const struct token *t) { return t->kind ? t + 1 : t; }

/* Is it one of the set? */
static inline bool token_in(const struct token *t, uint64_t words) { return words >> t->word & 1; }
/* Is the token these letters, and no string? Inline: of a literal the length is known. */
static inline bool token_is(const struct token *t, const char *text)
{
    return t->length == strlen(text) && !memcmp(t->text, text, t->length) && t->kind != 's';
}
/* A name of the rule's own, and no word of Lua's. */
static inline bool token_is_name(const struct token *t) { return t->kind == 'n' && t->word == WORD_NONE; }
/* Brackets of all three kinds. */
#define OPENING_BITS (WORD_BIT(SIGN_ROUND) | WORD_BIT(SIGN_CURLY) | WORD_BIT(SIGN_SQUARE))
#define CLOSING_BITS (WORD_BIT(SIGN_UNROUND) | WORD_BIT(SIGN_UNCURLY) | WORD_BIT(SIGN_UNSQUARE))
/* In a list: what closes the bracket given; what is no bracket is all there is of it. Where none closes it, the end; what is nested
 * too deep is refused when it is come to (guards.c), so it is no use to look for its end. */
const struct token *token_closing(const struct token *);
/* Does it open a block that `end` or `until` closes? */
bool token_opens_block(const struct token *);
#endif
