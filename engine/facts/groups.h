/* groups.h - who belongs to whose undertaking: what the file leaves open, and what it may not say.
 *
 * The groups themselves are in a view (view.h): each entity has at most one parent, the head ends the chain.
 *
 *     facts_check_groups(facts, sink);                     the reader, once, when all references are good
 *     uint32_t n = view_control_notices(view, arena, &notices);    the audit, once
 *     n = view_whole_notices(view, arena, &wholes);                the same
 *     n = view_early_notices(view, arena, &early);                 the same */
#ifndef FACTS_GROUPS_H
#define FACTS_GROUPS_H

#include "facts/view.h"

/* On some day two holdings link one entity to different groups: an error that names both lines. Only for facts whose
 * references are all good. Lack of memory is facts->arena.failed. */
void facts_check_groups(struct facts *, struct sink *);

/* Whether `holder` controls `entity` is not recorded: taken as separate. */
struct control_notice {
    uint32_t holder, entity, holding;
};
/* One a pair, in file order: a holding that may link (votes that may be more than half, control null, or perhaps in
 * force), where the two are not one group anyhow. In the arena; fails with it. */
uint32_t view_control_notices(const struct view *, struct arena *, struct control_notice **ret_notices);

/* The buyer, or a firm of its group, is on file as controlling the target before the deal of the two closed: until then the two count
 * as one group, and neither stands above the target but the buyer. */
struct early_notice {
    uint32_t transaction, holding;
};
/* Of mergers and acquisitions that have closed, in file order. In the arena; fails with it. */
uint32_t view_early_notices(const struct view *, struct arena *, struct early_notice **ret_notices);

/* More than all of a firm, by more than rounding may add (100.5 %): parts of it that surely come to this cannot all be true. */
bool is_more_than_whole(double percent);

/* What the holdings of one entity surely come to, stakes or votes, is more than all of it. */
struct whole_notice {
    uint32_t entity, holding; /* the last of its holdings in the file */
    enum field part;          /* HOLDING_STAKE or HOLDING_VOTES */
    double sum;               /* percent, or the least that it can be */
    bool least;               /* ranges or claims are among them */
};
/* On the view's day, stakes first, each in the order of the entities. In the arena; fails with it. */
uint32_t view_whole_notices(const struct view *, struct arena *, struct whole_notice **ret_notices);
#endif
