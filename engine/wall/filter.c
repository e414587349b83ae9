/* filter.c - see filter.h. With libseccomp where the build has it (-DWITH_SECCOMP), else there is none. */
#define _GNU_SOURCE /* MAP_ANONYMOUS, MADV_* */
#include "wall/filter.h"

#include <stdio.h>

#ifdef WITH_SECCOMP
#include <errno.h>
#include <seccomp.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Calls whatever their arguments. */
static const int plain[] = {
    SCMP_SYS(exit_group),
    SCMP_SYS(exit), /* the end */
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap), /* memory */
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_gettime64), /* the backstop of a rule */
    SCMP_SYS(sysinfo),         /* qsort of a large array */
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid), /* abort, see below */
#ifdef SANITIZED      /* its reports, its stacks, its own lock */
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(readlink),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(prctl),
#endif
};

/* What the C library tells of memory. Others can shut a page of the machine down, or have pages that are alike shared with
 * other processes, which can be listened to. */
static const int advice[] = {
    MADV_DONTNEED,   MADV_FREE,     MADV_HUGEPAGE,
#ifdef SANITIZED
    MADV_NOHUGEPAGE, MADV_DONTDUMP,
#endif
};

/* 0, or what libseccomp says: a negative errno. */
static int allow(scmp_filter_ctx c, int channel)
{
    int e = 0;
    const uint32_t yes = SCMP_ACT_ALLOW;
    for (size_t i = 0; !e && i < sizeof plain / sizeof *plain; i++) e = seccomp_rule_add(c, yes, plain[i], 0);
    if (!e) e = seccomp_rule_add(c, yes, SCMP_SYS(read), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)channel, 0));
    if (!e) e = seccomp_rule_add(c, yes, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)channel, 0));
#ifdef SANITIZED
    if (!e) e = seccomp_rule_add(c, yes, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, STDERR_FILENO, 0));
#endif
    for (size_t i = 0; !e && i < sizeof advice / sizeof *advice; i++)
        e = seccomp_rule_add(c, yes, SCMP_SYS(madvise), 1, SCMP_A2(SCMP_CMP_EQ, (scmp_datum_t)advice[i], 0));
    /* New memory belongs to no file and is never code. */
    if (!e)
        e = seccomp_rule_add(c, yes, SCMP_SYS(mmap), 2, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
                             SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS));
    if (!e) /* as 32-bit machines call it */
        e = seccomp_rule_add(c, yes, SCMP_SYS(mmap2), 2, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
                             SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS));
    if (!e) e = seccomp_rule_add(c, yes, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    /* The C library ends a process whose heap is broken by SIGABRT, after a line on standard error, which is shut. */
    if (!e)
        e = seccomp_rule_add(c, yes, SCMP_SYS(tgkill), 2, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid(), 0),
                             SCMP_A2(SCMP_CMP_EQ, SIGABRT, 0));
    if (!e) e = seccomp_rule_add(c, SCMP_ACT_ERRNO(EBADF), SCMP_SYS(writev), 1, SCMP_A0(SCMP_CMP_EQ, STDERR_FILENO, 0));
    return e;
}

const char *filter_load(int channel)
{
    scmp_filter_ctx c = seccomp_init(SCMP_ACT_TRAP);
    if (!c) return "no filter of system calls can be made";
    int e = seccomp_attr_set(c, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
    if (!e) e = allow(c, channel);
    if (!e) e = seccomp_load(c);
    seccomp_release(c);
    return e ? "the kernel takes no filter of system calls" : NULL;
}

void filter_call_name(int number, char *out, size_t size)
{
    char *name = seccomp_syscall_resolve_num_arch(seccomp_arch_native(), number);
    if (name) snprintf(out, size, "'%s'", name);
    else snprintf(out, size, "the system call %d", number);
    free(name);
}

#else

const char *filter_load(int channel)
{
    (void)channel;
    return "the program was built without libseccomp";
}

void filter_call_name(int number, char *out, size_t size) { snprintf(out, size, "the system call %d", number); }

#endif
