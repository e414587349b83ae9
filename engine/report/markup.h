/* markup.h - Markdown of texts that are data: they bring no markup of their own, and no end to a cell of a table.
 *
 *     text_add(markup_begin(&m), "%s in %s", firm, market);
 *     markup_built(&m);                  what was begun, escaped
 *     markup_between(&m, '`', id, '`');  between marks that take no markup */
#ifndef REPORT_MARKUP_H
#define REPORT_MARKUP_H

#include "base/text.h"
#include "report/out.h"

struct markup {
    struct out *out;
    struct text raw, safe;
};

void markup_init(struct markup *, struct out *, const cc_allocator *);
void markup_free(struct markup *);
struct text *markup_begin(struct markup *);
void markup_built(struct markup *);
void markup_escaped(struct markup *, const char *text);
void markup_between(struct markup *, char open, const char *text, char close);
/* A block that is shown as it is; `language` may be "". */
void markup_block(struct markup *, const char *language, const char *text);
#endif
