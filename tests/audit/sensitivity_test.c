/* sensitivity_test.c - what the verdicts hang on: each claim is done to a copy of the file or to the threshold, and audited
 * again. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/patching.h"
#include "audit/sensitivity.h"

static struct trial trial, again;

static const char *const SEED = "facts/microsoft-openai.json";

static void audit_seed(void)
{
    trial_file(&trial, SEED);
    assert_true(trial_audit_with(&trial, (cc_options){ .sensitivity = true, .clears_budget = 100000 }));
    assert_non_null(trial.audit->sensitivity);
}

/* Is the only source that the record names this one? */
static bool rests_on(const cJSON *record, const char *source)
{
    const cJSON *cites = cJSON_GetObjectItemCaseSensitive(record, "source"), *cite;
    if (cJSON_IsString(cites)) return !strcmp(cites->valuestring, source);
    if (!cJSON_IsArray(cites) || !cJSON_GetArraySize(cites)) return false;
    cJSON_ArrayForEach(cite, cites)
    {
        const cJSON *id = cJSON_IsString(cite) ? cite : cJSON_GetObjectItemCaseSensitive(cite, "id");
        if (strcmp(id->valuestring, source)) return false;
    }
    return true;
}

/* A copy of the file in which all that the source alone says begins after any day that is asked, each on its own. */
static char *without_source(const char *path, const char *source)
{
    size_t size;
    unsigned n = 0;
    char *bytes = file_bytes(path, &size);
    cJSON *document = cJSON_ParseWithLength(bytes, size), *list, *record;
    free(bytes);
    cJSON_ArrayForEach(list, document)
    {
        bool kept = !strcmp(list->string, "sources") || !strcmp(list->string, "entities") ||
                    !strcmp(list->string, "markets") || !cJSON_IsArray(list);
        if (kept) continue;
        cJSON_ArrayForEach(record, list)
        {
            if (!rests_on(record, source)) continue;
            cJSON_DeleteItemFromObjectCaseSensitive(record, "from");
            char later[16];
            snprintf(later, sizeof later, "%04u-%02u-%02u", (2040 + n / 336) % 10000, 1 + n / 28 % 12, 1 + n % 28), n++;
            cJSON_AddStringToObject(record, "from", later);
            cJSON_DeleteItemFromObjectCaseSensitive(record, "to"); /* it may have ended before */
            if (strcmp(list->string, "transactions")) continue;
            cJSON_DeleteItemFromObjectCaseSensitive(record, "closed");
            cJSON_DeleteItemFromObjectCaseSensitive(record, "abandoned");
            cJSON_DeleteItemFromObjectCaseSensitive(record, "status");
        }
    }
    char *text = cJSON_Print(document);
    cJSON_Delete(document);
    assert_non_null(text);
    return text;
}

static void what_hangs_on_one_source_is_not_flagged_without_what_that_source_alone_says(void **state)
{
    audit_seed();
    const struct sensitivity *s = trial.audit->sensitivity;
    assert_true(s->source_count > 2);
    assert_false(s->stopped);
    for (size_t i = 0; i < s->source_count; i++) {
        const char *id = facts_id(trial.facts->facts, ref_make(KIND_SOURCE, s->sources[i].source));
        char *text = without_source(SEED, id);
        for (size_t k = 0; k < s->sources[i].count; k++) {
            const struct hanging *h = &s->sources[i].findings[k];
            cc_verdict verdict = verdict_of_copy(&again, h->finding, text, (cc_options){ 0 });
            if (verdict == CC_FAILED) fail_msg("%s: %s", id, again.heard.said[0].message);
            assert_string_equal(verdict_names[verdict], verdict_names[h->verdict]);
        }
        free(text);
    }
}

/* A finding that no source is said to carry stays flagged without any of them. */
static void what_hangs_on_no_source_is_flagged_without_any_one_of_them(void **state)
{
    audit_seed();
    const struct finding *f = trial_finding(&trial, "ftc-6b/dominance-extension",
                                            "microsoft/openai/cloud-infrastructure");
    for (size_t i = 0; !f && i < trial.audit->finding_count; i++)
        if (!strcmp(trial.audit->findings[i]->rule->id, "ftc-6b/dominance-extension") &&
            trial.audit->findings[i]->verdict == CC_FLAGGED)
            f = trial.audit->findings[i];
    assert_non_null(f);
    const struct sensitivity *s = trial.audit->sensitivity;
    for (size_t i = 0; i < s->source_count; i++)
        for (size_t k = 0; k < s->sources[i].count; k++) assert_ptr_not_equal(s->sources[i].findings[k].finding, f);
    for (uint32_t row = 0; row < facts_rows(trial.facts->facts, KIND_SOURCE); row++) {
        char *text = without_source(SEED, facts_id(trial.facts->facts, ref_make(KIND_SOURCE, row)));
        cc_verdict verdict = verdict_of_copy(&again, f, text, (cc_options){ 0 });
        if (verdict == CC_FAILED) fail_msg("row %u: %s", row, again.heard.said[0].message);
        assert_int_equal(verdict, CC_FLAGGED);
        free(text);
    }
}

/* The threshold is moved past what was compared with it. */
static void a_line_that_is_near_decides_as_it_says_when_the_threshold_is_moved_past(void **state)
{
    audit_seed();
    const struct sensitivity *s = trial.audit->sensitivity;
    size_t size;
    char *text = file_bytes(SEED, &size);
    unsigned moved = 0;
    assert_true(s->near_count > 2);
    for (size_t i = 0; i < s->near_count; i++) {
        const struct near_line *n = &s->near[i];
        assert_true(n->apart >= 0 && n->apart <= 10);
        if (i) assert_true(n->apart >= s->near[i - 1].apart);
        if (!n->sides->right_name || n->sides->op != AT_LEAST || n->sides->right.unit != UNIT_PERCENT) continue;
        char param[160];
        bool was = n->sides->result.result == YES;
        snprintf(param, sizeof param, "%s.%s=%g", n->finding->rule->id, n->sides->right_name,
                 n->sides->left.low + (was ? 0.01 : 0));
        const char *params = param;
        cc_verdict verdict = verdict_of_copy(&again, n->finding, text, (cc_options){ .params = { &params, 1 } });
        assert_string_equal(verdict_names[verdict], verdict_names[n->verdict]);
        moved++;
    }
    assert_true(moved > 2);
    free(text);
}

static void a_comparison_that_is_turned_is_the_only_one_that_comes_out_otherwise(void **state)
{
    /* Two shares stand on either side of one line; each alone decides its own element. */
    trial_rule(&trial, "pack/two.lua",
               "return { id = 'pack/two', title = '{firm}', severity = 'low', nature = 'indicator',"
               "  basis = { { 'ftc-6b-2025', at = 'test', support = 'analogy' } },"
               "  params = { line = { 20, 'percent', 'test' } }, roles = { 'firm' },"
               "  subjects = function(case, each) for s in case:holdings() do each(s.holder) end end,"
               "  figures = { stake = function(s, _, case) return case:holdings { holder = s.firm }:one().stake end,"
               "              votes = function(s, _, case) return case:holdings { holder = s.firm }:one().votes end },"
               "  elements = { { '{firm} has {stake}', 'stake', '>=', 'line' },"
               "               { '{firm} votes', function(s, p) return s.votes >= p.line end } } }");
    trial_case(
        &trial,
        "{'format':'compliance-facts/1','case':{'id':'t','as_of':'2025-01-24'},'sources':[{'id':'s','title':'S'}],"
        "'entities':[{'id':'a','name':'A','source':'s'},{'id':'b','name':'B','source':'s'}],"
        "'holdings':[{'id':'h','holder':'a','entity':'b','stake':21,'votes':40,'source':'s'}]}");
    const char *only = "pack/two";
    assert_true(trial_audit_with(&trial, (cc_options){ .sensitivity = true, .only = { &only, 1 } }));
    const struct sensitivity *s = trial.audit->sensitivity;
    assert_int_equal(trial.audit->findings[0]->verdict, CC_FLAGGED);
    assert_int_equal(s->near_count, 1); /* 40 is far from 20 */
    assert_int_equal(s->near[0].verdict, CC_CLEAR);
    assert_true(fabs(s->near[0].apart - 5) < 1e-9);
    assert_int_equal(s->source_count, 1);
    assert_int_equal(s->sources[0].findings[0].verdict, CC_NOT_APPLICABLE);
}

/* A stake on the line to the digit, beside votes that are far past it: either would do, or both are needed. */
static void a_comparison_on_its_line_is_told_where_the_verdict_stays_as_well(void **state)
{
    static const struct {
        const char *group, *votes;
        cc_verdict verdict, otherwise;
    } rows[] = {
        { "any", "40", CC_FLAGGED, CC_FLAGGED },
        { "any", "4", CC_FLAGGED, CC_CLEAR },
        { "all", "4", CC_CLEAR, CC_CLEAR },
        { "any", "{'min':18.5,'max':19}", CC_FLAGGED, CC_CLEAR },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct trial t;
        char rule[1500], facts[1000];
        snprintf(
            rule, sizeof rule,
            "return { id = 'test/either', title = '{firm}', severity = 'low', nature = 'indicator',"
            "  basis = { { 'merger-guidelines-2023', support = 'analogy' } },"
            "  params = { line = { 20, 'percent', 'test' } }, roles = { 'firm' },"
            "  subjects = function(case, each) for s in case:holdings() do each(s.holder) end end,"
            "  figures = { stake = function(s, _, case) return case:holdings { holder = s.firm }:one().stake end,"
            "              votes = function(s, _, case) return case:holdings { holder = s.firm }:one().votes end },"
            "  elements = { { 'group', %s = { { '{firm} has {stake}', 'stake', '>=', 'line' },"
            "                                 { '{firm} has {votes}', 'votes', '>=', 'line' } } } } }",
            rows[i].group);
        snprintf(facts, sizeof facts,
                 "{'format':'compliance-facts/1','case':{'id':'t','as_of':'2025-01-24'},"
                 "'entities':[{'id':'a','name':'A'},{'id':'b','name':'B'}],"
                 "'holdings':[{'holder':'a','entity':'b','stake':20,'votes':%s,'control':'none'}]}",
                 rows[i].votes);
        trial_open(&t, NULL);
        trial_rule(&t, "test/either.lua", rule);
        trial_case(&t, facts);
        assert_true(trial_audit_with(&t, (cc_options){ .sensitivity = true }));
        const struct sensitivity *s = t.audit->sensitivity;
        assert_int_equal(t.audit->findings[0]->verdict, rows[i].verdict);
        assert_int_equal(s->near_count, strchr(rows[i].votes, '{') ? 2 : 1);
        assert_true(s->near[0].apart <= 0);
        assert_int_equal(s->near[0].verdict, rows[i].otherwise);
        if (s->near_count == 2) { /* of a range the nearest end counts */
            assert_true(fabs(s->near[1].apart - 5) < 1e-9);
            assert_int_equal(s->near[1].verdict, CC_FLAGGED);
        }
        trial_close(&t);
    }
}

static void nothing_is_worked_out_that_was_not_asked_for(void **state)
{
    trial_file(&trial, SEED);
    assert_true(trial_audit_with(&trial, (cc_options){ 0 }));
    assert_null(trial.audit->sensitivity);
    assert_int_equal(trial.audit->clears_used, 0);
    assert_int_equal(trial.audit->to_find_count, 0);
    for (size_t i = 0; i < trial.audit->finding_count; i++) {
        assert_null(trial.audit->findings[i]->clears);
        assert_null(trial.audit->findings[i]->missing);
    }
}

TRIAL_FIXTURE_OF_TWO(trial, again)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_hangs_on_one_source_is_not_flagged_without_what_that_source_alone_says),
        cmocka_unit_test(what_hangs_on_no_source_is_flagged_without_any_one_of_them),
        cmocka_unit_test(a_line_that_is_near_decides_as_it_says_when_the_threshold_is_moved_past),
        cmocka_unit_test(a_comparison_that_is_turned_is_the_only_one_that_comes_out_otherwise),
        cmocka_unit_test(a_comparison_on_its_line_is_told_where_the_verdict_stays_as_well),
        cmocka_unit_test(nothing_is_worked_out_that_was_not_asked_for),
    };
    return cmocka_run_group_tests(tests, open_trial, close_trial);
}
