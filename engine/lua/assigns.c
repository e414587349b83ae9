/* assigns.c - can a function of this text change a local of one that it stands in? Hardly a rule does, and one that cannot
 * keeps nothing in its upvalues: nobody has to look at them after each test. */
#include <string.h>

#include "lua/checks.h"

static bool is_sign(const struct token *t, char sign) { return t->kind == 'o' && t->length == 1 && *t->text == sign; }

static void declare(struct scope *s, const struct token *name)
{
    if (s->count == SCOPE_MOST_NAMES) s->assigns = true;
    else {
        s->names[s->count].name = name, s->names[s->count].depth = s->depth;
        s->names[s->count++].functions = s->functions;
    }
}

/* `local a, b <const> =` or `for a =`, whose first word the token is: what is declared. */
static void follow_declared(struct scope *s, const struct token *t)
{
    bool local = t->word == WORD_LOCAL;
    for (t++; token_is_name(t); t++) {
        if (local) declare(s, t);
        t++;
        if (is_sign(t, '<')) t = token_after(token_after(token_after(t))); /* < const > */
        if (t->word == SIGN_ASSIGNS) s->declares = t;
        if (!is_sign(t, ',')) return;
    }
}

/* `function name(`, which assigns as `name = function(` does. */
static bool names_function(const struct token *function)
{
    return function[1].kind == 'n' && function[2].word == SIGN_ROUND;
}

/* Is it a local of the function at hand? Parameters and what a loop counts in do not tell. */
static bool is_own(const struct scope *s, const struct token *name)
{
    for (int i = s->count; i-- > 0;) {
        const struct token *t = s->names[i].name;
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
    if (token_in(t, OPENING_BITS) || token_opens_block(t)) {
        if (s->depth == SCOPE_DEEPEST - 1) {
            s->assigns = true;
            return;
        }
        s->opened[++s->depth] = t->word, s->listed[s->depth] = false;
        s->functions += t->word == WORD_FUNCTION;
    } else if (token_in(t, WORD_BIT(WORD_ELSE) | WORD_BIT(WORD_ELSEIF))) {
        forget_deeper(s, s->depth - 1);
    } else if (token_in(t, CLOSING_BITS | WORD_BIT(WORD_END) | WORD_BIT(WORD_UNTIL)) && s->depth) {
        s->functions -= s->opened[s->depth--] == WORD_FUNCTION;
        forget_deeper(s, s->depth);
    }
}

/* Is it an assignment that may be to an upvalue? */
static bool assigns(const struct scope *s, const struct token *t)
{
    static const uint64_t dotted = WORD_BIT(SIGN_DOT) | WORD_BIT(SIGN_COLON);
    if (t->word == WORD_FUNCTION) return t[-1].word != WORD_LOCAL && names_function(t);
    if (t->word != SIGN_ASSIGNS || t == s->declares || s->opened[s->depth] == SIGN_CURLY) return false;
    bool local = token_is_name(t - 1) && !token_in(t - 2, dotted);
    return s->listed[s->depth] || (local && !is_own(s, t - 1));
}

void scope_follow(struct scope *s, const struct token *t)
{
    if (s->assigns) return;
    if (t->word == WORD_NONE) {
        if (t->kind == 'n' && !token_in(t - 1, WORD_BIT(SIGN_DOT) | WORD_BIT(SIGN_COLON)))
            s->listed[s->depth] = is_sign(t - 1, ',');
        return;
    }
    if (t->word == SIGN_ROUND && is_sign(t - 1, ',')) s->listed[s->depth] = true;
    follow(s, t);
    if (t->word == WORD_LOCAL || t->word == WORD_FOR) follow_declared(s, t);
    s->assigns |= assigns(s, t);
}
