/* safe.c - see safe.h. */
#include "report/safe.h"

#include "base/utf8.h"

/* The 66 that Unicode keeps from being any. XML and HTML forbid them, and Markdown becomes HTML; JSON (RFC 8259), CSV and a
 * terminal would take them, though no reader sees them. */
static bool is_no_character(uint32_t point)
{
    return (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE;
}

/* What breaks or turns a line, and what shows nothing: Unicode calls it default ignorable. A text within the text can be written
 * in selectors of variants (U+FE00 and U+E0100 on), and two names differ by a filler. */
static const struct {
    uint32_t first, last;
} hidden[] = {
    { 0x7F, 0x9F },       { 0xAD, 0xAD },       { 0x34F, 0x34F },     { 0x61C, 0x61C },   { 0x115F, 0x1160 },
    { 0x17B4, 0x17B5 },   { 0x180B, 0x180F },   { 0x200B, 0x200F },   { 0x2028, 0x202E }, { 0x2060, 0x206F },
    { 0x3164, 0x3164 },   { 0xFE00, 0xFE0F },   { 0xFEFF, 0xFEFF },   { 0xFFA0, 0xFFA0 }, { 0xFFF0, 0xFFFB },
    { 0x1BCA0, 0x1BCA3 }, { 0x1D173, 0x1D17A }, { 0xE0000, 0xE0FFF },
};

bool is_unsafe(uint32_t point)
{
    size_t i = 0, count = sizeof hidden / sizeof *hidden;
    if (point < 0x7F) return point < 0x20;
    while (i < count && hidden[i].last < point) i++;
    return (i < count && hidden[i].first <= point) || is_no_character(point);
}

bool is_log_command(const char *text, size_t bracket)
{
    size_t at = bracket;
    while (at > 0 && text[at - 1] >= 'a' && text[at - 1] <= 'z') at--;
    return at > 1 && text[at - 1] == '#' && text[at - 2] == '#';
}

void text_safe(struct text *t, const char *text, size_t length)
{
    size_t plain = 0; /* where what is not yet copied begins */
    for (size_t at = 0;;) {
        uint32_t point = 0;
        while (at < length && text[at] >= ' ' && text[at] < 0x7F && text[at] != '[') at++; /* nearly all of it */
        if (at >= length) break;
        size_t n = utf8_read(text + at, length - at, &point);
        if (n && !is_unsafe(point) && !(point == '[' && is_log_command(text, at))) {
            at += n;
            continue;
        }
        text_bytes(t, text + plain, at - plain);
        if (n) text_add(t, "\\u{%X}", (unsigned)point);
        else text_add(t, "\\x{%02X}", (unsigned)(unsigned char)text[at]);
        plain = at += n ? n : 1;
    }
    text_bytes(t, text + plain, length - plain);
}

static bool is_space(uint32_t point)
{
    return point == ' ' || (point >= 0x09 && point <= 0x0D) || point == 0x85 || point == 0xA0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 || point == 0x202F ||
           point == 0x205F || point == 0x3000;
}

size_t text_command(const char *text, size_t length)
{
    size_t at = 0;
    uint32_t point = 0;
    for (size_t n; at < length && (n = utf8_read(text + at, length - at, &point)) > 0 && is_space(point);) at += n;
    return length - at > 1 && text[at] == ':' && text[at + 1] == ':' ? at : length;
}

void text_safe_line(struct text *t, const char *line, size_t length)
{
    size_t command = text_command(line, length);
    text_safe(t, line, command);
    if (command == length) return;
    text_string(t, "\\u{3A}");
    text_safe(t, line + command + 1, length - command - 1);
}

void text_safe_short(struct text *t, const char *text, size_t length, size_t most)
{
    size_t n = length < most ? length : most;
    while (n < length && n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80 && most - n < 4) n--; /* a whole character */
    text_safe(t, text, n);
    if (n < length) text_add(t, "… (%zu bytes more)", length - n);
}
