/* safe.c - see safe.h. */
#include "cli/safe.h"

#include "include/compliance.h"

#include <string.h>

/* "##[error]", "##vso[...]", "##teamcity[...]": wherever they stand in a line of a log, somebody's CI obeys them. */
static bool is_log_command(const char *begin, const char *bracket)
{
    while (bracket > begin && bracket[-1] >= 'a' && bracket[-1] <= 'z') bracket--;
    return bracket - begin > 1 && bracket[-1] == '#' && bracket[-2] == '#';
}

void put_safe(const char *text, put_function *put, void *ud)
{
    const char *begin = text, *end = text + strlen(text);
    while (text < end) {
        char shown[16];
        uint32_t point = 0;
        bool hidden = false;
        size_t n = cc_read_character(text, (size_t)(end - text), &point, &hidden);
        if (n && point == '\n') put(ud, "\\n", 2);
        else if (n && !hidden && !(point == '[' && is_log_command(begin, text))) put(ud, text, n);
        else
            put(ud, shown,
                (size_t)(n ? snprintf(shown, sizeof shown, "\\u%04lx", (unsigned long)point)
                           : snprintf(shown, sizeof shown, "\\x%02x", (unsigned)(unsigned char)*text)));
        text += n ? n : 1;
    }
}

static void put_file(void *ud, const char *bytes, size_t length) { fwrite(bytes, 1, length, ud); }

void print_safe(FILE *file, const char *text) { put_safe(text, put_file, file); }

/* What the runner of GitHub Actions passes over before it looks for a command: the white space of Unicode. */
static bool is_space(uint32_t point)
{
    return point == ' ' || (point >= 0x09 && point <= 0x0D) || point == 0x85 || point == 0xA0 || point == 0x1680 ||
           (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 || point == 0x202F ||
           point == 0x205F || point == 0x3000;
}

static bool is_command(const char *line)
{
    const char *end = line + strlen(line);
    uint32_t point = 0;
    bool hidden;
    for (size_t n; (n = cc_read_character(line, (size_t)(end - line), &point, &hidden)) > 0 && is_space(point);)
        line += n;
    return line[0] == ':' && line[1] == ':';
}

void put_name(const char *name, put_function *put, void *ud)
{
    if (is_command(name)) put(ud, "./", 2);
    put_safe(name, put, ud);
}

void print_name(FILE *file, const char *name) { put_name(name, put_file, file); }
