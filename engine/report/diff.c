/* diff.c - which format a difference is written in. */
#include "report/diff.h"

#include "report/report.h"

bool cc_write_diff(const cc_diff *d, const char *format, const cc_report_options *given, cc_sink sink)
{
    cc_engine *e = d->now->engine;
    cc_report_options options = report_options(given);
    struct out out;
    int number = listing_format(e, format);
    if (number < 0 || !listing_open(e, &out, sink)) return false;
    if (number) diff_json(d, &out);
    else diff_text(d, &options, e->allocator, &out);
    return listing_close(e, &out);
}
