/* Pieces of an arena: zeroed, aligned, apart from each other; failure sticks; nothing is left behind. */
#include "base/arena.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* An allocator that refuses the n-th request (0: none) and counts what lives. */
struct faults {
    size_t at, seen, live_blocks, live_bytes, largest;
};

static void *faulty(void *ud, void *block, size_t old_size, size_t new_size)
{
    struct faults *f = ud;
    if (new_size && ++f->seen == f->at) return NULL;
    if (block) f->live_blocks--, f->live_bytes -= old_size;
    if (!new_size) {
        free(block);
        return NULL;
    }
    f->live_blocks++, f->live_bytes += new_size;
    if (new_size > f->largest) f->largest = new_size;
    return realloc(block, new_size);
}

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, &allocator_default, 0);
    unsigned char *pieces[300];
    for (size_t i = 0; i < 300; i++) {
        pieces[i] = arena_take(&a, i * 7);
        assert_non_null(pieces[i]);
        assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        for (size_t j = 0; j < i * 7; j++) assert_int_equal(pieces[i][j], 0);
        memset(pieces[i], (int)(i % 255) + 1, i * 7);
    }
    for (size_t i = 0; i < 300; i++)
        for (size_t j = 0; j < i * 7; j++) assert_int_equal(pieces[i][j], i % 255 + 1);
    assert_false(a.failed);
    arena_free(&a);
}

static void a_piece_larger_than_a_block_is_had_too(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, &allocator_default, 0);
    char *small = arena_take(&a, 8), *large = arena_take(&a, 5u << 20), *next = arena_take(&a, 8);
    assert_true(small && large && next);
    memset(large, 'x', 5u << 20);
    assert_int_equal(*small, 0);
    assert_int_equal(*next, 0);
    arena_free(&a);
}

static void a_piece_of_no_bytes_is_a_piece(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, &allocator_default, 0);
    void *first = arena_take(&a, 0), *second = arena_take(&a, 0);
    assert_true(first && second && first != second);
    assert_non_null(arena_array(&a, 0, 8));
    assert_non_null(arena_array(&a, 8, 0));
    assert_string_equal(arena_copy(&a, NULL, 0), "");
    arena_free(&a);
}

static void a_size_that_overflows_is_a_failure(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, &allocator_default, 0);
    const size_t sizes[] = { SIZE_MAX, SIZE_MAX - 7, SIZE_MAX / 2 + 1, PTRDIFF_MAX };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        assert_non_null(arena_take(&a, 1));
        assert_null(arena_take(&a, sizes[i]));
        assert_true(a.failed);
        arena_reset(&a);
    }
    assert_null(arena_array(&a, SIZE_MAX / 4, 8));
    arena_reset(&a);
    assert_null(arena_copy(&a, "x", SIZE_MAX));
    arena_free(&a);
}

static void failure_sticks_even_where_room_is_left(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, &allocator_default, 0);
    assert_non_null(arena_take(&a, 8));
    assert_null(arena_take(&a, SIZE_MAX));
    assert_null(arena_take(&a, 8));
    assert_null(arena_take(&a, 0));
    assert_true(a.failed);
    arena_reset(&a);
    assert_false(a.failed);
    assert_non_null(arena_take(&a, 8));
    arena_free(&a);
}

static void the_limit_is_one_of_bytes_from_the_allocator(void **state)
{
    (void)state;
    struct faults f = { 0 };
    const cc_allocator allocator = { faulty, &f };
    const size_t limits[] = { 100, 1000, 20000, 100000, 1000000 };
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        struct arena a;
        arena_init(&a, &allocator, limits[i]);
        size_t taken = 0;
        while (arena_take(&a, 32)) taken += 32;
        assert_true(a.failed);
        assert_true(f.live_bytes <= limits[i]);
        assert_true(taken >= limits[i] / 4); /* a limit smaller than a block still gives what it allows */
        arena_free(&a);
        assert_int_equal(f.live_blocks, 0);
    }
}

static void blocks_double_to_256_kib(void **state)
{
    (void)state;
#ifdef ARENA_EACH
    skip();
#else
    struct faults f = { 0 };
    const cc_allocator allocator = { faulty, &f };
    struct arena a;
    arena_init(&a, &allocator, 0);
    arena_take(&a, 16);
    assert_int_equal(f.largest, 16 * 1024);
    for (size_t i = 0; i < 100000; i++) arena_take(&a, 16);
    assert_int_equal(f.largest, 256 * 1024);
    assert_int_equal(a.total, f.live_bytes);
    assert_true(f.live_blocks < 15);
    arena_free(&a);
#endif
}

static void a_reset_arena_is_zeroed_anew_and_asks_for_nothing_more(void **state)
{
    (void)state;
    struct faults f = { 0 };
    const cc_allocator allocator = { faulty, &f };
    struct arena a;
    arena_init(&a, &allocator, 0);
    for (size_t round = 0; round < 5; round++) {
        size_t before = f.seen;
        for (size_t i = 0; i < 100; i++) {
            unsigned char *piece = arena_take(&a, 40);
            for (size_t j = 0; j < 40; j++) assert_int_equal(piece[j], 0);
            memset(piece, 0xEE, 40);
        }
#ifndef ARENA_EACH
        if (round) assert_int_equal(f.seen, before);
#else
        (void)before;
#endif
        arena_reset(&a);
        assert_true(f.live_blocks <= 1);
        assert_int_equal(a.total, f.live_bytes);
    }
    arena_free(&a);
    assert_int_equal(f.live_blocks, 0);
}

/* Small pieces, and some that are too large for a block; what was there before stays as it was. */
static void what_was_taken_since_a_mark_is_given_back(void **state)
{
    (void)state;
    struct faults f = { 0 };
    const cc_allocator allocator = { faulty, &f };
    for (unsigned before = 0; before < 4; before++) { /* nothing, a piece, many, and one too large for a block */
        struct arena a;
        arena_init(&a, &allocator, 0);
        size_t count = before == 2 ? 1000 : before ? 1 : 0, size = before == 3 ? 100000 : 40;
        unsigned char *pieces[1000];
        for (size_t i = 0; i < count; i++) pieces[i] = memset(arena_take(&a, size), 0xEE, size);
        struct arena_mark outer = arena_mark(&a), inner;
        size_t bytes = f.live_bytes;
        for (size_t round = 0; round < 3; round++) {
            for (size_t i = 0; i < 300; i++) {
                size_t more = i % 50 == 7 ? 90000 : i * 5 + 1;
                unsigned char *piece = arena_take(&a, more);
                for (size_t j = 0; j < more; j++) assert_int_equal(piece[j], 0);
                memset(piece, 0xDD, more);
                if (i == 100) inner = arena_mark(&a);
            }
            assert_true(f.live_bytes > bytes);
            arena_rewind(&a, inner);
            memset(arena_take(&a, 5000), 0xDD, 5000);
            arena_rewind(&a, outer);
            assert_int_equal(f.live_bytes, bytes);
            assert_int_equal(a.total, bytes);
        }
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < size; j++) assert_int_equal(pieces[i][j], 0xEE);
        arena_free(&a);
        assert_int_equal(f.live_blocks, 0);
    }
}

/* What is moved as it grows leaves the order of the blocks: those before the mark stay, those since are given back. */
static void arrays_may_grow_after_a_mark(void **state)
{
    (void)state;
    struct faults f = { 0 };
    const cc_allocator allocator = { faulty, &f };
    struct arena a;
    arena_init(&a, &allocator, 0);
    size_t first_capacity = 0, capacity;
    uint32_t *first = arena_grow(&a, NULL, 0, &first_capacity, sizeof *first);
    *first = 7;
    struct arena_mark mark;
    for (size_t round = 0; round < 3; round++) {
        if (round == 1)
            first = arena_grow_slowly(&a, first, 1, &first_capacity, sizeof *first); /* moves the oldest block */
        mark = arena_mark(&a);
        size_t bytes = f.live_bytes;
        uint32_t *items = NULL;
        capacity = 0;
        for (uint32_t i = 0; i < 20000; i++) {
            items = arena_grow(&a, items, i, &capacity, sizeof *items);
            items[i] = i;
            if (i % 100 == 0) arena_take(&a, 16);
        }
        arena_rewind(&a, mark);
        assert_int_equal(f.live_bytes, bytes);
        assert_int_equal(*first, 7);
    }
    arena_free(&a);
    assert_int_equal(f.live_blocks, 0);
}

static void an_arena_that_failed_stays_so_when_it_is_rewound(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, &allocator_default, 20000);
    arena_take(&a, 10);
    struct arena_mark mark = arena_mark(&a);
    assert_null(arena_take(&a, 30000));
    arena_rewind(&a, mark);
    assert_true(a.failed);
    assert_null(arena_take(&a, 1));
    arena_free(&a);
}

static void a_reset_does_not_keep_a_huge_block(void **state)
{
    (void)state;
    struct faults f = { 0 };
    const cc_allocator allocator = { faulty, &f };
    struct arena a;
    arena_init(&a, &allocator, 0);
    arena_take(&a, 8u << 20);
    arena_reset(&a);
    assert_true(f.live_bytes <= (size_t)256 * 1024);
    assert_non_null(arena_take(&a, 100));
    arena_free(&a);
    assert_int_equal(f.live_blocks, 0);
}

static void an_array_grows_keeps_its_items_and_its_new_room_is_zeroed(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, &allocator_default, 0);
    for (size_t between = 0; between < 2; between++) { /* alone, and with other pieces in its way */
        uint32_t *items = NULL;
        size_t capacity = 0;
        for (uint32_t count = 0; count < 5000; count++) {
            size_t before = capacity;
            items = arena_grow(&a, items, count, &capacity, sizeof *items);
            assert_true(items && capacity > count);
            for (size_t i = before; i < capacity; i++) assert_int_equal(items[i], 0);
            items[count] = count + 1;
            if (between) memset(arena_take(&a, 24), 0xFF, 24);
        }
        for (uint32_t i = 0; i < 5000; i++) assert_int_equal(items[i], i + 1);
    }
    arena_free(&a);
}

static void growth_that_overflows_is_a_failure(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, &allocator_default, 0);
    size_t capacity = SIZE_MAX / 8;
    char item = 0;
    assert_null(arena_grow(&a, &item, capacity, &capacity, 16));
    assert_true(a.failed);
    assert_int_equal(capacity, SIZE_MAX / 8);
    arena_free(&a);
}

static void any_allocation_may_fail(void **state)
{
    (void)state;
    for (size_t at = 1;; at++) {
        struct faults f = { .at = at };
        const cc_allocator allocator = { faulty, &f };
        struct arena a;
        arena_init(&a, &allocator, 0);
        size_t capacity = 0;
        char **texts = NULL;
        for (size_t i = 0; i < 500; i++) {
            char **grown = arena_grow(&a, texts, i, &capacity, sizeof *texts);
            if (!grown) break;
            texts = grown;
            if (!(texts[i] = arena_copy(&a, "some text that is copied", 24))) break;
            assert_string_equal(texts[i], "some text that is copied");
        }
        bool reached = f.seen >= at;
        assert_int_equal(a.failed, reached);
        arena_free(&a);
        assert_int_equal(f.live_blocks, 0);
        assert_int_equal(f.live_bytes, 0);
        if (!reached) break;
    }
}

static void an_arena_may_be_freed_twice_and_used_again(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, &allocator_default, 0);
    arena_free(&a);
    arena_take(&a, 10);
    arena_free(&a);
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(a_piece_larger_than_a_block_is_had_too),
        cmocka_unit_test(a_piece_of_no_bytes_is_a_piece),
        cmocka_unit_test(a_size_that_overflows_is_a_failure),
        cmocka_unit_test(failure_sticks_even_where_room_is_left),
        cmocka_unit_test(the_limit_is_one_of_bytes_from_the_allocator),
        cmocka_unit_test(blocks_double_to_256_kib),
        cmocka_unit_test(a_reset_arena_is_zeroed_anew_and_asks_for_nothing_more),
        cmocka_unit_test(a_reset_does_not_keep_a_huge_block),
        cmocka_unit_test(what_was_taken_since_a_mark_is_given_back),
        cmocka_unit_test(arrays_may_grow_after_a_mark),
        cmocka_unit_test(an_arena_that_failed_stays_so_when_it_is_rewound),
        cmocka_unit_test(an_array_grows_keeps_its_items_and_its_new_room_is_zeroed),
        cmocka_unit_test(growth_that_overflows_is_a_failure),
        cmocka_unit_test(any_allocation_may_fail),
        cmocka_unit_test(an_arena_may_be_freed_twice_and_used_again),
    };
    return cmocka_run_group_tests_name("base/arena", tests, NULL, NULL);
}
