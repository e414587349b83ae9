/* trails.h - walking the trail of an element with the figures that it used, each once. */
#ifndef AUDIT_TRAILS_H
#define AUDIT_TRAILS_H

#include "audit/audit.h"

/* Called for each entry, of the element's own trail first, then of the figures that it used. */
typedef void trail_visitor(void *ud, const struct trail *, const struct trail_entry *);
void element_walk(const struct finding *, const struct element_result *, trail_visitor *, void *ud);
void trail_walk(const struct finding *, const struct trail *, uint64_t *seen, trail_visitor *, void *ud);
/* Every top-level element of a finding that was asked: applies, elements, unless. */
typedef void element_visitor(void *ud, const struct element_result *);
void finding_walk(const struct finding *, element_visitor *, void *ud);
#endif
