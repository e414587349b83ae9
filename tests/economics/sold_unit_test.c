/* A deal's target that has no row of its own may be a part of its seller's. */
#include "economics/market_case.h"

#define DEAL(BUYER, FROM) \
    "{'acquirer':'" BUYER "','target':'unit','type':'acquisition','from':'" FROM "','status':'announced'}"
#define RANK(WHO, PERCENT, PLACE) \
    "{'market':'m','entity':'" WHO "','percent':" PERCENT ",'rank':" PLACE ",'from':'2024-12-31'}"
#define SOLD "'transactions':[" DEAL("google", "2025-01-10") "],"

/* What Amazon has may be the unit's, all of it, some or none: also where a firm between them has a row of its own. */
static void a_target_without_a_row_may_be_a_part_of_its_sellers(void **state)
{
    struct fixture f;
    struct quantity q;
    case_open(&f, DAY,
              FIRMS AMAZON_OWNS MARKET(COMPLETE) SOLD
              "'shares':[" ROW("amazon", "30") "," ROW("google", "20") "," ROW("oracle", "50") "]");
    struct moment deal = apart(&f, "unit");
    assert_range(change(&f, deal, "google", "unit"), 0, 2 * 20 * 30);
    assert_true(trail_has(&f, TRAIL_NEED, NO_FIELD) > 0);
    assert_true(trail_has(&f, TRAIL_LINK, NO_FIELD) > 0);
    uint32_t both[] = { entity(&f, "google"), entity(&f, "unit") }, amazon = entity(&f, "amazon");
    assert_int_equal(market_share(deal, 0, both, 2, MEASURE_OWN, NULL, &q), FIGURE_FINE);
    assert_range(q, 20, 50);
    assert_int_equal(market_share(deal, 0, &amazon, 1, MEASURE_OWN, NULL, &q), FIGURE_FINE);
    assert_range(q, 0, 30);
    q = after(&f, deal, "google", "unit");
    assert_true(q.low <= 20 * 20 + 30 * 30 + 50 * 50 && q.high >= 50 * 50 + 50 * 50);
    assert_int_equal(market_count_larger(deal, 0, both[1], both[1], NULL, &q), FIGURE_FINE);
    assert_range(q, 1, 3);
    assert_range(share(&f, "amazon"), 30, 30); /* without the deal nobody stands apart */
    uint32_t count, perhaps;
    uint32_t *markets = shared_markets(deal, both[0], both[1], NULL, &f.arena, &count, &perhaps);
    assert_true(count == 0 && perhaps == 1 && markets[0] == 0);
    shared_markets(deal, amazon, both[1], NULL, &f.arena, &count, &perhaps);
    assert_true(count == 0 && perhaps == 0); /* a seller sells nothing to itself */
    assert_int_equal(market_listed(deal, 0, both[1], NULL), UNKNOWN);
    assert_int_equal(market_listed(deal, 0, amazon, NULL), YES);
    case_close(&f);
    /* A seller's row that is older than the table. */
    case_open(&f, DAY, FIRMS AMAZON_OWNS MARKET("") SOLD "'shares':[" OLD("amazon", "30") "," ROW("google", "20") "]");
    shared_markets(apart(&f, "unit"), entity(&f, "google"), entity(&f, "unit"), NULL, &f.arena, &count, &perhaps);
    assert_true(count == 0 && perhaps == 1);
    case_close(&f);
    /* Rounded rows that come to more than 100 do so still. */
    case_open(&f, DAY,
              FIRMS AMAZON_OWNS MARKET("") SOLD
              "'shares':[" ROW("amazon", "41") "," ROW("google", "30") "," ROW("oracle", "29.3") "]");
    assert_range(change(&f, apart(&f, "unit"), "google", "unit"), 0, 2 * 30 * 41);
    assert_int_equal(market_hhi(apart(&f, "unit"), 0, NULL, &q), FIGURE_FINE);
    assert_true(q.high >= 41 * 41 + 30 * 30 + 29.3 * 29.3);
    case_close(&f);
    /* Whoever is not on a table of the largest is behind all that are, but the unit is on it only perhaps. */
    case_open(&f, DAY,
              FIRMS AMAZON_OWNS MARKET(TOP) SOLD
              "'shares':[" ROW("amazon", "30") "," ROW("google", "20") "," ROW("oracle", "10") "]");
    uint32_t unit = entity(&f, "unit");
    assert_int_equal(market_among_largest(apart(&f, "unit"), 0, unit, 4, NULL), UNKNOWN);
    case_close(&f);
    case_open(&f, DAY,
              FIRMS "'holdings':[{'holder':'amazon','entity':'aws','control':'sole'},"
                    "{'holder':'aws','entity':'unit','control':'sole'}]," MARKET("") SOLD
              "'shares':[" ROW("amazon", "30") "," ROW("aws", "10") "," ROW("google", "20") "]");
    deal = apart(&f, "unit"), amazon = entity(&f, "amazon");
    assert_range(change(&f, deal, "google", "unit"), 0, 2 * 20 * 10); /* of the row of AWS, which is the nearest */
    assert_int_equal(market_share(deal, 0, &amazon, 1, MEASURE_OWN, NULL, &q), FIGURE_FINE);
    assert_range(q, 30, 40);
    case_close(&f);
    /* The seller's place in the order is the one of all that it had. */
    case_open(&f, DAY,
              FIRMS AMAZON_OWNS MARKET(TOP) SOLD "'shares':[" RANK("amazon", "{'min':25,'max':35}", "2") "," RANK(
                  "google", "{'min':20,'max':30}", "3") "," RANK("oracle", "{'min':30,'max':40}", "1") "]");
    uint32_t google = entity(&f, "google");
    assert_int_equal(market_count_larger(f.now, 0, google, google, NULL, &q), FIGURE_FINE);
    assert_range(q, 2, 2);
    assert_int_equal(market_count_larger(apart(&f, "unit"), 0, google, google, NULL, &q), FIGURE_FINE);
    assert_range(q, 1, 3);
    case_close(&f);
}

/* With a row of its own, where the seller has none, and where nobody else has a deal for it, or had one that is off or to come. */
static void a_target_is_no_part_of_another_row_otherwise(void **state)
{
#define OWN DEAL("aws", "2024-12-10")
#define OFF \
    "{'acquirer':'google','target':'unit','type':'acquisition','from':'2024-01-10','abandoned':'2024-06-01','status':'abandoned'}"
#define TOLD "],'investments':[{'investor':'google','target':'unit','from':'2024-12-10','status':'announced'}],"
    static const struct {
        const char *deals, *shares;
        double unit_low, unit_high, amazon;
    } rows[] = {
        { SOLD, ROW("amazon", "30") "," ROW("unit", "5") "," ROW("google", "20"), 5, 5, 30 },
        { SOLD, ROW("aws", "30") "," ROW("google", "20"), 0, 50, 30 }, /* a sister's row is none of its own */
        { "'transactions':[" OWN "],", ROW("amazon", "30") "," ROW("google", "20"), 0, 50, 30 },
        { "'transactions':[" OWN "," OFF "],", ROW("amazon", "30") "," ROW("google", "20"), 0, 50, 30 },
        { "'transactions':[" OWN TOLD, ROW("amazon", "30") "," ROW("google", "20"), 0, 50, 30 },
        { "'transactions':[" OWN "," DEAL("google", "2025-01-26") "],", ROW("amazon", "30") "," ROW("google", "20"), 0,
          50, 30 },
        { "'transactions':[" OWN "," DEAL("google", "2025-01-25") "],", ROW("amazon", "30") "," ROW("google", "20"), 0,
          30, -1 },
        { "'transactions':[" DEAL("google", "2024-01-10") "," OWN "],", ROW("amazon", "30") "," ROW("google", "20"), 0,
          30, -1 },
        { SOLD, ROW("amazon", "30") "," OLD("unit", "5") "," ROW("google", "20"), 0, 30,
          -1 }, /* the newer row may have it */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        struct quantity q;
        char records[4096];
        snprintf(records, sizeof records, "%s%s'shares':[%s]", FIRMS AMAZON_OWNS MARKET(""), rows[i].deals,
                 rows[i].shares);
        case_open(&f, DAY, records);
        uint32_t unit = entity(&f, "unit"), amazon = entity(&f, "amazon");
        assert_int_equal(market_share(apart(&f, "unit"), 0, &unit, 1, MEASURE_OWN, NULL, &q), FIGURE_FINE);
        assert_range(q, rows[i].unit_low, rows[i].unit_high);
        assert_int_equal(market_share(apart(&f, "unit"), 0, &amazon, 1, MEASURE_OWN, NULL, &q), FIGURE_FINE);
        if (rows[i].amazon >= 0) assert_range(q, rows[i].amazon, rows[i].amazon);
        case_close(&f);
    }
}

#define BY(HOLDER, MORE) "'holdings':[{'holder':'" HOLDER "','entity':'unit'" MORE "}],"

/* Where nobody knows whether a firm controls the target, the target has a part of its row, or its own place beside it. */
static void who_perhaps_controls_a_target_may_have_it_in_its_row(void **state)
{
    static const struct {
        const char *holdings, *shares;
        double unit_low, unit_high, amazon_low, amazon_high;
        enum field missing;
    } rows[] = {
        { BY("amazon", ",'control':null"), ROW("amazon", "30") "," ROW("oracle", "70"), 0, 30, 0, 30, HOLDING_CONTROL },
        { BY("amazon", ",'stake':80"), ROW("amazon", "30") "," ROW("oracle", "70"), 0, 30, 0, 30, HOLDING_VOTES },
        { BY("amazon", ",'control':'sole','to':null"), ROW("amazon", "30") "," ROW("oracle", "70"), 0, 30, 0, 30,
          HOLDING_TO },
        { BY("amazon", ",'control':'none'"), ROW("amazon", "30") "," ROW("oracle", "70"), 0, 0, 30, 30, NO_FIELD },
        { BY("amazon", ",'control':null"), ROW("amazon", "30") "," ROW("oracle", "20"), 0, 50, 0, 30, HOLDING_CONTROL },
        { BY("amazon", ",'control':null"), ROW("amazon", "30") "," ROW("unit", "5") "," ROW("oracle", "40"), 5, 5, 30,
          30, NO_FIELD },
        { "'holdings':[{'holder':'amazon','entity':'aws','control':'sole'},{'holder':'aws','entity':'unit','control':null}],",
          ROW("amazon", "30") "," ROW("aws", "10") "," ROW("oracle", "60"), 0, 10, 30, 40, HOLDING_CONTROL },
        { "'holdings':[{'holder':'amazon','entity':'unit','control':null},{'holder':'aws','entity':'unit','control':null}],",
          ROW("amazon", "30") "," ROW("aws", "10") "," ROW("oracle", "60"), 0, 40, 0, 30, HOLDING_CONTROL },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        struct quantity unit, amazon;
        char records[4096];
        snprintf(records, sizeof records, "%s%s" MARKET("") SOLD "'shares':[%s]", FIRMS, rows[i].holdings,
                 rows[i].shares);
        case_open(&f, DAY, records);
        uint32_t who[] = { entity(&f, "unit"), entity(&f, "amazon") };
        assert_int_equal(market_share(apart(&f, "unit"), 0, who, 1, MEASURE_OWN, &f.trail, &unit), FIGURE_FINE);
        assert_int_equal(market_share(apart(&f, "unit"), 0, who + 1, 1, MEASURE_OWN, NULL, &amazon), FIGURE_FINE);
        if (unit.low != rows[i].unit_low || unit.high != rows[i].unit_high || amazon.low != rows[i].amazon_low ||
            amazon.high != rows[i].amazon_high)
            fail_msg("row %zu: %g to %g, and %g to %g", i, unit.low, unit.high, amazon.low, amazon.high);
        if (rows[i].missing != NO_FIELD) assert_true(trail_has(&f, TRAIL_NEED, rows[i].missing) > 0);
        case_close(&f);
    }
}

#define LEFT(FROM, UNIT, TO, BUYER)                                                                   \
    "{'holder':'" FROM "','entity':'" UNIT "','control':'sole','to':'" TO "'},{'holder':'" BUYER "'," \
    "'entity':'" UNIT "','control':'sole','from':'2025-01-20'}"
#define IN_YEAR(WHO, PERCENT) "{'market':'m','entity':'" WHO "','percent':" PERCENT ",'from':'2024'}"
#define SINCE(TO)             "'holdings':[" LEFT("amazon", "unit", TO, "google") "],"

/* Until there is a newer table, whoever bought a unit has its own rows and perhaps a part of its seller's. */
static void a_unit_that_has_left_may_be_a_part_of_its_sellers_row(void **state)
{
    static const struct {
        const char *holdings, *table, *shares;
        double google_low, google_high, amazon_low, amazon_high;
    } rows[] = {
        { SINCE("2025-01-19"), "", ROW("amazon", "30") "," ROW("google", "20"), 20, 50, 0, 30 },
        { SINCE("2024-12-31"), "", ROW("amazon", "30") "," ROW("google", "20"), 20, 50, 0, 30 }, /* its last day */
        { SINCE("2024-12-30"), "", ROW("amazon", "30") "," ROW("google", "20"), 20, 20, 30, 30 },
        { SINCE("2025-01-19"), "", ROW("unit", "5") "," ROW("amazon", "30") "," ROW("google", "20"), 25, 25, 30, 30 },
        { SINCE("2025-01-19"), "", OLD("amazon", "30") "," ROW("google", "20"), 20, 20, 30, 30 }, /* a newer table */
        { SINCE("2025-01-19"), COMPLETE, ROW("amazon", "30") "," ROW("oracle", "70"), 0, 30, 0, 30 },
        { SINCE("2025-01-19"), "", ROW("amazon", "30") "," ROW("oracle", "50"), 0, 50, 0, 30 },
        { SINCE("2025-01-19"), "", ROW("amazon", "30") "," ROW("oracle", "50") "," OLD("google", "10"), 10, 40, 0, 30 },
        /* A table of some day of a year: the unit was Amazon's on its first day, or on its last. */
        { SINCE("2024-06-30"), "", IN_YEAR("amazon", "30") "," IN_YEAR("google", "20"), 20, 50, 0, 30 },
        { SINCE("2024-06-30"), "", IN_YEAR("amazon", "30") "," ROW("google", "20"), 20, 50, 0, 30 },
        { "'holdings':[{'holder':'amazon','entity':'unit','control':'sole','from':'2024-03-01','to':'2025-01-19'},"
          "{'holder':'google','entity':'unit','control':'sole','from':'2025-01-20'}],",
          "", IN_YEAR("amazon", "30") "," IN_YEAR("google", "20"), 20, 50, 0, 30 },
        /* Others who have it on both days. */
        { "'holdings':[" LEFT("amazon", "unit", "2025-01-19", "amazon") "],", "",
          ROW("amazon", "30") "," ROW("google", "20"), 20, 20, 30, 30 },
        /* Two units of one seller take no more than its row; the row of a firm between is the nearest. */
        { "'holdings':[" LEFT("amazon", "unit", "2025-01-19", "google") "," LEFT("amazon", "aws", "2025-01-19",
                                                                                 "google") "],",
          "", ROW("amazon", "30") "," ROW("google", "20"), 20, 50, 0, 30 },
        { "'holdings':[" LEFT("aws", "unit", "2025-01-19",
                              "google") ",{'holder':'amazon','entity':'aws','control':'sole'}],",
          "", ROW("amazon", "30") "," ROW("aws", "10") "," ROW("google", "20"), 20, 30, 30, 40 },
        { "'holdings':[" LEFT("amazon", "aws", "2025-01-19",
                              "google") ",{'holder':'aws','entity':'unit','control':'sole'}],",
          "", ROW("amazon", "30") "," ROW("unit", "10") "," ROW("google", "20"), 30, 30, 30, 30 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        char records[4096];
        snprintf(records, sizeof records,
                 "%s%s'markets':[{'id':'m','product':'cloud-infrastructure','measure':'revenue'%s}],'shares':[%s]",
                 FIRMS, rows[i].holdings, rows[i].table, rows[i].shares);
        case_open(&f, DAY, records);
        struct quantity google = share(&f, "google"), amazon = share(&f, "amazon");
        if (google.low != rows[i].google_low || google.high != rows[i].google_high ||
            amazon.low != rows[i].amazon_low || amazon.high != rows[i].amazon_high)
            fail_msg("row %zu: %g to %g, and %g to %g", i, google.low, google.high, amazon.low, amazon.high);
        assert_int_equal(trail_has(&f, TRAIL_NEED, NO_FIELD) > 0, google.low < google.high);
        uint32_t count, perhaps, has[] = { entity(&f, "google"), entity(&f, "oracle") };
        shared_markets(f.now, has[0], has[1], NULL, &f.arena, &count, &perhaps);
        assert_int_equal(perhaps, strstr(rows[i].shares, "oracle") && google.low <= 0);
        case_close(&f);
    }
}

/* Whoever has bought a unit and is not on the table may be behind all that are as well: figures of the whole market, and those of
 * others, leave room for both. */
static void a_buyer_off_the_table_has_room_in_bounds_of_the_market(void **state)
{
    struct fixture f;
    struct quantity q;
    (void)state;
    case_open(&f, DAY,
              FIRMS SINCE("2025-01-19") MARKET(TOP) "'shares':[" ROW("amazon", "60") "," ROW("oracle", "15") "]");
    uint32_t google = entity(&f, "google");
    assert_range(share(&f, "google"), 0, 75);
    assert_int_equal(market_hhi(f.now, 0, NULL, &q), FIGURE_FINE);
    assert_true(q.high >= 75 * 75 + 15 * 15 + 10 * 10); /* 60 and 15 in one hand, and another behind them */
    assert_int_equal(market_largest_share(f.now, 0, 1, NULL, &q), FIGURE_FINE);
    assert_true(q.high >= 75);
    assert_int_equal(market_count_larger(f.now, 0, entity(&f, "oracle"), google, NULL, &q), FIGURE_FINE);
    assert_true(q.high >= 1);
    case_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_target_without_a_row_may_be_a_part_of_its_sellers),
        cmocka_unit_test(a_target_is_no_part_of_another_row_otherwise),
        cmocka_unit_test(who_perhaps_controls_a_target_may_have_it_in_its_row),
        cmocka_unit_test(a_unit_that_has_left_may_be_a_part_of_its_sellers_row),
        cmocka_unit_test(a_buyer_off_the_table_has_room_in_bounds_of_the_market),
    };
    return cmocka_run_group_tests_name("economics/sold_unit", tests, NULL, NULL);
}
