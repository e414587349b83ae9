/* report.h - the inside of the room: what a format is, and what its functions are given.
 *
 * A report reads audits and nothing else. It is opened, takes audits and refused files in their order, and is closed;
 * what it writes goes through `out`, whose failure sticks, so a format's functions return nothing. A format that keeps
 * something between two audits says how much: it finds it zeroed in `state`. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "audit/engine.h"
#include "report/out.h"

struct cc_report;
struct report_format {
    size_t state_size;
    const char *begins; /* each report of it, and hardly another text; NULL: it begins as what is audited has it */
    void (*open)(struct cc_report *);
    void (*add)(struct cc_report *, const struct cc_audit *);
    void (*refused)(struct cc_report *, const char *file, const cc_diagnostic *errors, size_t count);
    void (*close)(struct cc_report *);
};
struct cc_report {
    cc_engine *engine;
    const struct report_format *format;
    cc_report_options options;
    struct out out;
    size_t added;              /* audits and refused files so far */
    const cc_refused *refused; /* the one that is put in now, for who tells more of it than what is wrong */
    void *state;
};

#define FORMAT(SYMBOL, NAME, DOC) extern const struct report_format format_##SYMBOL;
#include "report/formats.def"
#undef FORMAT

/* The caller's options, as far as the caller knew them; NULL: the defaults. */
cc_report_options report_options(const cc_report_options *);
/* Says what is wrong, with the nearest of the names. */
void report_unknown(cc_engine *, const char *what, const char *name, const char *const *names, size_t count);
void report_no_memory(cc_engine *);
/* For listings: an out that is opened, written and closed in one call. False: it has been said. */
bool listing_open(cc_engine *, struct out *, cc_sink);
bool listing_close(cc_engine *, struct out *);
/* 0: text, 1: json; -1: neither, which has been said. */
int listing_format(cc_engine *, const char *format);
#endif
