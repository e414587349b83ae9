/* inputs.c - see inputs.h. */
#include "audit/inputs.h"

#include <stdio.h>

#include "audit/rule_files.h"

struct gathering {
    struct cc_engine *engine;
    struct arena arena;
    const char **names; /* of library files: the first folder that has one wins, as for `require` */
    size_t name_count, name_capacity;
    const char **sources; /* digests: a folder that is looked at twice counts once */
    size_t source_count, source_capacity;
    struct text library, source; /* what the digests are over */
    bool unreadable;
};

static bool is_known(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(names[i], name)) return true;
    return false;
}

static void add_name(struct gathering *g, const char ***names, size_t *count, size_t *capacity, const char *name)
{
    void *moved = arena_grow(&g->arena, (void *)*names, *count, capacity, sizeof **names);
    if (!moved) return;
    *names = moved;
    (*names)[(*count)++] = arena_copy(&g->arena, name, strlen(name));
}

static void say_unreadable(struct gathering *g, const char *path)
{
    g->unreadable = true;
    engine_say(g->engine, CODE_IO, path, 0, NULL, "cannot be read, so that the audit cannot say what it was made from");
}

/* False: there is none, or it cannot be read. */
static bool digest_file(struct gathering *g, const char *path, char out[DIGEST_HEX])
{
    struct text text;
    text_init(&text, g->engine->allocator, (size_t)16 << 20);
    bool well = rule_file_read(&g->engine->files, path, &text);
    if (well) digest_hex(text.data ? text.data : "", text.length, out);
    if (text.no_memory) g->arena.failed = true;
    else if (!well && rule_path_exists(&g->engine->files, path)) say_unreadable(g, path);
    text_free(&text);
    return well;
}

static void add_library(struct gathering *g, const char *folder)
{
    char path[1100], digest[DIGEST_HEX];
    struct rule_files files;
    snprintf(path, sizeof path, "%s/lib", folder);
    bool listed = module_files_list(g->engine->allocator, &g->engine->files, path, &files);
    if (files.no_memory) g->arena.failed = true;
    else if (!listed && rule_path_exists(&g->engine->files, path)) say_unreadable(g, path);
    for (size_t i = 0; i < files.count && !g->arena.failed; i++) {
        const char *name = files.paths[i] + strlen(path);
        if (is_known(g->names, g->name_count, name) || !digest_file(g, files.paths[i], digest)) continue;
        add_name(g, &g->names, &g->name_count, &g->name_capacity, name);
        text_add(&g->library, "%s %s\n", name, digest);
    }
    rule_files_free(g->engine->allocator, &files);
}

static void add_folder(struct gathering *g, const char *folder)
{
    char path[1100], digest[DIGEST_HEX];
    add_library(g, folder);
    snprintf(path, sizeof path, "%s/sources.json", folder);
    if (g->arena.failed || !digest_file(g, path, digest) || is_known(g->sources, g->source_count, digest)) return;
    add_name(g, &g->sources, &g->source_count, &g->source_capacity, digest);
    text_add(&g->source, "%s\n", digest);
}

const struct inputs *inputs_of(struct cc_engine *engine, bool *ret_no_memory)
{
    struct gathering g = { .engine = engine };
    char beside[1100];
    if (engine->inputs) return engine->inputs;
    struct inputs *inputs = arena_take(&engine->arena, sizeof *inputs);
    arena_init(&g.arena, engine->allocator, 0);
    text_init(&g.library, engine->allocator, 0), text_init(&g.source, engine->allocator, 0);
    for (size_t i = 0; i < engine->folder_count; i++) { /* as set_folders in engine.c has them */
        snprintf(beside, sizeof beside, "%.1000s/..", engine->folders[i]);
        add_folder(&g, engine->folders[i]);
        add_folder(&g, beside);
    }
    if (engine->shipped) add_folder(&g, engine->shipped);
    *ret_no_memory = !inputs || g.arena.failed || g.library.failed || g.source.failed;
    if (!*ret_no_memory && !g.unreadable) {
        digest_hex(g.library.data ? g.library.data : "", g.library.length, inputs->library);
        digest_hex(g.source.data ? g.source.data : "", g.source.length, inputs->sources);
        engine->inputs = inputs;
    }
    text_free(&g.library), text_free(&g.source);
    arena_free(&g.arena);
    return engine->inputs;
}

/* ---- options ---- */

static const char *copy_text(struct arena *arena, const char *text)
{
    return text ? arena_copy(arena, text, strlen(text)) : NULL;
}

static cc_words copy_words(struct arena *arena, cc_words words)
{
    const char **items = arena_array(arena, words.count + 1, sizeof *items);
    for (size_t i = 0; items && i < words.count; i++) items[i] = copy_text(arena, words.items[i]);
    return (cc_words){ items, items ? words.count : 0 };
}

bool options_copy(struct arena *arena, const cc_options *from, cc_options *ret_copy)
{
    cc_options copy = *from;
    copy.as_of = copy_text(arena, from->as_of), copy.today = copy_text(arena, from->today);
    copy.law_as_of = copy_text(arena, from->law_as_of);
    copy.only = copy_words(arena, from->only), copy.skip = copy_words(arena, from->skip);
    copy.jurisdictions = copy_words(arena, from->jurisdictions), copy.params = copy_words(arena, from->params);
    *ret_copy = copy;
    return !arena->failed;
}
