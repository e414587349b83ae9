/* units.h - parts of a parent where others have a part of its units; arithmetic on interests, for holdings.c.
 *
 * An undertaking may sell through a unit of which others have a part. Who has a part of the parent then has that part of
 * what the others leave to the parent of its unit; the part of the parent and one of the unit are not added up whole. Of
 * several units between the parent and what sells in the market, what is left is multiplied on the way; of several that sell,
 * it is from the least to the most that one of them leaves. */
#ifndef ECONOMICS_UNITS_H
#define ECONOMICS_UNITS_H

#include "economics/mhhi.h"
#include "economics/table.h"

/* What others than its undertaking have in one entity, as fractions: of its capital, and of its decisions. */
struct outside_parts {
    struct share_range stakes, says;
};

/* Interests by number, each with the entity of its firm in which it is held. */
struct held_interests {
    struct interest *items;
    const uint32_t *held;
    uint32_t count;
    const uint32_t *heads; /* of each firm: the entity at its head */
    uint32_t firms;
};
/* Lessens each interest in a parent to what others leave it of its units; `parts` are by entity. *ret_of_parents gets an array
 * of the arena: true for each interest that others in a unit bear on. False: no memory. */
bool units_take_out(struct held_interests *, const struct market_table *, const struct outside_parts *parts,
                    struct arena *, bool **ret_of_parents);
/* Of some holdings: a unit in which others have a part (`has_others`, by entity), and which itself holds a part of what is not
 * below it; NO_ENTITY: none. Those others have their part of that too, which no undertaking as a whole shows. Of very long
 * chains the unit is taken to be one. */
uint32_t units_shared_holder(struct moment, const uint32_t *holdings, uint32_t count, const bool *has_others);
/* An interest of a parent that is used rests on all others in its firm: they are used too. False: no memory. */
bool units_use(const struct held_interests *, const bool *of_parents, bool *used, struct arena *);
#endif
