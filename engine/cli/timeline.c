/* timeline.c - `timeline FILE`: the case at every day on which something in it begins or ends. */
#include "cli/cases.h"
#include "cli/settings.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

/* Is this a locale in which a terminal shows more than ASCII? As setlocale would find it, without calling it. */
static bool is_utf8(void)
{
    static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
    const char *locale = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names && (!locale || !*locale); i++) locale = getenv(names[i]);
    const char *set = locale ? strchr(locale, '.') : NULL;
    return set && (!strncasecmp(set, ".utf-8", 6) || !strncasecmp(set, ".utf8", 5));
}

static double seconds(void)
{
    struct timespec now;
    return clock_gettime(CLOCK_MONOTONIC, &now) ? 0 : (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Every day; how far it is on the terminal, where it takes long. */
static bool audit_days(struct program *p, cc_timeline *t)
{
    double last = seconds();
    int more;
    while ((more = cc_timeline_step(t)) > 0) {
        if (!p->speaker.terminal || seconds() - last < 1) continue;
        size_t done, days = cc_timeline_days(t, &done);
        last = seconds();
        speak_progress(&p->speaker, done, days, "days");
    }
    speaker_clear(&p->speaker);
    return !more;
}

enum status command_timeline(struct program *p)
{
    const struct request *q = &p->request;
    char today[16];
    const char *name;
    cc_own_cjson();
    settings_today(today);
    if (!program_start(p)) return STATUS_WRONG;
    cc_engine_set_lazy(p->engine, !option_given(q, OPTION_RULES));
    enum status status = program_load_rules(p, NULL);
    if (status == STATUS_WRONG) return STATUS_WRONG;
    cc_options options = settings_options(p, today);
    cc_report_options look = program_report_options(p);
    look.ascii = !is_utf8();
    cc_case *facts = case_open(p, q->operands.items[0], &name);
    cc_timeline *t = facts ? cc_timeline_new(p->engine, facts, &options) : NULL;
    bool well = t && audit_days(p, t) &&
                cc_write_timeline(t, option_value(q, OPTION_FORMAT, "text"), &look, output_sink(&p->out));
    if (!well) status = STATUS_WRONG;
    else if (cc_timeline_incomplete(t)) {
        speak_line(&p->speaker, "the timeline is incomplete: a rule failed, or none was selected");
        status = STATUS_INCOMPLETE;
    }
    cc_timeline_free(t);
    cc_case_free(facts);
    return status;
}
