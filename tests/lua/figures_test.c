/* figures_test.c - what an expression of a rule comes to: quantities and their units, absence, groups, days. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lua/world.h"

enum open { CLOSED, ABOVE, BELOW };
struct figure_row {
    const char *name, *expression;
    enum unit unit;
    double low, high; /* of a duration: months */
    enum open open;
    const char *error;
};
#define NONE  (-INFINITY), INFINITY
#define WRONG UNIT_NONE, 0, 0, CLOSED
enum { AS_OF = 20089 }; /* 2025-01-01 in days of date.h */

static const struct figure_row figures[] = {
    { "percent_plus_percent", "p.p20 + p.p5", UNIT_PERCENT, 25, 25, CLOSED, NULL },
    { "percent_minus_percent", "p.p5 - p.p20", UNIT_PERCENT, -15, -15, CLOSED, NULL },
    { "percent_of_an_amount", "p.p20 * p.usd100", UNIT_MONEY, 20, 20, CLOSED, NULL },
    { "an_amount_times_percent", "p.usd100 * p.p20", UNIT_MONEY, 20, 20, CLOSED, NULL },
    { "percent_of_a_count", "p.n3 * p.p20", UNIT_COUNT, 0.6, 0.6, CLOSED, NULL },
    { "percent_of_percent", "p.p20 * p.p5", UNIT_PERCENT, 1, 1, CLOSED, NULL },
    { "percent_of_points", "p.pts250 * p.p20", UNIT_POINTS, 50, 50, CLOSED, NULL },
    { "an_amount_divided_by_an_amount", "p.usd50 / p.usd100", UNIT_PERCENT, 50, 50, CLOSED, NULL },
    { "an_amount_divided_by_a_count", "p.usd100 / p.n3", UNIT_MONEY, 100.0 / 3, 100.0 / 3, CLOSED, NULL },
    { "a_count_divided_by_a_count", "p.n3 / p.n3", UNIT_PERCENT, 100, 100, CLOSED, NULL },
    { "an_amount_plus_an_amount", "p.usd100 + p.usd50", UNIT_MONEY, 150, 150, CLOSED, NULL },
    { "an_amount_minus_an_amount", "p.usd50 - p.usd100", UNIT_MONEY, -50, -50, CLOSED, NULL },
    { "an_amount_plus_one_of_another_currency", "p.usd100 + p.eur10", UNIT_MONEY, 111, 111, CLOSED, NULL },
    { "an_amount_plus_one_without_a_rate", "p.usd100 + p.gbp10", UNIT_MONEY, 0, INFINITY, CLOSED, NULL },
    { "an_amount_by_one_of_another_currency", "p.usd100 / p.eur10", UNIT_PERCENT, 100.0 / 11 * 100, 100.0 / 11 * 100,
      CLOSED, NULL },
    { "an_amount_by_one_without_a_rate", "p.usd100 / p.gbp10", UNIT_PERCENT, 0, INFINITY, CLOSED, NULL },
    { "an_amount_by_nothing", "p.usd100 / p.usd0", UNIT_PERCENT, NONE, CLOSED, NULL },
    { "an_amount_by_a_range_from_nothing", "p.usd100 / (p.usd0 + case:agreements { id = 'x6' }:sum 'amount')",
      UNIT_PERCENT, 0, INFINITY, CLOSED, NULL },
    { "a_count_plus_a_number", "p.n3 + 1", UNIT_COUNT, 4, 4, CLOSED, NULL },
    { "a_number_minus_a_count", "10 - p.n3", UNIT_COUNT, 7, 7, CLOSED, NULL },
    { "points_times_a_number", "p.pts250 * 2", UNIT_POINTS, 500, 500, CLOSED, NULL },
    { "a_number_times_a_count", "2 * p.n3", UNIT_COUNT, 6, 6, CLOSED, NULL },
    { "half_of_a_count", "p.n3 / 2", UNIT_COUNT, 1.5, 1.5, CLOSED, NULL },
    { "a_number_by_a_count", "2 / p.n3", WRONG, "these units do not go together" },
    { "a_count_times_a_count", "p.n3 * p.n3", WRONG, "count * count: these units do not go together" },
    { "points_plus_a_number", "p.pts250 + 50", UNIT_POINTS, 300, 300, CLOSED, NULL },
    { "days_plus_days", "p.d30 + p.d30", UNIT_DAYS, 60, 60, CLOSED, NULL },
    { "months_plus_years", "p.m6 + p.y2", UNIT_MONTHS, 30, 30, CLOSED, NULL },
    { "a_day_plus_days", "case.as_of + p.d30", UNIT_DATE, AS_OF + 30, AS_OF + 30, CLOSED, NULL },
    { "a_day_minus_months", "case.as_of - p.m6", UNIT_DATE, AS_OF - 184, AS_OF - 184, CLOSED, NULL },
    { "a_day_minus_years", "case.as_of - p.y2", UNIT_DATE, AS_OF - 731, AS_OF - 731, CLOSED, NULL },
    { "a_day_minus_a_day", "case.as_of - (case.as_of - p.y2)", UNIT_DURATION, 24 + 1.0 / 31, 24 + 1.0 / 31, CLOSED,
      NULL },
    { "the_least_of_two", "least(p.p20, p.p5)", UNIT_PERCENT, 5, 5, CLOSED, NULL },
    { "the_greatest_of_two", "greatest(p.usd50, p.usd100)", UNIT_MONEY, 100, 100, CLOSED, NULL },
    { "the_greatest_of_two_currencies", "greatest(p.usd50, p.eur10)", UNIT_MONEY, 50, 50, CLOSED, NULL },
    { "the_least_of_a_count_and_a_number", "least(p.n3, 2)", UNIT_COUNT, 2, 2, CLOSED, NULL },
    { "the_greatest_of_a_range", "greatest(p.p20, case:agreements { id = 'x7' }:one().percent)", UNIT_PERCENT, 20, 22,
      CLOSED, NULL },
    { "the_least_of_unlike_units", "least(p.p20, p.usd50)", WRONG, "percent and USD: these units do not compare" },
    { "percent_plus_money", "p.p20 + p.usd100", WRONG, "percent + USD: these units do not go together" },
    { "money_times_money", "p.usd100 * p.usd50", WRONG, "USD * USD: these units do not go together" },
    { "a_day_plus_a_day", "case.as_of + case.as_of", WRONG, "date + date: these units do not go together" },
    { "a_day_times_percent", "case.as_of * p.p20", WRONG, "these units do not go together" },
    { "days_plus_percent", "p.d30 + p.p20", WRONG, "these units do not go together" },
    { "points_plus_a_count", "p.pts250 + p.n3", WRONG, "points + count: these units do not go together" },
    { "percent_times_a_number", "p.p20 * 2", WRONG,
      "a bare number against percent: write it as a param with its unit" },
    { "money_plus_a_number", "p.usd100 + 1", WRONG, "a bare number against USD" },
    { "a_number_plus_a_text", "p.n3 + '1'", WRONG, "a text stands where a quantity is wanted" },
    { "an_endless_number_plus_a_count", "p.n3 + 1e999", WRONG, "a number that is not finite" },
    { "nothing_plus_a_count", "p.n3 + nil", WRONG, "nil stands where a quantity is wanted" },

    { "a_count_of_sures", "case:agreements { type = 'exclusivity' }:count()", UNIT_COUNT, 1, 1, ABOVE, NULL },
    { "a_count_of_sures_and_maybes", "case:agreements { type = { 'exclusivity', 'consultation' } }:count()", UNIT_COUNT,
      1, 2, ABOVE, NULL },
    { "a_count_of_nothing", "case:agreements { type = 'warrant' }:count()", UNIT_COUNT, 0, 0, ABOVE, NULL },
    { "a_count_as_recorded", "case:agreements { type = 'exclusivity' }:as_recorded():count()", UNIT_COUNT, 1, 1, CLOSED,
      NULL },
    { "a_quantity_as_recorded", "case:agreements { type = 'exclusivity' }:count():as_recorded()", UNIT_COUNT, 1, 1,
      CLOSED, NULL },
    { "a_sum_with_an_unknown", "case:agreements { type = 'spend-commitment' }:sum 'amount'", UNIT_MONEY, 3e9, INFINITY,
      ABOVE, NULL },
    { "a_sum_of_one", "case:agreements { id = 'x7' }:sum 'amount'", UNIT_MONEY, 3e9, 3e9, ABOVE, NULL },
    { "a_sum_of_nothing", "case:agreements { type = 'warrant' }:sum 'amount'", UNIT_MONEY, 0, 0, ABOVE, NULL },
    { "what_was_invested", "case:invested(s.investor, s.developer)", UNIT_MONEY, 2e9, 2e9, ABOVE, NULL },
    { "what_was_paid", "case:paid(s.investor, s.developer)", UNIT_MONEY, 2e9, 2e9, ABOVE, NULL },
    { "what_is_held", "case:held(s.investor, s.developer, 'stake')", UNIT_PERCENT, 14, 14, ABOVE, NULL },
    { "an_economic_interest", "case:economic_interest(s.investor, s.developer)", UNIT_PERCENT, 14, 14, ABOVE, NULL },
    { "an_economic_interest_of_a_range", "case:economic_interest(case:entities { id = 'amazon' }:one(), s.developer)",
      UNIT_PERCENT, 15, 19, ABOVE, NULL },
    { "an_economic_interest_where_nothing_is_recorded", "case:economic_interest(s.developer, s.investor)", UNIT_PERCENT,
      0, 0, ABOVE, NULL },
    { "an_economic_interest_in_nothing", "case:economic_interest(s.investor)", WRONG, "entity" },
    { "an_economic_interest_in_a_market", "case:economic_interest(s.investor, case:product('cloud-infrastructure'))",
      WRONG, "market stands where entity is wanted" },
    { "may_control_in_a_figure", "case:may_control(s.investor, s.developer)", WRONG, "a figure asks no yes or no" },
    { "a_modified_index", "case:product('cloud-infrastructure'):mhhi()", UNIT_POINTS, 2824, 3048, ABOVE, NULL },
    { "a_change_of_the_modified_index_where_nothing_is_held",
      "case:product('cloud-infrastructure'):mhhi_change(s.investor, case:entities { id = 'aws' }:one())", UNIT_POINTS,
      0, 0, ABOVE, NULL },
    { "what_is_held_where_nothing_is_recorded", "case:held(s.developer, s.investor, 'stake')", UNIT_PERCENT, 0, 0,
      ABOVE, NULL },
    { "a_share", "case:product('cloud-infrastructure'):share(s.investor)", UNIT_PERCENT, 18, 22, CLOSED, NULL },
    { "a_share_of_a_group", "case:product('cloud-infrastructure'):share(case:entities { id = 'amazon' })", UNIT_PERCENT,
      30, 30, CLOSED, NULL },
    { "a_share_of_an_unlisted_firm_in_a_complete_table", "case:product('x-whole'):share(s.developer)", UNIT_PERCENT, 0,
      0, CLOSED, NULL },
    { "a_share_of_an_unlisted_firm_in_a_table_that_cannot_be_complete",
      "case:product('cloud-infrastructure'):share(s.developer)", UNIT_PERCENT, 0, 12, CLOSED, NULL },
    { "a_share_a_year_ago", "case:at(case.as_of - p.d30 - p.m6):product('cloud-infrastructure'):share(s.investor)",
      UNIT_PERCENT, 10, 10, CLOSED, NULL },
    { "a_share_in_a_market_that_was_a_figure_of_another_day", "s.then_market:share(s.investor)", UNIT_PERCENT, 10, 10,
      CLOSED, NULL },
    { "a_share_of_an_unknown", "case:product('ai-chatbots'):share(s.investor)", UNIT_PERCENT, 0, 100, CLOSED, NULL },
    { "a_turnover", "case:turnover(s.investor, 'revenue')", UNIT_MONEY, 3e11, 3e11, CLOSED, NULL },
    { "a_turnover_of_members", "case:turnover(case:entities { id = 'amazon' }:one(), 'revenue')", UNIT_MONEY, 9.1e10,
      9.1e10, ABOVE, NULL },
    { "a_duration_of_60_months", "case:agreements { id = 'x5' }:ever():one():lasts()", UNIT_DURATION, 60, 60, CLOSED,
      NULL },
    { "a_duration_without_an_end", "case:agreements { id = 'x2' }:one():lasts()", UNIT_DURATION, 22 + 30.0 / 31,
      INFINITY, CLOSED, NULL },
    { "a_duration_without_an_end_as_recorded", "case:agreements { id = 'x2' }:one():lasts():as_recorded()",
      UNIT_DURATION, 22 + 30.0 / 31, INFINITY, CLOSED, NULL },
    { "a_duration_that_ends_with_what_it_is_part_of", "case:agreements { id = 'y2' }:one():lasts()", UNIT_DURATION, 36,
      36, CLOSED, NULL },
    { "a_duration_that_ends_before_what_it_is_part_of", "case:agreements { id = 'y3' }:one():lasts()", UNIT_DURATION,
      18, 18, CLOSED, NULL },
    { "a_share_counts_until_a_later_one",
      "case:shares { entity = s.investor, market = case:product('cloud-infrastructure') }:one():lasts()", UNIT_DURATION,
      2.0 / 31, 2.0 / 31, ABOVE, NULL },
    { "the_longest", "case:agreements { type = { 'spend-commitment' }, holder = s.investor }:longest()", UNIT_DURATION,
      60, 60, CLOSED, NULL },
    { "the_longest_where_one_has_no_end",
      "case:agreements { type = { 'supply', 'spend-commitment' }, grantor = { s.developer, s.investor } }:longest()",
      UNIT_DURATION, 60, INFINITY, CLOSED, NULL },
    { "the_longest_of_nothing", "case:agreements { type = 'warrant' }:longest()", UNIT_DURATION, 0, 0, ABOVE, NULL },
    { "a_list_of_groups", "case:positions():list('entity'):count()", UNIT_COUNT, 3, 3, ABOVE, NULL },
    { "a_list_as_recorded", "case:positions():as_recorded():list('entity'):count()", UNIT_COUNT, 3, 3, CLOSED, NULL },
    { "a_list_of_words", "case:investments():list('status'):count()", UNIT_COUNT, 0, 0, CLOSED, "" },
    { "the_scope_of_an_agreement", "case:agreements { id = 'x1' }:one().scope:count()", UNIT_COUNT, 2, 2, CLOSED,
      NULL },
    { "the_value_of_the_latest_deal", "case:deal_value(s.investor, case:entities { id = 'unit' }:one())", UNIT_MONEY,
      1e8, 1e8, CLOSED, NULL },
    { "the_day_of_an_open_deal", "case:deal_date(s.investor, case:entities { id = 'unit' }:one())", UNIT_DATE, AS_OF,
      AS_OF, CLOSED, NULL },
};

static void comes_to(void **state)
{
    const struct figure_row *row = *state;
    char text[4000];
    struct ruling r;
    ruling_open(&r, NULL);
    snprintf(
        text, sizeof text,
        "return { " SUBJECT "title = '{investor} {developer} {x}',\n"
        "figures = { x = function(s, p, case) return %s end,\n"
        "  then_market = function(s, p, case) return case:at(case.as_of - p.d30):product 'cloud-infrastructure' end },\n"
        "elements = { { 'so it is', function() return true end } } }",
        row->expression);
    if (!ruling_rule(&r, "t/rule.lua", text)) fail_msg("line %u: %s", r.said[0].line, r.said[0].message);
    ruling_case(&r, world, NULL);
    ruling_audit(&r, NULL);
    const struct finding *f = ruling_finding(&r, "t/rule");
    if (row->error && *row->error) {
        assert_int_equal(ruling_result(&r, "t/rule")->verdict, CC_FAILED);
        if (!strstr(error_of(&r, "t/rule"), row->error)) fail_msg("%s", error_of(&r, "t/rule"));
        ruling_close(&r);
        return;
    }
    if (!f) fail_msg("%s", error_of(&r, "t/rule"));
    const struct figure_value *x = &f->figures[1]; /* in alphabetical order */
    if (row->error) {
        assert_int_equal(x->state, 3); /* unknown */
        ruling_close(&r);
        return;
    }
    if (x->state != 2 || x->type != VALUE_QUANTITY)
        fail_msg("it is no number, but of state %d and type %d", x->state, x->type);
    const struct quantity *q = &x->quantity;
    bool low = isinf(row->low) ? !(q->low > row->low) : fabs(q->low - row->low) < 1e-6 * (1 + fabs(row->low));
    bool high = isinf(row->high) ? !(q->high < row->high) : fabs(q->high - row->high) < 1e-6 * (1 + fabs(row->high));
    if (!low || !high || q->unit != row->unit || q->open_above != (row->open == ABOVE) ||
        q->open_below != (row->open == BELOW))
        fail_msg("%.12g to %.12g %s%s%s", q->low, q->high, unit_name((enum unit)q->unit),
                 q->open_above ? ", open above" : "", q->open_below ? ", open below" : "");
    ruling_close(&r);
}

int main(void)
{
    enum { ROWS = sizeof figures / sizeof figures[0] };
    static struct CMUnitTest all[ROWS + 1];
    size_t count = 0;
    world_make();
    for (size_t i = 0; i < ROWS; i++)
        all[count++] = (struct CMUnitTest){ .name = figures[i].name,
                                            .test_func = comes_to,
                                            .initial_state = (void *)(uintptr_t)&figures[i] };
    return _cmocka_run_group_tests("lua/figures", all, count, NULL, NULL);
}
