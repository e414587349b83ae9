/* page.c - see page.h. Lines break at spaces, but not between a number and its per cent sign; a word that is longer than
 * a line is cut where the line ends. */
#include "report/page.h"

#include "base/utf8.h"
#include "report/safe.h"

static const char *const codes_of_styles[STYLE_COUNT] = {
    [STYLE_PLAIN] = "",
    [STYLE_BOLD] = "\033[1m",
    [STYLE_DIM] = "\033[2m",
    [STYLE_RED] = "\033[31m",
    [STYLE_RED_BOLD] = "\033[1;31m",
    [STYLE_YELLOW] = "\033[33m",
    [STYLE_YELLOW_BOLD] = "\033[1;33m",
    [STYLE_GREEN] = "\033[32m",
    [STYLE_CYAN] = "\033[36m",
    [STYLE_BLUE_BOLD] = "\033[1;34m",
};
static const char style_end[] = "\033[0m";

enum { TEXT_LIMIT = 4 * 1024 * 1024 };

void page_init(struct page *p, struct out *out, const cc_allocator *allocator, unsigned width, bool color)
{
    *p = (struct page){ .out = out, .width = width ? width : PAGE_WIDTH, .color = color };
    if (p->width < PAGE_NARROWEST) p->width = PAGE_NARROWEST;
    if (p->width > PAGE_WIDEST) p->width = PAGE_WIDEST;
    text_init(&p->safe, allocator, TEXT_LIMIT);
    text_init(&p->build, allocator, TEXT_LIMIT);
}

void page_free(struct page *p)
{
    text_free(&p->safe);
    text_free(&p->build);
}

struct text *page_build(struct page *p)
{
    text_reset(&p->build);
    return &p->build;
}

static void put(struct page *p, const char *text, size_t length, enum style style)
{
    bool colored = p->color && style != STYLE_PLAIN && length;
    if (colored) out_string(p->out, codes_of_styles[style]);
    out_bytes(p->out, text, length);
    if (colored) out_string(p->out, style_end);
}

/* The first words of a line, which is a command to the log of GitHub Actions where they begin with "::". */
static void put_first(struct page *p, const char *text, size_t length, enum style style)
{
    size_t command = text_command(text, length);
    if (command == length) {
        put(p, text, length, style);
        return;
    }
    out_bytes(p->out, text, command);
    out_string(p->out, "\\u{3A}");
    put(p, text + command + 1, length - command - 1, style);
}

/* Text that may be shown; it stands until the next call. */
static const char *made_safe(struct page *p, const char *text, size_t *ret_length)
{
    text_reset(&p->safe);
    text_safe(&p->safe, text, strlen(text));
    if (p->safe.failed) out_no_memory(p->out);
    *ret_length = p->safe.length;
    return p->safe.data ? p->safe.data : "";
}

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_letter(char c) { return is_capital(c) || (c >= 'a' && c <= 'z'); }

/* "21", "13.75", "$10" */
static bool is_figure(const char *word, size_t length)
{
    size_t digits = 0;
    for (size_t i = 0; i < length; i++) {
        if (!strchr("0123456789.,$", word[i])) return false;
        digits += word[i] >= '0' && word[i] <= '9';
    }
    return digits > 0;
}

static bool is_one_of(const char *word, size_t length, const char *const *words)
{
    for (; *words; words++)
        if (strlen(*words) == length && memcmp(*words, word, length) == 0) return true;
    return false;
}

/* A figure and what it counts are read as one: "50 %", "10 billion USD", "1,800 points". */
static bool holds_together(const char *text, size_t length, size_t at)
{
    static const char *const scales[] = { "thousand", "million", "billion", NULL };
    static const char *const units[] = { "point", "points", "day", "days", "month", "months", "year", "years", NULL };
    size_t first = at, last = at + 1;
    while (first && text[first - 1] != ' ') first--;
    while (last < length && is_letter(text[last])) last++;
    const char *before = text + first, *after = text + at + 1;
    size_t before_length = at - first, after_length = last - at - 1;
    bool figure = is_figure(before, before_length);
    bool currency = after_length == 3 && is_capital(after[0]) && is_capital(after[1]) && is_capital(after[2]);
    if (currency) return figure || is_one_of(before, before_length, scales);
    return figure && (is_one_of(after, after_length, scales) || is_one_of(after, after_length, units));
}

/* May a line break at this space? Not between a figure and its unit, and not within a run of spaces. */
static bool breaks(const char *text, size_t length, size_t at)
{
    return at + 1 < length && text[at + 1] != '%' && text[at + 1] != ' ' && !holds_together(text, length, at);
}

/* Marks inside of a word after which an address may be cut. */
static bool is_mark(uint32_t point)
{
    switch (point) {
    case '/':
    case '-':
    case '_':
    case '?':
    case '&':
    case '=': return true;
    default: return false;
    }
}

/* The last space up to `at` that a line may break at; 0: none. */
static size_t last_break(const char *text, size_t length, size_t at)
{
    while (at && !(text[at] == ' ' && breaks(text, length, at))) at--;
    return at;
}

/* How many bytes of text make up a line of `room` columns; *ret_skip: spaces that the break swallows. */
static size_t line_length(const char *text, size_t length, size_t room, size_t *ret_skip)
{
    size_t columns = 0, within = 0; /* within: after a mark */
    *ret_skip = 0;
    if (length <= room) return length; /* nothing is wider than it has bytes */
    for (size_t at = 0;;) {
        uint32_t point = ' ';
        while (at < length && columns < room && is_letter(text[at])) at++, columns++; /* most of it */
        if (at >= length) return length;
        size_t n = utf8_read(text + at, length - at, &point);
        if (!n) n = 1; /* text_safe leaves none */
        columns += utf8_columns(point);
        if (columns > room) {
            size_t best = last_break(text, length, at);
            if (point == ' ' && !best) best = at; /* what holds together is wider than the line */
            *ret_skip = best ? strspn(text + best, " ") : 0;
            return best ? best : within ? within : at ? at : n;
        }
        if (is_mark(point)) within = at + n;
        at += n;
    }
}

static void put_lead(struct page *p, const struct par *par, unsigned *ret_column)
{
    out_repeat(p->out, ' ', par->indent);
    *ret_column = par->indent;
    if (!par->lead || !*par->lead) return;
    size_t length;
    const char *lead = made_safe(p, par->lead, &length);
    put_first(p, lead, length, par->lead_style);
    *ret_column += (unsigned)utf8_width(lead, length);
}

void page_par(struct page *p, struct par par, const char *text)
{
    unsigned column;
    if (!*text && !(par.lead && *par.lead)) par.indent = 0; /* no space before nothing */
    put_lead(p, &par, &column);
    unsigned hang = par.hang ? par.hang : column + (column > par.indent);
    if (hang > p->width - 20) hang = p->width > par.indent + 24 ? par.indent + 4 : p->width - 20;
    if (column > par.indent && column >= hang) { /* the lead fills its column: the text goes below */
        out_char(p->out, '\n');
        column = 0;
    }
    size_t length, skip;
    const char *rest = made_safe(p, text, &length);
    for (bool first = true; first || length; first = false) {
        if (length) out_repeat(p->out, ' ', hang > column ? hang - column : 0);
        size_t n = line_length(rest, length, p->width - hang, &skip);
        size_t shown = n;
        while (shown && rest[shown - 1] == ' ') shown--;
        (column > par.indent ? put : put_first)(p, rest, shown, par.style);
        out_char(p->out, '\n');
        rest += n + skip;
        length -= n + skip;
        column = 0;
    }
}

void page_built(struct page *p, struct par par)
{
    if (p->build.failed) out_no_memory(p->out);
    page_par(p, par, p->build.data ? p->build.data : "");
}

void page_blank(struct page *p) { out_char(p->out, '\n'); }

void page_ends(struct page *p, const char *left, enum style style, const char *right, enum style right_style)
{
    size_t length, right_length;
    const char *safe = made_safe(p, left, &length);
    size_t columns = utf8_width(safe, length);
    size_t right_columns = utf8_width(right, strlen(right));
    if (columns + 2 + right_columns > p->width) {
        page_par(p, (struct par){ .style = style }, left);
        page_par(p, (struct par){ .style = right_style }, right);
        return;
    }
    unsigned edge = p->width > PAGE_WIDTH && columns + 2 + right_columns <= PAGE_WIDTH ? PAGE_WIDTH : p->width;
    put_first(p, safe, length, style);
    out_repeat(p->out, ' ', edge - columns - right_columns);
    safe = made_safe(p, right, &right_length);
    put(p, safe, right_length, right_style);
    out_char(p->out, '\n');
}
