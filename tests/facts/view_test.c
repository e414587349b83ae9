/* What is in force on a day: states, events, measurements; the status of a deal; exchange rates. */
#include "facts/asking.h"
#include "facts/cache.h"

static const char *names[] = { "no", "unknown", "yes" };

static const char *force_on(const struct asked *a, enum kind kind, const char *id, const char *date)
{
    return names[view_in_force(as_of(a, date).view, kind, row(a, kind, id))];
}

#define TWO "'entities':[{'id':'a','name':'A'},{'id':'b','name':'B'}],"
static void a_state_is_in_force_on_its_first_and_its_last_day(void **state)
{
    struct asked a;
    asked_open(&a,
               CASE("", TWO "'agreements':[{'id':'x','type':'supply','holder':'a','grantor':'b','from':'2019-07-22',"
                            "'to':'2020-01-31'}]"));
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "x", "2019-07-21"), "no");
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "x", "2019-07-22"), "yes");
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "x", "2020-01-31"), "yes");
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "x", "2020-02-01"), "no");
    asked_close(&a);
}

static void a_partial_date_makes_the_days_of_its_period_a_maybe(void **state)
{
    struct asked a;
    asked_open(
        &a, CASE("", TWO
                 "'agreements':[{'id':'x','type':'supply','holder':'a','grantor':'b','from':'2019','to':'2021-06'}]"));
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "x", "2018-12-31"), "no");
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "x", "2019-01-01"), "unknown");
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "x", "2019-12-31"), "yes");
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "x", "2021-06-01"), "yes");
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "x", "2021-06-02"), "unknown");
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "x", "2021-07-01"), "no");
    asked_close(&a);
}

static void a_state_without_from_always_was_and_a_null_one_may_have_been(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", TWO "'agreements':[{'id':'x','type':'supply','holder':'a','grantor':'b'},"
                                "{'id':'y','type':'supply','holder':'a','grantor':'b','from':null},"
                                "{'id':'z','type':'supply','holder':'a','grantor':'b','to':null}]"));
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "x", "1950-01-01"), "yes");
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "y", "2025-01-01"), "unknown");
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "z", "2025-01-01"), "unknown");
    ref record;
    enum field field;
    assert_true(view_force_need(a.now.view, KIND_AGREEMENT, row(&a, KIND_AGREEMENT, "y"), &record, &field));
    assert_int_equal(field, AGREEMENT_FROM);
    assert_true(view_force_need(a.now.view, KIND_AGREEMENT, row(&a, KIND_AGREEMENT, "z"), &record, &field));
    assert_int_equal(field, AGREEMENT_TO);
    assert_false(view_force_need(a.now.view, KIND_AGREEMENT, row(&a, KIND_AGREEMENT, "x"), &record, &field));
    asked_close(&a);
}

static void a_part_ends_with_what_it_is_part_of(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", TWO "'agreements':[{'id':'whole','type':'supply','holder':'a','grantor':'b',"
                                "'from':'2020-01-01','to':'2023'},"
                                "{'id':'part','type':'supply','holder':'a','grantor':'b','part_of':'whole'},"
                                "{'id':'inner','type':'supply','holder':'a','grantor':'b','part_of':'part'}]"));
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "inner", "2019-06-01"), "yes"); /* its begin is its own */
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "inner", "2023-01-01"), "yes");
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "inner", "2023-05-01"), "unknown");
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "inner", "2024-01-01"), "no");
    struct moment may = as_of(&a, "2023-05-01");
    ref record;
    enum field field;
    assert_true(view_force_need(may.view, KIND_AGREEMENT, row(&a, KIND_AGREEMENT, "inner"), &record, &field));
    assert_string_equal(facts_id(a.facts, record), "whole");
    assert_int_equal(field, AGREEMENT_TO);
    asked_close(&a);
}

static void parts_in_a_circle_end_with_the_first_of_them(void **state)
{
    struct asked a;
    asked_open(&a,
               CASE("", TWO "'agreements':[{'id':'x','type':'supply','holder':'a','grantor':'b','part_of':'y'},"
                            "{'id':'y','type':'supply','holder':'a','grantor':'b','part_of':'z'},"
                            "{'id':'z','type':'supply','holder':'a','grantor':'b','part_of':'y','to':'2022-12-31'}]"));
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "x", "2022-12-31"), "yes");
    assert_string_equal(force_on(&a, KIND_AGREEMENT, "x", "2023-01-01"), "no");
    asked_close(&a);
}

static void an_event_has_happened_for_good_and_without_a_date_perhaps(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", TWO
                        "'investments':[{'id':'x','investor':'a','target':'b','from':'2019-07-22','to':'2020-01-01'},"
                        "{'id':'y','investor':'a','target':'b'},"
                        "{'id':'z','investor':'a','target':'b','from':null}]"));
    assert_string_equal(force_on(&a, KIND_INVESTMENT, "x", "2019-07-21"), "no");
    assert_string_equal(force_on(&a, KIND_INVESTMENT, "x", "2019-07-22"), "yes");
    assert_string_equal(force_on(&a, KIND_INVESTMENT, "x", "2024-01-01"), "yes");
    assert_string_equal(force_on(&a, KIND_INVESTMENT, "y", "2024-01-01"), "unknown");
    assert_string_equal(force_on(&a, KIND_INVESTMENT, "z", "2024-01-01"), "unknown");
    asked_close(&a);
}

static const char *status_on(const struct asked *a, const char *id, const char *date)
{
    uint32_t status = view_deal_status(as_of(a, date).view, row(a, KIND_TRANSACTION, id));
    return status == UINT32_MAX ? "unknown" : facts_word(a->facts, status);
}

static void a_deal_counts_from_its_announcement_until_it_is_abandoned(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", TWO "'transactions':[{'id':'x','acquirer':'a','target':'b','from':'2020-03-01',"
                                "'status':'abandoned','abandoned':'2021-05-10'},"
                                "{'id':'y','acquirer':'a','target':'b','from':'2020-03-01','status':'closed',"
                                "'closed':'2021-05-10'},"
                                "{'id':'z','acquirer':'a','target':'b','from':'2020-03-01','status':'abandoned',"
                                "'abandoned':'2021'}]"));
    assert_string_equal(force_on(&a, KIND_TRANSACTION, "x", "2020-02-29"), "no");
    assert_string_equal(force_on(&a, KIND_TRANSACTION, "x", "2021-05-09"), "yes");
    assert_string_equal(force_on(&a, KIND_TRANSACTION, "x", "2021-05-10"), "no");
    assert_string_equal(force_on(&a, KIND_TRANSACTION, "y", "2024-01-01"), "yes");
    assert_string_equal(force_on(&a, KIND_TRANSACTION, "z", "2021-05-10"), "unknown");
    assert_int_equal(view_had_begun(a.now.view, KIND_TRANSACTION, row(&a, KIND_TRANSACTION, "x")), YES);
    ref record;
    enum field field;
    assert_true(view_force_need(as_of(&a, "2021-05-10").view, KIND_TRANSACTION, 2, &record, &field));
    assert_int_equal(field, TRANSACTION_ABANDONED);
    asked_close(&a);
}

static void the_status_of_a_deal_is_that_of_the_day(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", TWO
                        "'transactions':[{'id':'x','acquirer':'a','target':'b','from':'2020-03-01',"
                        "'status':'closed','closed':'2021-05-10'},"
                        "{'id':'y','acquirer':'a','target':'b','from':'2020-03-01','status':'abandoned',"
                        "'abandoned':'2021-05-10'},"
                        "{'id':'z','acquirer':'a','target':'b','from':'2020-03-01','status':'announced'},"
                        "{'id':'u','acquirer':'a','target':'b','from':'2020-03-01'},"
                        "{'id':'v','acquirer':'a','target':'b','from':'2020-03-01','status':'closed','closed':null},"
                        "{'id':'w','acquirer':'a','target':'b','from':'2020-03-01','closed':'2021'}]"));
    assert_string_equal(status_on(&a, "x", "2021-05-09"), "announced");
    assert_string_equal(status_on(&a, "x", "2021-05-10"), "closed");
    assert_string_equal(status_on(&a, "y", "2021-05-09"), "announced");
    assert_string_equal(status_on(&a, "y", "2021-05-10"), "abandoned");
    assert_string_equal(status_on(&a, "z", "2024-01-01"), "announced");
    assert_string_equal(status_on(&a, "u", "2024-01-01"), "unknown");
    assert_string_equal(status_on(&a, "v", "2024-01-01"), "unknown"); /* closed by the as-of day, but since when? */
    assert_string_equal(status_on(&a, "v", "2025-01-24"), "closed");
    assert_string_equal(status_on(&a, "w", "2020-12-31"), "announced");
    assert_string_equal(status_on(&a, "w", "2021-06-01"), "unknown");
    assert_string_equal(status_on(&a, "w", "2022-01-01"), "closed");
    asked_close(&a);
}

static void the_day_of_abandonment_may_have_come_on_no_day_or_any_where_it_is_unknown(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", TWO "'transactions':[{'id':'x','acquirer':'a','target':'b','from':'2020-03-01',"
                                "'status':'abandoned','abandoned':null},"
                                "{'id':'y','acquirer':'a','target':'b','from':'2020-03-01','status':'announced'},"
                                "{'id':'z','acquirer':'a','target':'b','from':'2020-03-01','abandoned':null}]"));
    static const char *const days[] = { "2020-03-01", "2025-01-24", "2026-01-01" }; /* the second: the case's own */
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(force_on(&a, KIND_TRANSACTION, "x", days[i]), "unknown");
        assert_string_equal(status_on(&a, "x", days[i]), "unknown");
        assert_string_equal(force_on(&a, KIND_TRANSACTION, "y", days[i]), "yes");
        assert_string_equal(force_on(&a, KIND_TRANSACTION, "z", days[i]), "unknown");
        struct moment m = as_of(&a, days[i]);
        ref record;
        enum field field;
        assert_true(view_force_need(m.view, KIND_TRANSACTION, row(&a, KIND_TRANSACTION, "x"), &record, &field));
        assert_int_equal(field, TRANSACTION_ABANDONED);
        assert_int_equal(deal_status_need(m.view, row(&a, KIND_TRANSACTION, "x")), TRANSACTION_ABANDONED);
    }
    assert_string_equal(force_on(&a, KIND_TRANSACTION, "x", "2020-02-29"), "no");
    asked_close(&a);
}

#define MARKET               "'markets':[{'id':'m','product':'cloud-infrastructure','measure':'revenue'}],"
#define SHARE(ID, WHO, MORE) "{'id':'" ID "','market':'m','entity':'" WHO "','percent':20" MORE "}"

static void a_measurement_holds_until_a_surely_later_one_of_the_same_key(void **state)
{
    struct asked a;
    asked_open(&a,
               CASE("", TWO MARKET
                    "'shares':[{'id':'x1','market':'m','entity':'a','percent':20,'from':'2022-12-31'},"
                    "{'id':'x2','market':'m','entity':'a','percent':20,'from':'2023-12-31'},"
                    "{'id':'other','market':'m','entity':'b','percent':20,'from':'2024-06-30'},"
                    "{'id':'users','market':'m','entity':'a','percent':20,'from':'2024-06-30','measure':'users'},"
                    "{'id':'same','market':'m','entity':'a','percent':20,'from':'2024-12-31','measure':'revenue'}]"));
    assert_string_equal(force_on(&a, KIND_SHARE, "x1", "2022-12-30"), "no");
    assert_string_equal(force_on(&a, KIND_SHARE, "x1", "2022-12-31"), "yes");
    assert_string_equal(force_on(&a, KIND_SHARE, "x1", "2023-12-30"), "yes");
    assert_string_equal(force_on(&a, KIND_SHARE, "x1", "2023-12-31"), "no");
    assert_string_equal(force_on(&a, KIND_SHARE, "x2", "2024-12-30"), "yes");
    assert_string_equal(force_on(&a, KIND_SHARE, "x2", "2024-12-31"), "no"); /* revenue is the market's own measure */
    assert_string_equal(force_on(&a, KIND_SHARE, "users", "2025-01-01"), "yes");
    assert_string_equal(force_on(&a, KIND_SHARE, "other", "2025-01-01"), "yes");
    asked_close(&a);
}

static void a_measurement_that_is_perhaps_replaced_is_a_maybe(void **state)
{
    struct asked a;
    asked_open(&a,
               CASE("", TWO MARKET "'shares':[{'id':'x','market':'m','entity':'a','percent':20,'from':'2023-06-30'},"
                                   "{'id':'y','market':'m','entity':'a','percent':20,'from':'2023'},"
                                   "{'id':'z','market':'m','entity':'b','percent':20,'from':'2022-12-31'},"
                                   "{'id':'zz','market':'m','entity':'b','percent':20,'from':'2024'}]"));
    assert_string_equal(force_on(&a, KIND_SHARE, "x", "2024-01-01"), "unknown");
    assert_string_equal(force_on(&a, KIND_SHARE, "y", "2024-01-01"), "unknown");
    assert_string_equal(force_on(&a, KIND_SHARE, "z", "2023-12-31"), "yes");
    assert_string_equal(force_on(&a, KIND_SHARE, "z", "2024-05-05"), "unknown"); /* zz perhaps began */
    assert_string_equal(force_on(&a, KIND_SHARE, "zz", "2024-05-05"), "unknown");
    assert_string_equal(force_on(&a, KIND_SHARE, "z", "2024-12-31"), "no");
    ref record;
    enum field field;
    assert_true(view_force_need(as_of(&a, "2024-05-05").view, KIND_SHARE, row(&a, KIND_SHARE, "z"), &record, &field));
    assert_string_equal(facts_id(a.facts, record), "zz");
    assert_int_equal(field, SHARE_FROM);
    asked_close(&a);
}

static void two_measurements_of_one_period_both_hold(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", TWO MARKET "'shares':[{'id':'x','market':'m','entity':'a','percent':20,'from':'2023'},"
                                       "{'id':'y','market':'m','entity':'a','percent':20,'from':'2023'},"
                                       "{'id':'z','market':'m','entity':'a','percent':20,'from':'2022'}]"));
    assert_string_equal(force_on(&a, KIND_SHARE, "x", "2024-01-01"), "yes");
    assert_string_equal(force_on(&a, KIND_SHARE, "y", "2024-01-01"), "yes");
    assert_string_equal(force_on(&a, KIND_SHARE, "z", "2024-01-01"), "no");
    asked_close(&a);
}

static void a_measurement_is_not_used_after_its_last_day_nor_what_it_replaced(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", TWO MARKET
                        "'shares':[{'id':'x','market':'m','entity':'a','percent':20,'from':'2022-12-31'},"
                        "{'id':'y','market':'m','entity':'a','percent':20,'from':'2023-12-31','to':'2024-06-30'}]"));
    assert_string_equal(force_on(&a, KIND_SHARE, "y", "2024-06-30"), "yes");
    assert_string_equal(force_on(&a, KIND_SHARE, "y", "2024-07-01"), "no");
    assert_string_equal(force_on(&a, KIND_SHARE, "x", "2024-07-01"), "no");
    asked_close(&a);
}

static void many_measurements_are_kept_apart_by_their_key(void **state)
{
    struct asked a;
    char text[32 * 1024];
    size_t n = (size_t)snprintf(text, sizeof text, CASE("", TWO MARKET "'shares':["));
    n -= 1; /* the brace that CASE closes with */
    for (int year = 1960; year < 2020; year++)
        for (int who = 0; who < 2; who++)
            n += (size_t)snprintf(text + n, sizeof text - n, "%s" SHARE("%c%d", "%c", ",'from':'%d'"),
                                  n && (year > 1960 || who) ? "," : "", 'a' + who, year, 'a' + who, year);
    snprintf(text + n, sizeof text - n, "]}");
    asked_open(&a, text);
    assert_string_equal(force_on(&a, KIND_SHARE, "a2019", "2025-01-01"), "yes");
    assert_string_equal(force_on(&a, KIND_SHARE, "b2018", "2025-01-01"), "no");
    assert_string_equal(force_on(&a, KIND_SHARE, "b1999", "2000-01-01"), "unknown"); /* that of 2000 perhaps began */
    assert_int_equal(view_standing(a.now.view, KIND_SHARE), 2);
    asked_close(&a);
}

static void a_view_counts_what_begins_later_and_is_made_once_a_day(void **state)
{
    struct asked a;
    asked_open(&a,
               CASE("", TWO MARKET "'shares':[{'id':'x','market':'m','entity':'a','percent':20,'from':'2022-12-31'},"
                                   "{'id':'y','market':'m','entity':'a','percent':20,'from':'2025'}],"
                                   "'agreements':[{'id':'p','type':'supply','holder':'a','grantor':'b'},"
                                   "{'id':'q','type':'supply','holder':'a','grantor':'b','from':'2025-01-25'}]"));
    assert_int_equal(a.now.view->begin_later, 1); /* that of 2025 may have begun */
    assert_ptr_equal(a.now.view, view_at(a.facts, day("2025-01-24")));
    assert_int_equal(as_of(&a, "2020-01-01").view->begin_later, 3);
    asked_close(&a);
}

static void a_rate_is_the_latest_in_either_direction_and_never_a_chain(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", TWO "'rates':[{'id':'r1','base':'EUR','quote':'USD','value':1.1,'from':'2024-01-01'},"
                                "{'id':'r2','base':'USD','quote':'EUR','value':0.8,'from':'2024-06-01'},"
                                "{'id':'r3','base':'EUR','quote':'USD','value':2,'from':'2026-01-01'},"
                                "{'id':'r4','base':'USD','quote':'GBP','value':0.5,'from':'2024-01-01'}]"));
    struct quantity rate;
    uint32_t found = 99;
    assert_true(rate_at(as_of(&a, "2024-03-01").view, "EUR", "USD", &rate, &found));
    assert_true(rate.low == 1.1 && rate.high == 1.1 && found == 0);
    assert_true(rate_at(a.now.view, "EUR", "USD", &rate, &found));
    assert_true(rate.low == 1.25 && found == 1);
    assert_true(rate_at(a.now.view, "USD", "EUR", &rate, &found));
    assert_true(rate.low == 0.8);
    assert_true(rate_at(a.now.view, "GBP", "USD", &rate, &found));
    assert_true(rate.low == 2);
    assert_false(rate_at(a.now.view, "GBP", "EUR", &rate, &found));
    assert_false(rate_at(as_of(&a, "2023-12-31").view, "EUR", "USD", &rate, &found));
    assert_true(rate_at(a.now.view, "CHF", "CHF", &rate, &found));
    assert_true(rate.low == 1 && found == NO_ROW);
    asked_close(&a);
}

static void money_is_converted_by_the_range_of_the_rate_and_the_rate_recorded(void **state)
{
    struct asked a;
    asked_open(
        &a,
        CASE("", TWO "'rates':[{'id':'r','base':'EUR','quote':'USD','value':{'min':1,'max':2},'from':'2022-01-01'}]"));
    struct quantity euros = quantity_money(-10, 20, "EUR"), dollars;
    euros.open_above = true;
    assert_true(money_convert(a.now.view, &euros, "USD", &dollars, &a.trail));
    assert_true(dollars.low == -20 && dollars.high == 40 && dollars.open_above);
    assert_string_equal(dollars.currency, "USD");
    assert_string_equal(written(&a), "read r.value (dated)");
    forget(&a);
    assert_false(money_convert(a.now.view, &euros, "GBP", &dollars, &a.trail));
    assert_string_equal(written(&a), "need: the exchange rate of EUR and GBP on 2025-01-24");
    asked_close(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_state_is_in_force_on_its_first_and_its_last_day),
        cmocka_unit_test(a_partial_date_makes_the_days_of_its_period_a_maybe),
        cmocka_unit_test(a_state_without_from_always_was_and_a_null_one_may_have_been),
        cmocka_unit_test(a_part_ends_with_what_it_is_part_of),
        cmocka_unit_test(parts_in_a_circle_end_with_the_first_of_them),
        cmocka_unit_test(an_event_has_happened_for_good_and_without_a_date_perhaps),
        cmocka_unit_test(a_deal_counts_from_its_announcement_until_it_is_abandoned),
        cmocka_unit_test(the_status_of_a_deal_is_that_of_the_day),
        cmocka_unit_test(the_day_of_abandonment_may_have_come_on_no_day_or_any_where_it_is_unknown),
        cmocka_unit_test(a_measurement_holds_until_a_surely_later_one_of_the_same_key),
        cmocka_unit_test(a_measurement_that_is_perhaps_replaced_is_a_maybe),
        cmocka_unit_test(two_measurements_of_one_period_both_hold),
        cmocka_unit_test(a_measurement_is_not_used_after_its_last_day_nor_what_it_replaced),
        cmocka_unit_test(many_measurements_are_kept_apart_by_their_key),
        cmocka_unit_test(a_view_counts_what_begins_later_and_is_made_once_a_day),
        cmocka_unit_test(a_rate_is_the_latest_in_either_direction_and_never_a_chain),
        cmocka_unit_test(money_is_converted_by_the_range_of_the_rate_and_the_rate_recorded),
    };
    return cmocka_run_group_tests_name("facts/view", tests, NULL, NULL);
}
