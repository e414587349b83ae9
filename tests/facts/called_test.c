/* By which names a firm is known: its id, its name, its aliases, however they are written. */
#include "facts/asking.h"
#include "facts/called.h"

static const char firms[] = CASE("", "'entities':[{'id':'amzn','name':'Amazon.com, Inc.'},"
                                     "{'id':'aws','name':'Amazon Web Services'},"
                                     "{'id':'goog','name':'GOOGLE LLC','aliases':['Alphabet Inc.','Mountain View']},"
                                     "{'id':'meta-platforms','name':'M'},"
                                     "{'id':'fb','name':'Meta (Facebook)'},"
                                     "{'id':'inc','name':'Inc'},"
                                     "{'id':'signs','name':'...'},"
                                     "{'id':'long','name':'a b c d e f g h i j k l m'}]");

static const struct row {
    const char *name, *id, *called;
    enum field by;
} rows[] = {
    { "its_own_id", "amzn", "AMZN", ENTITY_ID },
    { "a_legal_form_at_the_end_does_not_matter", "amzn", "Amazon", ENTITY_NAME },
    { "nor_in_what_is_asked", "goog", "Google Ltd.", ENTITY_NAME },
    { "nor_case", "goog", "google", ENTITY_NAME },
    { "a_name_within_a_name_is_another", "aws", "Amazon", NO_FIELD },
    { "a_name_that_goes_on_is_another", "amzn", "Amazon Web Services", NO_FIELD },
    { "an_alias", "goog", "Alphabet", ENTITY_ALIASES },
    { "the_second_alias", "goog", "mountain view", ENTITY_ALIASES },
    { "signs_between_words_do_not_matter", "meta-platforms", "Meta Platforms", ENTITY_ID },
    { "what_stands_in_brackets_behind_does_not_matter", "fb", "Meta", ENTITY_NAME },
    { "what_stands_in_brackets_is_no_name", "fb", "Facebook", NO_FIELD },
    { "a_legal_form_alone_is_a_name", "inc", "INC", ENTITY_NAME },
    { "and_not_every_name", "inc", "Ltd", NO_FIELD },
    { "signs_alone_are_no_name", "signs", "...", NO_FIELD },
    { "nothing_is_no_name", "amzn", "", NO_FIELD },
    { "a_long_name_to_its_end", "long", "A B C D E F G H I J K L M", ENTITY_NAME },
    { "a_long_name_that_ends_otherwise", "long", "a b c d e f g h i j k l n", NO_FIELD },
};

static void is_called(void **state)
{
    const struct row *row = *state;
    struct asked a;
    asked_open(&a, firms);
    assert_int_equal(entity_called(a.facts, firm(&a, row->id), row->called), row->by);
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
