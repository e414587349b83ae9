/* values_test.c - what a test decides, in an element and in a rebuttal: comparisons, sets with maybes, lists, absence, groups. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lua/world.h"

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
    { "called", "return case:entities():called('AMAZON Inc.'):any()", YES_NO_MATTER_WHERE, NULL, NULL },
    { "called_otherwise", "return case:entities():called('Amaz'):any()", CC_CLEAR, CC_FLAGGED, NULL, NULL },
    { "called_of_agreements", "return case:agreements():called('Amazon'):any()", FAILS, NULL,
      "called asks entities: case:entities():called(name)" },
    { "called_without_a_name", "return case:entities():called():any()", FAILS, NULL, "string expected" },
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
    { "the_largest_together", "return case:product('cloud-infrastructure'):largest_share(2) > p.p20",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "among_the_largest", "return case:product('cloud-infrastructure'):among_largest(2, s.investor)",
      NO_NO_MATTER_WHERE, NULL, NULL },
    { "one_of_two_among_the_largest",
      "return case:product('cloud-infrastructure'):among_largest(1, s.developer, case:entities({ id = 'mystery' }):one())",
      YES_NO_MATTER_WHERE, NULL, NULL },
    { "among_none", "return case:product('cloud-infrastructure'):among_largest(0, s.investor)", FAILS, NULL,
      "wants a count from 1 to 1,000" },
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

int main(void)
{
    enum { ROWS = sizeof tests / sizeof tests[0] };
    static struct CMUnitTest all[ROWS + 1];
    size_t count = 0;
    world_make();
    for (size_t i = 0; i < ROWS; i++)
        all[count++] = (struct CMUnitTest){ .name = tests[i].name,
                                            .test_func = decides_in_an_element_and_in_an_unless,
                                            .initial_state = (void *)(uintptr_t)&tests[i] };
    return _cmocka_run_group_tests("lua/values", all, count, NULL, NULL);
}
