/* document.h - a small JSON document, read as strictly as facts: the scan, then cJSON, then these few questions.
 *
 * An item is a value in cJSON's tree and its number in the scan, which knows where it stands. What is wrong is said where
 * it is seen and reading goes on; `sink.errors` tells whether anything was. Texts are copied into `keep`.
 *
 *     struct document d;
 *     struct item root;
 *     if (document_open(&d, engine, name, text, size, &arena)) {
 *         root = document_root(&d, "compliance-baseline/1", members, COUNT, items);
 *         ...
 *     }
 *     bool sound = document_close(&d); */
#ifndef LEDGER_DOCUMENT_H
#define LEDGER_DOCUMENT_H

#include <cjson/cJSON.h>

#include "facts/scan.h"
#include "ledger/ledger.h"

struct item {
    const cJSON *json; /* NULL: not there */
    uint32_t index;
};
struct document {
    struct cc_engine *engine;
    struct sink sink;
    struct arena scratch;
    struct arena *keep; /* the caller's */
    struct scan *scan;
    cJSON *tree;
    bool in_arena;
    uint32_t line_at, line; /* where item_line was last, which goes forward */
};
enum item_type { ITEM_TEXT, ITEM_FLAG, ITEM_NUMBER, ITEM_OBJECT, ITEM_LIST };
struct member {
    const char *name;
    enum item_type type;
    bool required;
};

/* False: it was said what is wrong. document_close in any case: is the document sound, all in all? */
bool document_open(struct document *, struct cc_engine *, const char *name, const char *text, size_t size,
                   struct arena *keep);
bool document_close(struct document *);
/* The two halves of that, where the tree is wanted longer. */
bool document_is_sound(struct document *);
void document_forget(struct document *);
/* The whole, an object with a format and these members. */
void document_root(struct document *, const char *format, const struct member *, size_t count,
                   struct item *ret_members);
/* The members of an object, json NULL where there is none or it is of a wrong type; any other name is refused. `of`: "an
 * accepted risk". */
void item_members(struct document *, struct item object, const char *of, const struct member *, size_t count,
                  struct item *ret_members);
void item_wrong(struct document *, struct item, enum code, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* The same of the name of a member. */
void item_wrong_name(struct document *, struct item, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static inline struct item first_item(struct item i)
{
    return (struct item){ i.json ? i.json->child : NULL, i.index + 1 };
}
static inline struct item next_item(const struct document *d, struct item i)
{
    return (struct item){ i.json->next, d->scan->nodes[i.index].after };
}
#define EACH_ITEM(D, ITEM, PARENT)         \
    struct item ITEM = first_item(PARENT); \
    ITEM.json;                             \
    ITEM = next_item(D, ITEM)
/* How many an object or list has. */
size_t item_count(struct item);
/* Asked in the order of the text. */
uint32_t item_line(struct document *, struct item);
bool item_is(struct item, enum item_type);
/* A copy of a text that is not only white space; `what` for the sentence: "the reason". NULL: not there, or it was said. */
const char *item_text(struct document *, struct item, const char *what);
const char *item_hash(struct document *, struct item, const char *what);
/* An exact day as it was written. */
const char *item_day(struct document *, struct item, const char *what, int32_t *ret_day);
/* The name of a member, copied. */
const char *item_name(struct document *, struct item);

/* ---- writing ---- */
/* A JSON string; what would break, turn or hide text is escaped. */
void text_json(struct text *, const char *string);
/* Gives the text to the sink and frees it. False: it could not be written, which was said. */
bool text_deliver(struct cc_engine *, struct text *, cc_sink);
#endif
