/* sets.h - what the methods of sets, lists and records share. Each method stands in api.def, for the Lua stack as it is
 * called there; for files of engine/lua only. */
#ifndef LUA_SETS_H
#define LUA_SETS_H

#include "lua/inside.h"

#define SET_CALL(NAME, FUNCTION, ...)    int FUNCTION(lua_State *);
#define LIST_CALL(NAME, FUNCTION, ...)   int FUNCTION(lua_State *);
#define RECORD_CALL(NAME, FUNCTION, ...) int FUNCTION(lua_State *);
#include "lua/api.def"

static inline const struct facts *facts_of(lua_State *L) { return machine_of(L)->facts; }
static inline ref member(const struct set *set, uint32_t i) { return ref_make(set->query->kind, set->rows[i]); }

/* The field of the kind that the text at the index names; an error, with the nearest name, where there is none. */
enum field field_named(lua_State *, int index, enum kind);
/* The kind's field of that name; a name that it has not is an error, with the nearest that it has. */
enum field field_called(lua_State *, enum kind, const char *name);
/* As field_named, but an error as well where it holds no number, no amount and no date. */
enum field measure_named(lua_State *, int index, enum kind);
/* What a number, an amount or a date says; the read goes on the trail. */
struct quantity read_field(lua_State *, ref record, enum field);
/* Walking a set, or a field that is no longer one thing, meets a maybe: what is missing of each goes on the trail, and the
 * test is unknown. In `subjects` maybes are walked instead. Does not return. */
void meet_maybe(lua_State *, const struct set *);
/* An empty set like another, with room for so many rows: sures first. */
struct set *set_like(lua_State *, const struct set *, uint32_t room);
/* A member by a test of three values, and so what narrowed a set: all of them hold, the last one first. The argument lives as
 * long as the set. */
typedef enum truth member_test(lua_State *, ref record, const void *argument);
struct sieve {
    member_test *test;
    const void *argument;
    const struct sieve *before;
};
/* One more over the set, which is in the arena as they are. */
void sieve_add(lua_State *, struct set *, member_test *, const void *argument, size_t size);
/* All that had begun by the as-of date, in force or not, of what narrowed the set. */
struct set *ever_of(lua_State *, const struct set *);
/* The list at index 1, or an error. */
struct made_list *list_read(lua_State *);
#endif
