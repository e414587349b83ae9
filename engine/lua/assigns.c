/* assigns.c - can a function of this text change a local of one that it stands in? Hardly a rule does, and one that cannot
 * keeps nothing in its upvalues: nobody has to look at them after each test. */
#include <string.h>

#include "lua/checks.h"

static bool is_sign(const struct token *t, char sign) { return t->kind == 'o' && t->length == 1 && *t->text == sign; }

static bool is_name(const struct token *t) { return t->kind == 'n' && t->word == WORD_NONE; }

static void declare(struct scope *s, struct token name)
{
    if (s->count == SCOPE_MOST_NAMES) s->assigns = true;
    else {
        s->names[s->count].name = name, s->names[s->count].depth = s->depth;
        s->names[s->count++].functions = s->functions;
    }
}

/* Behind the first word of `local a, b <const> =` or `for a =`: what is declared. */
static void follow_declared(struct scope *s, struct reader r, bool local)
{
    for (;;) {
        struct token t = next_token(&r);
        if (!is_name(&t)) return;
        if (local) declare(s, t);
        t = next_token(&r);
        if (is_sign(&t, '<')) {
            next_token(&r), next_token(&r); /* const > */
            t = next_token(&r);
        }
        if (t.word == SIGN_ASSIGNS) s->declares = t.text;
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
        if (s->depth == SCOPE_DEEPEST - 1) {
            s->assigns = true;
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

/* Is it an assignment that may be to an upvalue? */
static bool assigns(const struct scope *s, const struct token *t, const struct reader *r)
{
    if (t->word == WORD_FUNCTION) return s->last.word != WORD_LOCAL && names_function(*r);
    if (t->word != SIGN_ASSIGNS || t->text == s->declares || s->opened[s->depth] == SIGN_CURLY) return false;
    bool local = is_name(&s->last) && !token_in(&s->before, WORD_BIT(SIGN_DOT) | WORD_BIT(SIGN_COLON));
    return s->listed[s->depth] || (local && !is_own(s, &s->last));
}

void scope_follow(struct scope *s, const struct token *t, const struct reader *r)
{
    if (s->assigns) return;
    bool dotted = token_in(&s->last, WORD_BIT(SIGN_DOT) | WORD_BIT(SIGN_COLON));
    if (is_name(t) && !dotted) s->listed[s->depth] = is_sign(&s->last, ',');
    if (t->word == SIGN_ROUND && is_sign(&s->last, ',')) s->listed[s->depth] = true;
    follow(s, t);
    if (t->word == WORD_LOCAL || t->word == WORD_FOR) follow_declared(s, *r, t->word == WORD_LOCAL);
    s->assigns |= assigns(s, t, r);
    s->before = s->last, s->last = *t;
}
