/* ledger_fuzz.c - baselines, accepted risks, configurations and saved audits: a text is read as each of them. What is accepted as one is
 * applied to an audit, and what is written of it reads back the same. */
#include "fuzz/target.h"

#include <string.h>

#include "fuzz/cases.h"

static struct ear ear;
static cc_engine *engine;
static cc_case *facts;

static void open_engine(void)
{
    engine = cc_engine_new(NULL, NULL, ear_hear, &ear);
    PROMISE(engine && cc_engine_set_shipped(engine, "rules"));
    PROMISE(cc_engine_load_rules(engine, "tests/audit/small-rules"));
    facts = cc_case_parse(engine, "small.json", small_case, strlen(small_case));
    PROMISE(facts);
}

static cc_audit *new_audit(void)
{
    cc_audit *audit = cc_audit_run(engine, facts, &(cc_options){ .size = sizeof(cc_options) });
    PROMISE(audit && cc_audit_count(audit, CC_FLAGGED) == 1);
    return audit;
}

static void check_counts(const cc_audit *audit)
{
    size_t standing = 0;
    for (unsigned s = 0; s < CC_STANDINGS; s++) standing += cc_audit_standing(audit, (cc_standing)s);
    PROMISE(standing <= cc_audit_count(audit, CC_FLAGGED) + cc_audit_count(audit, CC_CANNOT_TELL)); /* without holes */
    PROMISE(cc_audit_counting(audit, CC_FLAGGED, CC_INFO) <= cc_audit_count(audit, CC_FLAGGED));
}

static void try_baseline(const char *text, size_t size)
{
    ear.errors = 0;
    cc_baseline *baseline = cc_baseline_read(engine, "baseline.json", text, size);
    PROMISE((baseline != NULL) == (ear.errors == 0));
    if (!baseline) return;
    ear.lines = 0;
    struct text once, twice;
    text_init(&once, &allocator_default, 0), text_init(&twice, &allocator_default, 0);
    cc_audit *audit = new_audit();
    PROMISE(cc_baseline_apply(baseline, audit));
    check_counts(audit);
    cc_audit_free(audit);
    PROMISE(cc_baseline_write(baseline, (cc_sink){ target_write, &once }));
    cc_baseline *again = cc_baseline_read(engine, "again.json", once.data, once.length);
    PROMISE(again && cc_baseline_write(again, (cc_sink){ target_write, &twice }));
    PROMISE(once.length == twice.length && !memcmp(once.data, twice.data, once.length));
    cc_baseline_free(again), cc_baseline_free(baseline);
    text_free(&once), text_free(&twice);
}

static void try_accepted(const char *text, size_t size)
{
    ear.errors = 0;
    cc_accepted *accepted = cc_accepted_read(engine, "accept.json", text, size);
    PROMISE((accepted != NULL) == (ear.errors == 0));
    if (!accepted) return;
    ear.lines = 0;
    struct text once, twice;
    text_init(&once, &allocator_default, 0), text_init(&twice, &allocator_default, 0);
    cc_audit *audit = new_audit();
    PROMISE(cc_accepted_apply(accepted, audit, "2025-03-01"));
    check_counts(audit);
    cc_accepted_finish(accepted);
    cc_audit_free(audit);
    PROMISE(cc_accepted_write(accepted, (cc_sink){ target_write, &once }));
    cc_accepted *again = cc_accepted_read(engine, "again.json", once.data, once.length);
    PROMISE(again && cc_accepted_write(again, (cc_sink){ target_write, &twice }));
    PROMISE(once.length == twice.length && !memcmp(once.data, twice.data, once.length));
    cc_accepted_free(again), cc_accepted_free(accepted);
    text_free(&once), text_free(&twice);
}

/* Neither absolute nor up, also where a glob drops a backslash. */
static bool stays_inside(const char *path, bool named)
{
    if (named) path = strchr(path, '=') + 1;
    if (*path == '/' || strchr(path, '\\')) return false;
    for (;; path++) {
        if (!strncmp(path, "..", 2) && (path[2] == '/' || !path[2])) return false;
        if (!(path = strchr(path, '/'))) return true;
    }
}

static void try_config(const char *text, size_t size, bool local)
{
    ear.errors = 0;
    cc_config *config = cc_config_read(engine, "config.json", text, size, local,
                                       (cc_words){ (const char *const[]){ "text", "json" }, 2 });
    PROMISE((config != NULL) == (ear.errors == 0));
    if (!config) return;
    for (unsigned key = 0; key < CC_CONFIG_KEYS; key++) {
        cc_words words = cc_config_words(config, (enum cc_config_key)key);
        for (size_t i = 0; i < words.count; i++) {
            PROMISE(!local || key == CC_CONFIG_FACTS || key == CC_CONFIG_FORMATS);
            PROMISE(key != CC_CONFIG_FORMATS || strchr(words.items[i], '='));
            PROMISE(!local || stays_inside(words.items[i], key == CC_CONFIG_FORMATS));
        }
    }
    ear.errors = 0;
    PROMISE(cc_config_check(config) == (ear.errors == 0));
    cc_audit *audit = new_audit();
    PROMISE(cc_config_apply(config, audit, cc_config_words(config, CC_CONFIG_PARAMS)));
    cc_audit_free(audit);
    cc_config_free(config);
}

/* A saved audit beside itself is the same; beside another text it is not, or a sentence says what is wrong. */
static void try_saved(const char *text, size_t size)
{
    struct text lines;
    ear.errors = 0;
    cc_saved *saved = cc_saved_read(engine, "audit.json", text, size);
    PROMISE((saved != NULL) == (ear.errors == 0));
    if (!saved) return;
    ear.lines = 0;
    text_init(&lines, &allocator_default, 0);
    for (size_t i = 0; i < cc_saved_count(saved); i++) {
        cc_saved_audit about = { .size = sizeof about };
        cc_saved_about(saved, i, &about);
        PROMISE(about.file);
        int differences = cc_saved_compare(saved, i, text, size, (cc_sink){ target_write, &lines });
        PROMISE(*text != '{' || differences == 0);
        PROMISE(cc_saved_compare(saved, i, small_case, strlen(small_case), (cc_sink){ target_write, &lines }) != 0);
    }
    text_free(&lines);
    cc_saved_free(saved);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    if (!engine) open_engine();
    struct ear fresh = ear_for(data, size);
    ear = fresh, try_baseline(text, size);
    ear = fresh, try_accepted(text, size);
    ear = fresh, try_config(text, size, false);
    ear = fresh, try_config(text, size, true);
    ear = fresh, try_saved(text, size);
    return 0;
}
