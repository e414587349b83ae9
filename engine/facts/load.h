/* load.h - what the parts of the reader share while one file is read: load.c walks the file, record.c one record,
 * value.c one value, header.c the case object, ids.c knows the ids, validate.c looks across records.
 *
 * A node is a value by its number in the scan, which knows where it stands, where it ends and what comes after it: the
 * columns are filled straight from there, since a tree of the same values would cost more than all the rest of the
 * reading. What is wrong is said where it is seen; the walk goes on, so that all errors of a file are found. Nothing here
 * is freed: all lives in the arena of the case, or in the scratch arena of the reading. */
#ifndef FACTS_LOAD_H
#define FACTS_LOAD_H

#include <string.h>

#include "facts/hash.h"
#include "facts/scan.h"
#include "facts/store.h"

struct node {
    uint32_t index;
};
#define NO_NODE ((struct node){ UINT32_MAX })
/* What a text or a name means, its escapes undone; no NUL ends it. It lives as long as the case. */
struct piece {
    const char *text;
    size_t length;
};
struct loader {
    struct facts *facts;
    struct sink *sink;
    const struct scanned *nodes;
    struct arena *scratch;
    struct node kinds[KIND_COUNT]; /* the list of each kind; only those in `order` */
    uint8_t order[KIND_COUNT];     /* the kinds in the order of the file */
    unsigned order_count;
    uint8_t *unsound[KIND_COUNT]; /* of each row with an error; NULL: no row has one */
    size_t list_count, list_capacity, text_count, text_capacity, cite_count, cite_capacity, claim_count, claim_capacity,
        claimed_capacity, currency_capacity, complete_capacity, condition_count, condition_capacity, notice_capacity;
};
enum { ENOUGH = 256 }; /* bytes that a quoted value takes */

static inline bool is_there(struct node n) { return n.index != UINT32_MAX; }
static inline uint32_t at_of(const struct loader *l, struct node n) { return l->nodes[n.index].at; }
static inline const char *written(const struct loader *l, struct node n) { return l->facts->text + at_of(l, n); }
/* The first byte tells what a sound value is. */
static inline bool begins(const struct loader *l, struct node n, char c) { return is_there(n) && *written(l, n) == c; }
static inline bool is_text(const struct loader *l, struct node n) { return begins(l, n, '"'); }
static inline bool is_list(const struct loader *l, struct node n) { return begins(l, n, '['); }
static inline bool is_object(const struct loader *l, struct node n) { return begins(l, n, '{'); }
static inline bool is_null(const struct loader *l, struct node n) { return begins(l, n, 'n'); }
static inline bool is_true(const struct loader *l, struct node n) { return begins(l, n, 't'); }
static inline bool is_false(const struct loader *l, struct node n) { return begins(l, n, 'f'); }
static inline bool is_number(const struct loader *l, struct node n)
{
    return is_there(n) && (*written(l, n) == '-' || (*written(l, n) >= '0' && *written(l, n) <= '9'));
}

static inline uint32_t end_of(const struct loader *l, struct node parent) { return l->nodes[parent.index].after; }
static inline struct node first_child(struct node n) { return (struct node){ n.index + 1 }; }
static inline struct node next_child(const struct loader *l, struct node n) { return (struct node){ end_of(l, n) }; }
static inline bool is_empty(const struct loader *l, struct node n) { return end_of(l, n) == n.index + 1; }
#define EACH_CHILD(L, CHILD, PARENT)         \
    struct node CHILD = first_child(PARENT); \
    CHILD.index < end_of(L, PARENT);         \
    CHILD = next_child(L, CHILD)
/* The items of a list; of anything else itself alone. */
#define EACH_ITEM(L, ITEM, N)                                    \
    struct node ITEM = is_list(L, N) ? first_child(N) : (N);     \
    ITEM.index < (is_list(L, N) ? end_of(L, N) : (N).index + 1); \
    ITEM = next_child(L, ITEM)

/* load.c: the rare way of the two below. */
struct piece unescaped(const struct loader *, uint32_t quote, uint32_t length);
static inline struct piece piece_at(const struct loader *l, uint32_t quote, uint32_t length)
{
    if (length & SCAN_ESCAPED) return unescaped(l, quote, length & ~SCAN_ESCAPED);
    return (struct piece){ l->facts->text + quote + 1, length - 2u };
}
/* Of a text, and of the name of a member. */
static inline struct piece text_piece(const struct loader *l, struct node n)
{
    return piece_at(l, l->nodes[n.index].at, l->nodes[n.index].length);
}
static inline struct piece name_piece(const struct loader *l, struct node n)
{
    return piece_at(l, l->nodes[n.index].key, l->nodes[n.index].key_length);
}
static inline bool is_piece(struct piece p, const char *text, size_t length)
{
    return p.length == length && same_text(p.text, text, length);
}
/* The member of this name, or NO_NODE. Inline, so that the length of a literal costs nothing. */
static inline struct node member_of(const struct loader *l, struct node object, const char *name)
{
    size_t length = strlen(name);
    for (EACH_CHILD(l, c, object))
        if (is_piece(name_piece(l, c), name, length)) return c;
    return NO_NODE;
}

/* load.c */
void complain(struct loader *, enum code, struct node, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* The same about the name of a member. */
void complain_name(struct loader *, struct node, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The value for a sentence: quoted text, a number, "an object", ...; out has ENOUGH bytes and may be what is returned. */
const char *shown(const struct loader *, struct node, char *out);
static inline const char *article(const char *noun) { return strchr("aeiou", *noun) ? "an" : "a"; }
/* Is this worth the work: will the next error still be printed? */
static inline bool is_printed(const struct loader *l) { return l->sink->errors < DIAGNOSTICS_PRINTED; }
/* The text of a string node, ended by a NUL, for as long as the case lives; NULL: no memory. */
const char *text_of(struct loader *, struct node);
/* The members of these names, NO_NODE where there is none. Says of any other that it is unknown; `of` ends the
 * sentence. */
void take_members(struct loader *, struct node object, const char *of, const char *const *names, size_t count,
                  struct node *ret_members);
bool add_list_item(struct loader *, uint32_t item);
bool row_is_sound(const struct loader *, enum kind, uint32_t row);
void add_notice(struct loader *, const char *code, uint32_t at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* value.c */
enum shape { SHAPE_NUMBER, SHAPE_MONEY, SHAPE_DATE };
struct measure { /* what a value must be: its name in sentences, its shape and its bounds */
    const char *name;
    enum shape shape;
    double low, high;
    bool whole;
    const char *bounds; /* "must be between 0 and 100" */
};
struct measure measure_of(enum field);
/* Reads number, money or date, with claims where allowed, into a cell that holds the widest range. */
void read_measure(struct loader *, const struct measure *, struct node, struct cell *);
/* An exact day; false: it was said what is wrong. */
bool read_day(struct loader *, const char *name, struct node, int32_t *ret_day);
bool read_currency(struct loader *, const char *name, struct node, uint8_t *ret_currency);

/* record.c */
void read_records(struct loader *, enum kind);
/* Words or references, one or a list, into lists[]. Returns how many and where they begin; says what is wrong. */
uint32_t read_words(struct loader *, enum field, struct node, uint32_t *ret_first);
uint32_t read_refs(struct loader *, enum field, struct node, uint32_t *ret_first);
bool read_word(struct loader *, enum list, struct node, uint32_t *ret_word);
uint32_t read_cites(struct loader *, struct node, uint32_t *ret_first);

/* header.c */
void read_header(struct loader *, struct node);

/* ids.c */
bool register_ids(struct loader *);
/* NO_REF: none was found, and it was said. */
ref resolve(struct loader *, uint32_t targets, struct node);
void make_ids(struct loader *);

/* validate.c */
void check_record(struct loader *, enum kind, uint32_t row);
void check_across(struct loader *);
#endif
