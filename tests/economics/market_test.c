/* Shares and concentration on cases. */
#include <limits.h>

#include "economics/case.h"
#include "economics/random.h"

#define FIRMS                                                                                                \
    "'entities':[{'id':'amazon','name':'Amazon'},{'id':'aws','name':'AWS'},{'id':'unit','name':'Unit'},"     \
    "{'id':'microsoft','name':'Microsoft'},{'id':'google','name':'Google'},{'id':'oracle','name':'Oracle'}," \
    "{'id':'fund','name':'Fund'}],"
#define AMAZON_OWNS \
    "'holdings':[{'holder':'amazon','entity':'aws','control':'sole'},{'holder':'amazon','entity':'unit','control':'sole'}],"
#define MARKET(TABLE) \
    "'markets':[{'id':'m','name':'Cloud','product':'cloud-infrastructure','measure':'revenue'" TABLE "}],"
#define COMPLETE          ",'table':'complete'"
#define TOP               ",'table':'top'"
#define ROW(WHO, PERCENT) "{'market':'m','entity':'" WHO "','percent':" PERCENT ",'from':'2024-12-31'}"
#define OLD(WHO, PERCENT) "{'market':'m','entity':'" WHO "','percent':" PERCENT ",'from':'2023-12-31'}"
#define DAY               "2025-01-24"

static struct quantity share(struct fixture *f, const char *who)
{
    struct quantity q;
    uint32_t e = entity(f, who);
    assert_int_equal(market_share(f->now, 0, &e, 1, MEASURE_OWN, &f->trail, &q), FIGURE_FINE);
    assert_int_equal(q.unit, UNIT_PERCENT);
    return q;
}

static struct quantity hhi(struct fixture *f)
{
    struct quantity q;
    assert_int_equal(market_hhi(f->now, 0, &f->trail, &q), FIGURE_FINE);
    assert_int_equal(q.unit, UNIT_POINTS);
    return q;
}

static struct quantity change(struct fixture *f, struct moment m, const char *a, const char *b)
{
    struct quantity q;
    assert_int_equal(market_hhi_change(m, 0, entity(f, a), entity(f, b), &f->trail, &q), FIGURE_FINE);
    return q;
}

static struct quantity after(struct fixture *f, struct moment m, const char *a, const char *b)
{
    struct quantity q;
    assert_int_equal(market_hhi_after(m, 0, entity(f, a), entity(f, b), &f->trail, &q), FIGURE_FINE);
    return q;
}

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

static void markets_are_shared_where_both_surely_sell(void **state)
{
    struct fixture f;
    uint32_t count, *found;
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
    found = shared_markets(f.now, entity(&f, "amazon"), entity(&f, "google"), &f.trail, &f.arena, &count);
    assert_int_equal(count, 2);
    assert_int_equal(found[0], 0);
    assert_int_equal(found[1], 2);
    assert_int_equal(trail_has(&f, TRAIL_READ, SHARE_PERCENT), 4);
    case_close(&f);
}

/* --- holdings --- */

static struct quantity mhhi(struct fixture *f)
{
    struct quantity q;
    assert_int_equal(market_mhhi(f->now, 0, &f->trail, &q), FIGURE_FINE);
    assert_true(q.open_above);
    return q;
}

static struct quantity mhhi_change(struct fixture *f, const char *a, const char *b)
{
    struct quantity q;
    assert_int_equal(market_mhhi_change(f->now, 0, entity(f, a), entity(f, b), &f->trail, &q), FIGURE_FINE);
    return q;
}

#define TWO(HOLDING)             \
    FIRMS "'holdings':[" HOLDING \
          "]," MARKET("") "'shares':[" ROW("amazon", "30") "," ROW("google", "20") "," ROW("fund", "50") "]"
#define HELD(MORE) "{'holder':'amazon','entity':'google'" MORE "}"

static void holdings_give_the_closed_forms(void **state)
{
    static const struct {
        const char *records;
        double low, high;
    } rows[] = {
        { TWO(HELD(",'stake':10")), 60, 60 },
        { TWO(HELD(",'stake':25,'control':'none','votes':25")), 150, 150 },
        { TWO(HELD(",'stake':10,'control':'sole'")), 6060, 6060 },
        { TWO(HELD(",'stake':25,'votes':60")), 2550, 2550 },
        { TWO(HELD(",'stake':25,'votes':25")), 600 * (.25 + .25 / .625), 600 * (.25 + .25 / .625) },
        { TWO(HELD(",'stake':{'min':10,'max':25}")), 60, 150 },
        { TWO(HELD("")), 0, 600 },
        { TWO(HELD(",'stake':10,'to':'2024-06-30'")), 0, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        case_open(&f, DAY, rows[i].records);
        assert_range(mhhi_change(&f, "amazon", "google"), rows[i].low, rows[i].high);
        case_close(&f);
    }
}

static void the_modified_index_is_that_of_undertakings(void **state)
{
    struct fixture f;
    case_open(&f, DAY, TWO(HELD(",'stake':10")));
    assert_range(hhi(&f), 3800, 3800);
    assert_range(mhhi(&f), 3860, 3860);
    assert_int_equal(trail_has(&f, TRAIL_READ, HOLDING_STAKE), 1);
    case_close(&f);
    case_open(&f, DAY, TWO(HELD(",'stake':10,'control':'sole'")));
    assert_range(hhi(&f), 5000, 5000);
    assert_range(mhhi(&f), 5000, 5000); /* one firm: nothing is held in another */
    case_close(&f);
    /* A fund outside the market that has a say in both, and a stake that nobody states. */
    case_open(&f, DAY,
              FIRMS "'holdings':[{'holder':'fund','entity':'amazon','stake':10,'votes':10},"
                    "{'holder':'fund','entity':'google','stake':10,'votes':10}]," MARKET("") "'shares':[" ROW(
                        "amazon", "60") "," ROW("google", "40") "]");
    assert_range(mhhi(&f), 5200 + 2 * 2400 * (.01 / .82), 5200 + 2 * 2400 * (.01 / .82));
    case_close(&f);
}

/* --- properties --- */

/* A market of four firms with ranges or unknowns, and the same with each replaced by a value within. */
static void write_rows(char *out, size_t size, const double low[4], const double high[4], const char *kind)
{
    static const char *const who[] = { "amazon", "microsoft", "google", "oracle" };
    size_t n = (size_t)snprintf(
        out, size, "%s'markets':[{'id':'m','product':'cloud-infrastructure','table':'%s'}],'shares':[", FIRMS, kind);
    for (int i = 0; i < 4; i++)
        n += (size_t)snprintf(out + n, size - n,
                              "%s{'market':'m','entity':'%s','percent':{'min':%.4f,'max':%.4f},'from':'2024-12-31'}",
                              i ? "," : "", who[i], low[i], high[i]);
    snprintf(out + n, size - n, "]");
}

static void within(struct quantity narrow, struct quantity wide)
{
    if (narrow.low < wide.low - 1e-6 || narrow.high > wide.high + 1e-6)
        fail_msg("%f .. %f leaves %f .. %f", narrow.low, narrow.high, wide.low, wide.high);
}

static void narrowing_a_range_never_leaves_the_bounds(void **state)
{
    (void)state;
    static const char *const kinds[] = { "complete", "top", "partial" };
    uint64_t seed = 21;
    for (int round = 0; round < 150; round++) {
        double value[4], low[4], high[4], left = 100, part = round % 3 ? .2 + .8 * random_unit(&seed) : 1;
        char wide[4096], narrow[4096];
        for (int i = 0; i < 4; i++) { /* in ten thousandths, so that the text says the same */
            value[i] = round % 3 || i < 3 ? floor(left * part * random_unit(&seed) * 1e4) / 1e4 : left;
            left = round % 3 || i < 3 ? left - value[i] : 0;
            low[i] = fmax(0, floor((value[i] - 30 * random_unit(&seed)) * 1e4) / 1e4);
            high[i] = random_below(&seed, 4) ? fmin(100, value[i] + 20 * random_unit(&seed)) : 100;
        }
        write_rows(wide, sizeof wide, low, high, kinds[round % 3]);
        write_rows(narrow, sizeof narrow, value, value, kinds[round % 3]);
        struct fixture w, n;
        case_open(&w, DAY, wide);
        case_open(&n, DAY, narrow);
        within(hhi(&n), hhi(&w));
        within(share(&n, "google"), share(&w, "google"));
        within(share(&n, "aws"), share(&w, "aws"));
        within(change(&n, n.now, "amazon", "google"), change(&w, w.now, "amazon", "google"));
        within(change(&n, n.now, "amazon", "aws"), change(&w, w.now, "amazon", "aws"));
        within(after(&n, n.now, "amazon", "google"), after(&w, w.now, "amazon", "google"));
        within(after(&n, n.now, "amazon", "aws"), after(&w, w.now, "amazon", "aws"));
        case_close(&w);
        case_close(&n);
    }
}

/* --- memory --- */

struct failing {
    long left; /* allocations until there is no more memory */
};

static void *allocate_failing(void *ud, void *block, size_t old_size, size_t new_size)
{
    struct failing *f = ud;
    if (new_size && f->left-- <= 0) return NULL;
    return allocator_default.allocate(allocator_default.ud, block, old_size, new_size);
}

static void want_of_memory_is_unknown_and_the_trail_has_failed(void **state)
{
    (void)state;
    static const char text[] = FIRMS
        "'holdings':[" HELD(",'stake':10,'votes':10") "]," MARKET(TOP) "'shares':[" ROW("amazon", "30") "," ROW(
            "google",
            "{'min':10,'max':20}") "," OLD("oracle",
                                           "4") ",{'market':'m','entity':'fund','percent':9,'from':'2025-01'}]";
    bool enough = false;
    for (long at = 0; !enough; at++) {
        struct fixture f;
        struct failing failing = { LONG_MAX };
        cc_allocator allocator = { allocate_failing, &failing };
        case_open(&f, DAY, text);
        f.facts->allocator = &allocator;
        uint32_t amazon = entity(&f, "amazon"), google = entity(&f, "google"), oracle = entity(&f, "oracle"), *list,
                 count;
        struct quantity q;
        failing.left = at;
        unsigned fine = 0;
        fine += market_share(f.now, 0, &oracle, 1, MEASURE_OWN, &f.trail, &q) == FIGURE_FINE;
        fine += market_hhi(f.now, 0, &f.trail, &q) == FIGURE_FINE;
        fine += market_hhi_after(f.now, 0, amazon, oracle, &f.trail, &q) == FIGURE_FINE;
        fine += market_mhhi(f.now, 0, &f.trail, &q) == FIGURE_FINE;
        fine += market_mhhi_change(f.now, 0, amazon, google, &f.trail, &q) == FIGURE_FINE;
        market_listed(f.now, 0, oracle, &f.trail);
        market_largest(f.now, 0, 1, &f.trail, &list, &count);
        shared_markets(f.now, amazon, google, &f.trail, &f.arena, &count);
        held(f.now, amazon, google, false, &f.trail);
        money_invested(f.now, amazon, google, false, &f.trail);
        deal_table_day(f.now, amazon, google);
        enough = failing.left > 0;
        assert_true(enough ? fine == 5 : f.arena.failed || fine == 5);
        f.arena.failed = false;
        case_close(&f);
    }
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
        cmocka_unit_test(several_measures_and_none_of_the_markets_own_are_unknown),
        cmocka_unit_test(an_unknown_share_is_bounded_by_the_others),
        cmocka_unit_test(a_table_word_on_a_row_is_of_its_date),
        cmocka_unit_test(buying_a_small_unit_of_a_large_firm_adds_little),
        cmocka_unit_test(two_of_one_group_cannot_join),
        cmocka_unit_test(joining_is_measured_with_what_is_not_on_the_table),
        cmocka_unit_test(a_row_that_may_not_have_begun_leaves_both_tables_open),
        cmocka_unit_test(the_largest_come_first_if_their_order_is_certain),
        cmocka_unit_test(markets_are_shared_where_both_surely_sell),
        cmocka_unit_test(holdings_give_the_closed_forms),
        cmocka_unit_test(the_modified_index_is_that_of_undertakings),
        cmocka_unit_test(narrowing_a_range_never_leaves_the_bounds),
        cmocka_unit_test(want_of_memory_is_unknown_and_the_trail_has_failed),
    };
    return cmocka_run_group_tests_name("economics/market", tests, NULL, NULL);
}
