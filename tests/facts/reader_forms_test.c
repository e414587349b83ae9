/* reader_forms_test.c - one case in every form of its text says the same; so it does with another seed, in two threads, and where any
 * allocation fails it is the same or none. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "facts/reading.h"

static struct heard heard;

/* --- Two cases that say the same --- */

static void assert_same_cell(const struct facts *a, const struct facts *b, enum field f, const struct cell *x,
                             const struct cell *y)
{
    const uint32_t *x_items, *y_items;
    assert_int_equal(x->state, y->state);
    assert_string_equal(a->currencies[x->currency], b->currencies[y->currency]);
    size_t x_claims, y_claims;
    const struct claim *xc = cell_claims(a, x, &x_claims), *yc = cell_claims(b, y, &y_claims);
    assert_int_equal(x_claims, y_claims);
    for (size_t i = 0; i < x_claims; i++)
        assert_true(xc[i].low == yc[i].low && xc[i].high == yc[i].high && xc[i].date.low == yc[i].date.low &&
                    xc[i].date.high == yc[i].date.high && xc[i].source == yc[i].source &&
                    xc[i].currency == yc[i].currency);
    switch (model_fields[f].type) {
    case TYPE_WORD:
    case TYPE_WORDS:
    case TYPE_REF:
    case TYPE_REFS:
        assert_int_equal(cell_items(a, f, x, &x_items), cell_items(b, f, y, &y_items));
        for (uint32_t i = 0; i < cell_items(a, f, x, &x_items); i++)
            if (model_fields[f].list != LIST_COUNT)
                assert_string_equal(facts_word(a, x_items[i]), facts_word(b, y_items[i]));
            else assert_string_equal(facts_id(a, x_items[i]), facts_id(b, y_items[i]));
        break;
    case TYPE_NUMBER:
    case TYPE_MONEY:
    case TYPE_AMOUNT: assert_true(x->number.low == y->number.low && x->number.high == y->number.high); break;
    case TYPE_DATE: assert_true(x->date.low == y->date.low && x->date.high == y->date.high); break;
    case TYPE_FLAG: assert_int_equal(x->flag, y->flag); break;
    case TYPE_CITES:
    case TYPE_TEXTS: assert_int_equal(x->list.count, y->list.count); break;
    default:
        if (x->state == CELL_VALUE) assert_string_equal(x->text, y->text);
    }
}

static void assert_same(const struct facts *a, const struct facts *b)
{
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        assert_int_equal(facts_rows(a, (enum kind)k), facts_rows(b, (enum kind)k));
        for (uint32_t row = 0; row < facts_rows(a, (enum kind)k); row++) {
            assert_string_equal(facts_id(a, ref_make((enum kind)k, row)), facts_id(b, ref_make((enum kind)k, row)));
            for (unsigned f = model_kind((enum kind)k)->first; f <= model_kind((enum kind)k)->last; f++)
                assert_same_cell(a, b, (enum field)f, cell_of(a, (enum kind)k, row, (enum field)f),
                                 cell_of(b, (enum kind)k, row, (enum field)f));
        }
    }
    assert_int_equal(a->complete_count, b->complete_count);
    assert_string_equal(a->header.id, b->header.id);
    assert_int_equal(a->header.as_of, b->header.as_of);
}

/* --- Forms of one text --- */

static char *minified(const char *text, size_t size, size_t *ret_size)
{
    char *out = room(size + 1), *p = out;
    bool inside = false;
    for (size_t i = 0; out && i < size; i++) {
        if (text[i] == '"' && (i == 0 || text[i - 1] != '\\')) inside = !inside;
        if (inside || !strchr(" \r\n\t", text[i])) *p++ = text[i];
    }
    *ret_size = (size_t)(p - out);
    return out;
}

static char *with_crlf(const char *text, size_t size, size_t *ret_size)
{
    char *out = room(size * 2 + 1), *p = out;
    for (size_t i = 0; out && i < size; i++) {
        if (text[i] == '\n') *p++ = '\r';
        *p++ = text[i];
    }
    *ret_size = (size_t)(p - out);
    return out;
}

static void a_pretty_a_minified_and_a_crlf_copy_say_the_same(void **state)
{
    size_t size, other_size;
    char *text = file_bytes(EVERY_KIND, &size);
    struct facts *f = read_every_kind(&heard);
    for (int form = 0; form < 2; form++) {
        char *other = form ? with_crlf(text, size, &other_size) : minified(text, size, &other_size);
        assert_true(form ? other_size > size : other_size < size);
        struct facts *g = read_bytes(other, other_size, &heard);
        assert_non_null(g);
        assert_same(f, g);
        uint32_t line, column;
        facts_locate(g, facts_at(g, ref_make(KIND_SHARE, 1), NO_FIELD), &line, &column);
        assert_int_equal(line, form ? 33 : 1);
        facts_free(g);
        free(other);
    }
    facts_free(f);
    free(text);
}

static void the_seed_of_the_hashes_changes_nothing(void **state)
{
    size_t size;
    char *text = file_bytes(EVERY_KIND, &size);
    struct facts *f = read_every_kind(&heard);
    for (uint64_t seed = 0; seed < 20; seed++) {
        struct facts *g = facts_read(&allocator_default, seed * UINT64_C(0x123456789ABCDEF), "x", text, size, hear,
                                     &heard);
        assert_same(f, g);
        facts_free(g);
    }
    facts_free(f);
    free(text);
}

/* --- Memory --- */

/* Reads with the n-th allocation refused, until none is. */
static void sweep(struct faults *faults, bool for_good)
{
    size_t size;
    char *text = file_bytes(EVERY_KIND, &size);
    *faults = (struct faults){ 0 };
    struct facts *right = read_every_kind(&heard);
    for (size_t at = 1;; at++) {
        *faults = (struct faults){ .at = at, .for_good = for_good };
        cc_allocator allocator = faulty(faults);
        heard.count = 0;
        struct facts *f = facts_read(&allocator, 42, "x", text, size, hear, &heard);
        if (f) assert_same(right, f);
        else {
            assert_int_equal(heard.count, 1);
            assert_string_equal(heard.said[0].code, "memory");
        }
        facts_free(f);
        assert_int_equal(faults->live, 0);
        if (!faults->struck) {
            assert_non_null(f);
            break;
        }
    }
    facts_free(right);
    free(text);
}

static void every_allocation_may_fail(void **state)
{
    struct faults faults;
    sweep(&faults, false);
    sweep(&faults, true);
}

static void *read_often(void *text)
{
    size_t size = strlen(text);
    struct heard own = { 0 };
    long read = 0;
    for (int i = 0; i < 200; i++) {
        struct facts *f = facts_read(&allocator_default, (uint64_t)i, "x", text, size, hear, &own);
        read += f && facts_rows(f, KIND_SHARE) == 4;
        facts_free(f);
    }
    return (void *)read;
}

static void two_threads_do_not_meet(void **state)
{
    size_t size;
    char *text = file_bytes(EVERY_KIND, &size);
    pthread_t threads[2];
    void *read;
    for (int i = 0; i < 2; i++) assert_int_equal(pthread_create(&threads[i], NULL, read_often, text), 0);
    for (int i = 0; i < 2; i++) {
        pthread_join(threads[i], &read);
        assert_int_equal((long)read, 200);
    }
    free(text);
}

static void a_damaged_byte_gives_a_case_or_an_error(void **state)
{
    size_t size;
    char *text = file_bytes(EVERY_KIND, &size);
    for (size_t at = 0; at < size; at++) {
        static const char others[] = "\"x1{]\\ n\xff";
        char was = text[at];
        text[at] = others[at % (sizeof others - 1)];
        heard.count = 0;
        struct facts *f = read_bytes(text, size, &heard);
        assert_int_equal(f == NULL, heard.count > 0);
        facts_free(f);
        text[at] = was;
    }
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pretty_a_minified_and_a_crlf_copy_say_the_same),
        cmocka_unit_test(the_seed_of_the_hashes_changes_nothing),
        cmocka_unit_test(every_allocation_may_fail),
        cmocka_unit_test(two_threads_do_not_meet),
        cmocka_unit_test(a_damaged_byte_gives_a_case_or_an_error),
    };
    return cmocka_run_group_tests_name("facts/reader_forms", tests, NULL, NULL);
}
