/* query.h - asking a case for records: a kind and conditions, in the order of the conditions' names.
 *
 * The answer is a set: sures (match for certain), then maybes (a filtered field is unknown, or it is perhaps in
 * force), each in file order. Entities are matched by group, and a set of entities holds one a group: the matching
 * member nearest the head. Nothing here knows of absence: what an empty set means is the caller's (set_any, set_none).
 */
#ifndef FACTS_QUERY_H
#define FACTS_QUERY_H

#include "base/text.h"
#include "facts/trail.h"

/* A table of values that many queries ask for in turn, made by the first that wants one (match.h): by what the condition
 * compares, groups or the entities themselves. The moment is that of all who may share it. */
struct value_tables {
    struct arena *arena;
    struct moment moment;
    const uint32_t *of_groups, *of_entities; /* NULL: not made yet */
};
enum condition_type {
    CONDITION_WORDS,   /* the field is one of these words */
    CONDITION_GROUPS,  /* the field is one of these entities, or of their groups */
    CONDITION_EXACTLY, /* the field is one of these records, no group asked */
    CONDITION_BELOW,   /* the field is one of these entities or what they control */
    CONDITION_PRESENT, /* the field is there (a flag: true) */
    CONDITION_MISSING, /* the field is not there (a flag: false) */
    CONDITION_ID,      /* the record's id is this text */
    CONDITION_SOME     /* the number is not nothing; a record without one tells of some (match.c) */
};
struct condition {
    uint16_t field;
    uint8_t type;
    bool except; /* the rest: NO where it matches */
    uint32_t count;
    uint32_t maybes;        /* how many of the last values are perhaps ones: a match by these alone is UNKNOWN */
    const uint32_t *values; /* words; or refs */
    const char *id;         /* CONDITION_ID; of words the first that no record has, or NULL */
    /* Where the values come from a set: its query, which says what makes one of them, and one a perhaps; else NULL. */
    const struct query *of;
    struct value_tables *tables; /* of values that are asked for again and again; NULL: made for this query alone */
};
struct query {
    enum kind kind;
    bool ever; /* all that had begun, not only what is in force */
    uint32_t count;
    struct condition *conditions; /* sorted by field name */
    int32_t since; /* those alone that began on the day or later; 0: whenever they began. It was sieved by it already */
    const struct view *before_deal; /* where the target that stands apart was bought since: the day before, when its
                                     * seller still had it; or NULL */
};
struct set {
    const struct query *query;
    struct moment moment;
    uint32_t *rows; /* sures, then maybes */
    uint32_t sures, maybes;
    uint32_t of;      /* records of the kind in force on the day, surely or perhaps */
    int32_t complete; /* index in facts->completes of a declaration that covers the query, or -1 */
    bool as_recorded;
    const struct sieve *sieves; /* what narrowed it beside its query, for who asks anew; NULL: nothing */
};

void query_sort(struct query *);
/* Does it ask for any entity but some? Its values are then whoever else is on file, which says nothing of the record: the
 * conditions of `of` name those who are not meant. */
bool condition_is_all_but(const struct condition *);
/* Its conditions in words, "type veto, holder A or B"; of many values some. */
void query_write(const struct facts *, const struct query *, struct text *);
/* The same behind the noun that they tell of, where there are any: " with type veto, holder A", " begun on 1 May 2024 or later". */
void query_add(const struct facts *, const struct query *, struct text *);
/* Do two ask the same? Either may be NULL. */
bool query_same(const struct query *, const struct query *);
/* Never fails but for memory (arena->failed). The set lives in the arena; the query must live as long. */
struct set *query_run(const struct query *, struct moment, struct arena *);
/* Narrow a set by more conditions (where, except): a new query, a new set over the same rows. */
struct set *set_narrow(const struct set *, const struct condition *, uint32_t count, struct arena *);
/* One record against conditions: `record:has{…}`. Reads go on the trail. */
enum truth record_matches(struct moment, enum kind, uint32_t row, const struct condition *, uint32_t count,
                          struct trail *);

/* What a set says when it is asked, with what it says recorded. `absent` tells that nothing was found and the list is
 * not declared complete: the answer NO rests on absence. */
struct answer {
    enum truth truth;
    bool absent;
};
/* A sure: YES; only maybes: UNKNOWN (needs recorded); nothing: NO, `absent` unless the list is complete. */
struct answer set_any(const struct set *, struct trail *);
/* A sure: NO; a maybe: UNKNOWN; nothing: YES on a complete list (or as recorded), else UNKNOWN with `absent`. */
struct answer set_none(const struct set *, struct trail *);
/* Sures to sures + maybes; open above unless complete. */
struct quantity set_count(const struct set *, struct trail *);
/* Sum of a number or money field; a maybe adds 0 to the low. Unlike currencies are converted to that of the first; what
 * no rate converts may be any amount, and the rate is a need. */
struct quantity set_sum(const struct set *, enum field, struct trail *);

/* The index on references: rows of the kind whose field may name the entity (or other record); ascending. Made at the
 * first question. Returns how many; UINT32_MAX: the table is small, walk it. */
enum { SMALL_TABLE = 16 }; /* a table of no more rows is walked, not looked up */
uint32_t index_rows(const struct facts *, enum field, ref, const uint32_t **ret_rows);
#endif
