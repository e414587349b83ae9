/* alter.h - what if: a facts text with some values set and some taken out.
 *
 * The text is not written anew: what changes is spliced in, and each removed piece leaves its line ends behind, so that
 * every other record keeps its line. All pointers are into the text as it was, whatever else is changed, so their order
 * does not matter; two that change one place are refused. The text must be sound: it was read before. */
#ifndef FACTS_ALTER_H
#define FACTS_ALTER_H

#include "base/text.h"
#include "facts/store.h"

struct alteration {
    const char *option; /* as the user wrote it: "--set /shares/3/percent=19", for messages */
    bool without;
    const char
        *pointer;      /* RFC 6901; the last token may name a member that an object has not yet, or be - after a list */
    const char *value; /* JSON, or a bare word, which stands for the text in quotes */
    /* What came of it, filled by facts_alter; texts in the arena. */
    const char *was, *now; /* JSON; NULL: it was not there, it is not there any more */
    uint32_t begin, end;   /* where it stands in the new text */
    uint32_t parent;       /* where what it stands in begins */
};

/* False: it was said what is wrong, with the nearest right pointer. */
bool facts_alter(const cc_allocator *, uint64_t seed, const char *name, const char *text, size_t size,
                 struct alteration *, size_t count, struct arena *, struct text *ret_text, cc_diagnostic_fn *,
                 void *ud);
#endif
