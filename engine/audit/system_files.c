/* system_files.c - the files of the system, for an engine that was given no others. A library for a place without files
 * leaves this file out and brings its own cc_system_files. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "audit/rule_files.h"

static cc_file_kind system_kind(void *ud, const char *path)
{
    struct stat status;
    (void)ud;
    if (stat(path, &status)) return errno == ENOENT || errno == ENOTDIR ? CC_NO_FILE : CC_OTHER_FILE;
    return S_ISREG(status.st_mode) ? CC_FILE : S_ISDIR(status.st_mode) ? CC_FOLDER : CC_OTHER_FILE;
}

static bool system_list(void *ud, const char *folder, cc_sink names)
{
    DIR *open = opendir(folder);
    if (!open) return false;
    bool well = true;
    struct dirent *entry;
    while (errno = 0, well && (entry = readdir(open)) != NULL) {
        char path[1024], name[300];
        if (entry->d_name[0] == '.') continue;
        bool fits = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name) < (int)sizeof path;
        bool is_folder = fits && system_kind(ud, path) == CC_FOLDER;
        int length = snprintf(name, sizeof name, "%s%s", entry->d_name, is_folder ? "/" : "");
        well = names.write(names.ud, name, (size_t)length + 1);
    }
    if (well && errno) well = false; /* the rest of the folder is not known */
    closedir(open);
    return well;
}

static bool system_read(void *ud, const char *path, cc_sink bytes)
{
    char block[4096];
    if (system_kind(ud, path) != CC_FILE) return false;
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    bool well = true;
    for (size_t n; well && (n = fread(block, 1, sizeof block, file)) > 0;) well = bytes.write(bytes.ud, block, n);
    well = well && !ferror(file);
    return fclose(file) == 0 && well;
}

const cc_files *cc_system_files(void)
{
    static const cc_files files = { sizeof(cc_files), system_kind, system_list, system_read, NULL };
    return &files;
}
