/* The codes of currencies, and what a slip of the pen was meant for. */
#include "base/currency.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void each_code_is_three_capitals_and_stands_once(void **state)
{
    (void)state;
    assert_true(currency_count > 150);
    for (size_t i = 0; i < currency_count; i++) {
        const char *code = currency_codes[i];
        assert_int_equal(strlen(code), 3);
        for (size_t k = 0; k < 3; k++) assert_true(code[k] >= 'A' && code[k] <= 'Z');
        for (size_t k = 0; k < i; k++) assert_string_not_equal(currency_codes[k], code);
        assert_true(currency_is_code(code, 3));
        assert_string_equal(currency_nearest(code, 3), code);
    }
}

/* Those that withdrew stay readable: older cases are told in them. */
static void codes_are_read_and_nothing_else(void **state)
{
    (void)state;
    static const char *const codes[] = { "USD", "EUR", "GBP", "JPY", "CHF", "ZWG", "DEM", "FRF", "ITL" };
    static const char *const others[] = { "", "U", "US", "USDX", "usd", "UDS", "XXX", "XTS", "QQQ", "EURO", "$" };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) assert_true(currency_is_code(codes[i], 3));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(currency_is_code(others[i], strlen(others[i])));
}

static void the_nearest_is_what_was_meant(void **state)
{
    (void)state;
    static const char *const rows[][2] = { { "UDS", "USD" }, { "usd", "USD" }, { "SUD", "USD" }, { "ERU", "EUR" },
                                           { "EUT", "EUR" }, { "GPB", "GBP" }, { "gpb", "GBP" }, { "JYP", "JPY" },
                                           { "USS", "USD" }, { "FRG", "FRF" }, { "Eur", "EUR" } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *nearest = currency_nearest(rows[i][0], 3);
        if (!nearest || strcmp(nearest, rows[i][1]) != 0)
            fail_msg("%s: %s, not %s", rows[i][0], nearest ? nearest : "none", rows[i][1]);
    }
    assert_null(currency_nearest("QQQ", 3));
    assert_null(currency_nearest("", 0));
    assert_null(currency_nearest("EURO", 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_code_is_three_capitals_and_stands_once),
        cmocka_unit_test(codes_are_read_and_nothing_else),
        cmocka_unit_test(the_nearest_is_what_was_meant),
    };
    return cmocka_run_group_tests_name("base/currency", tests, NULL, NULL);
}
