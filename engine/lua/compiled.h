/* compiled.h - the shipped rules as the build compiled them (make/compiled.c): to compile texts was a third of a short audit. Only a
 * text that is one of them to the byte, by its SHA-256, is taken from here; what a file holds is text, and never loaded as
 * anything else (DESIGN 5). */
#ifndef LUA_COMPILED_H
#define LUA_COMPILED_H

#include <stdbool.h>
#include <stddef.h>

enum { COMPILED_NAME = 56 }; /* bytes of a chunk's name, with its NUL; one that is longer is not compiled beforehand */
/* What Lua's compiler made of one text: a binary chunk, which lives as long as the program. */
struct compiled_text {
    const char *chunk;
    size_t length;
    bool assigns; /* see guards_load */
};
/* The name is that of the chunk, which messages begin with, the digest that of the whole text, as digest_hex writes it. False: the
 * text is none of the shipped ones, or Lua is not the one that compiled them. */
bool compiled_find(const char *name, const char *digest, struct compiled_text *ret_compiled);
#endif
