/* wholes_test.c - what the parts of a rule come to together: groups of elements, scope, rebuttals, dated params, who is proposed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lua/world.h"

struct whole_row {
    const char *name, *parts; /* of the rule, in place of those of SUBJECT */
    cc_verdict verdict;
    unsigned subjects; /* of any verdict */
    const char *complete, *error, *law_as_of;
};

#define AGREEMENTS     "{'kind':'agreement'}"
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
#define BOUNDED(VALUE)                                                                                            \
    TITLE "params = { old = { by_date = { { { min = 10, max = 30 }, from = '2023-01-01' } }, 'percent', 'x' },\n" \
          "  has = { " VALUE ", 'percent', 'x' } }, elements = { { '{has} {>} {old}', 'has', '>', 'old' } }"
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
    { "a_record_of_some_money", WITH("recorded = { 'investments', target = 'developer', amount = 'some' }"), CC_FLAGGED,
      1, NULL, NULL, NULL },
    { "a_record_of_a_word_of_its_own", WITH("recorded = { 'agreements', type = 'x-handshake', holder = 'investor' }"),
      CC_CLEAR, 1, NULL, NULL, NULL },
    { "none_recorded", WITH("none = { 'agreements', type = 'warrant' }"), CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "none_recorded_on_a_complete_list", WITH("none = { 'agreements', type = 'warrant' }"), CC_FLAGGED, 1, AGREEMENTS,
      NULL, NULL },
    { "none_where_there_is_one", WITH("none = { 'agreements', type = 'supply' }"), CC_CLEAR, 1, NULL, NULL, NULL },
    { "an_activity", WITH("does = { 'investor', 'cloud-provider' }"), CC_FLAGGED, 1, NULL, NULL, NULL },
    { "an_activity_that_is_not", WITH("does = { 'investor', 'retailer' }"), CC_CLEAR, 1, NULL, NULL, NULL },
    { "a_query_of_an_unknown_figure",
      TITLE
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
    { "a_param_of_which_bounds_are_known_is_not_passed_at_the_lower", BOUNDED("10"), CC_CLEAR, 1, NULL, NULL, NULL },
    { "between_its_bounds_it_is_open", BOUNDED("10.01"), CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "at_the_upper_bound_it_is_open", BOUNDED("30"), CC_CANNOT_TELL, 1, NULL, NULL, NULL },
    { "above_the_upper_bound_it_is_passed", BOUNDED("30.01"), CC_FLAGGED, 1, NULL, NULL, NULL },
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
      CC_FLAGGED, 5, NULL, NULL, NULL },
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

/* The rule of SUBJECT with the parts that are given in place of its own. */
#define WITH_PARTS(PARTS)                                                                              \
    "local rule, parts = { " SUBJECT "}, { " PARTS " }\n"                                              \
    "for _, key in ipairs { 'title', 'params', 'roles', 'subjects', 'figures', 'law_at', 'in_force', " \
    "'applies', 'elements', 'unless', 'advice' } do rule[key] = parts[key] or rule[key] or nil end\nreturn rule"

static void the_whole_comes_to(void **state)
{
    const struct whole_row *row = *state;
    char text[6000];
    struct ruling r;
    ruling_open(&r, NULL);
    assert_true(snprintf(text, sizeof text, WITH_PARTS("%s"), row->parts) < (int)sizeof text);
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
        WITH_PARTS(PROPOSES(
            "local d = case:entities({ id = 'anthropic' }):one()\n"
            "for _, id in ipairs { 'unit', 'aws', 'amazon', 'unit' } do for e in case:entities { id = id } do each(e, d) end end"))));
    ruling_case(&r, world, NULL);
    ruling_audit(&r, NULL);
    const struct finding *f = ruling_finding(&r, "t/rule");
    assert_non_null(f);
    assert_string_equal(facts_id(r.audit->facts, f->subject.roles[0].record), "amazon");
    ruling_close(&r);
}

int main(void)
{
    enum { ROWS = sizeof wholes / sizeof wholes[0] };
    static struct CMUnitTest all[ROWS + 1];
    size_t count = 0;
    world_make();
    for (size_t i = 0; i < ROWS; i++)
        all[count++] = (struct CMUnitTest){ .name = wholes[i].name,
                                            .test_func = the_whole_comes_to,
                                            .initial_state = (void *)(uintptr_t)&wholes[i] };
    all[count++] = (struct CMUnitTest)cmocka_unit_test(of_members_the_nearest_to_the_head_is_shown);
    return _cmocka_run_group_tests("lua/wholes", all, count, NULL, NULL);
}
