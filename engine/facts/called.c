/* called.c - whether an entity is called by a name, however a file writes it. */
#include "facts/called.h"

#include <stddef.h>
#include <string.h>

/* One word of a name, as it stands there. */
struct part {
    const char *text;
    size_t length;
};
enum { MOST_PARTS = 12 }; /* of a longer name all the rest is one, with its legal form */

/* How a legal form is written, and the first of those that are written otherwise: "inc" and "incorporated" are one form. */
static const struct form {
    const char *written, *is;
} forms[] = {
    { "inc", "inc" },     { "incorporated", "inc" },
    { "corp", "corp" },   { "corporation", "corp" },
    { "co", "co" },       { "company", "co" },
    { "llc", "llc" },     { "llp", "llp" },
    { "lp", "lp" },       { "ltd", "ltd" },
    { "limited", "ltd" }, { "plc", "plc" },
    { "gmbh", "gmbh" },   { "ag", "ag" },
    { "kg", "kg" },       { "kgaa", "kgaa" },
    { "se", "se" },       { "sa", "sa" },
    { "sas", "sas" },     { "sarl", "sarl" },
    { "spa", "spa" },     { "srl", "srl" },
    { "nv", "nv" },       { "bv", "bv" },
    { "ab", "ab" },       { "as", "as" },
    { "oy", "oy" },       { "oyj", "oyj" },
    { "pte", "pte" },     { "pty", "pty" },
    { "kk", "kk" },       { "com", NULL }, /* no form, and no part of a name either */
};

/* The words of a name without the legal form at its end, and that form: NULL, none. */
struct name {
    struct part parts[MOST_PARTS];
    size_t count;
    const char *form;
};

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

static const struct form *form_of(const char *text, size_t length)
{
    const struct part part = { text, length };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (same_text(&part, forms[i].written, strlen(forms[i].written))) return &forms[i];
    return NULL;
}

/* The form that a name ends with, in how many of its words: "B.V." are two. */
static const struct form *last_form(const struct name *n, size_t *ret_words)
{
    char letters[8];
    size_t length = 0, words = 0;
    const struct part *last = &n->parts[n->count - 1];
    for (; words < n->count && words < sizeof letters && last[-(ptrdiff_t)words].length == 1; words++) length++;
    for (size_t i = 0; i < length; i++) letters[length - 1 - i] = *last[-(ptrdiff_t)i].text;
    *ret_words = length > 1 ? length : 1;
    return length > 1 ? form_of(letters, length) : form_of(last->text, last->length);
}

/* The words of a text up to a bracket. A legal form that is all of it is a name. */
static void name_read(const char *text, struct name *ret)
{
    *ret = (struct name){ .count = 0 };
    for (const char *at = text; *at && *at != '(';) {
        if (!in_word(*at)) {
            at++;
            continue;
        }
        const char *from = at;
        while (in_word(*at)) at++;
        if (ret->count == MOST_PARTS - 1) at = from + strlen(from); /* the last takes all the rest */
        ret->parts[ret->count++] = (struct part){ from, (size_t)(at - from) };
    }
    size_t words;
    for (const struct form *f; ret->count > 1 && (f = last_form(ret, &words)) && words < ret->count;
         ret->count -= words)
        if (!ret->form) ret->form = f->is;
}

/* Most names on file begin with another letter than the one asked, and need not be read to the end. */
static bool may_begin_alike(const char *on_file, const struct name *asked)
{
    while (*on_file && *on_file != '(' && !in_word(*on_file)) on_file++;
    return folded(*on_file) == folded(*asked->parts[0].text);
}

/* What a text on file says of the name that is asked. */
enum said { OTHER_NAME, OTHER_FORM, ANY_FORM, SAME_NAME };

static enum said said_of(const char *on_file, const struct name *asked)
{
    struct name n;
    if (asked->count && !may_begin_alike(on_file, asked)) return OTHER_NAME;
    name_read(on_file, &n);
    if (!n.count || n.count != asked->count) return OTHER_NAME;
    for (size_t i = 0; i < n.count; i++)
        if (!same_text(&n.parts[i], asked->parts[i].text, asked->parts[i].length)) return OTHER_NAME;
    if (!n.form) return SAME_NAME;
    if (!asked->form) return ANY_FORM;
    return strcmp(n.form, asked->form) == 0 ? SAME_NAME : OTHER_FORM;
}

static enum said said_by(const struct facts *f, uint32_t entity, enum field field, const struct name *asked)
{
    const struct cell *cell = cell_of(f, KIND_ENTITY, entity, field);
    return cell->state == CELL_VALUE ? said_of(cell->text, asked) : OTHER_NAME;
}

static enum said said_by_aliases(const struct facts *f, uint32_t entity, const struct name *asked)
{
    const struct cell *aliases = cell_of(f, KIND_ENTITY, entity, ENTITY_ALIASES);
    enum said most = OTHER_NAME;
    for (uint32_t i = 0; aliases->state == CELL_VALUE && i < aliases->list.count; i++) {
        enum said one = said_of(f->texts[f->lists[aliases->list.first + i]], asked);
        if (one > most) most = one;
    }
    return most;
}

enum truth entity_called(const struct facts *f, uint32_t entity, const char *name, enum field *ret_field)
{
    struct name asked;
    name_read(name, &asked);
    enum said by_name = said_by(f, entity, ENTITY_NAME, &asked), by_alias = said_by_aliases(f, entity, &asked);
    enum said by_id = said_by(f, entity, ENTITY_ID, &asked);
    if (by_name == OTHER_FORM || by_name == ANY_FORM)
        by_id = OTHER_NAME; /* an id leaves the form out, the name does not */
    *ret_field = by_name == SAME_NAME    ? ENTITY_NAME
                 : by_alias == SAME_NAME ? ENTITY_ALIASES
                 : by_id == SAME_NAME    ? ENTITY_ID
                 : by_name == ANY_FORM   ? ENTITY_NAME
                 : by_alias == ANY_FORM  ? ENTITY_ALIASES
                 : by_id == ANY_FORM     ? ENTITY_ID
                                         : NO_FIELD;
    if (*ret_field == NO_FIELD) return NO;
    return by_name == SAME_NAME || by_alias == SAME_NAME || by_id == SAME_NAME ? YES : UNKNOWN;
}
