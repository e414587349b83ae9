/* many_days_test.c - views of many days of a large case: what nobody asks for any more is forgotten, and what is asked again is as
 * it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/counted.h"
#include "base/faulty.h"
#include "facts/groups.h"
#include "facts/turning.h"
#include "facts/view.h"

#ifdef SHORT
enum { FIRMS = 1000, DAYS = 900 };
#else
enum { FIRMS = 4000, DAYS = 300 };
#endif

static struct facts *many_days(const cc_allocator *allocator, int firms, int days)
{
    char *text = turning_facts(firms, days);
    struct facts *f = facts_read(allocator, 7, "days.json", text, strlen(text), NULL, NULL);
    free(text);
    return f;
}

static bool are_one(const struct facts *f, const struct view *v, int i)
{
    char first[16], second[16];
    snprintf(first, sizeof first, "e%d", i), snprintf(second, sizeof second, "e%d", i + 1);
    uint32_t a = facts_find(f, KIND_ENTITY, first, strlen(first)),
             b = facts_find(f, KIND_ENTITY, second, strlen(second));
    return same_group((struct moment){ v, NO_ENTITY }, a, b);
}

static void check_day(const struct facts *f, const struct view *v, int day)
{
    for (int i = 0; i < DAYS; i++) assert_int_equal(are_one(f, v, i), i <= day && i % 3);
}

static void what_nobody_asks_for_is_forgotten_and_asked_again_it_is_as_it_was(void **state)
{
    (void)state;
    struct counted c = { 0 };
    const cc_allocator allocator = counted(&c);
    struct facts *f = many_days(&allocator, FIRMS, DAYS);
    assert_non_null(f);
    const struct view *before = view_at(f, turning_day(-1)), *always = before;
    uint64_t mark = views_mark(f);
    size_t whole = c.live;
    for (int day = 0; day < DAYS; day++) {
        uint64_t next = views_mark(f);
        const struct view *now = view_at(f, turning_day(day));
        assert_ptr_equal(view_at(f, turning_day(-1)), always); /* asked for each day, so it stays */
        views_forget(f, mark);
        if (day) assert_ptr_equal(view_at(f, turning_day(day - 1)), before);
        if (day % 50 == 0) check_day(f, before, day - 1), check_day(f, now, day);
        before = now, mark = next;
    }
    assert_true(c.most - whole < VIEWS_BYTES + VIEWS_BYTES / 8);
    check_day(f, view_at(f, turning_day(10)), 10);
    check_day(f, always, -1);
    facts_free(f);
    assert_int_equal(c.live, 0);
}

static void days_of_the_same_groups_share_them(void **state)
{
    (void)state;
    struct counted c = { 0 };
    const cc_allocator allocator = counted(&c);
    enum { MANY = 4000 }; /* so that what each firm takes of a day of its own is most of it */
    struct facts *f = many_days(&allocator, MANY, 9);
    const struct view *second = view_at(f, turning_day(2));
    size_t before = c.live;
    const struct view *third = view_at(f, turning_day(3));
    assert_ptr_equal(second->head, third->head);
    assert_true(c.live - before < MANY * 16);
    assert_ptr_not_equal(view_at(f, turning_day(4))->head, third->head);
    facts_free(f);
    assert_int_equal(c.live, 0);
}

static void any_allocation_may_fail(void **state)
{
    (void)state;
    bool whole = false;
    for (size_t at = 1; !whole; at++) {
        struct faults faults = { .at = 0 };
        const cc_allocator allocator = faulty(&faults);
        struct facts *f = many_days(&allocator, 600, 5);
        faults.seen = 0, faults.at = at;
        bool well = true;
        for (int day = 0; day < 5; day++) {
            const struct view *v = view_at(f, turning_day(day));
            if (v) assert_int_equal(are_one(f, v, 1), day >= 1);
            well = well && v;
        }
        whole = !faults.struck;
        assert_int_equal(well, whole);
        facts_free(f);
        assert_int_equal(faults.live, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_nobody_asks_for_is_forgotten_and_asked_again_it_is_as_it_was),
        cmocka_unit_test(days_of_the_same_groups_share_them),
        cmocka_unit_test(any_allocation_may_fail),
    };
    return cmocka_run_group_tests_name("facts/many_days", tests, NULL, NULL);
}
