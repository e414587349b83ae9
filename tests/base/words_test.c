/* Interned text: equal text is an equal word, whatever the seed and however many there are. */
#include "base/faulty.h"
#include "base/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { MANY = 20000 };

static size_t name_of(size_t i, char out[32]) { return (size_t)snprintf(out, 32, "word-%zu", i * 7919); }

static void equal_text_is_an_equal_word(void **state)
{
    (void)state;
    struct arena a;
    struct words w;
    arena_init(&a, &allocator_default, 0);
    words_init(&w, &a, 42);
    word amazon = words_intern(&w, "amazon", 6), google = words_intern(&w, "google", 6);
    assert_true(amazon && google && amazon != google);
    assert_int_equal(words_intern(&w, "amazon-web", 6), amazon);
    assert_int_equal(words_find(&w, "google", 6), google);
    assert_int_equal(words_find(&w, "googl", 5), 0);
    assert_string_equal(words_text(&w, amazon), "amazon");
    assert_int_equal(words_length(&w, amazon), 6);
    arena_free(&a);
}

static void word_0_is_the_empty_text(void **state)
{
    (void)state;
    struct arena a;
    struct words w;
    arena_init(&a, &allocator_default, 0);
    words_init(&w, &a, 1);
    assert_int_equal(words_find(&w, "x", 1), 0); /* before anything was added */
    assert_int_equal(words_intern(&w, "", 0), 0);
    assert_int_equal(words_intern(&w, NULL, 0), 0);
    assert_string_equal(words_text(&w, 0), "");
    assert_int_equal(words_length(&w, 0), 0);
    assert_string_equal(words_text(&w, 1000), "");
    arena_free(&a);
}

static void text_with_a_nul_inside_is_another_word(void **state)
{
    (void)state;
    struct arena a;
    struct words w;
    arena_init(&a, &allocator_default, 0);
    words_init(&w, &a, 1);
    word with = words_intern(&w, "a\0b", 3), without = words_intern(&w, "a", 1);
    assert_int_not_equal(with, without);
    assert_int_equal(words_length(&w, with), 3);
    arena_free(&a);
}

static void many_words_are_all_found_again_in_their_order(void **state)
{
    (void)state;
    const uint64_t seeds[] = { 0, 1, UINT64_MAX, UINT64_C(0x9e3779b97f4a7c15) };
    for (size_t s = 0; s < sizeof seeds / sizeof *seeds; s++) {
        struct arena a;
        struct words w;
        char name[32];
        arena_init(&a, &allocator_default, 0);
        words_init(&w, &a, seeds[s]);
        for (size_t i = 0; i < MANY; i++) assert_int_equal(words_intern(&w, name, name_of(i, name)), i + 1);
        for (size_t i = 0; i < MANY; i++) {
            size_t length = name_of(i, name);
            assert_int_equal(words_find(&w, name, length), i + 1);
            assert_string_equal(words_text(&w, (word)(i + 1)), name);
        }
        arena_free(&a);
    }
}

static void the_hash_depends_on_the_seed_and_spreads_in_its_low_bits(void **state)
{
    (void)state;
    assert_true(hash_bytes("amazon", 6, 1) != hash_bytes("amazon", 6, 2));
    assert_true(hash_bytes("amazon", 6, 1) == hash_bytes("amazon", 6, 1));
    unsigned buckets[64] = { 0 };
    char name[32];
    for (size_t i = 0; i < MANY; i++) buckets[hash_bytes(name, name_of(i, name), 5) % 64]++;
    for (size_t i = 0; i < 64; i++) assert_in_range(buckets[i], MANY / 64 / 2, MANY / 64 * 2);
}

static void any_allocation_may_fail_and_what_is_there_is_still_found(void **state)
{
    (void)state;
    for (size_t at = 1;; at++) {
        struct faults f = { .at = at };
        const cc_allocator allocator = faulty(&f);
        struct arena a;
        struct words w;
        char name[32];
        size_t known = 0;
        arena_init(&a, &allocator, 0);
        words_init(&w, &a, 3);
        for (size_t i = 0; i < 900; i++) {
            word n = words_intern(&w, name, name_of(i, name));
            assert_int_equal(n == 0, a.failed);
            if (n) known = i + 1;
        }
        for (size_t i = 0; i < 900; i++) {
            size_t expected = i < known ? i + 1 : 0, length = name_of(i, name);
            assert_int_equal(words_find(&w, name, length), expected);
            assert_int_equal(words_intern(&w, name, length), expected);
        }
        bool reached = f.seen >= at;
        assert_int_equal(a.failed, reached);
        arena_free(&a);
        assert_int_equal(f.live, 0);
        if (!reached) break;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_text_is_an_equal_word),
        cmocka_unit_test(word_0_is_the_empty_text),
        cmocka_unit_test(text_with_a_nul_inside_is_another_word),
        cmocka_unit_test(many_words_are_all_found_again_in_their_order),
        cmocka_unit_test(the_hash_depends_on_the_seed_and_spreads_in_its_low_bits),
        cmocka_unit_test(any_allocation_may_fail_and_what_is_there_is_still_found),
    };
    return cmocka_run_group_tests_name("base/words", tests, NULL, NULL);
}
