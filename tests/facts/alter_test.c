/* alter_test.c - what is set and taken out stands in the new text as JSON, and all the rest where it stood. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "facts/alter.h"
#include "facts/pointer.h"
#include "facts/reading.h"

enum { MOST = 4 };
static struct arena arena;

/* "set POINTER=VALUE" or "without POINTER". */
static size_t read_changes(const char *const *changes, struct alteration items[MOST])
{
    size_t count = 0;
    for (; count < MOST && changes[count]; count++) {
        const char *space = strchr(changes[count], ' ') + 1, *equals = strchr(space, '=');
        bool set = *changes[count] == 's';
        items[count] = (struct alteration){ .option = changes[count], .without = !set };
        items[count].pointer = arena_copy(&arena, space, set ? (size_t)(equals - space) : strlen(space));
        items[count].value = set ? equals + 1 : NULL;
    }
    return count;
}

/* The new text, free; NULL: refused. */
static char *altered(const char *text, const char *const *changes, struct heard *heard)
{
    struct alteration items[MOST];
    size_t count = read_changes(changes, items);
    struct text out;
    text_init(&out, &allocator_default, 0);
    bool well = facts_alter(&allocator_default, 1, "file", text, strlen(text), items, count, &arena, &out, hear, heard);
    char *copy = well ? strdup(out.data) : NULL;
    text_free(&out);
    return copy;
}

/* ---- what comes out ---- */

static const struct row {
    const char *name, *text, *changes[MOST], *expected; /* expected NULL: refused, with hint in it instead */
    const char *hint;
} rows[] = {
    { "a value is replaced", "{\"a\":[1, 2]}", { "set /a/1=3" }, "{\"a\":[1, 3]}", NULL },
    { "a bare word is text", "{\"a\":1}", { "set /a=2025-01-31" }, "{\"a\":\"2025-01-31\"}", NULL },
    { "a word with a quote is text too", "{\"a\":1}", { "set /a=x\"\\" }, "{\"a\":\"x\\\"\\\\\"}", NULL },
    { "JSON stays JSON", "{\"a\":1}", { "set /a={\"min\":1,\n\"max\":2}" }, "{\"a\":{\"min\":1, \"max\":2}}", NULL },
    { "null is a value", "{\"a\":1}", { "set /a=null" }, "{\"a\":null}", NULL },
    { "what spanned lines leaves them behind",
      "{\"a\":[\n1,\n2],\n\"b\":3}",
      { "set /a=7" },
      "{\"a\":7\n\n,\n\"b\":3}",
      NULL },
    { "a member is added after the last",
      "{\"a\":{\"b\":1 }}",
      { "set /a/c=2" },
      "{\"a\":{\"b\":1, \"c\": 2 }}",
      NULL },
    { "a member is added to an empty object", "{\"a\":{ }}", { "set /a/c=2" }, "{\"a\":{\"c\": 2 }}", NULL },
    { "two are added in their order", "{}", { "set /x=1", "set /y=2" }, "{\"x\": 1, \"y\": 2}", NULL },
    { "two records of a list that the file does not have make one list",
      "{\"entities\":[1]}",
      { "set /rates/-={\"base\":\"EUR\"}", "set /x=1", "set /rates/-=2" },
      "{\"entities\":[1], \"rates\": [{\"base\":\"EUR\"}, 2], \"x\": 1}",
      NULL },
    { "a list that the file does not have begins with its first record",
      "{\"shares\":[]}",
      { "set /positions/-={}" },
      "{\"shares\":[], \"positions\": [{}]}",
      NULL },
    { "a list of no kind does not begin", "{\"shares\":[]}", { "set /position/-={}" }, NULL, "/positions/-" },
    { "a record is added to a list", "{\"a\":[1]}", { "set /a/-=2", "set /a/-=3" }, "{\"a\":[1, 2, 3]}", NULL },
    { "the first goes with its comma", "[1,\n2, 3]", { "without /0" }, "[\n2, 3]", NULL },
    { "one between goes with its comma", "[1, 2, 3]", { "without /1" }, "[1 , 3]", NULL },
    { "the last goes with the comma before it", "[1, 2,\n3\n]", { "without /2" }, "[1, 2\n\n]", NULL },
    { "all of them go", "[1, 2]", { "without /0", "without /1" }, "[ ]", NULL },
    { "the last two go", "[1, 2, 3]", { "without /2", "without /1" }, "[1  ]", NULL },
    { "all go and one comes", "{\"a\": 1}", { "without /a", "set /b=2" }, "{\"b\": 2}", NULL },
    { "the last goes and one comes",
      "{\"a\": 1, \"c\":3}",
      { "set /b=2", "without /c" },
      "{\"a\": 1 , \"b\": 2}",
      NULL },
    { "a member goes with its name", "{\"a\": 1, \"b\": {\"c\":\n1}}", { "without /b" }, "{\"a\": 1 \n}", NULL },
    { "a name with a slash and a tilde", "{\"a/b~\":1}", { "set /a~1b~0=2" }, "{\"a/b~\":2}", NULL },
    { "an escaped name is compared as what it means", "{\"\\u0061\":1}", { "set /a=2" }, "{\"\\u0061\":2}", NULL },
    { "pointers are those of the text as it was", "[1, 2, 3]", { "without /0", "set /2=9" }, "[ 2, 9]", NULL },

    { "a misspelt name has its nearest",
      "{\"shares\":[{\"percent\":1}]}",
      { "without /share/0/percent" },
      NULL,
      "/shares/0/percent" },
    { "a name that is not there cannot go", "{\"a\":{\"percent\":1}}", { "without /a/percnt" }, NULL, "/a/percent" },
    { "past the end of a list", "[1, 2]", { "set /2=1" }, NULL, "/1" },
    { "an id is no index, but tells which",
      "{\"a\":[{\"id\":\"x\"},{\"id\":\"y\"}]}",
      { "without /a/y" },
      NULL,
      "/a/1" },
    { "an index does not begin with 0", "[1, 2]", { "set /01=1" }, NULL, "/1" },
    { "a pointer begins with a slash", "{\"a\":1}", { "set a=1" }, NULL, "/a" },
    { "a tilde alone is no escape", "{\"a\":1}", { "set /a~=1" }, NULL, "" },
    { "nothing stands in a number", "{\"a\":1}", { "set /a/b=1" }, NULL, "" },
    { "the whole cannot go", "{\"a\":1}", { "without " }, NULL, "" },
    { "half an object is no word", "{\"a\":1}", { "set /a={\"b\":" }, NULL, "" },
    { "two cannot change one place", "{\"a\":1}", { "set /a=1", "without /a" }, NULL, "" },
    { "nor one the inside of what another takes out", "{\"a\":{\"b\":1}}", { "without /a", "set /a/c=1" }, NULL, "" },
    { "nor two add one name", "{}", { "set /a=1", "set /a=2" }, NULL, "" },
};

static void what_is_asked_is_what_comes_out(void **state)
{
    for (const struct row *r = rows; r < rows + sizeof rows / sizeof *rows; r++) {
        struct heard heard = { 0 };
        char *out = altered(r->text, r->changes, &heard);
        if (r->expected) {
            if (!out || strcmp(out, r->expected)) fail_msg("%s: %s", r->name, out ? out : heard.said[0].message);
            assert_int_equal(heard.count, 0);
        } else {
            if (out || heard.count != 1) fail_msg("%s: %s", r->name, out ? out : "nothing was said");
            assert_string_equal(heard.said[0].code, "usage");
            if (strcmp(heard.said[0].hint, r->hint)) fail_msg("%s: hint '%s'", r->name, heard.said[0].hint);
        }
        free(out);
        arena_reset(&arena);
    }
}

/* ---- everything else stays where it is ---- */

static size_t lines_of(const char *text)
{
    size_t count = 0;
    for (; (text = strchr(text, '\n')); text++) count++;
    return count;
}

/* Takes out each record of a real file in turn: what is left is sound, and every other record is on its line. */
static void every_other_record_keeps_its_line(void **state)
{
    struct heard heard = { 0 };
    size_t size, tried = 0;
    char *text = file_bytes("facts/stargate.json", &size);
    struct facts *whole = read_file("facts/stargate.json", &heard);
    assert_non_null(whole);
    for (unsigned k = 0; k < KIND_COUNT; k++)
        for (uint32_t row = 0; row < facts_rows(whole, (enum kind)k); row++, tried++) {
            char pointer[100], change[120];
            facts_pointer(whole, ref_make((enum kind)k, row), NO_FIELD, -1, pointer, sizeof pointer);
            snprintf(change, sizeof change, "without %s", pointer);
            const char *changes[MOST] = { change };
            char *out = altered(text, changes, &heard);
            assert_non_null(out);
            assert_int_equal(lines_of(out), lines_of(text));
            struct heard refused = { 0 };
            struct facts *rest = read_bytes(out, strlen(out), &refused); /* others may refer to it */
            for (unsigned j = 0; rest && j < KIND_COUNT; j++)
                for (uint32_t r = 0; r < facts_rows(rest, (enum kind)j); r++) {
                    uint32_t line, was, column;
                    facts_locate(rest, rest->tables[j].at[r], &line, &column);
                    facts_locate(whole, whole->tables[j].at[r + (j == k && r >= row)], &was, &column);
                    assert_int_equal(line, was);
                }
            for (size_t i = 0; i < refused.count && i < HEARD; i++)
                assert_string_not_equal(refused.said[i].code, "syntax");
            facts_free(rest);
            free(out);
            arena_reset(&arena);
        }
    assert_true(tried > 100);
    facts_free(whole);
    free(text);
}

/* Every value of a text, set to null or taken out: what comes out is JSON with as many lines. */
static void every_value_can_be_set_and_taken_out(void **state)
{
    static const char text[] =
        "{\"a\" :\n[1 ,{\"x\":\"],\\\"\", \"y\":\n{}} , [\n]\n,null],\"b\":{\"c\":-1.5e3\n},\n\"d\":[[ [2]]]}";
    static const char *const pointers[] = { "/a", "/a/0", "/a/1", "/a/1/x", "/a/1/y", "/a/2",    "/a/3",
                                            "/b", "/b/c", "/d",   "/d/0",   "/d/0/0", "/d/0/0/0" };
    for (size_t i = 0; i < sizeof pointers / sizeof *pointers; i++)
        for (int set = 0; set < 2; set++) {
            struct heard heard = { 0 };
            char change[100];
            snprintf(change, sizeof change, set ? "set %s=null" : "without %s", pointers[i]);
            const char *changes[MOST] = { change };
            char *out = altered(text, changes, &heard);
            if (!out) fail_msg("%s: %s", change, heard.said[0].message);
            assert_int_equal(lines_of(out), lines_of(text));
            char *padded = calloc(1, strlen(out) + SCAN_PADDING + 1);
            static struct scan scan;
            struct sink sink = { .emit = hear, .ud = &heard };
            strcpy(padded, out);
            if (!scan_text(&scan, padded, strlen(out), &allocator_default, 1, &sink)) fail_msg("%s: %s", change, out);
            scan_free(&scan);
            free(padded), free(out);
            arena_reset(&arena);
        }
}

/* ---- memory ---- */

static void want_of_memory_is_said(void **state)
{
    static const char text[] = "{\"a\":[1, 2], \"b\":3}";
    static const char *const changes[MOST] = { "set /a/0=word", "without /b", "set /c={\"d\":1}" };
    size_t failures = 0;
    for (size_t at = 1; at < 200; at++) {
        struct faults faults = { .at = at, .for_good = true };
        cc_allocator allocator = faulty(&faults);
        struct heard heard = { 0 };
        struct alteration items[MOST];
        size_t count = read_changes(changes, items);
        struct arena own;
        struct text out;
        arena_init(&own, &allocator, 0);
        text_init(&out, &allocator, 0);
        bool well = facts_alter(&allocator, 1, "file", text, strlen(text), items, count, &own, &out, hear, &heard);
        if (!well) {
            failures++;
            assert_int_equal(heard.count, 1);
            assert_string_equal(heard.said[0].code, "memory");
        }
        text_free(&out);
        arena_free(&own);
        assert_int_equal(faults.live, 0);
        arena_reset(&arena);
        if (well && !faults.struck) break;
    }
    assert_true(failures >= 2);
}

static int open_arena(void **state)
{
    arena_init(&arena, &allocator_default, 0);
    return 0;
}
static int close_arena(void **state)
{
    arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_asked_is_what_comes_out),
        cmocka_unit_test(every_other_record_keeps_its_line),
        cmocka_unit_test(every_value_can_be_set_and_taken_out),
        cmocka_unit_test(want_of_memory_is_said),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
