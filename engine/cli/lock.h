/* lock.h - one at a time: who reads a file in order to write it anew holds its folder, so that what two programs write at the
 * same moment is both kept.
 *
 * The lock is the folder's, since the file itself is replaced; it leaves nothing behind, and ends with the process. A file system
 * that knows no locks (ENOLCK, ENOTSUP) is used without. */
#ifndef CLI_LOCK_H
#define CLI_LOCK_H

#include "cli/speaker.h"

/* Waits until nobody else holds the folder of the path. False: it cannot be opened, which was said. */
bool lock_folder_of(struct speaker *, const char *path);
#endif
