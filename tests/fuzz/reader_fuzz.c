/* reader_fuzz.c - the strict reader: any bytes are a case, or at least one error is said, and never both. */
#include "fuzz/target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ear ear = ear_for(data, size);
    cc_engine *engine = cc_engine_new(NULL, NULL, ear_hear, &ear);
    PROMISE(engine);
    cc_case *facts = cc_case_parse(engine, "facts.json", (const char *)data, size);
    PROMISE((facts != NULL) == (ear.errors == 0));
    PROMISE(!facts || is_strict_json((const char *)data, size));
    cc_case_free(facts);
    cc_engine_free(engine);
    return 0;
}
