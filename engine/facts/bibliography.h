/* bibliography.h - rules/sources.json: the sources of the law, which a rule's basis cites by id.
 *
 *     {"format":"compliance-sources/1","sources":{"ftc-6b-2025":{"title":…,"publisher":…,"date":…,"url":…,"verified":true}}}
 *
 * `verified` says that somebody read the figures there; anything else is marked unverified in every report. */
#ifndef FACTS_BIBLIOGRAPHY_H
#define FACTS_BIBLIOGRAPHY_H

#include "base/arena.h"
#include "base/diagnostic.h"

struct law_source {
    const char *id, *title, *publisher, *date, *url; /* the last three may be NULL */
    bool verified;
};
/* Reads the text strictly; what it returns lives in the arena. False after at least one diagnostic. */
bool bibliography_read(const cc_allocator *, uint64_t seed, const char *name, const char *text, size_t size,
                       struct arena *, cc_diagnostic_fn *, void *ud, struct law_source **ret_sources,
                       size_t *ret_count);
#endif
