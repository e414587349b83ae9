/* missing.h - what to find out: which facts would settle an undecided finding, with which values, and over all findings
 * which facts settle most.
 *
 * Only facts that stand in the file, or have their place in it, are asked about. Each was tried with both values on an
 * overlay (what_if.h) before it is said, so that a fact that is found to have one of them settles what was promised. */
#ifndef AUDIT_MISSING_H
#define AUDIT_MISSING_H

#include "audit/audit.h"

struct fact_value {
    double number; /* of a number, an amount or a date (its day) */
    uint32_t word; /* of a word or a list of words: this one alone */
    bool flag;
};
/* How one fact decides one finding. */
struct decision {
    const struct finding *finding;
    ref record;
    enum field field;
    char currency[4];            /* of an amount of money */
    struct fact_value values[2]; /* of a number the highest of the lower side and the lowest of the upper one */
    uint8_t verdicts[2];         /* enum cc_verdict; CC_CANNOT_TELL: that side leaves it open */
    bool both;                   /* both sides settle it: one flags, the other does not */
    bool adjacent;               /* of a number: nothing lies between the two sides */
    bool at_line;                /* the rule compared it with the value of one side itself */
    unsigned line;               /* which */
};
/* What one open comparison would have to come to: it was held to each of its answers. */
struct line_decision {
    const struct element_result *element; /* the test that made it */
    const struct compared_sides *sides;
    uint8_t verdicts[2]; /* where it is false, and where it is true; CC_CANNOT_TELL: that leaves it open */
};
struct missing {
    struct decision *items;
    size_t count;
    struct line_decision *lines; /* where no fact of the file decides: items is empty */
    size_t line_count;
    uint8_t together[2]; /* where not one line decides either: as verdicts of a line, of all open comparisons at once */
    bool stopped;        /* the budget was spent before all was tried */
};
/* A fact that settles findings, whichever of its values it has. */
struct fact_to_find {
    ref record;
    enum field field;
    size_t count;
    const struct decision **decisions; /* in the order of the findings */
};

struct what_if;
/* Works out finding->missing of all undecided findings, and audit->to_find: the facts by how many findings each settles,
 * those of the more severe first. False: no memory. */
bool missing_find(struct cc_audit *, struct what_if *);
/* missing_lines.c: fills `lines`, else `together`. */
void missing_find_lines(struct cc_audit *, struct what_if *, const struct finding *, struct missing *);
/* NULL: the fact does not decide this finding, or it was not tried. */
const struct decision *finding_decision(const struct finding *, ref, enum field);

/* ---- in words ---- */
/* "flagged from 20 %, clear below" */
void decision_sentence(const struct cc_audit *, const struct decision *, struct text *);
/* "The share together is unknown, perhaps at or above 30 %: flagged at or above 30 %, clear below 30 %" */
void line_sentence(const struct cc_audit *, const struct finding *, const struct line_decision *, struct text *);
/* "no single test; flagged if all that is open holds, clear if none of it does" */
void together_sentence(const struct missing *, struct text *);
static inline bool missing_together(const struct missing *m)
{
    return m->together[0] != CC_CANNOT_TELL || m->together[1] != CC_CANNOT_TELL;
}
/* "flagged", "clear", ... */
const char *verdict_word(unsigned verdict);
/* One of its values as a person reads it: "20 %", "in force on 24 January 2025". */
void decision_value(const struct cc_audit *, const struct decision *, unsigned side, struct text *);
#endif
