/* tokens.h - a rule's text as Lua's tokens, for those who look at it before Lua does. */
#ifndef LUA_TOKENS_H
#define LUA_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

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
    uint32_t last_line;    /* where it ends: a string may hold more than one */
    char kind;             /* 'n' name, 's' string, '#' number, 'o' operator, 0 the end */
    uint8_t word;          /* enum word */
};
/* Tokens that were read, to be read again: who looks ahead meets each some four times. Zeroed at first. */
enum { TOKENS_SEEN = 128 };
struct tokens_seen {
    struct token_seen {
        const char *from; /* where reading began; NULL: none yet */
        struct token token;
    } tokens[TOKENS_SEEN]; /* by where reading began */
};
/* Copy it to look ahead. Of a text of less than 4 GiB. */
struct reader {
    const char *next, *end;
    uint32_t line;
    struct tokens_seen *seen; /* of this text alone; or NULL */
};
static inline struct reader reader_of(const char *text, size_t length)
{
    return (struct reader){ text, text + length, 1, NULL };
}
struct token next_token(struct reader *);
/* Is it one of the set? */
static inline bool token_in(const struct token *t, uint64_t words) { return words >> t->word & 1; }
/* Is the token these letters, and no string? Inline: of a literal the length is known. */
static inline bool token_is(const struct token *t, const char *text)
{
    return t->length == strlen(text) && !memcmp(t->text, text, t->length) && t->kind != 's';
}
/* Does it open a block that `end` or `until` closes? */
bool token_opens_block(const struct token *);
#endif
