/* phrase.c - texts with placeholders: "{investor} supplies {share} of {market}, {>=} {cloud_share}". */
#include <stdio.h>
#include <string.h>

#include "lua/inside.h"

enum { MOST_PARTS = 1000, LONGEST_TEXT = 4000 };
struct phrasing {
    struct machine *m;
    const struct rule *rule;
    const char *text;
    bool compares, each;
    struct part *parts;
    size_t count, capacity;
    char *message;
    size_t size;
};

static struct part *add_part(struct phrasing *p, enum part_type type)
{
    struct part *moved = arena_grow(p->m->rules, p->parts, p->count, &p->capacity, sizeof *moved);
    if (!moved) return NULL; /* without a message: no memory */
    p->parts = moved;
    if (p->count == MOST_PARTS) {
        snprintf(p->message, p->size, "a text with more than %d pieces", MOST_PARTS);
        return NULL;
    }
    struct part *part = &moved[p->count++];
    *part = (struct part){ .type = (uint8_t)type };
    return part;
}

static bool add_text(struct phrasing *p, const char *from, size_t length)
{
    if (!length) return true;
    struct part *part = add_part(p, PART_TEXT);
    return part && (part->text = arena_copy(p->m->rules, from, length)) != NULL;
}

/* The kind of thing that a name is, and its number. */
static bool find_name(const struct rule *rule, const char *name, size_t length, uint8_t *ret_type, uint16_t *ret_index)
{
    for (uint16_t i = 0; i < rule->role_count; i++)
        if (strlen(rule->roles[i]) == length && !memcmp(rule->roles[i], name, length))
            return *ret_type = PART_ROLE, *ret_index = i, true;
    for (uint16_t i = 0; i < rule->figure_count; i++)
        if (strlen(rule->figures[i].name) == length && !memcmp(rule->figures[i].name, name, length))
            return *ret_type = PART_FIGURE, *ret_index = i, true;
    for (uint16_t i = 0; i < rule->param_count; i++)
        if (strlen(rule->params[i].name) == length && !memcmp(rule->params[i].name, name, length))
            return *ret_type = PART_PARAM, *ret_index = i, true;
    return false;
}

static bool unknown_name(struct phrasing *p, const char *name, size_t length)
{
    const char *names[MOST_ROLES + MOST_FIGURES + MOST_PARAMS];
    size_t count = 0;
    for (uint16_t i = 0; i < p->rule->role_count; i++) names[count++] = p->rule->roles[i];
    for (uint16_t i = 0; i < p->rule->figure_count; i++) names[count++] = p->rule->figures[i].name;
    for (uint16_t i = 0; i < p->rule->param_count; i++) names[count++] = p->rule->params[i].name;
    const char *near = nearest_name(name, length, names, count);
    size_t used = (size_t)snprintf(p->message, p->size,
                                   near
                                       ? "the text names {%.*s}, which is no role, figure or param; the nearest is '%s'"
                                       : "the text names {%.*s}, which is no role, figure or param%s: write {",
                                   (int)(length < 60 ? length : 60), name, near ? near : "");
    for (size_t i = 0; !near && i < count && used < p->size; i++)
        used += (size_t)snprintf(p->message + used, p->size - used, "%s%s", names[i], i + 1 < count ? "}, {" : "}");
    return false;
}

/* "n|deal|deals" */
static bool add_plural(struct phrasing *p, const char *inside, size_t length, const char *bar)
{
    const char *second = memchr(bar + 1, '|', (size_t)(inside + length - bar - 1));
    struct part *part = add_part(p, PART_PLURAL);
    if (!part) return false;
    if (!second) {
        snprintf(p->message, p->size, "a plural is written {name|one|many}");
        return false;
    }
    size_t name = (size_t)(bar - inside);
    if (!find_name(p->rule, inside, name, &part->plural_type, &part->index)) return unknown_name(p, inside, name);
    if (part->plural_type == PART_ROLE) {
        snprintf(p->message, p->size, "a plural counts a figure or a param, not the role '%.*s'", (int)name, inside);
        return false;
    }
    part->text = arena_copy(p->m->rules, bar + 1, (size_t)(second - bar - 1));
    part->many = arena_copy(p->m->rules, second + 1, (size_t)(inside + length - second - 1));
    return part->text && part->many;
}

static bool add_placeholder(struct phrasing *p, const char *inside, size_t length)
{
    static const char *const signs[] = { ">=", ">", "<=", "<" };
    const char *bar = memchr(inside, '|', length);
    if (bar) return add_plural(p, inside, length, bar);
    for (size_t i = 0; i < 4; i++)
        if (length == strlen(signs[i]) && !memcmp(inside, signs[i], length)) {
            if (p->compares) return add_part(p, PART_COMPARISON) != NULL;
            snprintf(p->message, p->size, "{%s} stands only in the text of a comparison", signs[i]);
            return false;
        }
    if (length == 4 && !memcmp(inside, "each", 4)) {
        if (p->each) return add_part(p, PART_EACH) != NULL;
        snprintf(p->message, p->size, "{each} stands only in the text of an element with 'each'");
        return false;
    }
    uint8_t type;
    uint16_t index;
    if (!find_name(p->rule, inside, length, &type, &index)) return unknown_name(p, inside, length);
    struct part *part = add_part(p, (enum part_type)type);
    if (part) part->index = index;
    return part != NULL;
}

static bool add_all(struct phrasing *p)
{
    for (const char *at = p->text; *at;) {
        size_t plain = strcspn(at, "{}");
        if (!add_text(p, at, plain)) return false;
        at += plain;
        if (!*at) break;
        const char *end = *at == '{' ? strpbrk(at + 1, "{}") : NULL;
        if (!end || *end != '}') {
            snprintf(p->message, p->size, "a lone '%c' in the text: a placeholder is written {name}", *at);
            return false;
        }
        if (!add_placeholder(p, at + 1, (size_t)(end - at - 1))) return false;
        at = end + 1;
    }
    return true;
}

bool phrase_read(struct machine *m, const struct rule *rule, const char *text, bool compares, bool each,
                 struct phrase *ret_phrase, char *message, size_t size)
{
    struct phrasing p = { m, rule, text, compares, each, NULL, 0, 0, message, size };
    size_t length = strlen(text);
    *message = '\0';
    if (length > LONGEST_TEXT) {
        snprintf(message, size, "a text of more than %d bytes", LONGEST_TEXT);
        return false;
    }
    const char *source = add_all(&p) ? arena_copy(m->rules, text, length) : NULL;
    if (!source) {
        if (!*message) snprintf(message, size, "no memory was left");
        return false;
    }
    ret_phrase->source = source;
    ret_phrase->count = (uint16_t)p.count, ret_phrase->parts = p.parts, ret_phrase->figures = 0;
    for (size_t i = 0; i < p.count; i++) {
        unsigned type = p.parts[i].type == PART_PLURAL ? p.parts[i].plural_type : p.parts[i].type;
        if (type == PART_FIGURE) ret_phrase->figures |= UINT64_C(1) << p.parts[i].index;
    }
    return true;
}
