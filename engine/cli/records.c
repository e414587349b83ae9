/* records.c - see records.h. */
#include "cli/records.h"

#include "cli/input.h"
#include "cli/settings.h"

#include <string.h>
#include <sys/stat.h>

cc_accepted *records_read_accepted(struct program *p, const char *path, bool anew)
{
    struct input in;
    struct stat st;
    cc_accepted *accepted = NULL;
    if (anew && lstat(path, &st)) return cc_accepted_read(p->engine, path, NULL, 0);
    if (input_read(&in, &p->speaker, path))
        accepted = cc_accepted_read(p->engine, in.name, in.text ? in.text : "", in.length);
    input_free(&in);
    return accepted;
}

static cc_baseline *read_baseline(struct program *p, const char *path)
{
    struct input in;
    cc_baseline *baseline = NULL;
    if (input_read(&in, &p->speaker, path))
        baseline = cc_baseline_read(p->engine, in.name, in.text ? in.text : "", in.length);
    input_free(&in);
    return baseline;
}

bool is_read(const struct request *q, const char *path)
{
    const struct values *lists[] = { &q->operands, &q->given[OPTION_RULES] };
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        for (size_t i = 0; i < lists[k]->count; i++)
            if (same_file(path, lists[k]->items[i])) return true;
    return same_file(path, SETTINGS_LOCAL);
}

bool records_open(struct records *r, struct program *p)
{
    const struct request *q = &p->request;
    const char *baseline = option_value(q, OPTION_BASELINE, NULL), *accepted = option_value(q, OPTION_ACCEPTED, NULL);
    const char *written = option_value(q, OPTION_WRITE_BASELINE, NULL);
    *r = (struct records){ .program = p };
    settings_today(r->today);
    if (baseline && !(r->baseline = read_baseline(p, baseline))) return false;
    if (accepted && !(r->accepted = records_read_accepted(p, accepted, false))) return false;
    if (!written) return true;
    static const enum option others[] = { OPTION_CONFIG, OPTION_ACCEPTED };
    bool is_other = false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        is_other = is_other || (option_given(q, others[i]) && same_file(written, option_value(q, others[i], "")));
    if (is_other || is_read(q, written))
        return speak_error(&p->speaker, "usage", NULL, NULL, "--write-baseline '%.200s' is a file to be read", written),
               false;
    if (is_file_of_rules(written))
        return speak_error(&p->speaker, "usage", NULL, NULL, "--write-baseline '%.200s' is named like a file of rules",
                           written),
               false;
    return (r->written = cc_baseline_new(p->engine)) && output_open(&r->out, &p->speaker, written);
}

bool records_apply(struct records *r, cc_audit *audit)
{
    return (!r->baseline || cc_baseline_apply(r->baseline, audit)) &&
           (!r->accepted || cc_accepted_apply(r->accepted, audit, r->today)) &&
           (!r->written || cc_baseline_add(r->written, audit));
}

bool records_close(struct records *r, bool keep)
{
    struct speaker *s = &r->program->speaker;
    bool well = true, notices = s->notices;
    if (r->written && output_is_open(&r->out)) {
        bool whole = keep && (!r->baseline || cc_baseline_carry(r->written, r->baseline));
        if (keep) well = output_end(&r->out, whole && cc_baseline_write(r->written, output_sink(&r->out)));
        else output_discard(&r->out), speak_line(s, "the baseline was not written");
    }
    s->notices = true;
    if (r->baseline && keep) cc_baseline_finish(r->baseline);
    if (r->accepted && keep) cc_accepted_finish(r->accepted);
    s->notices = notices;
    cc_baseline_free(r->baseline);
    cc_baseline_free(r->written);
    cc_accepted_free(r->accepted);
    return well;
}
