/* written.h - for the tests of reports: a sink that keeps what is written, an engine that keeps what it says, and a small
 * case with a rule whose every line is known. */
#ifndef TESTS_REPORT_WRITTEN_H
#define TESTS_REPORT_WRITTEN_H

#include "base/text.h"
#include "report/report.h"

struct written {
    struct text text;
    struct text said; /* "code: message (hint)\n" of each diagnostic */
    size_t room;      /* the sink refuses what goes past so many bytes; 0: takes all */
    cc_engine *engine;
    char folder[32]; /* of its own, with sources.json and the rules */
};
struct written *written_new(void);
void written_free(struct written *);
cc_sink written_sink(struct written *);
const char *written_text(struct written *); /* what was written since the last call of written_reset */
const char *written_said(struct written *);
void written_reset(struct written *);

/* Loads a rule, exclusive.lua or broken.lua; the facts are audited and reported in the format. */
bool written_rule(struct written *, const char *name, const char *lua);
bool written_report(struct written *, const char *format, const cc_report_options *, const char *facts);

/* Two firms, one agreement and a share; a rule that flags them (`hold/exclusive`), with an open rebuttal. */
extern const char small_rule[], small_facts[];
#endif
