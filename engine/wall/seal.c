/* seal.c - see wall.h: the child's side. */
#define _GNU_SOURCE /* environ, si_syscall, RLIMIT_*, close_range */
#include "wall/wall.h"

#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "wall/filter.h"
#include "wall/page.h"

/* Interruptions are the parent's to answer; when it dies of one, so does the child. */
void wall_child_begins(pid_t parent)
{
    static const int interruptions[] = { SIGHUP, SIGINT, SIGTERM };
    for (size_t i = 0; i < sizeof interruptions / sizeof *interruptions; i++) signal(interruptions[i], SIG_IGN);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(0);
}

/* --- Files and limits --- */

/* Where the kernel has no close_range (Linux before 5.9). */
static bool close_each(int from)
{
    enum { MOST = 1 << 20 };
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit)) return false;
    int most = limit.rlim_max < MOST ? (int)limit.rlim_max : MOST;
    for (int fd = from; fd < most; fd++) close(fd);
    return true;
}

/* Nothing stays open but the channel, which gets the first number that is no standard file's, and standard error where a
 * sanitizer reports there. */
static bool close_files(int *channel)
{
    if (*channel <= STDERR_FILENO) return false;
    bool well = true;
    int nothing = open("/dev/null", O_RDWR); /* where there is none they are shut */
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
#ifdef SANITIZED
        if (fd == STDERR_FILENO) continue;
#endif
        if (nothing < 0) close(fd);
        else well = dup2(nothing, fd) >= 0 && well;
    }
    if (nothing > STDERR_FILENO) close(nothing);
    if (dup2(*channel, FILTER_CHANNEL) < 0) return false;
    *channel = FILTER_CHANNEL;
    return (!close_range(FILTER_CHANNEL + 1, ~0U, 0) || close_each(FILTER_CHANNEL + 1)) && well;
}

#ifndef SANITIZED /* which reserves address space without end */
static uint64_t address_space(void)
{
    char text[32] = "";
    int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    ssize_t length = fd < 0 ? 0 : read(fd, text, sizeof text - 1);
    if (fd >= 0) close(fd);
    return length > 0 ? strtoull(text, NULL, 10) * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
}
#endif

/* Lowers a limit; one that is lower already stays. The hard limit is lowered too, but for time, which the parent extends. */
static bool lower(int resource, uint64_t most, bool hard)
{
    struct rlimit limit;
    if (getrlimit((__rlimit_resource_t)resource, &limit)) return false;
    if (limit.rlim_max > most && hard) limit.rlim_max = (rlim_t)most;
    limit.rlim_cur = limit.rlim_max < most ? limit.rlim_max : (rlim_t)most;
    return setrlimit((__rlimit_resource_t)resource, &limit) == 0;
}

/* All that can be set are set, whichever cannot. */
static bool set_limits(const struct wall_limits *limits, uint64_t mapped)
{
    static const int none[] = { RLIMIT_FSIZE, RLIMIT_CORE, RLIMIT_NPROC, RLIMIT_MEMLOCK, RLIMIT_NOFILE };
    struct rusage used;
    bool well = getrusage(RUSAGE_SELF, &used) == 0;
    uint64_t seconds = well ? (uint64_t)used.ru_utime.tv_sec : 0;
#ifdef SANITIZED
    (void)mapped;
#else
    well = lower(RLIMIT_AS, mapped + limits->memory, true) && well;
#endif
    well = lower(RLIMIT_CPU, seconds + limits->seconds + 1, false) && well;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) well = lower(none[i], 0, true) && well;
    return well;
}

/* --- Secrets --- */

/* Tokens and passwords of a pipeline lie in its environment. They are overwritten where they stand: a process that is taken
 * over looks for them there. What is kept says how a terminal shows text. */
static void forget_environment(void)
{
    static const char *const kept[] = { "LC_ALL=", "LC_CTYPE=", "LANG=", "TERM=", "COLUMNS=", "NO_COLOR=" };
    char **to = environ;
    for (char **variable = environ; variable && *variable; variable++) {
        size_t i = 0, n = sizeof kept / sizeof *kept;
        while (i < n && strncmp(*variable, kept[i], strlen(kept[i])) != 0) i++;
        if (i < n) *to++ = *variable;
        else explicit_bzero(*variable, strlen(*variable));
    }
    if (to) *to = NULL;
}

/* --- Sealing --- */

static struct wall_page *page_of_handler; /* set before its only reader can run */

static void on_refused_call(int number, siginfo_t *info, void *context)
{
    (void)number, (void)context;
    page_of_handler->call = info->si_syscall;
    _exit(ENDED_BY_CALL);
}

static bool answer_refused_calls(struct wall_page *page)
{
    struct sigaction action = { .sa_sigaction = on_refused_call, .sa_flags = SA_SIGINFO };
    page_of_handler = page;
    sigemptyset(&action.sa_mask);
    return sigaction(SIGSYS, &action, NULL) == 0;
}

/* What lacks is kept, of several the first. */
static void lacks(const char **lacking, const char *what)
{
    if (!*lacking) *lacking = what;
}

const char *wall_seal(struct wall *w)
{
    const char *lacking = NULL, *no_filter;
    uint64_t mapped = 0;
#ifndef SANITIZED
    if (!(mapped = address_space())) lacks(&lacking, "/proc does not say how large the process is");
#endif
    forget_environment();
    if (!close_files(&w->channel)) lacks(&lacking, "the system does not close files");
    if (!set_limits(w->limits, mapped)) lacks(&lacking, "the system sets no limits to a process");
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) lacks(&lacking, "the kernel cannot rule out new privileges");
    if (!answer_refused_calls(w->page)) lacks(&lacking, "the system sends no signals");
    if ((no_filter = filter_load())) lacks(&lacking, no_filter);
    return lacking;
}

/* --- Inside --- */

void wall_at(struct wall *w, uint64_t number) { w->page->at = number; }

/* As the C library of Debian counts it; where it does not, who took the most cannot be told from who asked last. */
uint64_t wall_memory(void)
{
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 33)
    struct mallinfo2 m = mallinfo2();
    return (uint64_t)m.arena + m.hblkhd;
#else
    return 0;
#endif
}

void wall_ask(struct wall *w, const struct packet *question, uint32_t kind, struct message *ret_answer)
{
    int got = packet_send(w->channel, question, kind) ? 0 : -1;
    while (got == 0) got = message_receive(w->channel, &w->room, ret_answer);
    if (got == -2) wall_end_for_memory(w);
    if (got < 0) _exit(0);
}

void wall_end_for_memory(struct wall *w)
{
    (void)w;
    _exit(ENDED_BY_MEMORY);
}
