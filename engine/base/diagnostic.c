/* diagnostic.c - messages are made on the stack, so that want of memory can be reported too. */
#include "base/diagnostic.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MESSAGE_ROOM = 1024, HINT_ROOM = 256, QUOTED_CHARACTERS = 60, NAME_LONGEST = 64 };
enum { SHOWN_ROOM = sizeof "\\u10ffff" };

#define CODE(NAME, WORD, DOC) { WORD, DOC },
const struct code_info codes[CODE_COUNT] = {
#include "base/codes.def"
};
#undef CODE

/* --- Text that is safe to show --- */

/* One character of text as it is shown; returns the bytes read, at least 1. */
static size_t show_character(const char *text, size_t length, char shown[SHOWN_ROOM])
{
    uint32_t point = 0;
    size_t n = utf8_read(text, length, &point);
    if (n && !utf8_is_hidden(point)) {
        memcpy(shown, text, n);
        shown[n] = '\0';
    } else if (!n) {
        snprintf(shown, SHOWN_ROOM, "\\x%02x", (unsigned)(unsigned char)*text);
    } else if (point == '\n' || point == '\t' || point == '\r') {
        snprintf(shown, SHOWN_ROOM, "\\%c", point == '\n' ? 'n' : point == '\t' ? 't' : 'r');
    } else {
        snprintf(shown, SHOWN_ROOM, "\\u%04x", (unsigned)point);
    }
    return n ? n : 1;
}

/* Shows at most `characters` of text in `size` bytes, whole characters only, and "..." where something was left out. */
static void show(const char *text, size_t length, size_t characters, char *out, size_t size)
{
    static const char dots[] = "...";
    if (!size) return;
    size_t used = 0, fits = 0; /* fits: as far as the dots would still find room */
    for (size_t at = 0, count = 0; at < length; count++) {
        char shown[SHOWN_ROOM];
        at += show_character(text + at, length - at, shown);
        size_t n = strlen(shown);
        if (count == characters || used + n >= size) {
            used = count == characters && used + sizeof dots <= size ? used : fits;
            n = size - used < sizeof dots ? size - used - 1 : sizeof dots - 1;
            memcpy(out + used, dots, n);
            used += n;
            break;
        }
        memcpy(out + used, shown, n);
        used += n;
        if (used + sizeof dots <= size) fits = used;
    }
    out[used] = '\0';
}

const char *quotable(const char *text, size_t length, char *out, size_t size)
{
    show(text, length, QUOTED_CHARACTERS, out, size);
    return out;
}

const char *shown_safely(const char *text, char *out, size_t size)
{
    show(text, strlen(text), SIZE_MAX, out, size);
    return out;
}

/* --- Places --- */

static bool continues(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

/* Every byte but the continuing ones begins a character. Eight at once: a file may be one line of 64 MB. */
static uint32_t count_characters(const char *text, size_t length)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    size_t count = length, i = 0;
    for (uint64_t eight; length - i >= sizeof eight; i += sizeof eight) {
        memcpy(&eight, text + i, sizeof eight);
        count -= (((eight >> 7 & ~eight >> 6) & ones) * ones) >> 56; /* the sum of the bytes, each 0 or 1 */
    }
    for (; i < length; i++) count -= continues(text[i]);
    return (uint32_t)count;
}

void text_place_advance(struct text_place *p, const char *from, const char *to)
{
    const char *newline;
    while (from < to && (newline = memchr(from, '\n', (size_t)(to - from)))) {
        from = newline + 1;
        p->lines++;
        p->characters = 0;
    }
    p->characters += count_characters(from, (size_t)(to - from));
}

void locate(const char *text, size_t size, uint32_t at, uint32_t *ret_line, uint32_t *ret_column)
{
    struct text_place p = { 0, 0 };
    text_place_advance(&p, text, text + (at < size ? at : size));
    *ret_line = p.lines + 1;
    *ret_column = p.characters + 1;
}

static void place(const struct sink *sink, struct span span, cc_diagnostic *d)
{
    if (!sink->text || span.at == NO_SPAN.at) return;
    locate(sink->text, sink->size, span.at, &d->line, &d->column);
    size_t rest = span.at < sink->size ? sink->size - span.at : 0;
    if (rest) d->length = count_characters(sink->text + span.at, span.length < rest ? span.length : rest);
}

/* --- Messages --- */

__attribute__((format(printf, 6, 0))) static void emit(const struct sink *sink, bool is_notice, enum code code,
                                                       struct span span, const char *hint, const char *format,
                                                       va_list arguments)
{
    if (!sink->emit) return;
    char raw[MESSAGE_ROOM], message[MESSAGE_ROOM], shown_hint[HINT_ROOM];
    int wanted = vsnprintf(raw, sizeof raw, format, arguments);
    if (wanted < 0) raw[0] = '\0'; /* the code still tells */
    size_t length = strlen(raw);
    if (wanted >= MESSAGE_ROOM) { /* was cut: then before a whole character */
        length = sizeof raw - sizeof "...";
        while (length && continues(raw[length])) length--;
        memcpy(raw + length, "...", sizeof "...");
        length += sizeof "..." - 1;
    }
    show(raw, length, SIZE_MAX, message, sizeof message);

    cc_diagnostic d = { .size = sizeof d, .notice = is_notice, .code = codes[code].word, .file = sink->file };
    d.message = message;
    if (hint && *hint) {
        show(hint, strlen(hint), SIZE_MAX, shown_hint, sizeof shown_hint);
        d.hint = shown_hint;
    }
    place(sink, span, &d);
    sink->emit(sink->ud, &d);
}

void diagnose(struct sink *sink, enum code code, struct span span, const char *hint, const char *format, ...)
{
    sink->last_error = code;
    if (++sink->errors > DIAGNOSTICS_PRINTED) return;
    va_list arguments;
    va_start(arguments, format);
    emit(sink, false, code, span, hint, format, arguments);
    va_end(arguments);
}

/* A large file can give rise to as many notices as errors, and each is located by a scan: the same bound. */
void notice(struct sink *sink, enum code code, struct span span, const char *format, ...)
{
    sink->last_notice = code;
    if (++sink->notices > DIAGNOSTICS_PRINTED) return;
    va_list arguments;
    va_start(arguments, format);
    emit(sink, true, code, span, NULL, format, arguments);
    va_end(arguments);
}

/* 999900 as "999,900"; 28 bytes suffice. */
static void write_thousands(uint64_t n, char *out)
{
    char digits[24];
    int count = snprintf(digits, sizeof digits, "%llu", (unsigned long long)n);
    for (int i = 0; i < count; i++) {
        *out++ = digits[i];
        if (i + 1 < count && (count - i - 1) % 3 == 0) *out++ = ',';
    }
    *out = '\0';
}

__attribute__((format(printf, 4, 5))) static void speak(const struct sink *sink, bool is_notice, enum code code,
                                                        const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    emit(sink, is_notice, code, NO_SPAN, NULL, format, arguments);
    va_end(arguments);
}

void sink_finish(struct sink *sink)
{
    char number[32];
    if (sink->errors > DIAGNOSTICS_PRINTED) {
        uint64_t more = sink->errors - DIAGNOSTICS_PRINTED;
        write_thousands(more, number);
        speak(sink, false, sink->last_error, "and %s more error%s", number, more == 1 ? "" : "s");
    }
    if (sink->notices > DIAGNOSTICS_PRINTED) {
        uint64_t more = sink->notices - DIAGNOSTICS_PRINTED;
        write_thousands(more, number);
        speak(sink, true, sink->last_notice, "and %s more notice%s", number, more == 1 ? "" : "s");
    }
}

/* --- The nearest right word --- */

/* Capitals and the three ways to join words are no edits: 'APIs' is near 'api', 'ai_lab' is 'ai-lab'. */
static char folded(char c)
{
    if (c >= 'A' && c <= 'Z') return (char)(c - 'A' + 'a');
    return c == '_' || c == ' ' ? '-' : c;
}

static unsigned least(unsigned a, unsigned b) { return a < b ? a : b; }

/* Edits between a and b, each at most NAME_LONGEST bytes: insertion, deletion, change, or neighbours swapped. Gives up
 * with bound + 1 as soon as a whole row is past the bound. */
static unsigned edits(const char *a, size_t n, const char *b, size_t m, unsigned bound)
{
    unsigned rows[3][NAME_LONGEST + 1];
    for (unsigned j = 0; j <= m; j++) rows[0][j] = j;
    for (unsigned i = 1; i <= n; i++) {
        unsigned *now = rows[i % 3], *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];
        unsigned best = now[0] = i;
        for (unsigned j = 1; j <= m; j++) {
            unsigned change = before[j - 1] + (folded(a[i - 1]) != folded(b[j - 1]));
            now[j] = least(change, least(before[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && folded(a[i - 1]) == folded(b[j - 2]) && folded(a[i - 2]) == folded(b[j - 1]))
                now[j] = least(now[j], earlier[j - 2] + 1);
            best = least(best, now[j]);
        }
        if (best > bound) return bound + 1;
    }
    return rows[n % 3][m];
}

const char *nearest_name(const char *name, size_t length, const char *const *names, size_t count)
{
    if (!length || length > NAME_LONGEST) return NULL;
    unsigned bound = length < 3 ? (unsigned)length / 2 : (unsigned)length / 3; /* a third of 2 would be none */
    const char *nearest = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t other = strlen(names[i]);
        size_t apart = other > length ? other - length : length - other;
        if (other > NAME_LONGEST || apart > bound) continue;
        unsigned distance = edits(name, length, names[i], other, bound);
        if (distance > bound) continue;
        nearest = names[i];
        if (!distance) break;
        bound = distance - 1;
    }
    return nearest;
}
