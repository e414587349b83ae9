/* pointer.c - see pointer.h. */
#include "facts/pointer.h"
#include "facts/model.h"

#include <stdio.h>
#include <string.h>

/* The token that begins at *at, which moves past it. False: it is malformed. */
static bool read_token(const char **at, char token[POINTER_TOKEN])
{
    size_t length = 0;
    const char *p = *at;
    for (; *p && *p != '/'; p++) {
        char c = *p;
        if (c == '~') {
            if (p[1] != '0' && p[1] != '1') return false;
            c = *++p == '0' ? '~' : '/';
        }
        if (length + 1 == POINTER_TOKEN) return false;
        token[length++] = c;
    }
    token[length] = '\0';
    *at = p;
    return true;
}

/* The name of a node, unescaped; false: longer than a token can be. */
static bool name_of(const struct scan *s, uint32_t node, char out[POINTER_TOKEN])
{
    const struct scanned *n = &s->nodes[node];
    size_t length = (n->key_length & ~SCAN_ESCAPED) - 2u;
    if (length >= POINTER_TOKEN) return false;
    const char *name = s->text + n->key + 1;
    out[scan_unescape(name, name + length, out)] = '\0';
    return true;
}

/* Each child of a node, from the first; the end is what follows the node. */
#define EACH_NODE(S, CHILD, PARENT)   \
    uint32_t CHILD = (PARENT) + 1;    \
    CHILD < (S)->nodes[PARENT].after; \
    CHILD = (S)->nodes[CHILD].after

uint32_t node_children(const struct scan *s, uint32_t node)
{
    uint32_t count = 0;
    for (EACH_NODE(s, child, node)) count++;
    return count;
}

static bool find_member(const struct scan *s, uint32_t object, const char *name, uint32_t *ret_node)
{
    char own[POINTER_TOKEN];
    for (EACH_NODE(s, child, object))
        if (name_of(s, child, own) && strcmp(own, name) == 0) return *ret_node = child, true;
    return false;
}

/* 0, or digits that do not begin with one: anything else is no index. */
static bool find_item(const struct scan *s, uint32_t list, const char *token, uint32_t *ret_node)
{
    size_t digits = strspn(token, "0123456789");
    unsigned long index = 0;
    if (!digits || token[digits] || digits > 8 || (digits > 1 && *token == '0')) return false;
    for (const char *p = token; *p; p++) index = index * 10 + (unsigned long)(*p - '0');
    for (EACH_NODE(s, child, list))
        if (!index--) return *ret_node = child, true;
    return false;
}

bool place_find(const struct scan *s, const char *pointer, struct place *ret_place)
{
    struct place p = { .at = pointer, .rest = pointer };
    *ret_place = p;
    if (*pointer && *pointer != '/') return ret_place->malformed = true, false;
    for (const char *at = pointer; *at;) {
        p.at = ++at;
        if (!read_token(&at, p.token)) return *ret_place = p, ret_place->malformed = true, false;
        uint32_t next;
        bool found = node_opens(s, p.node, '{')   ? find_member(s, p.node, p.token, &next)
                     : node_opens(s, p.node, '[') ? find_item(s, p.node, p.token, &next)
                                                  : false;
        p.rest = at;
        if (!found) return *ret_place = p, false;
        p.node = next;
    }
    *ret_place = p;
    return true;
}

/* ---- what was meant ---- */

enum { NAMES_MOST = 64 };

/* The number of the record with this id, for who writes an id where a number is due; UINT32_MAX: none. */
static uint32_t index_of_id(const struct scan *s, uint32_t list, const char *id)
{
    uint32_t index = 0, node;
    char value[POINTER_TOKEN];
    for (EACH_NODE(s, child, list)) {
        if (node_opens(s, child, '{') && find_member(s, child, "id", &node) && node_opens(s, node, '"')) {
            const char *text = s->text + s->nodes[node].at + 1;
            size_t length = (s->nodes[node].length & ~SCAN_ESCAPED) - 2u;
            if (length < POINTER_TOKEN) {
                value[scan_unescape(text, text + length, value)] = '\0';
                if (strcmp(value, id) == 0) return index;
            }
        }
        index++;
    }
    return UINT32_MAX;
}

static const char *nearest_member(const struct scan *s, uint32_t object, const char *name, char out[POINTER_TOKEN])
{
    char own[NAMES_MOST][POINTER_TOKEN];
    const char *names[NAMES_MOST];
    size_t count = 0;
    for (EACH_NODE(s, child, object))
        if (count < NAMES_MOST && name_of(s, child, own[count])) names[count] = own[count], count++;
    const char *near = nearest_name(name, strlen(name), names, count);
    return near ? strcpy(out, near) : NULL;
}

/* A list that the file does not have yet may be begun. */
static const char *nearest_list(const char *name)
{
    const char *names[KIND_COUNT];
    for (unsigned k = 0; k < KIND_COUNT; k++) names[k] = model_kind((enum kind)k)->plural;
    return nearest_name(name, strlen(name), names, KIND_COUNT);
}

const char *place_nearest(const struct scan *s, const char *pointer, const struct place *p, char *out, size_t size)
{
    char token[POINTER_TOKEN];
    const char *near = NULL;
    if (p->malformed && *pointer != '/') { /* the first slash was forgotten */
        struct place whole;
        snprintf(out, size, "/%s", pointer);
        return place_find(s, out, &whole) ? out : NULL;
    }
    if (p->malformed) return NULL;
    if (node_opens(s, p->node, '{')) near = nearest_member(s, p->node, p->token, token);
    if (node_opens(s, p->node, '[')) {
        uint32_t index = index_of_id(s, p->node, p->token), count = node_children(s, p->node);
        bool number = strspn(p->token, "0123456789") == strlen(p->token);
        if (index == UINT32_MAX && number && count) index = count - 1;
        if (index != UINT32_MAX) snprintf(token, sizeof token, "%u", (unsigned)index), near = token;
    }
    if (!near && !p->node && !strcmp(p->rest, "/-")) near = nearest_list(p->token);
    if (!near) return NULL;
    snprintf(out, size, "%.*s%s%s", (int)(p->at - pointer), pointer, near, p->rest);
    return out;
}
