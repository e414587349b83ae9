/* json_writer.c - see json_writer.h.
 *
 * Plain text is looked at sixteen bytes at a time: a byte stops the run when it is below 0x20, a quote, a backslash, a #, DEL
 * or not ASCII. Each of these then goes one at a time; text that is not ASCII is checked as UTF-8 on the way. */
#include "report/json_writer.h"

#include <math.h>
#include <stdio.h>

#include "base/utf8.h"
#include "facts/number.h"

enum { PIECE = OUT_ROOM - 16 };
typedef signed char sixteen __attribute__((vector_size(16)));

/* Does one of the sixteen bytes need a look? As signed numbers those that are no ASCII are below a space too. */
static inline bool needs_look(sixteen bytes)
{
    uint64_t halves[2];
    sixteen look = (bytes < ' ') | (bytes == '"') | (bytes == '\\') | (bytes == '#') | (bytes == 0x7F);
    memcpy(halves, &look, sizeof halves);
    return halves[0] | halves[1];
}

/* Most texts are short. Copies all of fewer than sixteen bytes, by halves that may overlap; false: one of them needs a
 * look, and what was copied does not count. */
static inline bool copy_short(char *to, const char *text, size_t length)
{
    char both[16] = "                ";
    size_t half = length >= 8 ? 8 : length >= 4 ? 4 : length >= 2 ? 2 : length;
    sixteen bytes;
    switch (half) { /* of a length that the compiler knows */
    case 8: memcpy(both, text, 8), memcpy(both + 8, text + length - 8, 8); break;
    case 4: memcpy(both, text, 4), memcpy(both + 8, text + length - 4, 4); break;
    case 2: memcpy(both, text, 2), memcpy(both + 8, text + length - 2, 2); break;
    case 1: both[0] = both[8] = *text; break;
    default: return true;
    }
    memcpy(&bytes, both, 16);
    if (needs_look(bytes)) return false;
    switch (half) {
    case 8: memcpy(to, both, 8), memcpy(to + length - 8, both + 8, 8); break;
    case 4: memcpy(to, both, 4), memcpy(to + length - 4, both + 8, 4); break;
    case 2: memcpy(to, both, 2), memcpy(to + length - 2, both + 8, 2); break;
    default: *to = both[0]; break;
    }
    return true;
}

/* The same of sixteen and more; returns how many plain bytes the text begins with, at least by sixteens. */
static inline size_t copy_long(char *to, const char *text, size_t length)
{
    sixteen bytes;
    size_t done = 0;
    for (; done + 16 <= length; done += 16) {
        memcpy(&bytes, text + done, 16);
        if (needs_look(bytes)) return done;
        memcpy(to + done, &bytes, 16);
    }
    memcpy(&bytes, text + length - 16, 16); /* the rest, with some of what was copied before */
    if (needs_look(bytes)) return done;
    memcpy(to + length - 16, &bytes, 16);
    return length;
}

/* Copies the plain bytes that text begins with, at most `length` (OUT_ROOM - 16); returns how many. */
static size_t copy_plain(struct out *o, const char *text, size_t length)
{
    char *to = out_room(o, length + 16);
    size_t done = length >= 16 ? copy_long(to, text, length) : copy_short(to, text, length) ? length : 0;
    for (; done < length; done++) {
        unsigned char c = (unsigned char)text[done];
        if (c < 0x20 || c == '"' || c == '\\' || c == '#' || c >= 0x7F) break;
        to[done] = (char)c;
    }
    o->used += done;
    return done;
}

/* Room for 12 bytes. Returns how many were written. */
static size_t write_escape(char *room, uint32_t point)
{
    static const char digits[] = "0123456789abcdef";
    static const char short_escapes[] = "btn\0fr"; /* of 0x08 .. 0x0D */
    if (point == '"' || point == '\\') return room[0] = '\\', room[1] = (char)point, 2;
    if (point >= 8 && point <= 13 && short_escapes[point - 8])
        return room[0] = '\\', room[1] = short_escapes[point - 8], 2;
    if (point > 0xFFFF) { /* as a surrogate pair */
        size_t n = write_escape(room, 0xD800 + ((point - 0x10000) >> 10));
        return n + write_escape(room + n, 0xDC00 + ((point - 0x10000) & 0x3FF));
    }
    room[0] = '\\', room[1] = 'u';
    for (unsigned i = 0; i < 4; i++) room[2 + i] = digits[point >> (12 - 4 * i) & 15];
    return 6;
}

/* "##vso[", "##[" and their like: in the log of a CI, where JSON may end up, they are commands wherever they stand. */
static bool begins_log_command(const char *text, size_t length)
{
    size_t n = 2;
    if (length < 3 || text[0] != '#' || text[1] != '#') return false;
    while (n < length && text[n] >= 'a' && text[n] <= 'z') n++;
    return n < length && text[n] == '[';
}

/* One character that is not plain; returns the bytes read. */
static size_t copy_special(struct out *o, const char *text, size_t length)
{
    uint32_t point;
    size_t n = utf8_read(text, length, &point);
    char *room = out_room(o, 12);
    if (!n) { /* a stray byte: U+FFFD, since JSON is UTF-8 */
        room[0] = '\xEF', room[1] = '\xBF', room[2] = '\xBD';
        return o->used += 3, 1;
    }
    if (begins_log_command(text, length)) return o->used += write_escape(room, point), n;
    if (point == '"' || point == '\\' || utf8_is_hidden(point)) return o->used += write_escape(room, point), n;
    memcpy(room, text, n);
    return o->used += n, n;
}

static void copy_escaped(struct out *o, const char *text, size_t length)
{
    while (length) {
        size_t piece = length < PIECE ? length : PIECE, n = copy_plain(o, text, piece);
        if (n < piece) n += copy_special(o, text + n, length - n);
        text += n;
        length -= n;
    }
}

void json_text(struct json *j, const char *text, size_t length)
{
    json_raw(j, "\"", 1, true);
    copy_escaped(j->out, text, length);
    out_char(j->out, '"');
}

void json_string(struct json *j, const char *text)
{
    if (text) json_text(j, text, strlen(text));
    else json_null(j);
}

void json_name(struct json *j, const char *name)
{
    json_string(j, name);
    out_char(j->out, ':');
    j->comma = false;
}

void json_line(struct json *j)
{
    if (j->comma) out_char(j->out, ',');
    out_char(j->out, '\n');
    j->comma = false;
}

/* ---- numbers ---- */

/* Decimal digits, from the end of a room backwards; returns where they begin. */
static char *write_digits(char *end, uint64_t value)
{
    static const char pairs[] =
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445"
        "46474849505152535455565758596061626364656667686970717273747576777879808182838485868788899091"
        "9293949596979899";
    while (value >= 100) {
        end -= 2;
        memcpy(end, pairs + value % 100 * 2, 2);
        value /= 100;
    }
    if (value >= 10) return end -= 2, memcpy(end, pairs + value * 2, 2), end;
    *--end = (char)('0' + value);
    return end;
}

void json_count(struct json *j, uint64_t value)
{
    char digits[24], *end = digits + sizeof digits, *start = write_digits(end, value);
    json_raw(j, start, (size_t)(end - start), true);
}

/* A whole number or a decimal of few places: value * 10^places is whole, and dividing gives the value back; then those
 * digits are read as that value, since a division of two exact doubles is rounded as reading is. */
static bool write_short(struct json *j, double value)
{
    static const double tens[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6 };
    double size = fabs(value);
    for (unsigned places = 0; places < sizeof tens / sizeof *tens; places++) {
        double scaled = round(size * tens[places]);
        if (scaled >= 1e15) return false;
        if (scaled / tens[places] < size || scaled / tens[places] > size) continue;
        char room[32], *end = room + sizeof room, *start = write_digits(end, (uint64_t)scaled);
        while ((size_t)(end - start) <= places) *--start = '0';
        if (places) { /* the digits before the point move one to the left */
            size_t before = (size_t)(end - start) - places;
            memmove(start - 1, start, before);
            start--;
            start[before] = '.';
        }
        if (value < 0) *--start = '-';
        json_raw(j, start, (size_t)(end - start), true);
        return true;
    }
    return false;
}

/* What printf wrote, with a point whatever the locale's is. */
static size_t with_point(char *text)
{
    char *to = text;
    bool foreign = false;
    for (const char *from = text; *from; from++) {
        bool own = (*from >= '0' && *from <= '9') || *from == '-' || *from == '+' || *from == 'e';
        if (own || !foreign) *to++ = own ? *from : '.';
        foreign = !own;
    }
    *to = '\0';
    return (size_t)(to - text);
}

void json_number(struct json *j, double value)
{
    if (!isfinite(value)) {
        json_null(j);
        return;
    }
    if (write_short(j, value)) return;
    char text[64];
    size_t length = 0;
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        length = with_point(text);
        double again = number_read(text, length);
        if (!(again < value || again > value)) break;
    }
    json_raw(j, text, length, true);
}

void json_value(struct json *j, const char *value, size_t length)
{
    json_raw(j, "", 0, true);
    bool inside = false;
    for (size_t at = 0; at < length;) {
        char c = value[at];
        if (inside && c == '\\' && at + 1 < length) {
            out_bytes(j->out, value + at, 2);
            at += 2;
        } else if (c == '"') {
            inside = !inside;
            out_char(j->out, c);
            at++;
        } else if (inside) {
            size_t n = copy_plain(j->out, value + at, length - at < PIECE ? length - at : PIECE);
            at += n;
            if (!n) at += copy_special(j->out, value + at, length - at);
        } else {
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') out_char(j->out, c);
            at++;
        }
    }
}
