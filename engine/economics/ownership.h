/* ownership.h - what an undertaking has in a firm through others, and whether it may control it, on what the file has.
 *
 * Two measures, because they come apart: OpenAI's foundation has 26 % of it and names its board alone, Microsoft has 27 %
 * and names nobody. Neither merges undertakings: who belongs to whom is facts/groups.h.
 *
 *     struct quantity part = economic_interest(moment, holder, entity, trail);         percent
 *     struct answer may = may_control(moment, holder, entity, CONTROL_ANY, trail);     and why, on the trail */
#ifndef ECONOMICS_OWNERSHIP_H
#define ECONOMICS_OWNERSHIP_H

#include "facts/query.h"

/* The part of the entity's capital that comes to the holder's undertaking along every chain of holdings in force, circles
 * counted out (lookthrough.h; Brioschi, Buzzacchi and Colombo 1989): 0 .. 100 percent. The undertaking stands where its
 * head does, so that what a subsidiary holds counts by the head's stake in it, whoever controls it. Unknown stakes are 0
 * to what the others leave; a holding that is perhaps in force adds nothing to the low; stakes that cannot all be true
 * (is_more_than_whole, facts/groups.h) are each unknown, with a need. Open above, unless each list of
 * holdings in the firms on the way is declared complete. */
struct quantity economic_interest(struct moment, uint32_t holder, uint32_t entity, struct trail *);

/* Ways in which an undertaking may control a firm without being recorded as one group with it. */
enum control_way {
    CONTROL_RECORDED, /* it is one group with it, or a holding says sole or joint control */
    CONTROL_LARGEST,  /* nobody has more of its votes (below) */
    CONTROL_BOARD,    /* it alone names the board, or named more than half of the directors */
    CONTROL_VETO,     /* a decision of it needs the holder's consent: an agreement of type veto, whatever its scope */
    CONTROL_WAYS,
    CONTROL_ANY = CONTROL_WAYS
};
/* How rules name each way. */
extern const char *const control_way_names[CONTROL_WAYS];

/* May the holder's undertaking control the entity, in one way or in any? YES, NO or UNKNOWN, with the records that show it,
 * or what is missing, on the trail; NO is `absent` where it rests on what was not found. A right over what controls the
 * entity counts, one over what it controls does not.
 *
 * Largest holder: the votes of its group are no fewer than those of any other, for every value that the file leaves open;
 * where the list of holdings is not declared complete, the rest may be one holder's; UNKNOWN, with a need, where the votes on
 * file cannot all be true. No holder of the votes of a firm that
 * another controls alone; holdings that say "control": "none" give their holder nothing here, but count as another's.
 * Board: an agreement board-appointment that is exclusive; or of the directors on file, by appointed_by, more than half
 * for every value left open: surely only where their list is complete. Plain arithmetic, no legal threshold. */
struct answer may_control(struct moment, uint32_t holder, uint32_t entity, enum control_way, struct trail *);
#endif
