/* Whether an entity is called by a name: what a rule knows firms by, since no file need use another's ids. */
#ifndef FACTS_CALLED_H
#define FACTS_CALLED_H

#include "base/quantity.h"
#include "facts/store.h"

/* Is the entity called so, by its name, an alias or its id? The case of ASCII letters, signs between words, what stands in
 * brackets behind and ".com" do not matter. Whole names alone: "Amazon Web Services" is not called "Amazon". A legal form at
 * the end makes another firm: "Meta AG" is not called "Meta Inc.". A name on file that leaves the form out will do: "Meta"
 * is called "Meta Inc."; one that states a form where `name` has none may be another's: UNKNOWN. An id, which leaves the form
 * out, does not count against the form that the name has. *ret_field: what says so, or leaves it open; else NO_FIELD. */
enum truth entity_called(const struct facts *, uint32_t entity, const char *name, enum field *ret_field);

#endif
