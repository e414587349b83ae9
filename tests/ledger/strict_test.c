/* strict_test.c - baselines, accepted risks and configurations are read as strictly as facts: every error of a text, where it
 * stands, by its code, with the nearest right name.
 *
 * What is expected has a line an error: LINE:COLUMN [code] a phrase of the message, then {the hint} where there must be one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ledger/kept.h"

#define B(CASES)       "{'format': 'compliance-baseline/1', 'cases': " CASES "}"
#define ONE_CASE(REST) B("{'c': {'rules': {'p/r': '" HASH_A "'}, " REST "}}")
#define A(ENTRIES)     "{'format': 'compliance-accept/1', 'accepted': [" ENTRIES "]}"
#define C(REST)        "{'format': 'compliance-config/1', " REST "}"
#define WHY            "'proof': '" HASH_A "', 'reason': 'r', 'who': 'w', 'until': '2026-12-31'"

struct bad {
    const char *name;
    enum ledger_file file;
    const char *text, *expected;
};
static const struct bad table[] = {
    /* ---- what they share ---- */
    { "nothing", BASELINE, "", "1:1 [syntax] empty" },
    { "no JSON", ACCEPTED, "{'format': 'compliance-accept/1',\n 'accepted': [,]}", "2:15 [syntax] expected" },
    { "a list", CONFIG, "[]", "1:1 [schema] the format must be \"compliance-config/1\"" },
    { "a number", BASELINE, " 7", "1:2 [schema] the format must be \"compliance-baseline/1\"" },
    { "no format", ACCEPTED, "{'accepted': []}", "1:1 [schema] the format must be \"compliance-accept/1\"" },
    { "a format of facts, of which nothing more is said", CONFIG, "{'fact': 1,\n 'format': 'compliance-facts/1'}",
      "2:12 [schema] the format must be" },
    { "a format that is a number", CONFIG, "{'format': 1}", "1:12 [schema] the format must be" },
    { "a key twice", CONFIG, C("'fail-on': 'low',\n'fail-on': 'high'"), "2:1 [duplicate-key] 'fail-on'" },
    { "bytes that are no text", CONFIG, C("'fail-on': '\xff'"), "1:47 [encoding] UTF-8" },
    { "an unknown key", CONFIG, C("'fail_on': 'low'"), "1:35 [schema] unknown key 'fail_on' of the file {fail-on}" },
    { "all errors of a file", CONFIG, C("'fail-on': 'lo',\n 'rules': 'x',\n 'fact': []"),
      "2:11 [schema] 'rules' of the file must be a list\n3:2 [schema] unknown key 'fact' of the file {facts}\n"
      "1:46 [schema] 'fail-on' cannot be 'lo' {low}" },
    /* ---- a baseline ---- */
    { "no cases", BASELINE, "{'format': 'compliance-baseline/1'}", "1:1 [schema] the file needs 'cases'" },
    { "cases that are a list", BASELINE, B("[]"), "1:46 [schema] 'cases' of the file must be an object" },
    { "a case that is none", BASELINE, B("{'c': 1}"), "1:52 [schema] a case must be an object" },
    { "a case without its parts", BASELINE, B("{'c': {}}"),
      "1:52 [schema] a case needs 'rules'\n1:52 [schema] a case needs 'findings'" },
    { "a rule without a digest", BASELINE, B("{'c': {'rules':\n{'p/r': 1}, 'findings': []}}"),
      "2:9 [schema] 'rules' must be an object of digests by rule" },
    { "a digest that is none", BASELINE, B("{'c': {'rules':\n{'p/r': 'AAAA'}, 'findings': []}}"),
      "2:9 [schema] the digest of a rule must be 64 hexadecimal digits" },
    { "a finding that is none", BASELINE, ONE_CASE("\n'findings': [1]"), "2:14 [schema] a finding must be an object" },
    { "a finding without its parts", BASELINE, ONE_CASE("\n'findings': [{'rule': 'p/r'}]"),
      "2:14 [schema] a finding needs 'fingerprint'\n2:14 [schema] a finding needs 'verdict'\n"
      "2:14 [schema] a finding needs 'proof'" },
    { "a finding of a rule that its case has not", BASELINE,
      ONE_CASE("\n'findings': [{'rule': 'p/s', 'fingerprint': '" HASH_A "',\n'verdict': 'flagged', 'proof': '" HASH_A
               "'}]"),
      "2:23 [unknown-ref] the rule 'p/s' is not among the rules of its case {p/r}" },
    { "a verdict that is none of a baseline", BASELINE,
      ONE_CASE("\n'findings': [{'rule': 'p/r', 'fingerprint': '" HASH_A "',\n'verdict': 'flaged', 'proof': '" HASH_A
               "'}]"),
      "3:12 [schema] 'flaged' is no verdict of a baseline {flagged}" },
    { "a verdict that is not kept", BASELINE,
      ONE_CASE("\n'findings': [{'rule': 'p/r', 'fingerprint': '" HASH_A "',\n'verdict': 'clear', 'proof': '" HASH_A
               "'}]"),
      "3:12 [schema] 'clear' is no verdict of a baseline" },
    { "a short proof, a long fingerprint", BASELINE,
      ONE_CASE("\n'findings': [{'rule': 'p/r', 'fingerprint': '" HASH_A "a',\n'verdict': 'flagged', 'proof': 'a'}]"),
      "2:45 [schema] the fingerprint must be 64 hexadecimal digits\n3:32 [schema] the proof must be 64 hexadecimal" },
    { "a finding twice", BASELINE,
      ONE_CASE("\n'findings': [{'rule': 'p/r', 'fingerprint': '" HASH_B "', 'verdict': 'flagged', 'proof': '" HASH_A
               "'},\n"
               "{'rule': 'p/r', 'fingerprint': '" HASH_B "', 'verdict': 'flagged', 'proof': '" HASH_A "'}]"),
      "2:13 [duplicate-id] the fingerprint bbbbbbbbbbbb... is there twice" },
    { "a subject that is a text", BASELINE,
      ONE_CASE("'findings': [{'rule': 'p/r', 'fingerprint': '" HASH_A "', 'verdict': 'flagged', 'proof': '" HASH_A
               "',\n'subject': 'birch'}]"),
      "2:12 [schema] 'subject' of a finding must be an object" },
    { "a role that is a number", BASELINE,
      ONE_CASE("'findings': [{'rule': 'p/r', 'fingerprint': '" HASH_A "', 'verdict': 'flagged', 'proof': '" HASH_A
               "',\n'subject': {'firm': 1}}]"),
      "2:21 [schema] a subject is an object of ids by role" },
    { "more roles than a rule can have", BASELINE,
      ONE_CASE("'findings': [{'rule': 'p/r', 'fingerprint': '" HASH_A "', 'verdict': 'flagged', 'proof': '" HASH_A
               "',\n"
               "'subject': {'a': '', 'b': '', 'c': '', 'd': '', 'e': '', 'f': '', 'g': '', 'h': '', 'i': ''}}]"),
      "2:85 [schema] a subject has at most 8 roles" },
    { "a hole that is no text", BASELINE, ONE_CASE("'findings': [],\n'holes': [1]"),
      "2:11 [schema] 'holes' must be a list of rules" },
    { "a hole of a rule that its case has not", BASELINE, ONE_CASE("'findings': [],\n'holes': ['p/x']"),
      "2:11 [unknown-ref] the rule 'p/x' is not among the rules of its case {p/r}" },
    /* ---- accepted risks ---- */
    { "no list", ACCEPTED, "{'format': 'compliance-accept/1'}", "1:1 [schema] the file needs 'accepted'" },
    { "an entry that is none", ACCEPTED, A("\n1"), "2:1 [schema] an accepted risk must be an object" },
    { "who, why and until are needed", ACCEPTED, A("\n{'fingerprint': '" HASH_A "'}"),
      "2:1 [schema] an accepted risk needs 'proof'\n2:1 [schema] an accepted risk needs 'reason'\n"
      "2:1 [schema] an accepted risk needs 'who'\n2:1 [schema] an accepted risk needs 'until'" },
    { "about nothing", ACCEPTED, A("\n{" WHY "}"),
      "2:1 [schema] an accepted risk needs 'fingerprint', or 'rule' and 'subject'" },
    { "a rule without a subject", ACCEPTED, A("\n{'rule': 'p/r', " WHY "}"),
      "2:1 [schema] an accepted risk needs 'fingerprint', or 'rule' and 'subject'" },
    { "an empty reason", ACCEPTED,
      A("{'fingerprint': '" HASH_A "', 'proof': '" HASH_A "', 'who': 'w', 'until': '2026-12-31',\n'reason': ' \\n'}"),
      "2:11 [schema] the reason must not be empty" },
    { "a month for a day", ACCEPTED,
      A("{'fingerprint': '" HASH_A "', 'proof': '" HASH_A "', 'who': 'w', 'reason': 'r',\n'until': '2026-12'}"),
      "2:10 [bad-date] until '2026-12' is no day: write YYYY-MM-DD" },
    { "a day that there is not", ACCEPTED,
      A("{'fingerprint': '" HASH_A "', 'proof': '" HASH_A "', 'who': 'w', 'reason': 'r',\n'until': '2026-02-30'}"),
      "2:10 [bad-date] until '2026-02-30' is no day" },
    { "a misspelt key", ACCEPTED, A("{'fingerprint': '" HASH_A "', " WHY ",\n'untill': '2026-12-31'}"),
      "2:1 [schema] unknown key 'untill' of an accepted risk {until}" },
    { "a fingerprint in capitals", ACCEPTED, A("\n{'fingerprint': 'AAAAAAAAAAAA', " WHY "}"),
      "2:17 [schema] the fingerprint must be 64 hexadecimal digits" },
    { "a risk twice", ACCEPTED, A("\n{'fingerprint': '" HASH_A "', " WHY "},\n{'fingerprint': '" HASH_A "', " WHY "}"),
      "3:1 [duplicate-id] the same risk is accepted in line 2" },
    { "risks twice and three times", ACCEPTED,
      A("\n{'fingerprint': '" HASH_A "', " WHY "},\n{'fingerprint': '" HASH_B "', " WHY "},\n{'fingerprint': '" HASH_A
        "', " WHY "},\n{'fingerprint': '" HASH_B "', " WHY "},\n{'fingerprint': '" HASH_A "', " WHY "}"),
      "4:1 [duplicate-id] accepted in line 2\n5:1 [duplicate-id] accepted in line 3\n6:1 [duplicate-id] in line 4" },
    { "a rule and subject twice, roles in another order", ACCEPTED,
      A("\n{'rule': 'p/r', 'subject': {'a': 'x', 'b': 'y'}, " WHY "},\n"
        "{'rule': 'p/r', 'subject': {'b': 'y', 'a': 'x'}, " WHY "}"),
      "3:1 [duplicate-id] the same risk is accepted in line 2" },
    /* ---- a configuration ---- */
    { "a glob that is a number", CONFIG, C("'facts': ['a',\n 1]"), "2:2 [schema] a glob of facts must be a text" },
    { "an empty glob", CONFIG, C("'facts': ['']"), "1:45 [schema] a glob of facts must not be empty" },
    { "formats that are a list", CONFIG, C("'formats': ['json']"),
      "1:46 [schema] 'formats' of the file must be an object" },
    { "a format without a file", CONFIG, C("'formats': {'json': true}"),
      "1:55 [schema] 'formats' must be an object of files by format" },
    { "a format that there is none of", CONFIG, C("'formats': {'jsno': 'a.json'}"),
      "1:47 [schema] there is no format 'jsno' {json}" },
    { "a format that is no word", CONFIG, C("'formats': {'JSON': 'a.json'}"),
      "1:47 [schema] there is no format 'JSON' {json}" },
    { "two formats for standard output", CONFIG, C("'formats': {'json': '-', 'text': '-'}"),
      "1:68 [schema] standard output (-) takes one format" },
    { "a severity that is none", CONFIG, C("'fail-on': 'hihg'"), "1:46 [schema] 'fail-on' cannot be 'hihg' {high}" },
    { "a flag that is a text", CONFIG, C("'fail-on-unknown': 'yes'"),
      "1:54 [schema] 'fail-on-unknown' of the file must be true or false" },
    { "a param without a reason", CONFIG, C("'params': {'p/r.line': {'value': 25}}"),
      "1:58 [schema] a param needs 'reason'" },
    { "a param without its rule", CONFIG, C("'params': {'line': {'value': 25, 'reason': 'r'}}"),
      "1:46 [schema] a param is written RULE.NAME" },
    { "a value in quotes", CONFIG, C("'params': {'p/r.line': {'value': '25', 'reason': 'r'}}"),
      "1:68 [schema] 'value' of a param must be a number" },
    { "a bare value", CONFIG, C("'params': {'p/r.line': 25}"), "1:58 [schema] a param must be an object" },
    /* ---- that of the working folder ---- */
    { "what must come from somebody who is trusted", LOCAL,
      C("\n'rules': ['x'],\n'fail-on': 'never',\n'fail-on-unknown': false,\n'params': {},\n'baseline': 'b',\n'accepted': 'a'"),
      "2:1 [schema] 'rules' is not taken from the working folder: name a configuration with --config\n"
      "3:1 [schema] 'fail-on' is not taken\n4:1 [schema] 'fail-on-unknown' is not taken\n5:1 [schema] 'params' is not taken\n"
      "6:1 [schema] 'baseline' is not taken\n7:1 [schema] 'accepted' is not taken" },
    { "facts elsewhere", LOCAL, C("'facts': ['/etc/*.json',\n'../x.json',\n'a/../../x',\n'./../x',\n'a//../x',\n'..']"),
      "1:45 [schema] a glob of facts must lie in the working folder\n2:1 [schema] must lie in\n3:1 [schema] must lie in\n"
      "4:1 [schema] must lie in\n5:1 [schema] must lie in\n6:1 [schema] must lie in" },
    { "facts elsewhere, behind a backslash", LOCAL, C("'facts': ['\\\\../x.json']"),
      "1:45 [schema] a glob of facts must lie in the working folder" },
    { "a report elsewhere, or hidden", LOCAL, C("'formats': {'json': '../a.json',\n'text': '.git/hooks/pre-push'}"),
      "1:55 [schema] a report must lie in the working folder, and not be hidden\n2:9 [schema] a report must lie in" },
};
enum { ROWS = sizeof table / sizeof *table };

static bool is_expected(const struct heard *h, size_t i, const char *line, size_t length)
{
    char copy[400], place[64], *hint = NULL;
    snprintf(copy, sizeof copy, "%.*s", (int)length, line);
    char *open = strrchr(copy, '{'), *phrase = strstr(copy, "] ");
    if (open && open > copy && open[-1] == ' ') open[-1] = '\0', hint = open + 1, hint[strlen(hint) - 1] = '\0';
    snprintf(place, sizeof place, "%u:%u [%s", (unsigned)h->said[i].line, (unsigned)h->said[i].column, h->said[i].code);
    return phrase && strlen(place) == (size_t)(phrase - copy) && !strncmp(place, copy, strlen(place)) &&
           strstr(h->said[i].message, phrase + 2) && (!hint || !strcmp(hint, h->said[i].hint));
}

static void is_refused_as_the_table_says(void **state)
{
    const struct bad *bad = *state;
    struct trial t;
    struct kept k;
    char *text = room(strlen(bad->text) + 1);
    memcpy(text, bad->text, strlen(bad->text) + 1);
    quotes(text);
    trial_open(&t, NULL);
    bool taken = kept_try(&k, t.engine, bad->file, text, strlen(text)), good = !taken;
    size_t count = 0;
    for (const char *line = bad->expected; *line; count++) {
        size_t length = strcspn(line, "\n");
        if (count >= t.heard.count || t.heard.said[count].notice || !is_expected(&t.heard, count, line, length)) {
            print_error("expected: %.*s\n", (int)length, line);
            good = false;
        }
        line += length + (line[length] == '\n');
    }
    if (!good || count != t.heard.count) {
        for (size_t i = 0; i < t.heard.count && i < HEARD; i++)
            print_error("heard:    %u:%u [%s] %s {%s}\n", (unsigned)t.heard.said[i].line,
                        (unsigned)t.heard.said[i].column, t.heard.said[i].code, t.heard.said[i].message,
                        t.heard.said[i].hint);
        fail_msg("%s: %zu errors expected, %zu heard%s", bad->name, count, t.heard.count,
                 taken ? ", and it was read" : "");
    }
    kept_free(&k);
    free(text);
    trial_close(&t);
}

int main(void)
{
    static struct CMUnitTest tests[ROWS];
    for (size_t i = 0; i < ROWS; i++)
        tests[i] = (struct CMUnitTest){ table[i].name, is_refused_as_the_table_says, NULL, NULL,
                                        (void *)(uintptr_t)&table[i] };
    return _cmocka_run_group_tests("ledger/strict", tests, ROWS, NULL, NULL);
}
