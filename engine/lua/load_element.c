/* load_element.c - the elements of a rule: data forms, functions and groups. */
#include "lua/loader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const element_keys[] = {
#define ELEMENT_KEY(NAME, ...) NAME,
#include "lua/api.def"
};
enum { DEEPEST = 8, MOST_ELEMENTS = 1000 };

static bool find_operand(const struct rule *rule, const char *name, struct operand *ret_operand)
{
    for (uint16_t i = 0; i < rule->role_count; i++)
        if (!strcmp(rule->roles[i], name))
            return *ret_operand = (struct operand){ .type = OPERAND_ROLE, .index = i }, true;
    for (uint16_t i = 0; i < rule->figure_count; i++)
        if (!strcmp(rule->figures[i].name, name))
            return *ret_operand = (struct operand){ .type = OPERAND_FIGURE, .index = i }, true;
    for (uint16_t i = 0; i < rule->param_count; i++)
        if (!strcmp(rule->params[i].name, name))
            return *ret_operand = (struct operand){ .type = OPERAND_PARAM, .index = i }, true;
    return false;
}

_Noreturn static void no_operand(struct loading *l, const char *name, const char *what)
{
    const char *names[MOST_ROLES + MOST_FIGURES + MOST_PARAMS];
    size_t count = 0;
    for (uint16_t i = 0; i < l->rule->role_count; i++) names[count++] = l->rule->roles[i];
    for (uint16_t i = 0; i < l->rule->figure_count; i++) names[count++] = l->rule->figures[i].name;
    for (uint16_t i = 0; i < l->rule->param_count; i++) names[count++] = l->rule->params[i].name;
    const char *near = nearest_name(name, strlen(name), names, count);
    if (near) refuse(l, "no %s '%.60s'; the nearest is '%s'", what, name, near);
    refuse(l, "no %s '%.60s'", what, name);
}

static void name_role(struct loading *l, const struct operand *o)
{
    if (o->type == OPERAND_ROLE) l->rule->roles_named |= UINT32_C(1) << o->index;
}

static struct operand record_operand(struct loading *l, const char *name)
{
    struct operand o;
    if (!find_operand(l->rule, name, &o) || o.type == OPERAND_PARAM) no_operand(l, name, "role or figure");
    name_role(l, &o);
    return o;
}

static struct operand word_operand(struct loading *l, enum field field, const char *name)
{
    const struct field_info *info = &model_fields[field];
    size_t length = strlen(name);
    int listed = model_find_word((enum list)info->list, name, length);
    if (listed >= 0) return (struct operand){ .type = OPERAND_WORD, .word = (uint32_t)listed };
    if (model_word_may_be_own((enum list)info->list, name, length))
        return (struct operand){ .type = OPERAND_OWN_WORD, .text = keep(l, name) };
    const struct list_info *list = &model_lists[info->list];
    const char *names[64];
    size_t count = 0;
    for (; count < list->count && count < 64; count++) names[count] = model_words[list->first + count].name;
    const char *near = nearest_name(name, length, names, count), *kind = model_kind((enum kind)info->kind)->name;
    if (near) refuse(l, "'%.60s' is not a %s of %s; the nearest is '%s'", name, info->name, kind, near);
    refuse(l, "'%.60s' is not a %s of %s", name, info->name, kind);
}

static struct operand operand_at(struct loading *l, int index, enum field field, uint8_t *range)
{
    const struct field_info *info = &model_fields[field];
    bool words = info->type == TYPE_WORD || info->type == TYPE_WORDS;
    bool records = info->type == TYPE_REF || info->type == TYPE_REFS || info->type == TYPE_ID;
    if (!words && !records) refuse(l, "'%s' cannot be filtered by a value: compare it in a test", info->name);
    if (lua_istable(l->L, index)) { /* exactly("role") or below("role") */
        raw_contents(l->L, index);
        int table = lua_gettop(l->L);
        if (!records || !field_at(l, table, "range"))
            refuse(l, "a list within a list as the filter value of '%s'", info->name);
        lua_Integer type = lua_isinteger(l->L, -1) ? lua_tointeger(l->L, -1) : 0;
        if (type != CONDITION_EXACTLY && type != CONDITION_BELOW)
            refuse(l, "'range' is exactly's and below's own: write exactly(\"role\")");
        *range = (uint8_t)type;
        lua_rawgeti(l->L, table, 1);
        struct operand o = record_operand(l, string_at(l, -1, "exactly or below"));
        lua_settop(l->L, table - 1);
        return o;
    }
    const char *name = string_at(l, index, info->name);
    return words ? word_operand(l, field, name) : record_operand(l, name);
}

/* Values that are the same in every case; NULL: some are not. */
static const uint32_t *listed_words(struct loading *l, const struct operand *operands, unsigned count)
{
    uint32_t *words = keep_array(l, count, sizeof *words);
    for (unsigned i = 0; i < count; i++) {
        if (operands[i].type != OPERAND_WORD) return NULL;
        words[i] = operands[i].word;
    }
    return words;
}

static enum field filter_field(struct loading *l, enum kind kind, const char *name)
{
    const struct kind_info *info = model_kind(kind);
    enum field field = model_find_field(kind, name, strlen(name));
    if (field != NO_FIELD) return field;
    const char *names[40];
    size_t count = 0;
    for (unsigned f = info->first; f <= info->last && count < 40; f++) names[count++] = model_fields[f].name;
    const char *near = nearest_name(name, strlen(name), names, count);
    if (near) refuse(l, "%s has no field '%.60s'; the nearest is '%s'", info->name, name, near);
    refuse(l, "%s has no field '%.60s'", info->name, name);
}

/* A list, and not what exactly and below made. */
static bool is_list(struct loading *l, int index)
{
    if (!lua_istable(l->L, index)) return false;
    raw_contents(l->L, index);
    bool list = !field_at(l, lua_gettop(l->L), "range");
    lua_settop(l->L, index);
    return list;
}

/* The value at the index, or the values of the list there; *range: what all of them stand in, exactly or below. */
static struct operand *operands_at(struct loading *l, int index, enum field field, const char *name,
                                   uint16_t *ret_count, uint8_t *range)
{
    lua_State *L = l->L;
    if (!is_list(l, index)) {
        struct operand *one = keep_array(l, 1, sizeof *one);
        *one = operand_at(l, index, field, range);
        *ret_count = 1;
        return one;
    }
    raw_contents(L, index);
    int list = lua_gettop(L);
    lua_Integer n = list_at(l, list, 200, name);
    if (n < 1) refuse(l, "an empty list as the filter value of '%s'", name);
    struct operand *operands = keep_array(l, (size_t)n, sizeof *operands);
    for (lua_Integer i = 1; i <= n; i++) {
        uint8_t one = 0;
        lua_rawgeti(L, list, i);
        operands[i - 1] = operand_at(l, lua_gettop(L), field, &one);
        if (i > 1 && one != *range) refuse(l, "exactly and below do not stand in one list with others, for '%s'", name);
        *range = one;
        lua_settop(L, list);
    }
    *ret_count = (uint16_t)n;
    lua_settop(L, index);
    return operands;
}

static void condition_at(struct loading *l, enum kind kind, const char *name, int index, struct condition_form *c)
{
    enum field field = filter_field(l, kind, name);
    const struct field_info *f = &model_fields[field];
    c->field = (uint16_t)field;
    if (lua_isboolean(l->L, index)) {
        c->type = lua_toboolean(l->L, index) ? CONDITION_PRESENT : CONDITION_MISSING;
        return;
    }
    if (asks_some(l->L, index, field)) {
        c->type = CONDITION_SOME;
        return;
    }
    uint8_t range = 0;
    c->operands = operands_at(l, index, field, name, &c->count, &range);
    bool words = f->type == TYPE_WORD || f->type == TYPE_WORDS;
    bool entities = (f->targets & FOR_ENTITY) || field == ENTITY_ID;
    if (words) c->words = listed_words(l, c->operands, c->count);
    c->type = words ? CONDITION_WORDS : range ? range : entities ? CONDITION_GROUPS : CONDITION_EXACTLY;
}

static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

/* { "agreements", type = "veto", holder = "investor" } */
static void query_at(struct loading *l, int index, struct query_form *query)
{
    lua_State *L = l->L;
    if (!lua_istable(L, index)) refuse(l, "a query is written { \"agreements\", field = … }");
    raw_contents(L, index);
    int table = lua_gettop(L);
    lua_rawgeti(L, table, 1);
    const char *plural = string_at(l, -1, "the kind of a query");
    query->kind = model_find_kind(plural, strlen(plural));
    if (query->kind == KIND_COUNT || query->kind == KIND_SOURCE || query->kind == KIND_RATE) {
        const char *names[KIND_COUNT];
        for (int k = 0; k < KIND_COUNT; k++) names[k] = model_kind((enum kind)k)->plural;
        const char *near = nearest_name(plural, strlen(plural), names, KIND_COUNT);
        if (near) refuse(l, "there are no '%.60s' to ask for; the nearest is '%s'", plural, near);
        refuse(l, "there are no '%.60s' to ask for", plural);
    }
    const char *names[MOST_CONDITIONS]; /* sorted, so that of two mistakes always the same one is told */
    uint16_t count = 0;
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        if (lua_isinteger(L, -2) && lua_tointeger(L, -2) == 1) continue;
        if (lua_type(L, -2) != LUA_TSTRING) refuse(l, "a query names fields: { \"agreements\", type = \"veto\" }");
        if (count == MOST_CONDITIONS) refuse(l, "a query has at most %d conditions", MOST_CONDITIONS);
        names[count++] = lua_tostring(L, -2); /* the table keeps it */
    }
    qsort(names, count, sizeof *names, by_name);
    struct condition_form *conditions = keep_array(l, count, sizeof *conditions);
    for (; query->count < count; lua_settop(L, table)) {
        field_at(l, table, names[query->count]);
        condition_at(l, query->kind, names[query->count], lua_gettop(L), &conditions[query->count]);
        query->operands += conditions[query->count++].count;
    }
    query->conditions = conditions;
    lua_settop(L, table - 1);
}

static void does_at(struct loading *l, int index, struct element *e)
{
    lua_State *L = l->L;
    if (!lua_istable(L, index)) refuse(l, "does is written { role, activity }");
    raw_contents(L, index);
    int table = lua_gettop(L);
    if (list_length(L, table) != 2) refuse(l, "does is written { role, activity }");
    lua_rawgeti(L, table, 1);
    e->does.who = record_operand(l, string_at(l, -1, "the role of does"));
    lua_rawgeti(L, table, 2);
    struct operand o = word_operand(l, ACTIVITY_DOES, string_at(l, -1, "the activity of does"));
    e->does.activity = o.word, e->does.own_activity = o.type == OPERAND_OWN_WORD ? o.text : NULL;
    lua_settop(L, table - 1);
}

static void compare_at(struct loading *l, int table, struct element *e)
{
    static const char *const signs[] = { "<", "<=", ">=", ">" };
    lua_State *L = l->L;
    struct operand *sides[2] = { &e->compare.left, &e->compare.right };
    for (int i = 0; i < 2; i++) {
        lua_rawgeti(L, table, i ? 4 : 2);
        const char *name = string_at(l, -1, "a side of a comparison");
        if (!find_operand(l->rule, name, sides[i]) || sides[i]->type == OPERAND_ROLE)
            no_operand(l, name, "figure or param");
        lua_pop(L, 1);
    }
    lua_rawgeti(L, table, 3);
    e->compare.op = (uint8_t)word_choice(l, -1, "comparison (>=, >, <=, <)", signs, 4);
    lua_pop(L, 1);
}

static void each_at(struct loading *l, int table, struct element *e)
{
    lua_State *L = l->L;
    field_at(l, table, "each");
    if (!lua_istable(L, -1)) refuse(l, "each is a list");
    lua_pushvalue(L, -1);
    sandbox_close(L, -1, NULL, false); /* tests are handed its rows; its functions are watched with the rule's */
    e->each.list = luaL_ref(L, LUA_REGISTRYINDEX);
    raw_contents(L, -1);
    int list = lua_gettop(L);
    lua_Integer n = list_at(l, list, 1000, "each");
    if (n < 1) refuse(l, "each is a list of 1 to 1,000");
    e->each.count = (uint16_t)n;
    e->each.labels = keep_array(l, (size_t)n, sizeof *e->each.labels);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, list, i);
        if (lua_istable(L, -1)) {
            raw_contents(L, -1);
            int row = lua_gettop(L);
            if (!field_at(l, row, "name")) lua_rawgeti(L, row, 1);
        }
        if (lua_type(L, -1) != LUA_TSTRING)
            refuse(l, "row %d of each has no text to show: a text, or { name = … }", (int)i);
        e->each.labels[i - 1] = keep(l, string_at(l, -1, "the text of a row"));
        lua_settop(L, list);
    }
    if (!field_at(l, table, "test")) refuse(l, "an element with 'each' has a test = function(s, p, case, it)");
    e->each.function = function_at(l, -1, "test");
}

static void one_element(struct loading *l, int index, struct element *e, int depth);

static void group_at(struct loading *l, int index, struct element *e, int depth)
{
    lua_State *L = l->L;
    if (!lua_istable(L, index)) refuse(l, "a group is a list of elements");
    raw_contents(L, index);
    int list = lua_gettop(L);
    lua_Integer n = list_at(l, list, 200, "a group");
    if (n < 1) refuse(l, "a group has at least one element");
    struct element *items = keep_array(l, (size_t)n, sizeof *items);
    for (lua_Integer i = 1; i <= n; i++) {
        lua_rawgeti(L, list, i);
        one_element(l, lua_gettop(L), &items[i - 1], depth + 1);
        lua_settop(L, list);
    }
    e->group.count = (uint16_t)n, e->group.items = items;
    lua_settop(L, list - 1);
}

/* The same as field_at, where `names` are the bits of those that the table has. */
static inline bool named_at(struct loading *l, int table, uint64_t names, const char *name)
{
    return names & name_bit(name) && field_at(l, table, name);
}

static void least_at(struct loading *l, int table, struct element *e, int depth)
{
    lua_State *L = l->L;
    field_at(l, table, "at_least");
    if (!lua_isinteger(L, -1) || lua_tointeger(L, -1) < 1 || lua_tointeger(L, -1) > 1000)
        refuse(l, "at_least is a whole number from 1");
    e->least = (uint16_t)lua_tointeger(L, -1);
    lua_pop(L, 1);
    uint16_t most;
    if (field_at(l, table, "of")) {
        e->form = ELEMENT_AT_LEAST;
        group_at(l, lua_gettop(L), e, depth);
        most = e->group.count;
    } else if (field_at(l, table, "each")) {
        e->form = ELEMENT_EACH;
        each_at(l, table, e);
        most = e->each.count;
    } else refuse(l, "at_least wants 'of' (a list of elements) or 'each' and 'test'");
    if (e->least > most)
        refuse(l, "at_least %u of %u: it can never hold, write at most as many as there are", e->least, most);
}

static void function_form(struct loading *l, struct element *e)
{
    lua_Debug where;
    lua_pushvalue(l->L, -1);
    if (lua_getinfo(l->L, ">S", &where) && !strcmp(where.source, "=rule"))
        e->line = l->line = (uint32_t)where.linedefined;
    e->form = ELEMENT_TEST, e->function = function_at(l, -1, "a test");
}

/* An element whose test has a name. */
static void named_form(struct loading *l, int table, uint64_t names, struct element *e, int depth)
{
    static const struct {
        const char *key;
        enum element_form form;
    } forms[] = { { "recorded", ELEMENT_RECORDED }, { "none", ELEMENT_NONE }, { "does", ELEMENT_DOES },
                  { "any", ELEMENT_ANY },           { "all", ELEMENT_ALL },   { "none_of", ELEMENT_NONE_OF } };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (!named_at(l, table, names, forms[i].key)) continue;
        int value = lua_gettop(l->L);
        e->form = (uint8_t)forms[i].form;
        switch (forms[i].form) {
        case ELEMENT_RECORDED:
        case ELEMENT_NONE: query_at(l, value, &e->query); return;
        case ELEMENT_DOES: does_at(l, value, e); return;
        default: group_at(l, value, e, depth); return;
        }
    }
    if (!field_at(l, table, "at_least"))
        refuse(l,
               "an element has a test: a function, a comparison, recorded, none, does, any, all, none_of or at_least");
    least_at(l, table, e, depth);
}

static void form_at(struct loading *l, int table, uint64_t names, struct element *e, int depth)
{
    switch (lua_rawgeti(l->L, table, 2)) {
    case LUA_TFUNCTION: function_form(l, e); return;
    case LUA_TSTRING:
        e->form = ELEMENT_COMPARE;
        compare_at(l, table, e);
        return;
    case LUA_TNIL: named_form(l, table, names, e, depth); return;
    default:
        refuse(l, "the second place of an element is a function or a comparison, not %s", value_described(l->L, -1));
    }
}

/* More than one form in an element would leave one of them unread. */
static void check_one_form(struct loading *l, int table, uint64_t names)
{
    static const char *const forms[] = { "recorded", "none", "does", "any", "all", "none_of", "at_least" };
    int found = lua_rawgeti(l->L, table, 2) != LUA_TNIL;
    lua_pop(l->L, 1);
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        if (named_at(l, table, names, forms[i])) {
            found++;
            lua_pop(l->L, 1);
        }
    if (found > 1) refuse(l, "an element has one test, this one has %d", found);
    bool least = named_at(l, table, names, "at_least"), of = named_at(l, table, names, "of"),
         each = named_at(l, table, names, "each"), test = named_at(l, table, names, "test");
    if (of && each) refuse(l, "at_least takes 'of' or 'each', not both");
    if ((of || each) && !least) refuse(l, "'%s' goes with at_least = …", of ? "of" : "each");
    if (test && !each)
        refuse(l, "'test' goes with each = …; a test of its own stands second: { text, function(s, p, case) … end }");
    lua_settop(l->L, table);
}

static void phrases_at(struct loading *l, int table, uint64_t names, struct element *e)
{
    char message[200];
    bool compares = e->form == ELEMENT_COMPARE, each = e->form == ELEMENT_EACH;
    lua_rawgeti(l->L, table, 1);
    const char *text = string_at(l, -1, "the text of an element");
    if (!phrase_read(l->m, l->rule, text, compares, each, &e->text, message, sizeof message)) refuse(l, "%s", message);
    if (named_at(l, table, names, "no") &&
        !phrase_read(l->m, l->rule, string_at(l, -1, "no"), compares, each, &e->no, message, sizeof message))
        refuse(l, "%s", message);
    for (unsigned i = 0; i < e->text.count; i++)
        if (e->text.parts[i].type == PART_ROLE) l->rule->roles_named |= UINT32_C(1) << e->text.parts[i].index;
}

static void one_element(struct loading *l, int index, struct element *e, int depth)
{
    lua_State *L = l->L;
    if (!lua_istable(L, index)) refuse(l, "an element is a table { text, … }, not %s", value_described(L, index));
    if (depth > DEEPEST) refuse(l, "groups within groups, more than %d deep", DEEPEST);
    if (++l->element_count > MOST_ELEMENTS) refuse(l, "a rule has more than %d elements", MOST_ELEMENTS);
    luaL_checkstack(L, 30, "too many values");
    raw_contents(L, index);
    int table = lua_gettop(L);
    lua_rawgeti(L, table, 1);
    const char *text = string_at(l, -1, "the text of an element");
    l->line = 0, l->said = text;
    if (!*text) refuse(l, "the text of an element is empty: write the sentence that its test decides");
    lua_settop(L, table);
    bool compares = lua_rawgeti(L, table, 2) == LUA_TSTRING; /* { text, left, sign, right } */
    uint64_t names = check_keys(l, table, element_keys, sizeof element_keys / sizeof element_keys[0], compares ? 4 : 2,
                                "an element");
    lua_settop(L, table);
    check_one_form(l, table, names);
    form_at(l, table, names, e, depth);
    lua_settop(L, table);
    phrases_at(l, table, names, e);
    if (named_at(l, table, names, "at")) e->at = keep(l, string_at(l, -1, "at"));
    if (named_at(l, table, names, "basis")) e->basis = basis_at(l, lua_gettop(L), &e->basis_count);
    lua_settop(L, table - 1);
}

const struct element *elements_at(struct loading *l, int index, const char *what, uint16_t *ret_count)
{
    lua_State *L = l->L;
    const char *whole = strcmp(what, "element") ? what : "elements";
    if (!lua_istable(L, index)) refuse(l, "%s is a list of elements", whole);
    raw_contents(L, index);
    int list = lua_gettop(L);
    lua_Integer n = list_at(l, list, 200, whole);
    struct element *elements = keep_array(l, (size_t)n, sizeof *elements);
    for (lua_Integer i = 1; i <= n; i++) {
        l->list = what, l->place = i;
        lua_rawgeti(L, list, i);
        one_element(l, lua_gettop(L), &elements[i - 1], 1);
        lua_settop(L, list);
    }
    l->list = l->said = NULL, l->line = 0;
    *ret_count = (uint16_t)n;
    return elements;
}
