/* By which names a firm is known: its id, its name, its aliases, however they are written. */
#include "facts/asking.h"
#include "facts/called.h"

static const char firms[] = CASE("", "'entities':[{'id':'amzn','name':'Amazon.com, Inc.'},"
                                     "{'id':'aws','name':'Amazon Web Services'},"
                                     "{'id':'goog','name':'GOOGLE LLC','aliases':['Alphabet Inc.','Mountain View']},"
                                     "{'id':'meta-platforms','name':'M'},"
                                     "{'id':'fb','name':'Meta (Facebook)'},"
                                     "{'id':'meta','name':'Meta AG'},"
                                     "{'id':'plain','name':'Meta'},"
                                     "{'id':'booking-bv','name':'B'},"
                                     "{'id':'dutch','name':'Booking.com B.V.'},"
                                     "{'id':'inc','name':'Inc'},"
                                     "{'id':'signs','name':'...'},"
                                     "{'id':'long','name':'a b c d e f g h i j k l m'}]");

static const struct row {
    const char *name, *id, *called;
    enum truth is;
    enum field by;
} rows[] = {
    { "its_own_id", "amzn", "AMZN", YES, ENTITY_ID },
    { "the_same_legal_form", "amzn", "Amazon.com, Inc.", YES, ENTITY_NAME },
    { "written_otherwise", "amzn", "amazon incorporated", YES, ENTITY_NAME },
    { "a_form_that_is_not_asked_may_be_anothers", "amzn", "Amazon", UNKNOWN, ENTITY_NAME },
    { "another_form_is_another_firm", "goog", "Google Ltd.", NO, NO_FIELD },
    { "an_id_does_not_count_against_the_form_of_the_name", "meta", "Meta Inc.", NO, NO_FIELD },
    { "nor_where_the_form_is_open", "meta", "Meta", UNKNOWN, ENTITY_NAME },
    { "a_form_that_is_asked_may_be_left_out_on_file", "plain", "Meta Inc.", YES, ENTITY_NAME },
    { "case_does_not_matter", "goog", "google llc", YES, ENTITY_NAME },
    { "a_name_within_a_name_is_another", "aws", "Amazon", NO, NO_FIELD },
    { "a_name_that_goes_on_is_another", "amzn", "Amazon Web Services", NO, NO_FIELD },
    { "an_alias", "goog", "Alphabet Inc.", YES, ENTITY_ALIASES },
    { "an_alias_with_a_form_that_is_not_asked", "goog", "Alphabet", UNKNOWN, ENTITY_ALIASES },
    { "the_second_alias", "goog", "mountain view", YES, ENTITY_ALIASES },
    { "signs_between_words_do_not_matter", "meta-platforms", "Meta Platforms", YES, ENTITY_ID },
    { "an_id_may_leave_the_form_out", "meta-platforms", "Meta Platforms, Inc.", YES, ENTITY_ID },
    { "or_state_it", "booking-bv", "Booking", UNKNOWN, ENTITY_ID },
    { "a_form_of_letters_with_dots", "dutch", "booking bv", YES, ENTITY_NAME },
    { "of_another_form_with_dots", "dutch", "Booking S.A.", NO, NO_FIELD },
    { "what_stands_in_brackets_behind_does_not_matter", "fb", "Meta", YES, ENTITY_NAME },
    { "what_stands_in_brackets_is_no_name", "fb", "Facebook", NO, NO_FIELD },
    { "a_legal_form_alone_is_a_name", "inc", "INC", YES, ENTITY_NAME },
    { "and_not_every_name", "inc", "Ltd", NO, NO_FIELD },
    { "signs_alone_are_no_name", "signs", "...", NO, NO_FIELD },
    { "nothing_is_no_name", "amzn", "", NO, NO_FIELD },
    { "a_long_name_to_its_end", "long", "A B C D E F G H I J K L M", YES, ENTITY_NAME },
    { "a_long_name_that_ends_otherwise", "long", "a b c d e f g h i j k l n", NO, NO_FIELD },
};

static void is_called(void **state)
{
    const struct row *row = *state;
    struct asked a;
    asked_open(&a, firms);
    enum field by;
    assert_int_equal(entity_called(a.facts, firm(&a, row->id), row->called, &by), row->is);
    assert_int_equal(by, row->by);
    asked_close(&a);
}

int main(void)
{
    enum { N = sizeof rows / sizeof *rows };
    struct CMUnitTest tests[N];
    for (size_t i = 0; i < N; i++)
        tests[i] =
            (struct CMUnitTest){ .name = rows[i].name, .test_func = is_called, .initial_state = (void *)&rows[i] };
    return _cmocka_run_group_tests("facts/called", tests, N, NULL, NULL);
}
