/* match.h - one record against conditions, and why it is only perhaps a match. For files of engine/facts only.
 *
 * An agreement without direction (partnership, joint-build, staff-exchange) is tried both ways, holder as grantor and
 * grantor as holder, all conditions together; the stronger answer stands. */
#ifndef FACTS_MATCH_H
#define FACTS_MATCH_H

#include "facts/query.h"

struct candidate {
    struct moment moment;
    enum kind kind;
    uint32_t row;
    const struct view *before_deal; /* of the query */
    bool turned;                    /* holder and grantor change places */
    struct arena *arena;            /* fails where a day is asked for that there is no memory for; or NULL */
    const struct condition *first;  /* where there are tables: the condition of tables[0] */
    const uint32_t *const *tables;
    const struct condition *word; /* one on a plain word, to be asked before all else; or NULL */
};

/* For conditions that name many entities, a table by entity (head of the group, or the entity itself) of the number of
 * the first value that matches it, + 1; so that a record costs the same however many are named. */
void prepare_candidate(struct candidate *, const struct condition *, uint32_t count, struct arena *);

/* For the row that is filled in: does it surely fail by a plain word that is written there? Most rows of a table fail by
 * their type, and no question costs less. */
bool fails_by_word(const struct candidate *);

enum truth condition_truth(const struct candidate *, const struct condition *);
/* All conditions, in their order, until one says NO. Sets `turned` to the way that stands. */
enum truth conditions_truth(struct candidate *, const struct condition *, uint32_t count);
/* For a row that is known to match: sets `turned` to the way that stands. */
void find_turn(struct candidate *, const struct condition *, uint32_t count);
/* For a condition that is YES: the links, and for what an entity does the record, that make it so. */
void condition_evidence(const struct candidate *, const struct condition *, struct trail *);
/* For a condition that is UNKNOWN: the field that leaves it open. */
void condition_need(const struct candidate *, const struct condition *, ref *ret_record, enum field *ret_field);
/* The field that a condition looks at in this candidate. */
enum field condition_field(const struct candidate *, const struct condition *);
#endif
