/* guards.c - what Lua would let pass without a word is made to fail. A value that is nil is no field of a table and no item of
 * a list, so that a query would ask for more and a rule would prove less; a record as a key is equality by another name; to a
 * condition a quantity is always true; of two values with one name in a table the first is lost.
 *
 * The text goes to Lua with calls around what may be so, on the same lines (guard_calls.c has what they do):
 *     { wanted.word, seen[x] }              { __given(1,wanted.word), __given(2,seen[__key(x)]) }
 *     filter = { id = wanted.id }           filter = { id = __given("id",wanted.id) }
 *     filter.id = wanted.id                 filter.id = __given("id",wanted.id)
 *     if n and not m then                   if __asked(n) and not __asked(m) then
 * What is written out or computed needs none, and `or nil` at the end of a value says that nil is meant. */
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "lua/checks.h"
#include "lua/guards.h"
#include "lua/inside.h"

/* Lua's compiler goes along all jumps of a chain of choices for each one more, where no limit of a rule can stop it: a megabyte of
 * `or` took it twenty seconds. */
enum { MOST_CALLS = 210, MOST_KEYS = 512, FAR = 300, MOST_CHOICES = 10000 };

#define BIT(WORD) WORD_BIT(WORD)
static const uint64_t opening = BIT(SIGN_ROUND) | BIT(SIGN_CURLY) | BIT(SIGN_SQUARE);
static const uint64_t closing = BIT(SIGN_UNROUND) | BIT(SIGN_UNCURLY) | BIT(SIGN_UNSQUARE);
static const uint64_t block = BIT(WORD_FUNCTION) | BIT(WORD_DO) | BIT(WORD_REPEAT) | BIT(WORD_IF);
static const uint64_t block_end = BIT(WORD_END) | BIT(WORD_UNTIL);
static const uint64_t item_end = BIT(SIGN_PARTS) | BIT(SIGN_UNCURLY); /* of a table */
static const uint64_t computing = BIT(SIGN_COMPUTES) | BIT(SIGN_EQUALS);

static bool is_name(const struct token *t) { return t->kind == 'n' && t->word == WORD_NONE; }

/* ---- what may be nil ---- */

static bool means_nil(struct reader r)
{
    struct token nil = next_token(&r), after = next_token(&r);
    return nil.word == WORD_NIL && token_in(&after, item_end);
}

/* May the value that begins with the token be nil? What is written out, computed, a table or a function is not; of `x or y`
 * it is for y to say, and `or nil` means it. */
static bool may_be_nil(struct reader r, struct token t)
{
    static const uint64_t never = BIT(SIGN_CURLY) | BIT(WORD_TRUE) | BIT(WORD_FALSE);
    if (t.kind == 's' || t.kind == '#' || token_in(&t, never)) return false;
    bool computed = false, chosen = false, first = true;
    for (int depth = 0, seen = 0; t.kind && seen < FAR; seen++, t = next_token(&r)) {
        if (!depth && token_in(&t, item_end)) return chosen || !computed;
        if (!depth && t.word == WORD_OR) {
            struct reader ahead = r;
            struct token other = next_token(&ahead);
            return !means_nil(r) && may_be_nil(ahead, other);
        }
        if (!depth) {
            computed = computed || token_in(&t, computing) ||
                       (first && token_in(&t, BIT(WORD_NOT) | BIT(WORD_FUNCTION)));
            chosen = chosen || t.word == WORD_AND;
        }
        depth += token_in(&t, opening | block);
        depth -= token_in(&t, closing | block_end);
        first = false;
    }
    return chosen || !computed;
}

/* ---- going through the text ---- */

/* One open bracket, or the file. */
struct level {
    char kind;         /* { [ ( and 0 of the file */
    bool begins;       /* the next token begins an item, or what stands in [ ] */
    bool keyed;        /* the item has a key, and = comes after it */
    bool value_begins; /* the next token begins the value of the key */
    bool guarded;      /* a call is open that ends with the item */
    bool condition;    /* between if and then, while and do */
    int blocks;        /* open within it */
    int item;          /* without a key, so far */
    struct token key;
    size_t first_key;
};
struct guards {
    struct reader r;
    const char *given; /* up to here the text has been handed on */
    const char *at;    /* where `insert` goes */
    char insert[160], handed[160];
    size_t inserted, waits; /* bytes in `insert`; in `handed`, which is to be handed on next */
    struct token last, before_last;
    bool assigns; /* a field of a table, and the value comes next */
    bool refused;
    int depth;
    int end_count, choices; /* of `ends`; and, or, elseif, so far */
    size_t key_count;
    struct complaint complaint;
    struct tokens_seen seen;
    struct level levels[BRACKETS_MOST + 1]; /* so many as are open, and the file's */
    const char *ends[MOST_CALLS];           /* before these tokens a call ends; the next one last */
    struct token keys[MOST_KEYS];           /* of the tables that are open */
    struct conditions conditions;
    struct scope scope;
};

static int shown(const struct token *t) { return t->length < 60 ? (int)t->length : 60; }

/* What comes before one token opens, what comes after another closes: both in one step there are not. */
static void insert_bytes(struct guards *g, const char *at, const char *text, size_t length)
{
    size_t room = sizeof g->insert - g->inserted;
    if (length > room) length = room;
    g->at = at;
    memcpy(g->insert + g->inserted, text, length);
    g->inserted += length;
}
static void insert(struct guards *g, const char *at, const char *text) { insert_bytes(g, at, text, strlen(text)); }

/* "__given("name"," of what has a name that can be written, else of its place. */
static void open_given(struct guards *g, const char *at, const struct token *name, int place)
{
    char digits[24];
    insert(g, at, "__given(");
    if (name) {
        insert(g, at, "\"");
        insert_bytes(g, at, name->text, (size_t)shown(name));
        insert(g, at, "\",");
        return;
    }
    insert_bytes(g, at, digits, (size_t)(decimal_unsigned(digits, (uint64_t)place) - digits));
    insert(g, at, ",");
}

/* On the line of what it closes, where a mistake is said to be. */
static void close_call(struct guards *g) { insert(g, g->last.text + g->last.length, ")"); }

/* A text as a key is the name that it holds, where nothing in it is escaped. */
static struct token name_in(struct token key)
{
    if (key.kind == 's' && key.length >= 2 && *key.text != '[') key.text++, key.length -= 2;
    return key;
}

static void check_key(struct guards *g, const struct level *in)
{
    struct token key = in->key;
    for (size_t i = in->first_key; i < g->key_count; i++) {
        if (g->keys[i].length != key.length || memcmp(g->keys[i].text, key.text, key.length) != 0) continue;
        g->refused = true, g->complaint.line = key.line;
        snprintf(g->complaint.message, sizeof g->complaint.message,
                 "'%.*s' stands twice in one table, first at line %u, which would be lost: write it once", shown(&key),
                 key.text, (unsigned)g->keys[i].line);
    }
    if (g->key_count < MOST_KEYS) g->keys[g->key_count++] = key;
}

/* table.unpack of an empty list gives nothing, and means it. */
static void guard_value(struct guards *g, struct level *in, const struct token *t, const struct token *key)
{
    if (!may_be_nil(g->r, *t) || (!key && token_is(t, "table"))) return;
    bool named = key && key->length && !memchr(key->text, '\\', key->length);
    open_given(g, t->text, named ? key : NULL, key ? 0 : in->item);
    in->guarded = true;
}

static void begin_item(struct guards *g, struct level *in, const struct token *t)
{
    struct reader ahead = g->r;
    struct token next = next_token(&ahead);
    in->key = (struct token){ 0 };
    in->keyed = t->word == SIGN_SQUARE || (is_name(t) && next.word == SIGN_ASSIGNS);
    if (!in->keyed) {
        in->item++;
        guard_value(g, in, t, NULL);
        return;
    }
    struct token after = next_token(&ahead);
    if (is_name(t)) in->key = *t;
    else if (next.kind == 's' && after.word == SIGN_UNSQUARE) in->key = name_in(next);
    if (in->key.length) check_key(g, in);
}

/* In the braces of a table, outside of functions. */
static void in_table(struct guards *g, struct level *in, const struct token *t)
{
    if (in->guarded && token_in(t, item_end)) close_call(g), in->guarded = false;
    if (in->begins && t->word != SIGN_UNCURLY) begin_item(g, in, t);
    if (in->value_begins) guard_value(g, in, t, &in->key);
    in->begins = t->word == SIGN_PARTS;
    in->value_begins = in->keyed && t->word == SIGN_ASSIGNS;
    if (in->value_begins) in->keyed = false;
}

/* In brackets: what is written out is a key as it stands, and what begins with # or - is a number. */
static void in_brackets(struct guards *g, struct level *in, const struct token *t)
{
    if (in->guarded && t->word == SIGN_UNSQUARE) close_call(g), in->guarded = false;
    if (!in->begins) return;
    struct reader ahead = g->r;
    struct token next = next_token(&ahead);
    in->begins = false;
    if ((t->kind == 's' || t->kind == '#') && next.word == SIGN_UNSQUARE) return;
    if (t->word == SIGN_COMPUTES) return; /* [#list + 1] */
    insert(g, t->text, "__key(");
    in->guarded = true;
}

/* ---- conditions ---- */

/* Past the names, calls and indexes that follow the first name or bracket; what comes then. *ret_answers: it ends by a call
 * that gives yes or no. */
static struct token past_chain(struct reader *r, bool in_bracket, bool *ret_answers)
{
    static const char *const answers[] = { "any", "none", "has", "does", "listed", "grew", "same_group" };
    *ret_answers = false;
    struct token t = next_token(r);
    for (int seen = 0, depth = in_bracket; t.kind && seen < FAR; seen++, t = next_token(r)) {
        if (token_in(&t, opening)) depth++;
        else if (token_in(&t, closing) && depth) depth--;
        else if (depth || t.kind == 's') continue;
        else if (!token_in(&t, BIT(SIGN_DOT) | BIT(SIGN_COLON))) return t;
        else {
            bool colon = t.word == SIGN_COLON;
            t = next_token(r), *ret_answers = false;
            for (size_t i = 0; colon && i < sizeof answers / sizeof *answers; i++)
                *ret_answers = *ret_answers || token_is(&t, answers[i]);
        }
    }
    return (struct token){ 0 };
}

/* What stands before it is no operand, so that the bracket holds an expression and no arguments. */
static bool is_group(const struct guards *g, const struct token *t)
{
    if (t->word != SIGN_ROUND || token_in(&g->last, closing | BIT(WORD_FUNCTION) | BIT(WORD_END))) return false;
    return !is_name(&g->last) && g->last.kind != 's';
}

/* The name or bracket begins what may be asked for its truth as it stands: guards that. Before `and` everything is asked; in
 * `x and y or z` y is chosen. */
static void guard_asked(struct guards *g, const struct level *in, const struct token *t)
{
    static const uint64_t goes_on = BIT(SIGN_DOT) | BIT(SIGN_COLON);
    static const uint64_t asks = BIT(WORD_AND) | BIT(WORD_OR) | BIT(WORD_IF) | BIT(WORD_ELSEIF) | BIT(WORD_WHILE);
    static const uint64_t closes = BIT(WORD_THEN) | BIT(WORD_DO) | BIT(WORD_OR);
    struct reader ahead = g->r;
    bool answers;
    if (token_in(&g->last, computing | goes_on) || token_is(t, "equal") || g->end_count == MOST_CALLS) return;
    struct token after = past_chain(&ahead, t->word == SIGN_ROUND, &answers);
    if (!after.kind || token_in(&after, computing) || answers) return;
    if (token_in(&g->last, BIT(WORD_NOT) | BIT(WORD_UNTIL)) || after.word == WORD_AND ||
        (token_in(&g->last, asks) && token_in(&after, closes) && in->condition)) {
        insert(g, t->text, "__asked(");
        g->ends[g->end_count++] = after.text;
    }
}

/* ---- what is assigned ---- */

/* Past brackets, or a function; *t opens it. */
static void past_whole(struct reader *r, const struct token *t)
{
    uint64_t opens = t->word == WORD_FUNCTION ? block : opening, shuts = t->word == WORD_FUNCTION ? block_end : closing;
    struct token at = *t;
    for (int depth = 0; at.kind; at = next_token(r)) {
        depth += token_in(&at, opens);
        depth -= token_in(&at, shuts);
        if (!depth) return;
    }
}

/* Past the values that begin with the token; what comes then. *ret_nil: they end in nil, which means it. */
static struct token past_values(struct reader *r, struct token t, bool *ret_nil)
{
    static const uint64_t before_one = BIT(SIGN_COMPUTES) | BIT(WORD_NOT);
    static const uint64_t between = BIT(SIGN_COMPUTES) | BIT(SIGN_EQUALS) | BIT(WORD_AND) | BIT(WORD_OR);
    for (bool operand = true; t.kind; t = next_token(r)) {
        if (operand && token_in(&t, before_one)) continue;
        if (!operand && (token_in(&t, between) || token_is(&t, ","))) operand = true;
        else if (!operand && token_in(&t, BIT(SIGN_DOT) | BIT(SIGN_COLON))) next_token(r);
        else if (operand || token_in(&t, opening) || t.kind == 's') {
            *ret_nil = t.word == WORD_NIL, operand = false;
            if (token_in(&t, opening | BIT(WORD_FUNCTION))) past_whole(r, &t);
        } else break;
    }
    return t;
}

/* The token begins what a field of a table is to be. */
static void guard_assigned(struct guards *g, const struct token *t)
{
    static const uint64_t never = BIT(SIGN_CURLY) | BIT(WORD_TRUE) | BIT(WORD_FALSE) | BIT(WORD_FUNCTION) |
                                  BIT(WORD_NOT);
    struct reader ahead = g->r;
    bool nil = false;
    if (t->kind == 's' || t->kind == '#' || token_in(t, never) || g->end_count == MOST_CALLS) return;
    struct token after = past_values(&ahead, *t, &nil);
    if (!after.kind || nil) return;
    open_given(g, t->text, g->before_last.word == SIGN_UNSQUARE ? NULL : &g->before_last, 0);
    g->ends[g->end_count++] = after.text;
}

/* ---- all of it ---- */

static void keep_depth(struct guards *g, const struct token *t)
{
    struct level *in = &g->levels[g->depth];
    if (token_in(t, BIT(WORD_IF) | BIT(WORD_ELSEIF) | BIT(WORD_WHILE))) in->condition = true;
    if (token_in(t, BIT(WORD_THEN) | BIT(WORD_DO))) in->condition = false;
    in->blocks += token_in(t, block);
    in->blocks -= token_in(t, block_end);
    if (token_in(t, opening)) {
        struct level *inner = &g->levels[++g->depth];
        *inner = (struct level){ .kind = *t->text, .begins = true, .first_key = g->key_count };
        if (inner->kind == '[') inner->begins = !token_is(&g->last, "s") && !token_is(&g->last, "p");
    } else if (token_in(t, closing) && g->depth) {
        g->key_count = in->first_key;
        g->depth--;
    }
}

/* Lua refuses what is nested more than 200 deep, but says no line, and only once it is handed the text: to look past each of
 * 400,000 open brackets took three seconds. */
static bool too_deep(struct guards *g, const struct token *t)
{
    if (!token_in(t, opening) || g->depth < BRACKETS_MOST) return false;
    g->refused = true, g->complaint.line = t->line;
    snprintf(g->complaint.message, sizeof g->complaint.message,
             "more than %d brackets are open at once: name what stands in them, and write the name", BRACKETS_MOST);
    return true;
}

static void check_choices(struct guards *g, const struct token *t)
{
    if (++g->choices <= MOST_CHOICES) return;
    g->refused = true, g->complaint.line = t->line;
    snprintf(g->complaint.message, sizeof g->complaint.message,
             "more than 10,000 of 'and', 'or' and 'elseif' in one file: write a table, and look it up");
}

static bool is_own(const struct token *t)
{
    const luaL_Reg *f = guard_functions;
    if (*t->text != '_') return false;
    while (f->name && !token_is(t, f->name)) f++;
    return f->name != NULL;
}

/* False: the text has ended, or is refused. */
static bool step(struct guards *g)
{
    struct token t = next_token(&g->r);
    struct level *in = &g->levels[g->depth];
    if (!t.kind || g->refused || too_deep(g, &t)) return false;
    if (token_refused(&t, &g->r, &g->complaint) || condition_refused(&g->conditions, &t, &g->r, &g->complaint)) {
        g->refused = true;
        return false;
    }
    scope_follow(&g->scope, &t, &g->r);
    for (; g->end_count && g->ends[g->end_count - 1] == t.text; g->end_count--) close_call(g);
    if (token_in(&t, BIT(WORD_AND) | BIT(WORD_OR) | BIT(WORD_ELSEIF))) check_choices(g, &t);
    if (is_name(&t) && is_own(&t)) {
        g->refused = true, g->complaint.line = t.line;
        snprintf(g->complaint.message, sizeof g->complaint.message, "'%.*s' is not available to rules", shown(&t),
                 t.text);
    }
    if (in->kind == '{' && !in->blocks) in_table(g, in, &t);
    else if (in->kind == '[') in_brackets(g, in, &t);
    else if (g->assigns) guard_assigned(g, &t);
    if (is_name(&t) || is_group(g, &t)) guard_asked(g, in, &t);
    g->assigns = t.word == SIGN_ASSIGNS &&
                 (g->last.word == SIGN_UNSQUARE || (is_name(&g->last) && g->before_last.word == SIGN_DOT));
    if (token_in(&t, opening | closing | block | block_end | BIT(WORD_ELSEIF) | BIT(WORD_WHILE) | BIT(WORD_THEN)))
        keep_depth(g, &t);
    g->before_last = g->last, g->last = t;
    return true;
}

/* The reader of lua_load: pieces of the text, and between them what is inserted. */
static const char *hand_on(lua_State *L, void *ud, size_t *ret_size)
{
    struct guards *g = ud;
    (void)L;
    if (!g->waits) {
        while (!g->inserted && step(g)) continue;
        const char *from = g->given;
        g->given = g->inserted ? g->at : g->r.end;
        memcpy(g->handed, g->insert, g->inserted);
        g->waits = g->inserted, g->inserted = 0;
        if (g->refused) return *ret_size = 0, NULL;
        *ret_size = (size_t)(g->given - from);
        if (*ret_size || !g->waits) return from;
    }
    *ret_size = g->waits, g->waits = 0;
    return g->handed;
}

/* One room for all texts, which are read one after the other: on the stack each of its pages would be touched anew. */
static struct guards *begin(lua_State *L, const char *text, size_t length)
{
    struct machine *m = machine_of(L);
    struct guards *g = m->guards ? m->guards : arena_take(m->rules, sizeof *g);
    if (!g) {
        m->refused = true;
        raise_error(L, "no memory was left");
    }
    m->guards = g;
    memset(g, 0, offsetof(struct guards, levels));
    g->levels[0] = (struct level){ 0 };
    conditions_begin(&g->conditions), scope_begin(&g->scope);
    g->r = reader_of(text, length), g->r.seen = &g->seen;
    g->given = text;
    return g;
}

/* Does Lua find more nested in the text than it takes? Then it says so, and no line. */
static bool nests_too_deep(lua_State *L, const char *text, size_t length)
{
    int status = lua_load(L, hand_on, begin(L, text, length), "=", "t");
    bool deep = status != LUA_OK && lua_type(L, -1) == LUA_TSTRING && strstr(lua_tostring(L, -1), "C stack overflow");
    lua_pop(L, 1);
    return deep;
}

/* The line in which it becomes too much: where the least part of the text ends of which Lua says so. */
static int deep_line(lua_State *L, const char *text, size_t length)
{
    size_t fine = 0, deep = length;
    int line = 1;
    while (fine + 1 < deep) {
        size_t half = fine + (deep - fine) / 2;
        if (nests_too_deep(L, text, half)) deep = half;
        else fine = half;
    }
    for (size_t i = 0; i < fine; i++) line += text[i] == '\n';
    return line;
}

bool guards_load(lua_State *L, const char *name, const char *text, size_t length, bool *ret_assigns)
{
    char chunk[220];
    struct guards *g = begin(L, text, length);
    snprintf(chunk, sizeof chunk, "=%.200s", name);
    int status = lua_load(L, hand_on, g, chunk, "t");
    if (g->refused) {
        lua_pop(L, 1);
        lua_pushfstring(L, "%s:%d: %s", name, (int)g->complaint.line, g->complaint.message);
        return false;
    }
    *ret_assigns = g->scope.assigns;
    if (status != LUA_OK && nests_too_deep(L, text, length)) {
        lua_pop(L, 1);
        lua_pushfstring(L, "%s:%d: more is nested here than Lua takes: name a part of it, and write the name", name,
                        deep_line(L, text, length));
        return false;
    }
    if (status != LUA_ERRSYNTAX) return status == LUA_OK;
    if (luaL_loadbufferx(L, text, length, chunk, "t") == LUA_OK) lua_pop(L, 1); /* what was inserted made it too much */
    return false; /* the message on top is that of the text itself, where it has one */
}
