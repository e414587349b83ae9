/* author_test.c - what an author hears of a typical mistake: a sentence that says what to write instead, with its line,
 * and no verdict. The first table holds each row of "What the author hears" of the rule language's contract. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lua/ruling.h"

static const char records[] =
    "'entities':[{'id':'alpha','name':'Alpha','form':'company','activities':['cloud-provider']},"
    "{'id':'beta','name':'Beta','form':'company','activities':['ai-developer']}],"
    "'markets':[{'id':'m1','name':'cloud one','product':'cloud-infrastructure','measure':'revenue'},"
    "{'id':'m2','name':'cloud two','product':'cloud-infrastructure','measure':'revenue'},"
    "{'id':'m3','name':'chips','product':'ai-accelerators','measure':'revenue'}],"
    "'shares':[{'id':'s1','market':'m3','entity':'alpha','percent':21,'from':'2024-12-31'}],"
    "'investments':[{'id':'i1','investor':'alpha','target':'beta','amount':{'value':1e9,'currency':'USD'},'status':'paid','from':'2023-01-01'}],"
    "'agreements':[{'id':'a1','type':'exclusivity','holder':'alpha','grantor':'beta','scope':'api'},"
    "{'id':'a2','type':'supply','holder':'beta','grantor':'alpha'}]";

/* Two elements: the first holds, the second is the one that has the mistake. Params and figures as a rule may have. */
#define AROUND(TEST)                                                                         \
    "return require 'harmless' { id = 't/rule',\n"                                           \
    "params = { line = { 20, 'percent', 'a line' }, sum = { 1e9, 'USD', 'a sum' },\n"        \
    "  long = { 60, 'months', 'a time' }, many = { 3, 'count', 'a few' } },\n"               \
    "figures = { market = function(s, p, case) return case:product 'ai-accelerators' end,\n" \
    "  share = function(s) return s.market:share(s.investor) end },\n"                       \
    "elements = { { '{investor} and {developer}', function() return true end },\n"           \
    "  { 'the second', function(s, p, case)\n" TEST "\n"                                     \
    "  end } } }"
enum { TEST_LINE = 8 };

enum outcome { REFUSED, FAILED, CANNOT_TELL };
struct row {
    const char *name, *test, *phrase;
    enum outcome outcome;
    unsigned line; /* of the test, from 1; 0: that of its element */
};

/* Is the sentence among the needs of the finding? */
static bool needs_say(struct ruling *r, const char *phrase)
{
    const struct finding *f = ruling_finding(r, "t/rule");
    struct need *needs;
    size_t count = f ? finding_needs(r->audit, f, &needs) : 0;
    bool found = false;
    for (size_t i = 0; i < count; i++) found = found || strstr(needs[i].what, phrase);
    return found;
}

static void says_so_and_decides_nothing(void **state)
{
    const struct row *row = *state;
    char text[4000];
    struct ruling r;
    ruling_open(&r, &ruling_limits);
    snprintf(text, sizeof text, AROUND("%s"), row->test);
    bool loaded = ruling_rule(&r, "t/rule.lua", text);
    const char *said = loaded ? "" : r.said[0].message;
    char error[600];
    ruling_case(&r, records, NULL);
    ruling_audit(&r, NULL);
    const struct rule_result *result = ruling_result(&r, "t/rule.lua");
    unsigned line = loaded ? result->error_line : r.said[0].line;
    snprintf(error, sizeof error, "%s", loaded ? result->error ? result->error : "" : said);
    if (loaded == (row->outcome == REFUSED)) fail_msg("while loading: %s", said);
    assert_int_equal(result->verdict, row->outcome == CANNOT_TELL ? CC_CANNOT_TELL : CC_FAILED);
    if (row->outcome == CANNOT_TELL) {
        if (*row->phrase && !needs_say(&r, row->phrase)) fail_msg("nothing says that it needs %s", row->phrase);
    } else {
        unsigned expected = TEST_LINE + row->line - 1; /* the element begins on the line above */
        if (!strstr(error, row->phrase) || line != expected)
            fail_msg("line %u: %s\nexpected at line %u: %s", line, error, expected, row->phrase);
        assert_true(cc_audit_incomplete(r.audit));
        assert_int_equal(r.audit->finding_count, 0);
    }
    ruling_close(&r);
}

static const struct row hears[] = {
    { "a_test_without_return", "local share = s.share >= p.line",
      "a test returns true or false, this one returned nil (element 2)", FAILED, 0 },
    { "a_role_misspelt", "local x = 1\nreturn s.invester:does 'ai-developer'",
      "no role or figure 'invester' (roles: investor, developer", FAILED, 2 },
    { "a_set_returned", "return case:agreements { holder = s.investor }",
      "a set was made and never asked: use :any() or :none()", FAILED, 0 },
    { "a_set_negated", "return not case:agreements { holder = s.investor }",
      "a set was made and never asked: write :none() instead of 'not'", REFUSED, 1 },
    { "a_set_negated_in_brackets", "return not case:agreements(nil)",
      "a set was made and never asked: write :none() instead of 'not'", REFUSED, 1 },
    { "a_set_in_a_local_negated", "local a = case:agreements { holder = s.investor }\nreturn not a",
      "a set was made and never asked", FAILED, 1 },
    { "a_set_in_a_condition", "if case:agreements { holder = s.investor } then return true end\nreturn false",
      "a set was made and never asked", FAILED, 1 },
    { "a_set_narrowed_and_forgotten",
      "local a = case:agreements()\nlocal b = a:where { type = 'veto' }\nreturn a:any()",
      "a set was made and never asked", FAILED, 2 },
#define NEITHER " gives a quantity, which is neither true nor false; compare it: "
    { "a_quantity_in_a_condition",
      "local x = 1\nif case:invested(s.investor, s.developer) then return true end\nreturn false",
      "case:invested(s.investor, s.developer)" NEITHER "case:invested(s.investor, s.developer) >= …", REFUSED, 2 },
    { "a_quantity_in_brackets_in_a_condition",
      "if (case:paid(s.investor, s.developer)) then return true end return false",
      "case:paid(s.investor, s.developer)" NEITHER, REFUSED, 1 },
    { "a_quantity_negated", "return not case:invested(s.investor, s.developer)", NEITHER, REFUSED, 1 },
    { "a_quantity_negated_in_brackets", "return not ((case:invested(s.investor, s.developer)))", NEITHER, REFUSED, 1 },
    { "a_quantity_negated_before_it_is_compared", "return not case:invested(s.investor, s.developer) >= p.sum", NEITHER,
      REFUSED, 1 },
    { "a_quantity_before_and", "return case:held(s.investor, s.developer, 'stake') and s.share >= p.line", NEITHER,
      REFUSED, 1 },
    { "a_quantity_before_or", "return s.market:share(s.investor) or s.share >= p.line",
      "s.market:share(s.investor)" NEITHER, REFUSED, 1 },
    { "a_quantity_after_and_in_a_condition",
      "if s.share >= p.line and s.market:hhi() then return true end return false", NEITHER, REFUSED, 1 },
    { "a_quantity_in_a_group_that_is_negated", "return not (s.share >= p.line and s.market:hhi())", NEITHER, REFUSED,
      1 },
    { "a_quantity_in_while", "while case:positions():count() do return true end return false", NEITHER, REFUSED, 1 },
    { "a_quantity_in_until", "repeat local x = 1 until s.market:mhhi() return true", NEITHER, REFUSED, 1 },
    { "a_quantity_in_elseif",
      "if s.share >= p.line then return true\nelseif s.market:share(s.investor) then return false end", NEITHER,
      REFUSED, 2 },
    { "a_global_quantity_in_a_condition", "if least(s.share, p.line) then return true end return false", NEITHER,
      REFUSED, 1 },
    { "a_quantity_over_two_lines_in_a_condition",
      "if case:invested(s.investor,\ns.developer) then return true end return false",
      "invested(…)" NEITHER "invested(…) >= …", REFUSED, 1 },
    { "a_record_in_a_condition", "if case:positions():one() then return true end return false",
      "case:positions():one() gives a record, which is neither true nor false; ask it: case:positions():one():has{ field = … }",
      REFUSED, 1 },
    { "a_record_negated", "return not case:agreements():latest()", "gives a record, which is neither", REFUSED, 1 },
    { "a_market_negated", "return not case:product 'cloud-infrastructure'", "gives a market, which is neither", REFUSED,
      1 },
    { "a_list_in_a_condition", "if case:positions():list('entity') then return true end return false",
      "gives a list, which is neither true nor false; ask it", REFUSED, 1 },
    { "not_any", "return not case:agreements { type = 'veto', holder = s.investor }:any()", "", CANNOT_TELL, 0 },
    { "not_any_in_two_steps", "local any = case:positions():any()\nif any then return false end\nreturn true", "",
      CANNOT_TELL, 0 },
    { "a_count_of_nothing", "return case:positions():count() < 1", "", CANNOT_TELL, 0 },
    { "no_list_member", "return not case:positions():list('entity'):any()", "", CANNOT_TELL, 0 },
    { "a_number_compared_by_equality", "return s.share == 21",
      "no == in a rule: write record:has{ field = … }, a:same_group(b), set:any()", REFUSED, 1 },
    { "a_record_compared_with_a_name",
      "for a in case:agreements() do\nif a.holder == 'microsoft' then return true end end\nreturn false",
      "no == in a rule", REFUSED, 2 },
    { "a_record_compared_by_inequality", "return s.investor ~= s.developer", "no ~= in a rule", REFUSED, 1 },
    { "a_word_not_on_the_list",
      "for a in case:agreements() do if a:has { scope = 'APIs' } then return true end end return false",
      "'APIs' is not a scope of agreement; the nearest is 'api'", FAILED, 1 },
    { "until_for_to", "local day = case.as_of\nfor a in case:agreements() do return a.until > day end",
      "the field is 'to', not 'until'", REFUSED, 2 },
    { "until_for_to_in_brackets", "for a in case:agreements() do return a['until'] > case.as_of end",
      "the field is 'to', not 'until'", FAILED, 1 },
    { "a_bare_number_against_money", "return case:invested(s.investor, s.developer) >= 1e9",
      "a bare number against USD: write it as a param with its unit", FAILED, 1 },
    { "a_bare_number_against_a_percent", "return 20 <= s.share",
      "a bare number against percent: write it as a param with its unit", FAILED, 1 },
    { "a_product_with_two_markets", "return case:product('cloud-infrastructure'):share(s.investor) >= p.line",
      "which of 2 markets", CANNOT_TELL, 0 },
    { "a_product_without_a_market", "return case:product('ai-chatbots'):share(s.investor) >= p.line",
      "a market for ai-chatbots", CANNOT_TELL, 0 },
    { "a_dot_for_a_colon", "return case.agreements { holder = s.investor }:any()", "write case:agreements with a colon",
      REFUSED, 1 },
    { "a_dot_for_a_colon_with_brackets", "return case.agreements():any()", "write case:agreements with a colon",
      REFUSED, 1 },
    { "a_dot_for_a_colon_of_another_name", "local c = case\nreturn c.agreements { holder = s.investor }:any()",
      "write case:… with a colon", FAILED, 2 },

    { "a_field_that_is_not_there",
      "for a in case:agreements() do if a.cap > p.sum then return true end end return false",
      "this agreement has no 'cap': ask record:has { cap = true } first", FAILED, 1 },
    { "a_param_misspelt", "return s.share >= p.lien", "no param 'lien'; the nearest is 'line'", FAILED, 1 },
    { "a_field_misspelt", "for a in case:agreements() do return a.amuont > p.sum end",
      "agreement has no field 'amuont'; the nearest is 'amount'", FAILED, 1 },
    { "a_filter_field_misspelt", "return case:agreements { holdr = s.investor }:any()",
      "agreement has no field 'holdr'; the nearest is 'holder'", FAILED, 1 },
    { "two_filter_fields_misspelt", "return case:agreements { zholder = s.investor, aholder = s.developer }:any()",
      "agreement has no field 'aholder'", FAILED, 1 },
    { "a_filter_word_misspelt", "return case:agreements { type = 'exclusive' }:any()",
      "'exclusive' is not a type of agreement; the nearest is 'exclusivity'", FAILED, 1 },
    { "a_name_for_a_record", "return case:investments { investor = 'alpha' }:any()",
      "'alpha' is a text where investment.investor wants a record", FAILED, 1 },
    { "a_market_for_a_firm", "return case:investments { investor = case:markets() }:any()",
      "market stands where investment.investor wants another kind", FAILED, 1 },
    { "a_filter_that_is_nil", "local wanted = { }\nreturn case:agreements(wanted.filter):any()",
      "nil stands where a filter { field = value } is wanted", FAILED, 2 },
    { "a_filter_whose_value_is_nil", "local wanted = { }\nreturn case:agreements { holder = wanted.holder }:any()",
      "a filter without a field: was its value nil?", FAILED, 2 },
    { "an_empty_list_as_a_filter", "return case:agreements { type = {} }:any()",
      "an empty list as the filter value of 'type'", FAILED, 1 },
    { "a_record_as_the_filter", "return case:agreements(s.investor):any()",
      "entity stands where a filter { field = value } is wanted", FAILED, 1 },
    { "a_filter_by_a_number", "return case:investments { amount = p.sum }:any()", "a quantity cannot be a filter value",
      FAILED, 1 },
    { "except_with_two_fields", "return case:agreements():except { holder = s.investor, type = 'veto' }:any()",
      "except takes one field", FAILED, 1 },
    { "except_with_none", "return case:agreements():except():any()", "except takes one field", FAILED, 1 },
    { "where_with_none", "return case:agreements():where():any()", "where takes a filter", FAILED, 1 },
    { "has_of_a_set", "return case:agreements():has { type = 'veto' }", "a set has no 'has'", FAILED, 1 },
    { "has_with_none", "for a in case:agreements() do return a:has() end", "has takes a filter", FAILED, 1 },
    { "a_field_of_a_set", "return case:agreements().type < 'x'", "a set has no 'type'", FAILED, 1 },
    { "an_item_of_a_set", "return case:agreements()[1]:has { type = 'veto' }", "walk a set with 'for x in set do'",
      FAILED, 1 },
    { "percent_against_money", "return s.share >= p.sum", "USD against percent: these units do not compare", FAILED,
      1 },
    { "percent_and_money", "return s.share + p.sum > p.sum", "percent + USD: these units do not go together", FAILED,
      1 },
    { "points_against_a_count", "return s.market:hhi() > p.many", "count against points: these units do not compare",
      FAILED, 1 },
    { "held_without_what", "return case:held(s.investor, s.developer) > p.line", "'held'", FAILED, 1 },
    { "held_of_what_there_is_not", "return case:held(s.investor, s.developer, 'shares') > p.line",
      "case:held(a, b, \"stake\") or \"votes\", not 'shares'", FAILED, 1 },
    { "an_activity_misspelt", "return s.investor:does 'cloud-providr'",
      "'cloud-providr' is no activity; the nearest is 'cloud-provider'", FAILED, 1 },
    { "a_metric_misspelt", "return case:turnover(s.investor, 'revenu') > p.sum",
      "'revenu' is no metric; the nearest is 'revenue'", FAILED, 1 },
    { "a_geography_misspelt", "return case:product('ai-accelerators', 'worldwid'):listed(s.investor)",
      "'worldwid' is no geography; the nearest is 'worldwide'", FAILED, 1 },
    { "a_turnover_option_misspelt", "return case:turnover(s.investor, 'revenue', { where = 'EU' }) > p.sum",
      "turnover asks by geography and market, not 'where'", FAILED, 1 },
    { "a_day_after_the_case", "return case:at(case.as_of + p.long):agreements():any()",
      "case:at looks back: the day is after the as-of date", FAILED, 1 },
    { "a_duration_for_a_day", "return case:at(p.long):agreements():any()", "case:at wants a date, not months", FAILED,
      1 },
    { "a_sum_of_words", "return case:agreements():sum('type') > p.sum", "'type' cannot be summed: it is no number",
      FAILED, 1 },
    { "a_measure_without_a_number", "return case:agreements():over('lasts', 60):any()",
      "a bare number stands where a quantity is wanted", FAILED, 1 },
    { "each_outside_of_subjects", "return each(s.investor)", "'each' is not available to rules", FAILED, 1 },
    { "a_method_without_brackets", "return case:agreements { holder = s.investor }.any", "this one returned function",
      FAILED, 0 },
    { "two_results", "return true, s.share", "a test returns one true or false, this one returned 2 values", FAILED,
      0 },
    { "a_figure_written_as_a_call", "return s.share() > p.line", "a quantity is no function", FAILED, 1 },
    { "a_misspelt_method", "return case:agreements():some()", "a set has no 'some'", FAILED, 1 },
    { "a_misspelt_kind", "return case:agreement { type = 'veto' }:any()", "the case has no 'agreement'", FAILED, 1 },
    { "a_source_that_is_read", "for a in case:agreements() do return a.source > 1 end", "a rule does not read sources",
      FAILED, 1 },
    { "hhi_change_of_one_group", "return s.market:hhi_change(s.investor, s.investor) > 100",
      "the two are one group already", FAILED, 1 },
};

/* ---- load errors ---- */

static const char *const lines[] = {
    "return {",
    "  id = 't/rule',",
    "  title = '{investor} funds {developer}',",
    "  severity = 'high',",
    "  nature = 'indicator',",
    "  jurisdiction = 'US',",
    "  basis = { { 'book', at = 'page 1', support = 'direct' } },",
    "  params = { line = { 20, 'percent', 'a line' } },",
    "  roles = { 'investor', 'developer' },",
    "  subjects = function(case, each) end,",
    "  figures = { share = function(s) return s.investor end },",
    "  in_force = { from = '2020-01-01' },",
    "  law_at = function(s, case) return case.as_of end,",
    "  applies = { { '{developer} develops AI', does = { 'developer', 'ai-developer' } } },",
    "  elements = { { '{investor} holds it', recorded = { 'agreements', type = 'veto', holder = 'investor' } } },",
    "  unless = { { 'it is fine', function() return false end } },",
    "  advice = 'Ask {developer}.',",
    "}",
};
enum {
    LINES = sizeof lines / sizeof lines[0],
    ID = 2,
    TITLE,
    SEVERITY,
    NATURE,
    PLACE,
    BASIS,
    PARAMS,
    ROLES,
    SUBJECTS,
    FIGURES,
    FORCE,
    LAW,
    APPLIES,
    ELEMENTS,
    UNLESS,
    ADVICE
};

struct mistake {
    const char *name;
    unsigned line; /* that is written otherwise */
    const char *text;
    unsigned said; /* at this line */
    const char *phrase;
};

enum { RETURN = 1 }; /* where what is missing is missed */

static bool load_with(struct ruling *r, unsigned line, const char *text)
{
    char rule[4000];
    size_t used = 0;
    for (unsigned i = 0; i < LINES; i++)
        used += (size_t)snprintf(rule + used, sizeof rule - used, "%s\n", i + 1 == line ? text : lines[i]);
    assert_true(used < sizeof rule);
    return ruling_rule(r, "t/rule.lua", rule);
}

static void is_refused_with_its_line(void **state)
{
    const struct mistake *m = *state;
    struct ruling r;
    ruling_open(&r, &ruling_limits);
    assert_false(load_with(&r, m->line, m->text));
    assert_int_equal(r.said_count, 1);
    assert_string_equal(r.said[0].code, "rule");
    if (!strstr(r.said[0].message, m->phrase) || r.said[0].line != m->said)
        fail_msg("line %u: %s\nexpected at line %u: %s", r.said[0].line, r.said[0].message, m->said, m->phrase);
    ruling_case(&r, records, NULL);
    ruling_audit(&r, NULL);
    assert_int_equal(ruling_result(&r, "t/rule.lua")->verdict, CC_FAILED);
    ruling_close(&r);
}

#define ELEMENT(TEXT) "  elements = { " TEXT " },"
static const struct mistake mistakes[] = {
    { "a_key_misspelt", ELEMENTS, "  elementes = {},", ELEMENTS,
      "a rule has no 'elementes'; the nearest is 'elements'" },
    { "two_keys_misspelt", ADVICE, "  zadvice = 'x', avice = 'x',", ADVICE,
      "a rule has no 'avice'; the nearest is 'advice'" },
    { "a_value_without_a_key", ADVICE, "  'Ask {developer}.',", RETURN,
      "a value without a name in a rule, at place 1" },
    { "an_id_of_another_file", ID, "  id = 't/other',", ID, "the id 't/other' does not end in the file's name 'rule'" },
    { "an_id_without_a_pack", ID, "  id = 'rule',", ID, "'rule' is no id: \"pack/name\"" },
    { "an_id_with_capitals", ID, "  id = 'T/rule',", ID, "'T/rule' is no id: \"pack/name\"" },
    { "no_id", ID, "", RETURN, "a rule has an id" },
    { "an_id_that_is_a_number", ID, "  id = 7,", ID, "the id is a text, not a bare number" },
    { "no_title", TITLE, "", RETURN, "a rule has a title" },
    { "an_empty_title", TITLE, "  title = '',", TITLE, "the title is empty" },
    { "a_placeholder_misspelt", TITLE, "  title = '{investr} funds',", TITLE,
      "the text names {investr}, which is no role, figure or param; the nearest is 'investor'" },
    { "a_placeholder_unknown", TITLE, "  title = '{market} of {investor}',", TITLE,
      "the text names {market}, which is no role, figure or param" },
    { "a_lone_brace", TITLE, "  title = 'a { of {investor}',", TITLE,
      "a lone '{' in the text: a placeholder is written {name}" },
    { "a_closing_brace", TITLE, "  title = 'a } of {investor}',", TITLE, "a lone '}' in the text" },
    { "a_comparison_in_a_title", TITLE, "  title = '{investor} is {>=} {line}',", TITLE,
      "{>=} stands only in the text of a comparison" },
    { "each_in_a_title", TITLE, "  title = '{investor} in {each}',", TITLE,
      "{each} stands only in the text of an element with 'each'" },
    { "a_plural_of_a_role", TITLE, "  title = '{investor|one|many}',", TITLE,
      "a plural counts a figure or a param, not the role 'investor'" },
    { "a_plural_of_one_form", TITLE, "  title = '{line|one}',", TITLE, "a plural is written {name|one|many}" },
    { "a_severity_misspelt", SEVERITY, "  severity = 'hihg',", SEVERITY,
      "'hihg' is no severity; the nearest is 'high'" },
    { "no_severity", SEVERITY, "", RETURN, "a rule has a severity: critical, high, medium, low or info" },
    { "a_nature_misspelt", NATURE, "  nature = 'presumtion',", NATURE,
      "'presumtion' is no nature; the nearest is 'presumption'" },
    { "a_jurisdiction_unknown", PLACE, "  jurisdiction = 'USA',", PLACE,
      "'USA' is no jurisdiction; the nearest is 'US'" },
    { "a_source_unknown", BASIS, "  basis = { { 'boook', support = 'direct' } },", BASIS,
      "no source has the id 'boook' in sources.json; the nearest is 'book'" },
    { "a_basis_without_support", BASIS, "  basis = { { 'book', at = 'page 1' } },", BASIS,
      "a basis says how firm it is" },
    { "a_support_misspelt", BASIS, "  basis = { { 'book', support = 'indirect' } },", BASIS,
      "'indirect' is no support; the nearest is 'direct'" },
    { "a_basis_with_another_key", BASIS, "  basis = { { 'book', page = 1, support = 'direct' } },", BASIS,
      "a basis has no 'page'" },
    { "a_basis_of_nothing", BASIS, "  basis = {},", BASIS, "basis names at least one source" },
    { "a_basis_that_is_a_text", BASIS, "  basis = 'book',", BASIS, "basis is a list" },
    { "a_param_without_a_reason", PARAMS, "  params = { line = { 20, 'percent' } },", PARAMS,
      "the param 'line' gives no reason for its value" },
    { "a_param_with_a_unit_unknown", PARAMS, "  params = { line = { 20, '%', 'a line' } },", PARAMS,
      "'%' is no unit: percent, points, count, days, months, years or a currency like USD" },
    { "a_param_in_a_currency_misspelt", PARAMS, "  params = { line = { 20, 'UDS', 'a line' } },", PARAMS,
      "'UDS' is no unit and no code of ISO 4217; the nearest is 'USD'" },
    { "a_param_that_is_a_text", PARAMS, "  params = { line = { '20', 'percent', 'a line' } },", PARAMS,
      "the value of the param 'line' is a number, not a text" },
    { "a_param_that_is_a_number", PARAMS, "  params = { line = 20 },", PARAMS,
      "the param 'line' is written { value, \"unit\", \"reason\" }" },
    { "a_param_that_is_not_finite", PARAMS, "  params = { line = { 1 / 0, 'percent', 'a line' } },", PARAMS,
      "the value of the param 'line' is no finite number" },
    { "a_param_with_a_fourth_place", PARAMS, "  params = { line = { 20, 'percent', 'a line', 'more' } },", PARAMS,
      "a value without a name in a param, at place 4" },
    { "a_param_named_like_a_role", PARAMS, "  params = { investor = { 20, 'percent', 'a line' } },", PARAMS,
      "'investor' names a role and a param" },
    { "a_param_named_like_a_figure", PARAMS, "  params = { share = { 20, 'percent', 'a line' } },", PARAMS,
      "'share' names a figure and a param" },
    { "a_param_with_capitals", PARAMS, "  params = { Line = { 20, 'percent', 'a line' } },", PARAMS,
      "'Line' is no name for a param: small letters, digits and _" },
    { "a_dated_param_without_rows", PARAMS, "  params = { line = { by_date = {}, 'USD', 'a line' } },", PARAMS,
      "the param 'line' has no row by date" },
    { "a_dated_param_with_one_day_twice", PARAMS,
      "  params = { line = { by_date = { { 1, from = '2024-01-01' }, { 2, from = '2024-01-01' } }, 'USD', 'a line' } },",
      PARAMS, "the param 'line' has two rows from one day" },
    { "a_dated_param_with_no_day", PARAMS,
      "  params = { line = { by_date = { { 1, from = '2024-13-01' } }, 'USD', 'a line' } },", PARAMS,
      "'2024-13-01' is no day: write YYYY-MM-DD" },
    { "a_dated_param_from_a_month", PARAMS,
      "  params = { line = { by_date = { { 1, from = '2024-01' } }, 'USD', 'a line' } },", PARAMS,
      "'2024-01' is no day: write YYYY-MM-DD" },
    { "a_dated_param_that_ends_first", PARAMS,
      "  params = { line = { by_date = { { 1, from = '2024-02-01', to = '2024-01-01' } }, 'USD', 'a line' } },", PARAMS,
      "a row of the param 'line' ends before it begins" },
    { "a_dated_param_with_until", PARAMS,
      "  params = { line = { by_date = { { 1, from = '2024-02-01', untl = '2024-03-01' } }, 'USD', 'a line' } },",
      PARAMS, "a dated row has no 'untl'" },
    { "no_roles", ROLES, "", RETURN, "a rule declares its roles" },
    { "a_role_twice", ROLES, "  roles = { 'investor', 'developer', 'investor' },", TITLE,
      "'investor' names a role and a role" },
    { "a_role_that_is_no_name", ROLES, "  roles = { 'investor', 'developer', 'the firm' },", ROLES,
      "'the firm' is no name for a role" },
    { "roles_by_name", ROLES, "  roles = { 'developer', a = 'investor' },", ROLES,
      "roles is a plain list, without names and gaps" },
    { "no_subjects", SUBJECTS, "", RETURN, "a rule has subjects: function(case, each)" },
    { "subjects_that_are_a_list", SUBJECTS, "  subjects = {},", SUBJECTS, "subjects is a function, not table" },
    { "a_figure_that_is_a_number", FIGURES, "  figures = { share = 20 },", FIGURES,
      "share is a function, not a bare number" },
    { "a_figure_named_like_a_role", FIGURES, "  figures = { developer = function(s) return s.investor end },", FIGURES,
      "'developer' names a role and a figure" },
    { "in_force_until", FORCE, "  in_force = { from = '2020-01-01', untl = '2021-01-01' },", FORCE,
      "in_force has no 'untl'" },
    { "in_force_turned_round", FORCE, "  in_force = { from = '2020-01-01', to = '2019-01-01' },", FORCE,
      "in_force ends before it begins" },
    { "law_at_that_is_a_day", LAW, "  law_at = '2024-01-01',", LAW, "law_at is a function, not a text" },
    { "no_elements", ELEMENTS, "", RETURN, "a rule has elements: what must be proved" },
    { "elements_that_are_empty", ELEMENTS, "  elements = {},", ELEMENTS, "a rule has at least one element" },
    { "elements_by_name", ELEMENTS, "  elements = { first = { 'x', function() return true end } },", ELEMENTS,
      "elements is a plain list, without names and gaps" },
    { "an_element_that_is_a_text", ELEMENTS, ELEMENT("'{investor} holds it'"), ELEMENTS,
      "an element is a table { text, … }, not a text (element 1)" },
    { "an_element_without_a_text", ELEMENTS, ELEMENT("{ recorded = { 'agreements' } }"), ELEMENTS,
      "the text of an element is a text, not nil (element 1)" },
    { "an_element_without_a_test", ELEMENTS, ELEMENT("{ '{investor} holds it' }"), ELEMENTS,
      "an element has a test: a function, a comparison, recorded, none, does, any, all, none_of or at_least (element 1)" },
    { "an_element_with_two_tests", ELEMENTS,
      ELEMENT("{ '{investor} holds it', function() return true end, recorded = { 'agreements' } }"), ELEMENTS,
      "an element has one test, this one has 2 (element 1)" },
    { "an_element_with_a_third_place", ELEMENTS,
      ELEMENT("{ '{investor} holds it', function() return true end, function() return false end }"), ELEMENTS,
      "a value without a name in an element, at place 3 (element 1)" },
    { "an_element_with_a_key_misspelt", ELEMENTS, ELEMENT("{ '{investor} holds it', recored = { 'agreements' } }"),
      ELEMENTS, "an element has no 'recored'; the nearest is 'recorded' (element 1)" },
    { "an_element_whose_sentence_names_another", ELEMENTS,
      ELEMENT("{ '{firm} holds it', recorded = { 'agreements' } }"), ELEMENTS, "the text names {firm}" },
    { "a_no_that_names_another", ELEMENTS,
      ELEMENT("{ '{investor} holds it', recorded = { 'agreements' }, no = '{firm} does not' }"), ELEMENTS,
      "the text names {firm}" },
    { "a_query_of_one", ELEMENTS, ELEMENT("{ '{investor} holds it', recorded = { 'agreement', holder = 'investor' } }"),
      ELEMENTS, "there are no 'agreement' to ask for; the nearest is 'agreements' (element 1)" },
    { "a_query_of_sources", ELEMENTS, ELEMENT("{ '{investor} holds it', recorded = { 'sources' } }"), ELEMENTS,
      "there are no 'sources' to ask for" },
    { "a_query_of_a_field_unknown", ELEMENTS,
      ELEMENT("{ '{investor} holds it', recorded = { 'agreements', holdr = 'investor' } }"), ELEMENTS,
      "agreement has no field 'holdr'; the nearest is 'holder' (element 1)" },
    { "a_query_of_a_word_unknown", ELEMENTS,
      ELEMENT("{ '{investor} holds it', recorded = { 'agreements', type = 'vetoo', holder = 'investor' } }"), ELEMENTS,
      "'vetoo' is not a type of agreement; the nearest is 'veto' (element 1)" },
    { "a_query_of_a_role_unknown", ELEMENTS,
      ELEMENT("{ '{investor} holds it', recorded = { 'agreements', holder = 'invester' } }"), ELEMENTS,
      "no role or figure 'invester'; the nearest is 'investor' (element 1)" },
    { "a_query_of_a_param", ELEMENTS,
      ELEMENT("{ '{investor} holds it', recorded = { 'agreements', holder = 'line' } }"), ELEMENTS,
      "no role or figure 'line'" },
    { "a_query_of_an_amount", ELEMENTS,
      ELEMENT("{ '{investor} holds it', recorded = { 'agreements', amount = 'line' } }"), ELEMENTS,
      "'amount' cannot be filtered by a value: compare it in a test" },
    { "a_query_of_an_empty_list", ELEMENTS,
      ELEMENT("{ '{investor} holds it', recorded = { 'agreements', type = {} } }"), ELEMENTS,
      "an empty list as the filter value of 'type' (element 1)" },
    { "a_query_of_a_list_in_a_list", ELEMENTS,
      ELEMENT("{ '{investor} holds it', recorded = { 'agreements', type = { { 'veto' } } } }"), ELEMENTS,
      "a list within a list as the filter value of 'type'" },
    { "a_query_of_a_function", ELEMENTS,
      ELEMENT("{ '{investor} holds it', recorded = { 'agreements', holder = function() end } }"), ELEMENTS,
      "holder is a text, not function" },
    { "an_activity_unknown", ELEMENTS, ELEMENT("{ '{investor} holds it', does = { 'investor', 'cloud' } }"), ELEMENTS,
      "'cloud' is not a does of activity" },
    { "an_activity_of_nobody", ELEMENTS, ELEMENT("{ '{investor} holds it', does = { 'cloud-provider' } }"), ELEMENTS,
      "does is written { role, activity }" },
    { "a_comparison_of_what_there_is_not", ELEMENTS, ELEMENT("{ '{investor} {>=} {line}', 'shar', '>=', 'line' }"),
      ELEMENTS, "no figure or param 'shar'; the nearest is 'share' (element 1)" },
    { "a_comparison_of_a_role", ELEMENTS, ELEMENT("{ '{investor} {>=} {line}', 'investor', '>=', 'line' }"), ELEMENTS,
      "no figure or param 'investor'" },
    { "a_comparison_with_a_number", ELEMENTS, ELEMENT("{ '{investor} {>=} {line}', 'share', '>=', 20 }"), ELEMENTS,
      "a side of a comparison is a text, not a bare number" },
    { "a_comparison_with_another_sign", ELEMENTS, ELEMENT("{ '{investor} {>=} {line}', 'share', '=>', 'line' }"),
      ELEMENTS, "'=>' is no comparison (>=, >, <=, <)" },
    { "a_comparison_by_equality", ELEMENTS, ELEMENT("{ '{investor} {>=} {line}', 'share', '==', 'line' }"), ELEMENTS,
      "'==' is no comparison (>=, >, <=, <)" },
    { "a_comparison_without_a_side", ELEMENTS, ELEMENT("{ '{investor} {>=} {line}', 'share', '>=' }"), ELEMENTS,
      "a side of a comparison is a text, not nil" },
    { "a_sign_without_a_comparison", ELEMENTS, ELEMENT("{ '{investor} {>=} {line}', function() return true end }"),
      ELEMENTS, "{>=} stands only in the text of a comparison (element 1)" },
    { "a_group_of_nothing", ELEMENTS, ELEMENT("{ '{investor} holds it', any = {} }"), ELEMENTS,
      "a group has at least one element (element 1)" },
    { "a_group_of_one_without_brackets", ELEMENTS,
      ELEMENT("{ '{investor} holds it', any = { '{investor} does', function() return true end } }"), ELEMENTS,
      "an element is a table { text, … }, not a text (element 1)" },
    { "more_than_there_are", ELEMENTS,
      ELEMENT(
          "{ '{investor} holds it', at_least = 3, of = { { 'a', function() return true end }, { 'b', function() return true end } } }"),
      ELEMENTS, "at_least 3 of 2" },
    { "at_least_of_nothing", ELEMENTS, ELEMENT("{ '{investor} holds it', at_least = 1 }"), ELEMENTS,
      "at_least wants 'of' (a list of elements) or 'each' and 'test'" },
    { "at_least_a_half", ELEMENTS,
      ELEMENT("{ '{investor} holds it', at_least = 0.5, of = { { 'a', function() return true end } } }"), ELEMENTS,
      "at_least is a whole number from 1" },
    { "of_without_at_least", ELEMENTS,
      ELEMENT("{ '{investor} holds it', function() return true end, of = { { 'a', function() return true end } } }"),
      ELEMENTS, "'of' goes with at_least = …" },
    { "each_without_at_least", ELEMENTS,
      ELEMENT("{ '{investor} in {each}', each = { 'a' }, test = function() return true end }"), ELEMENTS,
      "'each' goes with at_least = …" },
    { "each_without_a_test", ELEMENTS, ELEMENT("{ '{investor} in {each}', at_least = 1, each = { 'a' } }"), ELEMENTS,
      "an element with 'each' has a test = function(s, p, case, it)" },
    { "each_without_a_text_to_show", ELEMENTS,
      ELEMENT("{ '{investor} in {each}', at_least = 1, each = { { sum = 1 } }, test = function() return true end }"),
      ELEMENTS, "row 1 of each has no text to show: a text, or { name = … }" },
    { "a_test_beside_a_query", ELEMENTS,
      ELEMENT("{ '{investor} holds it', recorded = { 'agreements' }, test = function() return true end }"), ELEMENTS,
      "'test' goes with each = …" },
    { "an_unless_that_is_one", UNLESS, "  unless = { 'it is fine', function() return false end },", UNLESS,
      "an element is a table { text, … }, not a text (unless 1)" },
    { "an_advice_that_names_another", ADVICE, "  advice = 'Ask {firm}.',", ADVICE, "the text names {firm}" },
    { "an_advice_that_is_a_list", ADVICE, "  advice = { 'Ask' },", ADVICE, "advice is a text, not table" },
    { "a_syntax_error", ADVICE, "  advice = = 'Ask'", ADVICE, "unexpected symbol near '='" },
    { "a_comma_forgotten", ADVICE - 1, "  unless = {}", ADVICE, "expected" },
};

static void the_rule_without_a_mistake_loads(void **state)
{
    struct ruling r;
    (void)state;
    ruling_open(&r, &ruling_limits);
    if (!load_with(&r, 0, NULL)) fail_msg("line %u: %s", r.said[0].line, r.said[0].message);
    ruling_close(&r);
}

static void not_any_on_a_complete_list_decides(void **state)
{
    struct ruling r;
    (void)state;
    ruling_open(&r, &ruling_limits);
    assert_true(ruling_rule(&r, "t/rule.lua",
                            AROUND("return not case:agreements { type = 'veto', holder = s.investor }:any()")));
    ruling_case(&r, records, "{'kind':'agreement'}");
    ruling_audit(&r, NULL);
    assert_int_equal(ruling_result(&r, "t/rule")->verdict, CC_FLAGGED);
    ruling_close(&r);
}

static void an_id_twice_is_an_error_of_the_later(void **state)
{
    struct ruling r;
    (void)state;
    ruling_open(&r, &ruling_limits);
    assert_true(ruling_rule(&r, "one/rule.lua", AROUND("return true")));
    assert_false(ruling_rule(&r, "two/rule.lua", AROUND("return true")));
    assert_string_equal(r.said[0].message, "the id 't/rule' is taken by one/rule.lua");
    ruling_case(&r, records, NULL);
    ruling_audit(&r, NULL);
    assert_int_equal(ruling_result(&r, "t/rule")->verdict, CC_FLAGGED);
    assert_int_equal(ruling_result(&r, "two/rule.lua")->verdict, CC_FAILED);
    ruling_close(&r);
}

/* Of an entity nothing is known: what is missing is the field that the filter asked, not just any. */
static void a_need_names_what_the_filter_asked(void **state)
{
    static const char *const tests[][3] = {
        { "jurisdiction = 'DE'", "the jurisdiction of Gamma", "activities" },
        { "activities = 'retailer'", "the activities of Gamma", "jurisdiction" },
        { "form = 'company'", "the form of Gamma", "activities" },
    };
    static const char asked[] =
        "'entities':[{'id':'alpha','name':'Alpha'},{'id':'beta','name':'Beta'},{'id':'gamma','name':'Gamma'}],"
        "'investments':[{'id':'i1','investor':'alpha','target':'beta','status':'paid','from':'2023-01-01'}],"
        "'agreements':[{'id':'a1','type':'waiver','holder':'alpha','grantor':'gamma'}]";
    for (size_t i = 0; i < 2 * sizeof tests / sizeof *tests; i++) {
        char text[2000];
        struct ruling r;
        ruling_open(&r, NULL);
        snprintf(text, sizeof text,
                 "return require 'harmless' { id = 't/rule', figures = { firms = function(s, p, case)\n"
                 "return case:entities { %s } end },\nelements = { { 'so for {investor} and {developer}', %s } } }",
                 tests[i / 2][0],
                 i % 2
                     ? "recorded = { 'agreements', type = 'waiver', grantor = 'firms' }"
                     : "function(s, p, case) return case:agreements({ type = 'waiver', grantor = s.firms }):any() end");
        if (!ruling_rule(&r, "t/rule.lua", text)) fail_msg("%s", r.said[0].message);
        ruling_case(&r, asked, NULL);
        ruling_audit(&r, NULL);
        assert_int_equal(ruling_result(&r, "t/rule")->verdict, CC_CANNOT_TELL);
        if (!needs_say(&r, tests[i / 2][1])) fail_msg("nothing says that it needs %s", tests[i / 2][1]);
        assert_false(needs_say(&r, tests[i / 2][2]));
        ruling_close(&r);
    }
}

/* Does the sentence say what to write, ask or do instead? */
static bool names_a_mend(const char *phrase)
{
    static const char *const words[] = { "write ",       "use :",       "the nearest is", "first",      "walk a set",
                                         " wants ",      " is written", " takes ",        ": small",    "(roles:",
                                         "the field is", "YYYY-MM-DD",  "goes with ",     "looks back", ", not ",
                                         "at least one", " names ",     "has 1 to" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(phrase, words[i])) return true;
    return false;
}

/* Each row above says the line too, and decides no verdict. */
static void forty_mistakes_and_more_are_told_with_their_mend(void **state)
{
    unsigned told = 0;
    (void)state;
    for (size_t i = 0; i < sizeof hears / sizeof *hears; i++)
        told += hears[i].outcome != CANNOT_TELL && names_a_mend(hears[i].phrase);
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) told += names_a_mend(mistakes[i].phrase);
    if (told < 40) fail_msg("%u mistakes are told with their mend", told);
}

int main(void)
{
    enum { HEARS = sizeof hears / sizeof hears[0], MISTAKES = sizeof mistakes / sizeof mistakes[0] };
    static const struct CMUnitTest others[] = {
        cmocka_unit_test(the_rule_without_a_mistake_loads),
        cmocka_unit_test(not_any_on_a_complete_list_decides),
        cmocka_unit_test(an_id_twice_is_an_error_of_the_later),
        cmocka_unit_test(forty_mistakes_and_more_are_told_with_their_mend),
        cmocka_unit_test(a_need_names_what_the_filter_asked),
    };
    enum { OTHERS = sizeof others / sizeof others[0] };
    static struct CMUnitTest tests[HEARS + MISTAKES + OTHERS];
    size_t count = 0;
    for (size_t i = 0; i < HEARS; i++)
        tests[count++] = (struct CMUnitTest){ .name = hears[i].name,
                                              .test_func = says_so_and_decides_nothing,
                                              .initial_state = (void *)(uintptr_t)&hears[i] };
    for (size_t i = 0; i < MISTAKES; i++)
        tests[count++] = (struct CMUnitTest){ .name = mistakes[i].name,
                                              .test_func = is_refused_with_its_line,
                                              .initial_state = (void *)(uintptr_t)&mistakes[i] };
    memcpy(tests + count, others, sizeof others);
    return _cmocka_run_group_tests("lua/author", tests, count + OTHERS, NULL, NULL);
}
