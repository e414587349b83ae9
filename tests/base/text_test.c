/* The string builder: it grows, has its limit, and remembers that it failed. */
#include "base/arena.h"
#include "base/faulty.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void what_is_added_stands_there_in_order_and_ends_in_nul(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, &allocator_default, 1 << 20);
    text_string(&t, "none of ");
    text_add(&t, "%u agreement%s", 12u, "s");
    text_char(&t, ' ');
    text_bytes(&t, "hold it", 4);
    assert_string_equal(t.data, "none of 12 agreements hold");
    assert_int_equal(t.length, strlen(t.data));
    text_free(&t);
    assert_null(t.data);
}

static void adding_nothing_still_gives_a_text(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, &allocator_default, 10);
    text_bytes(&t, NULL, 0);
    assert_string_equal(t.data, "");
    text_free(&t);
}

static void a_text_longer_than_its_room_is_printed_whole(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, &allocator_default, 1 << 20);
    char expected[4001], row[1001];
    memset(expected, 'y', 4000), expected[4000] = '\0';
    memset(row, 'y', 1000), row[1000] = '\0';
    for (size_t i = 0; i < 4; i++) text_add(&t, "%s", row);
    assert_string_equal(t.data, expected);
    text_free(&t);
}

static void every_length_around_a_growth_is_right(void **state)
{
    (void)state;
    char word[600];
    memset(word, 'z', sizeof word);
    for (int length = 0; length < 600; length++) {
        struct text t;
        text_init(&t, &allocator_default, 600);
        text_add(&t, "%.*s", length, word);
        assert_int_equal(t.length, length);
        assert_int_equal(strlen(t.data), length);
        text_char(&t, '!');
        assert_int_equal(t.length, length + 1);
        text_free(&t);
    }
}

static void the_limit_is_reached_but_not_passed(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, &allocator_default, 10);
    text_string(&t, "0123456789");
    assert_false(t.failed);
    assert_string_equal(t.data, "0123456789");
    text_char(&t, 'x');
    assert_true(t.failed);
    assert_string_equal(t.data, "0123456789");
    text_free(&t);

    text_init(&t, &allocator_default, 10);
    text_add(&t, "%s", "01234567890");
    assert_true(t.failed);
    assert_string_equal(t.data, ""); /* no half of it */
    text_free(&t);
}

static void failure_sticks_until_the_text_is_freed(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, &allocator_default, 4);
    text_string(&t, "abc");
    text_string(&t, "def");
    text_string(&t, "g");
    assert_string_equal(t.data, "abc");
    text_reset(&t);
    assert_true(t.failed);
    assert_string_equal(t.data, "");
    text_free(&t);
    assert_false(t.failed);
    text_string(&t, "abc");
    assert_string_equal(t.data, "abc");
    text_free(&t);
}

static void a_reset_keeps_the_room(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, &allocator_default, 100);
    text_reset(&t);
    text_string(&t, "abc");
    const char *data = t.data;
    text_reset(&t);
    assert_int_equal(t.length, 0);
    text_string(&t, "de");
    assert_ptr_equal(t.data, data);
    assert_string_equal(t.data, "de");
    text_free(&t);
}

static void any_allocation_may_fail(void **state)
{
    (void)state;
    for (size_t at = 1;; at++) {
        struct faults f = { .at = at };
        const cc_allocator allocator = faulty(&f);
        struct text t;
        text_init(&t, &allocator, 1 << 20);
        size_t whole = 0;
        for (unsigned i = 0; i < 1000; i++) {
            text_add(&t, "line %04u\n", i);
            if (!t.failed) whole += 10;
        }
        assert_int_equal(t.length, whole);
        if (t.data) assert_int_equal(strlen(t.data), whole);
        bool reached = f.seen >= at;
        assert_int_equal(t.failed, reached);
        text_free(&t);
        assert_int_equal(f.live, 0);
        if (!reached) break;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_added_stands_there_in_order_and_ends_in_nul),
        cmocka_unit_test(adding_nothing_still_gives_a_text),
        cmocka_unit_test(a_text_longer_than_its_room_is_printed_whole),
        cmocka_unit_test(every_length_around_a_growth_is_right),
        cmocka_unit_test(the_limit_is_reached_but_not_passed),
        cmocka_unit_test(failure_sticks_until_the_text_is_freed),
        cmocka_unit_test(a_reset_keeps_the_room),
        cmocka_unit_test(any_allocation_may_fail),
    };
    return cmocka_run_group_tests_name("base/text", tests, NULL, NULL);
}
