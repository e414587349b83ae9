/* filter.c - see filter.h. With what wall/make/filter.c compiled where the build has libseccomp (-DWITH_SECCOMP), else there is
 * no filter. */
#define _GNU_SOURCE /* syscall */
#include "wall/filter.h"

#include <stdint.h>
#include <stdio.h>

#ifdef WITH_SECCOMP
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <compiled_filter.h>

enum { LENGTH = sizeof compiled / sizeof *compiled };

const char *filter_load(void)
{
    struct sock_filter own[LENGTH];
    const struct sock_fprog program = { LENGTH, own };
    memcpy(own, compiled, sizeof own);
    for (size_t i = 0; i < LENGTH; i++)
        if (BPF_CLASS(own[i].code) == BPF_JMP && own[i].k == FILTER_SELF) own[i].k = (uint32_t)getpid();
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) ? "the kernel takes no filter of system calls"
                                                                      : NULL;
}

void filter_call_name(int number, char *out, size_t size)
{
    const char *name = call_names, *end = call_names + sizeof call_names - 1;
    for (int i = 0; i < number && name < end; i++) name += strlen(name) + 1;
    if (number >= 0 && name < end && *name) snprintf(out, size, "'%s'", name);
    else snprintf(out, size, "the system call %d", number);
}

#else

const char *filter_load(void) { return "the program was built without libseccomp"; }

void filter_call_name(int number, char *out, size_t size) { snprintf(out, size, "the system call %d", number); }

#endif
