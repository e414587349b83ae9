/* wall.c - see wall.h: the parent's side. */
#define _GNU_SOURCE /* prlimit, wait4, MAP_ANONYMOUS */
#include "wall/wall.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "wall/filter.h"
#include "wall/page.h"

enum {
    LOOK = 250 /* milliseconds */,
    PIECE_MOST = 64 << 10,
    QUESTION_LEAST = 64,
    QUESTION_MOST = 4 << 20,
    ANSWER_MOST = 80 << 20
};

static void close_channel(struct wall *w)
{
    if (w->channel >= 0) close(w->channel);
    w->channel = -1;
}

void wall_free(struct wall *w)
{
    close_channel(w);
    if (w->page) munmap(w->page, sizeof *w->page);
    free(w->room.bytes);
    *w = (struct wall){ .channel = -1, .child = -1 };
}

/* The child: it has its own end of the channel alone, and lives no longer than its parent. */
_Noreturn static void be_child(struct wall *w, int channel, pid_t parent, wall_function *inside, void *ud)
{
    close_channel(w);
    w->channel = channel, w->child = 0, w->room.most = ANSWER_MOST;
    wall_child_begins(parent);
    inside(w, ud);
    _exit(0);
}

bool wall_start(struct wall *w, const struct wall_limits *limits, wall_function *inside, void *ud)
{
    int ends[2];
    pid_t parent = getpid();
    *w = (struct wall){ .channel = -1, .child = -1, .room.most = QUESTION_MOST, .limits = limits, .most = limits->all };
    w->allowed = (int64_t)limits->seconds * 1000;
    void *page = mmap(NULL, sizeof *w->page, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) return false;
    w->page = page;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)) return wall_free(w), false;
    w->channel = ends[0];
    const struct timeval look_at = { .tv_usec = LOOK * 1000 }; /* so that each read and write ends */
    setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &look_at, sizeof look_at);
    setsockopt(ends[0], SOL_SOCKET, SO_SNDTIMEO, &look_at, sizeof look_at);
    /* Where it is ignored nobody learns how a child ended, and its number may be another's by then. */
    signal(SIGCHLD, SIG_DFL);
    w->child = fork();
    if (w->child == 0) be_child(w, ends[1], parent, inside, ud);
    int error = errno;
    close(ends[1]);
    if (w->child > 0) return true;
    wall_free(w);
    errno = error;
    return false;
}

/* --- What becomes of the child --- */

static int64_t milliseconds(clockid_t clock)
{
    struct timespec now;
    return clock_gettime(clock, &now) ? -1 : (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A child that makes progress may take more; for one that makes none the kernel's limit stands. Should the child have
 * found a way to shrug off its signal, it is killed here. */
static void look(struct wall *w)
{
    clockid_t clock;
    int64_t spent = clock_getcpuclockid(w->child, &clock) ? -1 : milliseconds(clock);
    bool progress = w->page->at != w->seen, moved = spent < 0 || spent > w->spent;
    w->idle = progress || moved ? 0 : w->idle + 1;
    w->seen = w->page->at;
    if (spent >= 0) w->spent = spent;
    if (progress) {
        struct rlimit limit;
        w->allowed = w->spent + (int64_t)w->limits->seconds * 1000;
        if (!prlimit(w->child, RLIMIT_CPU, NULL, &limit)) {
            limit.rlim_cur = (rlim_t)w->allowed / 1000 + 1;
            if (limit.rlim_cur > limit.rlim_max) limit.rlim_cur = limit.rlim_max;
            prlimit(w->child, RLIMIT_CPU, &limit, NULL);
        }
    } else if (w->spent > w->allowed + (int64_t)w->limits->seconds * 1000)
        w->end.cause = WALL_TIME, kill(w->child, SIGKILL);
    if (w->idle * LOOK >= w->limits->idle * 1000) w->end.cause = WALL_IDLE, kill(w->child, SIGKILL);
    if (w->end.cause != WALL_DONE || (uint64_t)(w->before + w->spent) / 1000 < w->most.seconds) return;
    w->end.cause = WALL_ALL_SECONDS, w->end.detail = (int)w->most.seconds;
    kill(w->child, SIGKILL);
}

static void look_sometimes(struct wall *w)
{
    int64_t now = milliseconds(CLOCK_MONOTONIC);
    if (now - w->looked < LOOK) return;
    if (w->looked) look(w);
    w->looked = now;
}

static void set_cause(struct wall_end *end, const struct wall_page *page, int status)
{
    if (end->cause != WALL_DONE) return; /* the parent ended it */
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) end->cause = WALL_TIME;
    else if (WIFSIGNALED(status)) end->cause = WALL_SIGNAL, end->detail = WTERMSIG(status);
    else if (WEXITSTATUS(status) == ENDED_BY_CALL) end->cause = WALL_CALL, end->detail = page->call;
    else if (WEXITSTATUS(status) == ENDED_BY_MEMORY) end->cause = WALL_MEMORY;
    else end->cause = WALL_EXIT, end->detail = WEXITSTATUS(status);
}

static int64_t in_milliseconds(const struct timeval *t) { return (int64_t)t->tv_sec * 1000 + t->tv_usec / 1000; }

/* The child is gone, or is sent away: then it must not hold its parent up. Where it was is seen before the channel closes,
 * since a child that waits for an answer would go on to its next work then. */
static void reap(struct wall *w)
{
    int status = 0;
    struct rusage used;
    bool sent_away = w->end.cause != WALL_DONE;
    uint64_t at = w->page->at;
    if (sent_away) kill(w->child, SIGKILL);
    close_channel(w);
    pid_t reaped;
    while ((reaped = wait4(w->child, &status, 0, &used)) < 0 && errno == EINTR) continue;
    if (reaped > 0) w->spent = in_milliseconds(&used.ru_utime) + in_milliseconds(&used.ru_stime);
    w->child = -1;
    w->end.at = sent_away ? at : w->page->at;
    set_cause(&w->end, w->page, status);
}

void wall_allow(struct wall *w, struct wall_sum more) { w->most.bytes += more.bytes, w->most.seconds += more.seconds; }

/* A question costs its sender something even where it is empty, or there would be no end of those. */
static bool may_say(struct wall *w, size_t length)
{
    w->said += QUESTION_LEAST + length;
    if (w->said > w->most.bytes) w->end.cause = WALL_ALL_BYTES, w->end.detail = (int)(w->most.bytes >> 20);
    return w->end.cause == WALL_DONE;
}

void wall_refuse(struct wall *w)
{
    if (w->end.cause == WALL_DONE) w->end.cause = WALL_NOISE;
}

bool wall_receive(struct wall *w, struct message *ret_question)
{
    while (w->end.cause == WALL_DONE) {
        int got = message_receive(w->channel, &w->room, ret_question);
        look_sometimes(w);
        if (got == 1 && may_say(w, ret_question->length)) return true;
        if (got == -2) wall_refuse(w);
        if (got < 0) break;
    }
    reap(w);
    return false;
}

/* A child that asks and does not listen must not hold its parent up: it is looked at between the pieces. */
static bool send_to_child(struct wall *w, const char *at, size_t length)
{
    while (length && w->end.cause == WALL_DONE) {
        ssize_t n = write(w->channel, at, length < PIECE_MOST ? length : PIECE_MOST);
        if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN)) return false;
        if (n > 0) at += n, length -= (size_t)n;
        if (length) look_sometimes(w);
    }
    return true;
}

/* A child that has ended meanwhile is met by the next wall_receive; one that waits for what cannot be sent is let go; one that
 * is sent away gets no answer, or it would be at its next work when it is. */
void wall_answer(struct wall *w, const struct packet *answer, uint32_t kind)
{
    if (w->end.cause != WALL_DONE) return;
    w->idle = 0;
    char bare[MESSAGE_HEAD];
    size_t length;
    const char *piece = packet_framed(answer, kind, bare, &length);
    if (!piece || !send_to_child(w, piece, length)) shutdown(w->channel, SHUT_RDWR);
}

static const char *signal_name(int number)
{
    const char *name = strsignal(number);
    return name ? name : "unknown";
}

void wall_describe(const struct wall_end *end, const struct wall_limits *limits, char *out, size_t size)
{
    char call[80];
    switch (end->cause) {
    case WALL_CALL:
        filter_call_name(end->detail, call, sizeof call);
        snprintf(out, size, "it called %s", call);
        return;
    case WALL_TIME: snprintf(out, size, "it took more than %u s of processor time", limits->seconds); return;
    case WALL_MEMORY:
        snprintf(out, size, "it took more than %llu MB of memory", (unsigned long long)(limits->memory >> 20));
        return;
    case WALL_IDLE: snprintf(out, size, "it did nothing for %u s", limits->idle); return;
    case WALL_NOISE: snprintf(out, size, "it said what makes no sense"); return;
    case WALL_ALL_BYTES: snprintf(out, size, "it said more than %d MB in all", end->detail); return;
    case WALL_ALL_SECONDS: snprintf(out, size, "it took more than %d s of processor time in all", end->detail); return;
    case WALL_SIGNAL: snprintf(out, size, "signal %d (%s)", end->detail, signal_name(end->detail)); return;
    case WALL_EXIT:
    case WALL_DONE: snprintf(out, size, "it ended with status %d", end->detail); return;
    }
}
