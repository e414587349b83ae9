/* hostile_text_test.c - what the text of a rule may try: great length, operators behind line ends of other systems, libraries that
 * are broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lua/ruling.h"

static char *repeated(const char *before, const char *piece, size_t times, const char *after)
{
    size_t n = strlen(piece), size = strlen(before) + n * times + strlen(after) + 1, used = strlen(before);
    char *text = malloc(size);
    if (!text) fail_msg("no memory");
    memcpy(text, before, used);
    for (size_t i = 0; i < times; i++, used += n) memcpy(text + used, piece, n);
    memcpy(text + used, after, strlen(after) + 1);
    return text;
}

/* A megabyte that would make a careless search take its square. */
static void a_long_file_is_refused_in_time(void **state)
{
    static const char last[] = "\nlocal text, many = 'A', {}\nfor _ = 1, 17 do text = text .. text end\n"
                               "for i = 1, 150 do many[i] = { text .. '{' .. i, function() return true end } end\n"
                               "return require 'harmless' { id = 'hostile/long', elements = many }\n";
    (void)state;
    char *texts[] = { repeated("return ", "not c:agreements{", 60000, ""), repeated("return ", "{", 200000, ""),
                      repeated("local x = '", "\\z \n", 200000, ""), repeated("--", "A", 900000, last),
                      repeated("", "[==[", 100000, "") };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct ruling r;
        patience(PATIENCE);
        ruling_open(&r, &ruling_limits);
        assert_false(ruling_rule(&r, "hostile/long.lua", texts[i]));
        ruling_close(&r);
        patience(0);
        free(texts[i]);
    }
}

/* A chain of choices takes Lua's compiler the square of its length, where nothing ends it but this. */
static void a_long_chain_of_choices_is_refused_at_once(void **state)
{
    (void)state;
    char *texts[] = { repeated("local a return ", "a or ", 10001, "a"),
                      repeated("local a return ", "a and ", 10001, "a"),
                      repeated("local a return ", "not (a) or a and ", 5001, "a"),
                      repeated("local a if a then ", "elseif a then ", 10001, "end") };
    char *few = repeated("local a = true\nlocal b = a", " or a", 10000,
                         "\nreturn require 'harmless' { id = 'hostile/few', test = function() return b end }");
    struct ruling r;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        ruling_open(&r, &ruling_limits);
        assert_false(ruling_rule(&r, "hostile/choices.lua", texts[i]));
        if (!strstr(r.said[0].message, "more than 10,000 of 'and', 'or'")) fail_msg("%zu: %s", i, r.said[0].message);
        ruling_close(&r);
        free(texts[i]);
    }
    ruling_open(&r, &ruling_limits);
    if (!ruling_rule(&r, "hostile/few.lua", few)) fail_msg("%s", r.said[0].message);
    ruling_close(&r);
    free(few);
}

/* Of each bracket it is asked what stands behind it: a square again, and Lua, which refuses what is nested deep, comes last. */
static void brackets_within_brackets_are_refused_at_once(void **state)
{
    (void)state;
    static const char *const pieces[] = { "(", "{", "f(", "c:agreements(", "f(function() ", "(not " };
    struct ruling r;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        char *text = repeated("local a\nreturn ", pieces[i], 400000 / strlen(pieces[i]), "");
        patience(1);
        ruling_open(&r, &ruling_limits);
        assert_false(ruling_rule(&r, "hostile/deep.lua", text));
        if (!strstr(r.said[0].message, "more than 100 brackets")) fail_msg("%s: %s", pieces[i], r.said[0].message);
        assert_int_equal(r.said[0].line, 2);
        ruling_close(&r);
        patience(0);
        free(text);
    }
}

/* What Lua itself refuses as too deep: it says no line, and we do. Each is one piece a line, from line 2 on. */
static void what_lua_finds_too_deep_is_refused_by_its_line(void **state)
{
    (void)state;
    static const char *const pieces[] = { "a[\n", "not\n", "'a' ..\n", "2 ^\n", "function() return\n" };
    struct ruling r;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        char *text = repeated("local a\nreturn ", pieces[i], 1000, "1");
        ruling_open(&r, &ruling_limits);
        assert_false(ruling_rule(&r, "hostile/deep.lua", text));
        if (!strstr(r.said[0].message, "more is nested here than Lua takes"))
            fail_msg("%s: %s", pieces[i], r.said[0].message);
        assert_in_range(r.said[0].line, 90, 205);
        ruling_close(&r);
        free(text);
    }
}

static void a_hundred_brackets_may_be_open_and_are_looked_into(void **state)
{
    (void)state;
    struct ruling r;
    char *closed = repeated("", "}", 100,
                            "\nreturn require 'harmless' { id = 'hostile/deep', test = function() return true end }");
    char *plain = repeated("local deep = ", "{", 100, closed), *deep = repeated("", "{", 98, "");
    ruling_open(&r, &ruling_limits);
    if (!ruling_rule(&r, "hostile/deep.lua", plain)) fail_msg("%s", r.said[0].message);
    ruling_close(&r);
    free(closed), free(plain);
    closed = repeated("", "}", 98, "");
    char *asked = malloc(1000);
    snprintf(asked, 1000, "local function f(c) return %sfunction() if (c:invested(c, c)) then return 1 end end%s end",
             deep, closed);
    ruling_open(&r, &ruling_limits);
    assert_false(ruling_rule(&r, "hostile/asked.lua", asked));
    if (!strstr(r.said[0].message, "which is neither true nor false")) fail_msg("%s", r.said[0].message);
    ruling_close(&r);
    free(closed), free(deep), free(asked);
}

/* Line ends of other systems end a comment and a text for Lua, so they do for whoever looks for == in them. */
static void nothing_hides_behind_a_line_end(void **state)
{
    static const char *const texts[] = {
        "-- a comment\rreturn 1 == 2\r",      "local x = 'a\\\r\nb' return x == 1",
        "local x = 'a\\\n\rb' return x == 1", "local x = 'a\\z \r\n \t b' return x == 1",
        "local x = [[\r\n]] return x == 1",   "--[[ == ]] return 1 == 2",
        "-- [[\nreturn 1 == 2 --]]",          "\xEF\xBB\xBFreturn 1 == 2",
        "local x = 'a\\'b' return x == 1",    "local x = [==[ ]=] ]==] return x ~= 1",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct ruling r;
        ruling_open(&r, &ruling_limits);
        assert_false(ruling_rule(&r, "hostile/ends.lua", texts[i]));
        if (!strstr(r.said[0].message, "in a rule: write")) fail_msg("%s: %s", texts[i], r.said[0].message);
        ruling_close(&r);
    }
}

static void an_equality_in_a_text_or_a_comment_is_none(void **state)
{
    static const char *const texts[] = {
        "'a == b'",     "[[ a == b ]]",         "[==[ a ~= b ]] ... ]==]", "'\\z\n == '",
        "'a\\\n == b'", "--[=[ a == b ]=] 'x'", "-- a == b\r'x'",          "'not case:agreements{}' -- ... _ENV"
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        char text[300];
        struct ruling r;
        ruling_open(&r, &ruling_limits);
        snprintf(text, sizeof text,
                 "local x = %s\nreturn require 'harmless' { id = 'hostile/fine', test = function() return #x > 0 end }",
                 texts[i]);
        if (!ruling_rule(&r, "hostile/fine.lua", text)) fail_msg("%s: %s", texts[i], r.said[0].message);
        ruling_close(&r);
    }
}

/* A library that failed once fails again, and says the same; it does not require itself. */
static void a_broken_library_says_the_same_to_each_rule(void **state)
{
    static const char *const libraries[] = {
        "broken", "nothing", "failing", "equality", "endless", "greedy", "circle-a"
    };
    (void)state;
    for (size_t i = 0; i < sizeof libraries / sizeof libraries[0]; i++) {
        char text[100], first[520];
        struct ruling r;
        ruling_open(&r, &ruling_limits);
        snprintf(text, sizeof text, "return require '%s'", libraries[i]);
        assert_false(ruling_rule(&r, "hostile/one.lua", text));
        memcpy(first, r.said[0].message, sizeof first);
        assert_false(ruling_rule(&r, "hostile/two.lua", text));
        assert_string_equal(r.said[0].message, first);
        assert_true(ruling_rule(&r, "good/before.lua", "return require 'harmless' { id = 'good/before' }"));
        ruling_close(&r);
    }
}

/* What an audit was made from does not tell of tests, so nothing of theirs may be in a rule. */
static void a_library_for_tests_is_none_for_rules(void **state)
{
    static const char *const libraries[] = { "facts_test", "by-facts" };
    (void)state;
    for (size_t i = 0; i < sizeof libraries / sizeof libraries[0]; i++) {
        char text[100];
        struct ruling r;
        ruling_open(&r, &ruling_limits);
        snprintf(text, sizeof text, "return require '%s'", libraries[i]);
        assert_false(ruling_rule(&r, "hostile/one.lua", text));
        if (!strstr(r.said[0].message, "lib/facts_test.lua is for tests; a rule cannot require it"))
            fail_msg("%s: %s", libraries[i], r.said[0].message);
        ruling_close(&r);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_file_is_refused_in_time),
        cmocka_unit_test(a_long_chain_of_choices_is_refused_at_once),
        cmocka_unit_test(brackets_within_brackets_are_refused_at_once),
        cmocka_unit_test(what_lua_finds_too_deep_is_refused_by_its_line),
        cmocka_unit_test(a_hundred_brackets_may_be_open_and_are_looked_into),
        cmocka_unit_test(nothing_hides_behind_a_line_end),
        cmocka_unit_test(an_equality_in_a_text_or_a_comment_is_none),
        cmocka_unit_test(a_broken_library_says_the_same_to_each_rule),
        cmocka_unit_test(a_library_for_tests_is_none_for_rules),
    };
    return cmocka_run_group_tests_name("lua/hostile_text", tests, NULL, NULL);
}
