/* rule_files.c - which files are rules, whoever hands them in. */
#include "audit/rule_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_ROOM = 1024, MOST_NAMES = 4 << 20 /* bytes, of the names in one folder */ };

static bool into_text(void *ud, const char *bytes, size_t length)
{
    struct text *text = ud;
    text_bytes(text, bytes, length);
    return !text->failed;
}

bool rule_file_read(const cc_files *files, const char *path, struct text *ret_text)
{
    return files->read(files->ud, path, (cc_sink){ into_text, ret_text }) && !ret_text->failed;
}

bool rule_path_exists(const cc_files *files, const char *path) { return files->kind(files->ud, path) != CC_NO_FILE; }

static bool ends_in(const char *name, const char *end)
{
    size_t n = strlen(name), e = strlen(end);
    return n >= e && !strcmp(name + n - e, end);
}
static bool is_test(const char *name) { return ends_in(name, "_test.lua"); }
static bool is_module(const char *name) { return ends_in(name, ".lua") && !is_test(name); }
static bool is_rule(const char *name) { return is_module(name) && strcmp(name, "api.lua"); }

static bool add_path(const cc_allocator *allocator, struct rule_files *files, const char *path)
{
    size_t size = strlen(path) + 1;
    if (files->count == files->capacity) {
        size_t room = files->capacity ? files->capacity * 2 : 32;
        char **moved = allocator->allocate(allocator->ud, files->paths, files->capacity * sizeof *moved,
                                           room * sizeof *moved);
        if (!moved) return !(files->no_memory = true);
        files->paths = moved, files->capacity = room;
    }
    char *copy = allocator->allocate(allocator->ud, NULL, 0, size);
    if (!copy) return !(files->no_memory = true);
    files->paths[files->count++] = memcpy(copy, path, size);
    return true;
}

struct walk {
    const cc_allocator *allocator;
    const cc_files *files;
    bool (*wanted)(const char *);
    int deepest;  /* folder that is looked into */
    bool to_load; /* what is passed over is listed */
    struct rule_files *found;
};

static bool walk_folder(const struct walk *, const char *folder, int depth);

static bool pass_over(const struct walk *w, char path[PATH_ROOM])
{
    size_t length = strlen(path);
    if (length == PATH_ROOM - 1) length--; /* it was cut */
    path[length] = '/', path[length + 1] = '\0';
    return !w->to_load || add_path(w->allocator, w->found, path);
}

static bool walk_name(const struct walk *w, const char *folder, const char *name, int depth)
{
    char path[PATH_ROOM];
    size_t length = strlen(name);
    bool is_folder = length && name[length - 1] == '/';
    if (is_folder) length--;
    bool fits = snprintf(path, sizeof path, "%s/%.*s", folder, (int)length, name) < (int)sizeof path;
    if (*name == '.') return true;
    /* What is named like a rule and cannot be looked at, or is no file, is listed; reading it will fail, and say so. */
    if (!is_folder) return !w->wanted(name) || add_path(w->allocator, w->found, path);
    if (!strcmp(name, "lib/")) return true;
    if (!fits || depth == w->deepest) return pass_over(w, path);
    if (walk_folder(w, path, depth + 1)) return true;
    return !w->found->too_many && w->files->kind(w->files->ud, path) != CC_FOLDER && pass_over(w, path);
}

static bool walk_folder(const struct walk *w, const char *folder, int depth)
{
    struct text names;
    if (w->found->folders++ >= MOST_FOLDERS) return w->found->too_many = true, false; /* links can make few many */
    text_init(&names, w->allocator, MOST_NAMES);
    bool well = w->files->list(w->files->ud, folder, (cc_sink){ into_text, &names }) && !names.failed;
    if (names.no_memory) w->found->no_memory = true;
    for (size_t at = 0; well && at < names.length; at += strlen(names.data + at) + 1)
        well = walk_name(w, folder, names.data + at, depth);
    text_free(&names);
    return well;
}

static int by_path(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static bool list(const struct walk *w, const char *path)
{
    char clean[1024];
    *w->found = (struct rule_files){ 0 };
    if (snprintf(clean, sizeof clean, "%s", path) >= (int)sizeof clean) return false;
    cc_file_kind kind = w->files->kind(w->files->ud, path);
    for (size_t n = strlen(clean); n > 1 && clean[n - 1] == '/';) clean[--n] = 0;
    if (kind == CC_FILE) return add_path(w->allocator, w->found, clean);
    if (kind != CC_FOLDER) return false;
    w->found->is_folder = true;
    bool well = walk_folder(w, clean, 0);
    if (w->found->count) qsort(w->found->paths, w->found->count, sizeof *w->found->paths, by_path);
    return well;
}

bool module_files_list(const cc_allocator *allocator, const cc_files *files, const char *path,
                       struct rule_files *ret_files)
{
    return list(&(struct walk){ allocator, files, is_module, 0, false, ret_files }, path);
}
bool rule_files_to_load(const cc_allocator *allocator, const cc_files *files, const char *path,
                        struct rule_files *ret_files)
{
    return list(&(struct walk){ allocator, files, is_rule, DEEPEST_FOLDER, true, ret_files }, path);
}
bool test_files_list(const cc_allocator *allocator, const cc_files *files, const char *path,
                     struct rule_files *ret_files)
{
    return list(&(struct walk){ allocator, files, is_test, DEEPEST_FOLDER, false, ret_files }, path);
}

void rule_files_free(const cc_allocator *allocator, struct rule_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        allocator->allocate(allocator->ud, files->paths[i], strlen(files->paths[i]) + 1, 0);
    if (files->paths) allocator->allocate(allocator->ud, files->paths, files->capacity * sizeof *files->paths, 0);
    *files = (struct rule_files){ 0 };
}
