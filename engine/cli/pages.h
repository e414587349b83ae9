/* pages.h - the files that `docs` writes: below --into alone, and none that somebody else wrote.
 *
 *     char *path = page_path(p, "house/veto.md");        NULL: no name of a page
 *     if (path && page_open(&out, p, path)) ... output_sink, output_commit; then free(path) */
#ifndef CLI_PAGES_H
#define CLI_PAGES_H

#include "cli/program.h"

enum { PAGES_MOST = 1 << 16, FOLDER_LONGEST = 700 /* bytes of --into */ };

bool page_is_named(const struct program *, const char *name);
/* Of README.md, PACK/README.md or PACK/RULE.md, spelled as ids of rules are. On the heap; NULL: the name is none of these, the
 * command writes no pages, or there is no memory. */
char *page_path(const struct program *, const char *name);
/* The folders on its way are made; what docs did not write is not overwritten. False: it has been said. */
bool page_open(struct output *, struct program *, const char *path);
#endif
