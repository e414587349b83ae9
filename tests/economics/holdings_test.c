/* Modified concentration on cases, and what holds of every figure: narrowing, want of memory. */
#include <limits.h>

#include "base/random.h"
#include "economics/market_case.h"

/* --- holdings --- */

static struct quantity mhhi(struct fixture *f)
{
    struct quantity q;
    assert_int_equal(market_mhhi(f->now, 0, &f->trail, &q), FIGURE_FINE);
    assert_true(q.open_above);
    return q;
}

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
        { TWO(HELD(",'stake':25,'votes':0")), 150, 150 },
        { TWO(HELD(",'stake':25,'votes':null")), 150, INFINITY }, /* it may decide all */
        { TWO(HELD(",'stake':25,'votes':null,'control':'none'")), 150, 150 },
        { TWO(HELD(",'stake':10,'to':'2024-06-30'")), 0, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        case_open(&f, DAY, rows[i].records);
        assert_range(mhhi_change(&f, "amazon", "google"), rows[i].low, rows[i].high);
        case_close(&f);
    }
}

/* The fund is outside of what is asked; amazon 30, google 20. */
#define TWO_HOLD(A, B)                                              \
    FIRMS "'holdings':[{'holder':'amazon','entity':'google'" A "}," \
          "{'holder':'fund','entity':'google'" B                    \
          "}]," MARKET("") "'shares':[" ROW("amazon", "30") "," ROW("google", "20") "]"

/* What no two can have of one firm is known of neither. */
static void stakes_and_votes_that_cannot_all_be_true_are_unknown(void **state)
{
    (void)state;
    static const struct {
        const char *records;
        double low, high;
        const char *need;
    } rows[] = {
        { TWO_HOLD(",'stake':60", ",'stake':40"), 360, 360, NULL },
        { TWO_HOLD(",'stake':50.2", ",'stake':50.2"), 300, 300, NULL }, /* rounding */
        { TWO_HOLD(",'stake':60", ",'stake':50"), 0, 600, "the stakes on file" },
        { TWO_HOLD(",'stake':{'min':60,'max':70}", ",'stake':{'min':50,'max':60}"), 0, 600, "the stakes on file" },
        { TWO_HOLD(",'stake':20,'votes':50", ",'stake':20,'votes':50"), 1620, 1620, NULL },
        { TWO_HOLD(",'stake':20,'votes':50", ",'stake':20,'votes':50,'control':'none'"), 870, 870, NULL },
        { TWO_HOLD(",'stake':20,'votes':50", ",'stake':20,'votes':60,'control':'none'"), 120, INFINITY,
          "the votes on file" },
        { TWO_HOLD(",'stake':20,'votes':55", ",'stake':20,'votes':50"), 120, INFINITY, "the votes on file" },
        { TWO_HOLD(",'stake':60,'control':'joint'", ",'stake':50,'control':'joint'"), 0, INFINITY,
          "the stakes on file" },
        { TWO_HOLD(",'stake':20,'votes':60,'control':'sole'", ",'stake':20,'votes':45"), 3120, 3120, NULL },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        case_open(&f, DAY, rows[i].records);
        assert_range(mhhi_change(&f, "amazon", "google"), rows[i].low, rows[i].high);
        if (rows[i].need && !trail_needs(&f, rows[i].need)) fail_msg("row %zu: no need has '%s'", i, rows[i].need);
        if (!rows[i].need) assert_int_equal(trail_has(&f, TRAIL_NEED, NO_FIELD), 0);
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

/* What a holding company outside the market holds counts by the stake in it, and only what leads from one to the other is
 * read. */
static void interests_through_others_count_and_only_those_are_read(void **state)
{
    (void)state;
    struct fixture f;
    case_open(
        &f, DAY,
        FIRMS
        "'holdings':[{'id':'a','holder':'amazon','entity':'unit','stake':60},{'id':'b','holder':'unit','entity':'google','stake':50},"
        "{'id':'c','holder':'oracle','entity':'google'},{'id':'d','holder':'oracle','entity':'fund','stake':5}]," MARKET(
            "") "'shares':[" ROW("amazon", "30") "," ROW("google", "20") "," ROW("fund", "50") "]");
    assert_range(mhhi_change(&f, "amazon", "google"), 180, 180);
    assert_int_equal(trail_has(&f, TRAIL_READ, HOLDING_STAKE), 2);
    assert_range(mhhi_change(&f, "google", "fund"), 0, 0);
    assert_int_equal(trail_has(&f, TRAIL_READ, HOLDING_STAKE), 2);
    case_close(&f);
    /* Whoever else may have a say in google has nothing in amazon: its votes and stake do not bear on what amazon has in google. */
    case_open(&f, DAY,
              FIRMS
              "'holdings':[{'holder':'amazon','entity':'google','stake':14,'control':'none'},"
              "{'holder':'oracle','entity':'google','votes':{'max':50}},{'holder':'fund','entity':'google'}]," MARKET(
                  "") "'shares':[" ROW("amazon", "30") "," ROW("google", "20") "]");
    assert_range(mhhi_change(&f, "amazon", "google"), 84, 84);
    assert_int_equal(trail_has(&f, TRAIL_READ, HOLDING_STAKE), 1);
    assert_int_equal(trail_has(&f, TRAIL_READ, HOLDING_VOTES), 0);
    case_close(&f);
    /* That nothing is added rests on all who may have a say. */
    case_open(&f, DAY,
              FIRMS "'holdings':[{'holder':'oracle','entity':'google','votes':{'max':50}}]," MARKET(
                  "") "'shares':[" ROW("amazon", "30") "," ROW("google", "20") "]");
    assert_range(mhhi_change(&f, "amazon", "google"), 0, 0);
    assert_int_equal(trail_has(&f, TRAIL_READ, HOLDING_VOTES), 1);
    case_close(&f);
    /* Where that is a range, what others may hold bounds it. */
    case_open(
        &f, DAY,
        FIRMS
        "'holdings':[{'holder':'amazon','entity':'google'},{'holder':'oracle','entity':'google','stake':70}]," MARKET(
            "") "'shares':[" ROW("amazon", "30") "," ROW("google", "20") "]");
    assert_range(mhhi_change(&f, "amazon", "google"), 0, 180);
    assert_int_equal(trail_has(&f, TRAIL_READ, HOLDING_STAKE), 2);
    case_close(&f);
}

/* What one owner adds to a change: with its stakes less without them. */
static void what_an_owner_adds_is_the_change_with_it_less_that_without(void **state)
{
    (void)state;
#define IN_BOTH(MORE)                                         \
    "{'holder':'fund','entity':'amazon','stake':10" MORE "}," \
    "{'holder':'fund','entity':'google','stake':10" MORE "}"
#define CROSS(STAKE) ",{'holder':'amazon','entity':'google','stake':" STAKE ",'control':'none'}"
#define TIED(ROWS) \
    FIRMS "'holdings':[" ROWS "]," MARKET("") "'shares':[" ROW("amazon", "60") "," ROW("google", "40") "]"
    static const struct {
        const char *records, *holder;
        double low, high;
    } rows[] = {
        { TIED(IN_BOTH(",'votes':10")), "fund", 2 * 2400 * (.01 / .82), 2 * 2400 * (.01 / .82) },
        { TIED(IN_BOTH(",'votes':10")), "oracle", 0, 0 },
        { TIED(IN_BOTH("")), "fund", 0, 0 },
        { TIED(IN_BOTH("") CROSS("25")), "fund", 0, 0 },
        { TIED(IN_BOTH("") CROSS("25")), "amazon", 600, 600 },
        { TIED(IN_BOTH("") CROSS("{'min':20,'max':30}")), "amazon", 480, 720 },
        { TIED(IN_BOTH("") CROSS("{'min':20,'max':30}")), "fund", 0, 240 }, /* no tighter than the difference */
        { TIED(IN_BOTH("") CROSS("25")), "oracle", 0, 0 },
        /* What it has in one of them alone is no longer its other owners', who weigh less beside the common one. */
        { TIED(
              "{'holder':'oracle','entity':'amazon','stake':10,'votes':10},{'holder':'oracle','entity':'google','stake':90},"
              "{'holder':'fund','entity':'amazon','stake':90,'votes':45}"),
          "fund", 2400 * (.09 / .415 - .09 / .82), 2400 * (.09 / .415 - .09 / .82) },
        { TIED(
              "{'holder':'unit','entity':'amazon','stake':10,'votes':10},{'holder':'unit','entity':'google','stake':10},"
              "{'holder':'fund','entity':'unit','control':'sole'}"),
          "fund", 2400 * (.01 / .82), 2400 * (.01 / .82) },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        struct quantity q;
        case_open(&f, DAY, rows[i].records);
        assert_int_equal(market_mhhi_change_by(f.now, 0, entity(&f, "amazon"), entity(&f, "google"),
                                               entity(&f, rows[i].holder), &f.trail, &q),
                         FIGURE_FINE);
        assert_range(q, rows[i].low, rows[i].high);
        case_close(&f);
    }
}

/* The shares of others are read only where they bound those of the two. */
static void a_change_reads_the_shares_of_others_only_where_they_matter(void **state)
{
    (void)state;
    struct fixture f;
    case_open(&f, DAY,
              FIRMS MARKET("") "'shares':[" ROW("amazon", "{'min':10,'max':20}") "," ROW("google", "20") "," ROW(
                  "fund", "30") "]");
    assert_range(change(&f, f.now, "amazon", "google"), 400, 800);
    assert_int_equal(trail_has(&f, TRAIL_READ, SHARE_PERCENT), 2);
    case_close(&f);
    case_open(&f, DAY,
              FIRMS MARKET("") "'shares':[" ROW("amazon", "{'min':10,'max':60}") "," ROW("google", "20") "," ROW(
                  "fund", "30") "]");
    assert_range(change(&f, f.now, "amazon", "google"), 400, 2000);
    assert_true(trail_has(&f, TRAIL_READ, SHARE_PERCENT) >= 3);
    case_close(&f);
    case_open(&f, DAY,
              FIRMS MARKET(COMPLETE) "'shares':[" ROW("amazon", "{'min':10,'max':45}") "," ROW("google", "20") "," ROW(
                  "fund", "{'min':30,'max':40}") "]");
    assert_range(change(&f, f.now, "amazon", "google"), 1580, 1800); /* they leave no less than 39.5 to the first */
    assert_true(trail_has(&f, TRAIL_READ, SHARE_PERCENT) >= 3);
    case_close(&f);
}

/* --- lists declared complete --- */

#define LIST_OF(ENTITY) "{'kind':'holding','entity':'" ENTITY "'}"

static void a_figure_is_closed_where_each_list_that_bears_on_it_is_complete(void **state)
{
    (void)state;
#define OWNED  FIRMS "'holdings':[" HELD(",'stake':10") ",{'holder':'fund','entity':'amazon','stake':5}],"
#define SHARES "'shares':[" ROW("amazon", "60") "," ROW("google", "40") "]"
    static const char *const whole = OWNED MARKET(COMPLETE) SHARES, *const half = OWNED MARKET("") "'shares':[" ROW(
                                                                        "amazon", "30") "," ROW("google", "20") "]";
    static const char all[] = "{'kind':'holding'}",
                      each[] = LIST_OF("google") "," LIST_OF("amazon") "," LIST_OF("fund");
    static const char of_firms[] = LIST_OF("google") "," LIST_OF("amazon"),
                      others[] = LIST_OF("google") "," LIST_OF("fund");
    const struct {
        const char *complete, *records;
        bool pair_open, market_open;
    } rows[] = {
        { NULL, whole, true, true },
        { all, whole, false, false },
        { all, half, false, false }, /* it speaks of firms without a name too */
        { each, whole, false, false },
        { each, half, false, true },
        { of_firms, whole, true, true }, /* google may have a part of the fund */
        { others, whole, true, true },
        { "{'kind':'holding','to':'2024-12-31'}", whole, true, true },
        { "{'kind':'agreement'}", whole, true, true },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        struct quantity q;
        case_open_complete(&f, DAY, rows[i].complete, rows[i].records);
        assert_int_equal(market_mhhi(f.now, 0, &f.trail, &q), FIGURE_FINE);
        assert_int_equal(q.open_above, rows[i].market_open);
        assert_int_equal(trail_has(&f, TRAIL_COMPLETE, NO_FIELD) > 0, !rows[i].market_open);
        uint32_t amazon = entity(&f, "amazon"), google = entity(&f, "google");
        q = mhhi_change(&f, "amazon", "google");
        assert_int_equal(q.open_above, rows[i].pair_open);
        assert_int_equal(market_mhhi_change_by(f.now, 0, amazon, google, entity(&f, "oracle"), &f.trail, &q),
                         FIGURE_FINE);
        assert_range(q, 0, 0);
        assert_int_equal(q.open_above, rows[i].pair_open);
        case_close(&f);
    }
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

/* Holdings among the firms of a market and two outside of it, the last of them one that the file lacked at first. */
enum { LINKS = 5 };
struct link {
    unsigned holder, entity;
    int stake, votes; /* votes 0: none are stated */
};
static const char *const holders[] = { "amazon", "google", "oracle", "fund", "unit" };
enum { HOLDERS = sizeof holders / sizeof *holders };

static void open_links(struct fixture *f, const struct link *links, unsigned count, unsigned listed)
{
    char records[4096], complete[512] = "";
    size_t n = (size_t)snprintf(records, sizeof records, "%s", FIRMS "'holdings':["), m = 0;
    for (unsigned i = 0; i < count; i++) {
        n += (size_t)snprintf(
            records + n, sizeof records - n, "%s{'holder':'%s','entity':'%s','control':'%s','stake':%d", i ? "," : "",
            holders[links[i].holder], holders[links[i].entity], links[i].votes ? "joint" : "none", links[i].stake);
        n += (size_t)snprintf(records + n, sizeof records - n, links[i].votes ? ",'votes':%d}" : "}", links[i].votes);
    }
    snprintf(records + n, sizeof records - n, "],%s",
             MARKET(COMPLETE) "'shares':[" ROW("amazon", "50") "," ROW("google", "30") "," ROW("oracle", "20") "]");
    for (unsigned e = 0; e < HOLDERS; e++)
        if (listed >> e & 1)
            m += (size_t)snprintf(complete + m, sizeof complete - m, "%s{'kind':'holding','entity':'%s'}", m ? "," : "",
                                  holders[e]);
    case_open_complete(f, DAY, complete, records);
}

static bool same_figure(struct quantity a, struct quantity b)
{
    return fabs(a.low - b.low) < 1e-6 && fabs(a.high - b.high) < 1e-6;
}

/* A closed figure stays as it is whatever else is found of a firm whose list is not declared complete. */
static void a_holding_that_may_be_missing_changes_no_closed_figure(void **state)
{
    (void)state;
    uint64_t seed = 5;
    unsigned closed = 0, moved = 0;
    for (int round = 0; round < 400; round++) {
        struct link links[LINKS];
        unsigned listed = random_below(&seed, 1u << HOLDERS) | random_below(&seed, 1u << HOLDERS);
        for (unsigned i = 0; i < LINKS; i++) {
            links[i] = (struct link){ random_below(&seed, HOLDERS), random_below(&seed, HOLDERS),
                                      1 + (int)random_below(&seed, 20), 0 };
            if (random_below(&seed, 2)) links[i].votes = 1 + (int)random_below(&seed, 20);
        }
        if (listed >> links[LINKS - 1].entity & 1) continue;
        struct fixture without, with;
        struct quantity market[2], pair[2];
        open_links(&without, links, LINKS - 1, listed);
        open_links(&with, links, LINKS, listed);
        market_mhhi(without.now, 0, &without.trail, &market[0]), market_mhhi(with.now, 0, &with.trail, &market[1]);
        pair[0] = mhhi_change(&without, "amazon", "google"), pair[1] = mhhi_change(&with, "amazon", "google");
        if (!market[0].open_above) assert_true(same_figure(market[0], market[1])), closed++;
        else moved += !same_figure(market[0], market[1]);
        if (!pair[0].open_above) assert_true(same_figure(pair[0], pair[1])), closed++;
        else moved += !same_figure(pair[0], pair[1]);
        case_close(&without), case_close(&with);
    }
    assert_true(closed >= 20 && moved >= 20);
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
                 count, perhaps;
        struct quantity q;
        failing.left = at;
        unsigned fine = 0;
        fine += market_share(f.now, 0, &oracle, 1, MEASURE_OWN, &f.trail, &q) == FIGURE_FINE;
        fine += market_hhi(f.now, 0, &f.trail, &q) == FIGURE_FINE;
        fine += market_hhi_after(f.now, 0, amazon, oracle, &f.trail, &q) == FIGURE_FINE;
        fine += market_mhhi(f.now, 0, &f.trail, &q) == FIGURE_FINE;
        fine += market_mhhi_change(f.now, 0, amazon, google, &f.trail, &q) == FIGURE_FINE;
        fine += market_mhhi_change_by(f.now, 0, amazon, google, amazon, &f.trail, &q) == FIGURE_FINE;
        market_listed(f.now, 0, oracle, &f.trail);
        market_largest(f.now, 0, 1, &f.trail, &list, &count);
        shared_markets(f.now, amazon, google, &f.trail, &f.arena, &count, &perhaps);
        held(f.now, amazon, google, false, &f.trail);
        money_invested(f.now, amazon, google, false, &f.trail);
        deal_table_days(f.now, amazon, google, NULL);
        enough = failing.left > 0;
        assert_true(enough ? fine == 6 : f.arena.failed || fine == 6);
        f.arena.failed = false;
        case_close(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holdings_give_the_closed_forms),
        cmocka_unit_test(a_figure_is_closed_where_each_list_that_bears_on_it_is_complete),
        cmocka_unit_test(a_holding_that_may_be_missing_changes_no_closed_figure),
        cmocka_unit_test(stakes_and_votes_that_cannot_all_be_true_are_unknown),
        cmocka_unit_test(the_modified_index_is_that_of_undertakings),
        cmocka_unit_test(interests_through_others_count_and_only_those_are_read),
        cmocka_unit_test(what_an_owner_adds_is_the_change_with_it_less_that_without),
        cmocka_unit_test(a_change_reads_the_shares_of_others_only_where_they_matter),
        cmocka_unit_test(narrowing_a_range_never_leaves_the_bounds),
        cmocka_unit_test(want_of_memory_is_unknown_and_the_trail_has_failed),
    };
    return cmocka_run_group_tests_name("economics/holdings", tests, NULL, NULL);
}
