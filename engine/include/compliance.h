/* compliance.h - flags competition-law risks in recorded facts.
 *
 * An engine holds rules and serves many cases; a case is one facts file; an audit is what the rules say of a case.
 *
 *     cc_engine *engine = cc_engine_new(NULL, NULL, print_diagnostic, NULL);
 *     cc_engine_load_rules(engine, "rules");
 *     cc_case *facts = cc_case_parse(engine, "facts.json", text, length);
 *     cc_audit *audit = cc_audit_run(engine, facts, &(cc_options){ .size = sizeof(cc_options) });
 *     ... cc_report_open, cc_report_add, cc_report_close; then cc_audit_free, cc_case_free, cc_engine_free
 *
 * NULL or false comes after at least one diagnostic. What a call returns is yours and has a _free that accepts NULL;
 * what a getter returns lives as long as what you asked. Free audits before their case, cases before their engine.
 * Structs that callers fill begin with their size. Nothing prints, nothing exits, nothing is global: two engines run
 * in two threads. "Today" is given by the caller. */
#ifndef COMPLIANCE_H
#define COMPLIANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define CC_VERSION "0.1.0"

typedef struct cc_engine cc_engine;
typedef struct cc_case cc_case;
typedef struct cc_audit cc_audit;
typedef struct cc_report cc_report;

/* Of lua_Alloc's shape: new_size 0 frees, block NULL allocates; NULL means that there is no memory. */
typedef struct cc_allocator {
    void *(*allocate)(void *ud, void *block, size_t old_size, size_t new_size);
    void *ud;
} cc_allocator;

/* What one rule may use for one subject; 0 takes the default. */
typedef struct cc_limits {
    size_t size;           /* sizeof(cc_limits) */
    uint64_t instructions; /* Lua instructions (20 million) */
    size_t memory;         /* bytes that the rule may add (16 MiB) */
    size_t string;         /* bytes of one string (256 KiB) */
    unsigned milliseconds; /* CPU time, the backstop (2,000) */
} cc_limits;

typedef enum cc_severity { CC_INFO, CC_LOW, CC_MEDIUM, CC_HIGH, CC_CRITICAL, CC_SEVERITIES } cc_severity;

/* One message. Positions count from 1; 0 means none. Texts live until the callback returns. */
typedef struct cc_diagnostic {
    size_t size;
    bool notice;      /* true: worth knowing, nothing failed */
    const char *code; /* a stable word: syntax, schema, rule, ... (docs/facts.md) */
    const char *file; /* as the caller named it */
    uint32_t line, column, length;
    const char *message; /* one sentence, no full stop */
    const char *hint;    /* the nearest right word, or NULL */
} cc_diagnostic;
typedef void cc_diagnostic_fn(void *ud, const cc_diagnostic *);

/* The character that begins at text: its bytes, its point, and whether it is hidden: a control, or what breaks a line, turns it
 * around or shows nothing. 0: no strict UTF-8 begins there, and nothing is written. For a program that shows what facts and
 * rules say of themselves: a name must not rewrite the terminal. */
size_t cc_read_character(const char *text, size_t length, uint32_t *ret_point, bool *ret_hidden);

/* Bytes out: false stops the writer, which then fails with code io. */
typedef struct cc_sink {
    bool (*write)(void *ud, const char *bytes, size_t length);
    void *ud;
} cc_sink;

/* A list of words that the caller owns for the length of the call. */
typedef struct cc_words {
    const char *const *items;
    size_t count;
} cc_words;

typedef struct cc_options {
    size_t size;
    const char *as_of;      /* YYYY-MM-DD; NULL: the case's as_of, else today */
    const char *today;      /* YYYY-MM-DD (UTC), given by the caller; NULL: a case without as_of is refused */
    const char *law_as_of;  /* YYYY-MM-DD: judge by the law of that day; NULL: each rule's own law_at */
    cc_words only, skip;    /* globs over rule ids; none: all */
    cc_words jurisdictions; /* US, EU, UK, DE, FR (any case); none: the case's own */
    cc_words params;        /* RULE.NAME=VALUE */
    bool every_subject;     /* keep all that are clear or out of scope, not the first 2,000 of a rule */
    bool every_test;        /* ask also what comes after the test that decides; no verdict changes by it */
    bool trace;             /* keep what rules note, and count their instructions one by one: for cc_write_trace */
    size_t clears_budget; /* work out what would clear each flagged subject and which facts would settle each undecided
                               one, each in at most so many evaluations of a rule; 0: neither */
    bool sensitivity;     /* work out which comparisons and sources the verdicts hang on */
} cc_options;

/* NULL limits and allocator: the defaults. The diagnostic function is needed; ud is handed to it. */
cc_engine *cc_engine_new(const cc_limits *, const cc_allocator *, cc_diagnostic_fn *, void *ud);
void cc_engine_free(cc_engine *);

/* The program that owns its process calls this once, before any thread: cJSON's allocation hooks, which are
 * process-wide, then serve the arena that the calling thread has entered. A library caller need not. */
void cc_own_cjson(void);

/* How the engine comes to the files of rules. Without one it reads those of the system; a caller may hand in others: from
 * an archive, from a page that has none, into a process that may open nothing. Paths are as cc_engine_load_rules was given
 * them, with what lies below; all functions are needed. */
typedef enum cc_file_kind {
    CC_NO_FILE, /* surely nothing of that name */
    CC_FILE,
    CC_FOLDER,
    CC_OTHER_FILE /* neither, or it cannot be looked at */
} cc_file_kind;
typedef struct cc_files {
    size_t size;
    cc_file_kind (*kind)(void *ud, const char *path);
    /* The names in a folder, each with its closing NUL, that of a folder with a / before it; also of what is no file.
     * False: it cannot be read. */
    bool (*list)(void *ud, const char *folder, cc_sink names);
    /* A whole file. False: there is none, it cannot be read, or the sink wants no more. */
    bool (*read)(void *ud, const char *path, cc_sink bytes);
    void *ud;
} cc_files;
void cc_engine_set_files(cc_engine *, const cc_files *); /* copied; NULL: the system's */
const cc_files *cc_system_files(void);

/* Asked before code of a rule runs: before a file is compiled (by its path), before a rule is run on a case and before each
 * of its subjects (by the rule's id). NULL: go on. A sentence: it is not run, and that rule fails with it; the sentence
 * lives as long as the engine. It is how a caller knows from outside where the engine is, and leaves out what ended it. */
typedef struct cc_gate {
    size_t size;
    const char *(*pass)(void *ud, const char *rule);
    void *ud;
} cc_gate;
void cc_engine_set_gate(cc_engine *, const cc_gate *); /* copied; NULL: none */

/* Where `require` and sources.json are looked up after the folder of the rules themselves. Copied. */
bool cc_engine_set_shipped(cc_engine *, const char *rules_folder);
/* Lazy: a rule whose id and jurisdiction can be read without compiling it is compiled when a case first selects it, and what
 * is wrong with it is reported then. For a command that audits; others want every rule at once (the default). */
void cc_engine_set_lazy(cc_engine *, bool lazy);
/* A rule file or a folder of them. Every rule that cannot be loaded is reported and stands in each audit as failed;
 * true when all loaded. */
bool cc_engine_load_rules(cc_engine *, const char *path);
/* One rule from memory; name as a path, "pack/rule.lua". */
bool cc_engine_load_rule_text(cc_engine *, const char *name, const char *text, size_t length);

/* The id of the rule that is meant: an id, or the last part of one where no other ends so. NULL: there is none, and it was
 * said which is the nearest. */
const char *cc_engine_find_rule(cc_engine *, const char *name);

/* Facts from memory; the text is copied. NULL: refused, every error was reported. */
cc_case *cc_case_parse(cc_engine *, const char *name, const char *json, size_t length);
/* What if: the same with some values changed. `set` are POINTER=VALUE, `without` POINTER; a pointer is RFC 6901 into the text
 * as it is, whatever else is changed: "/agreements/3/to=2025-01-31", "/shares/-={...}" after a list. VALUE is JSON or a
 * bare word, which stands for itself in quotes. All other records keep their lines. Every report says what was altered;
 * fingerprints stay; no baseline is written from it, no risk accepted. NULL: refused, with the nearest right pointer. */
cc_case *cc_case_parse_altered(cc_engine *, const char *name, const char *json, size_t length, cc_words set,
                               cc_words without);
bool cc_case_is_altered(const cc_case *);
void cc_case_free(cc_case *);

/* Runs every selected rule. NULL only for wrong options or want of memory: a rule that fails is in the audit. */
cc_audit *cc_audit_run(cc_engine *, const cc_case *, const cc_options *);
void cc_audit_free(cc_audit *);

typedef enum cc_verdict {
    CC_FLAGGED,
    CC_CANNOT_TELL,
    CC_REBUTTED,
    CC_CLEAR,
    CC_OUT_OF_SCOPE,
    CC_NOT_APPLICABLE,
    CC_NOT_SELECTED,
    CC_FAILED,
    CC_VERDICTS
} cc_verdict;
/* How many subjects (of the first five) or rules (of the last three) have this verdict. */
size_t cc_audit_count(const cc_audit *, cc_verdict);
/* How many subjects with this verdict, or rules with holes for CC_CANNOT_TELL, are of at least this severity. */
size_t cc_audit_count_from(const cc_audit *, cc_verdict, cc_severity);
/* A rule failed, hit a limit or could not be loaded, or no rule was selected. */
bool cc_audit_incomplete(const cc_audit *);
/* The verdict of one rule, by id; CC_VERDICTS if there is none such. */
cc_verdict cc_audit_rule(const cc_audit *, const char *rule_id);

/* ---- what was known before, and what was accepted ----
 *
 * A baseline (compliance-baseline/1) remembers what one run found; a later run then counts only what is new or worse.
 * Accepted risks (compliance-accept/1) are findings for which somebody answers until a day, as long as the facts that
 * prove them stay the same. Both are applied to an audit before it is reported:
 *
 *     cc_baseline_apply(baseline, audit);            either may be left out; the acceptance has the last word
 *     cc_accepted_apply(accepted, audit, "2025-03-01");
 *     if (cc_audit_counting(audit, CC_FLAGGED, CC_LOW)) ... it fails
 *
 * Free them before their engine; an audit keeps nothing of them. */
typedef struct cc_baseline cc_baseline;
typedef struct cc_accepted cc_accepted;

typedef enum cc_standing {
    CC_NEW,              /* no baseline, or one that does not have it: counts */
    CC_NEW_RULE,         /* of a rule that the baseline did not know: counts */
    CC_WORSENED,         /* the baseline has it with a weaker verdict: counts */
    CC_KNOWN_CHANGED,    /* known, but its facts changed: counts */
    CC_ACCEPTED_CHANGED, /* accepted, but its facts changed: counts */
    CC_ACCEPTED_EXPIRED, /* accepted until a day that has passed: counts */
    CC_KNOWN,            /* the baseline has it */
    CC_ACCEPTED,
    CC_STANDINGS
} cc_standing;

/* How many flagged and undecided subjects stand so. */
size_t cc_audit_standing(const cc_audit *, cc_standing);
/* cc_audit_count_from without what is known or accepted. */
size_t cc_audit_counting(const cc_audit *, cc_verdict, cc_severity);
/* A line for the reader of every report, beside those of the facts. False: no memory, which was said. */
bool cc_audit_note(cc_audit *, const char *code, const char *message);

/* From a file's text; name as in messages. NULL: refused, every error was reported. */
cc_baseline *cc_baseline_read(cc_engine *, const char *name, const char *json, size_t length);
/* An empty one, for cc_baseline_add and cc_baseline_write. */
cc_baseline *cc_baseline_new(cc_engine *);
void cc_baseline_free(cc_baseline *);
bool cc_baseline_apply(cc_baseline *, cc_audit *);
/* After the last audit: says, as notices, which of its cases with findings were not audited. */
void cc_baseline_finish(const cc_baseline *);
/* False: no memory, or the case is there already; it was said. */
bool cc_baseline_add(cc_baseline *, const cc_audit *);
/* After the last audit was added: takes over from an earlier baseline what these audits did not look at, which is the cases that are
 * not among them and, of those that are, the rules that were not run. It copies. False: no memory, which was said. */
bool cc_baseline_carry(cc_baseline *, const cc_baseline *before);
bool cc_baseline_write(const cc_baseline *, cc_sink);

/* Likewise. json NULL: an empty one. */
cc_accepted *cc_accepted_read(cc_engine *, const char *name, const char *json, size_t length);
void cc_accepted_free(cc_accepted *);
/* today: YYYY-MM-DD; an entry covers its last day too. */
bool cc_accepted_apply(cc_accepted *, cc_audit *, const char *today);
/* After the last audit: says, as notices, which entries that name no case were about nothing. */
void cc_accepted_finish(cc_accepted *);
typedef struct cc_acceptance {
    size_t size;
    const char *fingerprint; /* or the first eight digits or more, where they tell it from the others */
    const char *reason, *who, *until;
} cc_acceptance;
/* Finds the finding in the audit. 1: added, or put in the place of its older entry; 0: the audit has no such finding;
 * -1: it was said what is wrong. */
int cc_accepted_add(cc_accepted *, const cc_audit *, const cc_acceptance *, const char *today);
bool cc_accepted_write(const cc_accepted *, cc_sink);

/* ---- a saved audit (compliance-audit/1), evaluated again ----
 *
 * The JSON of an audit says what it was made from: hashes of facts and rules, and the options. With the same facts, rules
 * and options another engine must come to the same; whatever was altered since shows as a difference.
 *
 *     cc_saved_about(saved, i, &about);          audit the facts of about.file with about.options
 *     ... cc_report_open "json" with .verbose = about.verbose into a buffer; of facts that were refused cc_report_refused
 *     differences = cc_saved_compare(saved, i, buffer, length, sink); */
typedef struct cc_saved cc_saved;
typedef struct cc_saved_audit {
    size_t size;
    const char *file;                /* the facts, as they were named */
    bool refused;                    /* they were refused: there is no audit, and no options */
    cc_options options;              /* as they were given */
    cc_words set, without;           /* what was altered in the facts, for cc_case_parse_altered */
    bool verbose;                    /* cc_report_options.verbose */
    const char *baseline, *accepted; /* the files that were applied; NULL: none */
    const char *today;               /* for cc_accepted_apply */
} cc_saved_audit;
/* NULL: refused, every error was reported. */
cc_saved *cc_saved_read(cc_engine *, const char *name, const char *json, size_t length);
void cc_saved_free(cc_saved *);
size_t cc_saved_count(const cc_saved *); /* audits: one, or as many as the array has */
void cc_saved_about(const cc_saved *, size_t i, cc_saved_audit *ret_about);
/* Writes a line for each thing that differs in the JSON report of the i-th audit made anew, what it was made from first, and
 * at most twenty; returns how many there are, 0 where it is the same. -1: after a diagnostic. What a configuration had said in
 * the notices is not expected again: a last line says how many notices that are. */
int cc_saved_compare(const cc_saved *, size_t i, const char *json, size_t length, cc_sink);

/* ---- configuration (compliance-config/1) ---- */
typedef struct cc_config cc_config;
typedef enum cc_config_key {
    CC_CONFIG_FACTS,           /* globs */
    CC_CONFIG_FORMATS,         /* FORMAT=FILE; the FILE of standard output is - */
    CC_CONFIG_RULES,           /* paths; like baseline and accepted relative to the configuration's folder */
    CC_CONFIG_FAIL_ON,         /* one word */
    CC_CONFIG_FAIL_ON_UNKNOWN, /* one word, where it is true */
    CC_CONFIG_PARAMS,          /* RULE.NAME=VALUE */
    CC_CONFIG_BASELINE,
    CC_CONFIG_ACCEPTED,
    CC_CONFIG_KEYS
} cc_config_key;
/* `local`: one that lies in the working folder and was not asked for: only facts and formats, and only inside of it. */
/* `formats`: the names that a report may have (cc_format_name). */
cc_config *cc_config_read(cc_engine *, const char *name, const char *json, size_t length, bool local, cc_words formats);
/* Once the rules are loaded: is there each rule and param that it changes? False: it was said what there is not. */
bool cc_config_check(const cc_config *);
void cc_config_free(cc_config *);
cc_words cc_config_words(const cc_config *, cc_config_key);
/* Says in the audit's notices which file was used, and which params it changes, and why. `params`: those that the audit was
 * given, the configuration's among them; where a later one is of the same name, it is said that it wins. */
bool cc_config_apply(const cc_config *, cc_audit *, cc_words params);

typedef struct cc_report_options {
    size_t size;
    bool verbose;   /* also rebutted, clear, out of scope and not applicable, with reasons */
    bool color;     /* ANSI colours (text) */
    unsigned width; /* columns (text); 0: 100 */
    bool array;     /* an array even for one audit (json) */
    size_t most;    /* bytes at most (markdown); 0: as many as GitHub takes of a comment */
    bool ascii;     /* bars of ASCII, for a locale that is not UTF-8 (timeline) */
} cc_report_options;

/* The formats, from 0: name, and one line on what it is for; NULL from their number on. */
const char *cc_format_name(size_t number);
const char *cc_format_about(size_t number);
/* Is the text, of which the first 512 bytes do, an earlier report by how it begins? It never says so of a format whose reports
 * begin with words of the facts, or with what many a file begins with: text, github and gitlab. */
bool cc_report_begins(const char *text, size_t length);
/* A report in one of them may take many audits. NULL: no such format, or no memory. */
cc_report *cc_report_open(cc_engine *, const char *format, const cc_report_options *, cc_sink);
bool cc_report_add(cc_report *, const cc_audit *);
/* A file that was refused, with what was said of it. */
typedef struct cc_refused {
    size_t size;
    const char *file; /* as the caller named it */
    const cc_diagnostic *errors;
    size_t count;
    const char *text; /* what stands in it; NULL: it could not be read */
    size_t length;
    cc_words set, without; /* as for cc_case_parse_altered */
} cc_refused;
bool cc_report_refused(cc_report *, const cc_refused *);
bool cc_report_close(cc_report *); /* frees the report, whatever it returns */

/* Why a rule says what it says of an audit's case, "text" or "json": each of its subjects (or those with all of these ids in
 * their roles; none: all) with its tests up to the one that decides, or, where it has none, why not. For every subject and
 * test the audit is run with every_subject and every_test. False after a diagnostic: an id that is not on file has its
 * nearest. */
bool cc_write_why(const cc_audit *, const char *rule_id, cc_words subjects, const char *format,
                  const cc_report_options *, cc_sink);

/* How one rule came to what it says, step by step: who was proposed, and of each what each test asked, read, compared and
 * answered. The audit is run with trace and every_subject. */
bool cc_write_trace(const cc_audit *, const char *rule_id, cc_sink);
/* When: the case at every day on which a fact or a law in it begins or ends. The case and the engine outlive it; words in the
 * options live until the last step, as_of is not asked. */
typedef struct cc_timeline cc_timeline;
cc_timeline *cc_timeline_new(cc_engine *, const cc_case *, const cc_options *);
/* Audits one more day. 1: there are more; 0: that was the last; -1: it was said why not. */
int cc_timeline_step(cc_timeline *);
/* How many days there are, as far as is known, and how many were audited. */
size_t cc_timeline_days(const cc_timeline *, size_t *ret_done);
/* On some day a rule failed, or none was selected. */
bool cc_timeline_incomplete(const cc_timeline *);
/* "text", "json" or "csv", once all days were audited. */
bool cc_write_timeline(const cc_timeline *, const char *format, const cc_report_options *, cc_sink);
void cc_timeline_free(cc_timeline *);

/* Difference: two audits compared, as they were saved as JSON (compliance-audit/1). Facts are audited and printed first. */
typedef struct cc_side cc_side;
/* Is this text a saved audit, rather than facts? */
bool cc_side_is_saved(const char *json, size_t length);
/* Read strictly against `schema audit`. NULL: refused, every error was reported. */
cc_side *cc_side_read(cc_engine *, const char *name, const char *json, size_t length);
void cc_side_free(cc_side *);
typedef struct cc_diff cc_diff;
/* Both outlive it. NULL: no memory, which was said. */
cc_diff *cc_diff_new(const cc_side *old, const cc_side *now);
/* How many findings are new, gone, changed or cannot be compared. */
size_t cc_diff_count(const cc_diff *);
bool cc_diff_incomplete(const cc_diff *);                                                    /* one of the audits is */
bool cc_write_diff(const cc_diff *, const char *format, const cc_report_options *, cc_sink); /* "text" or "json" */
void cc_diff_free(cc_diff *);

/* Listings. `format` is "text" or "json". */
bool cc_write_rules(cc_engine *, const char *format, const cc_report_options *, cc_sink);
bool cc_write_explanation(cc_engine *, const char *rule_id, const cc_report_options *, cc_sink);
bool cc_write_schema(cc_engine *, const char *name, cc_sink);    /* facts | audit | rule | why | timeline | diff */
bool cc_write_reference(cc_engine *, const char *name, cc_sink); /* facts | codes | lint: Markdown; api: Lua */

/* Pages on the loaded rules, as Markdown: of the rule with that id, with an example from the test beside it; of the pack with
 * that name, PACK/README.md; of all (NULL), README.md. Links lead to PACK/NAME.md. */
bool cc_write_rule_page(cc_engine *, const char *name, cc_sink);
/* The ids of the loaded rules in their order; NULL: past the last. */
const char *cc_engine_rule_id(const cc_engine *, size_t i);
/* The file of the rule with that id, by the name of its folder as it was loaded; NULL: there is none. Lives as the engine. */
const char *cc_engine_rule_path(const cc_engine *, const char *id);

/* What is wrong with the loaded rules, what they require and their tests, though they load: FILE:LINE: sentence [id]. The
 * path is the one that was loaded; of a folder its lib/ is looked at too. The sink gets each finding by itself, with its line end;
 * what it tells of paths and rules is as they have it, line ends included. */
bool cc_lint_rules(cc_engine *, const char *path, cc_sink, size_t *ret_found);

/* ---- the tests that stand beside rules ----
 *
 *     cc_tests *tests = cc_tests_open(engine, &(cc_test_options){ .size = sizeof(cc_test_options) }, sink);
 *     cc_tests_add(tests, engine, "rules");          as often as there are paths, each with the engine of its rules
 *     cc_tests_close(tests, &totals);
 *
 * A path is a file or a folder. The engine of cc_tests_open is freed after cc_tests_close; the others need not live on. */
typedef struct cc_tests cc_tests;
typedef struct cc_test_options {
    size_t size;
    const char *format; /* "text", "json", "junit"; NULL: text */
    cc_words filter;    /* globs over rule ids and the sentences of tests; none: all */
    bool coverage;      /* say which values the elements of each rule were seen to have */
    double least;       /* percent of these values; less is a failure, in every format. 0: any */
} cc_test_options;
typedef struct cc_test_totals {
    size_t size;
    size_t passed, failed;
    size_t seen, of;               /* values of applies, elements and unless that were seen, of those that can be */
    size_t member_seen, member_of; /* the same of the members of groups */
    bool below;                    /* less was seen than `least`, or nothing could be */
} cc_test_totals;
/* NULL: no such format, or no memory; it was said. */
cc_tests *cc_tests_open(cc_engine *, const cc_test_options *, cc_sink);
/* False: the path could not be read, or memory or the output failed; a test that fails is counted, and no more. */
bool cc_tests_add(cc_tests *, cc_engine *, const char *path);
/* Frees the tests, whatever it returns. */
bool cc_tests_close(cc_tests *, cc_test_totals *ret_totals);

#ifdef __cplusplus
}
#endif
#endif
