/* asked.h - what the figures share: records between two undertakings as a query that can be shown, needs, scratch memory. */
#ifndef ECONOMICS_ASKED_H
#define ECONOMICS_ASKED_H

#include "facts/query.h"

/* Records of the kind whose field `from` is of a's group and whose field `to` is of b's. The query lives in the trail's
 * arena (without a trail, in `scratch`), the set in `scratch`. NULL: no memory. */
struct set *ask_between(struct moment, enum kind, enum field from, uint32_t a, enum field to, uint32_t b,
                        struct trail *, struct arena *scratch);
/* What a money cell says; nothing known has no currency. */
struct quantity money_of(const struct facts *, const struct cell *);
/* A need in words, with the names of one or two records (NO_REF: none): "the share of Oracle in cloud infrastructure". */
void need_sentence(const struct facts *, struct trail *, const char *before, ref a, const char *between, ref b);
/* The need where the parts of a firm on file cannot all be true, stakes or (HOLDING_VOTES) votes: what each holder has of it. */
void need_parts(const struct facts *, struct trail *, uint32_t entity, enum field part);
/* No memory is a failure of the trail's arena too. Frees `scratch`. True: there was memory. */
bool scratch_end(struct arena *scratch, struct trail *);
#endif
