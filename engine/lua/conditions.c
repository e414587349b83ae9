/* conditions.c - finds what a rule takes for a yes or no and is neither: `if case:invested(a, b) then`. To Lua a quantity,
 * a record, a market, a set and a list are all true, so that such a condition would decide silently, always the same way.
 *
 * What a call gives says api.def. Looked at is a call that ends its operand: after `not`; before `and`; before `or`, but
 * not in `x and call or y`, which chooses; alone between `if` and `then`. Brackets around it change nothing. */
#include <stdio.h>
#include <string.h>

#include "lua/api.h"
#include "lua/checks.h"
#include "lua/inside.h"

enum { LONGEST = 60 };

#define BIT(NAME) WORD_BIT(NAME)
static const uint64_t opening = BIT(SIGN_ROUND) | BIT(SIGN_CURLY) | BIT(SIGN_SQUARE),
                      closing = BIT(SIGN_UNROUND) | BIT(SIGN_UNCURLY) | BIT(SIGN_UNSQUARE),
                      computing = BIT(SIGN_EQUALS) | BIT(SIGN_COMPUTES);

static bool opens(const struct token *t) { return token_in(t, opening); }
static bool closes(const struct token *t) { return token_in(t, closing); }
static bool computes(const struct token *t) { return token_in(t, computing); }
static bool is_name(const struct token *t) { return t->kind == 'n' && t->word == WORD_NONE; }
/* Of what stands before it something is called, indexed or asked. */
static bool goes_on(const struct token *t) { return token_in(t, opening | BIT(SIGN_DOT) | BIT(SIGN_COLON)); }

/* What stands here may be called, indexed or asked. */
static bool ends_operand(const struct token *t) { return is_name(t) || t->kind == 's' || closes(t); }

/* The name that comes next is a field's or a method's. */
static bool follows_dot(const struct condition_level *in)
{
    return token_in(&in->last, BIT(SIGN_DOT) | BIT(SIGN_COLON));
}

/* Past arguments: a text, or the bracket that opens with the token given and all in it. Where they end. What is nested too deep
 * is refused when it is come to, so it is no use to look for its end. */
static const char *past(struct reader *r, struct token t)
{
    for (int depth = 0; t.kind && depth <= BRACKETS_MOST; t = next_token(r)) {
        if (opens(&t)) depth++;
        if (closes(&t)) depth--;
        if (!depth) break;
    }
    return t.text + t.length;
}

/* What the api says that the call gives, where every call of the name gives what is neither true nor false; else NULL. */
static const char *gives(const struct token *name, bool global)
{
    const char *returns = NULL;
    for (size_t i = 0; i < api_call_count; i++) {
        const struct api_call *call = &api_calls[i];
        if (*call->name != *name->text || global != !*call->object || !token_is(name, call->name)) continue;
        if (!strcmp(call->returns, "boolean") || !strcmp(call->returns, "nil")) return NULL;
        if (!returns) returns = call->returns;
    }
    return returns;
}

/* What the api calls by its type, as a sentence says it, and how it is asked. */
static const struct said {
    const char *type, *is, *mend, *then;
} says[] = {
    { "Quantity", "a quantity", "compare it", " >= …" },
    { "$Set", "a set", "ask it", ":any()" },
    { "List", "a list", "ask it", ":any()" },
    { "Market", "a market", "ask it", ":listed(…)" },
    { "$", "a record", "ask it", ":has{ field = … }" },
    { "Case", "a case", "ask it", ":…" },
    { "", "what a loop walks", "walk it", "" },
};

static const struct said *said_of(const char *type)
{
    const struct said *said = says;
    while (*said->type && strcmp(said->type, type) != 0) said++;
    return said;
}

/* Is the value asked for its truth? `after` follows it, r stands behind that. */
static bool is_asked(const struct condition_level *levels, int depth, struct token after, struct reader r)
{
    for (;; depth--) {
        const struct condition_level *in = &levels[depth];
        const struct token *before = &in->before;
        if (goes_on(&after) || after.kind == 's') return false; /* of what it gives something is asked */
        if (before->word == WORD_NOT) return true;
        if (computes(before) || computes(&after)) return false;
        if (after.word == WORD_AND || before->word == WORD_UNTIL) return true;
        if (after.word == WORD_OR) return in->condition || before->word != WORD_AND;
        if (after.word == WORD_THEN || after.word == WORD_DO) return in->condition;
        if (after.word != SIGN_UNROUND || !in->group) return false;
        if (in->condition) return true;
        if (before->word != SIGN_ROUND) return false;
        after = next_token(&r); /* the bracket holds nothing else */
    }
}

/* A bracket opens: of arguments, of a table, or around an expression. */
static struct condition_level opened(struct condition_level *in, struct token t, struct reader r)
{
    struct condition_level inner = { .last = t };
    if (t.word != SIGN_ROUND || ends_operand(&in->last) || in->last.word == WORD_FUNCTION) return inner;
    in->before = in->last, in->operand = t;
    past(&r, t);
    struct token after = next_token(&r);
    bool used = computes(&in->before) || computes(&after) || goes_on(&after);
    inner.group = true;
    inner.condition = !used && (in->condition || in->before.word == WORD_NOT);
    return inner;
}

/* Does a call begin with the token, the name of a global or the ':' of a method? What it gives then, what is called and
 * where its arguments begin; else NULL. */
static const char *call_gives(bool global, struct token *called, struct reader *r, struct token *ret_arguments)
{
    if (!global) *called = next_token(r);
    *ret_arguments = next_token(r);
    bool calls = ret_arguments->kind == 's' || token_in(ret_arguments, BIT(SIGN_ROUND) | BIT(SIGN_CURLY));
    return calls ? gives(called, global) : NULL;
}

/* "case:invested(a, b) gives …": the operand as it stands there, or where it is long its call alone. */
static void say(const struct condition_level *in, struct token called, const char *end, const char *type,
                struct complaint *c)
{
    const struct said *said = said_of(type);
    char written[LONGEST + 1];
    size_t length = (size_t)(end - in->operand.text);
    if (length > LONGEST || memchr(in->operand.text, '\n', length) || memchr(in->operand.text, '\r', length)) {
        int most = called.length < LONGEST - 20 ? (int)called.length : LONGEST - 20;
        snprintf(written, sizeof written, "%.*s(…)", most, called.text);
    } else snprintf(written, sizeof written, "%.*s", (int)length, in->operand.text);
    c->line = called.line;
    snprintf(c->message, sizeof c->message, "%s gives %s, which is neither true nor false; %s: %s%s", written, said->is,
             said->mend, written, said->then);
}

bool condition_refused(struct conditions *c, const struct token *t, const struct reader *r, struct complaint *complaint)
{
    struct condition_level *in = &c->levels[c->depth];
    bool name = is_name(t) && !follows_dot(in);
    if (name) in->before = in->last, in->operand = *t;
    if (token_in(t, BIT(WORD_IF) | BIT(WORD_ELSEIF) | BIT(WORD_WHILE))) in->condition = true;
    if (token_in(t, BIT(WORD_THEN) | BIT(WORD_DO))) in->condition = false;
    if (name || t->word == SIGN_COLON) {
        struct reader ahead = *r;
        struct token called = *t, arguments;
        const char *type = call_gives(name, &called, &ahead, &arguments);
        if (type) {
            const char *end = past(&ahead, arguments);
            struct token after = next_token(&ahead);
            if (is_asked(c->levels, c->depth, after, ahead)) return say(in, called, end, type, complaint), true;
        }
    }
    if (opens(t)) c->levels[++c->depth] = opened(in, *t, *r);
    else if (closes(t) && c->depth) in = &c->levels[--c->depth];
    in->last = *t;
    return false;
}
