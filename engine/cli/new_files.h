/* new_files.h - files that `new` makes: nothing is overwritten, and what was made is taken away where it does not end well.
 *
 *     struct writing w = { .p = p };
 *     if (!make_file(&w, path, text) || ...) take_away(&w);
 *     else say_written(&w); */
#ifndef CLI_NEW_FILES_H
#define CLI_NEW_FILES_H

#include "cli/program.h"

enum { PATH_ROOM = 1024, WORD_LONGEST = 60, MOST_FILES = 3 };

struct writing {
    struct program *p;
    char made[MOST_FILES][PATH_ROOM]; /* files, to be taken away if it does not end well */
    size_t count;
};
/* With the folders on the way. False: it has been said why. */
bool make_file(struct writing *, const char *path, const char *text);
/* Folders stay: they may have been there before. */
void take_away(const struct writing *);
/* A link could lead what is written anywhere. True: it is one, which was said. */
bool is_link(struct program *, const char *path);
/* The folder of --into as a path begins with it: "" or "folder/". False: it is too long, which was said. */
bool into_folder(struct program *, char ret_folder[PATH_ROOM]);
void say_no_room(struct program *);

/* Small letters, digits and - between them. */
bool is_word(const char *word, size_t length);
/* A text between quotes, as Lua and JSON both read it. */
void put_quoted(FILE *, const char *text);
/* A line with the path of what was made: its folders are what a user or a script gave. */
void say_path(struct program *, const char *before, const char *path, const char *after);
void say_written(const struct writing *);

/* new_facts.c: `new facts NAME`. */
enum status new_facts(struct program *);
#endif
