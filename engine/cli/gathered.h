/* gathered.h - the rule files that a command behind the wall has: read before it is sealed, and served from memory after.
 *
 * Taken in are the .lua files and sources.json of the folders that were named, and of lib/ beside and in them and in the
 * shipped rules. What a link leads to must lie there too, else it is left out, which is said of each: a rule or a folder that is
 * left out fails by its path when rules are loaded; of what lies beside a folder that was named, and may be anybody's, it is
 * said only when a rule asks for it. Tests of rules are
 * taken in only where they are asked for, since they are as many bytes again.
 *
 *     struct gathered g = { .speaker = s };
 *     gathered_add(&g, "rules/house");      what --rules names
 *     gathered_add_shipped(&g, shipped);    its lib/ and sources.json
 *     if (!gathered_close(&g)) ... no memory
 *     cc_files files = gathered_files(&g);  lives as long as g, which nobody frees: the process ends with it */
#ifndef CLI_GATHERED_H
#define CLI_GATHERED_H

#include <sys/types.h>

#include "cli/options.h"

struct gathered_file {
    char *path; /* as the engine asks for it, without doubled slashes */
    cc_file_kind kind;
    char *bytes; /* of a file; of a folder, its names as cc_files has them */
    size_t length, room;
    bool shipped; /* it lies among the rules that came with the program */
    int error;    /* errno, where the path was named and leads nowhere */
};
/* What several folders share, by all of its names. */
struct gathered_shared {
    char *path;
    const char *of; /* its first name, by which it was taken in; NULL: this is it */
    dev_t device;
    ino_t inode;
};
struct gathered {
    struct speaker *speaker;
    bool tests; /* *_test.lua too */
    bool no_memory;
    bool in_lib;         /* what is taken in now is required, not loaded */
    bool ours;           /* what is taken in now lies among the shipped rules */
    bool beside;         /* what is taken in now was not named */
    size_t bytes;        /* taken in so far */
    size_t folders;      /* of the path that was named last */
    struct values named; /* on the heap, as are the real names of what may be read: */
    struct values roots;
    struct values told;     /* of what leads out, which is said in the end */
    struct values left_out; /* of what does and was not named, which is said when a rule asks for it: */
    bool *said;             /* of each: it was */
    const char *shipped;
    struct gathered_file *files;
    size_t count, room;
    struct gathered_shared *shared;
    size_t shared_count;
};
/* A folder of rules or a single file, with its test or rule beside it. */
void gathered_add(struct gathered *, const char *path);
void gathered_add_shipped(struct gathered *, const char *folder);
/* After the last. False: there was no memory for all of it. */
bool gathered_close(struct gathered *);
cc_files gathered_files(struct gathered *);
/* Is this rule one of those that came with the program? False also where a link stands for it. */
bool gathered_is_shipped(const struct gathered *, const char *path);
/* Does this path, a folder or a file, lead to the shipped rules and to nothing else? Not where a link stands for a file, since
 * what lies beside the link, its lib/ and its test, comes with it. shipped: the real path of their folder. */
bool path_is_shipped(const char *shipped, const char *path);
/* Why a path that was named cannot be looked at: an errno; 0: it can. */
int gathered_error(const struct gathered *, const char *path);
#endif
