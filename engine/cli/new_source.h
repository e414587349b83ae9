/* new_source.h - one more source in a sources.json that is there already. */
#ifndef CLI_NEW_SOURCE_H
#define CLI_NEW_SOURCE_H

#include "cli/program.h"

/* Puts the entry, `"id": {…}`, before the others; all else in the file stays as it is. Nothing is done where the id is there.
 * *ret_before: what the file held, free it; NULL where it was not changed. False: it has been said why. */
bool source_add(struct program *, const char *path, const char *id, const char *entry, char **ret_before);
/* The file holds again what it did. */
void source_restore(struct program *, const char *path, const char *before);
#endif
