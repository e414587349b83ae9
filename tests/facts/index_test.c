/* A query through the index finds what a walk over the table would; so it does in large tables, with many values, and where
 * memory is wanting. */
#include "base/faulty.h"
#include "facts/asking.h"

#define E(ID) "{'id':'" ID "','name':'" ID "'}"
#define FIRMS \
    "'entities':[" E("msft") "," E("azure") "," E("oai") "," E("amazon") "," E("aws") "," E("google") "," E("x") "],"
#define GROUPS                                                                   \
    "'holdings':[{'id':'h1','holder':'msft','entity':'azure','control':'sole'}," \
    "{'id':'h2','holder':'amazon','entity':'aws','control':'sole'}],"

/* Many records of every sort, found through the index and by walking the table. */
static void the_index_finds_what_a_walk_finds(void **state)
{
    static char text[60 * 1024], other[60 * 1024];
    static const char *const who[] = { "'msft'",   "'azure'",     "'oai'",
                                       "'amazon'", "'aws'",       "'google'",
                                       "'x'",      "['x','oai']", "['azure','aws','azure']" };
    static const char *const type[] = { "supply", "partnership", "veto", "joint-build" };
    static const char *const market[] = { "", ",'market':null", ",'market':'m'" };
    size_t n = (size_t)snprintf(
                   text, sizeof text,
                   CASE("", FIRMS GROUPS "'markets':[{'id':'m','product':'ai-chatbots'}],'agreements':[")) -
               1;
    for (unsigned i = 0; i < 200; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s{'id':'%u','type':'%s','holder':%s,'grantor':%s%s}",
                              i ? "," : "", i, type[i * 7 % 4], who[i * 5 % 8], who[i * 11 % 7], market[i % 3]);
    snprintf(text + n, sizeof text - n, "]}");
    struct asked a;
    asked_open(&a, text);
    static const char *const asked_for[] = { "msft", "aws", "x oai", "google amazon msft", "azure" };
    for (unsigned i = 0; i < 5 * 3 * 2; i++) {
        ask(&a, KIND_AGREEMENT);
        enum field field = i / 15 ? AGREEMENT_GRANTOR : AGREEMENT_HOLDER;
        refs(&a, field, (enum condition_type)(CONDITION_GROUPS + i / 5 % 3), KIND_ENTITY, asked_for[i % 5]);
        struct condition c = a.conditions[0];
        snprintf(other, sizeof other, "%s", found(&a));
        ask(&a, KIND_AGREEMENT); /* a set of all, narrowed: no index */
        assert_string_equal(shown(set_narrow(run(&a, a.now), &c, 1, &a.arena)), other);
    }
    ask(&a, KIND_AGREEMENT);
    refs(&a, AGREEMENT_MARKET, CONDITION_GROUPS, KIND_MARKET, "m");
    struct set *s = run(&a, a.now);
    assert_int_equal(s->sures, 66);
    assert_int_equal(s->maybes, 134);
    asked_close(&a);
}

static void an_id_is_found_in_a_large_table(void **state)
{
    (void)state;
    struct asked a;
    char text[8 * 1024];
    size_t n = (size_t)snprintf(text, sizeof text, CASE("", "'entities':[")) - 1;
    for (unsigned i = 0; i < SMALL_TABLE + 4; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s{'id':'f%u','name':'f%u'}", i ? "," : "", i, i);
    n += (size_t)snprintf(text + n, sizeof text - n, "],'holdings':[");
    for (unsigned i = 1; i < SMALL_TABLE + 4; i++) /* their ids are made */
        n += (size_t)snprintf(text + n, sizeof text - n, "%s{'holder':'f0','entity':'f%u','stake':1}", i > 1 ? "," : "",
                              i);
    snprintf(text + n, sizeof text - n, "]}");
    asked_open(&a, text);
    ask(&a, KIND_ENTITY);
    condition(&a, ENTITY_ID, CONDITION_ID)->id = "f17";
    assert_string_equal(found(&a), "f17");
    ask(&a, KIND_HOLDING);
    condition(&a, HOLDING_ID, CONDITION_ID)->id = "holding-f0-f3";
    assert_string_equal(found(&a), "holding-f0-f3");
    ask(&a, KIND_HOLDING);
    condition(&a, HOLDING_ID, CONDITION_ID)->id = "f3"; /* of another kind */
    assert_string_equal(found(&a), "");
    ask(&a, KIND_HOLDING);
    struct condition *but = condition(&a, HOLDING_ID, CONDITION_ID);
    but->id = "holding-f0-f3", but->except = true;
    assert_null(strstr(found(&a), "holding-f0-f3 "));
    assert_non_null(strstr(found(&a), "holding-f0-f4 "));
    asked_close(&a);
}

/* A record that is asked for itself, as a filter of a role does: its group, it alone, or what it controls. */
static void a_record_is_found_in_a_large_table(void **state)
{
    static char text[8 * 1024];
    static const struct {
        enum condition_type type;
        const char *asked, *found;
    } rows[] = {
        { CONDITION_GROUPS, "f1", "f0" },       { CONDITION_GROUPS, "f2 f9", "f0 f9" },
        { CONDITION_EXACTLY, "f1", "f1" },      { CONDITION_BELOW, "f1", "f1" },
        { CONDITION_BELOW, "f2", "f2" },        { CONDITION_EXACTLY, "f9 f8", "f8 f9" },
        { CONDITION_GROUPS, "f3 f2", "f0 f3" },
    };
    size_t n = (size_t)snprintf(text, sizeof text, CASE("", "'entities':[")) - 1;
    for (unsigned i = 0; i < SMALL_TABLE + 4; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s{'id':'f%u','name':'f%u'}", i ? "," : "", i, i);
    snprintf(
        text + n, sizeof text - n,
        "],'holdings':[{'holder':'f0','entity':'f1','control':'sole'},{'holder':'f1','entity':'f2','control':'sole'}]}");
    struct asked a;
    asked_open(&a, text);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ask(&a, KIND_ENTITY);
        refs(&a, ENTITY_ID, rows[i].type, KIND_ENTITY, rows[i].asked);
        assert_string_equal(found(&a), rows[i].found);
    }
    ask(&a, KIND_ENTITY);
    refs(&a, ENTITY_ID, CONDITION_GROUPS, KIND_ENTITY, "f2");
    a.conditions[0].except = true;
    assert_null(strstr(found(&a), "f0"));
    assert_non_null(strstr(found(&a), "f19"));
    a.now.apart = firm(&a, "f1"); /* a target: it is no more of its seller's group */
    ask(&a, KIND_ENTITY);
    refs(&a, ENTITY_ID, CONDITION_GROUPS, KIND_ENTITY, "f2");
    assert_string_equal(found(&a), "f1");
    asked_close(&a);
}

static void many_values_are_matched_as_few_are(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS GROUPS "'agreements':[{'id':'1','type':'supply','holder':'oai','grantor':'azure'},"
                                         "{'id':'2','type':'supply','holder':'oai','grantor':['x','amazon']},"
                                         "{'id':'3','type':'supply','holder':'oai','grantor':'google'},"
                                         "{'id':'4','type':'supply','holder':'oai','grantor':'x'}]"));
    ref many[20];
    for (size_t i = 0; i < 20; i++) many[i] = ref_make(KIND_ENTITY, firm(&a, i % 2 ? "msft" : "aws"));
    many[19] = ref_make(KIND_ENTITY, firm(&a, "google"));
    for (enum condition_type type = CONDITION_GROUPS; type <= CONDITION_BELOW; type++) {
        ask(&a, KIND_AGREEMENT);
        struct condition *c = condition(&a, AGREEMENT_GRANTOR, type);
        c->values = many, c->count = 20, c->maybes = 1;
        struct set *s = run(&a, a.now);
        assert_string_equal(shown(s), type == CONDITION_GROUPS    ? "1 2 | 3"
                                      : type == CONDITION_EXACTLY ? "| 3"
                                                                  : "1 | 3");
        forget(&a);
        set_any(s, &a.trail);
        assert_string_equal(written(&a), type == CONDITION_GROUPS    ? "match 1, link h1, match 2, link h2"
                                         : type == CONDITION_EXACTLY ? "need google.activities"
                                                                     : "match 1, link h1");
    }
    asked_close(&a);
}

static void an_index_gives_each_row_once_and_says_when_it_is_not_worth_it(void **state)
{
    static char text[8 * 1024];
    size_t n = (size_t)snprintf(text, sizeof text,
                                CASE("", FIRMS "'positions':[{'person':'x','entity':'oai'}],'agreements':[")) -
               1;
    for (unsigned i = 0; i < 17; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s{'id':'%u','type':'supply','holder':%s,'grantor':'x'}",
                              i ? "," : "", i, i % 2 ? "['oai','msft']" : "'aws'");
    snprintf(text + n, sizeof text - n, "]}");
    struct asked a;
    asked_open(&a, text);
    const uint32_t *rows;
    assert_int_equal(index_rows(a.facts, AGREEMENT_HOLDER, ref_make(KIND_ENTITY, firm(&a, "msft")), &rows), 8);
    assert_int_equal(rows[7], 15);
    assert_int_equal(index_rows(a.facts, AGREEMENT_HOLDER, ref_make(KIND_ENTITY, firm(&a, "google")), &rows), 0);
    assert_int_equal(index_rows(a.facts, AGREEMENT_HOLDER, ref_make(KIND_AGREEMENT, 0), &rows), 0);
    assert_int_equal(index_rows(a.facts, POSITION_PERSON, ref_make(KIND_ENTITY, 0), &rows), UINT32_MAX);
    asked_close(&a);
}

/* --- every allocation fails once --- */

static void a_query_that_finds_no_memory_says_so_and_works_the_next_time(void **state)
{
    static char text[16 * 1024];
    size_t n = (size_t)snprintf(text, sizeof text, CASE("", FIRMS GROUPS "'agreements':[")) - 1;
    for (unsigned i = 0; i < 100; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s{'id':'%u','type':'supply','holder':'oai','grantor':'%s'}",
                              i ? "," : "", i, i % 2 ? "azure" : "aws");
    snprintf(text + n, sizeof text - n, "]}");
    for (char *s = text; *s; s++)
        if (*s == '\'') *s = '"';
    size_t failures = 0;
    for (struct faults f = { .at = 1 };; f.at++) {
        struct asked a = { 0 };
        cc_allocator allocator = faulty(&f);
        f.seen = (size_t)1 << 40; /* reading is tested elsewhere: nothing fails in it */
        a.facts = facts_read(&allocator, 7, "case.json", text, strlen(text), asked_diagnostic, &a);
        assert_non_null(a.facts);
        arena_init(&a.arena, &allocator, 0);
        trail_init(&a.trail, &a.arena);
        f.seen = 0;
        const struct view *v = view_at(a.facts, day("2025-01-24"));
        bool whole = v != NULL;
        if (!v) v = view_at(a.facts, day("2025-01-24")); /* the case is as good as before */
        assert_non_null(v);
        a.now = (struct moment){ v, NO_ENTITY };
        ask(&a, KIND_AGREEMENT);
        groups(&a, AGREEMENT_GRANTOR, "msft");
        query_sort(&a.query);
        struct set *s = query_run(&a.query, a.now, &a.arena);
        assert_int_equal(s == NULL, a.arena.failed);
        if (s) assert_int_equal(s->sures, 50);
        set_any(s, &a.trail);
        assert_true(a.trail.count > 50 || a.arena.failed); /* the sures and their link */
        whole = whole && !a.arena.failed && f.seen < f.at;
        failures += !whole;
        asked_close(&a);
        assert_int_equal(f.live, 0);
        if (whole) break;
    }
    assert_true(failures > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_index_finds_what_a_walk_finds),
        cmocka_unit_test(an_id_is_found_in_a_large_table),
        cmocka_unit_test(a_record_is_found_in_a_large_table),
        cmocka_unit_test(many_values_are_matched_as_few_are),
        cmocka_unit_test(an_index_gives_each_row_once_and_says_when_it_is_not_worth_it),
        cmocka_unit_test(a_query_that_finds_no_memory_says_so_and_works_the_next_time),
    };
    return cmocka_run_group_tests_name("facts/index", tests, NULL, NULL);
}
