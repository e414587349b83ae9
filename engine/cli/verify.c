/* verify.c - `verify AUDIT [FACTS...]`: a saved audit, evaluated again from what it says it was made from. */
#include "cli/input.h"
#include "cli/inside.h"

#include <stdlib.h>
#include <string.h>

/* A report that is kept. */
struct kept {
    char *text;
    size_t length, room;
};

static bool keep(void *ud, const char *bytes, size_t length)
{
    struct kept *k = ud;
    if (length > k->room - k->length) {
        size_t room = (k->room + length) * 2;
        char *text = realloc(k->text, room);
        if (!text) return false;
        k->text = text, k->room = room;
    }
    memcpy(k->text + k->length, bytes, length);
    k->length += length;
    return true;
}

/* The records that the audit was held against; false: one cannot be read. */
static bool apply_records(struct program *p, const cc_saved_audit *about, cc_audit *audit)
{
    struct input in;
    bool well = true;
    if (about->baseline) {
        cc_baseline *baseline = NULL;
        if (input_read(&in, &p->speaker, about->baseline))
            baseline = cc_baseline_read(p->engine, in.name, in.text ? in.text : "", in.length);
        input_free(&in);
        well = baseline && cc_baseline_apply(baseline, audit);
        cc_baseline_free(baseline);
    }
    if (well && about->accepted) {
        cc_accepted *accepted = NULL;
        if (input_read(&in, &p->speaker, about->accepted))
            accepted = cc_accepted_read(p->engine, in.name, in.text ? in.text : "", in.length);
        input_free(&in);
        well = accepted && cc_accepted_apply(accepted, audit, about->today);
        cc_accepted_free(accepted);
    }
    return well;
}

/* audit NULL: the facts were refused, and the speaker has kept why. */
static bool write_report(struct program *p, const cc_saved_audit *about, const cc_audit *audit, const struct input *in,
                         struct kept *ret_report)
{
    const cc_refused refused = { sizeof refused, about->file, p->speaker.kept, p->speaker.kept_count,
                                 in->text,       in->length,  about->set,      about->without };
    const cc_report_options look = { .size = sizeof look, .verbose = about->verbose };
    cc_report *report = cc_report_open(p->engine, "json", &look, (cc_sink){ .write = keep, .ud = ret_report });
    if (!report) return false;
    bool added = audit ? cc_report_add(report, audit) : cc_report_refused(report, &refused);
    return cc_report_close(report) && added;
}

/* False: it could not be made anew, which was said. */
static bool make_anew(struct program *p, const cc_saved_audit *about, const char *path, struct kept *ret_report)
{
    struct input in;
    cc_case *facts = NULL;
    cc_audit *audit = NULL;
    if (input_read(&in, &p->speaker, path))
        facts = cc_case_parse_altered(p->engine, about->file, in.text, in.length, about->set, about->without);
    input_free(&in);
    if (facts) audit = cc_audit_run(p->engine, facts, &about->options);
    bool well = audit && apply_records(p, about, audit) && write_report(p, about, audit, &in, ret_report);
    cc_audit_free(audit);
    cc_case_free(facts);
    return well;
}

/* What the audit says of facts that were refused; if they are accepted now, nothing is wrong with them. */
static bool refuse_anew(struct program *p, const cc_saved_audit *about, const char *path, struct kept *ret_report)
{
    struct input in;
    cc_case *facts = NULL;
    speaker_keep(&p->speaker);
    p->speaker.mute = true; /* it is expected: compared, not said */
    if (input_read(&in, &p->speaker, path))
        facts = cc_case_parse_altered(p->engine, about->file, in.text, in.length, about->set, about->without);
    else input_free(&in);
    p->speaker.mute = false;
    cc_case_free(facts);
    bool well = write_report(p, about, NULL, &in, ret_report);
    input_free(&in);
    return well;
}

/* Written once it is known how many there are; until then it is kept. */
static enum status say(struct program *p, const cc_saved_audit *about, int differences, const struct kept *lines)
{
    output_name(&p->out, about->file);
    if (differences == 0) output_print(&p->out, about->refused ? ": refused, the same\n" : ": the same\n");
    else output_print(&p->out, ": %d %s\n", differences, differences == 1 ? "difference" : "differences");
    if (lines->length) output_sink(&p->out).write(&p->out, lines->text, lines->length);
    return differences == 0 ? STATUS_CLEAN : STATUS_FLAGGED;
}

static const char *facts_of(const struct values *operands, size_t i, const cc_saved_audit *about)
{
    return operands->count > 1 ? operands->items[i + 1] : about->file;
}

/* Behind the wall they are named before it is sealed, in the order in which they will be read. */
static bool allow_files(struct program *p, const cc_saved *saved)
{
    size_t most = 3 * cc_saved_count(saved);
    struct values files = { .items = malloc(most * sizeof *files.items) };
    if (!files.items) return speak_error(&p->speaker, "memory", NULL, NULL, "no memory for the names of files"), false;
    for (size_t i = 0; i < cc_saved_count(saved); i++) {
        cc_saved_audit about = { .size = sizeof about };
        cc_saved_about(saved, i, &about);
        files.items[files.count++] = facts_of(&p->request.operands, i, &about);
        if (about.baseline) files.items[files.count++] = about.baseline;
        if (about.accepted) files.items[files.count++] = about.accepted;
    }
    inside_allow(&p->speaker, &files);
    free(files.items);
    return true;
}

static enum status verify_audit(struct program *p, const cc_saved *saved, size_t i)
{
    cc_saved_audit about = { .size = sizeof about };
    struct kept report = { 0 }, lines = { 0 };
    enum status status = STATUS_WRONG;
    cc_saved_about(saved, i, &about);
    const char *path = facts_of(&p->request.operands, i, &about);
    if (!inside_may(&p->speaker, path)) return STATUS_WRONG;
    if (about.refused ? refuse_anew(p, &about, path, &report) : make_anew(p, &about, path, &report)) {
        int differences = cc_saved_compare(saved, i, report.text, report.length,
                                           (cc_sink){ .write = keep, .ud = &lines });
        if (differences >= 0) status = say(p, &about, differences, &lines);
    }
    free(report.text), free(lines.text);
    return status;
}

static cc_saved *read_saved(struct program *p, const char *path)
{
    struct input in;
    cc_saved *saved = NULL;
    inside_allow(&p->speaker, &(struct values){ &path, 1 });
    if (input_read(&in, &p->speaker, path))
        saved = cc_saved_read(p->engine, in.name, in.text ? in.text : "", in.length);
    input_free(&in);
    return saved;
}

static bool is_standard_input_twice(const struct values *operands)
{
    size_t count = 0;
    for (size_t i = 0; i < operands->count; i++) count += !strcmp(operands->items[i], "-");
    return count > 1;
}

enum status command_verify(struct program *p)
{
    const struct values *operands = &p->request.operands;
    cc_own_cjson();
    if (is_standard_input_twice(operands)) {
        speak_error(&p->speaker, "usage", NULL, NULL, "standard input (-) can be one of AUDIT and FACTS, not several");
        return STATUS_WRONG;
    }
    if (!program_start(p)) return STATUS_WRONG;
    cc_engine_set_lazy(p->engine, !option_given(&p->request, OPTION_RULES)); /* as in check */
    cc_saved *saved = read_saved(p, operands->items[0]);
    if (!saved) return STATUS_WRONG;
    enum status status = STATUS_CLEAN;
    if (operands->count > 1 && operands->count - 1 != cc_saved_count(saved)) {
        speak_error(&p->speaker, "usage", NULL, NULL, "as many FACTS as there are audits in AUDIT: %zu, not %zu",
                    cc_saved_count(saved), operands->count - 1);
        status = STATUS_WRONG;
    } else if (!allow_files(p, saved) || program_load_rules(p, NULL) == STATUS_WRONG) status = STATUS_WRONG;
    for (size_t i = 0; status != STATUS_WRONG && i < cc_saved_count(saved); i++)
        status = worse_status(status, verify_audit(p, saved, i));
    cc_saved_free(saved);
    return status;
}
