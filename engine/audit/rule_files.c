/* rule_files.c - finding and reading rule files. */
#include "audit/rule_files.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEEPEST = 8 };
const struct machine_files rule_file_reader = { rule_file_read, NULL };

bool rule_file_read(void *ud, const char *path, struct text *ret_text)
{
    (void)ud;
    struct stat status;
    char block[4096];
    if (stat(path, &status) || !S_ISREG(status.st_mode)) return false;
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    for (size_t n; (n = fread(block, 1, sizeof block, file)) > 0 && !ret_text->failed;) text_bytes(ret_text, block, n);
    bool well = !ferror(file) && !ret_text->failed;
    return fclose(file) == 0 && well;
}

bool rule_path_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

static bool ends_in(const char *name, const char *end)
{
    size_t n = strlen(name), e = strlen(end);
    return n >= e && !strcmp(name + n - e, end);
}
static bool is_test(const char *name) { return ends_in(name, "_test.lua"); }
static bool is_rule(const char *name) { return ends_in(name, ".lua") && !is_test(name) && strcmp(name, "api.lua"); }

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

static bool walk(const cc_allocator *allocator, struct rule_files *files, const char *folder,
                 bool (*wanted)(const char *), int depth)
{
    DIR *open = opendir(folder);
    if (!open) return false;
    bool well = true;
    struct dirent *entry;
    while (errno = 0, well && (entry = readdir(open)) != NULL) {
        char path[1024];
        struct stat status;
        if (entry->d_name[0] == '.') continue;
        /* What is named like a rule and cannot be looked at, or is no file, is listed; reading it will fail, and say so. */
        int length = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        bool is_folder = length < (int)sizeof path && stat(path, &status) == 0 && S_ISDIR(status.st_mode);
        if (!is_folder && wanted(entry->d_name)) well = add_path(allocator, files, path);
        else if (is_folder && depth < DEEPEST && strcmp(entry->d_name, "lib"))
            well = walk(allocator, files, path, wanted, depth + 1);
    }
    if (well && errno) well = false; /* the rest of the folder is not known */
    closedir(open);
    return well;
}

static int by_path(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static bool list(const cc_allocator *allocator, const char *path, bool (*wanted)(const char *),
                 struct rule_files *ret_files)
{
    struct stat status;
    char clean[1024];
    *ret_files = (struct rule_files){ 0 };
    if (snprintf(clean, sizeof clean, "%s", path) >= (int)sizeof clean || stat(path, &status)) return false;
    for (size_t n = strlen(clean); n > 1 && clean[n - 1] == '/';) clean[--n] = 0;
    if (S_ISREG(status.st_mode)) return add_path(allocator, ret_files, clean);
    if (!S_ISDIR(status.st_mode)) return false;
    ret_files->is_folder = true;
    bool well = walk(allocator, ret_files, clean, wanted, 0);
    if (ret_files->count) qsort(ret_files->paths, ret_files->count, sizeof *ret_files->paths, by_path);
    return well;
}

bool rule_files_list(const cc_allocator *allocator, const char *path, struct rule_files *ret_files)
{
    return list(allocator, path, is_rule, ret_files);
}
bool test_files_list(const cc_allocator *allocator, const char *path, struct rule_files *ret_files)
{
    return list(allocator, path, is_test, ret_files);
}

void rule_files_free(const cc_allocator *allocator, struct rule_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        allocator->allocate(allocator->ud, files->paths[i], strlen(files->paths[i]) + 1, 0);
    if (files->paths) allocator->allocate(allocator->ud, files->paths, files->capacity * sizeof *files->paths, 0);
    *files = (struct rule_files){ 0 };
}
