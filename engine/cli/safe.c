/* safe.c - see safe.h. */
#include "cli/safe.h"

#include <stdbool.h>
#include <stddef.h>

/* The character at text and its bytes; 0: no valid UTF-8. NUL ends every text, so reading on is safe. */
static size_t read_character(const unsigned char *text, unsigned long *ret_point)
{
    static const unsigned long least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    size_t n = *text < 0x80 ? 1 : *text < 0xC2 ? 0 : *text < 0xE0 ? 2 : *text < 0xF0 ? 3 : *text < 0xF5 ? 4 : 0;
    if (!n) return 0;
    unsigned long point = n == 1 ? *text : *text & (0x7FU >> n);
    for (size_t i = 1; i < n; i++) {
        if ((text[i] & 0xC0) != 0x80) return 0;
        point = point << 6 | (text[i] & 0x3FU);
    }
    if (point < least[n] || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) return 0;
    *ret_point = point;
    return n;
}

/* Controls, what breaks, turns or hides text, and what is no character: as in a report (report/safe.c). */
static bool is_hidden(unsigned long point)
{
    static const struct {
        unsigned long first, last;
    } hidden[] = {
        { 0x7F, 0x9F },     { 0xAD, 0xAD },       { 0x34F, 0x34F },     { 0x61C, 0x61C },     { 0x115F, 0x1160 },
        { 0x17B4, 0x17B5 }, { 0x180B, 0x180F },   { 0x200B, 0x200F },   { 0x2028, 0x202E },   { 0x2060, 0x206F },
        { 0x3164, 0x3164 }, { 0xFDD0, 0xFDEF },   { 0xFE00, 0xFE0F },   { 0xFEFF, 0xFEFF },   { 0xFFA0, 0xFFA0 },
        { 0xFFF0, 0xFFFB }, { 0x1BCA0, 0x1BCA3 }, { 0x1D173, 0x1D17A }, { 0xE0000, 0xE0FFF },
    };
    size_t i = 0, count = sizeof hidden / sizeof *hidden;
    if (point < 0x7F) return point < 0x20;
    while (i < count && hidden[i].last < point) i++;
    return (i < count && hidden[i].first <= point) || (point & 0xFFFE) == 0xFFFE;
}

/* "##[error]", "##vso[...]", "##teamcity[...]": wherever they stand in a line of a log, somebody's CI obeys them. */
static bool is_log_command(const char *begin, const char *bracket)
{
    while (bracket > begin && bracket[-1] >= 'a' && bracket[-1] <= 'z') bracket--;
    return bracket - begin > 1 && bracket[-1] == '#' && bracket[-2] == '#';
}

void put_safe(const char *text, put_function *put, void *ud)
{
    const char *begin = text;
    while (*text) {
        char shown[16];
        unsigned long point = 0;
        size_t n = read_character((const unsigned char *)text, &point);
        if (n && point == '\n') put(ud, "\\n", 2);
        else if (n && !is_hidden(point) && !(point == '[' && is_log_command(begin, text))) put(ud, text, n);
        else
            put(ud, shown,
                (size_t)(n ? snprintf(shown, sizeof shown, "\\u%04lx", point)
                           : snprintf(shown, sizeof shown, "\\x%02x", (unsigned)(unsigned char)*text)));
        text += n ? n : 1;
    }
}

static void put_file(void *ud, const char *bytes, size_t length) { fwrite(bytes, 1, length, ud); }

void print_safe(FILE *file, const char *text) { put_safe(text, put_file, file); }

/* What the runner of GitHub Actions passes over before it looks for a command: the white space of Unicode. */
static bool is_space(unsigned long point)
{
    return point == ' ' || (point >= 0x09 && point <= 0x0D) || point == 0x85 || point == 0xA0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 || point == 0x202F ||
           point == 0x205F || point == 0x3000;
}

static bool is_command(const char *line)
{
    unsigned long point = 0;
    for (size_t n; (n = read_character((const unsigned char *)line, &point)) > 0 && *line && is_space(point);)
        line += n;
    return line[0] == ':' && line[1] == ':';
}

void put_name(const char *name, put_function *put, void *ud)
{
    if (is_command(name)) put(ud, "./", 2);
    put_safe(name, put, ud);
}

void print_name(FILE *file, const char *name) { put_name(name, put_file, file); }
