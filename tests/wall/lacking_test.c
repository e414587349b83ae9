/* lacking_test.c - a wall of which a part cannot be had: the build has no filter, the system no limits. That is said once, or
 * refused where the wall is a must, and all other parts stand.
 *
 * `unfiltered` and `unwalled` stand beside this program, and `planted`, whose sandbox has holes on purpose. */
#define _GNU_SOURCE
#include "wall/walled.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* --- Of the build --- */

static void a_wall_that_lacks_a_part_is_said_or_refused(void **state)
{
    static const char *const lacking[][2] = {
        { "unfiltered", "without the whole second wall: the program was built without libseccomp" },
        { "unwalled", "without the second wall: " },
    };
    char hostile[PATH + 32];
    (void)state;
    snprintf(hostile, sizeof hostile, "%s/house/hostile.lua", scratch);
    unlink(hostile);
    for (size_t i = 0; i < 2; i++) {
        struct said said = run(lacking[i][0], "-r %s/house -f json " FLAGGED " " CLEAR, scratch);
        assert_int_equal(said.status, 1);
        assert_string_equal(said.out, plain_audits);
        char *line_end = strchr(said.error, '\n');
        if (!strstr(said.error, lacking[i][1]) || !line_end || line_end[1])
            fail_msg("not the one line: %s", said.error);
        forget(&said);
        said = run(lacking[i][0], "--isolate always -r %s/house -f json " FLAGGED, scratch);
        assert_int_equal(said.status, 2);
        assert_string_equal(said.out, "");
        assert_non_null(strstr(said.error, "there is no second wall"));
        forget(&said);
        said = run(lacking[i][0], "--isolate never -r %s/house -f json " FLAGGED " " CLEAR, scratch);
        assert_string_equal(said.out, plain_audits);
        assert_string_equal(said.error, "");
        forget(&said);
    }
}

/* --- Of the system --- */

enum { ANY = -1 };

/* To this process and all that come of it the kernel has not got the system call (with so much as its third argument). */
static void go_without(unsigned call, int third)
{
    struct sock_filter steps[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[2])),
        BPF_JUMP(BPF_JMP | (third == ANY ? BPF_JGE : BPF_JEQ) | BPF_K, third == ANY ? 0 : (unsigned)third, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog filter = { sizeof steps / sizeof *steps, steps };
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter)) _exit(126);
}

static struct said run_without(unsigned call, int third)
{
    pid_t pid = fork();
    int status = -1;
    if (pid == 0) {
        go_without(call, third);
        struct said said = run("planted", "-r %s/house -f json " FLAGGED, scratch);
        _exit(said.status);
    }
    waitpid(pid, &status, 0);
    char out[PATH + 16], error[PATH + 16];
    snprintf(out, sizeof out, "%s/out", scratch), snprintf(error, sizeof error, "%s/error", scratch);
    return (struct said){ WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_text(out), read_text(error) };
}

static void what_lacks_takes_no_other_part_with_it(void **state)
{
#if defined(__SANITIZE_ADDRESS__)
    skip(); /* whose reports need more calls */
#endif
    static const char said_once[] = "without the whole second wall: the system sets no limits to a process";
    (void)state;
    write_planted(IN_ELEMENT, "system");
    struct said said = run_without(SYS_prlimit64, ANY);
    assert_int_equal(said.status, 3);
    assert_false(is_there("planted-was-here"));
    const char *line = strstr(said.error, said_once);
    assert_non_null(line);
    assert_null(strstr(line + 1, said_once)); /* though a second process was needed */
    forget(&said);
    const struct {
        unsigned call;
        int third;
    } replaced[] = { { SYS_close_range, ANY }, { SYS_openat, O_RDWR } /* as /dev/null is opened, and nothing else */ };
    for (size_t i = 0; i < 2; i++) {
        said = run_without(replaced[i].call, replaced[i].third);
        assert_int_equal(said.status, 3);
        assert_false(is_there("planted-was-here"));
        assert_null(strstr(said.error, "without the whole second wall"));
        assert_non_null(strstr(said.out, "stopped by the second wall: it called"));
        forget(&said);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_lacks_takes_no_other_part_with_it),
        cmocka_unit_test(a_wall_that_lacks_a_part_is_said_or_refused),
    };
    return cmocka_run_group_tests_name("lacking", tests, walled_begin, walled_end);
}
