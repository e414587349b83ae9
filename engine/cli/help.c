/* help.c - what the table of options.def looks like: --help, and a page of the reference. */
#include "cli/program.h"

#include <limits.h>
#include <string.h>

enum { HELP_WIDTH = 80, DOC_COLUMN = 31, TEXT_ROOM = 128 };

/* Words up to the width of a screen. */
static void print_wrapped(struct output *out, const char *text)
{
    size_t column = 0;
    while (*text) {
        size_t n = strcspn(text, " ");
        if (column && column + 1 + n > HELP_WIDTH) output_print(out, "\n"), column = 0;
        output_print(out, "%s%.*s", column ? " " : "", (int)n, text);
        column += n + (column > 0);
        text += n + (text[n] == ' ');
    }
    output_print(out, "\n");
}

/* "-o, --output [FORMAT=]FILE" */
static const char *option_spelling(const struct option_info *o, char text[TEXT_ROOM])
{
    char letter[] = { '-', o->letter, ',', ' ', '\0' };
    snprintf(text, TEXT_ROOM, "%s--%s%s%s", o->letter ? letter : "    ", o->word, o->argument ? " " : "",
             o->argument ? o->argument : "");
    return text;
}

static void print_option(struct output *out, const struct option_info *o)
{
    char spelling[TEXT_ROOM];
    option_spelling(o, spelling);
    output_print(out, "  %-*s%s%s\n", DOC_COLUMN - 2, spelling, o->doc, o->kind == LIST ? " +" : "");
}

static void print_options(struct output *out, enum command c, int end)
{
    for (int o = 0; o < end; o++)
        if (option_table[o].commands & (1U << c)) print_option(out, &option_table[o]);
}

/* "Formats: text, json, ...", on as few lines as they take. */
static void print_formats(struct output *out)
{
    char names[TEXT_ROOM] = "Formats:";
    for (size_t i = 0; cc_format_name(i); i++) {
        size_t length = strlen(names);
        snprintf(names + length, sizeof names - length, "%s %s", i ? "," : "", cc_format_name(i));
    }
    print_wrapped(out, names);
}

void help_print(struct output *out, enum command c)
{
    const struct command_info *info = &command_table[c];
    output_print(out, "usage: " PROGRAM " %s%s%s [OPTION...] %s\n", c == COMMAND_CHECK ? "[" : "", info->word,
                 c == COMMAND_CHECK ? "]" : "", info->arguments);
    print_wrapped(out, info->about);
    output_print(out, "Options (+: may be given several times):\n");
    print_options(out, c, OPTION_COUNT);
    if (c != COMMAND_CHECK) return;
    print_formats(out);
    print_wrapped(out, "Exit status: 0 nothing flagged; 1 flagged; 2 wrong usage or facts, or input or output failed; "
                       "3 incomplete: a rule failed, or none was selected.");
}

/* A line a command, and one for all of those that write rules. */
static void print_commands(struct output *out)
{
    const char *before = "usage:", *between = "       To write rules: " PROGRAM " ";
    for (int c = 0; c < COMMAND_COUNT; c++) {
        char usage[TEXT_ROOM];
        if (!*command_table[c].doc || (c >= COMMAND_TEST && c < COMMAND_REFERENCE)) continue;
        snprintf(usage, sizeof usage, c == COMMAND_CHECK ? "[%s] %s" : "%s %s", command_table[c].word,
                 command_table[c].arguments);
        output_print(out, "%-6s " PROGRAM " %-17s  %s\n", before, usage, command_table[c].doc);
        before = "";
    }
    for (int c = COMMAND_TEST; c < COMMAND_REFERENCE; c++) {
        output_print(out, "%s%s", between, command_table[c].word);
        between = ", ";
    }
    output_print(out, "\n");
}

void help_print_all(struct output *out)
{
    print_commands(out);
    output_print(out, "Options of check (+: may be given several times):\n");
    print_options(out, COMMAND_CHECK, OPTION_LATER);
    output_print(out, "More, for later runs and for CI: " PROGRAM " check --help\n");
}

enum status command_help(struct program *p)
{
    const struct request *q = &p->request;
    enum command c = q->command;
    if (c == COMMAND_HELP && q->operands.count) {
        c = command_find(q->operands.items[0]);
        if (c == COMMAND_COUNT) {
            const char *word = q->operands.items[0];
            speak_error(&p->speaker, "usage", NULL, command_meant(word), "there is no command '%.60s'", word);
            return STATUS_WRONG;
        }
        help_print(&p->out, c);
    } else if (c == COMMAND_HELP || !q->named) {
        help_print_all(&p->out);
    } else {
        help_print(&p->out, c);
    }
    return STATUS_CLEAN;
}

/* --- The page --- */

static void print_entry(struct output *out, const struct option_info *o)
{
    char spelling[TEXT_ROOM];
    const char *shown = option_spelling(o, spelling), *between = " (";
    output_print(out, "\n- **`%s`**", shown + strspn(shown, " "));
    for (int c = 0; c < COMMAND_COUNT && o->commands != UINT_MAX; c++) {
        if (!(o->commands & (1U << c)) || !*command_table[c].doc) continue;
        output_print(out, "%s%s", between, command_table[c].word);
        between = ", ";
    }
    output_print(out, "%s %s.", o->commands == UINT_MAX ? ":" : "):", o->doc);
    for (const char *word = o->words; word && *word;) { /* a|b|c as "a, b, c" */
        size_t n = strcspn(word, "|");
        output_print(out, "%s%.*s", word == o->words ? " One of " : ", ", (int)n, word);
        word += n + (word[n] != '\0');
        if (!*word) output_print(out, ".");
    }
    output_print(out, "%s\\\n  `" PROGRAM " %s`\n", o->kind == LIST ? " May be given several times." : "", o->example);
}

void help_print_reference(struct output *out)
{
    output_print(out,
                 "# The command line\n\n<!-- DO NOT EDIT: `make docs` writes this from engine/cli/options.def. -->\n\n"
                 "## Commands\n");
    for (int c = 0; c < COMMAND_COUNT; c++) {
        if (!*command_table[c].doc) continue;
        output_print(out, "\n- **`" PROGRAM " %s %s`**: %s\\\n  %s\n", command_table[c].word,
                     command_table[c].arguments, command_table[c].doc, command_table[c].about);
    }
    output_print(
        out, "\nExit status: 0 nothing flagged at or above `--fail-on`; 1 flagged; 2 wrong usage or facts, or input, "
             "output or memory failed; 3 incomplete: a rule failed, could not be loaded or hit a limit, or none "
             "was selected. Where several apply: 2, then 3, then 1, and the last line of standard error says what "
             "else applied.\n\n## Options\n");
    for (int o = 0; o < OPTION_COUNT; o++) print_entry(out, &option_table[o]);
    output_print(out, "\n## Formats\n\n");
    for (size_t i = 0; cc_format_name(i); i++)
        output_print(out, "- **`%s`**: %s.\n", cc_format_name(i), cc_format_about(i));
}
