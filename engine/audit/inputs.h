/* inputs.h - what an audit was made from, for whoever evaluates it again: hashes of what rules share, and the options. */
#ifndef AUDIT_INPUTS_H
#define AUDIT_INPUTS_H

#include "audit/engine.h"
#include "base/digest.h"

struct inputs {
    char library[DIGEST_HEX]; /* over name and SHA-256 of each lib/NAME.lua that `require` finds */
    char sources[DIGEST_HEX]; /* over the SHA-256 of each sources.json that is read */
};
/* Of the folders whose rules were loaded, and of the shipped ones; read once. NULL: something is there and cannot be read,
 * which was said; or *ret_no_memory, which was not. */
const struct inputs *inputs_of(struct cc_engine *, bool *ret_no_memory);
/* A deep copy of the options in the arena. False: no memory. */
bool options_copy(struct arena *, const cc_options *, cc_options *ret_copy);
#endif
