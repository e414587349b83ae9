/* markup.c - see markup.h. */
#include "report/markup.h"

#include "report/safe.h"
#include "report/words.h"

enum { TEXT_LIMIT = 1024 * 1024 };

void markup_init(struct markup *m, struct out *out, const cc_allocator *allocator)
{
    m->out = out;
    text_init(&m->raw, allocator, TEXT_LIMIT);
    text_init(&m->safe, allocator, TEXT_LIMIT);
}

void markup_free(struct markup *m)
{
    text_free(&m->raw);
    text_free(&m->safe);
}

void markup_escaped(struct markup *m, const char *text)
{
    text_reset(&m->safe);
    text_safe(&m->safe, text, strlen(text));
    for (const char *p = text_chars(&m->safe); *p; p++) {
        if (strchr("\\`*_[]<>|#{}", *p)) out_char(m->out, '\\');
        out_char(m->out, *p);
    }
    if (m->raw.failed || m->safe.failed) out_no_memory(m->out);
}

struct text *markup_begin(struct markup *m)
{
    text_reset(&m->raw);
    return &m->raw;
}

void markup_built(struct markup *m) { markup_escaped(m, text_chars(&m->raw)); }

void markup_between(struct markup *m, char open, const char *text, char close)
{
    text_reset(&m->safe);
    text_safe(&m->safe, text, strlen(text));
    out_char(m->out, open);
    for (const char *p = text_chars(&m->safe); *p; p++) out_char(m->out, *p == open || *p == close ? ' ' : *p);
    out_char(m->out, close);
    if (m->safe.failed) out_no_memory(m->out);
}

/* Four backquotes, so that three in the text end nothing; a line that begins with four is moved in by a space. */
void markup_block(struct markup *m, const char *language, const char *text)
{
    out_string(m->out, "````");
    out_string(m->out, language);
    out_char(m->out, '\n');
    for (const char *end; *text; text = end + (*end != '\0')) {
        end = text + strcspn(text, "\n");
        if (!strncmp(text, "````", 4)) out_char(m->out, ' ');
        out_bytes(m->out, text, (size_t)(end - text));
        out_char(m->out, '\n');
    }
    out_string(m->out, "````\n");
}
