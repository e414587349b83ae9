/* xml_writer.c - see xml_writer.h. */
#include "report/xml_writer.h"

#include <string.h>

#include "base/utf8.h"
#include "report/safe.h"

struct xml xml_on(struct out *o)
{
    out_string(o, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    return (struct xml){ .out = o };
}

static void begin_line(struct xml *x)
{
    out_char(x->out, '\n');
    out_repeat(x->out, ' ', 2 * (size_t)x->depth);
}

static void end_tag(struct xml *x)
{
    if (x->tag) out_char(x->out, '>');
    x->tag = false;
}

void xml_open(struct xml *x, const char *name)
{
    end_tag(x);
    begin_line(x);
    out_char(x->out, '<'), out_string(x->out, name);
    x->depth++;
    x->tag = true, x->text = false;
}

void xml_close(struct xml *x, const char *name)
{
    x->depth--;
    if (x->tag) {
        out_string(x->out, "/>");
    } else {
        if (!x->text) begin_line(x);
        out_string(x->out, "</"), out_string(x->out, name), out_char(x->out, '>');
    }
    x->tag = x->text = false;
    if (!x->depth) out_char(x->out, '\n');
}

/* XML 1.0, production [2] Char. */
static bool is_allowed(uint32_t point)
{
    if (point < 0x20) return point == '\t' || point == '\n' || point == '\r';
    return point != 0xFFFE && point != 0xFFFF; /* no surrogate comes out of UTF-8 */
}

/* NULL: the character stands as it is. White space in an attribute would be read as blanks. */
static const char *escape_of(uint32_t point, bool attribute)
{
    switch (point) {
    case '<': return "&lt;";
    case '>': return "&gt;"; /* so that no ]]> stands in text */
    case '&': return "&amp;";
    case '\r': return "&#13;";
    case '"': return attribute ? "&quot;" : NULL;
    case '\n': return attribute ? "&#10;" : NULL;
    case '\t': return attribute ? "&#9;" : NULL;
    default: return is_allowed(point) ? NULL : "\xEF\xBF\xBD";
    }
}

static void put_escaped(struct xml *x, const char *text, size_t length, bool attribute)
{
    for (size_t at = 0; at < length;) {
        uint32_t point = 0xFFFF;
        size_t n = utf8_read(text + at, length - at, &point);
        const char *escape = escape_of(point, attribute);
        if (escape) out_string(x->out, escape);
        else out_bytes(x->out, text + at, n);
        at += n ? n : 1;
    }
}

void xml_attribute(struct xml *x, const char *name, const char *value)
{
    out_char(x->out, ' '), out_string(x->out, name), out_string(x->out, "=\"");
    put_escaped(x, value, strlen(value), true);
    out_char(x->out, '"');
}

void xml_count(struct xml *x, const char *name, size_t value) { out_format(x->out, " %s=\"%zu\"", name, value); }

/* No line of it is a command to the log of a CI: the first colon of what would be one is written as its number, which is the
 * same to whoever reads XML. */
void xml_text(struct xml *x, const char *text, size_t length)
{
    end_tag(x);
    x->text = true;
    for (size_t at = 0, n; at < length; at += n) {
        const char *end = memchr(text + at, '\n', length - at);
        n = end ? (size_t)(end - text) + 1 - at : length - at;
        size_t colon = text_command(text + at, n);
        put_escaped(x, text + at, colon, false);
        if (colon < n) out_string(x->out, "&#58;"), put_escaped(x, text + at + colon + 1, n - colon - 1, false);
    }
}
