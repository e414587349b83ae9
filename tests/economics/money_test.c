/* Money in, stakes, deals and accounts on cases. */
#include "economics/case.h"

#define FIRMS                                                                                                      \
    "'entities':[{'id':'amazon','name':'Amazon'},{'id':'aws','name':'AWS'},{'id':'anthropic','name':'Anthropic'}," \
    "{'id':'google','name':'Google'},{'id':'lab','name':'Lab'}],"
#define AMAZON_OWNS     "'holdings':[{'holder':'amazon','entity':'aws','control':'sole'}],"
#define USD(N)          "{'value':" N ",'currency':'USD'}"
#define EUR(N)          "{'value':" N ",'currency':'EUR'}"
#define PUT(FROM, MORE) "{'investor':'amazon','target':'anthropic','from':'" FROM "'" MORE "}"
#define PAID(N)         ",'status':'paid','amount':" USD(N)
#define COMMITTED(N)    ",'status':'committed','amount':" USD(N)
#define TO_DATE         ",'cumulative':true"
#define PERHAPS_TO_DATE ",'cumulative':null"
#define DAY             "2025-01-24"
#define MONEY(RECORDS)  FIRMS AMAZON_OWNS "'investments':[" RECORDS "]"

static struct quantity money(struct fixture *f, bool paid)
{
    struct quantity q = money_invested(f->now, entity(f, "aws"), entity(f, "anthropic"), paid, &f->trail);
    assert_int_equal(q.unit, UNIT_MONEY);
    return q;
}

static const struct row {
    const char *name, *records;
    double low, high, paid_low, paid_high;
} rows[] = {
    { "sums_what_was_put_in", MONEY(PUT("2023-09-25", PAID("4")) "," PUT("2024-11-22", COMMITTED("4"))), 8, 8, 4, 8 },
    { "announced_money_raises_only_the_high",
      MONEY(PUT("2023-09-25", PAID("4")) "," PUT("2024-11-22", ",'status':'announced','amount':" USD("4"))), 4, 8, 4,
      8 },
    { "money_of_unknown_status_raises_only_the_high",
      MONEY(PUT("2023-09-25", PAID("4")) "," PUT("2024-11-22", ",'amount':" USD("4"))), 4, 8, 4, 8 },
    { "a_cumulative_record_replaces_what_came_before",
      MONEY(
          PUT("2023-09-25", PAID("1")) "," PUT("2024-03-27", PAID("3")) "," PUT("2024-11-22", COMMITTED("8") TO_DATE)),
      8, 8, 4, 8 },
    { "and_what_comes_later_is_added", MONEY(PUT("2024-11-22", PAID("8") TO_DATE) "," PUT("2024-12-30", PAID("1"))), 9,
      9, 9, 9 },
    { "the_latest_cumulative_record_counts",
      MONEY(PUT("2023-09-25", PAID("4") TO_DATE) "," PUT("2024-11-22", PAID("8") TO_DATE) "," PUT("2024-01-01",
                                                                                                  PAID("1"))),
      8, 8, 8, 8 },
    { "for_the_fields_that_it_states",
      MONEY(PUT("2023-01-23", COMMITTED("13") TO_DATE) "," PUT("2024-09-30",
                                                               ",'status':'paid','paid':" USD("11.6") TO_DATE)),
      13, 13, 11.6, 11.6 },
    { "and_not_for_those_it_leaves_out",
      MONEY(PUT("2019-07-22", PAID("1")) "," PUT("2023-01-23", COMMITTED("13") TO_DATE)), 13, 13, 1, 13 },
    { "the_day_of_a_cumulative_record_is_in_it",
      MONEY(PUT("2024-11-22", PAID("4")) "," PUT("2024-11-22", PAID("8") TO_DATE)), 8, 8, 8, 8 },
    { "what_may_be_later_raises_only_the_high", MONEY(PUT("2024", PAID("2")) "," PUT("2024-11-22", PAID("8") TO_DATE)),
      8, 10, 8, 10 },
    { "an_announced_sum_to_date_lowers_nothing",
      MONEY(PUT("2023-09-25", PAID("4")) "," PUT("2024-11-22",
                                                 ",'status':'announced','cumulative':true,'amount':" USD("3"))),
      4, 4, 4, 4 },
    { "an_announced_sum_to_date_may_raise",
      MONEY(PUT("2023-09-25", PAID("4")) "," PUT("2024-11-22",
                                                 ",'status':'announced','cumulative':true,'amount':" USD("9"))),
      4, 9, 4, 9 },
    { "a_sum_to_date_of_unknown_status_may_be_the_whole",
      MONEY(PUT("2023-09-25", PAID("4")) "," PUT("2024-11-22", ",'cumulative':true,'amount':" USD("3"))), 3, 4, 3, 4 },
    { "where_nobody_knows_whether_it_is_of_all_so_far_both_may_be",
      MONEY(PUT("2023-09-25", PAID("4")) "," PUT("2024-11-22", PAID("6") PERHAPS_TO_DATE)), 6, 10, 6, 10 },
    { "no_sum_of_all_so_far_is_less_than_one_of_them",
      MONEY(PUT("2023-09-25", PAID("4")) "," PUT("2024-11-22", PAID("3") PERHAPS_TO_DATE)), 4, 7, 4, 7 },
    { "what_comes_after_it_is_added",
      MONEY(PUT("2023-09-25", PAID("4")) "," PUT("2024-06-01", PAID("6") PERHAPS_TO_DATE) "," PUT("2024-11-22",
                                                                                                  PAID("1"))),
      7, 11, 7, 11 },
    { "a_later_total_replaces_it",
      MONEY(PUT("2024-06-01", PAID("6") PERHAPS_TO_DATE) "," PUT("2024-11-22", PAID("8") TO_DATE)), 8, 8, 8, 8 },
    { "alone_it_is_what_it_is", MONEY(PUT("2024-11-22", PAID("6") PERHAPS_TO_DATE)), 6, 6, 6, 6 },
    { "an_unknown_amount_is_not_zero", MONEY(PUT("2023-09-25", PAID("4")) "," PUT("2024-11-22", ",'status':'paid'")), 4,
      INFINITY, 4, INFINITY },
    { "what_was_paid_was_committed", MONEY(PUT("2024-11-22", ",'status':'paid','paid':" USD("2"))), 2, INFINITY, 2, 2 },
    { "of_committed_money_some_may_be_paid", MONEY(PUT("2024-11-22", COMMITTED("8") ",'paid':" USD("5.3"))), 8, 8, 5.3,
      5.3 },
    { "claims_are_a_range",
      MONEY(PUT("2024-11-22",
                ",'status':'paid','amount':{'claims':[{'value':" USD("13") "},{'value':" USD("13.75") "}]}")),
      13, 13.75, 13, 13.75 },
    { "later_than_the_day_is_not_yet", MONEY(PUT("2025-01-25", PAID("4"))), 0, 0, 0, 0 },
    { "perhaps_not_yet_adds_nothing_to_the_low", MONEY(PUT("2025-01", PAID("4"))), 0, 4, 0, 4 },
    { "converts_to_the_first_currency",
      MONEY(PUT("2023-09-25", PAID("4")) "," PUT(
          "2024-11-22", ",'status':'paid','amount':" EUR(
                            "2"))) ",'rates':[{'base':'EUR','quote':'USD','value':1.25,'from':'2025-01-20'}]",
      6.5, 6.5, 6.5, 6.5 },
};

static void run_row(void **state)
{
    const struct row *row = *state;
    struct fixture f;
    case_open(&f, DAY, row->records);
    struct quantity committed = money(&f, false), paid = money(&f, true);
    assert_range(committed, row->low, row->high);
    assert_range(paid, row->paid_low, row->paid_high);
    assert_true(committed.open_above && paid.open_above);
    case_close(&f);
}

static void nothing_recorded_is_zero_and_open(void **state)
{
    struct fixture f;
    case_open(&f, DAY, MONEY(PUT("2024-11-22", PAID("4"))));
    struct quantity q = money_invested(f.now, entity(&f, "google"), entity(&f, "anthropic"), false, &f.trail);
    assert_range(q, 0, 0);
    assert_true(q.open_above);
    assert_int_equal(trail_has(&f, TRAIL_ABSENT, NO_FIELD), 1);
    assert_int_equal(f.trail.absences[0].of, 1);
    q = held(f.now, entity(&f, "google"), entity(&f, "anthropic"), false, &f.trail);
    assert_range(q, 0, 0);
    assert_true(q.open_above);
    case_close(&f);
}

static void a_list_declared_complete_closes_it(void **state)
{
    struct fixture f;
    case_open_complete(
        &f, DAY,
        "{'kind':'investment','target':'anthropic','source':'s'},{'kind':'holding','holder':'google','source':'s'}",
        "'sources':[{'id':'s','title':'S'}]," MONEY(PUT("2024-11-22", PAID("4"))));
    struct quantity q = money_invested(f.now, entity(&f, "google"), entity(&f, "anthropic"), false, &f.trail);
    assert_range(q, 0, 0);
    assert_false(q.open_above);
    assert_false(money(&f, true).open_above);
    assert_true(money_invested(f.now, entity(&f, "amazon"), entity(&f, "lab"), false, NULL).open_above);
    assert_true(trail_has(&f, TRAIL_COMPLETE, NO_FIELD) >= 1);
    assert_false(held(f.now, entity(&f, "google"), entity(&f, "lab"), false, &f.trail).open_above);
    case_close(&f);
}

static void what_no_rate_converts_may_be_any_amount(void **state)
{
    struct fixture f;
    case_open(&f, DAY,
              MONEY(PUT("2023-09-25", PAID("4")) "," PUT("2024-11-22", ",'status':'paid','amount':" EUR("2"))));
    assert_range(money(&f, false), 4, INFINITY);
    assert_true(trail_needs(&f, "exchange rate"));
    case_close(&f);
    /* A replaced record's currency does not matter. */
    case_open(&f, DAY,
              MONEY(PUT("2023-09-25", ",'status':'paid','amount':" EUR("2")) "," PUT("2024-11-22", PAID("8") TO_DATE)));
    struct quantity q = money(&f, false);
    assert_range(q, 8, 8);
    assert_string_equal(q.currency, "USD");
    assert_int_equal(trail_has(&f, TRAIL_MATCH, NO_FIELD), 1);
    case_close(&f);
}

static void stakes_are_summed_over_the_holders_group(void **state)
{
    struct fixture f;
    case_open(
        &f, DAY,
        FIRMS
        "'holdings':[{'holder':'amazon','entity':'aws','control':'sole'},"
        "{'holder':'amazon','entity':'anthropic','stake':10.1},{'holder':'aws','entity':'anthropic','stake':{'max':5}},"
        "{'holder':'google','entity':'anthropic','stake':14,'votes':0},"
        "{'holder':'google','entity':'lab','stake':14,'from':'2025'},{'holder':'amazon','entity':'lab'}]");
    assert_range(held(f.now, entity(&f, "aws"), entity(&f, "anthropic"), false, &f.trail), 10.1, 15.1);
    assert_int_equal(trail_has(&f, TRAIL_READ, HOLDING_STAKE), 2);
    assert_range(held(f.now, entity(&f, "google"), entity(&f, "anthropic"), true, NULL), 0, 0);
    assert_range(held(f.now, entity(&f, "google"), entity(&f, "lab"), false, &f.trail), 0, 14);
    assert_int_equal(trail_has(&f, TRAIL_NEED, HOLDING_FROM), 1);
    assert_range(held(f.now, entity(&f, "amazon"), entity(&f, "lab"), false, NULL), 0, 100);
    assert_range(held(f.now, entity(&f, "amazon"), entity(&f, "aws"), true, NULL), 0, 100);
    case_close(&f);
}

/* Rounding may make a little more than all of a firm; what surely is more than that may be anything. */
static void stakes_that_no_group_can_have_are_unknown(void **state)
{
    static const struct {
        const char *stake;
        double low, high;
    } cases[] = { { "40.4", 100, 100 }, { "40.6", 0, 100 }, { "{'min':40.6,'max':50}", 0, 100 } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        char text[1024];
        snprintf(text, sizeof text,
                 FIRMS "'holdings':[{'holder':'amazon','entity':'aws','control':'sole'},{'holder':'aws','entity':'lab',"
                       "'stake':60},{'holder':'amazon','entity':'lab','stake':%s}]",
                 cases[i].stake);
        case_open(&f, DAY, text);
        assert_range(held(f.now, entity(&f, "amazon"), entity(&f, "lab"), false, &f.trail), cases[i].low,
                     cases[i].high);
        assert_int_equal(trail_needs(&f, "the stakes on file come to more than all of it"), i > 0);
        case_close(&f);
    }
}

/* --- deals --- */

#define DEALS                                                                                                                                          \
    "'transactions':[{'id':'first','acquirer':'google','target':'lab','from':'2020-03-01','status':'closed','closed':'2020-06-01',"                    \
    "'value':" USD(                                                                                                                                    \
        "1") "},"                                                                                                                                      \
             "{'id':'again','acquirer':'google','target':'lab','from':'2024-03-01','status':'closed','closed':'2024-06-01','value':" USD(              \
                 "3") "},"                                                                                                                             \
                      "{'id':'off','acquirer':'google','target':'lab','from':'2024-09-01','status':'abandoned','abandoned':'2024-10-01','value':" USD( \
                          "9") "},"                                                                                                                    \
                               "{'id':'open','acquirer':'amazon','target':'lab','from':'2024-12-01','status':'announced','value':" USD(                \
                                   "5") "}]"

static void the_latest_deal_counts_and_abandoned_ones_are_none(void **state)
{
    struct fixture f;
    struct quantity q;
    case_open(&f, DAY, FIRMS DEALS);
    uint32_t google = entity(&f, "google"), lab = entity(&f, "lab"), aws = entity(&f, "aws"),
             amazon = entity(&f, "amazon");
    assert_int_equal(deal_value(f.now, google, lab, &f.trail, &q), FIGURE_FINE);
    assert_range(q, 3, 3);
    assert_string_equal(q.currency, "USD");
    assert_int_equal(deal_date(f.now, google, lab, &f.trail, &q), FIGURE_FINE);
    assert_range(q, day_of(2024, 6, 1), day_of(2024, 6, 1));
    assert_int_equal(deal_table_days(f.now, google, lab, NULL).low, day_of(2024, 5, 31));
    assert_int_equal(deal_date(f.now, amazon, lab, &f.trail, &q), FIGURE_FINE);
    assert_range(q, f.now.view->day, f.now.view->day);
    assert_int_equal(deal_table_days(f.now, amazon, lab, NULL).low, f.now.view->day);
    assert_int_equal(deal_value(f.now, lab, google, &f.trail, &q), FIGURE_UNKNOWN);
    assert_true(trail_needs(&f, "a deal by which Lab takes a part of Google"));
    assert_int_equal(deal_table_days(f.now, aws, lab, NULL).low, f.now.view->day);
    f.now.view = view_at(f.facts, day_of(2024, 4, 1));
    assert_int_equal(deal_table_days(f.now, google, lab, NULL).low, day_of(2024, 4, 1)); /* open on that day */
    f.now.view = view_at(f.facts, day_of(2022, 4, 1));
    assert_int_equal(deal_table_days(f.now, google, lab, NULL).low, day_of(2020, 5, 31));
    assert_int_equal(deal_value(f.now, google, lab, &f.trail, &q), FIGURE_FINE);
    assert_range(q, 1, 1);
    case_close(&f);
}

/* The days whose tables may measure a deal, as days of 2024, the view's own as 0, the day before as -1. */
static void a_deal_is_measured_by_the_days_on_which_it_may_have_closed(void **state)
{
    static const struct {
        const char *deal;
        int low[2], high[2]; /* month and day */
        bool open;
    } deals_of[] = {
        { "'status':'announced'", { 0 }, { 0 }, false },
        { "'status':'closed','closed':'2024-06-01'", { 5, 31 }, { 5, 31 }, false },
        { "'status':'closed','closed':'2024-06'", { 5, 31 }, { 6, 29 }, true },
        { "'status':'closed','closed':null", { 2, 29 }, { -1 }, true },
        { "'status':null", { 2, 29 }, { 0 }, true },
        { "'status':null,'closed':'2024-06-01'", { 5, 31 }, { 5, 31 }, false },
    };
    (void)state;
    for (size_t i = 0; i < sizeof deals_of / sizeof *deals_of; i++) {
        struct fixture f;
        char records[4096];
        ref open;
        snprintf(records, sizeof records,
                 "%s'transactions':[{'acquirer':'google','target':'lab','from':'2024-03-01',%s}]", FIRMS,
                 deals_of[i].deal);
        case_open(&f, DAY, records);
        struct days days = deal_table_days(f.now, entity(&f, "google"), entity(&f, "lab"), &open);
        int32_t today = f.now.view->day;
        int32_t low = *deals_of[i].low ? day_of(2024, deals_of[i].low[0], deals_of[i].low[1]) : today;
        int32_t high = *deals_of[i].high < 0 ? today - 1
                       : *deals_of[i].high   ? day_of(2024, deals_of[i].high[0], deals_of[i].high[1])
                                             : today;
        if (days.low != low || days.high != high || (open != NO_REF) != deals_of[i].open)
            fail_msg("%s: %d to %d days before", deals_of[i].deal, today - days.low, today - days.high);
        case_close(&f);
    }
}

static void a_deal_that_made_one_group_is_found_all_the_same(void **state)
{
    struct fixture f;
    struct quantity q;
    case_open(
        &f, DAY,
        FIRMS
        "'holdings':[{'holder':'google','entity':'lab','control':'sole','from':'2024-06-01'},"
        "{'holder':'google','entity':'aws','control':'sole'}],"
        "'transactions':[{'acquirer':'google','target':'lab','from':'2024-03-01','status':'closed','closed':'2024-06',"
        "'value':" USD(
            "3") "},"
                 "{'acquirer':'google','target':'aws','from':'2024-08-01','status':'closed','closed':'2024-09-01','value':" USD(
                     "7") "}]");
    uint32_t google = entity(&f, "google"), lab = entity(&f, "lab");
    assert_int_equal(deal_value(f.now, google, lab, NULL, &q), FIGURE_FINE);
    assert_range(q, 3, 3);
    assert_int_equal(deal_date(f.now, google, lab, NULL, &q), FIGURE_FINE);
    assert_range(q, day_of(2024, 6, 1), day_of(2024, 6, 30));
    assert_int_equal(deal_table_days(f.now, google, lab, NULL).low, day_of(2024, 5, 31));
    case_close(&f);
}

static void money_that_is_bound_is_a_deal(void **state)
{
    struct fixture f;
    struct quantity q;
    uint32_t count;
    case_open(&f, DAY,
              FIRMS DEALS ",'investments':[" PUT("2023-09-25", PAID("4")) "," PUT(
                  "2024-01-01", ",'status':'announced'") "," PUT("2024-02-02", ",'amount':" USD("2")) "]");
    struct deal *all = deals(f.now, &f.arena, &count);
    assert_int_equal(count, 5); /* three transactions, two investments */
    assert_int_equal(all[3].buyer, entity(&f, "amazon"));
    assert_int_equal(all[3].target, entity(&f, "anthropic"));
    assert_int_equal(all[3].record, ref_make(KIND_INVESTMENT, 0));
    assert_false(all[3].maybe);
    assert_true(all[4].maybe);
    assert_int_equal(deal_value(f.now, entity(&f, "amazon"), entity(&f, "anthropic"), NULL, &q), FIGURE_FINE);
    assert_range(q, 2, 4); /* the later may be none */
    assert_int_equal(deal_date(f.now, entity(&f, "amazon"), entity(&f, "anthropic"), NULL, &q), FIGURE_FINE);
    assert_range(q, day_of(2023, 9, 25), day_of(2024, 2, 2));
    case_close(&f);
}

/* --- accounts --- */

static struct quantity revenue(struct fixture *f, const char *who, const char *where)
{
    struct quantity q = { 0 };
    uint32_t metric = listed_word(LIST_METRIC, "revenue"),
             place = facts_find_word(f->facts, LIST_GEOGRAPHY, where, strlen(where));
    enum figure_problem p = turnover(f->now, entity(f, who), metric, place, NO_ROW, &f->trail, &q);
    if (p != FIGURE_FINE) q.low = q.high = -1;
    return q;
}

static void an_undertakings_turnover_is_its_heads_else_its_members(void **state)
{
    struct fixture f;
    case_open(
        &f, DAY,
        FIRMS AMAZON_OWNS "'financials':[{'entity':'amazon','metric':'revenue','amount':" USD(
            "500") ",'from':'2022-12-31'},"
                   "{'entity':'amazon','metric':'revenue','amount':" USD(
                       "575") ",'from':'2023-12-31'},"
                              "{'entity':'aws','metric':'revenue','amount':" USD(
                                  "91") ",'from':'2023-12-31'},"
                                        "{'entity':'aws','metric':'revenue','geography':'EU','amount':" EUR(
                                            "20") ",'from':'2023-12-31'},"
                                                  "{'entity':'google','metric':'users','amount':300,'from':'2023-12-31'}]");
    struct quantity q = revenue(&f, "aws", "worldwide");
    assert_range(q, 575, 575);
    assert_false(q.open_above);
    assert_int_equal(trail_has(&f, TRAIL_LINK, NO_FIELD), 1);
    q = revenue(&f, "amazon", "EU");
    assert_range(q, 20, 20);
    assert_true(q.open_above);
    assert_string_equal(q.currency, "EUR");
    assert_range(revenue(&f, "google", "worldwide"), -1, -1);
    assert_true(trail_needs(&f, "the revenue of Google"));
    uint32_t users = listed_word(LIST_METRIC, "users"), world = listed_word(LIST_GEOGRAPHY, "worldwide");
    assert_int_equal(turnover(f.now, entity(&f, "google"), users, world, NO_ROW, NULL, &q), FIGURE_FINE);
    assert_range(q, 300, 300);
    assert_int_equal(q.unit, UNIT_COUNT);
    case_close(&f);
}

int main(void)
{
    enum { ROWS = sizeof rows / sizeof *rows };
    const struct CMUnitTest others[] = {
        cmocka_unit_test(nothing_recorded_is_zero_and_open),
        cmocka_unit_test(a_list_declared_complete_closes_it),
        cmocka_unit_test(what_no_rate_converts_may_be_any_amount),
        cmocka_unit_test(stakes_are_summed_over_the_holders_group),
        cmocka_unit_test(stakes_that_no_group_can_have_are_unknown),
        cmocka_unit_test(the_latest_deal_counts_and_abandoned_ones_are_none),
        cmocka_unit_test(a_deal_is_measured_by_the_days_on_which_it_may_have_closed),
        cmocka_unit_test(a_deal_that_made_one_group_is_found_all_the_same),
        cmocka_unit_test(money_that_is_bound_is_a_deal),
        cmocka_unit_test(an_undertakings_turnover_is_its_heads_else_its_members),
    };
    struct CMUnitTest tests[ROWS + sizeof others / sizeof *others];
    for (size_t i = 0; i < ROWS; i++) {
        tests[i] = (struct CMUnitTest){ .name = rows[i].name,
                                        .test_func = run_row,
                                        .initial_state = (void *)(uintptr_t)&rows[i] };
    }
    memcpy(tests + ROWS, others, sizeof others);
    return _cmocka_run_group_tests("economics/money", tests, sizeof tests / sizeof *tests, NULL, NULL);
}
