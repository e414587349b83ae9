/* cache.h - what is found out once and kept with a case: views, listed words, indexes. For files of engine/facts only.
 *
 * Facts are const to all who read them. What is kept here changes no answer, it only saves asking twice, so these files
 * cast the const away. It lives in the arena of the case; when that finds no memory, the case is as whole as before:
 * cache_array clears the arena's failure, and the caller does without or says NULL. */
#ifndef FACTS_CACHE_H
#define FACTS_CACHE_H

#include "facts/view.h"

/* Numbers of the listed words that C itself has to know. */
struct known_words {
    uint32_t sole, uncontrolled;                       /* CONTROL */
    uint32_t joint_venture, person, agency;            /* FORM */
    uint32_t partnership, joint_build, staff_exchange; /* AGREEMENT_TYPE: those without direction */
    uint32_t announced, closed, abandoned;             /* DEAL_STATUS */
};
void known_words_fill(struct known_words *);

/* A new view with its groups, without what begins later, in the arenas given; NULL: no memory. `like`: a view of the same facts
 * whose groups live as long, and which it may have; or NULL. */
struct view *view_make(const struct facts *, int32_t day, const struct known_words *, const struct view *like,
                       struct arena *, struct arena *of_groups);
/* Gives back what view_at keeps apart from the arena of the case. */
void views_free(struct facts *);
/* Fills head, parent, link, depth, members. False: no memory. */
bool groups_make(struct view *, const struct view *like, struct arena *);
/* Does a holding link its entity to its holder, as written, time aside? UNKNOWN: it may. */
enum truth holding_links(const struct facts *, const struct known_words *, uint32_t holding);

void *cache_array(const struct facts *, size_t count, size_t size);
/* The next row that measures the same (KEY fields of model.def), round and round; the row itself if it is alone. */
uint32_t next_of_key(const struct facts *, enum kind, uint32_t row);

/* The holdings that link and have a last day, in file order; UINT32_MAX: not kept, look at all. */
uint32_t ending_control(const struct view *, const uint32_t **ret_holdings);

/* Does an entity itself do this? What shows it, or what would, goes to *ret_record and *ret_field. */
enum truth entity_does(const struct view *, uint32_t entity, uint32_t activity, ref *ret_record, enum field *ret_field);

/* Is anything on file of what it does, in its list or in a dated record? */
bool entity_has_activities(const struct view *, uint32_t entity);
/* For a deal whose status on the day is unknown: the field that would tell. */
enum field deal_status_need(const struct view *, uint32_t row);

static inline enum truth in_force(const struct view *v, enum kind kind, uint32_t row)
{
    uint8_t known = v->force[kind][row];
    return known ? (enum truth)(known - 1) : view_in_force(v, kind, row);
}
#endif
