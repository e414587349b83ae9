/* json_writer.c - see json_writer.h.
 *
 * Plain text is looked at eight bytes at a time: a byte stops the run when it is below 0x20, a quote, a backslash, DEL or
 * not ASCII. Each of these then goes one at a time; text that is not ASCII is checked as UTF-8 on the way. */
#include "report/json_writer.h"

#include <math.h>
#include <stdio.h>

#include "base/utf8.h"
#include "facts/number.h"
#include "report/safe.h"

enum { PIECE = OUT_ROOM - 8 };
#define EACH(BYTE) (UINT64_C(0x0101010101010101) * (BYTE))
#define HIGH       EACH(0x80)

/* Not zero where one of the eight bytes needs a look. A borrow may point at a neighbour too; that only costs the look. */
static inline uint64_t needs_look(uint64_t eight)
{
    uint64_t quote = eight ^ EACH('"'), slash = eight ^ EACH('\\');
    return (((eight - EACH(0x20)) | (quote - EACH(1)) | (slash - EACH(1)) | (eight + EACH(1))) | eight) & HIGH;
}

/* Copies the plain bytes that text begins with, at most `length` (OUT_ROOM - 8); returns how many. */
static size_t copy_plain(struct out *o, const char *text, size_t length)
{
    char *to = out_room(o, length + 8);
    size_t done = 0;
    for (uint64_t eight; done + 8 <= length; done += 8) {
        memcpy(&eight, text + done, 8);
        if (needs_look(eight)) break;
        memcpy(to + done, &eight, 8);
    }
    for (; done < length; done++) {
        unsigned char c = (unsigned char)text[done];
        if (c < 0x20 || c == '"' || c == '\\' || c >= 0x7F) break;
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
    if (point == '"' || point == '\\' || is_unsafe(point)) return o->used += write_escape(room, point), n;
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
