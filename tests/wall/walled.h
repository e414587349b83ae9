/* walled.h - what the tests of the wall share: the programs under test, hostile rules, and audits with and without them. */
#ifndef TESTS_WALL_WALLED_H
#define TESTS_WALL_WALLED_H

#include <stdbool.h>
#include <sys/types.h>

#include <cJSON.h>

enum { TEXT = 64 * 1024, PATH = 1024 };
#define FLAGGED "tests/cli/shared/flagged.json"
#define CLEAR   "tests/cli/shared/clear.json"
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

/* For a group of tests: a scratch folder with the house's rules, and what is said of both cases with no hostile rule. */
int walled_begin(void **state);
int walled_end(void **state);
extern char programs[PATH], scratch[PATH], *plain_audits; /* programs: the folder where they stand */

void write_file(const char *path, const char *text);
char *read_text(const char *path); /* its first TEXT bytes; free it */
void copy_file(const char *from, const char *to);
bool is_there(const char *path);

struct said {
    int status; /* of the program; -1: a signal ended it */
    char *out, *error;
};
/* Runs a program that stands beside the test by the shell. What it says is in `out` and `error` of the scratch folder too. */
__attribute__((format(printf, 2, 3))) struct said run(const char *program, const char *arguments, ...);
void forget(struct said *);
/* A process with our folder on its command line, other than `but`; 0: there is none. */
pid_t process_of_ours(pid_t but);

cJSON *audits_of(const char *json); /* a list, also of one */
/* Takes the hostile rule out of an audit, with what depends on its being there. Gives its entry. */
cJSON *take_out(cJSON *audit);
/* In the audit with this number the hostile rule failed so; in the others it did not. All else is as without. -1: in all. */
void failed_by_name(const char *json, const char *phrase, int which);

#define HEAD                                                                                   \
    "return { id = 'house/hostile', title = '{holder} and {firm}', severity = 'high',\n"       \
    "  nature = 'indicator', basis = { { 'house-2025', at = 'rule 1', support = 'direct' } }," \
    "  roles = { 'holder', 'firm' },\n"
#define SUBJECTS                          \
    "  subjects = function(case, each)\n" \
    "    for a, b in case:agreements():pairs('holder', 'grantor') do each(a, b) end end,\n"

/* Only under changed facts, where the agreement has ended: asked when it is searched what would clear. */
#define IN_WHAT_IF                                                                                    \
    HEAD "  subjects = function(case, each) local n = 0\n"                                            \
         "    for a, b in case:agreements():pairs('holder', 'grantor') do n = n + 1 each(a, b) end\n" \
         "    if n < 1 then %s end end,\n"                                                            \
         "  elements = { { 'x', recorded = { 'agreements', type = 'veto', holder = 'holder' } } } }\n"
enum { IN_ELEMENT, IN_SUBJECTS, AT_LOADING, IN_FIGURE, IN_UNLESS };

extern const char *const places[];
/* The hostile rule: its place, a format, with code in it; or with a call of planted(what). */
void write_rule(const char *place, const char *code);
void write_planted(int place, const char *what);
#endif
