/* The table of commands and options: whatever is added to it can be told apart, is explained, and fits the screen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COMMAND(NAME, WORD, ARGUMENTS, LEAST, MOST, DOC, ABOUT) COMMAND_##NAME,
enum {
#include "cli/options.def"
    COMMANDS
};
enum { MANY = -1, FLAG = 0, ONE, LIST };
#define IN(NAME) (1U << COMMAND_##NAME)
#define EVERY    UINT32_MAX

static const struct command {
    const char *word, *arguments;
    int least, most;
    const char *doc, *about;
} commands[] = {
#define COMMAND(NAME, WORD, ARGUMENTS, LEAST, MOST, DOC, ABOUT) { WORD, ARGUMENTS, LEAST, MOST, DOC, ABOUT },
#include "cli/options.def"
};
static const struct option {
    uint32_t commands;
    char letter;
    const char *word;
    int kind;
    const char *argument, *words, *doc, *example;
} options[] = {
#define OPTION(NAME, COMMANDS, SHORT, LONG, KIND, ARGUMENT, WORDS, DOC, EXAMPLE) \
    { COMMANDS, SHORT, LONG, KIND, ARGUMENT, WORDS, DOC, EXAMPLE },
#include "cli/options.def"
};
enum { OPTIONS = sizeof options / sizeof *options, DOC_COLUMN = 31, COMMAND_COLUMN = 43, WIDTH = 80, HEIGHT = 29 };

static bool is_word(const char *word)
{
    size_t n = strspn(word, "abcdefghijklmnopqrstuvwxyz-");
    return n && !word[n] && word[0] != '-' && word[n - 1] != '-';
}

static bool is_sentence(const char *doc) { return *doc && !strchr(". ,", doc[strlen(doc) - 1]) && !strchr(doc, '\n'); }

static void names_are_words_and_each_is_there_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < COMMANDS; i++) {
        assert_true(is_word(commands[i].word));
        for (size_t j = 0; j < i; j++) assert_string_not_equal(commands[i].word, commands[j].word);
    }
    for (size_t i = 0; i < OPTIONS; i++) {
        assert_true(is_word(options[i].word));
        for (size_t j = 0; j < i; j++) {
            assert_string_not_equal(options[i].word, options[j].word);
            assert_true(!options[i].letter || options[i].letter != options[j].letter);
        }
    }
}

static void every_command_says_what_it_does_and_takes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COMMANDS; i++) {
        const struct command *c = &commands[i];
        assert_true(*c->arguments && *c->about && c->about[strlen(c->about) - 1] == '.');
        assert_true(c->least >= 0 && (c->most == MANY || c->most >= c->least));
        assert_int_equal(c->least == 0, c->arguments[0] == '[');
        assert_int_equal(c->most == MANY, strstr(c->arguments, "...") != NULL);
        assert_true(!*c->doc || is_sentence(c->doc));
        assert_true(COMMAND_COLUMN + strlen(c->doc) <= WIDTH);
    }
}

static void every_option_is_explained_on_one_line_of_the_screen(void **state)
{
    (void)state;
    for (size_t i = 0; i < OPTIONS; i++) {
        const struct option *o = &options[i];
        assert_true(is_sentence(o->doc));
        assert_true(DOC_COLUMN + strlen(o->doc) + (o->kind == LIST ? 2 : 0) <= WIDTH);
        assert_int_equal(o->kind == FLAG, o->argument == NULL);
        size_t spelt = strlen("  -x, --") + strlen(o->word) + (o->argument ? 1 + strlen(o->argument) : 0);
        assert_true(spelt + 2 <= DOC_COLUMN);
        assert_true(o->words == NULL || (o->kind == ONE && strchr(o->words, '|')));
        assert_true(o->commands == EVERY || (o->commands && o->commands < 1U << COMMANDS));
    }
}

static void the_example_of_an_option_shows_that_option(void **state)
{
    (void)state;
    for (size_t i = 0; i < OPTIONS; i++) {
        char spelt[64];
        snprintf(spelt, sizeof spelt, "--%s", options[i].word);
        const char *at = strstr(options[i].example, spelt);
        assert_non_null(at);
        assert_true(at[strlen(spelt)] == (options[i].kind == FLAG ? '\0' : ' ') || at[strlen(spelt)] == ' ');
    }
}

/* What stands around the options: of all commands one line each, but one for those who write rules, a heading, and where there are more than those up to
 * --version. A command's own help may be longer, by those that come after. */
static void the_help_fits_a_screen_with_the_prompt_below_it(void **state)
{
    (void)state;
    size_t listed = 0, of_check = 0, last = 0;
    for (size_t i = 0; i < COMMANDS; i++) listed += *commands[i].doc && (i < COMMAND_TEST || i >= COMMAND_REFERENCE);
    while (strcmp(options[last].word, "version") != 0) last++;
    for (size_t i = 0; i <= last; i++) of_check += (options[i].commands & IN(CHECK)) != 0;
    assert_true(listed + 1 + 1 + of_check + 1 <= HEIGHT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_words_and_each_is_there_once),
        cmocka_unit_test(every_command_says_what_it_does_and_takes),
        cmocka_unit_test(every_option_is_explained_on_one_line_of_the_screen),
        cmocka_unit_test(the_example_of_an_option_shows_that_option),
        cmocka_unit_test(the_help_fits_a_screen_with_the_prompt_below_it),
    };
    return cmocka_run_group_tests_name("cli/options", tests, NULL, NULL);
}
