/* broken_test.c - every file of tests/facts/broken is refused with the errors that stand beside it, in this order.
 *
 * NAME.expected has a line an error: LINE:COLUMN [code] a phrase of the message, then {the hint} where there must be
 * one. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "facts/reading.h"

#define FOLDER "tests/facts/broken/"
enum { NAMES = 1024 };

static char *names[NAMES];
static size_t name_count;

/* Splits "phrase {hint}"; the hint is "" where none is asked for. */
static void split_hint(char *line, const char **ret_hint)
{
    char *open = strrchr(line, '{'), *close = line + strlen(line);
    *ret_hint = "";
    if (!open || open == line || open[-1] != ' ' || close[-1] != '}') return;
    open[-1] = close[-1] = '\0';
    *ret_hint = open + 1;
}

static bool is_expected(const struct heard *h, size_t i, char *line)
{
    const char *hint;
    char place[64], *phrase = strstr(line, "] ");
    split_hint(line, &hint);
    snprintf(place, sizeof place, "%u:%u [%s", (unsigned)h->said[i].line, (unsigned)h->said[i].column, h->said[i].code);
    return phrase && strlen(place) == (size_t)(phrase - line) && strncmp(place, line, strlen(place)) == 0 &&
           strstr(h->said[i].message, phrase + 2) && (!*hint || strcmp(hint, h->said[i].hint) == 0);
}

static void print_heard(const struct heard *h)
{
    for (size_t i = 0; i < h->count && i < HEARD; i++)
        print_error("heard: %u:%u [%s] %s {%s}\n", (unsigned)h->said[i].line, (unsigned)h->said[i].column,
                    h->said[i].code, h->said[i].message, h->said[i].hint);
}

static void is_refused_as_written_beside_it(void **state)
{
    char path[512];
    static struct heard h;
    size_t size, count = 0;
    const char *name = *state;
    h.count = 0;
    snprintf(path, sizeof path, FOLDER "%s.expected", name);
    char *expected = file_bytes(path, &size);
    snprintf(path, sizeof path, FOLDER "%s.json", name);
    struct facts *f = read_file(path, &h);
    bool good = !f;
    facts_free(f);
    for (char *line = strtok(expected, "\n"); line; line = strtok(NULL, "\n"), count++)
        if (count >= h.count || h.said[count].notice || !is_expected(&h, count, line)) {
            print_error("expected: %s\n", line);
            good = false;
        }
    free(expected);
    if (!good || count != h.count || !count) {
        print_heard(&h);
        fail_msg("%s: %zu errors expected, %zu heard", name, count, h.count);
    }
    for (size_t i = 0; i < h.count; i++) { /* the house's manner */
        size_t length = strlen(h.said[i].message);
        assert_false(h.said[i].message[0] >= 'A' && h.said[i].message[0] <= 'Z' &&
                     strncmp(h.said[i].message, "JSON", 4) != 0 && strncmp(h.said[i].message, "U+", 2) != 0);
        assert_true(length > 10 && (h.said[i].message[length - 1] != '.' || strstr(h.said[i].message, "..")));
    }
}

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void find_names(void)
{
    DIR *folder = opendir(FOLDER);
    for (struct dirent *e; folder && (e = readdir(folder));) {
        char *end = strstr(e->d_name, ".json");
        if (!end || end[5] || name_count == NAMES) continue;
        *end = '\0';
        if ((names[name_count] = strdup(e->d_name))) name_count++;
    }
    if (folder) closedir(folder);
    qsort(names, name_count, sizeof *names, by_name);
}

int main(void)
{
    static struct CMUnitTest tests[NAMES];
    find_names();
    if (name_count < 90) {
        fprintf(stderr, "broken_test: %zu files in %s, where 90 are wanted; run from the root\n", name_count, FOLDER);
        return 1;
    }
    for (size_t i = 0; i < name_count; i++)
        tests[i] = (struct CMUnitTest){ names[i], is_refused_as_written_beside_it, NULL, NULL, names[i] };
    int failed = _cmocka_run_group_tests("facts/broken", tests, name_count, NULL, NULL);
    for (size_t i = 0; i < name_count; i++) free(names[i]);
    return failed;
}
