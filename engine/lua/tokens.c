/* tokens.c - reads a rule's text as tokens, for what Lua would accept and the rule language does not: == and ~= (Lua never
 * asks a handle that is compared with a number, so the answer would be false, silently), varargs, _ENV, and a set that is
 * negated instead of asked.
 *
 * What is text to Lua must be text here, or an operator hides in it: so both kinds of line ends count, and \z. */
#include <stdio.h>
#include <string.h>

#include "lua/checks.h"
#include "lua/inside.h"

/* What a character may be, as to Lua, whatever the locale. */
enum { ENDS_LINE = 1, BLANK = 2, LETTER = 4, DIGIT = 8, ENDS_QUOTED = 16 };
static const uint8_t classes[256] = {
    ['\n'] = ENDS_LINE | ENDS_QUOTED,
    ['\r'] = ENDS_LINE | ENDS_QUOTED,
    [' '] = BLANK,
    ['\t'] = BLANK,
    ['\v'] = BLANK,
    ['\f'] = BLANK,
    ['"'] = ENDS_QUOTED,
    ['\''] = ENDS_QUOTED,
    ['\\'] = ENDS_QUOTED,
    ['0'] = DIGIT,
    ['1'] = DIGIT,
    ['2'] = DIGIT,
    ['3'] = DIGIT,
    ['4'] = DIGIT,
    ['5'] = DIGIT,
    ['6'] = DIGIT,
    ['7'] = DIGIT,
    ['8'] = DIGIT,
    ['9'] = DIGIT,
    ['_'] = LETTER,
    ['A'] = LETTER,
    ['B'] = LETTER,
    ['C'] = LETTER,
    ['D'] = LETTER,
    ['E'] = LETTER,
    ['F'] = LETTER,
    ['G'] = LETTER,
    ['H'] = LETTER,
    ['I'] = LETTER,
    ['J'] = LETTER,
    ['K'] = LETTER,
    ['L'] = LETTER,
    ['M'] = LETTER,
    ['N'] = LETTER,
    ['O'] = LETTER,
    ['P'] = LETTER,
    ['Q'] = LETTER,
    ['R'] = LETTER,
    ['S'] = LETTER,
    ['T'] = LETTER,
    ['U'] = LETTER,
    ['V'] = LETTER,
    ['W'] = LETTER,
    ['X'] = LETTER,
    ['Y'] = LETTER,
    ['Z'] = LETTER,
    ['a'] = LETTER,
    ['b'] = LETTER,
    ['c'] = LETTER,
    ['d'] = LETTER,
    ['e'] = LETTER,
    ['f'] = LETTER,
    ['g'] = LETTER,
    ['h'] = LETTER,
    ['i'] = LETTER,
    ['j'] = LETTER,
    ['k'] = LETTER,
    ['l'] = LETTER,
    ['m'] = LETTER,
    ['n'] = LETTER,
    ['o'] = LETTER,
    ['p'] = LETTER,
    ['q'] = LETTER,
    ['r'] = LETTER,
    ['s'] = LETTER,
    ['t'] = LETTER,
    ['u'] = LETTER,
    ['v'] = LETTER,
    ['w'] = LETTER,
    ['x'] = LETTER,
    ['y'] = LETTER,
    ['z'] = LETTER,
};
static bool is_in(char c, unsigned what) { return classes[(unsigned char)c] & what; }
static bool ends_line(char c) { return is_in(c, ENDS_LINE); }

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

/* Where the line ends that `at` stands in. */
static const char *line_end(const char *at, const char *end)
{
    const char *line = memchr(at, '\n', (size_t)(end - at)), *other;
    if (line) end = line;
    other = memchr(at, '\r', (size_t)(end - at));
    return other ? other : end;
}

static void skip_blank(struct reader *r)
{
    for (const char *at = r->next;; r->next = at) {
        while (r->end - at >= 8 && !memcmp(at, "        ", 8)) at += 8; /* what a line begins with */
        while (at < r->end && is_in(*at, BLANK)) at++;
        r->next = at;
        if (at < r->end && ends_line(*at)) {
            at = past_line(r, at);
            continue;
        }
        if (r->end - at < 2 || at[0] != '-' || at[1] != '-') return;
        at += 2;
        const char *past = at < r->end && *at == '[' ? long_bracket(r, at) : NULL;
        at = past ? past : line_end(at, r->end);
    }
}

/* Past what follows a backslash: \z takes blanks and lines. */
static const char *past_escape(struct reader *r, const char *at)
{
    if (ends_line(*at)) return past_line(r, at);
    if (*at++ != 'z') return at;
    while (at < r->end && is_in(*at, BLANK | ENDS_LINE)) at = ends_line(*at) ? past_line(r, at) : at + 1;
    return at;
}

/* A line end closes it: Lua refuses such a text. */
static const char *past_quoted(struct reader *r, const char *at)
{
    char quote = *at++;
    for (; at < r->end; at++) {
        if (!is_in(*at, ENDS_QUOTED)) continue;
        if (*at == quote) return at + 1;
        if (ends_line(*at)) break;
        if (*at == '\\' && at + 1 < r->end) at = past_escape(r, at + 1) - 1;
    }
    return at;
}

/* Lua's words by their first letter, which no more than three share. */
enum { LONGEST_WORD = 8 };
static const struct {
    enum word word;
    uint8_t length;
    const char *text;
} words_of[26][3] = {
#define WORD(NAME, TEXT)                   \
    {                                      \
        WORD_##NAME, sizeof TEXT - 1, TEXT \
    }
    ['a' - 'a'] = { WORD(AND, "and") },
    ['b' - 'a'] = { WORD(BREAK, "break") },
    ['d' - 'a'] = { WORD(DO, "do") },
    ['e' - 'a'] = { WORD(END, "end"), WORD(ELSE, "else"), WORD(ELSEIF, "elseif") },
    ['f' - 'a'] = { WORD(FUNCTION, "function"), WORD(FOR, "for"), WORD(FALSE, "false") },
    ['g' - 'a'] = { WORD(GOTO, "goto") },
    ['i' - 'a'] = { WORD(IF, "if"), WORD(IN, "in") },
    ['l' - 'a'] = { WORD(LOCAL, "local") },
    ['n' - 'a'] = { WORD(NOT, "not"), WORD(NIL, "nil") },
    ['o' - 'a'] = { WORD(OR, "or") },
    ['r' - 'a'] = { WORD(RETURN, "return"), WORD(REPEAT, "repeat") },
    ['t' - 'a'] = { WORD(THEN, "then"), WORD(TRUE, "true") },
    ['u' - 'a'] = { WORD(UNTIL, "until") },
    ['w' - 'a'] = { WORD(WHILE, "while") },
#undef WORD
};

static uint8_t word_of(const char *text, size_t length)
{
    if (*text < 'a' || *text > 'z' || length > LONGEST_WORD) return WORD_NONE;
    for (int i = 0; i < 3 && words_of[*text - 'a'][i].length; i++)
        if (words_of[*text - 'a'][i].length == length && !memcmp(text, words_of[*text - 'a'][i].text, length))
            return (uint8_t)words_of[*text - 'a'][i].word;
    return WORD_NONE;
}

/* How many characters the sign at `at` has, and which it is. */
static size_t sign_at(const char *at, const char *end, uint8_t *ret_word)
{
    char c = *at, next = end - at > 1 ? at[1] : 0;
    *ret_word = SIGN_COMPUTES;
    switch (c) {
    case '(': return *ret_word = SIGN_ROUND, 1;
    case ')': return *ret_word = SIGN_UNROUND, 1;
    case '{': return *ret_word = SIGN_CURLY, 1;
    case '}': return *ret_word = SIGN_UNCURLY, 1;
    case '[': return *ret_word = SIGN_SQUARE, 1;
    case ']': return *ret_word = SIGN_UNSQUARE, 1;
    case '.':
        if (next != '.') return *ret_word = SIGN_DOT, 1;
        if (end - at > 2 && at[2] == '.') return *ret_word = SIGN_DOTS, 3;
        return 2;
    case ',':
    case ';': return *ret_word = SIGN_PARTS, 1;
    case ':': return *ret_word = next == ':' ? SIGN_OTHER : SIGN_COLON, next == ':' ? 2 : 1;
    case '=':
    case '~':
        if (next == '=') return *ret_word = SIGN_EQUALS, 2;
        if (c == '=') *ret_word = SIGN_ASSIGNS;
        return 1;
    case '<':
    case '>': return next == '=' || next == c ? 2 : 1;
    case '/': return next == '/' ? 2 : 1;
    case '+':
    case '-':
    case '*':
    case '%':
    case '^':
    case '&':
    case '|':
    case '#': return 1;
    default: return *ret_word = SIGN_OTHER, 1;
    }
}

static inline struct token read_token(struct reader *r)
{
    skip_blank(r);
    struct token t = { .text = r->next, .line = r->line };
    if (r->next >= r->end) return t;
    const char *at = r->next;
    char c = *at;
    if (is_in(c, LETTER)) {
        t.kind = 'n';
        while (at < r->end && is_in(*at, LETTER | DIGIT)) at++;
        t.word = word_of(r->next, (size_t)(at - r->next));
    } else if (is_in(c, DIGIT) || (c == '.' && r->end - at > 1 && is_in(at[1], DIGIT))) {
        t.kind = '#';
        while (at < r->end && (is_in(*at, LETTER | DIGIT) || *at == '.')) at++;
    } else if (c == '"' || c == '\'') {
        t.kind = 's';
        at = past_quoted(r, at);
    } else if (c == '[' && (at = long_bracket(r, r->next)) != NULL) {
        t.kind = 's';
    } else {
        t.kind = 'o';
        at = r->next + sign_at(r->next, r->end, &t.word);
    }
    t.length = (uint32_t)(at - r->next);
    r->next = at;
    return t;
}

struct token next_token(struct reader *r) { return read_token(r); }

static bool has_room(struct token_list *list, const cc_allocator *allocator, size_t count)
{
    enum { FIRST = 4096 }; /* hardly a rule has more */
    if (count <= list->capacity) return true;
    size_t capacity = list->capacity ? list->capacity * 2 : FIRST;
    struct token *moved = allocator->allocate(allocator->ud, list->tokens, list->capacity * sizeof *moved,
                                              capacity * sizeof *moved);
    if (!moved) return false;
    list->tokens = moved, list->capacity = capacity;
    return true;
}

const struct token *token_list_read(struct token_list *list, const cc_allocator *allocator, const char *text,
                                    size_t length)
{
    struct reader r = reader_of(text, length);
    size_t count = ENDS_BEFORE;
    for (;; count++) {
        if (!has_room(list, allocator, count + ENDS_BEHIND)) return NULL;
        list->tokens[count] = read_token(&r);
        if (!list->tokens[count].kind) break;
    }
    for (int i = 0; i < ENDS_BEFORE; i++) list->tokens[i] = (struct token){ .text = text, .line = 1 };
    for (int i = 1; i < ENDS_BEHIND; i++) list->tokens[count + (size_t)i] = list->tokens[count];
    return list->tokens + ENDS_BEFORE;
}

void token_list_free(struct token_list *list, const cc_allocator *allocator)
{
    if (list->tokens) allocator->allocate(allocator->ud, list->tokens, list->capacity * sizeof *list->tokens, 0);
    *list = (struct token_list){ 0 };
}

static bool complain(struct complaint *c, const char *message)
{
    return snprintf(c->message, sizeof c->message, "%s", message) > 0;
}

const struct token *token_closing(const struct token *t)
{
    for (int depth = 0; t->kind && depth <= BRACKETS_MOST; t++) {
        depth += token_in(t, OPENING_BITS);
        depth -= token_in(t, CLOSING_BITS);
        if (depth <= 0) break;
    }
    return t;
}

/* "not case:agreements{...}" with nothing asked after it. */
static bool negates_set(const struct token *negation)
{
    const struct token *name = negation + 1, *colon = negation + 2, *kind = negation + 3, *after = negation + 4;
    if (name->kind != 'n' || colon->word != SIGN_COLON || kind->kind != 'n') return false;
    if (model_find_kind(kind->text, kind->length) == KIND_COUNT) return false;
    if (after->word == SIGN_CURLY || after->word == SIGN_ROUND) {
        const struct token *closing = token_closing(after);
        if (!closing->kind) return false;
        after = closing + 1;
    }
    return after->word != SIGN_COLON;
}

/* "case.agreements{" where a colon belongs. */
static bool misses_colon(const struct token *name)
{
    const struct token *dot = name + 1, *kind = name + 2, *open = name + 3;
    return dot->word == SIGN_DOT && kind->kind == 'n' && (open->word == SIGN_CURLY || open->word == SIGN_ROUND);
}

bool token_refused(const struct token *t, struct complaint *c)
{
    c->line = t->line;
    switch (t->word) {
    case SIGN_EQUALS:
        return snprintf(c->message, sizeof c->message,
                        "no %.*s in a rule: write record:has{ field = … }, a:same_group(b), set:any(), or "
                        "equal(a, b) for numbers",
                        (int)t->length, t->text) > 0;
    case SIGN_DOTS: return complain(c, "no varargs (...) in a rule: name the parameters");
    case WORD_NOT:
        return negates_set(t) &&
               complain(c, "a set was made and never asked: write :none() instead of 'not', or :any()");
    case SIGN_DOT: /* to Lua a word of its own, and it would say no more than that */
        return t[1].word == WORD_UNTIL && complain(c, "the field is 'to', not 'until'");
    case WORD_NONE:
        if (token_is(t, "_ENV")) return complain(c, "'_ENV' is not available to rules");
        return token_is(t, "case") && misses_colon(t) &&
               snprintf(c->message, sizeof c->message, "write case:%.*s with a colon", (int)t[2].length, t[2].text) > 0;
    default: return false;
    }
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
    return token_in(t, WORD_BIT(WORD_FUNCTION) | WORD_BIT(WORD_DO) | WORD_BIT(WORD_IF) | WORD_BIT(WORD_REPEAT));
}

bool rule_glimpse(const char *text, size_t length, char *ret_id, size_t id_size, char *ret_jurisdiction,
                  size_t jurisdiction_size)
{
    struct reader r = reader_of(text, length);
    bool id = false, jurisdiction = false, returned = false; /* only what the file itself returns is the rule */
    int depth = 0, blocks = 0;
    for (struct token t = next_token(&r); t.kind && !(id && jurisdiction); t = next_token(&r)) {
        if (t.word == SIGN_CURLY || t.word == SIGN_ROUND) depth++;
        else if (t.word == SIGN_UNCURLY || t.word == SIGN_UNROUND) depth--;
        else if (token_opens_block(&t)) blocks++;
        else if (t.word == WORD_END || t.word == WORD_UNTIL) blocks--;
        else if (blocks) continue;
        else if (!depth) returned = returned || t.word == WORD_RETURN;
        else if (!returned || depth != 1) continue;
        else if (!id && assigns(r, t, "id", ret_id, id_size)) id = true;
        else if (!jurisdiction && assigns(r, t, "jurisdiction", ret_jurisdiction, jurisdiction_size))
            jurisdiction = true;
    }
    return id && jurisdiction && strchr(ret_id, '/') != NULL;
}
