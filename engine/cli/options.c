/* options.c - see options.h. */
#include "cli/options.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const struct command_info command_table[COMMAND_COUNT] = {
#define COMMAND(NAME, WORD, ARGUMENTS, LEAST, MOST, DOC, ABOUT) { WORD, ARGUMENTS, LEAST, MOST, DOC, ABOUT },
#include "cli/options.def"
};

#define IN(NAME) (1U << COMMAND_##NAME)
#define EVERY    UINT_MAX
const struct option_info option_table[OPTION_COUNT] = {
#define OPTION(NAME, COMMANDS, SHORT, LONG, KIND, ARGUMENT, WORDS, DOC, EXAMPLE) \
    { COMMANDS, SHORT, LONG, KIND, ARGUMENT, WORDS, DOC, EXAMPLE },
#include "cli/options.def"
};

/* --- Names, and what was meant by them --- */

enum { NAME_LONGEST = 32, NAMES_MOST = 64, WORDS_LONGEST = 128 };
_Static_assert((int)OPTION_COUNT <= NAMES_MOST && (int)COMMAND_COUNT <= NAMES_MOST, "nearest is given them all");

static size_t least_of(size_t a, size_t b) { return a < b ? a : b; }

/* Edits between two words: insertion, deletion, change, neighbours swapped. */
static size_t edits(const char *a, size_t n, const char *b, size_t m)
{
    size_t rows[3][NAME_LONGEST + 1];
    for (size_t j = 0; j <= m; j++) rows[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *now = rows[i % 3], *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= m; j++) {
            now[j] = least_of(before[j - 1] + (a[i - 1] != b[j - 1]), least_of(before[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = least_of(now[j], earlier[j - 2] + 1);
        }
    }
    return rows[n % 3][m];
}

/* The nearest of the names, where it is near enough to be meant, or the only one that begins so; else NULL. */
static const char *nearest(const char *name, const char *const *names, size_t count)
{
    size_t length = strlen(name), begins = 0, best = length < 3 ? 1 : length / 3;
    const char *found = NULL, *beginning = NULL;
    if (!length || length > NAME_LONGEST) return NULL;
    for (size_t i = 0; i < count; i++) {
        size_t other = strlen(names[i]);
        if (other > NAME_LONGEST) continue;
        if (strncmp(name, names[i], length) == 0) beginning = names[i], begins++;
        size_t distance = edits(name, length, names[i], other);
        if (distance < best || (distance == best && !found)) found = names[i], best = distance;
    }
    return found ? found : begins == 1 ? beginning : NULL;
}

int choice_find(const char *words, const char *word)
{
    size_t length = strlen(word);
    for (int i = 0; *words; i++) {
        size_t n = strcspn(words, "|");
        if (n == length && memcmp(words, word, n) == 0) return i;
        words += n + (words[n] != '\0');
    }
    return -1;
}

enum command command_find(const char *word)
{
    unsigned c = 0;
    while (c < COMMAND_COUNT && strcmp(command_table[c].word, word) != 0) c++;
    return (enum command)c;
}

/* What option, command or word of a list was meant, as the user would write it; NULL: none. */
static const char *meant_option(const char *word, char text[WORDS_LONGEST])
{
    const char *names[OPTION_COUNT];
    for (int i = 0; i < OPTION_COUNT; i++) names[i] = option_table[i].word;
    const char *found = nearest(word, names, OPTION_COUNT);
    return found ? (snprintf(text, WORDS_LONGEST, "--%s", found), text) : NULL;
}

const char *command_meant(const char *word)
{
    const char *names[COMMAND_COUNT];
    for (int i = 0; i < COMMAND_COUNT; i++) names[i] = command_table[i].word;
    return nearest(word, names, COMMAND_COUNT);
}

static const char *meant_word(const char *words, const char *word, char text[WORDS_LONGEST])
{
    const char *names[NAMES_MOST];
    size_t count = 0;
    snprintf(text, WORDS_LONGEST, "%s", words);
    for (char *rest = text; rest && count < NAMES_MOST;) {
        names[count++] = rest;
        if ((rest = strchr(rest, '|'))) *rest++ = '\0';
    }
    return nearest(word, names, count);
}

/* --- Reading argv --- */

struct reading {
    struct request *request;
    struct speaker *speaker;
    char **next;  /* what is not yet read; ends with NULL */
    bool ended;   /* by -- */
    bool guessed; /* the first operand stands where a command could */
};

static bool values_add(struct values *v, const char *item, struct speaker *s)
{
    if ((v->count & (v->count - 1)) == 0) { /* full at every power of two */
        const char **items = realloc(v->items, (v->count ? v->count * 2 : 1) * sizeof *items);
        if (!items) return speak_error(s, "memory", NULL, NULL, "no memory for the options"), false;
        v->items = items;
    }
    v->items[v->count++] = item;
    return true;
}

/* `value`: what was written with the option itself, or NULL; then it is the next word. */
static bool read_value(struct reading *r, enum option o, const char *shown, const char *value)
{
    const struct option_info *info = &option_table[o];
    char text[WORDS_LONGEST];
    if (info->kind == FLAG && value)
        return speak_error(r->speaker, "usage", NULL, NULL, "option '%s' takes no value", shown), false;
    if (info->kind == FLAG) value = info->word;
    else if (!value && *r->next) value = *r->next++;
    if (!value || !*value)
        return speak_error(r->speaker, "usage", NULL, NULL, "option '%s' wants %s", shown, info->argument), false;
    if (info->words && choice_find(info->words, value) < 0) {
        const char *hint = meant_word(info->words, value, text);
        speak_error(r->speaker, "usage", NULL, hint, "option '%s' cannot be '%.60s' (%s)", shown, value, info->words);
        return false;
    }
    return values_add(&r->request->given[o], value, r->speaker);
}

static bool read_long(struct reading *r, const char *word)
{
    char text[WORDS_LONGEST - 2], shown[WORDS_LONGEST], meant[WORDS_LONGEST];
    const char *equals = strchr(word, '=');
    size_t n = equals ? (size_t)(equals - word) : strlen(word);
    snprintf(text, sizeof text, "%.*s", (int)least_of(n, sizeof text - 1), word);
    snprintf(shown, sizeof shown, "--%s", text);
    for (int o = 0; o < OPTION_COUNT; o++)
        if (strcmp(option_table[o].word, text) == 0)
            return read_value(r, (enum option)o, shown, equals ? equals + 1 : NULL);
    const char *hint = meant_option(text, meant);
    speak_error(r->speaker, "usage", NULL, hint, "there is no option '%.60s'", shown);
    return false;
}

static int find_letter(char letter)
{
    int o = 0;
    while (o < OPTION_COUNT && option_table[o].letter != letter) o++;
    return o;
}

/* A long one with a dash too few? Else -format would be -f with the value ormat. */
static const char *meant_long(const char *word, char text[WORDS_LONGEST])
{
    snprintf(text, WORDS_LONGEST, "--%.*s", (int)least_of(strcspn(word, "="), WORDS_LONGEST - 3), word);
    for (int o = 0; o < OPTION_COUNT; o++)
        if (strcmp(option_table[o].word, text + 2) == 0) return text;
    return NULL;
}

/* Letters after one dash; the first that takes a value takes the rest of the word, or the next word. */
static bool read_letters(struct reading *r, const char *word)
{
    char text[WORDS_LONGEST];
    const char *meant = meant_long(word, text);
    for (const char *at = word; *at; at++) {
        char shown[] = { '-', *at, '\0' };
        int o = find_letter(*at);
        if (meant || o == OPTION_COUNT) {
            if (!meant && at == word && at[1]) meant = meant_option(word, text);
            speak_error(r->speaker, "usage", NULL, meant, "there is no option '-%.60s'", at == word ? word : shown + 1);
            return false;
        }
        const char *value = option_table[o].kind != FLAG && at[1] ? at + 1 : NULL;
        if (!read_value(r, (enum option)o, shown, value)) return false;
        if (option_table[o].kind != FLAG) break;
    }
    return true;
}

static bool read_operand(struct reading *r, const char *word)
{
    struct request *q = r->request;
    if (!r->ended && !q->named && !q->operands.count) {
        enum command command = command_find(word);
        if (command != COMMAND_COUNT) {
            q->command = command, q->named = true;
            return true;
        }
        r->guessed = true;
    }
    return values_add(&q->operands, word, r->speaker);
}

/* --- What cannot be known before all is read --- */

/* A first FILE that does not exist and is almost a command was meant as one. */
static bool check_command(const struct reading *r)
{
    if (!r->guessed) return true;
    const char *word = r->request->operands.items[0], *hint = command_meant(word);
    if (!hint || strpbrk(word, "/.") || access(word, F_OK) == 0) return true;
    speak_error(r->speaker, "usage", NULL, hint, "there is no command and no file '%.60s'", word);
    return false;
}

static bool check_options(const struct reading *r)
{
    const struct request *q = r->request;
    for (int o = 0; o < OPTION_COUNT; o++) {
        if (!q->given[o].count || option_table[o].commands & (1U << q->command)) continue;
        speak_error(r->speaker, "usage", NULL, NULL, "'%s' has no option '--%s'", command_table[q->command].word,
                    option_table[o].word);
        return false;
    }
    return true;
}

/* "FILE" of "RULE FILE...": the first argument that is missing. */
static const char *missing_argument(const struct request *q, int *ret_length)
{
    const char *name = command_table[q->command].arguments;
    for (size_t i = 0; i < q->operands.count; i++) name += strcspn(name, " "), name += strspn(name, " ");
    *ret_length = (int)strcspn(name, ". ");
    return name;
}

static bool check_operands(const struct reading *r)
{
    const struct request *q = r->request;
    const struct command_info *info = &command_table[q->command];
    if (q->given[OPTION_HELP].count) return true;
    if (q->given[OPTION_VERSION].count && q->operands.count) {
        speak_error(r->speaker, "usage", NULL, NULL, "'--version' takes nothing else: '%.60s' is too many",
                    q->operands.items[0]);
        return false;
    }
    if (q->given[OPTION_VERSION].count) return true;
    if ((int)q->operands.count < info->least) {
        int length;
        const char *name = missing_argument(q, &length);
        if (q->command == COMMAND_CHECK) return true; /* a configuration may name some */
        speak_error(r->speaker, "usage", NULL, NULL, "'%s' wants a %.*s", info->word, length, name);
        return false;
    }
    if (info->most == MANY || q->operands.count <= (size_t)info->most) return true;
    speak_error(r->speaker, "usage", NULL, NULL, "'%s' takes %s%s: '%.60s' is too many", info->word,
                info->most == 1 ? "one " : "", info->arguments, q->operands.items[info->most]);
    return false;
}

bool options_parse(struct request *q, struct speaker *s, int argc, char **argv)
{
    memset(q, 0, sizeof *q);
    q->command = COMMAND_CHECK;
    struct reading r = { .request = q, .speaker = s, .next = argv + (argc > 0) };
    while (*r.next) {
        const char *word = *r.next++;
        if (r.ended || word[0] != '-' || !word[1]) {
            if (!read_operand(&r, word)) return false;
        } else if (word[1] != '-') {
            if (!read_letters(&r, word + 1)) return false;
        } else if (!word[2]) {
            r.ended = true;
        } else if (!read_long(&r, word + 2)) {
            return false;
        }
    }
    return check_command(&r) && check_options(&r) && check_operands(&r);
}

void options_free(struct request *q)
{
    for (int o = 0; o < OPTION_COUNT; o++) free(q->given[o].items);
    free(q->operands.items);
    memset(q, 0, sizeof *q);
}

bool operands_are_rules(const struct request *q)
{
    return q->command == COMMAND_TEST || q->command == COMMAND_LINT || q->command == COMMAND_RULES ||
           q->command == COMMAND_DOCS;
}

bool option_given(const struct request *q, enum option o) { return q->given[o].count > 0; }

const char *option_value(const struct request *q, enum option o, const char *otherwise)
{
    return q->given[o].count ? q->given[o].items[q->given[o].count - 1] : otherwise;
}

bool option_add(struct request *q, struct speaker *s, enum option o, const char *value, bool before)
{
    struct values *v = &q->given[o];
    if (!values_add(v, value, s)) return false;
    if (!before) return true;
    memmove(v->items + 1, v->items, (v->count - 1) * sizeof *v->items);
    v->items[0] = value;
    return true;
}

bool operand_add(struct request *q, struct speaker *s, const char *value) { return values_add(&q->operands, value, s); }

cc_words option_words(const struct request *q, enum option o)
{
    return (cc_words){ .items = q->given[o].items, .count = q->given[o].count };
}
