/* load_value.c - reading one value of a rule's table, and refusing it by name with its line where that is known. */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/loader.h"

/* The line where the file returns its table: of the last "return" that begins a line, else the last line. */
static uint32_t line_of_return(const struct loading *l)
{
    uint32_t line = 1, found = 0;
    for (size_t at = 0; at < l->length; at++) {
        bool begins = at == 0 || l->text[at - 1] == '\n';
        if (begins && at) line++;
        if (begins && l->length - at > 6 && !memcmp(l->text + at, "return", 6)) found = line;
    }
    return found ? found : line;
}

/* Of what is being read, where nothing nearer is known. Only now: hardly a rule has a mistake. */
static void find_line(struct loading *l)
{
    if (!l->line && l->said) l->line = line_of_text(l, l->said);
    if (!l->line && l->named) l->line = line_of_key(l, l->named);
}

void refuse(struct loading *l, const char *format, ...)
{
    char message[360];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    find_line(l);
    if (!l->line && l->key) l->line = line_of_key(l, l->key);
    if (!l->line) l->line = line_of_return(l); /* what is missing stands nowhere else */
    if (l->list) lua_pushfstring(l->L, "rule:%d: %s (%s %d)", (int)l->line, message, l->list, (int)l->place);
    else lua_pushfstring(l->L, "rule:%d: %s", (int)l->line, message);
    lua_error(l->L);
    abort();
}

void *keep_array(struct loading *l, size_t count, size_t size)
{
    void *kept = arena_array(l->m->rules, count ? count : 1, size);
    if (!kept) {
        l->m->refused = true;
        refuse(l, "no memory was left");
    }
    if (l->m->rules->total > l->arena_start && l->m->rules->total - l->arena_start > l->m->limits.memory)
        refuse(l, "it needs more memory than a rule may use");
    return kept;
}

const char *keep(struct loading *l, const char *text)
{
    char *kept = keep_array(l, strlen(text) + 1, 1);
    return memcpy(kept, text, strlen(text));
}

const char *string_at(struct loading *l, int index, const char *what)
{
    if (lua_type(l->L, index) != LUA_TSTRING) refuse(l, "%s is a text, not %s", what, value_described(l->L, index));
    size_t length;
    const char *text = lua_tolstring(l->L, index, &length);
    if (strlen(text) != length) refuse(l, "%s holds a zero byte", what);
    return text;
}

bool field_at(struct loading *l, int table, const char *name)
{
    lua_pushstring(l->L, name);
    if (lua_rawget(l->L, table) != LUA_TNIL) return true;
    lua_pop(l->L, 1);
    return false;
}

bool key_at(struct loading *l, int table, const char *name)
{
    l->key = name;
    return field_at(l, table, name);
}

/* "a, b, c": what might have been meant. */
static const char *listed(const char *const *names, size_t count, char *out, size_t size)
{
    size_t used = 0;
    for (size_t i = 0; i < count && used < size; i++)
        used += (size_t)snprintf(out + used, size - used, "%s%s", i ? ", " : "", names[i]);
    return out;
}

/* Of several mistakes the first in alphabetical order is told, since Lua's own order differs from run to run. */
uint64_t check_keys(struct loading *l, int table, const char *const *names, size_t count, lua_Integer positions,
                    const char *of)
{
    lua_State *L = l->L;
    const char *unknown = NULL;
    uint64_t bits = 0;
    bool misplaced = false;
    lua_Integer place = 0;
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        if (lua_isinteger(L, -2)) {
            lua_Integer n = lua_tointeger(L, -2);
            if (n >= 1 && n <= positions) continue;
            if (!misplaced || n < place) place = n;
            misplaced = true;
            continue;
        }
        if (lua_type(L, -2) != LUA_TSTRING) refuse(l, "a key in %s that is no name", of);
        const char *key = lua_tostring(L, -2); /* the table keeps it */
        bool known = false;
        for (size_t i = 0; !known && i < count; i++) known = *key == *names[i] && !strcmp(key, names[i]);
        if (known) bits |= name_bit(key);
        else if (!unknown || strcmp(key, unknown) < 0) unknown = key;
    }
    if (misplaced) refuse(l, "a value without a name in %s, at place %lld", of, (long long)place);
    if (!unknown) return bits;
    find_line(l);
    if (!l->line) l->line = line_of_key(l, unknown);
    const char *near = nearest_name(unknown, strlen(unknown), names, count);
    if (near) refuse(l, "%s has no '%.60s'; the nearest is '%s'", of, unknown, near);
    refuse(l, "%s has no '%.60s' (it has: %s)", of, unknown, listed(names, count, (char[200]){ "" }, 200));
}

/* How many values the list holds; refused where it holds anything else, or more than `most`. */
lua_Integer list_at(struct loading *l, int table, lua_Integer most, const char *what)
{
    lua_Integer n = list_length(l->L, table);
    if (n < 0) refuse(l, "%s is a plain list, without names and gaps: write { …, … }", what);
    if (n > most) refuse(l, "%s has more than %d entries", what, (int)most);
    return n;
}

int word_choice(struct loading *l, int index, const char *what, const char *const *names, size_t count)
{
    const char *name = string_at(l, index, what);
    for (size_t i = 0; i < count; i++)
        if (!strcmp(name, names[i])) return (int)i;
    place_at(l, name);
    const char *near = nearest_name(name, strlen(name), names, count);
    if (near) refuse(l, "'%.60s' is no %s; the nearest is '%s'", name, what, near);
    refuse(l, "'%.60s' is no %s: write %s", name, what, listed(names, count, (char[200]){ "" }, 200));
}

int function_at(struct loading *l, int index, const char *what)
{
    if (!lua_isfunction(l->L, index))
        refuse(l, "%s is a function, not %s: write function(…) … end", what, value_described(l->L, index));
    lua_pushvalue(l->L, index);
    return luaL_ref(l->L, LUA_REGISTRYINDEX);
}

int32_t day_at(struct loading *l, int table, const char *name, int32_t otherwise)
{
    struct days days;
    if (!field_at(l, table, name)) return otherwise;
    const char *text = string_at(l, -1, name);
    if (!days_read(text, strlen(text), &days) || days.low != days.high) {
        place_at(l, text);
        refuse(l, "'%.40s' is no day: write YYYY-MM-DD", text);
    }
    lua_pop(l->L, 1);
    return days.low;
}

/* ---- lines ---- */

/* The line of the text in the file: data forms carry none of their own. 0: not found. A file that makes this long work is not
 * searched on and on. */
static uint32_t line_in(const char *file, size_t length, const char *text, size_t *searched)
{
    enum { COMPARED = 200, MOST_SEARCHED = 1 << 26 };
    size_t n = strlen(text);
    if (!n || n > length) return 0;
    if (n > COMPARED) n = COMPARED;
    uint32_t line = 1;
    const char *from = file, *end = file + length - n + 1; /* past the last place where it may begin */
    while (from < end && *searched < MOST_SEARCHED) {
        const char *at = memchr(from, text[0], (size_t)(end - from));
        *searched += (size_t)((at ? at : end) - from) + 1 + n / 8;
        if (!at) return 0;
        if (!memcmp(at, text, n)) {
            for (from = file; (from = memchr(from, '\n', (size_t)(at - from))); from++) line++;
            return line;
        }
        from = at + 1;
    }
    return 0;
}

uint32_t line_of_text(struct loading *l, const char *text) { return line_in(l->text, l->length, text, &l->searched); }

uint32_t element_line(const struct rule *rule, const struct element *e)
{
    size_t searched = 0;
    return e->line || !rule->text ? e->line : line_in(rule->text, rule->text_length, e->text.source, &searched);
}

uint32_t line_of_key(struct loading *l, const char *name)
{
    size_t n = strlen(name), at = 0;
    uint32_t line = 1;
    if (n > 100) return 0;
    for (; at + n < l->length; at++, l->searched++) {
        const char *here = l->text + at;
        if (*here == '\n') line++;
        if (*here != *name || memcmp(here, name, n) != 0) continue;
        if (at && (isalnum((unsigned char)here[-1]) || here[-1] == '_')) continue;
        size_t end = at + n;
        while (end < l->length && (l->text[end] == ' ' || l->text[end] == '\t')) end++;
        if (end + 1 < l->length && l->text[end] == '=' && l->text[end + 1] != '=') return line;
    }
    return 0;
}

/* The line for a mistake that none is known of yet. */
void place_at(struct loading *l, const char *text)
{
    find_line(l);
    if (!l->line) l->line = line_of_text(l, text);
}
