/* text_sources.h - the sources of one audit, numbered as they are cited, and listed in full at its end. */
#ifndef REPORT_TEXT_SOURCES_H
#define REPORT_TEXT_SOURCES_H

#include "audit/audit.h"
#include "report/page.h"

struct numbered_source {
    uint32_t row;                 /* of the facts; or */
    const struct law_source *law; /* of the law */
};
struct sources {
    const struct cc_audit *audit;
    struct arena *arena;
    struct numbered_source *items;
    size_t count, capacity;
};

void sources_begin(struct sources *, const struct cc_audit *, struct arena *);
/* The number of a source, from 1; a new one where it was not cited yet. */
size_t sources_fact(struct sources *, uint32_t row);
size_t sources_law(struct sources *, const struct law_source *);
/* Was it published after the day as of which the case is seen? */
bool source_is_later(const struct cc_audit *, uint32_t row);
/* "17 Jan 2025", "Jul 2019", "2019" */
void add_short_days(struct text *, struct days);
/* What a source is called, without what its author put in brackets at the end, in at most so many columns. */
void add_short_title(struct text *, const char *title, size_t columns);
/* What the rows of evidence say of who says so: titles as far as `columns` reach, then numbers alone. */
void add_cites(struct sources *, struct text *, const struct cite *, uint32_t count, size_t columns);
/* "FTC staff report on AI partnerships, 17 January 2025: key terms (direct) [4]" */
void add_numbered_basis(struct sources *, struct text *, const struct basis *);
void show_sources(struct sources *, struct page *);
#endif
