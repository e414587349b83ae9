/* assigns.c - can a function of this text change a local of one that it stands in? Hardly a rule does, and one that cannot
 * keeps nothing in its upvalues: nobody has to look at them after each test. */
#include <string.h>

#include "lua/inside.h"
#include "lua/tokens.h"

enum { DEEPEST = 200, MOST_NAMES = 200 };

/* What is open around a token, and the locals that were declared there. */
struct scope {
    enum word opened[DEEPEST]; /* from 1: what opened the bracket or block */
    bool listed[DEEPEST];      /* a comma stands before what may be called, indexed or assigned to here */
    int depth, functions;      /* how many are open; how many of them are functions */
    struct {
        struct token name;
        int depth, functions;
    } names[MOST_NAMES];
    int count;
    bool full; /* more than is held here */
};

static bool is_sign(const struct token *t, char sign) { return t->kind == 'o' && t->length == 1 && *t->text == sign; }

static bool is_name(const struct token *t) { return t->kind == 'n' && t->word == WORD_NONE; }

static void declare(struct scope *s, struct token name)
{
    if (s->count == MOST_NAMES) s->full = true;
    else {
        s->names[s->count].name = name, s->names[s->count].depth = s->depth;
        s->names[s->count++].functions = s->functions;
    }
}

/* Past `a, b <const> =` of a declaration, behind its first word; nothing is passed where it has no `=`. */
static void past_declared(struct reader *r, struct scope *s, bool local)
{
    struct reader ahead = *r;
    for (;;) {
        struct token t = next_token(&ahead);
        if (!is_name(&t)) return;
        if (local) declare(s, t);
        t = next_token(&ahead);
        if (is_sign(&t, '<')) {
            next_token(&ahead), next_token(&ahead); /* const > */
            t = next_token(&ahead);
        }
        if (is_sign(&t, '=')) {
            *r = ahead;
            return;
        }
        if (!is_sign(&t, ',')) return;
    }
}

/* `function name(`, which assigns as `name = function(` does; `r` stands behind `function`. */
static bool names_function(struct reader r)
{
    struct token name = next_token(&r), after = next_token(&r);
    return name.kind == 'n' && after.word == SIGN_ROUND;
}

/* Is it a local of the function at hand? Parameters and what a loop counts in do not tell. */
static bool is_own(const struct scope *s, const struct token *name)
{
    for (int i = s->count; i-- > 0;) {
        const struct token *t = &s->names[i].name;
        if (t->length != name->length || memcmp(t->text, name->text, t->length) != 0) continue;
        return s->names[i].functions == s->functions;
    }
    return false;
}

static void forget_deeper(struct scope *s, int depth)
{
    while (s->count && s->names[s->count - 1].depth > depth) s->count--;
}

/* Opens or closes what the token does. */
static void follow(struct scope *s, const struct token *t)
{
    bool bracket = token_in(t, WORD_BIT(SIGN_ROUND) | WORD_BIT(SIGN_CURLY) | WORD_BIT(SIGN_SQUARE));
    if (bracket || token_opens_block(t)) {
        if (s->depth == DEEPEST - 1) {
            s->full = true;
            return;
        }
        s->opened[++s->depth] = t->word, s->listed[s->depth] = false;
        s->functions += t->word == WORD_FUNCTION;
    } else if (token_in(t, WORD_BIT(WORD_ELSE) | WORD_BIT(WORD_ELSEIF))) {
        forget_deeper(s, s->depth - 1);
    } else if (token_in(t, WORD_BIT(SIGN_UNROUND) | WORD_BIT(SIGN_UNCURLY) | WORD_BIT(SIGN_UNSQUARE) |
                               WORD_BIT(WORD_END) | WORD_BIT(WORD_UNTIL)) &&
               s->depth) {
        s->functions -= s->opened[s->depth--] == WORD_FUNCTION;
        forget_deeper(s, s->depth);
    }
}

bool text_assigns(const char *text, size_t length)
{
    struct reader r = { text, text + length, 1 };
    struct token last = { 0 }, before = { 0 };
    struct scope s;
    s.opened[0] = WORD_NONE, s.listed[0] = false, s.depth = s.functions = s.count = 0, s.full = false;
    for (struct token t = next_token(&r); t.kind; before = last, last = t, t = next_token(&r)) {
        bool dotted = token_in(&last, WORD_BIT(SIGN_DOT) | WORD_BIT(SIGN_COLON));
        if (is_name(&t) && !dotted) s.listed[s.depth] = is_sign(&last, ',');
        if (t.word == SIGN_ROUND && is_sign(&last, ',')) s.listed[s.depth] = true;
        follow(&s, &t);
        if (s.full) return true;
        if (t.word == WORD_FUNCTION && last.word != WORD_LOCAL && names_function(r)) return true;
        if (t.word == WORD_LOCAL || t.word == WORD_FOR) past_declared(&r, &s, t.word == WORD_LOCAL);
        if (!is_sign(&t, '=') || s.opened[s.depth] == SIGN_CURLY) continue;
        bool local = is_name(&last) && !token_in(&before, WORD_BIT(SIGN_DOT) | WORD_BIT(SIGN_COLON));
        if (s.listed[s.depth] || (local && !is_own(&s, &last))) return true;
    }
    return false;
}
