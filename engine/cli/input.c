/* input.c - see input.h. */
#include "cli/input.h"

#include "cli/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { INPUT_FIRST = 64 * 1024, INPUT_MOST = 64 * 1024 * 1024 + 1 }; /* one byte past what the library reads */

static bool refuse(const struct input *in, struct speaker *s, const char *why)
{
    speak_error(s, "io", *in->name ? in->name : "''", NULL, "cannot be read: %s", why);
    return false;
}

/* Opened without waiting: a named pipe to which nobody writes would block for ever. Those that a shell makes of
 * <(command) are in /dev/fd. */
static bool open_input(const struct input *in, struct speaker *s, int *ret_fd, size_t *ret_size)
{
    struct stat st;
    int fd = strcmp(in->path, "-") == 0 ? dup(STDIN_FILENO) : open(in->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) return refuse(in, s, strerror(errno));
    const char *why = NULL;
    if (fstat(fd, &st)) why = strerror(errno);
    else if (S_ISDIR(st.st_mode)) why = strerror(EISDIR);
    else if (S_ISFIFO(st.st_mode) && strcmp(in->path, "-") != 0 && strncmp(in->path, "/dev/", 5) != 0)
        why = "it is a named pipe; standard input (-) can be one";
    if (why) {
        close(fd);
        return refuse(in, s, why);
    }
    int flags = S_ISREG(st.st_mode) ? 0 : fcntl(fd, F_GETFL);
    if (flags > 0 && flags & O_NONBLOCK) fcntl(fd, F_SETFL, flags & ~O_NONBLOCK);
    *ret_fd = fd;
    *ret_size = S_ISREG(st.st_mode) && st.st_size > 0 && st.st_size < INPUT_MOST ? (size_t)st.st_size : 0;
    return true;
}

/* Room for one byte more than expected, so that the end is met without growing. */
static bool read_whole(struct input *in, struct speaker *s, int fd, size_t expected)
{
    size_t room = expected ? expected + 1 : INPUT_FIRST;
    if (!(in->text = malloc(room))) goto no_memory;
    while (in->length < INPUT_MOST) {
        if (in->length == room) {
            room = room > INPUT_MOST / 2 ? INPUT_MOST : room * 2;
            char *text = realloc(in->text, room);
            if (!text) goto no_memory;
            in->text = text;
        }
        ssize_t n = read(fd, in->text + in->length, room - in->length);
        if (n == 0) break;
        if (n > 0) in->length += (size_t)n;
        else if (errno != EINTR) return refuse(in, s, strerror(errno));
    }
    return true;
no_memory:
    speak_error(s, "memory", in->name, NULL, "no memory to read it");
    return false;
}

bool input_read(struct input *in, struct speaker *s, const char *path)
{
    int fd = -1;
    size_t expected = 0;
    *in = (struct input){ .path = path, .name = strcmp(path, "-") == 0 ? "<stdin>" : path };
    if (s->inside && s->inside->asks) return (in->text = inside_facts(s, path, in->name, &in->length)) != NULL;
    if (!open_input(in, s, &fd, &expected)) return false;
    bool well = read_whole(in, s, fd, expected);
    close(fd);
    return well;
}

void input_free(struct input *in)
{
    free(in->text);
    in->text = NULL, in->length = 0;
}
