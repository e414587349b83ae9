/* model.h - the tables of model.def: kinds, fields, lists of words. All else loops over them. */
#ifndef FACTS_MODEL_H
#define FACTS_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/quantity.h"

enum field_type {
    TYPE_ID,
    TYPE_TEXT,
    TYPE_TEXTS,
    TYPE_WORD,
    TYPE_WORDS,
    TYPE_REF,
    TYPE_REFS,
    TYPE_NUMBER,
    TYPE_MONEY,
    TYPE_AMOUNT /* money or a plain number, by the metric */,
    TYPE_DATE,
    TYPE_FLAG,
    TYPE_CURRENCY,
    TYPE_CITES
};
enum necessity { OPTIONAL, REQUIRED };
enum absent_means { ABSENT_NONE, ABSENT_UNSURE, ABSENT_PARTIAL, ABSENT_EXCLUSIVE, ABSENT_WORLDWIDE };
enum change { CHANGE_FIXED, CHANGE_CROSS };
enum kind_time { TIME_TIMELESS, TIME_STATE, TIME_EVENT, TIME_MEASUREMENT };
enum openness { OPEN_CLOSED, OPEN_PRODUCT, OPEN_COUNTRY };

#define LIST(L, OPEN, NAME, DOC) LIST_##L,
#define WORD(L, NAME, LABEL, DOC)
enum list {
#include "facts/model.def"
    LIST_COUNT
};

#define KIND(K, NAME, PLURAL, TIME, CHANGES, DOC) KIND_##K,
#define END_KIND(K)
enum kind {
#include "facts/model.def"
    KIND_COUNT
};
/* Masks of kinds, for what a reference may point to. */
#define FOR_SOURCE    (1u << KIND_SOURCE)
#define FOR_ENTITY    (1u << KIND_ENTITY)
#define FOR_MARKET    (1u << KIND_MARKET)
#define FOR_AGREEMENT (1u << KIND_AGREEMENT)
#define FOR_VENTURE   (1u << KIND_VENTURE)
#define FOR_ANY       (((1u << KIND_COUNT) - 1) & ~FOR_SOURCE & ~(1u << KIND_RATE)) /* any record but a source or a rate */

/* SHARE_PERCENT ...: the name by which C reads a column. Fields of a kind are K_FIRST .. K_LAST. */
#define KIND(K, NAME, PLURAL, TIME, CHANGES, DOC)                             K##_FIRST, K##_BEFORE = K##_FIRST - 1,
#define END_KIND(K)                                                           K##_AFTER, K##_LAST = K##_AFTER - 1,
#define FIELD(K, F, NAME, TYPE, NEED, TARGET, UNIT, ABSENT, CHANGE, KEY, DOC) K##_##F,
enum field {
#include "facts/model.def"
    FIELD_COUNT
};
#define NO_FIELD FIELD_COUNT

struct field_info {
    const char *name, *doc;
    uint8_t kind, type, need, unit, absent, change, is_key, list; /* list: for TYPE_WORD(S), else LIST_COUNT */
    uint32_t targets;                                             /* for references, a mask of FOR_x */
};
struct kind_info {
    const char *name, *plural, *doc;
    uint16_t first, last; /* its fields */
    uint8_t time;
    bool may_end, may_add;                          /* what clears-if may do to its records */
    uint16_t columns;                               /* how many fields */
    uint16_t id, from, to, cites, note, confidence; /* the common fields, NO_FIELD where the kind has none */
};
struct word_info {
    const char *name, *label, *doc;
    uint8_t list;
};
struct list_info {
    const char *name, *doc; /* "agreement type", ... */
    uint8_t open;
    uint16_t first, count; /* in model_words */
};

extern const struct field_info model_fields[FIELD_COUNT];
/* How a sentence calls the field, "the NOUN of …": its name where that is a noun. */
const char *model_noun(enum field);
extern const struct list_info model_lists[LIST_COUNT];
extern const struct word_info model_words[];
extern const size_t model_word_count;
extern const struct kind_info model_kinds[KIND_COUNT];
static inline const struct kind_info *model_kind(enum kind k) { return &model_kinds[k]; }

extern const uint16_t model_first_field[KIND_COUNT];
/* Columns that must be there, and those of the key: bit 0 is the first. */
extern const uint32_t model_required[KIND_COUNT], model_key[KIND_COUNT];
/* The column of a field within its kind, from 0. */
static inline unsigned model_column(enum field f, enum kind k) { return (unsigned)f - model_first_field[k]; }
/* NO_FIELD / KIND_COUNT / -1 where there is none such. */
enum field model_find_field(enum kind, const char *name, size_t length);
/* The same, beginning at the field that is expected next: most files keep the order of the table. */
enum field model_expect_field(enum kind, unsigned expected, const char *name, size_t length);
enum kind model_find_kind(const char *plural, size_t length);
enum kind model_find_kind_singular(const char *name, size_t length);
/* Index in model_words of a word of the list, or -1. */
int model_find_word(enum list, const char *name, size_t length);
/* May a file write this word, though it is not listed (x-..., a product's pattern, a country code)? */
bool model_word_may_be_own(enum list, const char *name, size_t length);
#endif
