/* filter.c - a program that runs while this one is built: it has libseccomp compile the filter of system calls, and prints it as
 * C for wall/filter.c. The filter is the same in each run but for one number, and to compile it took longer than all
 * else that a wall needs. */
#define _GNU_SOURCE /* MAP_ANONYMOUS, MADV_* */
#include <errno.h>
#include <linux/filter.h>
#include <seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "wall/filter.h"

/* --- What is allowed --- */

/* Calls whatever their arguments. */
static const int plain[] = {
    SCMP_SYS(exit_group),
    SCMP_SYS(exit), /* the end */
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),  /* memory */
    SCMP_SYS(sysinfo), /* qsort of a large array */
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

/* The backstop of a rule, and what the C library asks where the kernel maps no clock. Others are those of any process: they tell
 * which there are, and what they do. */
static const int clocks[] = { CLOCK_THREAD_CPUTIME_ID, CLOCK_PROCESS_CPUTIME_ID, CLOCK_MONOTONIC, CLOCK_REALTIME };

/* 0, or what libseccomp says: a negative errno. */
static int allow(scmp_filter_ctx c)
{
    int e = 0;
    const uint32_t yes = SCMP_ACT_ALLOW;
    for (size_t i = 0; !e && i < sizeof plain / sizeof *plain; i++) e = seccomp_rule_add(c, yes, plain[i], 0);
    if (!e) e = seccomp_rule_add(c, yes, SCMP_SYS(read), 1, SCMP_A0(SCMP_CMP_EQ, FILTER_CHANNEL, 0));
    if (!e) e = seccomp_rule_add(c, yes, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, FILTER_CHANNEL, 0));
#ifdef SANITIZED
    if (!e) e = seccomp_rule_add(c, yes, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, STDERR_FILENO, 0));
#endif
    for (size_t i = 0; !e && i < sizeof advice / sizeof *advice; i++)
        e = seccomp_rule_add(c, yes, SCMP_SYS(madvise), 1, SCMP_A2(SCMP_CMP_EQ, (scmp_datum_t)advice[i], 0));
    for (size_t i = 0; !e && i < sizeof clocks / sizeof *clocks; i++) {
        e = seccomp_rule_add(c, yes, SCMP_SYS(clock_gettime), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)clocks[i], 0));
        if (!e)
            e = seccomp_rule_add(c, yes, SCMP_SYS(clock_gettime64), 1,
                                 SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)clocks[i], 0));
    }
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
        e = seccomp_rule_add(c, yes, SCMP_SYS(tgkill), 2, SCMP_A0(SCMP_CMP_EQ, FILTER_SELF, 0),
                             SCMP_A2(SCMP_CMP_EQ, SIGABRT, 0));
    if (!e) e = seccomp_rule_add(c, SCMP_ACT_ERRNO(EBADF), SCMP_SYS(writev), 1, SCMP_A0(SCMP_CMP_EQ, STDERR_FILENO, 0));
    return e;
}

/* The compiled filter, on a file whose name is gone; NULL with a word on standard error. */
static FILE *compile(void)
{
    FILE *file = tmpfile();
    scmp_filter_ctx c = seccomp_init(SCMP_ACT_TRAP);
    int e = c && file ? seccomp_attr_set(c, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) : -ENOMEM;
    if (!e) e = allow(c);
    if (!e) e = seccomp_export_bpf(c, fileno(file));
    if (c) seccomp_release(c);
    if (!e) return rewind(file), file;
    fprintf(stderr, "no filter of system calls can be made: %s\n", strerror(-e));
    if (file) fclose(file);
    return NULL;
}

/* --- As C --- */

/* False: the number of the process does not stand in the filter exactly once, so it cannot be put there. */
static bool print_code(FILE *file)
{
    struct sock_filter at;
    int own = 0;
    printf("static const struct sock_filter compiled[] = {\n");
    while (fread(&at, sizeof at, 1, file) == 1) {
        own += BPF_CLASS(at.code) == BPF_JMP && at.k == FILTER_SELF;
        printf("    { 0x%02x, %u, %u, 0x%08x },\n", at.code, at.jt, at.jf, at.k);
    }
    printf("};\n");
    return own == 1;
}

/* One string in which each name ends with a NUL, by number: a table of pointers would be relocated at each start. */
static void print_names(void)
{
    enum { NUMBERS = 600 }; /* more than any architecture has in one row */
    printf("static const char call_names[] =\n");
    for (int i = 0; i < NUMBERS; i++) {
        char *name = seccomp_syscall_resolve_num_arch(seccomp_arch_native(), i);
        printf("    \"%s\\0\"\n", name ? name : "");
        free(name);
    }
    printf("    ;\n");
}

int main(void)
{
    FILE *file = compile();
    if (!file) return EXIT_FAILURE;
    bool well = print_code(file);
    fclose(file);
    if (!well)
        return fprintf(stderr, "the filter of system calls has no place for the process's own number\n"), EXIT_FAILURE;
    print_names();
    return fflush(stdout) || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
