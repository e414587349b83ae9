/* machine.h - the Lua side of the engine: loads rules, runs their functions one at a time inside the sandbox, and shows
 * them a case. The only room that includes lua.h. It decides nothing: a test gives true, false or unknown, with what it
 * read on a trail and how often absence answered; what that means is the audit's.
 *
 * One machine serves many rules and cases. A rule keeps nothing between calls (DESIGN 5).
 *
 *     machine_begin_case(m, facts, view, arena);
 *     machine_subjects(m, rule, &subjects)            who is concerned
 *     machine_begin_subject(m, rule, &subject, law)   roles, figures and params of one
 *     machine_test(m, function, &call, &tested)       one test
 *     machine_end_subject(m)                          did the rule keep something?
 *
 * false means that the rule failed: machine_failure says why, and by what. */
#ifndef LUA_MACHINE_H
#define LUA_MACHINE_H

#include "base/text.h"
#include "economics/money.h"
#include "lua/rule.h"

enum { MOST_ROLES = 8, MOST_FIGURES = 64, MOST_PARAMS = 64 };

struct machine;
/* How the machine reads a file that `require` or sources.json name: false: there is none. */
struct machine_files {
    bool (*read)(void *ud, const char *path, struct text *ret_text);
    void *ud;
};
struct machine *machine_new(const cc_allocator *, const cc_limits *, struct machine_files, struct arena *rules);
void machine_free(struct machine *);

/* Where `require` looks for lib/NAME.lua and a basis for sources.json, in this order. Folders are copied. */
bool machine_set_folders(struct machine *, const char *const *folders, size_t count);
/* Loads one rule from text. Never NULL but for want of memory: a rule that cannot be loaded comes with `error`. `path` is
 * how messages name it; the rule's id must end in the file's name. The text lives as long as the machine. */
struct rule *machine_load(struct machine *, const char *path, const char *text, size_t length);
/* The source with this id in the folders' sources.json, the first that has it; NULL: none. */
const struct law_source *machine_source(struct machine *, const char *id);
size_t machine_sources(const struct machine *, const struct law_source *const **ret_sources);

/* The id and the jurisdiction of a rule file, where both stand in it as plain texts; the rest is not looked at. */
bool rule_glimpse(const char *text, size_t length, char *ret_id, size_t id_size, char *ret_jurisdiction,
                  size_t jurisdiction_size);

struct failure {
    const char *code;  /* "rule", or "limit" for a limit, "memory" when the allocator refused */
    char message[400]; /* one sentence, with element and line where known */
    uint32_t line;
};
const struct failure *machine_failure(const struct machine *);
bool machine_refused(const struct machine *); /* the allocator refused memory since begin_case: the audit ends */

/* A subject: one record a role. */
struct role_value {
    ref record;
    bool apart; /* the target of a deal, which stands apart from its seller's and buyer's groups */
};
struct subject {
    struct role_value roles[MOST_ROLES];
};
struct subjects {
    struct subject *items;
    size_t count;
    bool hole;          /* the enumeration met an unknown: there may be more */
    struct trail trail; /* what it looked through, as absences (found: how many), and what stood in its way, as needs */
};

enum value_type { VALUE_NONE, VALUE_QUANTITY, VALUE_RECORDS, VALUE_WORDS };
/* What a figure came to. */
struct figure_value {
    uint8_t state; /* 0 not asked, 1 being computed, 2 done, 3 unknown (its trail has the need) */
    uint8_t type;  /* enum value_type */
    bool single;   /* VALUE_RECORDS: one record, not a list or a set */
    bool open;     /* a list: what is not recorded could make it longer */
    uint8_t view;  /* the day that its records answer for */
    struct quantity quantity;
    ref *records; /* or words */
    uint32_t record_count;
    struct set *set; /* of which the records are the sures; NULL */
    struct trail trail;
};

struct params_at { /* the params of a rule on the day of its law, each array as long as the rule's params */
    struct quantity *values;
    bool *missing;                     /* the day is before the first row: out of scope when a test reads it */
    const struct law_source **sources; /* of a dated row, or NULL */
    uint64_t partly; /* by number: the law may be of a day without a row, so that who reads it may be out of scope */
};

/* The case that the next calls are about. Trails, sets and figures live in the arena. */
bool machine_begin_case(struct machine *, const struct facts *, const struct view *, struct arena *);
void machine_end_case(struct machine *);
bool machine_subjects(struct machine *, const struct rule *, const struct subjects **ret_subjects);
/* The same, but it goes no further than to the subject with the records of the one that is wanted, where these are the heads of their
 * groups: what else is named of these groups is the same subject. */
bool machine_subjects_to(struct machine *, const struct rule *, const struct subject *wanted,
                         const struct subjects **ret_subjects);
/* From here on the roles, figures and params are those of this subject. The params must live until the end. */
bool machine_begin_subject(struct machine *, const struct rule *, const struct subject *, const struct params_at *);
bool machine_law_at(struct machine *, const struct rule *, const struct subject *, struct trail *,
                    struct quantity *ret_date, bool *ret_unknown);
struct moment machine_moment(const struct machine *);       /* of the subject */
struct moment machine_table_moment(const struct machine *); /* for market tables: the day before a closed deal */

enum test_mode { MODE_PROVE, MODE_REBUT }; /* elements and applies; unless: what absence decides is unknown */
struct test_call {
    int function;
    enum test_mode mode;
    int32_t turn;        /* -1: no answer is turned; -2: every answer by absence is; n: the n-th alone is */
    int each_list, each; /* the row of a list (from 1) as the fourth argument; 0: none */
    struct trail *trail;
    const char *what; /* "element" and */
    unsigned number;  /* 2, for messages */
};
struct tested {
    enum truth truth;
    uint32_t absences;       /* how many answers rested on absence */
    bool unknown_by_absence; /* UNKNOWN because of what is not recorded, not of what is recorded as unknown */
    bool out_of_scope;       /* it read a dated param before its first row */
};
bool machine_test(struct machine *, const struct test_call *, struct tested *ret_tested);
/* Did the last test, or a figure that a data form asked for since, read a dated param before its first row? */
bool machine_out_of_scope(const struct machine *);
/* The value of a figure of the subject; computed once. NULL: the rule failed. */
const struct figure_value *machine_figure(struct machine *, unsigned figure);
/* All figures of the subject, as far as they were asked for; they live in the case's arena. */
const struct figure_value *machine_figures(const struct machine *);
/* A data form's query with its operands resolved for the subject, in the case's arena. *ret_unknown: an operand is a
 * figure that is unknown (its needs are on the trail). */
bool machine_query(struct machine *, const struct query_form *, struct trail *, struct query **ret_query,
                   bool *ret_unknown);
/* Which params and roles the functions of the subject have read so far (bit sets). */
uint64_t machine_params_read(const struct machine *);
uint32_t machine_roles_read(const struct machine *);
/* Every comparison passes here before it is recorded: it gets its number, and the one that machine_turn names comes out
 * as it says. */
void machine_compared(struct machine *, struct compared_sides *);
#define TURN_OPEN UINT32_MAX
/* For the subjects from here on: the comparison of this number (0: none) comes out so, or (UNKNOWN) the other way round;
 * TURN_OPEN: all that cannot be decided come out so. */
void machine_turn(struct machine *, uint32_t number, enum truth to);
/* After the last test: the rule must have kept nothing, and used every set that it made. */
bool machine_end_subject(struct machine *);
/* How many pieces that later subjects ask for again it has put into the case's arena so far. Unchanged since a mark of the
 * arena: once the subject has ended, nothing that was taken since is asked for but by that subject's results. */
uint64_t machine_remembered(const struct machine *);
/* The rule has failed. What its subjects left is forgotten, and if it did not get as far, who they are: nothing that was taken for
 * it from the case's arena is asked for any more. */
void machine_forget_rule(struct machine *, const struct rule *);
uint64_t machine_instructions(
    const struct machine *); /* of the subject so far, to the thousand where nothing is traced */
/* From here on note(value) leaves its value on the trail, and instructions are counted one by one. */
void machine_trace(struct machine *, bool);
#endif
