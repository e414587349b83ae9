/* currency.c - see currency.h. */
#include "base/currency.h"

#include <string.h>

const char *const currency_codes[] = {
#define CURRENCY(CODE) #CODE,
#include "base/currencies.def"
};
_Static_assert(sizeof currency_codes / sizeof *currency_codes < 256, "facts keep the place of a code in one byte");
const size_t currency_count = sizeof currency_codes / sizeof *currency_codes;

enum { LETTERS = 3, COMMON = 8 };

bool currency_is_code(const char *text, size_t length)
{
    if (length != LETTERS) return false;
    for (size_t i = 0; i < currency_count; i++)
        if (!memcmp(currency_codes[i], text, LETTERS)) return true;
    return false;
}

static char capital(char c) { return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c; }

/* 0: the same but for small letters; 1: neighbours changed places; 2: one letter is another; 3: further. */
static unsigned distance(const char *code, const char *text)
{
    bool same[LETTERS];
    unsigned wrong = 0;
    for (unsigned i = 0; i < LETTERS; i++) same[i] = code[i] == capital(text[i]), wrong += !same[i];
    if (wrong < 2) return wrong * 2;
    for (unsigned i = 0; i + 1 < LETTERS && wrong == 2; i++)
        if (code[i] == capital(text[i + 1]) && code[i + 1] == capital(text[i])) return 1;
    return LETTERS;
}

/* What a wrong letter was most likely meant for: most money on file is in these. */
static const char common[COMMON][LETTERS + 1] = { "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "INR" };

const char *currency_nearest(const char *text, size_t length)
{
    if (length != LETTERS) return NULL;
    const char *nearest = NULL;
    unsigned least = LETTERS;
    for (unsigned i = 0; i < COMMON; i++) {
        unsigned far = distance(common[i], text);
        if (far < least) least = far, nearest = common[i];
    }
    for (size_t i = 0; i < currency_count; i++) {
        unsigned far = distance(currency_codes[i], text);
        if (far < least) least = far, nearest = currency_codes[i];
    }
    return nearest;
}
