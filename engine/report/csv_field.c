/* csv_field.c - see csv_field.h. */
#include "report/csv_field.h"

#include "report/safe.h"

static bool is_formula(const char *text)
{
    static const char *const signs[] = { "=", "+", "-", "@", "＝", "＋", "－", "＠" };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0) return true;
    return false;
}

void csv_field(struct text *line, const char *text, bool first)
{
    if (!first) text_char(line, ',');
    bool formula = is_formula(text), quoted = formula || strpbrk(text, ",\"") != NULL || *text == ' ';
    if (first && text_command(text, strlen(text)) < strlen(text)) quoted = true;
    if (quoted) text_char(line, '"');
    if (formula) text_char(line, '\'');
    for (const char *s = text; *s; s++) {
        if (*s == '"') text_char(line, '"');
        text_char(line, *s);
    }
    if (quoted) text_char(line, '"');
}
