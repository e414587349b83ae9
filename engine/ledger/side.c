/* side.c - reads a saved audit (compliance-audit/1) as strictly as facts: first the whole against its shape, then what is
 * compared of it. */
#include "ledger/side.h"

#include <stdlib.h>

#include "ledger/shape.h"

#define AUDIT_FORMAT "compliance-audit/1"

struct reading {
    struct document *d;
    struct cc_side *saved;
    uint8_t list; /* of the test whose evidence is read */
    uint16_t test;
    bool decides;            /* it is one on which the verdict rests */
    const char **unverified; /* sources of law of the finding, each once */
    size_t unverified_count, unverified_capacity;
    const char **estimates; /* facts of the finding, each once */
    size_t estimate_count, estimate_capacity;
};

/* ---- order ---- */

static int subject_order(const struct subject_named *a, const struct subject_named *b)
{
    if (a->count != b->count) return a->count < b->count ? -1 : 1;
    for (unsigned i = 0; i < a->count; i++) {
        int order = strcmp(a->roles[i], b->roles[i]);
        if (!order) order = strcmp(a->ids[i], b->ids[i]);
        if (order) return order;
    }
    return 0;
}

int side_order(const struct side_finding *a, const struct side_finding *b)
{
    int order = strcmp(a->rule, b->rule);
    return order ? order : subject_order(&a->subject, &b->subject);
}
static int by_subject(const void *a, const void *b) { return side_order(a, b); }

int fact_order(const struct side_fact *a, const struct side_fact *b)
{
    int order = strcmp(a->kind, b->kind);
    if (!order) order = strcmp(a->id, b->id);
    return order ? order : strcmp(a->field, b->field);
}
static bool same_fact(const struct side_fact *a, const struct side_fact *b)
{
    return fact_order(a, b) == 0 && strcmp(a->value, b->value) == 0;
}
static int by_fact(const void *a, const void *b)
{
    const struct side_fact *x = a, *y = b;
    int order = fact_order(x, y);
    if (!order) order = strcmp(x->value, y->value);
    if (!order) order = (int)x->list - (int)y->list;
    return order ? order : (int)x->test - (int)y->test;
}

static int by_rule_id(const void *a, const void *b)
{
    return strcmp(((const struct side_rule *)a)->id, ((const struct side_rule *)b)->id);
}

const struct side_rule *side_rule(const struct cc_side *s, const char *id)
{
    struct side_rule key = { .id = id };
    return s->rule_count ? bsearch(&key, s->rules, s->rule_count, sizeof key, by_rule_id) : NULL;
}

/* ---- pieces ---- */

static struct item member(const struct document *d, struct item object, const char *name)
{
    for (EACH_ITEM(d, i, object))
        if (strcmp(i.json->string, name) == 0) return i;
    return (struct item){ NULL, 0 };
}

/* NULL: it is null, or not there. */
static const char *text_of(struct reading *r, struct item object, const char *name)
{
    struct item i = member(r->d, object, name);
    return item_is(i, ITEM_TEXT) ? arena_copy(r->d->keep, i.json->valuestring, strlen(i.json->valuestring)) : NULL;
}

static uint8_t word_of(struct reading *r, struct item object, const char *name, const char *const *words,
                       unsigned count)
{
    struct item i = member(r->d, object, name);
    for (unsigned w = 0; w < count && item_is(i, ITEM_TEXT); w++)
        if (strcmp(words[w], i.json->valuestring) == 0) return (uint8_t)w;
    return 0;
}

/* The JSON of a value without the spaces between its tokens: whoever saved it may have laid it out anew. */
static const char *json_of(struct reading *r, struct item i)
{
    const char *text = r->d->sink.text + r->d->scan->nodes[i.index].at;
    size_t length = scan_value_length(text);
    char *out = arena_take(r->d->keep, length + 1), *to = out;
    bool quoted = false;
    for (size_t n = 0; out && n < length; n++) {
        if (!quoted && strchr(" \t\r\n", text[n])) continue;
        *to++ = text[n];
        if (quoted && text[n] == '\\') *to++ = text[++n];
        else if (text[n] == '"') quoted = !quoted;
    }
    return out;
}

/* ---- evidence ---- */

static void add_fact(struct reading *r, struct side_finding *f, struct side_fact fact)
{
    struct side_fact *moved = arena_grow(r->d->keep, f->facts, f->fact_count, &f->fact_capacity, sizeof *moved);
    if (!moved || !fact.kind || !fact.id || !fact.value) return;
    fact.list = r->list, fact.test = r->test;
    f->facts = moved;
    f->facts[f->fact_count++] = fact;
}

/* Counts what was not known yet by that name. */
static void count_once(struct reading *r, const char ***names, size_t *count, size_t *capacity, const char *name)
{
    for (size_t i = 0; i < *count; i++)
        if (!strcmp((*names)[i], name)) return;
    const char **moved = arena_grow(r->d->keep, *names, *count, capacity, sizeof *moved);
    if (!moved) return;
    *names = moved;
    moved[(*count)++] = name;
}

static void read_basis(struct reading *r, struct item list)
{
    for (EACH_ITEM(r->d, one, list)) {
        const char *source = text_of(r, one, "source");
        if (source && cJSON_IsFalse(member(r->d, one, "verified").json))
            count_once(r, &r->unverified, &r->unverified_count, &r->unverified_capacity, source);
    }
}

static void read_absent(struct reading *r, struct side_finding *f, struct item evidence, struct item absent,
                        uint32_t line)
{
    bool complete = cJSON_IsTrue(member(r->d, evidence, "complete").json);
    add_fact(r, f,
             (struct side_fact){ .kind = text_of(r, absent, "kind"),
                                 .id = text_of(r, absent, "filter"),
                                 .field = "",
                                 .value = complete ? "none, complete" : "none",
                                 .line = line });
}

static void read_evidence(struct reading *r, struct side_finding *f, struct item evidence)
{
    struct item absent = member(r->d, evidence, "absent"), value = member(r->d, evidence, "value"),
                line = member(r->d, evidence, "line");
    uint32_t at = item_is(line, ITEM_NUMBER) ? (uint32_t)line.json->valuedouble : 0;
    if (absent.json) {
        read_absent(r, f, evidence, absent, at);
        return;
    }
    const char *pointer = text_of(r, evidence, "pointer"), *slash = pointer ? strrchr(pointer, '/') : NULL;
    struct side_fact fact = { .kind = text_of(r, evidence, "kind"), .id = text_of(r, evidence, "id"), .line = at };
    fact.field = value.json && slash ? slash + 1 : "", fact.value = value.json ? json_of(r, value) : "";
    const char *confidence = text_of(r, evidence, "confidence");
    fact.estimate = confidence && !strcmp(confidence, "estimated");
    if (fact.estimate && fact.id && r->decides)
        count_once(r, &r->estimates, &r->estimate_count, &r->estimate_capacity, fact.id);
    if (fact.id) add_fact(r, f, fact); /* else a declaration that a list is complete, which its search tells */
}

static void read_element(struct reading *r, struct side_finding *f, struct item element)
{
    static const char *const groups[] = { "any", "all", "none_of", "of" };
    struct item evidence = member(r->d, element, "evidence");
    if (r->decides) read_basis(r, member(r->d, element, "basis"));
    for (EACH_ITEM(r->d, one, evidence)) read_evidence(r, f, one);
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
        struct item members = member(r->d, element, groups[g]);
        for (EACH_ITEM(r->d, one, members)) read_element(r, f, one);
    }
}

static void read_tests(struct reading *r, struct side_finding *f, struct item finding)
{
    static const char *const lists[] = { "applies", "elements", "unless" };
    for (r->list = 0; r->list < 3; r->list++) {
        struct item list = member(r->d, finding, lists[r->list]);
        r->test = 0;
        for (EACH_ITEM(r->d, element, list)) {
            struct item verdict = member(r->d, element, "verdict");
            bool is_true = item_is(verdict, ITEM_TEXT) && !strcmp(verdict.json->valuestring, "true"),
                 is_false = item_is(verdict, ITEM_TEXT) && !strcmp(verdict.json->valuestring, "false");
            r->decides = f->verdict > CC_REBUTTED ? is_false : r->list < 2 || is_true;
            read_element(r, f, element), r->test++;
        }
        f->asked[r->list] = r->test;
    }
}

static void sort_facts(struct side_finding *f)
{
    size_t kept = 0;
    if (f->fact_count) qsort(f->facts, f->fact_count, sizeof *f->facts, by_fact);
    for (size_t i = 0; i < f->fact_count; i++)
        if (!kept || !same_fact(&f->facts[kept - 1], &f->facts[i])) f->facts[kept++] = f->facts[i];
    f->fact_count = kept;
}

/* ---- findings and rules ---- */

/* A role is an object with an id; roles come in the order of their names. */
static void read_subject(struct reading *r, struct item object, struct subject_named *s)
{
    for (EACH_ITEM(r->d, role, object)) {
        const char *id = text_of(r, role, "id"), *name = item_name(r->d, role);
        if (s->count == MOST_ROLES || !id || !name) return;
        unsigned at = s->count++;
        for (; at > 0 && strcmp(s->roles[at - 1], name) > 0; at--)
            s->roles[at] = s->roles[at - 1], s->ids[at] = s->ids[at - 1];
        s->roles[at] = name, s->ids[at] = id;
    }
}

static void read_finding(struct reading *r, struct item i, struct side_finding *f)
{
    f->rule = text_of(r, i, "rule"), f->title = text_of(r, i, "title"), f->proof = text_of(r, i, "proof");
    f->verdict = word_of(r, i, "verdict", verdict_names, CC_VERDICTS);
    f->severity = word_of(r, i, "severity", severity_names, CC_SEVERITIES);
    read_subject(r, member(r->d, i, "subject"), &f->subject);
    r->unverified_count = r->estimate_count = 0;
    read_basis(r, member(r->d, i, "basis"));
    read_tests(r, f, i);
    f->doubt = (struct doubt){ r->unverified_count, r->estimate_count };
    sort_facts(f);
}

static void read_findings(struct reading *r, struct item list)
{
    struct cc_side *s = r->saved;
    s->findings = arena_array(&s->arena, item_count(list) + 1, sizeof *s->findings);
    for (EACH_ITEM(r->d, i, list)) {
        if (!s->findings) return;
        read_finding(r, i, &s->findings[s->finding_count++]);
    }
    if (s->arena.failed) s->finding_count = 0;
    if (s->finding_count) qsort(s->findings, s->finding_count, sizeof *s->findings, by_subject);
}

static void read_rules(struct reading *r, struct item list)
{
    struct cc_side *s = r->saved;
    s->rules = arena_array(&s->arena, item_count(list) + 1, sizeof *s->rules);
    for (EACH_ITEM(r->d, i, list)) {
        if (!s->rules) return;
        s->rules[s->rule_count++] = (struct side_rule){ text_of(r, i, "id"),
                                                        word_of(r, i, "verdict", verdict_names, CC_VERDICTS) };
    }
    if (s->arena.failed) s->rule_count = 0;
    if (s->rule_count) qsort(s->rules, s->rule_count, sizeof *s->rules, by_rule_id);
}

/* ---- the whole ---- */

static void read_saved(struct reading *r, struct item root)
{
    struct cc_side *s = r->saved;
    struct item about = member(r->d, root, "case"), tool = member(r->d, root, "tool");
    s->case_id = text_of(r, about, "id"), s->title = text_of(r, about, "title");
    s->as_of = text_of(r, about, "as_of"), s->file = text_of(r, about, "file");
    s->rules_digest = text_of(r, tool, "rules");
    s->incomplete = cJSON_IsTrue(member(r->d, member(r->d, root, "summary"), "incomplete").json);
    s->altered = member(r->d, root, "altered").json != NULL;
    s->whole = cJSON_IsTrue(member(r->d, member(r->d, member(r->d, root, "inputs"), "options"), "verbose").json);
    read_findings(r, member(r->d, root, "findings"));
    read_rules(r, member(r->d, root, "rules"));
}

/* What may stand in the place of one audit, and what to say of it. */
static bool is_one_audit(struct document *d, struct item root)
{
    if (cJSON_IsArray(root.json))
        item_wrong(d, root, CODE_SCHEMA, NULL, "it is a list of audits: one audit of one case is wanted");
    else if (member(d, root, "errors").json)
        item_wrong(d, root, CODE_SCHEMA, NULL, "it is no audit: its facts were refused");
    else return true;
    return false;
}

cc_side *cc_side_read(cc_engine *engine, const char *name, const char *json, size_t length)
{
    struct document d;
    cc_side *s = engine->allocator->allocate(engine->allocator->ud, NULL, 0, sizeof *s);
    if (!s) return ledger_no_memory(engine), NULL;
    *s = (cc_side){ .engine = engine };
    arena_init(&s->arena, engine->allocator, 0);
    s->name = arena_copy(&s->arena, name, strlen(name));
    if (document_open(&d, engine, name, json, length, &s->arena)) {
        struct item root = { d.tree, 0 };
        struct reading r = { .d = &d, .saved = s };
        if (is_one_audit(&d, root)) shape_check(&d, root, "audit");
        if (!d.sink.errors) read_saved(&r, root);
    }
    if (document_close(&d)) return s;
    cc_side_free(s);
    return NULL;
}

void cc_side_free(cc_side *s)
{
    if (!s) return;
    const cc_allocator *allocator = s->engine->allocator;
    arena_free(&s->arena);
    allocator->allocate(allocator->ud, s, sizeof *s, 0);
}

/* After a string that begins at `at`: its closing quote included. */
static const char *after_string(const char *at, const char *end)
{
    for (at++; at < end && *at != '"'; at++)
        if (*at == '\\' && at + 1 < end) at++;
    return at < end ? at + 1 : end;
}

static const char *after_spaces(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n')) at++;
    return at;
}

/* Looks for the format among the names of the outermost object (of a list: of its objects). */
bool cc_side_is_saved(const char *json, size_t length)
{
    static const char name[] = "\"format\"", value[] = "\"compliance-audit/";
    const char *end = json + length, *at = after_spaces(json, end);
    size_t depth = 0, wanted = at < end && *at == '[' ? 2 : 1;
    while (at < end) {
        const char *begin = at;
        if (*at == '{' || *at == '[') depth++;
        if ((*at == '}' || *at == ']') && depth) depth--;
        at = *at == '"' ? after_string(at, end) : at + 1;
        bool is_name = depth == wanted && (size_t)(at - begin) == sizeof name - 1 &&
                       memcmp(begin, name, sizeof name - 1) == 0;
        if (!is_name || (at = after_spaces(at, end)) == end || *at != ':') continue;
        at = after_spaces(at + 1, end);
        return (size_t)(end - at) >= sizeof value - 1 && memcmp(at, value, sizeof value - 1) == 0;
    }
    return false;
}
