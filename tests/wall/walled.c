/* walled.c - see walled.h. */
#define _GNU_SOURCE
#include "wall/walled.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

char programs[PATH], scratch[PATH], *plain_audits;

/* --- Files and programs --- */

void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0 && fclose(file) == 0);
}

char *read_text(const char *path)
{
    char *text = calloc(1, TEXT);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    text[fread(text, 1, TEXT - 1, file)] = '\0';
    fclose(file);
    return text;
}

void copy_file(const char *from, const char *to)
{
    char *text = read_text(from);
    write_file(to, text);
    free(text);
}

struct said run(const char *program, const char *arguments, ...)
{
    char line[6 * PATH], given[2 * PATH], out[PATH + 16], error[PATH + 16];
    struct said said;
    va_list list;
    va_start(list, arguments);
    vsnprintf(given, sizeof given, arguments, list);
    va_end(list);
    snprintf(out, sizeof out, "%s/out", scratch), snprintf(error, sizeof error, "%s/error", scratch);
    snprintf(line, sizeof line, "%s/%s %s >%s 2>%s", programs, program, given, out, error);
    int status = system(line);
    said.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    said.out = read_text(out), said.error = read_text(error);
    return said;
}

void forget(struct said *said)
{
    free(said->out);
    free(said->error);
}

pid_t process_of_ours(pid_t but)
{
    pid_t found = 0;
    DIR *all = opendir("/proc");
    for (struct dirent *entry; all && !found && (entry = readdir(all));) {
        char path[300], line[PATH];
        pid_t pid = (pid_t)atol(entry->d_name);
        if (pid <= 0 || pid == but) continue;
        snprintf(path, sizeof path, "/proc/%d/cmdline", (int)pid);
        int fd = open(path, O_RDONLY);
        ssize_t n = fd < 0 ? 0 : read(fd, line, sizeof line);
        if (fd >= 0) close(fd);
        if (n > 0 && memmem(line, (size_t)n, scratch, strlen(scratch))) found = pid;
    }
    if (all) closedir(all);
    return found;
}

/* --- Audits, with and without --- */

static const char *rule_id(const cJSON *rule)
{
    const cJSON *id = cJSON_GetObjectItem(rule, "id");
    return id ? id->valuestring : "";
}

cJSON *take_out(cJSON *audit)
{
    cJSON *rules = cJSON_GetObjectItem(audit, "rules"), *found = NULL;
    for (int i = 0; i < cJSON_GetArraySize(rules) && !found; i++)
        if (strstr(rule_id(cJSON_GetArrayItem(rules, i)), "hostile")) found = cJSON_DetachItemFromArray(rules, i);
    cJSON_DeleteItemFromObject(audit, "tool");
    cJSON *summary = cJSON_GetObjectItem(audit, "summary");
    cJSON_DeleteItemFromObject(summary, "failed");
    cJSON_DeleteItemFromObject(summary, "incomplete");
    return found;
}

cJSON *audits_of(const char *json)
{
    cJSON *all = cJSON_Parse(json);
    if (!all) fail_msg("no JSON: %s", json);
    if (cJSON_IsArray(all)) return all;
    cJSON *array = cJSON_CreateArray();
    cJSON_AddItemToArray(array, all);
    return array;
}

static void is_the_same(const cJSON *with, const cJSON *expected)
{
    char *a = cJSON_Print(with), *b = cJSON_Print(expected);
    if (strcmp(a, b)) fail_msg("with the hostile rule\n%s\nand without\n%s", a, b);
    free(a), free(b);
}

void failed_by_name(const char *json, const char *phrase, int which)
{
    cJSON *with = audits_of(json), *plain = audits_of(plain_audits);
    while (cJSON_GetArraySize(plain) > cJSON_GetArraySize(with))
        cJSON_DeleteItemFromArray(plain, cJSON_GetArraySize(plain) - 1);
    for (int i = 0; i < cJSON_GetArraySize(with); i++) {
        cJSON *audit = cJSON_GetArrayItem(with, i), *hostile = take_out(audit);
        if (!hostile) fail_msg("the rule is not named");
        const cJSON *error = cJSON_GetObjectItem(hostile, "error");
        char *shown = cJSON_PrintUnformatted(hostile);
        if (which >= 0 && which != i) {
            if (error) fail_msg("it failed in audit %d too: %s", i, shown);
        } else if (!error || !strstr(shown, phrase)) fail_msg("audit %d: expected '%s', got %s", i, phrase, shown);
        free(shown);
        cJSON_Delete(hostile);
        cJSON_Delete(take_out(cJSON_GetArrayItem(plain, i)));
        if (which >= 0 && which != i) { /* there it had a result of its own */
            cJSON_DeleteItemFromObject(cJSON_GetObjectItem(audit, "summary"), "clear");
            cJSON_DeleteItemFromObject(cJSON_GetObjectItem(cJSON_GetArrayItem(plain, i), "summary"), "clear");
        }
    }
    is_the_same(with, plain);
    cJSON_Delete(with), cJSON_Delete(plain);
}

/* --- Rules --- */

const char *const places[] = {
    [0] = HEAD SUBJECTS "  elements = { { 'x', function() %s return true end } } }\n",
    [1] = HEAD "  subjects = function(case, each) %s end,\n  elements = { { 'x', function() return true end } } }\n",
    [2] = "%s\n" HEAD SUBJECTS "  elements = { { 'x', function() return true end } } }\n",
    [3] = HEAD SUBJECTS "  figures = { f = function() %s return 1 end },\n"
                        "  elements = { { 'x {f}', function() return true end } } }\n",
    [4] = HEAD SUBJECTS "  elements = { { 'x', function() return true end } },\n"
                        "  unless = { { 'y', function() %s return true end } } }\n",
};
void write_rule(const char *place, const char *code)
{
    char path[PATH + 32], text[4 * PATH];
    snprintf(path, sizeof path, "%s/house/hostile.lua", scratch);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    snprintf(text, sizeof text, place, code);
#pragma GCC diagnostic pop
    write_file(path, text);
}

void write_planted(int place, const char *what)
{
    char code[PATH];
    snprintf(code, sizeof code, "planted '%s'", what);
    write_rule(places[place], code);
}

bool is_there(const char *path) { return access(path, F_OK) == 0; }
/* --- Beginning and end --- */

int walled_begin(void **state)
{
    (void)state;
    char from[PATH], to[PATH + 64], folder[PATH + 16];
    ssize_t n = readlink("/proc/self/exe", programs, sizeof programs - 1);
    assert_true(n > 0);
    assert_int_equal(setenv("PLANTED_SECRET", "token-of-the-pipeline", 1), 0);
    *strrchr(programs, '/') = '\0';
    snprintf(scratch, sizeof scratch, "%s/wall-XXXXXX", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
    assert_non_null(mkdtemp(scratch));
    snprintf(folder, sizeof folder, "%s/house", scratch);
    assert_int_equal(mkdir(folder, 0700), 0);
    static const char *const files[] = { "house/veto.lua", "house/veto_test.lua", "house/share.lua", "sources.json" };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(from, sizeof from, "tests/cli/shared/%s", files[i]),
            snprintf(to, sizeof to, "%s/%s", scratch, files[i]);
        copy_file(from, to);
    }
    struct said said = run("planted", "--isolate never -r %s/house -f json " FLAGGED " " CLEAR, scratch);
    assert_int_equal(said.status, 1);
    plain_audits = said.out;
    free(said.error);
    return 0;
}

int walled_end(void **state)
{
    char line[2 * PATH];
    (void)state;
    snprintf(line, sizeof line, "rm -rf %s", scratch);
    free(plain_audits);
    return system(line);
}
