/* Asked for the shares of a target that has none of its own in a market: those of its seller there are perhaps its. */
#include "facts/asking.h"

#define FIRMS                                                                                                                                                                                             \
    "'entities':[{'id':'buyer','name':'Buyer'},{'id':'seller','name':'Seller'},{'id':'between','name':'Between'},{'id':'unit','name':'Unit'},{'id':'part','name':'Part'},{'id':'other','name':'Other'}]," \
    "'holdings':[{'holder':'seller','entity':'between','control':'sole'},{'holder':'between','entity':'unit',"                                                                                            \
    "'control':'sole'},{'holder':'unit','entity':'part','control':'sole'}],"                                                                                                                              \
    "'markets':[{'id':'m','product':'p'},{'id':'n','product':'p'}],"
#define SHARE(ID, MARKET, WHO, FROM) \
    "{'id':'" ID "','market':'" MARKET "','entity':'" WHO "','percent':30,'from':'" FROM "'}"
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sellers_share_is_perhaps_the_targets),
        cmocka_unit_test(what_is_missing_is_whose_it_is),
    };
    return cmocka_run_group_tests_name("facts/sold", tests, NULL, NULL);
}
