/* scan_token.c - numbers of the strict scan, and strings that are not plain. */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "facts/hash.h"
#include "facts/number.h"
#include "facts/scan.h"
#include "facts/skip.h"

static struct span span_of(const struct scan *s, const char *at, size_t length)
{
    return (struct span){ (uint32_t)(at - s->text), (uint32_t)length };
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/* Four digits, or -1. They stop at the NUL that ends the text. */
static long hex_four(const char *p)
{
    long value = 0;
    for (int i = 0; i < 4; i++) {
        int digit = hex_digit(p[i]);
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

static const char *scan_unicode_escape(struct scan *s, const char *p)
{
    long unit = hex_four(p + 2);
    if (unit < 0) {
        size_t length = 2;
        while (length < 6 && hex_digit(p[length]) >= 0) length++;
        return scan_stop(s, p, length, NULL, "four hexadecimal digits are expected after '\\u'");
    }
    if (unit == 0) {
        diagnose(s->sink, CODE_ENCODING, span_of(s, p, 6), NULL, "U+0000 is not read");
    } else if (unit >= 0xD800 && unit <= 0xDFFF) {
        long low = unit < 0xDC00 && p[6] == '\\' && p[7] == 'u' ? hex_four(p + 8) : -1;
        if (low >= 0xDC00 && low <= 0xDFFF) return p + 12;
        diagnose(s->sink, CODE_ENCODING, span_of(s, p, 6), NULL, "'%.6s' is half of a surrogate pair", p);
    }
    return p + 6;
}

static const char *scan_escape(struct scan *s, const char *p)
{
    switch (p[1]) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't': return p + 2;
    case 'u': return scan_unicode_escape(s, p);
    default: break;
    }
    if (p[1] > ' ' && p[1] < 0x7F) return scan_stop(s, p, 2, NULL, "'\\%c' is no escape of JSON", p[1]);
    return scan_stop(s, p, 1, "\\\\", "a backslash stands before one of \" \\ / b f n r t u");
}

static const char *scan_control(struct scan *s, const char *quote, const char *p)
{
    if (p == s->end) return scan_stop(s, quote, 1, NULL, "this quote is never closed");
    if (*p == '\0') {
        diagnose(s->sink, CODE_ENCODING, span_of(s, p, 1), NULL, "U+0000 is not read");
        return p + 1;
    }
    if (*p == '\n' || *p == '\r')
        return scan_stop(s, quote, (size_t)(p - quote), "\\n", "this quote is not closed before the end of the line");
    return scan_stop(s, p, 1, *p == '\t' ? "\\t" : NULL, "a control character (U+%04X) inside a text", (unsigned)*p);
}

static const char *scan_beyond_ascii(struct scan *s, const char *p)
{
    uint32_t point;
    size_t bytes = utf8_read(p, (size_t)(s->end - p), &point);
    if (bytes) return p + bytes;
    diagnose(s->sink, CODE_ENCODING, span_of(s, p, 1), NULL, "the byte %02X is no UTF-8 here", (unsigned char)*p);
    return p + 1;
}

static void put_utf8(char *out, size_t *n, unsigned long point)
{
    if (point < 0x80) {
        out[(*n)++] = (char)point;
        return;
    }
    if (point < 0x800) {
        out[(*n)++] = (char)(0xC0 | point >> 6);
    } else {
        if (point < 0x10000) out[(*n)++] = (char)(0xE0 | point >> 12);
        else out[(*n)++] = (char)(0xF0 | point >> 18), out[(*n)++] = (char)(0x80 | (point >> 12 & 0x3F));
        out[(*n)++] = (char)(0x80 | (point >> 6 & 0x3F));
    }
    out[(*n)++] = (char)(0x80 | (point & 0x3F));
}

size_t scan_unescape(const char *p, const char *end, char *out)
{
    static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
    size_t n = 0;
    while (p < end) {
        if (*p != '\\') {
            out[n++] = *p++;
        } else if (p[1] != 'u') {
            const char *which = strchr(from, p[1]);
            out[n++] = which ? to[which - from] : p[1];
            p += 2;
        } else {
            unsigned long unit = (unsigned long)hex_four(p + 2);
            p += 6;
            if (unit >= 0xD800 && unit < 0xDC00 && p[0] == '\\' && p[1] == 'u') {
                unsigned long low = (unsigned long)hex_four(p + 2);
                if (low >= 0xDC00 && low < 0xE000) unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), p += 6;
            }
            put_utf8(out, &n, unit);
        }
    }
    return n;
}

bool scan_hash_escaped(struct scan *s, const char *p, const char *end, uint64_t *ret_hash)
{
    char small[256], *out = small;
    size_t room = (size_t)(end - p);
    if (room > sizeof small && !(out = s->allocator->allocate(s->allocator->ud, NULL, 0, room)))
        return s->no_memory = s->broken = true, false;
    *ret_hash = hash_text(out, scan_unescape(p, end, out), s->seed);
    if (out != small) s->allocator->allocate(s->allocator->ud, out, room, 0);
    return true;
}

const char *scan_string_rest(struct scan *s, const char *quote, const char *p, uint32_t *ret_length)
{
    uint32_t escaped = 0;
    for (; *p != '"'; p = skip_plain(p)) {
        if (*p == '\\') escaped = SCAN_ESCAPED, p = scan_escape(s, p);
        else if ((unsigned char)*p < 0x20) p = scan_control(s, quote, p);
        else p = scan_beyond_ascii(s, p);
        if (!p) return NULL;
    }
    uint32_t length = (uint32_t)(p + 1 - quote);
    if (length - 2 > SCAN_STRING)
        diagnose(s->sink, CODE_LIMIT, span_of(s, quote, length), NULL, "a text of %u bytes, at most %d are read",
                 (unsigned)length - 2, SCAN_STRING);
    *ret_length = length | escaped;
    return p + 1;
}

static inline const char *skip_digits(const char *p)
{
    while (*p >= '0' && *p <= '9') p++;
    return p;
}

static const char *scan_exponent(struct scan *s, const char *start, const char *p)
{
    p++;
    if (*p == '+' || *p == '-') p++;
    if (!(*p >= '0' && *p <= '9'))
        return scan_stop(s, start, (size_t)(p - start), NULL, "a digit is expected in the exponent");
    return skip_digits(p);
}

/* Past 40 digits, or past the largest double. */
static void check_size(struct scan *s, const char *start, size_t length)
{
    size_t digits = 0;
    for (size_t i = 0; i < length; i++)
        if (start[i] >= '0' && start[i] <= '9') digits++;
    if (digits > SCAN_DIGITS)
        diagnose(s->sink, CODE_LIMIT, span_of(s, start, length), NULL, "a number of %zu digits, at most %d are read",
                 digits, SCAN_DIGITS);
    else if (isinf(number_read(start, length)))
        diagnose(s->sink, CODE_LIMIT, span_of(s, start, length), NULL, "the number %.*s is too large", (int)length,
                 start);
}

const char *scan_number(struct scan *s, const char *start)
{
    const char *p = start + (*start == '-');
    bool exponent = false;
    if (!(*p >= '0' && *p <= '9')) return scan_stop(s, start, 1, NULL, "a digit is expected after '-'");
    if (*p == '0' && p[1] >= '0' && p[1] <= '9')
        return scan_stop(s, start, (size_t)(skip_digits(p) - start), NULL, "a number does not begin with 0");
    p = skip_digits(p);
    if (*p == '.') {
        const char *fraction = p + 1;
        p = skip_digits(fraction);
        if (p == fraction) return scan_stop(s, start, (size_t)(p - start), NULL, "a digit is expected after the point");
    }
    if (*p == 'e' || *p == 'E') {
        exponent = true;
        if (!(p = scan_exponent(s, start, p))) return NULL;
    }
    if (exponent || p - start > SCAN_DIGITS) check_size(s, start, (size_t)(p - start));
    return p;
}
