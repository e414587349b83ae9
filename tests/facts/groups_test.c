/* Who belongs to whose undertaking; the target that stands apart; what an undertaking does; notices and two heads. */
#include "base/random.h"
#include "facts/asking.h"
#include "facts/groups.h"

#define E(ID)                           "{'id':'" ID "','name':'" ID "'}"
#define HOLDS(ID, HOLDER, ENTITY, MORE) "{'id':'" ID "','holder':'" HOLDER "','entity':'" ENTITY "'" MORE "}"
#define SOLE(ID, HOLDER, ENTITY)        HOLDS(ID, HOLDER, ENTITY, ",'control':'sole'")

#define FIRMS "'entities':[" E("amazon") "," E("aws") "," E("unit") "," E("google") "," E("other") "],"

static const char *head_of(const struct asked *a, struct moment m, const char *id)
{
    return facts_id(a->facts, ref_make(KIND_ENTITY, group_head(m, firm(a, id))));
}
static bool together(const struct asked *a, struct moment m, const char *one, const char *other)
{
    return same_group(m, firm(a, one), firm(a, other));
}

static void a_subsidiary_is_of_its_holders_group(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'holdings':[{'id':'h1','holder':'amazon','entity':'aws','control':'sole'},"
                                  "{'id':'h2','holder':'aws','entity':'unit','votes':50.1}]"));
    assert_string_equal(head_of(&a, a.now, "unit"), "amazon");
    assert_string_equal(head_of(&a, a.now, "google"), "google");
    assert_true(together(&a, a.now, "aws", "unit"));
    assert_false(together(&a, a.now, "aws", "google"));
    assert_int_equal(group_depth(a.now, firm(&a, "unit")), 2);
    assert_true(is_below(a.now, firm(&a, "amazon"), firm(&a, "unit")));
    assert_true(is_below(a.now, firm(&a, "aws"), firm(&a, "unit")));
    assert_false(is_below(a.now, firm(&a, "unit"), firm(&a, "aws")));
    uint32_t top = firm(&a, "amazon");
    assert_int_equal(a.now.view->member_count[top], 3);
    assert_int_equal(a.now.view->members[top][2], firm(&a, "unit"));
    trail_links(&a.trail, a.now, firm(&a, "unit"), NO_ENTITY);
    assert_string_equal(written(&a), "link h2, link h1");
    asked_close(&a);
}

static void votes_of_half_or_less_joint_control_none_and_null_do_not_link(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'holdings':[{'id':'h1','holder':'amazon','entity':'aws','votes':50},"
                                  "{'id':'h2','holder':'amazon','entity':'unit','votes':60,'control':'joint'},"
                                  "{'id':'h3','holder':'amazon','entity':'google','votes':90,'control':'none'},"
                                  "{'id':'h4','holder':'amazon','entity':'other','votes':90,'control':null}]"));
    const char *const held[] = { "aws", "unit", "google", "other" };
    for (size_t i = 0; i < 4; i++) assert_false(together(&a, a.now, "amazon", held[i]));
    asked_close(&a);
}

static void a_joint_venture_is_linked_by_sole_control_alone(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", "'entities':[{'id':'a','name':'a'},{'id':'jv','name':'J','form':'joint-venture'},"
                            "{'id':'sole','name':'S','form':'joint-venture'}],"
                            "'holdings':[{'id':'h1','holder':'a','entity':'jv','votes':60},"
                            "{'id':'h2','holder':'a','entity':'sole','control':'sole'}]"));
    assert_false(together(&a, a.now, "a", "jv"));
    assert_true(together(&a, a.now, "a", "sole"));
    struct control_notice *notices;
    assert_int_equal(view_control_notices(a.now.view, &a.arena, &notices), 0);
    asked_close(&a);
}

static void links_are_those_of_the_day(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS
                        "'holdings':[{'id':'h1','holder':'amazon','entity':'unit','control':'sole','to':'2020-06-30'},"
                        "{'id':'h2','holder':'google','entity':'unit','control':'sole','from':'2020-07-01'}]"));
    assert_string_equal(head_of(&a, as_of(&a, "2020-06-30"), "unit"), "amazon");
    assert_string_equal(head_of(&a, as_of(&a, "2020-07-01"), "unit"), "google");
    asked_close(&a);
}

static void a_circle_is_one_group_under_the_smallest_id(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", "'entities':[{'id':'c','name':'c'},{'id':'b','name':'b'},{'id':'d','name':'d'},"
                            "{'id':'x','name':'x'}],"
                            "'holdings':[{'id':'cb','holder':'c','entity':'b','control':'sole'},"
                            "{'id':'bd','holder':'b','entity':'d','control':'sole'},"
                            "{'id':'dc','holder':'d','entity':'c','control':'sole'},"
                            "{'id':'dx','holder':'d','entity':'x','control':'sole'}]"));
    const char *const all[] = { "b", "c", "d", "x" };
    for (size_t i = 0; i < 4; i++) assert_string_equal(head_of(&a, a.now, all[i]), "b");
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 4; j++) assert_true(is_below(a.now, firm(&a, all[i]), firm(&a, all[j])));
    assert_false(is_below(a.now, firm(&a, "x"), firm(&a, "c")));
    assert_int_equal(group_depth(a.now, firm(&a, "b")), 0);
    assert_int_equal(group_depth(a.now, firm(&a, "d")), 1);
    assert_int_equal(group_depth(a.now, firm(&a, "c")), 2);
    assert_int_equal(group_depth(a.now, firm(&a, "x")), 2);
    trail_links(&a.trail, a.now, firm(&a, "c"), NO_ENTITY);
    assert_string_equal(written(&a), "link dc, link bd");
    struct moment apart = { a.now.view, firm(&a, "d") };
    for (size_t i = 0; i < 4; i++) assert_string_equal(head_of(&a, apart, all[i]), "d");
    assert_int_equal(group_depth(apart, firm(&a, "d")), 0);
    assert_true(group_depth(apart, firm(&a, "b")) > 0);
    assert_true(group_depth(apart, firm(&a, "x")) > group_depth(apart, firm(&a, "b")));
    asked_close(&a);
}

static void a_target_stands_apart_with_what_it_controls(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'holdings':[{'id':'h1','holder':'amazon','entity':'aws','control':'sole'},"
                                  "{'id':'h2','holder':'aws','entity':'unit','control':'sole'},"
                                  "{'id':'h3','holder':'amazon','entity':'other','control':'sole'}]"));
    struct moment deal = { a.now.view, firm(&a, "aws") };
    assert_string_equal(head_of(&a, deal, "aws"), "aws");
    assert_string_equal(head_of(&a, deal, "unit"), "aws");
    assert_string_equal(head_of(&a, deal, "other"), "amazon");
    assert_true(together(&a, deal, "aws", "unit"));
    assert_true(together(&a, deal, "amazon", "other"));
    assert_false(together(&a, deal, "amazon", "unit"));
    assert_false(together(&a, deal, "google", "aws"));
    assert_false(is_below(deal, firm(&a, "amazon"), firm(&a, "unit")));
    assert_false(is_below(deal, firm(&a, "amazon"), firm(&a, "aws")));
    assert_true(is_below(deal, firm(&a, "aws"), firm(&a, "unit")));
    assert_int_equal(group_depth(deal, firm(&a, "unit")), 1);
    trail_links(&a.trail, deal, firm(&a, "unit"), NO_ENTITY);
    assert_string_equal(written(&a), "link h2");
    asked_close(&a);
}

static void what_is_not_recorded_of_control_is_one_notice_a_pair(void **state)
{
    struct asked a;
    asked_open(&a,
               CASE("", FIRMS "'holdings':[{'id':'h1','holder':'amazon','entity':'aws','votes':{'min':40,'max':60}},"
                              "{'id':'h2','holder':'amazon','entity':'aws','stake':10},"
                              "{'id':'h3','holder':'google','entity':'other','control':'sole','from':'2025'},"
                              "{'id':'h4','holder':'amazon','entity':'unit','votes':80},"
                              "{'id':'h5','holder':'amazon','entity':'unit'},"
                              "{'id':'h6','holder':'google','entity':'aws','control':null},"
                              "{'id':'h7','holder':'amazon','entity':'other','to':'2020-01-01'}]"));
    struct control_notice *notices;
    assert_int_equal(view_control_notices(a.now.view, &a.arena, &notices), 3);
    assert_int_equal(notices[0].holding, 0);
    assert_int_equal(notices[1].holding, 2);
    assert_int_equal(notices[1].holder, firm(&a, "google"));
    assert_int_equal(notices[1].entity, firm(&a, "other"));
    assert_int_equal(notices[2].holding, 5);
    for (size_t i = 0; i < 3; i++) assert_false(same_group(a.now, notices[i].holder, notices[i].entity));
    asked_close(&a);
}

static const char *refused(const char *text)
{
    static struct asked a;
    if (asked_try(&a, text)) {
        facts_free(a.facts);
        return "";
    }
    return a.errors;
}

static void parts_that_come_to_more_than_the_whole_are_a_notice_each_for_stakes_and_votes(void **state)
{
    struct asked a;
    asked_open(&a,
               CASE("", FIRMS "'holdings':[{'holder':'amazon','entity':'unit','stake':60,'votes':49},"
                              "{'id':'h2','holder':'google','entity':'unit','stake':{'min':41,'max':50},'votes':52},"
                              "{'holder':'other','entity':'aws','stake':{'min':0.5,'max':90}},"
                              "{'holder':'google','entity':'aws','stake':100},"
                              "{'holder':'amazon','entity':'other','stake':80,'to':'2020-06-30'},"
                              "{'id':'h6','holder':'google','entity':'other','stake':80,'from':'2020-07-01'},"
                              "{'holder':'amazon','entity':'google','stake':80},"
                              "{'holder':'other','entity':'google','stake':80,'to':null}]"));
    struct whole_notice *notices;
    assert_int_equal(view_whole_notices(a.now.view, &a.arena, &notices), 2);
    assert_true(notices[0].least && !notices[1].least);
    for (uint32_t i = 0; i < 2; i++) {
        assert_int_equal(notices[i].entity, firm(&a, "unit"));
        assert_string_equal(facts_id(a.now.view->facts, ref_make(KIND_HOLDING, notices[i].holding)), "h2");
        assert_int_equal(notices[i].part, i ? HOLDING_VOTES : HOLDING_STAKE);
        assert_true(notices[i].sum == 101);
    }
    asked_close(&a);
}

#define DEAL(TYPE, MORE) \
    "'transactions':[{'acquirer':'google','target':'unit','from':'2024-06-01','type':'" TYPE "'" MORE "}]"
#define CLOSED(DAY) DEAL("acquisition", ",'status':'closed','closed':'" DAY "'")

/* A file that dates the buyer's control before the deal closed makes the two one group when the market is measured. */
static void control_before_the_deal_that_brings_it_is_a_notice(void **state)
{
    static const struct {
        const char *holding, *deal;
        uint32_t count;
    } rows[] = {
        { "'from':'2024-12-31','control':'sole'", CLOSED("2025-01-01"), 1 },
        { "'from':'2024-12-31','control':'sole'", CLOSED("2024-12-31"), 0 },
        { "'from':'2024-12','control':'sole'", CLOSED("2024-12-31"), 0 },
        { "'from':'2024-12','control':'sole'", CLOSED("2025-01-01"), 1 },
        { "'control':'sole'", CLOSED("2025-01-01"), 1 },
        { "'from':null,'control':'sole'", CLOSED("2025-01-01"), 0 },
        { "'from':'2024-12-31','votes':51", CLOSED("2025-01-01"), 1 },
        { "'from':'2024-12-31','votes':50", CLOSED("2025-01-01"), 0 },
        { "'from':'2020-01-01','to':'2024-12-30','control':'sole'", CLOSED("2025-01-01"), 0 },
        { "'from':'2020-01-01','to':'2024-12-31','control':'sole'", CLOSED("2025-01-01"), 1 },
        { "'from':'2020-01-01','to':null,'control':'sole'", CLOSED("2025-01-01"), 0 },
        { "'from':'2024-12-31','control':'sole'", DEAL("acquisition", ",'status':'announced'"), 0 },
        { "'from':'2024-12-31','control':'sole'", DEAL("merger", ",'status':'abandoned','abandoned':'2025-01-01'"), 0 },
        { "'from':'2024-12-31','control':'sole'", DEAL("merger", ",'status':'closed','closed':'2025-01-01'"), 1 },
        { "'from':'2024-12-31','control':'sole'", DEAL("partial", ",'status':'closed','closed':'2025-01-01'"), 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct asked a;
        char text[4096];
        struct early_notice *notices;
        snprintf(text, sizeof text, CASE("", "%s'holdings':[{'holder':'google','entity':'unit',%s}],%s"), FIRMS,
                 rows[i].holding, rows[i].deal);
        asked_open(&a, text);
        uint32_t count = view_early_notices(a.now.view, &a.arena, &notices);
        if (count != rows[i].count) fail_msg("row %zu: %u notices", i, count);
        asked_close(&a);
    }
    struct asked a;
    struct early_notice *notices;
    asked_open(&a, CASE("", FIRMS "'holdings':[{'holder':'google','entity':'aws','control':'sole'},"
                                  "{'holder':'aws','entity':'unit','control':'sole','from':'2024-12-01'},"
                                  "{'holder':'amazon','entity':'other','control':'sole'}]," CLOSED("2025-01-01")));
    assert_int_equal(view_early_notices(a.now.view, &a.arena, &notices), 1); /* by a firm of the buyer's group */
    assert_true(notices[0].holding == 1 && notices[0].transaction == 0);
    asked_close(&a);
}

/* Whichever claim is true, and wherever in its range a stake lies. */
static void ranges_and_claims_that_come_to_more_than_the_whole_are_a_notice(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'holdings':[{'holder':'amazon','entity':'unit','stake':{'min':60,'max':70}},"
                                  "{'holder':'google','entity':'unit','stake':{'claims':[{'value':50},{'value':45}]}},"
                                  "{'holder':'amazon','entity':'aws','stake':{'claims':[{'value':50},{'value':45}]}},"
                                  "{'holder':'google','entity':'aws','stake':{'min':55,'max':60}}]"));
    struct whole_notice *notices;
    assert_int_equal(view_whole_notices(a.now.view, &a.arena, &notices), 1);
    assert_int_equal(notices[0].entity, firm(&a, "unit"));
    assert_true(notices[0].sum == 105 && notices[0].least);
    asked_close(&a);
}

static void two_links_from_different_groups_on_one_day_are_an_error(void **state)
{
    assert_non_null(
        strstr(refused(CASE("", FIRMS "'holdings':[\n{'id':'h1','holder':'amazon','entity':'unit','control':'sole'},\n"
                                      "{'id':'h2','holder':'google','entity':'unit','control':'sole'}]")),
               "3: 'unit' cannot be controlled by 'amazon' alone (line 2) and by 'google' alone: "
               "the two are not one group [schema]"));
    assert_non_null(strstr(
        refused(CASE("", FIRMS
                     "'holdings':[{'id':'h1','holder':'amazon','entity':'unit','control':'sole','to':'2020-06-30'},"
                     "{'id':'h2','holder':'google','entity':'unit','control':'sole','from':'2020-06-30'}]")),
        "on 2020-06-30"));
    assert_string_equal(
        refused(CASE("", FIRMS
                     "'holdings':[{'id':'h1','holder':'amazon','entity':'unit','control':'sole','to':'2020-06-30'},"
                     "{'id':'h2','holder':'google','entity':'unit','control':'sole','from':'2020-07-01'}]")),
        "");
    assert_string_equal(
        refused(CASE("", FIRMS "'holdings':[{'id':'h1','holder':'amazon','entity':'unit','control':'sole','to':'2020'},"
                               "{'id':'h2','holder':'google','entity':'unit','control':'sole','from':'2020'}]")),
        ""); /* not surely on one day */
}

static void two_links_from_one_group_are_none_until_the_groups_part(void **state)
{
#define BOTH SOLE("h2", "aws", "unit") "," SOLE("h3", "amazon", "unit") "]"
    assert_string_equal(
        refused(CASE("", FIRMS "'holdings':[{'id':'h1','holder':'amazon','entity':'aws','control':'sole'}," BOTH)), "");
    assert_non_null(strstr(
        refused(
            CASE("", FIRMS
                 "'holdings':[{'id':'h1','holder':'amazon','entity':'aws','control':'sole','to':'2022-12-31'}," BOTH)),
        "on 2023-01-01"));
    assert_non_null(strstr(
        refused(CASE(
            "", FIRMS
            "'holdings':[{'id':'h1','holder':'amazon','entity':'aws','control':'sole','from':'2022-12-31'}," BOTH)),
        "'unit' cannot be controlled by 'aws' alone"));
}

static void of_two_links_the_longer_way_up_is_kept_in_any_order(void **state)
{
    static const char *const orders[] = {
        CASE("", FIRMS "'holdings':[{'id':'h1','holder':'amazon','entity':'aws','control':'sole'},"
                       "{'id':'h2','holder':'aws','entity':'unit','control':'sole'},"
                       "{'id':'h3','holder':'amazon','entity':'unit','control':'sole'}]"),
        CASE("", FIRMS "'holdings':[{'id':'h3','holder':'amazon','entity':'unit','control':'sole'},"
                       "{'id':'h2','holder':'aws','entity':'unit','control':'sole'},"
                       "{'id':'h1','holder':'amazon','entity':'aws','control':'sole'}]"),
    };
    for (size_t i = 0; i < 2; i++) {
        struct asked a;
        asked_open(&a, orders[i]);
        assert_true(is_below(a.now, firm(&a, "aws"), firm(&a, "unit")));
        assert_int_equal(group_depth(a.now, firm(&a, "unit")), 2);
        asked_close(&a);
    }
}

static void a_link_into_a_circle_beside_one_from_above_makes_no_circle(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", FIRMS "'holdings':[{'id':'h1','holder':'aws','entity':'unit','control':'sole'},"
                                  "{'id':'h2','holder':'unit','entity':'aws','control':'sole'},"
                                  "{'id':'h3','holder':'amazon','entity':'unit','control':'sole'}]"));
    assert_string_equal(head_of(&a, a.now, "unit"), "amazon");
    assert_string_equal(head_of(&a, a.now, "aws"), "amazon");
    asked_close(&a);
}

static enum truth does(struct asked *a, const char *id, const char *what)
{
    forget(a);
    return group_does(a->now, firm(a, id), facts_find_word(a->facts, LIST_ACTIVITY, what, strlen(what)), &a->trail);
}

static void an_undertaking_does_what_a_member_does(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", "'entities':[{'id':'amazon','name':'amazon','activities':['retailer']},"
                            "{'id':'aws','name':'aws','activities':['cloud-provider']},"
                            "{'id':'unit','name':'unit','activities':[]},{'id':'google','name':'google'}],"
                            "'holdings':[{'id':'h1','holder':'amazon','entity':'aws','control':'sole'},"
                            "{'id':'h2','holder':'amazon','entity':'unit','control':'sole'}]"));
    assert_int_equal(does(&a, "amazon", "retailer"), YES);
    assert_string_equal(written(&a), "read amazon.activities");
    assert_int_equal(does(&a, "amazon", "cloud-provider"), YES);
    assert_string_equal(written(&a), "read aws.activities, link h1");
    assert_int_equal(does(&a, "unit", "cloud-provider"), YES);
    assert_string_equal(written(&a), "read aws.activities, link h1, link h2");
    assert_int_equal(does(&a, "unit", "chip-maker"), NO);
    assert_string_equal(written(&a), "read amazon.activities, read aws.activities, read unit.activities");
    assert_int_equal(does(&a, "google", "chip-maker"), UNKNOWN);
    assert_string_equal(written(&a), "need google.activities");
    asked_close(&a);
}

static void a_target_apart_does_not_do_what_its_seller_does(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", "'entities':[{'id':'amazon','name':'amazon','activities':['retailer']},"
                            "{'id':'aws','name':'aws','activities':['cloud-provider']}],"
                            "'holdings':[{'id':'h1','holder':'amazon','entity':'aws','control':'sole'}]"));
    uint32_t retailer = facts_find_word(a.facts, LIST_ACTIVITY, "retailer", 8);
    assert_int_equal(group_does(a.now, firm(&a, "aws"), retailer, NULL), YES);
    assert_int_equal(group_does((struct moment){ a.now.view, firm(&a, "aws") }, firm(&a, "aws"), retailer, NULL), NO);
    asked_close(&a);
}

static void unknown_activities_are_unknown_but_of_persons_and_agencies(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", "'entities':[{'id':'p','name':'P','form':'person'},"
                            "{'id':'ftc','name':'F','form':'agency'},"
                            "{'id':'n','name':'N','form':'person','activities':null},"
                            "{'id':'c','name':'C','form':'company'},{'id':'f','name':'F','form':null}]"));
    assert_int_equal(does(&a, "p", "software"), NO);
    assert_int_equal(does(&a, "ftc", "software"), NO);
    assert_int_equal(does(&a, "n", "software"), UNKNOWN);
    assert_int_equal(does(&a, "c", "software"), UNKNOWN);
    assert_int_equal(does(&a, "f", "software"), UNKNOWN);
    asked_close(&a);
}

static void a_dated_activity_counts_in_its_time_and_gives_the_list(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", "'entities':[{'id':'x','name':'x'},{'id':'y','name':'y','activities':['software']},"
                            "{'id':'z','name':'Z','activities':null}],"
                            "'activities':[{'id':'d1','entity':'x','does':'ai-developer','from':'2020-01-01',"
                            "'to':'2025-01-24'},{'id':'d2','entity':'y','does':'ai-developer','from':'2025'},"
                            "{'id':'d3','entity':'z','does':'investor'}]"));
    assert_int_equal(does(&a, "x", "ai-developer"), YES);
    assert_string_equal(written(&a), "read d1.does");
    assert_int_equal(does(&a, "x", "software"), NO);
    assert_int_equal(does(&a, "y", "software"), YES);
    assert_int_equal(does(&a, "y", "ai-developer"), UNKNOWN);
    assert_string_equal(written(&a), "need d2.from");
    assert_int_equal(does(&a, "z", "investor"), YES);
    assert_int_equal(does(&a, "z", "software"), UNKNOWN);
    a.now = as_of(&a, "2019-12-31");
    assert_int_equal(does(&a, "x", "ai-developer"), NO);
    asked_close(&a);
}

static void a_member_that_does_not_exist_yet_does_nothing(void **state)
{
    struct asked a;
    asked_open(&a, CASE("", "'entities':[{'id':'x','name':'x','activities':[]},"
                            "{'id':'y','name':'Y','activities':['software'],'from':'2026-01-01'},"
                            "{'id':'z','name':'Z','activities':['software'],'from':'2025'}],"
                            "'holdings':[{'id':'h1','holder':'x','entity':'y','control':'sole'}]"));
    assert_int_equal(does(&a, "x", "software"), NO);
    assert_int_equal(does(&a, "z", "software"), UNKNOWN);
    assert_string_equal(written(&a), "need z.from");
    asked_close(&a);
}

static void a_long_chain_of_control_is_one_group(void **state)
{
    enum { LENGTH = 500 };
    static char text[60 * 1024];
    size_t n = (size_t)snprintf(
        text, sizeof text,
        "{'format':'compliance-facts/1','case':{'id':'c','title':'C','as_of':'2025-01-24'},'entities':[");
    for (int i = 0; i < LENGTH; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s{'id':'e%d','name':'E'}", i ? "," : "", i);
    n += (size_t)snprintf(text + n, sizeof text - n, "],'holdings':[");
    for (int i = LENGTH - 1; i > 0; i--)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s{'holder':'e%d','entity':'e%d','control':'sole'}",
                              i < LENGTH - 1 ? "," : "", i, i - 1);
    snprintf(text + n, sizeof text - n, "]}");
    struct asked a;
    asked_open(&a, text);
    assert_string_equal(head_of(&a, a.now, "e0"), "e499");
    assert_int_equal(group_depth(a.now, firm(&a, "e0")), LENGTH - 1);
    assert_int_equal(a.now.view->member_count[firm(&a, "e499")], LENGTH);
    assert_true(is_below(a.now, firm(&a, "e250"), firm(&a, "e249")));
    asked_close(&a);
}

static bool reaches(const struct view *v, uint32_t from, uint32_t to)
{
    for (uint32_t step = 0; step < 50 && from != NO_ENTITY; step++, from = v->parent[from])
        if (from == to) return true;
    return false;
}

static void below_is_whatever_reaches_it_going_up_in_any_tangle(void **state)
{
    enum { FIRMS_OF_A_ROUND = 12, ROUNDS = 60 };
    for (uint64_t round = 0; round < ROUNDS; round++) {
        uint64_t seed = round;
        char text[4096];
        size_t n = (size_t)snprintf(text, sizeof text, CASE("", "'entities':[")) - 1;
        for (int i = 0; i < FIRMS_OF_A_ROUND; i++)
            n += (size_t)snprintf(text + n, sizeof text - n, "%s{'id':'e%d','name':'E'}", i ? "," : "", i);
        n += (size_t)snprintf(text + n, sizeof text - n, "],'holdings':[{'holder':'e0','entity':'e1'}");
        for (uint32_t i = 0; i < FIRMS_OF_A_ROUND; i++)
            if (random_below(&seed, 4))
                n += (size_t)snprintf(text + n, sizeof text - n, ",{'holder':'e%u','entity':'e%u','control':'sole'}",
                                      random_below(&seed, FIRMS_OF_A_ROUND), i);
        snprintf(text + n, sizeof text - n, "]}");
        struct asked a;
        asked_open(&a, text);
        const struct view *v = a.now.view;
        struct moment apart = { v, random_below(&seed, FIRMS_OF_A_ROUND) };
        for (uint32_t top = 0; top < FIRMS_OF_A_ROUND; top++)
            for (uint32_t e = 0; e < FIRMS_OF_A_ROUND; e++) {
                assert_int_equal(is_below(a.now, top, e), reaches(v, e, top));
                assert_int_equal(same_group(a.now, top, e), group_head(a.now, top) == group_head(a.now, e));
                assert_int_equal(same_group(apart, top, e), group_head(apart, top) == group_head(apart, e));
                if (is_below(apart, top, e)) assert_true(same_group(apart, top, e));
                assert_int_equal(group_head(apart, e) == apart.apart, reaches(v, e, apart.apart));
            }
        asked_close(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_subsidiary_is_of_its_holders_group),
        cmocka_unit_test(votes_of_half_or_less_joint_control_none_and_null_do_not_link),
        cmocka_unit_test(a_joint_venture_is_linked_by_sole_control_alone),
        cmocka_unit_test(links_are_those_of_the_day),
        cmocka_unit_test(a_circle_is_one_group_under_the_smallest_id),
        cmocka_unit_test(a_target_stands_apart_with_what_it_controls),
        cmocka_unit_test(what_is_not_recorded_of_control_is_one_notice_a_pair),
        cmocka_unit_test(parts_that_come_to_more_than_the_whole_are_a_notice_each_for_stakes_and_votes),
        cmocka_unit_test(control_before_the_deal_that_brings_it_is_a_notice),
        cmocka_unit_test(ranges_and_claims_that_come_to_more_than_the_whole_are_a_notice),
        cmocka_unit_test(two_links_from_different_groups_on_one_day_are_an_error),
        cmocka_unit_test(two_links_from_one_group_are_none_until_the_groups_part),
        cmocka_unit_test(of_two_links_the_longer_way_up_is_kept_in_any_order),
        cmocka_unit_test(a_link_into_a_circle_beside_one_from_above_makes_no_circle),
        cmocka_unit_test(an_undertaking_does_what_a_member_does),
        cmocka_unit_test(a_target_apart_does_not_do_what_its_seller_does),
        cmocka_unit_test(unknown_activities_are_unknown_but_of_persons_and_agencies),
        cmocka_unit_test(a_dated_activity_counts_in_its_time_and_gives_the_list),
        cmocka_unit_test(a_member_that_does_not_exist_yet_does_nothing),
        cmocka_unit_test(a_long_chain_of_control_is_one_group),
        cmocka_unit_test(below_is_whatever_reaches_it_going_up_in_any_tangle),
    };
    return cmocka_run_group_tests_name("facts/groups", tests, NULL, NULL);
}
