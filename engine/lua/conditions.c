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

static bool opens(const struct token *t) { return token_in(t, OPENING_BITS); }
static bool closes(const struct token *t) { return token_in(t, CLOSING_BITS); }
static bool computes(const struct token *t) { return token_in(t, BIT(SIGN_EQUALS) | BIT(SIGN_COMPUTES)); }
/* Of what stands before it something is called, indexed or asked. */
static bool goes_on(const struct token *t) { return token_in(t, OPENING_BITS | BIT(SIGN_DOT) | BIT(SIGN_COLON)); }

/* What stands here may be called, indexed or asked. */
static bool ends_operand(const struct token *t) { return token_is_name(t) || t->kind == 's' || closes(t); }

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

/* Is the value asked for its truth that ends before `after`? */
static bool is_asked(const struct condition_level *levels, int depth, const struct token *after)
{
    for (;; depth--) {
        const struct condition_level *in = &levels[depth];
        const struct token *before = in->operand - 1;
        if (goes_on(after) || after->kind == 's') return false; /* of what it gives something is asked */
        if (before->word == WORD_NOT) return true;
        if (computes(before) || computes(after)) return false;
        if (after->word == WORD_AND || before->word == WORD_UNTIL) return true;
        if (after->word == WORD_OR) return in->condition || before->word != WORD_AND;
        if (after->word == WORD_THEN || after->word == WORD_DO) return in->condition;
        if (after->word != SIGN_UNROUND || !in->group) return false;
        if (in->condition) return true;
        if (before->word != SIGN_ROUND) return false;
        after++; /* the bracket holds nothing else */
    }
}

/* A bracket opens: of arguments, of a table, or around an expression. */
static struct condition_level opened(struct condition_level *in, const struct token *t)
{
    struct condition_level inner = { .operand = t + 1 };
    const struct token *before = t - 1;
    if (t->word != SIGN_ROUND || ends_operand(before) || before->word == WORD_FUNCTION) return inner;
    in->operand = t;
    const struct token *after = token_after(token_closing(t));
    bool used = computes(before) || computes(after) || goes_on(after);
    inner.group = true;
    inner.condition = !used && (in->condition || before->word == WORD_NOT);
    return inner;
}

/* "case:invested(a, b) gives …": the operand as it stands there, or where it is long its call alone. */
static void say(const struct token *operand, const struct token *called, const struct token *last, const char *type,
                struct complaint *c)
{
    const struct said *said = said_of(type);
    char written[LONGEST + 1];
    size_t length = (size_t)(last->text + last->length - operand->text);
    if (length > LONGEST || memchr(operand->text, '\n', length) || memchr(operand->text, '\r', length)) {
        int most = called->length < LONGEST - 20 ? (int)called->length : LONGEST - 20;
        snprintf(written, sizeof written, "%.*s(…)", most, called->text);
    } else snprintf(written, sizeof written, "%.*s", (int)length, operand->text);
    c->line = called->line;
    snprintf(c->message, sizeof c->message, "%s gives %s, which is neither true nor false; %s: %s%s", written, said->is,
             said->mend, written, said->then);
}

/* The name of a global, or of a method: is it called for what is neither true nor false, and asked for its truth? */
static bool call_refused(struct conditions *c, const struct token *called, bool global, struct complaint *complaint)
{
    const struct token *arguments = called + 1;
    if (arguments->kind != 's' && !token_in(arguments, BIT(SIGN_ROUND) | BIT(SIGN_CURLY))) return false;
    const char *type = gives(called, global);
    if (!type) return false;
    const struct token *last = token_closing(arguments);
    if (!is_asked(c->levels, c->depth, token_after(last))) return false;
    say(c->levels[c->depth].operand, called, last, type, complaint);
    return true;
}

bool condition_refused(struct conditions *c, const struct token *t, struct complaint *complaint)
{
    static const uint64_t asks = BIT(WORD_IF) | BIT(WORD_ELSEIF) | BIT(WORD_WHILE);
    static const uint64_t asked = BIT(WORD_THEN) | BIT(WORD_DO);
    struct condition_level *in = &c->levels[c->depth];
    if (t->word == WORD_NONE) {
        if (t->kind != 'n' || token_in(t - 1, BIT(SIGN_DOT) | BIT(SIGN_COLON))) return false;
        in->operand = t;
        return call_refused(c, t, true, complaint);
    }
    if (t->word == SIGN_COLON) return t[1].kind && call_refused(c, t + 1, false, complaint);
    if (opens(t)) c->levels[++c->depth] = opened(in, t);
    else if (closes(t)) c->depth -= c->depth > 0;
    else if (token_in(t, asks)) in->condition = true;
    else if (token_in(t, asked)) in->condition = false;
    return false;
}
