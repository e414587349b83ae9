/* author_test.c - what an author hears of a typical mistake: a sentence that says what to write instead, with its line,
 * and no verdict. The table holds each row of "What the author hears" of the rule language's contract. What is refused of a
 * rule's table is in load_errors_test.c. */
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
    "{'id':'m3','name':'chips','product':'ai-accelerators','measure':'revenue'},"
    "{'id':'m4','name':'vector search','product':'x-vector-search','geography':null}],"
    "'shares':[{'id':'s1','market':'m3','entity':'alpha','percent':21,'from':'2024-12-31'}],"
    "'investments':[{'id':'i1','investor':'alpha','target':'beta','amount':{'value':1e9,'currency':'USD'},'status':'paid','from':'2023-01-01'}],"
    "'agreements':[{'id':'a1','type':'exclusivity','holder':'alpha','grantor':'beta','scope':'api'},"
    "{'id':'a2','type':'supply','holder':'beta','grantor':'alpha'}]";

/* Two elements: the first holds, the second is the one that has the mistake. Params and figures as a rule may have. */
#define AROUND(TEST)                                                                                                          \
    "local own, shelf = { right = 'veto', words = { 'veto' } }, require 'shelf' return require 'harmless' { id = 't/rule',\n" \
    "params = { line = { 20, 'percent', 'a line' }, sum = { 1e9, 'USD', 'a sum' },\n"                                         \
    "  long = { 60, 'months', 'a time' }, many = { 3, 'count', 'a few' } },\n"                                                \
    "figures = { market = function(s, p, case) return case:product 'ai-accelerators' end,\n"                                  \
    "  share = function(s) return s.market:share(s.investor) end },\n"                                                        \
    "elements = { { '{investor} and {developer}', function() return true end },\n"                                            \
    "  { 'the second', function(s, p, case)\n" TEST "\n"                                                                      \
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
    { "a_set_by_a_long_filter_negated",
      "return not case:agreements { type = { 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto',\n"
      "'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto',\n"
      "'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto',\n"
      "'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto',\n"
      "'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto', 'veto' } }",
      "a set was made and never asked", REFUSED, 1 },
    { "a_set_negated_in_brackets", "return not case:agreements(nil)",
      "a set was made and never asked: write :none() instead of 'not'", REFUSED, 1 },
    { "a_set_in_a_local_negated", "local a = case:agreements { holder = s.investor }\nreturn not a",
      "a set was made and never asked: use :any() or :none()", FAILED, 2 },
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
#define IS_NEITHER " is neither true nor false; "
    { "a_quantity_in_a_local", "local n = case:agreements():count()\nif n then return true end return false",
      "a quantity" IS_NEITHER "compare it: … >= …", FAILED, 2 },
    { "a_figure_in_a_condition", "if s.share then return true end return false", "a quantity" IS_NEITHER, FAILED, 1 },
    { "a_figure_negated", "return not s.share", "a quantity" IS_NEITHER, FAILED, 1 },
    { "a_figure_before_and", "return s.share and true", "a quantity" IS_NEITHER, FAILED, 1 },
    { "a_figure_before_or_in_a_condition", "if s.share or false then return true end return false",
      "a quantity" IS_NEITHER, FAILED, 1 },
    { "a_param_after_and_in_a_condition", "if s.share >= p.line and p.many then return true end return false",
      "a quantity" IS_NEITHER, FAILED, 1 },
    { "a_local_quantity_in_while", "local n = s.share\nwhile n do return true end return false",
      "a quantity" IS_NEITHER, FAILED, 2 },
    { "a_local_quantity_in_until", "local n = s.share\nrepeat local _ = n until n\nreturn true",
      "a quantity" IS_NEITHER, FAILED, 2 },
    { "a_local_quantity_in_brackets_in_a_condition",
      "local n = case:agreements():count()\nif (n) then return true end return false", "a quantity" IS_NEITHER, FAILED,
      2 },
    { "a_local_quantity_in_brackets_negated", "local n = case:agreements():count()\nreturn not (n)",
      "a quantity" IS_NEITHER, FAILED, 2 },
    { "a_local_quantity_in_brackets_before_and", "local n = case:agreements():count()\nreturn (n) and true",
      "a quantity" IS_NEITHER, FAILED, 2 },
    { "a_local_quantity_before_and_in_brackets", "local n = case:agreements():count()\nreturn (n and true) or false",
      "a quantity" IS_NEITHER, FAILED, 2 },
    { "a_local_quantity_before_and_in_arguments",
      "local n = case:agreements():count()\nlocal function same(x) return x end return same(n and true)",
      "a quantity" IS_NEITHER, FAILED, 2 },
    { "a_local_quantity_before_and_in_a_list",
      "local n = case:agreements():count()\nlocal all = { n and true } return all[1]", "a quantity" IS_NEITHER, FAILED,
      2 },
    { "a_local_quantity_before_and_as_a_second_value",
      "local n = case:agreements():count()\nlocal _, b = 1, n and true return b", "a quantity" IS_NEITHER, FAILED, 2 },
    { "a_local_quantity_chosen_in_brackets_in_a_condition",
      "local n = case:agreements():count()\nif s.share >= p.line and (n or true) then return true end return false",
      "a quantity" IS_NEITHER, FAILED, 2 },
    { "a_quantity_of_a_function_of_the_rule",
      "local function held() return case:held(s.investor, s.developer, 'stake') end\nif held() then return true end return false",
      "a quantity" IS_NEITHER, FAILED, 2 },
    { "a_record_in_a_local", "local firm = s.investor\nreturn firm and true or false",
      "entity" IS_NEITHER "ask it: …:has{ field = … }", FAILED, 2 },
    { "a_record_of_a_loop_in_a_condition",
      "for a in case:agreements() do if a.holder then return true end end return false", "entity" IS_NEITHER, FAILED,
      1 },
    { "a_list_in_a_local", "local all = case:agreements():list('holder')\nif all then return true end return false",
      "a list" IS_NEITHER "ask it: …:any()", FAILED, 2 },
    { "a_method_in_a_condition", "local all = case:agreements()\nif all.any then return true end return false",
      "a method is neither true nor false: write () after it", FAILED, 2 },
    { "a_quantity_that_is_chosen",
      "local n = s.share >= p.line and s.share or p.line\nreturn not (n >= p.line and "
      "case:agreements({ type = 'veto' }):any())",
      "", CANNOT_TELL, 0 },
    { "a_record_as_a_key", "local seen = { [s.investor] = true }\nreturn seen[s.developer] and true or false",
      "entity is no key of a table: write record:has{ field = … } or a:same_group(b)", FAILED, 1 },
    { "a_record_as_a_key_assigned", "local seen = {}\nseen[s.investor] = true\nreturn seen[s.developer] or false",
      "entity is no key of a table", FAILED, 2 },
    { "a_quantity_looked_up", "local known = { }\nreturn known[s.share] or false", "a quantity is no key of a table",
      FAILED, 2 },
    { "nil_looked_up", "local known, one = { }, nil\nreturn known[one] or false", "nil is no key of a table", FAILED,
      2 },
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
    { "a_product_whose_place_is_unknown", "return case:product('x-vector-search', 'worldwide'):has { table = true }",
      "the geography of the market 'm4'", CANNOT_TELL, 0 },
    { "the_one_of_none", "return case:holdings { holder = s.developer, entity = s.investor }:one().votes >= p.line",
      "a holding with entity Alpha, holder Beta", CANNOT_TELL, 0 },
    { "the_one_of_none_whatever_it_is", "return case:ventures():one():has { from = true }", "a venture", CANNOT_TELL,
      0 },
    { "the_latest_of_none",
      "return case:holdings { holder = s.developer, entity = s.investor }:latest().votes >= p.line",
      "a holding with entity Alpha, holder Beta", CANNOT_TELL, 0 },
    { "the_one_of_none_since_a_day",
      "return case:holdings { holder = s.developer }:since(case.as_of):one().votes >= p.line",
      "a holding with holder Beta, begun on 1 January 2025 or later", CANNOT_TELL, 0 },
    { "the_latest_of_none_since_a_day", "return case:financials():since(case.as_of):latest().amount >= p.sum",
      "a financial dated 1 January 2025 or later", CANNOT_TELL, 0 },
    { "the_latest_of_two_days",
      "return case:investments():since(case.as_of - p.long):since(case.as_of):latest().amount >= p.sum",
      "an investment dated 1 January 2025 or later", CANNOT_TELL, 0 },
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
      "the value of 'holder' is nil, and the field would be missing", FAILED, 2 },
    { "a_filter_one_of_whose_values_is_nil",
      "local wanted = { holder = s.investor }\nreturn case:agreements { type = 'exclusivity', holder = wanted.hodler }:any()",
      "the value of 'holder' is nil", FAILED, 2 },
    { "a_filter_made_beforehand_whose_value_is_nil",
      "local firm = { }\nlocal wanted = { type = 'exclusivity', holder = firm.head }\nreturn case:agreements(wanted):any()",
      "the value of 'holder' is nil", FAILED, 2 },
    { "a_field_of_a_filter_assigned_nil",
      "local wanted, firm = { type = 'exclusivity' }, { }\nwanted.holder = firm.head\nreturn case:agreements(wanted):any()",
      "the value of 'holder' is nil", FAILED, 2 },
    { "a_field_in_brackets_assigned_what_gives_nothing",
      "local function firm() local _ = s.investor end local wanted = { type = 'exclusivity' }\nwanted['holder'] =\nfirm()\n"
      "return case:agreements(wanted):any()",
      "the value of a key in brackets is nil", FAILED, 3 },
    { "what_is_assigned_otherwise",
      "local t, none, two = { }, nil, function() return 1, 2 end\nt.a, t.b = two() t.c = none or nil t.a = nil\n"
      "t.d = two'x' t.e = function() if none then return 1 end end; t.f = -.5 t.g = { two(), [2] = .5 }\n"
      "(select)(1, t).x = t.b::on:: t.h = (two()) t.i = none and 1 or not none t['j'], t.k = none, nil\n"
      "t.l = none or function() if none then return 1 end end\n"
      "return not case:agreements { type = 'veto' }:any()",
      "", CANNOT_TELL, 0 },
    { "a_filter_value_that_was_never_assigned",
      "local firm\nfor _ in case:positions() do firm = s.investor end\n"
      "return case:agreements { type = 'exclusivity',\nholder = firm }:any()",
      "the value of 'holder' is nil", FAILED, 4 },
    { "a_filter_value_of_a_function_without_return",
      "local function firm() local _ = s.investor end\nreturn case:agreements { type = 'exclusivity', holder = firm() }:any()",
      "the value of 'holder' is nil", FAILED, 2 },
    { "a_filter_value_chosen_or_not",
      "local own_one = false\nlocal all = case:agreements {\nholder = own_one and s.investor or own.none }",
      "the table has no 'none'", FAILED, 3 },
    { "a_word_of_a_list_that_is_nil", "local word\nreturn case:agreements { type = { 'veto', word } }:any()",
      "item 2 of the list is nil, and would be missing: where that is meant write … or nil", FAILED, 2 },
    { "a_word_inserted_that_is_nil",
      "local words, one = { 'veto' }, nil\ntable.insert(words, one)\nreturn case:agreements { type = words }:any()",
      "table.insert appends nil, which is no item: ask with if whether there is one", FAILED, 2 },
    { "a_value_of_a_text_key_that_is_nil", "local word\nreturn case:agreements { ['type'] = word, cap = true }:any()",
      "the value of 'type' is nil", FAILED, 2 },
    { "a_key_with_a_quote_whose_value_is_nil", "local word\nlocal t = {\n['a\"b'] = word }\nreturn t['a\"b']",
      "the value of a key in brackets is nil", FAILED, 3 },
    { "keys_with_quotes_and_lines",
      "local word = 'veto'\nlocal t = { ['a\"b'] = word, [ [[c\"d]] ] = word, ['e\\\nf'] = word, [ [[g\nh]] ] = word }\n"
      "return not case:agreements { type = t['a\"b'] }:any()",
      "", CANNOT_TELL, 0 },
    { "a_value_that_may_be_nil", "local word\nreturn not case:agreements { type = 'veto', cap = word or nil }:any()",
      "", CANNOT_TELL, 0 },
    { "a_filter_field_twice", "return case:agreements { type = 'veto', holder = s.investor,\ntype = 'supply' }:any()",
      "'type' stands twice in one table, first at line 8, which would be lost: write it once", REFUSED, 2 },
    { "a_filter_field_twice_as_a_text", "return case:agreements { type = 'veto', ['type'] = 'supply' }:any()",
      "'type' stands twice in one table", REFUSED, 1 },
    { "a_field_of_two_tables", "return not case:agreements({ type = 'veto' }):where({ type = 'veto' }):any()", "",
      CANNOT_TELL, 0 },
    { "a_filter_value_from_a_table_of_the_file_misspelt",
      "return case:agreements { holder = s.investor, type = own.rihgt }:any()",
      "the table has no 'rihgt'; the nearest is 'right'", FAILED, 1 },
    { "a_filter_value_from_a_library_misspelt",
      "return case:agreements { holder = s.investor, type = shelf.wrods }:any()",
      "the table has no 'wrods'; the nearest is 'words'", FAILED, 1 },
    { "a_table_of_the_file_asked_for_what_it_has_not", "return not own.member",
      "the table has no 'member': write member = false in it where there is none", FAILED, 1 },
    { "a_record_looked_up_in_a_table_of_the_file", "return own[s.investor] and true or false",
      "entity is no key of a table", FAILED, 1 },
    { "a_list_walked_to_its_end",
      "for _, word in ipairs(own.words) do local _ = word end\n"
      "return not case:agreements { type = own.words }:any()",
      "", CANNOT_TELL, 0 },
    { "an_empty_list_as_a_filter", "return case:agreements { type = {} }:any()",
      "an empty list as the filter value of 'type'", FAILED, 1 },
    { "a_list_with_a_hole_as_a_filter",
      "local list = { 'veto', 'consent', 'exclusivity' }; list[2] = nil\n"
      "return case:agreements { type = list }:any()",
      "a table that is no plain list as the filter value of 'type'", FAILED, 2 },
    { "a_list_with_a_name_as_a_filter", "return case:agreements { type = { 'veto', also = 'exclusivity' } }:any()",
      "a table that is no plain list as the filter value of 'type'", FAILED, 1 },
    { "names_alone_as_a_filter", "return case:agreements { type = { also = 'exclusivity' } }:any()",
      "a table that is no plain list as the filter value of 'type'", FAILED, 1 },
    { "a_list_made_in_steps_as_a_filter",
      "local list = {}; list[2] = 'staff-exchange'; list[1] = 'profit-share'; list[3] = 'non-compete'\n"
      "return not case:agreements { type = list }:any()",
      "", CANNOT_TELL, 0 },
    { "a_record_as_the_filter", "return case:agreements(s.investor):any()",
      "entity stands where a filter { field = value } is wanted", FAILED, 1 },
    { "a_filter_by_a_number", "return case:investments { amount = p.sum }:any()", "a quantity cannot be a filter value",
      FAILED, 1 },
    { "except_with_two_fields", "return case:agreements():except { holder = s.investor, type = 'veto' }:any()",
      "except takes one field", FAILED, 1 },
    { "except_with_none", "return case:agreements():except():any()", "except takes one field", FAILED, 1 },
    { "where_with_none", "return case:agreements():where():any()", "where takes a filter", FAILED, 1 },
    { "two_filters", "return case:agreements({ type = 'exclusivity' }, { holder = s.developer }):any()",
      "case:agreements takes one filter, and what is more would be lost", FAILED, 1 },
    { "a_filter_in_any", "return case:agreements():any { type = 'veto' }",
      "'any' takes nothing in its brackets, and what stands there would be lost: write :where{ … } first", FAILED, 1 },
    { "two_filters_in_where",
      "return case:agreements():where({ type = 'exclusivity' }, { holder = s.developer }):any()",
      "'where' takes 1 (filter: Filter), and 2 are given", FAILED, 1 },
    { "a_record_of_two_activities", "return s.investor:does('cloud-provider', 'retailer')",
      "'does' takes 1 (activity: ActivityWord), and 2 are given", FAILED, 1 },
    { "the_least_of_three", "return least(s.share, p.line, p.line) < p.line",
      "'least' takes 2 (a: Quantity, b: Quantity), and 3 are given: what is more would be lost", FAILED, 1 },
    { "a_turnover_in_a_fourth", "return case:turnover(s.investor, 'revenue', { geography = 'EU' }, s.market) > p.sum",
      "'turnover' takes 3", FAILED, 1 },
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
    { "parts_that_are_no_table", "return case:turnover(s.investor, 'revenue', { parts = 'EU' }) > p.sum",
      "parts are lists of places, by the geography that they are parts of", FAILED, 1 },
    { "parts_that_are_no_lists",
      "return case:turnover(s.investor, 'revenue', { parts = { worldwide = 'EU' } }) > p.sum",
      "the parts of a geography are a list of places", FAILED, 1 },
    { "a_part_misspelt",
      "return case:turnover(s.investor, 'revenue', { parts = { worldwide = { 'worldwid' } } }) > p.sum",
      "'worldwid' is no geography; the nearest is 'worldwide'", FAILED, 1 },
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
                                         "at least one", " names ",     "has 1 to",       "compare it", "ask it" };
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
    if (told < 40) fail_msg("%u mistakes are told with their mend", told);
}

int main(void)
{
    enum { HEARS = sizeof hears / sizeof hears[0] };
    static const struct CMUnitTest others[] = {
        cmocka_unit_test(not_any_on_a_complete_list_decides),
        cmocka_unit_test(forty_mistakes_and_more_are_told_with_their_mend),
        cmocka_unit_test(a_need_names_what_the_filter_asked),
    };
    enum { OTHERS = sizeof others / sizeof others[0] };
    static struct CMUnitTest tests[HEARS + OTHERS];
    for (size_t i = 0; i < HEARS; i++)
        tests[i] = (struct CMUnitTest){ .name = hears[i].name,
                                        .test_func = says_so_and_decides_nothing,
                                        .initial_state = (void *)(uintptr_t)&hears[i] };
    memcpy(tests + HEARS, others, sizeof others);
    return _cmocka_run_group_tests("lua/author", tests, HEARS + OTHERS, NULL, NULL);
}
