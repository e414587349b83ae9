/* load.c - a rule file's table becomes a struct rule. Every mistake is refused by name, with its line where it is known. */
#include "lua/loader.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"

static char candidates_key;

const char *const severity_names[CC_SEVERITIES] = { "info", "low", "medium", "high", "critical" };
const char *const nature_names[3] = { "bright-line", "presumption", "indicator" };
const char *const support_names[3] = { "direct", "reported", "analogy" };
const char *const comparison_signs[4] = { "<", "<=", ">=", ">" };

/* ---- helpers ---- */

static uint32_t line_of_key(struct loading *, const char *name);

void refuse(struct loading *l, const char *format, ...)
{
    char message[360];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (!l->line && l->key) l->line = line_of_key(l, l->key);
    if (l->where[0]) lua_pushfstring(l->L, "rule:%d: %s (%s)", (int)l->line, message, l->where);
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

/* The same of a key of the rule itself, where what is wrong from here on stands. */
static bool key_at(struct loading *l, int table, const char *name)
{
    l->key = name;
    return field_at(l, table, name);
}

/* Of several mistakes the first in alphabetical order is told, since Lua's own order differs from run to run. */
void check_keys(struct loading *l, int table, const char *const *names, size_t count, lua_Integer positions,
                const char *of)
{
    lua_State *L = l->L;
    const char *unknown = NULL;
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
        for (size_t i = 0; !known && i < count; i++) known = !strcmp(key, names[i]);
        if (!known && (!unknown || strcmp(key, unknown) < 0)) unknown = key;
    }
    if (misplaced) refuse(l, "a value without a name in %s, at place %lld", of, (long long)place);
    if (!unknown) return;
    if (!l->line) l->line = line_of_key(l, unknown);
    const char *near = nearest_name(unknown, strlen(unknown), names, count);
    if (near) refuse(l, "%s has no '%.60s'; the nearest is '%s'", of, unknown, near);
    refuse(l, "%s has no '%.60s'", of, unknown);
}

/* How many values the list holds; refused where it holds anything else, or more than `most`. */
lua_Integer list_at(struct loading *l, int table, lua_Integer most, const char *what)
{
    lua_Integer n = list_length(l->L, table);
    if (n < 0) refuse(l, "%s is a plain list, without names and gaps", what);
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
    refuse(l, "'%.60s' is no %s", name, what);
}

int function_at(struct loading *l, int index, const char *what)
{
    if (!lua_isfunction(l->L, index)) refuse(l, "%s is a function, not %s", what, value_described(l->L, index));
    lua_pushvalue(l->L, index);
    return luaL_ref(l->L, LUA_REGISTRYINDEX);
}

static uint32_t line_at(const struct loading *l, const char *at)
{
    uint32_t line = 1;
    for (const char *from = l->text; (from = memchr(from, '\n', (size_t)(at - from))); from++) line++;
    return line;
}

/* Data forms carry no line of their own: that of their text in the file is as good. 0: not found. A file that makes this
 * long work is not searched on and on. */
uint32_t line_of_text(struct loading *l, const char *text)
{
    enum { COMPARED = 200, MOST_SEARCHED = 1 << 26 };
    size_t n = strlen(text);
    if (!n || n > l->length) return 0;
    if (n > COMPARED) n = COMPARED;
    const char *from = l->text, *end = l->text + l->length - n + 1; /* past the last place where it may begin */
    while (from < end && l->searched < MOST_SEARCHED) {
        const char *at = memchr(from, text[0], (size_t)(end - from));
        l->searched += (size_t)((at ? at : end) - from) + 1 + n / 8;
        if (!at) return 0;
        if (!memcmp(at, text, n)) return line_at(l, at);
        from = at + 1;
    }
    return 0;
}

/* The line of "name =", where a table gives a field that name. 0: not found. */
static uint32_t line_of_key(struct loading *l, const char *name)
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
    if (!l->line) l->line = line_of_text(l, text);
}

/* ---- basis, params ---- */

static const struct law_source *source_named(struct loading *l, const char *id)
{
    const struct law_source *source = machine_source(l->m, id);
    if (source) return source;
    place_at(l, id);
    if (l->m->sources_error[0]) refuse(l, "%s", l->m->sources_error);
    const char *names[512];
    size_t count = 0;
    for (; count < l->m->source_count && count < 512; count++) names[count] = l->m->sources[count]->id;
    const char *near = nearest_name(id, strlen(id), names, count);
    if (near) refuse(l, "no source has the id '%.60s' in sources.json; the nearest is '%s'", id, near);
    refuse(l, "no source has the id '%.60s' in sources.json", id);
}

static void one_basis(struct loading *l, int index, struct basis *basis)
{
    static const char *const keys[] = {
#define BASIS_KEY(NAME, ...) NAME,
#include "lua/api.def"
    };
    lua_State *L = l->L;
    if (!lua_istable(L, index)) refuse(l, "a basis is written { \"source\", at = …, support = … }");
    raw_contents(L, index);
    int table = lua_gettop(L);
    check_keys(l, table, keys, sizeof keys / sizeof keys[0], 1, "a basis");
    lua_rawgeti(L, table, 1);
    const char *id = string_at(l, -1, "the source of a basis");
    basis->source = source_named(l, id);
    if (field_at(l, table, "at")) basis->at = keep(l, string_at(l, -1, "'at' of a basis"));
    if (!field_at(l, table, "support"))
        refuse(l, "a basis says how firm it is: support = \"direct\", \"reported\" or \"analogy\"");
    basis->support = (uint8_t)word_choice(l, -1, "support", support_names, 3);
    lua_settop(L, table - 1);
}

const struct basis *basis_at(struct loading *l, int index, uint16_t *ret_count)
{
    lua_State *L = l->L;
    if (!lua_istable(L, index)) refuse(l, "basis is a list { { \"source\", at = …, support = … } }");
    raw_contents(L, index);
    int list = lua_gettop(L);
    bool single = lua_rawgeti(L, list, 1) == LUA_TSTRING; /* { "source", at = … } for a list of one */
    lua_settop(L, list);
    lua_Integer n = single ? 1 : list_at(l, list, 100, "basis");
    if (n < 1) refuse(l, "basis names at least one source");
    struct basis *basis = keep_array(l, (size_t)n, sizeof *basis);
    for (lua_Integer i = 1; i <= n; i++) {
        if (single) lua_pushvalue(L, list);
        else lua_rawgeti(L, list, i);
        one_basis(l, lua_gettop(L), &basis[i - 1]);
        lua_settop(L, list);
    }
    *ret_count = (uint16_t)n;
    lua_settop(L, list - 1);
    return basis;
}

static int32_t day_at(struct loading *l, int table, const char *name, int32_t otherwise)
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

static double number_at(struct loading *l, int index, const char *name)
{
    if (lua_type(l->L, index) != LUA_TNUMBER)
        refuse(l, "the value of the param '%s' is a number, not %s", name, value_described(l->L, index));
    double value = lua_tonumber(l->L, index);
    if (!(value > -1e300 && value < 1e300)) refuse(l, "the value of the param '%s' is no finite number", name);
    return value;
}

static struct quantity quantity_of(double value, enum unit unit, const char currency[4])
{
    return unit == UNIT_MONEY ? quantity_money(value, value, currency) : quantity_exact(value, unit);
}

static int by_first_day(const void *a, const void *b)
{
    const struct param_value *x = a, *y = b;
    return (x->from > y->from) - (x->from < y->from);
}

static void dated_param(struct loading *l, int table, struct param *param, enum unit unit, const char currency[4])
{
    static const char *const keys[] = { "from", "to", "source" };
    lua_State *L = l->L;
    raw_contents(L, table);
    int rows = lua_gettop(L);
    lua_Integer n = list_at(l, rows, 1000, "by_date");
    if (n < 1) refuse(l, "the param '%s' has no row by date", param->name);
    struct param_value *values = keep_array(l, (size_t)n, sizeof *values);
    for (lua_Integer i = 1; i <= n; i++) {
        if (lua_rawgeti(L, rows, i) != LUA_TTABLE)
            refuse(l, "a row of the param '%s' is written { value, from = \"YYYY-MM-DD\" }", param->name);
        raw_contents(L, -1);
        int row = lua_gettop(L);
        check_keys(l, row, keys, 3, 1, "a dated row");
        lua_rawgeti(L, row, 1);
        values[i - 1].value = quantity_of(number_at(l, -1, param->name), unit, currency);
        values[i - 1].from = day_at(l, row, "from", DAY_MIN);
        values[i - 1].to = day_at(l, row, "to", DAY_MAX);
        if (values[i - 1].to < values[i - 1].from)
            refuse(l, "a row of the param '%s' ends before it begins", param->name);
        if (field_at(l, row, "source"))
            values[i - 1].source = source_named(l, string_at(l, -1, "the source of a dated row"));
        lua_settop(L, rows);
    }
    qsort(values, (size_t)n, sizeof *values, by_first_day);
    for (lua_Integer i = 0; i + 1 < n; i++) {
        if (values[i].from == values[i + 1].from) refuse(l, "the param '%s' has two rows from one day", param->name);
        if (values[i].to == DAY_MAX || values[i].to >= values[i + 1].from) values[i].to = values[i + 1].from - 1;
    }
    param->values = values, param->count = (uint16_t)n, param->dated = true;
    lua_settop(L, rows - 1);
}

static void one_param(struct loading *l, int index, struct param *param)
{
    static const char *const keys[] = { "by_date" };
    lua_State *L = l->L;
    if (!lua_istable(L, index)) refuse(l, "the param '%s' is written { value, \"unit\", \"reason\" }", param->name);
    raw_contents(L, index);
    int table = lua_gettop(L);
    bool dated = field_at(l, table, "by_date");
    int unit_place = dated ? 1 : 2;
    check_keys(l, table, keys, 1, unit_place + 1, "a param");
    char currency[4] = "";
    enum unit unit;
    lua_rawgeti(L, table, unit_place);
    const char *name = string_at(l, -1, "the unit of a param");
    if (!unit_read(name, &unit, currency))
        refuse(l, "'%.40s' is no unit: percent, points, count, days, months, years or a currency like USD", name);
    lua_rawgeti(L, table, unit_place + 1);
    if (lua_isnil(L, -1)) refuse(l, "the param '%s' gives no reason for its value", param->name);
    param->reason = keep(l, string_at(l, -1, "the reason of a param"));
    if (dated) {
        field_at(l, table, "by_date");
        if (!lua_istable(L, -1)) refuse(l, "by_date of the param '%s' is a list of rows", param->name);
        dated_param(l, lua_gettop(L), param, unit, currency);
    } else {
        struct param_value *value = keep_array(l, 1, sizeof *value);
        lua_rawgeti(L, table, 1);
        *value = (struct param_value){ quantity_of(number_at(l, -1, param->name), unit, currency), DAY_MIN, DAY_MAX,
                                       NULL };
        param->values = value, param->count = 1;
    }
    lua_settop(L, table - 1);
}

/* ---- names ---- */

static void check_name(struct loading *l, const char *name, const char *what)
{
    size_t n = strlen(name);
    bool good = n && n < 60 && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == n &&
                strspn(name, "0123456789") == 0;
    const struct rule *r = l->rule;
    const char *taken = NULL;
    for (unsigned i = 0; i < r->role_count; i++)
        if (!strcmp(r->roles[i], name)) taken = "a role";
    for (unsigned i = 0; i < r->figure_count; i++)
        if (!strcmp(r->figures[i].name, name)) taken = "a figure";
    if (good && !taken) return;
    l->line = line_of_key(l, name);
    place_at(l, name);
    if (!good) refuse(l, "'%.60s' is no name for %s: small letters, digits and _", name, what);
    refuse(l, "'%s' names %s and %s", name, taken, what);
}

/* Keys of the map at the table, sorted, so that nothing depends on the order in which Lua keeps them. */
static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }
static const char **sorted_keys(struct loading *l, int table, size_t most, const char *what, uint16_t *ret_count)
{
    lua_State *L = l->L;
    const char **names = keep_array(l, most, sizeof *names);
    size_t n = 0;
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING) refuse(l, "%s is a map of names", what);
        if (n == most) refuse(l, "%s has more than %zu names", what, most);
        names[n++] = keep(l, lua_tostring(L, -2));
    }
    qsort(names, n, sizeof *names, by_name);
    *ret_count = (uint16_t)n;
    return names;
}

static int map_at(struct loading *l, int rule_table, const char *name)
{
    if (!key_at(l, rule_table, name)) return 0;
    if (!lua_istable(l->L, -1)) refuse(l, "%s is a map of names", name);
    raw_contents(l->L, -1);
    return lua_gettop(l->L);
}

static void load_roles(struct loading *l, int table)
{
    lua_State *L = l->L;
    if (!key_at(l, table, "roles") || !lua_istable(L, -1))
        refuse(l, "a rule declares its roles: roles = { \"investor\", \"developer\" }");
    raw_contents(L, -1);
    int list = lua_gettop(L);
    lua_Integer n = list_at(l, list, MOST_ROLES, "roles");
    if (n < 1) refuse(l, "a rule has 1 to %d roles", MOST_ROLES);
    const char **roles = keep_array(l, (size_t)n, sizeof *roles);
    l->rule->roles = roles;
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, list, i);
        const char *name = keep(l, string_at(l, -1, "a role"));
        check_name(l, name, "a role");
        roles[l->rule->role_count++] = name;
        lua_pop(L, 1);
    }
    uint8_t *by_name = keep_array(l, (size_t)n, sizeof *by_name);
    for (uint8_t i = 0, at; i < n; i++) {
        for (at = i; at > 0 && strcmp(roles[by_name[at - 1]], roles[i]) > 0; at--) by_name[at] = by_name[at - 1];
        by_name[at] = i;
    }
    l->rule->roles_by_name = by_name;
}

static void load_figures(struct loading *l, int table)
{
    int map = map_at(l, table, "figures");
    if (!map) return;
    uint16_t count;
    const char **names = sorted_keys(l, map, MOST_FIGURES, "figures", &count);
    struct figure *figures = keep_array(l, count, sizeof *figures);
    l->rule->figures = figures;
    for (uint16_t i = 0; i < count; i++) {
        check_name(l, names[i], "a figure");
        field_at(l, map, names[i]);
        figures[i] = (struct figure){ names[i], function_at(l, -1, names[i]) };
        lua_pop(l->L, 1);
    }
    l->rule->figure_count = count;
}

static void load_params(struct loading *l, int table)
{
    int map = map_at(l, table, "params");
    if (!map) return;
    uint16_t count;
    const char **names = sorted_keys(l, map, MOST_PARAMS, "params", &count);
    struct param *params = keep_array(l, count, sizeof *params);
    l->rule->params = params;
    for (uint16_t i = 0; i < count; i++) {
        check_name(l, names[i], "a param");
        params[i].name = names[i];
        l->line = line_of_key(l, names[i]);
        field_at(l, map, names[i]);
        one_param(l, lua_gettop(l->L), &params[i]);
        lua_pop(l->L, 1);
    }
    l->line = 0;
    l->rule->param_count = count;
}

/* ---- the rule ---- */

static void load_id(struct loading *l, int table)
{
    if (!key_at(l, table, "id")) refuse(l, "a rule has an id: \"pack/name\"");
    const char *id = string_at(l, -1, "the id"), *slash = strchr(id, '/');
    size_t n = strlen(id);
    if (!slash || slash == id || !slash[1] || strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-/") != n ||
        strchr(slash + 1, '/') || n > 120) {
        place_at(l, id);
        refuse(l, "'%.60s' is no id: \"pack/name\" of small letters, digits and -", id);
    }
    l->rule->id = keep(l, id), l->rule->id_known = true;
    const char *file = strrchr(l->path, '/');
    file = file ? file + 1 : l->path;
    size_t stem = strlen(file);
    if (stem > 4 && !strcmp(file + stem - 4, ".lua")) stem -= 4;
    if (strlen(slash + 1) != stem || memcmp(slash + 1, file, stem)) {
        l->line = line_of_text(l, id);
        refuse(l, "the id '%s' does not end in the file's name '%.*s'", id, (int)stem, file);
    }
    lua_pop(l->L, 1);
}

static void phrase_at(struct loading *l, int table, const char *name, bool needed, struct phrase *ret_phrase)
{
    char message[200];
    if (!key_at(l, table, name)) {
        if (needed) refuse(l, "a rule has a %s", name);
        return;
    }
    const char *text = string_at(l, -1, name);
    l->line = line_of_text(l, text);
    if (!*text) refuse(l, "the %s is empty", name);
    if (!phrase_read(l->m, l->rule, text, false, false, ret_phrase, message, sizeof message)) refuse(l, "%s", message);
    l->line = 0;
    lua_pop(l->L, 1);
}

static void load_force(struct loading *l, int table)
{
    static const char *const keys[] = { "from", "to" };
    l->rule->in_force_from = DAY_MIN, l->rule->in_force_to = DAY_MAX;
    if (!key_at(l, table, "in_force")) return;
    if (!lua_istable(l->L, -1)) refuse(l, "in_force is written { from = \"YYYY-MM-DD\", to = \"YYYY-MM-DD\" }");
    raw_contents(l->L, -1);
    int force = lua_gettop(l->L);
    check_keys(l, force, keys, 2, 0, "in_force");
    l->rule->in_force_from = day_at(l, force, "from", DAY_MIN);
    l->rule->in_force_to = day_at(l, force, "to", DAY_MAX);
    if (l->rule->in_force_from > l->rule->in_force_to) refuse(l, "in_force ends before it begins");
}

/* Rules with the same subjects function and number of roles share a number, so that it runs once a case. */
static void number_candidates(struct loading *l, int index)
{
    lua_State *L = l->L;
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &candidates_key) != LUA_TTABLE) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, -1);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &candidates_key);
    }
    lua_pushvalue(L, index);
    if (lua_rawget(L, -2) == LUA_TNUMBER && (lua_tointeger(L, -1) & 15) == l->rule->role_count) {
        l->rule->candidates = (uint32_t)(lua_tointeger(L, -1) >> 4);
        lua_pop(L, 2);
        return;
    }
    lua_pop(L, 1);
    l->rule->candidates = ++l->m->candidates;
    lua_pushvalue(L, index);
    lua_pushinteger(L, (lua_Integer)l->rule->candidates << 4 | l->rule->role_count);
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

static void load_table(struct loading *l, int table)
{
    static const char *const keys[] = {
#define RULE_KEY(NAME, ...) NAME,
#include "lua/api.def"
    };
    static const char *const jurisdictions[] = { "US", "EU", "UK", "DE", "FR" };
    lua_State *L = l->L;
    struct rule *r = l->rule;
    load_id(l, table);
    l->key = NULL;
    check_keys(l, table, keys, sizeof keys / sizeof keys[0], 0, "a rule");
    if (!key_at(l, table, "severity")) refuse(l, "a rule has a severity: critical, high, medium, low or info");
    r->severity = (uint8_t)word_choice(l, -1, "severity", severity_names, CC_SEVERITIES);
    if (!key_at(l, table, "nature")) refuse(l, "a rule has a nature: bright-line, presumption or indicator");
    r->nature = (uint8_t)word_choice(l, -1, "nature", nature_names, 3);
    if (key_at(l, table, "jurisdiction"))
        r->jurisdiction = jurisdictions[word_choice(l, -1, "jurisdiction", jurisdictions, 5)];
    if (!key_at(l, table, "basis")) refuse(l, "a rule has a basis: { { \"source\", at = …, support = … } }");
    r->basis = basis_at(l, lua_gettop(L), &r->basis_count);
    lua_settop(L, table);
    load_roles(l, table);
    load_figures(l, table);
    load_params(l, table);
    load_force(l, table);
    lua_settop(L, table);
    if (!key_at(l, table, "subjects")) refuse(l, "a rule has subjects: function(case, each)");
    r->subjects = function_at(l, lua_gettop(L), "subjects");
    number_candidates(l, lua_gettop(L));
    if (key_at(l, table, "law_at")) r->law_at = function_at(l, lua_gettop(L), "law_at");
    phrase_at(l, table, "title", true, &r->title);
    phrase_at(l, table, "advice", false, &r->advice);
    if (key_at(l, table, "applies")) r->applies = elements_at(l, lua_gettop(L), "applies", &r->apply_count);
    if (!key_at(l, table, "elements")) refuse(l, "a rule has elements: what must be proved");
    r->elements = elements_at(l, lua_gettop(L), "element", &r->element_count);
    if (!r->element_count) refuse(l, "a rule has at least one element");
    if (key_at(l, table, "unless")) r->unless = elements_at(l, lua_gettop(L), "unless", &r->unless_count);
    for (unsigned i = 0; i < r->title.count; i++)
        if (r->title.parts[i].type == PART_ROLE) r->roles_named |= UINT32_C(1) << r->title.parts[i].index;
    lua_settop(L, table);
}

struct load_call {
    struct machine *m;
    struct rule *rule;
    const char *path, *text;
    size_t length;
};

static int run_load(lua_State *L)
{
    struct load_call *call = lua_touserdata(L, 1);
    struct loading l = { .L = L,
                         .m = call->m,
                         .rule = call->rule,
                         .path = call->path,
                         .text = call->text,
                         .length = call->length,
                         .arena_start = call->m->rules->total };
    luaL_checkstack(L, 60, "too many values");
    if (!load_chunk(L, "rule", call->text, call->length)) return lua_error(L);
    lua_call(L, 0, 1);
    if (!lua_istable(L, -1)) refuse(&l, "a rule file returns a table, this one returned %s", value_described(L, -1));
    int proxy = lua_gettop(L);
    sandbox_freeze(L, proxy);
    raw_contents(L, proxy);
    load_table(&l, lua_gettop(L));
    sandbox_watch(L, proxy, call->rule);
    lua_pushvalue(L, proxy);
    call->rule->table = luaL_ref(L, LUA_REGISTRYINDEX);
    return 0;
}

static int check_modules(lua_State *L)
{
    const char *name;
    if (!sandbox_kept(L, NULL, &name)) return 0;
    return raise_error(L, "a rule keeps nothing: '%s' of a library was changed while this file loaded", name);
}

/* False: the file changed what others require too; that is undone. */
bool modules_kept(struct machine *m) { return machine_protect(m, check_modules, NULL) == ENDED_WELL; }

struct rule *machine_load(struct machine *m, const char *path, const char *text, size_t length)
{
    struct rule *rule = arena_take(m->rules, sizeof *rule);
    char *digest = arena_take(m->rules, DIGEST_HEX);
    char *copy = arena_copy(m->rules, path, strlen(path));
    if (!rule || !digest || !copy) return NULL;
    digest_hex(text, length, digest);
    rule->path = rule->id = copy, rule->digest = digest;
    m->refused = false;
    struct load_call call = { m, rule, path, text, length };
    limits_on(m);
    enum ended ended = machine_protect(m, run_load, &call);
    limits_off(m);
    struct failure failure = m->failure;
    if (!modules_kept(m) && ended == ENDED_WELL) ended = ENDED_FAILED;
    else m->failure = failure;
    if (m->rules->failed || m->refused) return NULL;
    if (ended != ENDED_WELL) {
        if (ended != ENDED_FAILED) fail(m, "rule", 0, "a rule file asks nothing of a case while it loads");
        rule->error = arena_copy(m->rules, m->failure.message, strlen(m->failure.message));
        rule->error_line = m->failure.line;
        if (!rule->error) return NULL;
    }
    return rule;
}
