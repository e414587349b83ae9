/* accept.c - `accept FINGERPRINT [FILE...]`: somebody answers for a finding until a day, on record. */
#include "cli/cases.h"
#include "cli/lock.h"
#include "cli/records.h"
#include "cli/settings.h"

#include <string.h>

#define ACCEPTED_FILE "compliance-accept.json"

/* 1: accepted; 0: the file has no such finding; -1: it was said what is wrong. */
static int try_file(struct program *p, const char *path, cc_accepted *accepted, const cc_acceptance *wish,
                    const char *today)
{
    const cc_options options = settings_options(p, today);
    const char *name;
    cc_case *facts = case_open(p, path, &name);
    cc_audit *audit = NULL;
    int found = -1;
    if (facts) audit = cc_audit_run(p->engine, facts, &options);
    if (audit) found = cc_accepted_add(accepted, audit, wish, today);
    cc_audit_free(audit);
    cc_case_free(facts);
    return found;
}

static int try_files(struct program *p, cc_accepted *accepted, const cc_acceptance *wish, const char *today)
{
    const struct values *files = &p->request.operands;
    int found = 0;
    for (size_t i = 1; i < files->count && !found; i++) found = try_file(p, files->items[i], accepted, wish, today);
    if (!found)
        speak_error(&p->speaker, "usage", NULL, NULL, "no finding has the fingerprint '%.64s'", wish->fingerprint);
    return found;
}

/* The file is opened before any rule is loaded: behind the wall none can be after. */
static bool write_file(struct program *p, const char *path, cc_accepted *accepted, const cc_acceptance *wish,
                       const char *today)
{
    struct output out;
    if (!output_open(&out, &p->speaker, path)) return false;
    if (program_load_rules(p, NULL) == STATUS_WRONG || !settings_check(p) || try_files(p, accepted, wish, today) != 1)
        return output_discard(&out), false;
    return output_end(&out, cc_accepted_write(accepted, output_sink(&out)));
}

static bool all_given(struct program *p)
{
    static const enum option needed[] = { OPTION_REASON, OPTION_WHO, OPTION_UNTIL };
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        if (option_given(&p->request, needed[i])) continue;
        speak_error(&p->speaker, "usage", NULL, NULL, "'accept' wants --%s", option_table[needed[i]].word);
        return false;
    }
    return true;
}

enum status command_accept(struct program *p)
{
    const struct request *q = &p->request;
    char today[16];
    cc_own_cjson();
    settings_today(today);
    if (!all_given(p) || !program_start(p) || !settings_read(p, false)) return STATUS_WRONG;
    const char *path = option_value(q, OPTION_ACCEPTED, ACCEPTED_FILE);
    for (size_t i = 1; i < q->operands.count; i++)
        if (same_file(path, q->operands.items[i]))
            return speak_error(&p->speaker, "usage", NULL, NULL, "--accepted '%.200s' is a file of facts", path),
                   STATUS_WRONG;
    if (is_file_of_rules(path))
        return speak_error(&p->speaker, "usage", NULL, NULL, "--accepted '%.200s' is named like a file of rules", path),
               STATUS_WRONG;
    const cc_acceptance wish = {
        .size = sizeof wish,
        .fingerprint = q->operands.items[0],
        .reason = option_value(q, OPTION_REASON, ""),
        .who = option_value(q, OPTION_WHO, ""),
        .until = option_value(q, OPTION_UNTIL, ""),
    };
    cc_accepted *accepted = lock_folder_of(&p->speaker, path) ? records_read_accepted(p, path, true) : NULL;
    bool well = accepted && write_file(p, path, accepted, &wish, today);
    cc_accepted_free(accepted);
    if (!well) return STATUS_WRONG;
    output_name(&p->out, path);
    output_print(&p->out, ": accepted until %s\n", wish.until);
    return STATUS_CLEAN;
}
