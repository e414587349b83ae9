/* Small blocks: what they hold stays through every change of size, what is given back serves the next, sizes are told truly to
 * the allocator below, and nothing is left behind. */
#include "base/small.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"

/* An allocator that knows the size of each block, and refuses where it is told to. */
struct below {
    size_t blocks, bytes, asked, most; /* of one block; 0: any */
    bool refuses, lied;
};

static void *below(void *ud, void *block, size_t old_size, size_t new_size)
{
    struct below *b = ud;
    size_t *had = block ? (size_t *)block - 2 : NULL; /* two, so that what follows is aligned */
    if (had && *had != old_size) b->lied = true;
    if (new_size && (b->refuses || (b->most && new_size > b->most))) return NULL;
    b->asked += new_size > 0;
    if (had) b->blocks--, b->bytes -= *had;
    if (!new_size) {
        free(had);
        return NULL;
    }
    size_t *has = realloc(had, new_size + 2 * sizeof *has);
    if (!has) abort();
    *has = new_size;
    b->blocks++, b->bytes += new_size;
    return has + 2;
}

static void blocks_keep_what_they_hold_and_none_is_left(void **state)
{
    (void)state;
    struct below b = { 0 };
    cc_allocator allocator = { below, &b };
    struct small s;
    small_init(&s, &allocator);
    enum { BLOCKS = 200, STEPS = 20000 };
    unsigned char *blocks[BLOCKS] = { NULL };
    size_t sizes[BLOCKS] = { 0 };
    uint64_t seed = 20250124;
    for (int step = 0; step < STEPS; step++) {
        size_t i = random_below(&seed, BLOCKS),
               size = random_below(&seed, 4) ? random_below(&seed, 300) : random_below(&seed, 5000);
        blocks[i] = small_allocate(&s, blocks[i], sizes[i], size);
        assert_int_equal(blocks[i] != NULL, size > 0);
        for (size_t j = 0; j < sizes[i] && j < size; j++) assert_int_equal(blocks[i][j], i);
        sizes[i] = size;
        if (size) memset(blocks[i], (int)i, size);
    }
    for (size_t i = 0; i < BLOCKS; i++) assert_null(small_allocate(&s, blocks[i], sizes[i], 0));
    small_free(&s);
    assert_false(b.lied);
    assert_int_equal(b.blocks, 0);
    assert_int_equal(b.bytes, 0);
}

static void what_is_given_back_serves_the_next_of_its_size(void **state)
{
    (void)state;
#ifdef ARENA_EACH
    skip(); /* nothing is kept there */
#endif
    struct below b = { 0 };
    cc_allocator allocator = { below, &b };
    struct small s;
    small_init(&s, &allocator);
    for (int i = 0; i < 1000; i++) {
        void *block = small_allocate(&s, NULL, 0, 40);
        block = small_allocate(&s, block, 40, 48); /* the same step of sizes */
        block = small_allocate(&s, block, 48, 100);
        assert_null(small_allocate(&s, block, 100, 0));
    }
    assert_int_equal(b.asked, 1); /* for the piece that the first are cut from */
    small_free(&s);
    assert_int_equal(b.blocks, 0);
}

/* What is kept has an end, so that a rule that took much leaves no more than that behind; the first piece is apart from it,
 * whether its blocks come back first or last. */
static void no_more_is_kept_than_is_said(void **state)
{
    (void)state;
#ifdef ARENA_EACH
    skip();
#endif
    enum { EACH = 256, COUNT = (SMALL_FIRST + SMALL_MOST) / EACH + 1000 };
    void **blocks = calloc(COUNT, sizeof *blocks);
    assert_non_null(blocks);
    for (int backwards = 0; backwards < 2; backwards++) {
        struct below b = { 0 };
        cc_allocator allocator = { below, &b };
        struct small s;
        small_init(&s, &allocator);
        for (int i = 0; i < COUNT; i++) blocks[i] = small_allocate(&s, NULL, 0, EACH);
        for (int i = 0; i < COUNT; i++) small_allocate(&s, blocks[backwards ? COUNT - 1 - i : i], EACH, 0);
        assert_int_equal(b.bytes, SMALL_FIRST + SMALL_MOST);
        for (int i = 0; i < COUNT; i++) blocks[i] = small_allocate(&s, NULL, 0, EACH);
        for (int i = 0; i < COUNT; i++) small_allocate(&s, blocks[i], EACH, 0);
        assert_int_equal(b.bytes, SMALL_FIRST + SMALL_MOST);
        small_free(&s);
        assert_false(b.lied);
        assert_int_equal(b.bytes, 0);
    }
    free(blocks);
}

static void a_block_stays_where_no_other_is_to_be_had(void **state)
{
    (void)state;
    struct below b = { 0 };
    cc_allocator allocator = { below, &b };
    struct small s;
    small_init(&s, &allocator);
    char *block = small_allocate(&s, NULL, 0, 100);
    void *first[SMALL_FIRST / 256] = { NULL };
    assert_non_null(block);
    strcpy(block, "kept");
    b.refuses = true;
    size_t count = 0; /* what is left of the piece */
    while (count < sizeof first / sizeof *first && (first[count] = small_allocate(&s, NULL, 0, 250))) count++;
    assert_in_range(count, 0, SMALL_FIRST / 256 - 1);
    assert_null(small_allocate(&s, block, 100, 5000));
    assert_null(small_allocate(&s, block, 100, 250));
    assert_string_equal(block, "kept");
    assert_null(small_allocate(&s, block, 100, 0));
    while (count) small_allocate(&s, first[--count], 250, 0);
    small_free(&s);
    assert_false(b.lied);
    assert_int_equal(b.blocks, 0);
}

/* Where there is no room for the piece that the first are cut from, there may be for a block. */
static void without_the_first_piece_there_are_blocks(void **state)
{
    (void)state;
    struct below b = { .most = 1000 };
    cc_allocator allocator = { below, &b };
    struct small s;
    small_init(&s, &allocator);
    void *one = small_allocate(&s, NULL, 0, 100), *other = small_allocate(&s, NULL, 0, 200);
    assert_non_null(one);
    assert_non_null(other);
    assert_null(small_allocate(&s, one, 100, 0));
    assert_null(small_allocate(&s, other, 200, 0));
    small_free(&s);
    assert_false(b.lied);
    assert_int_equal(b.blocks, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_keep_what_they_hold_and_none_is_left),
        cmocka_unit_test(what_is_given_back_serves_the_next_of_its_size),
        cmocka_unit_test(no_more_is_kept_than_is_said),
        cmocka_unit_test(a_block_stays_where_no_other_is_to_be_had),
        cmocka_unit_test(without_the_first_piece_there_are_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
