/* output.c - see output.h. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "cli/output.h"

#include "cli/inside.h"
#include "cli/safe.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool same_inode(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Of a path: its folder, and in *ret_name what it is called there. False: there is no such folder. */
static bool folder_of(const char *path, struct stat *ret_folder, const char **ret_name)
{
    const char *slash = strrchr(path, '/');
    char folder[PATH_MAX] = ".";
    if (slash && snprintf(folder, sizeof folder, "%.*s/", (int)(slash - path), path) >= PATH_MAX) return false;
    *ret_name = slash ? slash + 1 : path;
    return stat(folder, ret_folder) == 0;
}

bool same_file(const char *a, const char *b)
{
    struct stat of_a, of_b;
    const char *name_a, *name_b;
    if (strcmp(a, b) == 0) return true;
    bool is_a = stat(a, &of_a) == 0, is_b = stat(b, &of_b) == 0;
    if (is_a || is_b) return is_a && is_b && S_ISREG(of_a.st_mode) && same_inode(&of_a, &of_b);
    return folder_of(a, &of_a, &name_a) && folder_of(b, &of_b, &name_b) && same_inode(&of_a, &of_b) &&
           strcmp(name_a, name_b) == 0; /* yet to be written */
}

bool is_file_of_rules(const char *path)
{
    char *real = realpath(path, NULL);
    const char *slash = strrchr(real ? real : path, '/'), *name = slash ? slash + 1 : real ? real : path;
    size_t n = strlen(name);
    bool is_one = !strcmp(name, "sources.json") || (n > 4 && !strcmp(name + n - 4, ".lua"));
    free(real);
    return is_one;
}

/* --- Signals --- */

static struct output *unfinished; /* read by the handler; changed only while signals wait */

static const int interruptions[] = { SIGHUP, SIGINT, SIGTERM };
enum { INTERRUPTIONS = sizeof interruptions / sizeof *interruptions };

/* What place and temporary are relative to. */
static int base_of(const struct output *o) { return o->folder ? o->folder : AT_FDCWD; }

static void clean_up(int signal_number)
{
    for (const struct output *o = unfinished; o; o = o->next) unlinkat(base_of(o), o->temporary, 0);
    signal(signal_number, SIG_DFL);
    raise(signal_number); /* once the handler returns, it ends the program as if there had been none */
}

void output_signals(void)
{
    struct sigaction action = { .sa_handler = clean_up }, before;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < INTERRUPTIONS; i++)
        if (!sigaction(interruptions[i], NULL, &before) && before.sa_handler != SIG_IGN) /* nohup stays nohup */
            sigaction(interruptions[i], &action, NULL);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

static void hold_signals(sigset_t *ret_before)
{
    sigset_t held;
    sigemptyset(&held);
    for (size_t i = 0; i < INTERRUPTIONS; i++) sigaddset(&held, interruptions[i]);
    sigprocmask(SIG_BLOCK, &held, ret_before);
}

static void release_signals(const sigset_t *before) { sigprocmask(SIG_SETMASK, before, NULL); }

static void forget(struct output *o)
{
    struct output **at = &unfinished;
    while (*at && *at != o) at = &(*at)->next;
    if (*at) *at = o->next;
}

/* --- Opening --- */

void output_standard(struct output *o, struct speaker *s)
{
    *o = (struct output){ .speaker = s, .file = s->inside ? NULL : stdout, .open = s->inside, .appended = -1 };
}

bool output_is_open(const struct output *o) { return o->file || o->open; }

static bool complain(const struct output *o)
{
    speak_error(o->speaker, "io", o->path ? o->path : "standard output", NULL, "cannot be written: %s",
                o->error == ENXIO ? "it is a named pipe that nobody reads, or a socket" : strerror(o->error));
    return false;
}

/* A name in the folder of the place that nothing else has. */
static char *temporary_name(const char *place)
{
    static unsigned number;
    const char *slash = strrchr(place, '/');
    int folder = slash ? (int)(slash - place) + 1 : 0;
    size_t size = (size_t)folder + 64;
    char *name = malloc(size);
    if (name) snprintf(name, size, "%.*s." PROGRAM ".%ld.%u", folder, place, (long)getpid(), number++);
    return name;
}

/* The old file's mode is the new one's. */
static bool open_temporary(struct output *o, const struct stat *old)
{
    sigset_t before;
    hold_signals(&before);
    int fd = openat(base_of(o), o->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd >= 0) o->next = unfinished, unfinished = o;
    else o->error = errno;
    release_signals(&before);
    if (fd < 0) return false;
    if (old && fchmod(fd, old->st_mode & 07777)) o->error = errno;
    if (!o->error && !(o->file = fdopen(fd, "wb"))) o->error = errno;
    if (o->error) close(fd);
    return !o->error;
}

/* Where there is a file, its folder and its own permissions must allow it: a protected report is not replaced. */
static bool open_replacing(struct output *o, const struct stat *old)
{
    if (old && access(o->path, W_OK)) return o->error = errno, false;
    if (!(o->place = old ? realpath(o->path, NULL) : strdup(o->path)) || !(o->temporary = temporary_name(o->place)))
        return o->error = errno, false;
    return open_temporary(o, old);
}

/* What is written as it comes. Opened without waiting: a named pipe that nobody reads would block for ever. */
static bool open_in_place(struct output *o, int how, const char *mode)
{
    int fd = open(o->path, how | O_WRONLY | O_NONBLOCK | O_CLOEXEC, 0666), flags = fd >= 0 ? fcntl(fd, F_GETFL) : -1;
    if (flags >= 0 && fcntl(fd, F_SETFL, flags & ~O_NONBLOCK) == 0) o->file = fdopen(fd, mode);
    if (o->file) return true;
    o->error = errno;
    if (fd >= 0) close(fd);
    return false;
}

/* Streams are numbered as they are opened, from 1; those that could not be have a number as well. */
static bool open_outside(struct output *o, enum ask what, size_t *ret_size)
{
    o->stream = ++o->speaker->inside->streams;
    return o->open = inside_open(o->speaker->inside, what, o->path, ret_size, &o->error);
}

bool output_page(struct output *o, struct speaker *s, const char *name)
{
    size_t size;
    *o = (struct output){ .speaker = s, .path = name, .appended = -1 };
    return open_outside(o, ASK_PAGE, &size);
}

bool output_open(struct output *o, struct speaker *s, const char *path)
{
    *o = (struct output){ .speaker = s, .path = path, .appended = -1 };
    struct stat old;
    size_t size;
    if (s->inside) return open_outside(o, ASK_OPEN, &size);
    bool exists = stat(path, &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) o->error = EISDIR;
    else if (exists && !S_ISREG(old.st_mode)) open_in_place(o, 0, "wb");
    else open_replacing(o, exists ? &old : NULL);
    if (!o->error) return true;
    complain(o);
    output_discard(o);
    return false;
}

bool output_open_in(struct output *o, struct speaker *s, const char *path, int folder, const char *name)
{
    *o = (struct output){ .speaker = s, .path = path, .appended = -1, .folder = folder };
    struct stat old;
    bool exists = fstatat(folder, name, &old, AT_SYMLINK_NOFOLLOW) == 0;
    if (exists && !S_ISREG(old.st_mode)) o->error = S_ISDIR(old.st_mode) ? EISDIR : EINVAL;
    else if (exists && faccessat(folder, name, W_OK, 0)) o->error = errno;
    else if (!(o->place = strdup(name)) || !(o->temporary = temporary_name(name))) o->error = errno;
    else open_temporary(o, exists ? &old : NULL);
    if (!o->error) return true;
    complain(o);
    output_discard(o);
    return false;
}

bool output_append(struct output *o, struct speaker *s, const char *path, size_t *ret_size)
{
    *o = (struct output){ .speaker = s, .path = path, .appended = -1 };
    struct stat old;
    if (s->inside) return open_outside(o, ASK_APPEND, ret_size);
    if (!open_in_place(o, O_CREAT | O_APPEND, "ab") || fstat(fileno(o->file), &old)) {
        if (!o->error) o->error = errno;
        complain(o);
        return output_discard(o), false;
    }
    if (S_ISREG(old.st_mode)) o->appended = old.st_size;
    *ret_size = old.st_size > 0 ? (size_t)old.st_size : 0;
    return true;
}

/* --- Writing --- */

enum { LINE_ROOM = 1024 };

static bool write_bytes(void *ud, const char *bytes, size_t length)
{
    struct output *o = ud;
    if (o->muted) return true;
    if (o->error) return false;
    if (o->open && inside_write(o->speaker->inside, o->stream, bytes, length, &o->error)) return true;
    speaker_clear(o->speaker); /* it may be the same terminal */
    errno = 0;
    if (!o->open && fwrite(bytes, 1, length, o->file) == length) return true;
    if (!o->open) o->error = errno ? errno : EIO;
    o->speaker->output_failed = true;
    return false;
}

cc_sink output_sink(struct output *o) { return (cc_sink){ .write = write_bytes, .ud = o }; }

static bool write_nowhere(void *ud, const char *bytes, size_t length)
{
    (void)ud, (void)bytes, (void)length;
    return true;
}

cc_sink output_nowhere(void) { return (cc_sink){ .write = write_nowhere }; }

void output_print(struct output *o, const char *format, ...)
{
    char text[LINE_ROOM];
    va_list arguments, again;
    if (o->error) return;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(text, sizeof text, format, arguments);
    char *whole = length < LINE_ROOM ? text : malloc((size_t)length + 1);
    if (whole && whole != text) vsnprintf(whole, (size_t)length + 1, format, again);
    va_end(again);
    va_end(arguments);
    if (length >= 0 && whole) write_bytes(o, whole, (size_t)length);
    else o->error = whole ? EINVAL : ENOMEM;
    if (whole != text) free(whole);
}

static void put_bytes(void *ud, const char *bytes, size_t length) { write_bytes(ud, bytes, length); }

void output_name(struct output *o, const char *name) { put_name(name, put_bytes, o); }

void output_flush(struct output *o)
{
    if (o->error) return;
    if (o->open) inside_stream(o->speaker->inside, ASK_FLUSH, o->stream, &o->error);
    if (!o->file) return;
    errno = 0;
    if (fflush(o->file)) o->error = errno ? errno : EIO;
}

bool output_closed(const struct output *o) { return o->error == EPIPE; }

/* --- The end --- */

static void finish(struct output *o, bool sync)
{
    errno = 0;
    if (fflush(o->file) && !o->error) o->error = errno ? errno : EIO;
    if (sync && !o->error && fsync(fileno(o->file)) && errno != EINVAL && errno != ENOSYS) o->error = errno;
    if (fclose(o->file) && !o->error) o->error = errno ? errno : EIO;
    o->file = NULL;
}

bool output_commit(struct output *o)
{
    if (o->open) { /* whoever is outside says what is wrong */
        inside_stream(o->speaker->inside, ASK_COMMIT, o->stream, &o->error);
        o->open = false;
    }
    if (!o->file) return !o->error;
    finish(o, o->temporary != NULL);
    if (o->temporary) {
        sigset_t before;
        hold_signals(&before);
        if (!o->error && renameat(base_of(o), o->temporary, base_of(o), o->place)) o->error = errno;
        if (!o->error) forget(o), free(o->temporary), o->temporary = NULL;
        release_signals(&before);
    }
    int error = o->error;
    if (error && error != EPIPE) complain(o);
    output_discard(o);
    o->error = error;
    return !error;
}

bool output_end(struct output *o, bool whole)
{
    if (whole || o->error) return output_commit(o) && whole; /* an error keeps the old file, and is said there */
    output_discard(o);
    return false;
}

void output_discard(struct output *o)
{
    sigset_t before;
    int error;
    if (o->open) inside_stream(o->speaker->inside, ASK_DISCARD, o->stream, &error), o->open = false;
    hold_signals(&before);
    if (o->file && o->appended >= 0 && (fflush(o->file) || ftruncate(fileno(o->file), (off_t)o->appended)))
        o->error = errno;
    if (o->file) fclose(o->file);
    if (o->temporary) unlinkat(base_of(o), o->temporary, 0), forget(o);
    release_signals(&before);
    if (o->folder) close(o->folder);
    free(o->temporary), free(o->place);
    o->file = NULL, o->temporary = o->place = NULL, o->folder = 0;
}
