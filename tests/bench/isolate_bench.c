/* isolate_bench.c - what the second wall costs: the program with --isolate always against never, alternating, in processor
 * time of all its processes. One file, for the cost of a run; a batch, for the cost of a document: what each further one
 * costs. The floor is what this machine takes to make a process and see it end, with nothing done in it: what a run costs
 * beside is the wall's own. */
#define _DEFAULT_SOURCE /* wait4, mkdtemp, symlink */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { BATCH = 400, ROUNDS = 31 };
static const char facts[] = "facts/ordinary-cloud-customer.json";
static char program[1024], folder[] = "/tmp/compliance-isolate.XXXXXX", files_of_batch[BATCH][64];

static double milliseconds(const struct timeval *t) { return (double)t->tv_sec * 1e3 + (double)t->tv_usec / 1e3; }

static double spent_by(pid_t child)
{
    struct rusage used;
    int status;
    if (child < 0 || wait4(child, &status, 0, &used) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        fprintf(stderr, "%s did not run\n", program);
        exit(2);
    }
    return milliseconds(&used.ru_utime) + milliseconds(&used.ru_stime);
}

/* Processor time of one run over so many files, in milliseconds. */
static double spend(const char *isolate, const char *rules, size_t files)
{
    char *arguments[BATCH + 8] = { program,          (char *)"--isolate", (char *)isolate,
                                   (char *)"-fjson", (char *)"-r",        (char *)rules };
    for (size_t i = 0; i < files; i++) arguments[6 + i] = files_of_batch[i];
    arguments[6 + files] = NULL;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        if (!freopen("/dev/null", "w", stdout)) _exit(2);
        execv(program, arguments);
        _exit(2);
    }
    return spent_by(child);
}

/* Of a process that makes `forks` others, which end at once. */
static double spend_bare(int forks)
{
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        for (; forks > 0; forks--) {
            pid_t other = fork();
            if (other <= 0) _exit(other < 0 ? 2 : 0);
            waitpid(other, NULL, 0);
        }
        _exit(0);
    }
    return spent_by(child);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* The least: what else the machine does only adds. */
static double least(double times[ROUNDS])
{
    qsort(times, ROUNDS, sizeof *times, by_size);
    return times[0];
}

static double median(double times[ROUNDS])
{
    qsort(times, ROUNDS, sizeof *times, by_size);
    return times[ROUNDS / 2];
}

/* Milliseconds of each round, one without and one with right after it. */
struct cost {
    double without[ROUNDS], with[ROUNDS];
};

/* Prints the medians of a cost, in so many units of a millisecond, and of what the wall adds to its own round: a machine that
 * is slow for a second is so to both. */
static void print(const char *what, const struct cost *c, double units, const char *unit)
{
    double without[ROUNDS], with[ROUNDS], more[ROUNDS], percent[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
        without[i] = c->without[i] * units, with[i] = c->with[i] * units;
        more[i] = with[i] - without[i], percent[i] = 100 * more[i] / without[i];
    }
    printf("%-28s without %.2f %s, with %.2f %s: %+.2f %s, %+.1f %%\n", what, median(without), unit, median(with), unit,
           median(more), unit, median(percent));
}

static struct cost measure(const char *what, const char *rules, size_t files)
{
    struct cost c;
    for (int i = 0; i < ROUNDS; i++)
        c.without[i] = spend("never", rules, files), c.with[i] = spend("always", rules, files);
    print(what, &c, 1, "ms");
    return c;
}

/* What each file of a batch beyond the first costs. */
static void compare(const char *what, const struct cost *one, const struct cost *all)
{
    struct cost each;
    for (int i = 0; i < ROUNDS; i++) {
        each.without[i] = (all->without[i] - one->without[i]) / (BATCH - 1);
        each.with[i] = (all->with[i] - one->with[i]) / (BATCH - 1);
    }
    print(what, &each, 1e3, "us");
}

static void measure_floor(void)
{
    enum { FORKS = 10 };
    double some[ROUNDS], none[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) none[i] = spend_bare(0), some[i] = spend_bare(FORKS);
    printf("%-28s %.2f ms\n", "floor: a process, bare", (least(some) - least(none)) / FORKS);
}

/* Names of their own for one file. */
static void open_batch(void)
{
    char target[PATH_MAX];
    if (!realpath(facts, target) || !mkdtemp(folder)) exit(2);
    for (int i = 0; i < BATCH; i++) {
        snprintf(files_of_batch[i], sizeof *files_of_batch, "%s/case-%03d.json", folder, i);
        if (symlink(target, files_of_batch[i])) exit(2);
    }
}

static void close_batch(void)
{
    for (int i = 0; i < BATCH; i++) unlink(files_of_batch[i]);
    rmdir(folder);
}

int main(int argc, char **argv)
{
    /* build/MODE/tests/bench/isolate_bench: the release program stands in build/ */
    snprintf(program, sizeof program, "%s", argv[0]);
    char *tests = strstr(program, "/release/tests/");
    if (tests) strcpy(tests, "/compliance-check");
    else snprintf(program, sizeof program, "build/compliance-check");
    if (argc > 1) snprintf(program, sizeof program, "%s", argv[1]); /* another build, to compare */
    open_batch();
    atexit(close_batch);
    measure_floor();
    measure("one file, two rules", "tests/cli/shared/house", 1);
    struct cost pack = measure("one file, nineteen rules", "rules/ftc-6b", 1);
    struct cost all = measure("one file, every rule", "rules", 1);
    struct cost packs = measure("400 files, nineteen rules", "rules/ftc-6b", BATCH);
    struct cost alls = measure("400 files, every rule", "rules", BATCH);
    compare("a further file, nineteen", &pack, &packs);
    compare("a further file, every rule", &all, &alls);
    return 0;
}
