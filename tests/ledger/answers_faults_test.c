/* answers_faults_test.c - every allocation of why, what if, when and the difference of two audits may fail: then it is said as
 * want of memory and nothing else, and nothing leaks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "ledger/kept.h"

static const char facts[] =
    "{\"format\": \"compliance-facts/1\", \"case\": {\"id\": \"d\", \"as_of\": \"2025-01-24\"},\n"
    " \"entities\": [{\"id\": \"elm\", \"name\": \"Elm\"}, {\"id\": \"fir\", \"name\": \"Fir\"}],\n"
    " \"agreements\": [{\"type\": \"veto\", \"holder\": \"elm\", \"grantor\": \"fir\", \"from\": \"2024\"}]}";

struct run {
    struct faults faults;
    struct heard heard;
    size_t written; /* bytes that reached a sink */
    bool well;
};
typedef bool answer(struct run *, cc_engine *, const cc_case *, const cc_audit *);

static bool count_bytes(void *run, const char *bytes, size_t length)
{
    ((struct run *)run)->written += length;
    return true;
}

static bool ask_why(struct run *r, cc_engine *engine, const cc_case *c, const cc_audit *audit)
{
    const char *id = "elm";
    cc_sink sink = { count_bytes, r };
    return cc_write_why(audit, "house/veto", (cc_words){ &id, 1 }, "text", NULL, sink) &&
           cc_write_why(audit, "house/share", (cc_words){ 0 }, "json", NULL, sink);
}

static bool ask_what_if(struct run *r, cc_engine *engine, const cc_case *c, const cc_audit *audit)
{
    const char *set[] = { "/agreements/0/to=2024-12-31", "/entities/-={\"id\":\"ash\",\"name\":\"Ash\"}" };
    const char *without = "/agreements/0/from";
    cc_case *altered = cc_case_parse_altered(engine, "facts.json", facts, strlen(facts), (cc_words){ set, 2 },
                                             (cc_words){ &without, 1 });
    bool well = altered && cc_case_is_altered(altered);
    cc_case_free(altered);
    return well;
}

static bool ask_when(struct run *r, cc_engine *engine, const cc_case *c, const cc_audit *audit)
{
    static const char *const formats[] = { "text", "json", "csv" };
    cc_timeline *t = cc_timeline_new(engine, c, &(cc_options){ .size = sizeof(cc_options) });
    int more = 1;
    while (t && (more = cc_timeline_step(t)) > 0) continue;
    bool well = t && !more;
    for (int i = 0; i < 3 && well; i++) well = cc_write_timeline(t, formats[i], NULL, (cc_sink){ count_bytes, r });
    cc_timeline_free(t);
    return well;
}

static char saved[16 * 1024]; /* the audit as JSON, of a run without a fault */

static bool ask_difference(struct run *r, cc_engine *engine, const cc_case *c, const cc_audit *audit)
{
    char other[sizeof saved];
    cc_diff *d = NULL;
    strcpy(other, saved);
    memcpy(strstr(other, "\"verdict\":\"flagged\""), "\"verdict\":\"clear\"  ", 19);
    cc_side *old = cc_side_read(engine, "old.json", saved, strlen(saved)),
            *now = old ? cc_side_read(engine, "new.json", other, strlen(other)) : NULL;
    bool well = old && now && (d = cc_diff_new(old, now)) && cc_diff_count(d) == 1 &&
                cc_write_diff(d, "text", NULL, (cc_sink){ count_bytes, r }) &&
                cc_write_diff(d, "json", NULL, (cc_sink){ count_bytes, r });
    cc_diff_free(d), cc_side_free(old), cc_side_free(now);
    return well;
}

/* ---- sweeping ---- */

static void run(struct run *r, answer *ask)
{
    size_t at = r->faults.at;
    r->faults.at = 0;
    cc_allocator allocator = faulty(&r->faults);
    cc_engine *engine = cc_engine_new(NULL, &allocator, hear, &r->heard);
    assert_non_null(engine);
    assert_true(cc_engine_load_rules(engine, HOUSE));
    cc_case *c = cc_case_parse(engine, "facts.json", facts, strlen(facts));
    cc_audit *audit = cc_audit_run(engine, c, &(cc_options){ .size = sizeof(cc_options), .every_test = true });
    assert_non_null(audit);
    if (!*saved) {
        struct text text;
        text_init(&text, &allocator_default, 0);
        cc_report *report = cc_report_open(engine, "json", NULL, (cc_sink){ sink_text, &text });
        assert_true(cc_report_add(report, audit) && cc_report_close(report) && text.length < sizeof saved);
        strcpy(saved, text.data);
        text_free(&text);
    }
    r->heard.count = 0, r->faults.seen = 0, r->faults.at = at;
    r->well = ask(r, engine, c, audit);
    r->faults.at = 0;
    cc_audit_free(audit);
    cc_case_free(c);
    cc_engine_free(engine);
}

static void sweep(answer *ask, bool for_good)
{
    struct run clean = { 0 };
    run(&clean, ask);
    assert_true(clean.well);
    assert_int_equal(clean.faults.live, 0);
    size_t refused = 0, asked = clean.faults.seen;
    assert_true(asked > 1);
    for (size_t at = 1; at <= asked; at++) {
        struct run r = { .faults = { .at = at, .for_good = for_good } };
        run(&r, ask);
        if (r.faults.live) fail_msg("allocation %zu: %ld blocks are still out", at, r.faults.live);
        refused += !r.well;
        if (!r.well && !r.heard.count) fail_msg("allocation %zu: refused without a word", at);
        for (size_t i = 0; i < r.heard.count && i < HEARD; i++)
            if (strcmp(r.heard.said[i].code, "memory") != 0)
                fail_msg("allocation %zu: [%s] %s", at, r.heard.said[i].code, r.heard.said[i].message);
        if (r.well && r.written != clean.written) fail_msg("allocation %zu: another answer", at);
    }
    assert_true(refused > 0);
}

static int save_one(void **state)
{
    struct run r = { 0 };
    run(&r, ask_why);
    return r.well ? 0 : -1;
}

static void why_is_asked(void **state) { sweep(ask_why, *state != NULL); }
static void what_if_is_asked(void **state) { sweep(ask_what_if, *state != NULL); }
static void when_is_asked(void **state) { sweep(ask_when, *state != NULL); }
static void the_difference_is_asked(void **state) { sweep(ask_difference, *state != NULL); }

int main(void)
{
    static int for_good;
    const struct CMUnitTest tests[] = {
        { "why, when one allocation fails", why_is_asked, NULL, NULL, NULL },
        { "why, when no memory comes back", why_is_asked, NULL, NULL, &for_good },
        { "what if, when one allocation fails", what_if_is_asked, NULL, NULL, NULL },
        { "what if, when no memory comes back", what_if_is_asked, NULL, NULL, &for_good },
        { "when, when one allocation fails", when_is_asked, NULL, NULL, NULL },
        { "when, when no memory comes back", when_is_asked, NULL, NULL, &for_good },
        { "the difference, when one allocation fails", the_difference_is_asked, NULL, NULL, NULL },
        { "the difference, when no memory comes back", the_difference_is_asked, NULL, NULL, &for_good },
    };
    return cmocka_run_group_tests(tests, save_one, NULL);
}
