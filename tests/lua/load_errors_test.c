/* load_errors_test.c - a rule file that is written wrongly is refused: by a sentence that names the mistake, with its line. What a
 * test of a rule does wrongly is in author_test.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lua/ruling.h"

static const char records[] = "'entities':[{'id':'alpha','name':'Alpha'},{'id':'beta','name':'Beta'}],"
                              "'investments':[{'id':'i1','investor':'alpha','target':'beta','from':'2023-01-01'}]";

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
    { "a_range_with_one_end", PARAMS,
      "  params = { line = { by_date = { { { min = 1 }, from = '2024-01-01' } }, 'USD', 'a line' } },", PARAMS,
      "a range of the param 'line' has two ends: write { min = 10, max = 20 }" },
    { "a_range_the_wrong_way_round", PARAMS,
      "  params = { line = { by_date = { { { min = 2, max = 1 }, from = '2024-01-01' } }, 'USD', 'a line' } },", PARAMS,
      "a range of the param 'line' has its ends the wrong way round" },
    { "a_range_with_a_text", PARAMS,
      "  params = { line = { by_date = { { { min = 1, max = '2' }, from = '2024-01-01' } }, 'USD', 'a line' } },",
      PARAMS, "the value of the param 'line' is a number, not a text" },
    { "a_range_with_an_end_misspelt", PARAMS,
      "  params = { line = { by_date = { { { min = 1, maxi = 2 }, from = '2024-01-01' } }, 'USD', 'a line' } },",
      PARAMS, "a range has no 'maxi'; the nearest is 'max'" },
    { "a_range_without_names", PARAMS,
      "  params = { line = { by_date = { { { 1, 2 }, from = '2024-01-01' } }, 'USD', 'a line' } },", PARAMS,
      "a value without a name in a range, at place 1" },
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
    { "an_element_of_a_library_misspelt", ELEMENTS,
      ELEMENT("{ '{investor} holds it', recorded = { 'agreements' } }, require('shelf').wrods"), ELEMENTS,
      "the table has no 'wrods'; the nearest is 'words'" },
    { "an_element_that_is_nil", ELEMENTS, ELEMENT("{ '{investor} holds it', recorded = { 'agreements' } }, ({}).binds"),
      ELEMENTS, "item 2 of the list is nil, and would be missing" },
    { "an_element_of_a_function_without_return", ELEMENTS,
      ELEMENT("{ '{investor} holds it', recorded = { 'agreements' } }, (function() end)()"), ELEMENTS,
      "item 2 of the list is nil" },
    { "a_query_whose_value_is_nil", ELEMENTS,
      ELEMENT("{ '{investor} holds it', recorded = { 'agreements', type = ({}).kind, holder = 'investor' } }"),
      ELEMENTS, "the value of 'type' is nil, and the field would be missing" },
    { "a_key_of_the_rule_twice", ADVICE, "  advice = 'Ask {developer}.', title = '{investor} asks',", ADVICE,
      "'title' stands twice in one table, first at line 3, which would be lost: write it once" },
    { "a_name_of_the_engine", ADVICE, "  advice = __given(1, 'Ask'),", ADVICE, "'__given' is not available to rules" },
    { "an_unless_that_is_one", UNLESS, "  unless = { 'it is fine', function() return false end },", UNLESS,
      "an element is a table { text, … }, not a text (unless 1)" },
    { "an_advice_that_names_another", ADVICE, "  advice = 'Ask {firm}.',", ADVICE, "the text names {firm}" },
    { "an_advice_that_is_a_list", ADVICE, "  advice = { 'Ask' },", ADVICE, "advice is a text, not table" },
    { "a_title_below_its_key", TITLE, "  title =\n    '{firm} funds {developer}',", TITLE + 1,
      "the text names {firm}" },
    { "a_param_below_its_key", PARAMS,
      "  params = {\n    other = { 1, 'percent', 'another line' },\n    line = { 20, 'percnt', 'a line' } },",
      PARAMS + 2, "percnt" },
    { "an_element_after_one_with_a_function", ELEMENTS,
      "  elements = { { '{investor} holds it', function() return true end },\n"
      "    { '{firm} holds it', recorded = { 'agreements' } } },",
      ELEMENTS + 1, "the text names {firm}" },
    { "a_syntax_error", ADVICE, "  advice = = 'Ask'", ADVICE, "unexpected symbol near '='" },
    { "a_negated_filter_that_never_ends", ADVICE, "  advice = not case:agreements { {", ADVICE + 2, "'}' expected" },
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

static void an_id_twice_is_an_error_of_the_later(void **state)
{
    struct ruling r;
    (void)state;
    ruling_open(&r, &ruling_limits);
    assert_true(ruling_rule(&r, "one/rule.lua", "return require 'harmless' { id = 't/rule' }"));
    assert_false(ruling_rule(&r, "two/rule.lua", "return require 'harmless' { id = 't/rule' }"));
    assert_string_equal(r.said[0].message, "the id 't/rule' is taken by one/rule.lua");
    ruling_case(&r, records, NULL);
    ruling_audit(&r, NULL);
    assert_int_equal(ruling_result(&r, "t/rule")->verdict, CC_FLAGGED);
    assert_int_equal(ruling_result(&r, "two/rule.lua")->verdict, CC_FAILED);
    ruling_close(&r);
}

/* What was read of a text that was refused half way says nothing of the next: `way or ...` there stands in no condition. */
static void a_rule_after_one_refused_within_a_condition_loads(void **state)
{
    struct ruling r;
    (void)state;
    ruling_open(&r, &ruling_limits);
    assert_false(ruling_rule(&r, "one/rule.lua", "local line, more = 20, 3 if line and more == 3 then"));
    if (!ruling_rule(&r, "t/rule.lua",
                     "local first, way = false, ipairs local any = first or way or 30\n"
                     "return require 'harmless' { id = 't/rule' }"))
        fail_msg("%s", r.said[r.said_count - 1].message);
    ruling_close(&r);
}

int main(void)
{
    enum { MISTAKES = sizeof mistakes / sizeof mistakes[0] };
    static const struct CMUnitTest others[] = {
        cmocka_unit_test(the_rule_without_a_mistake_loads),
        cmocka_unit_test(an_id_twice_is_an_error_of_the_later),
        cmocka_unit_test(a_rule_after_one_refused_within_a_condition_loads),
    };
    enum { OTHERS = sizeof others / sizeof others[0] };
    static struct CMUnitTest tests[MISTAKES + OTHERS];
    for (size_t i = 0; i < MISTAKES; i++)
        tests[i] = (struct CMUnitTest){ .name = mistakes[i].name,
                                        .test_func = is_refused_with_its_line,
                                        .initial_state = (void *)(uintptr_t)&mistakes[i] };
    memcpy(tests + MISTAKES, others, sizeof others);
    return _cmocka_run_group_tests("lua/load_errors", tests, MISTAKES + OTHERS, NULL, NULL);
}
