/* model.c - the tables of model.def and the look-ups over them.
 *
 * The lists are short, so a look-up compares lengths, then bytes; the reader asks with the place where it expects the
 * field and rarely walks. */
#include "facts/model.h"

#include <string.h>

#include "facts/hash.h"

/* Words have no name in C, so the line they stand on names them: that counts the words of each list. */
#define ON_LINE_AGAIN(N)          WORD_ON_##N
#define ON_LINE(N)                ON_LINE_AGAIN(N)
#define LIST(L, OPEN, NAME, DOC)  L##_WORDS, L##_WORDS_BEFORE = L##_WORDS - 1,
#define WORD(L, NAME, LABEL, DOC) ON_LINE(__LINE__),
#define END_LIST(L)               L##_WORDS_AFTER, L##_WORDS_LAST = L##_WORDS_AFTER - 1,
enum word_place {
#include "facts/model.def"
    WORD_COUNT
};

#define LIST(L, OPEN, NAME, DOC) [LIST_##L] = { NAME, DOC, OPEN_##OPEN, L##_WORDS, L##_WORDS_AFTER - L##_WORDS },
#define WORD(L, NAME, LABEL, DOC)
const struct list_info model_lists[LIST_COUNT] = {
#include "facts/model.def"
};

#define LIST(L, OPEN, NAME, DOC)
#define WORD(L, NAME, LABEL, DOC) { NAME, LABEL, DOC, LIST_##L },
const struct word_info model_words[] = {
#include "facts/model.def"
};
const size_t model_word_count = WORD_COUNT;

#define LIST(L, OPEN, NAME, DOC)
#define WORD(L, NAME, LABEL, DOC) sizeof NAME - 1,
static const uint8_t word_lengths[] = {
#include "facts/model.def"
};

#define KEY_PLAIN 0
#define KEY_KEY   1
#define FIELD(K, F, NAME, TYPE, NEED, TARGET, UNIT, ABSENT, CHANGE, KEY, DOC)                                         \
    [K##_##F] = { NAME,                                                                                               \
                  DOC,                                                                                                \
                  KIND_##K,                                                                                           \
                  TYPE_##TYPE,                                                                                        \
                  NEED,                                                                                               \
                  UNIT_##UNIT,                                                                                        \
                  ABSENT_##ABSENT,                                                                                    \
                  CHANGE_##CHANGE,                                                                                    \
                  KEY_##KEY,                                                                                          \
                  (uint8_t)(TYPE_##TYPE == TYPE_WORD || TYPE_##TYPE == TYPE_WORDS ? (unsigned)(TARGET) : LIST_COUNT), \
                  TYPE_##TYPE == TYPE_REF || TYPE_##TYPE == TYPE_REFS || TYPE_##TYPE == TYPE_CITES                    \
                      ? (unsigned)(TARGET)                                                                            \
                      : 0 },
const struct field_info model_fields[FIELD_COUNT] = {
#include "facts/model.def"
};

#define FIELD(K, F, NAME, TYPE, NEED, TARGET, UNIT, ABSENT, CHANGE, KEY, DOC) [K##_##F] = sizeof NAME - 1,
static const uint8_t field_lengths[FIELD_COUNT] = {
#include "facts/model.def"
};

#define NOUN(K, F, TEXT) [K##_##F] = TEXT,
static const char *const nouns[FIELD_COUNT] = {
#include "facts/model.def"
};
const char *model_noun(enum field field) { return nouns[field] ? nouns[field] : model_fields[field].name; }

#define CHANGES_STAYS         false, false
#define CHANGES_END           true, false
#define CHANGES_ADD           false, true
#define CHANGES_END_ADD       true, true
#define DATED(K)              K##_FROM, K##_TO, K##_SOURCE, K##_NOTE, K##_CONFIDENCE
#define SHARED_TIMELESS(K)    NO_FIELD, NO_FIELD, NO_FIELD, K##_NOTE, NO_FIELD
#define SHARED_STATE(K)       DATED(K)
#define SHARED_EVENT(K)       DATED(K)
#define SHARED_MEASUREMENT(K) DATED(K)
#define KIND(K, NAME, PLURAL, TIME, CHANGES, DOC)                                                                 \
    [KIND_##K] = {                                                                                                \
        NAME,   PLURAL,          DOC, K##_FIRST, K##_LAST, TIME_##TIME, CHANGES_##CHANGES, K##_AFTER - K##_FIRST, \
        K##_ID, SHARED_##TIME(K)                                                                                  \
    },
#define END_KIND(K)
const struct kind_info model_kinds[KIND_COUNT] = {
#include "facts/model.def"
};

/* One bit a column. */
#define KIND(K, NAME, PLURAL, TIME, CHANGES, DOC)                             [KIND_##K] = 0
#define FIELD(K, F, NAME, TYPE, NEED, TARGET, UNIT, ABSENT, CHANGE, KEY, DOC) | (uint32_t)NEED << (K##_##F - K##_FIRST)
#define END_KIND(K)                                                           ,
const uint32_t model_required[KIND_COUNT] = {
#include "facts/model.def"
};
#define KIND(K, NAME, PLURAL, TIME, CHANGES, DOC) [KIND_##K] = 0
#define FIELD(K, F, NAME, TYPE, NEED, TARGET, UNIT, ABSENT, CHANGE, KEY, DOC) \
    | (uint32_t)KEY_##KEY << (K##_##F - K##_FIRST)
#define END_KIND(K) ,
const uint32_t model_key[KIND_COUNT] = {
#include "facts/model.def"
};

#define KIND(K, NAME, PLURAL, TIME, CHANGES, DOC) [KIND_##K] = sizeof PLURAL - 1,
#define END_KIND(K)
static const uint8_t plural_lengths[KIND_COUNT] = {
#include "facts/model.def"
};

#define KIND(K, NAME, PLURAL, TIME, CHANGES, DOC) [KIND_##K] = K##_FIRST,
#define END_KIND(K)
const uint16_t model_first_field[KIND_COUNT] = {
#include "facts/model.def"
};

static bool field_is(unsigned field, const char *name, size_t length)
{
    return field_lengths[field] == length && same_text(model_fields[field].name, name, length);
}

enum field model_expect_field(enum kind k, unsigned expected, const char *name, size_t length)
{
    unsigned first = model_kinds[k].first, last = model_kinds[k].last;
    for (unsigned f = expected; f <= last; f++)
        if (field_is(f, name, length)) return (enum field)f;
    for (unsigned f = first; f < expected && f <= last; f++)
        if (field_is(f, name, length)) return (enum field)f;
    return NO_FIELD;
}

enum field model_find_field(enum kind k, const char *name, size_t length)
{
    return model_expect_field(k, model_kinds[k].first, name, length);
}

enum kind model_find_kind(const char *plural, size_t length)
{
    for (unsigned k = 0; k < KIND_COUNT; k++)
        if (plural_lengths[k] == length && same_text(model_kinds[k].plural, plural, length)) return (enum kind)k;
    return KIND_COUNT;
}

enum kind model_find_kind_singular(const char *name, size_t length)
{
    for (unsigned k = 0; k < KIND_COUNT; k++)
        if (strlen(model_kinds[k].name) == length && memcmp(model_kinds[k].name, name, length) == 0)
            return (enum kind)k;
    return KIND_COUNT;
}

int model_find_word(enum list list, const char *name, size_t length)
{
    unsigned first = model_lists[list].first, after = first + model_lists[list].count;
    for (unsigned w = first; w < after; w++)
        if (word_lengths[w] == length && same_text(model_words[w].name, name, length)) return (int)w;
    return -1;
}

static bool is_slug(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!(text[i] >= 'a' && text[i] <= 'z') && !(text[i] >= '0' && text[i] <= '9') && text[i] != '-') return false;
    return length > 0;
}

bool model_word_may_be_own(enum list list, const char *name, size_t length)
{
    if (length > 2 && name[0] == 'x' && name[1] == '-' && is_slug(name + 2, length - 2)) return true;
    switch (model_lists[list].open) {
    case OPEN_PRODUCT: return is_slug(name, length);
    case OPEN_COUNTRY: return length == 2 && name[0] >= 'A' && name[0] <= 'Z' && name[1] >= 'A' && name[1] <= 'Z';
    default: return false;
    }
}
