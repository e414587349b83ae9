/* isolate_bench.c - what the second wall costs: the program with --isolate always against never, alternating, in processor
 * time of all its processes. One file, for the cost of a run; a batch, for the cost of a document. */
#define _DEFAULT_SOURCE /* wait4 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { BATCH = 400, ROUNDS = 15 };
static const char facts[] = "facts/ordinary-cloud-customer.json";
static char program[1024];

static double milliseconds(const struct timeval *t) { return (double)t->tv_sec * 1e3 + (double)t->tv_usec / 1e3; }

/* Processor time of one run over so many files, in milliseconds. */
static double spend(const char *isolate, const char *rules, size_t files)
{
    char *arguments[BATCH + 8] = { program,          (char *)"--isolate", (char *)isolate,
                                   (char *)"-fjson", (char *)"-r",        (char *)rules };
    for (size_t i = 0; i < files; i++) arguments[6 + i] = (char *)facts;
    arguments[6 + files] = NULL;
    struct rusage used;
    int status;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        if (!freopen("/dev/null", "w", stdout)) _exit(2);
        execv(program, arguments);
        _exit(2);
    }
    if (child < 0 || wait4(child, &status, 0, &used) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        fprintf(stderr, "%s did not run\n", program);
        exit(2);
    }
    return milliseconds(&used.ru_utime) + milliseconds(&used.ru_stime);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void measure(const char *what, const char *rules, size_t files)
{
    double with[ROUNDS], without[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) without[i] = spend("never", rules, files), with[i] = spend("always", rules, files);
    qsort(with, ROUNDS, sizeof *with, by_size);
    qsort(without, ROUNDS, sizeof *without, by_size);
    double a = without[ROUNDS / 2], b = with[ROUNDS / 2];
    printf("%-28s without %.2f ms, with %.2f ms: %+.2f ms, %+.1f %%\n", what, a, b, b - a, 100 * (b - a) / a);
}

int main(int argc, char **argv)
{
    (void)argc;
    /* build/MODE/tests/bench/isolate_bench: the release program stands in build/ */
    snprintf(program, sizeof program, "%s", argv[0]);
    char *folder = strstr(program, "/release/tests/");
    if (folder) strcpy(folder, "/compliance-check");
    else snprintf(program, sizeof program, "build/compliance-check");
    measure("one file, two rules", "tests/cli/shared/house", 1);
    measure("one file, nineteen rules", "rules/ftc-6b", 1);
    measure("one file, every rule", "rules", 1);
    measure("400 files, nineteen rules", "rules/ftc-6b", BATCH);
    measure("400 files, every rule", "rules", BATCH);
    return 0;
}
