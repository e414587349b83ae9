/* engine.h - an engine: its rules, the machine that runs them, and where it speaks. */
#ifndef AUDIT_ENGINE_H
#define AUDIT_ENGINE_H

#include "audit/audit.h"
#include "base/pool.h"

struct cc_engine {
    const cc_allocator *allocator; /* the pool's, over a copy of the caller's */
    cc_allocator own_allocator;
    struct pool pool;
    cc_diagnostic_fn *emit;
    void *ud;
    struct arena arena; /* rules live here */
    struct machine *machine;
    const struct rule **rules; /* sorted by id */
    size_t rule_count, rule_capacity;
    char rules_digest[65]; /* over the digests of all rules, in the order of their ids */
    char *shipped;         /* in the arena; NULL: none */
    const char *folder;    /* of the rules that are loading; in the arena */
    const char **folders;  /* all of them */
    size_t folder_count, folder_capacity;
    struct inputs *inputs; /* inputs.h; NULL: not asked for since rules were loaded */
    bool lazy;
    cc_files files;
    cc_gate gate; /* pass NULL: none */
    uint64_t seed;
};
struct cc_case {
    struct cc_engine *engine;
    struct facts *facts;
};

/* Says one sentence through the engine's callback. */
void engine_say(struct cc_engine *, enum code, const char *file, uint32_t line, const char *hint, const char *format,
                ...) __attribute__((format(printf, 6, 7)));
/* Whether code of the rule (a path or an id) may run now: NULL, or why not. */
const char *engine_gate(const struct cc_engine *, const char *rule);
/* The i-th rule, compiled if it was only glimpsed. NULL: no memory, which was said. */
const struct rule *engine_rule(struct cc_engine *, size_t i);
/* Does the name match the glob (*, ?, no other)? */
bool glob_matches(const char *glob, const char *name);
#endif
