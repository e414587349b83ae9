/* Units that others have a part of, and shares in oneself: what the modified index takes out, and what it leaves open. */
#include "economics/market_case.h"

/* Own shares carry no profit: what the others hold is a part of the rest, however the firm holds itself. */
static void own_shares_are_taken_out(void **state)
{
    (void)state;
#define OWN(MORE) "{'holder':'google','entity':'google'" MORE "},"
#define UNIT(MORE) \
    "{'holder':'google','entity':'unit','control':'sole'" MORE "},{'holder':'unit','entity':'google','stake':50},"
    static const struct {
        const char *records;
        double low, high;
        unsigned reads;
    } rows[] = {
        { TWO(OWN(",'stake':80") HELD(",'stake':10")), 300, 300, 2 },
        { TWO(OWN(",'stake':{'min':0,'max':80}") HELD(",'stake':10")), 60, 300, 2 },
        { TWO(OWN(",'stake':50") HELD(",'stake':{'min':10,'max':20}")), 120, 240, 2 },
        { TWO(OWN("") HELD(",'stake':10")), 60, 600, 2 },
        { TWO(OWN(",'stake':80,'to':'2024-06-30'") HELD(",'stake':10")), 60, 60, 1 },
        { TWO(OWN(",'stake':80,'to':null") HELD(",'stake':10")), 60, 300, 2 },
        { TWO(OWN(",'stake':100") HELD(",'stake':0")), 0, 0, 0 },
        { TWO(OWN(",'stake':80") HELD(",'stake':30")), 0, 600, 2 }, /* cannot all be true */
        { TWO(OWN(",'stake':50") HELD(",'stake':10,'control':'joint'")), 600 * (.2 + .2 / .68), 600 * (.2 + .2 / .68),
          2 },
        { TWO(UNIT(",'stake':100") HELD(",'stake':10")), 120, 120, 3 },
        { TWO(UNIT(",'stake':60") HELD(",'stake':10")), 600 * .1 / .7, 600 * .1 / .7, 3 },
        { TWO(UNIT("") HELD(",'stake':10")), 60, 120, 3 },
        /* of the unit alone, which is all that sells: the head's part of it is no own share */
        { FIRMS "'holdings':[{'holder':'google','entity':'unit','stake':60,'control':'sole'},"
                "{'holder':'unit','entity':'unit','stake':20},{'holder':'amazon','entity':'unit','stake':20}]," MARKET(
                    "") "'shares':[" ROW("amazon", "30") "," ROW("unit", "20") "]",
          150, 150, 2 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        case_open(&f, DAY, rows[i].records);
        assert_range(mhhi_change(&f, "amazon", "google"), rows[i].low, rows[i].high);
        assert_int_equal(trail_has(&f, TRAIL_READ, HOLDING_STAKE), rows[i].reads);
        case_close(&f);
    }
}

/* Of a unit in which others have a part the parent has the rest, and so have those who hold the parent. */
static void parts_of_a_parent_and_of_its_unit_are_not_added_up(void **state)
{
    (void)state;
#define OF_A_UNIT(ROWS, SHARES)                                                    \
    FIRMS "'holdings':[{'holder':'google','entity':'unit','control':'sole'}," ROWS \
          "]," MARKET("") "'shares':[" ROW("amazon", "30") "," SHARES "]"
#define ONE_ROW          ROW("unit", "20")
#define IN_UNIT(MORE)    "{'holder':'amazon','entity':'unit'" MORE "}"
#define FUND_IN(E, MORE) "{'holder':'fund','entity':'" E "'" MORE "}"
    static const struct {
        const char *records;
        double low, high;
        unsigned reads;
    } rows[] = {
        { OF_A_UNIT(HELD(",'stake':10"), ONE_ROW), 60, 60, 1 },
        { OF_A_UNIT(HELD(",'stake':10") "," IN_UNIT(",'stake':20"), ONE_ROW), 168, 168, 2 }, /* 20 + 10 of 80 */
        { OF_A_UNIT(HELD(",'stake':10") "," FUND_IN("unit", ",'stake':{'min':20,'max':50}"), ONE_ROW), 30, 48, 2 },
        { OF_A_UNIT(HELD(",'stake':10") "," FUND_IN("unit", ""), ONE_ROW), 0, 60, 2 },
        /* all of the parent and a part of the unit can both be true */
        { OF_A_UNIT(FUND_IN("google", ",'stake':100") "," IN_UNIT(",'stake':20"), ONE_ROW), 120, 120, 1 },
        { OF_A_UNIT(FUND_IN("google", ",'stake':95") "," HELD(",'stake':10") "," IN_UNIT(",'stake':90"), ONE_ROW), 0,
          600, 3 },
        { OF_A_UNIT(HELD(",'stake':10,'votes':25") "," FUND_IN("unit", ",'stake':20,'votes':40"), ONE_ROW),
          600 * (.08 + .15 / .416), 600 * (.08 + .15 / .416), 2 },
        /* where the parent sells itself, it depends on what comes from which of the two */
        { OF_A_UNIT(HELD(",'stake':10") "," IN_UNIT(",'stake':20"), ROW("google", "15") "," ROW("unit", "5")), 48, 180,
          2 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        case_open(&f, DAY, rows[i].records);
        assert_range(mhhi_change(&f, "amazon", "google"), rows[i].low, rows[i].high);
        assert_int_equal(trail_has(&f, TRAIL_READ, HOLDING_STAKE), rows[i].reads);
        case_close(&f);
    }
}

/* The others in a unit have their part of all that the unit holds: of what the undertaking holds as one it is unknown. */
static void a_unit_that_others_share_leaves_open_what_it_holds(void **state)
{
    (void)state;
#define SHARED \
    "{'holder':'amazon','entity':'unit','stake':51,'control':'sole'},{'holder':'fund','entity':'unit','stake':49}"
    static const struct {
        const char *records;
        bool open;
    } rows[] = {
        { TWO(SHARED ",{'holder':'unit','entity':'google','stake':40,'control':'none'}"), true },
        { TWO(SHARED ",{'holder':'amazon','entity':'google','stake':40,'control':'none'}"), false },
        { FIRMS "'holdings':[" SHARED ",{'holder':'amazon','entity':'aws','stake':40,'control':'sole'},"
                "{'holder':'unit','entity':'aws','stake':60,'control':'none'}]," MARKET("") "'shares':[" ROW(
                    "aws", "30") "," ROW("google", "20") "," ROW("fund", "50") "]",
          true },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        struct quantity q;
        case_open_complete(&f, DAY, "{'kind':'holding'}", rows[i].records);
        assert_int_equal(market_mhhi(f.now, 0, &f.trail, &q), FIGURE_FINE);
        assert_int_equal(q.open_above, rows[i].open);
        if (rows[i].open) assert_float_equal(q.low, 900 + 400 + 2500, 1e-9);
        case_close(&f);
    }
}

/* So is what one of the others adds; who has a part of neither firm adds nothing. */
static void who_shares_a_unit_adds_what_nobody_knows(void **state)
{
    (void)state;
#define WITH(MORE)                                                                     \
    FIRMS "'holdings':[" SHARED ",{'holder':'unit','entity':'google','stake':40}" MORE \
          "]," MARKET("") "'shares':[" ROW("amazon", "30") "," ROW("google", "20") "]"
    static const struct {
        const char *holder, *records;
        bool open;
    } rows[] = {
        { "fund", WITH(""), true },
        { "oracle", WITH(""), false },
        { "oracle", WITH(",{'holder':'oracle','entity':'microsoft','stake':40}"), false },
        { "oracle", WITH(",{'holder':'oracle','entity':'fund','stake':40,'control':'none'}"), true },
        { "oracle", WITH(",{'holder':'oracle','entity':'amazon','stake':10,'votes':10}"), true },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        struct quantity q;
        case_open_complete(&f, DAY, "{'kind':'holding'}", rows[i].records);
        assert_int_equal(market_mhhi_change_by(f.now, 0, entity(&f, "amazon"), entity(&f, "google"),
                                               entity(&f, rows[i].holder), &f.trail, &q),
                         FIGURE_FINE);
        assert_range(q, 0, rows[i].open ? INFINITY : 0);
        assert_int_equal(q.open_above, rows[i].open);
        assert_int_equal(trail_has(&f, TRAIL_NEED, NO_FIELD) > 0, rows[i].open);
        case_close(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_shares_are_taken_out),
        cmocka_unit_test(parts_of_a_parent_and_of_its_unit_are_not_added_up),
        cmocka_unit_test(a_unit_that_others_share_leaves_open_what_it_holds),
        cmocka_unit_test(who_shares_a_unit_adds_what_nobody_knows),
    };
    return cmocka_run_group_tests_name("economics/units", tests, NULL, NULL);
}
