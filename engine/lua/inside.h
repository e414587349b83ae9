/* inside.h - what the files of this room share: the machine's state, handles, and how a C function raises.
 *
 * A handle is a light userdata: kind 8 bits, generation 16, view 8, row 32 (of which the top bit says that a deal's
 * target stands apart). The generation changes with every subject, so that a handle kept from another one is refused.
 * It needs 64 bits of pointer; handle_push and handle_read are the one pair to change where there are fewer.
 *
 * A C function called from Lua owns no heap memory: raising skips every cleanup. What it makes lives in the case's
 * arena or in the machine's arrays. */
#ifndef LUA_INSIDE_H
#define LUA_INSIDE_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "base/small.h"
#include "lua/machine.h"
#include "lua/tokens.h"

_Static_assert(sizeof(void *) == 8, "a handle is packed into a 64-bit pointer");

/* Handle kinds: records have their kind of fact, the rest follow. */
enum {
    HANDLE_QUANTITY = KIND_COUNT,
    HANDLE_SET,
    HANDLE_LIST,
    HANDLE_CASE,
    HANDLE_SUBJECT,
    HANDLE_PARAMS,
    HANDLE_RANGE,
    HANDLE_KINDS
};
struct handle {
    unsigned kind, view;
    uint32_t row;
    bool apart;
};
enum { MOST_VIEWS = 250, MOST_NUMBERS = 200000, MOST_SETS = 50000, MOST_CONDITIONS = 32 };
/* Bytes of the Lua state below which nothing is collected: all shipped rules take less, and to go over them costs more. */
enum { SMALL_HEAP = 2 << 20 };
/* Limits beside cc_limits: the case's arena may grow by so many times the memory of a rule; what a subject took beyond
 * the hundredth part of a limit counts towards a total of all the rule's subjects, which is so many limits. */
enum { HOOK_EVERY = 1000, LOOK_EVERY = 8 /* milliseconds */, ARENA_TIMES = 4, LIGHT_PART = 100, RULE_TIMES = 10 };
/* A table grows by giving each of its keys a new place in one instruction of Lua's, in which nobody is asked whether time is up;
 * keys that all want one place take the square of their number. More than these no table may have beside its list. */
enum { TABLE_KEYS = 1 << 16 };
/* What a piece of the engine's own work costs, in instructions: a query, a figure of a market, a pass over a list. */
enum { COST_QUERY = 50, COST_FIGURE = 200, ITEMS_PER_INSTRUCTION = 16 };

struct made_set {
    struct set *set;
    bool used, of_figure;
    int line;
    uint32_t at; /* where the walk over it stands */
    uint8_t view;
};
/* A list: records, or words of a list (kind NULL then tells). Also the value of exactly() and below(). */
struct made_list {
    const ref *records;
    const uint32_t *words;
    uint32_t count;
    uint32_t perhaps; /* records after those: what may be on the list too */
    enum list word_list;
    uint32_t at;           /* where the walk over it stands */
    bool open;             /* what is not recorded could make it longer */
    const struct set *set; /* which it was listed from: what an answer by absence rests on; NULL: none */
    uint8_t view;
    uint8_t range; /* HANDLE_RANGE: CONDITION_EXACTLY or CONDITION_BELOW */
};

/* A set that a filter of words alone gave: each subject asks for it anew, and it is the same all day. */
struct known_set {
    struct set *set;
    uint32_t *refs; /* its members, the sures first; NULL: not asked for as values yet */
    struct value_tables tables;
};
enum { MOST_KNOWN_SETS = 8 };

/* Of such a set the members that are called by a name, which each subject asks for anew as well. */
struct known_name {
    const struct set *of; /* one of the known sets */
    const char *name;
    struct set *called;
};
/* The firms on file that are called by a name, or perhaps are. */
struct called_firms {
    const char *name;
    uint32_t *rows;
    uint32_t count;
};
enum { MOST_KNOWN_NAMES = 32 };

struct machine {
    lua_State *L;
    const cc_allocator *allocator;
    struct small small; /* over it: what the Lua state takes */
    struct cc_limits limits;
    struct machine_files files;
    struct arena *rules;
    struct guards *guards;        /* room to read a text in (guards.c); NULL: not yet */
    struct token_list tokens;     /* of that text */
    size_t used, baseline;        /* bytes of the Lua state; when the rule began */
    bool limited;                 /* the limits are on */
    bool small_heap;              /* so far nothing is collected, but where a limit is reached */
    bool traced;                  /* notes are kept, and every instruction is counted */
    bool library_assigns;         /* of what was required: see guards_load */
    bool has_run;                 /* something ran since it was last asked whether the rule kept something */
    bool testing;                 /* a *_test.lua loads, which may require what only tests share */
    bool over_memory, refused;    /* the rule reached its limit; the allocator refused */
    bool over_string, over_limit; /* a string of its own; any other limit, and the sentence says which */
    bool over_keys;               /* a table of its own */
    size_t denied;                /* bytes that were last denied by a limit */
    uint64_t instructions;        /* of the subject: Lua's, and what the engine's own work counts for */
    int64_t began, looked;        /* glance(): when the subject began, at the last look at the processor's clock */
    int64_t clock_start;          /* of the processor's; negative: not looked at yet */
    size_t arena_start;           /* bytes of the case's arena when the subject began */
    uint64_t rule_instructions;   /* of the rule's heavy subjects so far */
    size_t rule_arena;
    int64_t rule_time; /* milliseconds of its heavy subjects after the first; negative: none was heavy */
    struct failure failure;
    char *folders[8];
    size_t folder_count;
    const struct law_source **sources;
    size_t source_count, source_capacity;
    char sources_error[300];
    uint32_t candidates;
    bool sources_read;

    /* the case */
    const struct facts *facts;
    const struct view *views[MOST_VIEWS];
    struct arena *arena;
    struct subjects *shared_subjects; /* by candidates number, of this case */
    bool *shared_done;
    uint32_t shared_count;
    unsigned view_count;
    uint16_t generation;
    struct known_set known_sets[MOST_KNOWN_SETS]; /* in the arena of this case */
    unsigned known_count, known_next;
    uint64_t known_ever; /* sets that were ever remembered */
    struct known_name known_names[MOST_KNOWN_NAMES];
    unsigned name_count, name_next;
    struct called_firms called_firms[MOST_KNOWN_NAMES];
    unsigned firms_count, firms_next;

    /* the subject */
    const struct rule *rule;
    const struct subject *subject;
    const struct params_at *params;
    struct figure_value *figures;
    const struct view *table_view; /* of the day whose tables measure the deal; NULL: the day of the case */
    const struct view *late_view;  /* of the last day that this may be instead; NULL: it is no other */
    ref open_deal;                 /* the transaction that leaves this open */
    uint32_t apart;                /* the target that stands apart, or NO_ENTITY */
    uint64_t params_read;
    uint32_t comparisons, turned; /* made for the subject so far; the one that is to come out otherwise, */
    enum truth turned_to;         /* so; UNKNOWN: the other way round */
    uint32_t roles_read;
    struct quantity *numbers;
    size_t number_count, number_capacity;
    struct made_set *sets;
    size_t set_count, set_capacity;
    struct made_list *lists;
    size_t list_count, list_capacity;

    /* the call under way */
    struct trail *trail;
    enum test_mode mode;
    int32_t turn;
    uint32_t absences;
    unsigned collect_roles;
    bool in_subjects, in_figure, in_law_at, collecting_hole, unknown_by_absence, out_of_scope;
    struct subjects *collecting;
    const struct subject *wanted; /* the one that ends the enumeration; NULL: none does */
    size_t subject_capacity;
    uint32_t *subject_slots;             /* of those found, once they are many: number + 1, by their groups */
    size_t slot_count;                   /* a power of two, or 0 */
    struct figure_value *figure_results; /* of begin_subject, for machine_figure */
    const char *sandbox_path;            /* of the file that is loading */
};

/* Lua keeps room for one pointer beside each state. */
static inline struct machine *machine_of(lua_State *L) { return *(struct machine **)lua_getextraspace(L); }

/* ---- sets that are asked for again and again (known_sets.c) ---- */
/* The answer to the query, the one before where it was asked before. NULL: no memory. */
struct set *set_asked(struct machine *, const struct query *, struct moment);
/* Where the set is known: gives its members as the values of a condition. False: it is not, or there is no memory. */
bool known_values(struct machine *, const struct set *, struct condition *);
/* Of a set the members that are called by the name, where that was remembered; else NULL. */
struct set *known_called(const struct machine *, const struct set *, const char *name);
/* All firms of the case that are called so, found once a case; NULL: no memory. */
const struct called_firms *firms_called(struct machine *, const char *name);
/* Where the set is known: remembers them. */
void remember_called(struct machine *, const struct set *, const char *name, struct set *called);
void known_sets_forget(struct machine *);

/* ---- failing ---- */
/* One sentence, with the place of the Lua function that called; never returns. */
int raise_error(lua_State *, const char *format, ...) __attribute__((noreturn, format(printf, 2, 3)));
/* The element is unknown: the need is on the trail already. Never returns. */
int raise_unknown(lua_State *) __attribute__((noreturn));
int raise_unknown_by_absence(lua_State *) __attribute__((noreturn));
int raise_out_of_scope(lua_State *) __attribute__((noreturn));
int raise_found(lua_State *) __attribute__((noreturn)); /* the subject that was looked for */
/* A limit was reached: as raise_error, with the code "limit". Never returns. */
int raise_limit(lua_State *, const char *format, ...) __attribute__((noreturn, format(printf, 2, 3)));
/* What was called has failed, and failure says why. Never returns. */
int raise_failed(lua_State *) __attribute__((noreturn));
/* Checks the arena after a piece of work: raises a memory failure, or the limit. */
void check_memory(lua_State *);
/* The engine has worked for the rule: counts as so many instructions, so that no limit is left to the clock. */
void spend(lua_State *, uint64_t instructions);
void fail(struct machine *, const char *code, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Runs fn(L) with one light argument inside the limits. False: failure is set. *ret_marker: an unknown or out-of-scope
 * marker ended it (then true is returned). */
enum ended { ENDED_WELL, ENDED_FOUND, ENDED_UNKNOWN, ENDED_OUT_OF_SCOPE, ENDED_FAILED };
enum ended machine_protect(struct machine *, lua_CFunction fn, void *argument);
void limits_on(struct machine *);
void limits_off(struct machine *);
/* Another rule: what its subjects take together is counted from here on. */
void limits_of_rule(struct machine *);
/* The subject's use goes to the rule's account. False: the rule has used too much, and failure says so. */
bool limits_settle(struct machine *);

/* ---- handles ---- */
void handle_push(lua_State *, unsigned kind, unsigned view, uint32_t row, bool apart);
bool handle_is(lua_State *, int index);
/* The handle at the index; raises for anything else or for one of another subject. */
struct handle handle_read(lua_State *, int index);
void record_push(lua_State *, ref, unsigned view, bool apart);
ref record_read(lua_State *, int index, enum kind, struct handle *ret_handle); /* raises unless of the kind */
uint32_t entity_read(lua_State *, int index, struct handle *ret_handle);       /* its row */
struct moment moment_of(struct machine *, unsigned view);
struct moment market_moment_of(struct machine *, unsigned view);
int market_shares_of(lua_State *);
/* In `subjects` no target stands apart yet: the one that a call names does. */
struct moment moment_for(struct moment, struct handle a, struct handle b);
/* A word of the list, as the case has it; raises, with the nearest, for what cannot be one. */
uint32_t word_argument(lua_State *, const char *name, enum list);
/* After a figure of the economics. */
void worked(lua_State *);
/* What an enumeration looked through, and how much it found: why a rule has no subject rests on it. */
void looked_through(struct machine *, const struct query *, uint32_t of, int32_t complete, uint32_t found);
int case_owners(lua_State *), case_parts(lua_State *); /* chains.c */
/* Rows of the markets in which both sell, in the arena of the subject: the sure ones, then those that perhaps are. May raise. */
uint32_t *markets_of_two(lua_State *, struct moment, uint32_t a, uint32_t b, uint32_t *ret_count,
                         uint32_t *ret_perhaps);
const char *value_described(lua_State *, int index); /* "a set", "a quantity", "a string", ... */

/* ---- values ---- */
void quantity_push(lua_State *, const struct quantity *);
struct quantity *quantity_read(lua_State *, int index); /* raises: "a bare number ..." */
void set_push(lua_State *, struct set *, unsigned view);
struct made_set *set_read(lua_State *, int index); /* and marks it used */
/* How long a record that has a time lasts, from its first day to its last, or the last of what it is part of. Where no
 * end is recorded, what is in force has run so far at least, and nothing bounds it above; a measurement, which counts
 * until a later one, is open above instead (quantity.h). Its days go on the trail. */
struct quantity lasts_of(lua_State *, ref record);
/* Where no end of the record is recorded, and so nothing bounds how long it `lasts`: a need on the trail. */
void need_end(lua_State *, ref record, const struct quantity *lasts);
void list_push(lua_State *, const struct made_list *);
void value_push(lua_State *, const struct figure_value *, unsigned view);
void word_push(lua_State *, uint32_t word);
/* Pushes what a field says: a word, record, list or quantity; raises unknown, or an error where there is none. */
int field_push(lua_State *, struct handle, enum field);
/* A bool that a rule asked for: an error inside a figure. */
int bool_push(lua_State *, bool);
/* The answer of a query: turns, counts absences, raises unknown as the mode has it. */
int answer_push(lua_State *, struct answer, bool none);
int truth_push(lua_State *, enum truth);
/* A comparison's answer, recorded. */
int compared_push(lua_State *, struct compared_sides *);
/* The name of the figure or param that a quantity came from is not kept: comparisons name their sides by value. */

/* ---- filters ---- */
/* Reads the filter table at the index (may be none or nil for no conditions). */
struct query *filter_read(lua_State *, int index, enum kind);
/* Is the value at the index the word that asks of a number whether it is something? */
bool asks_some(lua_State *, int index, enum field);
struct condition *conditions_read(lua_State *, int index, enum kind, uint32_t *ret_count);
/* How many values stand in the raw table, which holds nothing but values 1 to n; -1: it is no such list. */
lua_Integer list_length(lua_State *, int table);
/* Contents of a table that may be a read-only proxy: pushes the raw table. */
void raw_contents(lua_State *, int index);
/* Pushes the field of a raw table, whose index is counted from below; its type. */
int raw_field(lua_State *, int table, const char *name);

/* ---- methods ---- */
extern const luaL_Reg case_methods[], set_methods[], list_methods[], entity_methods[], market_methods[],
    record_methods[], global_functions[];
/* Into the table on top; each fails by name when it is given more than api.def says. Object as api_calls has it. */
void functions_counted(lua_State *, const char *object, const luaL_Reg *);
int case_records(lua_State *, enum kind); /* case:KINDS(filter) */
int handle_index(lua_State *);
void handles_open(lua_State *); /* the metatable of light userdata */
int quantity_arithmetic(lua_State *, int op);
int quantity_comparison(lua_State *, enum comparison op);
/* An iterator over `count` tuples of `width` refs in the case's arena; the upper half of a cell: it stands apart. */
int tuples_push(lua_State *, const uint64_t *cells, lua_Integer count, lua_Integer width, unsigned view);
int set_iterate(lua_State *), list_iterate(lua_State *);

/* ---- subjects ---- */
int each_subject(lua_State *); /* each(role, ...): adds to what machine_subjects collects */
/* The day of the case, with the subject's target apart, if it has one. */
struct moment subject_moment(const struct machine *, const struct subject *, unsigned roles);

/* ---- sandbox ---- */
bool sandbox_open(struct machine *); /* in protected mode: environment, stripped libraries, require */
void frozen_open(lua_State *);       /* before anything is frozen or watched */
/* A read-only table over the one on top of the stack, which it replaces; it counts as frozen. `missing` (NULL: nil) answers
 * for a name that it has not, `written` (NULL: the refusal that a frozen table gives) is called for a write. */
void sandbox_readonly(lua_State *, lua_CFunction missing, lua_CFunction written);
/* Closes what a file returned: the tables that its functions reach are read-only from here, and where `watched` the
 * functions' upvalues are remembered. Of a rule, whose own table no function sees; or with NULL of what was required,
 * which is read-only itself. What is read-only raises too when it is asked for a name that is not in it. Raises on memory. */
void sandbox_close(lua_State *, int index, const struct rule *, bool watched);
bool sandbox_kept(lua_State *, const struct rule *, const char **ret_name); /* did one change? restores it */
/* The text at the index, without a zero byte in it. */
const char *text_argument(lua_State *, int index);
/* Pushes a function and gives true, or a message and false. The digest is that of the text, by which one of the shipped is found
 * that the build has compiled (compiled.h); NULL: it is compiled here. Assigns: see guards_load. */
bool load_chunk(lua_State *, const char *name, const char *text, size_t length, const char *digest, bool *ret_assigns);

/* ---- loading ---- */
bool phrase_read(struct machine *, const struct rule *, const char *text, bool compares, bool each,
                 struct phrase *ret_phrase, char *message, size_t size);
#endif
