/* sold.h - a target that stands apart, and the shares of those who sell it: where the file has no share of the target's own, it
 * may be a part of one of theirs. */
#ifndef FACTS_SOLD_H
#define FACTS_SOLD_H

#include "facts/view.h"

/* The kinds of records that are deals. */
struct deal_kind {
    enum kind kind;
    enum field buyer, target;
};
enum { DEAL_KINDS = 2 };
extern const struct deal_kind deal_kinds[DEAL_KINDS];

/* Is this investment one that counts as a deal: committed or paid (YES), announced (NO), not known (UNKNOWN)? */
enum truth is_deal(const struct facts *, uint32_t investment);
/* Is the firm perhaps above the unit, by a holding of which nobody knows whether it controls, or whether it still does, where nobody
 * surely is above what it would control? The last such holding on the way up; NO_ROW: it is not. */
uint32_t perhaps_above(const struct view *, uint32_t firm, uint32_t unit);
/* May a row of this firm be one of which a part is the moment's target's? Of a firm above it whose group sells it or a part of
 * it: somebody else has announced a deal for it, or may have, by the day or the next. Not of a parent that puts money into its
 * own firm. Who perhaps stands above it may sell it as well. */
bool may_cover(struct moment, uint32_t entity);
/* Is this share of such a firm, the nearest to the target, in a market in which the target has none of its own in that measure?
 * Then nobody knows how much of it is the target's. Who stands above it is asked of a view of its own, for a deal that has closed
 * goes by the day before it did, as its figures do: the share had begun by then. */
bool covers_unit(struct moment, const struct view *of_seller, uint32_t share);

/* Firms of which control has ended, surely or perhaps, between the days of two views: a share of the earlier day may tell of one
 * in the row of a firm whose group it has left. Has any left since a day? */
static inline bool any_left(const struct view *now, int32_t day) { return now->control_ended >= day; }
/* The next holding that linked and ended before the day, on the day `since` or later, or perhaps did; NO_ROW: there is none. *at
 * begins with 0 and is moved on. */
uint32_t next_ended(const struct view *now, int32_t since, uint32_t *at);
/* The next firm that was held so on the day of the view `then`, by which it was another's; NO_ENTITY: there is none. */
uint32_t next_left(const struct view *now, const struct view *then, uint32_t *at);
/* Was it below this firm then, and is of another group now? */
bool has_left(const struct view *now, const struct view *then, uint32_t firm, uint32_t unit);
/* A day that the share may be of: the first, or where that is before the holding began its first day, if it may be of that. NULL: no
 * memory. */
const struct view *share_day(const struct view *now, uint32_t share, uint32_t holding);
/* Is this share, of a day `then`, one of such a firm, the nearest to the unit, in a market in which there is none of the unit in that
 * measure? As covers_unit, of one that has left. */
bool tells_of_left(const struct view *now, const struct view *then, uint32_t share, uint32_t unit);
#endif
