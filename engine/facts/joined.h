/* joined.h - measurements of one thing at one time that say different things: they are read as claims. */
#ifndef FACTS_JOINED_H
#define FACTS_JOINED_H

#include "base/text.h"
#include "facts/store.h"

/* Does another record with the same key, of a day that may be the same and not over before `day`, have another value in
 * this field, a number or an amount? Then *ret_first is the one of them all that stands first in the file, and `now`
 * gets what they say together: "15 to 25 %", or one after the other where their currencies differ. A record whose value
 * is unknown says nothing: it is a question of its own. */
bool joined_says(const struct facts *, ref record, enum field, int32_t day, ref *ret_first, struct text *now);
#endif
