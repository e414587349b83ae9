/* store.h - a case: the typed records of one facts file, where each value stands in the text, and what refers to what.
 *
 * Every record is a row of its kind, in the order of the file; every field a cell. A case is immutable once read, lives
 * in one arena and is freed at once. Words of the closed lists have fixed numbers (index in model_words); words of a
 * file's own come after them.
 *
 *     struct cell *c = cell_of(facts, KIND_SHARE, row, SHARE_PERCENT);
 *     if (c->state == CELL_VALUE) ... c->number.low, c->number.high */
#ifndef FACTS_STORE_H
#define FACTS_STORE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/diagnostic.h"
#include "base/words.h"
#include "facts/model.h"

/* A reference: the kind in the upper 6 bits, the row in the lower 26. */
typedef uint32_t ref;
#define NO_REF       UINT32_MAX
#define REF_ROW_BITS 26
static inline ref ref_make(enum kind k, uint32_t row) { return (uint32_t)k << REF_ROW_BITS | row; }
static inline enum kind ref_kind(ref r) { return (enum kind)(r >> REF_ROW_BITS); }
static inline uint32_t ref_row(ref r) { return r & ((1u << REF_ROW_BITS) - 1); }

enum cell_state {
    CELL_ABSENT, /* not written; see field_info.absent for what that means */
    CELL_NULL,   /* written null: unknown */
    CELL_VALUE,
    CELL_CLAIMS /* number, money or date with claims: the hull is in number/date, the claims in case_claims */
};
struct cell {
    uint32_t at;      /* offset of the value in the text; 0 where absent */
    uint8_t state;    /* enum cell_state */
    uint8_t currency; /* money: index in currencies[]; 0: none (unknown amount) */
    union { /* absent or null numbers hold the widest range of their unit, absent or null dates DAY_MIN..DAY_MAX */
        struct {
            double low, high;
        } number;
        struct days date;
        const char *text; /* ID, TEXT (NUL-terminated), CURRENCY */
        uint32_t word;    /* WORD; a default stands here too, with state ABSENT */
        ref ref;          /* REF */
        bool flag;
        struct {
            uint32_t first, count; /* WORDS, REFS, TEXTS in lists[]; CITES in cites[] */
        } list;
    };
};
struct cite {
    uint32_t source;   /* row of KIND_SOURCE */
    const char *where; /* may be NULL */
    uint32_t at;
};
struct claim {
    uint32_t at;      /* of the claim's value */
    double low, high; /* number or money */
    struct days date; /* dates */
    uint8_t currency;
    uint32_t source; /* row of KIND_SOURCE, or NO_REF */
};
struct claims { /* one field with claims, sorted by the cell's offset */
    uint32_t at, first, count;
};
/* One declaration of case.complete. */
struct complete_condition {
    uint16_t field;
    uint32_t first, count; /* in lists[]: words or refs; a text id for TYPE_ID is not allowed */
};
struct complete {
    enum kind kind;
    uint32_t at;           /* of the object */
    uint32_t first, count; /* in complete_conditions[] */
    uint32_t cites_first, cites_count;
    int32_t to; /* last day it covers */
};
struct table {
    struct cell *cells; /* rows x columns */
    uint32_t *at;       /* offset of each record's value */
    const char **id;    /* as written or made */
    uint32_t rows, columns;
    uint32_t list_at; /* offset of the array of this kind; of the whole file where it has none */
};

struct id_slot { /* open addressing; a slot that was never used ends a search */
    uint32_t hash, length;
    ref record; /* NO_REF: never used; ID_GIVEN_UP */
};
#define ID_GIVEN_UP (NO_REF - 1)

struct facts {
    struct arena arena;
    struct words words; /* own words: numbered from model_word_count on (word 1 -> model_word_count) */
    const char *file;   /* as the user named it */
    const char *text;   /* the whole file, NUL-terminated copy */
    uint32_t size;
    struct table tables[KIND_COUNT];
    struct id_slot *ids; /* of all records, of whatever kind */
    uint32_t id_slots;   /* how many, a power of two */
    uint32_t *lists;     /* words, refs (texts: offsets into texts) */
    size_t list_count;
    const char **texts;
    struct cite *cites;
    struct claim *claims;
    struct claims *claimed;
    size_t claimed_count;
    char (*currencies)[4]; /* [0] is "" */
    size_t currency_count;
    struct complete *completes;
    struct complete_condition *complete_conditions;
    size_t complete_count;
    struct { /* the case object */
        const char *id, *title;
        uint32_t at;
        int32_t as_of;           /* DAY_MAX: not written */
        uint32_t *jurisdictions; /* words */
        size_t jurisdiction_count;
    } header;
    const cc_allocator *allocator;
    uint64_t seed;
    void *views;                  /* facts/view.c keeps its views here, one a day asked */
    void *indexes;                /* facts/index.c */
    void *stakes;                 /* economics/day_stakes.c */
    void *marks;                  /* facts/places.c */
    const struct facts *under;    /* of an overlay (overlay.h): the case that it changes; NULL: this is a case */
    uint32_t changed, grown;      /* of an overlay: kinds (bits) of which a record is changed, is added */
    bool regrouped;               /* of an overlay: who belongs to whom is found anew */
    struct facts_notice *notices; /* what loading noticed: two measurements joined, no source given, ... */
    size_t notice_count;
    const struct altered_fact *altered; /* what the user changed before it was read: what if */
    size_t altered_count;
};
struct altered_fact {
    const char *pointer;   /* into the file as it is */
    const char *was, *now; /* JSON; NULL: it is not in the file, it is not there any more */
};
#define ALTERED_NOTICE "altered"
struct facts_notice {
    const char *code; /* "no-source", "joined", "control-unknown", ... */
    uint32_t at;
    const char *message;
};

/* The strict reader (DESIGN 3.4): one scan, columns straight from it, then validation. NULL after at least one diagnostic. The text
 * is copied. `name` is copied too. */
struct facts *facts_read(const cc_allocator *, uint64_t seed, const char *name, const char *text, size_t size,
                         cc_diagnostic_fn *, void *ud);
void facts_free(struct facts *);

static inline struct cell *cell_of(const struct facts *f, enum kind k, uint32_t row, enum field field)
{
    const struct table *t = &f->tables[k];
    return &t->cells[(size_t)row * t->columns + model_column(field, k)];
}
static inline const struct cell *cell_in(const struct facts *f, ref r, enum field field)
{
    return cell_of(f, ref_kind(r), ref_row(r), field);
}
static inline uint32_t facts_rows(const struct facts *f, enum kind k) { return f->tables[k].rows; }
static inline const char *facts_id(const struct facts *f, ref r) { return f->tables[ref_kind(r)].id[ref_row(r)]; }
/* The row of a kind with this id; UINT32_MAX: none. */
uint32_t facts_find(const struct facts *, enum kind, const char *id, size_t length);
/* Name of an entity or market, else id: for sentences. */
const char *facts_name(const struct facts *, ref);
/* The text of a word, listed or the file's own, and how a sentence says it. */
const char *facts_word(const struct facts *, uint32_t word);
const char *facts_word_label(const struct facts *, uint32_t word);
/* The number of a word in a list as this case knows it; UINT32_MAX: it is neither listed nor in the file. */
uint32_t facts_find_word(const struct facts *, enum list, const char *name, size_t length);
/* The members of a word or reference cell, one or several. Returns how many; *ret_items lives as long as the case. */
uint32_t cell_items(const struct facts *, enum field, const struct cell *, const uint32_t **ret_items);
/* What a number, money, amount or date cell says, as a quantity. */
struct quantity cell_quantity(const struct facts *, enum field, const struct cell *);
/* Is nothing exact known: null, absent where absence means unknown, a range. */
bool cell_is_inexact(enum field, const struct cell *);
const struct claim *cell_claims(const struct facts *, const struct cell *, size_t *ret_count);
/* What the fields of a record hold that are not written. */
void cells_absent(struct cell *, enum kind);
/* JSON pointer of a record, a field (NO_FIELD: the record), or an item of a list (item < 0: the whole). */
void facts_pointer(const struct facts *, ref, enum field, int item, char *out, size_t size);
/* Line and column of an offset, in the time of one look-up however long the file, or its lines, are. */
void facts_locate(const struct facts *, uint32_t at, uint32_t *ret_line, uint32_t *ret_column);
/* The offset where the value of a field begins (NO_FIELD: the record). An absent field: the record. */
uint32_t facts_at(const struct facts *, ref, enum field);
/* Length in bytes of the JSON value that begins at an offset. */
uint32_t facts_value_length(const struct facts *, uint32_t at);
#endif
