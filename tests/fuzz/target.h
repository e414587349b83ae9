/* target.h - what the fuzz targets share: ears that check what they are told, and a word for what holds for any input.
 *
 * A target is LLVMFuzzerTestOneInput in a file NAME_fuzz.c. `make test` gives it the files of tests/fuzz/NAME once, in any
 * compiler; `make fuzz` lets libFuzzer find more. An input that once broke something stays in the folder. */
#ifndef TESTS_FUZZ_TARGET_H
#define TESTS_FUZZ_TARGET_H

#include "base/arena.h"
#include "base/text.h"
#include "include/compliance.h"

/* Ends the program with the place and the promise, which a fuzzer takes for a crash. */
#define PROMISE(HOLDS) ((HOLDS) ? (void)0 : promise_broken(#HOLDS, __FILE__, __LINE__))
_Noreturn void promise_broken(const char *what, const char *file, int line);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What was said of a text. Every message is checked: a known code, sound UTF-8 without controls, a place in the text. */
struct ear {
    size_t errors, notices;
    uint32_t lines; /* of the text; 0: places are not checked */
};
struct ear ear_for(const uint8_t *data, size_t size);
void ear_hear(void *ear, const cc_diagnostic *);

/* A sink into a struct text. */
bool target_write(void *text, const char *bytes, size_t length);
/* Is it one JSON text to the letter? */
bool is_strict_json(const char *text, size_t size);
/* The audit as `format`, in *ret_text (reset before); the report must be whole. */
void target_report(cc_engine *, const cc_audit *, const char *format, struct text *ret_text);
#endif
