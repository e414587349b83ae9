/* accepted_apply.c - which findings of an audit are accepted, and what is to be said of the entries. */
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "ledger/accepted.h"

struct applying {
    struct cc_accepted *accepted;
    struct cc_audit *audit;
    struct finding **findings; /* by fingerprint */
    struct text text;
    int32_t today;
};

static int by_fingerprint(const void *a, const void *b)
{
    return strcmp((*(struct finding *const *)a)->fingerprint, (*(struct finding *const *)b)->fingerprint);
}

static struct finding *find_finding(const struct applying *g, const char *fingerprint)
{
    struct finding key = { .fingerprint = fingerprint }, *wanted = &key, **found;
    if (!g->audit->finding_count) return NULL;
    found = bsearch((const void *)&wanted, (const void *)g->findings, g->audit->finding_count, sizeof(void *),
                    by_fingerprint);
    return found ? *found : NULL;
}

static const struct rule_result *result_of(const struct cc_audit *audit, const char *id)
{
    for (size_t i = 0; id && i < audit->rule_count; i++)
        if (!strcmp(audit->rules[i].rule->id, id)) return &audit->rules[i];
    return NULL;
}

/* "accept.json:12: house/veto of firm birch, holder alder: WHAT" */
static bool note_entry(struct applying *g, const struct entry *e, const char *code, const char *what)
{
    struct text *t = &g->text;
    text_string(t, g->accepted->name);
    if (e->line) text_add(t, ":%u", (unsigned)e->line);
    text_string(t, ": ");
    if (e->rule) text_string(t, e->rule);
    else text_add(t, "%.12s...", e->fingerprint);
    if (e->has_subject) subject_words(t, &e->subject);
    text_string(t, ": "), text_string(t, what);
    return note_built(g->audit, code, t);
}

/* Does the entry tell its reader what it does? */
static bool agrees(const struct cc_audit *audit, const struct entry *e, const struct finding *f)
{
    struct subject_named subject;
    if (e->rule && strcmp(e->rule, f->rule->id) != 0) return false;
    subject_of_finding(audit, f, &subject);
    return !e->has_subject || subject_same(&e->subject, &subject);
}

static const char *kept(struct cc_audit *audit, const char *text)
{
    return arena_copy(&audit->arena, text, strlen(text));
}

static bool accept_finding(struct applying *g, const struct entry *e, struct finding *f)
{
    struct cc_audit *audit = g->audit;
    struct acceptance *acceptance = arena_take(&audit->arena, sizeof *acceptance);
    if (!acceptance) return ledger_no_memory(audit->engine);
    acceptance->reason = kept(audit, e->reason), acceptance->who = kept(audit, e->who),
    acceptance->until = kept(audit, e->until);
    acceptance->file = kept(audit, g->accepted->name), acceptance->line = e->line;
    const char *proof = finding_proof(audit, f);
    if (audit->arena.failed) return ledger_no_memory(audit->engine);
    f->acceptance = acceptance;
    char what[80];
    if (e->last_day < g->today) {
        f->standing = CC_ACCEPTED_EXPIRED;
        snprintf(what, sizeof what, "was accepted until %s", e->until);
        return note_entry(g, e, "accepted-expired", what);
    }
    if (strcmp(proof, e->proof) != 0) {
        f->standing = CC_ACCEPTED_CHANGED;
        return note_entry(g, e, "accepted-changed", "accepted, but its facts changed");
    }
    f->standing = CC_ACCEPTED;
    return true;
}

static bool is_general(const struct entry *e) { return !e->fingerprint && !e->case_id; }

static bool apply_entry(struct applying *g, struct entry *e)
{
    const struct cc_audit *audit = g->audit;
    char digest[DIGEST_HEX], what[80];
    const char *fingerprint = e->fingerprint;
    if (e->case_id && strcmp(e->case_id, audit->facts->header.id) != 0) { /* of another case, or miswritten */
        if (!fingerprint || !find_finding(g, fingerprint)) return true;
        e->audited = true;
        return note_entry(g, e, "accepted-mismatch", "the fingerprint is of another case, so nothing is accepted");
    }
    e->audited = true;
    if (!fingerprint && !entry_digest(e, audit->facts->header.id, audit->arena.allocator, digest))
        return ledger_no_memory(audit->engine);
    struct finding *f = find_finding(g, fingerprint ? fingerprint : digest);
    const struct rule_result *result = result_of(audit, e->rule);
    if (!f && result && (result->verdict == CC_FAILED || result->verdict == CC_NOT_SELECTED))
        return e->met = true; /* nothing is known of it */
    if (!f) return !e->case_id || note_entry(g, e, "accepted-unknown", "accepted, but there is no such finding");
    e->met = true;
    if (!agrees(audit, e, f))
        return note_entry(g, e, "accepted-mismatch",
                          "the fingerprint is of another rule or subject, so nothing is accepted");
    if (f->verdict > CC_CANNOT_TELL) {
        snprintf(what, sizeof what, "accepted, but it is %s now", verdict_names[f->verdict]);
        return note_entry(g, e, "accepted-unused", what);
    }
    return f->acceptance || accept_finding(g, e, f);
}

bool cc_accepted_apply(cc_accepted *a, cc_audit *audit, const char *today)
{
    struct days days;
    struct arena scratch;
    struct applying g = { .accepted = a, .audit = audit };
    if (!today || strlen(today) != 10 || !days_read(today, 10, &days)) {
        engine_say(a->engine, CODE_USAGE, NULL, 0, NULL, "accepted risks need to be told what day it is");
        return false;
    }
    g.today = days.low;
    arena_init(&scratch, audit->arena.allocator, 0);
    text_init(&g.text, audit->arena.allocator, 0);
    g.findings = arena_array(&scratch, audit->finding_count + 1, sizeof *g.findings);
    bool well = g.findings != NULL;
    for (size_t i = 0; well && i < audit->finding_count; i++) {
        g.findings[i] = audit->findings[i];
        finding_fingerprint(audit, g.findings[i]);
        well = g.findings[i]->fingerprint != NULL;
    }
    audit->accepted = arena_copy(&audit->arena, a->name, strlen(a->name));
    audit->accepted_today = arena_copy(&audit->arena, today, strlen(today));
    if (*a->digest) audit->accepted_digest = arena_copy(&audit->arena, a->digest, DIGEST_HEX - 1);
    if (!well || audit->arena.failed) well = ledger_no_memory(a->engine);
    if (well && audit->finding_count)
        qsort((void *)g.findings, audit->finding_count, sizeof *g.findings, by_fingerprint);
    for (int pass = 0; pass < 2; pass++) /* an entry for this very finding goes before one for any case */
        for (size_t i = 0; well && i < a->count; i++)
            if (is_general(&a->entries[i]) == pass) well = apply_entry(&g, &a->entries[i]);
    text_free(&g.text);
    arena_free(&scratch);
    return well;
}

static void say_of(const struct cc_accepted *a, const struct entry *e, const char *code, const char *message)
{
    a->engine->emit(a->engine->ud, &(cc_diagnostic){ .size = sizeof(cc_diagnostic),
                                                     .notice = true,
                                                     .code = code,
                                                     .file = a->name,
                                                     .line = e->line,
                                                     .message = message });
}

/* Once a case, at its first entry: a file of accepted risks may be about more cases than this run. */
static bool is_first_of_its_case(const struct cc_accepted *a, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (a->entries[i].case_id && !strcmp(a->entries[i].case_id, a->entries[at].case_id)) return false;
    return true;
}

void cc_accepted_finish(cc_accepted *a)
{
    for (size_t i = 0; i < a->count; i++) {
        const struct entry *e = &a->entries[i];
        char message[300], quoted[200];
        if (e->case_id) { /* the case's own audit said it, or there was none */
            if (e->audited || !is_first_of_its_case(a, i)) continue;
            snprintf(message, sizeof message, "the case '%s' was not audited: nothing is accepted of it",
                     quotable(e->case_id, strlen(e->case_id), quoted, sizeof quoted));
            say_of(a, e, "accepted-case-not-run", message);
            continue;
        }
        if (e->met) continue;
        if (e->rule) snprintf(message, sizeof message, "accepted, but there is no such finding: %.200s", e->rule);
        else snprintf(message, sizeof message, "accepted, but there is no such finding: %.12s...", e->fingerprint);
        say_of(a, e, "accepted-unknown", message);
    }
}
