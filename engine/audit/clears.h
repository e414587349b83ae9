/* clears.h - what would clear a flagged finding: the smallest changes of the facts after which it is no longer flagged.
 *
 * A step is one change that model.def allows: a record that ends, a number that crosses a line, a record that is added to
 * rebut. A way is one step or two that clear the finding together; each was tried on an overlay before it is said. */
#ifndef AUDIT_CLEARS_H
#define AUDIT_CLEARS_H

#include "audit/audit.h"

enum { MOST_WAYS = 5, MOST_STEPS = 2, MOST_ADDED = 3, MOST_ADDED_FIELDS = 8, MOST_ADDED_ITEMS = 4 };

/* Records that are added together: those that stand in for somebody, and last the one that was looked for. A reference to
 * a row that the case does not have is to the one that stands in, in their order. */
struct added_field {
    enum field field;
    uint32_t items[MOST_ADDED_ITEMS]; /* words or references */
    unsigned count;
    int32_t day; /* of a date */
    bool flag;
};
struct added_record {
    enum kind kind;
    const char *id, *name; /* name: of an entity */
    struct added_field fields[MOST_ADDED_FIELDS];
    unsigned count;
};
struct added {
    struct added_record records[MOST_ADDED];
    unsigned count;
};

enum step_type { STEP_END, STEP_CROSS, STEP_ADD };
struct step {
    uint8_t type;
    bool falls; /* STEP_CROSS: the value would have to be smaller, else larger */
    uint8_t op; /* STEP_CROSS with a line: how the value would have to stand to it (enum comparison) */
    bool has_line;
    ref record;
    enum field field; /* the field that changes; of STEP_END `to`, or `from` of what begins on the as-of day */
    int32_t day;      /* STEP_END: the new last day, or first */
    double value,
        still; /* STEP_CROSS: the first value past the line, and the last before it, in the file's precision */
    struct quantity line; /* STEP_CROSS: the threshold that it was compared with */
    uint16_t unless;      /* STEP_ADD: which rebuttal it makes true */
    const struct added *added;
};
struct way {
    uint8_t count;
    struct step steps[MOST_STEPS];
};
struct clears {
    struct way *ways; /* agreements that end first, then other ends, then numbers, then records added */
    size_t count;
    size_t changes; /* of them, those that change what is recorded; the others add to it */
    bool more;      /* there are more ways than MOST_WAYS */
    bool stopped;   /* the budget was spent before all was tried */
};

struct what_if;
/* Works out finding->clears for all flagged findings: single steps of all first, then pairs. False: no memory. */
bool clears_find(struct cc_audit *, struct what_if *);

/* ---- in words ---- */
/* "the exclusivity for the API between Microsoft and OpenAI had ended by 23 January 2025". Where another step of the
 * finding reads alike, with the day or else the id of its record. */
void step_sentence(const struct cc_audit *, const struct finding *, const struct step *, struct text *);
/* What changes: "Microsoft's share of cloud infrastructure"; what the file says now: "21 %". */
void step_subject(const struct cc_audit *, const struct finding *, const struct step *, struct text *);
/* The steps of a way: "... and ...". */
void way_sentence(const struct cc_audit *, const struct finding *, const struct way *, struct text *);
/* An open rebuttal, with "or" for those of whom the record that was added names only one. */
void rebuttal_sentence(const struct cc_audit *, const struct finding *, const struct element_result *,
                       const struct added *, struct text *);
void step_now(const struct cc_audit *, const struct finding *, const struct step *, struct text *);
#endif
