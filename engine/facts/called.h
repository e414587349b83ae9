/* Whether an entity is called by a name: what a rule knows firms by, since no file need use another's ids. */
#ifndef FACTS_CALLED_H
#define FACTS_CALLED_H

#include "facts/store.h"

/* The field that has the name: the entity's name, id or aliases; NO_FIELD: it is not called so. The case of ASCII letters,
 * signs between words, what stands in brackets behind, and the legal form at the end do not matter: "Amazon.com, Inc." is
 * called "amazon". Whole names alone: "Amazon Web Services" is not. Nothing is owned, nothing fails. */
enum field entity_called(const struct facts *, uint32_t entity, const char *name);

#endif
