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

/* Controls, what breaks, turns or hides text, and what is no character. */
static bool is_hidden(unsigned long point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xAD || point == 0x61C || point == 0x180E ||
           (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF || (point >= 0xFFF9 && point <= 0xFFFB) ||
           (point >= 0xE0000 && point <= 0xE007F) || (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE;
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
