/* audit.h - what the rules say of a case: the results that every report prints.
 *
 * An audit is computed once (audit_run); only the ledger then says of its findings how they stand. Texts, evidence, needs and
 * comparisons are worked out from the trails only when a report asks for them; what these functions return lives in the audit's
 * arena.
 * No Lua, no JSON, no printing here. */
#ifndef AUDIT_AUDIT_H
#define AUDIT_AUDIT_H

#include "base/text.h"
#include "lua/machine.h"

enum why { WHY_VALUE, WHY_ABSENCE, WHY_OPEN };
struct element_result {
    const struct element *element;
    uint8_t truth;  /* enum truth */
    uint8_t why;    /* enum why: decided by values, by absence, or open */
    bool asked;     /* false: evaluation stopped before it */
    uint16_t each;  /* of an `each` element's rows: which, from 1 */
    uint16_t count; /* of a group */
    struct element_result *items;
    struct trail trail;
    uint64_t instructions; /* where the audit was traced */
};
/* Who answers for a finding that was accepted, and until when. */
struct acceptance {
    const char *reason, *who, *until, *file; /* until: YYYY-MM-DD, the last day; file: where that is written */
    uint32_t line;
};
struct finding {
    const struct rule *rule;
    uint8_t verdict; /* enum cc_verdict: flagged, cannot tell, rebutted, clear, out of scope */
    struct subject subject;
    int32_t law_day;
    const struct trail *open_law; /* what was read to find a day of law that leaves it open; or NULL */
    bool out_of_force;            /* out of scope because the law is not of that day, or a param has no row for it */
    struct element_result *applies, *elements, *unless; /* as many as the rule has */
    struct figure_value *figures;                       /* as many as the rule has */
    struct params_at *params;
    struct moment moment, table_moment;
    struct missing *missing; /* of an undecided one: what would settle it (missing.h); NULL: it was not worked out */
    struct clears *clears;   /* of a flagged one: what would clear it (clears.h); NULL: it was not worked out */
    const char *fingerprint, *proof; /* NULL until asked for: finding_fingerprint, finding_proof */
    /* The ledger's, which is applied after audit_run: */
    uint8_t standing;                    /* enum cc_standing; CC_NEW until then */
    uint8_t known;                       /* the same by the baseline alone */
    uint8_t was;                         /* verdict in the baseline; CC_VERDICTS: it has none */
    const struct acceptance *acceptance; /* of an entry of that fingerprint, in force or not; NULL: none */
};
struct rule_result {
    const struct rule *rule;
    uint8_t verdict;
    const char *not_selected; /* why it was not considered: "jurisdiction", "--only", "--skip" */
    uint32_t subjects[CC_VERDICTS];
    bool hole;                       /* its enumeration met an unknown */
    bool hole_known;                 /* the baseline has that too */
    const struct trail *enumeration; /* what it looked through to find its subjects, and what stood in its way */
    const char *error_code;          /* failed: "rule" or "limit" */
    const char *error;               /* failed: one sentence */
    uint32_t error_line;
    const struct finding
        *broke; /* failed, in a traced audit: the subject at which it did, as far as it came; else NULL */
};
struct audit_notice {
    const char *code, *message;
    uint32_t line; /* of the facts; 0: none */
};
/* The code of a notice that a threshold is not the rule's own: "threshold changed: ID NAME VALUE (of the rule: VALUE)". What
 * is said of the case is said by it, so reports tell it before all else, as what was altered in the facts. */
#define THRESHOLD_NOTICE "threshold"
bool notice_is_first(const struct audit_notice *);
struct cc_audit {
    struct arena arena;
    const struct facts *facts;
    struct cc_engine *engine;
    const struct view *view;
    int32_t as_of, law_as_of;  /* law_as_of DAY_MIN: none */
    struct rule_result *rules; /* sorted by id */
    size_t rule_count;
    struct arena listed;       /* holds `findings` */
    struct finding **findings; /* flagged, cannot tell, rebutted, clear, out of scope; sorted within, see audit_run */
    size_t finding_count;
    uint32_t totals[CC_VERDICTS];                     /* of subjects, or of rules for the last three */
    uint32_t by_severity[CC_VERDICTS][CC_SEVERITIES]; /* the same, a hole counts as one cannot tell */
    bool incomplete;
    size_t clears_budget; /* evaluations that the search for what would clear might take; 0: there was none */
    const struct fact_to_find *to_find; /* what to find out, that first which settles most (missing.h) */
    size_t to_find_count;
    const struct sensitivity
        *sensitivity; /* how near its verdicts are to others (sensitivity.h); NULL: not asked for */
    size_t clears_used;
    uint32_t dropped; /* clear and out-of-scope subjects beyond what is kept for --verbose */
    struct audit_notice *notices;
    size_t notice_count, notice_capacity;
    const char *baseline, *accepted;               /* the files that were applied; NULL: none */
    const char *baseline_digest, *accepted_digest; /* SHA-256 of those files */
    const char *accepted_today;                    /* the day that the accepted risks were held against */
    cc_options options;                            /* as they were given; copied */
};
/* By severity, rule, and the roles' records: the order of an audit's findings. 0: the same rule of the same subject. */
int finding_order(const struct finding *, const struct finding *);
/* Does it count for the exit status: is it neither known nor accepted? */
static inline bool finding_counts(const struct finding *f) { return f->standing < CC_KNOWN; }

/* The name of a figure, a param or a role as a noun: "buyer_uk_turnover" is "buyer UK turnover". */
void name_words(const char *name, struct text *);

/* ---- words: sentences of a finding, in plain text ---- */
void finding_title(const struct cc_audit *, const struct finding *, struct text *);
void finding_advice(const struct cc_audit *, const struct finding *, struct text *);
/* The element's sentence as its verdict has it: a false one prints its `no`, else "Not so: ...". */
void element_sentence(const struct cc_audit *, const struct finding *, const struct element_result *, struct text *);
/* Does the sentence that was made of the phrase begin with the rule's own words, or with what is unknown? Then it may begin
 * with a capital; a name is written as it is. */
bool sentence_takes_capital(const struct phrase *, const char *sentence);
/* SHA-256 in hex. fingerprint = rule id, case id, each role with the id that it is shown by. proof (of a reported finding,
 * else "") = a digest over kind, id, field and value as read of the cited facts, the links, and filter and completeness
 * of each absence; not over counts, lines, sources, notes or dates of the run. */
const char *finding_fingerprint(const struct cc_audit *, const struct finding *);
const char *finding_proof(const struct cc_audit *, const struct finding *);
/* The id that a role is shown by, its name, and the head of its group (NO_REF where it is its own). */
void role_shown(const struct finding *, unsigned role, ref *ret_record, ref *ret_group);

/* ---- evidence ---- */
enum evidence_type { EVIDENCE_FIELD, EVIDENCE_RECORD, EVIDENCE_ABSENCE, EVIDENCE_COMPLETE };
struct evidence {
    uint8_t type;
    bool link, dated;
    bool again; /* of several pieces of one record, or of one declared list, not the first: that tells its place */
    ref record;
    enum field field;              /* EVIDENCE_FIELD; else NO_FIELD */
    const struct absence *absence; /* EVIDENCE_ABSENCE */
    uint32_t complete;             /* EVIDENCE_COMPLETE: index in facts->completes */
    uint32_t at;                   /* offset: facts_locate gives the line */
    const struct cite *cites;      /* the record's sources */
    uint32_t cite_count;
};
/* Without doubles, the decisive first: fields that were compared, then matches, then links, then absences. A group has
 * none of its own. `whole`: with the figures that the element used. */
size_t element_evidence(const struct cc_audit *, const struct finding *, const struct element_result *,
                        struct evidence **ret_evidence);
/* "none of 12 agreements with type veto, holder Amazon, grantor Anthropic" */
void absence_sentence(const struct cc_audit *, const struct absence *, struct text *);
/* The filter alone: "type veto, holder Amazon, grantor Anthropic". */
void absence_filter(const struct cc_audit *, const struct absence *, struct text *);
/* JSON pointer of an evidence; empty: none, where a file has no list of the kind that was looked for. */
void evidence_pointer(const struct cc_audit *, const struct evidence *, char *out, size_t size);

struct need {
    ref record; /* NO_REF: a sentence alone */
    enum field field;
    const char *what; /* "the share of Microsoft in cloud infrastructure", "the amount of agreement 'x'" */
    const char *now;  /* "unknown", "18 to 22 %" */
    uint32_t at;      /* UINT32_MAX: none */
    bool alone;       /* this fact alone decides */
    const struct decision *decision; /* of a finding's need: which values decide (missing.h); NULL: not known */
};
/* What would settle an element, those that alone decide first. */
size_t element_needs(const struct cc_audit *, const struct finding *, const struct element_result *,
                     struct need **ret_needs);
/* What would settle the finding: of its unknown applies and elements; for a flagged one of its open rebuttals. */
size_t finding_needs(const struct cc_audit *, const struct finding *, struct need **ret_needs);
size_t hole_needs(const struct cc_audit *, const struct rule_result *, struct need **ret_needs);

struct comparison_shown {
    const char *left, *op, *right;      /* "21 %", ">=", "20 %" */
    const char *result;                 /* "true", "false", "unknown" */
    const char *margin;                 /* "1 point", "5 %"; NULL where a side is no exact number */
    const char *left_name, *right_name; /* NULL: none */
};
size_t element_comparisons(const struct cc_audit *, const struct element_result *,
                           struct comparison_shown **ret_comparisons);
struct figure_shown {
    const char *name, *text;
    const struct figure_value *value; /* NULL for a param: then quantity */
    const struct quantity *quantity;  /* NULL: records or unknown */
};
/* The figures and params that the element's text or form names or that its test read. */
size_t element_figures(const struct cc_audit *, const struct finding *, const struct element_result *,
                       struct figure_shown **ret_figures);
bool element_is_dated(const struct finding *, const struct element_result *);
/* The law behind the finding: the rule's own basis, then the sources of the dated params on the day of its law. */
size_t finding_basis(const struct cc_audit *, const struct finding *, const struct basis **ret_basis);
/* Open rebuttals (indexes in unless): unknown ones of a flagged finding. */
size_t finding_open(const struct finding *, uint16_t *ret_indexes, size_t most);

/* "/shares/3/percent is 19 (was 21)", "without /agreements/5 (the record 'x')" */
void alteration_words(struct text *, const struct altered_fact *);

/* ---- why not (why.c) ---- */
/* Which test decides a subject that is clear, out of scope or rebutted: the first false one, or the rebuttal. NULL: none, as
 * where the law was not in force. */
const struct element_result *finding_decider(const struct finding *);
/* One sentence on why the verdict is what it is; never empty. */
void finding_because(const struct cc_audit *, const struct finding *, struct text *);
/* The same of a rule: of one without a subject which searches found nobody; of one that failed or was not selected why. */
void rule_because(const struct cc_audit *, const struct rule_result *, struct text *);
/* What the enumeration of a rule looked through, without doubles, those that found nothing first. `found` of each says how
 * many records it met. */
size_t rule_searches(const struct cc_audit *, const struct rule_result *, struct absence **ret_searches);
extern const char *const verdict_names[CC_VERDICTS];   /* flagged, cannot-tell, ...: for programs */
extern const char *const verdict_phrases[CC_VERDICTS]; /* flagged, cannot tell, ...: for people */
#endif
