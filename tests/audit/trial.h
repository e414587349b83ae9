/* trial.h - what the tests of audits share: an engine with rules, a case from a file or a few lines, an audit of a day.
 *
 * A finding is named by its rule and its subject, the ids of the roles in the order of the rule: "microsoft/openai".
 * Short texts of JSON have ' for ". Each function fails the test when the engine refuses what should be well.
 *
 *     struct trial t;
 *     trial_open(&t, "rules/ftc-6b");                NULL: no rules yet, see trial_rule
 *     trial_file(&t, "facts/stargate.json");
 *     trial_audit(&t, "2025-01-24");
 *     assert_string_equal(trial_subjects(&t, "ftc-6b/exclusive-api", CC_FLAGGED), "microsoft/openai");
 *     trial_close(&t); */
#ifndef TESTS_AUDIT_TRIAL_H
#define TESTS_AUDIT_TRIAL_H

#include "audit/engine.h"
#include "facts/reading.h"

struct trial {
    cc_engine *engine;
    cc_case *facts;
    cc_audit *audit;
    struct heard heard;
};

void trial_open(struct trial *, const char *rules);
void trial_close(struct trial *);
/* open_trial and close_trial for a group of tests over one trial of the file. */
#define TRIAL_FIXTURE(TRIAL, RULES)                                                             \
    static int open_trial(void **state) { return (void)state, trial_open(&(TRIAL), RULES), 0; } \
    static int close_trial(void **state) { return (void)state, trial_close(&(TRIAL)), 0; }
/* The same over two, of the shipped rules. */
#define TRIAL_FIXTURE_OF_TWO(TRIAL, OTHER)                                                   \
    static int open_trial(void **state)                                                      \
    {                                                                                        \
        return (void)state, trial_open(&(TRIAL), "rules"), trial_open(&(OTHER), "rules"), 0; \
    }                                                                                        \
    static int close_trial(void **state) { return (void)state, trial_close(&(OTHER)), trial_close(&(TRIAL)), 0; }
/* One more rule, from text. */
void trial_rule(struct trial *, const char *name, const char *lua);

/* The case from here on; the one before and its audit are freed. */
void trial_file(struct trial *, const char *path);
void trial_text(struct trial *, const char *json, size_t size);
void trial_case(struct trial *, const char *json); /* with ' for " */
/* The same, where a refusal is an answer: see heard. */
bool trial_try(struct trial *, const char *json, size_t size);

/* The audit from here on; the one before is freed. as_of NULL: the day of the case. */
void trial_audit(struct trial *, const char *as_of);
bool trial_audit_with(struct trial *, cc_options); /* false: refused */

const struct finding *trial_finding(const struct trial *, const char *rule, const char *subject); /* NULL: none */
/* "amazon/anthropic google/anthropic", sorted; lives until the next call. */
const char *trial_subjects(const struct trial *, const char *rule, cc_verdict);
cc_verdict trial_verdict(const struct trial *, const char *rule);
/* The ids of the roles, "/" between them. */
const char *subject_of(const struct finding *, const struct facts *, char *out, size_t size);

/* All that a reader sees of a finding: title, advice, and for each element its verdict, sentence and comparisons. Free. */
char *finding_words(const struct cc_audit *, const struct finding *);
/* Calls `each` for every element that was asked, groups and their members. */
typedef void element_each(void *ud, const struct finding *, const struct element_result *);
void finding_elements(const struct finding *, element_each *, void *ud);
/* Does the finding cite this record (its own id or a made one) as evidence? */
bool finding_cites(const struct cc_audit *, const struct finding *, const char *id);
/* Does it need a field of this record? */
bool finding_needs_record(const struct cc_audit *, const struct finding *, const char *id);

/* The JSON report of the audit, all verdicts; free. NULL: it could not be written. */
char *trial_json(struct trial *);
/* A sink that appends to a struct text. */
bool sink_text(void *text, const char *bytes, size_t length);
/* ' to ", in place. */
void quotes(char *json);
#endif
