/* The figures of decided matters say of themselves how they are known: what a case file has from memory is marked as an
 * estimate, each share has its confidence, and each published figure its source in the file, a place and a confidence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <cjson/cJSON.h>
#include <glob.h>

#define CASES "facts/cases/"
enum { LINE_MOST = 2000, COLUMNS_MOST = 10 };

static cJSON *read_case(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) fail_msg("%s cannot be read", path);
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *text = malloc(size + 1);
    assert_non_null(text);
    assert_int_equal(fread(text, 1, size, file), size);
    text[size] = '\0';
    fclose(file);
    cJSON *json = cJSON_Parse(text);
    free(text);
    if (!json) fail_msg("%s is no JSON", path);
    return json;
}

static const char *text_of(const cJSON *object, const char *name)
{
    const cJSON *text = cJSON_GetObjectItem(object, name);
    return cJSON_IsString(text) ? text->valuestring : "";
}

/* A source is an id, an object with an id, or a list of either. */
static bool cites(const cJSON *source, const char *id)
{
    if (cJSON_IsString(source)) return strcmp(source->valuestring, id) == 0;
    if (cJSON_IsObject(source)) return strcmp(text_of(source, "id"), id) == 0;
    for (const cJSON *one = source ? source->child : NULL; one; one = one->next)
        if (cites(one, id)) return true;
    return false;
}

static void check_record(const char *path, const cJSON *list, const cJSON *record)
{
    const char *confidence = text_of(record, "confidence");
    bool memory = cites(cJSON_GetObjectItem(record, "source"), "recalled");
    const cJSON *percent = cJSON_GetObjectItem(record, "percent");
    char *shown = cJSON_PrintUnformatted(record);
    if (memory && strcmp(confidence, "estimated") != 0) fail_msg("%s: %s: from memory: %s", path, list->string, shown);
    if (percent && !cJSON_IsNull(percent) && !*confidence) fail_msg("%s: how is it known? %s", path, shown);
    free(shown);
}

static void what_a_case_has_from_memory_is_marked_as_an_estimate(void **state)
{
    glob_t files;
    size_t checked = 0;
    assert_int_equal(glob(CASES "*.json", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        cJSON *facts = read_case(files.gl_pathv[i]);
        for (const cJSON *list = facts->child; list; list = list->next) {
            if (!cJSON_IsArray(list) || strcmp(list->string, "sources") == 0) continue;
            for (const cJSON *record = list->child; record; record = record->next, checked++)
                check_record(files.gl_pathv[i], list, record);
        }
        cJSON_Delete(facts);
    }
    assert_true(files.gl_pathc > 70 && checked > 500);
    globfree(&files);
}

/* ---- published.tsv and published-sources.tsv ---- */

/* The columns of the next row; 0: none is left. What begins with # is no row. */
static size_t next_row(FILE *file, char line[LINE_MOST], char *columns[COLUMNS_MOST])
{
    do
        if (!fgets(line, LINE_MOST, file)) return 0;
    while (*line == '#');
    size_t count = 0;
    line[strcspn(line, "\n")] = '\0';
    for (char *at = line; at && count < COLUMNS_MOST; count++) {
        columns[count] = at;
        if ((at = strchr(at, '\t'))) *at++ = '\0';
    }
    return count;
}

static FILE *open_table(const char *path, const char *first)
{
    char line[LINE_MOST], *columns[COLUMNS_MOST];
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_true(next_row(file, line, columns) > 1);
    assert_string_equal(columns[0], first);
    return file;
}

static bool has_source(const char *matter, const char *id)
{
    char path[200];
    bool found = false;
    snprintf(path, sizeof path, CASES "%s.json", matter);
    cJSON *facts = read_case(path);
    for (const cJSON *s = cJSON_GetObjectItem(facts, "sources")->child; s; s = s->next)
        found = found || strcmp(text_of(s, "id"), id) == 0;
    cJSON_Delete(facts);
    return found;
}

/* "6917?" from memory, "5285=" worked out: its row must say the same. */
static void check_figure(const char *matter, const char *market, const char *figure, const char *published)
{
    char line[LINE_MOST], *c[COLUMNS_MOST];
    size_t rows = 0;
    FILE *file = open_table(CASES "published-sources.tsv", "case");
    while (next_row(file, line, c)) {
        if (strcmp(c[0], matter) != 0 || strcmp(c[1], market) != 0 || strcmp(c[2], figure) != 0) continue;
        char sign = published[strlen(published) - 1];
        bool worked_out = strncmp(c[4], "worked out: ", 12) == 0, memory = !worked_out && strcmp(c[3], "recalled") == 0;
        if (!has_source(matter, c[3])) fail_msg("%s has no source '%s'", matter, c[3]);
        if (memory != (sign == '?') || worked_out != (sign == '=') || !*c[4])
            fail_msg("%s, %s, %s: '%s' by '%s', '%s'", matter, market, figure, published, c[3], c[4]);
        bool estimated = strcmp(c[5], "estimated") == 0;
        if (estimated != (memory || worked_out) ||
            (!estimated && strcmp(c[5], "confirmed") != 0 && strcmp(c[5], "reported") != 0))
            fail_msg("%s, %s, %s: '%s' is %s", matter, market, figure, published, c[5]);
        rows++;
    }
    fclose(file);
    if (rows != 1) fail_msg("%s, %s, %s: %zu sources", matter, market, figure, rows);
}

static void each_published_figure_has_its_source_its_place_and_its_confidence(void **state)
{
    static const char *const figures[] = { "share", "before", "after", "change", "several" };
    char line[LINE_MOST], *c[COLUMNS_MOST];
    size_t checked = 0, rows = 0;
    FILE *file = open_table(CASES "published.tsv", "case");
    while (next_row(file, line, c) > 7)
        for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
            if (strcmp(c[3 + i], "-") != 0) check_figure(c[0], c[1], figures[i], c[3 + i]), checked++;
    fclose(file);
    file = open_table(CASES "published-sources.tsv", "case");
    while (next_row(file, line, c)) rows++;
    fclose(file);
    assert_true(checked > 100);
    assert_int_equal(rows, checked); /* none is left over */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_case_has_from_memory_is_marked_as_an_estimate),
        cmocka_unit_test(each_published_figure_has_its_source_its_place_and_its_confidence),
    };
    return cmocka_run_group_tests_name("backtest/published", tests, NULL, NULL);
}
