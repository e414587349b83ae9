/* Strict UTF-8, and the columns that text takes. */
#include "base/utf8.h"
#include "include/compliance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The encoding as RFC 3629 defines it, for any number below 2^21. */
static size_t encode(uint32_t point, size_t length, char out[4])
{
    static const unsigned char lead[] = { 0, 0x00, 0xC0, 0xE0, 0xF0 };
    for (size_t i = length; i-- > 1; point >>= 6) out[i] = (char)(0x80 | (point & 0x3F));
    out[0] = (char)(lead[length] | point);
    return length;
}

static size_t shortest(uint32_t point) { return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4; }

static void every_code_point_reads_as_itself_and_surrogates_do_not(void **state)
{
    (void)state;
    for (uint32_t point = 0; point < 0x200000; point++) {
        char bytes[4];
        uint32_t read = UINT32_MAX;
        size_t length = encode(point, shortest(point), bytes);
        bool real = point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
        if (utf8_read(bytes, length, &read) != (real ? length : 0)) fail_msg("U+%04X", (unsigned)point);
        if (real && read != point) fail_msg("U+%04X", (unsigned)point);
        if (length > 1 && utf8_read(bytes, length - 1, &read)) fail_msg("U+%04X, cut", (unsigned)point);
    }
}

static void no_overlong_form_is_read(void **state)
{
    (void)state;
    for (uint32_t point = 0; point < 0x10000; point++)
        for (size_t length = shortest(point) + 1; length <= 4; length++) {
            char bytes[4];
            uint32_t read;
            encode(point, length, bytes);
            if (utf8_read(bytes, length, &read)) fail_msg("U+%04X in %zu bytes", (unsigned)point, length);
        }
}

static void stray_bytes_are_nothing(void **state)
{
    (void)state;
    static const char *const rows[] = { "\x80",      "\xBF",         "\xC0\x80",         "\xC3(",
                                        "\xE2\x82(", "\xE2(\xA1",    "\xF8\x88\x80\x80", "\xFE",
                                        "\xFF",      "\xF0\x9F\x98", "\xF0\x9F(\x80",    "\xF5\x80\x80\x80" };
    uint32_t point;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(utf8_read(rows[i], strlen(rows[i]), &point), 0);
    assert_int_equal(utf8_read("", 0, &point), 0);
    assert_int_equal(utf8_read("", 1, &point), 1); /* NUL is a code point */
}

/* Controls, separators of lines, what Unicode calls default ignorable, marks of annotation (U+FFF9 on), and noncharacters: the
 * ends of each range, and their neighbours. */
static void what_is_hidden_is_what_shows_nothing_or_turns_text(void **state)
{
    (void)state;
    static const uint32_t shown[] = { ' ',     '~',     0xA0,    0xAC,    0xAE,    0x34E,  0x350,  0x61B,  0x1161,
                                      0x180A,  0x1810,  0x200A,  0x2010,  0x2027,  0x202F, 0x205F, 0x2070, 0x3163,
                                      0xFDCF,  0xFDF0,  0xFE10,  0xFEFE,  0xFF00,  0xFFA1, 0xFFEF, 0xFFFC, 0xFFFD,
                                      0x1BC9F, 0x1D172, 0x1D17B, 0x1F600, 0xDFFFD, 0xE1000 };
    static const uint32_t hidden[] = { 0,       0x1F,    0x7F,    0x9F,    0xAD,    0x34F,   0x61C,   0x115F,  0x1160,
                                       0x17B5,  0x180E,  0x200B,  0x200F,  0x2028,  0x2029,  0x202A,  0x202E,  0x2060,
                                       0x2066,  0x2069,  0x206F,  0x3164,  0xFDD0,  0xFDEF,  0xFE00,  0xFE0F,  0xFEFF,
                                       0xFFA0,  0xFFF0,  0xFFF9,  0xFFFB,  0xFFFE,  0xFFFF,  0x1BCA0, 0x1D173, 0x1D17A,
                                       0x1FFFE, 0xE0001, 0xE0041, 0xE007F, 0xE0100, 0xE0FFF, 0x10FFFF };
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        if (utf8_is_hidden(shown[i])) fail_msg("U+%04X is hidden", (unsigned)shown[i]);
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (!utf8_is_hidden(hidden[i])) fail_msg("U+%04X is shown", (unsigned)hidden[i]);
}

static void a_caller_of_the_library_reads_the_same_characters(void **state)
{
    (void)state;
    uint32_t point = 7;
    bool hidden = false;
    assert_int_equal(cc_read_character("\u00e9", 2, &point, &hidden), 2);
    assert_int_equal(point, 0xE9);
    assert_false(hidden);
    assert_int_equal(cc_read_character("\xE2\x80\x8B", 3, &point, &hidden), 3);
    assert_int_equal(point, 0x200B);
    assert_true(hidden);
    assert_int_equal(cc_read_character("\xE2\x80", 2, &point, &hidden), 0);
    assert_int_equal(point, 0x200B);
    assert_true(hidden);
}

static void widths_are_those_of_a_terminal(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t width;
    } rows[] = {
        { "", 0 },     { "OpenAI", 6 },   { "Autorité", 8 }, { "e\xCC\x81", 1 }, /* e and a combining acute */
        { "日本", 4 }, { "한국", 4 },     { "€5", 2 },       { "→ ≥ —", 5 },
        { "😀", 2 },    { "a\u200Db", 2 }, { "\x1b[0m", 3 },  { "a\xFFz", 3 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (utf8_width(rows[i].text, strlen(rows[i].text)) != rows[i].width)
            fail_msg("'%s' is %zu wide", rows[i].text, utf8_width(rows[i].text, strlen(rows[i].text)));
    assert_int_equal(utf8_columns('a'), 1);
    assert_int_equal(utf8_columns('\n'), 0);
    assert_int_equal(utf8_columns(0x4E00), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_reads_as_itself_and_surrogates_do_not),
        cmocka_unit_test(no_overlong_form_is_read),
        cmocka_unit_test(stray_bytes_are_nothing),
        cmocka_unit_test(what_is_hidden_is_what_shows_nothing_or_turns_text),
        cmocka_unit_test(a_caller_of_the_library_reads_the_same_characters),
        cmocka_unit_test(widths_are_those_of_a_terminal),
    };
    return cmocka_run_group_tests_name("base/utf8", tests, NULL, NULL);
}
