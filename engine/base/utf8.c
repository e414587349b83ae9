/* utf8.c - decoding by RFC 3629's table of well-formed sequences; widths after East Asian Width and the Mn and Cf
 * classes of Unicode, in ranges coarse enough to be read. */
#include "base/utf8.h"

#include "include/compliance.h"

static bool continues(unsigned char c) { return (c & 0xC0) == 0x80; }

size_t utf8_read(const char *text, size_t length, uint32_t *ret_point)
{
    const unsigned char *s = (const unsigned char *)text;
    if (!length) return 0;
    uint32_t c = s[0];
    if (c < 0x80) {
        *ret_point = c;
        return 1;
    }
    size_t n = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    if (c < 0xC2 || c > 0xF4 || length < n) return 0;
    uint32_t point = c & (0x7Fu >> n);
    for (size_t i = 1; i < n; i++) {
        if (!continues(s[i])) return 0;
        point = point << 6 | (s[i] & 0x3Fu);
    }
    if ((n == 3 && point < 0x800) || (n == 4 && point < 0x10000)) return 0; /* overlong; of 2 bytes: below 0xC2 */
    if ((point >= 0xD800 && point <= 0xDFFF) || point > 0x10FFFF) return 0;
    *ret_point = point;
    return n;
}

struct points {
    uint32_t first, last;
};

/* What breaks or turns a line, and what shows nothing: Unicode calls it default ignorable. A text within the text can be written
 * in selectors of variants (U+FE00 and U+E0100 on), and two names differ by a filler. */
static const struct points hidden[] = {
    { 0x0000, 0x001F }, { 0x007F, 0x009F },   { 0x00AD, 0x00AD },   { 0x034F, 0x034F },   { 0x061C, 0x061C },
    { 0x115F, 0x1160 }, { 0x17B4, 0x17B5 },   { 0x180B, 0x180F },   { 0x200B, 0x200F },   { 0x2028, 0x202E },
    { 0x2060, 0x206F }, { 0x3164, 0x3164 },   { 0xFE00, 0xFE0F },   { 0xFEFF, 0xFEFF },   { 0xFFA0, 0xFFA0 },
    { 0xFFF0, 0xFFFB }, { 0x1BCA0, 0x1BCA3 }, { 0x1D173, 0x1D17A }, { 0xE0000, 0xE0FFF },
};

/* The 66 that Unicode keeps from being any. XML and HTML forbid them, and Markdown becomes HTML; JSON (RFC 8259), CSV and a
 * terminal would take them, though no reader sees them. */
static bool is_no_character(uint32_t point)
{
    return (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE;
}

/* Combining marks, joiners, directions, variation selectors. */
static const struct points narrow[] = {
    { 0x0000, 0x001F },   { 0x007F, 0x009F }, { 0x00AD, 0x00AD }, { 0x0300, 0x036F }, { 0x0483, 0x0489 },
    { 0x0591, 0x05BD },   { 0x05BF, 0x05BF }, { 0x05C1, 0x05C2 }, { 0x05C4, 0x05C5 }, { 0x05C7, 0x05C7 },
    { 0x0610, 0x061A },   { 0x064B, 0x065F }, { 0x0670, 0x0670 }, { 0x06D6, 0x06DC }, { 0x06DF, 0x06E4 },
    { 0x06E7, 0x06E8 },   { 0x06EA, 0x06ED }, { 0x0711, 0x0711 }, { 0x0730, 0x074A }, { 0x0900, 0x0902 },
    { 0x093C, 0x093C },   { 0x0941, 0x0948 }, { 0x094D, 0x094D }, { 0x0951, 0x0957 }, { 0x0E31, 0x0E31 },
    { 0x0E34, 0x0E3A },   { 0x0E47, 0x0E4E }, { 0x1160, 0x11FF }, { 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF },
    { 0x200B, 0x200F },   { 0x202A, 0x202E }, { 0x2060, 0x206F }, { 0x20D0, 0x20F0 }, { 0x302A, 0x302D },
    { 0x3099, 0x309A },   { 0xFE00, 0xFE0F }, { 0xFE20, 0xFE2F }, { 0xFEFF, 0xFEFF }, { 0xE0001, 0xE007F },
    { 0xE0100, 0xE01EF },
};

/* Hangul, CJK, kana, full-width forms, emoji. */
static const struct points wide[] = {
    { 0x1100, 0x115F },   { 0x231A, 0x231B },   { 0x2329, 0x232A },   { 0x23E9, 0x23EC },   { 0x2614, 0x2615 },
    { 0x2E80, 0x303E },   { 0x3041, 0x33FF },   { 0x3400, 0x4DBF },   { 0x4E00, 0xA4CF },   { 0xA960, 0xA97F },
    { 0xAC00, 0xD7A3 },   { 0xF900, 0xFAFF },   { 0xFE10, 0xFE19 },   { 0xFE30, 0xFE6F },   { 0xFF00, 0xFF60 },
    { 0xFFE0, 0xFFE6 },   { 0x16FE0, 0x18AFF }, { 0x1B000, 0x1B2FF }, { 0x1F200, 0x1F2FF }, { 0x1F300, 0x1F64F },
    { 0x1F680, 0x1F6FF }, { 0x1F900, 0x1F9FF }, { 0x20000, 0x3FFFD },
};

static bool among(const struct points *ranges, size_t count, uint32_t point)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ranges[middle].last < point) low = middle + 1;
        else high = middle;
    }
    return low < count && ranges[low].first <= point;
}

bool utf8_is_hidden(uint32_t point)
{
    if (point >= 0x20 && point < 0x7F) return false;
    return among(hidden, sizeof hidden / sizeof *hidden, point) || is_no_character(point);
}

size_t cc_read_character(const char *text, size_t length, uint32_t *ret_point, bool *ret_hidden)
{
    size_t n = utf8_read(text, length, ret_point);
    if (n) *ret_hidden = utf8_is_hidden(*ret_point);
    return n;
}

unsigned utf8_columns(uint32_t point)
{
    if (point >= 0x20 && point < 0x7F) return 1;
    if (among(narrow, sizeof narrow / sizeof *narrow, point)) return 0;
    return among(wide, sizeof wide / sizeof *wide, point) ? 2 : 1;
}

size_t utf8_width(const char *text, size_t length)
{
    size_t width = 0;
    for (size_t at = 0;;) {
        uint32_t point = 0;
        for (; at < length && text[at] >= ' ' && text[at] < 0x7F; at++) width++; /* nearly all of it */
        if (at >= length) return width;
        size_t n = utf8_read(text + at, length - at, &point);
        width += n ? utf8_columns(point) : 1; /* a terminal shows a stray byte as one replacement character */
        at += n ? n : 1;
    }
}
