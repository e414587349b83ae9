/* trail.h - what was read, in the order in which it was read: the raw material of evidence, needs and proofs.
 *
 * Every function that looks at facts takes a trail (NULL: do not record). A trail lives in an arena that it is given
 * and fails with it. Entries may repeat; the audit removes doubles when it reports. */
#ifndef FACTS_TRAIL_H
#define FACTS_TRAIL_H

#include "facts/view.h"

enum trail_type {
    TRAIL_READ,     /* the field of a record was read (field) */
    TRAIL_MATCH,    /* a record matched a query (more: index in queries) */
    TRAIL_LINK,     /* a holding that ties an entity to its group was used */
    TRAIL_ABSENT,   /* a query found nothing (more: index in absences) */
    TRAIL_COMPARE,  /* two quantities were compared (more: index in comparisons) */
    TRAIL_NEED,     /* an unknown stood in the way (record and field, or NO_REF and a sentence: more, index in needs) */
    TRAIL_FIGURE,   /* a figure was used (more: its number in the rule); its own trail belongs here */
    TRAIL_COMPLETE, /* a list was relied on as whole (more: index in facts->completes) */
    TRAIL_AS_RECORDED, /* the rule itself took what is recorded as the whole */
    TRAIL_NOTE         /* what the rule noted while it was traced (more: index in needs) */
};
struct trail_entry {
    uint8_t type;
    bool dated;     /* a measurement older than 24 months */
    uint16_t field; /* NO_FIELD: none */
    ref record;     /* NO_REF: none */
    uint32_t more;
};
struct absence {
    const struct query *query;
    uint32_t of;      /* records of the kind in force that were looked through */
    int32_t complete; /* index in facts->completes that covers the query, or -1 */
    bool as_recorded; /* the rule itself said so */
    uint32_t found;   /* 0, but for a count or sum taken as recorded: what it found, so nothing more */
};
struct compared_sides {
    struct quantity left, right;
    uint8_t op; /* enum comparison */
    struct compared result;
    const char *left_name, *right_name; /* figure or param where it has one, else NULL */
    uint32_t number; /* which comparison of the subject it was, from 1: the same each time it is asked */
};
struct trail {
    struct arena *arena;
    struct trail_entry *entries;
    size_t count, capacity;
    const struct query **queries;
    size_t query_count, query_capacity;
    struct absence *absences;
    size_t absence_count, absence_capacity;
    struct compared_sides *comparisons;
    size_t comparison_count, comparison_capacity;
    const char **needs;
    size_t need_count, need_capacity;
    struct walked *walked; /* the ways up groups that are written down, once the trail is long (trail.c) */
};

void trail_init(struct trail *, struct arena *);
void trail_read(struct trail *, ref, enum field);
/* The same, marked dated where the record is a measurement that is older than 24 months on the view's day. */
void trail_read_on(struct trail *, const struct view *, ref, enum field);
void trail_match(struct trail *, ref, const struct query *);
void trail_link(struct trail *, uint32_t holding);
void trail_absent(struct trail *, const struct query *, uint32_t of, int32_t complete, bool as_recorded);
void trail_compare(struct trail *, const struct compared_sides *);
void trail_need(struct trail *, ref, enum field);
void trail_need_text(struct trail *, const char *sentence); /* copied */
void trail_note(struct trail *, const char *text);          /* copied */
void trail_figure(struct trail *, unsigned figure);
void trail_complete(struct trail *, uint32_t complete);
void trail_as_recorded(struct trail *);
/* The links from an entity up to another of its group, or to the head. */
void trail_links(struct trail *, struct moment, uint32_t entity, uint32_t up_to);
/* The links that make two entities one group: from the lower to the higher, else from both to their head. */
void trail_tie(struct trail *, struct moment, uint32_t a, uint32_t b);
#endif
