/* called_test.c - what an audit cites, and what it asks, where a firm is known by what it is called. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "audit/trial.h"

static const char rule[] =
    "return { id = 'test/called', title = '{firm} is called so', severity = 'low', nature = 'indicator',"
    "basis = { { 'merger-guidelines-2023', support = 'analogy' } },"
    "roles = { 'firm' }, subjects = function(case, each) for e in case:entities() do each(e) end end,"
    "elements = { { '{firm} is called so', function(s, p, case)"
    " return case:entities { id = s.firm }:called('%s'):any() end } } }";
static const char firms[] = "{'format':'compliance-facts/1','case':{'id':'c','title':'C','as_of':'2025-01-24'},"
                            "'sources':[{'id':'s','title':'S'}],"
                            "'entities':[{'id':'%s','name':'%s','aliases':['%s'],'source':'s'}]}";

static const struct row {
    const char *name, *asked, *id, *called, *alias, *verdict;
    const char *cited, *needs; /* NULL: no field of the entity; nothing */
} rows[] = {
    { "its_name_is_evidence", "Alphabet Inc.", "a", "Alphabet", "G", "flagged", "/entities/0/name", NULL },
    { "so_is_an_alias", "Alphabet Inc.", "a", "Google", "Alphabet", "flagged", "/entities/0/aliases", NULL },
    { "and_its_id", "Alphabet Inc.", "alphabet", "Google", "G", "flagged", "/entities/0/id", NULL },
    { "what_it_is_not_called_is_none", "Alphabet Inc.", "a", "Google", "Alphabet AG", "clear", NULL, NULL },
    { "a_form_that_was_not_asked_is_asked_of_the_reader", "Alphabet", "a", "Google", "Alphabet AG", "cannot-tell",
      "/entities/0/aliases", "whether Google is the firm that is called Alphabet" },
};

static const cJSON *of(const cJSON *object, const char *name) { return cJSON_GetObjectItemCaseSensitive(object, name); }

/* The fields of the entity that are cited, each once, and what is asked: "/entities/0/name" and "". */
static void element_says(const cJSON *element, char *cited, char *needs, size_t size)
{
    const cJSON *one;
    *cited = *needs = '\0';
    cJSON_ArrayForEach(one, of(element, "evidence"))
    {
        const char *pointer = cJSON_GetStringValue(of(one, "pointer"));
        if (pointer && !strncmp(pointer, "/entities/0/", strlen("/entities/0/")))
            snprintf(cited + strlen(cited), size - strlen(cited), "%s", pointer);
    }
    cJSON_ArrayForEach(one, of(element, "needs"))
        snprintf(needs + strlen(needs), size - strlen(needs), "%s", cJSON_GetStringValue(of(one, "what")));
}

static void what_it_is_called_by(void **state)
{
    const struct row *row = *state;
    struct trial t;
    char text[1024], cited[1024], needs[1024];
    trial_open(&t, NULL);
    snprintf(text, sizeof text, rule, row->asked);
    trial_rule(&t, "test/called.lua", text);
    snprintf(text, sizeof text, firms, row->id, row->called, row->alias);
    trial_case(&t, text);
    trial_audit(&t, NULL);
    char *json = trial_json(&t);
    cJSON *report = cJSON_Parse(json);
    const cJSON *finding = of(report, "findings")->child;
    element_says(of(finding, "elements")->child, cited, needs, sizeof cited);
    assert_string_equal(cJSON_GetStringValue(of(finding, "verdict")), row->verdict);
    assert_string_equal(cited, row->cited ? row->cited : "");
    assert_string_equal(needs, row->needs ? row->needs : "");
    cJSON_Delete(report);
    free(json);
    trial_close(&t);
}

int main(void)
{
    enum { N = sizeof rows / sizeof *rows };
    struct CMUnitTest tests[N];
    for (size_t i = 0; i < N; i++)
        tests[i] = (struct CMUnitTest){ .name = rows[i].name,
                                        .test_func = what_it_is_called_by,
                                        .initial_state = (void *)&rows[i] };
    return _cmocka_run_group_tests("audit/called", tests, N, NULL, NULL);
}
