/* text_report.h - what the files of the text report share.
 *
 * The layout: a finding's title begins after its severity; its elements stand at column 2 behind a mark, what proves them
 * at EVIDENCE_INDENT, and what concerns the whole finding (what is missing, its basis, what to ask) behind a label. */
#ifndef REPORT_TEXT_REPORT_H
#define REPORT_TEXT_REPORT_H

#include "report/describe.h"
#include "report/page.h"
#include "report/places.h"
#include "report/text_sources.h"
#include "report/words.h"

enum { MARK_INDENT = 2, REASON_INDENT = 4, EVIDENCE_INDENT = 8, LABEL_INDENT = 6, LABEL_HANG = 15, ROWS_SHOWN = 3 };

struct text_report {
    struct page page;
    struct places places;
    struct arena arena; /* of one audit */
    struct text lead;   /* scratch: a place, a label */
    const struct cc_audit *audit;
    struct sources sources;
    bool verbose;
};

/* ---- text.c: a page for the audit of a case ---- */
void text_report_open(struct text_report *, struct out *, const cc_allocator *, const cc_report_options *);
/* The audit that is shown from here on. */
void text_report_begin(struct text_report *, const struct cc_audit *);
void text_report_close(struct text_report *);
/* What the user changed in the facts, if anything: the first line of a report. */
void show_altered(struct page *, const struct facts *);
/* Below the title: the thresholds that are not the rules' own, a line each. */
void show_thresholds(struct page *, const struct cc_audit *);
/* The case, the day, and what was changed in the facts and of the thresholds. */
void show_head(struct text_report *);

/* ---- text_evidence.c: what proves an element, and what is missing ---- */
void show_evidence(struct text_report *, const struct finding *, const struct element_result *, unsigned indent);
/* Only what was looked for and not found. */
void show_absences(struct text_report *, const struct finding *, const struct element_result *, unsigned indent);
/* "Missing  the amount of agreement 'x' (now unknown)  facts.json:12", at most `most` of them. */
void show_needs(struct text_report *, const struct need *, size_t count, size_t most);
/* Appends "FILE:LINE". */
void add_place(struct text_report *, struct text *, uint32_t at);

/* ---- text_element.c: an element with its mark, its comparisons and what is below it ---- */
enum detail { DETAIL_SENTENCE, DETAIL_EVIDENCE };
void show_elements(struct text_report *, const struct finding *, const struct element_result *, size_t count,
                   enum detail);
void show_rebuttal(struct text_report *, const struct finding *, const struct element_result *);
/* Why a subject is clear or out of scope: the first false element, and what it rests on. */
void add_reason(struct text_report *, struct text *, const struct finding *);
void show_reason(struct text_report *, const struct finding *);

/* ---- text_sensitivity.c: how near the verdicts are to others ---- */
void show_sensitivity(struct text_report *);

/* ---- text_missing.c: what to find out first ---- */
void show_lines(struct text_report *, const struct finding *);
void show_to_find(struct text_report *);

/* ---- text_ledger.c: what was known before, and what was accepted ---- */
/* Below the counts: how many stand how. */
void show_ledger(struct text_report *);
/* Appends to the line below a title what tells the finding from others, and how it stands: " · 0123456789ab · known". */
void add_standing(const struct text_report *, struct text *, const struct finding *);
/* The accepted findings with who answers for them, why and until when. */
void show_accepted(struct text_report *);

/* ---- text_clears.c: what would clear a finding ---- */
void show_clears(struct text_report *, const struct finding *);

/* ---- text_finding.c: whole findings ---- */
enum style severity_style(unsigned severity);
void show_flagged(struct text_report *, const struct finding *);
void show_rebutted(struct text_report *, const struct finding *);
/* A run of undecided findings of one rule: the first whole, then what the others lack, the same lack once. */
void show_undecided(struct text_report *, const struct finding *const *, size_t count);
void show_hole(struct text_report *, const struct rule_result *);
/* The unverified sources of law on which any of the findings of one rule rests, a line each. */
void show_unverified(struct text_report *, const struct finding *const *, size_t count, struct par);
/* A run of clear or out-of-scope findings of one rule. */
void show_unflagged(struct text_report *, const struct finding *const *, size_t count);
#endif
