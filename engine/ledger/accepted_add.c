/* accepted_add.c - accepts a finding of an audit, and writes the file. */
#include "base/date.h"
#include "base/utf8.h"
#include "ledger/accepted.h"

enum { TEXT_MOST = 64 * 1024, PREFIX_LEAST = 8 };

/* BEFORE 'text' AFTER */
static bool refuse(struct cc_accepted *a, const char *before, const char *text, const char *after)
{
    char quoted[256];
    quotable(text, strlen(text), quoted, sizeof quoted);
    engine_say(a->engine, CODE_USAGE, NULL, 0, NULL, "%s'%s'%s", before, quoted, after);
    return false;
}

static bool check_text(struct cc_accepted *a, const char *text, const char *name)
{
    size_t length = text ? strlen(text) : 0, at = 0;
    for (size_t n = 1; at < length && n; at += n) {
        uint32_t point;
        n = utf8_read(text + at, length - at, &point);
    }
    if (length && length <= TEXT_MOST && at == length && text[strspn(text, " \t\r\n")]) return true;
    engine_say(a->engine, CODE_USAGE, NULL, 0, NULL, "%s must be a text of at most 64 KB in UTF-8, and not empty",
               name);
    return false;
}

static bool check_until(struct cc_accepted *a, const char *until, const char *today, int32_t *ret_day)
{
    struct days last, now;
    if (!until || strlen(until) != 10 || !days_read(until, 10, &last))
        return refuse(a, "", until ? until : "", " is no day for until: write YYYY-MM-DD");
    if (!today || strlen(today) != 10 || !days_read(today, 10, &now))
        return refuse(a, "", today ? today : "", " is no day for today: write YYYY-MM-DD");
    if (last.low < now.low) return refuse(a, "until ", until, " is in the past");
    *ret_day = last.low;
    return true;
}

/* -1: it was said what is wrong; 0: none; 1: *ret_finding. */
static int find_by_prefix(struct cc_accepted *a, const struct cc_audit *audit, const char *prefix,
                          const struct finding **ret_finding)
{
    size_t length = strlen(prefix);
    int count = 0;
    for (size_t i = 0; i < audit->finding_count; i++) {
        const char *fingerprint = finding_fingerprint(audit, audit->findings[i]);
        if (strncmp(fingerprint, prefix, length) != 0 || !*fingerprint) continue;
        *ret_finding = audit->findings[i];
        count++;
    }
    if (audit->arena.failed) return ledger_no_memory(a->engine), -1;
    if (count > 1) return refuse(a, "", prefix, " is the beginning of several fingerprints"), -1;
    return count;
}

static struct entry *place_for(struct cc_accepted *a, const char *fingerprint, const char *case_id)
{
    char digest[DIGEST_HEX];
    for (size_t i = 0; i < a->count; i++) {
        struct entry *e = &a->entries[i];
        const char *other = e->fingerprint;
        if (!other && e->case_id && !strcmp(e->case_id, case_id)) { /* one for any case stays beside it */
            if (!entry_digest(e, case_id, a->engine->allocator, digest)) return NULL;
            other = digest;
        }
        if (other && !strcmp(other, fingerprint)) return e;
    }
    struct entry *moved = arena_grow(&a->arena, a->entries, a->count, &a->capacity, sizeof *moved);
    if (!moved) return NULL;
    a->entries = moved;
    return &a->entries[a->count++];
}

int cc_accepted_add(cc_accepted *a, const cc_audit *audit, const cc_acceptance *wish, const char *today)
{
    const struct finding *f = NULL;
    struct subject_named subject;
    int32_t last_day;
    const char *prefix = wish->fingerprint ? wish->fingerprint : "";
    size_t length = strlen(prefix);
    if (length < PREFIX_LEAST || length > 64 || strspn(prefix, "0123456789abcdef") != length)
        return refuse(a, "", prefix, " is no fingerprint: 64 hexadecimal digits, or the first eight or more"), -1;
    if (audit->facts->altered_count) {
        engine_say(a->engine, CODE_USAGE, audit->facts->file, 0, NULL, "no risk is accepted of altered facts");
        return -1;
    }
    if (!check_text(a, wish->reason, "the reason") || !check_text(a, wish->who, "who") ||
        !check_until(a, wish->until, today, &last_day))
        return -1;
    int found = find_by_prefix(a, audit, prefix, &f);
    if (found < 1) return found;
    if (f->verdict > CC_CANNOT_TELL) {
        engine_say(a->engine, CODE_USAGE, NULL, 0, NULL, "%.12s is %s: there is nothing to accept", prefix,
                   verdict_names[f->verdict]);
        return -1;
    }
    const char *fingerprint = finding_fingerprint(audit, f), *proof = finding_proof(audit, f),
               *case_id = audit->facts->header.id;
    struct entry e = { .has_subject = true, .last_day = last_day };
    subject_of_finding(audit, f, &subject);
    subject_copy(&a->arena, &subject, &e.subject);
    const char *from[] = { fingerprint, case_id, f->rule->id, proof, wish->reason, wish->who, wish->until };
    const char **to[] = { &e.fingerprint, &e.case_id, &e.rule, &e.proof, &e.reason, &e.who, &e.until };
    for (size_t i = 0; i < sizeof from / sizeof *from; i++) *to[i] = arena_copy(&a->arena, from[i], strlen(from[i]));
    struct entry *place = place_for(a, fingerprint, case_id);
    if (!place || a->arena.failed || audit->arena.failed) return ledger_no_memory(a->engine), -1;
    e.key = e.fingerprint;
    *place = e;
    return 1;
}

/* ---- writing ---- */

static void write_member(struct text *t, const char *name, const char *value)
{
    if (value) text_add(t, "\"%s\": ", name), text_json(t, value);
}

bool cc_accepted_write(const cc_accepted *a, cc_sink sink)
{
    struct text t;
    text_init(&t, a->engine->allocator, 0);
    text_string(&t, "{\n  \"format\": \"compliance-accept/1\",\n  \"accepted\": [");
    for (size_t i = 0; i < a->count; i++) {
        const struct entry *e = &a->entries[i];
        text_string(&t, i ? ",\n    { " : "\n    { ");
        write_member(&t, "fingerprint", e->fingerprint), text_string(&t, e->fingerprint ? ",\n      " : "");
        write_member(&t, "case", e->case_id), text_string(&t, e->case_id ? ", " : "");
        write_member(&t, "rule", e->rule), text_string(&t, e->rule ? ",\n      " : "");
        if (e->has_subject)
            text_string(&t, "\"subject\": "), subject_json(&t, &e->subject), text_string(&t, ",\n      ");
        write_member(&t, "proof", e->proof), text_string(&t, ",\n      ");
        write_member(&t, "reason", e->reason), text_string(&t, ",\n      ");
        write_member(&t, "who", e->who), text_string(&t, ", ");
        write_member(&t, "until", e->until), text_string(&t, " }");
    }
    text_string(&t, a->count ? "\n  ]\n}\n" : "]\n}\n");
    return text_deliver(a->engine, &t, sink);
}
