/* losses_test.c - rules that end their process again and again: each loss is named, the run goes on, and it ends.
 *
 * `planted` stands beside this program: its sandbox has holes on purpose. A pattern of names as argument runs those alone. */
#define _GNU_SOURCE
#include "wall/walled.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#ifdef SHORT /* ninety-six processes, each of which is slow to begin */
#define SKIPS_MANY 1
#else
#define SKIPS_MANY 0
#endif

static const cJSON *member(const cJSON *object, const char *name) { return cJSON_GetObjectItem(object, name); }

static const char *text_of(const cJSON *object, const char *name)
{
    const cJSON *text = member(object, name);
    return cJSON_IsString(text) ? text->valuestring : "";
}

/* Nine cases: eight processes are lost, in the ninth the rule is not run; the house's own rules have a result in each. */
static void a_rule_that_dies_everywhere_is_left_out_after_eight_times(void **state)
{
    (void)state;
    write_planted(IN_ELEMENT, "socket");
    struct said said = run("planted",
                           "-r %s/house -f json " FLAGGED " " FLAGGED " " FLAGGED " " FLAGGED " " FLAGGED " " FLAGGED
                           " " FLAGGED " " FLAGGED " " FLAGGED,
                           scratch);
    assert_int_equal(said.status, 3);
    cJSON *audits = audits_of(said.out);
    assert_int_equal(cJSON_GetArraySize(audits), 9);
    for (int i = 0; i < 9; i++) {
        cJSON *audit = cJSON_GetArrayItem(audits, i), *hostile = take_out(audit);
        const char *error = cJSON_GetObjectItem(hostile, "error")->valuestring;
        if (!strstr(error, i < 8 ? "it called 'socket'" : "the second wall stopped it 8 times"))
            fail_msg("%d: %s", i, error);
        assert_int_equal(cJSON_GetObjectItem(cJSON_GetObjectItem(audit, "summary"), "flagged")->valueint, 1);
        cJSON_Delete(hostile);
    }
    cJSON_Delete(audits);
    forget(&said);
}

/* So many hostile rules, house/a00 and on, before the house's own. */
static void write_many(int count)
{
    char path[PATH + 64], text[4 * PATH], id[32];
    snprintf(path, sizeof path, "%s/house/hostile.lua", scratch);
    unlink(path);
    for (int i = 0; i < count; i++) {
        snprintf(id, sizeof id, "house/a%02d", i);
        snprintf(path, sizeof path, "%s/%s.lua", scratch, id);
        snprintf(text, sizeof text,
                 "return { id = '%s', title = '{holder} and {firm}', severity = 'high',\n"
                 "  nature = 'indicator', basis = { { 'house-2025', at = 'rule 1', support = 'direct' } },\n"
                 "  roles = { 'holder', 'firm' },\n" SUBJECTS
                 "  elements = { { 'x', function() planted 'socket' return true end } } }\n",
                 id);
        write_file(path, text);
    }
}

static void take_away(void)
{
    char line[2 * PATH];
    snprintf(line, sizeof line, "rm -f %s/house/a??.lua", scratch);
    assert_int_equal(system(line), 0);
}

/* How many rules failed so. */
static int failed_so(const cJSON *audit, const char *phrase)
{
    int count = 0;
    const cJSON *rule;
    cJSON_ArrayForEach(rule, member(audit, "rules")) count += strstr(text_of(rule, "error"), phrase) != NULL;
    return count;
}

/* Sixty-four processes; of the last case the first rule is the sixty-fourth, and all others have had their share. */
static void nine_rules_that_die_in_each_of_eight_cases_fail_by_name(void **state)
{
    (void)state;
    write_many(9);
    struct said said = run("planted",
                           "-r %s/house -f json " FLAGGED " " FLAGGED " " FLAGGED " " FLAGGED " " FLAGGED " " FLAGGED
                           " " FLAGGED " " FLAGGED,
                           scratch);
    take_away();
    if (said.status != 3) fail_msg("status %d: %s", said.status, said.error);
    cJSON *audits = audits_of(said.out);
    assert_int_equal(cJSON_GetArraySize(audits), 8);
    for (int i = 0; i < 8; i++) {
        const cJSON *audit = cJSON_GetArrayItem(audits, i);
        assert_int_equal(failed_so(audit, "it called 'socket'"), i < 7 ? 9 : 1);
        assert_int_equal(failed_so(audit, "the second wall stopped it, and rules 64 times in all"), i < 7 ? 0 : 8);
        assert_int_equal(member(member(audit, "summary"), "flagged")->valueint, 1); /* the house's own */
        assert_int_equal(member(member(audit, "summary"), "failed")->valueint, 9);
    }
    cJSON_Delete(audits);
    forget(&said);
}

/* There are so many guesses, and no more, however many rules there are; the run ends as one that lacks them. */
static void after_ninety_six_no_rule_of_others_is_run(void **state)
{
    (void)state;
    if (SKIPS_MANY) skip();
    write_many(98);
    struct said said = run("planted", "-r %s/house -f json " FLAGGED, scratch);
    take_away();
    if (said.status != 3) fail_msg("status %d: %s", said.status, said.error);
    cJSON *audits = audits_of(said.out), *audit = cJSON_GetArrayItem(audits, 0);
    assert_int_equal(failed_so(audit, "it called 'socket'"), 96);
    assert_int_equal(failed_so(audit, "not run: the second wall stopped rules 96 times"),
                     4); /* and the house's own two, which did not come with this program */
    assert_int_equal(member(member(audit, "summary"), "failed")->valueint, 100);
    cJSON_Delete(audits);
    forget(&said);
}

/* Those that came with the program are no guess of anybody: they are run to the end, beside rules that are not any more. */
static void after_ninety_six_the_shipped_rules_are_run(void **state)
{
    char line[6 * PATH], real[PATH];
    (void)state;
    if (SKIPS_MANY) skip();
    write_many(98);
    snprintf(
        line, sizeof line,
        "cd %s && mkdir -p prefix/bin prefix/rules/lib mine && cp %s/planted prefix/bin && cp sources.json mine && "
        "mv house/a??.lua mine && cp -R house sources.json prefix/rules",
        scratch, programs);
    assert_int_equal(system(line), 0);
    strcpy(real, programs);
    assert_true(strlen(scratch) + sizeof "/prefix/bin" <= sizeof programs);
    strcpy(programs, scratch), strcat(programs, "/prefix/bin");
    struct said said = run("planted", "-r %s/mine -r %s/prefix/rules -f json " FLAGGED, scratch, scratch);
    strcpy(programs, real);
    if (said.status != 3) fail_msg("status %d: %s", said.status, said.error);
    cJSON *audits = audits_of(said.out), *audit = cJSON_GetArrayItem(audits, 0);
    assert_int_equal(failed_so(audit, "it called 'socket'"), 96);
    assert_int_equal(failed_so(audit, "not run: the second wall stopped rules 96 times"), 2);
    assert_int_equal(member(member(audit, "summary"), "failed")->valueint, 98);
    assert_int_equal(member(member(audit, "summary"), "flagged")->valueint, 1);
    cJSON_Delete(audits);
    forget(&said);
}

int main(int count, char **arguments)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_that_dies_everywhere_is_left_out_after_eight_times),
        cmocka_unit_test(nine_rules_that_die_in_each_of_eight_cases_fail_by_name),
        cmocka_unit_test(after_ninety_six_no_rule_of_others_is_run),
        cmocka_unit_test(after_ninety_six_the_shipped_rules_are_run),
    };
    if (count > 1) cmocka_set_test_filter(arguments[1]);
    return cmocka_run_group_tests_name("losses", tests, walled_begin, walled_end);
}
