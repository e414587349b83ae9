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

/* Controls, and what breaks, turns or hides text. */
static bool is_hidden(unsigned long point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xAD || point == 0x61C || point == 0x180E ||
           (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF || (point >= 0xFFF9 && point <= 0xFFFB) ||
           (point >= 0xE0000 && point <= 0xE007F);
}

/* "##[error]", "##vso[...]", "##teamcity[...]": wherever they stand in a line of a log, somebody's CI obeys them. */
static bool is_log_command(const char *begin, const char *bracket)
{
    while (bracket > begin && bracket[-1] >= 'a' && bracket[-1] <= 'z') bracket--;
    return bracket - begin > 1 && bracket[-1] == '#' && bracket[-2] == '#';
}

void put_safe(const char *text, void (*put)(void *ud, const char *bytes, size_t length), void *ud)
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
