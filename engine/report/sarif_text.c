/* sarif_text.c - see sarif.h. */
#include "report/sarif.h"

void sarif_add_text(struct text *t, const char *text, bool in_link)
{
    for (const char *s = text; *s; s++) {
        bool bracket = *s == '[' || *s == ']' || *s == '\\';
        if (*s == '{' || *s == '}') text_char(t, *s);
        if (bracket && (in_link || (*s == '[' && strstr(s, "](")))) text_char(t, '\\'); /* elsewhere it makes no link */
        text_char(t, *s);
    }
}

void sarif_message(struct json *j, const char *text)
{
    json_open(j, '{');
    JSON_KEY(j, "text"), json_string(j, text);
    json_close(j, '}');
}

static bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("-._~/", c));
}

void sarif_add_uri(struct text *t, const char *path)
{
    while (strncmp(path, "./", 2) == 0) path += 2;
    if (*path == '/') text_string(t, "file://");
    for (const char *s = path; *s; s++) {
        if (is_unreserved(*s)) text_char(t, *s);
        else text_add(t, "%%%02X", (unsigned)(unsigned char)*s);
    }
}
