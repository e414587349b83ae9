/* pages.c - see pages.h. Behind the wall it is the process outside that asks for these: the names come from there. */
#include "cli/pages.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_LONGEST = 200 };
static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

/* README.md, or RULE.md */
static bool is_page(const char *name)
{
    size_t stem = strspn(name, letters);
    return !strcmp(name, "README.md") || (stem && !strcmp(name + stem, ".md"));
}

static bool is_name(const char *name)
{
    const char *slash = strchr(name, '/');
    if (!slash) return !strcmp(name, "README.md");
    return slash > name && name + strspn(name, letters) == slash && is_page(slash + 1);
}

bool page_is_named(const struct program *p, const char *name)
{
    return p->request.command == COMMAND_DOCS && option_given(&p->request, OPTION_INTO) &&
           strlen(name) <= NAME_LONGEST && is_name(name);
}

char *page_path(const struct program *p, const char *name)
{
    const char *folder = option_value(&p->request, OPTION_INTO, "");
    if (!page_is_named(p, name)) return NULL;
    size_t size = strlen(folder) + strlen(name) + 2;
    char *path = malloc(size);
    if (path) snprintf(path, size, "%s/%s", folder, name);
    return path;
}

/* Makes the folder where there is none, and opens it. A link is followed at --into itself alone, which the user named: one
 * below could lead the pages anywhere. Returns -1: it has been said. */
static int enter(struct program *p, int base, const char *name, int links, const char *path)
{
    struct stat st;
    int fd = mkdirat(base, name, 0777) == 0 || errno == EEXIST
                 ? openat(base, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | links)
                 : -1,
        error = errno;
    if (fd >= 0) return fd;
    if (links && !fstatat(base, name, &st, AT_SYMLINK_NOFOLLOW) && S_ISLNK(st.st_mode))
        speak_error(&p->speaker, "usage", path, NULL, "is a link, which pages are not written through");
    else speak_error(&p->speaker, "io", path, NULL, "the folder cannot be made: %s", strerror(error));
    return -1;
}

/* --into, then the folder of the pack in it. *ret_name: what the page is called there. */
static int enter_folders(struct program *p, const char *path, const char **ret_name)
{
    const char *into = option_value(&p->request, OPTION_INTO, "");
    const char *name = path + strlen(into) + 1, *slash = strchr(name, '/');
    char pack[NAME_LONGEST + 1], shown[FOLDER_LONGEST + NAME_LONGEST + 2];
    int fd = enter(p, AT_FDCWD, into, 0, into);
    *ret_name = slash ? slash + 1 : name;
    if (fd < 0 || !slash) return fd;
    snprintf(pack, sizeof pack, "%.*s", (int)(slash - name), name);
    snprintf(shown, sizeof shown, "%.*s", (int)(slash - path), path);
    int below = enter(p, fd, pack, O_NOFOLLOW, shown);
    close(fd);
    return below;
}

/* Is there no such file, or one that docs wrote before? */
static bool may_write(struct program *p, const char *path, int folder, const char *name)
{
    static const char mark[] = "<!-- DO NOT EDIT: `" PROGRAM " docs`"; /* as each page begins */
    char begin[sizeof mark];
    struct stat st;
    int fd = openat(folder, name,
                    O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC); /* a named pipe would wait for its other end */
    if (fd < 0 && errno == ENOENT) return true;
    bool is_link = fd < 0 && errno == ELOOP, is_file = fd >= 0 && !fstat(fd, &st) && S_ISREG(st.st_mode);
    ssize_t length = is_file ? read(fd, begin, sizeof mark - 1) : 0;
    if (fd >= 0) close(fd);
    if (length == sizeof mark - 1 && memcmp(begin, mark, sizeof mark - 1) == 0) return true;
    speak_error(&p->speaker, "usage", path, NULL,
                is_link
                    ? "is a link, which pages are not written through"
                    : "is no page that docs wrote, and is not overwritten: move it, or write --into another folder");
    return false;
}

bool page_open(struct output *out, struct program *p, const char *path)
{
    const char *name;
    int folder = enter_folders(p, path, &name);
    if (folder < 0) return false;
    if (may_write(p, path, folder, name)) return output_open_in(out, &p->speaker, path, folder, name);
    close(folder);
    return false;
}
