/* The annotations for editors: sound Lua, every name of the tables is there, and every class that is used is declared. */
#include "report/written.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <lauxlib.h>

#include "audit/rule_api.h"

struct annotations {
    struct written *w;
    char *text;
};

static int annotate(void **state)
{
    struct annotations *a = calloc(1, sizeof *a);
    a->w = written_new();
    written_reset(a->w);
    assert_true(cc_write_reference(a->w->engine, "api", written_sink(a->w)));
    a->text = strdup(written_text(a->w));
    *state = a;
    return 0;
}

static int forget(void **state)
{
    struct annotations *a = *state;
    written_free(a->w);
    free(a->text);
    free(a);
    return 0;
}

static void it_is_sound_lua(void **state)
{
    struct annotations *a = *state;
    lua_State *L = luaL_newstate();
    assert_non_null(L);
    if (luaL_loadbufferx(L, a->text, strlen(a->text), "api.lua", "t")) fail_msg("%s", lua_tostring(L, -1));
    lua_close(L);
}

/* From the line that declares the class to the next empty one; ends in fail where there is none. */
static char *block_of(const struct annotations *a, const char *class)
{
    char head[120];
    size_t n = (size_t)snprintf(head, sizeof head, "---@class %s", class);
    const char *at = a->text;
    while ((at = strstr(at, head)) && at[n] != '\n' && at[n] != ':') at++;
    if (!at) fail_msg("no class %s", class);
    const char *end = strstr(at, "\n\n");
    return strndup(at, end ? (size_t)(end - at) : strlen(at));
}

static void has_field(const char *block, const char *class, const char *name, const char *doc)
{
    char required[140], optional[140];
    snprintf(required, sizeof required, "---@field %s ", name);
    snprintf(optional, sizeof optional, "---@field %s? ", name);
    const char *at = strstr(block, required);
    if (!at) at = strstr(block, optional);
    if (!at) fail_msg("%s has no %s", class, name);
    const char *line_end = strchr(at, '\n'), *told = strstr(at, doc);
    if (!told || (line_end && told > line_end)) fail_msg("%s.%s is not explained", class, name);
}

/* "agreement type" as "AgreementType" */
static void class_of(const char *name, char *class)
{
    bool capital = true;
    for (; *name; name++) {
        if (*name == ' ') capital = true;
        else *class ++ = (char)(capital ? toupper((unsigned char)*name) : *name), capital = false;
    }
    *class = '\0';
}

static void every_kind_has_its_fields_with_unit_and_doc(void **state)
{
    struct annotations *a = *state;
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        const struct kind_info *kind = model_kind((enum kind)k);
        char class[80], fact[90], filter[90];
        class_of(kind->name, class);
        snprintf(fact, sizeof fact, "%sFact", class), snprintf(filter, sizeof filter, "%sFilter", class);
        bool asked = k != KIND_SOURCE && k != KIND_RATE;
        char *blocks[3] = { block_of(a, fact), asked ? block_of(a, class) : NULL, asked ? block_of(a, filter) : NULL };
        for (unsigned f = kind->first; f <= kind->last; f++) {
            const struct field_info *field = &model_fields[f];
            bool read = field->type != TYPE_CITES && field->type != TYPE_TEXTS;
            for (int b = 0; b < 3; b++)
                if (blocks[b] && (!b || read)) has_field(blocks[b], b ? class : fact, field->name, field->doc);
            if (field->type == TYPE_NUMBER && field->unit != UNIT_NONE)
                has_field(blocks[0], fact, field->name, unit_name((enum unit)field->unit));
        }
        if (asked) {
            char *of_case = block_of(a, "Case");
            has_field(of_case, "Case", kind->plural, kind->doc);
            free(of_case);
        }
        for (int b = 0; b < 3; b++) free(blocks[b]);
    }
}

static void every_word_is_there(void **state)
{
    struct annotations *a = *state;
    for (size_t w = 0; w < model_word_count; w++) {
        char line[400];
        snprintf(line, sizeof line, "---| \"%s\" # %s\n", model_words[w].name, model_words[w].doc);
        if (!strstr(a->text, line)) fail_msg("no word %s", model_words[w].name);
    }
}

static void everything_that_a_rule_may_call_or_say_is_there(void **state)
{
    struct annotations *a = *state;
    for (size_t i = 0; i < api_call_count; i++) {
        const struct api_call *call = &api_calls[i];
        char line[120];
        snprintf(line, sizeof line, "\nfunction %s(", call->name);
        if (!*call->object) {
            if (!strstr(a->text, line)) fail_msg("no function %s", call->name);
            continue;
        }
        char *block = block_of(a, strcmp(call->object, "Set") ? call->object : "AgreementSet");
        has_field(block, call->object, call->name, call->doc);
        free(block);
    }
    for (size_t i = 0; i < api_key_count; i++) {
        char *block = block_of(a, api_keys[i].table);
        has_field(block, api_keys[i].table, api_keys[i].name, api_keys[i].doc);
        free(block);
    }
}

/* In the types of fields, parameters and results; what stands behind # and between quotes is prose. */
static void check_line(const struct annotations *a, const char *line, size_t length)
{
    bool quoted = false;
    for (size_t i = 0; i < length && line[i] != '#'; i++) {
        if (line[i] == '"') quoted = !quoted;
        bool begins = isupper((unsigned char)line[i]) && !isalnum((unsigned char)line[i - 1]) && line[i - 1] != '_';
        if (quoted || !begins) continue;
        size_t n = 0;
        while (isalnum((unsigned char)line[i + n])) n++;
        char class[160], alias[160];
        snprintf(class, sizeof class, "---@class %.*s", (int)n, line + i);
        snprintf(alias, sizeof alias, "---@alias %.*s", (int)n, line + i);
        const char *at = strstr(a->text, class), *as = strstr(a->text, alias);
        while (at && isalnum((unsigned char)at[strlen(class)])) at = strstr(at + 1, class);
        while (as && isalnum((unsigned char)as[strlen(alias)])) as = strstr(as + 1, alias);
        if (!at && !as) fail_msg("%.*s is nowhere declared: %.*s", (int)n, line + i, (int)length, line);
        i += n;
    }
}

static void every_class_that_is_used_is_declared(void **state)
{
    static const char *const marks[] = { "---@field ", "---@param ", "---@return ", "---@overload ", "---@operator " };
    struct annotations *a = *state;
    size_t checked = 0;
    for (const char *line = a->text, *end; *line; line = end + 1) {
        end = strchr(line, '\n');
        for (size_t m = 0; m < sizeof marks / sizeof *marks; m++)
            if (!strncmp(line, marks[m], strlen(marks[m]))) check_line(a, line, (size_t)(end - line)), checked++;
    }
    assert_true(checked > 500);
}

/* The page on the rule language is written by hand, and says all the same. */
static void the_page_on_the_language_names_every_call_and_key(void **state)
{
    static char page[100000];
    FILE *in = fopen("docs/rule-language.md", "r");
    (void)state;
    assert_non_null(in);
    page[fread(page, 1, sizeof page - 1, in)] = '\0';
    fclose(in);
    for (size_t i = 0; i < api_call_count; i++)
        if (!strstr(page, api_calls[i].name)) fail_msg("docs/rule-language.md does not name %s", api_calls[i].name);
    for (size_t i = 0; i < api_key_count; i++)
        if (!strstr(page, api_keys[i].name)) fail_msg("docs/rule-language.md does not name %s", api_keys[i].name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_sound_lua),
        cmocka_unit_test(every_kind_has_its_fields_with_unit_and_doc),
        cmocka_unit_test(every_word_is_there),
        cmocka_unit_test(everything_that_a_rule_may_call_or_say_is_there),
        cmocka_unit_test(every_class_that_is_used_is_declared),
        cmocka_unit_test(the_page_on_the_language_names_every_call_and_key),
    };
    return cmocka_run_group_tests_name("report/annotations", tests, annotate, forget);
}
