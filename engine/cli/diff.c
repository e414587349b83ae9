/* diff.c - `diff OLD NEW`: what is new, gone or changed, and the facts that made the difference. */
#include "cli/input.h"
#include "cli/settings.h"

#include <stdlib.h>
#include <string.h>

/* JSON as it is written, to be read again. */
struct written {
    char *text;
    size_t length, room;
};
static bool write_memory(void *ud, const char *bytes, size_t length)
{
    struct written *w = ud;
    if (w->length + length > w->room) {
        size_t room = (w->length + length) * 2;
        char *text = realloc(w->text, room);
        if (!text) return false;
        w->text = text, w->room = room;
    }
    memcpy(w->text + w->length, bytes, length);
    w->length += length;
    return true;
}

/* Facts are audited, printed and read back: in the form in which they are compared with what was saved. */
static cc_side *audit_facts(struct program *p, const struct input *in, const char *today)
{
    cc_options options = settings_options(p, today);
    cc_report_options look = { .size = sizeof look, .verbose = true };
    struct written json = { 0 };
    cc_side *saved = NULL;
    cc_case *facts = cc_case_parse(p->engine, in->name, in->text, in->length);
    cc_audit *audit = facts ? cc_audit_run(p->engine, facts, &options) : NULL;
    cc_report *report = audit ? cc_report_open(p->engine, "json", &look, (cc_sink){ write_memory, &json }) : NULL;
    bool well = report && cc_report_add(report, audit);
    if (report && !cc_report_close(report)) well = false;
    if (well) saved = cc_side_read(p->engine, in->name, json.text, json.length);
    free(json.text);
    cc_audit_free(audit);
    cc_case_free(facts);
    return saved;
}

static void load_once(struct program *p, bool *rules, enum status *status)
{
    if (!*rules) *status = program_load_rules(p, NULL), *rules = true;
}

/* Rules are loaded when the first facts ask for them. */
static cc_side *open_side(struct program *p, const char *path, const char *today, bool *rules, enum status *status)
{
    struct input in;
    cc_side *saved = NULL;
    if (input_read(&in, &p->speaker, path)) {
        if (cc_side_is_saved(in.text, in.length)) saved = cc_side_read(p->engine, in.name, in.text, in.length);
        else {
            load_once(p, rules, status);
            if (*status != STATUS_WRONG) saved = audit_facts(p, &in, today);
        }
    }
    input_free(&in);
    return saved;
}

static enum status write_diff(struct program *p, const cc_diff *d)
{
    cc_report_options look = program_report_options(p);
    const char *format = option_value(&p->request, OPTION_FORMAT, "text");
    bool quiet = option_given(&p->request, OPTION_QUIET);
    if (!cc_write_diff(d, format, &look, quiet ? output_nowhere() : output_sink(&p->out))) return STATUS_WRONG;
    if (cc_diff_incomplete(d)) {
        speak_line(&p->speaker, "an audit is incomplete: a rule failed, or none was selected");
        return STATUS_INCOMPLETE;
    }
    return cc_diff_count(d) ? STATUS_FLAGGED : STATUS_CLEAN;
}

enum status command_diff(struct program *p)
{
    const struct values *sides = &p->request.operands;
    enum status loaded = STATUS_CLEAN;
    bool rules = false;
    char today[16];
    cc_own_cjson();
    settings_today(today);
    if (!program_start(p)) return STATUS_WRONG;
    if (!strcmp(sides->items[0], "-") && !strcmp(sides->items[1], "-")) {
        speak_error(&p->speaker, "usage", NULL, NULL, "standard input (-) can be read only once");
        return STATUS_WRONG;
    }
    cc_engine_set_lazy(p->engine, !option_given(&p->request, OPTION_RULES));
    if (p->speaker.inside) load_once(p, &rules, &loaded); /* what is read behind the wall can be read once more */
    cc_side *old = loaded != STATUS_WRONG ? open_side(p, sides->items[0], today, &rules, &loaded) : NULL;
    cc_side *now = loaded != STATUS_WRONG ? open_side(p, sides->items[1], today, &rules, &loaded) : NULL;
    cc_diff *d = old && now ? cc_diff_new(old, now) : NULL;
    enum status status = d ? write_diff(p, d) : STATUS_WRONG;
    cc_diff_free(d);
    cc_side_free(old);
    cc_side_free(now);
    return worse_status(status, loaded);
}
