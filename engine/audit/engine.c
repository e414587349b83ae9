/* engine.c - an engine's life: made, filled with rules, freed. */
#include "audit/engine.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/rule_files.h"
#include "base/digest.h"

void engine_say(struct cc_engine *engine, enum code code, const char *file, uint32_t line, const char *hint,
                const char *format, ...)
{
    char raw[500], message[600], shown_hint[200]; /* Lua quotes the text of a rule as it is */
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(raw, sizeof raw, format, arguments);
    va_end(arguments);
    engine->emit(engine->ud,
                 &(cc_diagnostic){ .size = sizeof(cc_diagnostic),
                                   .code = codes[code].word,
                                   .file = file,
                                   .line = line,
                                   .message = shown_safely(raw, message, sizeof message),
                                   .hint = hint ? shown_safely(hint, shown_hint, sizeof shown_hint) : NULL });
}

/* The seed of the hash tables: from an address, which differs from run to run where the system sees to it. */
static uint64_t seed_of(const void *address)
{
    uint64_t bits = (uint64_t)(uintptr_t)address;
    return (bits ^ bits >> 29) * UINT64_C(0x9E3779B97F4A7C15);
}

/* What `require` and sources.json name. */
static bool read_file(void *ud, const char *path, struct text *ret_text)
{
    return rule_file_read(&((cc_engine *)ud)->files, path, ret_text);
}

cc_engine *cc_engine_new(const cc_limits *limits, const cc_allocator *allocator, cc_diagnostic_fn *emit, void *ud)
{
    const cc_allocator *from = allocator ? allocator : &allocator_default;
    cc_engine *engine = from->allocate(from->ud, NULL, 0, sizeof *engine);
    if (engine) {
        memset(engine, 0, sizeof *engine);
        engine->own_allocator = *from;
        pool_init(&engine->pool, &engine->own_allocator);
        engine->allocator = &engine->pool.allocator;
        engine->emit = emit, engine->ud = ud, engine->seed = seed_of(engine);
        arena_init(&engine->arena, engine->allocator, 0);
        engine->files = *cc_system_files();
        engine->machine = machine_new(&engine->own_allocator, limits, (struct machine_files){ read_file, engine },
                                      &engine->arena);
        if (engine->machine) return engine;
        cc_engine_free(engine);
    }
    emit(ud, &(cc_diagnostic){ .size = sizeof(cc_diagnostic),
                               .code = codes[CODE_MEMORY].word,
                               .message = "no memory was left to begin" });
    return NULL;
}

void cc_engine_free(cc_engine *engine)
{
    if (!engine) return;
    cc_allocator allocator = engine->own_allocator;
    machine_free(engine->machine);
    arena_free(&engine->arena);
    pool_free(&engine->pool);
    allocator.allocate(allocator.ud, engine, sizeof *engine, 0);
}

bool cc_engine_set_shipped(cc_engine *engine, const char *folder)
{
    engine->shipped = arena_copy(&engine->arena, folder, strlen(folder));
    if (engine->shipped) return true;
    engine_say(engine, CODE_MEMORY, NULL, 0, NULL, "no memory was left");
    return false;
}

void cc_engine_set_files(cc_engine *engine, const cc_files *files)
{
    engine->files = files ? *files : *cc_system_files();
}

void cc_engine_set_gate(cc_engine *engine, const cc_gate *gate) { engine->gate = gate ? *gate : (cc_gate){ 0 }; }

const char *engine_gate(const cc_engine *engine, const char *rule)
{
    return engine->gate.pass ? engine->gate.pass(engine->gate.ud, rule) : NULL;
}

/* ---- loading ---- */

/* Does x come before y? */
static bool in_order(const struct rule *x, const struct rule *y)
{
    int order = strcmp(x->id, y->id);
    return order ? order < 0 : strcmp(x->path, y->path) < 0;
}

/* After the last of several rules, since it reads them all. */
static bool digest_rules(cc_engine *engine)
{
    struct text all;
    text_init(&all, engine->allocator, 0);
    for (size_t i = 0; i < engine->rule_count; i++)
        text_add(&all, "%s %s\n", engine->rules[i]->id, engine->rules[i]->digest);
    bool well = !all.failed;
    digest_hex(all.data ? all.data : "", all.length, engine->rules_digest);
    text_free(&all);
    if (!well) engine_say(engine, CODE_MEMORY, NULL, 0, NULL, "no memory was left to load the rules");
    return well;
}

/* One id twice is an error of the later one, which is then listed by its path. */
static bool refuse_double(cc_engine *engine, struct rule *rule)
{
    for (size_t i = 0; i < engine->rule_count && rule->id_known; i++) {
        const struct rule *known = engine->rules[i];
        if (!known->id_known || strcmp(known->id, rule->id)) continue;
        if (!strcmp(known->path, rule->path)) return true; /* the very same file, named twice */
        char message[300];
        snprintf(message, sizeof message, "the id '%.80s' is taken by %.120s", rule->id, known->path);
        rule->error = arena_copy(&engine->arena, message, strlen(message));
        rule->id = rule->path, rule->id_known = false;
    }
    return false;
}

static bool add_rule(cc_engine *engine, struct rule *rule)
{
    void *moved = NULL;
    if (!rule) goto memory;
    if (refuse_double(engine, rule)) return true;
    moved = arena_grow(&engine->arena, (void *)engine->rules, engine->rule_count, &engine->rule_capacity,
                       sizeof *engine->rules);
    if (!moved) goto memory;
    engine->rules = moved;
    size_t at = engine->rule_count++;
    for (; at > 0 && in_order(rule, engine->rules[at - 1]); at--) engine->rules[at] = engine->rules[at - 1];
    engine->rules[at] = rule;
    if (!rule->error) return true;
    engine_say(engine, CODE_RULE, rule->path, rule->error_line, NULL, "%s", rule->error);
    return false;
memory:
    engine_say(engine, CODE_MEMORY, NULL, 0, NULL, "no memory was left to load a rule");
    return false;
}

/* A rule that is known by its path alone: it stands in every audit as failed. */
static struct rule *unreadable(cc_engine *engine, const char *path, const char *why)
{
    struct rule *rule = arena_take(&engine->arena, sizeof *rule);
    if (!rule) return NULL;
    rule->id = rule->path = arena_copy(&engine->arena, path, strlen(path));
    rule->error = why, rule->digest = "";
    return rule->id ? rule : NULL;
}

/* The text lives as long as the engine. */
static struct rule *load_kept(cc_engine *engine, const char *path, const char *text, size_t length)
{
    const char *why = engine_gate(engine, path);
    return why ? unreadable(engine, path, why) : machine_load(engine->machine, path, text, length);
}

static struct rule *load_text(cc_engine *engine, const char *path, const char *text, size_t length)
{
    const char *kept = arena_copy(&engine->arena, text, length);
    return kept ? load_kept(engine, path, kept, length) : NULL;
}

bool cc_engine_load_rule_text(cc_engine *engine, const char *name, const char *text, size_t length)
{
    if (engine->shipped && !machine_set_folders(engine->machine, (const char *const[]){ engine->shipped }, 1)) {
        engine_say(engine, CODE_MEMORY, name, 0, NULL, "no memory was left to load the rule");
        return false;
    }
    bool loaded = add_rule(engine, load_text(engine, name, text, length));
    return digest_rules(engine) && loaded;
}

void cc_engine_set_lazy(cc_engine *engine, bool lazy) { engine->lazy = lazy; }

/* A rule of which only the head is known. NULL: it must be compiled to be known, or there is no memory for less. */
static struct rule *glimpse(cc_engine *engine, const char *path, const struct text *text)
{
    static const char *const known[] = { "US", "EU", "UK", "DE", "FR" };
    char id[128], jurisdiction[8];
    const char *found = NULL;
    if (!rule_glimpse(text->data ? text->data : "", text->length, id, sizeof id, jurisdiction, sizeof jurisdiction))
        return NULL;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(known[i], jurisdiction)) found = known[i];
    struct rule *rule = found ? arena_take(&engine->arena, sizeof *rule) : NULL;
    char *digest = rule ? arena_take(&engine->arena, DIGEST_HEX) : NULL;
    if (!digest) return NULL;
    digest_hex(text->data, text->length, digest);
    rule->text = arena_copy(&engine->arena, text->data, text->length), rule->text_length = text->length;
    rule->id = arena_copy(&engine->arena, id, strlen(id)), rule->path = arena_copy(&engine->arena, path, strlen(path));
    rule->digest = digest, rule->jurisdiction = found, rule->folder = engine->folder;
    rule->id_known = rule->glimpsed = true;
    return rule->id && rule->path && rule->text ? rule : NULL;
}

/* Its rules are not known, so it fails as one would: known by its path alone, which ends in a slash. */
static void refuse_folder(cc_engine *engine, const char *path)
{
    char folder[1024];
    snprintf(folder, sizeof folder, "%.*s", (int)strlen(path) - 1, path);
    bool deep = engine->files.kind(engine->files.ud, folder) == CC_FOLDER;
    struct rule *rule = unreadable(engine, path,
                                   deep ? "the folder lies more than 8 folders deep: no rule in it is read"
                                        : "the folder cannot be read");
    if (rule && !(rule->path = arena_copy(&engine->arena, folder, strlen(folder)))) rule = NULL;
    add_rule(engine, rule);
}

static bool load_file(cc_engine *engine, const char *path)
{
    if (path[strlen(path) - 1] == '/') return refuse_folder(engine, path), false;
    struct text text;
    text_init(&text, engine->allocator, (size_t)1 << 20);
    bool loaded = false;
    if (rule_file_read(&engine->files, path, &text)) {
        struct rule *rule = engine->lazy ? glimpse(engine, path, &text) : NULL;
        if (!rule) rule = load_text(engine, path, text.data ? text.data : "", text.length);
        loaded = add_rule(engine, rule);
    } else if (text.no_memory) engine_say(engine, CODE_MEMORY, path, 0, NULL, "no memory was left to read the rule");
    else
        add_rule(engine,
                 unreadable(engine, path, text.failed ? "a rule file has at most 1 MB" : "the file cannot be read"));
    text_free(&text);
    return loaded;
}

/* lib/ and sources.json are looked up in the path's folder, beside it, then among the shipped ones. */
static bool set_folders(cc_engine *engine, const char *folder)
{
    char beside[1100];
    const char *folders[3] = { folder, beside, engine->shipped };
    snprintf(beside, sizeof beside, "%.1000s/..", folder);
    bool own = engine->shipped && strcmp(folder, engine->shipped) != 0; /* sources.json is read from each */
    return machine_set_folders(engine->machine, folders, own ? 3 : 2);
}

/* What became of a glimpsed rule takes its place; its id stays, so the order does. The text is the one that was glimpsed and is
 * in the digest, whatever has become of the file. */
static const struct rule *compile(cc_engine *engine, size_t i)
{
    const struct rule *head = engine->rules[i];
    struct rule *rule = NULL;
    if (set_folders(engine, head->folder)) rule = load_kept(engine, head->path, head->text, head->text_length);
    if (!rule) {
        engine_say(engine, CODE_MEMORY, head->path, 0, NULL, "no memory was left to load a rule");
        return NULL;
    }
    if (!rule->error && strcmp(rule->id, head->id)) rule->error = "its id is not the one that its text has";
    rule->id = head->id, rule->id_known = true;
    if (!rule->jurisdiction) rule->jurisdiction = head->jurisdiction;
    if (rule->error) engine_say(engine, CODE_RULE, rule->path, rule->error_line, NULL, "%s", rule->error);
    return engine->rules[i] = rule;
}

const struct rule *engine_rule(cc_engine *engine, size_t i)
{
    return engine->rules[i]->glimpsed ? compile(engine, i) : engine->rules[i];
}

const char *cc_engine_rule_id(const cc_engine *engine, size_t i)
{
    return i < engine->rule_count ? engine->rules[i]->id : NULL;
}

const char *cc_engine_rule_path(const cc_engine *engine, const char *id)
{
    for (size_t i = 0; i < engine->rule_count; i++)
        if (!strcmp(engine->rules[i]->id, id)) return engine->rules[i]->path;
    return NULL;
}

static bool add_folder(cc_engine *engine)
{
    void *moved = arena_grow(&engine->arena, (void *)engine->folders, engine->folder_count, &engine->folder_capacity,
                             sizeof *engine->folders);
    if (!moved) return false;
    engine->folders = moved;
    engine->folders[engine->folder_count++] = engine->folder;
    engine->inputs = NULL;
    return true;
}

/* A folder that is there stands in each audit as failed, as one within it would. */
static void refuse_path(cc_engine *engine, const char *path, const struct rule_files *files)
{
    if (files->no_memory) engine_say(engine, CODE_MEMORY, path, 0, NULL, "no memory was left to list the rules");
    else if (!files->is_folder) engine_say(engine, CODE_IO, path, 0, NULL, "no rule file and no folder of rules");
    else {
        add_rule(engine, unreadable(engine, path,
                                    files->too_many
                                        ? "more than 1000 folders, with those that links lead to: no rule in it is read"
                                        : "the folder cannot be read"));
        digest_rules(engine);
    }
}

bool cc_engine_load_rules(cc_engine *engine, const char *path)
{
    char folder[1024];
    struct rule_files files;
    if (!rule_files_to_load(engine->allocator, &engine->files, path, &files)) {
        refuse_path(engine, path, &files);
        rule_files_free(engine->allocator, &files);
        return false;
    }
    snprintf(folder, sizeof folder, "%s", path);
    if (!files.is_folder) {
        char *slash = strrchr(folder, '/');
        if (slash) *slash = 0;
        else snprintf(folder, sizeof folder, ".");
    }
    engine->folder = arena_copy(&engine->arena, folder, strlen(folder));
    bool all = engine->folder && add_folder(engine) && set_folders(engine, folder);
    if (!all) {
        engine_say(engine, CODE_MEMORY, path, 0, NULL, "no memory was left to load the rules");
        rule_files_free(engine->allocator, &files);
        return false;
    }
    for (size_t i = 0; i < files.count; i++)
        if (!load_file(engine, files.paths[i])) all = false;
    if (!digest_rules(engine)) all = false;
    if (!files.count) {
        engine_say(engine, CODE_RULE, path, 0, NULL, "there is no rule here");
        all = false;
    }
    rule_files_free(engine->allocator, &files);
    return all;
}

/* ---- cases ---- */

cc_case *cc_case_parse(cc_engine *engine, const char *name, const char *json, size_t length)
{
    struct facts *facts = facts_read(engine->allocator, engine->seed, name, json, length, engine->emit, engine->ud);
    if (!facts) return NULL;
    cc_case *c = engine->allocator->allocate(engine->allocator->ud, NULL, 0, sizeof *c);
    if (!c) {
        facts_free(facts);
        engine_say(engine, CODE_MEMORY, name, 0, NULL, "no memory was left");
        return NULL;
    }
    *c = (cc_case){ engine, facts };
    return c;
}

void cc_case_free(cc_case *c)
{
    if (!c) return;
    const cc_allocator *allocator = c->engine->allocator;
    facts_free(c->facts);
    allocator->allocate(allocator->ud, c, sizeof *c, 0);
}

bool glob_matches(const char *glob, const char *name)
{
    const char *star = NULL, *retry = NULL;
    while (*name) {
        if (*glob == '*') star = glob++, retry = name;
        else if (*glob == '?' || *glob == *name) glob++, name++;
        else if (star) glob = star + 1, name = ++retry;
        else return false;
    }
    while (*glob == '*') glob++;
    return !*glob;
}
