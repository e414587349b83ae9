/* tokens.c - reads a rule's text as tokens, for what Lua would accept and the rule language does not: == and ~= (Lua never
 * asks a handle that is compared with a number, so the answer would be false, silently), varargs, _ENV, and a set that is
 * negated instead of asked.
 *
 * What is text to Lua must be text here, or an operator hides in it: so both kinds of line ends count, and \z. */
#include <stdio.h>
#include <string.h>

#include "lua/inside.h"
#include "lua/tokens.h"

static bool ends_line(char c) { return c == '\n' || c == '\r'; }

/* Past the end of a line, of one character or of two that differ. */
static const char *past_line(struct reader *r, const char *at)
{
    r->line++;
    return at + (at + 1 < r->end && ends_line(at[1]) && at[1] != *at ? 2 : 1);
}

/* Past a long bracket that opens at text ("[[", "[=["); NULL: none opens here. */
static const char *long_bracket(struct reader *r, const char *text)
{
    const char *at = text + 1;
    size_t level = 0;
    while (at < r->end && *at == '=') at++, level++;
    if (at >= r->end || *at != '[') return NULL;
    for (at++; at < r->end;) {
        if (ends_line(*at)) {
            at = past_line(r, at);
            continue;
        }
        if (*at++ != ']') continue;
        const char *close = at;
        size_t equals = 0;
        while (close < r->end && *close == '=' && equals < level) close++, equals++;
        if (equals == level && close < r->end && *close == ']') return close + 1;
    }
    return r->end;
}

/* As Lua's, whatever the locale. */
static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f'; }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

static void skip_blank(struct reader *r)
{
    while (r->next < r->end) {
        if (ends_line(*r->next)) {
            r->next = past_line(r, r->next);
            continue;
        }
        if (is_blank(*r->next)) {
            r->next++;
            continue;
        }
        if (r->end - r->next < 2 || r->next[0] != '-' || r->next[1] != '-') return;
        r->next += 2;
        const char *past = r->next < r->end && *r->next == '[' ? long_bracket(r, r->next) : NULL;
        if (past) r->next = past;
        else
            while (r->next < r->end && !ends_line(*r->next)) r->next++;
    }
}

/* Past what follows a backslash: \z takes blanks and lines. */
static const char *past_escape(struct reader *r, const char *at)
{
    if (ends_line(*at)) return past_line(r, at);
    if (*at++ != 'z') return at;
    while (at < r->end && (is_blank(*at) || ends_line(*at))) at = ends_line(*at) ? past_line(r, at) : at + 1;
    return at;
}

/* A line end closes it: Lua refuses such a text. */
static const char *past_quoted(struct reader *r, const char *at)
{
    char quote = *at++;
    while (at < r->end && *at != quote && !ends_line(*at)) {
        if (*at++ == '\\' && at < r->end) at = past_escape(r, at);
    }
    return at < r->end && *at == quote ? at + 1 : at;
}

struct token next_token(struct reader *r)
{
    skip_blank(r);
    struct token t = { 0, r->next, 0, r->line };
    if (r->next >= r->end) return t;
    const char *at = r->next;
    char c = *at;
    if (is_letter(c)) {
        t.kind = 'n';
        while (at < r->end && (is_letter(*at) || is_digit(*at))) at++;
    } else if (is_digit(c)) {
        t.kind = '#';
        while (at < r->end && (is_letter(*at) || is_digit(*at) || *at == '.')) at++;
    } else if (c == '"' || c == '\'') {
        t.kind = 's';
        at = past_quoted(r, at);
    } else if (c == '[' && (at = long_bracket(r, r->next)) != NULL) {
        t.kind = 's';
    } else {
        static const char *const longer[] = { "...", "..", "==", "~=", "<=", ">=", "::", "//", "<<", ">>" };
        t.kind = 'o';
        at = r->next + 1;
        for (size_t i = 0; i < sizeof longer / sizeof longer[0]; i++) {
            size_t n = strlen(longer[i]);
            if ((size_t)(r->end - r->next) >= n && !memcmp(r->next, longer[i], n)) {
                at = r->next + n;
                break;
            }
        }
    }
    t.length = (size_t)(at - r->next);
    r->next = at;
    return t;
}

bool token_is(const struct token *t, const char *text)
{
    return t->length == strlen(text) && !memcmp(t->text, text, t->length) && t->kind != 's';
}

/* Past "{ ... }" or "( ... )" that opens with the token given. False: no end in sight. */
static bool past_brackets(struct reader *r, struct token open, struct token *ret_after)
{
    enum { FAR = 120 }; /* tokens: who negates a filter longer than this hears of it when the rule runs */
    int depth = 0;
    struct token t = open;
    for (int seen = 0; t.kind && seen < FAR; seen++, t = next_token(r)) {
        if (token_is(&t, "{") || token_is(&t, "(")) depth++;
        if ((token_is(&t, "}") || token_is(&t, ")")) && --depth == 0) return *ret_after = next_token(r), true;
    }
    return false;
}

/* "not case:agreements{...}" with nothing asked after it. */
static bool negates_set(struct reader r, struct token t)
{
    if (!token_is(&t, "not")) return false;
    struct token name = next_token(&r), colon = next_token(&r), kind = next_token(&r);
    if (name.kind != 'n' || !token_is(&colon, ":") || kind.kind != 'n') return false;
    if (model_find_kind(kind.text, kind.length) == KIND_COUNT) return false;
    struct token after = next_token(&r);
    if ((token_is(&after, "{") || token_is(&after, "(")) && !past_brackets(&r, after, &after)) return false;
    return !token_is(&after, ":");
}

/* "deal.until": to Lua a word of its own, and it would say no more than that. */
static bool reads_until(struct reader r, struct token t)
{
    if (!token_is(&t, ".")) return false;
    struct token name = next_token(&r);
    return token_is(&name, "until");
}

/* "case.agreements{" where a colon belongs. */
static bool misses_colon(struct reader r, struct token t, struct token *ret_kind)
{
    if (!token_is(&t, "case")) return false;
    struct token dot = next_token(&r), kind = next_token(&r), open = next_token(&r);
    *ret_kind = kind;
    return token_is(&dot, ".") && kind.kind == 'n' && (token_is(&open, "{") || token_is(&open, "("));
}

bool tokens_refused(const char *text, size_t length, uint32_t *ret_line, char *message, size_t size)
{
    struct reader r = { text, text + length, 1 };
    for (struct token t = next_token(&r), kind; t.kind; t = next_token(&r)) {
        *ret_line = t.line;
        if (token_is(&t, "==") || token_is(&t, "~="))
            return snprintf(message, size,
                            "no %.*s in a rule: write record:has{ field = … }, a:same_group(b), set:any(), or "
                            "equal(a, b) for numbers",
                            (int)t.length, t.text) > 0;
        if (token_is(&t, "_ENV")) return snprintf(message, size, "'_ENV' is not available to rules") > 0;
        if (token_is(&t, "...")) return snprintf(message, size, "no varargs (...) in a rule: name the parameters") > 0;
        if (negates_set(r, t))
            return snprintf(message, size,
                            "a set was made and never asked: write :none() instead of 'not', or :any()") > 0;
        if (reads_until(r, t)) return snprintf(message, size, "the field is 'to', not 'until'") > 0;
        if (misses_colon(r, t, &kind))
            return snprintf(message, size, "write case:%.*s with a colon", (int)kind.length, kind.text) > 0;
    }
    return false;
}

/* key = "plain text" among the tokens from here. */
static bool assigns(struct reader r, struct token t, const char *key, char *out, size_t size)
{
    if (t.kind != 'n' || !token_is(&t, key)) return false;
    struct token equals = next_token(&r), value = next_token(&r);
    if (!token_is(&equals, "=") || value.kind != 's' || value.text[0] != '"' || value.length < 3 ||
        value.length - 2 >= size)
        return false;
    if (memchr(value.text, '\\', value.length)) return false;
    struct token after = next_token(&r); /* no part of an expression */
    if (!token_is(&after, ",") && !token_is(&after, ";") && !token_is(&after, "}")) return false;
    memcpy(out, value.text + 1, value.length - 2);
    out[value.length - 2] = 0;
    return true;
}

/* What opens a block that `end` or `until` closes. */
bool token_opens_block(const struct token *t)
{
    return token_is(t, "function") || token_is(t, "do") || token_is(t, "if") || token_is(t, "repeat");
}

bool rule_glimpse(const char *text, size_t length, char *ret_id, size_t id_size, char *ret_jurisdiction,
                  size_t jurisdiction_size)
{
    struct reader r = { text, text + length, 1 };
    bool id = false, jurisdiction = false, returned = false; /* only what the file itself returns is the rule */
    int depth = 0, blocks = 0;
    for (struct token t = next_token(&r); t.kind && !(id && jurisdiction); t = next_token(&r)) {
        if (token_is(&t, "{") || token_is(&t, "(")) depth++;
        else if (token_is(&t, "}") || token_is(&t, ")")) depth--;
        else if (token_opens_block(&t)) blocks++;
        else if (token_is(&t, "end") || token_is(&t, "until")) blocks--;
        else if (blocks) continue;
        else if (!depth) returned = returned || token_is(&t, "return");
        else if (!returned || depth != 1) continue;
        else if (!id && assigns(r, t, "id", ret_id, id_size)) id = true;
        else if (!jurisdiction && assigns(r, t, "jurisdiction", ret_jurisdiction, jurisdiction_size))
            jurisdiction = true;
    }
    return id && jurisdiction && strchr(ret_id, '/') != NULL;
}
