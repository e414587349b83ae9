/* model_test.c - walks the tables of model.def: what everything that loops over them relies on. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "facts/model.h"

static bool is_name(const char *s)
{
    for (const char *p = s; *p; p++)
        if (!(*p >= 'a' && *p <= 'z') && !(*p >= '0' && *p <= '9') && *p != '_') return false;
    return *s >= 'a' && *s <= 'z';
}

static bool is_doc(const char *s) { return strlen(s) > 2 && s[strlen(s) - 1] != '.' && !strchr(s, '\n'); }

static bool is_number(const struct field_info *f)
{
    return f->type == TYPE_NUMBER || f->type == TYPE_MONEY || f->type == TYPE_AMOUNT;
}
static bool is_reference(const struct field_info *f)
{
    return f->type == TYPE_REF || f->type == TYPE_REFS || f->type == TYPE_CITES;
}
static bool is_word(const struct field_info *f) { return f->type == TYPE_WORD || f->type == TYPE_WORDS; }

static void every_doc_says_something_without_a_final_stop(void **state)
{
    for (unsigned f = 0; f < FIELD_COUNT; f++)
        if (!is_doc(model_fields[f].doc)) fail_msg("field %s: '%s'", model_fields[f].name, model_fields[f].doc);
    for (unsigned k = 0; k < KIND_COUNT; k++) assert_true(is_doc(model_kind((enum kind)k)->doc));
    for (unsigned l = 0; l < LIST_COUNT; l++) assert_true(is_doc(model_lists[l].doc));
    for (size_t w = 0; w < model_word_count; w++) {
        if (!is_doc(model_words[w].doc)) fail_msg("word %s: '%s'", model_words[w].name, model_words[w].doc);
        assert_true(*model_words[w].label && model_words[w].label[strlen(model_words[w].label) - 1] != '.');
    }
}

static void names_are_small_letters_and_unique_in_their_kind(void **state)
{
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        const struct kind_info *kind = model_kind((enum kind)k);
        assert_true(is_name(kind->name) && is_name(kind->plural));
        for (unsigned f = kind->first; f <= kind->last; f++) {
            if (!is_name(model_fields[f].name)) fail_msg("%s.%s", kind->name, model_fields[f].name);
            for (unsigned g = kind->first; g < f; g++)
                assert_string_not_equal(model_fields[f].name, model_fields[g].name);
        }
        for (unsigned j = 0; j < k; j++) {
            assert_string_not_equal(kind->name, model_kind((enum kind)j)->name);
            assert_string_not_equal(kind->plural, model_kind((enum kind)j)->plural);
        }
    }
}

static void a_sentence_calls_each_field_by_a_noun(void **state)
{
    for (unsigned f = 0; f < FIELD_COUNT; f++)
        if (strchr(model_noun((enum field)f), '_')) fail_msg("%s has no noun", model_fields[f].name);
    assert_string_equal(model_noun(HOLDING_SOLE_INVESTMENT), "investment-only purpose");
    assert_string_equal(model_noun(AGREEMENT_TO), "last day");
    assert_string_equal(model_noun(INVESTMENT_FROM), "day");
    assert_string_equal(model_noun(FINANCIAL_FROM), "date");
    assert_string_equal(model_noun(HOLDING_STAKE), "stake");
}

static void no_field_is_a_keyword_of_lua(void **state)
{
    static const char *const words[] = { "and",      "break",  "do",   "else", "elseif", "end",  "false", "for",
                                         "function", "goto",   "if",   "in",   "local",  "nil",  "not",   "or",
                                         "repeat",   "return", "then", "true", "until",  "while" };
    for (unsigned f = 0; f < FIELD_COUNT; f++)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            assert_string_not_equal(model_fields[f].name, words[i]);
}

/* A rate is the one bare ratio. */
static void every_number_has_a_unit(void **state)
{
    for (unsigned f = 0; f < FIELD_COUNT; f++) {
        const struct field_info *info = &model_fields[f];
        if (is_number(info) && f != RATE_VALUE) assert_int_not_equal(info->unit, UNIT_NONE);
        if (!is_number(info)) assert_int_equal(info->unit, UNIT_NONE);
        if (info->type == TYPE_MONEY || info->type == TYPE_AMOUNT) assert_int_equal(info->unit, UNIT_MONEY);
    }
}

static void every_reference_has_a_target_and_every_word_a_list(void **state)
{
    for (unsigned f = 0; f < FIELD_COUNT; f++) {
        const struct field_info *info = &model_fields[f];
        assert_int_equal(is_reference(info), info->targets != 0);
        assert_int_equal(info->targets >> KIND_COUNT, 0);
        assert_int_equal(is_word(info), info->list != LIST_COUNT);
        if (info->absent >= ABSENT_PARTIAL) assert_int_equal(info->type, TYPE_WORD);
        if (info->change == CHANGE_CROSS) assert_true(is_number(info));
    }
    assert_true(model_find_word(LIST_TABLE, "partial", 7) >= 0);
    assert_true(model_find_word(LIST_DEGREE, "exclusive", 9) >= 0);
    assert_true(model_find_word(LIST_GEOGRAPHY, "worldwide", 9) >= 0);
}

static void what_nothing_stands_for_is_never_required(void **state)
{
    for (unsigned f = 0; f < FIELD_COUNT; f++)
        if (model_fields[f].need == REQUIRED) assert_int_equal(model_fields[f].absent, ABSENT_NONE);
}

static void lists_hold_their_words_in_one_run(void **state)
{
    size_t next = 0;
    for (unsigned l = 0; l < LIST_COUNT; l++) {
        const struct list_info *list = &model_lists[l];
        assert_int_equal(list->first, next);
        assert_true(list->count > 0 && *list->name);
        for (unsigned w = list->first; w < list->first + list->count; w++) {
            assert_int_equal(model_words[w].list, l);
            assert_int_equal(model_find_word((enum list)l, model_words[w].name, strlen(model_words[w].name)), w);
            assert_false(strncmp(model_words[w].name, "x-", 2) == 0);
        }
        next += list->count;
    }
    assert_int_equal(next, model_word_count);
}

static void a_kind_knows_its_common_fields(void **state)
{
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        const struct kind_info *kind = model_kind((enum kind)k);
        assert_string_equal(model_fields[kind->id].name, "id");
        assert_int_equal(kind->id, kind->first);
        assert_string_equal(model_fields[kind->note].name, "note");
        assert_int_equal(kind->columns, kind->last - kind->first + 1);
        assert_true(kind->columns <= 32); /* a bit each */
        assert_int_equal(model_first_field[k], kind->first);
        assert_int_equal(kind->from == NO_FIELD, kind->time == TIME_TIMELESS);
        if (kind->time == TIME_TIMELESS) continue;
        assert_string_equal(model_fields[kind->from].name, "from");
        assert_string_equal(model_fields[kind->to].name, "to");
        assert_string_equal(model_fields[kind->cites].name, "source");
        assert_string_equal(model_fields[kind->confidence].name, "confidence");
        assert_int_equal(model_fields[kind->from].need == REQUIRED, kind->time == TIME_MEASUREMENT);
    }
}

static void masks_of_columns_say_what_the_fields_say(void **state)
{
    for (unsigned k = 0; k < KIND_COUNT; k++)
        for (unsigned f = model_kind((enum kind)k)->first; f <= model_kind((enum kind)k)->last; f++) {
            unsigned column = model_column((enum field)f, (enum kind)k);
            assert_int_equal(model_required[k] >> column & 1, model_fields[f].need == REQUIRED);
            assert_int_equal(model_key[k] >> column & 1, model_fields[f].is_key);
            assert_int_equal(model_fields[f].kind, k);
        }
}

static void measurements_and_the_rest_have_a_key_where_their_id_is_made(void **state)
{
    for (unsigned k = 0; k < KIND_COUNT; k++)
        if (model_fields[model_kind((enum kind)k)->id].need == OPTIONAL) assert_int_not_equal(model_key[k], 0);
}

static void names_are_found_and_others_are_not(void **state)
{
    for (unsigned k = 0; k < KIND_COUNT; k++) {
        const struct kind_info *kind = model_kind((enum kind)k);
        assert_int_equal(model_find_kind(kind->plural, strlen(kind->plural)), k);
        assert_int_equal(model_find_kind_singular(kind->name, strlen(kind->name)), k);
        for (unsigned f = kind->first; f <= kind->last; f++) {
            const char *name = model_fields[f].name;
            assert_int_equal(model_find_field((enum kind)k, name, strlen(name)), f);
            for (unsigned e = kind->first; e <= kind->last + 1u; e++)
                assert_int_equal(model_expect_field((enum kind)k, e, name, strlen(name)), f);
        }
        assert_int_equal(model_find_field((enum kind)k, "colour", 6), NO_FIELD);
        assert_int_equal(model_find_field((enum kind)k, "", 0), NO_FIELD);
    }
    assert_int_equal(model_find_kind("share", 5), KIND_COUNT);
    assert_int_equal(model_find_kind_singular("shares", 6), KIND_COUNT);
    assert_int_equal(model_find_field(KIND_AGREEMENT, "holders", 6), AGREEMENT_HOLDER); /* by length, not by NUL */
    assert_int_equal(model_find_word(LIST_SCOPE, "API", 3), -1);
}

static void own_words_are_those_that_the_list_allows(void **state)
{
    static const struct {
        const char *name;
        enum list list;
        bool own;
    } rows[] = {
        { "x-phones", LIST_SCOPE, true },   { "phones", LIST_SCOPE, false },    { "x-", LIST_SCOPE, false },
        { "x-Phones", LIST_SCOPE, false },  { "X-phones", LIST_SCOPE, false },  { "cloud-storage", LIST_PRODUCT, true },
        { "Cloud", LIST_PRODUCT, false },   { "", LIST_PRODUCT, false },        { "a b", LIST_PRODUCT, false },
        { "DE", LIST_GEOGRAPHY, true },     { "de", LIST_GEOGRAPHY, false },    { "DEU", LIST_GEOGRAPHY, false },
        { "x-dach", LIST_GEOGRAPHY, true }, { "GB", LIST_JURISDICTION, false },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (model_word_may_be_own(rows[i].list, rows[i].name, strlen(rows[i].name)) != rows[i].own)
            fail_msg("'%s'", rows[i].name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_doc_says_something_without_a_final_stop),
        cmocka_unit_test(names_are_small_letters_and_unique_in_their_kind),
        cmocka_unit_test(a_sentence_calls_each_field_by_a_noun),
        cmocka_unit_test(no_field_is_a_keyword_of_lua),
        cmocka_unit_test(every_number_has_a_unit),
        cmocka_unit_test(every_reference_has_a_target_and_every_word_a_list),
        cmocka_unit_test(what_nothing_stands_for_is_never_required),
        cmocka_unit_test(lists_hold_their_words_in_one_run),
        cmocka_unit_test(a_kind_knows_its_common_fields),
        cmocka_unit_test(masks_of_columns_say_what_the_fields_say),
        cmocka_unit_test(measurements_and_the_rest_have_a_key_where_their_id_is_made),
        cmocka_unit_test(names_are_found_and_others_are_not),
        cmocka_unit_test(own_words_are_those_that_the_list_allows),
    };
    return cmocka_run_group_tests_name("facts/model", tests, NULL, NULL);
}
