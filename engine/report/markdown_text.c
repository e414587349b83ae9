/* markdown_text.c - see markdown_text.h. */
#include "report/markdown_text.h"

#include <stdbool.h>
#include <strings.h>

#define NO_WIDTH "&#8203;"

static bool has_meaning(char c) { return strchr("&<>\"'`*_[]\\|~#$@^{}", c) != NULL; }

/* "://" and "www." make a link of what stands around them. */
static bool makes_link(const char *text, const char *s, const char *end)
{
    if (*s == ':') return end - s > 1 && s[1] == '/';
    return *s == '.' && s - text >= 3 && strncasecmp(s - 3, "www", 3) == 0;
}

void markdown_text(struct text *t, const char *text, size_t length)
{
    const char *end = text + length;
    for (const char *s = text; s < end; s++) {
        if (*s == '\0' || !(has_meaning(*s) || makes_link(text, s, end))) {
            text_char(t, *s);
            continue;
        }
        text_add(t, "&#%u;", (unsigned)*s);
        if (*s == '@' || (*s == '#' && end - s > 1 && s[1] >= '0' && s[1] <= '9')) text_string(t, NO_WIDTH);
    }
}

static bool is_plain_address(const char *url)
{
    size_t scheme = strncmp(url, "https://", 8) == 0 ? 8 : strncmp(url, "http://", 7) == 0 ? 7 : 0;
    if (!scheme || !url[scheme]) return false;
    for (const char *s = url; *s; s++) {
        bool letter = (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') || (*s >= '0' && *s <= '9');
        if (!letter && !strchr("-._~/:?#&=%+,;@!", *s)) return false;
    }
    return true;
}

void markdown_link(struct text *t, const char *text, size_t length, const char *url)
{
    bool link = url && is_plain_address(url);
    if (link) text_char(t, '[');
    markdown_text(t, text, length);
    if (link) text_add(t, "](<%s>)", url);
}
