/* view.h - a case as of one day: what is in force, and who belongs to whose group.
 *
 * A view is made once a day asked and kept with the case; who asks for many days may have those forgotten that it is done with.
 * A moment is a view and, in a deal, the target that stands
 * apart: itself and what it controls, taken out of every other group (DESIGN 3.3). All questions about groups take a
 * moment, so that no two answers of one subject can differ.
 *
 *     const struct view *now = view_at(facts, day);           NULL: no memory
 *     struct moment m = { now, NO_ENTITY };
 *     if (same_group(m, aws, amazon)) ... */
#ifndef FACTS_VIEW_H
#define FACTS_VIEW_H

#include "facts/store.h"

#define NO_ENTITY UINT32_MAX
#define NO_ROW    UINT32_MAX

struct view {
    const struct facts *facts;
    int32_t day;
    uint32_t *head;           /* of each entity: the head of its group */
    uint32_t *parent;         /* of each entity: the holder that controls it, or NO_ENTITY */
    uint32_t *link;           /* of each entity: the row of the holding that links it to its parent, or NO_ROW */
    uint32_t *depth;          /* steps to the head */
    uint32_t *enter, *beyond; /* of each entity: x is below it where enter[entity] <= enter[x] < beyond[entity] */
    struct view *next;
    const uint32_t **members; /* of each head: the entities of its group, in file order */
    uint32_t *member_count;
    uint32_t begin_later;       /* records that begin after the day */
    int32_t control_ended;      /* the last day of the control that ended last before the day; DAY_MIN: none has */
    uint8_t *force[KIND_COUNT]; /* of each row: enum truth + 1, 0 not asked yet */
    uint32_t *standing;         /* of each kind: rows surely or perhaps in force, UINT32_MAX not counted yet */
    const struct known_words *words;
    const struct view *holds_as; /* itself; of an overlay in which holdings and entities are as below: the view below */
    void *stakes;                /* what economics keeps of it for now: economics/day_stakes.h */
    struct kept_view *kept;      /* how the case keeps it (view.c); NULL: in its arena, or it is of an overlay */
    uint64_t asked;              /* the mark that was the last when it was last asked for */
};
struct moment {
    const struct view *view;
    uint32_t apart; /* entity, or NO_ENTITY */
};

const struct view *view_at(const struct facts *, int32_t day);
/* A mark, and what was not asked for since one: forgotten where the views of the case take more than VIEWS_BYTES. Nobody may hold
 * a moment of such a view any more. Of a case, not of an overlay. */
enum { VIEWS_BYTES = 16 * 1024 * 1024 };
uint64_t views_mark(const struct facts *);
void views_forget(const struct facts *, uint64_t mark);
/* In force, happened or current on the view's day: surely, perhaps, no. A measurement that a surely later one with the
 * same key replaces is not; a transaction counts from its announcement until it is abandoned. */
enum truth view_in_force(const struct view *, enum kind, uint32_t row);
/* As view_in_force, but for all that had begun by the day, whether it ended or was replaced since. */
enum truth view_had_begun(const struct view *, enum kind, uint32_t row);
/* The field that leaves open whether the row is in force, of the row or of another; false: nothing does. */
bool view_force_need(const struct view *, enum kind, uint32_t row, ref *ret_record, enum field *ret_field);
/* How many rows of the kind are surely or perhaps in force. */
uint32_t view_standing(const struct view *, enum kind);
/* The word (DEAL_STATUS) of a transaction that counts on the day; UINT32_MAX: unknown. */
uint32_t view_deal_status(const struct view *, uint32_t row);
/* What a field of one word says on the day: as written, by default, a deal's status of the day, a share's measure as
 * its market has it, a market's nature as the word of its product means it. YES with *ret_word; UNKNOWN; NO: there is none. */
enum truth view_word(const struct view *, enum kind, uint32_t row, enum field, uint32_t *ret_word);
/* Number in model_words of a listed word, which must exist. */
uint32_t listed_word(enum list, const char *name);

uint32_t group_head(struct moment, uint32_t entity);
bool same_group(struct moment, uint32_t a, uint32_t b);
/* Is `entity` the same as `top` or controlled by it, step by step? */
bool is_below(struct moment, uint32_t top, uint32_t entity);
/* Steps from the entity to its head. */
uint32_t group_depth(struct moment, uint32_t entity);
/* Does the undertaking do this? UNKNOWN when some member's activities are unknown and none found. The records that
 * show it go on the trail. */
struct trail;
enum truth group_does(struct moment, uint32_t entity, uint32_t activity, struct trail *);

/* An exchange rate on the day: units of `to` for one of `from`, the latest on or before the day, either direction, no
 * chains. False: none. */
bool rate_at(const struct view *, const char from[4], const char to[4], struct quantity *ret_rate, uint32_t *ret_row);
/* Converts a money quantity when a rate is on file; false: the two cannot be compared. Records the rate. */
bool money_convert(const struct view *, const struct quantity *, const char to[4], struct quantity *ret_money,
                   struct trail *);
#endif
