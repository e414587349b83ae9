/* called.c - whether an entity is called by a name, however a file writes it. */
#include "facts/called.h"

#include <string.h>

/* One word of a name, as it stands there. */
struct part {
    const char *text;
    size_t length;
};
enum { MOST_PARTS = 12 }; /* of a longer name all the rest is one, with its legal form */

static const char *const legal_forms[] = { "inc", "incorporated", "corp", "corporation", "co",  "company", "com", "llc",
                                           "ltd", "limited",      "plc",  "gmbh",        "ag",  "se",      "sa",  "sas",
                                           "nv",  "bv",           "lp",   "pte",         "pty", "kk" };

static char folded(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

static bool in_word(char c)
{
    char f = folded(c);
    return (f >= 'a' && f <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool same_text(const struct part *part, const char *text, size_t length)
{
    if (part->length != length) return false;
    for (size_t i = 0; i < length; i++)
        if (folded(part->text[i]) != folded(text[i])) return false;
    return true;
}

static bool is_legal_form(const struct part *part)
{
    for (size_t i = 0; i < sizeof legal_forms / sizeof *legal_forms; i++)
        if (same_text(part, legal_forms[i], strlen(legal_forms[i]))) return true;
    return false;
}

/* The words of a name up to a bracket, without the legal form at its end. How many. */
static size_t parts_of(const char *name, struct part parts[MOST_PARTS])
{
    size_t count = 0;
    for (const char *at = name; *at && *at != '(';) {
        if (!in_word(*at)) {
            at++;
            continue;
        }
        const char *from = at;
        while (in_word(*at)) at++;
        if (count == MOST_PARTS - 1) at = from + strlen(from); /* the last takes all the rest */
        parts[count++] = (struct part){ from, (size_t)(at - from) };
    }
    while (count > 1 && is_legal_form(&parts[count - 1])) count--;
    return count;
}

static bool same_name(const char *a, const char *b)
{
    struct part of_a[MOST_PARTS], of_b[MOST_PARTS];
    size_t count = parts_of(a, of_a);
    if (!count || count != parts_of(b, of_b)) return false;
    for (size_t i = 0; i < count; i++)
        if (!same_text(&of_a[i], of_b[i].text, of_b[i].length)) return false;
    return true;
}

static bool text_is(const struct facts *f, uint32_t entity, enum field field, const char *name)
{
    const struct cell *cell = cell_of(f, KIND_ENTITY, entity, field);
    return cell->state == CELL_VALUE && same_name(cell->text, name);
}

enum field entity_called(const struct facts *f, uint32_t entity, const char *name)
{
    if (text_is(f, entity, ENTITY_NAME, name)) return ENTITY_NAME;
    if (text_is(f, entity, ENTITY_ID, name)) return ENTITY_ID;
    const struct cell *aliases = cell_of(f, KIND_ENTITY, entity, ENTITY_ALIASES);
    if (aliases->state != CELL_VALUE) return NO_FIELD;
    for (uint32_t i = 0; i < aliases->list.count; i++)
        if (same_name(f->texts[f->lists[aliases->list.first + i]], name)) return ENTITY_ALIASES;
    return NO_FIELD;
}
