/* chains.h - who has a part of whom along chains of holdings, however long, each undertaking once.
 *
 *     uint32_t *rows, count;
 *     if (!chain_ends(moment, CHAIN_UP, firms, firm_count, arena, &rows, &count)) ...  no memory */
#ifndef ECONOMICS_CHAINS_H
#define ECONOMICS_CHAINS_H

#include "facts/query.h"

enum chain_way { CHAIN_UP, CHAIN_DOWN }; /* to whoever holds it, or to what it holds */
/* The undertakings at the end of each chain of holdings surely or perhaps in force that begins at one of the entities (rows,
 * with their groups): each by the member that a holding names, of several that nearest the head, then the smallest id; in
 * the order of the ids of their heads. One that is come to again, in a circle, is its own end too. A stake of any size makes a
 * link, an unknown one also: this proposes whom to ask about, and says nothing of how much. Entities and holdings are
 * looked at once each. The result lives in the arena. False: no memory. */
bool chain_ends(struct moment, enum chain_way, const uint32_t *from, uint32_t count, struct arena *,
                uint32_t **ret_ends, uint32_t *ret_count);
#endif
