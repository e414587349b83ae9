/* table.h - a market's table on a day: the rows of its newest date in one measure, summed by undertaking.
 *
 * Rows of one entity whose dates overlap are joined as claims (the hull of both). A row that has perhaps not begun, or
 * has perhaps ended, makes two tables: one without such rows and one with them; a figure is the hull of what both give,
 * so that it holds however the dates fall. Tables live in the arena they were made in.
 *
 * A target that stands apart and has no row of its own may be a part of the row of its seller, the nearest firm above it that has
 * one: of what that row says it may have nothing, all or any part, and the seller's undertaking has the rest. So may a firm that
 * was below another on the table's date and has left its group since: then its undertaking of the day has that and its own rows.
 *
 *     struct tables t;
 *     if (tables_make(&t, moment, market, MEASURE_OWN, trail, &arena) != FIGURE_FINE) ...
 *     for (unsigned i = 0; i < t.count; i++) ... t.each[i] */
#ifndef ECONOMICS_TABLE_H
#define ECONOMICS_TABLE_H

#include "economics/bounds.h"
#include "economics/market.h"

struct table_row {
    uint32_t row; /* of KIND_SHARE */
    uint32_t entity;
    uint32_t head; /* of the entity's group in the moment */
    struct days from;
    struct share_range percent;
    bool sure; /* surely in use on the day */
};
struct undertaking {
    uint32_t head, shown;       /* shown: the member with a row that is nearest the head */
    struct share_range percent; /* its members' rows, as written */
    uint32_t first, count;      /* its rows in `rows`; rows of one entity stand together */
    uint32_t first_row;         /* of KIND_SHARE */
};
/* A unit without rows that may be a part of another firm's. */
struct covered {
    uint32_t unit;             /* entity */
    const struct view *held;   /* when it was that firm's */
    uint32_t item, seller;     /* the undertakings that it, and that firm, are of */
    uint32_t first, row_count; /* in `rows`: those that it may be a part of, all of the one firm */
};
struct market_table {
    struct moment moment;
    uint32_t market;
    enum rest rest;
    double cap;             /* of an unnamed firm, REST_CAPPED */
    struct table_row *rows; /* of the newest date, by undertaking */
    uint32_t row_count;
    struct undertaking *items; /* in the order in which the file first names one */
    uint32_t count;
    struct table_row *older; /* the other rows of the measure that had begun */
    uint32_t older_count;
    struct covered *covered;
    uint32_t covered_count;
    double taken_out; /* the lows of the rows that these may be a part of, which nobody surely has */
};
struct tables {
    struct market_table each[2];
    unsigned count;
};

enum figure_problem tables_make(struct tables *, struct moment, uint32_t market, uint32_t measure, struct trail *,
                                struct arena *);
/* Has the undertaking perhaps a part of another's rows, or another a part of its own? */
bool is_parted(const struct market_table *, uint32_t item);
/* The last rows of an undertaking that is not on the table, and what they come to. False: it never had one. */
bool older_share(const struct market_table *, uint32_t head, struct arena *, struct table_row **ret_rows,
                 uint32_t *ret_count, struct share_range *ret_share);

/* The firms of a figure: the undertakings of the table in its order, then those that were asked for and are not on it,
 * with what is known of them from their last row or from the table's kind. */
struct firms {
    struct shares shares;
    uint32_t *heads;         /* of each item */
    uint32_t *places, asked; /* of each undertaking asked for: its item; each once */
};
/* Entities of one group share a place. What is read of those asked for goes on the trail. False: no memory. */
bool firms_make(struct firms *, const struct market_table *, const uint32_t *entities, uint32_t count, struct trail *,
                struct arena *);
/* Do the shares of others bound the product of the two asked for? */
bool others_bound(const struct firms *);
/* Reads on the trail, marked dated when older than 24 months: one row, an undertaking's, all of the table. */
void read_row(const struct market_table *, const struct table_row *, struct trail *);
void read_undertaking(const struct market_table *, uint32_t item, struct trail *);
void read_table(const struct market_table *, struct trail *);
/* A need in words where unnamed firms have a part: "the shares of the other firms in cloud infrastructure". */
void need_rest(const struct market_table *, struct trail *);
#endif
