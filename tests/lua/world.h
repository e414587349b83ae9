/* world.h - what the tests of rules' values share: a small world of firms, and the beginning of a rule about two of them. */
#ifndef TESTS_LUA_WORLD_H
#define TESTS_LUA_WORLD_H

#include "lua/ruling.h"

/* Its records, as of 2025-01-01, with ' for "; made by world_make. */
extern char world[8192];
void world_make(void);

/* Around each figure or test: whoever put money into Anthropic that is not Amazon, and Anthropic. */
#define SUBJECT                                                                                                                 \
    "id = 't/rule', severity = 'high', nature = 'indicator', basis = { { 'book', support = 'direct' } },\n"                     \
    "roles = { 'investor', 'developer' },\n"                                                                                    \
    "subjects = function(case, each) for i in case:entities { id = 'google' } do\n"                                             \
    "  for d in case:entities { id = 'anthropic' } do each(i, d) end end end,\n"                                                \
    "params = { p20 = { 20, 'percent', 'x' }, p5 = { 5, 'percent', 'x' }, usd100 = { 100, 'USD', 'x' },\n"                      \
    "  usd50 = { 50, 'USD', 'x' }, usd1e9 = { 1e9, 'USD', 'x' }, usd2e9 = { 2e9, 'USD', 'x' }, usd3e9 = { 3e9, 'USD', 'x' },\n" \
    "  eur10 = { 10, 'EUR', 'x' }, gbp10 = { 10, 'GBP', 'x' }, n3 = { 3, 'count', 'x' }, n0 = { 0, 'count', 'x' },\n"           \
    "  usd0 = { 0, 'USD', 'x' }, pts250 = { 250, 'points', 'x' }, d30 = { 30, 'days', 'x' }, m6 = { 6, 'months', 'x' },\n"      \
    "  m60 = { 60, 'months', 'x' }, y2 = { 2, 'years', 'x' }, y5 = { 5, 'years', 'x' }, d1827 = { 1827, 'days', 'x' } },\n"

/* Of a rule that failed, else empty. */
const char *error_of(const struct ruling *, const char *id);
#endif
