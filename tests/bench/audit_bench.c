/* bench.c - what an audit costs, in one run, so that ratios mean something on a noisy machine.
 *
 *     bench                     the table
 *     bench STAGE DOCUMENTS     one stage over so many documents, for a counter of instructions: it always makes the same
 *                               few, and goes over them again, so that two counts differ by the stage alone
 *     bench memory DOCUMENTS    peak memory of the whole audit, in KiB
 * The floor is cJSON alone in an arena. CPU time, the median of five interleaved rounds. */
#include <cjson/cJSON.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/arena.h"
#include "bench/documents.h"
#include "facts/cjson_arena.h"
#include "facts/scan.h"
#include "facts/store.h"
#include "include/compliance.h"

enum { DOCUMENTS = 10000, FEW = 200, ROUNDS = 5, STAGES = 8 };
static const char *const stage_names[STAGES] = { "floor",      "scan", "load",      "seven",
                                                 "seven+json", "pack", "pack+json", "packs" };
static const char *const stage_docs[STAGES] = { "cJSON alone, arena (the floor)",
                                                "strict scan",
                                                "load to a validated case",
                                                "seven rules, no output",
                                                "seven rules, JSON",
                                                "ftc-6b (19 rules), no output",
                                                "ftc-6b (19 rules), JSON",
                                                "every pack, all rules, no output" };

static void say(void *ud, const cc_diagnostic *d)
{
    (void)ud;
    fprintf(stderr, "%s:%u: %s [%s]\n", d->file ? d->file : "-", d->line, d->message, d->code);
}
static size_t written;
static bool count_bytes(void *ud, const char *bytes, size_t n)
{
    (void)ud, (void)bytes;
    written += n;
    return true;
}

/* The rules of a stage. */
static const char *rules_of(int stage)
{
    return stage < 5 ? "tests/bench/rules/seven" : stage < 7 ? "rules/ftc-6b" : "rules";
}

static cc_engine *engines[STAGES];
static cc_engine *engine_of(int stage)
{
    if (engines[stage]) return engines[stage];
    cc_engine *engine = cc_engine_new(NULL, NULL, say, NULL);
    if (!engine || !cc_engine_set_shipped(engine, "rules") || !cc_engine_load_rules(engine, rules_of(stage))) exit(1);
    return engines[stage] = engine;
}

static void floor_one(const struct document *d)
{
    struct arena arena;
    bool in_arena;
    arena_init(&arena, &allocator_default, 0);
    if (!cjson_parse(&arena, d->text, d->length, &in_arena) || !in_arena) exit(1);
    arena_free(&arena);
}

static void scan_one(const struct document *d)
{
    static struct scan scan;
    struct sink sink = { .emit = say, .file = "bench", .text = d->text, .size = d->length };
    if (!scan_text(&scan, d->text, d->length, &allocator_default, 1, &sink)) exit(1);
    scan_free(&scan);
}

static void audit_one(int stage, const struct document *d)
{
    cc_engine *engine = engine_of(stage);
    cc_case *c = cc_case_parse(engine, "bench", d->text, d->length);
    if (!c) exit(1);
    if (stage >= 3) {
        static const char *const laws[] = { "US", "EU", "UK", "DE", "FR" };
        cc_options options = { .size = sizeof options, .jurisdictions = { laws, stage == 7 ? 5 : 0 } };
        cc_audit *audit = cc_audit_run(engine, c, &options);
        if (!audit || cc_audit_incomplete(audit)) exit(1);
        if (stage == 4 || stage == 6) {
            cc_report *report = cc_report_open(engine, "json",
                                               &(cc_report_options){ .size = sizeof(cc_report_options) },
                                               (cc_sink){ count_bytes, NULL });
            if (!report || !cc_report_add(report, audit) || !cc_report_close(report)) exit(1);
        }
        cc_audit_free(audit);
    }
    cc_case_free(c);
}

static double run(int stage, const struct document *documents, unsigned made, unsigned count)
{
    struct timespec from, to;
    if (stage >= 2) engine_of(stage);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    for (unsigned i = 0; i < count; i++) {
        if (stage == 0) floor_one(&documents[i % made]);
        else if (stage == 1) scan_one(&documents[i % made]);
        else audit_one(stage, &documents[i % made]);
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    return ((double)(to.tv_sec - from.tv_sec) * 1e6 + (double)(to.tv_nsec - from.tv_nsec) / 1e3) / count;
}

static struct document *make(unsigned count, size_t *ret_bytes)
{
    struct document *documents = calloc(count + 1, sizeof *documents);
    *ret_bytes = 0;
    for (unsigned i = 0; documents && i < count; i++) {
        documents[i] = document_make(i);
        if (!documents[i].text) exit(1);
        memset(documents[i].text + documents[i].length, 0, SCAN_PADDING);
        *ret_bytes += documents[i].length;
    }
    if (!documents) exit(1);
    return documents;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void table(void)
{
    size_t bytes, sizes[STAGES];
    struct document *documents = make(DOCUMENTS, &bytes);
    double times[STAGES][ROUNDS];
    for (int round = 0; round < ROUNDS; round++)
        for (int stage = 0; stage < STAGES; stage++) {
            written = 0;
            times[stage][round] = run(stage, documents, DOCUMENTS, DOCUMENTS);
            sizes[stage] = written / DOCUMENTS;
        }
    printf("%u documents of %zu bytes, CPU time, median of %d rounds\n\n%-34s %10s %8s %12s\n", DOCUMENTS,
           bytes / DOCUMENTS, ROUNDS, "", "us each", "x floor", "JSON bytes");
    for (int stage = 0; stage < STAGES; stage++) qsort(times[stage], ROUNDS, sizeof(double), by_size);
    for (int stage = 0; stage < STAGES; stage++)
        printf("%-34s %10.1f %8.2f %12zu\n", stage_docs[stage], times[stage][ROUNDS / 2],
               times[stage][ROUNDS / 2] / times[0][ROUNDS / 2], sizes[stage]);
    for (unsigned i = 0; i < DOCUMENTS; i++) free(documents[i].text);
    free(documents);
}

/* One document at a time, so that memory shows what the audit keeps. */
static void memory(unsigned count)
{
    struct rusage usage;
    for (unsigned i = 0; i < count; i++) {
        struct document d = document_make(i);
        audit_one(6, &d);
        free(d.text);
    }
    getrusage(RUSAGE_SELF, &usage);
    printf("%ld\n", usage.ru_maxrss);
}

int main(int argc, char **argv)
{
    mallopt(M_MMAP_THRESHOLD, 64 << 20), mallopt(M_TRIM_THRESHOLD, 64 << 20); /* as the program does */
    cc_own_cjson();
    if (argc == 1) table();
    else if (argc == 3 && !strcmp(argv[1], "memory")) memory((unsigned)atoi(argv[2]));
    else if (argc == 3) {
        size_t bytes;
        unsigned count = (unsigned)atoi(argv[2]);
        struct document *documents = make(FEW, &bytes);
        for (int stage = 0; stage < STAGES; stage++)
            if (!strcmp(argv[1], stage_names[stage])) {
                if (stage >= 2) engine_of(stage);
                run(stage, documents, FEW, count);
            }
        for (unsigned i = 0; i < FEW; i++) free(documents[i].text);
        free(documents);
    } else return 2;
    for (int stage = 0; stage < STAGES; stage++) cc_engine_free(engines[stage]);
    return 0;
}
