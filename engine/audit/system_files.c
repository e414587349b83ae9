/* system_files.c - the files of the system, for an engine that was given no others. A library for a place without files
 * leaves this file out and brings its own cc_system_files. */
#define _DEFAULT_SOURCE 1 /* d_type, where the system has it */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/rule_files.h"

static cc_file_kind system_kind(void *ud, const char *path)
{
    struct stat status;
    (void)ud;
    if (stat(path, &status)) return errno == ENOENT || errno == ENOTDIR ? CC_NO_FILE : CC_OTHER_FILE;
    return S_ISREG(status.st_mode) ? CC_FILE : S_ISDIR(status.st_mode) ? CC_FOLDER : CC_OTHER_FILE;
}

/* Most systems say so in the listing, which saves a look at each file. A link that nobody can follow may be one to a folder of
 * rules, and must not pass for nothing; one that leads nowhere is taken for that where its name has no ending. */
static bool is_folder(const char *folder, const struct dirent *entry)
{
    struct stat status;
    char path[1024];
#ifdef DT_DIR
    if (entry->d_type != DT_UNKNOWN && entry->d_type != DT_LNK) return entry->d_type == DT_DIR;
#endif
    bool fits = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name) < (int)sizeof path;
    if (fits && stat(path, &status)) return errno != ENOENT || !strchr(entry->d_name, '.');
    return fits && S_ISDIR(status.st_mode);
}

static bool system_list(void *ud, const char *folder, cc_sink names)
{
    (void)ud;
    DIR *open = opendir(folder);
    if (!open) return false;
    bool well = true;
    struct dirent *entry;
    while (errno = 0, well && (entry = readdir(open)) != NULL) {
        char name[300];
        if (entry->d_name[0] == '.') continue;
        int length = snprintf(name, sizeof name, "%s%s", entry->d_name, is_folder(folder, entry) ? "/" : "");
        well = names.write(names.ud, name, (size_t)length + 1);
    }
    if (well && errno) well = false; /* the rest of the folder is not known */
    closedir(open);
    return well;
}

/* A file of rules by its name. */
static bool is_rule_file(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    size_t n = strlen(name);
    return !strcmp(name, "sources.json") || (n > 4 && !strcmp(name + n - 4, ".lua"));
}

/* What is no file does not keep us waiting. A link that is named like a rule is followed to what is named so too, and to nothing
 * else, as behind the second wall, where a rule could tell what is in it. */
static int open_rule(const char *path)
{
    const int how = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
    int file = open(path, how | O_NOFOLLOW);
    if (file >= 0) return file;
    if (!is_rule_file(path)) return open(path, how);
    char *real = realpath(path, NULL);
    int led = real && is_rule_file(real) ? open(real, how) : -1;
    free(real);
    return led;
}

static bool system_read(void *ud, const char *path, cc_sink bytes)
{
    char block[16384];
    struct stat status;
    (void)ud;
    int file = open_rule(path);
    if (file < 0) return false;
    bool well = fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    off_t had = 0;
    for (ssize_t n; well && (n = read(file, block, sizeof block)) != 0;) {
        if (n > 0) well = bytes.write(bytes.ud, block, (size_t)n), had += n;
        else well = errno == EINTR;
        if (n > 0 && had == status.st_size) break; /* that was all: nobody need ask whether more comes */
    }
    return close(file) == 0 && well;
}

const cc_files *cc_system_files(void)
{
    static const cc_files files = { sizeof(cc_files), system_kind, system_list, system_read, NULL };
    return &files;
}
