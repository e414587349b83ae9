/* new_files.c - see new_files.h. */
#include "cli/new_files.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { INTO_LONGEST = 800 };

static bool say_errno(struct program *p, const char *path, const char *what)
{
    speak_error(&p->speaker, "io", path, NULL, "%s: %s", what, strerror(errno));
    return false;
}

bool is_link(struct program *p, const char *path)
{
    struct stat st;
    if (lstat(path, &st) || !S_ISLNK(st.st_mode)) return false;
    speak_error(&p->speaker, "usage", path, NULL, "is a link, which nothing new is written through");
    return true;
}

/* The folders on the way to a file. Links are followed on the way to --into, which the user named, and not below it. */
static bool make_folders(struct program *p, const char *path)
{
    char folder[PATH_ROOM];
    const char *into = option_value(&p->request, OPTION_INTO, ".");
    size_t named = strcmp(into, ".") ? strlen(into) : 0;
    snprintf(folder, sizeof folder, "%s", path);
    for (char *slash = folder + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
        *slash = '\0';
        if (mkdir(folder, 0777) && errno != EEXIST) return say_errno(p, folder, "the folder cannot be made");
        if ((size_t)(slash - folder) > named && is_link(p, folder)) return false;
        *slash = '/';
    }
    return true;
}

static bool write_all(int fd, const char *text, size_t length)
{
    while (length) {
        ssize_t n = write(fd, text, length);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        text += n, length -= (size_t)n;
    }
    return true;
}

bool make_file(struct writing *w, const char *path, const char *text)
{
    if (!make_folders(w->p, path)) return false;
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno == EEXIST) {
        speak_error(&w->p->speaker, "usage", path, NULL, "is there already, and nothing is overwritten");
        return false;
    }
    if (fd < 0) return say_errno(w->p, path, "cannot be made");
    snprintf(w->made[w->count++], PATH_ROOM, "%s", path);
    bool well = write_all(fd, text, strlen(text));
    if (!well) say_errno(w->p, path, "cannot be written");
    if (close(fd) && well) return say_errno(w->p, path, "cannot be written");
    return well;
}

void take_away(const struct writing *w)
{
    for (size_t i = 0; i < w->count; i++) unlink(w->made[i]);
}

bool into_folder(struct program *p, char ret_folder[PATH_ROOM])
{
    const char *folder = option_value(&p->request, OPTION_INTO, ".");
    size_t length = strlen(folder);
    if (length > INTO_LONGEST)
        return speak_error(&p->speaker, "usage", NULL, NULL, "the path of --into is too long"), false;
    bool here = !strcmp(folder, "."), ends = !length || folder[length - 1] == '/';
    snprintf(ret_folder, PATH_ROOM, "%s%s", here ? "" : folder, here || ends ? "" : "/");
    return true;
}

void say_no_room(struct program *p) { speak_error(&p->speaker, "memory", NULL, NULL, "no memory for a new file"); }

/* ---- words ---- */

bool is_word(const char *word, size_t length)
{
    if (!length || length > WORD_LONGEST || word[0] == '-' || word[length - 1] == '-') return false;
    return strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789-") >= length;
}

void put_quoted(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') fputc('\\', out);
        if ((unsigned char)*text >= 0x20) fputc(*text, out);
        else fputc(' ', out);
    }
    fputc('"', out);
}

void say_path(struct program *p, const char *before, const char *path, const char *after)
{
    output_print(&p->out, "%s", before);
    output_name(&p->out, path);
    output_print(&p->out, "%s\n", after);
}

void say_written(const struct writing *w)
{
    for (size_t i = 0; i < w->count; i++) say_path(w->p, "wrote ", w->made[i], "");
}
