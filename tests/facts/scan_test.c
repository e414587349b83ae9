/* scan_test.c - the strict scan: what it accepts, where it says that values stand, numbers, and large or hostile texts.
 * What it refuses, with line and column, is in tests/facts/broken. */
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"
#include "facts/number.h"
#include "facts/reading.h"
#include "facts/scan.h"

static struct scan scan;
static struct heard heard;

/* Scans a padded copy; scan.text is the copy until end(). */
static bool begin(const char *text, size_t size)
{
    char *copy = memset(room(size + SCAN_PADDING), 0, size + SCAN_PADDING);
    struct sink sink = { .emit = hear, .ud = &heard, .file = "x", .text = copy, .size = size };
    memcpy(copy, text, size);
    heard.count = 0;
    return scan_text(&scan, copy, size, &allocator_default, 7, &sink);
}
static void end(void)
{
    scan_free(&scan);
    free((char *)scan.text);
}
static bool accepts(const char *text)
{
    bool good = begin(text, strlen(text));
    assert_int_equal(good, heard.count == 0);
    end();
    return good;
}

static void everything_that_rfc_8259_allows_is_accepted(void **state)
{
    static const char *const texts[] = {
        "{}",
        "[]",
        "\"\"",
        "0",
        "-0",
        "-0.0",
        "1e5",
        "1E+5",
        "1.5e-300",
        "true",
        "false",
        "null",
        " [ ] ",
        "\t{\r\n}\n",
        "[1,2,\"a\",{\"b\":[]}]",
        "{\"\":0}",
        "{\"a\":{\"a\":{\"a\":1}}}",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"",
        "\"\\ud83d\\ude00\\uDBFF\\uDFFF\"",
        "\"\x7f \xc2\xa0 \xe2\x80\xa8 \xef\xbf\xbf \xf4\x8f\xbf\xbf\"",
        "\"\xef\xbb\xbf inside is a character\"",
        "[[[[[[[[]]]]]]]]",
        "1.7976931348623157e308",
        "1e-400",
        "[0,0.1,10,-1,1e0,1.0E-0,123456789012345678901234567890]",
        "{\"a\":1,\"A\":2,\"a \":3,\"\\u0061b\":4}",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!accepts(texts[i])) fail_msg("refused: %s (%s)", texts[i], heard.said[0].message);
}

static void sixty_four_levels_are_accepted_and_sixty_five_are_not(void **state)
{
    char text[200];
    for (int depth = 63; depth <= 65; depth++) {
        memset(text, '[', (size_t)depth);
        memset(text + depth, ']', (size_t)depth);
        text[2 * (size_t)depth] = '\0';
        assert_int_equal(accepts(text), depth <= SCAN_DEPTH);
    }
    assert_string_equal(heard.said[0].code, "limit");
}

/* Each value of a text: where it begins, its length, whose member it is, and what comes after it. */
static void nodes_stand_in_the_order_in_which_the_values_begin(void **state)
{
    const char *text = "{\"a\" : [1, {\"b\":true},\"x\\\"y\"] ,\n\"c\":{}, \"d\":-1.5e3}";
    static const struct {
        const char *value, *key;
        uint32_t after;
    } expected[] = { { "{", NULL, 8 },       { "[", "\"a\"", 6 },
                     { "1", NULL, 3 },       { "{\"b\":true}", NULL, 5 },
                     { "true", "\"b\"", 5 }, { "\"x\\\"y\"", NULL, 6 },
                     { "{}", "\"c\"", 7 },   { "-1.5e3", "\"d\"", 8 } };
    assert_true(begin(text, strlen(text)));
    assert_int_equal(scan.count, 8);
    for (uint32_t i = 0; i < scan.count; i++) {
        const struct scanned *n = &scan.nodes[i];
        size_t length = n->length & ~SCAN_ESCAPED;
        assert_int_equal(strncmp(text + n->at, expected[i].value, strlen(expected[i].value)), 0);
        assert_int_equal(length, scan_value_length(text + n->at));
        if (i > 1 && *expected[i].value != '[') assert_int_equal(length, strlen(expected[i].value));
        assert_int_equal(n->after, expected[i].after);
        assert_int_equal(n->key == SCAN_NO_KEY, expected[i].key == NULL);
        if (expected[i].key) assert_memory_equal(text + n->key, expected[i].key, n->key_length);
    }
    assert_int_equal(scan.nodes[0].length, strlen(text));
    assert_true(scan.nodes[5].length & SCAN_ESCAPED);
    end();
}

static char *repeat(const char *begin_with, char c, size_t count, const char *end_with)
{
    size_t first = strlen(begin_with), last = strlen(end_with);
    char *text = room(first + count + last + 1);
    memset(text, c, first + count + last);
    memcpy(text, begin_with, first);
    memcpy(text + first + count, end_with, last);
    text[first + count + last] = '\0';
    return text;
}

static void a_text_of_a_megabyte_is_read_and_a_longer_one_is_not(void **state)
{
    for (size_t more = 0; more < 2; more++) {
        char *text = repeat("[\"", 'x', SCAN_STRING + more, "\", 1]"),
             *name = repeat("{\"", 'x', SCAN_STRING + more, "\":1}");
        assert_int_equal(accepts(text), !more);
        assert_int_equal(accepts(name), !more);
        if (more) assert_string_equal(heard.said[0].code, "limit");
        free(text);
        free(name);
    }
    char *escaped = repeat("[\"\\n", 'x', SCAN_STRING - 1, "\"]");
    assert_false(accepts(escaped)); /* bytes as written count */
    free(escaped);
}

static void a_file_of_more_than_64_megabytes_is_refused_unread(void **state)
{
    struct heard h = { 0 };
    size_t size = (size_t)SCAN_FILE + 1;
    assert_null(facts_read(&allocator_default, 1, "big.json", "{}", size, hear, &h)); /* not a byte is looked at */
    assert_int_equal(h.count, 1);
    assert_string_equal(h.said[0].code, "limit");
    assert_int_equal(h.said[0].line, 0);
}

static void hundreds_of_thousands_of_names_are_no_trap(void **state)
{
    enum { NAMES = 300000 };
    char *text = room(NAMES * 20 + 100), *p = text;
    *p++ = '{';
    for (int i = 0; i < NAMES; i++) p += sprintf(p, "\"%x-%d\":1,", (unsigned)i * 2654435761u, i);
    sprintf(p, "\"last\":{\"last\":1,\"\\u006cast\":2}}");
    assert_false(accepts(text));
    assert_int_equal(heard.count, 1);
    assert_string_equal(heard.said[0].code, "duplicate-key");
    free(text);
}

/* A name that is escaped and longer than what is unescaped on the stack. */
static void long_names_are_compared_by_what_they_mean(void **state)
{
    char *plain = repeat("{\"b", 'x', 500, "\":1,"), *other = repeat("\"\\u0062", 'x', 500, "\":2}");
    char *text = room(strlen(plain) + strlen(other) + 1);
    sprintf(text, "%s%s", plain, other);
    assert_false(accepts(text));
    assert_string_equal(heard.said[0].code, "duplicate-key");
    free(plain), free(other), free(text);
}

/* All prefixes of a sound text are refused, none is read past its end. */
static void no_part_of_a_text_is_taken_for_the_whole(void **state)
{
    size_t size;
    char *text = file_bytes("tests/facts/good/every-kind.json", &size);
    while (size && text[size - 1] != '}') size--;
    for (size_t n = 0; n < size; n++) {
        assert_false(begin(text, n));
        assert_true(heard.count > 0);
        end();
    }
    assert_true(begin(text, size));
    end();
    free(text);
}

/* Damaged in one byte: an error or not, never a step outside (the sanitizers look), and the nodes stay in order. */
static void a_damaged_byte_does_no_harm(void **state)
{
    uint64_t seed = 20250124;
    size_t size;
    char *text = file_bytes("tests/facts/good/every-kind.json", &size);
    for (int round = 0; round < 4000; round++) {
        size_t at = random_next(&seed) % size;
        char was = text[at];
        text[at] = (char)random_next(&seed);
        begin(text, size);
        for (uint32_t i = 1; !scan.broken && i < scan.count; i++) {
            assert_true(scan.nodes[i].at > scan.nodes[i - 1].at);
            assert_true(scan.nodes[i].after > i && scan.nodes[i].after <= scan.count);
        }
        end();
        text[at] = was;
    }
    free(text);
}

static uint64_t bits(double x)
{
    uint64_t b;
    memcpy(&b, &x, sizeof b);
    return b;
}

static void numbers_are_read_as_strtod_reads_them(void **state)
{
    static const char *const texts[] = {
        "0",
        "-0",
        "1",
        "21",
        "99.5",
        "0.1",
        "0.30000000000000004",
        "123456789012345",
        "1234567890123456",
        "9007199254740993",
        "13e9",
        "1.5E+9",
        "1e22",
        "1e23",
        "1e-22",
        "1e-23",
        "4.9e-324",
        "2.2250738585072011e-308",
        "1.7976931348623157e308",
        "1e-400",
        "0e999999999999",
        "0.000000000000000000000000000000000000001",
        "245122e6",
        "8.41e21",
        "5e-1",
        "1234567890123456789012345678901234567890",
        "100000000000000000000000",
        "0.1e1",
        "-12.25",
        "1e0000000000000005",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        double expected = strtod(texts[i], NULL), read = number_read(texts[i], strlen(texts[i]));
        if (bits(expected + 0.0) != bits(read)) fail_msg("%s: %a, not %a", texts[i], read, expected);
        assert_false(signbit(read) && read == 0);
    }
    uint64_t seed = 42;
    for (int round = 0; round < 200000; round++) {
        char text[64];
        uint64_t digits = random_next(&seed) >> (random_next(&seed) % 60);
        int shape = (int)(random_next(&seed) % 4), n;
        if (shape == 0) n = sprintf(text, "%llu", (unsigned long long)digits);
        else if (shape == 1)
            n = sprintf(text, "%llu.%03llu", (unsigned long long)(digits % 10000000),
                        (unsigned long long)(digits % 1000));
        else
            n = sprintf(text, "%llu.%llue%d", (unsigned long long)(digits % 10), (unsigned long long)digits,
                        (int)(random_next(&seed) % 640) - 320);
        double expected = strtod(text, NULL), read = number_read(text, (size_t)n);
        if (bits(expected) != bits(read)) fail_msg("%s: %a, not %a", text, read, expected);
    }
}

/* Where the machine has such a locale. */
static void the_decimal_point_of_the_locale_does_not_matter(void **state)
{
    static const char *const locales[] = { "de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8",
                                           "fr_FR.utf8",  "ps_AF",      "ps_AF.utf8" };
    size_t i = 0;
    while (i < sizeof locales / sizeof *locales && !setlocale(LC_NUMERIC, locales[i])) i++;
    if (i == sizeof locales / sizeof *locales) skip();
    assert_true(number_read("1.5", 3) == 1.5);
    assert_true(number_read("1.23456789012345678", 19) == 1.23456789012345678);
    struct heard h = { 0 };
    struct facts *f = read_file("tests/facts/good/every-kind.json", &h);
    setlocale(LC_NUMERIC, "C");
    assert_non_null(f);
    assert_true(cell_of(f, KIND_SHARE, 1, SHARE_PERCENT)->number.low == 18.5);
    facts_free(f);
}

/* Every allocation of the scan fails, once and for good. */
static void want_of_memory_is_said(void **state)
{
    enum { NAMES = 400 };
    char *text = room(NAMES * (size_t)40), *p = text;
    *p++ = '{';
    for (int i = 0; i < NAMES; i++) p += sprintf(p, "\"n%d\":[0,0,0,0,0],", i);
    p += sprintf(p, "\"\\u0061%0300d\":1,\"a%0300d\":2}", 0, 0);
    size_t size = (size_t)(p - text);
    char *copy = memset(room(size + SCAN_PADDING), 0, size + SCAN_PADDING);
    memcpy(copy, text, size);
    for (int for_good = 0; for_good < 2; for_good++)
        for (size_t at = 1;; at++) {
            struct faults faults = { .at = at, .for_good = for_good };
            cc_allocator allocator = faulty(&faults);
            struct sink sink = { .emit = hear, .ud = &heard, .text = copy, .size = size };
            heard.count = 0;
            assert_false(scan_text(&scan, copy, size, &allocator, 7, &sink)); /* the last name stands twice */
            scan_free(&scan);
            assert_int_equal(faults.live, 0);
            assert_int_equal(heard.count, 1);
            assert_string_equal(heard.said[0].code, faults.struck ? "memory" : "duplicate-key");
            if (!faults.struck) {
                assert_true(at > 5);
                break;
            }
        }
    free(text);
    free(copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_that_rfc_8259_allows_is_accepted),
        cmocka_unit_test(sixty_four_levels_are_accepted_and_sixty_five_are_not),
        cmocka_unit_test(nodes_stand_in_the_order_in_which_the_values_begin),
        cmocka_unit_test(a_text_of_a_megabyte_is_read_and_a_longer_one_is_not),
        cmocka_unit_test(a_file_of_more_than_64_megabytes_is_refused_unread),
        cmocka_unit_test(hundreds_of_thousands_of_names_are_no_trap),
        cmocka_unit_test(long_names_are_compared_by_what_they_mean),
        cmocka_unit_test(no_part_of_a_text_is_taken_for_the_whole),
        cmocka_unit_test(a_damaged_byte_does_no_harm),
        cmocka_unit_test(numbers_are_read_as_strtod_reads_them),
        cmocka_unit_test(the_decimal_point_of_the_locale_does_not_matter),
        cmocka_unit_test(want_of_memory_is_said),
    };
    return cmocka_run_group_tests_name("facts/scan", tests, NULL, NULL);
}
