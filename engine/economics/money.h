/* money.h - money between undertakings, on what the file has of it, each sum by group.
 *
 * Sums of what is recorded are 0 where nothing is, and open above unless case.complete covers the question. Amounts are in
 * the currency of the first record that has one; where a rate is missing the sum is unknown, with a need. A sum of
 * nothing, or of unknown amounts, has no currency ("") and goes with any. */
#ifndef ECONOMICS_MONEY_H
#define ECONOMICS_MONEY_H

#include "economics/market.h"

/* Money that `investor` has committed to (`paid`: paid into) `target` to date: the latest cumulative record plus what came
 * surely later; where a cumulative record leaves the field out, the earlier ones go on counting. What came perhaps
 * later, perhaps at all, was only announced or is of unknown status raises only the high. Where it is null whether a record is
 * the sum of all so far, both may be: from the largest of them to what they come to together. Committed: the amount, at
 * least what was paid. Paid: that field; where it is absent, the amount if that is paid, else 0 to the amount. */
struct quantity money_invested(struct moment, uint32_t investor, uint32_t target, bool paid, struct trail *);
/* Percent of stake or votes held now, summed over the holder's group, in the entity itself where a holding names it, else
 * in the member of its group that most is held of. */
struct quantity held(struct moment, uint32_t holder, uint32_t entity, bool votes, struct trail *);
/* The latest deal of the two, a transaction or bound money (on one day the transaction): its value; the day it closed,
 * while open the as-of date. Abandoned ones are none. Where several may be the latest: the hull. The target stands apart
 * if nothing does. UNKNOWN: none. */
enum figure_problem deal_value(struct moment, uint32_t acquirer, uint32_t target, struct trail *, struct quantity *);
enum figure_problem deal_date(struct moment, uint32_t acquirer, uint32_t target, struct trail *, struct quantity *);
/* Of the undertaking: its head's own row if there is one, else its members' sum, open above; of a member and those that it controls,
 * the member's alone. Where the head's row of what is sold is no exact amount, it is at least what its members are known to have had
 * until the same day. `geography`: a word, worldwide where the file says nothing; market: row or NO_ROW for the whole firm.
 * UNKNOWN: nothing recorded, or no rate. */
enum figure_problem turnover(struct moment, uint32_t entity, uint32_t metric, uint32_t geography, uint32_t market,
                             struct trail *, struct quantity *ret_amount);
/* The same of a geography with parts that do not overlap, words of GEOGRAPHY: where an entity's row of what is sold is no exact
 * amount, it is at least what its rows of the parts come to that are of the same day. Which they are is the caller's to say. */
enum figure_problem turnover_with_parts(struct moment, uint32_t entity, uint32_t metric, uint32_t geography,
                                        uint32_t market, const uint32_t *parts, uint32_t count, struct trail *,
                                        struct quantity *ret_amount);

/* Transactions and investments (committed or paid) seen as deals: transactions first, each in file order. */
struct deal {
    uint32_t buyer, target; /* entities, as the record names them */
    ref record;
    bool maybe; /* perhaps: its status or day is unknown */
};
struct deal *deals(struct moment, struct arena *, uint32_t *ret_count);
/* The days whose market tables measure a deal of these two: the day before its transaction closed, while it is open the view's
 * own. Low: the earliest that may be. High: the latest, where its day is a range or unknown, or nobody knows whether it has
 * closed. *ret_open, or NULL: the transaction by which the two differ; NO_REF: they do not. */
struct days deal_table_days(struct moment, uint32_t acquirer, uint32_t target, ref *ret_open);
#endif
