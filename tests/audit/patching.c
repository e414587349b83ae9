/* patching.c - see patching.h. */
#include "audit/patching.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define TODAY "2026-11-30" /* for cases that do not say their date */

/* ---- JSON Patch ---- */

/* The last part of a JSON pointer, and the value that the parts before it lead to. */
static cJSON *parent_of(cJSON *document, const char *pointer, char last[128])
{
    cJSON *at = document;
    for (const char *part = pointer; *part == '/';) {
        size_t length = strcspn(++part, "/");
        snprintf(last, 128, "%.*s", (int)length, part);
        part += length;
        if (!*part) return at;
        at = cJSON_IsArray(at) ? cJSON_GetArrayItem(at, atoi(last)) : cJSON_GetObjectItemCaseSensitive(at, last);
        if (!at) fail_msg("the path %s leads nowhere", pointer);
    }
    return NULL;
}

static void add(cJSON *document, const char *path, const cJSON *value)
{
    char last[128];
    cJSON *parent = parent_of(document, path, last), *copy = cJSON_Duplicate(value, true);
    assert_non_null(parent), assert_non_null(copy);
    if (cJSON_IsArray(parent)) {
        assert_string_equal(last, "-");
        assert_true(cJSON_AddItemToArray(parent, copy));
    } else if (cJSON_GetObjectItemCaseSensitive(parent, last)) {
        assert_true(cJSON_ReplaceItemInObjectCaseSensitive(parent, last, copy));
    } else {
        assert_true(cJSON_AddItemToObject(parent, last, copy));
    }
}

static const char *text_at(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    if (!cJSON_IsString(item)) fail_msg("no text '%s'", name);
    return item->valuestring;
}

char *patched(const cJSON *document, const cJSON *patch, const cJSON *still)
{
    cJSON *copy = cJSON_Duplicate(document, true);
    const cJSON *operation;
    cJSON_ArrayForEach(operation, patch)
    {
        const cJSON *value = cJSON_GetObjectItemCaseSensitive(operation, "value");
        assert_string_equal(text_at(operation, "op"), "add");
        add(copy, text_at(operation, "path"), still ? still : value);
        still = NULL;
    }
    char *text = cJSON_Print(copy);
    cJSON_Delete(copy);
    assert_non_null(text);
    return text;
}

/* ---- what a sentence says ---- */

/* "at most 1.25 billion USD" after `what` and " were ": the number, and on which side of it the value would have to be. */
static double said_number(const char *text, const char *what, int *ret_side, bool *ret_strict)
{
    static const struct {
        const char *words;
        int side;
        bool strict;
    } sides[] = { { "below ", -1, true },       { "at or below ", -1, false }, { "at most ", -1, false },
                  { "at or above ", 1, false }, { "at least ", 1, false },     { "above ", 1, true } };
    static const struct {
        const char *word;
        double one;
    } scales[] = { { " million", 1e6 }, { " billion", 1e9 }, { " trillion", 1e12 } };
    const char *at = strstr(text, what);
    size_t i = 0;
    if (!at || strncmp(at += strlen(what), " were ", 6))
        fail_msg("'%s' does not say of '%s' how it would be", text, what);
    for (at += 6; i < sizeof sides / sizeof *sides && strncmp(at, sides[i].words, strlen(sides[i].words)); i++)
        continue;
    if (i == sizeof sides / sizeof *sides) fail_msg("'%s' names no side", text);
    at += strlen(sides[i].words);
    char digits[64];
    size_t n = 0;
    for (; strspn(at, "0123456789.,") && n < sizeof digits - 1; at++)
        if (*at != ',') digits[n++] = *at;
    digits[n] = '\0';
    double number = strtod(digits, NULL);
    for (size_t k = 0; k < sizeof scales / sizeof *scales; k++)
        if (!strncmp(at, scales[k].word, strlen(scales[k].word))) number *= scales[k].one;
    *ret_side = sides[i].side, *ret_strict = sides[i].strict;
    return number;
}

/* ---- another audit ---- */

static bool same_role(const struct finding *f, const struct role_value *a, const struct role_value *b)
{
    if (ref_kind(a->record) != ref_kind(b->record) || a->apart != b->apart) return false;
    if (ref_kind(a->record) != KIND_ENTITY) return a->record == b->record;
    return same_group(f->moment, ref_row(a->record), ref_row(b->record)); /* rows of entities stay what they are */
}

cc_verdict verdict_of_copy(struct trial *again, const struct finding *old, const char *text, cc_options options)
{
    options.only = (cc_words){ &old->rule->id, 1 };
    if (!trial_try(again, text, strlen(text)) || !trial_audit_with(again, options)) return CC_FAILED;
    const struct cc_audit *audit = again->audit;
    if (cc_audit_incomplete(audit)) return CC_FAILED;
    for (size_t i = 0; i < audit->finding_count; i++) {
        const struct finding *f = audit->findings[i];
        bool same = !strcmp(f->rule->id, old->rule->id);
        for (unsigned r = 0; r < old->rule->role_count && same; r++)
            same = same_role(f, &old->subject.roles[r], &f->subject.roles[r]);
        if (same) return (cc_verdict)f->verdict;
    }
    return CC_NOT_APPLICABLE;
}

/* ---- proving ---- */

struct claim_of { /* the finding and the way that are under test */
    struct trial *before, *again;
    const struct finding *finding;
    const char *path, *as_of;
    cc_words jurisdictions;
    const cJSON *document, *way;
    struct proving *p;
};

static void wrong(const struct claim_of *c, const char *what, const char *verdict)
{
    char subject[256];
    print_error("%s: %s %s: \"%s\": %s (%s)\n", c->path, c->finding->rule->id,
                subject_of(c->finding, c->before->audit->facts, subject, sizeof subject), text_at(c->way, "text"), what,
                verdict);
    c->p->wrong++;
}

static cc_verdict audit_again(const struct claim_of *c, const char *text)
{
    return verdict_of_copy(c->again, c->finding, text,
                           (cc_options){ .as_of = c->as_of, .jurisdictions = c->jurisdictions, .today = TODAY });
}

static double number_in(const cJSON *value)
{
    const cJSON *inner = cJSON_IsObject(value) ? cJSON_GetObjectItemCaseSensitive(value, "value") : value;
    assert_true(cJSON_IsNumber(inner));
    return inner->valuedouble;
}

static cJSON *with_number(const cJSON *value, double number)
{
    if (!cJSON_IsObject(value)) return cJSON_CreateNumber(number);
    cJSON *copy = cJSON_Duplicate(value, true);
    cJSON_ReplaceItemInObjectCaseSensitive(copy, "value", cJSON_CreateNumber(number));
    return copy;
}

static bool is_cleared(cc_verdict v)
{
    return v == CC_CLEAR || v == CC_OUT_OF_SCOPE || v == CC_REBUTTED || v == CC_NOT_APPLICABLE;
}

/* A number that the sentence names is that of the patch, or a line: then the line itself, or what lies just past it,
 * clears. */
static void prove_sentence(const struct claim_of *c, const cJSON *patch, unsigned which, const cJSON *change)
{
    int side;
    bool strict;
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(change, "value");
    double number = said_number(text_at(c->way, "text"), text_at(change, "what"), &side, &strict),
           of_patch = number_in(value);
    if (of_patch <= 0) wrong(c, "nothing at all is offered", "");
    if (number == of_patch) return;
    if (!cJSON_GetObjectItemCaseSensitive(change, "threshold")) wrong(c, "the sentence has another number", "");
    cJSON *copy = cJSON_Duplicate(patch, true), *operation = cJSON_GetArrayItem(copy, (int)which),
          *near = with_number(value, strict ? number * (1 + side * 1e-9) : number);
    cJSON_ReplaceItemInObjectCaseSensitive(operation, "value", near);
    char *text = patched(c->document, copy, NULL);
    cc_verdict verdict = audit_again(c, text);
    if (!is_cleared(verdict)) wrong(c, "what the sentence says does not clear", verdict_names[verdict]);
    free(text);
    cJSON_Delete(copy);
}

static void prove_way(const struct claim_of *c)
{
    const cJSON *patch = cJSON_GetObjectItemCaseSensitive(c->way, "patch"),
                *changes = cJSON_GetObjectItemCaseSensitive(c->way, "changes"), *first = changes->child,
                *still = cJSON_GetObjectItemCaseSensitive(first, "still");
    const char *how = text_at(first, "how");
    if (cJSON_GetArraySize(changes) > 1) c->p->pairs++;
    if (!strcmp(how, "end")) c->p->ends++;
    else if (!strcmp(how, "cross")) c->p->crosses++;
    else c->p->adds++;
    assert_true(*text_at(c->way, "text"));

    char *text = patched(c->document, patch, NULL);
    cc_verdict verdict = audit_again(c, text);
    free(text);
    bool clears = is_cleared(verdict);
    if (!strcmp(how, "add")) clears = verdict == CC_REBUTTED;
    if (!clears)
        wrong(c, "it does not clear", verdict == CC_FAILED ? c->again->heard.said[0].message : verdict_names[verdict]);
    const cJSON *change;
    unsigned which = 0;
    cJSON_ArrayForEach(change, changes)
    {
        if (!strcmp(text_at(change, "how"), "cross")) prove_sentence(c, patch, which, change);
        which++; /* an end and a number are one operation each */
    }
    if (!still || cJSON_GetArraySize(changes) > 1) return;
    text = patched(c->document, patch, still);
    verdict = audit_again(c, text);
    free(text);
    if (verdict != CC_FLAGGED && verdict != CC_CANNOT_TELL)
        wrong(c, "the last value before the line clears too", verdict_names[verdict]);
}

static const cJSON *finding_json(const cJSON *audit, const char *fingerprint)
{
    const cJSON *f;
    cJSON_ArrayForEach(f, cJSON_GetObjectItemCaseSensitive(audit, "findings"))
    {
        if (!strcmp(text_at(f, "fingerprint"), fingerprint)) return f;
    }
    fail_msg("no finding %s", fingerprint);
    return NULL;
}

static const struct finding *finding_printed(const struct cc_audit *audit, const char *fingerprint)
{
    for (size_t i = 0; i < audit->finding_count; i++)
        if (!strcmp(finding_fingerprint(audit, audit->findings[i]), fingerprint)) return audit->findings[i];
    fail_msg("no finding %s", fingerprint);
    return NULL;
}

static const cJSON *member(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    if (!item) fail_msg("no '%s'", name);
    return item;
}

/* The pointer with the value there is a patch of one operation. */
static void prove_value(const struct claim_of *c, const char *pointer, const cJSON *decisive, struct settling *s)
{
    cJSON *patch = cJSON_CreateArray(), *operation = cJSON_CreateObject();
    cJSON_AddStringToObject(operation, "op", "add");
    cJSON_AddStringToObject(operation, "path", pointer);
    cJSON_AddItemToObject(operation, "value", cJSON_Duplicate(member(decisive, "value"), true));
    cJSON_AddItemToArray(patch, operation);
    char *text = patched(c->document, patch, NULL), subject[256];
    cJSON_Delete(patch);
    cc_verdict verdict = audit_again(c, text);
    free(text);
    s->values++;
    const char *promised = text_at(decisive, "verdict");
    if (!strcmp(promised, "flagged")) s->flagged++;
    else s->cleared++;
    if (!strcmp(promised, verdict_names[verdict])) return;
    char *value = cJSON_PrintUnformatted(member(decisive, "value"));
    print_error("%s: %s %s: %s = %s: %s was promised, it is %s (%s)\n", c->path, c->finding->rule->id,
                subject_of(c->finding, c->before->audit->facts, subject, sizeof subject), pointer, value, promised,
                verdict_names[verdict], verdict == CC_FAILED ? c->again->heard.said[0].message : "");
    free(value);
    s->wrong++;
}

static void prove_facts(struct claim_of *c, const cJSON *audit, struct settling *s)
{
    const cJSON *fact, *settled, *decisive;
    cJSON_ArrayForEach(fact, member(audit, "find_out_first"))
    {
        s->facts++;
        assert_true(*text_at(fact, "what"));
        cJSON_ArrayForEach(settled, member(fact, "settles"))
        {
            const cJSON *decides = member(settled, "decides"), *values = member(decides, "values");
            c->finding = finding_printed(c->before->audit, text_at(settled, "fingerprint"));
            assert_int_equal(c->finding->verdict, CC_CANNOT_TELL);
            assert_int_equal(cJSON_GetArraySize(values), 2);
            cJSON_ArrayForEach(decisive, values) prove_value(c, text_at(fact, "pointer"), decisive, s);
        }
    }
}

void prove_audit(struct trial *before, struct trial *again, const char *path, const char *as_of, bool everywhere,
                 struct proving *p, struct settling *s)
{
    static const char *const all[] = { "US", "EU", "UK", "DE", "FR" };
    cc_words jurisdictions = { all, everywhere ? sizeof all / sizeof *all : 0 };
    size_t size;
    char *bytes = file_bytes(path, &size);
    struct claim_of c = {
        .before = before, .again = again, .path = path, .as_of = as_of, .jurisdictions = jurisdictions, .p = p
    };
    trial_text(before, bytes, size);
    cJSON *document = cJSON_ParseWithLength(bytes, size);
    assert_non_null(document);
    c.document = document;
    assert_true(trial_audit_with(
        before,
        (cc_options){ .as_of = as_of, .today = TODAY, .jurisdictions = jurisdictions, .clears_budget = 100000 }));
    char *json = trial_json(before);
    assert_non_null(json);
    cJSON *audit = cJSON_Parse(json);
    assert_non_null(audit);
    for (size_t i = 0; i < before->audit->finding_count; i++) {
        c.finding = before->audit->findings[i];
        if (!p || c.finding->verdict != CC_FLAGGED) continue;
        const cJSON *f = finding_json(audit, finding_fingerprint(before->audit, c.finding)),
                    *clears = cJSON_GetObjectItemCaseSensitive(f, "clears_if"),
                    *ways = cJSON_GetObjectItemCaseSensitive(clears, "ways");
        assert_non_null(ways);
        assert_false(cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(clears, "stopped")));
        if (!cJSON_GetArraySize(ways)) p->empty++;
        cJSON_ArrayForEach(c.way, ways) prove_way(&c);
    }
    if (s) prove_facts(&c, audit, s);
    cJSON_Delete(audit);
    cJSON_Delete(document);
    free(json);
    free(bytes);
}
