/* values_test.c - what a rule's values mean: quantities and their units, sets with maybes, lists, absence, groups, days.
 *
 * Three tables. A figure's row says what an expression comes to; a test's row what a test decides, in an element or in a
 * rebuttal; a whole rule's row what its parts come to together. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lua/ruling.h"

/* As of 2025-01-01. Of agreements and positions nothing is declared complete, unless a row says so. */
static const char firms[] =
    "'entities':[{'id':'amazon','name':'Amazon','form':'company','activities':['cloud-provider','retailer']},"
    "{'id':'aws','name':'AWS','form':'company','activities':['cloud-provider']},"
    "{'id':'unit','name':'Unit','form':'company','activities':['software']},"
    "{'id':'anthropic','name':'Anthropic','form':'company','activities':['ai-developer']},"
    "{'id':'google','name':'Google','form':'company','activities':['cloud-provider','ai-developer']},"
    "{'id':'mystery','name':'Mystery','form':'company'},"
    "{'id':'ann','name':'Ann','form':'person'},{'id':'bob','name':'Bob','form':'person'}],"
    "'holdings':[{'id':'h1','holder':'amazon','entity':'aws','control':'sole'},"
    "{'id':'h2','holder':'amazon','entity':'unit','votes':100,'stake':100},"
    "{'id':'h3','holder':'google','entity':'anthropic','stake':14,'control':'none'},"
    "{'id':'h4','holder':'amazon','entity':'anthropic','stake':{'min':15,'max':19},'control':'none'}],"
    "'investments':[{'id':'i1','investor':'amazon','target':'anthropic','amount':{'value':4e9,'currency':'USD'},"
    "'paid':{'value':1.25e9,'currency':'USD'},'status':'committed','instrument':'convertible','from':'2023-09-25'},"
    "{'id':'i2','investor':'google','target':'anthropic','amount':{'value':2e9,'currency':'USD'},'status':'paid','from':'2023-10-27'},"
    "{'id':'i3','investor':'amazon','target':'mystery','amount':null,'from':'2024-11-22'}],"
    "'agreements':[{'id':'x1','type':'exclusivity','holder':'aws','grantor':'anthropic','scope':['training','hosting'],'from':'2023-09-25'},"
    "{'id':'x2','type':'supply','holder':'anthropic','grantor':'google','from':'2023-02-03'},"
    "{'id':'x3','type':'veto','holder':'amazon','grantor':'anthropic','scope':'shares','from':'2023-09-25','to':'2024-12-31'},"
    "{'id':'x4','type':'consultation','holder':'google','grantor':'anthropic','scope':'shares','from':'2025-01'},"
    "{'id':'x5','type':'non-compete','holder':'google','grantor':'mystery','scope':'api','from':'2019-01-01','to':'2023-12-31'},"
    "{'id':'x6','type':'spend-commitment','holder':'amazon','grantor':'anthropic','scope':'capacity','amount':null,'from':'2023-09-25'},"
    "{'id':'x7','type':'spend-commitment','holder':'google','grantor':'anthropic','scope':'capacity',"
    "'amount':{'value':3e9,'currency':'USD'},'percent':{'min':18,'max':22},'from':'2023-10-27','to':'2028-10-26'},"
    "{'id':'x8','type':'revenue-share','holder':'google','grantor':'anthropic','scope':'revenue',"
    "'amount':{'value':1e9,'currency':'GBP'},'cap':{'value':5e9,'currency':'USD'},'from':'2024-06-01'},"
    "{'id':'y1','type':'staff-exchange','scope':'product','holder':'unit','grantor':'mystery','from':'2023-01-01','to':'2025-12-31'},"
    "{'id':'y2','type':'staff-exchange','scope':'product','holder':'unit','grantor':'mystery','from':'2023-01-01','part_of':'y1'},"
    "{'id':'y3','type':'staff-exchange','scope':'product','holder':'unit','grantor':'mystery','from':'2024-01-01','to':'2025-06-30','part_of':'y1'},"
    "{'id':'x9','type':'waiver','holder':'google','grantor':'mystery','scope':'usage','from':{'min':'2023-12-01','max':'2024-01-31'}}],";
static const char markets[] =
    "'markets':[{'id':'cloud','name':'cloud','product':'cloud-infrastructure','geography':'worldwide','measure':'revenue','table':'complete'},"
    "{'id':'chat','name':'chatbots','product':'ai-chatbots','measure':'visits'},"
    "{'id':'api1','name':'API one','product':'enterprise-llm-api','geography':'US','measure':'revenue'},"
    "{'id':'api2','name':'API two','product':'enterprise-llm-api','geography':'EU','measure':'revenue'}],"
    "'shares':[{'id':'s1','market':'cloud','entity':'aws','percent':30,'from':'2024-12-31'},"
    "{'id':'s2','market':'cloud','entity':'google','percent':{'min':18,'max':22},'from':'2024-12-31'},"
    "{'id':'s3','market':'cloud','entity':'aws','percent':33,'from':'2023-12-31'},"
    "{'id':'s4','market':'cloud','entity':'google','percent':10,'from':'2023-12-31'},"
    "{'id':'s5','market':'chat','entity':'google','percent':null,'from':'2024-12-31'},"
    "{'id':'s6','market':'cloud','entity':'mystery','percent':40,'from':'2024-12-31'}],"
    "'positions':[{'id':'p1','person':'ann','entity':'amazon','role':'director'},{'id':'p2','person':'ann','entity':'anthropic','role':'observer'},"
    "{'id':'p3','person':'bob','entity':'aws','role':'officer'},{'id':'p4','person':'bob','entity':'google','appointed_by':'amazon'}],"
    "'transactions':[{'id':'t1','acquirer':'google','target':'unit','type':'acquisition','value':{'value':1e8,'currency':'USD'},"
    "'status':'announced','from':'2024-10-01'}],"
    "'financials':[{'id':'f1','entity':'google','metric':'revenue','amount':{'value':3e11,'currency':'USD'},'from':'2023-12-31'},"
    "{'id':'f2','entity':'aws','metric':'revenue','amount':{'value':9e10,'currency':'EUR'},'from':'2023-12-31'},"
    "{'id':'f3','entity':'unit','metric':'revenue','amount':{'value':1e9,'currency':'EUR'},'from':'2023-12-31'}],"
    "'rates':[{'id':'r1','base':'EUR','quote':'USD','value':1.1,'from':'2024-12-31'}]";

static char world[8192]; /* both */

/* Around each figure or test: whoever put money into Anthropic that is not Amazon, and Anthropic. */
#define SUBJECT                                                                                                                 \
    "id = 't/rule', severity = 'high', nature = 'indicator', basis = { { 'book', support = 'direct' } },\n"                     \
    "roles = { 'investor', 'developer' },\n"                                                                                    \
    "subjects = function(case, each) for i in case:entities { id = 'google' } do\n"                                             \
    "  for d in case:entities { id = 'anthropic' } do each(i, d) end end end,\n"                                                \
    "params = { p20 = { 20, 'percent', 'x' }, p5 = { 5, 'percent', 'x' }, usd100 = { 100, 'USD', 'x' },\n"                      \
    "  usd50 = { 50, 'USD', 'x' }, usd1e9 = { 1e9, 'USD', 'x' }, usd2e9 = { 2e9, 'USD', 'x' }, usd3e9 = { 3e9, 'USD', 'x' },\n" \
    "  eur10 = { 10, 'EUR', 'x' }, gbp10 = { 10, 'GBP', 'x' }, n3 = { 3, 'count', 'x' }, n0 = { 0, 'count', 'x' },\n"           \
    "  usd0 = { 0, 'USD', 'x' }, pts250 = { 250, 'points', 'x' }, d30 = { 30, 'days', 'x' }, m6 = { 6, 'months', 'x' },\n"      \
    "  m60 = { 60, 'months', 'x' }, y2 = { 2, 'years', 'x' }, y5 = { 5, 'years', 'x' }, d1827 = { 1827, 'days', 'x' } },\n"

static const char *error_of(const struct ruling *r, const char *id)
{
    const struct rule_result *result = ruling_result(r, id);
    return result->error ? result->error : "";
}

/* ---- what figures come to ---- */

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
    { "a_modified_index", "case:product('cloud-infrastructure'):mhhi()", UNIT_POINTS, 2824, 2984, ABOVE, NULL },
    { "a_change_of_the_modified_index_where_nothing_is_held",
      "case:product('cloud-infrastructure'):mhhi_change(s.investor, case:entities { id = 'aws' }:one())", UNIT_POINTS,
      0, 0, ABOVE, NULL },
    { "what_is_held_where_nothing_is_recorded", "case:held(s.developer, s.investor, 'stake')", UNIT_PERCENT, 0, 0,
      ABOVE, NULL },
    { "a_share", "case:product('cloud-infrastructure'):share(s.investor)", UNIT_PERCENT, 18, 22, CLOSED, NULL },
    { "a_share_of_a_group", "case:product('cloud-infrastructure'):share(case:entities { id = 'amazon' })", UNIT_PERCENT,
      30, 30, CLOSED, NULL },
    { "a_share_of_an_unlisted_firm_in_a_complete_table", "case:product('cloud-infrastructure'):share(s.developer)",
      UNIT_PERCENT, 0, 0, CLOSED, NULL },
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

/* ---- what tests decide ---- */

struct test_row {
    const char *name, *test;
    cc_verdict verdict;   /* in an element: flagged for true, clear for false, cannot-tell, failed, out of scope */
    cc_verdict rebuttal;  /* in an unless of a rule that flags: rebutted for true, flagged for the rest, failed */
    const char *complete; /* of case.complete, or NULL */
    const char *error;
};
#define YES_NO_MATTER_WHERE CC_FLAGGED, CC_REBUTTED
#define NO_NO_MATTER_WHERE  CC_CLEAR, CC_FLAGGED
#define UNKNOWN_ANYWHERE    CC_CANNOT_TELL, CC_FLAGGED
#define FAILS               CC_FAILED, CC_FAILED
#define AGREEMENTS          "{'kind':'agreement'}"

static const struct test_row tests[] = {
    /* comparing */
    { "a_range_that_straddles_the_line", "return case:product('cloud-infrastructure'):share(s.investor) >= p.p20",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "a_range_past_the_line", "return case:product('cloud-infrastructure'):share(s.investor) > p.p5",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_range_below_the_line", "return case:product('cloud-infrastructure'):share(s.investor) > p.p20 + p.p5",
      NO_NO_MATTER_WHERE, NULL, NULL },
    { "an_unknown_share", "return case:product('ai-chatbots'):share(s.investor) >= p.p20", UNKNOWN_ANYWHERE, NULL,
      NULL },
    { "an_amount_at_the_line", "return case:invested(s.investor, s.developer) >= p.usd2e9", YES_NO_MATTER_WHERE, NULL,
      NULL },
    { "an_amount_past_the_line", "return case:invested(s.investor, s.developer) > p.usd2e9", CC_CLEAR, CC_FLAGGED, NULL,
      NULL },
    { "an_amount_under_a_ceiling", "return case:invested(s.investor, s.developer) <= p.usd3e9", UNKNOWN_ANYWHERE, NULL,
      NULL },
    { "an_amount_over_a_ceiling", "return case:invested(s.investor, s.developer) < p.usd1e9", NO_NO_MATTER_WHERE, NULL,
      NULL },
    { "an_amount_under_a_ceiling_on_a_complete_list", "return case:agreements { id = 'x7' }:sum('amount') <= p.usd3e9",
      YES_NO_MATTER_WHERE, AGREEMENTS, NULL },
    { "an_amount_under_a_ceiling_as_recorded",
      "return case:invested(s.investor, s.developer):as_recorded() <= p.usd3e9", YES_NO_MATTER_WHERE, NULL, NULL },
    { "currencies_with_a_rate", "return p.eur10 < p.usd50", YES_NO_MATTER_WHERE, NULL, NULL },
    { "currencies_without_a_rate", "return p.gbp10 < p.usd50", UNKNOWN_ANYWHERE, NULL, NULL },
    { "days_and_months", "return p.d30 < p.m6", YES_NO_MATTER_WHERE, NULL, NULL },
    { "sixty_months_are_five_years", "return equal(p.m60, p.y5)", YES_NO_MATTER_WHERE, NULL, NULL },
    { "sixty_months_lasted", "return case:agreements { id = 'x5' }:ever():one():lasts() >= p.m60", YES_NO_MATTER_WHERE,
      NULL, NULL },
    { "sixty_months_and_no_more", "return case:agreements { id = 'x5' }:ever():one():lasts() > p.m60",
      NO_NO_MATTER_WHERE, NULL, NULL },
    { "a_day_before_another", "return case.as_of - p.y2 < case.as_of", YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_date_of_a_month_straddles_a_day",
      "for a in case:agreements { id = 'x4' }:as_recorded():ever() do return a.from > case.as_of end return false",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "equal_numbers", "return equal(p.p20, p.p20)", YES_NO_MATTER_WHERE, NULL, NULL },
    { "unequal_numbers", "return equal(p.p20, p.p5)", NO_NO_MATTER_WHERE, NULL, NULL },
    { "ranges_that_overlap", "return equal(case:product('cloud-infrastructure'):share(s.investor), p.p20)",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "equal_of_unlike_units", "return equal(p.p20, p.usd50)", FAILS, NULL,
      "percent and USD: these units do not compare" },
    { "equal_of_a_count_and_a_number", "return equal(p.n3, 3)", YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_count_against_a_number", "return p.n3 > 2", YES_NO_MATTER_WHERE, NULL, NULL },
    { "points_against_a_number", "return 100 >= p.pts250", NO_NO_MATTER_WHERE, NULL, NULL },
    { "a_percent_against_money", "return p.p20 > p.usd50", FAILS, NULL, "these units do not compare" },
    { "a_date_against_a_duration", "return case.as_of > p.m60", FAILS, NULL, "these units do not compare" },

    /* any and none */
    { "any_with_a_sure", "return case:agreements { type = 'exclusivity' }:any()", YES_NO_MATTER_WHERE, NULL, NULL },
    { "any_with_nothing", "return case:agreements { type = 'warrant' }:any()", CC_CLEAR, CC_FLAGGED, NULL, NULL },
    { "any_with_nothing_on_a_complete_list", "return case:agreements { type = 'warrant' }:any()", NO_NO_MATTER_WHERE,
      AGREEMENTS, NULL },
    { "any_with_a_maybe", "return case:agreements { type = 'consultation' }:any()", UNKNOWN_ANYWHERE, NULL, NULL },
    { "any_of_what_has_ended", "return case:agreements { type = 'veto' }:any()", CC_CLEAR, CC_FLAGGED, NULL, NULL },
    { "any_of_what_ever_was", "return case:agreements { type = 'veto' }:ever():any()", YES_NO_MATTER_WHERE, NULL,
      NULL },
    { "not_any", "return not case:agreements { type = 'warrant' }:any()", UNKNOWN_ANYWHERE, NULL, NULL },
    { "not_any_on_a_complete_list", "return not case:agreements { type = 'warrant' }:any()", YES_NO_MATTER_WHERE,
      AGREEMENTS, NULL },
    { "not_any_on_a_list_complete_for_another", "return not case:agreements { type = 'warrant' }:any()",
      UNKNOWN_ANYWHERE, "{'kind':'agreement','type':'veto'}", NULL },
    { "not_any_on_a_list_complete_for_it", "return not case:agreements { type = 'warrant', holder = s.investor }:any()",
      YES_NO_MATTER_WHERE, "{'kind':'agreement','type':'warrant'}", NULL },
    { "any_or_another",
      "return case:agreements { type = 'warrant' }:any() or case:agreements { type = 'exclusivity' }:any()", CC_FLAGGED,
      CC_FLAGGED, NULL, NULL },
    { "any_and_not_another",
      "return case:agreements { type = 'exclusivity' }:any() and not case:agreements { type = 'warrant' }:any()",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "none_with_nothing", "return case:agreements { type = 'warrant' }:none()", UNKNOWN_ANYWHERE, NULL, NULL },
    { "none_with_nothing_on_a_complete_list", "return case:agreements { type = 'warrant' }:none()", YES_NO_MATTER_WHERE,
      AGREEMENTS, NULL },
    { "none_as_recorded", "return case:agreements { type = 'warrant' }:as_recorded():none()", YES_NO_MATTER_WHERE, NULL,
      NULL },
    { "none_with_a_sure", "return case:agreements { type = 'exclusivity' }:none()", NO_NO_MATTER_WHERE, NULL, NULL },
    { "none_with_a_maybe", "return case:agreements { type = 'consultation' }:none()", UNKNOWN_ANYWHERE, AGREEMENTS,
      NULL },

    /* counting */
    { "a_count_that_reaches_a_floor", "return case:agreements { type = 'exclusivity' }:count() >= 1",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_count_that_misses_a_floor", "return case:agreements { type = 'exclusivity' }:count() >= 2", CC_CLEAR,
      CC_FLAGGED, NULL, NULL },
    { "a_count_with_a_maybe_that_may_reach_it",
      "return case:agreements { type = { 'exclusivity', 'consultation' } }:count() >= 2", UNKNOWN_ANYWHERE, NULL,
      NULL },
    { "a_count_under_a_ceiling", "return case:agreements { type = 'exclusivity' }:count() < 5", UNKNOWN_ANYWHERE, NULL,
      NULL },
    { "a_count_under_a_ceiling_on_a_complete_list", "return case:agreements { type = 'exclusivity' }:count() < 5",
      YES_NO_MATTER_WHERE, AGREEMENTS, NULL },
    { "a_count_over_a_ceiling", "return case:agreements():count() < 2", NO_NO_MATTER_WHERE, NULL, NULL },
    { "not_a_floor", "return not (case:agreements { type = 'warrant' }:count() >= 1)", UNKNOWN_ANYWHERE, NULL, NULL },
    { "a_sum_that_reaches_a_floor", "return case:agreements { type = 'spend-commitment' }:sum('amount') >= p.usd3e9",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_sum_with_an_unknown_that_may_reach_it",
      "return case:agreements { type = 'spend-commitment' }:sum('amount') > p.usd3e9", UNKNOWN_ANYWHERE, NULL, NULL },
    { "a_list_with_members", "return case:positions():list('person'):any()", YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_list_of_nothing", "return case:agreements { type = 'warrant' }:list('holder'):any()", CC_CLEAR, CC_FLAGGED,
      NULL, NULL },
    { "not_a_list", "return not case:agreements { type = 'warrant' }:list('holder'):any()", UNKNOWN_ANYWHERE, NULL,
      NULL },
    { "not_a_list_on_a_complete_one", "return not case:agreements { type = 'warrant' }:list('holder'):any()",
      YES_NO_MATTER_WHERE, AGREEMENTS, NULL },
    { "a_short_list", "return case:agreements { type = 'warrant' }:list('holder'):count() < 1", UNKNOWN_ANYWHERE, NULL,
      NULL },
    { "markets_that_two_share", "return s.investor:shares_market(case:entities { id = 'aws' }:one()):any()",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "no_market_that_two_share", "return not s.investor:shares_market(s.developer):any()", UNKNOWN_ANYWHERE, NULL,
      NULL },

    /* groups of companies */
    { "a_parent_stands_for_its_subsidiary",
      "return case:agreements { type = 'exclusivity', holder = case:entities { id = 'amazon' } }:any()",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "exactly_a_parent",
      "return case:agreements { type = 'exclusivity', holder = exactly(case:entities { id = 'amazon' }:one()) }:any()",
      CC_CLEAR, CC_FLAGGED, NULL, NULL },
    { "exactly_a_subsidiary",
      "return case:agreements { type = 'exclusivity', holder = exactly(case:entities { id = 'aws' }:one()) }:any()",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "below_a_parent",
      "return case:agreements { type = 'exclusivity', holder = below(case:entities { id = 'amazon' }:one()) }:any()",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "below_a_subsidiary",
      "return case:agreements { type = 'spend-commitment', holder = below(case:entities { id = 'aws' }:one()), scope = 'capacity' }:any()",
      CC_CLEAR, CC_FLAGGED, NULL, NULL },
    { "exactly_two",
      "return case:agreements { type = 'exclusivity', holder = { exactly(case:entities { id = 'aws' }:one()), exactly(s.investor) } }:any()",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "exactly_a_set", "return case:agreements { holder = exactly(case:entities { id = 'aws' }) }:any()", FAILS, NULL,
      "a set stands where entity is wanted" },
    { "one_group", "return case:entities({ id = 'aws' }):one():same_group(case:entities({ id = 'unit' }):one())",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "two_groups", "return s.investor:same_group(s.developer)", NO_NO_MATTER_WHERE, NULL, NULL },
    { "what_a_group_does", "return case:entities({ id = 'unit' }):one():does 'retailer'", YES_NO_MATTER_WHERE, NULL,
      NULL },
    { "what_a_group_does_not_do", "return s.developer:does 'retailer'", NO_NO_MATTER_WHERE, NULL, NULL },
    { "what_is_not_known_to_be_done", "return case:entities({ id = 'mystery' }):one():does 'retailer'",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "a_set_of_entities_holds_one_a_group", "return case:entities({ activities = 'cloud-provider' }):count() > 2",
      CC_CANNOT_TELL, CC_FLAGGED, NULL, NULL },

    /* who may control */
    { "one_group_may",
      "return case:may_control(case:entities({ id = 'amazon' }):one(), case:entities({ id = 'aws' }):one())",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "shares_that_say_they_do_not", "return case:may_control(s.investor, s.developer)", CC_CLEAR, CC_FLAGGED, NULL,
      NULL },
    { "not_that_they_may", "return not case:may_control(s.investor, s.developer)", UNKNOWN_ANYWHERE, NULL, NULL },
    { "not_that_they_may_on_complete_lists", "return not case:may_control(s.investor, s.developer)",
      YES_NO_MATTER_WHERE, "{'kind':'agreement'},{'kind':'position'},{'kind':'holding'}", NULL },
    { "no_veto_as_far_as_recorded", "return case:may_control(s.investor, s.developer, 'veto')", CC_CLEAR, CC_FLAGGED,
      NULL, NULL },
    { "a_veto_that_was",
      "return case:at(case.as_of - p.d30):may_control(case:entities({ id = 'amazon' }):one(), s.developer, 'veto')",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "votes_that_nobody_states",
      "return case:may_control(s.developer, case:entities({ id = 'mystery' }):one(), 'largest-holder')", CC_CLEAR,
      CC_FLAGGED, NULL, NULL },
    { "a_way_that_there_is_not", "return case:may_control(s.investor, s.developer, 'vetoes')", FAILS, NULL,
      "'vetoes' is no way to control: recorded, largest-holder, board or veto; the nearest is 'veto'" },
    { "control_of_nobody", "return case:may_control(s.investor)", FAILS, NULL, "entity" },

    /* narrowing */
    { "where", "return case:agreements({ holder = s.investor }):where({ type = 'supply' }):any()", CC_CLEAR, CC_FLAGGED,
      NULL, NULL },
    { "where_of_an_unknown_field", "return case:agreements({ type = 'supply' }):where({ scope = 'api' }):any()",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "where_present", "return case:agreements({ cap = true }):any()", YES_NO_MATTER_WHERE, NULL, NULL },
    { "where_missing", "return case:agreements({ type = 'exclusivity', cap = false }):any()", YES_NO_MATTER_WHERE, NULL,
      NULL },
    { "where_not_missing", "return case:agreements({ type = 'revenue-share', cap = false }):any()", CC_CLEAR,
      CC_FLAGGED, NULL, NULL },
    { "except",
      "return case:agreements({ type = { 'supply', 'exclusivity' } }):except({ grantor = s.investor }):count() >= 1",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "except_all", "return case:agreements({ type = 'supply' }):except({ grantor = s.investor }):any()", CC_CLEAR,
      CC_FLAGGED, NULL, NULL },
    { "except_a_group",
      "return case:agreements({ type = 'exclusivity' }):except({ holder = case:entities { id = 'amazon' } }):any()",
      CC_CLEAR, CC_FLAGGED, NULL, NULL },
    { "except_of_an_unknown_field", "return case:agreements({ type = 'supply' }):except({ scope = 'api' }):any()",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "since", "return case:agreements():since(case.as_of - p.y2):where({ type = 'exclusivity' }):any()",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "since_later", "return case:agreements():since(case.as_of - p.m6):where({ type = 'exclusivity' }):any()",
      CC_CLEAR, CC_FLAGGED, NULL, NULL },
    { "since_a_length", "return case:agreements():since(p.m6):any()", FAILS, NULL, "since wants a date, not months" },
    { "over_a_number", "return case:agreements():over('percent', p.p5):any()", YES_NO_MATTER_WHERE, NULL, NULL },
    { "over_a_number_in_its_range", "return case:agreements({ id = 'x7' }):over('percent', p.p20):any()",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "over_a_number_past_its_range", "return case:agreements({ id = 'x7' }):over('percent', p.p20 + p.p5):any()",
      CC_CLEAR, CC_FLAGGED, NULL, NULL },
    { "over_a_length", "return case:agreements({ type = 'non-compete' }):ever():over('lasts', p.y2):any()",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "over_its_own_length", "return case:agreements({ type = 'non-compete' }):ever():over('lasts', p.m60):any()",
      CC_CLEAR, CC_FLAGGED, NULL, NULL },
    { "over_an_amount_without_a_rate", "return case:agreements({ id = 'x8' }):over('amount', p.usd50):any()",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "over_an_amount_of_another_unit", "return case:agreements({ id = 'x7' }):over('amount', p.p20):any()", FAILS,
      NULL, "these units do not compare" },
    { "a_set_in_a_filter",
      "return case:agreements({ holder = case:entities { activities = 'cloud-provider' }, type = 'exclusivity' }):any()",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_maybe_of_a_set_in_a_filter",
      "return case:investments({ target = case:entities { activities = 'retailer', id = 'mystery' } }):any()",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "a_list_in_a_filter",
      "return case:agreements({ grantor = case:investments():list('target'), type = 'exclusivity' }):any()",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "an_empty_list_in_a_filter",
      "return case:agreements({ grantor = case:agreements({ type = 'warrant' }):list('holder') }):any()", CC_CLEAR,
      CC_FLAGGED, NULL, NULL },
    { "words_of_a_list_in_a_filter",
      "return case:agreements({ scope = case:agreements({ id = 'x1' }):one().scope }):any()", YES_NO_MATTER_WHERE, NULL,
      NULL },
    { "a_list_valued_field_matches_by_one", "return case:agreements({ scope = { 'weights', 'hosting' } }):any()",
      YES_NO_MATTER_WHERE, NULL, NULL },

    /* one, latest, walking */
    { "one_of_one",
      "return case:agreements({ type = 'exclusivity' }):one():has { holder = case:entities { id = 'amazon' } }",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "one_of_two", "return case:agreements({ type = 'spend-commitment' }):one():has { holder = s.investor }",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "one_of_a_maybe", "return case:agreements({ type = 'consultation' }):one():has { holder = s.investor }",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "one_of_none", "return case:agreements({ type = 'warrant' }):one():has { holder = s.investor }", UNKNOWN_ANYWHERE,
      NULL, NULL },
    { "the_latest", "return case:investments({ target = s.developer }):latest():has { investor = s.investor }",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "the_latest_of_one_day_is_the_one_of_the_smallest_id",
      "return case:agreements({ type = { 'exclusivity', 'spend-commitment' }, holder = case:entities { id = 'amazon' } }):latest():has { type = 'exclusivity' }",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "the_latest_of_none", "return case:agreements({ type = 'warrant' }):latest():has { type = 'warrant' }",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "a_walk_over_sures",
      "local n = 0 for a in case:agreements({ type = 'spend-commitment' }) do n = n + 1 end return n > 1",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_walk_that_ends_before_a_maybe",
      "for a in case:agreements({ holder = s.investor }) do return a:has { type = 'spend-commitment' } end return false",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_walk_that_meets_a_maybe",
      "for a in case:agreements({ holder = s.investor }) do if a:has { type = 'warrant' } then return true end end return false",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "a_walk_over_a_list_of_words",
      "for w in case:agreements({ id = 'x1' }):one().scope do if w < 'i' then return true end end return false",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_walk_within_a_walk_over_the_same",
      "local all, n = case:agreements({ type = { 'exclusivity', 'spend-commitment' } }), 0\n"
      "for a in all do for b in all do n = n + 1 end end return n > 8 and n < 10",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_list_walked_within_itself",
      "local all, n = case:positions():list('entity'), 0\nfor a in all do for b in all do n = n + 1 end end return n > 8 and n < 10",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_walk_by_a_field",
      "for holder, some in case:agreements({ type = 'spend-commitment' }):by 'holder' do\n"
      "if holder:same_group(s.investor) then return some:count() > 0 end end return false",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_walk_by_words",
      "local n = 0 for word, some in case:agreements({ type = { 'exclusivity', 'supply' } }):by 'type' do n = n + 1 end return n > 1 and n < 3",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_walk_by_an_unknown_field",
      "for word, some in case:agreements({ type = 'supply' }):by 'scope' do return true end return false",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "pairs_are_of_groups",
      "local n = 0 for a, b in case:investments():pairs('investor', 'target') do n = n + 1 end return n > 2 and n < 4",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "pairs_of_a_record",
      "for a, i in case:investments():pairs('investor', 'id') do if i:has { target = s.developer } then return true end end return false",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "triples",
      "for a, b, c in case:positions():triples('person', 'entity') do if b:same_group(s.investor) or c:same_group(s.investor) then return true end end return false",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "pairs_with_an_unknown",
      "for a, b in case:agreements({ type = 'supply' }):pairs('holder', 'market') do return true end return false",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "grew",
      "return case:shares({ market = case:product('cloud-infrastructure'), entity = s.investor }):grew 'percent'",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "shrank",
      "return case:shares({ market = case:product('cloud-infrastructure'), entity = case:entities { id = 'aws' } }):grew 'percent'",
      NO_NO_MATTER_WHERE, NULL, NULL },
    { "grew_of_one", "return case:financials({ entity = s.investor }):grew 'amount'", CC_CLEAR, CC_FLAGGED, NULL,
      NULL },

    /* reading */
    { "an_unknown_word",
      "for a in case:agreements({ type = 'supply' }) do for w in a.scope do return true end end return false",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "an_unknown_amount", "for a in case:agreements({ id = 'x6' }) do return a.amount > p.usd50 end return false",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "an_amount", "for a in case:agreements({ id = 'x7' }) do return a.amount > p.usd50 end return false",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_field_that_has_none", "for a in case:agreements({ id = 'x7' }) do return a.cap > p.usd50 end return false",
      FAILS, NULL, "this agreement has no 'cap': ask record:has { cap = true } first" },
    { "a_field_asked_before",
      "for a in case:agreements() do if a:has { cap = true } then return a.cap > p.usd50 end end return false",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "has_of_a_known_field", "return s.investor:has { activities = { 'retailer', 'cloud-provider' } }",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "has_of_an_unknown_field",
      "for a in case:agreements({ type = 'supply' }) do return a:has { scope = 'api' } end return false",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "the_day_of_the_case", "return equal(case.as_of, case.as_of)", YES_NO_MATTER_WHERE, NULL, NULL },

    /* other days */
    { "as_of_an_earlier_day", "return case:at(case.as_of - p.d30):agreements({ type = 'veto' }):any()",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "as_of_an_earlier_day_before_it_began",
      "return case:at(case.as_of - p.y2):agreements({ type = 'exclusivity' }):any()", CC_CLEAR, CC_FLAGGED, NULL,
      NULL },
    { "an_entity_given_to_another_day",
      "return case:at(case.as_of - p.d30):agreements({ type = 'exclusivity', grantor = s.developer }):any()",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "an_entity_of_another_day_given_back",
      "return case:agreements({ type = 'exclusivity', grantor = case:at(case.as_of - p.d30):entities { id = 'anthropic' } }):any()",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_later_day", "return case:at(case.as_of + p.d30):agreements():any()", FAILS, NULL,
      "case:at looks back: the day is after the as-of date" },
    { "a_day_that_is_a_range",
      "for a in case:agreements({ id = 'x4' }):as_recorded():ever() do return case:at(a.from - p.y2):agreements():any() end return false",
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "a_day_that_is_none", "return case:at(p.m6):agreements():any()", FAILS, NULL,
      "case:at wants a date, not months" },

    /* products and markets */
    { "a_product", "return case:product('cloud-infrastructure'):listed(s.investor)", YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_product_of_a_place", "return case:product('cloud-infrastructure', 'worldwide'):listed(s.investor)",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_product_of_none", "return case:product('ai-accelerators'):listed(s.investor)", UNKNOWN_ANYWHERE, NULL, NULL },
    { "a_product_of_two", "return case:product('enterprise-llm-api'):listed(s.investor)", UNKNOWN_ANYWHERE, NULL,
      NULL },
    { "a_product_of_two_places", "return case:product('enterprise-llm-api', 'US'):listed(s.investor)", UNKNOWN_ANYWHERE,
      NULL, NULL },
    { "not_listed_on_a_complete_table", "return case:product('cloud-infrastructure'):listed(s.developer)",
      NO_NO_MATTER_WHERE, NULL, NULL },
    { "not_listed_on_a_partial_table", "return case:product('ai-chatbots'):listed(s.developer)", UNKNOWN_ANYWHERE, NULL,
      NULL },
    { "the_largest",
      "for e in case:product('cloud-infrastructure'):largest(2) do if e:same_group(s.investor) then return true end end return false",
      NO_NO_MATTER_WHERE, NULL, NULL },
    { "a_change_within_a_group",
      "return case:product('cloud-infrastructure'):hhi_change(case:entities({ id = 'aws' }):one(), case:entities({ id = 'unit' }):one()) > p.pts250",
      FAILS, NULL, "the two are one group already" },
    { "a_share_of_a_firm_apart",
      "local unit = case:entities({ id = 'unit' }):one()\nreturn case:product('cloud-infrastructure'):share(unit) > p.p20",
      YES_NO_MATTER_WHERE, NULL, NULL },

    /* sets that nobody asked */
    { "a_set_never_asked", "local all = case:agreements() return true", FAILS, NULL, "a set was made and never asked" },
    { "a_set_narrowed_and_never_asked",
      "local all = case:agreements() local some = all:where({ type = 'veto' }) return all:any()", FAILS, NULL,
      "a set was made and never asked" },
    { "a_set_as_a_filter_is_used",
      "local firms = case:entities({ activities = 'cloud-provider' }) return case:agreements({ holder = firms }):any()",
      YES_NO_MATTER_WHERE, NULL, NULL },
    /* what is compared, chosen or walked is asked nothing more */
    { "a_test_and_a_comparison", "return p.p20 > p.p5 and least(p.p20, p.p5) <= p.p5", YES_NO_MATTER_WHERE, NULL,
      NULL },
    { "a_comparison_and_a_test", "return p.p5 >= least(p.p20, p.p5) and true", YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_comparison_negated", "return not (least(p.p20, p.p5) >= p.p20)", YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_quantity_chosen", "local low = p.p20 > p.p5 and least(p.p20, p.p5) or p.p20\nreturn low <= p.p5",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_quantity_chosen_and_compared",
      "if (p.p20 > p.p5 and least(p.p20, p.p5) or p.p20) <= p.p5 then return true end return false",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_quantity_in_brackets_compared", "if (least(p.p20, p.p5)) < p.p20 then return true end return false",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "a_record_of_which_something_is_asked",
      "if not case:agreements { id = 'x5' }:ever():one():has { type = 'veto' } then return true end return false",
      YES_NO_MATTER_WHERE, NULL, NULL },

/* more answers by absence than are turned one by one: only the last of them decides, and not when all are turned */
#define ABSENCES(N, ASK)                                                                     \
    "local first, last = false, false\nfor i = 1, " N " do\n"                                \
    "local any = case:agreements { type = 'warrant' }:any()\nif i < 2 then first = any end " \
    "last = any end\n" ASK " return true"
    { "the_last_of_sixteen_absences_decides", ABSENCES("16", "if last and not first then return false end"),
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "the_last_of_seventeen_absences_decides", ABSENCES("17", "if last and not first then return false end"),
      UNKNOWN_ANYWHERE, NULL, NULL },
    { "none_of_sixteen_absences_decides", ABSENCES("16", ""), CC_FLAGGED, CC_FLAGGED, NULL, NULL },
    { "a_set_that_is_walked_is_used", "for _ in case:investments() do return true end return false",
      YES_NO_MATTER_WHERE, NULL, NULL },
};

static void decides(const struct test_row *row, const char *where, cc_verdict expected)
{
    char text[4000];
    struct ruling r;
    bool rebuts = !strcmp(where, "unless");
    ruling_open(&r, NULL);
    snprintf(text, sizeof text,
             "return { " SUBJECT
             "title = '{investor} {developer}',\n%s%s = { { 'it is so', function(s, p, case)\n%s\nend } } }",
             rebuts ? "elements = { { 'always', function() return true end } }, " : "", where, row->test);
    if (!ruling_rule(&r, "t/rule.lua", text)) fail_msg("line %u: %s", r.said[0].line, r.said[0].message);
    ruling_case(&r, world, row->complete);
    ruling_audit(&r, NULL);
    const struct rule_result *result = ruling_result(&r, "t/rule");
    if (result->verdict != expected)
        fail_msg("in %s: %s, not %s: %s", where, verdict_names[result->verdict], verdict_names[expected],
                 error_of(&r, "t/rule"));
    if (row->error && !strstr(error_of(&r, "t/rule"), row->error)) fail_msg("in %s: %s", where, error_of(&r, "t/rule"));
    ruling_close(&r);
}

static void decides_in_an_element_and_in_an_unless(void **state)
{
    const struct test_row *row = *state;
    decides(row, "elements", row->verdict);
    decides(row, "unless", row->rebuttal);
}

/* ---- what whole rules come to ---- */

struct whole_row {
    const char *name, *parts; /* after SUBJECT, which they may write anew */
    cc_verdict verdict;
    unsigned subjects; /* of any verdict */
    const char *complete, *error, *law_as_of;
};

#define T              "{ 'it is', function() return true end }"
#define F              "{ 'it is not', function() return false end }"
#define U              "{ 'who knows', function(s, p, case) return case:agreements({ type = 'consultation' }):any() end }"
#define A              "{ 'nobody wrote it down', function(s, p, case) return case:agreements({ type = 'warrant' }):any() end }"
#define D              "{ 'nobody wrote it down', recorded = { 'agreements', type = 'warrant', holder = 'investor' } }"
#define TITLE          "title = '{investor} {developer}', "
#define ONE(ELEMENT)   TITLE "elements = { " ELEMENT " }"
#define BUT(UNLESS)    TITLE "elements = { " T " }, unless = { " UNLESS " }"
#define SCOPE(APPLIES) TITLE "applies = { " APPLIES " }, elements = { " T " }"
#define SHARE                                                                                                                                      \
    "figures = { market = function(s, p, case) return case:product 'cloud-infrastructure' end,\n"                                                  \
    "share = function(s) return s.market:share(s.investor) end, money = function(s, p, case) return case:invested(s.investor, s.developer) end,\n" \
    "firms = function(s, p, case) return case:entities { activities = 'cloud-provider' } end,\n"                                                   \
    "retailers = function(s, p, case) return case:entities { activities = 'retailer' } end,\n"                                                     \
    "nothing = function(s, p, case) return case:product('ai-accelerators'):share(s.investor) end },\n" TITLE
#define COMPARED(SIDES) SHARE "elements = { { '{investor} {>=} it', " SIDES " } }"
#define WITH(QUERY)     SHARE "elements = { { 'it is so', " QUERY " } }"
#define DATED(LAW, ELEMENT)                                                                                                                        \
    TITLE                                                                                                                                          \
    "law_at = function(s, case) return " LAW " end,\n"                                                                                             \
    "params = { old = { by_date = { { 10, from = '2023-01-01' }, { 30, from = '2024-01-01' } }, 'percent', 'x' }, p20 = { 20, 'percent', 'x' },\n" \
    "  y2 = { 2, 'years', 'x' }, y5 = { 5, 'years', 'x' }, d1 = { 1, 'days', 'x' } },\n"                                                           \
    "figures = { half = function(s, p) return p.old end }, elements = { " ELEMENT " }"
#define READS          "{ 'it reads', function(s, p) return p.old > p.p20 end }"
#define PROPOSES(BODY) TITLE "subjects = function(case, each)\n" BODY "\nend, elements = { " T " }"

static const struct whole_row wholes[] = {
    /* three values in groups */
    { "any_of_a_true_and_an_unknown", ONE("{ 'one', any = { " T ", " U " } }"), CC_FLAGGED, 1, NULL, NULL, NULL },
    { "any_of_a_false_and_an_unknown", ONE("{ 'one', any = { " F ", " U " } }"), CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "any_of_two_false", ONE("{ 'one', any = { " F ", " F " } }"), CC_CLEAR, 1, NULL, NULL, NULL },
    { "any_of_a_false_and_an_absent", ONE("{ 'one', any = { " F ", " A " } }"), CC_CLEAR, 1, NULL, NULL, NULL },
    { "all_of_two_true", ONE("{ 'one', all = { " T ", " T " } }"), CC_FLAGGED, 1, NULL, NULL, NULL },
    { "all_of_a_true_and_an_unknown", ONE("{ 'one', all = { " T ", " U " } }"), CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "all_of_a_false_and_an_unknown", ONE("{ 'one', all = { " F ", " U " } }"), CC_CLEAR, 1, NULL, NULL, NULL },
    { "none_of_two_false", ONE("{ 'one', none_of = { " F ", " F " } }"), CC_FLAGGED, 1, NULL, NULL, NULL },
    { "none_of_a_false_and_an_unknown", ONE("{ 'one', none_of = { " F ", " U " } }"), CC_CANNOT_TELL, 1, NULL, NULL,
      NULL },
    { "none_of_a_true_and_an_unknown", ONE("{ 'one', none_of = { " T ", " U " } }"), CC_CLEAR, 1, NULL, NULL, NULL },
    { "none_of_a_false_and_an_absent", ONE("{ 'one', none_of = { " F ", " A " } }"), CC_CANNOT_TELL, 1, NULL, NULL,
      NULL },
    { "none_of_what_is_not_on_a_complete_list", ONE("{ 'one', none_of = { " F ", " A ", " D " } }"), CC_FLAGGED, 1,
      AGREEMENTS, NULL, NULL },
    { "none_of_an_absent_query", ONE("{ 'one', none_of = { " D " } }"), CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "two_of_three_with_an_unknown_beside", ONE("{ 'one', at_least = 2, of = { " T ", " T ", " U " } }"), CC_FLAGGED,
      1, NULL, NULL, NULL },
    { "two_of_three_if_the_unknown_is_one", ONE("{ 'one', at_least = 2, of = { " T ", " U ", " F " } }"),
      CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "one_of_three_where_two_are_wanted", ONE("{ 'one', at_least = 2, of = { " T ", " F ", " F " } }"), CC_CLEAR, 1,
      NULL, NULL, NULL },
    { "a_group_in_a_group",
      ONE("{ 'one', any = { { 'both', all = { " T ", " U " } }, { 'neither', none_of = { " F " } } } }"), CC_FLAGGED, 1,
      NULL, NULL, NULL },
    { "two_of_each",
      ONE("{ 'in {each}', at_least = 2, each = { 'a', 'b', 'c' }, test = function(s, p, case, it) return it < 'c' end }"),
      CC_FLAGGED, 1, NULL, NULL, NULL },
    { "three_of_each",
      ONE("{ 'in {each}', at_least = 3, each = { 'a', 'b', 'c' }, test = function(s, p, case, it) return it < 'c' end }"),
      CC_CLEAR, 1, NULL, NULL, NULL },
    { "each_of_rows",
      ONE("{ 'in {each}', at_least = 1, each = { { name = 'one', word = 'veto' }, { name = 'two', word = 'supply' } },\n"
          "test = function(s, p, case, it) return case:agreements({ type = it.word }):any() end }"),
      CC_FLAGGED, 1, NULL, NULL, NULL },
    { "each_with_an_unknown_row",
      ONE("{ 'in {each}', at_least = 1, each = { 'veto', 'consultation' },\n"
          "test = function(s, p, case, it) return case:agreements({ type = it }):any() end }"),
      CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "a_group_that_rebuts", BUT("{ 'one', any = { " F ", " T " } }"), CC_REBUTTED, 1, NULL, NULL, NULL },
    { "a_group_that_does_not_rebut_by_absence", BUT("{ 'one', none_of = { " A " } }"), CC_FLAGGED, 1, NULL, NULL,
      NULL },
    { "a_group_that_rebuts_by_a_complete_list", BUT("{ 'one', none_of = { " A " } }"), CC_REBUTTED, 1, AGREEMENTS, NULL,
      NULL },
    { "a_rebuttal_beats_an_unknown_element", TITLE "elements = { " U " }, unless = { " T " }", CC_REBUTTED, 1, NULL,
      NULL, NULL },
    { "an_unknown_rebuttal_leaves_it_flagged", BUT(U), CC_FLAGGED, 1, NULL, NULL, NULL },
    { "a_false_element_beats_a_rebuttal", TITLE "elements = { " F " }, unless = { " T " }", CC_CLEAR, 1, NULL, NULL,
      NULL },
    { "what_applies_is_not", SCOPE(F), CC_OUT_OF_SCOPE, 1, NULL, NULL, NULL },
    { "what_applies_is_unknown", SCOPE(U), CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "what_applies_is_absent", SCOPE(A), CC_OUT_OF_SCOPE, 1, NULL, NULL, NULL },

    /* data forms */
    { "at_or_above", COMPARED("'money', '>=', 'usd2e9'"), CC_FLAGGED, 1, NULL, NULL, NULL },
    { "above", COMPARED("'money', '>', 'usd2e9'"), CC_CLEAR, 1, NULL, NULL, NULL },
    { "below_or_at", COMPARED("'usd2e9', '<=', 'money'"), CC_FLAGGED, 1, NULL, NULL, NULL },
    { "below_a_ceiling", COMPARED("'money', '<', 'usd3e9'"), CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "below_a_ceiling_that_is_exceeded", COMPARED("'money', '<', 'usd1e9'"), CC_CLEAR, 1, NULL, NULL, NULL },
    { "a_range_compared", COMPARED("'share', '>=', 'p20'"), CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "an_unknown_figure_compared", COMPARED("'nothing', '>=', 'p20'"), CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "params_compared", COMPARED("'p20', '>', 'p5'"), CC_FLAGGED, 1, NULL, NULL, NULL },
    { "currencies_compared", COMPARED("'eur10', '<', 'usd50'"), CC_FLAGGED, 1, NULL, NULL, NULL },
    { "currencies_compared_without_a_rate", COMPARED("'gbp10', '<', 'usd50'"), CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "unlike_units_compared", COMPARED("'share', '>=', 'usd50'"), CC_FAILED, 0, NULL, "share (percent) against usd50",
      NULL },
    { "a_set_compared", COMPARED("'firms', '>=', 'n3'"), CC_FAILED, 0, NULL,
      "the figure 'firms' is no quantity and cannot be compared", NULL },
    { "a_record", WITH("recorded = { 'agreements', type = 'supply', holder = 'developer', grantor = 'investor' }"),
      CC_FLAGGED, 1, NULL, NULL, NULL },
    { "a_record_the_other_way",
      WITH("recorded = { 'agreements', type = 'supply', holder = 'investor', grantor = 'developer' }"), CC_CLEAR, 1,
      NULL, NULL, NULL },
    { "a_record_that_may_be", WITH("recorded = { 'agreements', type = 'supply', holder = 'developer', scope = 'api' }"),
      CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "a_record_of_a_list_of_words",
      WITH("recorded = { 'agreements', type = { 'warrant', 'supply' }, holder = 'developer' }"), CC_FLAGGED, 1, NULL,
      NULL, NULL },
    { "a_record_of_a_set", WITH("recorded = { 'agreements', type = 'exclusivity', holder = 'firms' }"), CC_FLAGGED, 1,
      NULL, NULL, NULL },
    { "a_record_of_a_maybe_of_a_set", WITH("recorded = { 'investments', investor = 'investor', target = 'retailers' }"),
      CC_CLEAR, 1, NULL, NULL, NULL },
    { "a_record_of_only_a_maybe_of_a_set",
      WITH("recorded = { 'investments', investor = 'firms', target = 'retailers' }"), CC_CANNOT_TELL, 1, NULL, NULL,
      NULL },
    { "a_record_of_exactly_a_role", WITH("recorded = { 'agreements', type = 'supply', holder = exactly 'developer' }"),
      CC_FLAGGED, 1, NULL, NULL, NULL },
    { "a_record_of_what_is_below_a_role",
      WITH("recorded = { 'agreements', type = 'supply', holder = below 'developer' }"), CC_FLAGGED, 1, NULL, NULL,
      NULL },
    { "a_record_with_a_field", WITH("recorded = { 'agreements', holder = 'investor', cap = true }"), CC_FLAGGED, 1,
      NULL, NULL, NULL },
    { "a_record_without_a_field", WITH("recorded = { 'agreements', holder = 'investor', cap = false, amount = true }"),
      CC_FLAGGED, 1, NULL, NULL, NULL },
    { "a_record_of_a_word_of_its_own", WITH("recorded = { 'agreements', type = 'x-handshake', holder = 'investor' }"),
      CC_CLEAR, 1, NULL, NULL, NULL },
    { "none_recorded", WITH("none = { 'agreements', type = 'warrant' }"), CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "none_recorded_on_a_complete_list", WITH("none = { 'agreements', type = 'warrant' }"), CC_FLAGGED, 1, AGREEMENTS,
      NULL, NULL },
    { "none_where_there_is_one", WITH("none = { 'agreements', type = 'supply' }"), CC_CLEAR, 1, NULL, NULL, NULL },
    { "an_activity", WITH("does = { 'investor', 'cloud-provider' }"), CC_FLAGGED, 1, NULL, NULL, NULL },
    { "an_activity_that_is_not", WITH("does = { 'investor', 'retailer' }"), CC_CLEAR, 1, NULL, NULL, NULL },
    { "a_query_of_an_unknown_figure",
      SHARE
      "figures = { one = function(s, p, case) return case:agreements({ type = 'consultation' }):one().holder end },\n"
      "elements = { { 'it is so', recorded = { 'agreements', holder = 'one' } } }",
      CC_CANNOT_TELL, 1, NULL, NULL, NULL },

    /* the law of a day */
    { "a_param_of_the_day", DATED("case.as_of", READS), CC_FLAGGED, 1, NULL, NULL, NULL },
    { "a_law_that_reads_a_param", DATED("case.as_of - p.d1", READS), CC_FAILED, 0, NULL,
      "'p' is not available to rules", NULL },
    { "a_param_before_its_first_row", DATED("case:agreements({ id = 'x5' }):ever():one().from", READS), CC_OUT_OF_SCOPE,
      1, NULL, NULL, NULL },
    { "a_param_before_its_first_row_in_a_figure",
      DATED("case:agreements({ id = 'x5' }):ever():one().from",
            "{ 'it reads {half}', function(s, p) return s.half > p.p20 end }"),
      CC_OUT_OF_SCOPE, 1, NULL, NULL, NULL },
    { "a_param_before_its_first_row_that_is_compared",
      DATED("case:agreements({ id = 'x5' }):ever():one().from", "{ 'it {>=} it', 'old', '>=', 'p20' }"),
      CC_OUT_OF_SCOPE, 1, NULL, NULL, NULL },
    { "a_figure_of_such_a_param_that_is_compared",
      DATED("case:agreements({ id = 'x5' }):ever():one().from", "{ 'it {>=} it', 'half', '>=', 'p20' }"),
      CC_OUT_OF_SCOPE, 1, NULL, NULL, NULL },
    { "such_a_param_that_nothing_reads", DATED("case:agreements({ id = 'x5' }):ever():one().from", T), CC_FLAGGED, 1,
      NULL, NULL, NULL },
    { "a_param_of_the_first_row", DATED("case:investments({ id = 'i1' }):one().from", READS), CC_CLEAR, 1, NULL, NULL,
      NULL },
    { "a_day_that_spans_two_rows", DATED("case:agreements({ id = 'x9' }):one().from", READS), CC_CANNOT_TELL, 1, NULL,
      NULL, NULL },
    { "a_law_of_a_day_that_is_unknown", DATED("case:investments({ id = 'nobody' }):one().from", READS), CC_CANNOT_TELL,
      1, NULL, NULL, NULL },
    { "the_law_of_a_day_that_was_asked", DATED("case:agreements({ id = 'x5' }):ever():one().from", READS), CC_FLAGGED,
      1, NULL, NULL, "2024-06-01" },
    { "the_law_of_an_earlier_day_that_was_asked", DATED("case.as_of", READS), CC_CLEAR, 1, NULL, NULL, "2023-06-01" },
    { "the_law_of_too_early_a_day", DATED("case.as_of", READS), CC_OUT_OF_SCOPE, 1, NULL, NULL, "2022-06-01" },
    { "in_force", TITLE "in_force = { from = '2025-01-01' }, elements = { " T " }", CC_FLAGGED, 1, NULL, NULL, NULL },
    { "not_yet_in_force", TITLE "in_force = { from = '2025-01-02' }, elements = { " T " }", CC_OUT_OF_SCOPE, 1, NULL,
      NULL, NULL },
    { "no_longer_in_force", TITLE "in_force = { to = '2024-12-31' }, elements = { " T " }", CC_OUT_OF_SCOPE, 1, NULL,
      NULL, NULL },
    { "in_force_on_a_part_of_a_range",
      TITLE
      "in_force = { from = '2024-01-15' }, law_at = function(s, case) return case:agreements({ id = 'x9' }):one().from end,\n"
      "elements = { " T " }",
      CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "in_force_when_the_law_is_of_another_day",
      TITLE
      "in_force = { to = '2023-12-31' }, law_at = function(s, case) return case:investments({ id = 'i1' }):one().from end,\n"
      "elements = { " T " }",
      CC_FLAGGED, 1, NULL, NULL, NULL },

    /* who is concerned */
    { "nobody", PROPOSES(""), CC_NOT_APPLICABLE, 0, NULL, NULL, NULL },
    { "each_pair_once",
      PROPOSES("for _ = 1, 50 do for i, d in case:investments():pairs('investor', 'target') do each(i, d) end end"),
      CC_FLAGGED, 3, NULL, NULL, NULL },
    { "members_of_a_group_are_one",
      PROPOSES(
          "local d = case:entities({ id = 'anthropic' }):one()\n"
          "for _, id in ipairs { 'aws', 'unit', 'amazon' } do for e in case:entities { id = id } do each(e, d) end end"),
      CC_FLAGGED, 1, NULL, NULL, NULL },
    { "many_are_one_each",
      PROPOSES("local all = case:entities()\nfor _ = 1, 3 do for a in all do for b in all do each(a, b) end end end"),
      CC_FLAGGED, 36, NULL, NULL, NULL },
    { "maybes_are_proposed",
      PROPOSES("for a in case:agreements { type = 'consultation' } do each(a.holder, a.grantor) end"), CC_FLAGGED, 1,
      NULL, NULL, NULL },
    { "maybes_of_a_word_are_proposed",
      PROPOSES("for a in case:agreements { scope = 'weights' } do each(a.holder, a.grantor) end"), CC_FLAGGED, 1, NULL,
      NULL, NULL },
    { "walks_within_walks",
      PROPOSES(
          "local all = case:agreements { type = { 'exclusivity', 'supply', 'consultation' } }\n"
          "for a in all do for b in all do if b:has { type = 'supply' } then each(a.holder, b.grantor) end end end"),
      CC_FLAGGED, 3, NULL, NULL, NULL },
    { "an_unknown_ends_the_enumeration",
      PROPOSES("for a in case:agreements { type = { 'exclusivity', 'supply', 'spend-commitment' } } do\n"
               "each(a.holder, a.grantor)\nfor w in a.scope do if w < 'a' then return end end end"),
      CC_FLAGGED, 2, NULL, NULL, NULL },
    { "an_unknown_before_anybody_is_a_hole",
      PROPOSES("for a in case:agreements { type = 'supply' } do for w in a.scope do each(a.holder, a.grantor) end end"),
      CC_CANNOT_TELL, 0, NULL, NULL, NULL },
    { "pairs_pass_over_an_unknown_and_note_it",
      PROPOSES("for a, m in case:agreements():pairs('holder', 'market') do each(a, m) end"), CC_CANNOT_TELL, 0, NULL,
      NULL, NULL },
    { "deals", PROPOSES("for buyer, target in case:acquisitions() do each(buyer, target) end"), CC_FLAGGED, 4, NULL,
      NULL, NULL },
    { "a_target_stands_apart_from_its_seller",
      TITLE
      "subjects = function(case, each) for b, t, r in case:acquisitions() do\n"
      "if r:has { id = 't1' } then each(b, t) end end end,\n"
      "elements = { { 'apart', function(s, p, case) local amazon = case:entities({ id = 'amazon' }):one()\n"
      "return not s.developer:same_group(amazon) and not s.developer:same_group(s.investor) and not s.developer:does 'retailer' end } }",
      CC_FLAGGED, 1, NULL, NULL, NULL },
    { "a_target_that_is_no_target_does_not",
      TITLE "subjects = function(case, each) for b in case:entities { id = 'google' } do\n"
            "for t in case:entities { id = 'unit' } do each(b, t) end end end,\n"
            "elements = { { 'apart', function(s, p, case) local amazon = case:entities({ id = 'amazon' }):one()\n"
            "return s.developer:same_group(amazon) and s.developer:does 'retailer' end } }",
      CC_FLAGGED, 1, NULL, NULL, NULL },
    { "a_role_that_is_a_market",
      "roles = { 'market' }, title = '{market}', subjects = function(case, each) for m in case:markets() do each(m) end end,\n"
      "elements = { { 'listed', function(s, p, case) return s.market:listed(case:entities({ id = 'aws' }):one()) end } }",
      CC_FLAGGED, 4, NULL, NULL, NULL },
    { "a_role_that_only_a_query_names",
      "title = 'x', elements = { { 'so', recorded = { 'agreements', holder = 'developer', grantor = 'investor' } } }",
      CC_FLAGGED, 1, NULL, NULL, NULL },
    { "a_role_that_only_a_function_reads",
      "title = 'x', elements = { { 'so', function(s) return not s.developer:same_group(s.investor) end } }", CC_FLAGGED,
      1, NULL, NULL, NULL },
    { "a_role_that_only_a_figure_reads",
      "title = 'x {held}', figures = { held = function(s, p, case) return case:held(s.investor, s.developer, 'stake') end }, elements = { " T
      " }",
      CC_FLAGGED, 1, NULL, NULL, NULL },
    { "a_role_that_nobody_reads", "title = '{investor}', elements = { " T " }", CC_FAILED, 0, NULL,
      "no text and no data form names the role 'developer', and no function read it", NULL },
    { "a_rule_of_which_one_subject_fails",
      TITLE
      "subjects = function(case, each) for i, d in case:investments():pairs('investor', 'target') do each(i, d) end end,\n"
      "elements = { { 'so', function(s) if s.investor:does 'retailer' then return 1 end return true end } }",
      CC_FAILED, 0, NULL, "this one returned a bare number", NULL },
    { "a_figure_that_nobody_asks_is_not_computed",
      TITLE "figures = { broken = function() return 1 end }, elements = { " T " }", CC_FLAGGED, 1, NULL, NULL, NULL },
    { "a_figure_that_only_the_advice_names_is_computed",
      TITLE "figures = { broken = function() return 1 end }, advice = 'Ask {broken}', elements = { " T " }", CC_FAILED,
      0, NULL, "the figure 'broken' gives", NULL },
    { "figures_of_figures",
      TITLE
      "figures = { a = function(s) return s.b end, b = function(s) return s.c end, c = function(s, p) return p.p20 end },\n"
      "elements = { { '{a} {>=} {p5}', 'a', '>=', 'p5' } }",
      CC_FLAGGED, 1, NULL, NULL, NULL },
};

/* `parts` come after SUBJECT; Lua takes the later of two equal keys of a table. */
static void the_whole_comes_to(void **state)
{
    const struct whole_row *row = *state;
    char text[6000];
    struct ruling r;
    ruling_open(&r, NULL);
    assert_true(snprintf(text, sizeof text, "return { " SUBJECT "%s }", row->parts) < (int)sizeof text);
    if (!ruling_rule(&r, "t/rule.lua", text)) fail_msg("line %u: %s", r.said[0].line, r.said[0].message);
    ruling_case(&r, world, row->complete);
    ruling_audit(&r, &(cc_options){ .size = sizeof(cc_options), .law_as_of = row->law_as_of });
    const struct rule_result *result = ruling_result(&r, "t/rule");
    unsigned subjects = 0;
    for (unsigned v = 0; v < CC_VERDICTS; v++) subjects += result->subjects[v];
    if (result->verdict != row->verdict || subjects != row->subjects)
        fail_msg("%s with %u subjects, not %s with %u: %s", verdict_names[result->verdict], subjects,
                 verdict_names[row->verdict], row->subjects, error_of(&r, "t/rule"));
    if (row->error && !strstr(error_of(&r, "t/rule"), row->error)) fail_msg("%s", error_of(&r, "t/rule"));
    ruling_close(&r);
}

static void of_members_the_nearest_to_the_head_is_shown(void **state)
{
    (void)state;
    struct ruling r;
    ruling_open(&r, NULL);
    assert_true(ruling_rule(
        &r, "t/rule.lua",
        "return { " SUBJECT PROPOSES(
            "local d = case:entities({ id = 'anthropic' }):one()\n"
            "for _, id in ipairs { 'unit', 'aws', 'amazon', 'unit' } do for e in case:entities { id = id } do each(e, d) end end") " }"));
    ruling_case(&r, world, NULL);
    ruling_audit(&r, NULL);
    const struct finding *f = ruling_finding(&r, "t/rule");
    assert_non_null(f);
    assert_string_equal(facts_id(r.audit->facts, f->subject.roles[0].record), "amazon");
    ruling_close(&r);
}

int main(void)
{
    enum {
        FIGURES = sizeof figures / sizeof figures[0],
        TESTS = sizeof tests / sizeof tests[0],
        WHOLES = sizeof wholes / sizeof wholes[0]
    };
    static struct CMUnitTest all[FIGURES + TESTS + WHOLES + 1];
    size_t count = 0;
    snprintf(world, sizeof world, "%s%s", firms, markets);
    for (size_t i = 0; i < FIGURES; i++)
        all[count++] = (struct CMUnitTest){ .name = figures[i].name,
                                            .test_func = comes_to,
                                            .initial_state = (void *)(uintptr_t)&figures[i] };
    for (size_t i = 0; i < TESTS; i++)
        all[count++] = (struct CMUnitTest){ .name = tests[i].name,
                                            .test_func = decides_in_an_element_and_in_an_unless,
                                            .initial_state = (void *)(uintptr_t)&tests[i] };
    for (size_t i = 0; i < WHOLES; i++)
        all[count++] = (struct CMUnitTest){ .name = wholes[i].name,
                                            .test_func = the_whole_comes_to,
                                            .initial_state = (void *)(uintptr_t)&wholes[i] };
    all[count++] = (struct CMUnitTest)cmocka_unit_test(of_members_the_nearest_to_the_head_is_shown);
    return _cmocka_run_group_tests("lua/values", all, count, NULL, NULL);
}
