/* pointer.h - RFC 6901: a place in a JSON text, found in its scan.
 *
 *     struct place p;
 *     if (place_find(&scan, "/agreements/3/to", &p)) ... p.node
 *     else ... p.node is as far as it leads, p.token the name or number that is not there */
#ifndef FACTS_POINTER_H
#define FACTS_POINTER_H

#include "facts/scan.h"

enum { POINTER_TOKEN = 256 };
struct place {
    uint32_t node;             /* the value; else the deepest one that was found */
    char token[POINTER_TOKEN]; /* not found: what node does not have; ~0 and ~1 are undone */
    const char *at, *rest; /* not found: where that token begins in the pointer, after its slash, and what follows it */
    bool malformed;        /* it is no pointer, or a token is longer than any name */
};
bool place_find(const struct scan *, const char *pointer, struct place *ret_place);
/* The pointer that was perhaps meant: the token in the place of the one that is not there. NULL: none comes near. */
const char *place_nearest(const struct scan *, const char *pointer, const struct place *, char *out, size_t size);
/* Does the container have it: is the node an object, a list? How many values stand in it? */
static inline bool node_opens(const struct scan *s, uint32_t node, char bracket)
{
    return s->text[s->nodes[node].at] == bracket;
}
uint32_t node_children(const struct scan *, uint32_t node);
#endif
