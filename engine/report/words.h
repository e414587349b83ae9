/* words.h - how reports say things: every sentence goes through tr, with the English sentence as its key, so that another
 * language is a table and nothing else. */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include "audit/doubt.h"
#include "base/text.h"

/* The sentence in the language of the report. */
const char *tr(const char *english) __attribute__((format_arg(1)));
/* "1 risk", "10 risks". */
void add_count(struct text *, size_t count, const char *one, const char *many);
/* "1,234" */
void add_thousands(struct text *, size_t count);
/* "24 January 2025" */
void add_day(struct text *, int32_t day);
/* "and" before the last, a comma before the others: call before each of `count` items, numbered from 0. */
void add_between(struct text *, size_t number, size_t count);
/* "rests on 1 unverified source and 2 estimates"; nothing where there is no doubt. */
void add_doubt(struct text *, struct doubt);
/* The text of a builder that may have found no memory. */
static inline const char *text_chars(const struct text *t) { return t->data ? t->data : ""; }
#endif
