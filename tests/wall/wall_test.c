/* wall_test.c - a rule that is out of the first wall is stopped by the second: it fails by name, with what it was stopped
 * at, and everything else is said as it is without that rule.
 *
 * The program under test stands beside this one: `planted`, whose sandbox has holes on purpose (planted.c). A pattern of
 * names as argument runs those alone. */
#define _GNU_SOURCE
#include "wall/walled.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* --- Every hole --- */

struct row {
    const char *what, *phrase;
    int place;
    bool not_sanitized; /* a sanitizer reports it itself, or the limit is one that it cannot have */
};
static const struct row rows[] = {
    { "system", "it called 'rt_sig", IN_ELEMENT, true },
    { "exec", "it called 'execve'", IN_ELEMENT, false },
    { "socket", "it called 'socket'", IN_ELEMENT, false },
    { "read", "it called 'openat'", IN_ELEMENT, false },
    { "write", "it called 'openat'", IN_ELEMENT, false },
    { "fork", "it called 'clone", IN_ELEMENT, false },
    { "name-parent", "it called 'getppid'", IN_ELEMENT, false },
    { "kill-parent", "it called 'kill'", IN_ELEMENT, false },
    { "abort-parent", "it called 'tgkill'", IN_ELEMENT, false },
    { "other-signal", "it called 'tgkill'", IN_ELEMENT, false },
    { "kill-all", "it called 'kill'", IN_ELEMENT, false },
    { "loop", "it took more than 1 s of processor time", IN_ELEMENT, false },
    { "loop-deaf", "it took more than 1 s of processor time", IN_ELEMENT, true },
    { "eat", "it took more than 96 MB of memory", IN_ELEMENT, true },
    { "eat-and-write", "signal 11", IN_ELEMENT, true },
    { "map-code", "it called 'mmap'", IN_ELEMENT, false },
    { "make-code", "it called 'mprotect'", IN_ELEMENT, false },
    { "share-pages", "it called 'madvise'", IN_ELEMENT, false },
    { "other-clock", "it called 'clock_gettime'", IN_ELEMENT, false },
    { "raise-limits", "it called 'prlimit64'", IN_ELEMENT, false },
    { "ignore-limits", "it called 'rt_sigaction'", IN_ELEMENT, true },
    { "trace", "it called 'ptrace'", IN_ELEMENT, false },
    { "read-parent", "it called 'process_vm_readv'", IN_ELEMENT, false },
    { "hidden-file", "it called 'memfd_create'", IN_ELEMENT, false },
    { "ring", "it called 'io_uring_setup'", IN_ELEMENT, false },
    { "name-space", "it called 'unshare'", IN_ELEMENT, false },
    { "print", "it called 'write'", IN_ELEMENT, false },
    { "print-error", "it called 'write'", IN_ELEMENT, true },
    { "sleep", "it called 'clock_nanosleep'", IN_ELEMENT, false },
    { "crash", "signal 11", IN_ELEMENT, true },
    { "break-heap", "signal 6", IN_ELEMENT, true },
    { "exhaust-stack", "signal 11", IN_ELEMENT, true },
    { "end-well", "it ended with status 0", IN_ELEMENT, false },
    { "end-otherwise", "it ended with status 3", IN_ELEMENT, true },
    { "ask-facts", "it ended with status 77", IN_ELEMENT, false },
    { "ask-rule", "it ended with status 77", IN_ELEMENT, false },
    { "ask-way-up", "it ended with status 77", IN_ELEMENT, false },
    { "ask-folder", "it ended with status 77", IN_ELEMENT, false },
    { "ask-output", "it ended with status 77", IN_ELEMENT, false },
    { "allow-itself", "it ended with status 77", IN_ELEMENT, false },
    { "nonsense", "it said what makes no sense", IN_ELEMENT, false },
    { "at-length", "it said what makes no sense", IN_ELEMENT, false },
    { "silent", "it did nothing for 2 s", IN_ELEMENT, false },
    { "secret", "it ended with status 77", IN_ELEMENT, false },
    { "socket", "it called 'socket'", IN_SUBJECTS, false },
    { "socket", "it called 'socket'", AT_LOADING, false },
    { "socket", "it called 'socket'", IN_FIGURE, false },
    { "socket", "it called 'socket'", IN_UNLESS, false },
    { "loop", "it took more than 1 s of processor time", AT_LOADING, false },
};
enum { ROWS = sizeof rows / sizeof *rows };

static void is_stopped(void **state)
{
    const struct row *row = *state;
    if (SANITIZED && row->not_sanitized) skip();
    if (getenv("GCOV_ERROR_FILE") && !strcmp(row->what, "end-otherwise")) skip(); /* exit would write the counts */
    write_planted(row->place, row->what);
    bool slow = !strncmp(row->phrase, "it took", 7) ||
                !strncmp(row->phrase, "it did nothing", 14); /* one case will do */
    struct said said = run("planted", "-r %s/house -f json " FLAGGED " %s", scratch, slow ? "" : CLEAR);
    if (said.status != 3) fail_msg("status %d: %s%s", said.status, said.error, said.out);
    failed_by_name(said.out, row->phrase, -1);
    assert_non_null(
        strstr(said.error, slow ? "incomplete: 1 rule failed" : "2 of 2 audits are incomplete: rules failed 2 times"));
    assert_false(is_there("planted-was-here"));
    assert_null(strstr(said.out, "forged"));
    forget(&said);
}

/* More facts than fit into the channel. */
static void a_rule_that_asks_and_never_listens_is_stopped(void **state)
{
    (void)state;
    char path[PATH + 32], code[2 * PATH];
    snprintf(path, sizeof path, "%s/large.json", scratch);
    copy_file(FLAGGED, path);
    FILE *file = fopen(path, "a");
    assert_non_null(file);
    for (int i = 0; i < 1 << 20; i++) fputc(' ', file);
    assert_int_equal(fclose(file), 0);
    snprintf(code, sizeof code, "planted('never-listen', '%s')", path);
    write_rule(places[IN_ELEMENT], code);
    struct said said = run("planted", "-r %s/house -f json %s", scratch, path);
    assert_int_equal(said.status, 3);
    if (!strstr(said.out, "it did nothing for 2 s")) fail_msg("%s%s", said.error, said.out);
    forget(&said);
}

static long size_of(const char *name)
{
    char path[PATH + 16];
    struct stat st;
    snprintf(path, sizeof path, "%s/%s", scratch, name);
    assert_int_equal(stat(path, &st), 0);
    return (long)st.st_size;
}

/* Of what was said, which may be much. Free it. */
static char *last_line(const char *name)
{
    enum { MOST = 500 };
    char path[PATH + 16], *text = calloc(1, MOST + 1);
    snprintf(path, sizeof path, "%s/%s", scratch, name);
    FILE *file = fopen(path, "r");
    assert_true(text && file && fseek(file, size_of(name) > MOST ? -MOST : 0, SEEK_END) == 0);
    if (size_of(name) <= MOST) rewind(file);
    text[fread(text, 1, MOST, file)] = '\0';
    fclose(file);
    return text;
}

/* Each does what it may, and claims that it is at something new: no single limit is ever hit. The run ends by name. */
static void what_has_no_end_is_ended(void **state)
{
    static const char *const endless[][2] = {
        { "write-without-end", "it said more than 5 MB in all" },
        { "say-without-end", "it said more than 5 MB in all" },
        { "flush-without-end", "it said more than 5 MB in all" },
        { "ask-without-end", "it said more than 5 MB in all" },
        { "claim-progress", "it took more than 7 s of processor time in all" },
    };
    char code[PATH];
    (void)state;
    for (size_t i = 0; i < sizeof endless / sizeof *endless; i++) {
        if (SANITIZED && !strcmp(endless[i][0], "claim-progress")) continue; /* it is not on the stack there */
        snprintf(code, sizeof code, "planted('%s', '%s')", endless[i][0], FLAGGED);
        write_rule(places[IN_ELEMENT], code);
        struct said said = run("planted", "-r %s/house -f json " FLAGGED, scratch);
        char *last = last_line("error");
        bool all = said.status == 2 && strstr(last, "the second wall ended the run") && strstr(last, endless[i][1]);
        bool piece = said.status == 3 &&
                     strstr(said.out, "stopped by the second wall: it took more than 1 s of processor");
        if (!all && !(piece && SANITIZED)) /* where all is slow the limit of a piece of work may come first */
            fail_msg("%s: status %d: %s%.2000s", endless[i][0], said.status, last, said.out);
        assert_true(size_of("out") + size_of("error") < 6 << 20);
        free(last), forget(&said);
    }
}

/* As many files as are named, so much more may be said of them and so much longer may be taken: no limit is one of a whole
 * run of many, and what comes to something new is never too long at one piece. */
static void a_run_of_many_files_may_do_more(void **state)
{
    enum { FILES = 40, LONG_FILES = 8 /* of 400 ms each, where a piece may take one second */ };
    static const struct {
        const char *what;
        size_t files;
    } much[] = { { "say-much", FILES }, { "work-for-long", LONG_FILES } };
    (void)state;
    for (size_t i = 0; i < sizeof much / sizeof *much; i++) {
        char files[FILES * sizeof CLEAR + 1] = "", code[64];
        for (size_t k = 0; k < much[i].files; k++) strcat(files, " " CLEAR);
        snprintf(code, sizeof code, "planted('%s')", much[i].what);
        write_rule(places[IN_ELEMENT], code);
        struct said said = run("planted", "--no-clears -r %s/house -f json %s", scratch, files);
        if (said.status != 1) fail_msg("%s: status %d: %.2000s", much[i].what, said.status, said.error);
        forget(&said);
    }
}

/* --- What is lost, and what is not --- */

#define IF_VETO "for a in case:agreements() do if a:has { type = 'veto' } then planted '%s' end end"

static void write_in_veto(const char *what)
{
    char code[PATH], place[2 * PATH];
    snprintf(code, sizeof code, IF_VETO, what);
    snprintf(place, sizeof place, HEAD SUBJECTS "  elements = { { 'x', function(s, p, case) %s return true end } } }\n",
             "%s");
    write_rule(place, code);
}

static void one_rule_of_one_case_is_lost(void **state)
{
    (void)state;
    write_in_veto("socket");
    struct said said = run("planted", "-r %s/house -f json " FLAGGED " " CLEAR, scratch);
    assert_int_equal(said.status, 3);
    cJSON *audits = audits_of(said.out);
    cJSON *first = take_out(cJSON_GetArrayItem(audits, 0)), *second = take_out(cJSON_GetArrayItem(audits, 1));
    assert_non_null(strstr(cJSON_GetObjectItem(first, "error")->valuestring, "it called 'socket'"));
    cJSON *error = cJSON_GetObjectItem(second, "error");
    if (error) fail_msg("%s", error->valuestring);
    assert_string_equal(cJSON_GetObjectItem(second, "verdict")->valuestring, "flagged");
    cJSON_Delete(first), cJSON_Delete(second), cJSON_Delete(audits);
    forget(&said);
}

static void a_rule_that_is_stopped_only_in_what_if_fails_too(void **state)
{
    (void)state;
    write_rule(IN_WHAT_IF, "planted 'socket'");
    struct said said = run("planted", "-r %s/house -f json " FLAGGED " " CLEAR, scratch);
    assert_int_equal(said.status, 3);
    failed_by_name(said.out, "it called 'socket'", 0);
    forget(&said);
    write_rule(IN_WHAT_IF, ""); /* it did run to there */
    said = run("planted", "-r %s/house " FLAGGED, scratch);
    assert_int_equal(said.status, 1);
    assert_non_null(strstr(said.out, "Would clear if"));
    forget(&said);
}

/* What cannot be read twice is kept. */
static void facts_from_a_pipe_outlive_a_process(void **state)
{
    char line[4 * PATH], pipe[PATH + 16];
    (void)state;
    snprintf(pipe, sizeof pipe, "%s/pipe", scratch);
    write_planted(IN_ELEMENT, "socket");
    struct said said = run("planted", "-r %s/house -f json " FLAGGED " - <" CLEAR, scratch);
    assert_int_equal(said.status, 3);
    assert_non_null(strstr(said.out, "it called 'socket'"));
    assert_non_null(strstr(said.out, "<stdin>"));
    forget(&said);
    snprintf(line, sizeof line, "mkfifo %s/pipe && cat " FLAGGED " >%s/pipe &", scratch, scratch);
    assert_int_equal(system(line), 0);
    while (!is_there(pipe)) usleep(1000);
    said = run("planted", "-r %s/house -f json /dev/fd/7 " CLEAR " 7<%s", scratch, pipe);
    assert_int_equal(said.status, 3);
    assert_non_null(strstr(said.out, "it called 'socket'"));
    assert_non_null(strstr(said.out, "Alder Cloud may veto"));
    forget(&said);
}

static void files_are_whole_and_nothing_is_said_twice(void **state)
{
    char path[PATH + 32];
    (void)state;
    write_in_veto("socket");
    snprintf(path, sizeof path, "%s/report.json", scratch);
    struct said said = run("planted", "-r %s/house -f text -o json=%s " CLEAR " nosuch.json " FLAGGED, scratch, path);
    assert_int_equal(said.status, 2);
    const char *once = strstr(said.error, "nosuch.json: cannot be read");
    assert_non_null(once);
    assert_null(strstr(once + 1, "nosuch.json: cannot be read"));
    size_t audits_told = 0;
    for (const char *at = said.out; (at = strstr(at, "as of 24 January 2025")); at++) audits_told++;
    assert_int_equal(audits_told, 2);
    char *report = read_text(path);
    cJSON *audits = audits_of(report);
    assert_int_equal(cJSON_GetArraySize(audits), 3);
    cJSON_Delete(audits);
    free(report);
    unlink(path);
    forget(&said);
}

/* The planted program does do what it says: else all of the above would show nothing. */
static void without_the_wall_the_same_rule_writes_its_file(void **state)
{
    (void)state;
    write_planted(IN_ELEMENT, "system");
    struct said said = run("planted", "--isolate never -r %s/house -f json " FLAGGED, scratch);
    assert_true(is_there("planted-was-here"));
    unlink("planted-was-here");
    assert_int_equal(said.status, 99);
    forget(&said);
}

/* --- The process itself --- */

static pid_t start(const char *what)
{
    char program[2 * PATH], rules[PATH + 16];
    write_planted(IN_ELEMENT, what);
    snprintf(program, sizeof program, "%s/planted", programs);
    snprintf(rules, sizeof rules, "%s/house", scratch);
    pid_t pid = fork();
    if (pid) return pid;
    execl(program, program, "-q", "-r", rules, FLAGGED, (char *)NULL);
    _exit(127);
}

static bool says(pid_t pid, const char *line)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
    char *text = read_text(path);
    bool found = strstr(text, line) != NULL;
    free(text);
    return found;
}

/* Nothing of each, now and by its own leave. */
static void may_have_none(pid_t pid)
{
    static const char *const what[] = { "Max file size", "Max core file size", "Max processes", "Max locked memory",
                                        "Max open files" };
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/limits", (int)pid);
    char *text = read_text(path);
    for (size_t i = 0; i < sizeof what / sizeof *what; i++) {
        const char *line = strstr(text, what[i]);
        char soft[32] = "", hard[32] = "";
        assert_non_null(line);
        assert_int_equal(sscanf(line + strlen(what[i]), "%31s %31s", soft, hard), 2);
        if (strcmp(soft, "0") != 0 || strcmp(hard, "0") != 0) fail_msg("%s: %s, %s", what[i], soft, hard);
    }
    free(text);
}

static unsigned open_files(pid_t pid)
{
    char path[64];
    unsigned count = 0;
    snprintf(path, sizeof path, "/proc/%d/fd", (int)pid);
    DIR *files = opendir(path);
    assert_non_null(files);
    for (struct dirent *entry; (entry = readdir(files));) count += entry->d_name[0] != '.';
    closedir(files);
    return count;
}

static void the_child_is_sealed_and_dies_with_its_parent(void **state)
{
    int status = 0;
    pid_t parent = start("silent"), child = 0;
    (void)state;
    for (int i = 0; i < 500 && (!child || !says(child, "Seccomp:\t2")); i++) {
        usleep(10000);
        child = process_of_ours(parent);
    }
    assert_true(child > 0);
    assert_true(says(child, "Seccomp:\t2"));
    assert_true(says(child, "NoNewPrivs:\t1"));
    may_have_none(child);
    assert_int_equal(open_files(child), 4); /* nothing, three times, and the channel */
    assert_int_equal(kill(parent, SIGTERM), 0);
    assert_int_equal(waitpid(parent, &status, 0), parent);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
    for (int i = 0; i < 500 && process_of_ours(parent); i++) usleep(10000);
    assert_int_equal(process_of_ours(parent), 0);
}

/* Whoever starts the program may have it inherit that; a shell does not. */
static void how_a_process_ended_is_known_where_nobody_waits(void **state)
{
    char program[2 * PATH], rules[PATH + 16], out[PATH + 16];
    int status = 0;
    (void)state;
    write_planted(IN_ELEMENT, "socket");
    snprintf(program, sizeof program, "%s/planted", programs);
    snprintf(rules, sizeof rules, "%s/house", scratch), snprintf(out, sizeof out, "%s/out", scratch);
    pid_t pid = fork();
    if (pid == 0) {
        signal(SIGCHLD, SIG_IGN);
        if (freopen(out, "w", stdout)) execl(program, program, "-r", rules, "-f", "json", FLAGGED, (char *)NULL);
        _exit(127);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 3);
    char *text = read_text(out);
    assert_non_null(strstr(text, "stopped by the second wall: it called 'socket'"));
    free(text);
}

int main(int count, char **arguments)
{
    static const struct CMUnitTest others[] = {
        cmocka_unit_test(a_rule_that_asks_and_never_listens_is_stopped),
        cmocka_unit_test(what_has_no_end_is_ended),
        cmocka_unit_test(a_run_of_many_files_may_do_more),
        cmocka_unit_test(one_rule_of_one_case_is_lost),
        cmocka_unit_test(a_rule_that_is_stopped_only_in_what_if_fails_too),
        cmocka_unit_test(facts_from_a_pipe_outlive_a_process),
        cmocka_unit_test(files_are_whole_and_nothing_is_said_twice),
        cmocka_unit_test(without_the_wall_the_same_rule_writes_its_file),
        cmocka_unit_test(the_child_is_sealed_and_dies_with_its_parent),
        cmocka_unit_test(how_a_process_ended_is_known_where_nobody_waits),
    };
    enum { OTHERS = sizeof others / sizeof *others };
    static struct CMUnitTest tests[ROWS + OTHERS];
    static char names[ROWS][100];
    static const char *const where[] = { "an element", "subjects", "loading", "a figure", "a rebuttal" };
    for (size_t i = 0; i < ROWS; i++) {
        snprintf(names[i], sizeof names[i], "%s_in_%s_is_stopped", rows[i].what, where[rows[i].place]);
        tests[i] = (struct CMUnitTest){ .name = names[i], .test_func = is_stopped, .initial_state = (void *)&rows[i] };
    }
    memcpy(tests + ROWS, others, sizeof others);
    if (count > 1) cmocka_set_test_filter(arguments[1]);
    return cmocka_run_group_tests_name("wall", tests, walled_begin, walled_end);
}
