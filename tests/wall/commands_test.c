/* commands_test.c - every command that runs rules of others runs them behind the wall; what each needs of the world it gets, and
 * no more.
 *
 * `planted` stands beside this program: its sandbox has holes on purpose. A pattern of names as argument runs those alone. */
#define _GNU_SOURCE
#include "wall/walled.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void other_commands_load_rules_behind_it_too(void **state)
{
    (void)state;
    write_planted(AT_LOADING, "socket");
    struct said said = run("planted", "rules %s/house", scratch);
    assert_int_equal(said.status, 3);
    assert_non_null(strstr(said.error, "hostile.lua: stopped by the second wall: it called 'socket' [rule]"));
    assert_non_null(strstr(said.out, "house/veto"));
    forget(&said);
    said = run("planted", "test %s/house", scratch);
    assert_int_equal(said.status, 3);
    assert_non_null(strstr(said.out, "1 passed, 0 failed") ? said.out : strstr(said.out, "passed, 0 failed"));
    forget(&said);
    said = run("planted", "explain house/veto -r %s/house", scratch);
    assert_non_null(strstr(said.out, "house/veto"));
    assert_non_null(strstr(said.error, "it called 'socket'"));
    forget(&said);
}

static void a_difference_is_looked_for_behind_it_too(void **state)
{
    (void)state;
    if (SANITIZED) skip();
    write_planted(IN_ELEMENT, "system");
    struct said said = run("planted", "diff -r %s/house " FLAGGED " " CLEAR, scratch);
    assert_int_equal(said.status, 3);
    assert_false(is_there("planted-was-here"));
    assert_non_null(strstr(said.error, "an audit is incomplete"));
    forget(&said);
}

/* --- Whose rules they are --- */

/* The shipped ones lie in the folder `rules` beside that of the program; one whose name begins so is not theirs. */
static void a_folder_named_like_the_shipped_one_is_of_others(void **state)
{
    char line[4 * PATH], real[PATH];
    (void)state;
    write_planted(IN_ELEMENT, "socket");
    snprintf(line, sizeof line,
             "cd %s && mkdir -p prefix/bin prefix/rules/lib && cp %s/planted prefix/bin && cp -R house sources.json "
             "prefix/rules && cp -R prefix/rules prefix/rules-mine",
             scratch, programs);
    assert_int_equal(system(line), 0);
    strcpy(real, programs);
    assert_true(strlen(scratch) + sizeof "/prefix/bin" <= sizeof programs);
    strcpy(programs, scratch), strcat(programs, "/prefix/bin");
    struct said shipped = run("planted", "-r %s/prefix/rules " FLAGGED, scratch);
    struct said mine = run("planted", "-r %s/prefix/rules-mine " FLAGGED, scratch);
    strcpy(programs, real);
    assert_int_equal(shipped.status, 99); /* not behind the wall: it is out */
    assert_int_equal(mine.status, 3);
    forget(&shipped), forget(&mine);
}

/* --- verify --- */

static void save_audit(void)
{
    char hostile[PATH + 32], line[6 * PATH];
    snprintf(hostile, sizeof hostile, "%s/house/hostile.lua", scratch);
    unlink(hostile);
    snprintf(line, sizeof line, "%s/planted --isolate never -r %s/house -f json " FLAGGED " " CLEAR " >%s/audit.json",
             programs, scratch, scratch);
    assert_int_equal(WEXITSTATUS(system(line)), 1);
}

static void an_audit_is_verified_behind_it(void **state)
{
    (void)state;
    save_audit();
    struct said said = run("planted", "verify -r %s/house %s/audit.json", scratch, scratch);
    assert_int_equal(said.status, 0);
    forget(&said);
    write_planted(IN_ELEMENT, "socket");
    said = run("planted", "verify -r %s/house %s/audit.json", scratch, scratch);
    assert_int_equal(said.status, 1);
    const char *first = strstr(said.out, "rule house/hostile: found now, but not in the audit");
    assert_non_null(first);
    assert_non_null(strstr(first + 1, "rule house/hostile: found now, but not in the audit")); /* of both */
    assert_null(strstr(said.out, "finding"));
    forget(&said);
    said = run("planted", "verify --isolate never -r %s/house %s/audit.json", scratch, scratch);
    assert_int_equal(said.status, 99); /* without it the rule is out */
    forget(&said);
}

/* Each process that is lost has the audit and the facts read once more. */
static void an_audit_and_facts_from_pipes_outlive_a_process(void **state)
{
    char pipe[PATH + 16], line[4 * PATH];
    (void)state;
    save_audit();
    write_planted(IN_ELEMENT, "socket");
    snprintf(pipe, sizeof pipe, "%s/facts-pipe", scratch);
    snprintf(line, sizeof line, "mkfifo %s && cat " CLEAR " >%s &", pipe, pipe);
    assert_int_equal(system(line), 0);
    while (!is_there(pipe)) usleep(1000);
    struct said said = run("planted", "verify -r %s/house - " FLAGGED " /dev/fd/7 <%s/audit.json 7<%s", scratch,
                           scratch, pipe);
    if (said.status != 1 || !strstr(said.out, "clear.json: ") || strstr(said.out, "finding"))
        fail_msg("status %d: %s%s", said.status, said.error, said.out);
    unlink(pipe);
    forget(&said);
}

/* --- docs --- */

static struct said write_pages(const char *more)
{
    char line[2 * PATH];
    snprintf(line, sizeof line, "rm -rf %s/pages", scratch);
    assert_int_equal(system(line), 0);
    return run("planted", "docs %s --into %s/pages %s/house", more, scratch, scratch);
}

static char *page(const char *name)
{
    char path[PATH + 64];
    snprintf(path, sizeof path, "%s/pages/%s", scratch, name);
    return read_text(path);
}

static void pages_are_written_behind_it(void **state)
{
    char from[PATH + 64], test[PATH + 64];
    (void)state;
    save_audit();
    struct said said = write_pages("");
    char *before = page("house/veto.md");
    assert_int_equal(said.status, 0);
    forget(&said);
    write_planted(AT_LOADING, "socket");
    said = write_pages("");
    char *after = page("house/veto.md"), *share = page("house/share.md");
    assert_int_equal(said.status, 3);
    assert_non_null(strstr(said.error, "hostile.lua: stopped by the second wall: it called 'socket' [rule]"));
    assert_non_null(strstr(said.error, "the pages are incomplete"));
    assert_string_equal(after, before);
    assert_non_null(strstr(share, "# "));
    forget(&said), free(after), free(share);

    /* The example of a page is evaluated, and its test is a program too. */
    snprintf(from, sizeof from, "%s/house/veto_test.lua", scratch);
    snprintf(test, sizeof test, "%s/house/hostile_test.lua", scratch);
    write_planted(IN_ELEMENT, "socket");
    char *text = read_text(from);
    char *id = strstr(text, "house/veto"), *whole = malloc(strlen(text) + 64);
    sprintf(whole, "%.*shouse/hostile%s", (int)(id - text), text, id + strlen("house/veto"));
    write_file(test, whole);
    said = write_pages("");
    char *hostile = page("house/hostile.md");
    after = page("house/veto.md");
    assert_int_equal(said.status, 3);
    assert_non_null(strstr(said.error, "the pages are incomplete: the second wall stopped 1 of"));
    assert_non_null(strstr(hostile, "it called 'socket'"));
    assert_string_equal(after, before);
    forget(&said), free(hostile), free(after);
    sprintf(whole, "planted 'socket'\n%s", text);
    write_file(test, whole);
    said = write_pages("");
    hostile = page("house/hostile.md");
    assert_int_equal(said.status, 3);
    assert_non_null(strstr(hostile, "The tests beside this rule could not be read."));
    forget(&said), free(hostile);
    unlink(test), free(text), free(whole), free(before);
}

/* Pages are the one thing that may be opened after the seal. */
static void no_other_file_is_opened_as_a_page(void **state)
{
    static const char *const asked[] = { "ask-page-up", "ask-page-rooted", "ask-page-deep", "ask-page-other" };
    char path[PATH + 64];
    (void)state;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        write_planted(AT_LOADING, asked[i]);
        struct said said = write_pages("");
        if (said.status != 3 || !strstr(said.error, "it ended with status 77"))
            fail_msg("%s: status %d: %s", asked[i], said.status, said.error);
        forget(&said);
    }
    write_planted(AT_LOADING, "ask-page"); /* of a command that writes none */
    struct said said = run("planted", "rules %s/house", scratch);
    assert_int_equal(said.status, 3);
    assert_non_null(strstr(said.error, "it ended with status 77"));
    forget(&said);
    write_planted(AT_LOADING,
                  "ask-pages"); /* one is opened, a second before its end is not; and then nothing fits any more */
    said = write_pages("");
    assert_int_equal(said.status, 2);
    snprintf(path, sizeof path, "%s/pages/one", scratch);
    assert_true(is_there(path));
    snprintf(path, sizeof path, "%s/pages/two", scratch);
    assert_false(is_there(path));
    forget(&said);
}

/* --- new --- */

/* It runs what it has just written, and nothing that lies beside it. */
static void a_new_rule_runs_no_other(void **state)
{
    char path[PATH + 64];
    (void)state;
    write_planted(AT_LOADING, "system");
    snprintf(path, sizeof path, "%s/lib", scratch);
    mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/lib/near.lua", scratch);
    write_file(path, "planted 'system'\n");
    snprintf(path, sizeof path, "%s/house/api.lua", scratch);
    write_file(path, "planted 'system'\n");
    struct said said = run("planted", "new rule house/fresh --into %s", scratch);
    if (said.status) fail_msg("status %d: %s", said.status, said.error);
    assert_false(is_there("planted-was-here"));
    unlink(path);
    forget(&said);
}

int main(int count, char **arguments)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_commands_load_rules_behind_it_too),
        cmocka_unit_test(a_difference_is_looked_for_behind_it_too),
        cmocka_unit_test(a_folder_named_like_the_shipped_one_is_of_others),
        cmocka_unit_test(an_audit_is_verified_behind_it),
        cmocka_unit_test(an_audit_and_facts_from_pipes_outlive_a_process),
        cmocka_unit_test(pages_are_written_behind_it),
        cmocka_unit_test(no_other_file_is_opened_as_a_page),
        cmocka_unit_test(a_new_rule_runs_no_other),
    };
    if (count > 1) cmocka_set_test_filter(arguments[1]);
    return cmocka_run_group_tests_name("commands", tests, walled_begin, walled_end);
}
