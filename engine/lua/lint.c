/* lint.c - see lint.h. Each check goes through the tokens by itself: a rule is short, and one check is one idea. */
#include "lua/lint.h"

#include <stdio.h>
#include <string.h>

#include "lua/tokens.h"

const struct lint_info lint_table[LINT_COUNT] = {
#define LINT(NAME, ID, SAYS, WHY) { ID, SAYS, WHY },
#include "lua/lint.def"
};

enum { DEEPEST = 100, MOST_TABLES = 32, MOST_KEYS = 64 };

static bool is_one_of(const struct token *t, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (token_is(t, words[i])) return true;
    return false;
}
#define ONE_OF(TOKEN, ...)                                 \
    is_one_of(TOKEN, (const char *const[]){ __VA_ARGS__ }, \
              sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

/* ---- or, and between tests ---- */

/* A comparison, or a call that may be unknown. `has` guards what comes after `and`, so it counts only before `or`. */
static bool is_test(struct reader r, const struct token *t, bool *ret_guard)
{
    if (ONE_OF(t, "<", "<=", ">", ">=")) return true;
    struct token name = next_token(&r);
    if (token_is(t, "equal") && token_is(&name, "(")) return true;
    if (!token_is(t, ":")) return false;
    if (token_is(&name, "has")) *ret_guard = true;
    return ONE_OF(&name, "any", "none", "does", "listed", "grew");
}

static void check_operators(const char *text, size_t length, lint_fn *say, void *ud)
{
    struct reader r = reader_of(text, length);
    bool tests[DEEPEST] = { false }, guards[DEEPEST] = { false }; /* what stands to the left, in each open bracket */
    int depth = 0;
    for (struct token t = next_token(&r); t.kind && depth < DEEPEST - 1; t = next_token(&r)) {
        if (ONE_OF(&t, "(", "{", "[")) {
            depth++, tests[depth] = guards[depth] = false;
        } else if (ONE_OF(&t, ")", "}", "]") && depth) {
            if (token_is(&t, ")")) tests[depth - 1] |= tests[depth], guards[depth - 1] |= guards[depth];
            depth--;
        } else if (token_is(&t, "or")) {
            if (tests[depth] || guards[depth]) say(ud, LINT_OR_BETWEEN_TESTS, t.line, NULL);
            tests[depth] = guards[depth] = false;
        } else if (token_is(&t, "and")) {
            if (tests[depth]) say(ud, LINT_AND_BETWEEN_TESTS, t.line, NULL);
            tests[depth] = false;
        } else if (ONE_OF(&t, "return", "if", "elseif", "while", "until", "then", "do", "end", "local", "=", ",", ";",
                          "function")) {
            tests[depth] = guards[depth] = false;
        } else tests[depth] |= is_test(r, &t, &guards[depth]);
    }
}

/* ---- loops ---- */

static bool same_token(const struct token *a, const struct token *b)
{
    return a->length == b->length && !memcmp(a->text, b->text, a->length);
}

/* After `return`: is it true or false, and nothing more? 1 true, 0 false, -1 neither. */
static int returned(struct reader *r)
{
    struct token t = next_token(r);
    return token_is(&t, "true") ? 1 : token_is(&t, "false") ? 0 : -1;
}

/* Past the `end` of the block that has just opened. *ret_false: it returns false, outside of inner functions. */
static void past_block(struct reader *r, bool *ret_false)
{
    int depth = 1, functions = 0, function_depths[DEEPEST];
    for (struct token t = next_token(r); t.kind && depth; t = depth ? next_token(r) : t) {
        if (token_is(&t, "function") && functions < DEEPEST) function_depths[functions++] = depth;
        if (token_opens_block(&t)) depth++;
        if (token_is(&t, "end") || token_is(&t, "until")) depth--;
        if (functions && depth == function_depths[functions - 1] && token_is(&t, "end")) functions--;
        if (token_is(&t, "return") && !functions) {
            struct reader ahead = *r;
            if (returned(&ahead) == 0) *ret_false = true;
        }
        if (!depth) return;
    }
}

/* Does the block assign to the name? *ret_false: false, and nothing else. */
static bool assigns_to(struct reader r, const char *end, const struct token *name, bool *ret_false)
{
    bool assigns = false;
    *ret_false = true;
    struct token before = { 0 };
    for (struct token t = next_token(&r); t.kind && t.text < end; before = t, t = next_token(&r)) {
        struct reader ahead = r;
        struct token equals = next_token(&ahead), value = next_token(&ahead);
        if (t.kind != 'n' || !same_token(&t, name) || !token_is(&equals, "=")) continue;
        if (ONE_OF(&before, ".", ",", "{", "local")) continue;
        assigns = true;
        *ret_false = *ret_false && token_is(&value, "false");
    }
    return assigns;
}

/* After a loop, r behind `return` or `if`: `not found`, `n < 1`, or `none`, which the loop makes false. */
static bool answers_by_nothing(struct reader r, struct reader body, const char *end)
{
    struct token name = next_token(&r);
    bool negated = token_is(&name, "not"), to_false;
    if (negated) name = next_token(&r);
    struct token after = next_token(&r);
    if (name.kind != 'n' || !assigns_to(body, end, &name, &to_false)) return false;
    return (negated && !to_false) || ONE_OF(&after, "<", "<=") ||
           (!negated && to_false && ONE_OF(&after, "end", "then"));
}

/* for … in SET do … return false … end return true, or what the loop noted. A list of the file's own is walked with ipairs. */
static void check_loops(const char *text, size_t length, lint_fn *say, void *ud)
{
    struct reader r = reader_of(text, length);
    for (struct token t = next_token(&r); t.kind; t = next_token(&r)) {
        if (!token_is(&t, "for")) continue;
        struct reader in = r;
        struct token at = next_token(&in);
        while (at.kind && !token_is(&at, "in") && !token_is(&at, "do")) at = next_token(&in);
        bool walks = token_is(&at, "in"), denies = false;
        if (walks) at = next_token(&in), walks = !token_is(&at, "ipairs");
        while (at.kind && !token_is(&at, "do")) at = next_token(&in);
        struct reader body = in;
        past_block(&in, &denies);
        const char *end = in.next;
        struct token after = next_token(&in);
        bool noted = ONE_OF(&after, "return", "if") && answers_by_nothing(in, body, end);
        if (walks && (noted || (denies && token_is(&after, "return") && returned(&in) == 1)))
            say(ud, LINT_LOOP_FOR_NONE, t.line, NULL);
    }
}

/* ---- filter values ---- */

struct own_table { /* local NAME = { key = …, … } of the file */
    struct token name;
    struct token keys[MOST_KEYS];
    size_t count;
};

static void read_keys(struct reader r, struct own_table *table)
{
    int depth = 1;
    struct token before = { 0 };
    for (struct token t = next_token(&r); t.kind && depth; before = t, t = next_token(&r)) {
        if (ONE_OF(&t, "{", "(") || token_opens_block(&t)) depth++;
        if (ONE_OF(&t, "}", ")", "end", "until")) depth--;
        if (depth == 1 && token_is(&t, "=") && before.kind == 'n' && table->count < MOST_KEYS)
            table->keys[table->count++] = before;
    }
}

static size_t own_tables(const char *text, size_t length, struct own_table *tables)
{
    struct reader r = reader_of(text, length);
    size_t count = 0;
    int blocks = 0;
    for (struct token t = next_token(&r); t.kind && count < MOST_TABLES; t = next_token(&r)) {
        if (token_opens_block(&t)) blocks++;
        if (token_is(&t, "end") || token_is(&t, "until")) blocks--;
        if (blocks || !token_is(&t, "local")) continue;
        struct reader ahead = r;
        struct token name = next_token(&ahead), equals = next_token(&ahead), open = next_token(&ahead);
        if (name.kind != 'n' || !token_is(&equals, "=") || !token_is(&open, "{")) continue;
        tables[count] = (struct own_table){ .name = name };
        read_keys(ahead, &tables[count++]);
    }
    return count;
}

/* `field = NAME.key` or `field = NAME[…]`, where the table has no such key for certain. */
static void check_value(struct reader r, const struct own_table *tables, size_t count, lint_fn *say, void *ud)
{
    struct token name = next_token(&r), dot = next_token(&r), key = next_token(&r);
    for (size_t i = 0; i < count && name.kind == 'n'; i++) {
        if (!same_token(&tables[i].name, &name) || !ONE_OF(&dot, ".", "[")) continue;
        bool known = false;
        for (size_t k = 0; k < tables[i].count && token_is(&dot, "."); k++)
            known = known || same_token(&tables[i].keys[k], &key);
        char detail[100];
        snprintf(detail, sizeof detail, "%.*s", (int)(name.length < 80 ? name.length : 80), name.text);
        if (!known) say(ud, LINT_NILABLE_FILTER, name.line, detail);
    }
}

/* In the braces after `:name`, which is a filter where the name is that of a kind or where, except, has. */
static void check_filter(struct reader r, const struct own_table *tables, size_t count, lint_fn *say, void *ud)
{
    int depth = 1;
    for (struct token t = next_token(&r); t.kind && depth; t = next_token(&r)) {
        if (ONE_OF(&t, "{", "(")) depth++;
        if (ONE_OF(&t, "}", ")")) depth--;
        if (depth == 1 && token_is(&t, "=")) check_value(r, tables, count, say, ud);
    }
}

static void check_filters(const char *text, size_t length, lint_fn *say, void *ud)
{
    struct own_table tables[MOST_TABLES];
    size_t count = own_tables(text, length, tables);
    struct reader r = reader_of(text, length);
    for (struct token t = next_token(&r); t.kind && count; t = next_token(&r)) {
        if (!token_is(&t, ":")) continue;
        struct reader ahead = r;
        struct token name = next_token(&ahead), open = next_token(&ahead);
        if (token_is(&open, "(")) open = next_token(&ahead);
        if (name.kind == 'n' && token_is(&open, "{")) check_filter(ahead, tables, count, say, ud);
    }
}

/* ---- texts ---- */

static bool holds(const struct token *t, const char *word)
{
    size_t n = strlen(word);
    for (size_t i = 0; i + n <= t->length; i++)
        if (!memcmp(t->text + i, word, n)) return true;
    return false;
}

static void check_texts(const char *text, size_t length, lint_fn *say, void *ud)
{
    struct reader r = reader_of(text, length);
    for (struct token t = next_token(&r); t.kind; t = next_token(&r))
        if (t.kind == 's' && holds(&t, "TODO")) say(ud, LINT_TODO, t.line, NULL);
}

void lint_text(const char *text, size_t length, lint_fn *say, void *ud)
{
    check_operators(text, length, say, ud);
    check_loops(text, length, say, ud);
    check_filters(text, length, say, ud);
    check_texts(text, length, say, ud);
}

/* ---- what is used ---- */

/* Does the string before which these two tokens stand go to a method, as the "stake" of case:held(a, b, "stake")? Such words
 * are the engine's; a name is handed to functions of the file and of libraries. */
struct calls {
    bool method[DEEPEST]; /* of the brackets that are open */
    int depth;
};

static void follow_calls(struct calls *c, const struct token *t, const struct token *last, const struct token *before)
{
    if (ONE_OF(t, "(", "{", "[") && c->depth < DEEPEST - 1)
        c->method[++c->depth] = token_is(t, "(") && last->kind == 'n' && token_is(before, ":");
    else if (ONE_OF(t, ")", "}", "]") && c->depth) c->depth--;
}

bool text_uses(const char *text, size_t length, const char *name, const char *not_of)
{
    struct reader r = reader_of(text, length);
    struct calls calls = { .depth = 0 };
    size_t n = strlen(name);
    struct token last = { 0 }, before = { 0 }, earlier = { 0 };
    for (struct token t = next_token(&r); t.kind; earlier = before, before = last, last = t, t = next_token(&r)) {
        bool named = token_is(&t, name) && token_is(&last, "."), of_other = token_is(&before, not_of);
        if (named && (!of_other || token_is(&earlier, "."))) return true;
        bool to_method = calls.method[calls.depth] || (last.kind == 'n' && token_is(&before, ":"));
        if (t.kind == 's' && !to_method && t.length == n + 2 && !memcmp(t.text + 1, name, n)) return true;
        follow_calls(&calls, &t, &last, &before);
    }
    return false;
}
