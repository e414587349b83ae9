/* By which names a firm is known: its id, its name, its aliases, however they are written. */
#include "facts/asking.h"
#include "facts/called.h"

#define E(ID, NAME, MORE) "{'id':'" ID "','name':'" NAME "'" MORE "}"
#define FIRMS                                                                                                                      \
    "'entities':[" E("amzn", "Amazon.com, Inc.", "") "," E("aws", "Amazon Web Services", "") "," E(                                \
        "goog", "GOOGLE LLC",                                                                                                      \
        ",'aliases':['Alphabet Inc.','Mountain View']") "," E("meta-platforms", "M",                                               \
                                                              "") "," E("fb", "Meta (Facebook)",                                   \
                                                                        "") "," E("inc", "Inc",                                    \
                                                                                  "") "," E("signs", "...",                        \
                                                                                            "") "," E("long",                      \
                                                                                                      "a b c d e f g h i j k l m", \
                                                                                                      "") "]"

static const struct row {
    const char *name, *id, *called;
    bool is;
} rows[] = {
    { "its_own_id", "amzn", "AMZN", true },
    { "a_legal_form_at_the_end_does_not_matter", "amzn", "Amazon", true },
    { "nor_in_what_is_asked", "goog", "Google Ltd.", true },
    { "nor_case", "goog", "google", true },
    { "a_name_within_a_name_is_another", "aws", "Amazon", false },
    { "a_name_that_goes_on_is_another", "amzn", "Amazon Web Services", false },
    { "an_alias", "goog", "Alphabet", true },
    { "the_second_alias", "goog", "mountain view", true },
    { "signs_between_words_do_not_matter", "meta-platforms", "Meta Platforms", true },
    { "what_stands_in_brackets_behind_does_not_matter", "fb", "Meta", true },
    { "what_stands_in_brackets_is_no_name", "fb", "Facebook", false },
    { "a_legal_form_alone_is_a_name", "inc", "INC", true },
    { "and_not_every_name", "inc", "Ltd", false },
    { "signs_alone_are_no_name", "signs", "...", false },
    { "nothing_is_no_name", "amzn", "", false },
    { "a_long_name_to_its_end", "long", "A B C D E F G H I J K L M", true },
    { "a_long_name_that_ends_otherwise", "long", "a b c d e f g h i j k l n", false },
};

static void is_called(void **state)
{
    const struct row *row = *state;
    struct asked a;
    asked_open(&a, CASE("", FIRMS));
    assert_int_equal(entity_called(a.facts, firm(&a, row->id), row->called), row->is);
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
