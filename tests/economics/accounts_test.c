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

/* The same of the Union and of two of its States. */
#define IN(WHO, PLACE, AMOUNT, FROM) \
    "{'entity':'" WHO "','metric':'revenue','geography':'" PLACE "','amount':" AMOUNT ",'from':'" FROM "'}"
#define STATE(WHO, PLACE, N) IN(WHO, PLACE, EUR(N), "2023-12-31")
#define UNION(WHO, AMOUNT)   IN(WHO, "EU", AMOUNT, "2023-12-31")

static const struct row parts[] = {
    { "states_are_a_lower_bound_of_a_union_without_an_amount", "revenue",
      UNION("group", "null") "," STATE("group", "DE", "60") "," STATE("group", "FR", "7"), 67, INFINITY },
    { "of_a_union_with_a_range_they_raise_the_lower_end", "revenue",
      UNION("group", EUR("{'min':10,'max':90}")) "," STATE("group", "DE", "60"), 60, 90 },
    { "an_exact_union_counts_alone", "revenue", UNION("group", EUR("50")) "," STATE("group", "DE", "60"), 50, 50 },
    { "states_above_the_range_of_the_union_contradict_it_and_change_nothing", "revenue",
      UNION("group", EUR("{'min':10,'max':50}")) "," STATE("group", "DE", "60"), 10, 50 },
    { "states_of_another_year_bound_nothing", "revenue",
      UNION("group", "null") "," IN("group", "DE", EUR("60"), "2022-12-31") "," STATE("group", "FR", "7"), 7,
      INFINITY },
    { "a_state_of_two_rows_bounds_nothing", "revenue",
      UNION("group", "null") "," STATE("group", "DE", "60") "," IN("group", "DE", EUR("50"),
                                                                   "2023") "," STATE("group", "FR", "7"),
      7, INFINITY },
    { "a_state_without_an_amount_adds_nothing", "revenue",
      UNION("group", "null") "," IN("group", "DE", "null", "2023-12-31") "," STATE("group", "FR", "7"), 7, INFINITY },
    { "a_place_that_is_no_part_adds_nothing", "revenue",
      UNION("group", "null") "," STATE("group", "US", "60") "," STATE("group", "FR", "7"), 7, INFINITY },
    { "states_or_members_whichever_come_to_more", "revenue",
      UNION("group", "null") "," STATE("group", "DE", "60") "," UNION("unit", EUR("80")), 80, INFINITY },
    { "a_members_states_count_where_it_alone_has_a_row", "revenue", UNION("unit", "null") "," STATE("unit", "DE", "60"),
      60, INFINITY },
    { "beside_another_member_they_may_be_counted_there", "revenue",
      UNION("unit", "null") "," STATE("unit", "DE", "60") "," UNION("part", EUR("20")), 20, INFINITY },
    { "the_world_is_an_upper_bound_of_a_union_without_an_amount", "revenue",
      UNION("group", "null") "," STATE("group", "worldwide", "60"), 0, 60 },
    { "of_a_range_it_lowers_the_upper_end", "revenue",
      UNION("group", EUR("{'min':10,'max':90}")) "," STATE("group", "worldwide", "60"), 10, 60 },
    { "of_a_world_with_a_range_its_upper_end_counts", "revenue",
      UNION("group", "null") "," STATE("group", "worldwide", "{'min':50,'max':60}"), 0, 60 },
    { "between_the_states_and_the_world", "revenue",
      UNION("group", "null") "," STATE("group", "DE", "20") "," STATE("group", "worldwide", "60"), 20, 60 },
    { "an_exact_union_counts_alone_below_the_world_or_above", "revenue",
      UNION("group", EUR("70")) "," STATE("group", "worldwide", "60"), 70, 70 },
    { "a_world_below_the_range_of_the_union_contradicts_it_and_changes_nothing", "revenue",
      UNION("group", EUR("{'min':70,'max':90}")) "," STATE("group", "worldwide", "60"), 70, 90 },
    { "the_world_of_another_year_bounds_nothing", "revenue",
      UNION("group", "null") "," IN("group", "worldwide", EUR("60"), "2022-12-31"), 0, INFINITY },
    { "nor_does_what_a_member_sold_in_the_world", "revenue",
      UNION("group", "null") "," STATE("unit", "worldwide", "60"), 0, INFINITY },
    { "nor_does_the_world_in_another_currency_without_a_rate", "revenue",
      UNION("group", EUR("{'min':10,'max':90}")) "," IN("group", "worldwide", "{'value':60,'currency':'USD'}",
                                                        "2023-12-31"),
      10, 90 },
    { "a_members_world_bounds_that_member", "revenue",
      UNION("unit", "null") "," STATE("unit", "worldwide", "60") "," UNION("shop", EUR("7")), 7, 67 },
};

static void run_parts(void **state)
{
    const struct row *row = *state;
    struct fixture f;
    struct quantity q;
    char records[4096];
    snprintf(records, sizeof records, GROUP ",'financials':[%s,%s]", row->financials,
             STATE("shop", "FR", "0") "," STATE("shop", "DE", "0"));
    case_open(&f, DAY, records);
    uint32_t metric = listed_word(LIST_METRIC, row->metric), whole = listed_word(LIST_GEOGRAPHY, "EU");
    uint32_t of[] = { facts_find_word(f.facts, LIST_GEOGRAPHY, "DE", 2),
                      facts_find_word(f.facts, LIST_GEOGRAPHY, "FR", 2) };
    assert_int_equal(turnover_with_parts(f.now, entity(&f, "group"), metric, whole, NO_ROW, of, 2, &f.trail, &q),
                     FIGURE_FINE);
    assert_range(q, row->low, row->high);
    case_close(&f);
}

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
    enum { ROWS = sizeof rows / sizeof *rows, PARTS = sizeof parts / sizeof *parts };
    struct CMUnitTest tests[ROWS + PARTS];
    for (size_t i = 0; i < ROWS; i++)
        tests[i] = (struct CMUnitTest){ .name = rows[i].name, .test_func = run, .initial_state = (void *)&rows[i] };
    for (size_t i = 0; i < PARTS; i++)
        tests[ROWS + i] =
            (struct CMUnitTest){ .name = parts[i].name, .test_func = run_parts, .initial_state = (void *)&parts[i] };
    return _cmocka_run_group_tests("economics/accounts", tests, ROWS + PARTS, NULL, NULL);
}
