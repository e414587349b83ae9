/* words.c - see words.h. English only so far: tr gives back what it is given. */
#include "report/words.h"

#include <stdio.h>

#include "base/date.h"

const char *tr(const char *english) { return english; }

void add_thousands(struct text *t, size_t count)
{
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%zu", count);
    for (int i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0) text_char(t, ',');
        text_char(t, digits[i]);
    }
}

void add_count(struct text *t, size_t count, const char *one, const char *many)
{
    add_thousands(t, count);
    text_char(t, ' ');
    text_string(t, count == 1 ? one : many);
}

void add_day(struct text *t, int32_t day)
{
    char words[64];
    days_write_long((struct days){ day, day }, words, sizeof words);
    text_string(t, words);
}

void add_between(struct text *t, size_t number, size_t count)
{
    if (number) text_string(t, number + 1 == count ? tr(" and ") : ", ");
}

void add_doubt(struct text *t, struct doubt d)
{
    if (!is_doubted(d)) return;
    text_string(t, tr("rests on "));
    if (d.sources) add_count(t, d.sources, tr("unverified source"), tr("unverified sources"));
    if (d.sources && d.estimates) text_string(t, tr(" and "));
    if (d.estimates) add_count(t, d.estimates, tr("estimate"), tr("estimates"));
}
