/* markdown_text.h - user text inside Markdown, as the comments and summaries of GitHub and GitLab render it. */
#ifndef REPORT_MARKDOWN_TEXT_H
#define REPORT_MARKDOWN_TEXT_H

#include "base/text.h"

/* Appends a safe text (report/safe.h) so that it is text and nothing else, in a paragraph, a list, a table and between HTML
 * tags alike: what has a meaning in any of them becomes a character reference, which has none (CommonMark 6.2). An @ and a
 * # before a digit are parted by a space of no width from what follows, since GitHub looks for names and numbers in the
 * finished page, where a reference is a plain character again. Never at the begin of a line. */
void markdown_text(struct text *, const char *text, size_t length);
/* The same as a link to an address, where that is a plain one of http or https; else the text alone. */
void markdown_link(struct text *, const char *text, size_t length, const char *url);
static inline void markdown_string(struct text *t, const char *text) { markdown_text(t, text, strlen(text)); }
#endif
