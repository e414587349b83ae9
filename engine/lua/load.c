/* load.c - a rule file's table becomes a struct rule. Every mistake is refused by name, with its line where it is known. */
#include "lua/loader.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"

static char candidates_key;

const char *const severity_names[CC_SEVERITIES] = { "info", "low", "medium", "high", "critical" };
const char *const nature_names[3] = { "bright-line", "presumption", "indicator" };
const char *const support_names[3] = { "direct", "reported", "analogy" };
const char *const comparison_signs[4] = { "<", "<=", ">=", ">" };

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
        l->named = names[i];
        field_at(l, map, names[i]);
        param_at(l, lua_gettop(l->L), &params[i]);
        lua_pop(l->L, 1);
    }
    l->named = NULL;
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
        if (needed) refuse(l, "a rule has a %s: write %s = \"{role} …\", what it says of whom", name, name);
        return;
    }
    const char *text = string_at(l, -1, name);
    l->said = text;
    if (!*text) refuse(l, "the %s is empty: write what it says of whom, or take it out", name);
    if (!phrase_read(l->m, l->rule, text, false, false, ret_phrase, message, sizeof message)) refuse(l, "%s", message);
    l->said = NULL;
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
    struct rule *rule = call->rule;
    if (!load_chunk(L, "rule", call->text, call->length, rule->digest, &rule->assigns)) return lua_error(L);
    lua_call(L, 0, 1);
    if (!lua_istable(L, -1)) refuse(&l, "a rule file returns a table, this one returned %s", value_described(L, -1));
    int returned = lua_gettop(L);
    call->rule->assigns |= call->m->library_assigns;
    sandbox_close(L, returned, call->rule, call->rule->assigns);
    raw_contents(L, returned); /* a library's table may be the rule */
    load_table(&l, lua_gettop(L));
    return 0;
}

static int check_modules(lua_State *L)
{
    const char *name;
    if (!machine_of(L)->library_assigns || !sandbox_kept(L, NULL, &name)) return 0;
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
    rule->path = rule->id = copy, rule->digest = digest, rule->text = text, rule->text_length = length;
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
