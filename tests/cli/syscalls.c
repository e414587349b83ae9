/* syscalls.c - see syscalls.h. */
#define _GNU_SOURCE /* mkdtemp, asprintf */
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/syscalls.h"
#include "cli/tracer.h"

#ifdef SHORT
enum { STRIDE = 9 }; /* a program with sanitizers begins slowly */
#else
enum { STRIDE = 1 };
#endif

static char folder[] = "/tmp/compliance-syscalls.XXXXXX";
static const char old_report[] = "the report of yesterday\n";

/* ---- files ---- */

static char *in_folder(const char *name)
{
    char *path;
    if (asprintf(&path, "%s/%s", folder, name) < 0) abort();
    return path;
}

static char *contents(const char *path, size_t *ret_size)
{
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    char *text = calloc(1, 1 << 20);
    if (!text) abort();
    *ret_size = fread(text, 1, (1 << 20) - 1, file);
    fclose(file);
    return text;
}

static void write_file(const char *path, const char *text, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, size, file), size);
    fclose(file);
}

static bool is_left_behind(const char *name) { return !strncmp(name, ".compliance-check.", 18); }

static unsigned left_behind(void)
{
    unsigned count = 0;
    DIR *open = opendir(folder);
    assert_non_null(open);
    for (struct dirent *entry; (entry = readdir(open));)
        if (is_left_behind(entry->d_name)) {
            char *path = in_folder(entry->d_name);
            unlink(path), free(path);
            count++;
        }
    closedir(open);
    return count;
}

/* ---- commands ---- */

/* "@name" is a file of the scratch folder. */
static const struct command {
    const char *name;
    const char *arguments[16];
    const char *report; /* what it replaces, in the scratch folder */
    int status;         /* when nothing goes wrong */
    bool walled;        /* by two processes, which takes its time */
} commands[] = {
    { "check",
      { "check", "--isolate", "never", "--rules", "tests/cli/shared/house", "--format", "json", "-o", "@report",
        "@facts.json" },
      "report",
      1,
      false },
    { "check with records",
      { "check", "--isolate", "never", "--rules", "tests/cli/shared/house", "--baseline", "@baseline.json",
        "--accepted", "@accept.json", "--write-baseline", "@report", "@facts.json" },
      "report",
      1,
      false },
    { "accept",
      { "accept", "--isolate", "never", "--rules", "tests/cli/shared/house", "--accepted", "@report", "--reason",
        "known", "--who", "counsel", "--until", "2999-12-31" }, /* and what prepare adds */
      "report",
      0,
      false },
    { "check behind the wall",
      { "check", "--isolate", "always", "--rules", "tests/cli/shared/house", "--format", "json", "-o", "@report",
        "@facts.json" },
      "report",
      1,
      true },
    { "validate", { "validate", "@facts.json" }, NULL, 0, false },
};
enum { COMMANDS = sizeof commands / sizeof *commands };

static char fingerprint[65];

struct prepared {
    char *arguments[24];
    char *report, *out, *err;
    char *expected_out, *expected_report; /* of a run in which nothing went wrong */
    size_t expected_out_size, expected_report_size;
};

static void prepare(struct prepared *p, const struct command *c)
{
    size_t n = 0;
    memset(p, 0, sizeof *p);
    p->arguments[n++] = in_folder("bin/compliance-check");
    for (size_t i = 0; i < 16 && c->arguments[i]; i++)
        p->arguments[n++] = c->arguments[i][0] == '@' ? in_folder(c->arguments[i] + 1) : strdup(c->arguments[i]);
    if (!strcmp(c->name, "accept"))
        p->arguments[n++] = strdup(fingerprint), p->arguments[n++] = in_folder("facts.json");
    p->report = in_folder(c->report ? c->report : "none"), p->out = in_folder("out"), p->err = in_folder("err");
}

static void forget(struct prepared *p)
{
    for (size_t i = 0; i < 24; i++) free(p->arguments[i]);
    free(p->report), free(p->out), free(p->err), free(p->expected_out), free(p->expected_report);
}

static const char *old_of(const struct command *c)
{
    return !strcmp(c->name, "accept") ? "{\"format\": \"compliance-accept/1\", \"accepted\": []}" : old_report;
}

static void run(struct traced *t, const struct prepared *p, const struct command *c)
{
    if (c->report) write_file(p->report, old_of(c), strlen(old_of(c)));
    t->arguments = p->arguments, t->out = p->out, t->err = p->err;
    traced_run(t);
}

/* ---- what must hold ---- */

/* An audit says of which shared files it was made; where no shipped rules were found, of fewer. That is no lie. */
static void forget_shared_files(char *text)
{
    char *from = strstr(text, "\"library\":"), *to = from ? strstr(from, "\"options\":") : NULL;
    if (to) memset(from, 'x', (size_t)(to - from));
}

static bool same(const char *path, const char *expected, size_t size)
{
    size_t length = 0;
    char *text = contents(path, &length), *wanted = strndup(expected, size);
    if (text && wanted) forget_shared_files(text), forget_shared_files(wanted);
    bool is = text && wanted && length == size && !memcmp(text, wanted, size);
    free(text), free(wanted);
    return is;
}

static bool is_said(const char *path)
{
    size_t length = 0;
    char *text = contents(path, &length);
    bool said = text && length > 10 && text[length - 1] == '\n';
    free(text);
    return said;
}

/* A whole report that says that the facts could not be read. */
static bool is_refusal(const char *path)
{
    size_t length = 0;
    char *text = contents(path, &length);
    bool is = text && !strncmp(text, "{\"format\":", 10) && strstr(text, "\"errors\":[") &&
              !strcmp(text + length - 3, "]}\n");
    free(text);
    return is;
}

/* NULL: all is well with a run that met a failure. */
static const char *wrong_after_failure(const struct traced *t, const struct prepared *p, const struct command *c)
{
    if (!WIFEXITED(t->status)) return "it died";
    int status = WEXITSTATUS(t->status);
    bool old = !c->report || same(p->report, old_of(c), strlen(old_of(c)));
    bool fresh = !c->report || same(p->report, p->expected_report, p->expected_report_size);
    if (left_behind()) return "it left a file behind";
    if (status == c->status) { /* a failure that does not matter */
        if (!same(p->out, p->expected_out, p->expected_out_size)) return "all seems well, but standard output is not";
        return fresh ? NULL : "all seems well, but the file is not";
    }
    if (status != 2 && status != 3) return "a status that nobody promised";
    if (!is_said(p->err)) return "nothing was said";
    if (status == 2 && !old && !fresh && !is_refusal(p->report)) return "the file is half written";
    if (status == 3 && old && c->report) return strstr(c->name, "records") ? NULL : "incomplete, and no report says so";
    return NULL;
}

static const char *wrong_after_interruption(const struct traced *t, const struct prepared *p, const struct command *c)
{
    bool old = !c->report || same(p->report, old_of(c), strlen(old_of(c)));
    bool fresh = !c->report || same(p->report, p->expected_report, p->expected_report_size);
    if (left_behind()) return "it left a file behind";
    if (!old && !fresh) return "the file is half written";
    if (WIFSIGNALED(t->status) && WTERMSIG(t->status) == SIGINT) return NULL;
    return "it does not die of the signal";
}

static const char *wrong_after_one_byte(const struct traced *t, const struct prepared *p, const struct command *c)
{
    if (!WIFEXITED(t->status) || WEXITSTATUS(t->status) != c->status) return "another status";
    if (!same(p->out, p->expected_out, p->expected_out_size)) return "another standard output";
    return c->report && !same(p->report, p->expected_report, p->expected_report_size) ? "another file" : NULL;
}

static void print_file(const char *path)
{
    size_t length = 0;
    char *text = contents(path, &length);
    if (text) print_error("    %.600s\n", text);
    free(text);
}

typedef const char *wrong_after(const struct traced *, const struct prepared *, const struct command *);

static void sweep(const struct command *c, enum act act, wrong_after *wrong)
{
    struct prepared p;
    const bool moving = act == ACT_ONE_BYTE; /* to the others that makes no difference */
    struct traced clean = { .moving = moving };
    unsigned failures = 0;
    prepare(&p, c);
    run(&clean, &p, c);
    if (!clean.traced) {
        forget(&p);
        print_message("this machine does not let a process trace its child\n");
        skip();
    }
    if (!WIFEXITED(clean.status) || WEXITSTATUS(clean.status) != c->status) print_file(p.err);
    assert_true(WIFEXITED(clean.status) && WEXITSTATUS(clean.status) == c->status);
    assert_true(clean.calls > (moving ? 0 : 4));
    p.expected_out = contents(p.out, &p.expected_out_size);
    if (c->report) p.expected_report = contents(p.report, &p.expected_report_size);
    for (unsigned at = 1; at <= clean.calls; at += STRIDE) {
        struct traced t = { .act = act, .at = at, .moving = moving };
        run(&t, &p, c);
        if (!t.call && strstr(c->name, "wall"))
            continue; /* two processes: which waits for which is not always the same */
        const char *what = t.call ? wrong(&t, &p, c) : "there was no such call";
        if (!what) continue;
        print_error("%s, call %u of %u (%s): %s (status %x)\n", c->name, at, clean.calls, t.call ? t.call : "-", what,
                    (unsigned)t.status);
        print_file(p.err);
        failures++;
    }
    forget(&p);
    assert_int_equal(failures, 0);
}

static void each_call_of_a_command_may_fail(void **state) { sweep(*state, ACT_FAIL, wrong_after_failure); }
static void each_call_of_a_command_may_move_one_byte(void **state)
{
    sweep(*state, ACT_ONE_BYTE, wrong_after_one_byte);
}
static void a_command_may_be_interrupted_in_each_call(void **state)
{
    sweep(*state, ACT_INTERRUPT, wrong_after_interruption);
}

/* ---- a file that changes while it is read ---- */

static char *facts_path;
static void cut_the_facts(void) { assert_int_equal(truncate(facts_path, 100), 0); }
static void grow_the_facts(void)
{
    FILE *file = fopen(facts_path, "ab");
    assert_non_null(file);
    for (unsigned i = 0; i < 100000; i++) fputs("          ", file);
    fclose(file);
}
static void take_the_facts_away(void) { assert_int_equal(unlink(facts_path), 0); }

static void put_facts(void)
{
    size_t size;
    char *facts = contents("tests/cli/shared/flagged.json", &size);
    assert_non_null(facts);
    write_file(facts_path, facts, size);
    free(facts);
}

static void the_facts_may_change_while_they_are_read(void **state)
{
    static void (*const changes[])(void) = { cut_the_facts, grow_the_facts, take_the_facts_away };
    struct prepared p;
    prepare(&p, &commands[0]);
    for (size_t how = 0; how < 3; how++)
        for (unsigned at = 1;; at++) {
            struct traced t = { .act = ACT_CHANGE, .at = at, .only = "read", .change = changes[how] };
            put_facts();
            run(&t, &p, &commands[0]);
            if (!t.traced) skip();
            if (!t.call) break;
            int status = WIFEXITED(t.status) ? WEXITSTATUS(t.status) : -1;
            if (status != 1 && status != 2) fail_msg("change %zu at read %u: status %x", how, at, (unsigned)t.status);
            if (status == 2) assert_true(is_said(p.err));
            assert_int_equal(left_behind(), 0);
        }
    put_facts();
    forget(&p);
}

/* ---- preparations ---- */

/* The program with few files beside it: each would only be met in the same way as the first. */
static int install(void)
{
    char command[4096];
    const char *program = getenv("CC_BIN") ? getenv("CC_BIN") : "build/compliance-check";
    snprintf(
        command, sizeof command,
        "cd %s && mkdir -p bin share/compliance-check/rules/lib && cd - >/dev/null && cp '%s' %s/bin/compliance-check"
        " && cp rules/lib/teams.lua rules/lib/params.lua %s/share/compliance-check/rules/lib"
        " && cp tests/cli/shared/sources.json %s/share/compliance-check/rules",
        folder, program, folder, folder, folder);
    return system(command);
}

static void first_fingerprint(const char *report)
{
    size_t size;
    char *text = contents(report, &size), *at = text ? strstr(text, "\"fingerprint\":\"") : NULL;
    if (!at) {
        fail_msg("no finding in the report");
        abort();
    }
    memcpy(fingerprint, at + 15, 64);
    free(text);
}

static int open_folder(void **state)
{
    struct prepared p;
    struct traced t = { 0 };
    if (!mkdtemp(folder) || install()) return -1;
    setenv("ASAN_OPTIONS", "detect_leaks=0:exitcode=99:handle_segv=2", 1); /* the leak sanitizer traces too */
    facts_path = in_folder("facts.json");
    put_facts();
    char *baseline = in_folder("baseline.json"), *accept = in_folder("accept.json");
    const char *empty_baseline = "{\"format\": \"compliance-baseline/1\", \"cases\": {}}";
    write_file(baseline, empty_baseline, strlen(empty_baseline));
    write_file(accept, old_of(&commands[2]), strlen(old_of(&commands[2])));
    free(baseline), free(accept);
    prepare(&p, &commands[0]);
    run(&t, &p, &commands[0]);
    if (t.traced) first_fingerprint(p.out);
    forget(&p);
    return 0;
}

static int close_folder(void **state)
{
    static const char *const names[] = { "facts.json", "baseline.json", "accept.json", "report", "out", "err" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = in_folder(names[i]);
        unlink(path), free(path);
    }
    char *program = in_folder("bin"), *shared = in_folder("share"), command[4096];
    snprintf(command, sizeof command, "rm -r '%s' '%s'", program, shared);
    int left = system(command);
    free(program), free(shared), free(facts_path);
    return left ? left : rmdir(folder);
}

int syscalls_sweep(const char *group, bool walled)
{
    static const struct {
        const char *name;
        CMUnitTestFunction function;
    } sweeps[] = { { "each_call_of_a_command_may_fail", each_call_of_a_command_may_fail },
                   { "each_call_of_a_command_may_move_one_byte", each_call_of_a_command_may_move_one_byte },
                   { "a_command_may_be_interrupted_in_each_call", a_command_may_be_interrupted_in_each_call } };
    static char names[3 * COMMANDS][96];
    struct CMUnitTest tests[3 * COMMANDS + 1];
    size_t count = 0;
    if (!walled) tests[count++] = (struct CMUnitTest)cmocka_unit_test(the_facts_may_change_while_they_are_read);
    for (size_t i = 0; i < 3 * COMMANDS; i++) {
        const struct command *c = &commands[i % COMMANDS];
        if (c->walled != walled) continue;
        snprintf(names[i], sizeof names[i], "%s: %s", sweeps[i / COMMANDS].name, c->name);
        tests[count++] = (struct CMUnitTest){ .name = names[i],
                                              .test_func = sweeps[i / COMMANDS].function,
                                              .initial_state = (void *)(uintptr_t)c };
    }
    return _cmocka_run_group_tests(group, tests, count, open_folder, close_folder);
}
