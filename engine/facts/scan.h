/* scan.h - one strict pass over the text before anything is built from it: RFC 8259 to the letter (DESIGN 3.4).
 *
 * Beyond the grammar it refuses what readers disagree about: invalid UTF-8, U+0000, lone surrogates, a name twice in one
 * object (compared after unescaping), numbers past the largest double, and what is deeper, longer or larger than is
 * read. It leaves one node a value, in the order in which the values begin; a tree that is walked in that order thereby
 * knows where each of its nodes stands.
 *
 *     struct scan s;
 *     bool sound = scan_text(&s, text, size, allocator, seed, sink);   text: SCAN_PADDING zero bytes follow it
 *     ... s.nodes[0] is the whole; the first member of an object i is i + 1, the one after it s.nodes[i + 1].after
 *     scan_free(&s);
 *
 * A syntax error is the last that is found; the others are collected. False: at least one was said; `broken` tells that
 * the nodes are not whole. */
#ifndef FACTS_SCAN_H
#define FACTS_SCAN_H

#include "base/diagnostic.h"

enum {
    SCAN_PADDING = 8, /* eight bytes are looked at together */
    SCAN_DEPTH = 64,
    SCAN_FILE = 64 * 1024 * 1024,
    SCAN_STRING = 1024 * 1024, /* bytes between the quotes */
    SCAN_DIGITS = 40,
    SCAN_KEYS = 128,
    SCAN_KEYS_WALKED = 32 /* names of one object that are compared one by one */
};
#define SCAN_NO_KEY UINT32_MAX

struct scanned {
    uint32_t at;         /* where the value begins */
    uint32_t key;        /* the opening quote of its name, or SCAN_NO_KEY */
    uint32_t after;      /* the next node that is not inside of this one */
    uint32_t length;     /* bytes of the value, quotes included; SCAN_ESCAPED is added to a text with escapes */
    uint32_t key_length; /* the same of the name */
};
#define SCAN_ESCAPED (UINT32_C(1) << 31)
struct scan_key {
    uint32_t hash, at;
};
struct scan_frame { /* an object or array that is open */
    uint32_t node, first_key;
    uint64_t seen; /* a bit for each name so far: mostly enough to know that a name is new */
    uint32_t *slots;
    uint32_t slot_count;
    bool is_object;
};
struct scan {
    struct scanned *nodes;
    uint32_t count;
    size_t capacity;
    bool broken, no_memory;

    const char *text, *end;
    struct sink *sink;
    const cc_allocator *allocator;
    uint64_t seed;
    unsigned depth;
    struct scan_frame frames[SCAN_DEPTH];
    struct scan_key *keys; /* of the open objects, those of the outer ones first */
    size_t key_count, key_capacity;
    struct scan_key first_keys[SCAN_KEYS];
};

bool scan_text(struct scan *, const char *text, size_t size, const cc_allocator *, uint64_t seed, struct sink *);
void scan_free(struct scan *);

/* Within the scan. Each takes the place where its token begins and returns the place after it, or NULL: stop. */
/* A string from its first byte that is not plain; its length as in struct scanned. */
const char *scan_string_rest(struct scan *, const char *quote, const char *p, uint32_t *ret_length);
const char *scan_number(struct scan *, const char *start);
/* hash_text of what a name means. */
bool scan_hash_escaped(struct scan *, const char *inside, const char *end, uint64_t *ret_hash);
/* Is a name of which the quick test cannot say that it is new really new? Called before it is counted. */
bool scan_key_check(struct scan *, struct scan_frame *);
bool scan_grow_keys(struct scan *);
void scan_frame_close(struct scan *, struct scan_frame *);
const char *scan_stop(struct scan *, const char *at, size_t length, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* What the inside of a sound string means; out has room for as many bytes. */
size_t scan_unescape(const char *p, const char *end, char *out);
/* The length of the JSON value that begins here in a text that was found sound. */
size_t scan_value_length(const char *value);
#endif
