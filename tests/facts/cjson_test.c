/* cjson_test.c - cJSON as a second opinion on what the scan finds, and its tree in an arena. */
#include <cjson/cJSON.h>
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "facts/cjson_arena.h"
#include "facts/number.h"
#include "facts/reading.h"
#include "facts/scan.h"

#define EVERY_KIND "tests/facts/good/every-kind.json"

static struct heard heard;

static void same_text_as(const char *text, uint32_t at, uint32_t length, const char *other)
{
    char *out = malloc(length);
    const char *inside = text + at + 1, *end = text + at + (length & ~SCAN_ESCAPED) - 1;
    assert_non_null(out);
    assert_int_equal(scan_unescape(inside, end, out), strlen(other));
    assert_memory_equal(out, other, strlen(other));
    free(out);
}

/* Each node against cJSON's item in the same place; returns the node after it. */
static uint32_t same_as(const struct scan *s, uint32_t node, const cJSON *item)
{
    const struct scanned *n = &s->nodes[node];
    const char *value = s->text + n->at;
    assert_int_equal(n->key == SCAN_NO_KEY, item->string == NULL);
    if (item->string) same_text_as(s->text, n->key, n->key_length, item->string);
    uint32_t next = node + 1;
    if (cJSON_IsString(item)) same_text_as(s->text, n->at, n->length, item->valuestring);
    else if (cJSON_IsNumber(item)) assert_true(number_read(value, n->length) == item->valuedouble);
    else
        assert_int_equal(*value, cJSON_IsObject(item)  ? '{'
                                 : cJSON_IsArray(item) ? '['
                                 : cJSON_IsTrue(item)  ? 't'
                                 : cJSON_IsFalse(item) ? 'f'
                                                       : 'n');
    for (const cJSON *c = item->child; c; c = c->next) next = same_as(s, next, c);
    assert_int_equal(next, n->after);
    return next;
}

static void cjson_reads_the_shipped_cases_alike(void **state)
{
    glob_t found;
    assert_int_equal(glob("facts/*.json", 0, NULL, &found), 0);
    assert_int_equal(glob("facts/cases/*.json", GLOB_APPEND, NULL, &found), 0);
    assert_int_equal(glob(EVERY_KIND, GLOB_APPEND, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        size_t size;
        char *text = file_bytes(found.gl_pathv[i], &size);
        struct scan s;
        struct sink sink = { .emit = hear, .ud = &heard, .file = "x", .text = text, .size = size };
        char *padded = calloc(1, size + SCAN_PADDING);
        assert_non_null(padded);
        memcpy(padded, text, size);
        assert_true(scan_text(&s, padded, size, &allocator_default, 7, &sink));
        cJSON *tree = cJSON_ParseWithLength(text, size);
        assert_non_null(tree);
        assert_int_equal(same_as(&s, 0, tree), s.count);
        cJSON_Delete(tree);
        scan_free(&s);
        free(padded);
        free(text);
    }
    globfree(&found);
}

static void owned_hooks_put_a_tree_into_the_arena(void **state)
{
    struct arena arena;
    bool in_arena = false;
    arena_init(&arena, &allocator_default, 0);
    cc_own_cjson();
    cJSON *inside = cjson_parse(&arena, "[1, \"two\"]", 10, &in_arena), *outside = cJSON_Parse("[1, \"two\"]");
    assert_true(in_arena);
    assert_string_equal(inside->child->next->valuestring, "two");
    assert_string_equal(outside->child->next->valuestring, "two"); /* no arena is entered */
    cJSON_Delete(outside);
    cJSON_InitHooks(NULL);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cjson_reads_the_shipped_cases_alike),
        cmocka_unit_test(owned_hooks_put_a_tree_into_the_arena),
    };
    return cmocka_run_group_tests_name("facts/cjson", tests, NULL, NULL);
}
