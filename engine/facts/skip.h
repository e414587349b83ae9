/* skip.h - what the scan passes over, eight bytes at a time. Reads up to SCAN_PADDING bytes past where it stops. */
#ifndef FACTS_SKIP_H
#define FACTS_SKIP_H

#include <stdint.h>
#include <string.h>

#define SKIP_EACH(B) (UINT64_C(0x0101010101010101) * (B))

/* Not zero when one of eight bytes is a quote, a backslash, a control or not ASCII. A borrow can only mark bytes after
 * one that is marked rightly. */
static inline uint64_t skip_special(uint64_t eight)
{
    return (eight | (eight - SKIP_EACH(0x20)) | ((eight ^ SKIP_EACH('"')) - SKIP_EACH(1)) |
            ((eight ^ SKIP_EACH('\\')) - SKIP_EACH(1))) &
           SKIP_EACH(0x80);
}

static inline const char *skip_plain(const char *p)
{
    for (;; p += 8) {
        uint64_t eight;
        memcpy(&eight, p, 8);
        uint64_t marks = skip_special(eight);
        if (!marks) continue;
#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        return p + __builtin_ctzll(marks) / 8;
#else
        while ((unsigned char)*p >= 0x20 && (unsigned char)*p < 0x80 && *p != '"' && *p != '\\') p++;
        return p;
#endif
    }
}

/* Pretty-printed files are a third spaces. */
static inline const char *skip_many_spaces(const char *p)
{
    for (;;) {
        uint64_t eight;
        if (*p == '\n' || *p == '\r' || *p == '\t') p++;
        while (memcpy(&eight, p, 8), eight == SKIP_EACH(' ')) p += 8;
        while (*p == ' ') p++;
        if (*p != '\n' && *p != '\r' && *p != '\t') return p;
    }
}

static inline const char *skip_spaces(const char *p) { return (unsigned char)*p > ' ' ? p : skip_many_spaces(p); }
#endif
