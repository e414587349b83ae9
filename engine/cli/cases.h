/* cases.h - a case from a file, as the options alter it. */
#ifndef CLI_CASES_H
#define CLI_CASES_H

#include "cli/input.h"
#include "cli/program.h"

/* NULL: it has been said what is wrong. ret_name: as the file is called in messages, in any case; it lives as long as path. */
cc_case *case_open(struct program *, const char *path, const char **ret_name);
/* The same. Of facts that are refused the text stays in *ret_in, which is to be freed in any case. */
cc_case *case_read(struct program *, const char *path, struct input *ret_in);
/* Are the options that alter facts given with one FILE, and nothing to be kept for other runs? False: it was said. */
bool alterations_check(struct program *, size_t files);
#endif
