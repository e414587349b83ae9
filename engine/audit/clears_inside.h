/* clears_inside.h - what the files of the search for clears share. */
#ifndef AUDIT_CLEARS_INSIDE_H
#define AUDIT_CLEARS_INSIDE_H

#include "audit/clears.h"
#include "audit/what_if.h"

/* A step that may be tried, and what is known of it. */
struct chance {
    struct step step;
    uint8_t rank;             /* agreements that end first */
    bool clears;              /* alone */
    bool superseded;          /* what is part of it clears alone */
    int exponent;             /* STEP_CROSS: the file writes the number to 10^exponent */
    double now_low, now_high; /* what it says */
    double low, high;         /* within what it may be changed */
};
struct search { /* for one finding */
    struct cc_audit *audit;
    struct what_if *w;
    struct finding *finding;
    struct arena *arena; /* of the search */
    struct chance *chances;
    size_t count, capacity;
};

/* clears_chances.c: what could be tried, from the records that were cited and the numbers that were read. */
void chances_gather(struct search *);

enum { RANK_AGREEMENT, RANK_OTHER_END, RANK_NUMBER, RANK_ADDED };
void chance_add(struct search *, struct chance);

/* clears_add.c: records that open rebuttals looked for. */
void chances_to_rebut(struct search *);
bool added_apply(struct overlay *, const struct added *);

/* clears_cross.c: numbers. */
/* Fills exponent, what the number says and its bounds. False: this number is not to be changed. */
bool cross_prepare(const struct facts *, const struct view *, struct chance *);
/* The first value past the recorded line and the last before it, both in the file's precision. False: there is no line,
 * or no value past it within the bounds. */
bool cross_line(struct chance *);
/* Looks for the value of the number from which on the finding is cleared, together with what the overlay says already. */
bool cross_find(struct search *, struct chance *, const struct step *with);

/* Within what a number may lie: 0 to 100 percent, and what the other rows of a table, or other holdings, leave of them. */
void number_bounds(const struct facts *, const struct view *, ref, enum field, double *ret_low, double *ret_high);
/* k * 10^exponent, rounded once: what a file that writes it would be read as. */
double on_grid(double k, int exponent);

/* clears.c */
cc_verdict steps_verdict(struct search *, const struct step *one, const struct step *other);
#endif
