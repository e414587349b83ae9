/* brief.h - a finding in brief, for the formats that other programs read: a title, its points of one line each, and the
 * places in the facts on which it rests, the decisive one first.
 *
 * Every text is safe (report/safe.h) and short: a format adds only the escapes of its own syntax. What was cut says so,
 * and --format json has it whole. The texts of a finding live until the next one is asked for.
 *
 *     brief_begin(&b, audit);
 *     struct telling told;
 *     while (brief_next(&b, VERDICT(CC_FLAGGED) | VERDICT(CC_CANNOT_TELL), &told)) ...
 *     struct brief_failure failure;
 *     while (brief_next_failure(&b, &failure)) ...         without memory both end, and `brief_failed` */
#ifndef REPORT_BRIEF_H
#define REPORT_BRIEF_H

#include "audit/doubt.h"
#include "base/digest.h"
#include "report/order.h"
#include "report/places.h"

enum { BRIEF_TEXT = 1000, BRIEF_PLACES = 100, BRIEF_NEEDS = 5 };

enum point_type {
    POINT_HOLDS,
    POINT_FAILS,
    POINT_UNKNOWN,
    POINT_OPEN,     /* could be rebutted by this */
    POINT_REBUTTED, /* is rebutted by this */
    POINT_MISSING,
    POINT_CLEARS, /* what would clear it */
    POINT_BASIS,
    POINT_ADVICE
};
struct point {
    uint8_t type;    /* enum point_type */
    uint8_t depth;   /* of a member of a group: 1, ... */
    bool estimate;   /* among what it rests on is an estimate */
    bool unverified; /* a basis that nobody has opened */
    uint32_t at;     /* offset of the first of what it rests on; NO_PLACE: none */
    uint32_t number; /* of that place in `places`, from 1; 0: not among them */
    const char *text;
};
/* What a finding rests on: each record once, or what was looked for in vain. */
struct resting {
    uint32_t at, rank;
    ref record;          /* NO_REF: a list that was looked through */
    const char *text;    /* of the point that needs it */
    const char *pointer; /* JSON pointer */
};
struct telling {
    const struct rule *rule;
    const struct finding *finding; /* NULL: of a rule that could not list all its subjects (verdict cannot tell) */
    enum cc_verdict verdict;
    bool counts;                    /* flagged or undecided, and neither known nor accepted */
    bool accepted;                  /* stands accepted */
    const char *title;              /* no full stop */
    const char *subject, *standing; /* "holder Big, grantor New"; standing NULL: nothing is known of it */
    const char *fingerprint, *proof;
    struct doubt doubt;     /* what of it nobody has verified, */
    const char *unverified; /* in words; NULL: nothing */
    const struct point *points;
    const struct resting *places;                /* none: an empty file of facts has nothing to rest on */
    size_t point_count, place_count, place_left; /* left: beyond BRIEF_PLACES */
};
/* A rule that failed, or that no rule was selected. */
struct brief_failure {
    const struct rule *rule; /* NULL: none was selected */
    const char *code, *text; /* "exclusive-api.lua:31: no role 'invester'" */
    uint32_t line;           /* of the rule's file; 0: unknown */
};
struct brief {
    const struct cc_audit *audit;
    const char *file, *case_id, *title; /* of the facts, safe; the title of a case without one is its file */
    struct places lines;
    struct arena kept, words; /* of the audit, of the finding */
    struct text scratch, safe;
    bool lost;               /* an arena had failed before it was emptied */
    size_t at, hole, failed; /* how far the three lists were read */
    const char *pack;        /* an id of whose pack alone findings are told; NULL: of every one */
};

void brief_init(struct brief *, const cc_allocator *);
void brief_free(struct brief *);
bool brief_failed(const struct brief *);
void brief_begin(struct brief *, const struct cc_audit *); /* NULL: a file that was refused, only for brief_safe */
/* The findings from the first again, those of the rules in the pack of this id (NULL: all). */
void brief_rewind(struct brief *, const char *pack);
bool same_pack(const char *rule_id, const char *other_id);
/* The next finding with one of these verdicts (VERDICT bits), then, with cannot tell, what rules could not list. */
bool brief_next(struct brief *, unsigned verdicts, struct telling *);
bool brief_next_failure(struct brief *, struct brief_failure *);
/* Of the place that decides; where there is none, of the case. */
struct spot brief_spot(const struct brief *, const struct telling *);
/* A text of others, safe and short; it lives as long as the audit's. */
const char *brief_safe(struct brief *, const char *text);
/* What was said of a file, safe: "unknown kind 'agreemnts'; did you mean 'agreements'?" */
const char *brief_error(struct brief *, const cc_diagnostic *);
/* "high", or "cannot tell"; "✔", "✘", "?"; "Could be rebutted: ", "Missing: ", ... */
const char *telling_label(const struct telling *);
const char *point_mark(const struct point *);
const char *point_lead(const struct point *);
/* " (facts.json:343; rests on an estimate)"; nothing where there is neither a place nor an estimate. */
void add_point_place(struct brief *, struct text *, const struct point *);
/* "✔ Microsoft has put money into OpenAI (facts.json:343)"; a line for each point. */
void brief_line(struct brief *, const struct point *, struct text *);
void brief_lines(struct brief *, const struct telling *, struct text *);
/* Where it is proved: "FILE:LINE". */
void add_brief_place(struct brief *, struct text *, uint32_t at);
#endif
