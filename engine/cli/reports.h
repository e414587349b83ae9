/* reports.h - the reports of one check: standard output's, one for each --output, and for --format github the job's summary.
 *
 * All are opened before the work and fed the same; one that fails is given up while the others go on. A file takes its
 * place only in reports_close. What is wrong has been said wherever a function returns false. */
#ifndef CLI_REPORTS_H
#define CLI_REPORTS_H

#include "cli/input.h"
#include "cli/program.h"

struct reports {
    struct program *program;
    struct destination *items; /* the first is standard output's */
    size_t count;
    bool failed; /* something did not arrive */
};

/* reports_close in any case. */
bool reports_open(struct reports *, struct program *);
void reports_add(struct reports *, const cc_audit *);
/* With the errors that the speaker kept. */
void reports_refused(struct reports *, const struct input *, const struct speaker *);
/* Nobody reads any of them any more. */
bool reports_closed(const struct reports *);
/* keep: the files take their places; else those that were there before stay. Commits standard output too. */
bool reports_close(struct reports *, bool keep);
#endif
