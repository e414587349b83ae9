/* tracer.c - see tracer.h. */
#define _GNU_SOURCE /* ptrace, syscall numbers */
#include "cli/tracer.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
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

static const struct watched *find_watched(const struct __ptrace_syscall_info *info)
{
    if (info->entry.nr == SYS_write && info->entry.args[0] == STDERR_FILENO) return NULL;
    for (size_t i = 0; i < sizeof watched / sizeof *watched; i++)
        if ((uint64_t)watched[i].number == info->entry.nr) return &watched[i];
    return NULL;
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
    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL)) _exit(126);
    execv(t->arguments[0], t->arguments);
    _exit(127);
}

static void set_register(pid_t child, size_t offset, long value) { ptrace(PTRACE_POKEUSER, child, offset, value); }
#define REGISTER(NAME) offsetof(struct user, regs.NAME)

/* At the beginning of the call that was chosen. True: its result must be set when it ends. */
static bool interfere(struct traced *t, pid_t child, const struct watched *w)
{
    t->call = w->name;
    if (t->act == ACT_FAIL) set_register(child, REGISTER(orig_rax), -1);
    if (t->act == ACT_ONE_BYTE && w->moves) set_register(child, REGISTER(rdx), 1);
    if (t->act == ACT_INTERRUPT) kill(child, SIGINT);
    if (t->act == ACT_CHANGE) t->change();
    return t->act == ACT_FAIL;
}

struct seen {
    bool in_main;                 /* main's first call looks at standard input */
    const struct watched *failed; /* the call that is to fail, until it ends */
};

static void see_call(struct traced *t, pid_t child, struct seen *seen)
{
    struct __ptrace_syscall_info info;
    if (ptrace(PTRACE_GET_SYSCALL_INFO, child, sizeof info, &info) <= 0) return;
    if (info.op == PTRACE_SYSCALL_INFO_EXIT && seen->failed) {
        set_register(child, REGISTER(rax), -seen->failed->error);
        seen->failed = NULL;
    }
    if (info.op != PTRACE_SYSCALL_INFO_ENTRY) return;
    if (info.entry.nr == SYS_fcntl && info.entry.args[0] == STDIN_FILENO && info.entry.args[1] == F_GETFD)
        seen->in_main = true;
    const struct watched *w = seen->in_main ? find_watched(&info) : NULL;
    if (!w || (t->only && strcmp(t->only, w->name) != 0)) return;
    if (++t->calls == t->at && interfere(t, child, w)) seen->failed = w;
}

void traced_run(struct traced *t)
{
    struct seen seen = { 0 };
    t->calls = 0, t->call = NULL, t->traced = false;
    pid_t child = fork();
    if (child < 0) abort();
    if (child == 0) become_the_program(t);
    for (int status; waitpid(child, &status, 0) == child;) {
        if (WIFEXITED(status) || WIFSIGNALED(status)) {
            t->status = status;
            return;
        }
        int deliver = 0;
        if (!t->traced) { /* the program begins */
            t->traced = true;
            ptrace(PTRACE_SETOPTIONS, child, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
        } else if (WSTOPSIG(status) == (SIGTRAP | 0x80)) see_call(t, child, &seen);
        else deliver = WSTOPSIG(status);
        ptrace(PTRACE_SYSCALL, child, 0, deliver);
    }
}

#else
void traced_run(struct traced *t) { t->traced = false; }
#endif
