/* Which records a query finds: sures, then maybes; groups, lists, words, presence; complete lists. */
#include "facts/asking.h"

#define E(ID) "{'id':'" ID "','name':'" ID "'}"
#define FIRMS \
    "'entities':[" E("msft") "," E("azure") "," E("oai") "," E("amazon") "," E("aws") "," E("google") "," E("x") "],"
#define GROUPS                                                                   \
    "'holdings':[{'id':'h1','holder':'msft','entity':'azure','control':'sole'}," \
    "{'id':'h2','holder':'amazon','entity':'aws','control':'sole'}],"
static void a_query_without_conditions_finds_what_is_in_force(void **state)
{
    struct asked a;
    asked_open(&a,
               CASE("", FIRMS "'agreements':[{'id':'1','type':'supply','holder':'oai','grantor':'msft','from':'2025'},"
                              "{'id':'2','type':'supply','holder':'oai','grantor':'msft'},"
                              "{'id':'3','type':'supply','holder':'oai','grantor':'msft','from':'2025-01-25'},"
                              "{'id':'4','type':'supply','holder':'oai','grantor':'msft','to':'2024-12-31'}]"));
    ask(&a, KIND_AGREEMENT);
    struct set *s = run(&a, a.now);
    assert_string_equal(shown(s), "2 | 1");
    assert_int_equal(s->of, 2);
    a.query.ever = true;
    s = run(&a, a.now);
    assert_string_equal(shown(s), "2 4 | 1");
    assert_int_equal(s->of, 3);
    asked_close(&a);
}

static void a_reference_is_matched_by_group_and_a_list_by_one_member(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS GROUPS "'agreements':[{'id':'1','type':'supply','holder':'oai','grantor':'azure'},"
                                         "{'id':'2','type':'supply','holder':['x','oai'],'grantor':'msft'},"
                                         "{'id':'3','type':'supply','holder':'x','grantor':['aws','azure']},"
                                         "{'id':'4','type':'supply','holder':'oai','grantor':'amazon'}]"));
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, "msft");
    assert_string_equal(found(&a), "1 2 3");
    groups(&a, AGREEMENT_HOLDER, "oai");
    assert_string_equal(found(&a), "1 2");
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, "google amazon");
    assert_string_equal(found(&a), "3 4");
    ask(&a, KIND_AGREEMENT);
    refs(&a, AGREEMENT_GRANTOR, CONDITION_EXACTLY, KIND_ENTITY, "msft");
    assert_string_equal(found(&a), "2");
    ask(&a, KIND_AGREEMENT);
    refs(&a, AGREEMENT_GRANTOR, CONDITION_BELOW, KIND_ENTITY, "azure");
    assert_string_equal(found(&a), "1 3");
    ask(&a, KIND_AGREEMENT);
    refs(&a, AGREEMENT_GRANTOR, CONDITION_BELOW, KIND_ENTITY, "msft");
    assert_string_equal(found(&a), "1 2 3");
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, ""); /* one of none */
    assert_string_equal(found(&a), "");
    asked_close(&a);
}

static void a_target_apart_is_not_found_by_its_seller(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS GROUPS "'agreements':[{'id':'1','type':'supply','holder':'oai','grantor':'aws'}]"));
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, "amazon");
    assert_string_equal(found(&a), "1");
    assert_string_equal(shown(run(&a, (struct moment){ a.now.view, firm(&a, "aws") })), "");
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, "aws");
    assert_string_equal(shown(run(&a, (struct moment){ a.now.view, firm(&a, "aws") })), "1");
    asked_close(&a);
}

static void words_are_matched_and_unknown_ones_are_maybes(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'agreements':[{'id':'1','type':'exclusivity','holder':'msft','grantor':'oai',"
                                  "'scope':['api','hosting']},"
                                  "{'id':'2','type':'exclusivity','holder':'msft','grantor':'oai'},"
                                  "{'id':'3','type':'exclusivity','holder':'msft','grantor':'oai','scope':'training'},"
                                  "{'id':'4','type':'exclusivity','holder':'msft','grantor':'oai','scope':null},"
                                  "{'id':'5','type':'x-odd','holder':'msft','grantor':'oai','scope':'api'}]"));
    ask(&a, KIND_AGREEMENT);
    words(&a, AGREEMENT_SCOPE, "hosting capacity");
    assert_string_equal(found(&a), "1 | 2 4");
    words(&a, AGREEMENT_TYPE, "exclusivity supply");
    assert_string_equal(found(&a), "1 | 2 4");
    ask(&a, KIND_AGREEMENT);
    words(&a, AGREEMENT_TYPE, "x-odd");
    assert_string_equal(found(&a), "5");
    ask(&a, KIND_AGREEMENT);
    words(&a, AGREEMENT_TYPE, "x-other"); /* neither listed nor in the file */
    assert_string_equal(found(&a), "");
    asked_close(&a);
}

static void a_word_with_a_default_is_matched_by_it(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'agreements':[{'id':'1','type':'exclusivity','holder':'msft','grantor':'oai'},"
                                  "{'id':'2','type':'exclusivity','holder':'msft','grantor':'oai','degree':'primary'},"
                                  "{'id':'3','type':'exclusivity','holder':'msft','grantor':'oai','degree':null}]"));
    ask(&a, KIND_AGREEMENT);
    words(&a, AGREEMENT_DEGREE, "exclusive");
    assert_string_equal(found(&a), "1 | 3");
    ask(&a, KIND_AGREEMENT);
    condition(&a, AGREEMENT_DEGREE, CONDITION_PRESENT);
    assert_string_equal(found(&a), "1 2 | 3");
    asked_close(&a);
}

static void control_that_is_not_written_is_by_votes(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", "'entities':[{'id':'x','name':'x'},{'id':'y','name':'y'},"
                            "{'id':'jv','name':'J','form':'joint-venture'}],"
                            "'holdings':[{'id':'1','holder':'x','entity':'y','votes':60},"
                            "{'id':'2','holder':'x','entity':'y','votes':20},{'id':'3','holder':'x','entity':'y'},"
                            "{'id':'4','holder':'x','entity':'y','control':'sole'},"
                            "{'id':'5','holder':'x','entity':'jv','votes':60},"
                            "{'id':'6','holder':'x','entity':'y','control':null}]"));
    ask(&a, KIND_HOLDING);
    words(&a, HOLDING_CONTROL, "sole");
    assert_string_equal(found(&a), "1 4 | 3 6");
    set_any(set_narrow(run(&a, a.now), (struct condition[]){ { .field = HOLDING_ID, .type = CONDITION_ID, .id = "3" } },
                       1, &a.arena),
            &a.trail);
    assert_string_equal(written(&a), "need 3.votes");
    ask(&a, KIND_HOLDING);
    words(&a, HOLDING_CONTROL, "none");
    assert_string_equal(found(&a), "2 5 | 3 6");
    ask(&a, KIND_HOLDING);
    words(&a, HOLDING_CONTROL, "joint");
    assert_string_equal(found(&a), "| 6");
    ask(&a, KIND_HOLDING);
    words(&a, HOLDING_CONTROL, "sole none");
    assert_string_equal(found(&a), "1 2 3 4 5 | 6");
    asked_close(&a);
}

static void an_agreement_without_direction_matches_both_ways_but_whole(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'agreements':[{'id':'p','type':'partnership','holder':'oai','grantor':'msft'},"
                                  "{'id':'s','type':'supply','holder':'oai','grantor':'msft'},"
                                  "{'id':'j','type':'joint-build','holder':'msft','grantor':['oai','x']},"
                                  "{'id':'e','type':'staff-exchange','holder':'google','grantor':'x'}]"));
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_HOLDER, "msft");
    assert_string_equal(found(&a), "p j");
    groups(&a, AGREEMENT_GRANTOR, "oai");
    assert_string_equal(found(&a), "p j");
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_HOLDER, "oai");
    groups(&a, AGREEMENT_GRANTOR, "msft");
    assert_string_equal(found(&a), "p s j");
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_HOLDER, "oai");
    groups(&a, AGREEMENT_GRANTOR, "oai"); /* not one side as both */
    assert_string_equal(found(&a), "");
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_HOLDER, "oai");
    groups(&a, AGREEMENT_GRANTOR, "msft")->except = true;
    assert_string_equal(found(&a), "");
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_HOLDER, "x");
    groups(&a, AGREEMENT_GRANTOR, "msft")->except = true;
    assert_string_equal(found(&a), "e");
    asked_close(&a);
}

static void presence_is_of_the_field_and_of_a_flag_its_value(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS
                        "'agreements':[{'id':'1','type':'ip-licence','holder':'msft','grantor':'oai',"
                        "'cap':{'value':1,'currency':'USD'},'exclusive':true,'percent':5},"
                        "{'id':'2','type':'ip-licence','holder':'msft','grantor':'oai','exclusive':false},"
                        "{'id':'3','type':'ip-licence','holder':'msft','grantor':'oai','cap':null,'exclusive':null}],"
                        "'investments':[{'id':'i','investor':'msft','target':'oai','from':'2020-01-01'}]"));
    ask(&a, KIND_AGREEMENT);
    condition(&a, AGREEMENT_CAP, CONDITION_PRESENT);
    assert_string_equal(found(&a), "1 | 3");
    ask(&a, KIND_AGREEMENT);
    condition(&a, AGREEMENT_CAP, CONDITION_MISSING);
    assert_string_equal(found(&a), "2 | 3");
    ask(&a, KIND_AGREEMENT);
    condition(&a, AGREEMENT_EXCLUSIVE, CONDITION_PRESENT);
    assert_string_equal(found(&a), "1 | 3");
    ask(&a, KIND_AGREEMENT);
    condition(&a, AGREEMENT_EXCLUSIVE, CONDITION_MISSING);
    assert_string_equal(found(&a), "2 | 3");
    ask(&a, KIND_AGREEMENT);
    condition(&a, AGREEMENT_PERCENT, CONDITION_PRESENT); /* an absent percent is unknown */
    assert_string_equal(found(&a), "1 | 2 3");
    ask(&a, KIND_INVESTMENT);
    condition(&a, INVESTMENT_CUMULATIVE, CONDITION_MISSING); /* an absent flag that means no */
    assert_string_equal(found(&a), "i");
    asked_close(&a);
}

static void a_number_is_some_unless_it_is_nothing(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS
                        "'agreements':[{'id':'1','type':'revenue-share','holder':'msft','grantor':'oai','percent':5},"
                        "{'id':'2','type':'revenue-share','holder':'msft','grantor':'oai','percent':0},"
                        "{'id':'3','type':'revenue-share','holder':'msft','grantor':'oai','percent':{'min':0,'max':5}},"
                        "{'id':'4','type':'revenue-share','holder':'msft','grantor':'oai','percent':null},"
                        "{'id':'5','type':'revenue-share','holder':'msft','grantor':'oai'},"
                        "{'id':'6','type':'revenue-share','holder':'msft','grantor':'oai','percent':{'min':1}},"
                        "{'id':'7','type':'revenue-share','holder':'msft','grantor':'oai','percent':{'max':0}}]"));
    ask(&a, KIND_AGREEMENT);
    condition(&a, AGREEMENT_PERCENT, CONDITION_SOME);
    assert_string_equal(found(&a), "1 4 5 6 | 3");
    ask(&a, KIND_AGREEMENT);
    condition(&a, AGREEMENT_PERCENT, CONDITION_SOME)->except = true;
    assert_string_equal(found(&a), "2 7 | 3");
    asked_close(&a);
}

static void votes_a_say_what_will_become_shares_and_what_was_paid_are_something(void **state)
{
    struct asked a;
#define HELD(ID, MORE) "{'id':'" ID "','holder':'msft','entity':'oai','stake':0" MORE "}"
#define PUT_IN(ID, MORE)                                                   \
    "{'id':'" ID "','investor':'msft','target':'oai','from':'2020-01-01'," \
    "'amount':{'value':0,'currency':'USD'}" MORE "}"
    asked_open(
        &a,
        CASE(
            "", FIRMS
            "'holdings':[" HELD("1", "") "," HELD("2", ",'votes':1") "," HELD("3", ",'votes':0") "," HELD("4", ",'votes':null") "," HELD("5", ",'votes':{'min':0,'max':9}") "," HELD(
                "6",
                ",'control':'joint'") "," HELD("7",
                                               ",'control':'none'") "," HELD("8",
                                                                             ",'convertible':true") "," HELD("9",
                                                                                                             ",'convertible':false") "],"
                                                                                                                                     "'investments':[" PUT_IN(
                                                                                                                                         "i",
                                                                                                                                         "") "," PUT_IN("j",
                                                                                                                                                        ",'paid':{'value':1,'currency':'USD'}") "]"));
    ask(&a, KIND_HOLDING);
    condition(&a, HOLDING_STAKE, CONDITION_SOME);
    assert_string_equal(found(&a), "2 6 8 | 4 5");
    set_any(set_narrow(run(&a, a.now), (struct condition[]){ { .field = HOLDING_ID, .type = CONDITION_ID, .id = "5" } },
                       1, &a.arena),
            &a.trail);
    assert_string_equal(written(&a), "need 5.votes");
    ask(&a, KIND_INVESTMENT);
    condition(&a, INVESTMENT_AMOUNT, CONDITION_SOME);
    assert_string_equal(found(&a), "j");
    asked_close(&a);
}

static void except_gives_the_rest_and_an_unknown_stays_one(void **state)
{
    struct asked a;
    asked_open(&a,
               CASE("", FIRMS "'agreements':[{'id':'1','type':'supply','holder':'oai','grantor':'msft','scope':'api'},"
                              "{'id':'2','type':'supply','holder':'oai','grantor':'aws'},"
                              "{'id':'3','type':'supply','holder':'x','grantor':'aws','scope':'models'}]"));
    ask(&a, KIND_AGREEMENT);
    words(&a, AGREEMENT_SCOPE, "api")->except = true;
    assert_string_equal(found(&a), "3 | 2");
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, "msft")->except = true;
    assert_string_equal(found(&a), "2 3");
    asked_close(&a);
}

static void an_id_is_matched_as_text_and_as_a_record(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS GROUPS "'agreements':[{'id':'1','type':'supply','holder':'oai','grantor':'msft'}]"));
    ask(&a, KIND_ENTITY);
    condition(&a, ENTITY_ID, CONDITION_ID)->id = "azure";
    assert_string_equal(found(&a), "azure");
    ask(&a, KIND_ENTITY);
    condition(&a, ENTITY_ID, CONDITION_ID)->id = "nobody";
    assert_string_equal(found(&a), "");
    ask(&a, KIND_ENTITY);
    groups(&a, ENTITY_ID, "azure");
    assert_string_equal(found(&a), "msft"); /* the nearest the head that is of azure's group */
    ask(&a, KIND_ENTITY);
    refs(&a, ENTITY_ID, CONDITION_EXACTLY, KIND_ENTITY, "azure");
    assert_string_equal(found(&a), "azure");
    asked_close(&a);
}

static void a_set_of_entities_holds_one_a_group_the_nearest_the_head(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", "'entities':[{'id':'unit','name':'unit','activities':['cloud-provider']},"
                            "{'id':'amazon','name':'amazon','activities':['retailer']},"
                            "{'id':'aws','name':'aws','activities':['cloud-provider']},"
                            "{'id':'google','name':'google'},"
                            "{'id':'gcp','name':'gcp','activities':['cloud-provider']},{'id':'open','name':'open'},"
                            "{'id':'zeta','name':'zeta','activities':['cloud-provider']}],"
                            "'holdings':[{'holder':'amazon','entity':'aws','control':'sole'},"
                            "{'holder':'aws','entity':'unit','control':'sole'},"
                            "{'holder':'google','entity':'gcp','control':'sole'}]"));
    ask(&a, KIND_ENTITY);
    words(&a, ENTITY_ACTIVITIES, "cloud-provider");
    struct set *s = run(&a, a.now);
    assert_string_equal(shown(s), "aws gcp zeta | open"); /* google may be one, but gcp surely is */
    assert_int_equal(s->of, 7);
    assert_string_equal(shown(run(&a, (struct moment){ a.now.view, firm(&a, "unit") })), "unit aws gcp zeta | open");
    ask(&a, KIND_ENTITY);
    assert_string_equal(found(&a), "amazon google open zeta");
    ask(&a, KIND_ENTITY);
    words(&a, ENTITY_ACTIVITIES, "retailer");
    assert_string_equal(found(&a), "amazon | google open");
    asked_close(&a);
}

static void values_that_are_perhaps_meant_make_maybes(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'agreements':[{'id':'1','type':'supply','holder':'oai','grantor':'google'},"
                                  "{'id':'2','type':'supply','holder':'oai','grantor':'aws'},"
                                  "{'id':'3','type':'supply','holder':'oai','grantor':['aws','google']},"
                                  "{'id':'4','type':'supply','holder':'oai','grantor':'x'}]"));
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, "google aws")->maybes = 1;
    struct set *s = run(&a, a.now);
    assert_string_equal(shown(s), "1 3 | 2");
    s->sures = 0, s->rows += 2; /* only the maybe */
    assert_int_equal(set_any(s, &a.trail).truth, UNKNOWN);
    assert_string_equal(written(&a), "need aws.activities");
    a.conditions[0].except = true;
    assert_string_equal(found(&a), "4 | 2");
    asked_close(&a);
}

static void a_set_is_narrowed_over_its_own_rows(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS
                        "'agreements':[{'id':'1','type':'supply','holder':'oai','grantor':'msft','scope':'api'},"
                        "{'id':'2','type':'supply','holder':'oai','grantor':'aws'},"
                        "{'id':'3','type':'supply','holder':'x','grantor':'aws','scope':'api'},"
                        "{'id':'4','type':'supply','holder':'oai','grantor':'google','scope':'api','from':'2025'}]"));
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_HOLDER, "oai");
    struct set *s = run(&a, a.now);
    assert_string_equal(shown(s), "1 2 | 4");
    struct condition api = { .field = AGREEMENT_SCOPE, .type = CONDITION_WORDS, .count = 1 };
    uint32_t scope = facts_find_word(a.facts, LIST_SCOPE, "api", 3);
    api.values = &scope;
    struct set *narrow = set_narrow(s, &api, 1, &a.arena);
    assert_string_equal(shown(narrow), "1 | 2 4");
    assert_int_equal(narrow->of, s->of);
    assert_int_equal(narrow->query->count, 2);
    assert_string_equal(shown(s), "1 2 | 4");
    struct condition not_msft = { .field = AGREEMENT_GRANTOR, .type = CONDITION_GROUPS, .count = 1, .except = true };
    ref msft = ref_make(KIND_ENTITY, firm(&a, "msft"));
    not_msft.values = &msft;
    assert_string_equal(shown(set_narrow(narrow, &not_msft, 1, &a.arena)), "| 2 4");
    asked_close(&a);
}

static void the_status_of_a_deal_and_the_measure_of_a_share_are_those_that_count(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS
                        "'transactions':[{'id':'t','acquirer':'msft','target':'x','from':'2020-01-01',"
                        "'status':'closed','closed':'2021-01-01'},"
                        "{'id':'u','acquirer':'msft','target':'oai','from':'2020-01-01'}],"
                        "'markets':[{'id':'m','product':'ai-chatbots','measure':'users'},"
                        "{'id':'n','product':'ai-chatbots','geography':'US'}],"
                        "'shares':[{'id':'s1','market':'m','entity':'x','percent':1,'from':'2024-01-01'},"
                        "{'id':'s2','market':'n','entity':'x','percent':1,'from':'2024-01-01'},"
                        "{'id':'s3','market':'n','entity':'oai','percent':1,'measure':'users','from':'2024-01-01'}]"));
    ask(&a, KIND_TRANSACTION);
    words(&a, TRANSACTION_STATUS, "announced");
    assert_string_equal(shown(run(&a, as_of(&a, "2020-06-01"))), "t | u");
    assert_string_equal(found(&a), "| u");
    ask(&a, KIND_SHARE);
    words(&a, SHARE_MEASURE, "users");
    assert_string_equal(found(&a), "s1 s3");
    ask(&a, KIND_SHARE);
    condition(&a, SHARE_MEASURE, CONDITION_MISSING);
    assert_string_equal(found(&a), "s2");
    asked_close(&a);
}

static void a_list_declared_complete_covers_what_lies_within_it(void **state)
{
    struct asked a;
    asked_open(&a, CASE(",'complete':[{'kind':'agreement','grantor':'amazon','type':['supply','exclusivity']},"
                        "{'kind':'position'},{'kind':'holding','holder':'msft','to':'2024-12-31'}]",
                        FIRMS GROUPS "'agreements':[{'id':'1','type':'supply','holder':'oai','grantor':'msft'}]"));
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, "amazon");
    assert_int_equal(run(&a, a.now)->complete, -1);
    words(&a, AGREEMENT_TYPE, "supply");
    assert_int_equal(run(&a, a.now)->complete, 0);
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, "aws"); /* by group */
    words(&a, AGREEMENT_TYPE, "supply exclusivity");
    groups(&a, AGREEMENT_HOLDER, "oai");
    assert_int_equal(run(&a, a.now)->complete, 0);
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, "amazon google");
    words(&a, AGREEMENT_TYPE, "supply");
    assert_int_equal(run(&a, a.now)->complete, -1);
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, "amazon")->except = true;
    words(&a, AGREEMENT_TYPE, "supply");
    assert_int_equal(run(&a, a.now)->complete, -1);
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, "amazon");
    words(&a, AGREEMENT_TYPE, "supply veto");
    assert_int_equal(run(&a, a.now)->complete, -1);
    ask(&a, KIND_AGREEMENT);
    groups(&a, AGREEMENT_GRANTOR, ""); /* one of none is not one of those */
    words(&a, AGREEMENT_TYPE, "supply");
    assert_int_equal(run(&a, a.now)->complete, -1);
    ask(&a, KIND_POSITION);
    assert_int_equal(run(&a, a.now)->complete, 1);
    ask(&a, KIND_HOLDING);
    groups(&a, HOLDING_HOLDER, "azure");
    assert_int_equal(run(&a, a.now)->complete, -1);
    assert_int_equal(run(&a, as_of(&a, "2024-12-31"))->complete, 2);
    asked_close(&a);
}

static void what_a_market_sells_is_as_it_says_else_as_the_word_of_its_product_means(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'markets':[{'id':'m','product':'cloud-infrastructure'},"
                                  "{'id':'n','product':'cloud-infrastructure','nature':'goods'},"
                                  "{'id':'o','product':'ai-accelerators'},"
                                  "{'id':'p','product':'ai-accelerators','nature':null},{'id':'q','product':'saws'}]"));
    ask(&a, KIND_MARKET);
    words(&a, MARKET_NATURE, "services");
    assert_string_equal(shown(run(&a, a.now)), "m | p q");
    ask(&a, KIND_MARKET);
    words(&a, MARKET_NATURE, "goods");
    assert_string_equal(shown(run(&a, a.now)), "n o | p q");
    ask(&a, KIND_MARKET);
    condition(&a, MARKET_NATURE, CONDITION_PRESENT);
    assert_string_equal(shown(run(&a, a.now)), "m n o | p q");
    asked_close(&a);
}

static void a_narrowed_set_may_come_under_a_complete_list(void **state)
{
    struct asked a;
    asked_open(&a, CASE(",'complete':[{'kind':'agreement','type':'veto'}]",
                        FIRMS "'agreements':[{'id':'1','type':'supply','holder':'oai','grantor':'msft'}]"));
    ask(&a, KIND_AGREEMENT);
    struct set *s = run(&a, a.now);
    assert_int_equal(s->complete, -1);
    uint32_t veto = facts_find_word(a.facts, LIST_AGREEMENT_TYPE, "veto", 4);
    struct condition c = { .field = AGREEMENT_TYPE, .type = CONDITION_WORDS, .count = 1, .values = &veto };
    s = set_narrow(s, &c, 1, &a.arena);
    assert_int_equal(s->complete, 0);
    assert_int_equal(set_none(s, &a.trail).truth, YES);
    asked_close(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_query_without_conditions_finds_what_is_in_force),
        cmocka_unit_test(a_reference_is_matched_by_group_and_a_list_by_one_member),
        cmocka_unit_test(a_target_apart_is_not_found_by_its_seller),
        cmocka_unit_test(words_are_matched_and_unknown_ones_are_maybes),
        cmocka_unit_test(a_word_with_a_default_is_matched_by_it),
        cmocka_unit_test(control_that_is_not_written_is_by_votes),
        cmocka_unit_test(an_agreement_without_direction_matches_both_ways_but_whole),
        cmocka_unit_test(presence_is_of_the_field_and_of_a_flag_its_value),
        cmocka_unit_test(a_number_is_some_unless_it_is_nothing),
        cmocka_unit_test(votes_a_say_what_will_become_shares_and_what_was_paid_are_something),
        cmocka_unit_test(except_gives_the_rest_and_an_unknown_stays_one),
        cmocka_unit_test(an_id_is_matched_as_text_and_as_a_record),
        cmocka_unit_test(a_set_of_entities_holds_one_a_group_the_nearest_the_head),
        cmocka_unit_test(values_that_are_perhaps_meant_make_maybes),
        cmocka_unit_test(a_set_is_narrowed_over_its_own_rows),
        cmocka_unit_test(the_status_of_a_deal_and_the_measure_of_a_share_are_those_that_count),
        cmocka_unit_test(what_a_market_sells_is_as_it_says_else_as_the_word_of_its_product_means),
        cmocka_unit_test(a_list_declared_complete_covers_what_lies_within_it),
        cmocka_unit_test(a_narrowed_set_may_come_under_a_complete_list),
    };
    return cmocka_run_group_tests_name("facts/query", tests, NULL, NULL);
}
