/* api.c - see api.h. */
#include "lua/api.h"

const struct api_call api_calls[] = {
#define CALL(OBJECT, NAME, PARAMETERS, RETURNS, UNKNOWN, DOC) { OBJECT, NAME, PARAMETERS, RETURNS, UNKNOWN, DOC },
#define CASE_CALL(N, F, P, R, U, D)                           CALL("Case", N, P, R, U, D)
#define SET_CALL(N, F, P, R, U, D)                            CALL("Set", N, P, R, U, D)
#define LIST_CALL(N, F, P, R, U, D)                           CALL("List", N, P, R, U, D)
#define ENTITY_CALL(N, F, P, R, U, D)                         CALL("Entity", N, P, R, U, D)
#define MARKET_CALL(N, F, P, R, U, D)                         CALL("Market", N, P, R, U, D)
#define RECORD_CALL(N, F, P, R, U, D)                         CALL("Record", N, P, R, U, D)
#define GLOBAL_CALL(N, F, P, R, U, D)                         CALL("", N, P, R, U, D)
#include "lua/api.def"
};
const struct api_key api_keys[] = {
#define KEY(TABLE, NAME, TYPE, DOC) { TABLE, NAME, TYPE, DOC },
#define RULE_KEY(N, T, D)           KEY("Rule", N, T, D)
#define ELEMENT_KEY(N, T, D)        KEY("Element", N, T, D)
#define BASIS_KEY(N, T, D)          KEY("Basis", N, T, D)
#define FILE_KEY(N, T, D)           KEY("TestFile", N, T, D)
#define TEST_KEY(N, T, D)           KEY("Test", N, T, D)
#include "lua/api.def"
};
const size_t api_call_count = sizeof api_calls / sizeof *api_calls, api_key_count = sizeof api_keys / sizeof *api_keys;
