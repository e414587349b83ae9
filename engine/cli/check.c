/* check.c - `check FILE...`: each file a case, audited by every rule, into one or several reports. */
#include "cli/cases.h"
#include "cli/inside.h"
#include "cli/records.h"
#include "cli/reports.h"
#include "cli/settings.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* What the audits came to. */
struct tally {
    size_t flagged, undecided; /* subjects that count, by --fail-on and --fail-on-unknown */
    size_t audits, incomplete, failed_rules;
    bool unloaded; /* a rule could not be loaded; each audit has it among those that failed */
};

struct check {
    struct program *program;
    struct reports reports;
    struct records records;
    cc_options options;
    bool watched; /* progress is shown */
    int fail_on;  /* cc_severity; CC_SEVERITIES: never */
    struct tally tally;
    enum status status;
};

/* --- One file --- */

static void count_audit(struct check *c, const cc_audit *audit)
{
    struct tally *t = &c->tally;
    t->audits++;
    if (cc_audit_incomplete(audit)) t->incomplete++, t->failed_rules += cc_audit_count(audit, CC_FAILED);
    if (c->fail_on == CC_SEVERITIES || (c->records.written && !c->records.baseline))
        return; /* all is known from now on */
    t->flagged += cc_audit_counting(audit, CC_FLAGGED, (cc_severity)c->fail_on);
    if (option_given(&c->program->request, OPTION_FAIL_ON_UNKNOWN))
        t->undecided += cc_audit_counting(audit, CC_CANNOT_TELL, (cc_severity)c->fail_on);
}

static void check_file(struct check *c, const char *path)
{
    struct program *p = c->program;
    cc_audit *audit = NULL;
    struct input in;
    speaker_keep(&p->speaker);
    cc_case *facts = case_read(p, path, &in);
    if (facts) audit = cc_audit_run(p->engine, facts, &c->options);
    if (audit && !inside_may(&p->speaker, in.name)) cc_audit_free(audit), audit = NULL;
    bool well = audit && records_apply(&c->records, audit) && settings_apply(p, audit);
    if (audit) count_audit(c, audit);
    if (!well) c->status = STATUS_WRONG;
    if (audit) reports_add(&c->reports, audit);
    else if (!p->speaker.usage) reports_refused(&c->reports, &in, &p->speaker);
    input_free(&in);
    cc_audit_free(audit);
    cc_case_free(facts);
}

static double seconds(void)
{
    struct timespec now;
    return clock_gettime(CLOCK_MONOTONIC, &now) ? 0 : (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* False: wrong usage, which the first file brought to light; there is no sense in the others. */
static bool check_files(struct check *c)
{
    struct program *p = c->program;
    const struct values *files = &p->request.operands;
    double last = seconds();
    for (size_t i = 0; i < files->count && !reports_closed(&c->reports); i++) {
        check_file(c, files->items[i]);
        if (p->speaker.usage) return false;
        if (!c->watched || i + 1 == files->count || seconds() - last < 1) continue;
        last = seconds();
        speak_progress(&p->speaker, i + 1, files->count, "files");
    }
    speaker_clear(&p->speaker);
    return true;
}

/* --- The end --- */

static void describe_flagged(const struct tally *t, char text[], size_t size)
{
    char undecided[64] = "";
    if (t->undecided) snprintf(undecided, sizeof undecided, "%zu cannot be decided", t->undecided);
    if (!t->flagged) snprintf(text, size, "%s", undecided);
    else
        snprintf(text, size, "%zu %s flagged%s%s", t->flagged, t->flagged == 1 ? "risk" : "risks",
                 t->undecided ? ", " : "", undecided);
}

static void describe_incomplete(const struct tally *t, char text[], size_t size)
{
    char why[64] = "no rule was selected";
    if (t->failed_rules == 1) snprintf(why, sizeof why, "1 rule failed");
    else if (t->failed_rules && t->audits == 1) snprintf(why, sizeof why, "%zu rules failed", t->failed_rules);
    else if (t->failed_rules) snprintf(why, sizeof why, "rules failed %zu times", t->failed_rules);
    if (!t->audits) snprintf(text, size, "a rule could not be loaded");
    else if (t->audits == 1) snprintf(text, size, "the audit is incomplete: %s", why);
    else snprintf(text, size, "%zu of %zu audits are incomplete: %s", t->incomplete, t->audits, why);
}

/* The status that counts most, and last on standard error the others that apply as well. */
static enum status conclude(struct check *c)
{
    struct speaker *s = &c->program->speaker;
    const struct tally *t = &c->tally;
    char flagged[128] = "", incomplete[160] = "";
    if (t->flagged || t->undecided) describe_flagged(t, flagged, sizeof flagged);
    if (t->incomplete || (t->unloaded && !t->audits)) describe_incomplete(t, incomplete, sizeof incomplete);
    if (output_closed(&c->program->out)) return STATUS_WRONG; /* nobody reads on */
    if (c->status != STATUS_WRONG && *incomplete) speak_line(s, "%s", incomplete);
    if (c->status == STATUS_WRONG && *incomplete)
        speak_line(s, "also: %s%s%s", flagged, *flagged ? "; " : "", incomplete);
    else if (*flagged && (c->status == STATUS_WRONG || *incomplete)) speak_line(s, "also: %s", flagged);
    if (*flagged) c->status = worse_status(c->status, STATUS_FLAGGED);
    if (*incomplete) c->status = worse_status(c->status, STATUS_INCOMPLETE);
    return c->status;
}

/* How many evaluations may go into what would clear a risk: a number, so that the answer does not depend on the machine. */
static bool set_clears(struct check *c)
{
    enum { CLEARS_BUDGET = 2000 };
    const struct request *q = &c->program->request;
    const char *given = option_value(q, OPTION_CLEARS_BUDGET, NULL);
    char *end = NULL;
    if (option_given(q, OPTION_NO_CLEARS)) return true;
    errno = 0;
    unsigned long budget = given ? strtoul(given, &end, 10) : CLEARS_BUDGET;
    bool well = !given || (*given >= '1' && *given <= '9' && !*end && !errno);
    if (well) c->options.clears_budget = budget;
    else
        speak_error(&c->program->speaker, "usage", NULL, NULL,
                    "--clears-budget takes a whole number from 1, not '%.40s'", given);
    return well;
}

static bool set_options(struct check *c)
{
    const struct request *q = &c->program->request;
    const char *severity = option_value(q, OPTION_FAIL_ON, "low");
    c->fail_on = choice_find(option_table[OPTION_FAIL_ON].words, severity);
    c->options = settings_options(c->program, c->records.today);
    size_t inputs = 0;
    for (size_t i = 0; i < q->operands.count; i++) inputs += strcmp(q->operands.items[i], "-") == 0;
    if (inputs > 1) speak_error(&c->program->speaker, "usage", NULL, NULL, "standard input (-) can be read only once");
    c->options.sensitivity = option_given(q, OPTION_SENSITIVITY);
    return inputs <= 1 && set_clears(c) && alterations_check(c->program, q->operands.count);
}

enum status command_check(struct program *p)
{
    struct check c = { .program = p };
    cc_own_cjson();
    if (!program_start(p) || !settings_read(p, true)) return STATUS_WRONG;
    cc_engine_set_lazy(p->engine, !option_given(&p->request, OPTION_RULES)); /* one's own rules are all looked at */
    enum status loaded = STATUS_WRONG;
    c.watched = p->speaker.terminal && (option_given(&p->request, OPTION_QUIET) || !isatty(STDOUT_FILENO));
    bool open = records_open(&c.records, p) && set_options(&c);
    if (open && reports_open(&c.reports, p)) loaded = program_load_rules(p, NULL);
    c.tally.unloaded = loaded == STATUS_INCOMPLETE;
    bool going = loaded != STATUS_WRONG && settings_check(p) && check_files(&c);
    bool recorded = records_close(&c.records, going && c.status != STATUS_WRONG && !c.tally.incomplete);
    if (!reports_close(&c.reports, going) || !going || !recorded) c.status = STATUS_WRONG;
    return conclude(&c);
}
