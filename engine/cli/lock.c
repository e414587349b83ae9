/* lock.c - see lock.h. */
#include "cli/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>

bool lock_folder_of(struct speaker *s, const char *path)
{
    char folder[PATH_MAX] = ".";
    const char *slash = strrchr(path, '/');
    if (slash) snprintf(folder, sizeof folder, "%.*s", slash == path ? 1 : (int)(slash - path), path);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC); /* held until the process ends */
    int status = fd < 0 ? -1 : flock(fd, LOCK_EX);
    while (status && fd >= 0 && errno == EINTR) status = flock(fd, LOCK_EX);
    if (!status || (fd >= 0 && (errno == ENOLCK || errno == ENOTSUP || errno == EINVAL))) return true;
    speak_error(s, "io", path, NULL, "its folder cannot be locked: %s", strerror(errno));
    return false;
}
