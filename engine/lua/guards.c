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
enum { MOST_CALLS = 210, MOST_KEYS = 512, FAR = 300, MOST_CHOICES = 10000, MOST_SHOWN = 60 };

#define BIT(WORD) WORD_BIT(WORD)
static const uint64_t opening = OPENING_BITS, closing = CLOSING_BITS;
static const uint64_t block = BIT(WORD_FUNCTION) | BIT(WORD_DO) | BIT(WORD_REPEAT) | BIT(WORD_IF);
static const uint64_t block_end = BIT(WORD_END) | BIT(WORD_UNTIL);
static const uint64_t item_end = BIT(SIGN_PARTS) | BIT(SIGN_UNCURLY); /* of a table */
static const uint64_t computing = BIT(SIGN_COMPUTES) | BIT(SIGN_EQUALS);

/* ---- what may be nil ---- */

static bool means_nil(const struct token *t) { return t->word == WORD_NIL && token_in(t + 1, item_end); }

/* May the value that begins with the token be nil? What is written out, computed, a table or a function is not; of `x or y`
 * it is for y to say, and `or nil` means it. */
static bool may_be_nil(const struct token *t)
{
    static const uint64_t never = BIT(SIGN_CURLY) | BIT(WORD_TRUE) | BIT(WORD_FALSE);
    if (t->kind == 's' || t->kind == '#' || token_in(t, never)) return false;
    bool computed = token_in(t, BIT(WORD_NOT) | BIT(WORD_FUNCTION)), chosen = false;
    for (int depth = 0, seen = 0; t->kind && seen < FAR; seen++, t++) {
        if (!depth) {
            if (token_in(t, item_end)) break;
            if (t->word == WORD_OR) return !means_nil(t + 1) && may_be_nil(t + 1);
            computed = computed || token_in(t, computing);
            chosen = chosen || t->word == WORD_AND;
        }
        depth += token_in(t, opening | block);
        depth -= token_in(t, closing | block_end);
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
    size_t first_key;
    const struct token *key; /* NULL: it has no name */
};
struct guards {
    const struct token *next; /* to be looked at */
    const char *given, *end;  /* up to here the text has been handed on; where it ends */
    const char *at;           /* where `insert` goes */
    char insert[160], handed[160];
    size_t inserted, waits; /* bytes in `insert`; in `handed`, which is to be handed on next */
    bool refused;
    int depth;
    int end_count, choices; /* of `ends`; and, or, elseif, so far */
    size_t key_count;
    struct complaint complaint;
    struct level levels[BRACKETS_MOST + 1]; /* so many as are open, and the file's */
    const struct token *ends[MOST_CALLS];   /* before these a call ends; the next one last */
    const struct token *keys[MOST_KEYS];    /* of the tables that are open */
    struct conditions conditions;
    struct scope scope;
};

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

/* A text as a key is the name that it holds, where nothing in it is escaped. */
static size_t name_in(const struct token *key, const char **ret_name)
{
    bool quoted = key->kind == 's' && key->length >= 2 && *key->text != '[';
    *ret_name = key->text + quoted;
    return key->length - 2 * quoted;
}

/* Can it stand in quotes as it is? */
static bool is_plain(const char *name, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (strchr("\\\"\n\r", name[i])) return false;
    return length > 0;
}

/* "__given("name"," of what has a name that can be written, else of its place. */
static void open_given(struct guards *g, const char *at, const struct token *key, int place)
{
    char digits[24];
    const char *name = NULL;
    size_t length = key ? name_in(key, &name) : 0;
    insert(g, at, "__given(");
    if (is_plain(name, length)) {
        insert(g, at, "\"");
        insert_bytes(g, at, name, length < MOST_SHOWN ? length : MOST_SHOWN);
        insert(g, at, "\",");
        return;
    }
    insert_bytes(g, at, digits, (size_t)(decimal_unsigned(digits, (uint64_t)place) - digits));
    insert(g, at, ",");
}

/* On the line of what it closes, where a mistake is said to be. */
static void close_call(struct guards *g, const struct token *t) { insert(g, t[-1].text + t[-1].length, ")"); }

static void check_key(struct guards *g, const struct level *in)
{
    const char *name, *other;
    size_t length = name_in(in->key, &name);
    for (size_t i = in->first_key; i < g->key_count; i++) {
        if (name_in(g->keys[i], &other) != length || memcmp(other, name, length) != 0) continue;
        g->refused = true, g->complaint.line = in->key->line;
        snprintf(g->complaint.message, sizeof g->complaint.message,
                 "'%.*s' stands twice in one table, first at line %u, which would be lost: write it once",
                 (int)(length < MOST_SHOWN ? length : MOST_SHOWN), name, (unsigned)g->keys[i]->line);
    }
    if (g->key_count < MOST_KEYS) g->keys[g->key_count++] = in->key;
}

/* table.unpack of an empty list gives nothing, and means it. */
static void guard_value(struct guards *g, struct level *in, const struct token *t, bool keyed)
{
    if (!may_be_nil(t) || (!keyed && token_is(t, "table"))) return;
    open_given(g, t->text, keyed ? in->key : NULL, keyed ? 0 : in->item);
    in->guarded = true;
}

static void begin_item(struct guards *g, struct level *in, const struct token *t)
{
    in->key = NULL;
    in->keyed = t->word == SIGN_SQUARE || (token_is_name(t) && t[1].word == SIGN_ASSIGNS);
    if (!in->keyed) {
        in->item++;
        guard_value(g, in, t, false);
        return;
    }
    if (token_is_name(t)) in->key = t;
    else if (t[1].kind == 's' && t[1].length > 2 && t[2].word == SIGN_UNSQUARE) in->key = t + 1;
    if (in->key) check_key(g, in);
}

/* In the braces of a table, outside of functions. */
static void in_table(struct guards *g, struct level *in, const struct token *t)
{
    if (in->guarded && token_in(t, item_end)) close_call(g, t), in->guarded = false;
    if (in->begins && t->word != SIGN_UNCURLY) begin_item(g, in, t);
    if (in->value_begins) guard_value(g, in, t, true);
    in->begins = t->word == SIGN_PARTS;
    in->value_begins = in->keyed && t->word == SIGN_ASSIGNS;
    if (in->value_begins) in->keyed = false;
}

/* In brackets: what is written out is a key as it stands, and what begins with # or - is a number. */
static void in_brackets(struct guards *g, struct level *in, const struct token *t)
{
    if (in->guarded && t->word == SIGN_UNSQUARE) close_call(g, t), in->guarded = false;
    if (!in->begins) return;
    in->begins = false;
    if ((t->kind == 's' || t->kind == '#') && t[1].word == SIGN_UNSQUARE) return;
    if (t->word == SIGN_COMPUTES) return; /* [#list + 1] */
    insert(g, t->text, "__key(");
    in->guarded = true;
}

/* ---- conditions ---- */

/* Behind the names, calls and indexes that follow the name or bracket given. *ret_answers: they end by a call that gives
 * yes or no. NULL: no end in sight. */
static const struct token *past_chain(const struct token *t, bool *ret_answers)
{
    static const char *const answers[] = { "any", "none", "has", "does", "listed", "grew", "same_group" };
    *ret_answers = false;
    int depth = t->word == SIGN_ROUND;
    t++;
    for (int seen = 0; t->kind && seen < FAR; seen++, t = token_after(t)) {
        if (token_in(t, opening)) depth++;
        else if (token_in(t, closing) && depth) depth--;
        else if (depth || t->kind == 's') continue;
        else if (!token_in(t, BIT(SIGN_DOT) | BIT(SIGN_COLON))) return t;
        else {
            bool colon = t->word == SIGN_COLON;
            t++, *ret_answers = false;
            for (size_t i = 0; colon && i < sizeof answers / sizeof *answers; i++)
                *ret_answers = *ret_answers || token_is(t, answers[i]);
        }
    }
    return NULL;
}

/* What stands before it is no operand, so that the bracket holds an expression and no arguments. */
static bool is_group(const struct token *t)
{
    if (t->word != SIGN_ROUND || token_in(t - 1, closing | BIT(WORD_FUNCTION) | BIT(WORD_END))) return false;
    return !token_is_name(t - 1) && t[-1].kind != 's';
}

static void begin_call(struct guards *g, const struct token *end) { g->ends[g->end_count++] = end; }

/* The name or bracket begins what may be asked for its truth as it stands: guards that. Before `and` everything is asked; in
 * `x and y or z` y is chosen. */
static void guard_asked(struct guards *g, const struct level *in, const struct token *t)
{
    static const uint64_t goes_on = BIT(SIGN_DOT) | BIT(SIGN_COLON);
    static const uint64_t asks = BIT(WORD_AND) | BIT(WORD_OR) | BIT(WORD_IF) | BIT(WORD_ELSEIF) | BIT(WORD_WHILE);
    static const uint64_t closes = BIT(WORD_THEN) | BIT(WORD_DO) | BIT(WORD_OR);
    const struct token *last = t - 1;
    bool answers;
    if (token_in(last, computing | goes_on) || token_is(t, "equal") || g->end_count == MOST_CALLS) return;
    const struct token *after = past_chain(t, &answers);
    if (!after || token_in(after, computing) || answers) return;
    if (token_in(last, BIT(WORD_NOT) | BIT(WORD_UNTIL)) || after->word == WORD_AND ||
        (token_in(last, asks) && token_in(after, closes) && in->condition)) {
        insert(g, t->text, "__asked(");
        begin_call(g, after);
    }
}

/* ---- what is assigned ---- */

/* What closes the function that the token begins. */
static const struct token *end_of_function(const struct token *t)
{
    for (int depth = 0; t->kind; t++) {
        depth += token_in(t, block);
        depth -= token_in(t, block_end);
        if (!depth) break;
    }
    return t;
}

/* Behind the values that begin with the token. *ret_nil: they end in nil, which means it. */
static const struct token *past_values(const struct token *t, bool *ret_nil)
{
    static const uint64_t before_one = BIT(SIGN_COMPUTES) | BIT(WORD_NOT);
    static const uint64_t between = BIT(SIGN_COMPUTES) | BIT(SIGN_EQUALS) | BIT(WORD_AND) | BIT(WORD_OR);
    for (bool operand = true; t->kind; t = token_after(t)) {
        if (operand && token_in(t, before_one)) continue;
        if (!operand && (token_in(t, between) || token_is(t, ","))) operand = true;
        else if (!operand && token_in(t, BIT(SIGN_DOT) | BIT(SIGN_COLON))) t++;
        else if (operand || token_in(t, opening) || t->kind == 's') {
            *ret_nil = t->word == WORD_NIL, operand = false;
            t = t->word == WORD_FUNCTION ? end_of_function(t) : token_closing(t);
        } else break;
    }
    return t;
}

/* a.field = or a[i] =: the token is the sign. */
static bool assigns_field(const struct token *t)
{
    return t->word == SIGN_ASSIGNS && (t[-1].word == SIGN_UNSQUARE || (token_is_name(t - 1) && t[-2].word == SIGN_DOT));
}

/* The token begins what a field of a table is to be. */
static void guard_assigned(struct guards *g, const struct token *t)
{
    static const uint64_t never = BIT(SIGN_CURLY) | BIT(WORD_TRUE) | BIT(WORD_FALSE) | BIT(WORD_FUNCTION) |
                                  BIT(WORD_NOT);
    bool nil = false;
    if (t->kind == 's' || t->kind == '#' || token_in(t, never) || g->end_count == MOST_CALLS) return;
    const struct token *after = past_values(t, &nil), *field = t - 2;
    if (!after->kind || nil) return;
    open_given(g, t->text, field->word == SIGN_UNSQUARE ? NULL : field, 0);
    begin_call(g, after);
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
        if (inner->kind == '[') inner->begins = !token_is(t - 1, "s") && !token_is(t - 1, "p");
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

/* What the guards call is not for rules to call. */
static bool own_refused(struct guards *g, const struct token *t)
{
    const luaL_Reg *f = guard_functions;
    if (*t->text != '_') return false;
    while (f->name && !token_is(t, f->name)) f++;
    if (!f->name) return false;
    g->complaint.line = t->line;
    return snprintf(g->complaint.message, sizeof g->complaint.message, "'%s' is not available to rules", f->name) > 0;
}

/* False: the text is refused. */
static bool step(struct guards *g, const struct token *t)
{
    static const uint64_t choices = BIT(WORD_AND) | BIT(WORD_OR) | BIT(WORD_ELSEIF);
    struct level *in = &g->levels[g->depth];
    bool name = token_is_name(t);
    if (too_deep(g, t)) return false;
    g->refused = token_refused(t, &g->complaint) || condition_refused(&g->conditions, t, &g->complaint) ||
                 (name && own_refused(g, t));
    if (g->refused) return false;
    scope_follow(&g->scope, t);
    for (; g->end_count && g->ends[g->end_count - 1] == t; g->end_count--) close_call(g, t);
    if (token_in(t, choices)) check_choices(g, t);
    if (in->kind == '{' && !in->blocks) in_table(g, in, t);
    else if (in->kind == '[') in_brackets(g, in, t);
    else if (assigns_field(t - 1)) guard_assigned(g, t);
    if (name || is_group(t)) guard_asked(g, in, t);
    if (token_in(t, opening | closing | block | block_end | BIT(WORD_ELSEIF) | BIT(WORD_WHILE) | BIT(WORD_THEN)))
        keep_depth(g, t);
    return !g->refused;
}

/* The reader of lua_load: pieces of the text, and between them what is inserted. */
static const char *hand_on(lua_State *L, void *ud, size_t *ret_size)
{
    struct guards *g = ud;
    (void)L;
    if (!g->waits) {
        while (!g->inserted && g->next->kind && step(g, g->next)) g->next++;
        const char *from = g->given;
        g->given = g->inserted ? g->at : g->end;
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
    const struct token *first = token_list_read(&m->tokens, m->allocator, text, length);
    struct guards *g = m->guards ? m->guards : arena_take(m->rules, sizeof *g);
    if (!first || !g) {
        m->refused = true;
        raise_error(L, "no memory was left");
    }
    m->guards = g;
    memset(g, 0, offsetof(struct guards, levels));
    g->levels[0] = (struct level){ 0 };
    conditions_begin(&g->conditions, first), scope_begin(&g->scope);
    g->next = first;
    g->given = text, g->end = text + length;
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
    if (length && *text == *LUA_SIGNATURE) {
        lua_pushfstring(L, "%s:1: a rule is text, and this is a binary chunk of Lua", name);
        return false;
    }
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
