/* limits_test.c - the wall of the program itself, not of those that tests build: what a process behind it may take, as the kernel
 * has it, is what SECURITY.md promises.
 *
 * A pattern of names as argument runs those alone. */
#define _GNU_SOURCE
#include "wall/walled.h"

#include <ctype.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../engine/wall/limits.c" /* in the place of tests/wall/limits.c, which all other tests have */

/* --- As it is promised --- */

static void one_blank_for_many(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++)
        if (!isspace((unsigned char)*from)) *to++ = *from;
        else if (to == text || to[-1] != ' ') *to++ = ' ';
    *to = '\0';
}

__attribute__((format(printf, 1, 2))) static void security_says(const char *format, ...)
{
    char phrase[300], *text = read_text("SECURITY.md");
    va_list list;
    va_start(list, format);
    vsnprintf(phrase, sizeof phrase, format, list);
    va_end(list);
    one_blank_for_many(text);
    if (!strstr(text, phrase)) fail_msg("SECURITY.md does not say: %s", phrase);
    free(text);
}

static void the_limits_are_those_that_are_promised(void **state)
{
    (void)state;
    const struct wall_limits *l = &wall_limits;
    typedef unsigned long long number;
    security_says("has %llu GB of memory beside what it began with, and %u s of processor time without progress",
                  (number)l->memory >> 30, l->seconds);
    security_says("%llu minutes of processor time, and %llu s and one second a KB more for each file",
                  (number)l->all.seconds / 60, (number)l->more.seconds);
    security_says("may say %llu MB, and %llu MB and 256 times its size more", (number)l->all.bytes >> 20,
                  (number)l->more.bytes >> 20);
    assert_true(l->memory << 34 == 0 && l->all.bytes << 44 == 0 && l->more.bytes << 44 == 0 &&
                l->all.seconds % 60 == 0);
}

/* --- As it is --- */

struct waiting {
    pid_t program, child;
    int facts; /* its standard input, which says nothing: the child is sealed, and waits for it */
};

static bool proc_says(pid_t pid, const char *file, const char *phrase)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, file);
    char *text = read_text(path);
    one_blank_for_many(text);
    bool found = strstr(text, phrase) != NULL;
    free(text);
    return found;
}

static void begin(struct waiting *w)
{
    char rules[PATH + 16];
    const char *program = getenv("CC_BIN") ? getenv("CC_BIN") : "build/compliance-check";
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    snprintf(rules, sizeof rules, "%s/house", scratch);
    w->program = fork();
    if (w->program == 0) {
        dup2(ends[0], STDIN_FILENO);
        close(ends[0]), close(ends[1]);
        assert_non_null(freopen("/dev/null", "w", stderr)); /* that there are no facts is said */
        execl(program, program, "-q", "-r", rules, "-", (char *)NULL);
        _exit(127);
    }
    close(ends[0]);
    w->facts = ends[1], w->child = 0;
    for (int i = 0; i < 2000 && !w->child; i++) usleep(5000), w->child = process_of_ours(w->program);
    assert_true(w->child > 0);
    for (int i = 0; i < 2000 && !proc_says(w->child, "status", "Seccomp: 2"); i++) usleep(5000);
}

static void end(struct waiting *w)
{
    int status;
    close(w->facts); /* no facts at all: it ends by itself */
    assert_int_equal(waitpid(w->program, &status, 0), w->program);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 2);
}

/* The soft and the hard limit of that name, in the words of /proc. */
static void has_limit(pid_t pid, const char *name, const char *value)
{
    char phrase[200];
    snprintf(phrase, sizeof phrase, "%s %s", name, value);
    if (!proc_says(pid, "limits", phrase)) fail_msg("not so: %s", phrase);
}

static unsigned long long number_after(pid_t pid, const char *file, const char *name)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, file);
    char *text = read_text(path), *at = strstr(text, name);
    assert_non_null(at);
    unsigned long long number = strtoull(at + strlen(name), NULL, 10);
    free(text);
    return number;
}

static void the_kernel_holds_the_program_to_them(void **state)
{
    (void)state;
    const struct wall_limits *l = &wall_limits;
    struct waiting w;
    char seconds[40];
    begin(&w);
    assert_true(proc_says(w.child, "status", "NoNewPrivs: 1") && proc_says(w.child, "status", "Seccomp: 2"));
    snprintf(seconds, sizeof seconds, "%u unlimited seconds",
             l->seconds + 1); /* the parent ends it, the kernel a little later */
    has_limit(w.child, "Max cpu time", seconds);
    has_limit(w.child, "Max file size", "0 0 bytes");
    has_limit(w.child, "Max core file size", "0 0 bytes");
    has_limit(w.child, "Max processes", "0 0 processes");
    has_limit(w.child, "Max open files", "0 0 files");
    has_limit(w.child, "Max locked memory", "0 0 bytes");
    if (!SANITIZED) {
        unsigned long long most = number_after(w.child, "limits", "Max address space"), slack = 16 << 20;
        unsigned long long now = number_after(w.child, "status", "VmSize:") << 10;
        assert_in_range(most - l->memory, now - slack, now + slack);
    }
    end(&w);
}

int main(int count, char **arguments)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_limits_are_those_that_are_promised),
        cmocka_unit_test(the_kernel_holds_the_program_to_them),
    };
    if (count > 1) cmocka_set_test_filter(arguments[1]);
    return cmocka_run_group_tests_name("limits", tests, walled_begin, walled_end);
}
