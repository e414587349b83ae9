/* config_test.c - a configuration that is read: its words, its paths, what it says in an audit. What is refused:
 * strict_test.c; what the program makes of it: tests/cli/configuration. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "ledger/kept.h"

#define C(REST) "{'format': 'compliance-config/1'" REST "}"

static struct trial t;
static int begin(void **state) { return trial_open(&t, HOUSE), 0; }
static int end(void **state) { return trial_close(&t), 0; }

/* "a|b" */
static const char *words_of(const cc_config *c, cc_config_key key)
{
    static char out[1000];
    size_t at = 0;
    cc_words words = cc_config_words(c, key);
    *out = '\0';
    for (size_t i = 0; i < words.count; i++)
        at += (size_t)snprintf(out + at, sizeof out - at, "%s%s", i ? "|" : "", words.items[i]);
    return out;
}

static void every_key_gives_its_words(void **state)
{
    cc_config *c = config_of(t.engine,
                             C(", 'facts': ['facts/*.json', 'more.json'], 'formats': {'text': '-', 'json': 'a.json'},\n"
                               "'rules': ['rules', '/abs/rules'], 'fail-on': 'high', 'fail-on-unknown': true,\n"
                               "'params': {'house/share.line': {'value': 2.5e1, 'reason': 'r'}},\n"
                               "'baseline': 'b.json', 'accepted': '/a.json'"));
    assert_string_equal(words_of(c, CC_CONFIG_FACTS), "facts/*.json|more.json");
    assert_string_equal(words_of(c, CC_CONFIG_FORMATS), "text=-|json=a.json");
    assert_string_equal(words_of(c, CC_CONFIG_RULES), "ci/rules|/abs/rules"); /* beside ci/config.json */
    assert_string_equal(words_of(c, CC_CONFIG_FAIL_ON), "high");
    assert_string_equal(words_of(c, CC_CONFIG_FAIL_ON_UNKNOWN), "true");
    assert_string_equal(words_of(c, CC_CONFIG_PARAMS), "house/share.line=2.5e1");
    assert_string_equal(words_of(c, CC_CONFIG_BASELINE), "ci/b.json");
    assert_string_equal(words_of(c, CC_CONFIG_ACCEPTED), "/a.json");
    cc_config_free(c);
}

static void what_is_not_said_gives_none(void **state)
{
    cc_config *c = config_of(t.engine, C(", 'fail-on-unknown': false"));
    for (int key = 0; key < CC_CONFIG_KEYS; key++) assert_string_equal(words_of(c, (cc_config_key)key), "");
    cc_config_free(c);
}

static void the_working_folders_own_names_facts_and_formats_inside_of_it(void **state)
{
    const char *text = "{\"format\": \"compliance-config/1\", \"facts\": [\"./facts/*.json\", \"a.b/..c\", \"x\"],\n"
                       "\"formats\": {\"json\": \"out/a.json\", \"text\": \"-\"}}";
    struct kept k;
    const char *bad = strstr(text, ", \"a.b/..c\"");
    assert_non_null(bad);
    assert_false(kept_try(&k, t.engine, LOCAL, text, strlen(text))); /* ..c is hidden */
    char good[300];
    snprintf(good, sizeof good, "%.*s, \"a.b/c\"%s", (int)(bad - text), text, bad + strlen(", \"a.b/..c\""));
    assert_true(kept_try(&k, t.engine, LOCAL, good, strlen(good)));
    assert_string_equal(words_of(k.config, CC_CONFIG_FACTS), "./facts/*.json|a.b/c|x");
    assert_string_equal(words_of(k.config, CC_CONFIG_FORMATS), "json=out/a.json|text=-");
    kept_free(&k);
}

static bool check(const char *params)
{
    char json[500];
    snprintf(json, sizeof json, C(",\n 'params': {%s: {'value': 1, 'reason': 'r'}}"), params);
    cc_config *c = config_of(t.engine, json);
    t.heard.count = 0;
    bool well = cc_config_check(c);
    cc_config_free(c);
    return well;
}

static void a_param_must_be_one_of_a_loaded_rule(void **state)
{
    assert_true(check("'house/share.line'"));
    assert_false(check("'house/shore.line'"));
    assert_string_equal(t.heard.said[0].message, "there is no rule 'house/shore'");
    assert_string_equal(t.heard.said[0].hint, "house/share");
    assert_string_equal(t.heard.said[0].code, "unknown-ref");
    assert_int_equal(t.heard.said[0].line, 2);
    assert_int_equal(t.heard.said[0].column, 13);
    assert_false(check("'house/share.lien'"));
    assert_string_equal(t.heard.said[0].message, "the rule has no param 'lien'");
    assert_string_equal(t.heard.said[0].hint, "line");
}

static void the_audit_says_by_what_and_why(void **state)
{
    cc_config *c = config_of(t.engine, C(",\n'params': {'house/share.line': {'value': 25, 'reason': 'we are small'}}"));
    cc_words params = cc_config_words(c, CC_CONFIG_PARAMS);
    trial_file(&t, "tests/cli/shared/flagged.json");
    assert_true(trial_audit_with(&t, (cc_options){ .params = params }));
    assert_true(cc_config_apply(c, t.audit, params));
    assert_string_equal(notices_of(&t),
                        "threshold: threshold changed: house/share line 25 % (of the rule: 20 %)\n"
                        "config: configured by ci/config.json\n"
                        "config-param: ci/config.json:2: the reason for house/share.line: we are small\n");
    cc_config_free(c);
}

/* What the reader is told is what was done. */
static void an_option_that_wins_is_said_to(void **state)
{
    cc_config *c = config_of(t.engine, C(",\n'params': {'house/share.line': {'value': 25, 'reason': 'we are small'}}"));
    const char *items[] = { cc_config_words(c, CC_CONFIG_PARAMS).items[0], "house/share.line_two=9",
                            "house/share.line=30" };
    trial_file(&t, "tests/cli/shared/flagged.json");
    trial_audit(&t, NULL);
    assert_true(cc_config_apply(c, t.audit, (cc_words){ items, 3 }));
    assert_non_null(strstr(notices_of(&t), "house/share.line is 25 there, but an option says 30\n"));
    cc_config_free(c);
}

#define TEST(NAME) cmocka_unit_test_setup_teardown(NAME, begin, end)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_key_gives_its_words),
        TEST(what_is_not_said_gives_none),
        TEST(the_working_folders_own_names_facts_and_formats_inside_of_it),
        TEST(a_param_must_be_one_of_a_loaded_rule),
        TEST(the_audit_says_by_what_and_why),
        TEST(an_option_that_wins_is_said_to),
    };
    return cmocka_run_group_tests_name("ledger/config", tests, NULL, NULL);
}
