/* Asked for the shares of a target that has none of its own in a market: those of its seller there are perhaps its. */
#include "facts/asking.h"

#define FIRMS_ALONE                                                                                                \
    "'entities':[{'id':'buyer','name':'Buyer'},{'id':'seller','name':'Seller'},{'id':'between','name':'Between'}," \
    "{'id':'unit','name':'Unit'},{'id':'part','name':'Part'},{'id':'other','name':'Other'},{'id':'lone','name':'Lone'}],"
#define MARKETS "'markets':[{'id':'m','product':'p'},{'id':'n','product':'p'}],"
#define FIRMS                                                                                  \
    FIRMS_ALONE                                                                                \
    "'holdings':[{'holder':'seller','entity':'between','control':'sole'},{'holder':'between'," \
    "'entity':'unit','control':'sole'},{'holder':'unit','entity':'part','control':'sole'}]," MARKETS
#define SHARE(ID, MARKET, WHO, FROM) \
    "{'id':'" ID "','market':'" MARKET "','entity':'" WHO "','percent':30,'from':'" FROM "'}"
#define IN(ID, MARKET, WHO, MEASURE) \
    "{'id':'" ID "','market':'" MARKET "','entity':'" WHO "','percent':30,'measure':" MEASURE ",'from':'2024-12-31'}"
#define SOLD(BUYER)                       \
    "'transactions':[{'acquirer':'" BUYER \
    "','target':'unit','type':'acquisition','from':'2025-01-10','status':'announced'}],"
#define ROWS(MORE) \
    "'shares':[" SHARE("s", "m", "seller", "2024-12-31") "," SHARE("o", "m", "other", "2024-12-31") MORE "]"

static const char *shares_of_unit(struct asked *a, const char *who, enum condition_type type, bool except)
{
    struct moment apart = { a->now.view, firm(a, "unit") };
    ask(a, KIND_SHARE);
    refs(a, SHARE_ENTITY, type, KIND_ENTITY, who)->except = except;
    return shown(run(a, apart));
}

static void a_sellers_share_is_perhaps_the_targets(void **state)
{
    static const struct {
        const char *records, *who, *found;
        enum condition_type type;
        bool except;
    } rows[] = {
        { SOLD("buyer") ROWS(""), "unit", "| s", CONDITION_GROUPS, false },
        { SOLD("buyer") ROWS(""), "unit", "| s", CONDITION_BELOW, false },
        { SOLD("buyer") ROWS(""), "part", "| s", CONDITION_GROUPS, false }, /* of the target's own group */
        { SOLD("buyer") ROWS(""), "unit", "", CONDITION_EXACTLY, false },
        { SOLD("buyer") ROWS(""), "other", "o", CONDITION_GROUPS, false },
        { SOLD("buyer") ROWS(""), "unit other", "o | s", CONDITION_GROUPS, false },
        { SOLD("buyer") ROWS(""), "unit seller", "s", CONDITION_GROUPS, false },
        { SOLD("buyer") ROWS(""), "unit", "s o", CONDITION_GROUPS, true }, /* on file it is another's */
        /* The target's own in that market, or one of what it controls, says what it has; another market's does not. */
        { SOLD("buyer") ROWS("," SHARE("u", "m", "unit", "2024-12-31")), "unit", "u", CONDITION_GROUPS, false },
        { SOLD("buyer") ROWS("," SHARE("u", "m", "part", "2024-12-31")), "unit", "u", CONDITION_GROUPS, false },
        { SOLD("buyer") ROWS("," SHARE("u", "n", "unit", "2024-12-31")), "unit", "u | s", CONDITION_GROUPS, false },
        { SOLD("buyer") ROWS("," SHARE("u", "m", "unit", "2025-02-01")), "unit", "| s", CONDITION_GROUPS, false },
        /* One in another measure, or in none that is known, says nothing of this one; one that states none is of the same. */
        { SOLD("buyer") ROWS("," IN("u", "m", "unit", "'purchases'")), "unit", "u | s", CONDITION_GROUPS, false },
        { SOLD("buyer") ROWS("," IN("u", "m", "unit", "'revenue'")), "unit", "u", CONDITION_GROUPS, false },
        { SOLD("buyer") ROWS("," IN("u", "m", "unit", "null")), "unit", "u | s", CONDITION_GROUPS, false },
        { SOLD("buyer") ROWS("," IN("v", "m", "seller", "'volume'") "," IN("u", "m", "unit", "'revenue'")), "unit",
          "u | v", CONDITION_GROUPS, false },
        { SOLD("buyer") ROWS("," IN("v", "m", "seller", "'volume'") "," IN("u", "m", "part", "'volume'")), "unit", "u",
          CONDITION_GROUPS, false },
        { SOLD("buyer") ROWS("," IN("v", "m", "seller", "'volume'") "," IN("b", "m", "between", "'revenue'")), "unit",
          "| v b", CONDITION_GROUPS, false },
        { SOLD("buyer") ROWS("," IN("v", "m", "seller", "'volume'") "," IN("u", "m", "unit", "'volume'")), "unit", "u",
          CONDITION_GROUPS, false },
        /* Of the firms above it the nearest that has one. */
        { SOLD("buyer") ROWS("," SHARE("b", "m", "between", "2024-12-31")), "unit", "| b", CONDITION_GROUPS, false },
        { SOLD("buyer") ROWS("," SHARE("b", "n", "between", "2024-12-31")), "unit", "| s b", CONDITION_GROUPS, false },
        /* Nobody else buys it. */
        { ROWS(""), "unit", "", CONDITION_GROUPS, false },
        { SOLD("between") ROWS(""), "unit", "", CONDITION_GROUPS, false },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct asked a;
        char text[8192];
        snprintf(text, sizeof text, CASE("", "%s%s"), FIRMS, rows[i].records);
        asked_open(&a, text);
        const char *found = shares_of_unit(&a, rows[i].who, rows[i].type, rows[i].except);
        if (strcmp(found, rows[i].found)) fail_msg("row %zu: '%s', not '%s'", i, found, rows[i].found);
        asked_close(&a);
    }
}

/* So many rows that they are looked up. */
static void add_many(char *text, size_t size)
{
    for (int i = 0; i < SMALL_TABLE; i++) {
        size_t n = strlen(text);
        snprintf(text + n, size - n, ",{'market':'m','entity':'lone','percent':1,'from':'2024-%02d-%02d'}", i / 12 + 1,
                 i % 12 + 1);
    }
}

#define HELD(HOLDER, HELD, MORE) "{'holder':'" HOLDER "','entity':'" HELD "'" MORE "}"

/* Where nobody knows whether a firm controls the target, nobody knows either whether its share tells of it. */
static void who_perhaps_controls_the_target_may_have_its_share(void **state)
{
    static const struct {
        const char *holdings, *shares, *found;
    } rows[] = {
        { HELD("seller", "unit", ",'control':null"), ROWS(""), "| s" },
        { HELD("seller", "unit", ",'control':null,'to':'2025-01-01'"), ROWS(""), "" }, /* it is over */
        { HELD("seller", "unit", ",'control':'joint'"), ROWS(""), "" },
        { HELD("seller", "unit", ",'control':'none'"), ROWS(""), "" },
        { HELD("seller", "unit", ",'control':'sole','to':null"), ROWS(""), "| s" },
        { HELD("seller", "unit", ",'stake':100"), ROWS(""), "| s" }, /* of the votes nothing is said */
        { HELD("seller", "unit", ",'stake':50"), ROWS(""), "" },
        { HELD("seller", "unit", ",'stake':50,'votes':null"), ROWS(""), "" },
        { HELD("seller", "unit", ",'votes':{'min':40,'max':60}"), ROWS(""), "| s" },
        { HELD("seller", "unit", ",'votes':50"), ROWS(""), "" },
        { HELD("seller", "between", ",'control':null") "," HELD("between", "unit", ",'control':'sole'"), ROWS(""),
          "| s" },
        { HELD("seller", "between", ",'control':'sole'") "," HELD("between", "unit", ",'control':null"), ROWS(""),
          "| s" },
        { HELD("seller", "between", ",'control':null") "," HELD("between", "unit", ",'control':null"), ROWS(""),
          "| s" },
        /* Who surely controls it leaves no room for another. */
        { HELD("seller", "unit", ",'control':null") "," HELD("between", "unit", ",'control':'sole'"), ROWS(""), "" },
        { HELD("seller", "unit", ",'control':null") "," HELD("other", "unit", ",'control':null"), ROWS(""), "| s o" },
        { HELD("seller", "unit", ",'control':null") "," HELD("buyer", "unit", ",'control':null"),
          ROWS("," SHARE("b", "m", "buyer", "2024-12-31")), "| s" }, /* a buyer sells nothing to itself */
        { HELD("seller", "between", ",'control':null") "," HELD("between", "unit", ",'control':'sole'"),
          ROWS("," SHARE("b", "m", "between", "2024-12-31")), "| b" },
        { HELD("seller", "between", ",'control':'sole'") "," HELD("between", "unit", ",'control':null"),
          ROWS("," SHARE("b", "m", "between", "2024-12-31")), "| b" },
        { HELD("seller", "unit", ",'control':null"), ROWS("," SHARE("u", "m", "unit", "2024-12-31")), "u" },
    };
    (void)state;
    for (size_t i = 0; i < 2 * sizeof rows / sizeof *rows; i++) {
        struct asked a;
        char text[8192], shares[4096];
        size_t n = (size_t)snprintf(shares, sizeof shares, "%s", rows[i / 2].shares);
        if (i % 2) shares[n - 1] = 0, add_many(shares, sizeof shares), strcat(shares, "]");
        snprintf(text, sizeof text, CASE("", "%s'holdings':[%s]," MARKETS SOLD("buyer") "%s"), FIRMS_ALONE,
                 rows[i / 2].holdings, shares);
        asked_open(&a, text);
        const char *found = shares_of_unit(&a, "unit", CONDITION_GROUPS, false);
        if (strcmp(found, rows[i / 2].found)) fail_msg("row %zu: '%s', not '%s'", i / 2, found, rows[i / 2].found);
        asked_close(&a);
    }
}

/* It is open whose the share is: that is what the file would have to say. */
static void what_is_missing_is_whose_it_is(void **state)
{
    struct asked a;
    (void)state;
    asked_open(&a, CASE("", FIRMS SOLD("buyer") ROWS("")));
    struct moment apart = { a.now.view, firm(&a, "unit") };
    ask(&a, KIND_SHARE);
    groups(&a, SHARE_ENTITY, "unit");
    assert_int_equal(set_any(run(&a, apart), &a.trail).truth, UNKNOWN);
    assert_string_equal(written(&a), "need s.entity");
    /* With no target apart the group has it. */
    ask(&a, KIND_SHARE);
    groups(&a, SHARE_ENTITY, "unit");
    assert_string_equal(shown(run(&a, a.now)), "s");
    asked_close(&a);
}

#define CLOSED                                                                                                                \
    "'entities':[{'id':'buyer','name':'Buyer'},{'id':'seller','name':'Seller'},{'id':'between','name':'B'},"                  \
    "{'id':'unit','name':'Unit'},{'id':'other','name':'Other'},{'id':'lone','name':'Lone'},{'id':'nobody','name':'Nobody'}]," \
    "'markets':[{'id':'m','product':'p'},{'id':'n','product':'p'}],"                                                          \
    "'holdings':[{'holder':'seller','entity':'between','control':'sole'},"                                                    \
    "{'holder':'between','entity':'unit','control':'sole','to':'2025-01-19'},"                                                \
    "{'holder':'buyer','entity':'unit','control':'sole','from':'2025-01-20'}],"                                               \
    "'transactions':[{'acquirer':'buyer','target':'unit','type':'acquisition','from':'2025-01-10',"                           \
    "'status':'closed','closed':'2025-01-20'}],"

/* Since the deal closed the unit is the buyer's. On the day before it was the seller's, and with it perhaps its share. */
static void of_a_deal_that_closed_the_day_before_counts(void **state)
{
    static const struct {
        const char *rows, *before, *found; /* the day before the deal, or NULL */
    } rows[] = {
        { SHARE("s", "m", "seller", "2024-12-31"), "2025-01-19", "| s" },
        { SHARE("s", "m", "seller", "2024-12-31"), NULL, "| s" },      /* on its own day it was the seller's too */
        { SHARE("s", "m", "seller", "2025-01-22"), "2025-01-19", "" }, /* without the unit */
        { SHARE("s", "m", "seller", "2024-12-31") "," SHARE("u", "m", "unit", "2025-01-22"), "2025-01-19", "u" },
        { SHARE("s", "m", "seller", "2024-12-31") ",{'id':'u','market':'m','entity':'unit','percent':5,'from':"
                                                  "'2024-12-31','to':'2025-01-20'}",
          "2025-01-19", "" }, /* it had its own */
        { SHARE("s", "m", "seller", "2024-12-31") "," SHARE("b", "m", "between", "2024-12-31"), "2025-01-19", "| b" },
        { SHARE("s", "m", "seller", "2024-12-31") "," SHARE("u", "n", "unit", "2025-01-22"), "2025-01-19", "u | s" },
    };
    (void)state;
    for (size_t i = 0; i < 2 * sizeof rows / sizeof *rows; i++) {
        struct asked a;
        char text[8192], shares[4096];
        snprintf(shares, sizeof shares, "%s", rows[i / 2].rows);
        if (i % 2) add_many(shares, sizeof shares);
        snprintf(text, sizeof text, CASE("", "%s'shares':[%s]"), CLOSED, shares);
        asked_open(&a, text);
        ask(&a, KIND_SHARE);
        groups(&a, SHARE_ENTITY, "unit");
        if (rows[i / 2].before) a.query.before_deal = as_of(&a, rows[i / 2].before).view;
        const struct set *s = run(&a, (struct moment){ a.now.view, firm(&a, "unit") });
        if (strcmp(shown(s), rows[i / 2].found)) fail_msg("row %zu: '%s', not '%s'", i, shown(s), rows[i / 2].found);
        struct set *narrow = set_narrow(s, NULL, 0, &a.arena);
        assert_string_equal(shown(narrow), rows[i / 2].found);
        struct query plain = *s->query;
        plain.before_deal = NULL;
        assert_int_equal(query_same(s->query, &plain), rows[i / 2].before == NULL);
        asked_close(&a);
    }
}

/* The group that has the unit now has perhaps a part of what its seller had on the share's day. */
static void a_share_of_whoever_had_a_unit_is_perhaps_the_groups(void **state)
{
    static const struct {
        const char *rows, *who, *found;
        enum condition_type type;
        bool except;
    } rows[] = {
        { SHARE("s", "m", "seller", "2024-12-31"), "buyer", "| s", CONDITION_GROUPS, false },
        { SHARE("s", "m", "seller", "2024-12-31"), "buyer", "| s", CONDITION_BELOW, false },
        { SHARE("s", "m", "seller", "2024-12-31"), "unit", "| s", CONDITION_BELOW, false },
        { SHARE("s", "m", "seller", "2024-12-31"), "buyer", "", CONDITION_EXACTLY, false },
        { SHARE("s", "m", "seller", "2024-12-31"), "buyer", "s", CONDITION_GROUPS, true },
        { SHARE("s", "m", "seller", "2024-12-31"), "seller", "s", CONDITION_GROUPS, false },
        { SHARE("s", "m", "seller", "2024-12-31"), "nobody", "", CONDITION_GROUPS, false },
        { SHARE("s", "m", "seller", "2025-01-19"), "buyer", "| s", CONDITION_GROUPS, false },
        { SHARE("s", "m", "seller", "2025-01-20"), "buyer", "", CONDITION_GROUPS, false },
        { SHARE("s", "m", "seller", "2024-12-31") "," SHARE("w", "m", "buyer", "2024-12-31"), "buyer", "w | s",
          CONDITION_GROUPS, false },
        { SHARE("s", "m", "seller", "2024-12-31") "," SHARE("u", "m", "unit", "2024-12-31"), "buyer", "u",
          CONDITION_GROUPS, false },
        { SHARE("s", "m", "seller", "2024-12-31") "," IN("u", "m", "unit", "'purchases'"), "buyer", "u | s",
          CONDITION_GROUPS, false },
        { SHARE("s", "m", "seller", "2024-12-31") "," SHARE("u", "n", "unit", "2024-12-31"), "buyer", "u | s",
          CONDITION_GROUPS, false },
        { SHARE("s", "m", "seller", "2024-12-31") "," SHARE("b", "m", "between", "2024-12-31"), "buyer", "| b",
          CONDITION_GROUPS, false },
    };
    (void)state;
    for (size_t i = 0; i < 2 * sizeof rows / sizeof *rows; i++) {
        struct asked a;
        char text[8192], shares[4096];
        if (i % 2 && rows[i / 2].except) continue; /* whom the many others are of */
        snprintf(shares, sizeof shares, "%s", rows[i / 2].rows);
        if (i % 2) add_many(shares, sizeof shares);
        snprintf(text, sizeof text, CASE("", "%s'shares':[%s]"), CLOSED, shares);
        asked_open(&a, text);
        ask(&a, KIND_SHARE);
        refs(&a, SHARE_ENTITY, rows[i / 2].type, KIND_ENTITY, rows[i / 2].who)->except = rows[i / 2].except;
        const struct set *s = run(&a, a.now);
        if (strcmp(shown(s), rows[i / 2].found)) fail_msg("row %zu: '%s', not '%s'", i, shown(s), rows[i / 2].found);
        assert_string_equal(shown(set_narrow(s, NULL, 0, &a.arena)), rows[i / 2].found);
        if (!strcmp(rows[i / 2].found, "| s")) {
            assert_int_equal(set_any(s, &a.trail).truth, UNKNOWN);
            assert_non_null(strstr(written(&a), "need s.entity"));
        }
        asked_close(&a);
    }
}

/* A share of some day of a year may be of one on which the seller had the unit already. */
static void a_share_of_some_day_is_of_any_on_which_the_unit_was_held(void **state)
{
    static const struct {
        const char *from, *found;
    } rows[] = { { "2024-03-01", "| s" }, { "2024-12-31", "| s" }, { "2025-01-01", "" }, { "2023-03-01", "| s" } };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct asked a;
        char text[8192];
        snprintf(
            text, sizeof text,
            CASE(
                "",
                "'entities':[{'id':'buyer','name':'Buyer'},{'id':'seller','name':'Seller'},{'id':'unit','name':'Unit'}],"
                "'markets':[{'id':'m','product':'p'}],"
                "'holdings':[{'holder':'seller','entity':'unit','control':'sole','from':'%s','to':'2025-01-19'},"
                "{'holder':'buyer','entity':'unit','control':'sole','from':'2025-01-20'}],'shares':[%s]"),
            rows[i].from, SHARE("s", "m", "seller", "2024"));
        asked_open(&a, text);
        ask(&a, KIND_SHARE);
        refs(&a, SHARE_ENTITY, CONDITION_GROUPS, KIND_ENTITY, "buyer");
        const struct set *s = run(&a, a.now);
        if (strcmp(shown(s), rows[i].found)) fail_msg("row %zu: '%s', not '%s'", i, shown(s), rows[i].found);
        asked_close(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sellers_share_is_perhaps_the_targets),
        cmocka_unit_test(who_perhaps_controls_the_target_may_have_its_share),
        cmocka_unit_test(what_is_missing_is_whose_it_is),
        cmocka_unit_test(a_share_of_some_day_is_of_any_on_which_the_unit_was_held),
        cmocka_unit_test(of_a_deal_that_closed_the_day_before_counts),
        cmocka_unit_test(a_share_of_whoever_had_a_unit_is_perhaps_the_groups),
    };
    return cmocka_run_group_tests_name("facts/sold", tests, NULL, NULL);
}
