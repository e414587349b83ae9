/* memory_test.c - an allocator that refuses: rules with libraries, good and broken ones, load and run, or memory is
 * named as what was missing; nothing leaks, and no rule gets a verdict that it would not have had. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "facts/reading.h"
#include "lua/ruling.h"

static const char good[] =
    "local shelf = require 'shelf'\n"
    "return require 'harmless' { id = 'good/rule', title = '{investor} {developer} {held}',\n"
    "  figures = { held = function(s, p, case) return case:held(s.investor, s.developer, 'stake') end },\n"
    "  test = function(s, p, case) for a in case:agreements { holder = s.investor } do\n"
    "    if a:has { type = { 'veto', 'supply' } } then return #shelf.words > 1 end end return false end }";
static const char broken[] = "return require 'broken'";
static const char failing[] = "return require 'harmless' { id = 'bad/rule', test = function(s) return s.nobody end }";
static const char json[] =
    "{\"format\":\"compliance-facts/1\",\"case\":{\"id\":\"t\",\"title\":\"t\",\"as_of\":\"2025-01-01\"},\"entities\":["
    "{\"id\":\"a\",\"name\":\"A\",\"form\":\"company\"},{\"id\":\"b\",\"name\":\"B\",\"form\":\"company\"}],"
    "\"investments\":[{\"id\":\"i\",\"investor\":\"a\",\"target\":\"b\",\"from\":\"2024-01-01\"}],"
    "\"agreements\":[{\"id\":\"v\",\"type\":\"veto\",\"holder\":\"a\",\"grantor\":\"b\"}]}";

static bool load(cc_engine *engine, const char *name, const char *text)
{
    return cc_engine_load_rule_text(engine, name, text, strlen(text));
}

/* True: all of it went well, as it does when no piece is refused. */
static bool round_of(struct faults *faults)
{
    static struct heard heard;
    cc_allocator allocator = faulty(faults);
    cc_case *facts = NULL;
    cc_audit *audit = NULL;
    bool well = false;
    heard.count = 0;
    cc_engine *engine = cc_engine_new(NULL, &allocator, hear, &heard);
    if (!engine || !cc_engine_set_shipped(engine, SHELF)) goto out;
    bool loaded = load(engine, "good/rule.lua", good);
    assert_false(load(engine, "bad/broken.lua", broken));
    bool other = load(engine, "bad/rule.lua", failing);
    facts = cc_case_parse(engine, "t.json", json, sizeof json - 1);
    audit = facts ? cc_audit_run(engine, facts, NULL) : NULL;
    if (!audit) goto out;
    cc_verdict verdict = cc_audit_rule(audit, "good/rule");
    assert_true(verdict == CC_FLAGGED || (!loaded && (verdict == CC_FAILED || verdict == CC_VERDICTS)));
    verdict = cc_audit_rule(audit, "bad/rule");
    assert_true(verdict == CC_FAILED || (!other && verdict == CC_VERDICTS));
    well = loaded && other && cc_audit_incomplete(audit);
out:
    if (!well && !faults->struck)
        fail_msg("without a fault: %s", heard.count ? heard.said[0].message : "nothing is said");
    bool named = false;
    for (size_t i = 0; i < heard.count && i < HEARD; i++) named = named || !strcmp(heard.said[i].code, "memory");
    if (!well && !named)
        fail_msg("the refusal of piece %zu is not named: %s", faults->at,
                 heard.count ? heard.said[0].message : "nothing is said");
    cc_audit_free(audit);
    cc_case_free(facts);
    cc_engine_free(engine);
    if (faults->live) fail_msg("%ld pieces are lost when piece %zu is refused", faults->live, faults->at);
    return well;
}

static void each_piece_refused(bool for_good)
{
    struct faults none = { 0 };
    assert_true(round_of(&none));
    for (size_t at = 1; at <= none.seen; at++) {
        struct faults faults = { .at = at, .for_good = for_good };
        round_of(&faults);
    }
}

static void a_piece_refused_once_is_named_or_harmless(void **state)
{
    (void)state;
    each_piece_refused(false);
}

static void pieces_refused_for_good_are_named(void **state)
{
    (void)state;
    each_piece_refused(true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_piece_refused_once_is_named_or_harmless),
        cmocka_unit_test(pieces_refused_for_good_are_named),
    };
    return cmocka_run_group_tests_name("lua/memory", tests, NULL, NULL);
}
