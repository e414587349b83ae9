/* planted.c - holes in the sandbox, planted on purpose: the program build/MODE/tests/wall/planted gives rules a function
 * that does in C what no rule may. It stands for a rule that has found a fault of the interpreter and is out of the first
 * wall. Each of these must be stopped by the second one (wall_test.c). */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <lauxlib.h>
#include <limits.h>
#include <lua.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include "cli/asks.h"
#include "wall/page.h"
#include "wall/wall.h"

void planted_open(lua_State *, int environment);

static volatile uint64_t sum;

/* What was asked of the kernel came back: the wall has a hole. It is said by an end that no other has. */
static void survived(void) { _exit(99); }

/* Where a secret of the pipeline lies, as somebody finds it who looks through the memory of the process. */
static const char *secret;
static pid_t parent; /* as it stands there before anybody forks */
__attribute__((constructor)) static void look_around(void) { secret = getenv("PLANTED_SECRET"), parent = getpid(); }

static void read_secret(void)
{
    if ((secret && !strncmp(secret, "token", 5)) || getenv("PLANTED_SECRET")) survived();
    _exit(77);
}

static void write_file(void)
{
    int fd = open("planted-was-here", O_WRONLY | O_CREAT, 0600);
    if (fd >= 0 && write(fd, "here\n", 5) == 5) survived();
}

static void read_passwd(void)
{
    char text[64];
    int fd = open("/etc/passwd", O_RDONLY);
    if (fd >= 0 && read(fd, text, sizeof text) > 0) survived();
}

static void connect_out(void)
{
    if (socket(AF_INET, SOCK_STREAM, 0) >= 0) survived();
}

static void fork_away(void)
{
    pid_t child = fork();
    if (child == 0) pause();
    survived();
}

static void run_shell(void)
{
    if (system("touch planted-was-here") >= 0) survived();
}

static void run_program(void)
{
    char name[] = "/bin/sh", *const arguments[] = { name, NULL };
    execv(name, arguments);
}

static void name_parent(void)
{
    getppid();
    survived();
}

static void kill_parent(void)
{
    kill(parent, SIGKILL);
    survived();
}

/* By the one call that may send a signal: it is for the process itself, to end by. */
static void abort_parent(void)
{
    syscall(SYS_tgkill, parent, parent, SIGABRT);
    survived();
}

static void signal_itself(void)
{
    syscall(SYS_tgkill, getpid(), (pid_t)syscall(SYS_gettid), SIGUSR1);
    survived();
}

static void kill_every_one(void)
{
    kill(-1, 0);
    survived();
}

static void loop(void)
{
    for (;;) sum++;
}

static void loop_deaf(void)
{
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    loop();
}

static void eat(size_t piece)
{
    for (char *at; (at = malloc(piece));) memset(at, 1, piece);
}

static void eat_and_fall(void)
{
    for (size_t piece = 1 << 20; piece >= 64; piece /= 4) eat(piece);
}

static void eat_and_write(void)
{
    eat(1 << 20);
    *(volatile char *)malloc(64 << 20) = 1;
}

static void map_code(void)
{
    if (mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED)
        survived();
}

static void make_code(void)
{
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page != MAP_FAILED && !mprotect(page, 4096, PROT_READ | PROT_EXEC)) survived();
}

/* As harmless as one that must not get through can be. */
/* Of the first process of the machine: whether there is a process of a number, and what it does, is nobody's business here. */
static void ask_other_clock(void)
{
    enum { PER_PROCESS = 2 };
    struct timespec spent;
    clock_gettime((clockid_t)(~1U << 3 | PER_PROCESS), &spent);
    survived();
}

static void share_pages(void)
{
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    madvise(page, 4096, MADV_MERGEABLE);
    survived();
}

static void raise_limits(void)
{
    struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };
    setrlimit(RLIMIT_CPU, &limit);
    survived();
}

static void ignore_limits(void)
{
    signal(SIGXCPU, SIG_IGN);
    survived();
}

static void trace_parent(void)
{
    ptrace(PTRACE_SEIZE, parent, NULL, NULL); /* which would not stop it, and us with it */
    survived();
}

static void read_parent(void)
{
    char text[16];
    struct iovec here = { text, sizeof text }, there = { text, sizeof text };
    process_vm_readv(1, &here, 1, &there, 1, 0);
    survived();
}

static void hidden_file(void)
{
    if (syscall(SYS_memfd_create, "x", 0) >= 0) survived();
}

static void ring(void)
{
    syscall(SYS_io_uring_setup, 8, NULL);
    survived();
}

static void name_space(void)
{
    syscall(SYS_unshare, 0x10000000);
    survived();
}

static void print_out(void)
{
    if (write(STDOUT_FILENO, "\033[31mforged\n", 12) > 0) survived();
}

static void print_error(void)
{
    if (write(STDERR_FILENO, "::error::forged\n", 16) > 0) survived();
}

static void wait_long(void)
{
    sleep(3600);
    survived();
}

static void crash(void) { *(volatile int *)(uintptr_t)sum = 1; }

static void break_heap(void)
{
    void (*volatile release)(void *) = free; /* so that no compiler sees it coming */
    char *at = malloc(40);
    release(at);
    release(at);
    abort();
}

static void deeper(volatile char *above)
{
    volatile char here[4096];
    here[0] = above ? above[0] : 0;
    if (sum < UINT64_MAX) deeper(here);
    sum += (uint64_t)here[0];
}
static void exhaust_stack(void) { deeper(NULL); }

static void end_well(void) { _exit(0); }
static void end_otherwise(void) { exit(3); }

/* --- What a process that is taken over would say to its parent --- */

enum { CHANNEL = 3 }; /* seal.c */
static const char *facts_path;

static bool answered(uint32_t kind, const char *string)
{
    struct packet p;
    struct message answer = { 0 };
    struct message_room room = { .most = 1 << 20 };
    packet_init(&p);
    packet_string(&p, string);
    int got = packet_send(CHANNEL, &p, kind) ? 0 : -1;
    while (got == 0) got = message_receive(CHANNEL, &room, &answer);
    packet_free(&p), free(room.bytes);
    return got == 1 && answer.kind == ANSWER_YES;
}

static void ask_for(uint32_t kind, const char *string)
{
    _exit(answered(kind, string) ? 99 : 77); /* 77: it was refused */
}
static void ask_for_passwd(void) { ask_for(ASK_FACTS, "/etc/passwd"); }
static void ask_for_rule(void) { ask_for(ASK_FACTS, "tests/cli/shared/house/risk.lua"); }
static void ask_for_way_up(void) { ask_for(ASK_FACTS, "../../../../../../../../etc/passwd"); }
static void ask_for_folder(void) { ask_for(ASK_FACTS, "/etc"); }
static void ask_for_output(void) { ask_for(ASK_OPEN, "planted-was-here"); }
static void ask_for_page(void) { ask_for(ASK_PAGE, "house/any.md"); }
static void ask_for_page_up(void) { ask_for(ASK_PAGE, "../planted-was-here.md"); }
static void ask_for_rooted_page(void) { ask_for(ASK_PAGE, "/planted-was-here.md"); }
static void ask_for_deep_page(void) { ask_for(ASK_PAGE, "house/../../planted-was-here.md"); }
static void ask_for_other_page(void) { ask_for(ASK_PAGE, "house/hostile.lua"); }
/* More than one that is not written to its end. */
static void ask_for_pages(void)
{
    if (!answered(ASK_PAGE, "one/any.md")) survived();
    ask_for(ASK_PAGE, "two/any.md");
}
static void allow_itself(void)
{
    answered(ASK_ALLOW_FACTS, "/etc/passwd");
    ask_for(ASK_FACTS, "/etc/passwd");
}
static void talk_nonsense(void) { answered(4711, "nonsense"); }
static void talk_at_length(void)
{
    const uint32_t head[2] = { ASK_LINE, UINT32_MAX };
    if (write(CHANNEL, head, sizeof head) > 0) wait_long();
}

/* Asks for much, and takes nothing of it: then both sides would wait for the other to read. */
static void never_listen(void)
{
    static const char noise[4096];
    const clock_t begin = clock();
    struct packet p;
    packet_init(&p);
    packet_string(&p, facts_path);
    packet_send(CHANNEL, &p, ASK_FACTS);
    while (clock() - begin < CLOCKS_PER_SEC / 5) sum++; /* until the question was taken, all by itself */
    while (write(CHANNEL, noise, sizeof noise) > 0) continue;
}
/* Says and writes without end, and listens politely. */
static void tell(uint32_t kind, bool stream, size_t size, unsigned times)
{
    static char text[64 * 1024];
    struct message answer = { 0 };
    struct message_room room = { .most = 1 << 20 };
    struct packet p;
    memset(text, 'x', sizeof text - 1);
    packet_init(&p);
    if (stream) packet_number(&p, 0), packet_bytes(&p, text, size); /* standard output */
    else packet_string(&p, text + sizeof text - size);
    for (int got = 0; times > 0 && got >= 0 && packet_send(CHANNEL, &p, kind); times--)
        while (!(got = message_receive(CHANNEL, &room, &answer))) continue;
    packet_free(&p), free(room.bytes);
}
static void write_without_end(void) { tell(ASK_WRITE, true, 64 * 1024 - 1, UINT_MAX); }
static void say_without_end(void) { tell(ASK_LINE, false, 1000, UINT_MAX); }
static void say_much(void) { tell(ASK_LINE, false, 1000, 300); }
static void flush_without_end(void) { tell(ASK_FLUSH, true, 0, UINT_MAX); }

/* Has one file read to it again and again. */
static void ask_without_end(void)
{
    for (;;) answered(ASK_FACTS, facts_path);
}

/* Finds the page by which a process says where it is, as somebody finds it who looks through the memory: in the wall, which is
 * known by its channel and its limits. A number like the channel's alone stands in other places too. */
__attribute__((no_sanitize("address"))) static struct wall_page *page_in(const uint64_t *at, const uint64_t *end)
{
    for (; at + sizeof(struct wall) / sizeof *at <= end; at++) {
        const struct wall *w = (const struct wall *)(const void *)at;
        if (w->channel == CHANNEL && w->child == 0 && w->limits == &wall_limits) return w->page;
    }
    survived();
    return NULL;
}
static void claim_progress(void)
{
    struct wall_page *page = page_in(__builtin_frame_address(0), (const uint64_t *)environ);
    for (;;) page->at++;
}

/* As long as a piece of work may well take, and no call of the system for it. */
static void work_for_long(void)
{
    struct timespec begun, now;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    do clock_gettime(CLOCK_MONOTONIC, &now);
    while ((now.tv_sec - begun.tv_sec) * 1000 + (now.tv_nsec - begun.tv_nsec) / 1000000 < 400);
}

static void keep_silent(void)
{
    char c;
    while (read(CHANNEL, &c, 1) != 0) continue;
}

static const struct {
    const char *name;
    void (*function)(void);
} planted[] = {
    { "system", run_shell },
    { "exec", run_program },
    { "socket", connect_out },
    { "read", read_passwd },
    { "write", write_file },
    { "fork", fork_away },
    { "name-parent", name_parent },
    { "kill-parent", kill_parent },
    { "abort-parent", abort_parent },
    { "other-signal", signal_itself },
    { "kill-all", kill_every_one },
    { "loop", loop },
    { "loop-deaf", loop_deaf },
    { "eat", eat_and_fall },
    { "eat-and-write", eat_and_write },
    { "map-code", map_code },
    { "make-code", make_code },
    { "share-pages", share_pages },
    { "other-clock", ask_other_clock },
    { "raise-limits", raise_limits },
    { "ignore-limits", ignore_limits },
    { "trace", trace_parent },
    { "read-parent", read_parent },
    { "hidden-file", hidden_file },
    { "ring", ring },
    { "name-space", name_space },
    { "print", print_out },
    { "print-error", print_error },
    { "sleep", wait_long },
    { "crash", crash },
    { "break-heap", break_heap },
    { "exhaust-stack", exhaust_stack },
    { "end-well", end_well },
    { "end-otherwise", end_otherwise },
    { "ask-facts", ask_for_passwd },
    { "ask-rule", ask_for_rule },
    { "ask-way-up", ask_for_way_up },
    { "ask-folder", ask_for_folder },
    { "ask-output", ask_for_output },
    { "ask-page", ask_for_page },
    { "ask-page-up", ask_for_page_up },
    { "ask-page-rooted", ask_for_rooted_page },
    { "ask-page-deep", ask_for_deep_page },
    { "ask-page-other", ask_for_other_page },
    { "ask-pages", ask_for_pages },
    { "allow-itself", allow_itself },
    { "nonsense", talk_nonsense },
    { "at-length", talk_at_length },
    { "silent", keep_silent },
    { "never-listen", never_listen },
    { "secret", read_secret },
    { "write-without-end", write_without_end },
    { "say-without-end", say_without_end },
    { "say-much", say_much },
    { "flush-without-end", flush_without_end },
    { "ask-without-end", ask_without_end },
    { "claim-progress", claim_progress },
    { "work-for-long", work_for_long },
};

/* planted("name", path of the facts) */
static int do_planted(lua_State *L)
{
    const char *name = luaL_checkstring(L, 1);
    facts_path = luaL_optstring(L, 2, "");
    for (size_t i = 0; i < sizeof planted / sizeof *planted; i++)
        if (!strcmp(planted[i].name, name)) planted[i].function();
    return 0;
}

void planted_open(lua_State *L, int environment)
{
    lua_pushcfunction(L, do_planted);
    lua_setfield(L, environment, "planted");
}
