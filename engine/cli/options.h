/* options.h - what the user asked for: argv against the table of options.def.
 *
 * Every value that an option was given is kept, in order, under the option's name: an option needs no code of its own
 * here. Values point into argv. options_parse says what is wrong, with the nearest right word. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli/speaker.h"

#define COMMAND(NAME, WORD, ARGUMENTS, LEAST, MOST, DOC, ABOUT) COMMAND_##NAME,
enum command {
#include "cli/options.def"
    COMMAND_COUNT
};
#define OPTION(NAME, COMMANDS, SHORT, LONG, KIND, ARGUMENT, WORDS, DOC, EXAMPLE) OPTION_##NAME,
enum option {
#include "cli/options.def"
    OPTION_COUNT
};

enum { MANY = -1, OPTION_LATER = OPTION_VERSION + 1 /* the first that --help alone leaves out */ };
struct command_info {
    const char *word, *arguments;
    int least, most;
    const char *doc, *about;
};
extern const struct command_info command_table[COMMAND_COUNT];

enum option_kind { FLAG, ONE, LIST };
struct option_info {
    unsigned commands; /* a bit each */
    char letter;
    const char *word;
    enum option_kind kind;
    const char *argument, *words, *doc, *example;
};
extern const struct option_info option_table[OPTION_COUNT];

struct values {
    const char **items;
    size_t count;
};
struct request {
    enum command command;
    bool named; /* the command was, not left out */
    struct values operands;
    struct values given[OPTION_COUNT]; /* of a flag, its name each time */
};

/* False: it has been said why. The request is to be freed in any case. */
bool options_parse(struct request *, struct speaker *, int argc, char **argv);
void options_free(struct request *);
/* They are paths of rules, where there are any. */
bool operands_are_rules(const struct request *);
bool option_given(const struct request *, enum option);
/* The last value, else the default. */
const char *option_value(const struct request *, enum option, const char *otherwise);
/* Another value, as if it had been given: after those that are there, or `before` them. False: no memory, which was said. */
bool option_add(struct request *, struct speaker *, enum option, const char *value, bool before);
bool operand_add(struct request *, struct speaker *, const char *value);
/* All values, as the library takes them. */
cc_words option_words(const struct request *, enum option);
/* The command of that name; COMMAND_COUNT: none. */
enum command command_find(const char *word);
/* The one that was meant by it; NULL: none comes near. */
const char *command_meant(const char *word);
/* Which of the words with | between them; -1: none. */
int choice_find(const char *words, const char *word);
#endif
