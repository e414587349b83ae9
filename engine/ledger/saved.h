/* saved.h - an audit that was saved as JSON, for those who read it again and compare. The document stays open: what a
 * report has is asked of its tree. */
#ifndef LEDGER_SAVED_H
#define LEDGER_SAVED_H

#include "ledger/document.h"

struct saved_document {
    struct item root; /* an audit, or a file that was refused */
    struct cc_saved_audit about;
};
struct cc_saved {
    struct cc_engine *engine;
    struct arena arena;
    struct document document;
    struct saved_document *documents;
    size_t count;
};

/* The member of this name; json NULL: there is none. */
struct item item_member(const struct document *, struct item object, const char *name);
#endif
