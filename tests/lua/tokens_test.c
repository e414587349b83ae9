/* tokens_test.c - what is text to Lua is text to the checks that read a rule before Lua does, and stands on the same lines, read
 * token by token or as a list. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "lua/tokens.h"

/* A token: kind, line where it begins, text. */
static const struct text {
    const char *name, *text, *tokens;
} texts[] = {
    { "nothing", "", "" },
    { "blanks_of_all_kinds", " \ta\vb\fc \t\v\f", "n1:a n1:b n1:c" },
    { "ends_of_lines", "a\nb\r\nc\rd\n\re\n\nf", "n1:a n2:b n3:c n4:d n5:e n7:f" },
    { "names_and_words", "_ _a1 if iffy Ende", "n1:_ n1:_a1 n1:if n1:iffy n1:Ende" },
    { "numbers", "1 0x1F 1.5e3 .5 a.b 1..2", "#1:1 #1:0x1F #1:1.5e3 #1:.5 n1:a o1:. n1:b #1:1..2" },
    { "signs", "== ~= <= >> // .. ... :: = ~", "o1:== o1:~= o1:<= o1:>> o1:// o1:.. o1:... o1::: o1:= o1:~" },
    { "a_comment", "a -- b == c\nd", "n1:a n2:d" },
    { "a_comment_that_a_return_ends", "a -- b\rc", "n1:a n2:c" },
    { "a_comment_to_the_end", "a --", "n1:a" },
    { "a_comment_in_long_brackets", "a --[[ b\n]] c --[==[ ]] \n ]==] d", "n1:a n2:c n3:d" },
    { "a_comment_that_opens_no_long_bracket", "--[= a\nb", "n2:b" },
    { "a_quote_within_quotes", "'a\"b' \"c'd\"", "s1:'a\"b' s1:\"c'd\"" },
    { "an_escaped_quote", "'a\\'b' c", "s1:'a\\'b' n1:c" },
    { "an_escaped_escape", "'a\\\\' b", "s1:'a\\\\' n1:b" },
    { "a_line_that_ends_a_text", "'a\nb", "s1:'a n2:b" },
    { "an_escaped_line", "'a\\\nb' c", "s1:'a\\\nb' n2:c" },
    { "an_escape_over_blanks", "'a\\z \n\t\r b' c", "s1:'a\\z \n\t\r b' n3:c" },
    { "a_text_to_the_end", "'a\\", "s1:'a\\" },
    { "a_text_in_long_brackets", "[[a\n'b]] c [=[d]]\n]=] e [f", "s1:[[a\n'b]] n2:c s2:[=[d]]\n]=] n3:e o3:[ n3:f" },
};

static void put(char *to, size_t size, const struct token *t)
{
    size_t used = strlen(to);
    snprintf(to + used, size - used, "%s%c%u:%.*s", used ? " " : "", t->kind, (unsigned)t->line, (int)t->length,
             t->text);
}

/* The text ends where it is said to, so that a step past it is seen. */
static void is_read(void **state)
{
    const struct text *text = *state;
    size_t length = strlen(text->text);
    char *exact = malloc(length ? length : 1), read[400] = "", listed[400] = "";
    struct token_list list = { 0 };
    if (!exact) fail_msg("no memory");
    memcpy(exact, text->text, length);
    struct reader r = reader_of(exact, length);
    for (struct token t = next_token(&r); t.kind; t = next_token(&r)) put(read, sizeof read, &t);
    const struct token *t = token_list_read(&list, &allocator_default, exact, length);
    assert_non_null(t);
    for (; t->kind; t = token_after(t)) put(listed, sizeof listed, t);
    token_list_free(&list, &allocator_default);
    free(exact);
    assert_string_equal(read, text->tokens);
    assert_string_equal(listed, text->tokens);
}

/* Who looks ahead or back meets the end, and no token of another text that the list held. */
static void around_a_list_is_the_end(void **state)
{
    (void)state;
    struct token_list list = { 0 };
    static const char *const some[] = { "a b c d e f g h i j k l", "x", "" };
    for (size_t i = 0; i < sizeof some / sizeof *some; i++) {
        const struct token *t = token_list_read(&list, &allocator_default, some[i], strlen(some[i]));
        assert_non_null(t);
        for (int back = 1; back <= ENDS_BEFORE; back++) assert_int_equal(t[-back].kind, 0);
        while (t->kind) t = token_after(t);
        assert_ptr_equal(token_after(t), t);
        for (int ahead = 0; ahead < ENDS_BEHIND; ahead++) assert_int_equal(t[ahead].kind, 0);
    }
    token_list_free(&list, &allocator_default);
}

static void a_long_list_grows_and_keeps_what_it_has(void **state)
{
    (void)state;
    enum { SIGNS = 50000 };
    struct token_list list = { 0 };
    char *signs = malloc(SIGNS);
    if (!signs) fail_msg("no memory");
    for (size_t i = 0; i < SIGNS; i++) signs[i] = "(,)"[i % 3];
    const struct token *t = token_list_read(&list, &allocator_default, signs, SIGNS);
    assert_non_null(t);
    for (size_t i = 0; i < SIGNS; i++) assert_ptr_equal(t[i].text, signs + i);
    assert_int_equal(t[SIGNS].kind, 0);
    token_list_free(&list, &allocator_default);
    free(signs);
}

static void *no_memory(void *ud, void *block, size_t old_size, size_t new_size)
{
    (void)ud, (void)block, (void)old_size, (void)new_size;
    return NULL;
}

static void without_memory_there_is_no_list(void **state)
{
    (void)state;
    struct token_list list = { 0 };
    cc_allocator none = { no_memory, NULL };
    assert_null(token_list_read(&list, &none, "a", 1));
    token_list_free(&list, &none);
}

int main(void)
{
    enum { TEXTS = sizeof texts / sizeof texts[0] };
    static struct CMUnitTest tests[TEXTS + 3];
    for (size_t i = 0; i < TEXTS; i++)
        tests[i] = (struct CMUnitTest){ .name = texts[i].name,
                                        .test_func = is_read,
                                        .initial_state = (void *)(uintptr_t)&texts[i] };
    tests[TEXTS] = (struct CMUnitTest)cmocka_unit_test(around_a_list_is_the_end);
    tests[TEXTS + 1] = (struct CMUnitTest)cmocka_unit_test(a_long_list_grows_and_keeps_what_it_has);
    tests[TEXTS + 2] = (struct CMUnitTest)cmocka_unit_test(without_memory_there_is_no_list);
    return _cmocka_run_group_tests("lua/tokens", tests, TEXTS + 3, NULL, NULL);
}
