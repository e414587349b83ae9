/* case_fuzz.c - the whole way of a case: facts, an audit by a small set of rules, and its reports. */
#include "fuzz/target.h"

#include <string.h>

static struct ear ear;
static cc_engine *engine; /* serves every input, as in batch */

static void open_engine(void)
{
    cc_own_cjson();
    engine = cc_engine_new(NULL, NULL, ear_hear, &ear);
    PROMISE(engine && cc_engine_set_shipped(engine, "rules"));
    PROMISE(cc_engine_load_rules(engine, "tests/audit/small-rules"));
    PROMISE(cc_engine_load_rules(engine, "rules/ftc-6b/exclusive-hosting.lua"));
}

/* No control comes through in any format, and what is to be JSON is. */
static void write_formats(const cc_audit *audit)
{
    for (size_t i = 0; cc_format_name(i); i++) {
        const char *format = cc_format_name(i);
        bool json = strcmp(format, "sarif") == 0 || strcmp(format, "gitlab") == 0, csv = strcmp(format, "csv") == 0;
        struct text text;
        text_init(&text, &allocator_default, 0);
        target_report(engine, audit, format, &text);
        for (size_t at = 0; at < text.length; at++) {
            unsigned char c = (unsigned char)text.data[at];
            PROMISE(c >= 0x20 || c == '\n' || (c == '\r' && csv && text.data[at + 1] == '\n'));
        }
        PROMISE(!json || is_strict_json(text.data, text.length));
        text_free(&text);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const cc_options options = { .size = sizeof options, .today = "2025-01-24" };
    if (!engine) open_engine();
    ear = ear_for(data, size);
    cc_case *facts = cc_case_parse(engine, "facts.json", (const char *)data, size);
    PROMISE((facts != NULL) == (ear.errors == 0));
    if (!facts) return 0;
    struct text json, text;
    text_init(&json, &allocator_default, 0), text_init(&text, &allocator_default, 0);
    cc_audit *audit = cc_audit_run(engine, facts, &options);
    PROMISE(audit && ear.errors == 0);
    PROMISE(cc_audit_count(audit, CC_FAILED) == 0); /* sound rules never fail, whatever the facts */
    target_report(engine, audit, "json", &json);
    PROMISE(is_strict_json(json.data, json.length));
    target_report(engine, audit, "text", &text);
    PROMISE(text.length && !memchr(text.data, '\033', text.length));
    text_free(&json), text_free(&text);
    write_formats(audit);
    cc_audit_free(audit);
    cc_case_free(facts);
    return 0;
}
