/* The schemas: sound JSON, nothing left out, and what is printed has no key that its schema does not know. */
#include "report/written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

static cJSON *schema_of(struct written *w, const char *name)
{
    written_reset(w);
    assert_true(cc_write_schema(w->engine, name, written_sink(w)));
    cJSON *schema = cJSON_Parse(written_text(w));
    assert_non_null(schema);
    assert_string_equal(cJSON_GetObjectItem(schema, "$schema")->valuestring,
                        "https://json-schema.org/draft/2020-12/schema");
    return schema;
}

static const cJSON *def_of(const cJSON *schema, const char *name)
{
    return cJSON_GetObjectItem(cJSON_GetObjectItem(schema, "$defs"), name);
}

/* Every reference leads to a definition. */
static void check_references(const cJSON *schema, const cJSON *at)
{
    if (at->string && strcmp(at->string, "$ref") == 0) {
        static const char prefix[] = "#/$defs/";
        assert_int_equal(strncmp(at->valuestring, prefix, sizeof prefix - 1), 0);
        if (!def_of(schema, at->valuestring + sizeof prefix - 1)) fail_msg("%s leads nowhere", at->valuestring);
    }
    for (const cJSON *c = at->child; c; c = c->next) check_references(schema, c);
}

static void every_reference_leads_somewhere(void **state)
{
    (void)state;
    static const char *const names[] = { "facts", "audit", "rule" };
    struct written *w = written_new();
    for (size_t i = 0; i < 3; i++) {
        cJSON *schema = schema_of(w, names[i]);
        check_references(schema, schema);
        cJSON_Delete(schema);
    }
    written_free(w);
}

static void the_facts_schema_knows_every_kind_field_and_word(void **state)
{
    (void)state;
    struct written *w = written_new();
    cJSON *schema = schema_of(w, "facts");
    const cJSON *kinds = cJSON_GetObjectItem(schema, "properties");
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        const struct kind_info *kind = model_kind((enum kind)k);
        assert_non_null(cJSON_GetObjectItem(kinds, kind->plural));
        const cJSON *def = def_of(schema, kind->name);
        assert_non_null(def);
        assert_true(cJSON_IsFalse(cJSON_GetObjectItem(def, "additionalProperties")));
        const cJSON *fields = cJSON_GetObjectItem(def, "properties");
        assert_int_equal(cJSON_GetArraySize(fields), kind->columns);
        for (unsigned f = kind->first; f <= kind->last; f++)
            assert_non_null(cJSON_GetObjectItem(fields, model_fields[f].name));
    }
    for (size_t i = 0; i < model_word_count; i++) assert_non_null(strstr(written_text(w), model_words[i].name));
    cJSON_Delete(schema);
    written_free(w);
}

/* ---- what is printed against its schema: references, objects, arrays, maps, any-of by trying ---- */

static bool is_valid(const cJSON *schema, const cJSON *type, const cJSON *value);

static bool are_valid(const cJSON *schema, const cJSON *types, const cJSON *value, bool all)
{
    int valid = 0;
    for (const cJSON *t = types->child; t; t = t->next) valid += is_valid(schema, t, value);
    return all ? valid == cJSON_GetArraySize(types) : valid > 0;
}

static bool is_of_type(const cJSON *type, const cJSON *value)
{
    const char *name = type->valuestring;
    if (strcmp(name, "object") == 0) return cJSON_IsObject(value);
    if (strcmp(name, "array") == 0) return cJSON_IsArray(value);
    if (strcmp(name, "string") == 0) return cJSON_IsString(value);
    if (strcmp(name, "boolean") == 0) return cJSON_IsBool(value);
    if (strcmp(name, "null") == 0) return cJSON_IsNull(value);
    return cJSON_IsNumber(value);
}

static bool members_are_valid(const cJSON *schema, const cJSON *type, const cJSON *value)
{
    const cJSON *keys = cJSON_GetObjectItem(type, "properties"),
                *other = cJSON_GetObjectItem(type, "additionalProperties");
    for (const cJSON *c = value->child; c; c = c->next) {
        const cJSON *key = keys ? cJSON_GetObjectItemCaseSensitive(keys, c->string) : NULL;
        if (!key && cJSON_IsFalse(other)) return false;
        if (key ? !is_valid(schema, key, c) : other && !is_valid(schema, other, c)) return false;
    }
    const cJSON *required = cJSON_GetObjectItem(type, "required");
    for (const cJSON *r = required ? required->child : NULL; r; r = r->next)
        if (!cJSON_GetObjectItemCaseSensitive(value, r->valuestring)) return false;
    return true;
}

static bool is_listed(const cJSON *words, const cJSON *value)
{
    for (const cJSON *w = words->child; w; w = w->next)
        if (cJSON_Compare(w, value, true)) return true;
    return false;
}

static bool is_valid(const cJSON *schema, const cJSON *type, const cJSON *value)
{
    if (cJSON_IsTrue(type)) return true;
    for (const cJSON *k = type->child; k; k = k->next) {
        const char *keyword = k->string;
        if (strcmp(keyword, "$ref") == 0 && !is_valid(schema, def_of(schema, strrchr(k->valuestring, '/') + 1), value))
            return false;
        if (strcmp(keyword, "type") == 0 && !is_of_type(k, value)) return false;
        if (strcmp(keyword, "enum") == 0 && !is_listed(k, value)) return false;
        if (strcmp(keyword, "const") == 0 && !cJSON_Compare(k, value, true)) return false;
        if (strcmp(keyword, "allOf") == 0 && !are_valid(schema, k, value, true)) return false;
        if (strcmp(keyword, "anyOf") == 0 && !are_valid(schema, k, value, false)) return false;
        if (strcmp(keyword, "oneOf") == 0 && !are_valid(schema, k, value, false)) return false;
        if (strcmp(keyword, "items") == 0)
            for (const cJSON *c = value->child; c; c = c->next)
                if (!is_valid(schema, k, c)) return false;
    }
    return !cJSON_IsObject(value) || members_are_valid(schema, type, value);
}

static void an_audit_is_as_its_schema_says(void **state)
{
    (void)state;
    struct written *w = written_new();
    cJSON *schema = schema_of(w, "audit");
    written_reset(w);
    assert_true(written_rule(w, "exclusive.lua", small_rule));
    assert_true(written_report(w, "json", NULL, small_facts));
    cJSON *audit = cJSON_Parse(written_text(w));
    assert_non_null(audit);
    assert_true(is_valid(schema, schema, audit));
    assert_true(is_valid(schema, def_of(schema, "audit"), audit));
    assert_false(is_valid(schema, def_of(schema, "refused"), audit));
    cJSON_AddNullToObject(audit, "surplus"); /* the check can fail */
    assert_false(is_valid(schema, schema, audit));
    cJSON_Delete(audit);
    cJSON_Delete(schema);
    written_free(w);
}

static void listed_rules_are_as_their_schema_says(void **state)
{
    (void)state;
    struct written *w = written_new();
    cJSON *schema = schema_of(w, "rule");
    assert_true(written_rule(w, "exclusive.lua", small_rule));
    assert_false(written_rule(w, "broken.lua", "return 1 +"));
    written_reset(w);
    assert_true(cc_write_rules(w->engine, "json", NULL, written_sink(w)));
    cJSON *rules = cJSON_Parse(written_text(w));
    assert_int_equal(cJSON_GetArraySize(rules), 2);
    for (const cJSON *r = rules->child; r; r = r->next) assert_true(is_valid(schema, schema, r));
    cJSON_Delete(rules);
    cJSON_Delete(schema);
    written_free(w);
}

static void an_audit_in_json_reads_so(void **state)
{
    (void)state;
    struct written *w = written_new();
    assert_true(written_rule(w, "exclusive.lua", small_rule));
    assert_true(written_report(w, "json", NULL, small_facts));
    const char *text = written_text(w);
    static const char *const pieces[] = {
        "{\"format\":\"compliance-audit/1\",\"tool\":{\"name\":\"compliance-check\",\"version\":\"" CC_VERSION
        "\",\"rules\":\"",
        "\"case\":{\"id\":\"small\",\"title\":\"A small case\",\"as_of\":\"2025-01-24\",\"file\":\"small.json\"},\n",
        "\"summary\":{\"flagged\":1,\"rebutted\":0,\"cannot_tell\":0,\"clear\":0,\"out_of_scope\":0,\"not_applicable\":0,"
        "\"not_selected\":0,\"failed\":0,\"incomplete\":false},\n",
        "\"subject\":{\"holder\":{\"kind\":\"entity\",\"id\":\"big\",\"name\":\"Big\"},",
        "\"evidence\":[{\"pointer\":\"/agreements/0\",\"line\":6,\"kind\":\"agreement\",\"id\":\"only\",\"sources\":[{\"id\":"
        "\"press\"}]}]",
        "{\"pointer\":\"/agreements\",\"line\":5,\"absent\":{\"kind\":\"agreement\",\"filter\":\"type waiver, grantor Big, "
        "holder New\"},\"of\":1,\"complete\":false}",
        "\"open\":[0],",
        "\"options\":{}},\n",
        "\"rules\":[\n{\"id\":\"hold/exclusive\",\"verdict\":\"flagged\",\"hash\":\"",
        "\",\"subjects\":{\"flagged\":1}}],\n",
        "\"sources\":{\n\"press\":{\"title\":\"The trade press that day (a copy)\",\"publisher\":\"A paper\",\"date\":\"2025-02\","
        "\"published_after\":true},\n\"a-law\":{\"title\":\"An act (consolidated)\",\"publisher\":\"A parliament\","
        "\"date\":\"2024-04\",\"url\":\"https://example.org/act\"}},\n",
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        if (!strstr(text, pieces[i])) fail_msg("'%s' is not in %s", pieces[i], text);
    written_free(w);
}

static void several_files_make_an_array_whatever_became_of_them(void **state)
{
    (void)state;
    static const cc_diagnostic errors[] = {
        { .size = sizeof(cc_diagnostic),
          .code = "syntax",
          .line = 3,
          .column = 7,
          .message = "a \"comma\" is missing" },
        { .size = sizeof(cc_diagnostic), .notice = true, .code = "no-source", .message = "not an error" },
    };
    struct written *w = written_new();
    cc_report_options array = { .size = sizeof array, .array = true };
    cc_report *report = cc_report_open(w->engine, "json", &array, written_sink(w));
    assert_non_null(report);
    assert_true(cc_report_refused(report, &(cc_refused){ sizeof(cc_refused), .file = "bad.json", .errors = errors,
                                                         .count = 2, .text = "abc", .length = 3 }));
    assert_true(cc_report_refused(
        report, &(cc_refused){ sizeof(cc_refused), .file = "worse.json", .errors = errors, .count = 0 }));
    assert_true(cc_report_close(report));
#define NOTHING "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\""
#define SHARED  "\"library\":" NOTHING ",\"sources\":" NOTHING
    assert_string_equal(
        written_text(w),
        "[{\"format\":\"compliance-audit/1\",\"case\":{\"file\":\"bad.json\"},\n"
        "\"inputs\":{\"facts\":\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"," SHARED "},\n"
        "\"errors\":[\n"
        "{\"code\":\"syntax\",\"line\":3,\"column\":7,\"message\":\"a \\\"comma\\\" is missing\"}]},\n"
        "{\"format\":\"compliance-audit/1\",\"case\":{\"file\":\"worse.json\"},\n\"inputs\":{" SHARED
        "},\n\"errors\":[]}]\n");
    cJSON *schema = schema_of(w, "audit");
    cJSON_Delete(schema);
    written_free(w);
}

static void an_unknown_name_is_told_the_nearest(void **state)
{
    (void)state;
    struct written *w = written_new();
    assert_false(cc_write_schema(w->engine, "fact", written_sink(w)));
    assert_false(cc_write_reference(w->engine, "code", written_sink(w)));
    assert_false(cc_write_rules(w->engine, "jason", NULL, written_sink(w)));
    assert_string_equal(written_said(w), "usage: there is no schema 'fact' (facts)\n"
                                         "usage: there is no reference 'code' (codes)\n"
                                         "usage: there is no format 'jason' (json)\n");
    assert_string_equal(written_text(w), "");
    written_free(w);
}

static void the_reference_has_every_kind_rule_and_code(void **state)
{
    (void)state;
    struct written *w = written_new();
    assert_true(written_rule(w, "exclusive.lua", small_rule));
    assert_true(cc_write_reference(w->engine, "facts", written_sink(w)));
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        char heading[64];
        snprintf(heading, sizeof heading, "\n### %s\n", model_kind((enum kind)k)->name);
        assert_non_null(strstr(written_text(w), heading));
    }
    written_reset(w);
    assert_true(cc_write_rule_page(w->engine, "hold/exclusive", written_sink(w)));
    assert_non_null(strstr(written_text(w), "\n# hold/exclusive\n\nThe grantor may deal only with the holder.\n"));
    written_reset(w);
    assert_true(cc_write_reference(w->engine, "codes", written_sink(w)));
    for (unsigned i = 0; i < CODE_COUNT; i++) assert_non_null(strstr(written_text(w), codes[i].word));
    written_free(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reference_leads_somewhere),
        cmocka_unit_test(the_facts_schema_knows_every_kind_field_and_word),
        cmocka_unit_test(an_audit_is_as_its_schema_says),
        cmocka_unit_test(listed_rules_are_as_their_schema_says),
        cmocka_unit_test(an_audit_in_json_reads_so),
        cmocka_unit_test(several_files_make_an_array_whatever_became_of_them),
        cmocka_unit_test(an_unknown_name_is_told_the_nearest),
        cmocka_unit_test(the_reference_has_every_kind_rule_and_code),
    };
    return cmocka_run_group_tests_name("report/schema", tests, NULL, NULL);
}
