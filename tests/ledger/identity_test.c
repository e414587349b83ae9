/* identity_test.c - by what a finding is known again: its fingerprint stays when the file is written otherwise and changes with
 * the rule's id or the subject; its proof changes when a value that it rests on does. (Whole shipped cases, in every order and
 * format: tests/audit/properties_test.c.) */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "audit/editing.h"
#include "ledger/accepted.h"
#include "ledger/kept.h"

static const char facts[] =
    "{'format': 'compliance-facts/1',\n"
    " 'case': {'id': 'deal', 'title': 'A deal', 'as_of': '2025-01-24'},\n"
    " 'sources': [{'id': 'press', 'title': 'The press', 'date': '2024'}],\n"
    " 'entities': [{'id': 'elm', 'name': 'Elm', 'source': 'press'}, {'id': 'fir', 'name': 'Fir', 'source': 'press'}],\n"
    " 'markets': [{'id': 'cloud', 'product': 'cloud-infrastructure', 'source': 'press'}],\n"
    " 'shares': [{'market': 'cloud', 'entity': 'elm', 'percent': 25, 'from': '2024-09-30', 'source': 'press'},\n"
    "            {'market': 'cloud', 'entity': 'fir', 'percent': 11, 'from': '2024-09-30', 'source': 'press'}],\n"
    " 'agreements': [{'type': 'veto', 'holder': 'elm', 'grantor': 'fir', 'scope': 'product', 'source': 'press'}]}\n";
static const char rule[] =
    "return { id = 'own/large', title = '{firm} is large', severity = 'low', nature = 'indicator',\n"
    "  basis = { { 'ftc-6b-2025', at = 'as a test', support = 'analogy' } },\n"
    "  params = { line = { 20, 'percent', 'large enough' } }, roles = { 'firm', 'market' },\n"
    "  subjects = function(case, each)\n"
    "    for firm, market in case:shares():pairs('entity', 'market') do each(firm, market) end\n"
    "  end,\n"
    "  figures = { share = function(s) return s.market:share(s.firm) end },\n"
    "  elements = { { '{firm} has {share} of {market}, or waived', any = {\n"
    "    { '{firm} has {share} of {market}', 'share', '>=', 'line' },\n"
    "    { '{firm} waived', function(s, _, case)\n"
    "      return case:agreements { type = 'waiver', holder = case:entities():except { id = s.firm }, grantor = s.firm }:any()\n"
    "    end } } } } }\n";

struct edit {
    const char *name;
    const char *in; /* which of the two texts it is in: facts or rule */
    const char *from, *to;
    bool same_fingerprint, same_proof;
};
static const struct edit edits[] = {
    { "lines added", facts, "'case'", "\n\n\n'case'", true, true },
    { "an entity that nothing says of", facts, "'entities': [",
      "'entities': [{'id': 'oak', 'name': 'Oak', 'source': 'press'},\n", true, true },
    { "an agreement that the rule does not ask for", facts, "'agreements': [",
      "'agreements': [{'type': 'consultation', 'holder': 'elm', 'grantor': 'fir', 'scope': 'product', 'source': 'press'},\n",
      true, true },
    { "another name", facts, "'name': 'Elm'", "'name': 'Elm Cloud plc'", true, true },
    { "another title of the case", facts, "A deal", "The deal", true, true },
    { "another day of the audit", facts, "2025-01-24", "2025-01-25", true, true },
    { "another title of a source", facts, "The press", "The trade press", true, true },
    { "another threshold of the rule", rule, "20, 'percent'", "21, 'percent'", true, true },
    { "another severity", rule, "'low'", "'high'", true, true },
    { "another id of the rule", rule, "own/large", "other/large", false, true },
    { "another id of the case", facts, "'id': 'deal'", "'id': 'the-deal'", false, true },
    { "another id of the subject", facts, "elm", "elm-cloud", false, false },
    { "another name of a role", rule, "firm", "company", false, true },
    { "another share", facts, "'percent': 25", "'percent': 25.5", true, false },
    { "a range for the share", facts, "'percent': 25", "'percent': {'min': 25, 'max': 26}", true, false },
    { "another share of somebody else", facts, "'percent': 11", "'percent': 12", true, true },
};
enum { EDITS = sizeof edits / sizeof *edits };

/* Every place. */
static char *changed(const char *text, const struct edit *c)
{
    if (c->in != text) return strdup(text);
    size_t n = strlen(c->from), room_for = strlen(text) * 4 + 1000;
    char *out = room(room_for), *to = out;
    for (const char *at = text; *at;)
        if (!strncmp(at, c->from, n)) to += snprintf(to, room_for - (size_t)(to - out), "%s", c->to), at += n;
        else *to++ = *at++;
    *to = '\0';
    assert_string_not_equal(out, text);
    return out;
}

struct identity {
    char fingerprint[65], proof[65];
};
/* Of the one that is flagged. */
static struct identity identity_of(const char *json, const char *lua)
{
    struct identity i = { "", "" };
    struct trial t;
    trial_open(&t, NULL);
    trial_rule(&t, "own/large.lua", lua);
    trial_case(&t, json);
    trial_audit(&t, NULL);
    assert_int_equal(cc_audit_count(t.audit, CC_FLAGGED), 1);
    for (size_t k = 0; k < t.audit->finding_count; k++) {
        const struct finding *f = t.audit->findings[k];
        if (f->verdict != CC_FLAGGED) continue;
        snprintf(i.fingerprint, sizeof i.fingerprint, "%s", finding_fingerprint(t.audit, f));
        snprintf(i.proof, sizeof i.proof, "%s", finding_proof(t.audit, f));
    }
    trial_close(&t);
    return i;
}

static void a_change_keeps_or_changes_what_the_table_says(void **state)
{
    const struct edit *c = *state;
    char *json = changed(facts, c), *lua = changed(rule, c);
    struct identity was = identity_of(facts, rule), is = identity_of(json, lua);
    if (!strcmp(was.fingerprint, is.fingerprint) != c->same_fingerprint)
        fail_msg("%s: the fingerprint is %s", c->name, c->same_fingerprint ? "another" : "the same");
    if (!strcmp(was.proof, is.proof) != c->same_proof)
        fail_msg("%s: the proof is %s", c->name, c->same_proof ? "another" : "the same");
    free(json), free(lua);
}

static void the_way_that_the_file_is_written_keeps_both(void **state)
{
    char *json = strdup(facts), *other[4];
    quotes(json);
    struct piece list;
    const size_t order[] = { 1, 0 };
    assert_true(pointer_find(json, "/shares", &list));
    other[0] = minified(json), other[1] = pretty(json, "\n"), other[2] = pretty(json, "\r\n");
    other[3] = reordered(json, list, order, 2);
    struct identity was = identity_of(facts, rule);
    for (size_t i = 0; i < 4; i++) {
        struct identity is = identity_of(other[i], rule);
        assert_string_not_equal(other[i], json);
        assert_string_equal(is.fingerprint, was.fingerprint);
        assert_string_equal(is.proof, was.proof);
        free(other[i]);
    }
    free(json);
}

/* An entry by rule and subject names the same finding as its fingerprint: the two digests are one. */
static void a_rule_and_subject_have_the_fingerprint_that_the_audit_gives_them(void **state)
{
    struct trial t;
    trial_open(&t, "rules/ftc-6b");
    trial_file(&t, "facts/microsoft-openai.json");
    trial_audit(&t, NULL);
    struct cc_audit *audit = t.audit;
    size_t tried = 0;
    for (size_t i = 0; i < audit->finding_count; i++) {
        struct entry e = { .rule = audit->findings[i]->rule->id, .has_subject = true };
        char digest[DIGEST_HEX];
        subject_of_finding(audit, audit->findings[i], &e.subject);
        assert_true(entry_digest(&e, audit->facts->header.id, t.engine->allocator, digest));
        assert_string_equal(digest, finding_fingerprint(audit, audit->findings[i]));
        tried++;
    }
    assert_true(tried > 50);
    trial_close(&t);
}

int main(void)
{
    static struct CMUnitTest tests[EDITS + 2];
    for (size_t i = 0; i < EDITS; i++)
        tests[i] = (struct CMUnitTest){ edits[i].name, a_change_keeps_or_changes_what_the_table_says, NULL, NULL,
                                        (void *)(uintptr_t)&edits[i] };
    tests[EDITS] = (struct CMUnitTest)cmocka_unit_test(the_way_that_the_file_is_written_keeps_both);
    tests[EDITS + 1] = (struct CMUnitTest)cmocka_unit_test(
        a_rule_and_subject_have_the_fingerprint_that_the_audit_gives_them);
    return _cmocka_run_group_tests("ledger/identity", tests, EDITS + 2, NULL, NULL);
}
