/* lint.h - what is wrong with the text of a rule, though it loads: by its tokens. What is found of the loaded rule and of
 * its test is the audit's (audit/lint.c). */
#ifndef LUA_LINT_H
#define LUA_LINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum lint {
#define LINT(NAME, ID, SAYS, WHY) LINT_##NAME,
#include "lua/lint.def"
    LINT_COUNT
};
struct lint_info {
    const char *id, *says, *why;
};
extern const struct lint_info lint_table[LINT_COUNT];

/* detail: what it is about, or NULL. */
typedef void lint_fn(void *ud, enum lint, uint32_t line, const char *detail);
void lint_text(const char *text, size_t length, lint_fn *, void *ud);
/* Does the text read `.name`, but of what is called `not_of`, or hold the name as a string of its own, but as the word of a
 * method: "s" of a param, "p" of a figure. */
bool text_uses(const char *text, size_t length, const char *name, const char *not_of);
#endif
