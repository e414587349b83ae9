/* rule_files.h - which files are rules: in a folder every .lua but lib/, *_test.lua, api.lua and dot files. How
 * files are come by is the caller's (cc_files); cc_system_files are the system's, the one place of the engine that touches
 * its file system. */
#ifndef AUDIT_RULE_FILES_H
#define AUDIT_RULE_FILES_H

#include "base/text.h"
#include "lua/machine.h"

enum { DEEPEST_FOLDER = 8, MOST_FOLDERS = 1000 }; /* the folder that was named is 0; engine.c says the numbers */

struct rule_files {
    char **paths;                    /* sorted */
    size_t count, capacity, folders; /* folders: looked into */
    bool is_folder, no_memory, too_many;
};
/* A file alone, or all rules of a folder and the folders in it; a folder that is not looked into, since it lies deeper than
 * DEEPEST_FOLDER or cannot be had, is listed too, with a slash at its end. False: there is no such path, or no memory. */
bool rule_files_to_load(const cc_allocator *, const cc_files *, const char *path, struct rule_files *ret_files);
/* The same for what rules may require: of a folder lib/ every .lua but *_test.lua. No rule can name what lies in a folder of it, and
 * a lib/ beside the rules may be anybody's, of any size. */
bool module_files_list(const cc_allocator *, const cc_files *, const char *path, struct rule_files *ret_files);
/* The same for *_test.lua. */
bool test_files_list(const cc_allocator *, const cc_files *, const char *path, struct rule_files *ret_files);
void rule_files_free(const cc_allocator *, struct rule_files *);
/* Reads a whole file; false when there is none, it cannot be read, or it passes the text's limit. */
bool rule_file_read(const cc_files *, const char *path, struct text *ret_text);
/* False only where there surely is nothing of that name. */
bool rule_path_exists(const cc_files *, const char *path);
#endif
