/* accepted.c - risks for which somebody answers until a day: compliance-accept/1.
 *
 *     {"format": "compliance-accept/1", "accepted": [
 *       {"fingerprint": "...", "case": "...", "rule": "...", "subject": {"role": "id"}, "proof": "...",
 *        "reason": "...", "who": "...", "until": "2026-12-31"}]}
 *
 * The finding is named by its fingerprint, or by rule and subject (and case, where it is not to be any). Where both are
 * there they must agree: an entry that tells its reader something else than it does covers nothing. */
#include "ledger/accepted.h"

#include <stdlib.h>

/* ---- reading ---- */

bool entry_digest(const struct entry *e, const char *case_id, const cc_allocator *allocator, char out[DIGEST_HEX])
{
    struct text t;
    text_init(&t, allocator, 0);
    text_string(&t, e->rule), text_char(&t, '\n'), text_string(&t, case_id), text_char(&t, '\n');
    for (unsigned i = 0; i < e->subject.count; i++)
        text_string(&t, e->subject.roles[i]), text_char(&t, '='), text_string(&t, e->subject.ids[i]),
            text_char(&t, '\n');
    bool well = !t.failed;
    if (well) digest_hex(t.data, t.length, out);
    text_free(&t);
    return well;
}

static void find_key(struct cc_accepted *a, struct entry *e)
{
    char digest[DIGEST_HEX];
    if (e->fingerprint) e->key = e->fingerprint;
    else if (entry_digest(e, e->case_id ? e->case_id : "", a->engine->allocator, digest))
        e->key = arena_copy(&a->arena, digest, 64);
    else a->arena.failed = true;
}

static void read_entry(struct document *d, struct item i, struct cc_accepted *a)
{
    enum { FINGERPRINT, CASE, RULE, SUBJECT, PROOF, REASON, WHO, UNTIL, COUNT };
    static const struct member members[COUNT] = {
        [FINGERPRINT] = { "fingerprint", ITEM_TEXT, false },
        [CASE] = { "case", ITEM_TEXT, false },
        [RULE] = { "rule", ITEM_TEXT, false },
        [SUBJECT] = { "subject", ITEM_OBJECT, false },
        [PROOF] = { "proof", ITEM_TEXT, true },
        [REASON] = { "reason", ITEM_TEXT, true },
        [WHO] = { "who", ITEM_TEXT, true },
        [UNTIL] = { "until", ITEM_TEXT, true },
    };
    struct item m[COUNT];
    uint64_t errors = d->sink.errors;
    item_members(d, i, "an accepted risk", members, COUNT, m);
    struct entry e = { .line = item_is(i, ITEM_OBJECT) ? item_line(d, i) : 0 };
    e.fingerprint = item_hash(d, m[FINGERPRINT], "the fingerprint");
    e.case_id = item_text(d, m[CASE], "the case");
    e.rule = item_text(d, m[RULE], "the rule");
    e.has_subject = m[SUBJECT].json && subject_read(d, m[SUBJECT], &e.subject);
    e.proof = item_hash(d, m[PROOF], "the proof");
    e.reason = item_text(d, m[REASON], "the reason");
    e.who = item_text(d, m[WHO], "'who'");
    e.until = item_day(d, m[UNTIL], "until", &e.last_day);
    if (d->sink.errors == errors && !e.fingerprint && !(e.rule && e.has_subject) && !d->keep->failed)
        item_wrong(d, i, CODE_SCHEMA, NULL, "an accepted risk needs 'fingerprint', or 'rule' and 'subject'");
    if (d->sink.errors != errors || d->keep->failed) return;
    find_key(a, &e);
    a->entries[a->count++] = e;
}

static int by_key(const void *x, const void *y)
{
    const struct entry *a = *(const struct entry *const *)x, *b = *(const struct entry *const *)y;
    int order = strcmp(a->key, b->key);
    return order ? order : (a > b) - (a < b);
}

static void refuse_doubles(struct document *d, struct item list, const struct cc_accepted *a)
{
    const struct entry **sorted = arena_array(&d->scratch, a->count + 1, sizeof(void *));
    const struct entry **earlier = arena_array(&d->scratch, a->count + 1, sizeof(void *)); /* of each entry */
    if (!sorted || !earlier || a->arena.failed || d->sink.errors || a->count < 2) return;
    for (size_t i = 0; i < a->count; i++) sorted[i] = &a->entries[i];
    qsort((void *)sorted, a->count, sizeof(void *), by_key);
    for (size_t i = 1; i < a->count; i++)
        if (!strcmp(sorted[i - 1]->key, sorted[i]->key)) earlier[sorted[i] - a->entries] = sorted[i - 1];
    size_t at = 0;
    for (EACH_ITEM(d, item, list)) {
        const struct entry *e = earlier[at++];
        if (e) item_wrong(d, item, CODE_DUPLICATE_ID, NULL, "the same risk is accepted in line %u", (unsigned)e->line);
    }
}

static void read_entries(struct document *d, struct cc_accepted *a)
{
    static const struct member members[] = { { "accepted", ITEM_LIST, true } };
    struct item list;
    document_root(d, "compliance-accept/1", members, 1, &list);
    a->capacity = item_count(list) + 1;
    if (!(a->entries = arena_array(&a->arena, a->capacity, sizeof *a->entries))) return;
    for (EACH_ITEM(d, i, list)) read_entry(d, i, a);
    refuse_doubles(d, list, a);
}

cc_accepted *cc_accepted_read(cc_engine *engine, const char *name, const char *json, size_t length)
{
    struct document d;
    cc_accepted *a = engine->allocator->allocate(engine->allocator->ud, NULL, 0, sizeof *a);
    if (!a) return ledger_no_memory(engine), NULL;
    *a = (cc_accepted){ .engine = engine };
    arena_init(&a->arena, engine->allocator, 0);
    a->name = arena_copy(&a->arena, name, strlen(name));
    bool well = true;
    if (json) {
        digest_hex(json, length, a->digest);
        if (document_open(&d, engine, name, json, length, &a->arena)) read_entries(&d, a);
        well = document_close(&d);
    } else if (!a->name) well = ledger_no_memory(engine);
    if (well) return a;
    cc_accepted_free(a);
    return NULL;
}

void cc_accepted_free(cc_accepted *a)
{
    if (!a) return;
    const cc_allocator *allocator = a->engine->allocator;
    arena_free(&a->arena);
    allocator->allocate(allocator->ud, a, sizeof *a, 0);
}
