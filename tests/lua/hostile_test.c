/* hostile_test.c - broken and hostile rules: each fails by name, ended by a limit and not by the test's own patience, and whatever
 * stands beside it in the engine says of each case what it says without it.
 *
 * tests/lua/hostile/NAME.lua begins with what is expected: "-- refused|failed|limit LINE: a phrase of the message". A
 * refused one cannot be loaded, a failed one fails when it runs, one that a limit ends has that as its code. LINE may be
 * missing. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lua/ruling.h"

enum { NAMES = 1024, CASES = 2 };

static const char *const cases[CASES] = {
    "'entities':[{'id':'alpha','name':'Alpha','form':'company','activities':['cloud-provider']},"
    "{'id':'beta','name':'Beta','form':'company','activities':['ai-developer']},"
    "{'id':'gamma','name':'Gamma','form':'company'},{'id':'delta','name':'Delta','form':'company'}],"
    "'markets':[{'id':'cloud','name':'cloud','product':'cloud-infrastructure','measure':'revenue','table':'top'}],"
    "'shares':[{'id':'s1','market':'cloud','entity':'alpha','percent':30,'from':'2024-12-31'},"
    "{'id':'s2','market':'cloud','entity':'gamma','percent':20,'from':'2024-12-31'}],"
    "'investments':[{'id':'i1','investor':'alpha','target':'beta','amount':{'value':1e9,'currency':'USD'},'from':'2023-01-01'},"
    "{'id':'i2','investor':'gamma','target':'delta','amount':{'value':2e9,'currency':'USD'},'from':'2024-01-01'},"
    "{'id':'i3','investor':'gamma','target':'beta','from':'2024-02-01'}],"
    "'agreements':[{'id':'a1','type':'exclusivity','holder':'alpha','grantor':'beta','scope':'api'},"
    "{'id':'a2','type':'supply','holder':'beta','grantor':'alpha'}]",

    "'entities':[{'id':'epsilon','name':'Epsilon','form':'company','activities':['cloud-provider']},"
    "{'id':'alpha','name':'Zeta','form':'company','activities':['ai-developer']}],"
    "'markets':[{'id':'cloud','name':'cloud','product':'cloud-infrastructure','measure':'revenue'}],"
    "'shares':[{'id':'s1','market':'cloud','entity':'epsilon','percent':10,'from':'2024-12-31'}],"
    "'investments':[{'id':'i1','investor':'epsilon','target':'alpha','from':'2023-01-01'}],"
    "'agreements':[{'id':'a1','type':'veto','holder':'epsilon','grantor':'alpha'}]",
};

/* A rule with a figure, sets, a library and a param; its id sorts before or after those of the hostile ones. */
#define GOOD(ID)                                                                                                            \
    "local shelf = require 'shelf'\n"                                                                                       \
    "return { id = '" ID "', title = '{investor} {developer} {share}', severity = 'high', nature = 'indicator',\n"          \
    "  basis = { { 'book', support = 'direct' } }, roles = { 'investor', 'developer' },\n"                                  \
    "  params = { line = { 20, 'percent', 'a line' } },\n"                                                                  \
    "  subjects = function(case, each) for a, b in case:investments():pairs('investor', 'target') do each(a, b) end end,\n" \
    "  figures = { share = function(s, p, case) return case:product('cloud-infrastructure'):share(s.investor) end },\n"     \
    "  elements = { { '{investor} {>=} {line}', 'share', '>=', 'line' },\n"                                                 \
    "    { '{investor} binds {developer}', function(s, p, case)\n"                                                          \
    "      local all = case:agreements { holder = s.investor, grantor = s.developer }\n"                                    \
    "      for a in all do if a:has { type = { 'exclusivity', 'veto' } } then return #shelf.words > 1 end end\n"            \
    "      return all:count() > 5 end } } }\n"

static char *names[NAMES];
static size_t name_count;
static char alone[CASES][4096]; /* what the good rules say of each case, without any other */

/* What two good rules say: verdicts, subjects, proofs, figures. */
static void write_good(const struct ruling *r, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < r->audit->finding_count && used < size; i++) {
        const struct finding *f = r->audit->findings[i];
        if (strncmp(f->rule->id, "good/", 5) != 0 && strncmp(f->rule->id, "sound/", 6) != 0) continue;
        const struct quantity *q = &f->figures[0].quantity;
        used += (size_t)snprintf(out + used, size - used, "%s %d %s %s %g %g\n", f->rule->id, f->verdict,
                                 f->fingerprint, f->proof, q->low, q->high);
    }
    snprintf(out + used, size - used, "%d %d", ruling_result(r, "good/before")->verdict,
             ruling_result(r, "sound/after")->verdict);
}

static void open_with(struct ruling *r, const char *path, const cc_limits *limits)
{
    ruling_open(r, limits);
    assert_true(ruling_rule(r, "good/before.lua", GOOD("good/before")));
    if (path) {
        r->said_count = 0;
        cc_engine_load_rules(r->engine, path);
    }
    struct ruling loaded = *r;
    assert_true(ruling_rule(r, "sound/after.lua", GOOD("sound/after")));
    r->said_count = loaded.said_count;
}

static void good_is_as_alone(struct ruling *r, unsigned which)
{
    char said[sizeof alone[0]];
    write_good(r, said, sizeof said);
    if (strcmp(said, alone[which]))
        fail_msg("case %u: the good rules say\n%s\nand alone\n%s", which, said, alone[which]);
}

/* ---- the files ---- */

struct expected {
    char how[16], phrase[200];
    unsigned line;
};

static void read_expected(const char *text, size_t size, struct expected *ret)
{
    static const char *const hows[] = { "refused", "failed", "limit" };
    const char *found = NULL;
    for (size_t i = 0; i + 3 < size && !found; i++)
        for (size_t h = 0; h < 3 && !found; h++)
            if (!memcmp(text + i, "-- ", 3) && !strncmp(text + i + 3, hows[h], strlen(hows[h]))) found = text + i + 3;
    if (!found) fail_msg("the file does not say what is expected of it");
    *ret = (struct expected){ 0 };
    size_t how = strcspn(found, " :"), end = strcspn(found, "\n");
    const char *colon = memchr(found, ':', end);
    assert_true(how < sizeof ret->how && colon);
    memcpy(ret->how, found, how);
    ret->line = (unsigned)strtoul(found + how, NULL, 10);
    while (*++colon == ' ') continue;
    snprintf(ret->phrase, sizeof ret->phrase, "%.*s", (int)(end - (size_t)(colon - found)), colon);
}

static void fails_by_name(void **state)
{
    char path[512], id[512];
    size_t size;
    struct expected expected;
    struct ruling r;
    snprintf(path, sizeof path, SHELF "/%s.lua", (const char *)*state);
    snprintf(id, sizeof id, "hostile/%s.lua", (const char *)*state);
    char *text = ruling_file(path, &size);
    read_expected(text, size, &expected);
    free(text);
    patience(PATIENCE);
    open_with(&r, path, &ruling_limits);
    bool refused = !strcmp(expected.how, "refused");
    if (refused != (r.said_count > 0))
        fail_msg("%s: %zu errors while loading: %s", path, r.said_count, r.said[0].message);
    for (unsigned i = 0; i < 3; i++) { /* the first case again, after the second */
        ruling_case(&r, cases[i % CASES], NULL);
        ruling_audit(&r, NULL);
        good_is_as_alone(&r, i % CASES);
        const struct rule_result *result = ruling_result(&r, id);
        assert_true(cc_audit_incomplete(r.audit));
        if (result->verdict != CC_FAILED) fail_msg("%s: its verdict is %s", path, verdict_names[result->verdict]);
        bool limit = !strcmp(expected.how, "limit");
        if (!strstr(result->error, expected.phrase) || limit != !strcmp(result->error_code, "limit") ||
            (expected.line && expected.line != result->error_line))
            fail_msg("%s:%u: %s [%s]\nexpected at line %u: %s [%s]", path, result->error_line, result->error,
                     result->error_code, expected.line, expected.phrase, expected.how);
    }
    ruling_close(&r);
    patience(0);
}

/* ---- every name that the sandbox blocks ---- */

static const char *const blocked[] = {
    "io",
    "os",
    "debug",
    "package",
    "load",
    "loadfile",
    "dofile",
    "loadstring",
    "pcall",
    "xpcall",
    "error",
    "assert",
    "setmetatable",
    "getmetatable",
    "rawset",
    "rawget",
    "rawequal",
    "rawlen",
    "coroutine",
    "collectgarbage",
    "print",
    "warn",
    "next",
    "pairs",
    "type",
    "tostring",
    "tonumber",
    "utf8",
    "_G",
    "_VERSION",
    "unpack",
    "module",
    "setfenv",
    "getfenv",
    "bit32",
    "arg",
    "string.rep",
    "string.find",
    "string.match",
    "string.gsub",
    "string.gmatch",
    "string.dump",
    "string.pack",
    "string.packsize",
    "string.unpack",
    "string.byte",
    "string.char",
    "string.reverse",
    "string.upper",
    "string.lower",
    "string.len",
    "math.random",
    "math.randomseed",
    "math.huge",
    "math.pi",
    "math.maxinteger",
    "math.mininteger",
    "math.type",
    "math.tointeger",
    "math.abs",
    "math.sqrt",
    "math.exp",
    "math.ult",
    "table.sort",
    "table.remove",
    "table.move",
    "table.pack",
    "('x').rep",
    "('x').gsub",
    "('x').byte",
    "('x').dump",
};

/* Whole names at load and in a test; through a dot or a string's methods in a test. */
static void a_blocked_name_says_so(void **state)
{
    const char *name = *state, *dot = strrchr(name, '.'), *last = dot ? dot + 1 : name;
    char text[1000], phrase[100];
    snprintf(phrase, sizeof phrase, "'%s' is not available to rules", last);
    struct ruling r;
    open_with(&r, NULL, &ruling_limits);
    snprintf(text, sizeof text, "local x = %s\nreturn { id = 'hostile/loads', x = x }", name);
    assert_false(ruling_rule(&r, "hostile/loads.lua", text));
    if (!strstr(r.said[0].message, phrase) || r.said[0].line != 1)
        fail_msg("line %u: %s", r.said[0].line, r.said[0].message);
    snprintf(text, sizeof text,
             "return require 'harmless' { id = 'hostile/runs', test = function()\nlocal x = %s\nreturn x end }", name);
    assert_true(ruling_rule(&r, "hostile/runs.lua", text));
    ruling_case(&r, cases[0], NULL);
    ruling_audit(&r, NULL);
    good_is_as_alone(&r, 0);
    const struct rule_result *result = ruling_result(&r, "hostile/runs");
    assert_int_equal(result->verdict, CC_FAILED);
    if (!strstr(result->error, phrase) || result->error_line != 2)
        fail_msg("line %u: %s", result->error_line, result->error);
    ruling_close(&r);
}

/* ---- what a file cannot say ---- */

static void all_of_them_in_one_engine_leave_the_others_as_they_are(void **state)
{
    (void)state;
    struct ruling r;
    patience(3 * PATIENCE);
    ruling_open(&r, &ruling_limits);
    assert_true(ruling_rule(&r, "good/before.lua", GOOD("good/before")));
    cc_engine_load_rules(r.engine, SHELF);
    assert_true(ruling_rule(&r, "sound/after.lua", GOOD("sound/after")));
    for (unsigned i = 0; i < 3; i++) {
        ruling_case(&r, cases[i % CASES], NULL);
        ruling_audit(&r, NULL);
        good_is_as_alone(&r, i % CASES);
        assert_int_equal(cc_audit_count(r.audit, CC_FAILED), name_count);
        assert_int_equal(r.audit->rule_count, name_count + 2);
    }
    ruling_close(&r);
    patience(0);
}

static void the_usual_limits_end_it_as_well(void **state)
{
    static const char *const some[] = { "endless-while", "memory-table", "endless-narrowing", "endless-pairs" };
    (void)state;
    for (size_t i = 0; i < sizeof some / sizeof some[0]; i++) {
        char path[200], id[200];
        struct ruling r;
        patience(PATIENCE);
        snprintf(path, sizeof path, SHELF "/%s.lua", some[i]);
        snprintf(id, sizeof id, "hostile/%s", some[i]);
        open_with(&r, path, NULL);
        ruling_case(&r, cases[1], NULL);
        ruling_audit(&r, NULL);
        good_is_as_alone(&r, 1);
        assert_int_equal(ruling_result(&r, id)->verdict, CC_FAILED);
        assert_string_equal(ruling_result(&r, id)->error_code, "limit");
        ruling_close(&r);
        patience(0);
    }
}

/* ---- test files ---- */

static bool collect(void *ud, const char *bytes, size_t length)
{
    char *said = ud;
    size_t used = strlen(said);
    if (used + length < 2000) memcpy(said + used, bytes, length), said[used + length] = '\0';
    return true;
}

/* tests/lua/hostile/tests/NAME_test.lua begins with "-- [LINE: ]a phrase of what is said". */
static void test_files_that_are_broken_fail_by_name(void **state)
{
    (void)state;
    DIR *folder = opendir(SHELF "/tests");
    assert_non_null(folder);
    unsigned count = 0;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char path[600], said[2000] = "", phrase[200];
        size_t size;
        cc_test_totals totals;
        struct ruling r;
        if (!strstr(entry->d_name, "_test.lua")) continue;
        snprintf(path, sizeof path, SHELF "/tests/%.255s", entry->d_name);
        char *text = ruling_file(path, &size);
        snprintf(phrase, sizeof phrase, "%.*s", (int)strcspn(text + 3, "\n"), text + 3);
        free(text);
        patience(PATIENCE);
        open_with(&r, NULL, &ruling_limits);
        cc_tests *tests = cc_tests_open(r.engine, &(cc_test_options){ .size = sizeof(cc_test_options) },
                                        (cc_sink){ collect, said });
        assert_true(cc_tests_add(tests, r.engine, path));
        assert_true(cc_tests_close(tests, &totals));
        char *wanted = phrase, beside[16], of_test[16];
        unsigned long line = strtoul(phrase, &wanted, 10);
        snprintf(of_test, sizeof of_test, ":%lu: ", line);
        snprintf(beside, sizeof beside, "line %lu: ", line);
        if (line && (strstr(said, of_test) || strstr(said, beside))) wanted += 2;
        if (!totals.failed || !strstr(said, wanted))
            fail_msg("%s: %zu passed, %zu failed: %s", path, totals.passed, totals.failed, said);
        ruling_case(&r, cases[0], NULL);
        ruling_audit(&r, NULL);
        good_is_as_alone(&r, 0);
        ruling_close(&r);
        patience(0);
        count++;
    }
    closedir(folder);
    assert_true(count >= 25);
}

/* ---- main ---- */

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void find_names(void)
{
    DIR *folder = opendir(SHELF);
    if (!folder) fail_msg("no folder " SHELF);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        size_t n = strlen(entry->d_name);
        if (n < 5 || strcmp(entry->d_name + n - 4, ".lua") != 0 || name_count == NAMES) continue;
        char *name = names[name_count++] = strdup(entry->d_name);
        name[n - 4] = '\0';
    }
    closedir(folder);
    qsort(names, name_count, sizeof *names, by_name);
}

static int begin(void **state)
{
    struct ruling r;
    (void)state;
    open_with(&r, NULL, &ruling_limits);
    for (unsigned i = 0; i < CASES; i++) {
        ruling_case(&r, cases[i], NULL);
        ruling_audit(&r, NULL);
        if (cc_audit_incomplete(r.audit)) print_error("%s\n", ruling_result(&r, "good/before")->error);
        write_good(&r, alone[i], sizeof alone[i]);
    }
    ruling_close(&r);
    return strstr(alone[0], "good/before 0") && name_count >= 60 ? 0 : -1; /* flagged in the first case */
}

int main(void)
{
    enum { BLOCKED = sizeof blocked / sizeof blocked[0] };
    static const struct CMUnitTest others[] = {
        cmocka_unit_test(all_of_them_in_one_engine_leave_the_others_as_they_are),
        cmocka_unit_test(the_usual_limits_end_it_as_well),
        cmocka_unit_test(test_files_that_are_broken_fail_by_name),
    };
    enum { OTHERS = sizeof others / sizeof others[0] };
    static struct CMUnitTest tests[NAMES + BLOCKED + OTHERS];
    size_t count = 0;
    find_names();
    for (size_t i = 0; i < name_count; i++)
        tests[count++] = (struct CMUnitTest){ .name = names[i], .test_func = fails_by_name, .initial_state = names[i] };
    for (size_t i = 0; i < BLOCKED; i++)
        tests[count++] = (struct CMUnitTest){ .name = blocked[i],
                                              .test_func = a_blocked_name_says_so,
                                              .initial_state = (void *)(uintptr_t)blocked[i] };
    memcpy(tests + count, others, sizeof others);
    count += OTHERS;
    int failed = _cmocka_run_group_tests("lua/hostile", tests, count, begin, NULL);
    for (size_t i = 0; i < name_count; i++) free(names[i]);
    return failed;
}
