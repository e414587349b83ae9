/* rule_fuzz.c - the rule loader and the sandbox: any text is loaded as a rule and, where that goes well, judges a small
 * case within small limits. It is a rule that decides or one that failed by name; nothing else. */
#include "fuzz/target.h"

#include <string.h>

#include "fuzz/cases.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const cc_limits limits = { .size = sizeof limits, .instructions = 20000, .memory = 1 << 20, .string = 1 << 14 };
    const cc_options options = { .size = sizeof options };
    struct ear ear = ear_for(data, size);
    struct text json;
    text_init(&json, &allocator_default, 0);
    cc_engine *engine = cc_engine_new(&limits, NULL, ear_hear, &ear);
    PROMISE(engine && cc_engine_set_shipped(engine, "rules"));
    bool loaded = cc_engine_load_rule_text(engine, "pack/rule.lua", (const char *)data, size);
    PROMISE(loaded == (ear.errors == 0));
    ear.lines = 0;
    cc_case *facts = cc_case_parse(engine, "small.json", small_case, strlen(small_case));
    PROMISE(facts);
    cc_audit *audit = cc_audit_run(engine, facts, &options);
    PROMISE(audit);
    PROMISE(loaded || cc_audit_incomplete(audit));
    target_report(engine, audit, "json", &json);
    PROMISE(is_strict_json(json.data, json.length));
    text_free(&json);
    cc_audit_free(audit);
    cc_case_free(facts);
    cc_engine_free(engine);
    return 0;
}
