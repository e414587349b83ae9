/* Look-through interest and who may control, on cases: what comes out, and what is read on the way. */
#include "base/random.h"
#include "economics/case.h"
#include "economics/ownership.h"

#define FIRMS                                                                                              \
    "'entities':[{'id':'a','name':'A'},{'id':'b','name':'B'},{'id':'c','name':'C'},{'id':'d','name':'D'}," \
    "{'id':'sub','name':'Sub'},{'id':'ann','name':'Ann'},{'id':'bob','name':'Bob'},{'id':'cy','name':'Cy'}],"
#define DAY            "2025-01-24"
#define ALL_HOLDINGS   "{'kind':'holding'}"
#define IN_D           "{'kind':'holding','entity':'d'}"
#define HELD(H, E, M)  "{'id':'" H "-" E "','holder':'" H "','entity':'" E "'" M "}"
#define HOLDINGS(ROWS) FIRMS "'holdings':[" ROWS "]"

/* --- interest --- */

#define TOO_MUCH "what each holder has of D: the stakes on file come to more than all of it"

static const struct interest_row {
    const char *name, *records, *complete;
    double low, high; /* of a in d */
    bool open;
    unsigned read; /* stakes on the trail */
    const char *need;
} interests[] = {
    { "along_a_chain", HOLDINGS(HELD("a", "b", ",'stake':60") "," HELD("b", "d", ",'stake':50")), NULL, 30, 30, true, 2,
      NULL },
    { "over_two_ways",
      HOLDINGS(HELD("a", "b", ",'stake':60") "," HELD("b", "d", ",'stake':50") "," HELD("a", "d", ",'stake':12.5")),
      NULL, 42.5, 42.5, true, 3, NULL },
    { "as_decimals_are_written", HOLDINGS(HELD("a", "b", ",'stake':10") "," HELD("b", "d", ",'stake':3")), NULL, .3, .3,
      true, 2, NULL },
    { "through_a_subsidiary_by_its_stake",
      HOLDINGS(HELD("a", "sub", ",'stake':80,'votes':80") "," HELD("sub", "d", ",'stake':50")), NULL, 40, 40, true, 2,
      NULL },
    { "through_one_whose_stake_nobody_states",
      HOLDINGS(HELD("a", "sub", ",'control':'sole'") "," HELD("sub", "d", ",'stake':50")), NULL, 0, 50, true, 2, NULL },
    { "of_a_range", HOLDINGS(HELD("a", "b", ",'stake':{'min':20,'max':40}") "," HELD("b", "d", ",'stake':50")), NULL,
      10, 20, true, 2, NULL },
    { "unknown_but_for_what_others_hold", HOLDINGS(HELD("a", "d", "") "," HELD("c", "d", ",'stake':70")), NULL, 0, 30,
      true, 2, NULL },
    { "perhaps_begun", HOLDINGS(HELD("a", "d", ",'stake':20,'from':'2025-01'")), NULL, 0, 20, true, 1, NULL },
    { "ended", HOLDINGS(HELD("a", "d", ",'stake':20,'to':'2025-01-23'")), NULL, 0, 0, true, 0, NULL },
    { "nothing_on_file", HOLDINGS(HELD("c", "d", ",'stake':20")), NULL, 0, 0, true, 0, NULL },
    { "nothing_on_a_whole_list", HOLDINGS(HELD("c", "d", ",'stake':20")), ALL_HOLDINGS, 0, 0, false, 0, NULL },
    { "on_a_whole_list", HOLDINGS(HELD("a", "b", ",'stake':60") "," HELD("b", "d", ",'stake':50")), ALL_HOLDINGS, 30,
      30, false, 2, NULL },
    { "where_only_the_last_list_is_whole", HOLDINGS(HELD("a", "b", ",'stake':60") "," HELD("b", "d", ",'stake':50")),
      IN_D, 30, 30, true, 2, NULL },
    { "where_that_is_all_there_is", HOLDINGS(HELD("a", "d", ",'stake':60")), IN_D, 60, 60, false, 1, NULL },
    { "in_a_circle",
      HOLDINGS(HELD("a", "b", ",'stake':90") "," HELD("b", "d", ",'stake':100") "," HELD("d", "b", ",'stake':10")),
      NULL, 100, 100, true, 3, NULL },
    { "in_a_circle_that_holds_all_of_itself",
      HOLDINGS(HELD("b", "d", ",'stake':100") "," HELD("d", "b", ",'stake':100")), NULL, 0, 0, true, 0, NULL },
    { "in_a_circle_of_unknown_stakes", HOLDINGS(HELD("a", "b", "") "," HELD("b", "d", "") "," HELD("d", "b", "")), NULL,
      0, 100, true, 3, NULL },
    { "where_the_file_says_too_much", HOLDINGS(HELD("a", "d", ",'stake':80") "," HELD("b", "d", ",'stake':80")), NULL,
      0, 100, true, 2, TOO_MUCH },
    { "where_ranges_say_too_much",
      HOLDINGS(HELD("a", "d", ",'stake':{'min':60,'max':70}") "," HELD("b", "d", ",'stake':{'min':50,'max':60}")), NULL,
      0, 100, true, 2, TOO_MUCH },
    { "through_one_of_whom_the_file_says_too_much",
      HOLDINGS(HELD("a", "b", ",'stake':50") "," HELD("b", "d", ",'stake':{'min':60,'max':70}") "," HELD(
          "c", "d", ",'stake':{'min':50,'max':60}")),
      NULL, 0, 50, true, 3, TOO_MUCH },
    { "where_it_says_too_much_of_another",
      HOLDINGS(HELD("a", "d", ",'stake':20") "," HELD("b", "c", ",'stake':80") "," HELD("d", "c", ",'stake':80")), NULL,
      20, 20, true, 1, NULL },
    { "where_rounding_makes_more_than_a_whole",
      HOLDINGS(HELD("a", "d", ",'stake':50.2") "," HELD("b", "d", ",'stake':50.2")), NULL, 50, 50, true, 2, NULL },
    { "where_rounding_cannot", HOLDINGS(HELD("a", "d", ",'stake':50.3") "," HELD("b", "d", ",'stake':50.3")), NULL, 0,
      100, true, 2, TOO_MUCH },
    { "where_two_claims_each_say_too_much",
      HOLDINGS(HELD("a", "d", ",'stake':{'claims':[{'value':60},{'value':70}]}") "," HELD("b", "d", ",'stake':50")),
      NULL, 0, 100, true, 2, TOO_MUCH },
    { "where_one_claim_fits",
      HOLDINGS(HELD("a", "d", ",'stake':{'claims':[{'value':50},{'value':70}]}") "," HELD("b", "d", ",'stake':50")),
      NULL, 50, 50, true, 2, NULL },
    { "of_its_own_shares_none", HOLDINGS(HELD("a", "d", ",'stake':45") "," HELD("d", "d", ",'stake':10")), NULL, 50, 50,
      true, 2, NULL },
};

static void interest_is(void **state)
{
    const struct interest_row *row = *state;
    struct fixture f;
    case_open_complete(&f, DAY, row->complete, row->records);
    struct quantity q = economic_interest(f.now, entity(&f, "a"), entity(&f, "d"), &f.trail);
    assert_int_equal(q.unit, UNIT_PERCENT);
    assert_range(q, row->low, row->high);
    assert_int_equal(q.open_above, row->open);
    assert_int_equal(trail_has(&f, TRAIL_READ, HOLDING_STAKE), row->read);
    assert_int_equal(trail_has(&f, TRAIL_ABSENT, NO_FIELD), row->high > 0 ? 0 : 1);
    if (row->need && !trail_needs(&f, row->need)) fail_msg("no need has '%s'", row->need);
    if (!row->need) assert_false(trail_needs(&f, "more than all"));
    struct quantity same = economic_interest(f.now, entity(&f, "a"), entity(&f, "d"), NULL);
    assert_true(same.low == q.low && same.high == q.high);
    case_close(&f);
}

static void an_undertaking_has_all_of_itself_and_a_subsidiary_speaks_for_it(void **state)
{
    struct fixture f;
    case_open(&f, DAY,
              HOLDINGS(HELD("a", "sub", ",'stake':80,'votes':80") "," HELD("sub", "d", ",'stake':50") "," HELD(
                  "a", "c", ",'stake':5")));
    assert_range(economic_interest(f.now, entity(&f, "a"), entity(&f, "a"), NULL), 100, 100);
    assert_range(economic_interest(f.now, entity(&f, "sub"), entity(&f, "c"), &f.trail), 5, 5);
    assert_int_equal(trail_has(&f, TRAIL_LINK, NO_FIELD), 1);
    assert_range(economic_interest(f.now, entity(&f, "sub"), entity(&f, "d"), NULL), 40, 40);
    assert_range(economic_interest(apart(&f, "sub"), entity(&f, "sub"), entity(&f, "d"), NULL), 50, 50);
    case_close(&f);
}

/* --- control --- */

#define SEAT(WHO, MORE) "{'person':'" WHO "','entity':'d','role':'director'" MORE "}"
#define BY_A            ",'appointed_by':'a'"
#define BOARD(ROWS)     FIRMS "'positions':[" ROWS "]"
#define ALL_SEATS       "{'kind':'position','entity':'d'}"
#define AGREED(M)       FIRMS "'agreements':[{'id':'x','holder':'a','grantor':'d'" M "}]"
#define OVER_PARENT(M)                                                                                              \
    FIRMS "'holdings':[" HELD("c", "d", ",'control':'sole'") "],"                                                   \
                                                             "'agreements':[{'id':'x','holder':'a','grantor':'c'" M \
                                                             "}]"

static const struct control_row {
    const char *name, *records, *complete;
    enum control_way way;
    enum truth truth;
    bool absent;
    const char *need; /* words that a need has */
} controls[] = {
    { "one_group", HOLDINGS(HELD("a", "d", ",'control':'sole'")), NULL, CONTROL_ANY, YES, false, NULL },
    { "the_right_to_decide_alone_with_26_percent", HOLDINGS(HELD("a", "d", ",'stake':26,'control':'sole'")), NULL,
      CONTROL_RECORDED, YES, false, NULL },
    { "joint_control", HOLDINGS(HELD("a", "d", ",'stake':50,'control':'joint'")), NULL, CONTROL_RECORDED, YES, false,
      NULL },
    { "more_than_half_of_the_votes", HOLDINGS(HELD("a", "d", ",'votes':51")), NULL, CONTROL_RECORDED, YES, false,
      NULL },
    { "control_that_nobody_knows", HOLDINGS(HELD("a", "d", ",'control':null")), NULL, CONTROL_RECORDED, UNKNOWN, false,
      NULL },
    { "no_control", HOLDINGS(HELD("a", "d", ",'stake':27,'control':'none'")), NULL, CONTROL_ANY, NO, true, NULL },
    { "nothing_on_file", HOLDINGS(HELD("b", "d", ",'stake':27")), NULL, CONTROL_ANY, NO, true, NULL },

    { "largest_by_what_is_left", HOLDINGS(HELD("a", "d", ",'votes':40") "," HELD("b", "d", ",'votes':30")), NULL,
      CONTROL_LARGEST, YES, false, NULL },
    { "the_rest_may_be_one_holders", HOLDINGS(HELD("a", "d", ",'votes':30") "," HELD("b", "d", ",'votes':20")), NULL,
      CONTROL_LARGEST, UNKNOWN, false, "who holds the other votes of D" },
    { "largest_on_a_whole_list", HOLDINGS(HELD("a", "d", ",'votes':30") "," HELD("b", "d", ",'votes':20")), IN_D,
      CONTROL_LARGEST, YES, false, NULL },
    { "another_has_more", HOLDINGS(HELD("a", "d", ",'votes':30") "," HELD("b", "d", ",'votes':31")), IN_D,
      CONTROL_LARGEST, NO, false, NULL },
    { "as_many_as_another", HOLDINGS(HELD("a", "d", ",'votes':50") "," HELD("b", "d", ",'votes':50")), NULL,
      CONTROL_LARGEST, YES, false, NULL },
    { "ranges_that_overlap",
      HOLDINGS(HELD("a", "d", ",'votes':{'min':20,'max':30}") "," HELD("b", "d", ",'votes':{'min':10,'max':25}")), IN_D,
      CONTROL_LARGEST, UNKNOWN, false, NULL },
    { "ranges_that_do_not",
      HOLDINGS(HELD("a", "d", ",'votes':{'min':25,'max':30}") "," HELD("b", "d", ",'votes':{'min':10,'max':25}")), IN_D,
      CONTROL_LARGEST, YES, false, NULL },
    { "votes_that_cannot_all_be",
      HOLDINGS(HELD("a", "d", ",'votes':{'min':50,'max':60}") "," HELD("b", "d", ",'votes':51,'control':'none'")), IN_D,
      CONTROL_LARGEST, UNKNOWN, false, "what each holder has of D: the votes on file come to more than all of them" },
    { "votes_that_cannot_all_be_but_anothers",
      HOLDINGS(HELD("b", "d", ",'votes':50") "," HELD("c", "d", ",'votes':51,'control':'none'") "," HELD("a", "d",
                                                                                                         ",'votes':0")),
      IN_D, CONTROL_LARGEST, NO, false, NULL },
    { "votes_that_nobody_states", HOLDINGS(HELD("a", "d", ",'stake':30") "," HELD("b", "d", ",'votes':20")), IN_D,
      CONTROL_LARGEST, UNKNOWN, false, NULL },
    { "anothers_votes_that_nobody_states", HOLDINGS(HELD("a", "d", ",'votes':30") "," HELD("b", "d", "")), IN_D,
      CONTROL_LARGEST, UNKNOWN, false, NULL },
    { "anothers_unknown_votes_have_no_room", HOLDINGS(HELD("a", "d", ",'votes':50") "," HELD("b", "d", "")), IN_D,
      CONTROL_LARGEST, YES, false, NULL },
    { "a_group_votes_together",
      HOLDINGS(HELD("a", "sub", ",'control':'sole'") "," HELD("a", "d", ",'votes':20") "," HELD(
          "sub", "d", ",'votes':15") "," HELD("b", "d", ",'votes':30")),
      IN_D, CONTROL_LARGEST, YES, false, NULL },
    { "another_group_votes_together",
      HOLDINGS(HELD("b", "sub", ",'control':'sole'") "," HELD("a", "d", ",'votes':30") "," HELD(
          "b", "d", ",'votes':20") "," HELD("sub", "d", ",'votes':20")),
      IN_D, CONTROL_LARGEST, NO, false, NULL },
    { "shares_that_decide_nothing",
      HOLDINGS(HELD("a", "d", ",'votes':40,'control':'none'") "," HELD("b", "d", ",'votes':30")), IN_D, CONTROL_LARGEST,
      NO, false, NULL },
    { "shares_that_decide_nothing_are_anothers_rival",
      HOLDINGS(HELD("b", "d", ",'votes':40,'control':'none'") "," HELD("a", "d", ",'votes':30")), IN_D, CONTROL_LARGEST,
      NO, false, NULL },
    { "of_a_firm_that_another_controls",
      HOLDINGS(HELD("a", "d", ",'votes':27") "," HELD("b", "d", ",'stake':26,'votes':20,'control':'sole'")), IN_D,
      CONTROL_LARGEST, NO, false, NULL },
    { "of_what_controls_it", HOLDINGS(HELD("c", "d", ",'control':'sole'") "," HELD("a", "c", ",'votes':50")), NULL,
      CONTROL_LARGEST, YES, false, NULL },
    { "perhaps_in_force", HOLDINGS(HELD("a", "d", ",'votes':50,'from':'2025-01'")), NULL, CONTROL_LARGEST, UNKNOWN,
      false, NULL },
    { "shares_without_votes", HOLDINGS(HELD("a", "d", ",'stake':60,'votes':0")), IN_D, CONTROL_LARGEST, NO, false,
      NULL },
    { "a_firms_own_shares_do_not_vote", HOLDINGS(HELD("a", "d", ",'votes':30") "," HELD("d", "d", ",'votes':40")), IN_D,
      CONTROL_LARGEST, YES, false, NULL },

    { "it_alone_names_the_board", AGREED(",'type':'board-appointment','exclusive':true"), NULL, CONTROL_BOARD, YES,
      false, NULL },
    { "it_names_some", AGREED(",'type':'board-appointment','exclusive':false"), NULL, CONTROL_BOARD, NO, true, NULL },
    { "it_names_nobody_says_how_many", AGREED(",'type':'board-appointment'"), NULL, CONTROL_BOARD, UNKNOWN, false,
      NULL },
    { "it_names_the_parents_board", OVER_PARENT(",'type':'board-appointment','exclusive':true"), NULL, CONTROL_BOARD,
      YES, false, NULL },
    { "it_named_most_of_a_whole_board", BOARD(SEAT("ann", BY_A) "," SEAT("bob", BY_A) "," SEAT("cy", "")), ALL_SEATS,
      CONTROL_BOARD, YES, false, NULL },
    { "it_named_most_of_those_on_file", BOARD(SEAT("ann", BY_A) "," SEAT("bob", BY_A) "," SEAT("cy", "")), NULL,
      CONTROL_BOARD, UNKNOWN, false, "who else sits on the board of D" },
    { "it_named_half", BOARD(SEAT("ann", BY_A) "," SEAT("bob", "")), ALL_SEATS ",{'kind':'agreement'}", CONTROL_BOARD,
      NO, false, NULL },
    { "it_named_half_and_may_have_an_agreement", BOARD(SEAT("ann", BY_A) "," SEAT("bob", "")), ALL_SEATS, CONTROL_BOARD,
      NO, true, NULL },
    { "it_named_half_of_those_on_file", BOARD(SEAT("ann", BY_A) "," SEAT("bob", "")), NULL, CONTROL_BOARD, NO, true,
      NULL },
    { "one_who_is_perhaps_its", BOARD(SEAT("ann", BY_A) "," SEAT("bob", ",'appointed_by':null") "," SEAT("cy", "")),
      ALL_SEATS, CONTROL_BOARD, UNKNOWN, false, NULL },
    { "an_observer_is_no_director", BOARD("{'person':'ann','entity':'d','role':'observer','appointed_by':'a'}"),
      ALL_SEATS ",{'kind':'agreement'}", CONTROL_BOARD, NO, false, NULL },

    { "a_veto", AGREED(",'type':'veto','scope':'shares'"), NULL, CONTROL_VETO, YES, false, NULL },
    { "a_veto_over_the_parent", OVER_PARENT(",'type':'veto'"), NULL, CONTROL_VETO, YES, false, NULL },
    { "a_veto_that_ended", AGREED(",'type':'veto','to':'2024-12-31'"), NULL, CONTROL_VETO, NO, true, NULL },
    { "no_veto_on_a_whole_list", AGREED(",'type':'consultation'"), "{'kind':'agreement'}", CONTROL_VETO, NO, false,
      NULL },
    { "a_veto_and_nothing_else", AGREED(",'type':'veto'"), NULL, CONTROL_ANY, YES, false, NULL },
};

static void control_is(void **state)
{
    const struct control_row *row = *state;
    struct fixture f;
    case_open_complete(&f, DAY, row->complete, row->records);
    struct answer answer = may_control(f.now, entity(&f, "a"), entity(&f, "d"), row->way, &f.trail);
    assert_int_equal(answer.truth, row->truth);
    assert_int_equal(answer.absent, row->absent);
    assert_true(f.trail.count > 0);
    if (row->need && !trail_needs(&f, row->need)) fail_msg("no need has '%s'", row->need);
    if (row->truth != UNKNOWN) assert_int_equal(trail_has(&f, TRAIL_NEED, NO_FIELD), 0);
    if (row->truth == YES)
        assert_int_equal(trail_has(&f, TRAIL_ABSENT, NO_FIELD), 0); /* what was not found shows nothing */
    struct answer silent = may_control(f.now, entity(&f, "a"), entity(&f, "d"), row->way, NULL);
    assert_true(silent.truth == answer.truth && silent.absent == answer.absent);
    uint32_t d = group_head(f.now, entity(&f, "d")), b = group_head(f.now, entity(&f, "b"));
    assert_true(d != b || b == entity(&f, "b")); /* it merges nothing */
    case_close(&f);
}

static void a_right_over_a_subsidiary_is_none_over_its_parent(void **state)
{
    struct fixture f;
    case_open(
        &f, DAY,
        FIRMS "'holdings':[" HELD("d", "sub", ",'control':'sole'") "," HELD(
            "a", "sub", ",'votes':60,'control':'none'") "],"
                                                        "'agreements':[{'type':'veto','holder':'a','grantor':'sub'}]");
    assert_int_equal(may_control(f.now, entity(&f, "a"), entity(&f, "sub"), CONTROL_ANY, &f.trail).truth, YES);
    assert_int_equal(may_control(f.now, entity(&f, "a"), entity(&f, "d"), CONTROL_ANY, &f.trail).truth, NO);
    case_close(&f);
}

static void the_seller_of_a_target_controls_it_still(void **state)
{
    struct fixture f;
    case_open(&f, DAY, HOLDINGS(HELD("c", "d", ",'votes':100") "," HELD("a", "d", ",'votes':0")));
    struct moment m = apart(&f, "d");
    assert_false(same_group(m, entity(&f, "c"), entity(&f, "d")));
    assert_int_equal(may_control(m, entity(&f, "c"), entity(&f, "d"), CONTROL_ANY, &f.trail).truth, YES);
    assert_int_equal(may_control(m, entity(&f, "a"), entity(&f, "d"), CONTROL_LARGEST, &f.trail).truth, NO);
    case_close(&f);
}

/* --- properties --- */

enum { FIRMS_MOST = 6, ROWS_MOST = 12 };
static const char *const ids[FIRMS_MOST] = { "a", "b", "c", "d", "sub", "ann" };

/* One number of a holding, in the wide file as a range or unknown, in the narrow one as a value within. */
static void write_number(char *wide, char *narrow, size_t size, const char *name, double value, uint64_t *seed)
{
    unsigned how = random_below(seed, 4);
    double low = floor(value * random_unit(seed)), high = ceil(value + (100 - value) * random_unit(seed));
    snprintf(narrow, size, ",'%s':%.2f", name, value);
    if (how == 0) snprintf(wide, size, ",'%s':null", name);
    else if (how == 1) snprintf(wide, size, ",'%s':{'min':%g,'max':%g}", name, low, high);
    else if (how == 2) snprintf(wide, size, ",'%s':{'max':%g}", name, high);
    else snprintf(wide, size, "%s", narrow);
}

/* Holdings at random, with circles, own shares and doubles; what is held of one firm comes to no more than a whole, and no
 * votes make a group. */
static void write_holdings(char *wide, char *narrow, size_t size, uint64_t *seed)
{
    static const char *const said[] = { "", "", ",'control':'none'", ",'control':'joint'", ",'control':'sole'" };
    double stakes[FIRMS_MOST], votes[FIRMS_MOST];
    bool sole = false;
    size_t w = (size_t)snprintf(wide, size, "%s'holdings':[", FIRMS), n = (size_t)snprintf(narrow, size, "%s", wide);
    for (int i = 0; i < FIRMS_MOST; i++) stakes[i] = votes[i] = 99;
    unsigned rows = 1 + random_below(seed, ROWS_MOST);
    for (unsigned i = 0; i < rows; i++) {
        char ws[64], ns[64], wv[64], nv[64];
        unsigned holder = random_below(seed, FIRMS_MOST), held = random_below(seed, FIRMS_MOST);
        double stake = floor(stakes[held] * random_unit(seed)), vote = fmin(45, floor(votes[held] * random_unit(seed)));
        const char *control = said[random_below(seed, 5 - sole)];
        sole = sole || strstr(control, "sole"); /* one, so that no firm has two heads */
        stakes[held] -= stake, votes[held] -= vote;
        write_number(ws, ns, sizeof ws, "stake", stake, seed);
        write_number(wv, nv, sizeof wv, "votes", vote, seed);
        const char *from = random_below(seed, 6) ? "" : ",'from':'2025-01'",
                   *past = *from ? ",'from':'2025-01-01'" : "";
        w += (size_t)snprintf(wide + w, size - w, "%s{'id':'h%u','holder':'%s','entity':'%s'%s%s%s%s}", i ? "," : "", i,
                              ids[holder], ids[held], ws, wv, control, from);
        n += (size_t)snprintf(narrow + n, size - n, "%s{'id':'h%u','holder':'%s','entity':'%s'%s%s%s%s}", i ? "," : "",
                              i, ids[holder], ids[held], ns, nv, control, past);
    }
    snprintf(wide + w, size - w, "]");
    snprintf(narrow + n, size - n, "]");
}

static bool same_groups(const struct fixture *w, const struct fixture *n)
{
    for (uint32_t e = 0; e < facts_rows(w->facts, KIND_ENTITY); e++)
        if (group_head(w->now, e) != group_head(n->now, e)) return false;
    return true;
}

#ifdef SHORT
enum { ROUNDS = 120 };
#else
enum { ROUNDS = 600 };
#endif

/* What is unknown decides nothing: whatever it is, it lies within what was said before. */
static void narrowing_never_leaves_the_bounds_nor_turns_an_answer(void **state)
{
    static const char *const complete[] = { NULL, ALL_HOLDINGS, IN_D };
    uint64_t seed = 77;
    unsigned sure = 0, rounds = 0;
    for (int round = 0; round < ROUNDS; round++) {
        char wide[4096], narrow[4096];
        struct fixture w, n;
        write_holdings(wide, narrow, sizeof wide, &seed);
        case_open_complete(&w, DAY, complete[round % 3], wide);
        case_open_complete(&n, DAY, complete[round % 3], narrow);
        for (uint32_t i = 0; i < FIRMS_MOST * FIRMS_MOST && same_groups(&w, &n); i++) {
            uint32_t a = entity(&w, ids[i / FIRMS_MOST]), b = entity(&w, ids[i % FIRMS_MOST]);
            struct quantity was = economic_interest(w.now, a, b, &w.trail),
                            is = economic_interest(n.now, a, b, &n.trail);
            assert_true(was.low >= 0 && was.high <= 100 && is.low <= is.high);
            if (is.low < was.low - 1e-7 || is.high > was.high + 1e-7)
                fail_msg("%s in %s: %.9g .. %.9g leaves %.9g .. %.9g\n%s\n%s", ids[i / FIRMS_MOST], ids[i % FIRMS_MOST],
                         is.low, is.high, was.low, was.high, wide, narrow);
            for (enum control_way way = 0; way <= CONTROL_ANY; way++) {
                struct answer before = may_control(w.now, a, b, way, &w.trail),
                              now = may_control(n.now, a, b, way, &n.trail);
                rounds++, sure += before.truth != UNKNOWN;
                if (before.truth != UNKNOWN && now.truth != before.truth)
                    fail_msg("way %d: %s and %s: %d became %d\n%s\n%s", way, ids[i / FIRMS_MOST], ids[i % FIRMS_MOST],
                             before.truth, now.truth, wide, narrow);
            }
        }
        case_close(&w);
        case_close(&n);
    }
    assert_true(sure > rounds / 10 && sure < rounds);
}

/* --- memory --- */

static void *allocate_few(void *ud, void *block, size_t old_size, size_t new_size)
{
    long *left = ud;
    if (new_size && (*left)-- <= 0) return NULL;
    return allocator_default.allocate(allocator_default.ud, block, old_size, new_size);
}

static void want_of_memory_decides_nothing(void **state)
{
    bool enough = false;
    for (long at = 0; !enough; at++) {
        struct fixture f;
        long left = 1L << 30;
        cc_allocator few = { allocate_few, &left };
        case_open(&f, DAY,
                  FIRMS "'holdings':[" HELD("a", "b", ",'stake':60") "," HELD(
                      "b", "d", ",'stake':{'min':30,'max':50},'votes':30") "],"
                                                                           "'positions':[" SEAT("ann", BY_A) "," SEAT(
                                                                               "bob", "") "]");
        f.facts->allocator = &few;
        left = at;
        struct quantity q = economic_interest(f.now, entity(&f, "a"), entity(&f, "d"), &f.trail);
        struct answer may = may_control(f.now, entity(&f, "b"), entity(&f, "d"), CONTROL_ANY, &f.trail);
        enough = left > 0;
        assert_true(q.low <= 18 && q.high >= 30 && may.truth == UNKNOWN);
        if (q.low != 18) assert_true(f.arena.failed);
        f.arena.failed = false;
        case_close(&f);
    }
}

int main(void)
{
    enum { INTERESTS = sizeof interests / sizeof *interests, CONTROLS = sizeof controls / sizeof *controls };
    struct CMUnitTest tests[INTERESTS + CONTROLS + 5];
    size_t n = 0;
    for (size_t i = 0; i < INTERESTS; i++)
        tests[n++] = (struct CMUnitTest){ interests[i].name, interest_is, NULL, NULL,
                                          (void *)(uintptr_t)&interests[i] };
    for (size_t i = 0; i < CONTROLS; i++)
        tests[n++] = (struct CMUnitTest){ controls[i].name, control_is, NULL, NULL, (void *)(uintptr_t)&controls[i] };
    tests[n++] = (struct CMUnitTest)cmocka_unit_test(an_undertaking_has_all_of_itself_and_a_subsidiary_speaks_for_it);
    tests[n++] = (struct CMUnitTest)cmocka_unit_test(a_right_over_a_subsidiary_is_none_over_its_parent);
    tests[n++] = (struct CMUnitTest)cmocka_unit_test(the_seller_of_a_target_controls_it_still);
    tests[n++] = (struct CMUnitTest)cmocka_unit_test(narrowing_never_leaves_the_bounds_nor_turns_an_answer);
    tests[n++] = (struct CMUnitTest)cmocka_unit_test(want_of_memory_decides_nothing);
    return cmocka_run_group_tests_name("economics/ownership", tests, NULL, NULL);
}
