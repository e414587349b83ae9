/* shares_test.c - what is unknown decides nothing, a group acts as one, and a target stands apart: the
 * shipped rules on cases of a few lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/trial.h"

static struct trial trial;

/* A developer that must host with a cloud provider that funds it; its share, and more records, are filled in. */
#define HOSTING                                                                                                         \
    "{'format':'compliance-facts/1','case':{'id':'t','title':'T','as_of':'2025-01-24'},"                                \
    "'entities':[{'id':'cloudco','name':'Cloudco','activities':['cloud-provider']},"                                    \
    "{'id':'cloudarm','name':'Cloudarm','activities':['cloud-provider']},"                                              \
    "{'id':'othercloud','name':'Othercloud','activities':['cloud-provider']},"                                          \
    "{'id':'lab','name':'Lab','activities':['ai-developer']}],"                                                         \
    "'markets':[{'id':'cloud','name':'Cloud','product':'cloud-infrastructure','geography':'worldwide','table':'top'}]," \
    "'investments':[{'id':'money','investor':'cloudco','target':'lab','amount':{'value':2e9,'currency':'USD'},"         \
    "'instrument':'equity','status':'committed','from':'2023-01-23'}],"                                                 \
    "'shares':[{'id':'the-share','market':'cloud','entity':'cloudco','percent':%s,'from':'2024-09-30'}],"               \
    "'holdings':[{'id':'arm','holder':'cloudco','entity':'cloudarm','control':'sole'}],"                                \
    "'agreements':[{'id':'deal','type':'exclusivity','holder':'cloudco','grantor':'lab','scope':'hosting',"             \
    "'from':'2023-01-23'}%s]}"
#define RULE "ftc-6b/exclusive-hosting"

static const struct finding *hosting_with(const char *percent, const char *agreements)
{
    char json[4000];
    snprintf(json, sizeof json, HOSTING, percent, agreements);
    trial_case(&trial, json);
    trial_audit(&trial, NULL);
    const struct finding *f = trial_finding(&trial, RULE, "cloudco/lab");
    assert_non_null(f);
    return f;
}

static const struct share_row {
    const char *name, *percent;
    cc_verdict verdict;
    const char *now; /* what the need says of the share; NULL: no need */
} share_rows[] = {
    { "a_share_of_25_is_flagged", "25", CC_FLAGGED, NULL },
    { "a_share_at_the_line_of_20_is_flagged", "20", CC_FLAGGED, NULL },
    { "a_share_of_20_to_22_is_flagged", "{'min':20,'max':22}", CC_FLAGGED, NULL },
    { "a_share_of_18_to_22_cannot_tell", "{'min':18,'max':22}", CC_CANNOT_TELL, "18 to 22 %" },
    { "a_share_of_18_to_20_cannot_tell", "{'min':18,'max':20}", CC_CANNOT_TELL, "18 to 20 %" },
    { "a_share_of_at_least_18_cannot_tell", "{'min':18}", CC_CANNOT_TELL, "at least 18 %" },
    { "two_claims_on_both_sides_of_the_line_cannot_tell", "{'claims':[{'value':18},{'value':22}]}", CC_CANNOT_TELL,
      "18 to 22 %" },
#define AGAIN(FIRST, ID, PERCENT) \
    FIRST ",'from':'2024-09-30'},{'id':'" ID "','market':'cloud','entity':'cloudco','percent':" PERCENT
    { "two_rows_of_one_day_on_both_sides_of_the_line_cannot_tell", AGAIN("15", "again", "25"), CC_CANNOT_TELL,
      "15 to 25 %" },
    { "the_larger_of_two_rows_may_stand_first", AGAIN("25", "again", "15"), CC_CANNOT_TELL, "15 to 25 %" },
    { "three_rows_of_one_day_are_one_question", AGAIN(AGAIN("18", "again", "25"), "more", "{'min':10,'max':12}"),
      CC_CANNOT_TELL, "10 to 25 %" },
    { "of_two_rows_one_unknown_that_one_is_missing", AGAIN("null", "again", "25"), CC_CANNOT_TELL, "unknown" },
    { "a_row_of_another_day_and_one_that_is_over_are_no_question",
      "{'min':8,'max':12},'from':'2024-09-30'},"
      "{'id':'arm-old','market':'cloud','entity':'cloudarm','percent':30,'from':'2024-06-30'},"
      "{'id':'arm-over','market':'cloud','entity':'cloudarm','percent':40,'from':'2024-09-30','to':'2024-12-31'},"
      "{'id':'arm-share','market':'cloud','entity':'cloudarm','percent':10",
      CC_CANNOT_TELL, "8 to 12 %" },
    { "two_rows_of_one_day_above_the_line_are_flagged", AGAIN("22", "again", "25"), CC_FLAGGED, NULL },
    { "an_unknown_share_cannot_tell", "null", CC_CANNOT_TELL, "unknown" },
    { "a_share_of_18_to_19_9_is_clear", "{'min':18,'max':19.9}", CC_CLEAR, NULL },
    { "a_share_of_19_9_is_clear", "19.9", CC_CLEAR, NULL },
    { "a_share_of_0_is_clear", "0", CC_CLEAR, NULL },
};
enum { SHARE_ROWS = sizeof share_rows / sizeof *share_rows };

static void the_share_decides(void **state)
{
    const struct share_row *row = *state;
    const struct finding *f = hosting_with(row->percent, "");
    assert_int_equal(f->verdict, row->verdict);
    assert_int_equal(trial_verdict(&trial, RULE), row->verdict);
    struct need *needs = NULL;
    size_t count = f->verdict == CC_CANNOT_TELL ? finding_needs(trial.audit, f, &needs) : 0;
    assert_int_equal(count, row->now != NULL);
    if (!row->now || !needs) return;
    assert_string_equal(facts_id(trial.audit->facts, needs[0].record), "the-share");
    assert_int_equal(needs[0].field, SHARE_PERCENT);
    assert_string_equal(needs[0].what, "the share of Cloudco in Cloud");
    assert_string_equal(needs[0].now, row->now);
    assert_true(needs[0].alone);
}

/* The unit is in the row of the firm that sells it, or has nothing of that market. */
static void a_share_that_may_be_the_targets_is_missing_by_whose_it_is(void **state)
{
    struct trial sale;
    struct need *needs = NULL;
    (void)state;
    trial_open(&sale, "rules/merger-guidelines-2023");
    trial_case(
        &sale,
        "{'format':'compliance-facts/1','case':{'id':'c','title':'C','as_of':'2025-01-24'},"
        "'entities':[{'id':'buyer','name':'Buyer'},{'id':'seller','name':'Seller'},{'id':'unit','name':'Unit'}],"
        "'holdings':[{'holder':'seller','entity':'unit','control':'sole'}],"
        "'markets':[{'id':'chips','name':'chips','product':'chips','input_to':['clouds']},"
        "{'id':'clouds','product':'clouds'}],"
        "'shares':[{'id':'s','market':'chips','entity':'seller','percent':70,'from':'2024-12-31','measure':'revenue'},"
        "{'id':'t','market':'chips','entity':'seller','percent':70,'from':'2024-12-30'},"
        "{'market':'clouds','entity':'buyer','percent':20,'from':'2024-12-31'}],"
        "'transactions':[{'acquirer':'buyer','target':'unit','type':'acquisition','from':'2025-01-10',"
        "'status':'announced'}]}");
    trial_audit(&sale, NULL);
    const struct finding *f = trial_finding(&sale, "merger-guidelines-2023/related-product", "buyer/unit/chips");
    assert_non_null(f);
    assert_int_equal(f->verdict, CC_CANNOT_TELL);
    assert_true(finding_needs(sale.audit, f, &needs) > 1);
    assert_int_equal(needs[0].field, SHARE_ENTITY);
    assert_string_equal(needs[0].what, "whose the share of Seller in chips, dated 31 December 2024, by revenue, is");
    assert_string_equal(needs[0].now, "Seller");
    assert_string_equal(needs[1].what, "whose the share of Seller in chips, dated 30 December 2024, is");
    trial_close(&sale);
}

/* ---- rebuttals ---- */

static void a_rebuttal_that_is_not_recorded_leaves_the_finding_flagged_and_named_open(void **state)
{
    const struct finding *f = hosting_with("25", "");
    uint16_t open[4];
    assert_int_equal(f->verdict, CC_FLAGGED);
    assert_int_equal(finding_open(f, open, 4), 1);
    assert_int_equal(open[0], 0);
    struct text sentence;
    text_init(&sentence, &allocator_default, 4000);
    element_sentence(trial.audit, f, &f->unless[0], &sentence);
    assert_string_equal(sentence.data, "Lab also buys capacity from another cloud provider");
    text_free(&sentence);
    struct need *needs;
    assert_int_equal(finding_needs(trial.audit, f, &needs), 1);
    assert_non_null(strstr(needs[0].what, "whether there is any agreement with type supply"));
    assert_string_equal(needs[0].now, "not recorded");
}

static void a_recorded_rebuttal_rebuts(void **state)
{
    const struct finding *f = hosting_with(
        "25", ",{'id':'second','type':'supply','scope':'hosting','holder':'lab','grantor':'othercloud'}");
    uint16_t open[4];
    assert_int_equal(f->verdict, CC_REBUTTED);
    assert_int_equal(finding_open(f, open, 4), 0);
    assert_true(finding_cites(trial.audit, f, "second"));
}

static void a_rebuttal_rebuts_what_cannot_be_told(void **state)
{
    assert_int_equal(
        hosting_with("null", ",{'type':'supply','scope':'hosting','holder':'lab','grantor':'othercloud'}")->verdict,
        CC_REBUTTED);
}

static void supply_by_an_arm_of_the_same_group_rebuts_nothing(void **state)
{
    const struct finding *f = hosting_with("25",
                                           ",{'type':'supply','scope':'hosting','holder':'lab','grantor':'cloudarm'}");
    uint16_t open[4];
    assert_int_equal(f->verdict, CC_FLAGGED);
    assert_int_equal(finding_open(f, open, 4), 1);
}

static void a_rebuttal_of_unknown_date_is_open_and_cited_as_a_need(void **state)
{
    const struct finding *f = hosting_with(
        "25", ",{'id':'second','type':'supply','scope':'hosting','holder':'lab','grantor':'othercloud','from':null}");
    uint16_t open[4];
    assert_int_equal(f->verdict, CC_FLAGGED);
    assert_int_equal(finding_open(f, open, 4), 1);
    assert_true(finding_needs_record(trial.audit, f, "second"));
}

/* ---- groups ---- */

#define VETO                                                                                                              \
    "{'format':'compliance-facts/1','case':{'id':'t','title':'T','as_of':'2025-01-24'},"                                  \
    "'entities':[{'id':'amazon','name':'Amazon','activities':['cloud-provider']},"                                        \
    "{'id':'aws','name':'AWS','activities':['cloud-provider']},{'id':'lab','name':'Lab','activities':['ai-developer']}]," \
    "'holdings':[%s{'id':'amazon-in-lab','holder':'amazon','entity':'lab','stake':5,'votes':0}],"                         \
    "'observations':[{'says':'head-to-head','about':['amazon','lab'],'strength':'moderate'}],"                            \
    "'agreements':[{'id':'the-veto','type':'veto','holder':'aws','grantor':'lab'}]}"

static void a_subsidiarys_veto_counts_for_its_group(void **state)
{
    char json[3000];
    snprintf(json, sizeof json, VETO, "{'id':'link','holder':'amazon','entity':'aws','control':'sole'},");
    trial_case(&trial, json);
    trial_audit(&trial, NULL);
    assert_string_equal(trial_subjects(&trial, "ftc-6b/control-rights", CC_FLAGGED), "amazon/lab");
    const struct finding *f = trial_finding(&trial, "ftc-6b/control-rights", "amazon/lab");
    assert_true(finding_cites(trial.audit, f, "the-veto"));
    assert_true(finding_cites(trial.audit, f, "link")); /* the link is evidence */
}

static void a_veto_of_a_firm_that_is_no_subsidiary_does_not(void **state)
{
    static const char *const links[] = {
        "", "{'id':'link','holder':'amazon','entity':'aws','control':'joint'},",
        "{'id':'link','holder':'amazon','entity':'aws','votes':50},",
        "{'id':'link','holder':'amazon','entity':'aws','control':'sole','to':'2025-01-23'},"
    };
    for (unsigned i = 0; i < 4; i++) {
        char json[3000];
        snprintf(json, sizeof json, VETO, links[i]);
        trial_case(&trial, json);
        trial_audit(&trial, NULL);
        const struct finding *f = trial_finding(&trial, "ftc-6b/control-rights", "amazon/lab");
        assert_non_null(f);
        assert_int_equal(f->verdict, CC_CLEAR);
    }
}

/* ---- a target stands apart ---- */

#define HHI_RULE                                                                                                            \
    "return { id = 'test/hhi', title = '{buyer} buys {target} in {market}', severity = 'low', nature = 'indicator',\n"      \
    "  basis = { { 'merger-guidelines-2023', support = 'direct' } }, params = { line = { 24, 'points', 'the change' } },\n" \
    "  roles = { 'buyer', 'target', 'market' },\n"                                                                          \
    "  subjects = function(case, each)\n"                                                                                   \
    "    for buyer, target in case:acquisitions() do for market in case:markets() do each(buyer, target, market) end end\n" \
    "  end,\n"                                                                                                              \
    "  figures = { change = function(s) return s.market:hhi_change(s.buyer, s.target) end },\n"                             \
    "  elements = { { 'the index rises by {change}, {>=} {line}', 'change', '>=', 'line' },\n"                              \
    "               { 'the index rises by {change}, {<=} {line}', 'change', '<=', 'line' } } }\n"
#define DEAL                                                                                                                  \
    "{'format':'compliance-facts/1','case':{'id':'t','title':'T','as_of':'2025-01-24'},"                                      \
    "'entities':[{'id':'amazon','name':'Amazon'},{'id':'unit','name':'Unit'},{'id':'google','name':'Google'},"                \
    "{'id':'microsoft','name':'Microsoft'}],"                                                                                 \
    "'markets':[{'id':'cloud','name':'Cloud','product':'cloud-infrastructure','geography':'worldwide','measure':'revenue'}]," \
    "'shares':[{'market':'cloud','entity':'amazon','percent':30,'from':'2024-12-31'},"                                        \
    "{'market':'cloud','entity':'unit','percent':1,'from':'2024-12-31'},"                                                     \
    "{'market':'cloud','entity':'microsoft','percent':21,'from':'2024-12-31'},"                                               \
    "{'market':'cloud','entity':'google','percent':12,'from':'2024-12-31'}],"                                                 \
    "'holdings':[%s],'transactions':[{'id':'deal','acquirer':'google','target':'unit','type':'acquisition',"                  \
    "'from':'2025-01-10',%s}]}"

static void google_buying_a_1_percent_unit_of_amazon_raises_hhi_by_24(void **state)
{
    static const char *const rows[][2] = {
        { "{'holder':'amazon','entity':'unit','control':'sole'}", "'status':'announced'" },
        /* closed: the day before counts, and the holding that the buyer has by now is no tie */
        { "{'holder':'amazon','entity':'unit','control':'sole','to':'2025-01-14'},"
          "{'holder':'google','entity':'unit','control':'sole','from':'2025-01-15'}",
          "'status':'closed','closed':'2025-01-15'" },
    };
    char rule[] = HHI_RULE;
    trial_rule(&trial, "test/hhi.lua", rule);
    for (unsigned i = 0; i < 2; i++) {
        char json[4000];
        snprintf(json, sizeof json, DEAL, rows[i][0], rows[i][1]);
        trial_case(&trial, json);
        trial_audit(&trial, NULL);
        const struct finding *f = trial_finding(&trial, "test/hhi", "google/unit/cloud");
        assert_non_null(f);
        assert_true(quantity_is_exact(&f->figures[0].quantity));
        assert_true(f->figures[0].quantity.low > 23.999999 && f->figures[0].quantity.low < 24.000001);
        assert_int_equal(f->verdict, CC_FLAGGED);
    }
}

TRIAL_FIXTURE(trial, "rules/ftc-6b")

int main(void)
{
    struct CMUnitTest tests[SHARE_ROWS + 9] = {
        cmocka_unit_test(a_rebuttal_that_is_not_recorded_leaves_the_finding_flagged_and_named_open),
        cmocka_unit_test(a_recorded_rebuttal_rebuts),
        cmocka_unit_test(a_rebuttal_rebuts_what_cannot_be_told),
        cmocka_unit_test(supply_by_an_arm_of_the_same_group_rebuts_nothing),
        cmocka_unit_test(a_rebuttal_of_unknown_date_is_open_and_cited_as_a_need),
        cmocka_unit_test(a_subsidiarys_veto_counts_for_its_group),
        cmocka_unit_test(a_veto_of_a_firm_that_is_no_subsidiary_does_not),
        cmocka_unit_test(google_buying_a_1_percent_unit_of_amazon_raises_hhi_by_24),
        cmocka_unit_test(a_share_that_may_be_the_targets_is_missing_by_whose_it_is),
    };
    for (unsigned i = 0; i < SHARE_ROWS; i++)
        tests[9 + i] = (struct CMUnitTest){ .name = share_rows[i].name,
                                            .test_func = the_share_decides,
                                            .initial_state = (void *)(uintptr_t)&share_rows[i] };
    return _cmocka_run_group_tests("audit/shares", tests, 9 + SHARE_ROWS, open_trial, close_trial);
}
