/* The JSON writer: commas, escapes, numbers, and a sink that refuses. */
#include "report/json_writer.h"
#include "report/written.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"
#include "facts/number.h"

struct writing {
    struct text text;
    struct out out;
    struct json j;
    size_t room;
};

static bool keep(void *ud, const char *bytes, size_t length)
{
    struct writing *w = ud;
    if (w->room && w->text.length + length > w->room) return false;
    text_bytes(&w->text, bytes, length);
    return true;
}

static void begin(struct writing *w)
{
    *w = (struct writing){ 0 };
    text_init(&w->text, &allocator_default, 0);
    assert_true(out_open(&w->out, &allocator_default, (cc_sink){ keep, w }));
    w->j = json_on(&w->out);
}

/* Ends the writing; the text must be freed. */
static const char *end(struct writing *w)
{
    assert_true(out_close(&w->out));
    return w->text.data ? w->text.data : "";
}

static void commas_stand_between_members_and_nowhere_else(void **state)
{
    (void)state;
    struct writing w;
    begin(&w);
    json_open(&w.j, '{');
    JSON_KEY(&w.j, "a"), json_open(&w.j, '['), json_close(&w.j, ']');
    JSON_KEY(&w.j, "b"), json_open(&w.j, '[');
    json_count(&w.j, 1), json_bool(&w.j, true), json_null(&w.j), json_string(&w.j, "x");
    json_open(&w.j, '{'), json_close(&w.j, '}');
    json_close(&w.j, ']');
    json_name(&w.j, "c\"d"), json_number(&w.j, -2.5);
    json_line(&w.j), JSON_KEY(&w.j, "e"), json_string(&w.j, NULL);
    json_close(&w.j, '}');
    assert_string_equal(end(&w), "{\"a\":[],\"b\":[1,true,null,\"x\",{}],\"c\\\"d\":-2.5,\n\"e\":null}");
    text_free(&w.text);
}

static void strings_are_escaped_and_stay_utf8(void **state)
{
    (void)state;
    static const struct {
        const char *text, *json;
    } rows[] = {
        { "", "\"\"" },
        { "plain", "\"plain\"" },
        { "exactly8", "\"exactly8\"" },
        { "a longer text that takes several words of eight", "\"a longer text that takes several words of eight\"" },
        { "quote \" and \\ slash", "\"quote \\\" and \\\\ slash\"" },
        { "\b\f\n\r\t\v", "\"\\b\\f\\n\\r\\t\\u000b\"" },
        { "\x01\x1b[31mred\x7f", "\"\\u0001\\u001b[31mred\\u007f\"" },
        { "Société Générale", "\"Société Générale\"" },
        { "\xF0\x9F\x98\x80 and on", "\"\xF0\x9F\x98\x80 and on\"" },
        { "bidi \xE2\x80\xAE" /* NOLINT(misc-misleading-bidirectional) */
          "evil",
          "\"bidi \\u202eevil\"" },
        { "c1 \xC2\x9B"
          "2J",
          "\"c1 \\u009b2J\"" },
        { "tag \xF3\xA0\x80\x81", "\"tag \\udb40\\udc01\"" },
        { "stray \xFF byte \xC3", "\"stray \xEF\xBF\xBD byte \xEF\xBF\xBD\"" },
        { "1234567\"", "\"1234567\\\"\"" },
        { "\"1234567", "\"\\\"1234567\"" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct writing w;
        begin(&w);
        json_string(&w.j, rows[i].text);
        assert_string_equal(end(&w), rows[i].json);
        text_free(&w.text);
    }
}

static void numbers_are_the_shortest_that_read_back(void **state)
{
    (void)state;
    static const struct {
        double number;
        const char *json;
    } rows[] = {
        { 0, "0" },
        { -0.0, "0" },
        { 1, "1" },
        { -7, "-7" },
        { 21.5, "21.5" },
        { 0.05, "0.05" },
        { -0.125, "-0.125" },
        { 13e9, "13000000000" },
        { 0.1, "0.1" },
        { 1.083, "1.083" },
        { 99.999999, "99.999999" },
        { 999999999999999, "999999999999999" },
        { 1e15, "1e+15" },
        { 1e300, "1e+300" },
        { 1e-7, "1e-07" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { 1.0 / 3, "0.3333333333333333" },
        { INFINITY, "null" },
        { -INFINITY, "null" },
        { NAN, "null" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct writing w;
        begin(&w);
        json_number(&w.j, rows[i].number);
        assert_string_equal(end(&w), rows[i].json);
        text_free(&w.text);
    }
}

static uint64_t seed;

static void a_random_number_reads_back_as_itself(void **state)
{
    (void)state;
    for (unsigned i = 0; i < 20000; i++) {
        uint64_t bits = random_next(&seed);
        double number, again;
        memcpy(&number, &bits, sizeof number);
        if (i % 2) number = (double)(int64_t)(bits >> 40) / 1000 - 5000; /* as people write them */
        if (!isfinite(number)) continue;
        struct writing w;
        begin(&w);
        json_number(&w.j, number);
        const char *text = end(&w);
        again = number_read(text, strlen(text));
        if (again < number || again > number) fail_msg("%.17g is written as %s", number, text);
        text_free(&w.text);
    }
}

static void counts_are_written_in_full(void **state)
{
    (void)state;
    struct writing w;
    begin(&w);
    static const uint64_t counts[] = { 0, 9, 10, 99, 100, 12345, UINT64_MAX };
    json_open(&w.j, '[');
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) json_count(&w.j, counts[i]);
    json_close(&w.j, ']');
    assert_string_equal(end(&w), "[0,9,10,99,100,12345,18446744073709551615]");
    text_free(&w.text);
}

static void a_value_of_the_file_loses_its_white_space_and_nothing_else(void **state)
{
    (void)state;
    static const char value[] = "{ \"claims\" : [ {\"value\":\r\n\t1.50 , \"source\": \"a \\\" b \\u00e9  c\"} ] }";
    struct writing w;
    begin(&w);
    json_open(&w.j, '[');
    json_value(&w.j, value, strlen(value));
    json_value(&w.j, "21", 2);
    json_value(&w.j, "\"\xE2\x80\xAE\"", 5); /* NOLINT(misc-misleading-bidirectional) */
    json_close(&w.j, ']');
    assert_string_equal(end(&w), "[{\"claims\":[{\"value\":1.50,\"source\":\"a \\\" b \\u00e9  c\"}]},21,\"\\u202e\"]");
    text_free(&w.text);
}

static void what_is_longer_than_the_buffer_arrives_whole(void **state)
{
    (void)state;
    enum { LENGTH = 3 * OUT_SIZE + 5 };
    char *text = malloc(LENGTH + 1);
    assert_non_null(text);
    for (size_t i = 0; i < LENGTH; i++) text[i] = i % 1000 == 999 ? '"' : (char)('a' + i % 26);
    text[LENGTH] = '\0';
    struct writing w;
    begin(&w);
    json_string(&w.j, text);
    const char *json = end(&w);
    size_t at = 1;
    for (size_t i = 0; i < LENGTH; i++) {
        if (text[i] == '"') assert_int_equal(json[at++], '\\');
        assert_int_equal(json[at++], text[i]);
    }
    assert_string_equal(json + at, "\"");
    text_free(&w.text);
    free(text);
}

static void a_sink_that_refuses_is_remembered_and_not_asked_again(void **state)
{
    (void)state;
    struct writing w;
    begin(&w);
    w.room = 10;
    for (unsigned i = 0; i < 2 * OUT_SIZE; i++) out_char(&w.out, 'x');
    assert_true(w.out.failed);
    assert_false(out_close(&w.out));
    assert_int_equal(w.text.length, 0);
    text_free(&w.text);
}

static void the_locale_has_no_say(void **state)
{
    (void)state;
    if (!setlocale(LC_NUMERIC, "de_DE.UTF-8") && !setlocale(LC_NUMERIC, "fr_FR.UTF-8")) skip();
    struct writing w;
    begin(&w);
    json_number(&w.j, 0.1 + 0.2);
    setlocale(LC_NUMERIC, "C");
    assert_string_equal(end(&w), "0.30000000000000004");
    text_free(&w.text);
}

int main(void)
{
    const char *given = getenv("SEED");
    seed = given ? strtoull(given, NULL, 10) : 20250124;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commas_stand_between_members_and_nowhere_else),
        cmocka_unit_test(strings_are_escaped_and_stay_utf8),
        cmocka_unit_test(numbers_are_the_shortest_that_read_back),
        cmocka_unit_test(a_random_number_reads_back_as_itself),
        cmocka_unit_test(counts_are_written_in_full),
        cmocka_unit_test(a_value_of_the_file_loses_its_white_space_and_nothing_else),
        cmocka_unit_test(what_is_longer_than_the_buffer_arrives_whole),
        cmocka_unit_test(a_sink_that_refuses_is_remembered_and_not_asked_again),
        cmocka_unit_test(the_locale_has_no_say),
    };
    return cmocka_run_group_tests_name("report/json_writer", tests, NULL, NULL);
}
