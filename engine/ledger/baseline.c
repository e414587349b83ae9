/* baseline.c - what one run found, kept for the next: compliance-baseline/1.
 *
 *     {"format": "compliance-baseline/1", "cases": {"CASE": {
 *       "rules": {"house/veto": "DIGEST"},                                         those that were run
 *       "holes": ["house/veto"],                                                   whose subjects could not all be listed
 *       "findings": [{"fingerprint", "rule", "verdict", "proof", "subject"}]}}}    flagged, cannot-tell, rebutted */
#include <stdio.h>
#include <stdlib.h>

#include "base/digest.h"
#include "ledger/subject.h"

struct known_rule {
    const char *id, *digest;
    bool hole;
};
struct known {
    const char *fingerprint, *rule, *proof;
    uint8_t verdict;
    bool has_subject;
    struct subject_named subject;
};
struct known_case {
    const char *id;
    struct known_rule *rules; /* sorted by id */
    size_t rule_count;
    struct known *findings; /* sorted by fingerprint; in a baseline to be written by rule, then by fingerprint */
    size_t finding_count;
    bool met; /* it was audited */
};
struct cc_baseline {
    struct cc_engine *engine;
    struct arena arena;
    const char *name; /* NULL: it was not read from a file */
    char digest[DIGEST_HEX];
    struct known_case *cases;
    size_t case_count, case_capacity;
};

cc_baseline *cc_baseline_new(cc_engine *engine)
{
    cc_baseline *b = engine->allocator->allocate(engine->allocator->ud, NULL, 0, sizeof *b);
    if (!b) return ledger_no_memory(engine), NULL;
    *b = (cc_baseline){ .engine = engine };
    arena_init(&b->arena, engine->allocator, 0);
    return b;
}

void cc_baseline_free(cc_baseline *b)
{
    if (!b) return;
    const cc_allocator *allocator = b->engine->allocator;
    arena_free(&b->arena);
    allocator->allocate(allocator->ud, b, sizeof *b, 0);
}

/* ---- order ---- */

static int by_rule_id(const void *a, const void *b)
{
    return strcmp(((const struct known_rule *)a)->id, ((const struct known_rule *)b)->id);
}
static int by_fingerprint(const void *a, const void *b)
{
    return strcmp(((const struct known *)a)->fingerprint, ((const struct known *)b)->fingerprint);
}
static int by_rule(const void *a, const void *b)
{
    const struct known *x = a, *y = b;
    int order = strcmp(x->rule, y->rule);
    return order ? order : strcmp(x->fingerprint, y->fingerprint);
}
static int by_case_id(const void *a, const void *b)
{
    return strcmp(((const struct known_case *)a)->id, ((const struct known_case *)b)->id);
}

static struct known_rule *find_rule(const struct known_case *c, const char *id)
{
    struct known_rule key = { .id = id };
    return c->rule_count ? bsearch(&key, c->rules, c->rule_count, sizeof key, by_rule_id) : NULL;
}

static const struct known *find_known(const struct known_case *c, const char *fingerprint)
{
    struct known key = { .fingerprint = fingerprint };
    return c->finding_count ? bsearch(&key, c->findings, c->finding_count, sizeof key, by_fingerprint) : NULL;
}

/* ---- reading ---- */

static void read_rules(struct document *d, struct item object, struct known_case *c)
{
    size_t count = item_count(object);
    if (!(c->rules = arena_array(d->keep, count + 1, sizeof *c->rules))) return;
    for (EACH_ITEM(d, i, object)) {
        struct known_rule *r = &c->rules[c->rule_count];
        if (!item_is(i, ITEM_TEXT)) item_wrong(d, i, CODE_SCHEMA, NULL, "'rules' must be an object of digests by rule");
        r->id = item_name(d, i), r->digest = item_hash(d, i, "the digest of a rule");
        if (r->id && r->digest) c->rule_count++;
    }
    if (c->rule_count) qsort(c->rules, c->rule_count, sizeof *c->rules, by_rule_id);
}

/* A rule that the case lists. */
static struct known_rule *read_rule_name(struct document *d, struct item i, const struct known_case *c)
{
    if (!item_is(i, ITEM_TEXT)) return NULL;
    struct known_rule *rule = find_rule(c, i.json->valuestring);
    if (rule) return rule;
    const char *names[64];
    char quoted[256];
    size_t count = 0, length = strlen(i.json->valuestring);
    for (; count < c->rule_count && count < 64; count++) names[count] = c->rules[count].id;
    item_wrong(d, i, CODE_UNKNOWN_REF, nearest_name(i.json->valuestring, length, names, count),
               "the rule '%s' is not among the rules of its case",
               quotable(i.json->valuestring, length, quoted, sizeof quoted));
    return NULL;
}

static void read_holes(struct document *d, struct item list, const struct known_case *c)
{
    for (EACH_ITEM(d, i, list)) {
        if (!item_is(i, ITEM_TEXT)) item_wrong(d, i, CODE_SCHEMA, NULL, "'holes' must be a list of rules");
        struct known_rule *rule = read_rule_name(d, i, c);
        if (rule) rule->hole = true;
    }
}

static uint8_t read_verdict(struct document *d, struct item i)
{
    if (!item_is(i, ITEM_TEXT)) return CC_FLAGGED;
    for (uint8_t v = CC_FLAGGED; v <= CC_REBUTTED; v++)
        if (!strcmp(verdict_names[v], i.json->valuestring)) return v;
    char quoted[256];
    size_t length = strlen(i.json->valuestring);
    item_wrong(d, i, CODE_SCHEMA, nearest_name(i.json->valuestring, length, verdict_names, CC_REBUTTED + 1),
               "'%s' is no verdict of a baseline (flagged, cannot-tell, rebutted)",
               quotable(i.json->valuestring, length, quoted, sizeof quoted));
    return CC_FLAGGED;
}

static void read_finding(struct document *d, struct item i, struct known_case *c)
{
    enum { FINGERPRINT, RULE, VERDICT, PROOF, SUBJECT, COUNT };
    static const struct member members[COUNT] = {
        [FINGERPRINT] = { "fingerprint", ITEM_TEXT, true }, [RULE] = { "rule", ITEM_TEXT, true },
        [VERDICT] = { "verdict", ITEM_TEXT, true },         [PROOF] = { "proof", ITEM_TEXT, true },
        [SUBJECT] = { "subject", ITEM_OBJECT, false },
    };
    struct item m[COUNT];
    struct known k = { 0 };
    item_members(d, i, "a finding", members, COUNT, m);
    const struct known_rule *rule = read_rule_name(d, m[RULE], c);
    k.fingerprint = item_hash(d, m[FINGERPRINT], "the fingerprint");
    k.proof = item_hash(d, m[PROOF], "the proof");
    k.verdict = read_verdict(d, m[VERDICT]);
    k.has_subject = m[SUBJECT].json && subject_read(d, m[SUBJECT], &k.subject);
    if (!rule || !k.fingerprint || !k.proof) return;
    k.rule = rule->id;
    c->findings[c->finding_count++] = k;
}

static void read_findings(struct document *d, struct item list, struct known_case *c)
{
    if (!(c->findings = arena_array(d->keep, item_count(list) + 1, sizeof *c->findings))) return;
    for (EACH_ITEM(d, i, list)) read_finding(d, i, c);
    if (!c->finding_count) return;
    qsort(c->findings, c->finding_count, sizeof *c->findings, by_fingerprint);
    for (size_t i = 1; i < c->finding_count; i++)
        if (!by_fingerprint(&c->findings[i - 1], &c->findings[i])) {
            item_wrong(d, list, CODE_DUPLICATE_ID, NULL, "the fingerprint %.12s... is there twice",
                       c->findings[i].fingerprint);
            return;
        }
}

static void read_case(struct document *d, struct item i, struct cc_baseline *b)
{
    enum { RULES, FINDINGS, HOLES, COUNT };
    static const struct member members[COUNT] = { { "rules", ITEM_OBJECT, true },
                                                  { "findings", ITEM_LIST, true },
                                                  { "holes", ITEM_LIST, false } };
    struct item m[COUNT];
    struct known_case *c = &b->cases[b->case_count];
    item_members(d, i, "a case", members, COUNT, m);
    if (!(c->id = item_name(d, i)) || !m[RULES].json) return;
    read_rules(d, m[RULES], c);
    read_findings(d, m[FINDINGS], c);
    read_holes(d, m[HOLES], c);
    b->case_count++;
}

cc_baseline *cc_baseline_read(cc_engine *engine, const char *name, const char *json, size_t length)
{
    static const struct member members[] = { { "cases", ITEM_OBJECT, true } };
    struct document d;
    struct item cases;
    cc_baseline *b = cc_baseline_new(engine);
    if (!b) return NULL;
    b->name = arena_copy(&b->arena, name, strlen(name));
    digest_hex(json, length, b->digest);
    if (document_open(&d, engine, name, json, length, &b->arena)) {
        document_root(&d, "compliance-baseline/1", members, 1, &cases);
        b->cases = arena_array(&b->arena, item_count(cases) + 1, sizeof *b->cases);
        for (EACH_ITEM(&d, i, cases))
            if (b->cases) read_case(&d, i, b);
        if (b->case_count) qsort(b->cases, b->case_count, sizeof *b->cases, by_case_id);
    }
    if (document_close(&d)) return b;
    cc_baseline_free(b);
    return NULL;
}

/* ---- applying ---- */

/* How bad a verdict is. */
static int weight(unsigned verdict) { return verdict == CC_FLAGGED ? 2 : verdict == CC_CANNOT_TELL ? 1 : 0; }

static uint8_t compare(const struct cc_audit *audit, const struct finding *f, const struct known *k)
{
    if (weight(f->verdict) > weight(k->verdict)) return CC_WORSENED;
    return strcmp(finding_proof(audit, f), k->proof) ? CC_KNOWN_CHANGED : CC_KNOWN;
}

static const struct rule_result *result_of(const struct cc_audit *audit, const char *id)
{
    for (size_t i = 0; i < audit->rule_count; i++)
        if (!strcmp(audit->rules[i].rule->id, id)) return &audit->rules[i];
    return NULL;
}

static bool was_run(const struct rule_result *r)
{
    return r && r->verdict != CC_NOT_SELECTED && r->verdict != CC_FAILED;
}

/* What was flagged or undecided and is so no more; of a rule that was not run nothing can be said but that. */
static bool note_gone(struct cc_audit *audit, const struct known_case *c, const bool *there, struct text *t)
{
    bool well = true;
    for (size_t i = 0; well && i < c->rule_count; i++) {
        size_t count = 0;
        bool run = was_run(result_of(audit, c->rules[i].id));
        for (size_t k = 0; well && k < c->finding_count; k++) {
            const struct known *known = &c->findings[k];
            if (there[k] || known->verdict == CC_REBUTTED || strcmp(known->rule, c->rules[i].id) != 0) continue;
            count++;
            if (!run) continue;
            text_add(t, "gone since the baseline, where it was %s: %s", verdict_names[known->verdict], known->rule);
            if (known->has_subject) subject_words(t, &known->subject);
            well = note_built(audit, "baseline-gone", t);
        }
        if (run || !count) continue;
        text_add(t, "the rule %s was not run: nothing can be said of what the baseline has of it (%zu)", c->rules[i].id,
                 count);
        well = note_built(audit, "baseline-rule-not-run", t);
    }
    return well;
}

static bool note_edited(struct cc_audit *audit, const struct known_case *c, struct text *t)
{
    bool well = true;
    for (size_t i = 0; well && i < audit->rule_count; i++) {
        const struct rule_result *r = &audit->rules[i];
        const struct known_rule *known = find_rule(c, r->rule->id);
        if (!was_run(r) || !known || !strcmp(known->digest, r->rule->digest)) continue;
        text_add(t, "the rule %s was edited since the baseline: its digest was %.12s, is %.12s", r->rule->id,
                 known->digest, r->rule->digest);
        well = note_built(audit, "baseline-rule-edited", t);
    }
    return well;
}

static bool apply_case(struct cc_audit *audit, const struct known_case *c, struct arena *scratch, struct text *t)
{
    bool *there = arena_array(scratch, c->finding_count + 1, sizeof *there);
    if (!there) return ledger_no_memory(audit->engine);
    for (size_t i = 0; i < audit->finding_count; i++) {
        struct finding *f = audit->findings[i];
        if (f->verdict > CC_REBUTTED) continue;
        const struct known *known = find_known(c, finding_fingerprint(audit, f));
        f->known = known ? compare(audit, f, known) : find_rule(c, f->rule->id) ? CC_NEW : CC_NEW_RULE;
        f->was = known ? known->verdict : CC_VERDICTS;
        if (known && f->verdict <= CC_CANNOT_TELL) there[known - c->findings] = true;
        f->standing = f->known;
    }
    for (size_t i = 0; i < audit->rule_count; i++) {
        const struct known_rule *known = find_rule(c, audit->rules[i].rule->id);
        audit->rules[i].hole_known = known && known->hole;
    }
    return note_edited(audit, c, t) && note_gone(audit, c, there, t);
}

bool cc_baseline_apply(cc_baseline *b, cc_audit *audit)
{
    struct known_case key = { .id = audit->facts->header.id };
    struct known_case *c = b->case_count ? bsearch(&key, b->cases, b->case_count, sizeof key, by_case_id) : NULL;
    struct arena scratch;
    struct text t;
    const char *name = b->name ? b->name : "the baseline";
    arena_init(&scratch, audit->arena.allocator, 0);
    text_init(&t, audit->arena.allocator, 0);
    if (!c) text_add(&t, "%s does not know the case %s: all that is found is new", name, key.id);
    if (c) c->met = true;
    bool well = c ? apply_case(audit, c, &scratch, &t) : note_built(audit, "baseline-new-case", &t);
    audit->baseline = arena_copy(&audit->arena, name, strlen(name));
    if (b->name) audit->baseline_digest = arena_copy(&audit->arena, b->digest, DIGEST_HEX - 1);
    if (well && audit->arena.failed) well = ledger_no_memory(audit->engine);
    text_free(&t);
    arena_free(&scratch);
    return well;
}

void cc_baseline_finish(const cc_baseline *b)
{
    for (size_t i = 0; i < b->case_count; i++) {
        const struct known_case *c = &b->cases[i];
        size_t count = 0;
        char message[400], quoted[200];
        for (size_t k = 0; k < c->finding_count; k++) count += c->findings[k].verdict != CC_REBUTTED;
        if (c->met || !count) continue;
        snprintf(message, sizeof message,
                 "the case '%s' was not audited: nothing can be said of what the baseline has of it (%zu)",
                 quotable(c->id, strlen(c->id), quoted, sizeof quoted), count);
        b->engine->emit(b->engine->ud, &(cc_diagnostic){ .size = sizeof(cc_diagnostic),
                                                         .notice = true,
                                                         .code = "baseline-case-not-run",
                                                         .file = b->name,
                                                         .message = message });
    }
}

/* ---- writing ---- */

static const char *copied(struct cc_baseline *b, const char *text) { return arena_copy(&b->arena, text, strlen(text)); }

static void add_finding(struct cc_baseline *b, struct known_case *c, const struct cc_audit *audit,
                        const struct finding *f)
{
    struct known *k = &c->findings[c->finding_count];
    struct subject_named subject;
    subject_of_finding(audit, f, &subject);
    *k = (struct known){ .verdict = f->verdict, .has_subject = true };
    k->fingerprint = copied(b, finding_fingerprint(audit, f)), k->proof = copied(b, finding_proof(audit, f)),
    k->rule = copied(b, f->rule->id);
    if (subject_copy(&b->arena, &subject, &k->subject)) c->finding_count++;
}

bool cc_baseline_add(cc_baseline *b, const cc_audit *audit)
{
    const char *id = audit->facts->header.id;
    if (audit->facts->altered_count) {
        engine_say(b->engine, CODE_USAGE, audit->facts->file, 0, NULL, "a baseline is not written from altered facts");
        return false;
    }
    for (size_t i = 0; i < b->case_count; i++)
        if (!strcmp(b->cases[i].id, id)) {
            engine_say(b->engine, CODE_DUPLICATE_ID, audit->facts->file, 0, NULL,
                       "another file has the case '%.200s': a baseline can have it once", id);
            return false;
        }
    void *moved = arena_grow(&b->arena, b->cases, b->case_count, &b->case_capacity, sizeof *b->cases);
    if (!moved) return ledger_no_memory(b->engine);
    b->cases = moved;
    struct known_case *c = &b->cases[b->case_count];
    *c = (struct known_case){ .id = copied(b, id) };
    c->rules = arena_array(&b->arena, audit->rule_count + 1, sizeof *c->rules);
    c->findings = arena_array(&b->arena, audit->finding_count + 1, sizeof *c->findings);
    if (b->arena.failed) return ledger_no_memory(b->engine);
    for (size_t i = 0; i < audit->rule_count; i++) {
        const struct rule_result *r = &audit->rules[i];
        if (was_run(r))
            c->rules[c->rule_count++] = (struct known_rule){ copied(b, r->rule->id), copied(b, r->rule->digest),
                                                             r->hole };
    }
    for (size_t i = 0; i < audit->finding_count; i++)
        if (audit->findings[i]->verdict <= CC_REBUTTED) add_finding(b, c, audit, audit->findings[i]);
    if (b->arena.failed || audit->arena.failed) return ledger_no_memory(b->engine);
    if (c->rule_count) qsort(c->rules, c->rule_count, sizeof *c->rules, by_rule_id);
    if (c->finding_count) qsort(c->findings, c->finding_count, sizeof *c->findings, by_rule);
    b->case_count++;
    qsort(b->cases, b->case_count, sizeof *b->cases, by_case_id);
    return true;
}

static void carry_rules(struct cc_baseline *b, struct known_case *to, const struct known_case *from)
{
    size_t run = to->rule_count; /* those before this one, sorted */
    for (size_t i = 0; i < from->rule_count; i++) {
        const struct known_rule *r = &from->rules[i];
        struct known_case ran = { .rules = to->rules, .rule_count = run };
        if (find_rule(&ran, r->id)) continue;
        to->rules[to->rule_count++] = (struct known_rule){ copied(b, r->id), copied(b, r->digest), r->hole };
        for (size_t k = 0; k < from->finding_count; k++) {
            struct known known = from->findings[k];
            if (strcmp(known.rule, r->id) != 0) continue;
            known.fingerprint = copied(b, known.fingerprint), known.proof = copied(b, known.proof);
            known.rule = to->rules[to->rule_count - 1].id;
            if (known.has_subject && !subject_copy(&b->arena, &from->findings[k].subject, &known.subject)) return;
            to->findings[to->finding_count++] = known;
        }
    }
}

/* What `from` has of rules that `to` does not know. */
static void carry_case(struct cc_baseline *b, struct known_case *to, const struct known_case *from)
{
    struct known_rule *rules = arena_array(&b->arena, to->rule_count + from->rule_count + 1, sizeof *rules);
    struct known *findings = arena_array(&b->arena, to->finding_count + from->finding_count + 1, sizeof *findings);
    if (!rules || !findings) return;
    if (to->rule_count) memcpy(rules, to->rules, to->rule_count * sizeof *rules);
    if (to->finding_count) memcpy(findings, to->findings, to->finding_count * sizeof *findings);
    to->rules = rules, to->findings = findings;
    carry_rules(b, to, from);
    if (b->arena.failed) return;
    if (to->rule_count) qsort(to->rules, to->rule_count, sizeof *to->rules, by_rule_id);
    if (to->finding_count) qsort(to->findings, to->finding_count, sizeof *to->findings, by_rule);
}

bool cc_baseline_carry(cc_baseline *b, const cc_baseline *before)
{
    struct known_case *all = arena_array(&b->arena, b->case_count + before->case_count + 1, sizeof *all);
    size_t count = b->case_count;
    if (!all) return ledger_no_memory(b->engine);
    if (count) memcpy(all, b->cases, count * sizeof *all);
    for (size_t i = 0; i < before->case_count && !b->arena.failed; i++) {
        const struct known_case *from = &before->cases[i];
        struct known_case *to = b->case_count ? bsearch(from, all, b->case_count, sizeof *all, by_case_id) : NULL;
        if (!to) *(to = &all[count++]) = (struct known_case){ .id = copied(b, from->id) };
        carry_case(b, to, from);
    }
    if (b->arena.failed) return ledger_no_memory(b->engine);
    b->cases = all, b->case_count = b->case_capacity = count;
    if (count) qsort(b->cases, count, sizeof *b->cases, by_case_id);
    return true;
}

static void write_case(struct text *t, const struct known_case *c)
{
    size_t holes = 0;
    text_json(t, c->id), text_string(t, ": {\n  \"rules\": {");
    for (size_t i = 0; i < c->rule_count; i++) {
        text_string(t, i ? ",\n    " : "\n    "), text_json(t, c->rules[i].id), text_string(t, ": "),
            text_json(t, c->rules[i].digest);
        holes += c->rules[i].hole;
    }
    text_string(t, "},\n");
    if (holes) text_string(t, "  \"holes\": [");
    for (size_t i = 0, n = 0; i < c->rule_count; i++)
        if (c->rules[i].hole) text_string(t, n++ ? ", " : ""), text_json(t, c->rules[i].id);
    text_string(t, holes ? "],\n  \"findings\": [" : "  \"findings\": [");
    for (size_t i = 0; i < c->finding_count; i++) {
        const struct known *k = &c->findings[i];
        text_string(t, i ? ",\n    {\"rule\": " : "\n    {\"rule\": "), text_json(t, k->rule);
        text_string(t, ", \"verdict\": "), text_json(t, verdict_names[k->verdict]);
        text_string(t, ", \"subject\": "), subject_json(t, &k->subject);
        text_string(t, ", \"fingerprint\": "), text_json(t, k->fingerprint);
        text_string(t, ", \"proof\": "), text_json(t, k->proof), text_char(t, '}');
    }
    text_string(t, "]}");
}

/* A line each, sorted: two baselines can be compared by diff. */
bool cc_baseline_write(const cc_baseline *b, cc_sink sink)
{
    struct text t;
    text_init(&t, b->engine->allocator, 0);
    text_string(&t, "{\"format\": \"compliance-baseline/1\", \"cases\": {");
    for (size_t i = 0; i < b->case_count; i++) text_string(&t, i ? ",\n" : "\n"), write_case(&t, &b->cases[i]);
    text_string(&t, "}}\n");
    return text_deliver(b->engine, &t, sink);
}
