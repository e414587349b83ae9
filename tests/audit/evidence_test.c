/* evidence_test.c - nothing is claimed that was not read. Read from the JSON report, as a user would,
 * and held against the file by a reader of its own (editing.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "audit/editing.h"
#include "audit/trial.h"

#ifdef SHORT /* a quarter of the records */
enum { EVERY = 4 };
#else
enum { EVERY = 1 };
#endif

static struct trial trial;

/* One audit's report beside the file that it is about. */
struct reading {
    const char *file, *as_of, *text; /* the facts */
    cJSON *facts, *report;
    const char *rule; /* of the finding at hand */
    unsigned wrong, evidence, true_elements;
};

static const char *string_of(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    return cJSON_IsString(item) ? item->valuestring : "";
}

static void complain(struct reading *r, const cJSON *element, const cJSON *evidence, const char *what)
{
    char *shown = evidence ? cJSON_PrintUnformatted(evidence) : NULL;
    print_error("%s as of %s, %s: \"%s\": %s%s%s\n", r->file, r->as_of, r->rule, string_of(element, "text"), what,
                shown ? ": " : "", shown ? shown : "");
    cJSON_free(shown);
    r->wrong++;
}

static const cJSON *list_of(const cJSON *object, const char *name)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(object, name);
    return list ? list->child : NULL;
}

/* ---- one piece of evidence against the file ---- */

static void check_sources(struct reading *r, const cJSON *element, const cJSON *e)
{
    const cJSON *first = list_of(e, "sources");
    if (!first) complain(r, element, e, "cites a record without a source");
    for (const cJSON *source = first; source; source = source->next) {
        if (!cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(r->report, "sources"),
                                              string_of(source, "id")))
            complain(r, element, e, "a source that the report does not list");
    }
}

static void check_record(struct reading *r, const cJSON *element, const cJSON *e, struct piece at)
{
    cJSON *there = cJSON_ParseWithLength(r->text + at.at, at.end - at.at);
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(e, "value"),
                *id = cJSON_GetObjectItemCaseSensitive(there, "id");
    if (value && !cJSON_Compare(value, there, true)) complain(r, element, e, "the file has another value there");
    if (!value && !cJSON_IsObject(there)) complain(r, element, e, "is no record");
    if (!value && id && strcmp(id->valuestring, string_of(e, "id")) != 0) complain(r, element, e, "is another record");
    cJSON_Delete(there);
}

static const struct kind_info *kind_named(const char *name)
{
    for (enum kind k = 0; k < KIND_COUNT; k++)
        if (!strcmp(model_kind(k)->name, name)) return model_kind(k);
    return NULL;
}

static void check_evidence(struct reading *r, const cJSON *element, const cJSON *e)
{
    struct piece at;
    const cJSON *line = cJSON_GetObjectItemCaseSensitive(e, "line");
    r->evidence++;
    if (!pointer_find(r->text, string_of(e, "pointer"), &at)) {
        complain(r, element, e, "the pointer leads nowhere");
        return;
    }
    if (cJSON_IsNull(
            cJSON_GetObjectItemCaseSensitive(e, "pointer"))) { /* nothing of this kind in the file: all of it */
        char list[64];
        const cJSON *absent = cJSON_GetObjectItemCaseSensitive(e, "absent");
        const struct kind_info *kind = kind_named(string_of(absent, "kind"));
        snprintf(list, sizeof list, "/%s", kind ? kind->plural : "");
        if (!kind || pointer_find(r->text, list, &at)) complain(r, element, e, "has no pointer");
        at = value_at(r->text, 0);
    }
    if (!cJSON_IsNumber(line) || line->valueint != (int)line_at(r->text, at.at))
        complain(r, element, e, "stands on another line");
    if (cJSON_GetObjectItemCaseSensitive(e, "absent")) return;
    check_record(r, element, e, at);
    check_sources(r, element, e);
}

/* ---- every element ---- */

static const char *const group_names[] = { "any", "all", "none_of", "of" };

static void check_element(struct reading *r, const cJSON *element)
{
    bool group = false, is_true = !strcmp(string_of(element, "verdict"), "true");
    for (unsigned i = 0; i < 4; i++) {
        const cJSON *members = cJSON_GetObjectItemCaseSensitive(element, group_names[i]);
        group = group || members;
        for (const cJSON *m = members ? members->child : NULL; m; m = m->next) check_element(r, m);
    }
    const cJSON *first = list_of(element, "evidence");
    for (const cJSON *e = first; e; e = e->next) check_evidence(r, element, e);
    if (group && first) complain(r, element, first, "a group has evidence of its own");
    if (!group && is_true && !first) complain(r, element, NULL, "is true by no evidence");
    r->true_elements += is_true && !group;
}

static void check_findings(struct reading *r)
{
    static const char *const lists[] = { "applies", "elements", "unless" };
    for (const cJSON *f = list_of(r->report, "findings"); f; f = f->next) {
        r->rule = string_of(f, "rule");
        for (unsigned i = 0; i < 3; i++)
            for (const cJSON *element = list_of(f, lists[i]); element; element = element->next)
                check_element(r, element);
    }
}

static void read_audit(struct reading *r, const char *as_of)
{
    trial_audit(&trial, as_of);
    char *json = trial_json(&trial);
    assert_non_null(json);
    r->report = cJSON_Parse(json), r->as_of = as_of ? as_of : "its day";
    assert_non_null(r->report);
    check_findings(r);
    cJSON_Delete(r->report);
    free(json);
}

static const char *const files[] = { "microsoft-openai", "amazon-anthropic",  "google-anthropic",
                                     "stargate",         "microsoft-mistral", "ordinary-cloud-customer" };
enum { FILES = sizeof files / sizeof *files };

static void all_that_is_true_is_cited_to_the_line_and_to_its_source(void **state)
{
    char path[128];
    size_t size;
    struct reading r = { .file = *state };
    snprintf(path, sizeof path, "facts/%s.json", r.file);
    char *text = file_bytes(path, &size);
    r.text = text;
    trial_text(&trial, text, size);
    read_audit(&r, NULL);
    assert_true(r.evidence > 10 && r.true_elements > 10); /* else nothing was looked at */
    if (!strcmp(r.file, "microsoft-openai")) {
        static const char *const days[] = { "2020-06-01", "2024-06-01", "2025-11-15", "2026-03-15", "2026-06-01" };
        for (unsigned i = 0; i < 5; i++) read_audit(&r, days[i]);
    }
    free(text);
    assert_int_equal(r.wrong, 0);
}

/* ---- without a record ---- */

struct known { /* a finding of the untouched file */
    char fingerprint[65], proof[65], rule[64], subject[128];
    uint8_t verdict;
    char *words;
    ref *cited;
    size_t count, capacity;
};
static struct known known[512];
static size_t known_count;
static const struct facts *known_facts;

static void note_cited(void *ud, const struct finding *f, const struct element_result *r)
{
    struct known *k = ud;
    struct evidence *all;
    size_t count = element_evidence(trial.audit, f, r, &all);
    for (size_t i = 0; i < count; i++) {
        bool noted = all[i].record == NO_REF;
        for (size_t n = 0; n < k->count; n++) noted = noted || k->cited[n] == all[i].record;
        if (noted) continue;
        if (k->count == k->capacity) {
            k->capacity = k->capacity * 2 + 16;
            k->cited = realloc(k->cited, k->capacity * sizeof *k->cited);
            assert_non_null(k->cited);
        }
        k->cited[k->count++] = all[i].record;
    }
}

static void note_findings(void)
{
    known_count = 0;
    for (size_t i = 0; i < trial.audit->finding_count; i++) {
        const struct finding *f = trial.audit->findings[i];
        if (f->verdict > CC_REBUTTED) continue;
        assert_true(known_count < sizeof known / sizeof *known);
        struct known *k = &known[known_count++];
        *k = (struct known){ .verdict = f->verdict, .words = finding_words(trial.audit, f) };
        snprintf(k->fingerprint, sizeof k->fingerprint, "%s", finding_fingerprint(trial.audit, f));
        snprintf(k->proof, sizeof k->proof, "%s", finding_proof(trial.audit, f));
        snprintf(k->rule, sizeof k->rule, "%s", f->rule->id);
        subject_of(f, trial.audit->facts, k->subject, sizeof k->subject);
        finding_elements(f, note_cited, k);
    }
}

static void forget_findings(void)
{
    for (size_t i = 0; i < known_count; i++) free(known[i].words), free(known[i].cited);
    known_count = 0;
}

static const struct finding *same_finding(const char *fingerprint)
{
    for (size_t i = 0; i < trial.audit->finding_count; i++)
        if (!strcmp(finding_fingerprint(trial.audit, trial.audit->findings[i]), fingerprint))
            return trial.audit->findings[i];
    return NULL;
}

/* Did the finding change, or vanish? */
static bool changed(const struct known *k)
{
    const struct finding *f = same_finding(k->fingerprint);
    if (!f || f->verdict != k->verdict || strcmp(finding_proof(trial.audit, f), k->proof) != 0) return true;
    char *words = finding_words(trial.audit, f);
    bool other = strcmp(words, k->words) != 0;
    free(words);
    return other;
}

static bool refused_by_name(const char *id)
{
    for (size_t i = 0; i < trial.heard.count && i < HEARD; i++)
        if (!trial.heard.said[i].notice && strstr(trial.heard.said[i].message, id)) return true;
    return false;
}

static bool cites(const struct known *k, ref record)
{
    for (size_t i = 0; i < k->count; i++)
        if (k->cited[i] == record) return true;
    return false;
}

/* One record away; *ret_refused: the file is then refused by name. */
static unsigned delete_record(const char *text, ref record, const char *id, const char *pointer, const char *as_of,
                              bool *ret_refused)
{
    struct piece at;
    unsigned wrong = 0;
    assert_true(pointer_find(text, pointer, &at));
    char *rest = without(text, at);
    *ret_refused = !trial_try(&trial, rest, strlen(rest));
    free(rest);
    if (*ret_refused) {
        if (refused_by_name(id)) return 0;
        print_error("without %s the file is refused, but not by that name: %s\n", id, trial.heard.said[0].message);
        return 1;
    }
    trial_audit(&trial, as_of);
    for (size_t i = 0; i < known_count; i++) {
        if (!cites(&known[i], record) || changed(&known[i])) continue;
        print_error("as of %s: %s of %s cites %s, yet is the same without it\n", as_of, known[i].rule, known[i].subject,
                    id);
        wrong++;
    }
    return wrong;
}

static void a_finding_changes_when_a_record_that_it_cites_is_gone(void **state)
{
    static const char *const days[] = { "2020-06-01", "2024-06-01", "2025-01-24",
                                        "2025-11-15", "2026-03-15", "2026-06-01" };
    size_t size, deleted = 0, refused = 0;
    unsigned wrong = 0;
    char *text = file_bytes("facts/microsoft-openai.json", &size);
    for (unsigned d = 0; d < 6; d++) {
        struct trial whole = { .engine = trial.engine };
        trial_text(&trial, text, size);
        trial_audit(&trial, days[d]);
        note_findings();
        whole.facts = trial.facts, whole.audit = trial.audit; /* kept beside the others */
        trial.facts = NULL, trial.audit = NULL;
        known_facts = whole.audit->facts;
        for (enum kind kind = 0; kind < KIND_COUNT; kind++)
            for (uint32_t row = 0; row < facts_rows(known_facts, kind); row++) {
                ref record = ref_make(kind, row);
                char pointer[64];
                bool cited = false, was_refused;
                for (size_t i = 0; i < known_count; i++) cited = cited || cites(&known[i], record);
                if (!cited || (days[d] != days[2] && (row + d) % (2 * EVERY)) || row % EVERY)
                    continue; /* all, for the seed's day */
                snprintf(pointer, sizeof pointer, "/%s/%u", model_kind(kind)->plural, row);
                wrong += delete_record(text, record, facts_id(known_facts, record), pointer, days[d], &was_refused);
                deleted++, refused += was_refused;
            }
        forget_findings();
        cc_audit_free(whole.audit), cc_case_free(whole.facts);
    }
    free(text);
    print_message("%zu records deleted, %zu times the file was refused by name\n", deleted, refused);
    assert_int_equal(wrong, 0);
    assert_true(deleted > 20 && refused > 0 && refused < deleted);
}

TRIAL_FIXTURE(trial, "rules/ftc-6b")

int main(void)
{
    static char names[FILES][80];
    struct CMUnitTest tests[FILES + 1] = { cmocka_unit_test(a_finding_changes_when_a_record_that_it_cites_is_gone) };
    for (unsigned i = 0; i < FILES; i++) {
        snprintf(names[i], sizeof names[i], "%s_all_that_is_true_is_cited_to_the_line_and_to_its_source", files[i]);
        tests[i + 1] = (struct CMUnitTest){ .name = names[i],
                                            .test_func = all_that_is_true_is_cited_to_the_line_and_to_its_source,
                                            .initial_state = (void *)(uintptr_t)files[i] };
    }
    return _cmocka_run_group_tests("audit/evidence", tests, FILES + 1, open_trial, close_trial);
}
