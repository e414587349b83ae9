/* accounts_test.c - what a group has sold, by the rows of its head and of its members. */
#include "economics/case.h"

#define DAY "2024-06-30"
/* The group has a unit and a shop; the unit has a part of its own. */
#define GROUP                                                                                            \
    "'entities':[{'id':'group','name':'Group'},{'id':'unit','name':'Unit'},{'id':'part','name':'Part'}," \
    "{'id':'shop','name':'Shop'}],'holdings':[{'holder':'group','entity':'unit','control':'sole'},"      \
    "{'holder':'unit','entity':'part','control':'sole'},{'holder':'group','entity':'shop','control':'sole'}]"
#define ROW(WHO, METRIC, AMOUNT, FROM) \
    "{'entity':'" WHO "','metric':'" METRIC "','amount':" AMOUNT ",'from':'" FROM "'}"
#define EUR(N)       "{'value':" N ",'currency':'EUR'}"
#define SOLD(WHO, N) ROW(WHO, "revenue", EUR(N), "2023-12-31")
#define UNTOLD(WHO)  ROW(WHO, "revenue", "null", "2023-12-31")

static const struct row {
    const char *name, *metric, *financials;
    double low, high;
} rows[] = {
    { "members_are_a_lower_bound_of_a_head_without_an_amount", "revenue",
      UNTOLD("group") "," SOLD("unit", "60") "," SOLD("shop", "7"), 67, INFINITY },
    { "of_a_head_with_a_range_they_raise_the_lower_end", "revenue",
      SOLD("group", "{'min':10,'max':90}") "," SOLD("unit", "60"), 60, 90 },
    { "an_exact_head_counts_alone", "revenue", SOLD("group", "50") "," SOLD("unit", "60"), 50, 50 },
    { "members_above_a_heads_range_contradict_it_and_change_nothing", "revenue",
      SOLD("group", "{'min':10,'max':50}") "," SOLD("unit", "60"), 10, 50 },
    { "another_years_rows_bound_nothing", "revenue",
      UNTOLD("group") "," ROW("unit", "revenue", EUR("60"), "2022-12-31") "," SOLD("shop", "7"), 7, INFINITY },
    { "an_inexact_day_is_no_year", "revenue", UNTOLD("group") "," ROW("unit", "revenue", EUR("60"), "2023"), 0,
      INFINITY },
    { "a_member_of_which_two_rows_may_be_current_bounds_nothing", "revenue",
      UNTOLD("group") "," ROW("unit", "revenue", EUR("60"), "2023-12-31") "," ROW("unit", "revenue", EUR("50"), "2023"),
      0, INFINITY },
    { "a_part_of_a_member_is_in_that_members_row", "revenue",
      UNTOLD("group") "," SOLD("unit", "60") "," SOLD("part", "20"), 60, INFINITY },
    { "a_part_counts_where_that_row_has_no_amount", "revenue",
      UNTOLD("group") "," UNTOLD("unit") "," SOLD("part", "20"), 20, INFINITY },
    { "a_part_counts_once_where_the_head_has_no_row", "revenue",
      SOLD("part", "20") "," SOLD("unit", "60") "," SOLD("shop", "7"), 67, 67 },
    { "without_a_row_of_the_head_or_an_amount_of_the_unit_its_part_counts", "revenue",
      UNTOLD("unit") "," SOLD("part", "20"), 20, INFINITY },
    { "what_no_rate_converts_bounds_nothing", "revenue",
      SOLD("group", "{'min':10,'max':90}") "," ROW("unit", "revenue", "{'value':60,'currency':'USD'}", "2023-12-31"),
      10, 90 },
    { "users_overlap_and_bound_nothing", "users",
      ROW("group", "users", "null", "2023-12-31") "," ROW("unit", "users", "60", "2023-12-31"), 0, INFINITY },
};

static void run(void **state)
{
    const struct row *row = *state;
    struct fixture f;
    struct quantity q;
    char records[4096];
    snprintf(records, sizeof records, GROUP ",'financials':[%s]", row->financials);
    case_open(&f, DAY, records);
    uint32_t metric = listed_word(LIST_METRIC, row->metric), world = listed_word(LIST_GEOGRAPHY, "worldwide");
    assert_int_equal(turnover(f.now, entity(&f, "group"), metric, world, NO_ROW, &f.trail, &q), FIGURE_FINE);
    assert_range(q, row->low, row->high);
    case_close(&f);
}

int main(void)
{
    enum { ROWS = sizeof rows / sizeof *rows };
    struct CMUnitTest tests[ROWS];
    for (size_t i = 0; i < ROWS; i++)
        tests[i] = (struct CMUnitTest){ .name = rows[i].name, .test_func = run, .initial_state = (void *)&rows[i] };
    return _cmocka_run_group_tests("economics/accounts", tests, ROWS, NULL, NULL);
}
