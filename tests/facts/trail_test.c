/* What a set says when it is asked, and what is written down of it. */
#include <math.h>

#include "facts/asking.h"

#define E(ID)  "{'id':'" ID "','name':'" ID "'}"
#define FIRMS  "'entities':[" E("msft") "," E("azure") "," E("oai") "," E("aws") "," E("x") "],"
#define GROUPS "'holdings':[{'id':'h1','holder':'msft','entity':'azure','control':'sole'}],"
#define A(ID, TYPE, HOLDER, GRANTOR, MORE) \
    "{'id':'" ID "','type':'" TYPE "','holder':" HOLDER ",'grantor':" GRANTOR MORE "}"
#define SUPPLIES                                                                        \
    "'agreements':[" A("1", "supply", "'oai'", "'azure'", ",'scope':'capacity'") "," A( \
        "2", "supply", "'oai'", "'msft'",                                               \
        "") "," A("3", "supply", "'oai'", "'msft'",                                     \
                  ",'scope':'capacity','from':'2025'") "," A("4", "supply", "'x'", "'aws'", ",'scope':'api'") "]"

static struct set *supplies_of(struct asked *a, const char *grantor, const char *scope)
{
    ask(a, KIND_AGREEMENT);
    groups(a, AGREEMENT_GRANTOR, grantor);
    words(a, AGREEMENT_SCOPE, scope);
    return run(a, a->now);
}

static void any_is_a_sure_and_records_the_sures_with_their_links(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS GROUPS SUPPLIES));
    struct answer answer = set_any(supplies_of(&a, "msft", "capacity"), &a.trail);
    assert_int_equal(answer.truth, YES);
    assert_false(answer.absent);
    assert_string_equal(written(&a), "match 1, link h1");
    assert_ptr_equal(a.trail.queries[0], &a.query);
    forget(&a);
    ask(&a, KIND_AGREEMENT);
    assert_int_equal(set_any(run(&a, a.now), &a.trail).truth, YES);
    assert_string_equal(written(&a), "match 1, match 2, match 4");
    assert_int_equal(a.trail.query_count, 1);
    asked_close(&a);
}

static void any_of_maybes_is_unknown_and_names_what_made_them_so(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS GROUPS SUPPLIES));
    ask(&a, KIND_AGREEMENT);
    refs(&a, AGREEMENT_GRANTOR, CONDITION_EXACTLY, KIND_ENTITY, "msft");
    words(&a, AGREEMENT_SCOPE, "capacity");
    struct answer answer = set_any(run(&a, a.now), &a.trail);
    assert_int_equal(answer.truth, UNKNOWN);
    assert_string_equal(written(&a), "need 2.scope, need 3.from");
    forget(&a);
    a.query.ever = true;
    assert_int_equal(set_any(run(&a, a.now), &a.trail).truth, UNKNOWN);
    assert_string_equal(written(&a), "need 2.scope, need 3.from");
    asked_close(&a);
}

static void any_of_nothing_is_no_by_absence_unless_the_list_is_complete(void **state)
{
    struct asked a;
    asked_open(&a, CASE(",'complete':[{'kind':'agreement','scope':'weights'}]", FIRMS GROUPS SUPPLIES));
    struct answer answer = set_any(supplies_of(&a, "aws", "hosting"), &a.trail);
    assert_int_equal(answer.truth, NO);
    assert_true(answer.absent);
    assert_string_equal(written(&a), "absent of 4");
    assert_int_equal(a.trail.absences[0].complete, -1);
    assert_ptr_equal(a.trail.absences[0].query, &a.query);
    forget(&a);
    answer = set_any(supplies_of(&a, "aws", "weights"), &a.trail);
    assert_int_equal(answer.truth, NO);
    assert_false(answer.absent);
    assert_string_equal(written(&a), "absent of 4, complete 0");
    assert_int_equal(a.trail.absences[0].complete, 0);
    forget(&a);
    struct set *s = supplies_of(&a, "aws", "hosting");
    s->as_recorded = true;
    answer = set_any(s, &a.trail);
    assert_true(answer.truth == NO && !answer.absent);
    assert_true(a.trail.absences[0].as_recorded);
    asked_close(&a);
}

static void none_is_true_only_where_the_list_is_complete_or_taken_as_recorded(void **state)
{
    struct asked a;
    asked_open(&a, CASE(",'complete':[{'kind':'agreement','scope':'weights'}]", FIRMS GROUPS SUPPLIES));
    struct answer answer = set_none(supplies_of(&a, "aws", "weights"), &a.trail);
    assert_true(answer.truth == YES && !answer.absent);
    assert_string_equal(written(&a), "absent of 4, complete 0");
    answer = set_none(supplies_of(&a, "aws", "hosting"), NULL);
    assert_true(answer.truth == UNKNOWN && answer.absent);
    struct set *s = supplies_of(&a, "aws", "hosting");
    s->as_recorded = true;
    answer = set_none(s, NULL);
    assert_true(answer.truth == YES && !answer.absent);
    forget(&a);
    answer = set_none(supplies_of(&a, "msft", "weights"), &a.trail); /* complete, but of one the scope is unknown */
    assert_true(answer.truth == UNKNOWN && !answer.absent);
    assert_string_equal(written(&a), "need 2.scope");
    forget(&a);
    answer = set_none(supplies_of(&a, "aws", "api"), &a.trail);
    assert_true(answer.truth == NO && !answer.absent);
    assert_string_equal(written(&a), "match 4");
    asked_close(&a);
}

static void a_count_is_from_the_sures_to_all_and_open_above(void **state)
{
    struct asked a;
    asked_open(&a, CASE(",'complete':[{'kind':'agreement','scope':'api'}]", FIRMS GROUPS SUPPLIES));
    struct quantity n = set_count(supplies_of(&a, "msft", "capacity"), &a.trail);
    assert_true(n.low == 1 && n.high == 3 && n.open_above && n.unit == UNIT_COUNT);
    assert_string_equal(written(&a), "match 1, link h1, need 2.scope, need 3.from");
    forget(&a);
    n = set_count(supplies_of(&a, "aws", "api"), &a.trail);
    assert_true(n.low == 1 && n.high == 1 && !n.open_above);
    assert_string_equal(written(&a), "match 4, complete 0");
    forget(&a);
    struct set *s = supplies_of(&a, "msft", "capacity");
    s->as_recorded = true;
    n = set_count(s, &a.trail);
    assert_true(n.high == 3 && !n.open_above);
    assert_string_equal(written(&a), "match 1, link h1, need 2.scope, need 3.from, absent of 4");
    assert_int_equal(a.trail.absences[0].found, 3);
    asked_close(&a);
}

#define USD(N) ",'amount':{'value':" N ",'currency':'USD'}"
#define EUR(N) ",'amount':{'value':" N ",'currency':'EUR'}"

static struct quantity summed(struct asked *a)
{
    ask(a, KIND_INVESTMENT);
    return set_sum(run(a, a->now), INVESTMENT_AMOUNT, &a->trail);
}

static void a_sum_adds_ranges_and_an_unknown_amount_may_be_any(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'investments':[{'id':'1','investor':'msft','target':'oai','from':'2020-01-01',"
                                  "'amount':{'value':10,'currency':'USD'}},"
                                  "{'id':'2','investor':'msft','target':'oai','from':'2020-01-01',"
                                  "'amount':{'value':{'min':1,'max':2},'currency':'USD'}}]"));
    struct quantity sum = summed(&a);
    assert_true(sum.low == 11 && sum.high == 12 && sum.open_above && sum.unit == UNIT_MONEY);
    assert_string_equal(sum.currency, "USD");
    assert_string_equal(written(&a), "match 1, match 2, read 1.amount, read 2.amount");
    asked_close(&a);

    asked_open(&a, CASE("", FIRMS "'investments':[{'id':'1','investor':'msft','target':'oai','from':'2020-01-01'},"
                                  "{'id':'2','investor':'msft','target':'oai','from':'2020-01-01','amount':{'value':10,"
                                  "'currency':'USD'}}]"));
    sum = summed(&a);
    assert_true(sum.low == 10 && isinf(sum.high));
    assert_string_equal(sum.currency, "USD");
    asked_close(&a);
}

static void a_maybe_adds_nothing_to_the_low_of_a_sum(void **state)
{
    struct asked a;
    asked_open(&a,
               CASE(",'complete':[{'kind':'investment'}]", FIRMS
                    "'investments':[{'id':'1','investor':'msft','target':'oai','from':'2020-01-01',"
                    "'amount':{'value':10,'currency':'USD'}},"
                    "{'id':'2','investor':'x','target':'oai','amount':{'value':{'min':5,'max':7},'currency':'USD'}}]"));
    struct quantity sum = summed(&a);
    assert_true(sum.low == 10 && sum.high == 17 && !sum.open_above);
    assert_string_equal(written(&a), "match 1, read 1.amount, read 2.amount, need 2.from, complete 0");
    asked_close(&a);
}

static void unlike_currencies_are_converted_to_one(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'rates':[{'id':'r','base':'EUR','quote':'USD','value':2,'from':'2024-12-31'}],"
                                  "'investments':[{'id':'1','investor':'msft','target':'oai','from':'2020-01-01',"
                                  "'amount':{'value':10,'currency':'USD'}},"
                                  "{'id':'2','investor':'msft','target':'oai','from':'2020-01-01','amount':{'value':5,"
                                  "'currency':'EUR'}}]"));
    struct quantity sum = summed(&a);
    assert_true(sum.low == 20 && sum.high == 20);
    assert_string_equal(sum.currency, "USD");
    assert_string_equal(written(&a), "match 1, match 2, read 1.amount, read 2.amount, read r.value");
    asked_close(&a);

    asked_open(&a, CASE("", FIRMS "'investments':[{'id':'1','investor':'msft','target':'oai','from':'2020-01-01',"
                                  "'amount':{'value':5,'currency':'EUR'}},"
                                  "{'id':'2','investor':'msft','target':'oai','from':'2020-01-01','amount':{'value':10,"
                                  "'currency':'USD'}}]"));
    sum = summed(&a);
    assert_true(sum.low == 10 && isinf(sum.high));
    assert_string_equal(sum.currency, "USD"); /* of as many the last by name, whatever the order of the file */
    assert_non_null(strstr(written(&a), "need: the exchange rate of EUR and USD on 2025-01-24"));
    asked_close(&a);
}

static void nothing_sums_to_zero_and_is_open_above(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'agreements':[]"));
    struct quantity sum = summed(&a);
    assert_true(sum.low == 0 && sum.high == 0 && sum.open_above && sum.unit == UNIT_MONEY);
    assert_string_equal(written(&a), "absent of 0");
    asked_close(&a);
}

static void figures_of_unlike_units_do_not_add_up(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'financials':[{'id':'1','entity':'x','metric':'revenue','amount':{'value':5,"
                                  "'currency':'USD'},'from':'2024-12-31'},"
                                  "{'id':'2','entity':'x','metric':'users','amount':7,'from':'2020-12-31'}]"));
    ask(&a, KIND_FINANCIAL);
    struct quantity sum = set_sum(run(&a, a.now), FINANCIAL_AMOUNT, &a.trail);
    assert_true(sum.low == 5 && isinf(sum.high) && sum.unit == UNIT_MONEY);
    assert_string_equal(
        written(&a),
        "match 1, match 2, read 1.amount, read 2.amount (dated), need: the amounts that are added, in one unit");
    asked_close(&a);
}

static enum truth matches(struct asked *a, const char *id)
{
    forget(a);
    query_sort(&a->query);
    return record_matches(a->now, a->query.kind, row(a, a->query.kind, id), a->conditions, a->query.count, &a->trail);
}

static void a_record_is_read_where_it_is_asked(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS GROUPS SUPPLIES));
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, "msft");
    words(&a, AGREEMENT_SCOPE, "capacity");
    assert_int_equal(matches(&a, "1"), YES);
    assert_string_equal(written(&a), "read 1.grantor, link h1, read 1.scope");
    assert_int_equal(matches(&a, "2"), UNKNOWN);
    assert_string_equal(written(&a), "read 2.grantor, read 2.scope, need 2.scope");
    assert_int_equal(matches(&a, "4"), NO);
    assert_string_equal(written(&a), "read 4.grantor");
    ask(&a, KIND_AGREEMENT);
    words(&a, AGREEMENT_SCOPE, "api");
    words(&a, AGREEMENT_TYPE, "veto");
    assert_int_equal(matches(&a, "2"), NO); /* its unknown scope does not matter */
    assert_string_equal(written(&a), "read 2.type");
    assert_int_equal(record_matches(a.now, KIND_AGREEMENT, 1, NULL, 0, NULL), YES);
    asked_close(&a);
}

static void an_agreement_without_direction_is_read_the_way_it_matched(void **state)
{
    struct asked a;
    asked_open(
        &a, CASE("", FIRMS GROUPS "'agreements':[{'id':'p','type':'partnership','holder':'oai','grantor':'azure'}]"));
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_HOLDER, "msft");
    assert_int_equal(matches(&a, "p"), YES);
    assert_string_equal(written(&a), "read p.grantor, link h1");
    forget(&a);
    assert_int_equal(set_any(run(&a, a.now), &a.trail).truth, YES);
    assert_string_equal(written(&a), "match p, link h1");
    asked_close(&a);
}

static void siblings_are_tied_through_their_head(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'holdings':[{'id':'h1','holder':'msft','entity':'azure','control':'sole'},"
                                  "{'id':'h2','holder':'msft','entity':'x','control':'sole'}],"
                                  "'agreements':[{'id':'1','type':'supply','holder':'oai','grantor':'x'}]"));
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, "azure");
    assert_int_equal(set_any(run(&a, a.now), &a.trail).truth, YES);
    assert_string_equal(written(&a), "match 1, link h2, link h1");
    forget(&a);
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, "azure x");
    assert_int_equal(set_any(run(&a, a.now), &a.trail).truth, YES);
    assert_string_equal(written(&a), "match 1"); /* it names x itself */
    asked_close(&a);
}

static void what_an_entity_does_is_evidence_of_its_match(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", "'entities':[{'id':'x','name':'X','activities':['software']},{'id':'y','name':'y'}],"
                            "'activities':[{'id':'d','entity':'y','does':'investor','to':'2025'}]"));
    ask(&a, KIND_ENTITY);
    words(&a, ENTITY_ACTIVITIES, "software");
    assert_int_equal(set_any(run(&a, a.now), &a.trail).truth, YES);
    assert_string_equal(written(&a), "match x, read x.activities");
    forget(&a);
    ask(&a, KIND_ENTITY);
    words(&a, ENTITY_ACTIVITIES, "investor");
    assert_int_equal(set_any(run(&a, a.now), &a.trail).truth, UNKNOWN);
    assert_string_equal(written(&a), "need d.to");
    asked_close(&a);
}

static void a_trail_keeps_all_sorts_of_entries(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS GROUPS SUPPLIES));
    char sentence[] = "the value of the deal";
    trail_need_text(&a.trail, sentence);
    sentence[0] = 'T';
    trail_compare(&a.trail, &(struct compared_sides){ .op = AT_LEAST, .left_name = "share" });
    trail_figure(&a.trail, 3);
    for (unsigned i = 0; i < 100; i++) trail_read(&a.trail, ref_make(KIND_ENTITY, i), ENTITY_NAME);
    assert_int_equal(a.trail.count, 103);
    assert_string_equal(a.trail.needs[a.trail.entries[0].more], "the value of the deal");
    assert_string_equal(a.trail.comparisons[a.trail.entries[1].more].left_name, "share");
    assert_int_equal(a.trail.entries[2].more, 3);
    trail_read(NULL, 0, ENTITY_NAME); /* a trail that is not kept */
    trail_match(NULL, 0, NULL);
    trail_absent(NULL, NULL, 0, -1, false);
    trail_need_text(NULL, "x");
    trail_links(NULL, a.now, 0, NO_ENTITY);
    asked_close(&a);
}

enum { FIRMS_IN_CHAIN = 40 };

/* f0 controls f1, which controls f2, and so on; f39 has had another parent, f0 itself, until 2024. */
static void open_chain(struct asked *a)
{
    static char records[8 * 1024];
    size_t n = (size_t)snprintf(records, sizeof records, "'entities':[");
    for (int i = 0; i < FIRMS_IN_CHAIN; i++)
        n += (size_t)snprintf(records + n, sizeof records - n, "%s{'id':'f%d','name':'f%d'}", i ? "," : "", i, i);
    n += (size_t)snprintf(records + n, sizeof records - n,
                          "],'holdings':[{'id':'old','holder':'f0','entity':'f39','control':'sole','to':'2024-01-01'}");
    for (int i = 1; i < FIRMS_IN_CHAIN; i++)
        n += (size_t)snprintf(records + n, sizeof records - n,
                              ",{'id':'h%d','holder':'f%d','entity':'f%d','control':'sole'%s}", i, i - 1, i,
                              i == 39 ? ",'from':'2024-01-02'" : "");
    snprintf(records + n, sizeof records - n, "]");
    static char text[16 * 1024];
    snprintf(text, sizeof text, CASE("", "%s"), records);
    asked_open(a, text);
}

/* The ways up from each of a long chain would be its square. */
static void a_long_chain_is_on_the_trail_once(void **state)
{
    struct asked a;
    open_chain(&a);
    for (unsigned again = 0; again < 10; again++)
        for (uint32_t i = FIRMS_IN_CHAIN; i-- > 0;) trail_links(&a.trail, a.now, i, NO_ENTITY);
    assert_in_range(a.trail.count, FIRMS_IN_CHAIN - 1, 3 * FIRMS_IN_CHAIN);
    for (unsigned i = 0; i < FIRMS_IN_CHAIN - 1; i++) /* from f39 up, each link */
        assert_int_equal(ref_row(a.trail.entries[i].record), FIRMS_IN_CHAIN - 1 - i);
    asked_close(&a);
}

static bool is_linked(const struct asked *a, size_t from, uint32_t holding)
{
    for (size_t i = from; i < a->trail.count; i++)
        if (ref_row(a->trail.entries[i].record) == holding) return true;
    return false;
}

static void another_way_moment_or_day_is_walked_on_a_long_trail_too(void **state)
{
    struct asked a;
    open_chain(&a);
    for (uint32_t i = 0; i <= FIRMS_IN_CHAIN; i++) trail_read(&a.trail, ref_make(KIND_ENTITY, i % 8), ENTITY_NAME);
    size_t from = a.trail.count;
    trail_links(&a.trail, a.now, 20, 10);
    assert_int_equal(a.trail.count, from + 10);
    trail_links(&a.trail, a.now, 20, 10);
    trail_links(&a.trail, a.now, 15, 10);
    assert_int_equal(a.trail.count, from + 10);
    trail_links(&a.trail, a.now, 20, 5); /* beyond where the first way ended */
    for (uint32_t i = 6; i <= 10; i++) assert_true(is_linked(&a, from, i));
    trail_links(&a.trail, a.now, 39, NO_ENTITY);
    for (uint32_t i = 1; i <= 39; i++) assert_true(is_linked(&a, from, i));
    from = a.trail.count;
    trail_links(&a.trail, a.now, 30, 12); /* a part of the way to the head */
    assert_int_equal(a.trail.count, from);
    trail_links(&a.trail, (struct moment){ a.now.view, 25 }, 30, 12); /* ends at f25, which stands apart */
    from = a.trail.count;
    trail_links(&a.trail, a.now, 30, 12);
    for (uint32_t i = 13; i <= 30; i++) assert_true(is_linked(&a, from, i));
    from = a.trail.count;
    trail_links(&a.trail, as_of(&a, "2023-06-01"), 39, NO_ENTITY);
    assert_int_equal(a.trail.count, from + 1);
    assert_true(is_linked(&a, from, 0));
    asked_close(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_is_a_sure_and_records_the_sures_with_their_links),
        cmocka_unit_test(any_of_maybes_is_unknown_and_names_what_made_them_so),
        cmocka_unit_test(any_of_nothing_is_no_by_absence_unless_the_list_is_complete),
        cmocka_unit_test(none_is_true_only_where_the_list_is_complete_or_taken_as_recorded),
        cmocka_unit_test(a_count_is_from_the_sures_to_all_and_open_above),
        cmocka_unit_test(a_sum_adds_ranges_and_an_unknown_amount_may_be_any),
        cmocka_unit_test(a_maybe_adds_nothing_to_the_low_of_a_sum),
        cmocka_unit_test(unlike_currencies_are_converted_to_one),
        cmocka_unit_test(nothing_sums_to_zero_and_is_open_above),
        cmocka_unit_test(figures_of_unlike_units_do_not_add_up),
        cmocka_unit_test(a_record_is_read_where_it_is_asked),
        cmocka_unit_test(an_agreement_without_direction_is_read_the_way_it_matched),
        cmocka_unit_test(siblings_are_tied_through_their_head),
        cmocka_unit_test(what_an_entity_does_is_evidence_of_its_match),
        cmocka_unit_test(a_trail_keeps_all_sorts_of_entries),
        cmocka_unit_test(a_long_chain_is_on_the_trail_once),
        cmocka_unit_test(another_way_moment_or_day_is_walked_on_a_long_trail_too),
    };
    return cmocka_run_group_tests_name("facts/trail", tests, NULL, NULL);
}
