/* safe.c - see safe.h. */
#include "report/safe.h"

#include "base/utf8.h"

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
        if (n && !utf8_is_hidden(point) && !(point == '[' && is_log_command(text, at))) {
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
