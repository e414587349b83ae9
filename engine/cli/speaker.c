/* speaker.c - see speaker.h. */
#include "cli/speaker.h"

#include "cli/inside.h"
#include "cli/safe.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MESSAGE_ROOM = 1024 };

bool color_wanted(const char *when, int fd)
{
    if (strcmp(when, "auto") != 0) return strcmp(when, "always") == 0;
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    return isatty(fd) && !(no_color && *no_color) && term && strcmp(term, "dumb") != 0;
}

/* --- Diagnostics --- */

/* A message that names the word already needs no question after it. */
static bool says(const char *message, const char *word)
{
    for (const char *at = message; (at = strstr(at, word)); at++) {
        size_t n = strlen(word);
        if (at > message && at[-1] == '\'' && at[n] == '\'') return true;
    }
    return false;
}

static void print_diagnostic(struct speaker *s, const cc_diagnostic *d)
{
    const char *bold = s->color ? "\033[1m" : "", *red = s->color ? "\033[31m" : "", *plain = s->color ? "\033[0m" : "";
    if (s->mute) return;
    if (s->inside) {
        inside_say(s->inside, d);
        return;
    }
    speaker_clear(s);
    fputs(bold, stderr);
    print_name(stderr, d->file ? d->file : PROGRAM);
    if (d->line) fprintf(stderr, ":%lu", (unsigned long)d->line);
    if (d->line && d->column) fprintf(stderr, ":%lu", (unsigned long)d->column);
    fprintf(stderr, ":%s %s", plain, d->notice ? "note: " : "");
    print_safe(stderr, d->message);
    if (d->hint && !says(d->message, d->hint)) {
        fputs("; did you mean '", stderr);
        print_safe(stderr, d->hint);
        fputs("'?", stderr);
    }
    if (d->code) fprintf(stderr, " %s[%s]%s", d->notice ? "" : red, d->code, plain);
    fputc('\n', stderr);
}

static bool copy_text(const char *text, const char **ret_copy) { return !text || (*ret_copy = strdup(text)); }

static void free_diagnostic(cc_diagnostic *d)
{
    free((void *)d->code), free((void *)d->file), free((void *)d->message), free((void *)d->hint);
}

static bool keep(struct speaker *s, const cc_diagnostic *d)
{
    if (s->kept_count == s->kept_room) {
        size_t room = s->kept_room ? s->kept_room * 2 : 8;
        cc_diagnostic *kept = realloc(s->kept, room * sizeof *kept);
        if (!kept) return false;
        s->kept = kept, s->kept_room = room;
    }
    cc_diagnostic copy = *d;
    copy.code = copy.file = copy.message = copy.hint = NULL;
    bool whole = copy_text(d->code, &copy.code) && copy_text(d->file, &copy.file) &&
                 copy_text(d->message, &copy.message) && copy_text(d->hint, &copy.hint);
    if (whole) s->kept[s->kept_count++] = copy;
    else free_diagnostic(&copy);
    return whole;
}

void speak_diagnostic(void *ud, const cc_diagnostic *d)
{
    struct speaker *s = ud;
    s->noticed += d->notice;
    if (d->notice && !s->notices) return;
    if (s->output_failed && !d->file && strcmp(d->code, "io") == 0) return;
    bool no_memory = !d->notice && strcmp(d->code, "memory") == 0;
    if (no_memory && s->inside && s->inside->passes) inside_end_for_memory(s->inside); /* it is the limit of the wall */
    print_diagnostic(s, d);
    if (d->notice) return;
    if (strcmp(d->code, "usage") == 0) s->usage = true;
    s->memory |= no_memory;
    if (s->keeps && !keep(s, d)) {
        s->keeps = false;
        speak_error(s, "memory", NULL, NULL, "no memory was left for a message");
    }
}

void speak_error(struct speaker *s, const char *code, const char *file, const char *hint, const char *format, ...)
{
    char message[MESSAGE_ROOM];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    cc_diagnostic d = { .size = sizeof d, .code = code, .file = file, .message = message, .hint = hint };
    speak_diagnostic(s, &d);
}

void speak_line(struct speaker *s, const char *format, ...)
{
    char line[MESSAGE_ROOM];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (s->inside) {
        inside_line(s->inside, line);
        return;
    }
    speaker_clear(s);
    fputs(PROGRAM ": ", stderr);
    print_safe(stderr, line);
    fputc('\n', stderr);
}

void speaker_keep(struct speaker *s)
{
    for (size_t i = 0; i < s->kept_count; i++) free_diagnostic(&s->kept[i]);
    s->kept_count = 0;
    s->keeps = true;
}

void speaker_free(struct speaker *s)
{
    speaker_keep(s);
    free(s->kept);
    s->kept = NULL, s->kept_room = 0;
}

/* --- Progress --- */

void speak_progress(struct speaker *s, size_t done, size_t of, const char *what)
{
    if (s->inside) {
        inside_progress(s->inside, done, of, what);
        return;
    }
    fprintf(stderr, "\r%zu of %zu %s\033[K", done, of, what);
    fflush(stderr);
    s->progress = true;
}

void speaker_clear(struct speaker *s)
{
    if (!s->progress) return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
    s->progress = false;
}
