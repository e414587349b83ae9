/* loader.h - what the parts of rule loading share: load.c the rule's own keys, load_law.c its basis and params, load_element.c
 * its elements, load_value.c one value of any. All run inside machine_protect and refuse by raising, with the line of the rule
 * file where it is known. */
#ifndef LUA_LOADER_H
#define LUA_LOADER_H

#include "lua/inside.h"

#include <string.h>

struct loading {
    lua_State *L;
    struct machine *m;
    struct rule *rule;
    const char *path, *text;
    size_t length;
    const char *list;  /* of elements, which is being read; NULL: none is */
    lua_Integer place; /* in it */
    uint32_t line;
    const char *said, *named; /* what is being read: a mistake without a line has that of this text, or of this name */
    const char *key;          /* of the rule that is being read: the line of what is neither */
    size_t arena_start;       /* bytes of the rules' arena before this one */
    size_t searched;          /* bytes that were searched for lines */
    unsigned element_count;   /* of all lists and groups so far */
};

_Noreturn void refuse(struct loading *, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Copies into the rules' arena; raises without memory. */
const char *keep(struct loading *, const char *text);
void *keep_array(struct loading *, size_t count, size_t size);
/* The string at the index, or a refusal that names what it is. */
const char *string_at(struct loading *, int index, const char *what);
/* Pushes the field's value; false (and nothing pushed): it is nil. `table`: raw contents. */
bool field_at(struct loading *, int table, const char *name);
/* The same of a key of the rule itself, where what is wrong from here on stands. */
bool key_at(struct loading *, int table, const char *name);
/* The day that the field writes, as its number; `otherwise` where there is none. */
int32_t day_at(struct loading *, int table, const char *name, int32_t otherwise);
/* Which names a table may have, by one bit each: most elements have few, and looking for each that there might be is dear. */
static inline uint64_t name_bit(const char *name)
{
    return UINT64_C(1) << ((unsigned char)name[0] + (unsigned char)name[strlen(name) - 1]) % 64;
}
/* Refuses any key of the table that is not named; numbers are allowed up to `positions`. Returns the bits of those it has. */
uint64_t check_keys(struct loading *, int table, const char *const *names, size_t count, lua_Integer positions,
                    const char *of);
const struct basis *basis_at(struct loading *, int index, uint16_t *ret_count);
/* What stands at the index as the value, or the dated values, of the param, whose name is set. */
void param_at(struct loading *, int index, struct param *);
/* A registry reference to the function at the index. */
int function_at(struct loading *, int index, const char *what);
/* How many values the list at the raw table holds; refused: names, gaps, more than `most`. */
lua_Integer list_at(struct loading *, int table, lua_Integer most, const char *what);
/* The first line of the text in the file; 0: not found. */
uint32_t line_of_text(struct loading *, const char *text);
/* The line of "name =", where a table gives a field that name; 0: not found. */
uint32_t line_of_key(struct loading *, const char *name);
/* Gives a mistake the line of this text, where it has none yet. */
void place_at(struct loading *, const char *text);
/* False: the file that loaded changed an upvalue of what was required; that is undone, and failure says so. */
bool modules_kept(struct machine *);
const struct element *elements_at(struct loading *, int index, const char *what, uint16_t *ret_count);
int word_choice(struct loading *, int index, const char *what, const char *const *names, size_t count);
#endif
