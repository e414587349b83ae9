/* day_stakes.h - who holds what of whom on a day: the network of a view, and what was last looked up in it.
 *
 * A rule asks of many pairs what comes from the one to the other. What one owner has in all firms is one look through the
 * network (lookthrough.h); the last looks are kept, so that pairs of one owner cost one look. All of it lives with the
 * case, changes no answer, and is made when first asked for. Of the days that were asked for the last are kept, as many as
 * DAYS_BYTES hold: a timeline of a large file has hundreds, of megabytes each.
 *
 *     struct day_stakes *d = day_stakes(view);
 *     const struct look *l = look_of(d, owner, allocator);     NULL: no memory */
#ifndef ECONOMICS_DAY_STAKES_H
#define ECONOMICS_DAY_STAKES_H

#include "economics/lookthrough.h"
#include "facts/query.h"

enum { LOOKS_KEPT = 4, DAYS_BYTES = 32 * 1024 * 1024, DAYS_LEAST = 4 };
/* The votes that one undertaking has in a firm. */
struct bloc {
    uint32_t head; /* of its group */
    double low, high;
    uint32_t first; /* its first stake in the firm; `next` leads on */
};
/* The votes of the firm that was last asked about. A firm's own shares do not vote. */
struct firm_votes {
    uint32_t firm, apart; /* of the moment; firm NO_ENTITY: none yet */
    struct bloc *blocs;
    uint32_t count;
    double lows;         /* what all surely have */
    uint32_t most[2];    /* the blocs that surely have most, UINT32_MAX where there are fewer */
    uint32_t perhaps[2]; /* those that may have most: their high, as far as the lows of the others leave it */
    uint32_t *place;     /* of each head: its bloc, from 1 */
    uint32_t *next;      /* of each stake: the next of the same bloc, from 1 */
};
struct day_stakes {
    const struct view *view;
    struct day_stakes *older; /* the one that was made before it */
    uint64_t used;            /* when it was last asked for */
    struct stake *stakes;
    double *lows;           /* of each entity: what all surely have of it, in percent */
    struct network network; /* of all entities, by their rows; holdings surely or perhaps in force */
    uint32_t *rows;         /* of the holding behind each stake */
    bool *doubtful;         /* of each entity: the stakes in it cannot all be true; each is then anything */
    int32_t *covers; /* of each entity: 0 not asked, else 2 + the declared list that covers the holdings in it, or 1 */
    struct firm_votes votes;
    struct look looks[LOOKS_KEPT];
    uint64_t asked[LOOKS_KEPT], clock; /* when each was last asked for */
    uint64_t looked;                   /* how many looks were made: what the questions cost */
    uint32_t *queue, *ways;            /* to work with: of entities, of stakes */
    bool *seen;                        /* of each entity; all false again after each question */
};
/* Good until DAYS_LEAST others were asked for. NULL: no memory. */
struct day_stakes *day_stakes(const struct view *);
/* What the owner has; good until another owner is asked for. */
const struct look *look_of(struct day_stakes *, uint32_t owner, const cc_allocator *);
/* The declared list that covers the holdings in an entity, or -1. */
int32_t holdings_cover(struct day_stakes *, const struct view *, uint32_t entity, struct arena *scratch);
/* Do declared lists cover the holdings in each of the entities? Then the lists go on the trail. */
bool holdings_cover_all(struct day_stakes *, const struct view *, const uint32_t *entities, uint32_t count,
                        struct arena *scratch, struct trail *);
/* The votes in a firm; good until another firm is asked about. */
const struct firm_votes *votes_in(struct day_stakes *, struct moment, uint32_t firm);
/* What a bloc may have at most. */
double most_votes(const struct firm_votes *, uint32_t bloc);
#endif
