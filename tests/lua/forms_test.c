/* forms_test.c - a data form with a figure of several records: all of them count, and beside them each other condition. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lua/ruling.h"

enum { RIVALS = 6 };

/* A figure gives more values than its form has room for: where each piece of an arena has a block of its own (make sanitize),
 * to grow them in place ends the program. How many conditions there are moves the values in memory. */
static const char *const others[] = {
    "",
    "type = 'exclusivity'",
    "type = 'exclusivity', degree = 'exclusive'",
    "type = 'exclusivity', degree = 'exclusive', scope = 'hosting'",
};

/* The one agreement is with this rival; `figure` and `role` are the fields in which the figure and the role stand. */
static void is_found(const char *figure, const char *role, const char *other, int rival)
{
    char rule[1000], records[1000];
    struct ruling r;
    size_t used = (size_t)snprintf(records, sizeof records, "'entities':[{'id':'a','name':'A'},{'id':'b','name':'B'}");
    for (int i = 0; i < RIVALS; i++)
        used += (size_t)snprintf(records + used, sizeof records - used, ",{'id':'r%d','name':'R','form':'agency'}", i);
    snprintf(records + used, sizeof records - used,
             "],'agreements':[{'type':'exclusivity','degree':'exclusive','scope':'hosting','%s':'r%d','%s':'b'}]",
             figure, rival, role);
    snprintf(rule, sizeof rule,
             "return require 'harmless' { id = 't/rule', roles = { 'a', 'b' }, title = '{a} {b}',\n"
             "subjects = function(case, each)\n"
             "  for a in case:entities { id = 'a' } do for b in case:entities { id = 'b' } do each(a, b) end end end,\n"
             "figures = { rivals = function(s, p, case)\n"
             "  return case:entities { form = 'agency' } end },\n"
             "elements = { { 'a rival has it', recorded = { 'agreements', %s = 'rivals' } },\n"
             "             { 'from b', recorded = { 'agreements', %s = 'rivals', %s = 'b'%s%s } } } }",
             figure, figure, role, *other ? ", " : "", other);
    ruling_open(&r, NULL);
    if (!ruling_rule(&r, "t/rule.lua", rule)) fail_msg("%s", r.said_count ? r.said[0].message : "?");
    ruling_case(&r, records, NULL);
    ruling_audit(&r, NULL);
    const struct rule_result *result = ruling_result(&r, "t/rule");
    if (result->verdict != CC_FLAGGED)
        fail_msg("rival %d as %s, '%s': %u %s", rival, figure, other, (unsigned)result->verdict,
                 result->error ? result->error : "");
    ruling_close(&r);
}

static void each_record_of_a_figure_is_matched_beside_other_conditions(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        for (int rival = 0; rival < RIVALS; rival++) {
            is_found("holder", "grantor", others[i], rival);
            is_found("grantor", "holder", others[i], rival);
        }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_record_of_a_figure_is_matched_beside_other_conditions),
    };
    return cmocka_run_group_tests_name("lua/forms", tests, NULL, NULL);
}
