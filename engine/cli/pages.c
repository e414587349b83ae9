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

static bool make_folder(struct program *p, const char *path)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST) return true;
    speak_error(&p->speaker, "io", path, NULL, "the folder cannot be made: %s", strerror(errno));
    return false;
}

/* --into, and the folder of the pack in it. */
static bool make_folders(struct program *p, const char *path)
{
    char folder[FOLDER_LONGEST + 256];
    size_t into = strlen(option_value(&p->request, OPTION_INTO, ""));
    const char *last = strrchr(path, '/');
    snprintf(folder, sizeof folder, "%.*s", (int)into, path);
    if (!make_folder(p, folder)) return false;
    if ((size_t)(last - path) <= into) return true;
    snprintf(folder, sizeof folder, "%.*s", (int)(last - path), path);
    return make_folder(p, folder);
}

/* Is there no such file, or one that docs wrote before? */
static bool may_write(struct program *p, const char *path)
{
    static const char mark[] = "<!-- DO NOT EDIT: `" PROGRAM " docs`"; /* as each page begins */
    char begin[sizeof mark];
    struct stat st;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC); /* a named pipe would wait for its other end */
    if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
        return true; /* what else is in the way is said when it is written */
    bool is_file = fd >= 0 && !fstat(fd, &st) && S_ISREG(st.st_mode);
    ssize_t length = is_file ? read(fd, begin, sizeof mark - 1) : 0;
    if (fd >= 0) close(fd);
    if (length == sizeof mark - 1 && memcmp(begin, mark, sizeof mark - 1) == 0) return true;
    speak_error(&p->speaker, "usage", path, NULL,
                "is no page that docs wrote, and is not overwritten: move it, or write --into another folder");
    return false;
}

bool page_open(struct output *out, struct program *p, const char *path)
{
    return make_folders(p, path) && may_write(p, path) && output_open(out, &p->speaker, path);
}
