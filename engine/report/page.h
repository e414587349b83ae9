/* page.h - text on a page of some width: wrapped, aligned, coloured where that is wanted.
 *
 * Every text that comes here is data and goes through text_safe; colours are added behind it. A paragraph begins with a
 * lead (a mark, a label) and hangs: its later lines begin at the same column as its first words.
 *
 *     page_par(&p, (struct par){ .indent = 2, .lead = "✔", .hang = 4, .lead_style = STYLE_GREEN }, "OpenAI develops AI");
 *
 *     |  ✔ OpenAI develops AI ...
 *     |    continued */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "base/text.h"
#include "report/out.h"

enum { PAGE_WIDTH = 100, PAGE_NARROWEST = 40, PAGE_WIDEST = 1000 };

enum style {
    STYLE_PLAIN,
    STYLE_BOLD,
    STYLE_DIM,
    STYLE_RED,
    STYLE_RED_BOLD,
    STYLE_YELLOW,
    STYLE_YELLOW_BOLD,
    STYLE_GREEN,
    STYLE_CYAN,
    STYLE_BLUE_BOLD,
    STYLE_COUNT
};

struct page {
    struct out *out;
    unsigned width;
    bool color;
    struct text safe;  /* scratch of the paragraph under way */
    struct text build; /* scratch of the caller: page_build gives it empty */
};
struct par {
    unsigned indent, hang; /* columns; hang 0: indent + lead + one space */
    const char *lead;      /* NULL: none */
    enum style lead_style, style;
};

void page_init(struct page *, struct out *, const cc_allocator *, unsigned width, bool color);
void page_free(struct page *);
/* An empty text to build in; the next call empties it. */
struct text *page_build(struct page *);
void page_par(struct page *, struct par, const char *text);
void page_built(struct page *, struct par); /* the text under construction */
void page_blank(struct page *);
/* A left and a right part on one line where they fit, else on two. */
void page_ends(struct page *, const char *left, enum style, const char *right, enum style right_style);
#endif
