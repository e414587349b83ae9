/* Strict UTF-8, and the columns that text takes. */
#include "base/utf8.h"

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
        cmocka_unit_test(widths_are_those_of_a_terminal),
    };
    return cmocka_run_group_tests_name("base/utf8", tests, NULL, NULL);
}
