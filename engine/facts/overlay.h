/* overlay.h - a case with one or a few of its facts changed, in memory, to ask "what if".
 *
 * An overlay looks like any other facts: queries, groups, figures and time answer as if the file had said so. Below it the
 * case stays as it is. Of a kind that is changed the table is copied once, with room for a few more rows, and used again
 * for the next change; all else is the case's own: texts, indexes, groups, and what is in force of the other kinds. Only
 * where an added record brings an entity or a holding are groups found anew.
 *
 * The overlay owns its memory and is freed before the case. False and NULL: no memory; the overlay is then as clean.
 *
 *     struct overlay *o = overlay_new(facts);
 *     overlay_date(o, agreement, AGREEMENT_TO, day);  it was last in force on that day
 *     ... view_at(overlay_facts(o), day) ...          views are made anew after each change
 *     overlay_clear(o);                               the case as it was */
#ifndef FACTS_OVERLAY_H
#define FACTS_OVERLAY_H

#include "facts/view.h"

enum { OVERLAY_ADDED = 4 }; /* records of one kind that may be added at once */

struct overlay;
struct overlay *overlay_new(const struct facts *);
void overlay_free(struct overlay *);
/* Valid as long as the overlay; what it says changes with the overlay. */
const struct facts *overlay_facts(const struct overlay *);

/* A date of the record, as its first or its last day, is exactly this one. */
bool overlay_date(struct overlay *, ref, enum field, int32_t day);
/* A number or amount is exactly this, in the currency that it had. */
bool overlay_number(struct overlay *, ref, enum field, double value);
/* The number by which a cell names the currency, which the case need not know. 0: no memory, or there are too many. */
uint8_t overlay_currency(struct overlay *, const char code[4]);
/* A record with no field stated, but for those that are set below. NO_REF: no memory, or OVERLAY_ADDED are there. `id`
 * must live as long as the overlay or its next clearing. */
ref overlay_add(struct overlay *, enum kind, const char *id);
/* The cell of a field, to be written; it is restored when the overlay is cleared. */
struct cell *overlay_cell(struct overlay *, ref, enum field);
/* Words or references into a field that holds one or several of them. */
bool overlay_items(struct overlay *, ref, enum field, const uint32_t *items, uint32_t count);
void overlay_clear(struct overlay *);
#endif
