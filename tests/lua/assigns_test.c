/* assigns_test.c - what can change a local of a function around it is said to; and no shipped rule does, so that none has
 * to be watched after each test. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/engine.h"
#include "base/arena.h"
#include "lua/checks.h"
#include "lua/ruling.h"

static const struct shape {
    const char *name, *text;
    bool assigns;
} shapes[] = {
    { "nothing", "", false },
    { "a_declaration", "local a, b <const> = 1, 2 return a", false },
    { "a_constant_beside_another", "local a <const>, b = 1, 2 return a", false },
    { "a_table", "return { a = 1, test = function(s) return { b = s } end, ['c'] = 2 }", false },
    { "a_table_in_a_call", "return f({ a = 1 }, function() return { b = 2 } end)", false },
    { "a_counting_loop", "for i = 1, 3 do f(i) end", false },
    { "a_field_of_a_library", "local t = {} function t.f() end return t", false },
    { "a_local_of_its_own", "return function() local n n = 1 return n end", false },
    { "a_local_in_a_loop_of_its_own", "return function() local n for x in y do n = x end return n end", false },
    { "a_field", "local t = {} return function() t.n = 1 end", false },
    { "a_field_of_a_call", "local t = {} return function() f(a, b).n = 1 end", false },
    { "a_place", "local t = {} return function() t[f(1, 2)] = 1 end", false },
    { "what_a_comment_says", "return 1 -- n = 1", false },
    { "an_upvalue", "local n = 0 return function() n = n + 1 return n end", true },
    { "an_upvalue_in_a_table", "local n = 0 return { test = function() n = 1 end }", true },
    { "an_upvalue_after_one_of_the_name_ended", "local n return function() do local n end n = 1 end", true },
    { "an_upvalue_in_the_other_branch", "local n return function(x) if x then local n else n = 1 end end", true },
    { "an_upvalue_behind_elseif", "local n return function(x) if x then local n elseif y then n = 1 end end", true },
    { "an_upvalue_behind_a_repeat", "local n return function() repeat local n until x n = 1 end", true },
    { "an_upvalue_first_of_two", "local n return function() local m n, m = 1, 2 end", true },
    { "an_upvalue_second_of_two", "local n return function() local m m, n = 1, 2 end", true },
    { "an_own_one_after_another", "local n return function() local m n, m = 1, 2 end", true },
    { "a_function_of_a_name", "local f return function() function f() end end", true },
    { "a_declaration_without_a_value", "local n return function() local m\nn = 1 end", true },
    { "an_inner_function", "return function() local n return function() n = 1 end end", true },
    { "a_name_in_its_own_declaration", "local n return function() local n = function() n = 1 end end", true },
    { "a_global", "n = 1", true },
    { "an_upvalue_before_a_field", "local n return function() n, t.m = 1, 2 end", true },
    { "an_upvalue_after_a_place", "local n return function() t[1], n = 1, 2 end", true },
    { "an_upvalue_before_a_bracket", "local n return function() n, (f()).m = 1, 2 end", true },
    { "a_second_of_two_own_ones", "local n return function() local a, b a, b = 1, 2 end", true }, /* in doubt */
    { "a_parameter", "return function(n) n = 1 end", true },                                      /* in doubt */
};

static bool text_assigns(const char *text, size_t length)
{
    struct token_list list = { 0 };
    struct scope scope = { 0 };
    const struct token *t = token_list_read(&list, &allocator_default, text, length);
    if (!t) fail_msg("no memory");
    for (; t->kind; t = token_after(t)) scope_follow(&scope, t);
    token_list_free(&list, &allocator_default);
    return scope.assigns;
}

static void is_said(void **state)
{
    const struct shape *shape = *state;
    size_t length = strlen(shape->text);
    char *exact = malloc(length ? length : 1); /* a step past it is seen */
    if (!exact) fail_msg("no memory");
    memcpy(exact, shape->text, length);
    bool assigns = text_assigns(exact, length);
    free(exact);
    assert_int_equal(assigns, shape->assigns);
}

static void where_it_is_too_deep_or_has_too_many_names_it_may(void **state)
{
    (void)state;
    char text[4000];
    memset(text, '(', 1000);
    assert_true(text_assigns(text, 1000));
    size_t length = 0;
    for (int i = 0; i < 201; i++) length += (size_t)snprintf(text + length, sizeof text - length, "local a%d ", i);
    assert_true(text_assigns(text, length));
    assert_false(text_assigns(text, length - strlen("local a200 ")));
}

static void no_shipped_rule_does(void **state)
{
    (void)state;
    struct ruling r;
    ruling_open(&r, NULL);
    if (!cc_engine_load_rules(r.engine, "rules")) fail_msg("%s", r.said[0].message);
    for (size_t i = 0; i < r.engine->rule_count; i++)
        if (r.engine->rules[i]->assigns) fail_msg("%s is watched", r.engine->rules[i]->path);
    ruling_close(&r);
}

int main(void)
{
    enum { SHAPES = sizeof shapes / sizeof shapes[0] };
    static struct CMUnitTest tests[SHAPES + 2];
    for (size_t i = 0; i < SHAPES; i++)
        tests[i] = (struct CMUnitTest){ .name = shapes[i].name,
                                        .test_func = is_said,
                                        .initial_state = (void *)(uintptr_t)&shapes[i] };
    tests[SHAPES] = (struct CMUnitTest)cmocka_unit_test(where_it_is_too_deep_or_has_too_many_names_it_may);
    tests[SHAPES + 1] = (struct CMUnitTest)cmocka_unit_test(no_shipped_rule_does);
    return _cmocka_run_group_tests("lua/assigns", tests, SHAPES + 2, NULL, NULL);
}
