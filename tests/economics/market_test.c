/* Shares and concentration on cases. */
#include "economics/market_case.h"

static void a_groups_share_is_the_sum_of_its_members_rows(void **state)
{
    struct fixture f;
    case_open(
        &f, DAY,
        FIRMS AMAZON_OWNS MARKET("") "'shares':[" ROW("aws", "29") "," ROW("unit", "1") "," ROW("google", "12") "]");
    assert_range(share(&f, "amazon"), 30, 30);
    assert_range(share(&f, "unit"), 30, 30);
    assert_range(share(&f, "google"), 12, 12);
    assert_true(trail_has(&f, TRAIL_READ, SHARE_PERCENT) >= 3);
    assert_true(trail_has(&f, TRAIL_LINK, NO_FIELD) >= 2);
    uint32_t both[] = { entity(&f, "aws"), entity(&f, "google"), entity(&f, "unit") };
    struct quantity q;
    assert_int_equal(market_share(f.now, 0, both, 3, MEASURE_OWN, NULL, &q), FIGURE_FINE);
    assert_range(q, 42, 42); /* each undertaking once */
    case_close(&f);
}

static void an_unlisted_firm_has_what_the_tables_kind_leaves(void **state)
{
    static const struct {
        const char *records;
        double high;
    } rows[] = {
        { FIRMS MARKET("") "'shares':[" ROW("amazon", "30") "," ROW("microsoft", "21") "," ROW("google", "12") "]",
          37 },
        { FIRMS MARKET(TOP) "'shares':[" ROW("amazon", "30") "," ROW("microsoft", "21") "," ROW("google", "12") "]",
          12 },
        { FIRMS MARKET(TOP) "'shares':[" ROW("amazon", "50") "," ROW("microsoft", "25") "," ROW("google", "20") "]",
          5 },
        { FIRMS MARKET(COMPLETE) "'shares':[" ROW("amazon", "60") "," ROW("microsoft", "28") "," ROW("google",
                                                                                                     "12") "]",
          0 },
        { FIRMS MARKET("") "'shares':[]", 100 },
        { FIRMS MARKET(COMPLETE) "'shares':[]", 100 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        case_open(&f, DAY, rows[i].records);
        assert_range(share(&f, "oracle"), 0, rows[i].high);
        assert_int_equal(trail_needs(&f, "the share of Oracle in Cloud"), rows[i].high > 0);
        case_close(&f);
    }
}

static void a_firm_that_the_newest_table_lacks_has_its_last_row_marked_dated(void **state)
{
    struct fixture f;
    case_open(&f, DAY,
              FIRMS MARKET("") "'shares':[" ROW("amazon", "30") "," OLD("oracle", "3") "," OLD("amazon", "33") "]");
    assert_range(share(&f, "oracle"), 3, 3);
    assert_int_equal(trail_dated(&f), 1);
    assert_range(share(&f, "amazon"), 30, 30);
    assert_int_equal(trail_dated(&f), 1);
    assert_range(hhi(&f), 900, 900 + 70 * 70); /* the newest table alone */
    case_close(&f);
    case_open(&f, DAY, FIRMS MARKET(COMPLETE) "'shares':[" ROW("amazon", "100") "," OLD("oracle", "3") "]");
    assert_range(share(&f, "oracle"), 0, 0);
    case_close(&f);
}

static void a_measurement_older_than_24_months_is_dated(void **state)
{
    struct fixture f;
    case_open(&f, "2026-12-31", FIRMS MARKET("") "'shares':[" ROW("amazon", "30") "]");
    assert_range(share(&f, "amazon"), 30, 30);
    assert_int_equal(trail_dated(&f), 0);
    case_close(&f);
    case_open(&f, "2027-01-01", FIRMS MARKET("") "'shares':[" ROW("amazon", "30") "]");
    assert_range(share(&f, "amazon"), 30, 30);
    assert_int_equal(trail_dated(&f), 1);
    case_close(&f);
}

static void two_rows_of_one_key_and_date_are_joined(void **state)
{
    struct fixture f;
    case_open(
        &f, DAY,
        FIRMS MARKET("") "'shares':[{'market':'m','entity':'amazon','percent':30,'from':'2024','to':'2025-06-30'},"
                         "{'market':'m','entity':'amazon','percent':32,'from':'2024-10'},"
                         "{'market':'m','entity':'google','percent':12,'from':'2024'}]");
    assert_range(share(&f, "amazon"), 30, 32);
    assert_int_equal(trail_has(&f, TRAIL_READ, SHARE_PERCENT), 2);
    case_close(&f);
}

static void the_markets_own_measure_counts(void **state)
{
    struct fixture f;
    struct quantity q;
    uint32_t e;
    case_open(
        &f, DAY,
        FIRMS MARKET("") "'shares':[{'market':'m','entity':'amazon','percent':30,'from':'2024-12-31'},"
                         "{'market':'m','entity':'amazon','percent':40,'measure':'users','from':'2025-01-02'},"
                         "{'market':'m','entity':'google','percent':12,'measure':'revenue','from':'2024-12-31'}]");
    assert_range(share(&f, "amazon"), 30, 30);
    assert_range(share(&f, "google"), 12, 12);
    e = entity(&f, "amazon");
    uint32_t users = listed_word(LIST_MEASURE, "users"), volume = listed_word(LIST_MEASURE, "volume");
    assert_int_equal(market_share(f.now, 0, &e, 1, users, &f.trail, &q), FIGURE_FINE);
    assert_range(q, 40, 40);
    assert_int_equal(market_share(f.now, 0, &e, 1, volume, &f.trail, &q), FIGURE_FINE);
    assert_range(q, 0, 100);
    case_close(&f);
}

/* Where rows of what is sold say no measure, one of what is bought is of none of them. */
static void a_share_of_purchases_is_no_share_of_sales(void **state)
{
#define BOUGHT(WHO, PERCENT) \
    "{'market':'m','entity':'" WHO "','percent':" PERCENT ",'measure':'purchases','from':'2025-01-02'}"
#define OF_ANY "'markets':[{'id':'m','product':'cloud-infrastructure'}],"
    struct fixture f;
    struct quantity q;
    (void)state;
    case_open(&f, DAY,
              FIRMS OF_ANY "'shares':[" ROW("amazon", "30") "," BOUGHT("amazon", "80") "," BOUGHT("google", "20") "]");
    uint32_t amazon = entity(&f, "amazon"), purchases = listed_word(LIST_MEASURE, "purchases");
    assert_range(share(&f, "amazon"), 30, 30);
    assert_range(share(&f, "google"), 0, 70);
    assert_int_equal(market_share(f.now, 0, &amazon, 1, purchases, NULL, &q), FIGURE_FINE);
    assert_range(q, 80, 80);
    case_close(&f);
    case_open(&f, DAY, FIRMS OF_ANY "'shares':[" BOUGHT("amazon", "80") "," BOUGHT("google", "20") "]");
    assert_range(share(&f, "amazon"), 80, 80); /* of nothing else */
    case_close(&f);
}

static void several_measures_and_none_of_the_markets_own_are_unknown(void **state)
{
    struct fixture f;
    struct quantity q;
    case_open(&f, DAY,
              FIRMS "'markets':[{'id':'m','product':'ai-chatbots'}],'shares':["
                    "{'market':'m','entity':'amazon','percent':30,'measure':'visits','from':'2024-12-31'},"
                    "{'market':'m','entity':'amazon','percent':40,'measure':'users','from':'2025-01-02'}]");
    uint32_t e = entity(&f, "amazon");
    assert_int_equal(market_share(f.now, 0, &e, 1, MEASURE_OWN, &f.trail, &q), FIGURE_UNKNOWN);
    assert_int_equal(trail_has(&f, TRAIL_NEED, MARKET_MEASURE), 1);
    assert_int_equal(market_hhi(f.now, 0, &f.trail, &q), FIGURE_UNKNOWN);
    case_close(&f);
    case_open(&f, DAY,
              FIRMS "'markets':[{'id':'m','product':'ai-chatbots'}],'shares':["
                    "{'market':'m','entity':'amazon','percent':30,'measure':'visits','from':'2024-12-31'}]");
    assert_range(share(&f, "amazon"), 30, 30);
    case_close(&f);
}

static void an_unknown_share_is_bounded_by_the_others(void **state)
{
    struct fixture f;
    case_open(&f, DAY, FIRMS MARKET("") "'shares':[" ROW("amazon", "60") "," ROW("google", "null") "]");
    assert_range(share(&f, "google"), 0, 40);
    assert_range(hhi(&f), 3600, 5200);
    case_close(&f);
    case_open(&f, DAY,
              FIRMS MARKET(COMPLETE) "'shares':[" ROW("amazon", "60") "," ROW("google", "null") "," ROW(
                  "oracle", "{'max':10}") "]");
    assert_range(share(&f, "google"), 29.5, 40.5);
    case_close(&f);
}

static void a_table_word_on_a_row_is_of_its_date(void **state)
{
    struct fixture f;
    case_open(
        &f, DAY,
        FIRMS
            MARKET("") "'shares':[{'market':'m','entity':'amazon','percent':60,'from':'2024-12-31','table':'complete'}," ROW(
                "google", "40") "," OLD("oracle", "5") "]");
    assert_range(hhi(&f), 5200, 5200);
    assert_range(share(&f, "oracle"), 0, 0);
    assert_int_equal(market_listed(f.now, 0, entity(&f, "oracle"), &f.trail), NO);
    assert_int_equal(market_listed(f.now, 0, entity(&f, "google"), &f.trail), YES);
    f.now.view = view_at(f.facts, day_of(2024, 3, 1));
    assert_range(hhi(&f), 25, 25 + 95 * 95);
    assert_int_equal(market_listed(f.now, 0, entity(&f, "google"), &f.trail), UNKNOWN);
    case_close(&f);
}

static void buying_a_small_unit_of_a_large_firm_adds_little(void **state)
{
    /* DESIGN 3.3: measured against Amazon's whole group it would be 2 x 12 x 31 = 744. */
    static const char *const amazons_own[] = { ROW("amazon", "30"), ROW("aws", "29") };
    for (int i = 0; i < 2; i++) {
        struct fixture f;
        char records[4096];
        snprintf(records, sizeof records, "%s'shares':[%s," ROW("unit", "1") "," ROW("google", "12") "]",
                 FIRMS AMAZON_OWNS MARKET(""), amazons_own[i]);
        case_open(&f, DAY, records);
        assert_range(change(&f, apart(&f, "unit"), "google", "unit"), 24, 24);
        assert_range(share(&f, "amazon"), i ? 30 : 31, i ? 30 : 31);
        struct quantity before, now = after(&f, apart(&f, "unit"), "google", "unit");
        assert_int_equal(market_hhi(apart(&f, "unit"), 0, NULL, &before), FIGURE_FINE);
        assert_range(now, before.low + 24, now.high);
        case_close(&f);
    }
}

static void two_of_one_group_cannot_join(void **state)
{
    struct fixture f;
    struct quantity q;
    case_open(&f, DAY, FIRMS AMAZON_OWNS MARKET("") "'shares':[" ROW("aws", "29") "," ROW("unit", "1") "]");
    assert_int_equal(market_hhi_change(f.now, 0, entity(&f, "aws"), entity(&f, "unit"), NULL, &q), FIGURE_ONE_GROUP);
    assert_int_equal(market_hhi_after(f.now, 0, entity(&f, "amazon"), entity(&f, "unit"), NULL, &q), FIGURE_ONE_GROUP);
    assert_int_equal(market_mhhi_change(f.now, 0, entity(&f, "unit"), entity(&f, "unit"), NULL, &q), FIGURE_ONE_GROUP);
    case_close(&f);
}

static void joining_is_measured_with_what_is_not_on_the_table(void **state)
{
    struct fixture f;
    case_open(
        &f, DAY,
        FIRMS MARKET(TOP) "'shares':[" ROW("amazon", "40") "," ROW("microsoft", "30") "," ROW("google", "10") "]");
    assert_range(change(&f, f.now, "amazon", "oracle"), 0, 2 * 40 * 10);
    assert_range(after(&f, f.now, "amazon", "oracle"), 2600, 50 * 50 + 900 + 100 + 100);
    assert_true(trail_needs(&f, "the share of Oracle in Cloud"));
    case_close(&f);
    /* Two unlisted: together they have no more than what is left. */
    case_open(&f, DAY, FIRMS MARKET("") "'shares':[" ROW("amazon", "80") "]");
    assert_range(change(&f, f.now, "google", "oracle"), 0, 200);
    assert_range(after(&f, f.now, "google", "oracle"), 6400, 6800);
    case_close(&f);
    case_open(&f, DAY,
              FIRMS MARKET(COMPLETE) "'shares':[" ROW("amazon", "43.5") "," ROW("microsoft",
                                                                                "31.2") "," ROW("google", "25.3") "]");
    assert_range(change(&f, f.now, "microsoft", "google"), 2 * 31.2 * 25.3, 2 * 31.2 * 25.3);
    assert_range(after(&f, f.now, "microsoft", "google"), 43.5 * 43.5 + 56.5 * 56.5, 43.5 * 43.5 + 56.5 * 56.5);
    case_close(&f);
}

static void a_row_that_may_not_have_begun_leaves_both_tables_open(void **state)
{
    struct fixture f;
    case_open(&f, DAY,
              FIRMS MARKET("") "'shares':[{'market':'m','entity':'amazon','percent':35,'from':'2025-01'}," OLD(
                  "amazon", "30") "]");
    assert_range(share(&f, "amazon"), 30, 35);
    assert_int_equal(trail_has(&f, TRAIL_NEED, SHARE_FROM), 1);
    assert_range(hhi(&f), 900, 30 * 30 + 70 * 70);
    case_close(&f);
}

static void the_largest_come_first_if_their_order_is_certain(void **state)
{
    struct fixture f;
    uint32_t *who, count;
    case_open(&f, DAY,
              FIRMS AMAZON_OWNS MARKET("") "'shares':[" ROW("google", "12") "," ROW("aws", "29") "," ROW(
                  "unit", "2") "," ROW("microsoft", "{'min':18,'max':22}") "," ROW("oracle", "{'min':3,'max':20}") "]");
    assert_int_equal(market_largest(f.now, 0, 1, &f.trail, &who, &count), FIGURE_FINE);
    assert_int_equal(count, 1);
    assert_true(who[0] == entity(&f, "aws") || who[0] == entity(&f, "unit"));
    assert_int_equal(market_largest(f.now, 0, 2, &f.trail, &who, &count), FIGURE_UNKNOWN);
    assert_true(trail_needs(&f, "the order of the largest firms in Cloud"));
    assert_int_equal(market_largest(f.now, 0, 9, &f.trail, &who, &count), FIGURE_UNKNOWN);
    case_close(&f);
    case_open(&f, DAY,
              FIRMS MARKET("") "'shares':[{'market':'m','entity':'google','percent':null,'rank':3,'from':'2024-12-31'},"
                               "{'market':'m','entity':'amazon','percent':null,'rank':1,'from':'2024-12-31'},"
                               "{'market':'m','entity':'microsoft','percent':20,'rank':2,'from':'2024-12-31'}]");
    assert_int_equal(market_largest(f.now, 0, 2, &f.trail, &who, &count), FIGURE_FINE);
    assert_int_equal(who[0], entity(&f, "amazon"));
    assert_int_equal(who[1], entity(&f, "microsoft"));
    case_close(&f);
    case_open(&f, DAY,
              FIRMS MARKET("") "'shares':[" ROW("google", "20") "," ROW("amazon", "20") "," ROW("microsoft", "5") "]");
    assert_int_equal(market_largest(f.now, 0, 2, &f.trail, &who, &count), FIGURE_FINE);
    assert_int_equal(who[0], entity(&f, "google"));
    assert_int_equal(market_largest(f.now, 0, 1, &f.trail, &who, &count), FIGURE_UNKNOWN); /* which of the two? */
    case_close(&f);
}

static void a_tie_at_the_cut_leaves_open_who_but_not_how_much(void **state)
{
    struct fixture f;
    struct quantity q;
    case_open(&f, DAY,
              FIRMS MARKET("") "'shares':[" ROW("google", "20") "," ROW("amazon", "30") "," ROW(
                  "microsoft", "20") "," ROW("aws", "25") "," ROW("oracle", "{'min':3,'max':5}") "]");
    assert_int_equal(market_largest_share(f.now, 0, 3, &f.trail, &q), FIGURE_FINE);
    assert_range(q, 75, 75);
    assert_int_equal(q.unit, UNIT_PERCENT);
    assert_int_equal(trail_has(&f, TRAIL_READ, SHARE_PERCENT), 5);
    assert_int_equal(market_among_largest(f.now, 0, entity(&f, "google"), 3, &f.trail), UNKNOWN);
    assert_int_equal(market_among_largest(f.now, 0, entity(&f, "microsoft"), 3, &f.trail), UNKNOWN);
    assert_true(trail_needs(&f, "the order of the largest firms in Cloud"));
    assert_false(trail_needs(&f, "the shares of the other firms in Cloud"));
    assert_int_equal(market_among_largest(f.now, 0, entity(&f, "amazon"), 3, &f.trail), YES);
    assert_int_equal(market_among_largest(f.now, 0, entity(&f, "google"), 4, &f.trail), YES); /* the tie is within */
    assert_int_equal(market_among_largest(f.now, 0, entity(&f, "oracle"), 4, &f.trail), NO);
    assert_int_equal(market_among_largest(f.now, 0, entity(&f, "oracle"), 5, &f.trail), YES);
    case_close(&f);
    case_open(&f, DAY,
              FIRMS MARKET("") "'shares':[" ROW("google", "{'min':18,'max':22}") "," ROW("amazon", "20") "," ROW(
                  "aws", "58") "]");
    assert_int_equal(market_largest_share(f.now, 0, 2, &f.trail, &q), FIGURE_FINE);
    assert_range(q, 78, 80);
    assert_int_equal(market_among_largest(f.now, 0, entity(&f, "google"), 2, &f.trail), UNKNOWN);
    case_close(&f);
    case_open(&f, DAY, FIRMS MARKET("") "'shares':[]");
    assert_int_equal(market_largest_share(f.now, 0, 1, &f.trail, &q), FIGURE_UNKNOWN);
    case_close(&f);
}

#define FOUR_OF_79 \
    "'shares':[" ROW("google", "30") "," ROW("amazon", "25") "," ROW("microsoft", "20") "," ROW("oracle", "4") "]"

static void firms_that_the_table_does_not_name_may_be_larger(void **state)
{
    struct fixture f;
    struct quantity q;
    case_open(&f, DAY, FIRMS MARKET("") FOUR_OF_79); /* 21 are left */
    assert_int_equal(market_largest_share(f.now, 0, 2, &f.trail, &q), FIGURE_FINE);
    assert_range(q, 55, 55);
    assert_false(trail_needs(&f, "the shares of the other firms in Cloud")); /* none of them comes before */
    assert_int_equal(market_among_largest(f.now, 0, entity(&f, "amazon"), 2, &f.trail), YES);
    assert_int_equal(market_largest_share(f.now, 0, 3, &f.trail, &q), FIGURE_FINE);
    assert_range(q, 75, 76);
    assert_true(trail_needs(&f, "the shares of the other firms in Cloud"));
    assert_int_equal(market_among_largest(f.now, 0, entity(&f, "microsoft"), 3, &f.trail), UNKNOWN);
    assert_int_equal(market_among_largest(f.now, 0, entity(&f, "microsoft"), 4, &f.trail), YES); /* one, not two */
    assert_int_equal(market_among_largest(f.now, 0, entity(&f, "oracle"), 3, &f.trail), NO);
    case_close(&f);
    case_open(&f, DAY, FIRMS MARKET(TOP) FOUR_OF_79); /* at most 4 each */
    assert_int_equal(market_largest_share(f.now, 0, 4, &f.trail, &q), FIGURE_FINE);
    assert_range(q, 79, 79);
    assert_int_equal(market_largest_share(f.now, 0, 6, &f.trail, &q), FIGURE_FINE);
    assert_range(q, 79, 87);
    assert_int_equal(market_among_largest(f.now, 0, entity(&f, "oracle"), 4, &f.trail), YES); /* it is on the table */
    assert_int_equal(market_among_largest(f.now, 0, entity(&f, "fund"), 5, &f.trail), UNKNOWN);
    case_close(&f);
}

static struct quantity larger_than(struct fixture *f, const char *a, const char *b)
{
    struct quantity q;
    assert_int_equal(market_count_larger(f->now, 0, entity(f, a), entity(f, b), &f->trail, &q), FIGURE_FINE);
    assert_int_equal(q.unit, UNIT_COUNT);
    return q;
}

static struct quantity with_largest(struct fixture *f, uint32_t n, const char *a, const char *b)
{
    struct quantity q;
    assert_int_equal(market_largest_share_with(f->now, 0, n, entity(f, a), entity(f, b), &f->trail, &q), FIGURE_FINE);
    return q;
}

static void two_as_one_firm_stand_where_both_together_do(void **state)
{
    struct fixture f;
    case_open(&f, DAY, FIRMS MARKET("") FOUR_OF_79);
    assert_range(larger_than(&f, "microsoft", "oracle"), 2, 2); /* 24: what is left is less */
    assert_false(trail_needs(&f, "the shares of the other firms in Cloud"));
    assert_range(larger_than(&f, "oracle", "oracle"), 3, 8); /* five of more than 4 */
    assert_true(trail_needs(&f, "the shares of the other firms in Cloud"));
    assert_range(larger_than(&f, "google", "amazon"), 0, 0);
    assert_range(with_largest(&f, 1, "microsoft", "oracle"), 24, 24);
    assert_range(with_largest(&f, 2, "microsoft", "oracle"), 54, 54);
    assert_range(with_largest(&f, 2, "google", "amazon"), 75, 76);
    assert_range(with_largest(&f, 2, "oracle", "oracle"), 34, 34);
    case_close(&f);
    case_open(&f, DAY,
              FIRMS MARKET("") "'shares':[" ROW("google", "40") "," ROW("amazon", "30") "," ROW(
                  "microsoft", "20") "," ROW("oracle", "10") "]");
    assert_range(larger_than(&f, "microsoft", "oracle"), 1, 1); /* one as large is not larger */
    case_close(&f);
    case_open(&f, DAY, FIRMS MARKET(TOP) "'shares':[" ROW("google", "30") "," ROW("amazon", "{'min':0,'max':10}") "]");
    assert_range(larger_than(&f, "amazon", "amazon"), 1, 1); /* on a table of the largest: others stand behind it */
    case_close(&f);
    case_open(&f, DAY, FIRMS MARKET("") "'shares':[" ROW("google", "30") "]");
    assert_range(larger_than(&f, "fund", "fund"), 0, INFINITY); /* it may have nothing */
    case_close(&f);
}

static void markets_are_shared_where_both_surely_sell(void **state)
{
    struct fixture f;
    uint32_t count, perhaps, *found;
    case_open(
        &f, DAY,
        FIRMS AMAZON_OWNS
        "'markets':[{'id':'m','product':'cloud-infrastructure'},{'id':'n','product':'ai-chatbots'},"
        "{'id':'o','product':'ai-accelerators'}],'shares':[" ROW("aws", "30") "," ROW(
            "google", "12") ","
                            "{'market':'n','entity':'amazon','percent':{'min':0,'max':5},'from':'2024-12-31'},"
                            "{'market':'n','entity':'google','percent':20,'from':'2024-12-31'},"
                            "{'market':'o','entity':'google','percent':20,'from':'2024-12-31','measure':'users'},"
                            "{'market':'o','entity':'google','percent':20,'from':'2024-12-31','measure':'visits'},"
                            "{'market':'o','entity':'unit','percent':1,'from':'2024-12-31','measure':'visits'}]");
    found = shared_markets(f.now, entity(&f, "amazon"), entity(&f, "google"), &f.trail, &f.arena, &count, &perhaps);
    assert_int_equal(count, 2);
    assert_int_equal(found[0], 0);
    assert_int_equal(found[1], 2);
    assert_int_equal(perhaps, 1); /* Amazon's share of n may be 0 */
    assert_int_equal(found[2], 1);
    assert_int_equal(trail_has(&f, TRAIL_READ, SHARE_PERCENT), 6);
    case_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_groups_share_is_the_sum_of_its_members_rows),
        cmocka_unit_test(an_unlisted_firm_has_what_the_tables_kind_leaves),
        cmocka_unit_test(a_firm_that_the_newest_table_lacks_has_its_last_row_marked_dated),
        cmocka_unit_test(a_measurement_older_than_24_months_is_dated),
        cmocka_unit_test(two_rows_of_one_key_and_date_are_joined),
        cmocka_unit_test(the_markets_own_measure_counts),
        cmocka_unit_test(a_share_of_purchases_is_no_share_of_sales),
        cmocka_unit_test(several_measures_and_none_of_the_markets_own_are_unknown),
        cmocka_unit_test(an_unknown_share_is_bounded_by_the_others),
        cmocka_unit_test(a_table_word_on_a_row_is_of_its_date),
        cmocka_unit_test(buying_a_small_unit_of_a_large_firm_adds_little),
        cmocka_unit_test(two_of_one_group_cannot_join),
        cmocka_unit_test(joining_is_measured_with_what_is_not_on_the_table),
        cmocka_unit_test(a_row_that_may_not_have_begun_leaves_both_tables_open),
        cmocka_unit_test(the_largest_come_first_if_their_order_is_certain),
        cmocka_unit_test(a_tie_at_the_cut_leaves_open_who_but_not_how_much),
        cmocka_unit_test(firms_that_the_table_does_not_name_may_be_larger),
        cmocka_unit_test(two_as_one_firm_stand_where_both_together_do),
        cmocka_unit_test(markets_are_shared_where_both_surely_sell),
    };
    return cmocka_run_group_tests_name("economics/market", tests, NULL, NULL);
}
