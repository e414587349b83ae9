/* tracer.c - see tracer.h. */
#define _GNU_SOURCE /* ptrace, syscall numbers */
#include "cli/tracer.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__x86_64__) && defined(PTRACE_GET_SYSCALL_INFO)

static const struct watched {
    long number;
    const char *name;
    int error;
    bool moves; /* its third argument is a size */
} watched[] = {
    { SYS_openat, "open", EMFILE, false },
    { SYS_open, "open", EMFILE, false },
    { SYS_read, "read", EIO, true },
    { SYS_write, "write", ENOSPC, true },
    { SYS_close, "close", EIO, false },
    { SYS_rename, "rename", EXDEV, false },
    { SYS_renameat, "rename", EXDEV, false },
    { SYS_renameat2, "rename", EXDEV, false },
    { SYS_fsync, "fsync", EIO, false },
    { SYS_newfstatat, "stat", EIO, false },
    { SYS_fstat, "stat", EIO, false },
    { SYS_stat, "stat", EIO, false },
    { SYS_lstat, "stat", EIO, false },
    { SYS_getdents64, "getdents", EIO, false },
    { SYS_fchmod, "fchmod", EPERM, false },
    { SYS_dup, "dup", EMFILE, false },
    { SYS_access, "access", EACCES, false },
    { SYS_faccessat, "access", EACCES, false },
    { SYS_readlink, "readlink", EINVAL, false },
};

enum { WATCHED = sizeof watched / sizeof *watched };

static const struct watched *find_watched(const struct __ptrace_syscall_info *info)
{
    if (info->seccomp.nr == SYS_write && info->seccomp.args[0] == STDERR_FILENO) return NULL;
    for (size_t i = 0; i < WATCHED; i++)
        if ((uint64_t)watched[i].number == info->seccomp.nr) return &watched[i];
    return NULL;
}

/* The kernel stops at these calls alone, and once. */
static bool stop_at_watched(void)
{
    struct sock_filter code[WATCHED + 4] = { BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)) };
    struct sock_fprog program = { .len = WATCHED + 4, .filter = code };
    for (size_t i = 0; i <= WATCHED; i++) {
        uint32_t number = i < WATCHED ? (uint32_t)watched[i].number : SYS_fcntl;
        code[i + 1] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, (uint8_t)(WATCHED + 1 - i), 0);
    }
    code[WATCHED + 2] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    code[WATCHED + 3] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE);
    return !prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) && !prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

static void open_as(int fd, const char *path)
{
    int opened = open(path ? path : "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (opened < 0 || dup2(opened, fd) < 0) _exit(127);
    close(opened);
}

static _Noreturn void become_the_program(const struct traced *t)
{
    int null = open("/dev/null", O_RDONLY);
    if (null < 0 || dup2(null, STDIN_FILENO) < 0) _exit(127);
    close(null);
    open_as(STDOUT_FILENO, t->out), open_as(STDERR_FILENO, t->err);
    signal(SIGINT, SIG_DFL);
    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) || !stop_at_watched()) _exit(126);
    execv(t->arguments[0], t->arguments);
    _exit(127);
}

static void set_register(pid_t child, size_t offset, long value) { ptrace(PTRACE_POKEUSER, child, offset, value); }
#define REGISTER(NAME) offsetof(struct user, regs.NAME)

/* At the beginning of the call that was chosen. One that fails is not made. */
static void interfere(struct traced *t, pid_t program, pid_t process, const struct watched *w)
{
    t->call = w->name;
    if (t->act == ACT_FAIL) {
        set_register(process, REGISTER(orig_rax), -1);
        set_register(process, REGISTER(rax), -w->error);
    }
    if (t->act == ACT_ONE_BYTE && w->moves) set_register(process, REGISTER(rdx), 1);
    if (t->act == ACT_INTERRUPT) kill(program, SIGINT);
    if (t->act == ACT_CHANGE) t->change();
}

/* main's first call looks at standard input. */
static void see_call(struct traced *t, pid_t program, pid_t process, bool *in_main)
{
    struct __ptrace_syscall_info info;
    if (ptrace(PTRACE_GET_SYSCALL_INFO, process, sizeof info, &info) <= 0) return;
    if (info.seccomp.nr == SYS_fcntl && info.seccomp.args[0] == STDIN_FILENO && info.seccomp.args[1] == F_GETFD)
        *in_main = true;
    const struct watched *w = *in_main ? find_watched(&info) : NULL;
    if (!w || (t->only && strcmp(t->only, w->name) != 0) || (t->moving && !w->moves)) return;
    if (++t->calls == t->at) interfere(t, program, process, w);
}

/* A process that it makes is met as well, by a stop of its own. */
void traced_run(struct traced *t)
{
    const long options = PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL | PTRACE_O_TRACEFORK | PTRACE_O_TRACECLONE;
    bool in_main = false;
    t->calls = 0, t->call = NULL, t->traced = false;
    pid_t program = fork(), process;
    if (program < 0) abort();
    if (program == 0) become_the_program(t);
    for (int status; (process = waitpid(-1, &status, __WALL)) > 0;) {
        if (WIFEXITED(status) || WIFSIGNALED(status)) {
            if (process == program) t->status = status;
            continue;
        }
        int deliver = 0, event = status >> 16;
        if (!t->traced) t->traced = true, ptrace(PTRACE_SETOPTIONS, process, 0, options); /* the program begins */
        else if (event == PTRACE_EVENT_SECCOMP) see_call(t, program, process, &in_main);
        else if (!event && WSTOPSIG(status) != SIGSTOP) deliver = WSTOPSIG(status);
        ptrace(PTRACE_CONT, process, 0, deliver);
    }
}

#else
void traced_run(struct traced *t) { t->traced = false; }
#endif
