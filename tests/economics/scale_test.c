/* scale_test.c - what questions of ownership cost in a file of many holdings: with twice the holders twice as much, not four
 * times. Counted are looks through the network, records of evidence and bytes asked for, which are the same on each machine. */
#include "economics/case.h"
#include "economics/day_stakes.h"
#include "economics/mhhi.h"
#include "economics/ownership.h"

enum { FEW = 150, MANY = 300 };
#define DAY "2025-01-24"

struct cost {
    double looks, evidence, bytes;
};

/* `count` holders of one firm, with parts that come to half of it; or a chain, each holding 90 % of the next. */
static void open_star(struct fixture *f, unsigned count, bool chain)
{
    static char records[60000];
    size_t size = sizeof records, n = (size_t)snprintf(records, size, "'entities':[{'id':'e0','name':'E'}");
    for (unsigned i = 1; i <= count; i++) n += (size_t)snprintf(records + n, size - n, ",{'id':'e%u','name':'E'}", i);
    n += (size_t)snprintf(records + n, size - n, "],'holdings':[");
    for (unsigned i = 1; i <= count; i++) {
        double part = chain ? 90 : 50.0 / count;
        n += (size_t)snprintf(records + n, size - n, "%s{'holder':'e%u','entity':'e%u','stake':%g,'votes':%g%s}",
                              i > 1 ? "," : "", i, chain ? i - 1 : 0, part, part, chain ? ",'control':'none'" : "");
    }
    snprintf(records + n, size - n, "]");
    case_open(f, DAY, records);
}

static uint32_t number(const struct fixture *f, unsigned i)
{
    char id[16];
    snprintf(id, sizeof id, "e%u", i);
    return entity(f, id);
}

/* Each holder is asked about the one firm. */
static struct cost cost_of_star(unsigned count, bool of_votes)
{
    struct fixture f;
    open_star(&f, count, false);
    for (unsigned i = 1; i <= count; i++) {
        uint32_t holder = number(&f, i), firm = number(&f, 0);
        if (of_votes) may_control(f.now, holder, firm, CONTROL_LARGEST, &f.trail);
        else assert_range(economic_interest(f.now, holder, firm, &f.trail), 50.0 / count, 50.0 / count);
    }
    struct cost cost = { (double)day_stakes(f.now.view)->looked, (double)f.trail.count, 0 };
    case_close(&f);
    return cost;
}

static void goes_with_the_number(double few, double many)
{
    if (many > 2.2 * few) fail_msg("%g became %g", few, many);
}

static void each_holder_of_a_star_costs_one_look_and_its_own_evidence(void **state)
{
    struct cost few = cost_of_star(FEW, false), many = cost_of_star(MANY, false);
    assert_true(few.looks == FEW && many.looks == MANY);
    goes_with_the_number(few.evidence, many.evidence);
}

static void each_holder_of_votes_is_shown_with_its_nearest_rival(void **state)
{
    struct cost few = cost_of_star(FEW, true), many = cost_of_star(MANY, true);
    assert_true(few.looks == 0 && few.evidence >= FEW);
    goes_with_the_number(few.evidence, many.evidence);
}

static void one_owner_of_many_firms_costs_one_look(void **state)
{
    struct fixture f;
    open_star(&f, MANY, true);
    uint32_t owner = number(&f, MANY);
    for (int twice = 0; twice < 2; twice++) {
        for (unsigned i = 0; i < MANY; i++) economic_interest(f.now, owner, number(&f, i), NULL);
        economic_interest(f.now, number(&f, MANY - 1), number(&f, 0), NULL); /* another in between */
    }
    assert_int_equal(day_stakes(f.now.view)->looked, 2);
    case_close(&f);
}

/* --- many days --- */

enum { OWNERS = 300, DAYS = 900, TOO_MUCH_UNTIL = 300, WHOLE_UNTIL = 450 };

static const char *nth(int32_t first, int32_t day)
{
    static char text[16];
    day_write(first + day, text, sizeof text);
    return text;
}

/* Owner i has a part of e0 from day i on, and more votes in it than who came before, so that no two days are alike. The parts of
 * x are too many on the first days. */
static void open_days(struct fixture *f, int32_t first)
{
    static char records[60000];
    char complete[80];
    size_t size = sizeof records,
           n = (size_t)snprintf(
               records, size,
               "'entities':[{'id':'e0','name':'E'},{'id':'x','name':'X'},{'id':'y','name':'Y'},{'id':'z','name':'Z'}");
    for (int i = 1; i <= OWNERS; i++) n += (size_t)snprintf(records + n, size - n, ",{'id':'e%d','name':'E'}", i);
    n += (size_t)snprintf(records + n, size - n,
                          "],'holdings':[{'holder':'y','entity':'x','stake':60},"
                          "{'holder':'z','entity':'x','stake':60,'to':'%s'}",
                          nth(first, TOO_MUCH_UNTIL));
    for (int i = 1; i <= OWNERS; i++)
        n += (size_t)snprintf(records + n, size - n,
                              ",{'holder':'e%d','entity':'e0','stake':0.3,'votes':%g,'from':'%s'}", i, 0.1 + i / 2000.0,
                              nth(first, i));
    snprintf(records + n, size - n, "]");
    snprintf(complete, sizeof complete, "{'kind':'holding','to':'%s'}", nth(first, WHOLE_UNTIL));
    case_open_complete(f, DAY, complete, records);
}

static void check_owner(const struct fixture *f, struct moment then, int32_t day, int32_t owner)
{
    uint32_t holder = number(f, (unsigned)owner), firm = number(f, 0);
    struct quantity part = economic_interest(then, holder, firm, NULL);
    assert_range(part, day < owner ? 0 : .3, day < owner ? 0 : .3);
    assert_int_equal(part.open_above, day > WHOLE_UNTIL);
    bool largest = owner == (day < OWNERS ? day : OWNERS);
    enum truth wanted = !largest ? NO : day <= WHOLE_UNTIL ? YES : UNKNOWN;
    assert_int_equal(may_control(then, holder, firm, CONTROL_LARGEST, NULL).truth, wanted);
}

static void of_many_days_the_last_are_kept_and_all_answer_as_if_asked_first(void **state)
{
    struct fixture f;
    struct days first;
    assert_true(days_read("2020-01-01", 10, &first));
    open_days(&f, first.low);
    size_t begin = f.facts->arena.total;
    for (int32_t turn = 0; turn < 2 * DAYS; turn++) {
        int32_t day = turn < DAYS ? turn : 2 * DAYS - turn - 1;
        struct moment then = { view_at(f.facts, first.low + day), NO_ENTITY };
        check_owner(&f, then, day, OWNERS / 2);
        check_owner(&f, then, day, 1 + day % OWNERS);
        bool too_much = day <= TOO_MUCH_UNTIL;
        assert_int_equal(day_stakes(then.view)->doubtful[entity(&f, "x")], too_much);
        assert_range(economic_interest(then, entity(&f, "y"), entity(&f, "x"), NULL), too_much ? 0 : 60,
                     too_much ? 100 : 60);
    }
    assert_true(f.facts->arena.total - begin < DAYS_BYTES + DAYS * 3000);
    case_close(&f);
}

/* --- the weights of a market --- */

static void *allocate_and_count(void *ud, void *block, size_t old_size, size_t new_size)
{
    double *bytes = ud;
    *bytes += (double)new_size;
    return allocator_default.allocate(allocator_default.ud, block, old_size, new_size);
}

/* A firm with many voters, who have nothing else: what it takes to weigh it. */
static double bytes_of_voters(uint32_t voters)
{
    static struct interest items[16 * MANY];
    double bytes = 0;
    cc_allocator counting = { allocate_and_count, &bytes };
    struct share_range weights[2], part = { .5 / voters, .5 / voters };
    for (uint32_t i = 0; i < voters; i++) items[i] = (struct interest){ 2 + i, 0, part, part, false };
    struct interests all = { items, voters, 2, 2 + voters };
    assert_true(mhhi_weights(&all, 0, weights, NULL, &counting));
    assert_true(weights[1].low == 0 && weights[1].high == 0);
    return bytes;
}

static void a_firm_of_many_voters_is_weighed_in_work_that_goes_with_their_number(void **state)
{
    goes_with_the_number(bytes_of_voters(8 * MANY), bytes_of_voters(16 * MANY));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_holder_of_a_star_costs_one_look_and_its_own_evidence),
        cmocka_unit_test(each_holder_of_votes_is_shown_with_its_nearest_rival),
        cmocka_unit_test(one_owner_of_many_firms_costs_one_look),
        cmocka_unit_test(of_many_days_the_last_are_kept_and_all_answer_as_if_asked_first),
        cmocka_unit_test(a_firm_of_many_voters_is_weighed_in_work_that_goes_with_their_number),
    };
    return cmocka_run_group_tests_name("economics/scale", tests, NULL, NULL);
}
